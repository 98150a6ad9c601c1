// Applies differences one after another, some in each transaction.
#include "network/register/register_apply.hpp"

#include "network/network.hpp"
#include "network/register/register_json.hpp"
#include "network/register/register_pace.hpp"
#include "platform/base/json.hpp"
#include "platform/db/transaction.hpp"

#include <deque>

namespace network {

namespace {

constexpr std::int64_t read_ahead = 60;

// A difference that was read and understood before anybody has to wait for it.
struct Prepared {
    ServiceDifference difference;
    std::optional<RegisterService> before{}, after{};    // nothing before: new to us; nothing after: it vanished
    RegisterFingerprint print{};
};

Prepared prepared(ServiceDifference difference) {
    Prepared made{std::move(difference)};
    if (made.difference.kind == "vanished") return made;
    made.after = said_from_json(made.difference.staged.value());
    if (made.difference.before) made.before = said_from_json(*made.difference.before);
    made.print = fingerprint(*made.after);
    return made;
}

// What the register now says of the service is known from here on.
void remember(const Author& author, const Prepared& one, const std::optional<KnownService>& known,
              std::optional<Id<Service>> service) {
    auto& [difference, before, said, print] = one;
    KnownService fresh = known.value_or(KnownService{});
    fresh.identifier = difference.identifier;
    fresh.portal_id = said->portal_id ? std::optional{std::int64_t(said->portal_id)} : std::nullopt;
    fresh.fingerprint.assign(print.begin(), print.end());
    fresh.said = *difference.staged, fresh.facilities = std::int64_t(said->facilities.size());
    fresh.service_id = service, fresh.last_import_id = difference.import_id, fresh.gone_at.reset();
    fresh.kept.changed_at = author.now, fresh.kept.changed_by = author.user;
    if (known) {
        ++fresh.kept.version;
        db::update_record(author.work, KnownService::table, fresh,
                          {"portal_id", "fingerprint", "said", "facilities", "service_id", "last_import_id", "gone_at",
                           "version", "changed_at", "changed_by"});
        return;
    }
    fresh.id = Id<KnownService>::made_at(author.now);
    fresh.kept.organisation_id = author.organisation, fresh.kept.created_at = author.now,
    fresh.kept.created_by = author.user;
    db::insert_record(author.work, KnownService::table, fresh);
}

// The registration went; a service of ours that meanwhile carries another one stays.
void let_go(const Author& author, RegisterMerge& merge, const std::optional<KnownService>& known,
            const MergeGround& ground) {
    if (!known || known->gone_at) return;
    auto service = known->service_id ? find_service(author.work, *known->service_id) : std::nullopt;
    if (service && (!known->portal_id || service->portal_id == known->portal_id))
        merge.vanish(service->id, register_texts().text("register.vanished", {to_czech(ground.day)}));
    author.work.run("UPDATE register_services SET gone_at = $1 WHERE id = $2", author.now, known->id);
}

bool hides_a_place(const RegisterService& before, const RegisterService& after) {
    return std::ranges::any_of(after.facilities, &RegisterFacility::secret) &&
           std::ranges::any_of(before.facilities, [](auto& place) { return place.address.has_value(); });
}

// What was once read of a service does not lead to a place that is secret now.  What waits to be applied or decided
// keeps the register's newest words.
void forget_addresses(db::Session& work, const ServiceDifference& newest) {
    for (auto& former : work.all<ServiceDifference>(
             "SELECT * FROM register_differences WHERE identifier = $1 AND before IS NOT NULL", newest.identifier)) {
        auto said = said_from_json(*former.before);
        for (auto& place : said.facilities) place.name.clear(), place.address.reset(), place.secret = true;
        auto shown = shown_differences_from_json(former.fields);
        std::erase_if(shown, [](auto& field) { return field.difference.name == "facility" && field.held.empty(); });
        work.run("UPDATE register_differences SET before = $1, fields = $2,"
                 " staged = CASE WHEN id = $3 OR applied_at IS NULL THEN staged END WHERE id = $4",
                 said_as_json(said), to_json(shown), newest.id, former.id);
    }
}

void apply_one(const Author& author, RegisterMerge& merge, const MergeGround& ground, const Prepared& one) {
    auto& [staged, before, after, print] = one;
    auto known = find_known(author.work, staged.identifier);
    std::vector<std::string_view> changed{"applied_at"};
    auto difference = staged;
    difference.applied_at = author.now;
    if (!after) {
        let_go(author, merge, known, ground);
    } else {
        auto ours = known ? known->service_id : std::nullopt;
        if (!ours) ours = service_said(author.work, *after);
        if (known && known->gone_at && ours) merge.come_back(*ours, day_in_prague(*known->gone_at));
        auto outcome = merge.merge(ours, before ? &*before : nullptr, *after, difference.decided == "accept");
        remember(author, one, known, outcome.service);
        if (!outcome.held.empty() && difference.kind != "suspicious") {
            // Somebody saved since the file was read.
            difference.kind = "suspicious", changed.emplace_back("kind"), changed.emplace_back("fields");
            difference.fields =
                shown_as_json(before ? differences(*before, *after) : std::vector<RegisterDifference>{}, outcome.held);
        }
        // Held values may still be accepted later, and then need the words of the register.
        if (difference.kind != "suspicious") difference.staged.reset(), changed.emplace_back("staged");
    }
    db::update_record(author.work, ServiceDifference::table, difference, changed);
    if (before && after && hides_a_place(*before, *after)) forget_addresses(author.work, difference);
}

void count_again(db::Session& work, RegisterImport& import) {
    auto count = [&](const char* kind) {
        return work.one<std::int64_t>("SELECT count(*) FROM register_differences WHERE import_id = $1 AND kind = $2",
                                      import.id, std::string{kind});
    };
    import.new_count = count("new"), import.changed_count = count("changed"), import.ended_count = count("ended");
    import.vanished_count = count("vanished"), import.suspicious_count = count("suspicious");
}

std::int64_t applied_so_far(db::Session& db, Id<RegisterImport> import) {
    return db.one<std::int64_t>(
        "SELECT count(*) FROM register_differences WHERE import_id = $1 AND applied_at IS NOT NULL", import);
}

// Works through the differences of an import: reads some ahead, then applies them in small transactions.
class Applying {
public:
    Applying(db::Database& database, const Clock& clock, Id<RegisterImport> id, const MergeGround& ground)
        : database_{database}, clock_{clock}, id_{id}, ground_{ground}, pace_{database} {}

    // One transaction; how many it applied, 0 when none is left.
    std::int64_t step() {
        std::size_t done = 0;
        while (done == 0 && (!ahead_.empty() || look_ahead())) {
            done = pace_.step([&](db::Session& work) { return apply_some(work); });
            if (done == 0) ahead_.clear(), position_ = 0;    // another program is at it too
            ahead_.erase(ahead_.begin(), ahead_.begin() + std::ptrdiff_t(done));
        }
        return std::int64_t(done);
    }

private:
    bool look_ahead() {
        database_.in_read_transaction([&](db::Session& db) {
            ahead_.clear();
            for (auto& difference :
                 db.all<ServiceDifference>("SELECT * FROM register_differences WHERE import_id = $1 AND position > $2"
                                           " AND applied_at IS NULL ORDER BY position LIMIT $3",
                                           id_, position_, read_ahead))
                ahead_.push_back(prepared(std::move(difference)));
        });
        if (!ahead_.empty()) position_ = ahead_.back().difference.position;
        return !ahead_.empty();
    }

    std::size_t apply_some(db::Session& work) {
        auto began = Pace::Watch::now();
        // Another import was begun, or this one was stopped.  Writing it keeps a second program that applies the same
        // one out till the end of the step, on PostgreSQL too.
        if (work.run("UPDATE register_imports SET state = 'applying' WHERE id = $1 AND state = 'applying'", id_) == 0)
            throw Conflict{};
        auto import = find_import(work, id_).value();
        auto most = std::min(pace_.most(), ahead_.size());
        if (still_waiting(work, most) != most) return 0;
        Author author{work, clock_.now(), import.kept.changed_by, import.kept.organisation_id, *import.source_id, true};
        RegisterMerge merge{author, ground_};
        std::size_t done = 0;
        while (done < most) {
            apply_one(author, merge, ground_, ahead_[done++]);
            if (Pace::enough(began)) break;
        }
        merge.keep();
        return done;
    }

    std::size_t still_waiting(db::Session& work, std::size_t most) const {
        return std::size_t(work.one<std::int64_t>("SELECT count(*) FROM register_differences WHERE import_id = $1"
                                                  " AND position BETWEEN $2 AND $3 AND applied_at IS NULL",
                                                  id_, ahead_.front().difference.position,
                                                  ahead_[most - 1].difference.position));
    }

    db::Database& database_;
    const Clock& clock_;
    Id<RegisterImport> id_;
    const MergeGround& ground_;
    Pace pace_;
    std::deque<Prepared> ahead_;
    std::int64_t position_ = 0;
};
}

const i18n::Texts& register_texts() {
    static const i18n::Texts texts{"cs", files()};
    return texts;
}

std::optional<RegisterImport> unfinished_import(db::Session& db, const db::Bytes& file_hash,
                                                const std::optional<std::string>& region) {
    return db.maybe<RegisterImport>(
        "SELECT * FROM register_imports WHERE state = 'applying' AND job_id IS NULL AND file_hash = $1"
        " AND coalesce(region_code, '') = $2",
        file_hash, region.value_or(""));
}

RegisterImport begin_applying(db::Session& work, Instant now, Id<RegisterImport> id, const ApplyOptions& options) {
    auto before = find_import(work, id).value(), after = before;
    if (before.state == "applying") return before;
    if (!before.may_be_applied() ||
        (before.drop_percent > drop_limit_percent && !before.allow_drop && !options.allow_drop))
        throw Conflict{};
    auto newer =
        work.one<std::int64_t>("SELECT count(*) FROM register_imports WHERE applied_at > $1", before.kept.created_at);
    if (newer > 0) throw Conflict{};
    work.run("UPDATE register_imports SET state = 'cancelled' WHERE state = 'applying' AND id <> $1", id);
    after.source_id = history::keep_source(
        work, now, options.user, before.kept.organisation_id, "register",
        register_texts().text("register.source", {to_czech(day_in_prague(before.kept.created_at))}));
    after.state = "applying", after.allow_drop = before.allow_drop || options.allow_drop;
    history::keep_change({work, now, options.user, before.kept.organisation_id, *after.source_id}, before, after);
    return find_import(work, id).value();
}

RegisterImport apply(db::Database& database, const Clock& clock, Id<RegisterImport> id, const Progress& progress) {
    auto reading = database.in_read_transaction([&](db::Session& db) {
        auto today = day_in_prague(clock.now());
        return std::pair{CodeLists::read(db, today), Territory::read(db, today)};
    });
    MergeGround ground{reading.first, reading.second, day_in_prague(clock.now())};
    auto [all, done] = database.in_read_transaction(
        [&](db::Session& db) { return std::pair{find_import(db, id).value().differences(), applied_so_far(db, id)}; });
    Applying applying{database, clock, id, ground};
    while (auto some = applying.step()) {
        done += some;
        if (progress) progress(done, all);
    }
    return database.in_write_transaction([&](db::Session& work) {
        auto before = find_import(work, id).value(), after = before;
        if (before.state != "applying") throw Conflict{};
        after.state = "applied", after.applied_at = clock.now();
        count_again(work, after);
        history::count_up(work, Service::content);
        save_import(work, clock.now(), before, after);
        return find_import(work, id).value();
    });
}

void stop_applying(db::Database& database, Instant now, Id<RegisterImport> id) {
    database.in_write_transaction([&](db::Session& work) {
        auto before = find_import(work, id).value(), after = before;
        if (before.state != "applying") return;
        after.state = "cancelled";
        history::count_up(work, Service::content);
        save_import(work, now, before, after);
    });
}

void decide_difference(db::Session& work, Instant now, std::optional<Id<User>> user, Id<ServiceDifference> id,
                       bool accept) {
    auto difference = work.one<ServiceDifference>("SELECT * FROM register_differences WHERE id = $1", id);
    auto import = find_import(work, difference.import_id).value();
    if (difference.kind != "suspicious" || !difference.staged || import.state == "applying") throw Conflict{};
    work.run("UPDATE register_differences SET decided = $1 WHERE id = $2", std::string{accept ? "accept" : "leave"},
             id);
    if (!accept || !difference.applied_at) return;
    auto known = find_known(work, difference.identifier);
    if (!known || known->said != *difference.staged) throw Conflict{};    // the register has said something else since
    auto day = day_in_prague(now);
    auto lists = CodeLists::read(work, day_in_prague(now));
    auto territory = Territory::read(work, day);
    MergeGround ground{lists, territory, day};
    Author author{work, now, user, import.kept.organisation_id, *import.source_id};
    RegisterMerge merge{author, ground};
    auto before = difference.before ? std::optional{said_from_json(*difference.before)} : std::nullopt;
    merge.merge(known->service_id, before ? &*before : nullptr, said_from_json(*difference.staged), true);
    merge.keep();
}

}
