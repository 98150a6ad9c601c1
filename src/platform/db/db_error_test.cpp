// Each thing a database may object to, forced on both.
#include "platform/db/migrate.hpp"
#include "platform/db/transaction.hpp"
#include "tests/world/empty_database.hpp"

#include <gmock/gmock.h>

using testing::AnyOf;
using testing::Eq;
using testing::HasSubstr;
using testing::Not;

struct Objections : testing::Test {
    Objections() {
        db->driver().script(in_the_types_of(db->driver(), R"(
            CREATE TABLE beds (id {id}, number INTEGER NOT NULL CONSTRAINT one_bed_one_number UNIQUE, room {ref} REFERENCES beds,
                price {money} CONSTRAINT price_is_no_gift CHECK (price > 0)))"));
    }
    void keep(std::int64_t number, std::optional<Money> price = {}, std::optional<Uuid> room = {}) {
        db->run("INSERT INTO beds (id, number, price, room) VALUES ($1, $2, $3, $4)", Uuid::made_at({}), number, price,
                room);
    }
    template <class Error>
    Error objection(auto act) {
        try {
            act();
        } catch (const Error& error) { return error; }
        throw std::logic_error{"no objection"};
    }
    bool sqlite() { return database->kind() == db::Kind::sqlite; }

    EmptyDatabase database;
    db::Lease db = database->write();
};

TEST_F(Objections, name_the_rule_and_never_the_value) {
    keep(4711);
    auto twice = objection<db::Unique>([&] { keep(4711); });
    EXPECT_THAT(twice.rule, AnyOf(Eq("beds.number"), Eq("one_bed_one_number")));
    EXPECT_THAT(twice.what(), Not(HasSubstr("4711")));
    EXPECT_EQ(objection<db::Check>([&] { keep(2, Money{-815}); }).rule, "price_is_no_gift");
    EXPECT_EQ(objection<db::NotNull>([&] { db->run("UPDATE beds SET number = $1", std::nullopt); }).rule,
              "beds.number");
    auto lost = objection<db::ForeignKey>([&] { keep(3, Money{1}, Uuid::made_at({})); });
    EXPECT_EQ(lost.rule, sqlite() ? "" : "beds_room_fkey");
    auto other = objection<db::Error>([&] { db->run("UPDATE beds SET number = CAST($1 AS TEXT)", "secret"); });
    EXPECT_THAT(other.what(), Not(HasSubstr("secret")));
}

TEST_F(Objections, tell_who_is_in_the_way) {
    db::Session second{database.url(), {.wait = std::chrono::milliseconds{50}}};
    keep(1);
    db::Transaction first{*db, db::Intent::write}, other{second, db::Intent::write};
    first.session().run("UPDATE beds SET number = 2");
    EXPECT_THROW(other.session().run("UPDATE beds SET number = 3"), db::Busy);
}

TEST_F(Objections, come_where_a_reader_writes) {
    auto reader = database->read();
    EXPECT_THROW(reader->run("DELETE FROM beds"), db::ReadOnly);
}

TEST_F(Objections, tell_that_the_disk_is_full) {
    // PostgreSQL's disk cannot be filled from here; its code for a full disk stands for it.
    auto fill = [&] {
        if (sqlite()) {
            db->driver().script("PRAGMA max_page_count = 8; CREATE TABLE big (content BLOB)");
            db->run("INSERT INTO big (content) VALUES ($1)", db::Bytes(100'000));
        } else {
            db->driver().script("DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$");
        }
    };
    EXPECT_THROW(fill(), db::DiskFull);
}

TEST_F(Objections, of_triggers_are_checks) {
    db->driver().script(
        sqlite() ? "CREATE TRIGGER keep_beds BEFORE DELETE ON beds BEGIN SELECT RAISE(ABORT, 'beds stay'); END"
                 : "CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS"
                   " $$ BEGIN RAISE EXCEPTION 'beds stay'; END $$;"
                   " CREATE TRIGGER keep_beds BEFORE DELETE ON beds FOR EACH ROW EXECUTE FUNCTION stay()");
    keep(1);
    EXPECT_EQ(objection<db::Check>([&] { db->run("DELETE FROM beds"); }).rule, "beds stay");
}

TEST(Objection, to_an_address_of_no_database_hides_its_password) {
    try {
        db::Session{"mysql://eva:secret@here"};
        FAIL();
    } catch (const db::Error& error) { EXPECT_THAT(error.what(), Not(HasSubstr("secret"))); }
    EXPECT_THROW(db::Session{"postgresql://127.0.0.1:1/none"}, db::LostConnection);
    EXPECT_THROW(db::Session{"sqlite:/nowhere/at/all.db"}, db::Error);
    EXPECT_THROW(db::Database{"sqlite::memory:"}, db::Error);
}

struct NumberedBed {
    std::int64_t number{};

    static void each_field(auto& bed, auto& visit) { visit("number", bed.number); }
};

// Only PostgreSQL has a server that can go away or take too long.
struct Server : testing::Test {
    void SetUp() override {
        if (database->kind() == db::Kind::sqlite) return;
        database->write()->driver().script("CREATE TABLE beds (number bigint PRIMARY KEY)");
    }
    bool none() { return database->kind() == db::Kind::sqlite; }
    static void kill(db::Session& victim, db::Session& by) {
        by.all<bool>("SELECT pg_terminate_backend($1::integer, 5000)",
                     victim.one<std::int64_t>("SELECT pg_backend_pid()"));
    }
    std::int64_t beds() { return database->read()->one<std::int64_t>("SELECT count(*) FROM beds"); }

    EmptyDatabase database{{.statement = std::chrono::milliseconds{200}}};
};

TEST_F(Server, that_goes_away_is_a_lost_connection_and_the_next_lease_is_a_new_one) {
    if (none()) return;
    db::Session other{database.url()};
    {
        auto lease = database->write();
        kill(*lease, other);
        EXPECT_THROW(lease->run("INSERT INTO beds VALUES (1)"), db::LostConnection);
    }
    {
        auto idle = database->write();
        EXPECT_EQ(idle->run("INSERT INTO beds VALUES (1)"), 1);
        kill(*idle, other);
    }
    EXPECT_EQ(database->write()->run("INSERT INTO beds VALUES (2)"), 1);
    EXPECT_EQ(beds(), 2);
}

TEST_F(Server, that_goes_away_before_the_commit_gets_the_work_again) {
    if (none()) return;
    db::Session other{database.url()};
    auto attempts = 0;
    database->in_write_transaction([&](db::Session& session) {
        session.run("INSERT INTO beds VALUES (1)");
        if (++attempts == 1) kill(session, other);
        session.run("INSERT INTO beds VALUES (2)");
    });
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(beds(), 2);
}

TEST_F(Server, that_goes_away_during_the_commit_leaves_the_outcome_unknown) {
    if (none()) return;
    db::Session other{database.url()};
    auto attempts = 0;
    EXPECT_THROW(database->in_write_transaction([&](db::Session& session) {
        ++attempts;
        session.run("INSERT INTO beds VALUES (1)");
        kill(session, other);
    }),
                 db::UnknownOutcome);
    EXPECT_EQ(attempts, 1);
}

TEST_F(Server, stops_a_statement_that_takes_too_long) {
    if (none()) return;
    EXPECT_THROW(database->read()->all<std::string>("SELECT pg_sleep(5)::text"), db::TookTooLong);
}

TEST_F(Server, lets_work_be_done_again_after_a_conflict) {
    if (none()) return;
    auto attempts = 0;
    database->in_write_transaction([&](db::Session& session) {
        if (++attempts == 1)
            session.driver().script("DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END $$");
    });
    EXPECT_EQ(attempts, 2);
}

TEST_F(Server, prepares_anew_what_another_connection_changed) {
    if (none()) return;
    auto all = [](db::Session& session) { return session.all<NumberedBed>("SELECT * FROM beds").size(); };
    database->in_read_transaction(all);
    db::Session{database.url()}.driver().script("ALTER TABLE beds ADD COLUMN name text");
    EXPECT_EQ(database->in_read_transaction(all), 0u);
}
