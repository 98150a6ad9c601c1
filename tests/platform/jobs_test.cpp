// What the queue of slow work promises, also when a worker dies.
#include "platform/jobs/jobs.hpp"
#include "tests/world/office.hpp"

using namespace std::chrono_literals;

struct Jobs : testing::Test {
    Id<jobs::Job> queue(std::string kind, std::string input = "{}") {
        return office.database().in_write_transaction([&](db::Session& work) {
            return jobs::enqueue(work, office.clock().now(), office.eva.id, office.region, kind, input);
        });
    }
    jobs::Job job(Id<jobs::Job> id) {
        auto lease = office.database().read();
        return *jobs::find(*lease, id);
    }
    world::Office office;
    jobs::Workers workers{office.database(), office.clock()};
};

TEST_F(Jobs, a_job_runs_once_and_tells_its_progress) {
    int runs = 0;
    workers.know("count", [&](jobs::Run& run) {
        for (int n = 1; n <= 4; ++n) run.progress(n, 4);
        return "done " + std::to_string(++runs);
    });
    auto id = queue("count");
    EXPECT_TRUE(workers.take_one());
    EXPECT_FALSE(workers.take_one());
    EXPECT_EQ(job(id).state, "done");
    EXPECT_EQ(job(id).percent(), 100);
    EXPECT_EQ(job(id).result, "done 1");
}

TEST_F(Jobs, a_job_of_a_kind_that_nobody_knows_waits) {
    auto id = queue("unknown");
    EXPECT_FALSE(workers.take_one());
    EXPECT_EQ(job(id).state, "waiting");
}

TEST_F(Jobs, a_job_that_fails_is_tried_again_later_and_given_up_after_three_times) {
    workers.know("break", [](jobs::Run&) -> std::string { throw std::runtime_error{"no luck"}; });
    auto id = queue("break");
    for (int n = 0; n < jobs::attempts_most; ++n) {
        EXPECT_TRUE(workers.take_one());
        EXPECT_FALSE(workers.take_one());    // not at once
        office.clock().set(office.clock().now() + 1min);
    }
    EXPECT_EQ(job(id).state, "failed");
    EXPECT_EQ(job(id).result, "job.failed");
}

TEST_F(Jobs, a_job_asked_to_stop_stops_at_its_next_step) {
    Id<jobs::Job> id{};
    workers.know("long", [&](jobs::Run& run) {
        run.progress(1, 10);
        office.database().in_write_transaction([&](db::Session& work) { jobs::ask_to_cancel(work, id); });
        run.progress(2, 10);
        return std::string{"never"};
    });
    id = queue("long");
    workers.take_one();
    EXPECT_EQ(job(id).state, "cancelled");
    EXPECT_EQ(job(id).done_steps, 2);
}

TEST_F(Jobs, a_worker_that_died_leaves_its_job_to_another_which_goes_on_from_the_checkpoint) {
    std::string began_at;
    workers.know("steps", [&](jobs::Run& run) {
        began_at = run.job().checkpoint;
        return std::string{"done"};
    });
    auto id = queue("steps");
    // As a killed process leaves it: running, with a checkpoint and a lease that nobody renews.
    office.database().write()->run(
        "UPDATE jobs SET state = 'running', worker = 'gone', attempts = 1, checkpoint = '7', leased_until = $1 WHERE id = $2",
        office.clock().now() + 30s, id);
    EXPECT_FALSE(workers.take_one());    // the lease still holds
    office.clock().set(office.clock().now() + 31s);
    EXPECT_TRUE(workers.take_one());
    EXPECT_EQ(began_at, "7");
    EXPECT_EQ(job(id).state, "done");
}

TEST_F(Jobs, a_worker_that_was_taken_for_dead_may_not_write_any_more) {
    workers.know("slow", [&](jobs::Run& run) {
        office.database().write()->run("UPDATE jobs SET worker = 'another' WHERE id = $1", run.job().id);
        run.progress(1, 2);
        return std::string{"never"};
    });
    auto id = queue("slow");
    workers.take_one();
    EXPECT_EQ(job(id).state, "running");
    EXPECT_EQ(job(id).worker, "another");
}

TEST_F(Jobs, many_workers_do_each_job_once) {
    std::atomic<int> runs = 0;
    workers.know("count", [&](jobs::Run&) { return ++runs, std::string{}; });
    for (int n = 0; n < 20; ++n) queue("count");
    workers.start(4);
    for (int n = 0; n < 500 && runs < 20; ++n) std::this_thread::sleep_for(10ms);
    workers.stop();
    EXPECT_EQ(runs, 20);
}
