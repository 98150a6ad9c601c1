// Queues imports and works them off.
#include "network/register/register_jobs.hpp"

#include "network/import_files.hpp"
#include "network/proposals/provider_notices.hpp"

namespace network {

namespace {

// Each telling is a transaction of its own: a few in a second are enough for a bar.
Progress told_by(jobs::Run& run) {
    static constexpr auto often = std::chrono::milliseconds{250};
    return [&run, last = std::chrono::steady_clock::time_point{}](std::int64_t done, std::int64_t all) mutable {
        auto now = std::chrono::steady_clock::now();
        if (now - last < often && done < all) return;
        last = now;
        run.progress(done, all);
    };
}

// A second attempt tells nobody twice.
void tell_providers(jobs::Run& run, const RegisterImport& import) {
    run.database().in_write_transaction([&](db::Session& work) {
        auto source = history::keep_source(work, run.now(), {}, import.kept.organisation_id, "register", "");
        tell_of_register({work, run.now(), {}, import.kept.organisation_id, source}, import.id);
    });
}

std::string read_file(jobs::Run& run) {
    auto input = ImportFile::of(run.job());
    auto id = Id<RegisterImport>::parse(input.import).value();
    Clock clock{run.now()};
    try {
        auto import = stage(run.database(), clock, id, input.file, told_by(run));
        remove_quietly(input.file);
        if (import.state == "ready") tell_providers(run, import);
        return "register.state." + import.state;
    } catch (const jobs::Cancelled&) {
        give_up_import(run.database(), run.now(), id);
        remove_quietly(input.file);
        throw;
    } catch (const Conflict&) {
        remove_quietly(input.file);
        return "register.state.cancelled";    // given up meanwhile
    }
}

std::string apply_read(jobs::Run& run) {
    auto id = Id<RegisterImport>::parse(ImportFile::of(run.job()).import).value();
    Clock clock{run.now()};
    try {
        apply(run.database(), clock, id, told_by(run));
        return "register.state.applied";
    } catch (const jobs::Cancelled&) {
        stop_applying(run.database(), run.now(), id);
        throw;
    } catch (const Conflict&) {
        return "register.state.cancelled";    // stopped, or a newer import has begun
    }
}

void queue(db::Session& work, Instant now, std::optional<Id<User>> user, const RegisterImport& import, const char* kind,
           const std::string& file) {
    auto after = import;
    after.job_id = jobs::enqueue(work, now, user, import.kept.organisation_id, kind,
                                 ImportFile{to_text(import.id), file}.as_input());
    save_import(work, now, import, after);
}

}

void queue_reading(db::Session& work, Instant now, const RegisterImport& import, const std::filesystem::path& file) {
    queue(work, now, import.kept.created_by, import, "register.read", file.string());
}

void queue_applying(db::Session& work, Instant now, std::optional<Id<User>> user, const RegisterImport& import) {
    queue(work, now, user, import, "register.apply", "");
}

void cancel_import(db::Session& work, Instant now, const RegisterImport& import) {
    auto job = import.job_id ? jobs::find(work, *import.job_id) : std::nullopt;
    if (import.state == "applied" || import.state == "cancelled") throw Conflict{};
    if (import.under_way() && stops_by_itself(work, job)) return;
    if (job && job->kind == "register.read") remove_quietly(ImportFile::of(*job).file);
    auto after = import;
    after.state = "cancelled";
    save_import(work, now, import, after);
}

void know_register_jobs(jobs::Workers& workers) {
    workers.know("register.read", read_file);
    workers.know("register.apply", apply_read);
}

}
