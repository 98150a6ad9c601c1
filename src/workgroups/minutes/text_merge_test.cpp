// What two people did to one text, put together; labels of items.
#include "workgroups/minutes/minutes_numbering.hpp"
#include "workgroups/minutes/text_merge.hpp"

#include <gmock/gmock.h>

using namespace workgroups;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::vector<std::string> kinds_of(const std::vector<NumberingFinding>& findings) {
    std::vector<std::string> kinds;
    for (auto& one : findings) kinds.push_back(one.kind);
    return kinds;
}

}

TEST(TextMerge, takes_both_changes_where_they_do_not_touch) {
    auto merged =
        merged_texts("první\n\ndruhý\n\ntřetí", "první a víc\n\ndruhý\n\ntřetí", "první\n\ndruhý\n\ntřetí konec");
    EXPECT_TRUE(merged.clean());
    EXPECT_EQ(merged.text, "první a víc\n\ndruhý\n\ntřetí konec");
}

TEST(TextMerge, keeps_the_words_of_both_where_they_changed_the_same_line) {
    auto merged = merged_texts("jedna\ndvě\ntři", "jedna\nmoje dvě\ntři", "jedna\njejich dvě\ntři");
    EXPECT_EQ(merged.touching, 1u);
    EXPECT_EQ(merged.text, "jedna\njejich dvě\nmoje dvě\ntři");
}

TEST(TextMerge, of_two_who_both_wrote_into_an_empty_part_holds_both) {
    auto merged = merged_texts("", "moje", "jejich");
    EXPECT_EQ(merged.text, "jejich\nmoje");
    EXPECT_EQ(merged.touching, 1u);
}

TEST(TextMerge, of_two_who_added_at_the_end_holds_both) {
    auto merged = merged_texts("začátek", "začátek\nmoje", "začátek\njejich");
    EXPECT_THAT(merged.text, testing::AllOf(HasSubstr("moje"), HasSubstr("jejich"), testing::StartsWith("začátek\n")));
}

TEST(TextMerge, of_the_same_change_is_that_change_once) {
    auto merged = merged_texts("a\nb", "a\nc", "a\nc");
    EXPECT_TRUE(merged.clean());
    EXPECT_EQ(merged.text, "a\nc");
}

TEST(TextMerge, takes_what_one_left_out_while_the_other_changed_something_else) {
    auto merged = merged_texts("a\nb\nc\nd", "a\nc\nd", "a\nb\nc\nD");
    EXPECT_TRUE(merged.clean());
    EXPECT_EQ(merged.text, "a\nc\nD");
}

// Whatever two people type, no line that either added is lost.
TEST(TextMerge, loses_no_line_that_anybody_added) {
    unsigned seed = 7;
    auto next = [&](unsigned most) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 16) % most;
    };
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> base;
        for (unsigned n = next(8); n > 0; --n) base.push_back("řádek " + std::to_string(next(5)));
        auto changed = [&](const std::string& mark) {
            auto lines = base;
            for (unsigned n = 1 + next(3); n > 0; --n) {
                auto at = std::ptrdiff_t(next(unsigned(lines.size()) + 1));
                if (next(3) == 0 && at < std::ptrdiff_t(lines.size())) lines.erase(lines.begin() + at);
                else lines.insert(lines.begin() + at, mark + std::to_string(n));
            }
            return lines;
        };
        auto whole = [](const std::vector<std::string>& lines) {
            std::string text;
            for (std::size_t n = 0; n < lines.size(); ++n) text += (n > 0 ? "\n" : "") + lines[n];
            return text;
        };
        auto mine = changed("moje"), theirs = changed("jejich");
        auto merged = "\n" + merged_texts(whole(base), whole(mine), whole(theirs)).text + "\n";
        for (auto lines : {&mine, &theirs})
            for (auto& line : *lines)
                if (line.starts_with("moje") || line.starts_with("jejich"))
                    ASSERT_THAT(merged, HasSubstr("\n" + line + "\n")) << whole(base) << "\n--\n" << whole(mine);
    }
}

namespace {

// Document 3 as it is printed.
const std::vector<std::string> agenda_of_rps = {
    "Úvod", "Zprávy z pracovních skupin Komunitního plánování v sociální oblasti", "Zprávy z Libereckého kraje",
    "Základní síť sociální služeb v regionu Liberec", "Diskuze"};
const std::vector<LabelledPart> parts_of_rps = {
    {"Ad. 2)", "K. Šípková, manažerka pracovní skupina Zdravotně znevýhodněné řekla, že skupina má teď 20 členů", 2},
    {"Ad 3.)", "Dne 11. 11. 2015 se na pozvání Libereckého kraje konal kulatý stůl", 3},
    {"Ad. 3)", "SKHU zvažuje analýzy městské sítě sociálních služeb", 4},
    {"Ad. 4)", "Akce", {}}};

}

// row 3.04
TEST(MinutesNumbering, of_document_3_is_told_to_be_wrong_in_five_ways) {
    auto findings = check_numbering(parts_of_rps, agenda_of_rps);
    EXPECT_THAT(kinds_of(findings), ElementsAre("missing", "missing", "twice", "spellings", "is_item", "not_item"));
    EXPECT_THAT(findings[0].values, ElementsAre("1", "Úvod"));
    EXPECT_THAT(findings[1].values, ElementsAre("5", "Diskuze"));
    EXPECT_THAT(findings[2].values, ElementsAre("3", "2"));
    EXPECT_EQ(findings[3].values[0], "2");
    EXPECT_THAT(findings[4].values, ElementsAre("Ad. 3)", "Zprávy z Libereckého kraje", "4", agenda_of_rps[3]));
    EXPECT_THAT(findings[5].values, ElementsAre("Ad. 4)", agenda_of_rps[3], "Akce"));
}

// Also without anybody's having said which item a part is about.
// row 3.04
TEST(MinutesNumbering, recognises_another_item_by_the_words_of_the_heading) {
    auto findings = check_numbering({{"1.", "Úvod", {}}, {"2.", "Základní síť služeb v regionu", {}}},
                                    {"Úvod", "Zprávy ze skupin", "Základní síť služeb v regionu Liberec"});
    EXPECT_THAT(kinds_of(findings), ElementsAre("missing", "is_item"));
}

TEST(MinutesNumbering, of_clean_minutes_and_of_none_has_nothing_to_say) {
    EXPECT_THAT(check_numbering({}, agenda_of_rps), ElementsAre());
    EXPECT_THAT(
        check_numbering({{"1/", "Projekt Rozvoj", {}}, {"2/", "Analýza", {}}}, {"Rozvoj obce – projekt", "Analýza"}),
        ElementsAre());
    EXPECT_THAT(kinds_of(check_numbering({{"7/", "Různé", {}}}, {})), Contains("missing_alone"));
    EXPECT_THAT(kinds_of(check_numbering({{"1.", "Úvod", {}}, {"9.", "Různé", {}}}, {"Úvod"})), Contains("beyond"));
}

// row 4.31
TEST(MinutesNumbering, labels_items_in_the_style_of_the_document) {
    EXPECT_EQ(label_in_style("ad", 3), "Ad 3)");
    EXPECT_EQ(label_in_style("slash", 3), "3/");
    EXPECT_EQ(label_in_style("number", 3), "3.");
    EXPECT_EQ(label_in_style("none", 3), "");
    EXPECT_EQ(style_of_labels({"1/", "2/", "3/"}), "slash");
    EXPECT_EQ(style_of_labels({"Ad. 2)", "Ad 3.)"}), "ad");
    EXPECT_EQ(style_of_labels({"Úvod"}), std::nullopt);
}
