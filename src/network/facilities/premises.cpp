// Reads premises and counts shared ones once.
#include "network/facilities/premises.hpp"

#include <algorithm>

namespace network {

RoomCount room_count(const Premises& premises, const std::vector<Room>& rooms) {
    auto counted = [&](const Room& room) { return room.premises_id == premises.id && room.declared; };
    return {premises.declared_rooms, std::ranges::count_if(rooms, counted)};
}

std::vector<Premises> premises_of(db::Session& db, Id<Service> service) {
    return db.all<Premises>("SELECT * FROM premises WHERE id IN (SELECT premises_id FROM service_premises WHERE service_id = $1)"
                            " ORDER BY name, id",
                            service);
}

std::vector<Room> rooms_of(db::Session& db, Id<Premises> premises) {
    return db.all<Room>("SELECT * FROM rooms WHERE premises_id = $1 ORDER BY position", premises);
}

std::vector<Service> services_in(db::Session& db, Id<Premises> premises) {
    return db.all<Service>("SELECT * FROM services WHERE id IN (SELECT service_id FROM service_premises WHERE premises_id = $1)"
                           " ORDER BY name_sort, slug",
                           premises);
}

double total_area_m2(db::Session& db, const std::vector<Id<Service>>& services) {
    std::map<Id<Premises>, double> areas;
    for (auto service : services)
        for (auto& premises : premises_of(db, service)) areas[premises.id] = premises.area_m2.value_or(0);
    double total = 0;
    for (auto& [id, area] : areas) total += area;
    return total;
}

}
