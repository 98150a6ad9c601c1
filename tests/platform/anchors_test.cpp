// What the public anchor of the audit promises.
#include "platform/audit/anchors.hpp"
#include "tests/world/office.hpp"

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Anchors : testing::Test {
    // One more day of work: somebody reads, it is sealed, midnight passes.
    void day_passes(int rows = 2) {
        audit::Trail trail{office.eva, now};
        for (int n = 0; n < rows; ++n) trail.note("test.read", Uuid::made_at(now), audit::Outcome::allowed);
        audit::Keeper{office.database()}.keep(trail.rows());
        audit::seal(office.database(), now);
        now = now + std::chrono::days{1};
        audit::anchor(office.database(), now);
    }
    std::vector<audit::Anchor> kept() { return audit::anchors(*office.database().read(), 100, 0); }
    std::vector<Date> broken() { return audit::broken_anchors(*office.database().read()); }
    std::string noted(const audit::Anchor& anchor) { return to_iso(anchor.day) + "=" + audit::spelled(anchor.root); }
    std::optional<std::string> disagreement(const std::string& noted) {
        return audit::disagreement(*office.database().read(), noted);
    }

    world::Office office;
    Instant now = world::office_now;
};

TEST_F(Anchors, are_made_once_a_day_for_the_day_that_ended) {
    EXPECT_FALSE(audit::anchor(office.database(), now)) << "an audit without seals has nothing to publish";
    day_passes();
    EXPECT_FALSE(audit::anchor(office.database(), now)) << "once is enough";
    ASSERT_THAT(kept(), SizeIs(1));
    EXPECT_EQ(kept()[0].day, day_in_prague(now) - std::chrono::days{1});
    day_passes();
    ASSERT_THAT(kept(), SizeIs(2));
    EXPECT_EQ(kept()[0].previous_root, kept()[1].root) << "each holds the one before";
    EXPECT_THAT(broken(), IsEmpty());
}

TEST_F(Anchors, stay_when_the_server_was_away_for_days) {
    day_passes();
    now = now + std::chrono::days{5};
    day_passes();
    EXPECT_THAT(kept(), SizeIs(2));
    EXPECT_THAT(broken(), IsEmpty());
}

TEST_F(Anchors, show_that_the_end_of_a_chain_was_cut_off) {
    day_passes(), day_passes();
    office.database().in_write_transaction([](db::Session& work) {
        work.run("DELETE FROM audit_sealed_rows WHERE seal_id IN (SELECT id FROM audit_seals WHERE number = 2)");
        work.run("DELETE FROM audit_rows WHERE id NOT IN (SELECT row_id FROM audit_sealed_rows)");
        work.run("DELETE FROM audit_seals WHERE number = 2");
    });
    EXPECT_THAT(broken(), ElementsAre(kept()[0].day));
    EXPECT_THAT(audit::verify(*office.database().read()).broken, SizeIs(1))
        << "the seals that are left hold; the anchor does not";
}

TEST_F(Anchors, noted_elsewhere_show_that_everything_was_written_anew) {
    day_passes();
    auto on_the_notice_board = noted(kept()[0]);
    EXPECT_EQ(disagreement(on_the_notice_board), std::nullopt);
    // With the whole database in hand: other rows, other seals, another anchor; all of it agrees with itself.
    office.database().in_write_transaction([](db::Session& work) {
        work.run("DELETE FROM audit_anchor_heads"), work.run("DELETE FROM audit_anchors");
        work.run("DELETE FROM audit_sealed_rows"), work.run("DELETE FROM audit_seals");
        work.run("UPDATE audit_rows SET outcome = 'hidden'");
    });
    now = now - std::chrono::days{1};
    day_passes();
    EXPECT_THAT(audit::verify(*office.database().read()).broken, IsEmpty());
    EXPECT_THAT(disagreement(on_the_notice_board).value_or(""), HasSubstr("rewritten"));
}

TEST_F(Anchors, noted_for_a_day_that_is_gone_are_missed) {
    day_passes();
    auto root = audit::spelled(kept()[0].root);
    EXPECT_THAT(disagreement("2001-01-01=" + root).value_or(""), HasSubstr("no root of 2001-01-01"));
    for (auto typed : {"", "2026-11-28", "2026-11-28=", "2026-11-28=3f", "31. 2. 2026=3f", "x=y"})
        EXPECT_THROW(disagreement(typed), std::invalid_argument) << typed;
}

TEST_F(Anchors, stand_on_a_public_page_and_in_a_file) {
    EXPECT_THAT(office.get(office.stranger, "/pecet").body, HasSubstr("Zatím tu žádný otisk není"));
    for (int n = 0; n < 33; ++n) day_passes(1);
    auto newest = audit::spelled(kept().front().root), oldest = audit::spelled(kept().back().root);
    auto first = office.get(office.stranger, "/pecet").body;
    EXPECT_THAT(first, HasSubstr(newest));
    EXPECT_THAT(first, testing::Not(HasSubstr(oldest)));
    EXPECT_THAT(office.get(office.stranger, "/pecet?strana=2").body, HasSubstr(oldest));
    EXPECT_EQ(office.get(office.stranger, "/pecet?strana=9999").status, http::ok);
    auto file = world::whole(office.get(office.stranger, "/pecet.csv"));
    EXPECT_EQ(std::ranges::count(file, '\n'), 34);
    EXPECT_THAT(file, HasSubstr(to_iso(kept().front().day) + "," + newest));
}
