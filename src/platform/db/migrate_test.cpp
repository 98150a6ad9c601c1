// A database comes to its present shape once, by one history, and says when something does not fit.
#include "platform/db/migrate.hpp"

#include "platform/db/schema.hpp"
#include "tests/world/empty_database.hpp"

#include <gmock/gmock.h>

#include <thread>

using embedded::File;
using testing::ElementsAre;
using testing::HasSubstr;
using Files = std::vector<File>;

constexpr File trees{"garden/migrations/0003_trees.sql", R"(
-- What grows here.
CREATE TABLE trees (id {id}, name {text_cs}, height {real}, apples {int} NOT NULL, notes {json},
    {valid}, {record});
CREATE INDEX trees_by_name ON trees (name_sort))"};
constexpr File bees{"bees/migrations/0004_bees.sql",
                    "CREATE TABLE bees (id {id}, tree_id {ref} REFERENCES trees (id));"};
constexpr File honey_here{"bees/migrations/0005_honey.sqlite.sql", "CREATE TABLE honey (kind TEXT NOT NULL);"};
constexpr File honey_there{"bees/migrations/0005_honey.postgresql.sql",
                           "CREATE TABLE honey (kind varchar(7) NOT NULL);"};
constexpr File text{"bees/texts/cs.po", "msgid \"bees\""};

struct History : testing::Test {
    void migrate(const Files& files) { db::migrate(db, {files}); }
    std::string objection(const Files& files) {
        try {
            migrate(files);
        } catch (const db::Error& error) { return error.what(); }
        return "none";
    }
    std::vector<std::string> done() { return db.all<std::string>("SELECT file FROM migrations ORDER BY number"); }

    db::Session db = empty_database();
};

TEST_F(History, is_told_in_the_order_of_numbers_over_all_capabilities_and_once) {
    Files network{bees, honey_here, honey_there, text}, platform{trees};
    for (auto time = 0; time < 2; ++time) db::migrate(db, {network, platform});
    auto honey = db.kind() == db::Kind::sqlite ? "0005_honey.sqlite.sql" : "0005_honey.postgresql.sql";
    EXPECT_THAT(done(), ElementsAre("0003_trees.sql", "0004_bees.sql", honey));
}

TEST_F(History, goes_on_where_it_ended) {
    migrate({trees});
    migrate({trees, bees});
    EXPECT_THAT(done(), ElementsAre("0003_trees.sql", "0004_bees.sql"));
}

TEST_F(History, does_not_change_afterwards) {
    migrate({trees});
    EXPECT_THAT(objection({{trees.path, "CREATE TABLE trees (id {id})"}}), HasSubstr("0003_trees.sql was changed"));
    EXPECT_THAT(objection({{"garden/migrations/0003_shrubs.sql", trees.bytes}}),
                HasSubstr("0003_trees.sql was changed"));
}

TEST_F(History, is_never_older_in_the_program_than_in_the_database) {
    migrate({trees, bees});
    EXPECT_THAT(objection({trees}), HasSubstr("newer than this program"));
}

TEST_F(History, has_neither_gaps_nor_doubles) {
    EXPECT_THAT(objection({trees, honey_here, honey_there}), HasSubstr("missing before 0005_honey"));
    EXPECT_THAT(objection({trees, {"bees/migrations/0003_bees.sql", ""}}), HasSubstr("one number"));
    EXPECT_THAT(objection({{"bees/migrations/bees.sql", ""}}), HasSubstr("NNNN_name.sql"));
    EXPECT_THAT(objection({{"bees/migrations/12_bees.sql", ""}}), HasSubstr("NNNN_name.sql"));
    EXPECT_EQ(db::schema_text(db), "");
}

TEST_F(History, keeps_nothing_of_a_step_that_failed) {
    EXPECT_THAT(objection({trees, {bees.path, "CREATE TABLE bees (id {id}); CREATE TABLE bees (id {id})"}}),
                HasSubstr("0004_bees.sql"));
    EXPECT_THAT(objection({trees, {bees.path, "CREATE TABLE bees (id {sting})"}}), HasSubstr("{sting}"));
    EXPECT_THAT(done(), ElementsAre("0003_trees.sql"));
    EXPECT_EQ(db::schema_text(db).find("bees"), std::string::npos);
}

struct MigratedGarden : History {
    MigratedGarden() { migrate({trees}); }
    void keep(Date from, std::optional<Date> to) {
        db.run(
            "INSERT INTO trees (id, name, name_sort, height, apples, notes, valid_from, valid_to, retention, version,"
            " created_at, changed_at) VALUES ($1, 'Oak', $2, 1.5, 12345678901, '{}', $3, $4, 'default', 1, $5, $5)",
            Uuid::made_at({}), db::Bytes{1}, from, to, Instant{});
    }
    Date monday{std::chrono::days{18}};
};

TEST_F(MigratedGarden, has_the_columns_that_every_table_carries) {
    keep(monday, {});
    keep(monday, monday + std::chrono::days{1});
    EXPECT_THROW(keep(monday, monday), db::Check);
    EXPECT_THROW(db.run("UPDATE trees SET retention = $1", std::nullopt), db::NotNull);
}

TEST_F(MigratedGarden, lets_no_text_into_a_column_of_numbers) {
    keep(monday, {});
    EXPECT_EQ(db.run("UPDATE trees SET apples = '7'"), 1);
    EXPECT_THROW(db.run("UPDATE trees SET apples = 'many'"), db::Error);
    EXPECT_THROW(db.run("UPDATE trees SET created_by = 'the gardener'"), db::Error);
    EXPECT_EQ(db.one<std::int64_t>("SELECT apples FROM trees"), 7);
}

TEST_F(History, can_be_read_as_a_text) {
    migrate({trees, bees});
    auto schema = db::schema_text(db);
    EXPECT_THAT(schema, HasSubstr("CREATE TABLE bees ("));
    EXPECT_LT(schema.find("CREATE TABLE bees"), schema.find("CREATE TABLE trees"));
    EXPECT_LT(schema.find("CREATE TABLE trees"), schema.find("CREATE INDEX trees_by_name ON trees"));
    EXPECT_THAT(schema, HasSubstr(db.kind() == db::Kind::sqlite ? ") STRICT;"
                                                                : "created_at timestamp with time zone NOT NULL,"));
    EXPECT_THAT(schema, HasSubstr("valid_from < valid_to"));
    EXPECT_FALSE(schema.ends_with("\n\n"));
}

TEST(Strict, tables_are_recognised_among_comments_and_texts) {
    db::Session db{"sqlite::memory:"};
    auto words = [&](const char* sql) { return in_the_types_of(db.driver(), sql); };
    EXPECT_EQ(words("CREATE TABLE a (b TEXT DEFAULT ');' /* ) */ -- ;)\n);\nCREATE TABLE c (d TEXT)"),
              "CREATE TABLE a (b TEXT DEFAULT ');' /* ) */ -- ;)\n) STRICT;\nCREATE TABLE c (d TEXT) STRICT");
    EXPECT_EQ(words("CREATE VIRTUAL TABLE a USING fts5 (b);"), "CREATE VIRTUAL TABLE a USING fts5 (b);");
    EXPECT_EQ(words("CREATE TABLE a (b TEXT) WITHOUT ROWID;"), "CREATE TABLE a (b TEXT) WITHOUT ROWID;");
    EXPECT_EQ(words("SELECT '{\"a\": {}}'"), "SELECT '{\"a\": {}}'");
}

TEST(Programs, that_start_at_once_migrate_once) {
    EmptyDatabase database;
    Files files{trees, bees, honey_here, honey_there};
    {
        std::vector<std::jthread> programs;
        for (auto n = 0; n < 6; ++n)
            programs.emplace_back([&] {
                db::Session session{database.url()};
                EXPECT_NO_THROW(db::migrate(session, {files}));
            });
    }
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM migrations"), 3);
}
