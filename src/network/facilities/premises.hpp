// Rooms and grounds in which services are provided; services that share them count them once.
#pragma once

#include "network/facilities/facility.hpp"
#include "platform/base/number.hpp"

namespace network {

struct Premises {
    Id<Premises> id{};
    std::string name{};
    std::optional<std::string> owner{};
    std::optional<std::string> tenure{};    // owned, rented, lent
    std::optional<bool> meets_norms{};      // nothing: nobody said
    std::optional<std::int64_t> declared_rooms{};
    std::optional<double> area_m2{};
    std::optional<double> garden_m2{};
    std::optional<std::string> municipality_code{};
    std::optional<Id<Facility>> facility_id{};
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "premises";
    static constexpr auto content = "network";
    static void each_field(auto& premises, auto& visit) {
        visit("id", premises.id), visit("name", premises.name), visit("owner", premises.owner);
        visit("tenure", premises.tenure), visit("meets_norms", premises.meets_norms);
        visit("declared_rooms", premises.declared_rooms), visit("area_m2", premises.area_m2);
        visit("garden_m2", premises.garden_m2), visit("municipality_code", premises.municipality_code);
        visit("facility_id", premises.facility_id), visit("note", premises.note);
        Kept::each_field(premises.kept, visit);
    }
};

struct Room {
    Id<Room> id{};
    Id<Premises> premises_id{};
    std::int64_t position{};
    std::string name{};
    std::optional<std::string> kind{};    // kitchen, workshop, office, wc…
    bool declared = true;                 // one of those that the declared number counts
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "rooms";
    static constexpr auto content = "network";
    static void each_field(auto& room, auto& visit) {
        visit("id", room.id), visit("premises_id", room.premises_id), visit("position", room.position);
        visit("name", room.name), visit("kind", room.kind);
        visit("declared", room.declared), visit("note", room.note);
        Kept::each_field(room.kept, visit);
    }
};

struct ServicePremises {
    Id<ServicePremises> id{};
    Id<Service> service_id{};
    Id<Premises> premises_id{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "service_premises";
    static constexpr auto content = "network";
    static void each_field(auto& link, auto& visit) {
        visit("id", link.id), visit("service_id", link.service_id), visit("premises_id", link.premises_id);
        Validity::each_field(link.validity, visit), Kept::each_field(link.kept, visit);
    }
};

// The declared number beside what the list comes to, where the two differ.
struct RoomCount {
    std::optional<std::int64_t> declared{};
    std::int64_t listed{};    // of those that the declared number counts

    bool differ() const { return declared && *declared != listed; }
};
RoomCount room_count(const Premises&, const std::vector<Room>&);

// 62,5; more than two places nobody measures.
Decimal square_metres(double);

std::optional<Premises> find_premises(db::Session&, Id<Premises>);
std::vector<Premises> premises_of(db::Session&, Id<Service>, Date day);
std::vector<Premises> premises_of_provider(db::Session&, Id<Provider>, Date day);    // that any of its services uses
std::vector<ServicePremises> premises_links_of(db::Session&, Id<Service>);           // of all times
std::vector<Room> rooms_of(db::Session&, Id<Premises>);
std::vector<Service> services_in(db::Session&, Id<Premises>);              // that use or used them
std::vector<Service> services_in(db::Session&, Id<Premises>, Date day);    // who shares them
// Of the premises of all these services, each counted once; square metres, without gardens.
double total_area_m2(db::Session&, const std::vector<Id<Service>>&, Date day);

// A service uses them from the day on; false if it does already.
bool use_premises(const Author&, Id<Service>, Id<Premises>, Date from);

// They belong to a place whose address is secret, so the public learns nothing of them.
bool at_secret_place(db::Session&, const Premises&);
// They belong or belonged to such a place, so what was kept of them before may lead there.
bool ever_at_secret_place(db::Session&, Id<Premises>);
// Premises of a place that became secret lose their town with it.
void forget_towns_of_premises(const Author&, Id<Facility>);
}
