// A place where services are provided; a secret one has no address here at all.
#pragma once

#include "network/services/service.hpp"
#include "network/territory/distance.hpp"
#include "network/territory/territory.hpp"

namespace network {

struct Facility {
    Id<Facility> id{};
    Id<Provider> provider_id{};
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> street{};
    std::optional<std::string> postal_code{};
    std::optional<std::string> municipality_code{};
    std::optional<std::string> municipality_name{};
    std::optional<std::string> address_code{};    // RÚIAN
    std::optional<double> latitude{};
    std::optional<double> longitude{};
    bool approximate{};    // the point is near, not exact
    bool secret{};
    std::optional<std::string> accessibility{};
    std::optional<std::string> directions{};
    std::optional<std::int64_t> total_beds{};    // of the whole house
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "facilities";
    static constexpr auto content = "network";
    static void each_field(auto& facility, auto& visit) {
        visit("id", facility.id), visit("provider_id", facility.provider_id), visit("name", facility.name);
        visit("name_sort", facility.name_sort), visit("street", facility.street);
        visit("postal_code", facility.postal_code), visit("municipality_code", facility.municipality_code);
        visit("municipality_name", facility.municipality_name), visit("address_code", facility.address_code);
        visit("latitude", facility.latitude), visit("longitude", facility.longitude);
        visit("approximate", facility.approximate), visit("secret", facility.secret);
        visit("accessibility", facility.accessibility), visit("directions", facility.directions);
        visit("total_beds", facility.total_beds), visit("note", facility.note);
        Validity::each_field(facility.validity, visit), Kept::each_field(facility.kept, visit);
    }
};

struct ServiceFacility {
    Id<ServiceFacility> id{};
    Id<Service> service_id{};
    Id<Facility> facility_id{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "service_facilities";
    static constexpr auto content = "network";
    static void each_field(auto& link, auto& visit) {
        visit("id", link.id), visit("service_id", link.service_id), visit("facility_id", link.facility_id);
        Validity::each_field(link.validity, visit), Kept::each_field(link.kept, visit);
    }
};

// A secret facility is kept without street, address code, point and way to it, whatever was given.
Id<Facility> add_facility(const Author&, Facility&);
// Keeps nothing at all that leads to a place: what the staff make secret loses its town too.
void forget_place(Facility&);
// The same for what somebody only wished of it, and of the town of premises there; its name where it told the address.
void forget_wishes_for_place(db::Session& work, Id<Facility>, bool name_too);
// The one way to save a changed place.  What led to a place that is secret now goes out of its history as well.
bool change(const Author&, const Facility& before, Facility after);

std::optional<Facility> find_facility(db::Session&, Id<Facility>);
// Whoever is or was provided there, by name.
std::vector<Service> services_at(db::Session&, Id<Facility>);
std::vector<ServiceFacility> links_of(db::Session&, Id<Service>);    // to places, of all times
std::vector<Facility> facilities_of(db::Session&, Id<Service>, Date day);
std::vector<Facility> facilities_of_provider(db::Session&, Id<Provider>);

std::string town_name(const Facility&, const Territory&);          // empty where nobody said
std::string street_and_town(const Facility&, const Territory&);    // empty for a secret place
// Its own point, else that of its municipality; nowhere for a secret one.
std::optional<Point> place_of(const Facility&, const Territory&);

struct FacilityDistance {
    const Facility* facility{};
    double km{};
};
// Nearest first; those without a place are left out.
std::vector<FacilityDistance> by_distance(const std::vector<Facility>&, const Territory&, Point from);

}
