// Reports of places: how long they say something, and which of two counts.
#include "network/services/availability.hpp"
#include "network/services/refusal_count.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr Date reference{std::chrono::year{2026} / 11 / 24};

FreePlaces free_of(std::int64_t count, int days_ago) {
    FreePlaces places;
    places.count = count, places.as_of = reference - std::chrono::days{days_ago};
    return places;
}

Availability said_of(const char* state, int days_ago) {
    Availability said;
    said.state = state, said.as_of = reference - std::chrono::days{days_ago};
    return said;
}

struct ReportsOfPlaces : testing::Test {
    FreePlaces told(std::int64_t count, Date day) {
        FreePlaces places{{}, service, "FormaSocialniSluzby/pob", "TypKapacitySocialniSluzby/luzka", count, day,
                          {}, {}};
        return places;
    }

    db::Transaction work{world::region(), db::Intent::write};
    Author by = world::author(work.session());
    Id<Service> service = find_service_by_slug(work.session(), "fokus-semily-std")->id;
};

}

// feature A5
TEST(PlaceStates, grow_old_by_the_pace) {
    ReportPace pace{std::chrono::days{14}};
    EXPECT_EQ(pace.of(reference - std::chrono::days{14}, reference), Reported::fresh);
    EXPECT_EQ(pace.of(reference - std::chrono::days{15}, reference), Reported::unconfirmed);
    EXPECT_EQ(pace.of(reference - std::chrono::days{42}, reference), Reported::unconfirmed);
    EXPECT_EQ(pace.of(reference - std::chrono::days{43}, reference), Reported::silent);
    EXPECT_TRUE(place_state({free_of(2, 15)}, nullptr, pace, reference).unconfirmed);
    EXPECT_EQ(place_state({free_of(2, 43)}, nullptr, pace, reference).state, "");
}

TEST(PlaceStates, are_free_where_any_form_is_and_never_add_up) {
    ReportPace pace;
    EXPECT_EQ(place_state({free_of(0, 1), free_of(2, 3)}, nullptr, pace, reference).state, "free");
    EXPECT_EQ(place_state({free_of(2, 3), free_of(0, 1)}, nullptr, pace, reference).as_of, free_of(2, 3).as_of);
    EXPECT_EQ(place_state({free_of(0, 1), free_of(0, 2)}, nullptr, pace, reference).state, "full");
    EXPECT_EQ(place_state({free_of(2, 50), free_of(0, 2)}, nullptr, pace, reference).state, "full")
        << "what is long unconfirmed is free no more";
    EXPECT_EQ(place_state({}, nullptr, pace, reference).state, "");
}

TEST(PlaceStates, follow_the_newer_of_numbers_and_words) {
    ReportPace pace;
    auto waiting = said_of("waiting", 3), open = said_of("open", 9), unknown = said_of("unknown", 0);
    EXPECT_EQ(place_state({free_of(0, 3)}, &waiting, pace, reference).state, "waiting");
    EXPECT_EQ(place_state({free_of(1, 1)}, &waiting, pace, reference).state, "free");
    EXPECT_EQ(place_state({free_of(1, 5)}, &waiting, pace, reference).state, "waiting");
    EXPECT_EQ(place_state({}, &open, pace, reference).state, "open");
    EXPECT_EQ(place_state({free_of(1, 5)}, &unknown, pace, reference).state, "free");
}

TEST_F(ReportsOfPlaces, of_one_day_are_one) {
    EXPECT_TRUE(report_free_places(by, told(3, reference)));
    EXPECT_TRUE(report_free_places(by, told(2, reference)));
    EXPECT_FALSE(report_free_places(by, told(2, reference)));
    auto places = free_places_of(by.work, service, reference);
    std::erase_if(places, [](auto& one) { return one.form_code != "FormaSocialniSluzby/pob"; });
    ASSERT_THAT(places, SizeIs(1));
    EXPECT_EQ(places[0].count, 2);
}

TEST_F(ReportsOfPlaces, that_ended_say_nothing_and_those_taken_back_let_the_former_speak) {
    auto pob = [&](Date day) {
        auto places = free_places_of(by.work, service, day);
        std::erase_if(places, [](auto& one) { return one.form_code != "FormaSocialniSluzby/pob"; });
        return places;
    };
    report_free_places(by, told(3, reference - std::chrono::days{5}));
    auto wrong = told(9, reference);
    wrong.ends_on = reference;
    report_free_places(by, wrong);
    ASSERT_THAT(pob(reference), SizeIs(1));
    EXPECT_EQ(pob(reference)[0].count, 3);
    auto over = told(3, reference - std::chrono::days{5});
    over.ends_on = reference;
    report_free_places(by, over);
    EXPECT_THAT(pob(reference), IsEmpty());
    EXPECT_THAT(pob(reference - std::chrono::days{1}), SizeIs(1));
}

// feature A6
TEST_F(ReportsOfPlaces, count_refusals_by_reason_and_publish_none_that_gives_somebody_away) {
    auto from = reference - std::chrono::days{365};
    for (auto& [reason, count] : {std::pair{"a", 2}, {"b", 14}, {"c", 0}})
        report_refusals(by, {{}, service, reason, from, reference, count, {}, {}});
    auto periods = refusals_of(by.work, service);
    ASSERT_THAT(periods, SizeIs(1));
    EXPECT_EQ(periods[0].total(), 16);
    auto shown = published(periods[0], {"a", "b", "c"});
    EXPECT_FALSE(shown[0]);
    EXPECT_TRUE(!shown[1] || !shown[3]) << "the two refused could be computed";
    EXPECT_TRUE(report_refusals(by, {{}, service, "a", from, reference, 7, {}, {}}));
    EXPECT_EQ(refusals_of(by.work, service)[0].count_of("a"), 7);
    EXPECT_THAT(published(refusals_of(by.work, service)[0], {"a", "b", "c"}),
                ElementsAre(std::optional{7}, std::optional{14}, std::optional{0}, std::optional{21}));
}
