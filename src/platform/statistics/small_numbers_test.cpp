// Nobody can be recognised by a small count, neither by reading nor by subtracting.
#include "platform/statistics/small_numbers.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace statistics;

namespace {

constexpr std::int64_t prime = 1'000'003;

std::int64_t power(std::int64_t base, std::int64_t exponent) {
    std::int64_t result = 1;
    for (base %= prime; exponent; exponent >>= 1, base = base * base % prime)
        if (exponent & 1) result = result * base % prime;
    return result;
}

// Solves the sums of the table for what is withheld, and says which cells have one solution only.
std::vector<std::pair<std::size_t, std::size_t>> computable(const GuardedCounts& shown) {
    auto rows = shown.size(), columns = shown.front().size();
    std::vector<std::pair<std::size_t, std::size_t>> unknown;
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            if (!shown[r][c]) unknown.emplace_back(r, c);
    std::vector<std::vector<std::int64_t>> equations;
    for (std::size_t line = 0; line < rows + columns; ++line) {
        equations.emplace_back();
        for (auto [r, c] : unknown) {
            bool in_line = line < rows ? r == line : c == line - rows;
            bool total = line < rows ? c + 1 == columns : r + 1 == rows;
            equations.back().push_back(!in_line ? 0 : total ? prime - 1 : 1);
        }
    }
    // To reduced rows: a cell stands alone in its row exactly when it has one solution.
    std::size_t done = 0;
    for (std::size_t n = 0; n < unknown.size(); ++n) {
        auto pivot = done;
        while (pivot < equations.size() && equations[pivot][n] == 0) ++pivot;
        if (pivot == equations.size()) continue;
        std::swap(equations[pivot], equations[done]);
        auto inverse = power(equations[done][n], prime - 2);
        for (auto& value : equations[done]) value = value * inverse % prime;
        for (std::size_t other = 0; other < equations.size(); ++other) {
            if (other == done || equations[other][n] == 0) continue;
            auto factor = equations[other][n];
            for (std::size_t k = 0; k < unknown.size(); ++k)
                equations[other][k] = ((equations[other][k] - factor * equations[done][k]) % prime + prime) % prime;
        }
        ++done;
    }
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t e = 0; e < done; ++e) {
        std::size_t last = 0, used = 0;
        for (std::size_t n = 0; n < unknown.size(); ++n)
            if (equations[e][n] != 0) last = n, ++used;
        if (used == 1) found.push_back(unknown[last]);
    }
    return found;
}

}

// row 4.25
TEST(SmallNumbers, a_count_below_five_is_not_shown_and_a_zero_is) {
    auto shown = guarded(with_totals({{12, 5, 0}, {40, 9, 30}}));
    EXPECT_EQ(shown[0][0], 12);
    EXPECT_EQ(shown[0][2], 0);
    EXPECT_EQ(shown[2][3], 96);
    EXPECT_FALSE(guarded(with_totals({{12, 4}, {40, 9}}))[0][1]);
}

// row 4.25
TEST(SmallNumbers, a_small_count_cannot_be_subtracted_from_a_total) {
    auto shown = guarded(with_totals({{12, 3, 20}, {40, 9, 30}, {8, 7, 11}}));
    EXPECT_FALSE(shown[0][1]);
    EXPECT_TRUE(computable(shown).empty());
    std::size_t hidden = 0;
    for (auto& row : shown)
        for (auto& count : row) hidden += !count;
    EXPECT_EQ(hidden, 4u) << "a rectangle of four is what it takes";
    EXPECT_EQ(shown[3][3], 140);
}

TEST(SmallNumbers, a_list_hides_the_smallest_other_part_with_a_single_small_one) {
    auto shown = guarded(std::vector<std::int64_t>{12, 3, 7, 22});
    EXPECT_EQ(shown[0], 12);
    EXPECT_FALSE(shown[1]);
    EXPECT_FALSE(shown[2]);
    EXPECT_EQ(shown[3], 22);
}

TEST(SmallNumbers, one_and_one_are_not_told_by_a_rest_of_two) {
    auto shown = guarded(std::vector<std::int64_t>{1, 1, 30, 40, 72});
    EXPECT_FALSE(shown[0]);
    EXPECT_FALSE(shown[2]);
    EXPECT_EQ(shown[3], 40);
}

TEST(SmallNumbers, no_withheld_value_can_be_computed_from_what_is_shown) {
    std::mt19937 chance{20261124};
    for (int round = 0; round < 400; ++round) {
        auto rows = 2 + chance() % 6, columns = 2 + chance() % 6;
        Counts counts(rows, std::vector<std::int64_t>(columns));
        for (auto& row : counts)
            for (auto& count : row) count = std::int64_t(chance() % 3 ? chance() % 40 : chance() % 6);
        auto whole = with_totals(counts);
        auto shown = guarded(whole);
        EXPECT_TRUE(computable(shown).empty()) << "round " << round;
        for (std::size_t r = 0; r <= rows; ++r) {
            std::int64_t rest = 0;
            bool any = false;
            for (std::size_t c = 0; c <= columns; ++c) {
                ASSERT_TRUE(!shown[r][c] || *shown[r][c] == whole[r][c]) << "what is shown is true";
                EXPECT_TRUE(!shown[r][c] || !is_small(*shown[r][c]));
                if (!shown[r][c]) any = true, rest += whole[r][c];
            }
            if (any && shown[r][columns]) { EXPECT_GE(rest, smallest_shown) << "round " << round; }
        }
    }
}

TEST(SmallNumbers, a_table_without_small_counts_stays_whole) {
    for (auto& row : guarded(with_totals({{5, 6}, {7, 80}})))
        for (auto& count : row) EXPECT_TRUE(count);
}
