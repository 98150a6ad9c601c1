// The triad over time: by half-years as mandates say, by meetings as people came, and member by member.
#include "workgroups/groups/group_balance_time.hpp"

#include "tests/world/planning.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct TriadOverTime : testing::Test, world::Planning {
    TriadOverTime() {
        write([&](const history::Author& author) {
            triad.name = "Trojice", triad.kind_code = "working", triad.territory = "orp:5104";
            return add_group(author, triad);
        });
        office_side = seat_named("Jana Nová", triad.slug, "", "commissioner");
        provider = seat_named("Karel Tichý", triad.slug, "", "provider");
        user = seat_named("Věra Malá", triad.slug, "", "user");
    }
    void note(const Meeting& meeting, Id<PlanningPerson> who, const char* status,
              std::optional<Id<PlanningPerson>> stands_in_for = {}) {
        write([&](const history::Author& author) {
            Attendance row;
            row.meeting_id = meeting.id, row.planner_id = who, row.name = "–", row.status = status;
            row.stands_in_for = stands_in_for;
            return add(author, row);
        });
    }
    std::string told(const User& who) {
        return office.get(who, "/skupiny/" + triad.slug + "/triada", "application/json").body;
    }

    WorkingGroup triad;
    Id<PlanningPerson> office_side{}, provider{}, user{};
};

}

TEST_F(TriadOverTime, is_counted_each_half_year_and_today) {
    auto all = told(office.eva);
    auto sat = all.substr(0, all.find("\"came\""));
    EXPECT_THAT(sat,
                AllOf(HasSubstr("dnes"), HasSubstr("7."), HasSubstr("\"commissioner\":1,\"provider\":1,\"user\":1")));
}

TEST_F(TriadOverTime, is_counted_at_meetings_by_who_came_and_for_whom) {
    auto first = meeting(triad.slug, *day_of(2026, 3, 3), "held"),
         second = meeting(triad.slug, *day_of(2026, 5, 5), "held");
    meeting(triad.slug, *day_of(2026, 6, 6), "held");    // without attendance: nobody knows
    auto substitute = seat_named("Ota Tichý", "seniori");
    note(first, office_side, "present"), note(first, user, "apologised"), note(first, substitute, "present", provider);
    note(second, user, "present");
    auto all = told(office.eva);
    EXPECT_THAT(all, AllOf(HasSubstr("\"commissioner\":1,\"provider\":1,\"user\":0"),
                           HasSubstr("\"commissioner\":0,\"provider\":0,\"user\":1"), Not(HasSubstr("6. 6. 2026"))));
    EXPECT_THAT(all,
                HasSubstr("\"name\":\"Věra Malá\",\"side\":\"uživatel\",\"came\":1,\"apologised\":1,\"meetings\":2"));
    EXPECT_THAT(words(office.eva, "/skupiny/" + triad.slug + "/triada"),
                AllOf(HasSubstr("přítomnost 1 z 2"), HasSubstr("3. 3. 2026")));
}

TEST_F(TriadOverTime, shows_members_one_by_one_to_those_who_lead_the_group_alone) {
    note(meeting(triad.slug, *day_of(2026, 3, 3), "held"), user, "present");
    auto at = "/skupiny/" + triad.slug + "/triada";
    EXPECT_EQ(office.get(office.petr, at).status, http::forbidden);
    seat(office.petr, triad.slug);
    EXPECT_THAT(words(office.petr, at), AllOf(HasSubstr("3. 3. 2026"), Not(HasSubstr("Věra Malá"))));
    EXPECT_THAT(words(office.klara, at), HasSubstr("Věra Malá"));
}
