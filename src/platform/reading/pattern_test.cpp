#include "platform/reading/pattern.hpp"

#include <gtest/gtest.h>

namespace reading {

namespace {

TEST(Patterns, find_their_groups_and_where_they_stand) {
    Pattern day{"(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4}))?"};
    auto found = day.in("sejdeme se 3. 12. 2026 v deset");
    ASSERT_TRUE(found);
    EXPECT_EQ((*found)[0], "3. 12. 2026");
    EXPECT_EQ(found->from(), 11u);
    EXPECT_EQ(found->number(2), 12);
    EXPECT_EQ(found->from(3), 18u);
    auto short_one = day.in("sejdeme se 3. 12. v deset");
    ASSERT_TRUE(short_one);
    EXPECT_FALSE(short_one->has(3));
    EXPECT_FALSE(day.in("sejdeme se v deset"));
}

TEST(Patterns, see_what_stands_before_the_place_where_the_search_begins) {
    Pattern word{"\\bporada"};
    EXPECT_FALSE(word.in("uporada", 1)) << "inside a word no word begins";
    EXPECT_TRUE(word.in("u porada", 2));
    EXPECT_FALSE(word.in("porada", 7)) << "behind the end there is nothing";
}

TEST(Patterns, take_ends_of_lines_for_ends_and_points_for_any_byte) {
    Pattern line{"^misto:(.*?)$"};
    auto found = line.in("den: 1. 2.\nmisto: radnice\ncas: 9");
    ASSERT_TRUE(found);
    EXPECT_EQ((*found)[1], " radnice");
    EXPECT_TRUE(Pattern{"den.misto"}.stands_in("den\nmisto"));
}

TEST(Patterns, are_found_one_after_another_also_where_they_are_empty) {
    EXPECT_EQ(Pattern{"a*"}.all("baac").size(), 4u);
    EXPECT_EQ(Pattern{"\\d+"}.all("1, 22 a 333").size(), 3u);
}

TEST(Patterns, find_the_same_when_they_were_translated_into_machine_code) {
    Pattern name{"([A-Z][a-z]+) ([A-Z][a-z]+)"};
    for (int n = 0; n < 100; ++n) {
        auto found = name.in("za obec Jana Vzorova");
        ASSERT_TRUE(found);
        EXPECT_EQ((*found)[2], "Vzorova");
    }
}

TEST(Patterns, that_grow_too_costly_find_nothing) {
    Pattern costly{"(?:a+)+$"};
    auto text = std::string(5000, 'a') + "b";
    for (int n = 0; n < 30; ++n) EXPECT_FALSE(costly.stands_in(text));    // as bytes and as machine code
}

TEST(Patterns, that_are_none_are_refused) { EXPECT_THROW(Pattern{"(a"}, std::invalid_argument); }

}

}
