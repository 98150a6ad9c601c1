#include "platform/reading/day_words.hpp"

#include <array>
#include <utility>
#include <vector>

namespace reading {

namespace {

using NumberWords = std::vector<std::pair<std::string, int>>;

constexpr std::array<std::string_view, 9> ones_of_days = {"prvniho", "druheho", "tretiho", "ctvrteho", "pateho",
                                                          "sesteho", "sedmeho", "osmeho",  "devateho"};
constexpr std::array<std::string_view, 10> teens_of_days = {"desateho",   "jedenacteho",  "dvanacteho",  "trinacteho",
                                                            "ctrnacteho", "patnacteho",   "sestnacteho", "sedmnacteho",
                                                            "osmnacteho", "devatenacteho"};
constexpr std::array<std::string_view, 9> ones_before_tens = {"jeden", "dva",  "tri", "ctyri", "pet",
                                                              "sest",  "sedm", "osm", "devet"};
constexpr std::array<std::string_view, 9> ones_of_years = {"jedna", "dva",  "tri", "ctyri", "pet",
                                                           "sest",  "sedm", "osm", "devet"};
constexpr std::array<std::string_view, 10> teens_of_years = {
    "deset", "jedenact", "dvanact", "trinact", "ctrnact", "patnact", "sestnact", "sedmnact", "osmnact", "devatenact"};

// Longer ones first: a pattern takes the first that fits.
NumberWords days_in_words() {
    NumberWords words;
    for (int one = 1; one <= 9; ++one) {
        auto at = std::size_t(one - 1);
        words.emplace_back("dvacateho " + std::string{ones_of_days[at]}, 20 + one);
        words.emplace_back(std::string{ones_before_tens[at]} + "advacateho", 20 + one);
    }
    words.emplace_back("jednadvacateho", 21);
    words.emplace_back("tricateho prvniho", 31), words.emplace_back("jednatricateho", 31);
    words.emplace_back("jedenatricateho", 31);
    words.emplace_back("dvacateho", 20), words.emplace_back("tricateho", 30);
    for (int one = 0; one < 10; ++one) words.emplace_back(teens_of_days[std::size_t(one)], 10 + one);
    for (int one = 1; one <= 9; ++one) words.emplace_back(ones_of_days[std::size_t(one - 1)], one);
    return words;
}

NumberWords years_in_words() {
    NumberWords words;
    for (int one = 1; one <= 9; ++one) {
        words.emplace_back("dvacet " + std::string{ones_of_years[std::size_t(one - 1)]}, 20 + one);
        words.emplace_back("tricet " + std::string{ones_of_years[std::size_t(one - 1)]}, 30 + one);
    }
    words.emplace_back("dvacet", 20), words.emplace_back("tricet", 30);
    for (int one = 0; one < 10; ++one) words.emplace_back(teens_of_years[std::size_t(one)], 10 + one);
    return words;
}

std::string worded_alternatives(const NumberWords& words) {
    std::string all;
    for (auto& [word, number] : words) all += (all.empty() ? "" : "|") + word;
    return all;
}

int number_worded(const NumberWords& words, std::string_view low) {
    for (auto& [word, number] : words)
        if (word == low) return number;
    return 0;
}

}

std::string worded_days() { return worded_alternatives(days_in_words()); }
std::string worded_years() { return worded_alternatives(years_in_words()); }

int day_worded(std::string_view low) {
    static const auto words = days_in_words();
    return number_worded(words, low);
}

int year_worded(std::string_view low) {
    static const auto words = years_in_words();
    return number_worded(words, low);
}

}
