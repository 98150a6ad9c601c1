// The rows of document 4, looked for in the database after it was taken over.
#include "tests/world/taken_documents.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using world::calendar_day;
using world::jilemnicko;
using world::rps;

// row 4.01
TEST(MinutesOfJilemnice, are_of_the_first_meeting) {
    EXPECT_EQ(jilemnicko().meeting.day, calendar_day(2017, 5, 3));
    EXPECT_EQ(jilemnicko().meeting.number, 1);
    EXPECT_EQ(jilemnicko().meeting.place, "zasedací místnost MÚ Jilemnice");
}

// row 4.02
TEST(MinutesOfJilemnice, refer_to_the_attendance_sheet_and_list_who_apologised) {
    EXPECT_THAT(jilemnicko().meeting.attendance_note.value_or(""), HasSubstr("prezenční listina"));
    EXPECT_TRUE(jilemnicko().names("present").empty());
    EXPECT_EQ(jilemnicko().names("apologised").size(), 7u);
}

// row 4.03
TEST(MinutesOfJilemnice, leave_it_a_question_whether_two_surnames_are_one_person) {
    for (auto& one : jilemnicko().attendance)
        if (one.name == "Mátovič Kručinková") {
            EXPECT_FALSE(one.planner_id);
            EXPECT_THAT(one.open_question.value_or(""), HasSubstr("chybí čárka"));
            return;
        }
    ADD_FAILURE() << "the name is not there";
}

// row 4.04
// row 4.30
TEST(MinutesOfJilemnice, carry_the_head_of_the_programme_and_the_project) {
    auto& minutes = jilemnicko().minutes;
    EXPECT_EQ(minutes.programme, "Operační program Zaměstnanost");
    EXPECT_EQ(minutes.project_title, "Rozvoj MA21 v Jilemnici");
    EXPECT_EQ(minutes.project_number, "CZ.03.4.74/0.0/0.0/16_033/0003005");
    EXPECT_EQ(minutes.project_term, "01/2017–12/2018");
    EXPECT_THAT(jilemnicko().text(), HasSubstr("„Rozvoj MA21 na Jilemnicku“")) << "the other form of its name";
}

// row 4.05
// row 4.06
// row 4.07
TEST(MinutesOfJilemnice, tell_of_activities_outputs_and_small_purchases) {
    EXPECT_THAT(jilemnicko().text(),
                AllOf(HasSubstr("čtyři klíčové aktivity"), HasSubstr("Hlavními výstupy"), HasSubstr("nordic walking")));
}

// row 4.08
TEST(MinutesOfJilemnice, tell_who_makes_the_analysis) {
    ASSERT_TRUE(jilemnicko().plan);
    EXPECT_EQ(jilemnicko().plan->supplier, "ppm factum research, s.r.o.");
    EXPECT_EQ(jilemnicko().plan->project_title, "Rozvoj MA21 v Jilemnici");
}

// row 4.11
// row 4.12
TEST(MinutesOfJilemnice, tell_whom_the_analysis_asks_and_are_found_by_it) {
    EXPECT_THAT(jilemnicko().text(),
                AllOf(HasSubstr("PO2 = 18 obcí, vč. Jilemnice"), HasSubstr("poskytovatelé sociálních služeb"),
                      HasSubstr("lidé se zdravotním postižením, senioři, lidé ohrožení sociálním vyloučením")));
    EXPECT_THAT(jilemnicko().found_by_search("zadavatelé starostové pověřeného obecního úřadu"),
                HasSubstr("/jednani/" + to_text(jilemnicko().meeting.id) + "/zapis"));
}

// row 4.09
// row 4.10
TEST(MinutesOfJilemnice, become_milestones_by_months_that_overlap_within_the_project) {
    std::vector<std::string> months;
    for (auto& one : jilemnicko().milestones) {
        months.push_back(to_iso(one.period()));
        EXPECT_EQ(one.precision, "month");
        EXPECT_FALSE(one.outside(*jilemnicko().plan));
    }
    EXPECT_THAT(months, ElementsAre("2017-06/2017-07", "2017-08/2017-08", "2017-09/2017-09", "2017-09/2017-10",
                                    "2017-10/2017-10"));
    EXPECT_EQ(jilemnicko().plan->project_first, calendar_day(2017, 1, 1));
    EXPECT_EQ(jilemnicko().plan->project_last, calendar_day(2018, 12, 31));
    auto shown = world::with_plain_spaces(
        world::whole(jilemnicko().office.get(jilemnicko().office.eva, "/milniky/" + to_text(jilemnicko().plan->id))));
    EXPECT_THAT(shown, AllOf(HasSubstr("sběr dat v území"), HasSubstr("1.verze analýzy, připomínky")));
}

// row 4.28
TEST(MinutesOfJilemnice, were_recorded_in_jilemnice_on_the_same_day) {
    EXPECT_EQ(jilemnicko().minutes.recorded_by, "Leontýna Mochnová");
    EXPECT_EQ(jilemnicko().minutes.recorded_on, calendar_day(2017, 5, 3));
    EXPECT_EQ(jilemnicko().minutes.recorded_in, "V Jilemnici");
}

// row 4.31
TEST(MinutesOfJilemnice, keep_the_style_of_their_labels) {
    EXPECT_EQ(jilemnicko().minutes.label_style, "slash");
    EXPECT_EQ(rps().minutes.label_style, "ad");
    std::vector<std::string> labels;
    for (auto& part : jilemnicko().parts) labels.push_back(part.label.value_or(""));
    EXPECT_THAT(labels, ElementsAre("1/", "2/", "3/"));
}
