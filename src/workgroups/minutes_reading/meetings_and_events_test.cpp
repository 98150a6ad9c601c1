#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts facts_of_march(const std::string& text) {
    return minutes_facts(reading::read_plain_text(
        "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá, Petr Král, Eva Malá\n\n" + text));
}

std::string month_and_day(Date day) { return to_iso(day).substr(5); }

std::string events_of_march(const std::string& text) {
    std::string all;
    for (auto& one : facts_of_march(text).events)
        all += (all.empty() ? "" : "; ") + one.title + " " + month_and_day(one.date) +
               (one.end ? "/" + month_and_day(*one.end) : "");
    return all;
}

std::string meetings_of_march(const std::string& text) {
    std::string all;
    for (auto& one : facts_of_march(text).schedule) all += (all.empty() ? "" : " ") + month_and_day(one.day);
    return all;
}

// Day, hour, place of a head with people below it.
std::string where_and_when(const std::string& head) {
    auto facts = minutes_facts(reading::read_plain_text(head + "\n\nPřítomni: Jana Modrá, Petr Král\n"));
    return (facts.date ? to_iso(facts.date->day) : "-") + ", " +
           (facts.start_time ? to_iso(facts.start_time->time) : "-") + ", " + (facts.place ? facts.place->text : "-");
}

std::string group_named_in(const std::string& head) {
    auto facts = minutes_facts(reading::read_plain_text(head + "\n\nPřítomni: Jana Modrá, Petr Král\n"));
    return facts.group ? facts.group->text : "-";
}

}

TEST(EventsTold, a_sentence_tells_of_several) {
    EXPECT_EQ(events_of_march("Burza práce je 8. 4., Den rodiny 15. 5. a Noc kostelů 28. 5.\n"),
              "Burza práce 04-08; Den rodiny 05-15; Noc kostelů 05-28");
    EXPECT_EQ(
        events_of_march(
            "Výbor vzal na vědomí, že dne 2. října 2021 proběhne v Senátu konference Stárnout doma a ve dnech 19.–20. října 2021 se v Olomouci uskuteční Dny paliativní péče.\n"),
        "konference Stárnout doma 10-02; Dny paliativní péče 10-19/10-20");
    EXPECT_EQ(events_of_march("Pozvánky: 21. 4. seminář Opatrovnictví (KÚ), 27.–28. 4. Veletrh práce.\n"),
              "seminář Opatrovnictví 04-21; Veletrh práce 04-27/04-28");
}

TEST(EventsTold, names_are_said_in_the_nominative) {
    EXPECT_EQ(events_of_march("Eva Malá pozvala na konferenci Péče bez hranic, která se koná 14. dubna 2021 v Brně.\n"),
              "konference Péče bez hranic 04-14");
    EXPECT_EQ(events_of_march("Sbírka „Lavička“ začne benefičním koncertem 14. května v kostele sv. Augustina.\n"),
              "benefiční koncert 05-14");
    EXPECT_EQ(events_of_march("Potvrdili jsme účast na městských slavnostech 12. 6. 2021.\n"),
              "městské slavnosti 06-12");
}

TEST(EventsTold, a_verb_says_what_no_noun_does) {
    EXPECT_EQ(events_of_march("Noc s Andersenem se letos koná 26. března v městské knihovně.\n"),
              "Noc s Andersenem 03-26");
    EXPECT_EQ(events_of_march("Ve dnech 13.–14. května jede rada na výměnu zkušeností do Písku.\n"),
              "výměna zkušeností do Písku 05-13/05-14");
    EXPECT_EQ(events_of_march("Jana Modrá připomněla, že v sobotu 12. června se koná Pohádkový les.\n"),
              "Pohádkový les 06-12");
}

TEST(EventsTold, the_sentence_before_says_what_it_is) {
    EXPECT_EQ(
        events_of_march("Dne 19. 2. proběhl den otevřených dveří, přišlo 60 lidí. Další se uskuteční 24. září.\n"),
        "den otevřených dveří 09-24");
}

TEST(EventsTold, lines_below_a_heading_begin_with_days) {
    EXPECT_EQ(events_of_march(
                  "CO SE CHYSTÁ\nsobota 10. 4. ..... Den seniorů na zámku\n5.–6. 5. ........ krajská konference\n"),
              "Den seniorů na zámku 04-10; krajská konference 05-05/05-06");
    EXPECT_EQ(events_of_march("- 22. 4. Den Země na zámku\n- 5. 5. beseda s pamětníky\n"),
              "Den Země na zámku 04-22; beseda s pamětníky 05-05");
}

TEST(EventsTold, it_is_moved_and_lasts) {
    EXPECT_EQ(events_of_march("Burza práce se přesouvá z 15. 4. na 29. 4.\n"), "Burza práce 04-29");
    EXPECT_EQ(events_of_march("Lyžařský výcvik letos začíná 18. března a končí 24. března.\n"),
              "Lyžařský výcvik 03-18/03-24");
}

TEST(EventsTold, deadlines_rooms_and_closed_counters_are_none) {
    EXPECT_EQ(events_of_march("Dotační výzva se otevírá 1. 4. 2021 a uzavírá 30. 4. 2021.\n"), "");
    EXPECT_EQ(events_of_march("Návrh rozpočtu projedná rada 14. dubna a zastupitelstvo 26. dubna.\n"), "");
    EXPECT_EQ(events_of_march("Petr Král má dovolenou 12.–16. 4., zastupuje ho Malá.\n"), "");
    EXPECT_EQ(events_of_march("Kontaktní centrum bude od 5. do 9. dubna zavřené.\n"), "");
}

TEST(MeetingsPlanned, days_stand_below_and_behind_one_another) {
    EXPECT_EQ(meetings_of_march("zase se sejdeme:   13. dubna 2021    10:00   tamtéž\n"
                                "                   11. května 2021   10:00   radnice\n"),
              "04-13 05-11");
    EXPECT_EQ(meetings_of_march("Příště: út 13. 4. – út 11. 5. (ne 4. 5., jsou zkoušky) – út 8. 6.\n"),
              "04-13 05-11 06-08");
    EXPECT_EQ(meetings_of_march(
                  "| Termín | Čas | Místo |\n| 13. 4. 2021 | 9:00 | radnice |\n| 11. 5. 2021 | 9:00 | knihovna |\n"),
              "04-13 05-11");
    EXPECT_EQ(meetings_of_march("Scházet se letos ještě budeme 13. dubna, 11. května a 8. června.\n"),
              "04-13 05-11 06-08");
}

TEST(MeetingsPlanned, deadlines_tasks_and_events_are_none) {
    EXPECT_EQ(meetings_of_march("Příští schůzka: 13. 4. 2021, klubovna. Podklady zasílejte do 6. 4. 2021.\n"), "04-13");
    EXPECT_EQ(meetings_of_march("> sepsat seznam dětí (Král, příští schůzka)\n> předat seznam (Malá, 15. 3.)\n"), "");
    EXPECT_EQ(meetings_of_march("Květnová porada odpadá, červnová bude 8. června.\n"), "06-08");
    EXPECT_EQ(meetings_of_march("Z projektu zbývá 148 000 Kč. Malá osloví lektora, nejpozději 15. 4. 2021.\n"), "");
}

TEST(WhenAndWhere, sentences_and_words_say_the_hour) {
    EXPECT_EQ(where_and_when(
                  "Zápis ze schůze výboru obyvatel\nSchůze byla ve čtvrtek 9. února 2023 ve společenské místnosti, "
                  "začali jsme v půl desáté dopoledne."),
              "2023-02-09, 09:30, společenská místnost");
    EXPECT_EQ(where_and_when("Zápis z porady týmu dne 9. 2. 2023\nKomise zasedala od 15:45 do 17:20."),
              "2023-02-09, 15:45, -");
}

TEST(WhenAndWhere, the_day_of_writing_is_another) {
    EXPECT_EQ(where_and_when("V Kolíně dne 15. 3. 2024\n\nZápis z jednání pracovní skupiny Rodiny s dětmi\n"
                             "konaného dne 12. 3. 2024 od 9.00 hod. v zasedací místnosti odboru, Zahradní 764"),
              "2024-03-12, 09:00, zasedací místnost odboru, Zahradní 764");
}

TEST(WhenAndWhere, the_place_stands_below_the_day) {
    EXPECT_EQ(
        where_and_when("Setkání týmu plánu Louny\npátek 6. června 2025, 10:00 až 12:10\nVrchlického divadlo, salonek"),
        "2025-06-06, 10:00, Vrchlického divadlo, salonek");
    EXPECT_EQ(where_and_when("Porada vedoucích\n12.1.2024 / 9:00–11:15 / Domov Slunečnice, společenská místnost"),
              "2024-01-12, 09:00, Domov Slunečnice, společenská místnost");
}

TEST(GroupsThatMet, heads_and_sentences_name_them) {
    EXPECT_EQ(group_named_in("Dne 7. března 2023 se v Komunitním centru sešla pracovní skupina Péče o duševní zdraví."),
              "pracovní skupina Péče o duševní zdraví");
    EXPECT_EQ(group_named_in("Schůzka školního poradenského týmu č. 6 šk. rok 2023/2024\nút 13. února 2024, 14.00"),
              "školní poradenský tým");
    EXPECT_EQ(group_named_in("Regionální rada pro seniory Zlín\nZ Á P I S\nz řádného zasedání dne 9. 9. 2024"),
              "Regionální rada pro seniory Zlín");
}
