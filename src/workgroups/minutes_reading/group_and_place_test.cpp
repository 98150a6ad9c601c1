#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts facts_of_note(const std::string& text) { return minutes_facts(reading::read_plain_text(text)); }

std::string group_in(const std::string& text) {
    auto facts = facts_of_note(text);
    return facts.group ? facts.group->text : "";
}

std::string place_in(const std::string& text) {
    auto facts = facts_of_note(text);
    return facts.place ? facts.place->text : "";
}

}

TEST(GroupAndPlace, a_sentence_may_be_nothing_but_the_name_of_a_group) {
    auto note = "Ahoj všichni,\njen stručně z dneška (úterý 24. 4. 2018), delší zápis nebude.\n\nSkupina Senioři, "
                "komunitní plán Hodonín. Byli jsme v charitě na Wilsonově, místnost 2, od 14 hod.\n";
    EXPECT_EQ(group_in(note), "Skupina Senioři, komunitní plán Hodonín");
}

TEST(GroupAndPlace, a_paragraph_that_tells_who_met_is_no_name) {
    auto minutes = "KOMISE PREVENCE\nRady města Karviné\n\nKomise jednala osmého listopadu 2022 od čtyř hodin v budově "
                   "radnice, Fryštátská 72, v malém\nsále. Z členů se jich sešlo sedm.\n";
    EXPECT_EQ(group_in(minutes).find("jednala"), std::string::npos);
}

TEST(GroupAndPlace, a_letter_says_where_people_met_in_its_first_sentence) {
    EXPECT_EQ(place_in("Dobrý den,\n\n7. 11. 2023 jsme se od devíti hodin sešli v refektáři na Přemyslovcích. Probrali "
                       "jsme mzdy.\n"),
              "refektář na Přemyslovcích");
}
