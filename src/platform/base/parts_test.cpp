// Texts taken apart, put together and compared.
#include "platform/base/parts.hpp"
#include "platform/base/text_differences.hpp"

#include <gmock/gmock.h>

#include <array>

using testing::Contains;
using testing::ElementsAre;

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

namespace {

std::string before_of(const std::vector<text::Piece>& pieces) {
    std::string text;
    for (auto& piece : pieces)
        if (piece.kind != text::Piece::come) text += piece.text;
    return text;
}

std::string after_of(const std::vector<text::Piece>& pieces) {
    std::string text;
    for (auto& piece : pieces)
        if (piece.kind != text::Piece::gone) text += piece.text;
    return text;
}

}

TEST(TextDifferences, tell_word_by_word_and_give_both_texts_back) {
    std::string before = "Termín je 9. 12. 2015.\nDruhý odstavec.",
                after = "Termín je 11. 12. 2015.\nDruhý odstavec zůstal.";
    auto pieces = text::differing_words(before, after);
    EXPECT_EQ(before_of(pieces), before);
    EXPECT_EQ(after_of(pieces), after);
    EXPECT_THAT(pieces, Contains(text::Piece{text::Piece::gone, "9."}));
    EXPECT_THAT(pieces, Contains(text::Piece{text::Piece::come, "11."}));
    EXPECT_THAT(text::differing_words("stejně", "stejně"), ElementsAre(text::Piece{text::Piece::same, "stejně"}));
    EXPECT_THAT(text::differing_words("", ""), ElementsAre());
}

TEST(TextDifferences, stand_line_by_line_with_what_went_and_what_came) {
    auto lines = text::differing_lines("Čl. 1 Název\nČl. 2 Schází se měsíčně.\n\nČl. 3 Konec",
                                       "Čl. 1 Název\nČl. 2 Schází se čtvrtletně.\nČl. 2a Nový\n\nČl. 3 Konec");
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_FALSE(lines[0].changed());
    EXPECT_THAT(lines[1].pieces,
                ElementsAre(text::Piece{text::Piece::same, "Čl. 2 Schází se "},
                            text::Piece{text::Piece::gone, "měsíčně."}, text::Piece{text::Piece::come, "čtvrtletně."}));
    EXPECT_THAT(lines[2].pieces, ElementsAre(text::Piece{text::Piece::come, "Čl. 2a Nový"}));
    EXPECT_TRUE(lines[3].pieces.empty()) << "empty lines stay";
    EXPECT_FALSE(lines[4].changed());
    EXPECT_TRUE(text::differing_lines("", "").empty());
    EXPECT_EQ(text::differing_lines("a", "a\nb").size(), 2u);
}
