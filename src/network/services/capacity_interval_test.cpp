// Numbers over half-open intervals: whatever is put in, no two hold on one day and nothing falls between them.
#include "network/services/agreed_capacity.hpp"
#include "network/services/capacity_interval.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace network;

namespace {

constexpr int days_of_test = 60;

Date day_at(int number) { return Date{std::chrono::year{2026} / 1 / 1} + std::chrono::days{number}; }

AgreedCapacity places(int count, int from, std::optional<int> to) {
    AgreedCapacity number;
    number.id = Id<AgreedCapacity>::made_at(Instant{});
    number.count = count;
    number.validity = {day_at(from), to ? std::optional{day_at(*to)} : std::nullopt};
    return number;
}

// What a database would hold: replaced ones are gone, the rest is in order.
struct Timeline {
    std::vector<AgreedCapacity> held{};

    void put(AgreedCapacity wish) {
        auto putting = put_among(held, std::move(wish));
        for (auto& gone : putting.replaced) std::erase_if(held, [&](auto& number) { return number.id == gone.id; });
        for (auto fresh : putting.added) {
            fresh.id = Id<AgreedCapacity>::made_at(Instant{});
            held.push_back(fresh);
        }
        std::ranges::sort(held, {}, [](auto& number) { return number.validity.valid_from; });
    }

    std::vector<std::int64_t> on(Date day) const {
        std::vector<std::int64_t> counts;
        for (auto& number : held)
            if (number.validity.holds_on(day)) counts.push_back(number.count);
        return counts;
    }
};

}

// feature A4
TEST(CapacityIntervals, never_hold_two_numbers_on_one_day_and_keep_every_day_that_was_told) {
    std::mt19937 random{20261129};
    auto any = [&](int least, int most) { return std::uniform_int_distribution{least, most}(random); };
    for (int round = 0; round < 300; ++round) {
        Timeline timeline;
        std::vector<std::optional<std::int64_t>> told(days_of_test);
        for (int step = 0; step < 25; ++step) {
            int from = any(0, days_of_test - 2), to = any(from + 1, days_of_test - 1), count = any(0, 9);
            timeline.put(places(count, from, to));
            for (int day = from; day < to; ++day) told[std::size_t(day)] = count;
        }
        for (int day = 0; day < days_of_test; ++day) {
            auto counts = timeline.on(day_at(day));
            ASSERT_LE(counts.size(), 1u) << "round " << round << ", day " << day;
            ASSERT_EQ(counts.empty() ? std::nullopt : std::optional{counts.front()}, told[std::size_t(day)])
                << "round " << round << ", day " << day;
        }
    }
}

TEST(CapacityIntervals, without_an_end_hold_until_the_next_one_and_leave_no_gap_behind) {
    std::mt19937 random{4};
    auto any = [&](int least, int most) { return std::uniform_int_distribution{least, most}(random); };
    for (int round = 0; round < 300; ++round) {
        Timeline timeline;
        int first = days_of_test;
        for (int step = 0; step < 12; ++step) {
            int from = any(0, days_of_test - 1);
            timeline.put(places(any(0, 9), from, {}));
            first = std::min(first, from);
        }
        // From the first day on every day has exactly one number: closing and opening met on one day.
        for (int day = first; day < days_of_test; ++day)
            ASSERT_EQ(timeline.on(day_at(day)).size(), 1u) << "round " << round << ", day " << day;
        for (int day = 0; day < first; ++day) ASSERT_TRUE(timeline.on(day_at(day)).empty());
    }
}

TEST(CapacityIntervals, told_again_change_nothing) {
    Timeline timeline;
    timeline.put(places(8, 0, {}));
    EXPECT_TRUE(put_among(timeline.held, places(8, 5, 9)).added.empty());
    EXPECT_TRUE(put_among(timeline.held, places(8, 5, {})).added.empty());
    EXPECT_EQ(put_among(timeline.held, places(7, 5, {})).added.size(), 2u);
}

TEST(CapacityIntervals, of_a_while_let_the_former_go_on_behind_them) {
    Timeline timeline;
    timeline.put(places(8, 0, {}));
    timeline.put(places(5, 10, 20));
    EXPECT_EQ(timeline.on(day_at(9)), std::vector<std::int64_t>{8});
    EXPECT_EQ(timeline.on(day_at(10)), std::vector<std::int64_t>{5});
    EXPECT_EQ(timeline.on(day_at(19)), std::vector<std::int64_t>{5});
    EXPECT_EQ(timeline.on(day_at(20)), std::vector<std::int64_t>{8});
    EXPECT_EQ(timeline.held.size(), 3u);
}
