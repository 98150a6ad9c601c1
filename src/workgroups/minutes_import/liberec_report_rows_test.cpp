// The rows of document 3 that groups reported: what they did, need and propose, found again by group and by words.
#include "tests/world/taken_documents.hpp"
#include "workgroups/groups/lineage.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using world::calendar_day;
using world::rps;

// row 3.06
TEST(ReportsOfLiberec, hold_the_reports_of_six_groups) {
    std::set<Uuid> about;
    for (auto& part : rps().parts)
        if (part.about_group_id) about.insert(part.about_group_id->uuid);
    EXPECT_EQ(about.size(), 6u);
    EXPECT_EQ(rps().of("report").size(), 6u);
}

// row 3.07
TEST(ReportsOfLiberec, say_how_many_members_two_groups_had) {
    std::vector<std::int64_t> members;
    for (auto& fact : rps().of("report"))
        if (fact.number) members.push_back(*fact.number);
    EXPECT_THAT(members, ElementsAre(20, 16));
}

// row 3.08
TEST(ReportsOfLiberec, propose_new_services_for_the_next_agenda_of_their_group) {
    auto group = rps().group_of_report("Zdravotně");
    auto lease = rps().office.database().read();
    auto proposed = backlog_of(*lease, group.id);
    ASSERT_EQ(proposed.size(), 1u);
    EXPECT_EQ(proposed.front().state, "proposed");
    EXPECT_THAT(proposed.front().note.value_or(proposed.front().title),
                AllOf(HasSubstr("TyfloCentrum"), HasSubstr("Sarema")));
}

// row 3.11
TEST(ReportsOfLiberec, tell_of_prevention_for_seniors_with_the_group_that_reported_it) {
    auto group = rps().group_of_report("Osoby ohrožené závislostmi");
    EXPECT_THAT(rps().said_of(group, "primární prevence"), HasSubstr("Centrum zdravotní a sociální péče Liberec"));
    EXPECT_THAT(rps().said_of(rps().group_of_report("Senioři"), "primární prevence"),
                HasSubstr("o skupině zprávu nemá"));
    EXPECT_THAT(rps().found_by_search("primární prevence závislostí"), HasSubstr("/zapis"));
}

// row 3.12
TEST(ReportsOfLiberec, write_down_that_a_group_may_be_split_as_talked_about) {
    auto group = rps().group_of_report("Děti a mládež");
    auto lease = rps().office.database().read();
    auto steps = lineage_of(*lease, group.id);
    // The demonstration region thinks of it too.
    auto told = std::ranges::find_if(steps, [](auto& step) {
        return step.event.reason.value_or("").find("zda ji nerozdělit") != std::string::npos;
    });
    ASSERT_NE(told, steps.end());
    EXPECT_EQ(told->event.kind, "split");
    EXPECT_EQ(told->event.state, "discussed");
    EXPECT_THAT(told->event.reason.value_or(""), HasSubstr("druzí zaměstnání"));
    EXPECT_TRUE(group.lives_on(calendar_day(2026, 1, 1))) << "nothing changes but that it is written down";
}

// row 3.15
// row 3.16
TEST(ReportsOfLiberec, tell_what_was_achieved_in_housing_and_what_is_prepared_for_crises) {
    auto group = rps().group_of_report("Osoby a rodiny");
    EXPECT_THAT(rps().said_of(group, "prostupné bydlení"), HasSubstr("součástí pravidel pro přidělování"));
    EXPECT_THAT(rps().said_of(group, "návod pro krizové situace"),
                AllOf(HasSubstr("Ještědské"), HasSubstr("Riegerově")));
    EXPECT_THAT(rps().found_by_search("krizové situace ubytovna"), HasSubstr("/zapis"));
}

// row 3.18
TEST(ReportsOfLiberec, tell_who_works_in_the_group_of_mental_health) {
    auto group = rps().group_of_report("Duševní zdraví");
    EXPECT_THAT(rps().said_of(group), AllOf(HasSubstr("Dobromysl"), HasSubstr("Centra duševního zdraví")));
    EXPECT_THAT(rps().said_of(rps().group, "fokus"), HasSubstr("Fokus, o. p. s.")) << "the organisation is found again";
}

// row 3.25
// row 3.26
// row 3.27
TEST(ReportsOfLiberec, name_the_published_plan_the_department_and_its_analyses) {
    EXPECT_THAT(rps().said_of(rps().group, "protidrogové politiky"),
                HasSubstr("href=\"http://odbor-socialni.kraj-lbc.cz\""));
    EXPECT_THAT(rps().said_of(rps().group, "SKHU"), HasSubstr("oddělení humanitní – SKHU"));
    EXPECT_THAT(rps().found_by_search("SKHU zvažuje další analýzy"), HasSubstr("/zapis"));
    EXPECT_THAT(rps().said_of(rps().group, "§ 60"), HasSubstr("18. 11. 2015"));
    std::vector<std::string> paragraphs;
    for (auto& fact : rps().of("paragraph")) paragraphs.push_back(fact.body);
    EXPECT_THAT(paragraphs, AllOf(Contains("§ 60"), Contains("§ 65"), Contains("§ 67")));
}

// row 3.28
// row 3.29
// row 3.30
TEST(ReportsOfLiberec, tell_of_needs_of_the_warning_of_managers_and_of_what_goes_to_the_council) {
    for (auto words : {"Františkov nízkoprahová zařízení", "potřebu jedné služby zavádějící", "Taxík Maxík",
                       "SKHU předkládá ke schválení Agenturou pro sociální začleňování"})
        EXPECT_THAT(rps().found_by_search(words), HasSubstr("/jednani/" + to_text(rps().meeting.id) + "/zapis"))
            << words;
    EXPECT_THAT(rps().said_of(rps().group, "kontakt"), HasSubstr("Komunitní středisko Kontakt"));
}
