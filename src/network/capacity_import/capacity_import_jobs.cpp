// Queues the work and does it; the file stays beside the uploads until it is applied or given up.
#include "network/capacity_import/capacity_import_jobs.hpp"

#include "platform/base/json.hpp"

#include <boost/json.hpp>

#include <charconv>

namespace network {

namespace {

constexpr auto reading_kind = "capacities.read", applying_kind = "capacities.apply";

struct FileOfImport {
    std::string import{}, file{};
    static void each_field(auto& input, auto& visit) { visit("import", input.import), visit("file", input.file); }
};

FileOfImport file_of_job(const jobs::Job& job) {
    auto read = boost::json::parse(job.input).as_object();
    return {std::string{read.at("import").as_string()}, std::string{read.at("file").as_string()}};
}

void remove_file(const std::string& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

// A few times in a second are enough for a bar, and each is a transaction.
RowsDone rows_told_by(jobs::Run& run, std::int64_t all) {
    static constexpr auto often = std::chrono::milliseconds{500};
    return [&run, all, last = std::chrono::steady_clock::time_point{}](std::int64_t rows) mutable {
        auto now = std::chrono::steady_clock::now();
        if (now - last < often) return;
        last = now;
        run.progress(rows, std::max(all, rows), std::to_string(rows));
    };
}

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
    auto [named, file] = file_of_job(run.job());
    auto id = Id<CapacityImport>::parse(named).value();
    Clock clock{run.now()};
    try {
        auto import = read_capacities(run.database(), clock, id, file, rows_told_by(run, 0));
        if (import.state == "failed") remove_file(file);
        return "capacity_import.state." + import.state;
    } catch (const jobs::Cancelled&) {
        give_up(run.database(), run.now(), id), remove_file(file);
        throw;
    } catch (const Conflict&) {
        remove_file(file);
        return "capacity_import.state.cancelled";    // given up meanwhile
    }
}

std::string apply_table(jobs::Run& run) {
    auto [named, file] = file_of_job(run.job());
    auto id = Id<CapacityImport>::parse(named).value();
    Clock clock{run.now()};
    std::uint64_t from_row = 0;
    auto& reached = run.job().checkpoint;
    std::from_chars(reached.data(), reached.data() + reached.size(), from_row);
    auto import = run.database().in_read_transaction([&](db::Session& db) { return find_capacity_import(db, id); });
    try {
        apply_capacities(run.database(), clock, id, file, from_row, rows_told_by(run, import->all_rows));
        remove_file(file);
        return "capacity_import.state.applied";
    } catch (const jobs::Cancelled&) {
        give_up(run.database(), run.now(), id), remove_file(file);
        throw;
    } catch (const Conflict&) {
        return "capacity_import.state.cancelled";    // stopped meanwhile
    }
}

void queue(db::Session& work, Instant now, std::optional<Id<User>> user, const CapacityImport& import, const char* kind,
           const std::string& file) {
    auto after = import;
    after.job_id = jobs::enqueue(work, now, user, import.kept.organisation_id, kind,
                                 to_json(FileOfImport{to_text(import.id), file}));
    save_capacity_import(work, now, import, after);
}

}

void queue_reading_capacities(db::Session& work, Instant now, const CapacityImport& import,
                              const std::filesystem::path& file) {
    queue(work, now, import.kept.created_by, import, reading_kind, file.string());
}

void queue_applying_capacities(db::Session& work, Instant now, std::optional<Id<User>> user,
                               const CapacityImport& import) {
    auto job = import.job_id ? jobs::find(work, *import.job_id) : std::nullopt;
    if (import.state != "ready" || !job) throw Conflict{};
    auto file = file_of_job(*job).file;
    auto applying = import;
    applying.state = "applying";
    save_capacity_import(work, now, import, applying);
    queue(work, now, user, find_capacity_import(work, import.id).value(), applying_kind, file);
}

void cancel_capacity_import(db::Session& work, Instant now, const CapacityImport& import) {
    if (import.state == "applied" || import.state == "cancelled" || import.state == "failed") throw Conflict{};
    auto job = import.job_id ? jobs::find(work, *import.job_id) : std::nullopt;
    if (import.under_way() && job && !job->finished()) {
        jobs::ask_to_cancel(work, job->id);
        if (job->state == "running") return;    // it stops after its step
    }
    if (job) remove_file(file_of_job(*job).file);
    auto after = import;
    after.state = "cancelled";
    save_capacity_import(work, now, import, after);
}

void know_capacity_jobs(jobs::Workers& workers) {
    workers.know(reading_kind, read_table);
    workers.know(applying_kind, apply_table);
}

}
