// Papers of a meeting behind the link of an invitation: for those who have no account, of that meeting alone.
#include "platform/audit/trail.hpp"
#include "tests/world/handed_files.hpp"
#include "tests/world/meeting_letters.hpp"

#include <fstream>

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct InvitedPapers : world::WithLetters {
    const std::string pdf = world::small_pdf();

    Id<AgendaItem> item_of(const Meeting& meeting, const std::string& title, const std::string& state = "accepted") {
        AgendaItem item;
        item.title = title, item.state = state;
        in_work([&](const Author& author) { put_on_agenda(author, meeting, item); });
        return item.id;
    }
    // Handed over as a form does; answers its id.
    std::string hand_over(const std::string& address, const std::string& name) {
        auto path = std::filesystem::temp_directory_path() / unused_name();
        std::ofstream{path, std::ios::binary} << pdf;
        http::Request request{.method = "POST", .path = address};
        request.files.push_back(
            {"soubor", name + ".pdf", std::make_shared<const std::filesystem::path>(path), pdf.size()});
        EXPECT_EQ(office.application().dispatcher().answer(office.eva, std::move(request)).status, http::see_other);
        return to_text(
            office.database().read()->one<Id<AgendaPaper>>("SELECT id FROM agenda_papers WHERE title = $1", name));
    }
    std::string paper_of(const Meeting& meeting, const std::string& name, const std::string& state = "accepted") {
        return hand_over(at(meeting, "/program/") + to_text(item_of(meeting, "Bod: " + name, state)) + "/podklady",
                         name);
    }
    http::Status opened(const std::string& link, const std::string& paper) {
        return office.get(office.stranger, link + "/podklady/" + paper).status;
    }
};

}

TEST_F(InvitedPapers, are_named_in_the_letter_and_read_behind_its_link_without_an_account) {
    auto meeting = meeting_on(soon);
    auto paper = paper_of(meeting, "Návrh sítě");
    send(meeting);
    auto letter = last_to("nova@obec.example");
    EXPECT_THAT(letter.text, AllOf(HasSubstr("Návrh sítě"), Not(HasSubstr("/podklady/"))));
    auto link = link_in(letter);
    EXPECT_THAT(said(office.stranger, link), HasSubstr("href=\"" + link + "/podklady/" + paper));
    auto file = office.get(office.stranger, link + "/podklady/" + paper);
    EXPECT_EQ(world::whole(file), pdf);
    EXPECT_EQ(file.header("Cache-Control"), "no-store");
    EXPECT_EQ(file.header("X-Robots-Tag"), "noindex");
    EXPECT_THAT(file.header("Content-Disposition"), HasSubstr("attachment"));
    EXPECT_EQ(office.get(office.stranger, at(meeting, "/podklady/") + paper).status, http::see_other)
        << "without the link one has to sign in";
}

TEST_F(InvitedPapers, are_each_time_on_record_as_read_by_that_invitation) {
    auto meeting = meeting_on(soon);
    auto paper = paper_of(meeting, "Návrh sítě");
    send(meeting);
    auto link = link_in(last_to("nova@obec.example"));
    office.get(office.stranger, link);
    EXPECT_THAT(office.audit(), Not(testing::Contains("workgroups.paper_read allowed"))) << "the list alone is none";
    opened(link, paper), opened(link, paper);
    auto lease = office.database().read();
    auto invitation = find_invitation(
        *lease, meeting.id, lease->one<Id<PlanningPerson>>("SELECT id FROM planning_people WHERE name = 'Jana Nová'"));
    auto rows = lease->all<audit::Row>("SELECT * FROM audit_rows WHERE act = 'workgroups.paper_read'");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(to_text(*rows[0].about_id), paper);
    EXPECT_EQ(rows[0].actor, "stranger");
    EXPECT_EQ(rows[0].reason, "invitation " + to_text(invitation->id));
}

TEST_F(InvitedPapers, are_none_but_those_that_members_read_at_that_meeting) {
    auto meeting = meeting_on(soon), other = meeting_on(*day_of(2026, 12, 17));
    auto paper = paper_of(meeting, "Návrh sítě"), foreign = paper_of(other, "Cizí");
    auto proposed = paper_of(meeting, "Jen podnět", "proposed");
    auto sheet = hand_over(at(meeting, "/dochazka/podklady"), "Prezenční listina");
    send(meeting), send(other);
    auto link = link_in(last_to("nova@obec.example"));
    EXPECT_EQ(opened(link, foreign), http::ok) << "the newest letter is about the other meeting";
    for (auto& one : {paper, proposed, sheet, to_text(meeting.id)}) EXPECT_EQ(opened(link, one), http::not_found);
    EXPECT_EQ(opened(link, "nesmysl"), http::not_found);
    send(meeting);
    link = link_in(last_to("nova@obec.example"));
    EXPECT_EQ(opened(link, paper), http::ok);
    for (auto& one : {foreign, proposed, sheet}) EXPECT_EQ(opened(link, one), http::not_found);
    EXPECT_THAT(said(office.stranger, link),
                AllOf(Not(HasSubstr("Jen podnět")), Not(HasSubstr("Prezenční listina")), Not(HasSubstr("Cizí"))));
    office.post(office.eva, at(meeting, "/podklady/") + paper + "/odebrat");
    EXPECT_EQ(opened(link, paper), http::not_found);
    EXPECT_THAT(said(office.stranger, link), Not(HasSubstr("Podklady si stáhnete")));
}

TEST_F(InvitedPapers, are_closed_once_the_link_is_dead) {
    auto meeting = meeting_on(soon);
    auto paper = paper_of(meeting, "Návrh sítě");
    EXPECT_EQ(opened("/ucast/vymysleny", paper), http::gone);
    send(meeting);
    auto first = link_in(last_to("nova@obec.example"));
    send(meeting);
    auto newest = link_in(last_to("nova@obec.example"));
    EXPECT_EQ(opened(first, paper), http::gone) << "a newer letter came";
    EXPECT_EQ(opened(newest, paper), http::ok);
    later(*parse_instant("2026-12-10T08:30:00Z"));
    EXPECT_EQ(opened(newest, paper), http::gone) << "it has begun";
}

TEST_F(InvitedPapers, are_closed_with_a_meeting_that_is_not_to_be) {
    auto meeting = meeting_on(soon);
    auto paper = paper_of(meeting, "Návrh sítě");
    send(meeting);
    auto link = link_in(last_to("nova@obec.example"));
    office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc"}});
    EXPECT_EQ(opened(link, paper), http::gone);
}

TEST_F(InvitedPapers, are_closed_for_who_does_not_sit_there_on_the_day_whatever_ended_the_mandate) {
    auto meeting = meeting_on(soon);
    auto paper = paper_of(meeting, "Návrh sítě");
    send(meeting);
    auto link = link_in(last_to("tichy@obec.example"));
    EXPECT_EQ(opened(link, paper), http::ok);
    in_work([&](const Author& author) {
        for (auto& one : members_of(author.work, group.id)) {
            if (one.person_name != "Karel Tichý") continue;
            auto after = one.member;
            after.valid_to = *day_of(2026, 12, 1);
            change(author, one.member, after);
        }
    });
    EXPECT_EQ(opened(link, paper), http::gone);
    EXPECT_EQ(office.get(office.stranger, link).status, http::gone);
}
