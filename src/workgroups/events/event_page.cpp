// Shows one event.
#include "workgroups/events/event_page.hpp"

#include "platform/time/prague.hpp"
#include "workgroups/events/feed_entries.hpp"

#include <fmt/format.h>

namespace workgroups {

html::Tag EventPage::state(html::Out& out) const {
    if (event.cancelled()) return {html::Tag::bad, out.text("event.state.cancelled")};
    if (over || event.state == "held") return {html::Tag::unknown, out.text("event.state.held")};
    return {html::Tag::ok, out.text("event.state.planned")};
}

std::string EventPage::map_at() const {
    return item.latitude ? "/akce?zobrazit=mapa&q=" + http::encoded(event.title) + (over ? "&minule=1" : "") : "";
}

std::string EventPage::moment_text(Date day, std::optional<std::int64_t> minute) {
    if (!minute) return to_iso(day);
    auto noon_of = day + std::chrono::days{*minute / 1440};
    TimeOfDay time{std::int16_t(*minute % 1440)};
    auto moment = from_prague(noon_of, time);
    auto wall = std::chrono::duration_cast<std::chrono::minutes>(Instant{noon_of} - moment).count() + time.minutes;
    return fmt::format("{}T{}:00+{:02}:{:02}", to_iso(noon_of), to_iso(time), wall / 60, wall % 60);
}

http::PageHead EventPage::head(const i18n::Texts&) const {
    auto about = item.time + (item.place.empty() ? "" : ", " + item.place);
    return {.title = item.title, .description = about, .section = "/akce"};
}

http::Response show_event(const http::Request& request, Permit<may::ReadEvent> permit) {
    auto& view = permit.about();
    auto& db = permit.db();
    auto& texts = *request.texts;
    CalendarGround ground{db, permit.user(), texts, permit.today()};
    auto item = ground.item_of(view.event);
    if (!item) throw NotFound{};
    EventPage page{view.event, std::move(*item), view.event.organised_by()};
    for (auto& other : editions_of(db, view.event))
        if (auto shown = ground.item_of(other)) page.editions.push_back(std::move(*shown));
    if (auto meeting = view.event.meeting_id ? find_meeting(db, *view.event.meeting_id) : std::nullopt)
        page.meeting_at = "/jednani/" + to_text(meeting->id), page.meeting_day = to_czech(meeting->day);
    page.over = view.event.last_day < permit.today(), page.keeps = view.kept_by(permit.user());
    page.public_url = request.facts->public_url;
    auto done = request.asked.first("hotovo");
    for (auto known : {"zapsana", "ulozeno"})
        if (done == known) page.done = texts.text(std::string{"event.done."} + known);
    return respond(request, page);
}

http::Response send_event_file(const http::Request& request, Permit<may::ReadEvent> permit) {
    auto& event = permit.about().event;
    FeedGround ground{permit.db(), *request.texts, request.facts->public_url, permit.today()};
    std::string calendar;
    calendar::begin(calendar, event_name(event, *request.texts));
    ground.entry_of(event).write(calendar);
    calendar::end(calendar);
    http::Response response{http::ok, std::move(calendar), "text/calendar; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + event.slug + ".ics\"");
    return response;
}

}
