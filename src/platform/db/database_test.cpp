// Many threads, several processes and sudden ends on one database; the same on both.
#include "platform/db/transaction.hpp"
#include "tests/world/empty_database.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <csignal>
#include <latch>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

struct Till : testing::Test {
    Till() { set_up(*database->write()); }
    static void set_up(db::Session& session) {
        session.driver().script("CREATE TABLE coins (number INTEGER NOT NULL PRIMARY KEY, of_thread INTEGER NOT NULL);"
                                " CREATE TABLE sums (coins INTEGER NOT NULL); INSERT INTO sums VALUES (0)");
    }
    std::int64_t coins(db::Session& session) { return session.one<std::int64_t>("SELECT count(*) FROM coins"); }
    std::int64_t coins() { return coins(*database->read()); }
    static void put(db::Session& session, std::int64_t number, int thread = 0) {
        session.run("INSERT INTO coins (number, of_thread) VALUES ($1, $2)", number, thread);
        session.run("UPDATE sums SET coins = coins + 1");
    }
    static void in_threads(int count, auto act) {
        std::vector<std::jthread> threads;
        for (auto thread = 0; thread < count; ++thread) threads.emplace_back([=] { act(thread); });
    }

    EmptyDatabase database{{.readers = 4, .writers = 4, .patience = 20s}};
};

TEST_F(Till, loses_nothing_of_twenty_threads) {
    constexpr auto threads = 20, each = 25;
    in_threads(threads, [&](int thread) {
        for (auto n = 0; n < each; ++n)
            database->in_write_transaction([&](db::Session& session) { put(session, thread * each + n, thread); });
    });
    EXPECT_EQ(coins(), threads * each);
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT coins FROM sums"), threads * each);
}

TEST_F(Till, shows_readers_one_moment_while_others_write) {
    std::atomic<bool> stop = false;
    std::jthread writer{[&] {
        for (auto n = 0; !stop; ++n) database->in_write_transaction([&](db::Session& session) { put(session, n); });
    }};
    in_threads(4, [&](int) {
        for (auto n = 0; n < 30; ++n) {
            auto reader = database->read();
            auto counted = coins(*reader);
            EXPECT_EQ(reader->one<std::int64_t>("SELECT coins FROM sums"), counted);
            EXPECT_EQ(coins(*reader), counted);
        }
    });
    stop = true;
}

TEST_F(Till, keeps_nothing_of_work_that_ended_in_an_exception) {
    EXPECT_THROW(database->in_write_transaction([](db::Session& session) {
        put(session, 1);
        throw std::logic_error{"changed my mind"};
    }),
                 std::logic_error);
    { db::Transaction{*database, db::Intent::write}.session().run("INSERT INTO coins VALUES (2, 2)"); }
    { database->write()->begin(db::Intent::write); }
    EXPECT_EQ(coins(), 0);
    EXPECT_EQ(database->in_write_transaction([](db::Session& session) { return put(session, 3), 7; }), 7);
    EXPECT_EQ(coins(), 1);
}

TEST_F(Till, lets_a_thread_that_reads_write_too) {
    // More threads than connections for reading: those who got none come when the others have written.
    in_threads(8, [&](int thread) {
        auto outer = database->read();
        coins(*outer);
        database->in_write_transaction([&](db::Session& session) { put(session, thread); });
        auto inner = database->read();
        EXPECT_GT(coins(*inner), coins(*outer));
    });
    EXPECT_EQ(coins(), 8);
}

TEST_F(Till, goes_on_after_a_part_that_was_undone) {
    database->in_write_transaction([&](db::Session& session) {
        put(session, 1);
        try {
            db::Savepoint part{session};
            put(session, 2);
            put(session, 1);
            part.keep();
            ADD_FAILURE();
        } catch (const db::Unique&) {
            db::Savepoint other{session};
            put(session, 3);
            other.keep();
        }
    });
    EXPECT_THAT(database->read()->all<std::int64_t>("SELECT number FROM coins ORDER BY number"),
                testing::ElementsAre(1, 3));
}

TEST_F(Till, refuses_a_thread_that_would_wait_for_itself) {
    auto first = database->write();
    EXPECT_THROW(database->write(), db::Error);
    EXPECT_EQ(coins(), 0);
}

TEST_F(Till, tells_who_waits_too_long_that_it_is_busy) {
    db::Database impatient{database.url(), {.readers = 1, .writers = 1, .patience = 50ms}};
    auto writer = impatient.write();
    auto reader = impatient.read();
    std::jthread{[&] {
        EXPECT_THROW(impatient.write(), db::Busy);
        EXPECT_THROW(impatient.read(), db::Busy);
    }}.join();
}

TEST_F(Till, serves_a_transaction_that_leases_when_it_begins) {
    {
        db::Transaction work{*database, db::Intent::write};
        database->in_write_transaction([](db::Session& session) { put(session, 1); });
        put(work.session(), 2);
        work.commit();
    }
    db::Transaction look{*database, db::Intent::read};
    EXPECT_EQ(coins(look.session()), 2);
    EXPECT_THROW(look.session().run("DELETE FROM coins"), db::ReadOnly);
}

TEST_F(Till, stands_beside_another_database) {
    EmptyDatabase keys;
    keys->write()->driver().script("CREATE TABLE coins (secret INTEGER)");
    database->in_write_transaction([&](db::Session& session) {
        put(session, 1);
        keys->in_write_transaction([](db::Session& other) { other.run("INSERT INTO coins VALUES (1), (2)"); });
    });
    EXPECT_EQ(coins(), 1);
    EXPECT_EQ(keys->read()->one<std::int64_t>("SELECT count(*) FROM coins"), 2);
}

// Writes until it is killed, and says each number after its commit.
[[noreturn]] static void write_for_ever(const std::string& url, int first, int step, int pipe) {
    try {
        db::Database database{url, {.patience = 20s}};
        for (std::int64_t number = first;; number += step) {
            database.in_write_transaction([&](db::Session& session) { Till::put(session, number); });
            if (write(pipe, &number, sizeof number) != sizeof number) _exit(1);
        }
    } catch (...) { _exit(2); }
}

TEST(Kill, takes_nothing_that_two_processes_had_confirmed) {
    // Nothing of it is open here when the children come to life: SQLite shares no open file with a child.
    EmptyDatabase database;
    {
        db::Session session{database.url()};
        Till::set_up(session);
    }
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    std::vector<pid_t> writers;
    for (auto first : {0, 1}) {
        auto child = fork();
        if (child == 0) write_for_ever(database.url(), first, 2, ends[1]);
        writers.push_back(child);
    }
    close(ends[1]);
    std::set<std::int64_t> confirmed;
    std::int64_t number = 0;
    while (confirmed.size() < 60 && read(ends[0], &number, sizeof number) == sizeof number) confirmed.insert(number);
    for (auto writer : writers) kill(writer, SIGKILL);
    while (read(ends[0], &number, sizeof number) == sizeof number) confirmed.insert(number);
    close(ends[0]);
    for (auto writer : writers) {
        auto status = 0;
        waitpid(writer, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status));
    }
    ASSERT_GE(confirmed.size(), 60u);
    auto kept = database->read()->all<std::int64_t>("SELECT number FROM coins");
    for (auto one : kept) confirmed.erase(one);
    EXPECT_THAT(confirmed, testing::IsEmpty());
    // Nor does anything that they left behind stand in the way of the next.
    database->in_write_transaction([](db::Session& session) { Till::put(session, -1); });
}

TEST(Gate, lets_in_by_the_order_of_coming) {
    db::Gate gate{1};
    ASSERT_TRUE(gate.enter(0ms));
    EXPECT_FALSE(gate.enter(1ms));
    std::vector<int> order;
    std::vector<std::jthread> threads;
    for (auto number = 0; number < 5; ++number) {
        std::latch comes{1};
        threads.emplace_back([&, number] {
            comes.count_down();
            ASSERT_TRUE(gate.enter(10s));
            order.push_back(number);
            gate.leave();
        });
        comes.wait();
        std::this_thread::sleep_for(20ms);
    }
    gate.leave();
    threads.clear();
    EXPECT_THAT(order, testing::ElementsAre(0, 1, 2, 3, 4));
}
