// Parts of a capacity: the house in Jablonec with its 110 beds, and what may never be.
#include "network/network_contents.hpp"
#include "network/services/capacity_part.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

struct PartsOfCapacity : testing::Test {
    RegisteredCapacity part(const std::string& slug_of) {
        auto service = find_service_by_slug(work.session(), slug_of).value();
        return capacities_of(work.session(), service.id, today, world::sample_now).at(0);
    }
    RegisteredCapacity of(RegisteredCapacity part, std::int64_t count, std::int64_t total) {
        part.count = count, part.of_total = total;
        return part;
    }

    db::Transaction work{world::region(), db::Intent::write};
    Author by = world::author(work.session());
    Date today = day_in_prague(world::sample_now);
};

}

// row 3.14
TEST_F(PartsOfCapacity, are_80_of_110_beds_in_the_house_of_anavita) {
    auto special = part("anavita-dzr"), seniors = part("anavita-ds");
    EXPECT_EQ(special.count, 80);
    EXPECT_EQ(special.of_total, 110);
    EXPECT_EQ(seniors.count, 30);
    EXPECT_TRUE(of_one_whole(special, seniors));
    EXPECT_FALSE(part_problem(by.work, special));
}

// row 3.14
TEST_F(PartsOfCapacity, are_never_above_the_whole_alone_nor_together) {
    auto alone = part_problem(by.work, of(part("anavita-dzr"), 111, 110));
    ASSERT_TRUE(alone);
    EXPECT_THAT(alone->others, IsEmpty());
    auto together = part_problem(by.work, of(part("anavita-dzr"), 81, 110));
    ASSERT_TRUE(together);
    EXPECT_EQ(together->parts, 111);
    EXPECT_EQ(together->whole, 110);
    EXPECT_THAT(together->others, SizeIs(1));
    EXPECT_FALSE(part_problem(by.work, of(part("anavita-dzr"), 80, 110))) << "exactly full is full";
    EXPECT_TRUE(part_problem(by.work, of(part("anavita-dzr"), 80, 100))) << "a smaller whole";
    EXPECT_THROW(set_capacity(by, of(part("anavita-dzr"), 90, 110)), std::invalid_argument);
    EXPECT_THROW(correct_capacity(by, part("anavita-dzr"), 90), std::invalid_argument);
}

TEST_F(PartsOfCapacity, are_counted_on_the_days_on_which_they_hold_only) {
    auto ended = part("anavita-ds");
    auto next_year = day_of(2027, 1, 1).value();
    end_on(by, ended, next_year);
    auto grown = of(part("anavita-dzr"), 110, 110);
    EXPECT_TRUE(part_problem(by.work, grown));
    grown.validity.valid_from = next_year;
    EXPECT_FALSE(part_problem(by.work, grown));
    grown.validity.valid_from = next_year - std::chrono::days{1};
    auto problem = part_problem(by.work, grown);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->from, next_year - std::chrono::days{1});
}

TEST_F(PartsOfCapacity, of_another_name_or_unit_are_of_another_whole) {
    auto other = of(part("anavita-dzr"), 100, 110);
    other.whole = "Jiný dům";
    EXPECT_FALSE(part_problem(by.work, other));
    other.whole = "ANAVITA – jablonec nad nisou";
    EXPECT_TRUE(part_problem(by.work, other)) << "letters of another size and without accents name the same house";
    other.unit_code = "TypKapacitySocialniSluzby/klient";
    EXPECT_FALSE(part_problem(by.work, other));
}

TEST_F(PartsOfCapacity, that_say_another_whole_are_a_question_and_no_refusal) {
    auto grown = of(part("anavita-dzr"), 80, 120);
    EXPECT_FALSE(part_problem(by.work, grown));
    EXPECT_THAT(parts_that_differ(by.work, grown, today), SizeIs(1));
    EXPECT_THAT(parts_that_differ(by.work, part("anavita-dzr"), today), IsEmpty());
}
