// Reads the newest report of free places and waiting, and keeps one more.
#include "network/services/availability.hpp"

namespace network {

std::vector<FreePlaces> free_places_of(db::Session& db, Id<Service> service, Date day) {
    return db.all<FreePlaces>(
        "SELECT * FROM free_places WHERE service_id = $1 AND (ends_on IS NULL OR ends_on > $2) AND as_of ="
        " (SELECT max(newest.as_of) FROM free_places newest WHERE newest.service_id = $1"
        " AND newest.form_code = free_places.form_code AND newest.unit_code = free_places.unit_code"
        " AND newest.as_of <= $2 AND (newest.ends_on IS NULL OR newest.ends_on > newest.as_of))"
        " ORDER BY form_code, unit_code",
        service, day);
}

std::vector<FreePlaces> free_places_of_all(db::Session& db, Date day) {
    return db.all<FreePlaces>(
        "SELECT * FROM free_places WHERE (ends_on IS NULL OR ends_on > $1) AND as_of ="
        " (SELECT max(newest.as_of) FROM free_places newest WHERE newest.service_id = free_places.service_id"
        " AND newest.form_code = free_places.form_code AND newest.unit_code = free_places.unit_code"
        " AND newest.as_of <= $1 AND (newest.ends_on IS NULL OR newest.ends_on > newest.as_of))"
        " ORDER BY service_id, form_code, unit_code",
        day);
}

std::optional<Availability> availability_of(db::Session& db, Id<Service> service, Date day) {
    return db.maybe<Availability>("SELECT * FROM availabilities WHERE service_id = $1 AND as_of <= $2"
                                  " ORDER BY as_of DESC, created_at DESC LIMIT 1",
                                  service, day);
}

std::vector<Availability> availabilities_of_all(db::Session& db, Date day) {
    return db.all<Availability>(
        "SELECT * FROM availabilities WHERE as_of = (SELECT max(newest.as_of) FROM availabilities newest"
        " WHERE newest.service_id = availabilities.service_id AND newest.as_of <= $1) ORDER BY service_id",
        day);
}

bool report_free_places(const Author& author, const FreePlaces& said) {
    auto known = author.work.all<FreePlaces>(
        "SELECT * FROM free_places WHERE service_id = $1 AND form_code = $2 AND unit_code = $3 AND as_of = $4"
        " ORDER BY id LIMIT 1",
        said.service_id, said.form_code, said.unit_code, said.as_of);
    if (known.empty()) return add(author, FreePlaces{said}), true;
    auto better = known.front();
    better.count = said.count, better.ends_on = said.ends_on;
    return change(author, known.front(), better);
}

bool report_availability(const Author& author, const Availability& said) {
    auto known = author.work.all<Availability>("SELECT * FROM availabilities WHERE service_id = $1 AND as_of = $2"
                                               " ORDER BY created_at DESC LIMIT 1",
                                               said.service_id, said.as_of);
    if (known.empty()) return add(author, Availability{said}), true;
    auto better = known.front();
    better.state = said.state, better.wording = said.wording;
    better.waiting_people = said.waiting_people, better.waiting_weeks = said.waiting_weeks;
    return change(author, known.front(), better);
}

PlaceState place_state(const std::vector<FreePlaces>& places, const Availability* said, ReportPace pace, Date day) {
    PlaceState shown;
    for (auto& free : places) {
        if (pace.of(free.as_of, day) == Reported::silent) continue;
        bool better = free.count > 0 && shown.state != "free";
        if (!better && (shown.state == "free") != (free.count > 0)) continue;
        shown.state = free.count > 0 ? "free" : "full";
        shown.as_of = better ? free.as_of : std::max(shown.as_of.value_or(free.as_of), free.as_of);
    }
    if (said && said->state != "unknown" && pace.of(said->as_of, day) != Reported::silent) {
        bool newer = !shown.as_of || said->as_of > *shown.as_of;
        if (newer || (shown.state == "full" && said->state == "waiting"))
            shown.state = said->state, shown.as_of = std::max(shown.as_of.value_or(said->as_of), said->as_of);
        shown.waiting_people = said->waiting_people;
    }
    shown.unconfirmed = shown.as_of && pace.of(*shown.as_of, day) == Reported::unconfirmed;
    return shown;
}

}
