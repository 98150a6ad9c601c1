// Reads the newest report of free places and waiting.
#include "network/services/availability.hpp"

namespace network {

std::vector<FreePlaces> free_places_of(db::Session& db, Id<Service> service, Date day) {
    return db.all<FreePlaces>(
        "SELECT * FROM free_places WHERE service_id = $1 AND as_of ="
        " (SELECT max(newest.as_of) FROM free_places newest WHERE newest.service_id = $1"
        " AND newest.form_code = free_places.form_code AND newest.unit_code = free_places.unit_code"
        " AND newest.as_of <= $2) ORDER BY form_code, unit_code",
        service, day);
}

std::optional<Availability> availability_of(db::Session& db, Id<Service> service, Date day) {
    return db.maybe<Availability>("SELECT * FROM availabilities WHERE service_id = $1 AND as_of <= $2"
                                  " ORDER BY as_of DESC, created_at DESC LIMIT 1",
                                  service, day);
}

}
