// Where and when: places, their addresses, hours; and the service at a place.
#include "network/facilities/opening_time.hpp"
#include "network/hsds/hsds_json.hpp"

#include <fmt/format.h>

namespace network::hsds {

namespace {

std::string clock_time(std::int16_t minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

void write_address(JsonWriter& json, const Model& model, const FacilityRow& place) {
    auto town = place.municipality_code ? model.territory().municipality(*place.municipality_code) : nullptr;
    auto city = place.municipality_name ? *place.municipality_name : town ? town->name : "";
    if (city.empty()) return;
    json.list("addresses", [&] {
        json.object([&] {
            auto region = town ? model.territory().region(town->region_code) : nullptr;
            json("id", Uuid::named(place.id, "address")), json("location_id", place.id);
            // Villages have no streets: there the name of the village stands first, as on letters.
            json("address_1", place.street ? *place.street : city), json("city", city);
            json("state_province", region ? region->name : ""), json("postal_code", place.postal_code.value_or(""));
            json("country", "CZ"), json("address_type", "physical");
        });
    });
}

void write_accessibility(JsonWriter& json, const Model& model, const FacilityRow& place, const ServiceEntry* service,
                         const Link* link) {
    bool of_service = service && (!service->facts.accessibility.empty() || service->facts.accessibility_note);
    if (!place.accessibility && !of_service) return;
    json.list("accessibility", [&] {
        if (place.accessibility)
            json.object([&] {
                json("id", Uuid::named(place.id, "accessibility")), json("location_id", place.id),
                    json("description", *place.accessibility);
            });
        if (of_service)
            json.object([&] {
                json("id", Uuid::named(link->id, "accessibility")), json("location_id", place.id);
                json.given("description", model.names("accessibility", service->facts.accessibility));
                json.given("details", service->facts.accessibility_note);
            });
    });
}

}

void write_times(JsonWriter& json, const Model& model, const ServiceEntry& service, const Link* link) {
    auto here = [&](const TimeRow& time) {
        return link ? time.facility_id == model.facilities()[link->facility].facts.id : !time.facility_id;
    };
    if (std::ranges::none_of(service.times, here)) return;
    auto& texts = model.czech();
    json.list("schedules", [&] {
        for (auto& time : service.times) {
            if (!here(time)) continue;
            json.object([&] {
                json("id", time.id);
                if (link) json("service_at_location_id", link->id);
                else json("service_id", service.facts.id);
                // The first day of the law stands for a beginning that nobody knows.
                if (time.valid_from > beginning) json("valid_from", time.valid_from), json("dtstart", time.valid_from);
                json.given("valid_to", time.valid_to);
                auto days = time.nonstop ? std::string{"MO,TU,WE,TH,FR,SA,SU"} : time.days;
                if (!days.empty()) json("wkst", "MO"), json("freq", "WEEKLY"), json("interval", 1), json("byday", days);
                if (time.nonstop) json("opens_at", "00:00"), json("closes_at", "24:00");
                if (!time.nonstop && time.opens_at) json("opens_at", clock_time(*time.opens_at));
                if (!time.nonstop && time.closes_at) json("closes_at", clock_time(*time.closes_at));
                auto form = time.form_code ? model.terms().number("forms", *time.form_code) : std::nullopt;
                if (form) json("attending_type", model.terms()[*form].name);
                std::string notes = time.note.value_or("");
                auto also = [&](const std::string& text) { notes += (notes.empty() ? "" : "; ") + text; };
                if (time.by_appointment) also(texts.text("hsds.by_appointment"));
                if (time.times_a_week)
                    also(texts.text("hsds.times_a_week", {std::to_string(*time.times_a_week)}, *time.times_a_week));
                json.given("notes", notes);
            });
        }
    });
}

void write_location_fields(JsonWriter& json, const Model& model, const FacilityEntry& facility, Detail detail,
                           const ServiceEntry* of, const Link* link) {
    auto& place = facility.facts;
    if (place.secret || (of && of->facts.secret)) {
        json("id", link ? Uuid::named(link->id, "location") : place.id), json("location_type", "physical");
        json("description", model.czech().text("hsds.location.secret"));
        return;
    }
    json("id", place.id), json("location_type", "physical"), json("organization_id", place.provider_id);
    json.given("name", place.name);
    if (place.approximate) json("description", model.czech().text("hsds.location.approximate"));
    json.given("transportation", place.directions);
    if (place.latitude && place.longitude) json("latitude", *place.latitude), json("longitude", *place.longitude);
    if (place.address_code)
        json("external_identifier", *place.address_code), json("external_identifier_type", "RÚIAN adresní místo");
    if (detail == Detail::listed) return;
    write_address(json, model, place);
    write_accessibility(json, model, place, of, link);
    write_contacts(json, facility.contacts, "location_id", place.id, place.name);
    write_phones(json, facility.contacts, "location_id", place.id);
}

// minimal: inside its service, which is not repeated.
void write_service_at_location(JsonWriter& json, const Model& model, Place at, Detail detail) {
    auto& link = model.links()[at];
    auto& service = model.services()[link.service];
    auto& facility = model.facilities()[link.facility];
    json.object([&] {
        json("id", link.id), json("service_id", service.facts.id);
        auto inside = detail == Detail::listed ? Detail::listed : Detail::full;
        json("location_id", service.hidden(facility.facts) ? Uuid::named(link.id, "location") : facility.facts.id);
        if (inside == Detail::full) write_times(json, model, service, &link);
        json.object("location", [&] { write_location_fields(json, model, facility, inside, &service, &link); });
        if (detail == Detail::minimal) return;
        json.object("service", [&] { write_service_fields(json, model, service); });
    });
}

}
