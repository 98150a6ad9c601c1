// Reads premises, counts shared ones once and hides what leads to a secret place.
#include "network/facilities/premises.hpp"

#include <algorithm>
#include <cmath>

namespace network {

RoomCount room_count(const Premises& premises, const std::vector<Room>& rooms) {
    auto counted = [&](const Room& room) { return room.premises_id == premises.id && room.declared; };
    return {premises.declared_rooms, std::ranges::count_if(rooms, counted)};
}

Decimal square_metres(double area) { return Decimal{std::llround(area * 100), 2}; }

std::optional<Premises> find_premises(db::Session& db, Id<Premises> id) {
    return db.maybe<Premises>("SELECT * FROM premises WHERE id = $1", id);
}

std::vector<Premises> premises_of(db::Session& db, Id<Service> service, Date day) {
    return db.all<Premises>("SELECT * FROM premises WHERE id IN (SELECT premises_id FROM service_premises"
                            " WHERE service_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2))"
                            " ORDER BY name, id",
                            service, day);
}

std::vector<Premises> premises_of_provider(db::Session& db, Id<Provider> provider, Date day) {
    return db.all<Premises>("SELECT * FROM premises WHERE id IN (SELECT premises_id FROM service_premises"
                            " JOIN services ON services.id = service_id WHERE provider_id = $1"
                            " AND service_premises.valid_from <= $2"
                            " AND (service_premises.valid_to IS NULL OR service_premises.valid_to > $2))"
                            " ORDER BY name, id",
                            provider, day);
}

std::vector<ServicePremises> premises_links_of(db::Session& db, Id<Service> service) {
    return db.all<ServicePremises>("SELECT * FROM service_premises WHERE service_id = $1 ORDER BY valid_from, id",
                                   service);
}

std::vector<Room> rooms_of(db::Session& db, Id<Premises> premises) {
    return db.all<Room>("SELECT * FROM rooms WHERE premises_id = $1 ORDER BY position, id", premises);
}

std::vector<Service> services_in(db::Session& db, Id<Premises> premises) {
    return db.all<Service>(
        "SELECT * FROM services WHERE id IN (SELECT service_id FROM service_premises WHERE premises_id = $1)"
        " ORDER BY name_sort, slug",
        premises);
}

std::vector<Service> services_in(db::Session& db, Id<Premises> premises, Date day) {
    return db.all<Service>("SELECT * FROM services WHERE id IN (SELECT service_id FROM service_premises"
                           " WHERE premises_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2))"
                           " ORDER BY name_sort, slug",
                           premises, day);
}

double total_area_m2(db::Session& db, const std::vector<Id<Service>>& services, Date day) {
    std::map<Id<Premises>, double> areas;
    for (auto service : services)
        for (auto& premises : premises_of(db, service, day)) areas[premises.id] = premises.area_m2.value_or(0);
    double total = 0;
    for (auto& [id, area] : areas) total += area;
    return total;
}

bool use_premises(const Author& author, Id<Service> service, Id<Premises> premises, Date from) {
    auto used = premises_links_of(author.work, service);
    if (std::ranges::any_of(used, [&](auto& link) {
            return link.premises_id == premises && (!link.validity.valid_to || *link.validity.valid_to > from);
        }))
        return false;
    add(author, ServicePremises{{}, service, premises, {from, {}}, {}});
    return true;
}

// --- secret places ---------------------------------------------------------------------------------------------------

bool at_secret_place(db::Session& db, const Premises& premises) {
    auto place = premises.facility_id ? find_facility(db, *premises.facility_id) : std::nullopt;
    return place && place->secret;
}

bool ever_at_secret_place(db::Session& db, Id<Premises> premises) {
    auto places = db.all<std::string>("SELECT new_value FROM field_changes JOIN changes ON changes.id = change_id"
                                      " WHERE record_id = $1 AND field = 'facility_id' AND new_value IS NOT NULL",
                                      premises);
    return std::ranges::any_of(places, [&](auto& text) {
        auto id = Id<Facility>::parse(text);
        auto place = id ? find_facility(db, *id) : std::nullopt;
        return place && place->secret;
    });
}

void forget_towns_of_premises(const Author& author, Id<Facility> place) {
    auto there = author.work.all<Premises>("SELECT * FROM premises WHERE facility_id = $1", place);
    for (auto& premises : there) {
        auto after = premises;
        after.municipality_code.reset();
        change(author, premises, after);
    }
}
}
