// Queues, leases and finishes jobs.
#include "platform/jobs/jobs.hpp"

#include "platform/db/record.hpp"
#include "platform/db/transaction.hpp"
#include "platform/time/prague.hpp"

#include <condition_variable>
#include <fmt/format.h>
#include <unistd.h>

namespace jobs {

Id<Job> enqueue(db::Session& work, Instant now, std::optional<Id<User>> user, Id<Organisation> organisation,
                std::string kind, std::string input, std::optional<Instant> not_before) {
    Job job{Id<Job>::made_at(now), std::move(kind), std::move(input)};
    job.not_before = not_before.value_or(now);
    job.kept = {organisation, "job", 1, now, user, now, user};
    db::insert_record(work, Job::table, job);
    return job.id;
}

namespace {

bool had_today(db::Session& db, const std::string& kind, Instant now) {
    auto midnight = from_prague(day_in_prague(now), TimeOfDay{});
    return db.one<std::int64_t>("SELECT count(*) FROM jobs WHERE kind = $1 AND created_at >= $2", kind, midnight) > 0;
}

}

bool enqueue_daily(db::Database& database, Instant now, const std::string& kind, TimeOfDay earliest) {
    if (now < from_prague(day_in_prague(now), earliest)) return false;
    if (had_today(*database.read(), kind, now)) return false;
    return database.in_write_transaction([&](db::Session& work) {
        auto region =
            work.maybe<Id<Organisation>>("SELECT id FROM organisations WHERE kind = 'region' ORDER BY id LIMIT 1");
        if (!region || had_today(work, kind, now)) return false;
        enqueue(work, now, {}, *region, kind, "{}");
        return true;
    });
}

std::optional<Job> find(db::Session& db, Id<Job> id) { return db.maybe<Job>("SELECT * FROM jobs WHERE id = $1", id); }

std::vector<Job> newest(db::Session& db, std::int64_t most) {
    return db.all<Job>("SELECT * FROM jobs ORDER BY created_at DESC, id DESC LIMIT $1", most);
}

void ask_to_cancel(db::Session& work, Id<Job> id) {
    work.run("UPDATE jobs SET cancel_asked = $1 WHERE id = $2 AND finished_at IS NULL", true, id);
}

void Run::progress(std::int64_t done, std::int64_t all, const std::string& checkpoint) {
    auto now = clock_.now();
    auto lease = database_.write();
    auto kept = lease->run(
        "UPDATE jobs SET done_steps = $1, all_steps = $2, checkpoint = $3, leased_until = $4, changed_at = $5"
        " WHERE id = $6 AND worker = $7 AND state = 'running'",
        done, all, checkpoint, now + lease_time, now, job_.id, job_.worker);
    if (!kept) throw LeaseLost{};
    job_.done_steps = done, job_.all_steps = all, job_.checkpoint = checkpoint;
    if (lease->one<bool>("SELECT cancel_asked FROM jobs WHERE id = $1", job_.id)) throw Cancelled{};
}

void Workers::start(int threads) {
    for (int n = 0; n < threads; ++n)
        threads_.emplace_back([this] {
            while (!stopping_) {
                bool did = false;
                try {
                    did = take_one();
                } catch (const std::exception& error) {
                    // The database is away or busy: the queue waits for it.
                    fmt::print(stderr, "jobs: {}\n", error.what());
                }
                if (did) continue;
                std::unique_lock lock{mutex_};
                something_.wait_for(lock, std::chrono::seconds{2}, [this] { return stopping_.load(); });
            }
        });
}

void Workers::stop() {
    stopping_ = true;
    something_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

void Workers::wake() { something_.notify_all(); }

std::optional<Job> Workers::lease_next() {
    auto now = clock_.now();
    auto worker = fmt::format("{}-{}", ::getpid(), to_text(Uuid::made_at(now)));
    auto lease = database_.write();
    db::Transaction work{*lease, db::Intent::write};
    auto& db = work.session();
    for (auto& job : db.all<Job>("SELECT * FROM jobs WHERE (state = 'waiting' AND not_before <= $1)"
                                 " OR (state = 'running' AND leased_until < $1) ORDER BY not_before, id LIMIT 20",
                                 now)) {
        if (!kinds_.contains(job.kind)) continue;
        auto taken = db.run(
            "UPDATE jobs SET state = 'running', worker = $1, leased_until = $2, attempts = attempts + 1, changed_at = $3"
            " WHERE id = $4 AND attempts = $5 AND state IN ('waiting', 'running')",
            worker, now + lease_time, now, job.id, job.attempts);
        if (!taken) continue;
        work.commit();
        job.state = "running", job.worker = worker, ++job.attempts;
        return job;
    }
    return {};
}

bool Workers::take_one() {
    auto job = lease_next();
    if (!job) return false;
    if (job->attempts > attempts_most) {
        finish(*job, "failed", "job.given_up");
        return true;
    }
    Run run{database_, clock_, *job};
    try {
        if (job->cancel_asked) throw Cancelled{};
        finish(*job, "done", kinds_.at(job->kind)(run));
    } catch (const Cancelled&) { finish(*job, "cancelled", "job.cancelled"); } catch (const LeaseLost&) {
        // Whoever took it over finishes it.
    } catch (const std::exception& error) { try_again_or_fail(*job, error.what()); }
    return true;
}

void Workers::finish(const Job& job, const char* state, const std::string& result) {
    auto now = clock_.now();
    auto lease = database_.write();
    lease->run("UPDATE jobs SET state = $1, result = $2, finished_at = $3, changed_at = $3, leased_until = NULL"
               " WHERE id = $4 AND worker = $5",
               std::string{state}, result, now, job.id, job.worker);
}

void Workers::try_again_or_fail(const Job& job, const std::string& reason) {
    auto reference = to_text(job.id);
    fmt::print(stderr, "job {} {} failed: {}\n", job.kind, reference, reason);
    if (job.attempts >= attempts_most) return finish(job, "failed", "job.failed");
    auto now = clock_.now();
    auto lease = database_.write();
    lease->run("UPDATE jobs SET state = 'waiting', not_before = $1, worker = NULL, leased_until = NULL, changed_at = $2"
               " WHERE id = $3 AND worker = $4",
               now + std::chrono::seconds{5 * job.attempts}, now, job.id, job.worker);
}

}
