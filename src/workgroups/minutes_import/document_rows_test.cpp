// The rows of documents 3 and 4: handed over, everything accepted, taken over, and looked for in the database.
#include "tests/source_folder.hpp"
#include "tests/world/handed_documents.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/groups/lineage.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/document_sections.hpp"
#include "workgroups/minutes_import/imported_schedule.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking_over.hpp"
#include "workgroups/statutes/statute.hpp"

#include <filesystem>

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

// A fact that a person adds on the page, where the program did not find one of these days.
struct AddedByHand {
    std::string kind{};
    Date first{}, last{};
    std::string text{}, line{};
};

// One document as it stands in the database after somebody handed it over, accepted everything and took it over, all
// on the pages.
struct TakenDocument {
    TakenDocument(const std::filesystem::path& file, const std::string& slug, std::vector<AddedByHand> by_hand = {}) {
        auto handed = world::hand_over(office, office.eva, "/skupiny/" + slug + "/dokument", file.filename().string(),
                                       world::bytes_of(file));
        EXPECT_EQ(handed.status, http::see_other) << world::with_plain_spaces(world::whole(handed));
        at = handed.location;
        for (auto& one : by_hand) add_by_hand(one);
        EXPECT_EQ(office.post(office.eva, at + "/udaje", {{"prijmout_vse", "ano"}}).status, http::see_other);
        preview = page("/prevzit");
        EXPECT_EQ(office.post(office.eva, at + "/prevzit").location, at + "?hotovo=prevzato");
        read(slug);
    }

    void add_by_hand(const AddedByHand& one) {
        {
            auto lease = office.database().read();
            for (auto& fact : facts_of(*lease, import_id()))
                if (fact.kind == one.kind && fact.day == one.first && fact.until == one.last) return;
        }
        auto added = office.post(office.eva, at + "/pridat/" + one.kind,
                                 {{"text", one.text},
                                  {"den", to_czech(one.first)},
                                  {"do", to_czech(one.last)},
                                  {"radek_od", one.line},
                                  {"radek_do", ""}});
        EXPECT_EQ(added.status, http::see_other) << world::with_plain_spaces(world::whole(added));
    }

    void read(const std::string& slug) {
        auto lease = office.database().read();
        group = *find_group_by_slug(*lease, slug);
        import = *find_document_import(*lease, import_id());
        facts = facts_of(*lease, import.id);
        meeting = *find_meeting(*lease, *import.meeting_id);
        attendance = attendance_of(*lease, meeting.id), agenda = agenda_of(*lease, meeting.id);
        minutes = *minutes_of(*lease, meeting.id), parts = parts_of(*lease, minutes.id);
        tasks = tasks_given_at(*lease, meeting.id), meetings = meetings_of(*lease, group.id);
        // Those of the demonstration region lie years later.
        std::erase_if(meetings, [&](auto& one) { return one.day > meeting.day + std::chrono::days{600}; });
        for (auto all = events_of(*lease, group.id); auto& one : all)
            if (one.meeting_id == meeting.id) events.push_back(one);
        for (auto all = milestone_plans(*lease); auto& one : all)
            if (one.group_id == group.id && made_before(*lease, import, one.id.uuid)) plan = one;
        if (plan) milestones = milestones_of(*lease, plan->id);
    }

    Id<DocumentImport> import_id() const { return *Id<DocumentImport>::parse(at.substr(18, 36)); }
    std::string page(const std::string& rest = "") {
        return world::with_plain_spaces(world::whole(office.get(office.eva, at + rest)));
    }
    std::string found_by_search(const std::string& words) {
        return world::with_plain_spaces(world::whole(office.get(office.eva, "/hledani-v-planovani?q=" + words)));
    }
    std::string said_of(const WorkingGroup& which, const std::string& words = "") {
        return world::with_plain_spaces(
            world::whole(office.get(office.eva, "/skupiny/" + which.slug + "/ze-zapisu?q=" + words)));
    }
    WorkingGroup group_of_report(const std::string& heading) {
        auto lease = office.database().read();
        return *find_group(*lease, *report(heading).about_group_id);
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
    const PlanningEvent& event(Date day, const std::string& word) const {
        for (auto& one : events)
            if (one.first_day == day && one.title.find(word) != std::string::npos) return one;
        static const PlanningEvent none{};
        ADD_FAILURE() << "no event " << word;
        return none;
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
    std::string at{}, preview{};
    WorkingGroup group{};
    DocumentImport import{};
    DocumentFacts facts{};
    std::vector<PlanningEvent> events{};
    std::optional<MilestonePlan> plan{};
    std::vector<Milestone> milestones{};
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

TakenDocument& rps() {
    static TakenDocument taken{std::filesystem::path{source_folder()} / "tests/documents/3-zapis-rps.txt", rps_slug};
    return taken;
}
// „09/2017 1.verze“ is read as no month alone: a person adds it with the page's own form.
TakenDocument& jilemnicko() {
    static TakenDocument taken{std::filesystem::path{source_folder()} / "tests/documents/4-zapis-jilemnicko.txt",
                               kpss_slug,
                               {{"milestone", on(2017, 9, 1), on(2017, 9, 30), "1. verze analýzy, připomínky", "22"}}};
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
TEST(MinutesOfLiberec, propose_new_services_for_the_next_agenda_of_their_group) {
    auto group = rps().group_of_report("Zdravotně");
    auto lease = rps().office.database().read();
    auto proposed = backlog_of(*lease, group.id);
    ASSERT_EQ(proposed.size(), 1u);
    EXPECT_EQ(proposed.front().state, "proposed");
    EXPECT_THAT(proposed.front().note.value_or(proposed.front().title),
                AllOf(HasSubstr("TyfloCentrum"), HasSubstr("Sarema")));
}

// row 3.09
TEST(MinutesOfLiberec, announce_a_seminar_of_two_days_with_two_organisers) {
    auto& seminar = rps().event(on(2015, 11, 26), "AT seminář");
    EXPECT_EQ(seminar.last_day, on(2015, 11, 27));
    EXPECT_EQ(seminar.kind, "seminar");
    EXPECT_EQ(seminar.place, "hotel Orion");
    EXPECT_THAT(
        seminar.organised_by(),
        ElementsAre(HasSubstr("Advaita"), "protidrogová koordinátorka Libereckého kraje Ing. Jarmila Sedmikrásková"));
    EXPECT_THAT(seminar.source_text.value_or(""), HasSubstr("Práce pro lidi se závislostí"));
}

// row 3.10
TEST(MinutesOfLiberec, announce_the_third_meeting_of_providers) {
    auto& meeting = rps().event(on(2016, 3, 9), "Setkání poskytovatelů");
    EXPECT_EQ(meeting.edition, 3);
    EXPECT_THAT(meeting.place.value_or(""), HasSubstr("Maják"));
    EXPECT_THAT(
        world::with_plain_spaces(world::whole(rps().office.get(rps().office.stranger, "/akce/" + meeting.slug))),
        HasSubstr("3. ročník"));
}

// row 3.11
TEST(MinutesOfLiberec, tell_of_prevention_for_seniors_with_the_group_that_reported_it) {
    auto group = rps().group_of_report("Osoby ohrožené závislostmi");
    EXPECT_THAT(rps().said_of(group, "primární prevence"), HasSubstr("Centrum zdravotní a sociální péče Liberec"));
    EXPECT_THAT(rps().said_of(rps().group_of_report("Senioři"), "primární prevence"),
                HasSubstr("o skupině zprávu nemá"));
    EXPECT_THAT(rps().found_by_search("primární prevence závislostí"), HasSubstr("/zapis"));
}

// row 3.12
TEST(MinutesOfLiberec, write_down_that_a_group_may_be_split_as_talked_about) {
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
    EXPECT_TRUE(group.lives_on(on(2026, 1, 1))) << "nothing changes but that it is written down";
}

// row 3.13
TEST(MinutesOfLiberec, plan_the_meeting_of_the_seniors_with_who_presents_there) {
    auto group = rps().group_of_report("Senioři");
    auto lease = rps().office.database().read();
    std::optional<Meeting> planned;
    for (auto all = meetings_of(*lease, group.id); auto& one : all)
        if (one.day == on(2015, 11, 25)) planned = one;
    ASSERT_TRUE(planned);
    EXPECT_EQ(planned->state, "planned");
    auto items = agenda_of(*lease, planned->id);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items.front().state, "proposed");
    EXPECT_THAT(items.front().note.value_or(items.front().title),
                AllOf(HasSubstr("Anděl Strážný"), HasSubstr("D.R.A.K")));
    EXPECT_THAT(rps().report("Senioři").body, HasSubstr("hospic"));
}

// row 3.15
// row 3.16
TEST(MinutesOfLiberec, tell_what_was_achieved_in_housing_and_what_is_prepared_for_crises) {
    auto group = rps().group_of_report("Osoby a rodiny");
    EXPECT_THAT(rps().said_of(group, "prostupné bydlení"), HasSubstr("součástí pravidel pro přidělování"));
    EXPECT_THAT(rps().said_of(group, "návod pro krizové situace"),
                AllOf(HasSubstr("Ještědské"), HasSubstr("Riegerově")));
    EXPECT_THAT(rps().found_by_search("krizové situace ubytovna"), HasSubstr("/zapis"));
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
    auto group = rps().group_of_report("Duševní zdraví");
    EXPECT_THAT(rps().said_of(group), AllOf(HasSubstr("Dobromysl"), HasSubstr("Centra duševního zdraví")));
    EXPECT_THAT(rps().said_of(rps().group, "fokus"), HasSubstr("Fokus, o. p. s.")) << "the organisation is found again";
}

// row 3.19
TEST(MinutesOfLiberec, tell_of_the_round_table_of_the_region) {
    auto& table = rps().event(on(2015, 11, 11), "Kulatý stůl „Poptávka po službách");
    EXPECT_EQ(table.kind, "round_table");
    EXPECT_EQ(table.state, "held") << "the minutes tell of it as past";
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
TEST(MinutesOfLiberec, tell_of_needs_of_the_warning_of_managers_and_of_what_goes_to_the_council) {
    for (auto words : {"Františkov nízkoprahová zařízení", "potřebu jedné služby zavádějící", "Taxík Maxík",
                       "SKHU předkládá ke schválení Agenturou pro sociální začleňování"})
        EXPECT_THAT(rps().found_by_search(words), HasSubstr("/jednani/" + to_text(rps().meeting.id) + "/zapis"))
            << words;
    EXPECT_THAT(rps().said_of(rps().group, "kontakt"), HasSubstr("Komunitní středisko Kontakt"));
}

// row 3.31
TEST(MinutesOfLiberec, put_five_events_into_the_public_calendar) {
    EXPECT_EQ(rps().event(on(2015, 11, 19), "Noc venku").edition, 2);
    EXPECT_EQ(rps().event(on(2015, 11, 21), "Kašparovo taškaření").edition, 2);
    EXPECT_EQ(rps().event(on(2015, 11, 21), "potravinová sbírka").kind, "collection");
    EXPECT_EQ(rps().event(on(2015, 11, 30), "Den otevřených dveří").kind, "open_day");
    EXPECT_EQ(rps().event(on(2015, 12, 11), "Vile Vitae").kind, "open_day");
    EXPECT_EQ(rps().events.size(), 8u) << "with the seminar, the round table and the meeting of providers";
    auto calendar = world::with_plain_spaces(
        world::whole(rps().office.get(rps().office.stranger, "/akce?pohled=mesic&mesic=2015-11")));
    EXPECT_THAT(calendar, AllOf(HasSubstr("Noc venku"), HasSubstr("AT seminář")));
    EXPECT_THAT(rps().preview, HasSubstr("8 akcí"));
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
TEST(MinutesOfLiberec, are_watched_over_two_gaps_of_91_days_the_first_with_its_excuse) {
    auto rules = rps().of("rule");
    ASSERT_EQ(rules.size(), 1u);
    EXPECT_EQ(rules.front().number, 2);
    EXPECT_THAT(rules.front().body, HasSubstr("1x za dva měsíce"));
    auto lease = rps().office.database().read();
    i18n::Texts texts{"cs", platform::files(), network::files(), workgroups::files()};
    auto found = schedule_findings(*lease, rps().group, rps().import, rps().facts, on(2026, 11, 24), texts);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->gaps.size(), 2u);
    auto& first = found->gaps[0].gap;
    auto& second = found->gaps[1].gap;
    EXPECT_EQ(first.from, on(2016, 2, 10));
    EXPECT_EQ(first.to, on(2016, 5, 11));
    EXPECT_EQ(first.days(), 91);
    ASSERT_EQ(first.excuses.size(), 1u);
    EXPECT_EQ(first.excuses[0].kind, "closed");
    EXPECT_EQ(first.excuses[0].first, on(2016, 3, 1));
    EXPECT_EQ(first.excuses[0].last, on(2016, 4, 30));
    EXPECT_THAT(first.excuses[0].reason, HasSubstr("hodnotí žádosti o dotační program"));
    EXPECT_EQ(second.from, on(2016, 6, 15));
    EXPECT_EQ(second.to, on(2016, 9, 14));
    EXPECT_EQ(second.days(), 91);
    ASSERT_EQ(second.excuses.size(), 1u);
    EXPECT_EQ(second.excuses[0].kind, "on_demand") << "July and August only when needed";
    EXPECT_THAT(rps().page(), AllOf(HasSubstr("Co na plán říká hlídač"), HasSubstr("91 dní"),
                                    HasSubstr("hodnotí žádosti o dotační program")));
    auto blocked = blocked_between(*lease, rps().group.id, on(2016, 1, 1), on(2016, 12, 31));
    EXPECT_EQ(blocked.size(), 2u);
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
    EXPECT_EQ(jilemnicko().plan->project_first, on(2017, 1, 1));
    EXPECT_EQ(jilemnicko().plan->project_last, on(2018, 12, 31));
    auto shown = world::with_plain_spaces(
        world::whole(jilemnicko().office.get(jilemnicko().office.eva, "/milniky/" + to_text(jilemnicko().plan->id))));
    EXPECT_THAT(shown, AllOf(HasSubstr("sběr dat v území"), HasSubstr("1. verze analýzy, připomínky")));
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
    EXPECT_EQ(std::ranges::count(liberec.meetings, "planned", &Meeting::state), 7);
    TakenDocument jilemnice{seeds / "4-jilemnice-minutes.txt", kpss_slug};
    EXPECT_EQ(jilemnice.names("apologised").size(), 7u);
    EXPECT_EQ(jilemnice.minutes.label_style, "slash");
    EXPECT_EQ(jilemnice.minutes.project_number, "CZ.03.4.74/0.0/0.0/16_033/0003005");
}
