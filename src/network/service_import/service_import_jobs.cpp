// Queues the work and does it; the file stays beside the uploads until it is applied or given up.
#include "network/service_import/service_import_jobs.hpp"

#include "network/import_files.hpp"

namespace network {

namespace {

constexpr auto opening_kind = "services.open", reading_kind = "services.read", applying_kind = "services.apply";

void give_up(db::Database& database, Instant now, Id<ServiceImport> id) {
    database.in_write_transaction([&](db::Session& work) {
        auto import = find_service_import(work, id);
        if (!import || !import->under_way()) return;
        auto after = *import;
        after.state = "cancelled";
        // What was applied already is shown from now on.
        if (import->state == "applying") history::count_up(work, Service::content);
        save_service_import(work, now, *import, after);
    });
}

// One of the works with a table; the file goes when nobody needs it any more.
std::string work_on(jobs::Run& run, auto work) {
    auto [named, file] = ImportFile::of(run.job());
    auto id = Id<ServiceImport>::parse(named).value();
    Clock clock{run.now()};
    try {
        auto import = work(clock, id, file);
        if (import.state == "failed" || import.state == "applied") remove_quietly(file);
        return "service_import.state." + import.state;
    } catch (const jobs::Cancelled&) {
        give_up(run.database(), run.now(), id), remove_quietly(file);
        throw;
    } catch (const Conflict&) { return "service_import.state.cancelled"; }    // given up or told otherwise meanwhile
}

std::string open_table(jobs::Run& run) {
    return work_on(run, [&](const Clock& clock, Id<ServiceImport> id, const std::string& file) {
        return open_services(run.database(), clock, id, file);
    });
}

std::string read_table(jobs::Run& run) {
    return work_on(run, [&](const Clock& clock, Id<ServiceImport> id, const std::string& file) {
        return read_services(run.database(), clock, id, file, rows_told_by(run, 0));
    });
}

std::string apply_table(jobs::Run& run) {
    return work_on(run, [&](const Clock& clock, Id<ServiceImport> id, const std::string& file) {
        auto all = run.database().in_read_transaction(
            [&](db::Session& db) { return find_service_import(db, id).value().all_rows; });
        return apply_services(run.database(), clock, id, file, row_reached(run.job()), rows_told_by(run, all));
    });
}

void queue(db::Session& work, Instant now, std::optional<Id<User>> user, const ServiceImport& before,
           ServiceImport after, const char* kind, const std::string& file) {
    after.job_id = jobs::enqueue(work, now, user, before.kept.organisation_id, kind,
                                 ImportFile{to_text(before.id), file}.as_input());
    save_service_import(work, now, before, after);
}

}

void queue_opening_services(db::Session& work, Instant now, const ServiceImport& import,
                            const std::filesystem::path& file) {
    queue(work, now, import.kept.created_by, import, import, opening_kind, file.string());
}

void queue_opening_sheet(db::Session& work, Instant now, const ServiceImport& import, const std::string& sheet) {
    if (import.state != "mapping" && import.state != "ready") throw Conflict{};
    auto other = import;
    other.sheet = sheet, other.state = "opening";
    queue(work, now, import.kept.created_by, import, other, opening_kind, file_of_import(work, import.job_id));
}

void queue_reading_services(db::Session& work, Instant now, const ServiceImport& before, ServiceImport mapped) {
    if (before.state != "mapping" && before.state != "ready") throw Conflict{};
    mapped.state = "reading";
    queue(work, now, before.kept.created_by, before, mapped, reading_kind, file_of_import(work, before.job_id));
}

void queue_applying_services(db::Session& work, Instant now, std::optional<Id<User>> user,
                             const ServiceImport& import) {
    if (import.state != "ready") throw Conflict{};
    auto applying = import;
    applying.state = "applying";
    queue(work, now, user, import, applying, applying_kind, file_of_import(work, import.job_id));
}

void cancel_service_import(db::Session& work, Instant now, const ServiceImport& import) {
    if (import.state == "applied" || import.state == "cancelled" || import.state == "failed") throw Conflict{};
    auto job = import.job_id ? jobs::find(work, *import.job_id) : std::nullopt;
    if (import.under_way() && stops_by_itself(work, job)) return;
    if (job) remove_quietly(ImportFile::of(*job).file);
    auto after = import;
    after.state = "cancelled";
    save_service_import(work, now, import, after);
}

void know_service_jobs(jobs::Workers& workers) {
    workers.know(opening_kind, open_table);
    workers.know(reading_kind, read_table);
    workers.know(applying_kind, apply_table);
}

}
