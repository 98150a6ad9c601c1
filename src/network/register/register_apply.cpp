// Applies differences one after another, some in each transaction.
#include "network/register/register_apply.hpp"

#include "network/network.hpp"
#include "platform/db/transaction.hpp"

namespace network {

namespace {

constexpr auto lock_time = std::chrono::milliseconds{15};    // then the step ends; sending it takes as long again
constexpr std::int64_t step_most = 60;

// What the register now says of the service is known from here on.
void remember(const Author& author, const ServiceDifference& difference, const RegisterService& said, std::optional<KnownService> known,
              std::optional<Id<Service>> service) {
    KnownService fresh = known.value_or(KnownService{});
    auto print = fingerprint(said);
    fresh.identifier = difference.identifier, fresh.portal_id = said.portal_id ? std::optional{std::int64_t(said.portal_id)} : std::nullopt;
    fresh.fingerprint.assign(print.begin(), print.end());
    fresh.said = *difference.staged, fresh.facilities = std::int64_t(said.facilities.size());
    fresh.service_id = service, fresh.last_import_id = difference.import_id, fresh.gone_at.reset();
    fresh.kept.changed_at = author.now, fresh.kept.changed_by = author.user;
    if (known) {
        ++fresh.kept.version;
        db::update_record(author.work, KnownService::table, fresh,
                          {"portal_id", "fingerprint", "said", "facilities", "service_id", "last_import_id", "gone_at", "version",
                           "changed_at", "changed_by"});
        return;
    }
    fresh.id = Id<KnownService>::made_at(author.now);
    fresh.kept.organisation_id = author.organisation, fresh.kept.created_at = author.now, fresh.kept.created_by = author.user;
    db::insert_record(author.work, KnownService::table, fresh);
}

// The registration went; a service of ours that meanwhile carries another one stays.
void let_go(const Author& author, RegisterMerge& merge, const std::optional<KnownService>& known, const MergeGround& ground) {
    if (!known || known->gone_at) return;
    auto service = known->service_id ? find_service(author.work, *known->service_id) : std::nullopt;
    if (service && (!known->portal_id || service->portal_id == known->portal_id))
        merge.vanish(service->id, register_texts().text("register.vanished", {to_czech(ground.day)}));
    author.work.run("UPDATE register_services SET gone_at = $1 WHERE id = $2", author.now, known->id);
}

void apply_one(const Author& author, RegisterMerge& merge, const MergeGround& ground, ServiceDifference difference) {
    auto known = find_known(author.work, difference.identifier);
    std::vector<std::string_view> changed{"applied_at"};
    difference.applied_at = author.now;
    if (difference.kind == "vanished") {
        let_go(author, merge, known, ground);
    } else {
        auto after = said_from_json(*difference.staged);
        auto before = difference.before ? std::optional{said_from_json(*difference.before)} : std::nullopt;
        auto ours = known ? known->service_id : std::nullopt;
        if (!ours) ours = service_said(author.work, after);
        if (known && known->gone_at && ours) merge.come_back(*ours, day_in_prague(*known->gone_at));
        auto outcome = merge.merge(ours, before ? &*before : nullptr, after, difference.decided == "accept");
        remember(author, difference, after, known, outcome.service);
        if (!outcome.held.empty() && difference.kind != "suspicious") {
            // Somebody saved since the file was read.
            difference.kind = "suspicious", changed.emplace_back("kind"), changed.emplace_back("fields");
            difference.fields = shown_as_json(before ? differences(*before, after) : std::vector<RegisterDifference>{}, outcome.held);
        }
        // Held values may still be accepted later, and then need the words of the register.
        if (difference.kind != "suspicious") difference.staged.reset(), changed.emplace_back("staged");
    }
    db::update_record(author.work, ServiceDifference::table, difference, changed);
}

void count_again(db::Session& work, RegisterImport& import) {
    auto count = [&](const char* kind) {
        return work.one<std::int64_t>("SELECT count(*) FROM register_differences WHERE import_id = $1 AND kind = $2", import.id, std::string{kind});
    };
    import.new_count = count("new"), import.changed_count = count("changed"), import.ended_count = count("ended");
    import.vanished_count = count("vanished"), import.suspicious_count = count("suspicious");
}

std::int64_t applied_so_far(db::Session& db, Id<RegisterImport> import) {
    return db.one<std::int64_t>("SELECT count(*) FROM register_differences WHERE import_id = $1 AND applied_at IS NOT NULL", import);
}

// Where in the file a step ended, and how much it did.
struct StepEnd {
    std::int64_t position = 0, done = 0;
};

StepEnd apply_step(db::Session& work, Instant now, Id<RegisterImport> id, const MergeGround& ground, std::int64_t after_position) {
    auto import = find_import(work, id).value();
    if (import.state != "applying") throw Conflict{};    // another import was begun, or this one was stopped
    Author author{work, now, import.kept.changed_by, import.kept.organisation_id, *import.source_id, true};
    RegisterMerge merge{author, ground};
    StepEnd end{after_position, 0};
    auto began = std::chrono::steady_clock::now();
    for (auto& difference : work.all<ServiceDifference>("SELECT * FROM register_differences WHERE import_id = $1 AND position > $2"
                                                        " AND applied_at IS NULL ORDER BY position LIMIT $3", id, after_position, step_most)) {
        end.position = difference.position, ++end.done;
        apply_one(author, merge, ground, std::move(difference));
        if (std::chrono::steady_clock::now() - began > lock_time) break;
    }
    merge.keep();
    return end;
}

}

const i18n::Texts& register_texts() {
    static const i18n::Texts texts{"cs", files()};
    return texts;
}

RegisterImport begin_applying(db::Session& work, Instant now, Id<RegisterImport> id, const ApplyOptions& options) {
    auto before = find_import(work, id).value(), after = before;
    if (before.state == "applying") return before;
    if (!before.may_be_applied() || (before.drop_percent > drop_limit_percent && !before.allow_drop && !options.allow_drop)) throw Conflict{};
    auto newer = work.one<std::int64_t>("SELECT count(*) FROM register_imports WHERE applied_at > $1", before.kept.created_at);
    if (newer > 0) throw Conflict{};
    work.run("UPDATE register_imports SET state = 'cancelled' WHERE state = 'applying' AND id <> $1", id);
    after.source_id = history::keep_source(work, now, options.user, before.kept.organisation_id, "register",
                                           register_texts().text("register.source", {to_czech(day_in_prague(before.kept.created_at))}));
    after.state = "applying", after.allow_drop = before.allow_drop || options.allow_drop;
    history::keep_change({work, now, options.user, before.kept.organisation_id, *after.source_id}, before, after);
    return find_import(work, id).value();
}

RegisterImport apply(db::Database& database, const Clock& clock, Id<RegisterImport> id, const Progress& progress) {
    auto reading = database.in_read_transaction([&](db::Session& db) {
        return std::pair{CodeLists::read(db), Territory::read(db, day_in_prague(clock.now()))};
    });
    MergeGround ground{reading.first, reading.second, day_in_prague(clock.now())};
    auto [all, done] = database.in_read_transaction([&](db::Session& db) {
        return std::pair{find_import(db, id).value().differences(), applied_so_far(db, id)};
    });
    for (StepEnd end;;) {
        auto from = end.position;
        end = database.in_write_transaction([&](db::Session& work) { return apply_step(work, clock.now(), id, ground, from); });
        if (end.done == 0) break;
        done += end.done;
        if (progress) progress(done, all);
    }
    return database.in_write_transaction([&](db::Session& work) {
        auto before = find_import(work, id).value(), after = before;
        if (before.state != "applying") throw Conflict{};
        after.state = "applied", after.applied_at = clock.now();
        count_again(work, after);
        work.run("UPDATE register_services SET last_import_id = $1 WHERE gone_at IS NULL", id);
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

void decide_difference(db::Session& work, Instant now, std::optional<Id<User>> user, Id<ServiceDifference> id, bool accept) {
    auto difference = work.one<ServiceDifference>("SELECT * FROM register_differences WHERE id = $1", id);
    auto import = find_import(work, difference.import_id).value();
    if (difference.kind != "suspicious" || !difference.staged || import.state == "applying") throw Conflict{};
    work.run("UPDATE register_differences SET decided = $1 WHERE id = $2", std::string{accept ? "accept" : "leave"}, id);
    if (!accept || !difference.applied_at) return;
    auto known = find_known(work, difference.identifier);
    if (!known || known->said != *difference.staged) throw Conflict{};    // the register has said something else since
    auto day = day_in_prague(now);
    auto lists = CodeLists::read(work);
    auto territory = Territory::read(work, day);
    MergeGround ground{lists, territory, day};
    Author author{work, now, user, import.kept.organisation_id, *import.source_id};
    RegisterMerge merge{author, ground};
    auto before = difference.before ? std::optional{said_from_json(*difference.before)} : std::nullopt;
    merge.merge(known->service_id, before ? &*before : nullptr, said_from_json(*difference.staged), true);
    merge.keep();
}

}
