// Where a service is given, as the region's staff keep it: its places, from when to when, and each place itself.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/editing/facility_sheet.hpp"
#include "platform/html/choice.hpp"

namespace network {

struct PlaceOfService {
    ServiceFacility link;
    Facility facility;
    std::vector<Service> others;    // services that share it
    bool may_edit = false;          // the place itself, not only its time

    // The time of both: a place that closed serves nobody, however long the link lasts.
    std::optional<Date> ends() const;
    Date begins() const { return std::max(link.validity.valid_from, facility.validity.valid_from); }
};

// A place is taken over from those of the provider.
struct AttachForm : http::Form {
    AttachForm() = default;
    explicit AttachForm(const http::Request&);
    std::string facility = text("misto");
    std::optional<Date> from{};
};

struct ServicePlacesPage {
    const Service& service;
    std::vector<PlaceOfService> places;    // that hold today or later, by name
    std::vector<PlaceOfService> ended;
    std::vector<Facility> to_attach;
    const AttachForm& form;
    const Territory& territory;
    Date today;
    std::string form_token;
    bool saved = false;

    std::string address(const char* rest = "") const { return "/sluzby/" + service.slug + rest; }
    std::string link_at(const PlaceOfService& place) const { return address("/zarizeni/") + to_text(place.link.id); }
    std::string place_at(const PlaceOfService& place) const { return "/sprava/zarizeni/" + to_text(place.facility.id); }
    std::string where(const Facility&) const;    // nothing for a secret one
    std::string when(const PlaceOfService&, html::Out&) const;
    std::string shared(const PlaceOfService&, html::Out&) const;
    html::Select choice(html::Out&) const;
    html::Field from() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("places", page.places.size()), visit("ended", page.ended.size());
    }
    void write(html::Out&) const;
};

http::Response show_service_places(const http::Request&, Permit<may::EditService>);
http::Response attach_facility(const http::Request&, Permit<may::EditService>);
http::Response show_new_facility(const http::Request&, Permit<may::EditService>);
http::Response new_facility(const http::Request&, Permit<may::EditService>);
http::Response show_place_time(const http::Request&, Permit<may::EditService>);
http::Response change_place_time(const http::Request&, Permit<may::EditService>);

http::Response show_facility(const http::Request&, Permit<may::EditFacility>);
http::Response edit_facility(const http::Request&, Permit<may::EditFacility>);

}
