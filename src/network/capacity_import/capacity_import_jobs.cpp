// Queues the work and does it; the file stays beside the uploads until it is applied or given up.
#include "network/capacity_import/capacity_import_jobs.hpp"

#include "network/import_files.hpp"

namespace network {

namespace {

constexpr auto reading_kind = "capacities.read", applying_kind = "capacities.apply";

void give_up(db::Database& database, Instant now, Id<CapacityImport> id) {
    database.in_write_transaction([&](db::Session& work) {
        auto import = find_capacity_import(work, id);
        if (!import || !import->under_way()) return;
        auto after = *import;
        after.state = "cancelled";
        save_capacity_import(work, now, *import, after);
    });
}

std::string read_table(jobs::Run& run) {
    auto [named, file] = ImportFile::of(run.job());
    auto id = Id<CapacityImport>::parse(named).value();
    Clock clock{run.now()};
    try {
        auto import = read_capacities(run.database(), clock, id, file, rows_told_by(run, 0));
        if (import.state == "failed") remove_quietly(file);
        return "capacity_import.state." + import.state;
    } catch (const jobs::Cancelled&) {
        give_up(run.database(), run.now(), id), remove_quietly(file);
        throw;
    } catch (const Conflict&) {
        remove_quietly(file);
        return "capacity_import.state.cancelled";    // given up meanwhile
    }
}

std::string apply_table(jobs::Run& run) {
    auto [named, file] = ImportFile::of(run.job());
    auto id = Id<CapacityImport>::parse(named).value();
    Clock clock{run.now()};
    auto import = run.database().in_read_transaction([&](db::Session& db) { return find_capacity_import(db, id); });
    try {
        apply_capacities(run.database(), clock, id, file, row_reached(run.job()), rows_told_by(run, import->all_rows));
        remove_quietly(file);
        return "capacity_import.state.applied";
    } catch (const jobs::Cancelled&) {
        give_up(run.database(), run.now(), id), remove_quietly(file);
        throw;
    } catch (const Conflict&) {
        return "capacity_import.state.cancelled";    // stopped meanwhile
    }
}

void queue(db::Session& work, Instant now, std::optional<Id<User>> user, const CapacityImport& import, const char* kind,
           const std::string& file) {
    auto after = import;
    after.job_id = jobs::enqueue(work, now, user, import.kept.organisation_id, kind,
                                 ImportFile{to_text(import.id), file}.as_input());
    save_capacity_import(work, now, import, after);
}

}

void queue_reading_capacities(db::Session& work, Instant now, const CapacityImport& import,
                              const std::filesystem::path& file) {
    queue(work, now, import.kept.created_by, import, reading_kind, file.string());
}

void queue_applying_capacities(db::Session& work, Instant now, std::optional<Id<User>> user,
                               const CapacityImport& import) {
    if (import.state != "ready") throw Conflict{};
    auto file = file_of_import(work, import.job_id);
    auto applying = import;
    applying.state = "applying";
    save_capacity_import(work, now, import, applying);
    queue(work, now, user, find_capacity_import(work, import.id).value(), applying_kind, file);
}

void cancel_capacity_import(db::Session& work, Instant now, const CapacityImport& import) {
    if (import.state == "applied" || import.state == "cancelled" || import.state == "failed") throw Conflict{};
    auto job = import.job_id ? jobs::find(work, *import.job_id) : std::nullopt;
    if (import.under_way() && stops_by_itself(work, job)) return;
    if (job) remove_quietly(ImportFile::of(*job).file);
    auto after = import;
    after.state = "cancelled";
    save_capacity_import(work, now, import, after);
}

void know_capacity_jobs(jobs::Workers& workers) {
    workers.know(reading_kind, read_table);
    workers.know(applying_kind, apply_table);
}

}
