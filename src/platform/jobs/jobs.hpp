// Slow work that outlives a request: a queue in the database, workers that lease from it, progress that a page shows.
#pragma once

#include "platform/db/database.hpp"
#include "platform/history/history.hpp"
#include "platform/time/clock.hpp"
#include "platform/time/time_of_day.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <thread>

namespace jobs {

struct Job {
    Id<Job> id{};
    std::string kind{};
    std::string input{};    // JSON, as the kind reads it
    std::string state = "waiting";
    std::int64_t done_steps = 0;
    std::int64_t all_steps = 0;    // 0: not known yet
    std::string checkpoint{};      // where a second attempt goes on
    std::string result{};          // for people: a text key and its values, or a reference number
    std::int64_t attempts = 0;
    Instant not_before{};
    std::optional<Instant> leased_until{};
    std::optional<std::string> worker{};
    bool cancel_asked = false;
    std::optional<Instant> finished_at{};
    Kept kept{};

    static constexpr auto table = "jobs";
    bool finished() const { return state == "done" || state == "failed" || state == "cancelled"; }
    int percent() const { return all_steps > 0 ? int(done_steps * 100 / all_steps) : 0; }
    static void each_field(auto& job, auto& visit) {
        visit("id", job.id), visit("kind", job.kind), visit("input", job.input), visit("state", job.state);
        visit("done_steps", job.done_steps), visit("all_steps", job.all_steps), visit("checkpoint", job.checkpoint);
        visit("result", job.result), visit("attempts", job.attempts), visit("not_before", job.not_before);
        visit("leased_until", job.leased_until), visit("worker", job.worker), visit("cancel_asked", job.cancel_asked);
        visit("finished_at", job.finished_at);
        Kept::each_field(job.kept, visit);
    }
};

// A worker tries a job so often, and takes it for lost when its heartbeat is older than this.
inline constexpr int attempts_most = 3;
inline constexpr auto lease_time = std::chrono::seconds{30};

// Queues a job within the work that asks for it; it waits until the later moment, where one is given.
Id<Job> enqueue(db::Session& work, Instant now, std::optional<Id<User>>, Id<Organisation>, std::string kind,
                std::string input, std::optional<Instant> not_before = {});
// Once a day in Prague, for the region; false where it is too early, this day has its job, or nobody is there yet.
bool enqueue_daily(db::Database&, Instant now, const std::string& kind, TimeOfDay earliest = {});
std::optional<Job> find(db::Session&, Id<Job>);
std::vector<Job> newest(db::Session&, std::int64_t most);
void ask_to_cancel(db::Session& work, Id<Job>);

struct Cancelled {};    // thrown inside a job when somebody asked to stop it
struct LeaseLost {};    // another worker has taken it over

// A job while it runs.
class Run {
public:
    Run(db::Database& database, const Clock& clock, Job job)
        : database_{database}, clock_{clock}, job_{std::move(job)} {}

    const Job& job() const { return job_; }
    db::Database& database() { return database_; }
    Instant now() const { return clock_.now(); }

    // After each idempotent step: keeps the progress and the lease; throws Cancelled or LeaseLost.
    void progress(std::int64_t done, std::int64_t all, const std::string& checkpoint = {});

private:
    db::Database& database_;
    const Clock& clock_;
    Job job_;
};

using Work = std::function<std::string(Run&)>;    // gives the result

// Takes jobs of the kinds that it knows, in threads of its own.
class Workers {
public:
    Workers(db::Database& database, const Clock& clock) : database_{database}, clock_{clock} {}
    ~Workers() { stop(); }

    void know(std::string kind, Work work) { kinds_[std::move(kind)] = std::move(work); }
    void start(int threads);
    void stop();        // after the steps under way
    bool take_one();    // does one waiting job in this thread; false if there was none
    void wake();        // something was queued

private:
    std::optional<Job> lease_next();
    void finish(const Job&, const char* state, const std::string& result);
    void try_again_or_fail(const Job&, const std::string& reason);

    db::Database& database_;
    const Clock& clock_;
    std::map<std::string, Work> kinds_;
    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::atomic<bool> stopping_ = false;
};

}
