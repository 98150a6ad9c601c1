#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

std::string day_told(const std::string& head) {
    auto facts = minutes_facts(reading::read_plain_text(
        head +
        "\nPřítomni: Jana Modrá, Petr Král\n\n1. Úvod\nDotazník platí od 3. 2. 2019.\n\n2. Různé\nNic dalšího.\n"));
    return facts.date ? to_iso(facts.date->day) : "";
}

}

TEST(DayOfMeeting, the_day_of_the_paper_is_another_one) {
    EXPECT_EQ(day_told("V Aši dne 19. 5. 2023\n\nZápis z jednání\nKomise se sešla 16. května 2023 na radnici."),
              "2023-05-16");
    EXPECT_EQ(day_told("Vloženo 20. 5. 2023\nZápis z jednání\nV úterý 16. května 2023 zasedla komise."), "2023-05-16");
    EXPECT_EQ(day_told("Rozesláno 20. 5. 2023\nZápis z jednání komise 16. 5. 2023"), "2023-05-16");
    EXPECT_EQ(day_told("Datum vyhotovení: 19. 5. 2023\nDatum jednání: 16. 5. 2023"), "2023-05-16");
    EXPECT_EQ(day_told("Zápis z porady pořízený dne 18. 5. 2023\nporada proběhla 16. 5. 2023"), "2023-05-16");
}

TEST(DayOfMeeting, another_meeting_and_what_set_it_up_have_their_own_days) {
    EXPECT_EQ(day_told("Zápis č. 4, navazuje na jednání ze dne 18. 4. 2023\nKonáno 16. 5. 2023 v Aši"), "2023-05-16");
    EXPECT_EQ(day_told("Komise byla zřízena usnesením ze dne 3. 1. 2020.\nZápis z jednání dne 16. 5. 2023"),
              "2023-05-16");
    EXPECT_EQ(day_told("Příští porada: 6. 6. 2023\n\n16. 5. 2023 / 8.30 / kuchyňka"), "2023-05-16");
}

TEST(DayOfMeeting, its_year_may_stand_apart) {
    EXPECT_EQ(day_told("Město Aš, vyhotoveno: 19. 5. 2023\n\nZápis z jednání komise ze dne 16. května"), "2023-05-16");
    EXPECT_EQ(day_told("Zápis č. 3/2023\nSetkání v úterý 16. 5. v 9 h v poradně"), "2023-05-16");
    EXPECT_EQ(day_told("Zápis z porady konané dne 16.\nkvětna 2023 v kanceláři"), "2023-05-16");
}
