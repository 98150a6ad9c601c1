// The rows of documents 3 and 4: handed over, everything accepted, taken over, and looked for in the database.
#include "platform/reading/read_document.hpp"
#include "tests/source_folder.hpp"
#include "tests/world/office.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/document_sections.hpp"
#include "workgroups/minutes_import/taking_over.hpp"

#include <filesystem>

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

// One document as it stands in the database after everything of it was accepted.
struct TakenDocument {
    TakenDocument(const std::filesystem::path& file, const std::string& slug, std::vector<DocumentFact> by_hand = {}) {
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            group = *find_group_by_slug(work, slug);
            auto document = reading::read_document(file);
            DocumentImport fresh;
            fresh.group_id = group.id, fresh.title = file.filename().string(), fresh.content_hash = "abc";
            add(author, fresh);
            keep_what_was_read(author, *find_document_import(work, fresh.id), document);
            for (auto& fact : by_hand) {
                fact.import_id = fresh.id, fact.by_hand = true, fact.place_in_order = 900;
                auto known = facts_of(work, fresh.id);
                bool there = std::ranges::any_of(known, [&](auto& one) {
                    return one.kind == fact.kind && one.day == fact.day && one.until == fact.until;
                });
                if (!there) add(author, fact);
            }
            decide(author, facts_of(work, fresh.id), "accepted");
            import = *find_document_import(work, fresh.id);
            TakeOverWish wish;
            for (auto& one : list_groups(work))
                if (one.id == group.id) wish.keeps.insert(wish.keeps.begin(), one);
                else wish.keeps.push_back(one);
            wish.knows = wish.keeps;
            EXPECT_EQ(take_over_problem(work, import, facts_of(work, import.id), wish, day_in_prague(author.now)),
                      nullptr);
            i18n::Texts texts{"cs", platform::files(), network::files(), workgroups::files()};
            taken = take_over(author, import, wish, texts);
            import = *find_document_import(work, fresh.id);
            facts = facts_of(work, import.id);
            meeting = *find_meeting(work, *import.meeting_id);
            attendance = attendance_of(work, meeting.id), agenda = agenda_of(work, meeting.id);
            minutes = *minutes_of(work, meeting.id), parts = parts_of(work, minutes.id);
            tasks = tasks_given_at(work, meeting.id), meetings = meetings_of(work, group.id);
            // Those of the demonstration region lie years later.
            std::erase_if(meetings, [&](auto& one) { return one.day > meeting.day + std::chrono::days{600}; });
        });
    }

    std::vector<std::string> names(const std::string& status) const {
        std::vector<std::string> found;
        for (auto& one : attendance)
            if (one.status == status) found.push_back(one.name);
        return found;
    }
    std::vector<DocumentFact> of(const std::string& kind) const {
        std::vector<DocumentFact> found;
        for (auto& fact : facts)
            if (fact.kind == kind && fact.accepted()) found.push_back(fact);
        return found;
    }
    bool has_event(Date day, const std::string& word) const {
        auto all = of("event");
        return std::ranges::any_of(
            all, [&](auto& one) { return one.day == day && one.body.find(word) != std::string::npos; });
    }
    // The text of all parts.
    std::string text() const {
        std::string all;
        for (auto& part : parts) all += part.heading + "\n" + part.body + "\n";
        return all;
    }
    const MinutesPart& report(const std::string& heading) const {
        for (auto& part : parts)
            if (part.about_group_id && part.heading.starts_with(heading)) return part;
        static const MinutesPart none{};
        ADD_FAILURE() << "no report of " << heading;
        return none;
    }

    world::Office office{world::Office::With::sample_region};
    WorkingGroup group{};
    DocumentImport import{};
    TakenOver taken{};
    DocumentFacts facts{};
    Meeting meeting{};
    std::vector<Attendance> attendance{};
    std::vector<AgendaItem> agenda{};
    MeetingMinutes minutes{};
    std::vector<MinutesPart> parts{};
    std::vector<Task> tasks{};
    std::vector<Meeting> meetings{};
};

constexpr auto rps_slug = "komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina";
constexpr auto kpss_slug = "komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

Date on(int year, int month, int day) { return *day_of(year, month, day); }

// What the reader may miss is added by hand, as a person does on the page.
DocumentFact event_by_hand(Date first, Date last, const char* title, const char* place) {
    DocumentFact fact;
    fact.kind = "event", fact.day = first, fact.until = last, fact.body = title, fact.extra = place;
    return fact;
}
DocumentFact milestone_by_hand(Date first, Date last, const char* title) {
    DocumentFact fact;
    fact.kind = "milestone", fact.day = first, fact.until = last, fact.body = title;
    return fact;
}

TakenDocument& rps() {
    static TakenDocument taken{std::filesystem::path{source_folder()} / "tests/documents/3-zapis-rps.txt",
                               rps_slug,
                               {event_by_hand(on(2015, 11, 26), on(2015, 11, 27), "AT seminář", "hotel Orion")}};
    return taken;
}
TakenDocument& jilemnicko() {
    static TakenDocument taken{std::filesystem::path{source_folder()} / "tests/documents/4-zapis-jilemnicko.txt",
                               kpss_slug,
                               {milestone_by_hand(on(2017, 9, 1), on(2017, 9, 30), "1. verze analýzy, připomínky")}};
    return taken;
}

}

// row 3.01
TEST(MinutesOfLiberec, say_where_and_when_the_steering_group_met) {
    EXPECT_EQ(rps().meeting.day, on(2015, 11, 18));
    EXPECT_EQ(rps().meeting.from_minute, 14 * 60);
    EXPECT_THAT(rps().meeting.place.value_or(""), AllOf(HasSubstr("tř. 1. máje 108"), HasSubstr("č. 17")));
    EXPECT_EQ(rps().meeting.state, "held");
}

// row 3.02
TEST(MinutesOfLiberec, know_who_was_there_and_who_apologised) {
    EXPECT_EQ(rps().names("present").size(), 9u);
    EXPECT_EQ(rps().names("apologised").size(), 3u);
    for (auto& one : rps().attendance) {
        EXPECT_TRUE(one.planner_id) << one.name;
        EXPECT_FALSE(one.open_question) << one.name;
        EXPECT_EQ(one.came_by, "document");
    }
}

// row 3.03
TEST(MinutesOfLiberec, have_an_agenda_of_five_items) {
    ASSERT_EQ(rps().agenda.size(), 5u);
    EXPECT_EQ(rps().agenda.front().title, "Úvod");
    EXPECT_EQ(rps().agenda.back().title, "Diskuze");
}

// row 3.04
TEST(MinutesOfLiberec, keep_labels_as_printed_and_map_them_to_the_agenda) {
    std::vector<std::string> labels;
    std::vector<std::int64_t> places;
    for (auto& part : rps().parts) {
        if (!part.label) continue;
        labels.push_back(*part.label);
        std::int64_t place = 0;
        for (auto& item : rps().agenda)
            if (part.agenda_item_id == item.id) place = item.place_in_order;
        places.push_back(place);
    }
    EXPECT_THAT(labels, ElementsAre("Ad. 2)", "Ad 3.)", "Ad. 3)", "Ad. 4)"));
    EXPECT_THAT(places, ElementsAre(2, 3, 4, 0));
    EXPECT_EQ(agenda_of_labels({1, 2, 3}, 3), (std::vector<std::optional<std::int64_t>>{1, 2, 3}));
    EXPECT_EQ(agenda_of_labels({2, 3, 3, 4}, 5), (std::vector<std::optional<std::int64_t>>{2, 3, 4, std::nullopt}));
    EXPECT_EQ(agenda_of_labels({1, 1}, 1), (std::vector<std::optional<std::int64_t>>{1, std::nullopt}));
}

// row 3.05
TEST(MinutesOfLiberec, were_recorded_by_a_member_five_days_later) {
    EXPECT_EQ(rps().minutes.recorded_by, "K. Mařinková");
    EXPECT_EQ(rps().minutes.recorded_on, on(2015, 11, 23));
    EXPECT_EQ(rps().minutes.recorded_in, "V Liberci");
}

// row 3.06
TEST(MinutesOfLiberec, hold_the_reports_of_six_groups) {
    std::set<Uuid> about;
    for (auto& part : rps().parts)
        if (part.about_group_id) about.insert(part.about_group_id->uuid);
    EXPECT_EQ(about.size(), 6u);
    EXPECT_EQ(rps().of("report").size(), 6u);
}

// row 3.07
TEST(MinutesOfLiberec, say_how_many_members_two_groups_had) {
    std::vector<std::int64_t> members;
    for (auto& fact : rps().of("report"))
        if (fact.number) members.push_back(*fact.number);
    EXPECT_THAT(members, ElementsAre(20, 16));
}

// row 3.08
TEST(MinutesOfLiberec, tell_which_new_services_come_next_time) {
    EXPECT_THAT(rps().report("Zdravotně").body, AllOf(HasSubstr("TyfloCentrum"), HasSubstr("Sarema")));
}

// row 3.09
TEST(MinutesOfLiberec, announce_a_seminar_of_two_days) {
    EXPECT_TRUE(rps().has_event(on(2015, 11, 26), "AT seminář"));
    EXPECT_THAT(rps().report("Osoby ohrožené závislostmi").body, HasSubstr("Jarmila Sedmikrásková"));
}

// row 3.10
TEST(MinutesOfLiberec, announce_the_third_meeting_of_providers) {
    EXPECT_TRUE(rps().has_event(on(2016, 3, 9), "3. ročník"));
}

// row 3.11
TEST(MinutesOfLiberec, tell_of_prevention_for_seniors) {
    EXPECT_THAT(rps().text(), HasSubstr("společný program primární prevence"));
}

// row 3.12
TEST(MinutesOfLiberec, tell_that_a_group_may_be_split) {
    EXPECT_THAT(rps().report("Děti a mládež").body, HasSubstr("zda ji nerozdělit"));
}

// row 3.13
TEST(MinutesOfLiberec, tell_when_the_seniors_meet_and_who_presents_there) {
    EXPECT_THAT(rps().report("Senioři").body, AllOf(HasSubstr("25. 11. 2015"), HasSubstr("Anděl Strážný"),
                                                    HasSubstr("D.R.A.K"), HasSubstr("hospic")));
}

// row 3.15
// row 3.16
TEST(MinutesOfLiberec, tell_what_was_achieved_in_housing_and_what_is_prepared_for_crises) {
    EXPECT_THAT(rps().text(), AllOf(HasSubstr("prostupné bydlení"), HasSubstr("návod pro krizové situace")));
}

// row 3.17
TEST(MinutesOfLiberec, keep_a_cancelled_meeting_as_a_state) {
    auto lease = rps().office.database().read();
    auto cancelled = lease->all<Meeting>("SELECT * FROM meetings WHERE day = $1", on(2015, 12, 14));
    ASSERT_EQ(cancelled.size(), 1u);
    EXPECT_EQ(cancelled.front().state, "cancelled");
    EXPECT_NE(cancelled.front().group_id, rps().group.id) << "it is a meeting of the group that reported it";
    EXPECT_THAT(cancelled.front().state_reason.value_or(""), HasSubstr("3-zapis-rps.txt"));
}

// row 3.18
TEST(MinutesOfLiberec, tell_who_works_in_the_group_of_mental_health) {
    EXPECT_THAT(rps().report("Duševní zdraví").body, AllOf(HasSubstr("Fokus"), HasSubstr("Dobromysl")));
}

// row 3.19
TEST(MinutesOfLiberec, tell_of_the_round_table_of_the_region) {
    EXPECT_THAT(rps().text(), HasSubstr("kulatý stůl „Poptávka po službách"));
}

// row 3.23
TEST(MinutesOfLiberec, give_a_task_with_its_owner_and_day) {
    ASSERT_EQ(rps().tasks.size(), 1u);
    auto& task = rps().tasks.front();
    EXPECT_EQ(task.due_on, on(2015, 12, 9));
    EXPECT_EQ(task.owner_text, "K. Mařinková");
    auto lease = rps().office.database().read();
    ASSERT_TRUE(task.owner_id);
    EXPECT_EQ(find_planner(*lease, *task.owner_id)->name, "Kristýna Mařinková");
    EXPECT_THAT(task.source_text.value_or(""), HasSubstr("s termínem navrácení do 9. 12. 2015"));
    EXPECT_EQ(task.agenda_item_id, rps().agenda[2].id) << "it stands under „Ad 3.)“";
}

// row 3.25
// row 3.26
// row 3.27
TEST(MinutesOfLiberec, name_the_published_plan_the_department_and_its_analyses) {
    EXPECT_THAT(rps().text(), AllOf(HasSubstr("Plán protidrogové politiky"), HasSubstr("odbor-socialni.kraj-lbc.cz"),
                                    HasSubstr("(dále jen SKHU) zvažuje další analýzy")));
    std::vector<std::string> paragraphs;
    for (auto& fact : rps().of("paragraph")) paragraphs.push_back(fact.body);
    EXPECT_THAT(paragraphs, AllOf(Contains("§ 60"), Contains("§ 65"), Contains("§ 67")));
}

// row 3.28
// row 3.29
// row 3.30
TEST(MinutesOfLiberec, tell_of_needs_of_the_warning_of_managers_and_of_what_goes_to_the_council) {
    EXPECT_THAT(rps().text(), AllOf(HasSubstr("Františkov"), HasSubstr("je zavádějící"), HasSubstr("Taxík Maxík")));
}

// row 3.31
TEST(MinutesOfLiberec, list_five_events) {
    EXPECT_TRUE(rps().has_event(on(2015, 11, 19), "Noc venku"));
    EXPECT_TRUE(rps().has_event(on(2015, 11, 21), "Kašparovo taškaření"));
    EXPECT_TRUE(rps().has_event(on(2015, 11, 21), "potravinová sbírka"));
    EXPECT_TRUE(rps().has_event(on(2015, 11, 30), "den otevřených dveří"));
    EXPECT_TRUE(rps().has_event(on(2015, 12, 11), "Vile Vitae"));
}

// row 3.32
// row 3.38
TEST(MinutesOfLiberec, plan_the_next_year_with_one_place_for_all) {
    std::vector<std::string> days;
    auto lease = rps().office.database().read();
    for (auto& meeting : rps().meetings) {
        if (meeting.state != "planned") continue;
        days.push_back(to_iso(meeting.day));
        EXPECT_FALSE(meeting.place) << "the place stands with the series";
        auto placed = at_its_place(*lease, meeting);
        EXPECT_EQ(placed.place, "budova „Uran“, 2. patro, místnost č. 17");
        EXPECT_EQ(placed.from_minute, 14 * 60);
    }
    EXPECT_THAT(days, ElementsAre("2016-01-13", "2016-02-10", "2016-05-11", "2016-06-15", "2016-09-14", "2016-10-12",
                                  "2016-11-16"));
}

// row 3.33
// row 3.34
// row 3.35
TEST(MinutesOfLiberec, keep_the_rule_of_the_statute_with_its_excuse_and_the_days_between_which_it_is_broken) {
    auto rules = rps().of("rule");
    ASSERT_EQ(rules.size(), 1u);
    EXPECT_THAT(rules.front().body, AllOf(HasSubstr("1x za dva měsíce"), HasSubstr("hodnotí žádosti")));
    EXPECT_EQ((on(2016, 5, 11) - on(2016, 2, 10)).count(), 91);
    std::vector<int> gaps;
    std::optional<Date> last;
    for (auto& meeting : rps().meetings) {
        if (!meeting.stands()) continue;
        if (last && (meeting.day - *last).count() > 62) gaps.push_back(int((meeting.day - *last).count()));
        last = meeting.day;
    }
    EXPECT_THAT(gaps, ElementsAre(91, 91));
}

// row 3.36
TEST(MinutesOfLiberec, are_kept_word_for_word_with_their_slips) {
    EXPECT_THAT(rps().text(), AllOf(HasSubstr("kde poskytujeme péči"), HasSubstr("cizince a národností menšiny")));
}

// row 4.01
TEST(MinutesOfJilemnice, are_of_the_first_meeting) {
    EXPECT_EQ(jilemnicko().meeting.day, on(2017, 5, 3));
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
// row 4.11
// row 4.12
TEST(MinutesOfJilemnice, tell_who_makes_the_analysis_and_whom_it_asks) {
    EXPECT_THAT(jilemnicko().text(), AllOf(HasSubstr("ppm factum research"), HasSubstr("PO2 = 18 obcí, vč. Jilemnice"),
                                           HasSubstr("lidé ohrožení sociálním vyloučením")));
}

// row 4.09
// row 4.10
TEST(MinutesOfJilemnice, give_milestones_by_months_that_overlap) {
    std::vector<std::string> months;
    for (auto& fact : jilemnicko().of("milestone"))
        months.push_back(to_iso(*fact.day).substr(0, 7) + " " + to_iso(*fact.until).substr(0, 7));
    std::ranges::sort(months);
    EXPECT_THAT(months, ElementsAre("2017-06 2017-07", "2017-08 2017-08", "2017-09 2017-09", "2017-09 2017-10",
                                    "2017-10 2017-10"));
}

// row 4.28
TEST(MinutesOfJilemnice, were_recorded_in_jilemnice_on_the_same_day) {
    EXPECT_EQ(jilemnicko().minutes.recorded_by, "Leontýna Mochnová");
    EXPECT_EQ(jilemnicko().minutes.recorded_on, on(2017, 5, 3));
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

// The originals lie beside the project where its makers work; they are not part of it.
TEST(OriginalMinutes, are_taken_over_as_the_invented_ones_are) {
    auto seeds = std::filesystem::path{source_folder()} / "../shared/seeds";
    if (!std::filesystem::exists(seeds / "3-liberec-minutes.txt"))
        seeds = std::filesystem::path{source_folder()} / "../../shared/seeds";
    if (!std::filesystem::exists(seeds / "3-liberec-minutes.txt")) GTEST_SKIP() << "the originals are not here";
    TakenDocument liberec{seeds / "3-liberec-minutes.txt", rps_slug};
    EXPECT_EQ(liberec.names("present").size(), 9u);
    EXPECT_EQ(liberec.names("apologised").size(), 3u);
    EXPECT_EQ(liberec.agenda.size(), 5u);
    EXPECT_EQ(liberec.tasks.size(), 1u);
    EXPECT_EQ(liberec.taken.planned, 7);
    TakenDocument jilemnice{seeds / "4-jilemnice-minutes.txt", kpss_slug};
    EXPECT_EQ(jilemnice.names("apologised").size(), 7u);
    EXPECT_EQ(jilemnice.minutes.label_style, "slash");
    EXPECT_EQ(jilemnice.minutes.project_number, "CZ.03.4.74/0.0/0.0/16_033/0003005");
}
