// What single sentences of minutes say, in several wordings.
#include "platform/reading/text_document.hpp"
#include "workgroups/minutes_import/sentence_facts.hpp"

#include <gmock/gmock.h>

using namespace workgroups;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

DocumentFacts facts_told(const std::string& text) {
    auto document = reading::read_plain_text("Zápis z jednání\nDatum: 12. 3. 2026\n\n" + text);
    DocumentFact day;
    day.kind = "date", day.day = day_of(2026, 3, 12);
    DocumentFacts facts{day};
    add_gatherings(document, facts), add_sentence_facts(document, facts);
    facts.erase(facts.begin());
    return facts;
}

std::vector<DocumentFact> told_of(const std::string& kind, const std::string& text) {
    std::vector<DocumentFact> found;
    for (auto& fact : facts_told(text))
        if (fact.kind == kind) found.push_back(fact);
    return found;
}

}

// row 3.33
TEST(SentencesOfMinutes, say_in_many_words_how_often_a_group_meets) {
    for (auto& [text, months] :
         std::vector<std::pair<std::string, int>>{{"schazi se dle potreby, nejmene vsak 1x za dva mesice", 2},
                                                  {"rada se schazi alespon jednou za 3 mesice", 3},
                                                  {"skupina jedna nejmene dvakrat rocne", 6},
                                                  {"schazi se minimalne 4x do roka", 3},
                                                  {"nejmene jednou za ctvrtleti se skupina sejde", 3},
                                                  {"schazi se alespon mesicne", 1}})
        EXPECT_EQ(months_between_in(text), months) << text;
    EXPECT_FALSE(months_between_in("nejmene jeden clen za dva mesice nepromluvil"));
    EXPECT_FALSE(months_between_in("sejdeme se za dva mesice"));
}

// row 3.35
TEST(SentencesOfMinutes, name_months_without_meetings_with_their_reason) {
    auto closed = told_of("closed", "V lednu a únoru se rozdělují dotace, proto se skupina nesejde.\n");
    ASSERT_EQ(closed.size(), 1u);
    EXPECT_EQ(closed[0].day, day_of(2027, 1, 1)) << "those months that come next";
    EXPECT_EQ(closed[0].until, day_of(2027, 2, 28));
    EXPECT_EQ(closed[0].body, "V lednu a únoru se rozdělují dotace");
    auto needed = told_of("on_demand", "O prázdninách se bude jednat jen podle potřeby.\n");
    ASSERT_EQ(needed.size(), 1u);
    EXPECT_EQ(needed[0].day, day_of(2026, 7, 1));
    EXPECT_EQ(needed[0].until, day_of(2026, 8, 31));
    EXPECT_TRUE(told_of("closed", "Dnes se skupina nesejde celá.\n").empty());
}

// row 3.19
TEST(SentencesOfMinutes, tell_of_gatherings_and_their_days) {
    auto events = told_of("event", "Dne 20. 4. 2026 se v hotelu Slunce koná seminář „Paměť“. Pořádá ho Charita.\n");
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].body, "seminář „Paměť“");
    EXPECT_EQ(events[0].day, day_of(2026, 4, 20));
    EXPECT_EQ(events[0].extra, "hotel Slunce");
    EXPECT_TRUE(told_of("event", "O semináři se mluvilo 3. 2. 2026.\n").empty());
}

// row 3.12
TEST(SentencesOfMinutes, tell_of_groups_that_may_be_split) {
    EXPECT_EQ(told_of("split", "Skupina zvažuje, zda se nerozdělit na dvě.\n").size(), 1u);
    EXPECT_EQ(told_of("merge", "Padl návrh sloučit skupinu se skupinou Senioři.\n").size(), 1u);
    EXPECT_TRUE(told_of("split", "Peníze je potřeba rozdělit do konce roku.\n").empty());
}

// row 3.25
// row 3.26
TEST(SentencesOfMinutes, explain_abbreviations_and_name_addresses) {
    auto short_ones = told_of("abbreviation", "Odbor sociálních věcí (dále jen „OSV“) předložil zprávu.\n");
    ASSERT_EQ(short_ones.size(), 1u);
    EXPECT_EQ(short_ones[0].body, "Odbor sociálních věcí");
    EXPECT_EQ(short_ones[0].extra, "OSV");
    auto addresses = told_of("publication", "Plán je na webu (https://kraj.example/plan).\n");
    ASSERT_EQ(addresses.size(), 1u);
    EXPECT_EQ(addresses[0].extra, "https://kraj.example/plan");
}

// row 3.18
TEST(SentencesOfMinutes, name_organisations_once_each) {
    std::vector<std::string> names;
    for (auto& one : told_of("organisation",
                             "Mluvila Sonda, s. r. o.\n\nSonda, s.r.o., přišla pozdě. Firma Úl, z. ú., nepřišla.\n"))
        names.push_back(one.body);
    EXPECT_THAT(names, ElementsAre(testing::StartsWith("Sonda"), testing::StartsWith("Úl")));
}
