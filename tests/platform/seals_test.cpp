// What the chain of the audit promises.
#include "platform/audit/seals.hpp"
#include "tests/world/office.hpp"

using testing::IsEmpty;
using testing::SizeIs;

struct Seals : testing::Test {
    void note(const User& user, int rows) {
        audit::Trail trail{user, office.clock().now()};
        for (int n = 0; n < rows; ++n)
            trail.note("test.read", Uuid::made_at(office.clock().now()), audit::Outcome::allowed);
        audit::Keeper{office.database()}.keep(trail.rows());
    }
    audit::Verdict verdict() {
        auto lease = office.database().read();
        return audit::verify(*lease);
    }
    world::Office office;
};

TEST_F(Seals, hold_every_row_and_each_seal_holds_the_one_before) {
    note(office.eva, 3), note(office.stranger, 2);
    EXPECT_EQ(audit::seal(office.database(), office.clock().now()), 5);
    note(office.eva, 1);
    EXPECT_EQ(verdict().unsealed, 1);
    EXPECT_EQ(audit::seal(office.database(), office.clock().now()), 1);
    auto now = verdict();
    EXPECT_EQ(now.rows, 6);
    EXPECT_EQ(now.seals, 3);
    EXPECT_THAT(now.broken, IsEmpty());
    EXPECT_EQ(audit::seal(office.database(), office.clock().now()), 0);
}

TEST_F(Seals, show_a_row_that_was_changed) {
    note(office.eva, 3);
    audit::seal(office.database(), office.clock().now());
    office.database().write()->run("UPDATE audit_rows SET outcome = 'forbidden' WHERE act = $1",
                                   std::string{"test.read"});
    EXPECT_THAT(verdict().broken, SizeIs(1));
}

TEST_F(Seals, show_a_row_that_was_taken_away) {
    note(office.eva, 3);
    audit::seal(office.database(), office.clock().now());
    office.database().in_write_transaction([](db::Session& work) {
        work.run("DELETE FROM audit_sealed_rows WHERE position = 2");
        work.run("DELETE FROM audit_rows WHERE id NOT IN (SELECT row_id FROM audit_sealed_rows)");
    });
    EXPECT_THAT(verdict().broken, SizeIs(1));
}

TEST_F(Seals, show_a_row_whose_letters_moved_to_the_next_field) {
    note(office.eva, 1);
    audit::seal(office.database(), office.clock().now());
    office.database().write()->run("UPDATE audit_rows SET actor = 'persont', act = 'est.read' WHERE act = 'test.read'");
    EXPECT_THAT(verdict().broken, SizeIs(1));
}

TEST_F(Seals, show_that_a_seal_was_taken_out_of_the_chain) {
    for (int n = 0; n < 3; ++n) {
        note(office.eva, 1);
        audit::seal(office.database(), office.clock().now());
    }
    EXPECT_THAT(verdict().broken, IsEmpty());
    office.database().in_write_transaction([](db::Session& work) {
        work.run("DELETE FROM audit_sealed_rows WHERE seal_id IN (SELECT id FROM audit_seals WHERE number = 2)");
        work.run("DELETE FROM audit_rows WHERE id NOT IN (SELECT row_id FROM audit_sealed_rows)");
        work.run("DELETE FROM audit_seals WHERE number = 2");
        work.run("UPDATE audit_seals SET number = 2 WHERE number = 3");
    });
    EXPECT_THAT(verdict().broken, SizeIs(1));
}

TEST_F(Seals, nothing_is_answered_that_cannot_be_put_on_record) {
    auto refused = office.get(office.petr, "/sprava/lide");
    EXPECT_EQ(refused.status, http::forbidden);
    office.database().write()->run("ALTER TABLE audit_rows RENAME TO audit_rows_out_of_reach");
    EXPECT_EQ(office.get(office.petr, "/sprava/lide").status, http::failed);
}

TEST_F(Seals, keep_rows_of_many_requests_at_once) {
    std::vector<std::thread> threads;
    audit::Keeper keeper{office.database()};
    for (int n = 0; n < 8; ++n)
        threads.emplace_back([&] {
            for (int m = 0; m < 10; ++m) {
                audit::Trail trail{office.eva, world::office_now};
                trail.note("test.read", Uuid::made_at(world::office_now), audit::Outcome::allowed);
                keeper.keep(trail.rows());
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(office.audit().size(), 80u);
}
