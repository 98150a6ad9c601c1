#include "platform/db/commit_watch.hpp"

#include "tests/world/empty_database.hpp"

#include <gmock/gmock.h>

using namespace testing;

namespace {

void make_table(EmptyDatabase& database) {
    db::Session{database.url()}.driver().script("CREATE TABLE visits (visitor TEXT NOT NULL)");
}

TEST(CommitWatches, see_every_commit_of_whoever_made_it_and_nothing_else) {
    EmptyDatabase database;
    make_table(database);
    db::CommitWatch watch{*database};
    auto before = watch.mark();
    if (database->kind() != db::Kind::sqlite) {
        EXPECT_FALSE(before);
        return;
    }
    ASSERT_TRUE(before);
    database->in_read_transaction([](db::Session& db) { return db.one<std::int64_t>("SELECT count(*) FROM visits"); });
    EXPECT_EQ(watch.mark(), before);

    db::Session other{database->url()};    // as another process has it
    other.run("INSERT INTO visits (visitor) VALUES ('Eva')");
    auto after = watch.mark();
    EXPECT_NE(after, before);
    EXPECT_EQ(watch.mark(), after);

    database->in_write_transaction([](db::Session& db) { db.run("UPDATE visits SET visitor = 'Petr'"); });
    EXPECT_NE(watch.mark(), after);
}

TEST(CommitWatches, are_not_moved_by_what_was_undone) {
    EmptyDatabase database;
    make_table(database);
    db::CommitWatch watch{*database};
    auto before = watch.mark();
    auto undone = [](db::Session& db) {
        db.run("INSERT INTO visits (visitor) VALUES ('Tom')");
        throw std::runtime_error{"changed my mind"};
    };
    EXPECT_THROW(database->in_write_transaction(undone), std::runtime_error);
    EXPECT_EQ(watch.mark(), before);
}

}
