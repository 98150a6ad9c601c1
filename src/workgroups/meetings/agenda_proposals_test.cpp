// Proposals for the agenda: refused with a reason that their author reads, taken back, and items taken off by a slip.
#include "platform/notices/notice.hpp"
#include "tests/world/meeting_world.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

struct AgendaProposals : world::MeetingWorld {
    std::string backlog() const { return "/skupiny/" + group.slug + "/jednani/podnety"; }
    std::string proposed(const std::string& title) {
        EXPECT_EQ(office.post(office.petr, backlog(), {{"nazev", title}, {"poznamka", "Stačí deset minut."}}).status,
                  http::see_other);
        return backlog() + "/" + item_called(title);
    }
    std::string item_called(const std::string& title) {
        return to_text(
            office.database().read()->one<Id<AgendaItem>>("SELECT id FROM agenda_items WHERE title = $1", title));
    }
    http::Status settle(const std::string& address, const std::string& step, const std::string& reason = "") {
        return office.post(office.eva, address, {{"krok", step}, {"duvod", reason}}).status;
    }
    std::vector<std::string> told_petr() {
        auto lease = office.database().read();
        std::vector<std::string> kinds;
        for (auto& one : notices::notices_of(*lease, office.petr.id, true, 9, 0)) kinds.push_back(one.kind);
        return kinds;
    }
    std::vector<std::string> agenda(const Meeting& meeting) {
        auto lease = office.database().read();
        std::vector<std::string> titles;
        for (auto& item : agenda_of(*lease, meeting.id)) titles.push_back(item.title);
        return titles;
    }
};

}

TEST_F(AgendaProposals, that_are_refused_tell_their_author_why) {
    auto proposal = proposed("Nová poradna");
    ASSERT_EQ(settle(proposal, "odmitnout", "Poradnu už projednal kraj."), http::see_other);
    EXPECT_THAT(told_petr(), ElementsAre("agenda_refused"));
    EXPECT_THAT(said(office.petr, backlog()), AllOf(HasSubstr("Odmítnuté podněty"), HasSubstr("Nová poradna"),
                                                    HasSubstr("Poradnu už projednal kraj."),
                                                    HasSubstr("Stačí deset minut."), Not(HasSubstr("vratit"))));
    auto lease = office.database().read();
    EXPECT_EQ(find_agenda_item(*lease, *Id<AgendaItem>::parse(item_called("Nová poradna")))->note, "Stačí deset minut.")
        << "what its author wrote stays as it was";
}

TEST_F(AgendaProposals, that_are_refused_wait_again_once_the_refusal_is_taken_back) {
    auto proposal = proposed("Nová poradna");
    settle(proposal, "odmitnout", "Poradnu už projednal kraj.");
    EXPECT_EQ(office.post(office.petr, proposal, {{"krok", "vratit"}}).status, http::forbidden);
    ASSERT_EQ(settle(proposal, "vratit"), http::see_other);
    EXPECT_THAT(said(office.eva, backlog()), AllOf(HasSubstr("Nová poradna"), Not(HasSubstr("projednal kraj"))));
    EXPECT_EQ(settle(proposal, "vratit"), http::conflict) << "a second click";
    ASSERT_EQ(settle(proposal, "prijmout"), http::see_other);
    EXPECT_THAT(told_petr(), testing::UnorderedElementsAre("agenda_refused", "agenda_accepted"));
}

TEST_F(AgendaProposals, are_withdrawn_by_who_made_them_and_nobody_else) {
    auto proposal = proposed("Nová poradna");
    EXPECT_THAT(said(office.petr, backlog()), HasSubstr(proposal + "/stahnout"));
    EXPECT_THAT(said(office.eva, backlog()), Not(HasSubstr("/stahnout")));
    EXPECT_EQ(office.post(office.eva, proposal + "/stahnout").status, http::not_found);
    EXPECT_EQ(office.post(office.dana, proposal + "/stahnout").status, http::forbidden);
    ASSERT_EQ(office.post(office.petr, proposal + "/stahnout").status, http::see_other);
    EXPECT_THAT(said(office.petr, backlog()), Not(HasSubstr("Nová poradna")));
    EXPECT_EQ(office.post(office.petr, proposal + "/stahnout").status, http::conflict) << "a second click";
    auto accepted = proposed("Síť služeb");
    settle(accepted, "prijmout");
    EXPECT_EQ(office.post(office.petr, accepted + "/stahnout").status, http::conflict) << "the group has it now";
}

TEST_F(AgendaProposals, that_were_added_to_an_agenda_by_a_slip_are_taken_off_and_put_back) {
    auto meeting = meeting_on(soon);
    for (auto title : {"Kontrola úkolů", "Omyl", "Různé"})
        office.post(office.eva, at(meeting, "/program"), {{"nazev", title}, {"minut", "30"}});
    auto step = [&](const char* what) {
        return office.post(office.eva, at(meeting, "/program/") + item_called("Omyl") + "/kroky", {{"krok", what}})
            .status;
    };
    ASSERT_EQ(step("odebrat"), http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Kontrola úkolů", "Různé"));
    EXPECT_THAT(said(office.stranger, at(meeting)), Not(HasSubstr("Omyl")));
    EXPECT_THAT(said(office.eva, backlog()), Not(HasSubstr("Omyl")));
    EXPECT_THAT(said(office.eva, at(meeting, "/program")), AllOf(HasSubstr("Odebrané body"), HasSubstr("Omyl")));
    ASSERT_EQ(step("vratit"), http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Kontrola úkolů", "Omyl", "Různé"));
}

TEST_F(AgendaProposals, that_are_longer_than_the_meeting_say_so) {
    auto meeting = meeting_on(soon);
    auto add = [&](const char* title, const char* minutes) {
        office.post(office.eva, at(meeting, "/program"), {{"nazev", title}, {"minut", minutes}});
        return said(office.eva, at(meeting, "/program"));
    };
    EXPECT_THAT(add("Kontrola úkolů", "60"),
                AllOf(HasSubstr("Podle programu skončíte v 10.00."), Not(HasSubstr("tag bad"))));
    EXPECT_THAT(add("Síť služeb", "240"),
                AllOf(HasSubstr("Podle programu skončíte v 14.00."), HasSubstr("končí v 11.00")));
    add("Oběd", "600");
    EXPECT_THAT(add("Různé", "30"), AllOf(HasSubstr("až po půlnoci"), Not(HasSubstr("24.00"))));
}
