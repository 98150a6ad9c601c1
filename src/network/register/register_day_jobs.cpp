// Queues the asking, and does it.
#include "network/register/register_day_jobs.hpp"

namespace network {

namespace {

constexpr auto till_applied = std::chrono::minutes{10};

Progress heartbeat_of(jobs::Run& run) {
    static constexpr auto often = std::chrono::seconds{1};
    return [&run, last = std::chrono::steady_clock::time_point{}](std::int64_t done, std::int64_t all) mutable {
        auto now = std::chrono::steady_clock::now();
        if (now - last < often) return;
        last = now;
        run.progress(done, all);
    };
}

std::string ask(jobs::Run& run, const RegisterSettings& settings) {
    if (!settings.asks()) return "register_day.state.off";
    Clock clock{run.now()};
    auto organisation = run.job().kept.organisation_id;
    try {
        auto day = take_register_day(run.database(), clock, settings, {organisation, run.job().id}, heartbeat_of(run));
        return "register_day.state." + day.state;
    } catch (const Conflict&) {
        // Yesterday's difference is being applied: today's waits for it.
        run.database().in_write_transaction([&](db::Session& work) {
            jobs::enqueue(work, run.now(), {}, organisation, register_again_job, "{}", run.now() + till_applied);
        });
        return "register_day.state.later";
    }
}

}

void know_register_days(jobs::Workers& workers, const RegisterSettings& settings) {
    for (auto kind : {daily_register_job, register_again_job})
        workers.know(kind, [&settings](jobs::Run& run) { return ask(run, settings); });
}

bool asks_for_register_now(db::Session& db) {
    return db.one<std::int64_t>("SELECT count(*) FROM jobs WHERE kind IN ('register.daily', 'register.again')"
                                " AND finished_at IS NULL") > 0;
}

void ask_for_register_again(db::Session& work, Instant now, std::optional<Id<User>> user,
                            Id<Organisation> organisation) {
    if (!asks_for_register_now(work)) jobs::enqueue(work, now, user, organisation, register_again_job, "{}");
}

}
