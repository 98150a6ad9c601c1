// Feeds: what they hold for whom, that libical accepts them, and that nothing is made twice.
#include "tests/world/office.hpp"
#include "workgroups/events/calendar_subscription.hpp"
#include "workgroups/events/kept_feeds.hpp"
#include "workgroups/tasks/task.hpp"

#include <libical/ical.h>

#include <memory>

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

using ParsedFeed = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

struct CalendarFeeds : testing::Test {
    CalendarFeeds() {
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            seniors = *find_group_by_slug(work, "seniori");
            PlanningPerson person;
            person.account_id = office.petr.id, person.name = "Petr";
            GroupMember member;
            member.group_id = seniors.id, member.planner_id = workgroups::add(author, person);
            member.valid_from = *day_of(2026, 1, 1), member.valid_to = *day_of(2026, 12, 31);
            workgroups::add(author, member);
            convened = meeting(author, "convened", *day_of(2026, 12, 1));
            meeting(author, "on_demand", *day_of(2026, 12, 8)), meeting(author, "cancelled", *day_of(2026, 12, 15));
            AgendaItem item;
            item.group_id = seniors.id, item.meeting_id = convened.id, item.title = "Zpráva; plán, výhled\r\nX:1";
            item.presenter = "Jana Nová";
            workgroups::add(author, item);
            Task task;
            task.group_id = seniors.id, task.body = "Poslat seznam služeb", task.owner_id = person.id;
            task.due_on = *day_of(2026, 12, 10);
            add_task(author, task);
        });
    }
    Meeting meeting(const history::Author& author, const std::string& state, Date day) {
        Meeting one;
        one.group_id = seniors.id, one.day = day, one.state = state, one.from_minute = 840, one.to_minute = 960;
        one.place = "budova Uran";
        workgroups::add(author, one);
        return one;
    }

    // Unfolded, after libical has had its say.
    static std::string accepted(const std::string& text) {
        ParsedFeed calendar{icalparser_parse_string(text.c_str()), icalcomponent_free};
        EXPECT_TRUE(calendar && icalrestriction_check(calendar.get()));
        if (calendar) EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0) << text;
        auto plain = text;
        for (auto at = plain.find("\r\n "); at != plain.npos; at = plain.find("\r\n ", at)) plain.erase(at, 3);
        return plain;
    }
    std::string feed(const std::string& address) {
        auto response = office.get(office.stranger, address);
        EXPECT_EQ(response.status, http::ok) << address;
        EXPECT_EQ(response.type, "text/calendar; charset=utf-8");
        return accepted(response.body);
    }
    std::string subscribe(const User& who) {
        auto page = office.post(who, "/muj-kalendar", {{"nazev", "Telefon"}}).body;
        auto at = page.find("/kalendar/");
        return at == page.npos ? "" : page.substr(at, page.find('<', at) - at);
    }

    world::Office office{world::Office::With::sample_region};
    WorkingGroup seniors;
    Meeting convened;
};

}

TEST_F(CalendarFeeds, of_everybody_hold_public_events_and_meetings_that_stand) {
    auto text = feed("/kalendar.ics");
    EXPECT_THAT(text, AllOf(HasSubstr("SUMMARY:Jak pečovat doma: kurz pro rodiny"), HasSubstr("SUMMARY:Senioři"),
                            HasSubstr("DTSTART;TZID=Europe/Prague:20261201T140000"), HasSubstr("TZID:Europe/Prague")));
    EXPECT_THAT(text, AllOf(Not(HasSubstr("Supervizní")), Not(HasSubstr("TENTATIVE")), Not(HasSubstr("Úkol"))));
    // What was called off stays, so that calendars learn of it.
    EXPECT_THAT(text, AllOf(HasSubstr("DTSTART;TZID=Europe/Prague:20261215T140000"), HasSubstr("STATUS:CANCELLED")));
    // More than a year ago is nobody's plan.
    EXPECT_THAT(text, Not(HasSubstr("Seminář AT")));
}

TEST_F(CalendarFeeds, of_a_group_hold_its_own_alone) {
    auto text = feed("/skupiny/seniori/kalendar.ics");
    EXPECT_THAT(text, AllOf(HasSubstr("X-WR-CALNAME:Senioři"), HasSubstr("SUMMARY:Jak pečovat doma"),
                            Not(HasSubstr("Noc venku"))));
    EXPECT_EQ(office.get(office.stranger, "/skupiny/pripravna-skupina-pro-zadani-analyzy/kalendar.ics").status,
              http::not_found);
}

TEST_F(CalendarFeeds, let_nothing_typed_begin_a_line) {
    auto text = feed("/kalendar.ics");
    EXPECT_THAT(text, AllOf(HasSubstr("1. Zpráva\\; plán\\, výhled\\nX:1 (Jana Nová)"), Not(HasSubstr("\nX:1"))));
}

TEST_F(CalendarFeeds, of_one_event_can_be_taken_home) {
    auto text = feed("/akce/jak-pecovat-doma-kurz-pro-rodiny/udalost.ics");
    EXPECT_THAT(text,
                AllOf(HasSubstr("DTSTART;TZID=Europe/Prague:20261203T090000"),
                      HasSubstr("DTEND;TZID=Europe/Prague:20261204T140000"), HasSubstr("LOCATION:Domov důchodců")));
}

TEST_F(CalendarFeeds, of_a_person_hold_meetings_of_own_groups_and_own_tasks) {
    auto address = subscribe(office.petr);
    ASSERT_THAT(address, AllOf(HasSubstr("/kalendar/"), HasSubstr(".ics")));
    auto text = feed(address);
    EXPECT_THAT(text, AllOf(HasSubstr("SUMMARY:Senioři"), HasSubstr("STATUS:TENTATIVE"),
                            HasSubstr("SUMMARY:Úkol: Poslat seznam služeb"), HasSubstr("DTSTART;VALUE=DATE:20261210"),
                            HasSubstr("DTEND;VALUE=DATE:20261211"), HasSubstr("LOCATION:budova Uran")));
    EXPECT_THAT(text, AllOf(Not(HasSubstr("Noc venku")), Not(HasSubstr("Supervizní"))));
    // With the mandate goes its calendar.
    office.clock().set(*parse_instant("2027-01-02T08:00:00Z"));
    EXPECT_THAT(feed(address), Not(HasSubstr("SUMMARY:Senioři")));
}

TEST_F(CalendarFeeds, of_a_person_stand_behind_a_secret_that_is_kept_as_a_hash_and_revoked) {
    auto address = subscribe(office.petr);
    auto token = address.substr(10, 43);
    {
        auto lease = office.database().read();
        auto kept = subscriptions_of(*lease, office.petr.id);
        ASSERT_EQ(kept.size(), 1u);
        EXPECT_EQ(kept[0].name, "Telefon");
        EXPECT_EQ(kept[0].last_used_on, std::nullopt);
        EXPECT_EQ(std::string(kept[0].token_hash.begin(), kept[0].token_hash.end()).find(token), std::string::npos);
    }
    EXPECT_THAT(office.get(office.petr, "/muj-kalendar").body, AllOf(HasSubstr("Telefon"), Not(HasSubstr(token))));
    feed(address);
    std::string id;
    {
        auto lease = office.database().read();
        auto kept = subscriptions_of(*lease, office.petr.id).front();
        EXPECT_EQ(kept.last_used_on, day_of(2026, 11, 24));
        id = to_text(kept.id);
    }
    EXPECT_EQ(office.post(office.eva, "/muj-kalendar/" + id + "/zrusit").status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, address).status, http::ok);
    EXPECT_EQ(office.post(office.petr, "/muj-kalendar/" + id + "/zrusit").location, "/muj-kalendar?hotovo=zruseno");
    EXPECT_EQ(office.get(office.stranger, address).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, "/kalendar/neco.ics").status, http::not_found);
}

TEST_F(CalendarFeeds, of_a_person_are_named_and_not_too_many) {
    EXPECT_THAT(world::with_plain_spaces(office.post(office.petr, "/muj-kalendar", {{"nazev", " "}}).body),
                HasSubstr("k čemu odběr je"));
    for (std::size_t n = 0; n < subscriptions_most; ++n) EXPECT_NE(subscribe(office.petr), "");
    EXPECT_EQ(office.post(office.petr, "/muj-kalendar", {{"nazev", "Jedenáctý"}}).status, http::unprocessable);
}

TEST_F(CalendarFeeds, keep_their_secret_out_of_logs) {
    auto& routes = office.application().routes().all();
    auto own = std::ranges::find(routes, "/kalendar/{odkaz}", &http::Route::path);
    ASSERT_NE(own, routes.end());
    EXPECT_TRUE(own->options.private_path);
}

TEST_F(CalendarFeeds, change_their_tag_with_what_they_hold_only) {
    auto first = office.get(office.stranger, "/kalendar.ics").etag;
    EXPECT_NE(first, "");
    EXPECT_EQ(office.get(office.stranger, "/kalendar.ics").etag, first);
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    office.database().in_write_transaction([&](db::Session& work) {
        auto after = *find_meeting(work, convened.id);
        auto before = after;
        after.place = "radnice";
        workgroups::change(office.as_nobody(work), before, after);
    });
    auto second = office.get(office.stranger, "/kalendar.ics");
    EXPECT_NE(second.etag, first);
    EXPECT_THAT(second.body, AllOf(HasSubstr("LOCATION:radnice"), HasSubstr("SEQUENCE:1\r\n"),
                                   HasSubstr("LAST-MODIFIED:20261124T080001Z")));
}

TEST(KeptCalendarFeeds, are_made_once_for_a_stamp_and_forgotten_when_they_do_not_fit) {
    KeptFeeds feeds{100};
    int made = 0;
    auto make = [&](std::string& into) { ++made, into = std::string(60, 'x'); };
    auto first = feeds.take("a", "1", make);
    EXPECT_EQ(feeds.take("a", "1", make).etag, first.etag);
    EXPECT_EQ(made, 1);
    feeds.take("a", "2", make);
    EXPECT_EQ(made, 2);
    feeds.take("b", "1", make), feeds.take("b", "1", make);
    EXPECT_EQ(made, 3);
    feeds.take("a", "2", make);
    EXPECT_EQ(made, 4) << "there was room for one only";
}

TEST(KeptCalendarFeeds, stay_as_they_were_for_who_still_reads_them) {
    KeptFeeds feeds;
    auto letters = [](char letter) { return [letter](std::string& into) { into.append(5000, letter); }; };
    auto read_slowly = feeds.take("a", "1", letters('x'));
    for (auto stamp : {"2", "3", "4"}) EXPECT_EQ(*feeds.take("a", stamp, letters('y')).text, std::string(5000, 'y'));
    EXPECT_EQ(*read_slowly.text, std::string(5000, 'x'));
}
