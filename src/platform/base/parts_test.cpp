// Texts taken apart and put together.
#include "platform/base/parts.hpp"

#include <gtest/gtest.h>

#include <array>

TEST(Parts, stand_between_separators_without_blanks_around_them) {
    EXPECT_EQ(text::parted(" po, út ,\tst ", ","), (std::vector<std::string>{"po", "út", "st"}));
    EXPECT_EQ(text::parted("první ¶ druhá", " ¶ "), (std::vector<std::string>{"první", "druhá"}));
    EXPECT_EQ(text::parted("sám", ";"), (std::vector<std::string>{"sám"}));
}

TEST(Parts, are_never_empty) {
    EXPECT_TRUE(text::parted("", ";").empty());
    EXPECT_TRUE(text::parted(" ;;\n; ", ";").empty());
    EXPECT_EQ(text::parted(";a;", ";"), (std::vector<std::string>{"a"}));
}

TEST(Parts, are_joined_with_something_between_where_there_is_something) {
    EXPECT_EQ(text::joined(std::vector<std::string>{"Jilemnice", "", "Semily"}), "Jilemnice, Semily");
    EXPECT_EQ(text::joined(std::array<std::string_view, 2>{"5", "lůžka"}, " "), "5 lůžka");
    EXPECT_EQ(text::joined(std::vector<std::string>{}), "");
}

TEST(Texts, lose_blanks_and_ends_of_lines_at_their_ends_only) {
    EXPECT_EQ(text::trimmed("\r\n ranní péče\t "), "ranní péče");
    EXPECT_EQ(text::trimmed(" \n"), "");
}
