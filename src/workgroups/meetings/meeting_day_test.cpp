// The day of a meeting: its minutes, its number, who is there, and what else meets on it.
#include "tests/world/meeting_world.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct MeetingDay : world::MeetingWorld {
    http::Status mark(const Meeting& meeting, const std::string& name, const std::string& status) {
        return office.post(office.eva, at(meeting, "/dochazka"), {{"kdo", to_text(planner(name))}, {"stav", status}})
            .status;
    }
    http::Status set_state(const Meeting& meeting, const std::string& state) {
        return office.post(office.eva, at(meeting, "/stav"), {{"stav", state}}).status;
    }
    bool leads_to_minutes(const User& who, const Meeting& meeting, const char* from = "") {
        return said(who, at(meeting, from)).find("href=\"" + at(meeting, "/zapis") + "\"") != std::string::npos;
    }
};

}

TEST_F(MeetingDay, leads_to_minutes_while_the_meeting_is_running_and_always_once_there_are_some) {
    auto running = meeting_on(today, "convened");
    EXPECT_TRUE(leads_to_minutes(office.eva, running));
    EXPECT_TRUE(leads_to_minutes(office.eva, running, "/dochazka"));
    EXPECT_FALSE(leads_to_minutes(office.petr, running)) << "there is nothing to read yet";
    EXPECT_FALSE(leads_to_minutes(office.eva, meeting_on(soon))) << "not before its day";
    ASSERT_EQ(office.post(office.eva, at(running, "/zapis")).status, http::see_other);
    EXPECT_TRUE(leads_to_minutes(office.petr, running));
    EXPECT_FALSE(leads_to_minutes(office.stranger, running)) << "nothing is published";
    ASSERT_EQ(set_state(running, "held"), http::see_other);
    ASSERT_EQ(set_state(running, "planned"), http::see_other);
    EXPECT_TRUE(leads_to_minutes(office.eva, running));
    EXPECT_THAT(said(office.eva, at(running)), HasSubstr("Zápis je rozepsaný"));
}
