// Turns opening times into events.
#include "network/public_pages/opening_feed.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_page.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::string_view every_day = "MO,TU,WE,TH,FR,SA,SU";

Date first_on(const std::string& days, Date from) {
    auto is_one = [&](Date day) {
        return days.find(weekdays[std::chrono::weekday{day}.iso_encoding() - 1]) != days.npos;
    };
    while (!is_one(from)) from += std::chrono::days{1};
    return from;
}

// Where the time holds: the place it is for, or the only one there is.
const Facility* place_of(const OpeningTime& time, const std::vector<Facility>& places) {
    if (!time.facility_id) return places.size() == 1 ? &places.front() : nullptr;
    auto found = std::ranges::find(places, *time.facility_id, &Facility::id);
    return found == places.end() ? nullptr : &*found;
}

}

std::vector<calendar::Event> opening_events(const ServiceDetail& detail, const Territory& territory,
                                            const i18n::Texts& texts, const std::string& public_url, Date today) {
    auto& service = detail.service;
    bool secret = hides_its_places(service, detail.facilities);
    auto host = public_url.substr(std::min(public_url.find("//") + 2, public_url.size()));
    auto new_year = *day_of(year_of(today), 1, 1);
    std::vector<calendar::Event> events;
    for (auto& time : detail.opening_times) {
        calendar::Event event;
        event.weekdays = time.nonstop ? std::string{every_day} : time.days;
        if (event.weekdays.empty()) continue;
        event.uid = to_text(time.id) + "@" + host;
        event.title = texts.text("opening_feed.open", {service.name});
        if (!time.nonstop) event.from = time.opens_at, event.to = time.closes_at;
        event.day = first_on(event.weekdays, std::max(new_year, time.validity.valid_from));
        event.until = time.validity.valid_to;
        if (event.until && *event.until <= event.day) continue;
        std::vector<std::string> notes;
        if (time.nonstop) notes.push_back(opening_words(time, texts));
        if (time.by_appointment) notes.push_back(texts.text("service_page.open.by_appointment"));
        if (time.note) notes.push_back(*time.note);
        notes.push_back(texts.text("opening_feed.holidays"));
        event.description = text::joined(notes, "\n");
        if (auto place = secret ? nullptr : place_of(time, detail.facilities))
            event.place = text::joined(std::vector{place->name, address_line(*place, territory)});
        event.address = public_url + "/sluzby/" + service.slug;
        event.changed_at = time.kept.changed_at;
        events.push_back(std::move(event));
    }
    return events;
}

http::Response show_opening_feed(const http::Request& request, Permit<may::ReadService> permit) {
    auto& asked = permit.about();
    if (asked.renamed()) return http::moved("/sluzby/" + asked.service.slug + "/doba.ics");
    auto detail = read_service(permit.db(), asked.service.id, permit.today(), permit.now());
    if (!detail || !detail->service.provided_on(permit.today())) throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    auto events =
        opening_events(*detail, model->territory(), *request.texts, request.facts->public_url, permit.today());
    if (events.empty()) throw NotFound{};
    auto name = text::joined(std::vector{detail->service.name, detail->provider.shown_name()}, " – ");
    return {http::ok, calendar::feed(name, events), "text/calendar; charset=utf-8"};
}

}
