// What a service has on record of its places, form by form and unit by unit, to be confirmed as of today or told anew.
#pragma once

#include "network/services/availability.hpp"
#include "platform/http/form.hpp"

namespace network {

struct PlaceLine {
    std::string form_code{};
    std::string unit_code{};
    std::optional<FreePlaces> free{};    // as it was reported last

    std::string field() const;    // of a form: volno.amb.klient
};

struct PlaceReport {
    std::vector<PlaceLine> lines{};    // whatever was reported or is registered today
    std::optional<Availability> said{};

    static PlaceReport read(db::Session&, Id<Service>, Date day);
    bool anything() const;              // something stands that could be confirmed
    std::string fingerprint() const;    // what a page showed, so that it tells when that has changed meanwhile
    std::optional<Date> oldest() const;
};

// What somebody typed of it.
struct PlacesForm : http::Form {
    explicit PlacesForm(const PlaceReport&);    // as it stands
    PlacesForm(const http::Request&, const PlaceReport&);
    std::vector<std::optional<std::int64_t>> counts{};    // of the lines
    std::string state = text("prijimani");
    std::optional<std::int64_t> waiting_people{};
    std::optional<std::int64_t> waiting_weeks{};
    std::optional<std::string> wording = text_or_nothing("slovy");
};

// All that stands holds today too.
void confirm_places(const Author&, const PlaceReport&, Date today);
// Expects a form without problems.
void report_places(const Author&, Id<Service>, const PlaceReport&, const PlacesForm&, Date today);

// As sources name a link of a letter, and whom it went to.
inline constexpr std::string_view mail_source = "places:";

}
