// A document is handed over, looked at, decided about, taken over and back, as people do it on the pages.
#include "platform/base/json.hpp"
#include "tests/source_folder.hpp"
#include "tests/world/handed_documents.hpp"
#include "tests/world/handed_files.hpp"
#include "tests/world/office.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/taking_over.hpp"

#include <fstream>

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto minutes_text = "Zápis z jednání pracovní skupiny Senioři\n"
                              "Datum: 12. 3. 2026 ve 14:00 hod.\n"
                              "Místo: radnice Liberec, zasedací místnost\n"
                              "Přítomni: J. Ostružinová, Vladimír Neznámý\n"
                              "Omluveni: Mátovič Kručinková\n"
                              "Program:\n"
                              "1. Úvod\n"
                              "2. Domovy pro seniory\n"
                              "\n"
                              "Ad 1)\n"
                              "Manažerka všechny přivítala.\n"
                              "\n"
                              "Ad 2)\n"
                              "Skupina potřebuje přehled volných míst. J. Ostružinová ho pošle do 30. 4. 2026.\n"
                              "Z: J. Ostružinová\n"
                              "\n"
                              "Zapsala: Johana Ostružinová\n";

struct HandedDocuments : testing::Test {
    static constexpr auto seniors = "/skupiny/seniori";

    http::Response hand_over(const User& who, const std::string& name, const std::string& bytes) {
        return world::hand_over(office, who, std::string{seniors} + "/dokument", name, bytes);
    }
    // The address of the document's page.
    std::string handed(const std::string& text = minutes_text) {
        auto response = hand_over(office.eva, "zapis.txt", text);
        EXPECT_EQ(response.status, http::see_other) << world::with_plain_spaces(world::whole(response));
        return response.location;
    }
    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(who, address)));
    }
    DocumentImport import_at(const std::string& address) {
        auto lease = office.database().read();
        return *find_document_import(*lease, *Id<DocumentImport>::parse(address.substr(18, 36)));
    }
    DocumentFacts facts_at(const std::string& address) {
        auto lease = office.database().read();
        return facts_of(*lease, import_at(address).id);
    }
    DocumentFact fact_at(const std::string& address, const std::string& kind, std::size_t n = 0) {
        for (auto facts = facts_at(address); auto& fact : facts)
            if (fact.kind == kind && n-- == 0) return fact;
        ADD_FAILURE() << "no " << kind;
        return {};
    }
    static std::string mark(const DocumentFact& fact) {
        return to_text(fact.id) + ":" + std::to_string(fact.kept.version);
    }
    template <class... Values>
    std::int64_t count_of(const char* table) {
        auto lease = office.database().read();
        if (std::string_view{table} == "imports")
            return lease->one<std::int64_t>("SELECT count(*) FROM document_imports");
        if (std::string_view{table} == "tasks") return lease->one<std::int64_t>("SELECT count(*) FROM tasks");
        if (std::string_view{table} == "files") return lease->one<std::int64_t>("SELECT count(*) FROM files");
        return lease->one<std::int64_t>("SELECT count(*) FROM meetings");
    }
    void accept_all(const std::string& address) {
        EXPECT_EQ(office.post(office.eva, address + "/udaje", {{"prijmout_vse", "ano"}}).status, http::see_other);
    }

    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(HandedDocuments, are_read_and_shown_beside_their_facts_and_nothing_else_comes_of_it) {
    auto meetings = count_of("meetings"), tasks = count_of("tasks");
    auto at = handed();
    auto page = words(office.eva, at);
    EXPECT_THAT(page, AllOf(HasSubstr("id=\"r2\""), HasSubstr("12. 3. 2026"), HasSubstr("= Johana Ostružinová"),
                            HasSubstr("Domovy pro seniory"), HasSubstr("Ve skupině nikdo takový není")));
    EXPECT_EQ(count_of("meetings"), meetings);
    EXPECT_EQ(count_of("tasks"), tasks);
    auto day = fact_at(at, "date");
    EXPECT_THAT(words(office.eva, at + "?fakt=" + to_text(day.id)), HasSubstr("<li id=\"r2\" class=\"said\">"));
    EXPECT_EQ(world::whole(office.get(office.eva, at + "/soubor")), minutes_text);
}

TEST_F(HandedDocuments, are_refused_with_a_sentence_each_and_leave_nothing_behind) {
    auto files = count_of("files");
    for (auto& [name, bytes, why] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"prazdny.txt", "", "prázdný"},
             {"obrazek.png", world::small_png(), "obrázek"},
             {"makra.docx", world::office_file("docx", {{"word/vbaProject.bin", "x"}}), "makra"},
             {"tabulka.xlsx", world::office_file("xlsx"), "neumíme číst"},
             {"archiv.zip", world::plain_zip(), "neumíme číst"},
             {"stary.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'), "neumíme číst"},
         }) {
        auto response = hand_over(office.eva, name, bytes);
        EXPECT_EQ(response.status, http::unprocessable) << name;
        EXPECT_THAT(world::with_plain_spaces(world::whole(response)), HasSubstr(why)) << name;
    }
    EXPECT_EQ(count_of("imports"), 0);
    EXPECT_EQ(count_of("files"), files);
}

TEST_F(HandedDocuments, twice_say_that_the_group_has_it_already) {
    auto at = handed();
    auto again = hand_over(office.eva, "jiny-nazev.txt", minutes_text);
    EXPECT_EQ(again.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(world::whole(again)), AllOf(HasSubstr("už u skupiny je"), HasSubstr(at)));
    EXPECT_EQ(office.post(office.eva, at + "/zahodit").status, http::see_other);
    EXPECT_EQ(hand_over(office.eva, "zapis.txt", minutes_text).status, http::see_other)
        << "what was dropped may come again";
}

TEST_F(HandedDocuments, may_be_pasted_as_a_text) {
    auto response = office.post(office.eva, std::string{seniors} + "/dokument", {{"text", minutes_text}});
    ASSERT_EQ(response.status, http::see_other);
    EXPECT_THAT(words(office.eva, response.location), HasSubstr("Zápis z jednání pracovní skupiny Senioři.txt"));
    EXPECT_EQ(office.post(office.eva, std::string{seniors} + "/dokument", {{"text", "  "}}).status,
              http::unprocessable);
}

TEST_F(HandedDocuments, that_take_long_are_read_by_a_job_and_say_so) {
    auto response = hand_over(office.eva, "dlouhy.txt", minutes_text + std::string(1'200'000, '\n'));
    ASSERT_EQ(response.status, http::see_other);
    EXPECT_THAT(words(office.eva, response.location), HasSubstr("Dokument se čte"));
    EXPECT_EQ(import_at(response.location).state, "reading");
    while (office.application().workers().take_one()) {}
    EXPECT_EQ(import_at(response.location).state, "open");
    EXPECT_EQ(fact_at(response.location, "date").day, *day_of(2026, 3, 12));
    auto picture = hand_over(office.eva, "sken.pdf", world::small_pdf());
    ASSERT_EQ(picture.status, http::see_other);
    while (office.application().workers().take_one()) {}
    EXPECT_EQ(import_at(picture.location).state, "refused");
    EXPECT_THAT(words(office.eva, picture.location), HasSubstr("Dokument se nepřečetl"));
}

TEST_F(HandedDocuments, are_nobody_elses_business) {
    auto at = handed();
    EXPECT_EQ(office.get(office.petr, at).status, http::not_found);
    EXPECT_EQ(office.get(office.klara, at).status, http::not_found) << "the group lies in another district";
    EXPECT_EQ(office.post(office.petr, at + "/udaje", {{"prijmout_vse", "ano"}}).status, http::not_found);
    EXPECT_EQ(office.get(office.petr, std::string{seniors} + "/dokument").status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, at).status, http::see_other);
    EXPECT_THAT(words(office.eva, "/dokumenty-zapisu"), HasSubstr("zapis.txt"));
    EXPECT_THAT(words(office.klara, "/dokumenty-zapisu"), Not(HasSubstr("zapis.txt")));
}

TEST_F(HandedDocuments, have_facts_that_are_accepted_dropped_and_decided_again_one_by_one) {
    auto at = handed();
    auto place = fact_at(at, "place");
    auto done = office.post(office.eva, at + "/udaje", {{"prijmout", mark(place)}});
    EXPECT_THAT(done.location, HasSubstr("#f-" + to_text(place.id)));
    EXPECT_EQ(fact_at(at, "place").state, "accepted");
    EXPECT_EQ(office.post(office.eva, at + "/udaje", {{"vratit", mark(fact_at(at, "place"))}}).status, http::see_other);
    EXPECT_EQ(fact_at(at, "place").state, "open");
    EXPECT_EQ(office.post(office.eva, at + "/udaje", {{"zahodit_skupinu", "agenda"}}).status, http::see_other);
    EXPECT_EQ(fact_at(at, "agenda").state, "dropped");
    EXPECT_EQ(fact_at(at, "place").state, "open");
}

TEST_F(HandedDocuments, are_not_decided_over_the_head_of_somebody_else) {
    auto at = handed();
    auto seen = fact_at(at, "place");
    EXPECT_EQ(office.post(office.eva, at + "/udaje", {{"zahodit", mark(seen)}}).status, http::see_other);
    auto late = office.post(office.eva, at + "/udaje", {{"prijmout", mark(seen)}});
    EXPECT_EQ(late.status, http::conflict);
    EXPECT_THAT(world::with_plain_spaces(world::whole(late)), HasSubstr("Mezitím o údaji rozhodl někdo jiný"));
    EXPECT_EQ(fact_at(at, "place").state, "dropped");
}

TEST_F(HandedDocuments, are_corrected_and_bad_input_gets_a_sentence_with_what_was_typed) {
    auto at = handed();
    auto day = fact_at(at, "date");
    auto sheet = at + "/udaje/" + to_text(day.id);
    auto bad = office.post(office.eva, sheet, {{"den", "32. 13. 2026"}, {"verze", std::to_string(day.kept.version)}});
    EXPECT_EQ(bad.status, http::unprocessable);
    EXPECT_THAT(world::whole(bad), HasSubstr("32. 13. 2026"));
    EXPECT_EQ(
        office.post(office.eva, sheet, {{"den", "13. 3. 2026"}, {"verze", std::to_string(day.kept.version)}}).status,
        http::see_other);
    EXPECT_EQ(fact_at(at, "date").day, *day_of(2026, 3, 13));
    EXPECT_EQ(fact_at(at, "date").state, "accepted");
    auto time = fact_at(at, "start_time");
    EXPECT_EQ(office
                  .post(office.eva, at + "/udaje/" + to_text(time.id),
                        {{"cas", "poledne"}, {"verze", std::to_string(time.kept.version)}})
                  .status,
              http::unprocessable);
}

// row 4.03
TEST_F(HandedDocuments, ask_who_somebody_is_and_part_two_names_that_stood_as_one) {
    auto at = handed();
    auto two = fact_at(at, "apologised");
    EXPECT_EQ(two.question, "one_or_two");
    auto sheet = at + "/udaje/" + to_text(two.id);
    EXPECT_THAT(words(office.eva, sheet), AllOf(HasSubstr("chybí čárka"), HasSubstr("dva lidé – rozdělit")));
    EXPECT_EQ(office
                  .post(office.eva, sheet,
                        {{"text", two.body}, {"osoba", "two"}, {"verze", std::to_string(two.kept.version)}})
                  .status,
              http::see_other);
    EXPECT_EQ(fact_at(at, "apologised").body, "Mátovič");
    EXPECT_EQ(fact_at(at, "apologised", 1).body, "Kručinková");
    auto stranger = fact_at(at, "present", 1);
    EXPECT_EQ(stranger.question, "nobody_fits");
    EXPECT_EQ(office
                  .post(office.eva, at + "/udaje/" + to_text(stranger.id),
                        {{"text", stranger.body}, {"osoba", "new"}, {"verze", std::to_string(stranger.kept.version)}})
                  .status,
              http::see_other);
    EXPECT_EQ(fact_at(at, "present", 1).answer, "new");
    EXPECT_EQ(
        office
            .post(office.eva, at + "/udaje/" + to_text(stranger.id),
                  {{"text", stranger.body}, {"osoba", "kdokoli"}, {"verze", std::to_string(stranger.kept.version + 1)}})
            .status,
        http::unprocessable);
}

TEST_F(HandedDocuments, take_facts_added_by_hand_with_their_lines) {
    auto at = handed();
    EXPECT_EQ(office.post(office.eva, at + "/pridat/decision", {{"text", ""}, {"radek_od", "14"}}).status,
              http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at + "/pridat/decision", {{"text", "Souhlas"}, {"radek_od", "999"}}).status,
              http::unprocessable);
    EXPECT_EQ(office
                  .post(office.eva, at + "/pridat/decision",
                        {{"text", "Skupina chce přehled volných míst."}, {"radek_od", "14"}, {"radek_do", ""}})
                  .status,
              http::see_other);
    auto decision = fact_at(at, "decision");
    EXPECT_TRUE(decision.by_hand && decision.accepted());
    EXPECT_EQ(decision.first_line, 13);
    EXPECT_EQ(office.get(office.eva, at + "/pridat/nesmysl").status, http::not_found);
}

TEST_F(HandedDocuments, become_a_meeting_with_all_that_belongs_to_it_and_go_back_again) {
    auto at = handed();
    EXPECT_THAT(words(office.eva, at + "/prevzit"), HasSubstr("Bez dne jednání"));
    accept_all(at);
    EXPECT_THAT(words(office.eva, at + "/prevzit"), AllOf(HasSubstr("3 lidé v docházce"), HasSubstr("1 úkol")));
    auto done = office.post(office.eva, at + "/prevzit");
    ASSERT_EQ(done.location, at + "?hotovo=prevzato") << world::with_plain_spaces(world::whole(done));
    auto import = import_at(at);
    {
        auto lease = office.database().read();
        auto meeting = *find_meeting(*lease, *import.meeting_id);
        EXPECT_EQ(meeting.state, "held");
        EXPECT_EQ(attendance_of(*lease, meeting.id).size(), 3u);
        EXPECT_EQ(agenda_of(*lease, meeting.id).size(), 2u);
        EXPECT_EQ(parts_of(*lease, minutes_of(*lease, meeting.id)->id).size(), 2u);
        ASSERT_EQ(tasks_given_at(*lease, meeting.id).size(), 1u);
        EXPECT_TRUE(tasks_given_at(*lease, meeting.id).front().owner_id);
        auto changes = history::changes_of(*lease, meeting.id.uuid);
        EXPECT_EQ(changes.front().source_kind, "document");
        EXPECT_EQ(changes.front().source_label, "zapis.txt");
    }
    EXPECT_EQ(office.post(office.eva, at + "/prevzit").status, http::unprocessable) << "twice is once";
    EXPECT_EQ(office.post(office.eva, at + "/udaje", {{"prijmout_vse", "ano"}}).status, http::conflict);
    EXPECT_EQ(office.post(office.eva, at + "/zahodit").status, http::conflict);

    ASSERT_EQ(office.post(office.eva, at + "/zpet").location, at + "?hotovo=zpet");
    auto meetings = count_of("meetings");
    {
        auto lease = office.database().read();
        auto meeting = *find_meeting(*lease, *import.meeting_id);
        EXPECT_EQ(meeting.state, "cancelled");
        EXPECT_TRUE(attendance_of(*lease, meeting.id).empty());
        EXPECT_TRUE(parts_of(*lease, minutes_of(*lease, meeting.id)->id).empty());
        EXPECT_EQ(tasks_given_at(*lease, meeting.id).front().state, "dropped");
    }
    EXPECT_EQ(import_at(at).state, "open");
    // Once more: the same meeting lives again.
    office.clock().set(world::office_now + std::chrono::minutes{5});
    auto page = words(office.eva, at + "/prevzit");
    EXPECT_THAT(page, HasSubstr(to_text(*import.meeting_id)));
    ASSERT_EQ(office.post(office.eva, at + "/prevzit", {{"jednani", to_text(*import.meeting_id)}}).status,
              http::see_other);
    EXPECT_EQ(count_of("meetings"), meetings);
    EXPECT_EQ(import_at(at).meeting_id, import.meeting_id);
    auto lease = office.database().read();
    EXPECT_EQ(find_meeting(*lease, *import.meeting_id)->state, "held");
    EXPECT_EQ(attendance_of(*lease, *import.meeting_id).size(), 3u);
}

TEST_F(HandedDocuments, are_matched_to_the_planned_meeting_of_that_day) {
    auto planned = office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        Meeting meeting;
        meeting.group_id = find_group_by_slug(work, "seniori")->id, meeting.day = *day_of(2026, 3, 12);
        meeting.place = "jinde", meeting.state = "convened";
        return add(author, meeting);
    });
    auto at = handed();
    accept_all(at);
    EXPECT_THAT(words(office.eva, at + "/prevzit"), HasSubstr("naplánované jednání: 12. 3. 2026"));
    EXPECT_EQ(office.post(office.eva, at + "/prevzit", {{"jednani", to_text(Id<Meeting>::made_at(Instant{}))}}).status,
              http::unprocessable);
    ASSERT_EQ(office.post(office.eva, at + "/prevzit", {{"jednani", to_text(planned)}}).status, http::see_other);
    {
        auto lease = office.database().read();
        EXPECT_EQ(find_meeting(*lease, planned)->state, "held");
        EXPECT_THAT(find_meeting(*lease, planned)->place.value_or(""), HasSubstr("radnice"));
    }
    ASSERT_EQ(office.post(office.eva, at + "/zpet").status, http::see_other);
    auto lease = office.database().read();
    EXPECT_EQ(find_meeting(*lease, planned)->state, "convened");
    EXPECT_EQ(find_meeting(*lease, planned)->place, "jinde");
}

TEST_F(HandedDocuments, stay_taken_over_where_somebody_has_built_on_them) {
    auto at = handed();
    accept_all(at);
    ASSERT_EQ(office.post(office.eva, at + "/prevzit").status, http::see_other);
    office.clock().set(world::office_now + std::chrono::hours{1});
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto meeting = *find_meeting(work, *import_at(at).meeting_id);
        auto task = tasks_given_at(work, meeting.id).front();
        auto after = task;
        after.state = "done";
        change(author, task, after);
    });
    auto refused = office.post(office.eva, at + "/zpet");
    EXPECT_EQ(refused.status, http::conflict);
    EXPECT_THAT(world::with_plain_spaces(world::whole(refused)), HasSubstr("Vzít zpět už to nejde"));
    EXPECT_EQ(import_at(at).state, "taken");
}

TEST_F(HandedDocuments, of_a_day_to_come_are_not_taken_over) {
    auto text = std::string{minutes_text};
    text.replace(text.find("12. 3. 2026"), 11, "12. 3. 2027");
    auto at = handed(text);
    accept_all(at);
    EXPECT_THAT(words(office.eva, at + "/prevzit"), HasSubstr("Den jednání teprve přijde"));
    EXPECT_EQ(office.post(office.eva, at + "/prevzit").status, http::unprocessable);
}

TEST_F(HandedDocuments, that_look_like_no_minutes_say_so_and_are_dropped_only_after_a_question) {
    auto pasted =
        office.post(office.eva, std::string{seniors} + "/dokument",
                    {{"text", "Bramboračka\n\nBrambory oloupejte a nakrájejte. Přidejte houby a majoránku."}});
    auto at = pasted.location;
    auto page = words(office.eva, at);
    EXPECT_THAT(page, AllOf(HasSubstr("Tohle nevypadá jako zápis z jednání."), Not(HasSubstr("beze slov"))));
    EXPECT_THAT(page, AllOf(HasSubstr("Vrátit to nejde."), HasSubstr("Opravdu zahodit")));
    EXPECT_THAT(words(office.eva, handed()), Not(HasSubstr("nevypadá jako zápis")));
}

TEST_F(HandedDocuments, to_which_a_fact_is_added_do_not_advise_to_drop_it) {
    auto at = handed();
    auto again = office.post(office.eva, at + "/pridat/decision", {{"text", ""}, {"radek_od", "14"}});
    auto said = world::with_plain_spaces(again.body);
    EXPECT_THAT(said, AllOf(HasSubstr("Napište text."), Not(HasSubstr("nebo údaj zahoďte"))));
}
