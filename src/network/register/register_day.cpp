// One day: the file, the difference, what gives way to it, and who is told.
#include "network/register/register_day.hpp"

#include "network/proposals/provider_notices.hpp"
#include "network/register/register_apply.hpp"
#include "network/register/register_day_notices.hpp"
#include "platform/base/json.hpp"

#include <fstream>

namespace network {

std::vector<RegisterDay> newest_days(db::Session& db, std::int64_t most) {
    return db.all<RegisterDay>("SELECT * FROM register_days ORDER BY day DESC LIMIT $1", most);
}

std::optional<RegisterDay> day_of_import(db::Session& db, Id<RegisterImport> import) {
    return db.maybe<RegisterDay>("SELECT * FROM register_days WHERE import_id = $1", import);
}

namespace {

void save_day(db::Session& work, Instant now, const RegisterDay& before, RegisterDay after) {
    after.kept.version = before.kept.version + 1, after.kept.changed_at = now;
    auto saved = db::update_record(work, RegisterDay::table, after,
                                   {"state", "source", "import_id", "bytes", "packed", "file_hash", "etag",
                                    "last_modified", "taken_at", "error_key", "error_values", "version", "changed_at"},
                                   before.kept.version);
    if (!saved) throw Conflict{};
}

// The day on which the source was last read to the end, today included.
std::optional<RegisterDay> last_taken(db::Session& db) {
    return db.maybe<RegisterDay>("SELECT * FROM register_days WHERE taken_at IS NOT NULL AND file_hash IS NOT NULL"
                                 " ORDER BY day DESC LIMIT 1");
}

// What the last attempt came to; one that was cut off says nothing.
bool fails_already(db::Session& db) {
    return db.maybe<std::string>(
               "SELECT state FROM register_days WHERE state <> 'reading' ORDER BY day DESC LIMIT 1") == "failed";
}

// Whether that day's reading still says all that a second one of the same file would: its difference waits or was
// applied, and nobody has read another file since.
bool still_holds(db::Session& db, const RegisterDay& last) {
    if (last.state != "unchanged" && last.state != "differs") return false;
    auto import = last.import_id ? find_import(db, *last.import_id) : std::nullopt;
    if (last.state == "differs" && (!import || (import->state != "applied" && !import->may_be_applied()))) return false;
    return db.one<std::int64_t>("SELECT count(*) FROM register_imports WHERE created_at > $1", *last.taken_at) == 0;
}

bool is_being_applied(db::Session& db) {
    return db.one<std::int64_t>("SELECT count(*) FROM register_imports JOIN jobs ON jobs.id = job_id"
                                " WHERE register_imports.state = 'applying' AND finished_at IS NULL") > 0;
}

RegisterDay begin_day(db::Session& work, Instant now, const RegisterSettings& settings, Id<Organisation> organisation) {
    auto today = day_in_prague(now);
    auto standing = work.maybe<RegisterDay>("SELECT * FROM register_days WHERE day = $1", today);
    if (standing) {
        auto again = *standing;
        if (again.state == "failed") again.state = "reading";
        again.source = shown_source(settings.source), again.error_key.reset(), again.error_values.reset();
        save_day(work, now, *standing, again);
        return work.one<RegisterDay>("SELECT * FROM register_days WHERE id = $1", standing->id);
    }
    RegisterDay day;
    day.id = Id<RegisterDay>::made_at(now), day.day = today, day.source = shown_source(settings.source);
    day.kept = {organisation, "permanent", 1, now, {}, now, {}};
    db::insert_record(work, RegisterDay::table, day);
    return day;
}

bool is_packed(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    char magic[2]{};
    in.read(magic, 2);
    return in.gcount() == 2 && magic[0] == '\x1f' && magic[1] == '\x8b';
}

std::string megabytes(std::int64_t bytes) { return std::to_string((bytes + 500'000) / 1'000'000); }

// The register grows; half of it gone is a file that somebody broke, however well it reads.
void refuse_halved(const RegisterDay& today, const std::optional<RegisterDay>& last) {
    constexpr std::int64_t too_small_to_tell = 100'000;
    if (!last || last->packed != today.packed || last->bytes < too_small_to_tell || today.bytes * 2 >= last->bytes)
        return;
    throw RegisterSourceError{"halved", {megabytes(last->bytes), megabytes(today.bytes)}};
}

class TakingDay {
public:
    TakingDay(db::Database& database, const Clock& clock, const RegisterSettings& settings, const AskedFor& asked,
              const Progress& progress)
        : database_{database}, clock_{clock}, settings_{settings}, asked_{asked}, progress_{progress} {}

    RegisterDay take() {
        database_.in_write_transaction([&](db::Session& work) {
            // A difference made beside one that is being applied would be of neither.
            if (is_being_applied(work)) throw Conflict{};
            failing_ = fails_already(work), last_ = last_taken(work);
            day_ = begin_day(work, clock_.now(), settings_, asked_.organisation);
        });
        try {
            return read();
        } catch (const RegisterSourceError& error) { return failed(error.text_key(), error.values); }
    }

private:
    RegisterDay read() {
        auto holds = database_.in_read_transaction([&](db::Session& db) { return last_ && still_holds(db, *last_); });
        holds = holds && last_->source == day_.source;
        auto taken =
            take_register_file(settings_, "register-day-" + to_text(day_.id),
                               holds ? KnownFile{last_->etag, last_->last_modified} : KnownFile{}, [&](std::uint64_t) {
                                   if (progress_) progress_(0, 0);
                               });
        auto found = day_;
        if (taken.not_modified) {
            found.bytes = last_->bytes, found.packed = last_->packed, found.file_hash = last_->file_hash;
            found.etag = last_->etag, found.last_modified = last_->last_modified;
            return unchanged(found);
        }
        std::error_code unreadable;
        found.bytes = std::int64_t(std::filesystem::file_size(taken.path, unreadable));
        if (unreadable) throw RegisterSourceError{"unreadable", {day_.source}};
        found.packed = is_packed(taken.path), found.file_hash = hash_of_file(taken.path);
        found.etag = taken.known.etag, found.last_modified = taken.known.last_modified;
        if (holds && last_->file_hash == found.file_hash) return unchanged(found);
        refuse_halved(found, last_);
        return compare(found, taken.path);
    }

    RegisterDay compare(const RegisterDay& found, const std::filesystem::path& file) {
        give_up_cut_off_before();
        auto begun = database_.in_write_transaction([&](db::Session& work) {
            auto region = settings_.region.empty() ? std::nullopt : std::optional{settings_.region};
            auto import = begin_import(work, clock_.now(), {}, asked_.organisation,
                                       {register_texts().text("register_day.file", {to_czech(day_.day)}), region});
            if (!asked_.job) return import;
            auto of_job = import;
            of_job.job_id = asked_.job;
            save_import(work, clock_.now(), import, of_job);
            return find_import(work, import.id).value();
        });
        RegisterImport import;
        try {
            import = stage(database_, clock_, begun.id, file, progress_);
        } catch (const jobs::Cancelled&) {
            give_up_import(database_, clock_.now(), begun.id);
            failed("register_day.error.stopped", {});
            throw;
        }
        if (import.state == "failed") return failed(*import.error_key, texts_of(import));
        auto after = found;
        if (day_.import_id && *day_.import_id != import.id) give_up_waiting(*day_.import_id);
        if (import.differences() == 0 && import.state == "ready") {
            give_up_import(database_, clock_.now(), import.id);
            supersede_older();
            if (!day_was_applied()) after.import_id = import.id, after.state = "unchanged";
            return unchanged(after);
        }
        supersede_older();
        after.import_id = import.id;
        return differs(after, import);
    }

    // A former attempt of this job that ended with its process.
    void give_up_cut_off_before() {
        if (!asked_.job) return give_up_cut_off(database_, clock_.now());
        auto cut_off = database_.in_read_transaction([&](db::Session& db) {
            return db.all<Id<RegisterImport>>("SELECT id FROM register_imports WHERE state = 'reading' AND job_id = $1",
                                              *asked_.job);
        });
        for (auto& import : cut_off) give_up_import(database_, clock_.now(), import);
    }

    static std::vector<std::string> texts_of(const RegisterImport& import) {
        return texts_from_json(import.error_values.value_or("[]"));
    }

    bool day_was_applied() {
        if (day_.state != "differs" || !day_.import_id) return false;
        return database_.in_read_transaction(
            [&](db::Session& db) { return find_import(db, *day_.import_id).value().state == "applied"; });
    }

    void give_up_waiting(Id<RegisterImport> import) {
        auto waits = database_.in_read_transaction([&](db::Session& db) {
            auto one = find_import(db, import).value();
            return one.may_be_applied() || one.state == "reading";
        });
        if (waits) give_up_import(database_, clock_.now(), import);
    }

    // What was not accepted till now is no longer offered: accepting never goes back in time.
    void supersede_older() {
        auto older = database_.in_read_transaction([&](db::Session& db) {
            return db.all<RegisterDay>("SELECT register_days.* FROM register_days JOIN register_imports"
                                       " ON register_imports.id = import_id WHERE register_days.state = 'differs'"
                                       " AND register_imports.state IN ('ready', 'refused') AND day < $1",
                                       day_.day);
        });
        for (auto& former : older) {
            give_up_import(database_, clock_.now(), *former.import_id);
            database_.in_write_transaction([&](db::Session& work) {
                auto marked = former;
                marked.state = "superseded";
                save_day(work, clock_.now(), former, marked);
            });
        }
    }

    RegisterDay unchanged(const RegisterDay& found) {
        return keep([&](db::Session&, RegisterDay& day) {
            day = found;
            day.taken_at = clock_.now();
            if (day.state == "reading") day.state = "unchanged";
        });
    }

    RegisterDay differs(const RegisterDay& found, const RegisterImport& import) {
        return keep([&](db::Session& work, RegisterDay& day) {
            day = found;
            day.taken_at = clock_.now(), day.state = "differs";
            auto source = history::keep_source(work, clock_.now(), {}, asked_.organisation, "register", day.source);
            Author author{work, clock_.now(), {}, asked_.organisation, source};
            tell_of_day(author, import);
            if (import.state == "ready") tell_of_register(author, import.id);
        });
    }

    RegisterDay failed(const std::string& key, const std::vector<std::string>& values) {
        if (day_.state != "reading") {    // asked once more: what the day has already stays
            auto told = day_;
            told.state = "failed", told.error_key = key, told.error_values = to_json(values);
            return told;
        }
        return keep([&](db::Session& work, RegisterDay& day) {
            day.state = "failed", day.error_key = key, day.error_values = to_json(values);
            if (failing_) return;
            auto source = history::keep_source(work, clock_.now(), {}, asked_.organisation, "register", day.source);
            tell_of_failed_day({work, clock_.now(), {}, asked_.organisation, source}, key, values);
        });
    }

    RegisterDay keep(auto change) {
        return database_.in_write_transaction([&](db::Session& work) {
            auto before = work.one<RegisterDay>("SELECT * FROM register_days WHERE id = $1", day_.id), after = before;
            change(work, after);
            after.kept = before.kept;
            save_day(work, clock_.now(), before, after);
            return work.one<RegisterDay>("SELECT * FROM register_days WHERE id = $1", day_.id);
        });
    }

    db::Database& database_;
    const Clock& clock_;
    const RegisterSettings& settings_;
    const AskedFor& asked_;
    const Progress& progress_;
    RegisterDay day_{};
    std::optional<RegisterDay> last_{};
    bool failing_ = false;
};

}

RegisterDay take_register_day(db::Database& database, const Clock& clock, const RegisterSettings& settings,
                              const AskedFor& asked, const Progress& progress) {
    return TakingDay{database, clock, settings, asked, progress}.take();
}

}
