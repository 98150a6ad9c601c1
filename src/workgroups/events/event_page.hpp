// The page of one event, and its own calendar file.
#pragma once

#include "platform/base/parts.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/events/calendar_items.hpp"
#include "workgroups/events/event_permissions.hpp"

namespace workgroups {

struct EventPage {
    const PlanningEvent& event;
    CalendarItem item{};
    std::vector<std::string> organisers{};
    std::vector<CalendarItem> editions{};
    std::string meeting_at{}, meeting_day{};    // in whose minutes it stood
    bool over = false, keeps = false;
    std::string public_url{}, done{};

    std::string at(const char* rest = "") const { return "/akce/" + event.slug + rest; }
    html::Tag state(html::Out&) const;
    std::string where() const { return text::joined(std::vector{item.place, item.town}); }
    std::vector<std::string> paragraphs() const { return text::parted(event.description.value_or(""), "\n"); }
    std::string map_at() const;    // where its place is shown; empty without one
    http::PageHead head(const i18n::Texts&) const;

    // As schema.org names an Event.
    static void each_field(auto& page, auto& visit) {
        auto& event = page.event;
        visit("@context", "https://schema.org"), visit("@type", "Event"), visit("identifier", event.id);
        visit("name", page.item.title), visit("additionalType", event.kind);
        visit("startDate", moment_text(event.first_day, event.from_minute));
        visit("endDate", moment_text(event.last_day, event.to_minute));
        visit("eventStatus",
              std::string{"https://schema.org/"} + (event.cancelled() ? "EventCancelled" : "EventScheduled"));
        visit("location", page.item.place), visit("addressLocality", page.item.town);
        visit("latitude", event.latitude), visit("longitude", event.longitude);
        visit("organizer", page.organisers), visit("description", event.description);
        visit("url", page.public_url + page.at()), visit("sameAs", event.web), visit("editions", page.editions);
    }
    static std::string moment_text(Date,
                                   std::optional<std::int64_t> minute);    // 2015-11-26, 2016-03-09T09:00:00+01:00
    void write(html::Out&) const;
};

http::Response show_event(const http::Request&, Permit<may::ReadEvent>);
http::Response send_event_file(const http::Request&, Permit<may::ReadEvent>);    // its .ics

}
