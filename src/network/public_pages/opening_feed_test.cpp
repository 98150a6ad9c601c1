// Opening hours as people's calendars read them.
#include "network/public_pages/opening_feed.hpp"

#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

namespace {

struct OpeningFeeds : testing::Test {
    std::string feed(const std::string& slug) {
        auto answer = town.get(town.stranger, "/sluzby/" + slug + "/doba.ics", "text/calendar");
        EXPECT_EQ(answer.status, http::ok) << slug;
        EXPECT_EQ(answer.type, "text/calendar; charset=utf-8");
        return answer.body;
    }
    ServiceDetail detail(const std::string& slug) {
        auto lease = town.database().read();
        return *read_service(*lease, find_service_by_slug(*lease, slug)->id, today(), town.clock().now());
    }
    std::vector<calendar::Event> events(const ServiceDetail& of) {
        auto lease = town.database().read();
        return opening_events(of, Territory::read(*lease, today()), town.application().languages().czech(),
                              "https://opora.example", today());
    }
    Date today() { return day_in_prague(town.clock().now()); }

    world::Office town{world::Office::With::sample_region};
};

}

// row 0.14, feature A7
TEST_F(OpeningFeeds, repeat_the_hours_of_the_workshops_every_working_day) {
    EXPECT_THAT(feed("fokus-semily-std"),
                AllOf(HasSubstr("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n"), HasSubstr("T073000\r\n"),
                      HasSubstr("T153000\r\n"), HasSubstr("SUMMARY:Sociálně terapeutické dílny: otevřeno\r\n")));
    EXPECT_THAT(town.get(town.stranger, "/sluzby/fokus-semily-std").body,
                HasSubstr("/sluzby/fokus-semily-std/doba.ics"));
}

TEST_F(OpeningFeeds, begin_on_a_day_on_which_it_is_open_and_stay_the_same_for_a_year) {
    auto of = detail("fokus-semily-std");
    ASSERT_THAT(of.opening_times, SizeIs(1));
    auto& time = of.opening_times.front();
    time.days = "WE", time.validity = {beginning, {}};
    auto event = events(of).at(0);
    EXPECT_EQ(year_of(event.day), year_of(today()));
    EXPECT_EQ(std::chrono::weekday{event.day}, std::chrono::Wednesday);
    time.validity.valid_from = today() + std::chrono::days{30};
    EXPECT_GE(events(of).at(0).day, time.validity.valid_from);
}

TEST_F(OpeningFeeds, leave_out_times_without_a_day_and_are_not_there_when_none_is_left) {
    auto of = detail("fokus-semily-std");
    of.opening_times.front().days.clear(), of.opening_times.front().by_appointment = true;
    EXPECT_THAT(events(of), SizeIs(0));
    of.opening_times.front().nonstop = true;
    ASSERT_THAT(events(of), SizeIs(1));
    EXPECT_FALSE(events(of).front().from) << "day and night is the whole day";
    EXPECT_EQ(town.get(town.stranger, "/sluzby/neni/doba.ics").status, http::not_found);
}

TEST_F(OpeningFeeds, name_the_only_place_and_never_a_secret_one) {
    auto of = detail("fokus-semily-std");
    of.facilities.resize(1);
    EXPECT_THAT(events(of).at(0).place, HasSubstr("Fokus Semily"));
    of.facilities.front().secret = true;
    EXPECT_EQ(events(of).at(0).place, "");
    of.facilities.front().secret = false, of.service.secret = true;
    EXPECT_EQ(events(of).at(0).place, "");
}
