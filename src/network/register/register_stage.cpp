// Reads, compares, and keeps the differences as they come.
#include "network/register/register_stage.hpp"

#include "network/register/register_pace.hpp"
#include "platform/base/json.hpp"

#include <fstream>
#include <sodium.h>

namespace network {

namespace {

constexpr std::size_t batch_first = 20;    // differences kept at once, until it is known how long that takes
constexpr std::size_t notes_most = 500;    // shown to people; the rest is counted

Kept kept_of(const RegisterImport& import, Instant now) {
    Kept kept;
    kept.organisation_id = import.kept.organisation_id, kept.created_at = kept.changed_at = now;
    kept.created_by = kept.changed_by = import.kept.created_by;
    return kept;
}

// Somebody gave it up, or began to read another file.
void demand_reading(db::Session& work, Id<RegisterImport> import) {
    if (work.one<std::string>("SELECT state FROM register_imports WHERE id = $1", import) != "reading")
        throw Conflict{};
}

// Differences on their way into the database.
class Staging {
public:
    Staging(db::Database& database, const Clock& clock, const RegisterImport& import, const Progress& progress)
        : database_{database}, clock_{clock}, import_{import}, progress_{progress}, pace_{database, batch_first} {}

    void take(ServiceDifference&& difference) {
        auto now = clock_.now();
        difference.id = Id<ServiceDifference>::made_at(now), difference.import_id = import_.id,
        difference.kept = kept_of(import_, now);
        waiting_.push_back(std::move(difference));
        if (waiting_.size() >= pace_.most()) keep();
    }

    void keep() {
        pace_.step([&](db::Session& work) {
            demand_reading(work, import_.id);
            return db::bulk_insert(work, ServiceDifference::table, waiting_);
        });
        waiting_.clear();
    }

    // A heartbeat also for a file in which nothing differs; it has about as many services as the one before.
    void another_service(std::int64_t expected) {
        if (++read_ % 200 == 0 && progress_) progress_(read_, std::max(read_, expected));
    }

    void keep_notes(const RegisterWarnings& warnings) {
        std::vector<ImportNote> notes;
        for (auto& warning : warnings.all()) {
            if (notes.size() == notes_most) break;
            ImportNote note{Id<ImportNote>::made_at(clock_.now()),
                            import_.id,
                            std::int64_t(notes.size() + 1),
                            warning.text_key(),
                            warning.identifier,
                            to_json(warning.values),
                            std::int64_t(warning.times),
                            kept_of(import_, clock_.now())};
            notes.push_back(std::move(note));
        }
        database_.in_write_transaction([&](db::Session& work) { db::bulk_insert(work, ImportNote::table, notes); });
    }

private:
    db::Database& database_;
    const Clock& clock_;
    const RegisterImport& import_;
    const Progress& progress_;
    Pace pace_;
    std::vector<ServiceDifference> waiting_;
    std::int64_t read_ = 0;
};

// In pieces, so that nobody waits for the lock.
void forget_differences(db::Database& database, Id<RegisterImport> import) {
    Pace pace{database, batch_first};
    while (pace.step([&](db::Session& work) {
        return work.run("DELETE FROM register_differences WHERE id IN"
                        " (SELECT id FROM register_differences WHERE import_id = $1 LIMIT $2)",
                        import, std::int64_t(pace.most()));
    }) > 0) {}
    database.in_write_transaction(
        [&](db::Session& work) { work.run("DELETE FROM register_notes WHERE import_id = $1", import); });
}

RegisterImport change_import(db::Database& database, Instant now, Id<RegisterImport> id, auto what) {
    return database.in_write_transaction([&](db::Session& work) {
        auto before = find_import(work, id).value(), after = before;
        what(after);
        save_import(work, now, before, after);
        return find_import(work, id).value();
    });
}

RegisterFileOptions reading_options(const RegisterComparison& comparison, Date day) {
    RegisterFileOptions options;
    options.day = day, options.municipalities = &comparison.municipalities(), options.codes = &comparison.codes();
    return options;
}

void take_counts(RegisterImport& import, const RegisterCounts& counts) {
    import.services = counts.services, import.facilities = counts.facilities;
    import.services_before = counts.services_before, import.facilities_before = counts.facilities_before;
    import.new_count = counts.of("new"), import.changed_count = counts.of("changed"),
    import.ended_count = counts.of("ended");
    import.vanished_count = counts.of("vanished"), import.suspicious_count = counts.of("suspicious");
    import.unchanged_count = counts.unchanged, import.drop_percent = counts.drop_percent();
}

}

db::Bytes hash_of_file(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::vector<char> piece(256 * 1024);
    crypto_generichash_state state;
    db::Bytes hash(crypto_generichash_BYTES);
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    while (in.read(piece.data(), std::streamsize(piece.size())), in.gcount() > 0)
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                  std::uint64_t(in.gcount()));
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

RegisterImport begin_import(db::Session& work, Instant now, std::optional<Id<User>> user, Id<Organisation> organisation,
                            const StageOptions& options) {
    RegisterImport import;
    import.id = Id<RegisterImport>::made_at(now);
    import.file_name = options.file_name, import.region_code = options.region, import.allow_drop = options.allow_drop;
    auto source = history::keep_source(work, now, user, organisation, user ? "person" : "import", options.file_name);
    history::keep_new({work, now, user, organisation, source}, import);
    return import;
}

namespace {

struct Read {
    RegisterCounts counts;
    std::uint64_t bytes;
};

// The snapshot that it compares with lasts as long as this.
Read read_into_differences(db::Database& database, const Clock& clock, Id<RegisterImport> id,
                           const std::filesystem::path& file, const Progress& progress) {
    auto day = day_in_prague(clock.now());
    auto reading = database.read();
    auto import = find_import(*reading, id).value();
    RegisterComparison comparison{*reading, day, import.region_code};
    Staging staging{database, clock, import, progress};
    auto summary = read_register_file(
        file,
        [&](RegisterService&& service) {
            if (auto difference = comparison.compare(service)) staging.take(std::move(*difference));
            staging.another_service(comparison.counts().services_before);
        },
        reading_options(comparison, day));
    comparison.vanished([&](ServiceDifference&& difference) { staging.take(std::move(difference)); });
    staging.keep();
    staging.keep_notes(summary.warnings);
    return {comparison.counts(), summary.bytes};
}

}

RegisterImport stage(db::Database& database, const Clock& clock, Id<RegisterImport> id,
                     const std::filesystem::path& file, const Progress& progress) {
    forget_differences(database, id);
    try {
        auto read = read_into_differences(database, clock, id, file, progress);
        settle_pages(database);
        auto hash = hash_of_file(file);
        return change_import(database, clock.now(), id, [&](RegisterImport& import) {
            if (import.state != "reading") throw Conflict{};
            take_counts(import, read.counts);
            import.file_hash = hash, import.bytes = std::int64_t(read.bytes), import.read_at = clock.now();
            import.state = !import.allow_drop && import.drop_percent > drop_limit_percent ? "refused" : "ready";
        });
    } catch (const RegisterFileError& error) {
        forget_differences(database, id);
        return change_import(database, clock.now(), id, [&](RegisterImport& import) {
            import.state = "failed", import.error_key = error.text_key(), import.error_values = to_json(error.values);
        });
    }
}

void give_up_cut_off(db::Database& database, Instant now) {
    auto cut_off = database.in_read_transaction([](db::Session& db) {
        return db.all<Id<RegisterImport>>("SELECT id FROM register_imports WHERE state = 'reading' AND job_id IS NULL");
    });
    for (auto& import : cut_off) give_up_import(database, now, import);
}

void give_up_import(db::Database& database, Instant now, Id<RegisterImport> id) {
    auto given_up = change_import(database, now, id, [&](RegisterImport& import) {
        if (import.state == "reading" || import.may_be_applied()) import.state = "cancelled";
    });
    if (given_up.state == "cancelled") forget_differences(database, id);
}

DryRun dry_run(db::Database& database, Date day, const std::filesystem::path& file,
               const std::optional<std::string>& region, const Progress& progress) {
    DryRun run;
    auto reading = database.read();
    RegisterComparison comparison{*reading, day, region};
    auto note = [&](const ServiceDifference& difference) {
        tally(run.territory, difference.kind, difference.region_code, difference.orp_codes);
    };
    std::int64_t read = 0;
    run.summary = read_register_file(
        file,
        [&](RegisterService&& service) {
            if (auto difference = comparison.compare(service)) note(*difference);
            if (++read % 200 == 0 && progress) progress(read, std::max(read, comparison.counts().services_before));
        },
        reading_options(comparison, day));
    comparison.vanished(note);
    sort_tally(run.territory);
    run.counts = comparison.counts();
    return run;
}

}
