// Whoever waits for a job hears how far it is, and nobody else does.
#include "platform/jobs/job_progress.hpp"

#include "tests/world/office.hpp"

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

struct JobProgress : testing::Test {
    world::Office office;
    Id<jobs::Job> job = office.database().in_write_transaction([&](db::Session& work) {
        return jobs::enqueue(work, office.clock().now(), office.eva.id, office.region, "test.walk", "{}");
    });

    http::Response follow(const User& who) { return office.get(who, "/ulohy/" + to_text(job) + "/prubeh"); }
    void set(const std::string& state, std::int64_t done) {
        office.database().in_write_transaction([&](db::Session& work) {
            work.run("UPDATE jobs SET state = $1, done_steps = $2, all_steps = 8 WHERE id = $3", state, done, job);
        });
    }
};

}

TEST_F(JobProgress, is_told_whenever_it_changes_until_the_end) {
    auto stream = follow(office.eva);
    ASSERT_EQ(stream.status, http::ok);
    EXPECT_EQ(stream.type, "text/event-stream");
    EXPECT_GT(stream.pause.count(), 0) << "no thread waits meanwhile";
    EXPECT_THAT(stream.pieces().value(), AllOf(StartsWith("event: progress\n"), HasSubstr("\"percent\":0")));
    EXPECT_EQ(stream.pieces().value(), "") << "nothing has happened";
    set("running", 2);
    EXPECT_THAT(stream.pieces().value(), AllOf(HasSubstr("\"done\":2"), HasSubstr("\"percent\":25")));
    set("done", 8);
    EXPECT_THAT(stream.pieces().value(), AllOf(StartsWith("event: finished\n"), HasSubstr("\"state\":\"done\"")));
    EXPECT_EQ(stream.pieces(), std::nullopt);
}

TEST_F(JobProgress, is_for_who_asked_for_the_job_and_for_administrators) {
    EXPECT_EQ(follow(office.adam).status, http::ok);
    EXPECT_EQ(follow(office.klara).status, http::not_found) << "not even that there is one";
    EXPECT_EQ(follow(office.stranger).status, http::see_other);
    EXPECT_EQ(office.get(office.eva, "/ulohy/nic/prubeh").status, http::not_found);
}
