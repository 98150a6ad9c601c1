#include "platform/db/commit_watch.hpp"

#include "tests/world/empty_database.hpp"

#include <gmock/gmock.h>

using namespace testing;

namespace {

TEST(CommitWatches, see_every_commit_of_whoever_made_it_and_nothing_else) {
    world::EmptyDatabase database;
    db::CommitWatch watch{*database};
    auto before = watch.mark();
    if (database->kind() != db::Kind::sqlite) {
        EXPECT_FALSE(before);
        return;
    }
    ASSERT_TRUE(before);
    auto versions = [](db::Session& db) { return db.one<std::int64_t>("SELECT count(*) FROM content_versions"); };
    database->in_read_transaction(versions);
    EXPECT_EQ(watch.mark(), before);

    db::Session other{database->url()};    // as another process has it
    other.run("INSERT INTO content_versions (content, version) VALUES ('watched', 1)");
    auto after = watch.mark();
    EXPECT_NE(after, before);
    EXPECT_EQ(watch.mark(), after);

    database->in_write_transaction([](db::Session& db) { db.run("UPDATE content_versions SET version = 2 WHERE content = 'watched'"); });
    EXPECT_NE(watch.mark(), after);
}

TEST(CommitWatches, are_not_moved_by_what_was_undone) {
    world::EmptyDatabase database;
    db::CommitWatch watch{*database};
    auto before = watch.mark();
    auto undone = [](db::Session& db) {
        db.run("INSERT INTO content_versions (content, version) VALUES ('undone', 1)");
        throw std::runtime_error{"changed my mind"};
    };
    EXPECT_THROW(database->in_write_transaction(undone), std::runtime_error);
    EXPECT_EQ(watch.mark(), before);
}

}
