#include "platform/reading/read_document.hpp"
#include "tests/source_folder.hpp"
#include "workgroups/minutes/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts read_minutes_text(std::string_view text) { return minutes_facts(reading::read_plain_text(text)); }

}

// row 3.04
TEST(MinutesFactsFound, a_number_that_comes_twice_is_noticed) {
    auto facts = read_minutes_text(
        "Zápis z jednání komise\nDatum: 1. 3. 2021\n\nAd 2)\nText.\n\nAd 3.)\nText.\n\nAd. 3)\nText.\n\nAd. 4)\nText.\n");
    ASSERT_EQ(facts.numbering_slips.size(), 1u);
    EXPECT_EQ(facts.numbering_slips.front().text, "Ad. 3)");
}

TEST(MinutesFactsFound, labels_stand_below_each_other_or_in_one_line) {
    auto facts = read_minutes_text(
        "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá, Petr Král\n\nÚkol: objednat sál\nZodpovídá: J. Modrá\nTermín: do konce března\n\nÚkol: napsat dopis Z: Král T: 5. 3. 2021\n");
    ASSERT_EQ(facts.tasks.size(), 2u);
    EXPECT_EQ(facts.tasks[0].responsible, "J. Modrá");
    EXPECT_EQ(facts.tasks[0].due, day_of(2021, 3, 31));
    EXPECT_EQ(facts.tasks[1].responsible, "Král");
    EXPECT_EQ(facts.tasks[1].due, day_of(2021, 3, 5));
}

TEST(MinutesFactsFound, a_cancelled_day_is_not_planned_and_its_replacement_is) {
    auto facts = read_minutes_text(
        "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá\n\nPlán schůzek na rok 2021\n\n17. 4. zrušeno, náhradní termín 24. 4.\n22. 5. ve 14:00\n");
    ASSERT_EQ(facts.schedule.size(), 2u);
    EXPECT_EQ(facts.schedule[0].day, day_of(2021, 4, 24));
    ASSERT_EQ(facts.cancelled.size(), 1u);
    EXPECT_EQ(facts.cancelled[0].day, day_of(2021, 4, 17));
}
