// Whom a service takes by age: bands, limits, and the year that nobody is sure about.
#include "network/services/age_limits.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::ElementsAre;
using testing::IsEmpty;

struct Ages : testing::Test {
    AgeLimits of(const char* slug) {
        auto service = find_service_by_slug(db, slug).value();
        return age_limits(service, age_bands_of(db, service.id), lists);
    }

    db::Session& db = world::region();
    CodeLists lists = CodeLists::read(db, day_in_prague(world::sample_now));
    AgeLimits workshops = of("fokus-semily-std"), rehabilitation = of("fokus-semily-sr");
};

// row 0.10
TEST_F(Ages, both_services_have_five_bands_without_a_gap) {
    for (auto& limits : {workshops, rehabilitation}) {
        ASSERT_EQ(limits.bands.size(), 5u);
        EXPECT_EQ(limits.bands.front().from, 11);
        EXPECT_EQ(limits.bands.back().to, 80);
        for (std::size_t n = 1; n < 5; ++n) EXPECT_EQ(limits.bands[n].from, *limits.bands[n - 1].to + 1);
    }
}

// row 0.11
TEST_F(Ages, limits_narrow_the_bands) {
    EXPECT_EQ(workshops.min, 15);
    EXPECT_EQ(workshops.max, 65);
    EXPECT_EQ(rehabilitation.min, 15);
    EXPECT_EQ(rehabilitation.max, 75);
}

// row 0.12
TEST_F(Ages, decide_each_age_of_the_table) {
    struct Case {
        int age;
        Eligible workshops, rehabilitation;
    };
    constexpr auto yes = Eligible::yes, no = Eligible::no, ambiguous = Eligible::ambiguous;
    for (auto [age, a, b] : {Case{14, no, no},
                             {15, yes, yes},
                             {64, yes, yes},
                             {65, ambiguous, yes},
                             {66, no, yes},
                             {75, no, ambiguous},
                             {76, no, no},
                             {80, no, no}}) {
        EXPECT_EQ(workshops.eligible(age).eligible, a) << age;
        EXPECT_EQ(rehabilitation.eligible(age).eligible, b) << age;
    }
    EXPECT_EQ(workshops.eligible(15).band, "older_child");
    EXPECT_EQ(rehabilitation.eligible(15).band, "older_child");
    EXPECT_EQ(workshops.eligible(65).band, "younger_senior");
    EXPECT_FALSE(workshops.eligible(81).band);
}

// row 0.13
TEST_F(Ages, warn_of_a_band_that_the_limit_leaves_nearly_empty) {
    EXPECT_THAT(workshops.nearly_empty_bands(), ElementsAre("younger_senior"));
    EXPECT_THAT(rehabilitation.nearly_empty_bands(), IsEmpty());
}

TEST_F(Ages, warn_of_a_band_that_the_limits_exclude) {
    AgeLimits limits{18, 60, false, {lists.age_band("older_child"), lists.age_band("adult")}};
    EXPECT_THAT(limits.nearly_empty_bands(), ElementsAre("older_child"));
}

TEST_F(Ages, let_everybody_in_where_nothing_is_said) {
    EXPECT_EQ(AgeLimits{}.eligible(0).eligible, Eligible::yes);
    auto open = of("czp-poradenstvi");
    EXPECT_EQ(open.eligible(99).eligible, Eligible::yes);
    EXPECT_EQ(open.eligible(99).band, "any");
}

// row 4.23
// row 4.24
TEST_F(Ages, of_two_services_of_one_provider_may_differ) {
    auto early = of("lira-rana-pece"), families = of("lira-sas");
    EXPECT_EQ(early.eligible(7).eligible, Eligible::yes);
    EXPECT_EQ(early.eligible(8).eligible, Eligible::no);
    EXPECT_EQ(families.eligible(8).eligible, Eligible::yes);
    EXPECT_EQ(families.eligible(10).eligible, Eligible::ambiguous);
    EXPECT_EQ(families.eligible(11).eligible, Eligible::no);
    EXPECT_EQ(find_service_by_slug(db, "lira-rana-pece")->provider_id,
              find_service_by_slug(db, "lira-sas")->provider_id);
}
