// Who reads what in reports about a group that stand in the minutes of another.
#include "tests/world/planning.hpp"

namespace {

struct FromMinutes : testing::Test {
    // Minutes of the group for children report about the seniors' group and name somebody of the users' side.
    void report(const char* phase) {
        auto meeting = planning.meeting(other, *day_of(2026, 10, 3), "held", phase);
        auto about = planning.group(own).id;
        planning.write([&](const history::Author& author) {
            workgroups::MinutesPart part;
            part.minutes_id = workgroups::minutes_of(author.work, meeting.id)->id, part.about_group_id = about;
            part.heading = "Senioři", part.body = "Zprávu přednesla Růžena Smyšlenková.";
            workgroups::add(author, part);
            return 0;
        });
    }
    std::string page() { return planning.words(planning.office.petr, "/skupiny/" + own + "/ze-zapisu"); }

    world::Planning planning;
    std::string own = "seniori", other = "deti-a-mladez";
};

}

TEST_F(FromMinutes, words_of_another_groups_published_minutes_stand_only_in_their_copy) {
    planning.seat(planning.office.petr, own);
    report("published");
    auto said = page();
    EXPECT_NE(said.find("3. 10. 2026"), said.npos);
    EXPECT_NE(said.find("Zpráva stojí ve zveřejněném zápisu."), said.npos);
    EXPECT_EQ(said.find("Smyšlenková"), said.npos);
}

TEST_F(FromMinutes, a_draft_of_another_group_is_not_told_of) {
    planning.seat(planning.office.petr, own);
    report("draft");
    EXPECT_EQ(page().find("3. 10. 2026"), std::string::npos);
}

TEST_F(FromMinutes, who_sits_in_both_groups_reads_the_words) {
    planning.seat(planning.office.petr, own), planning.seat(planning.office.petr, other);
    report("draft");
    EXPECT_NE(page().find("Smyšlenková"), std::string::npos);
}
