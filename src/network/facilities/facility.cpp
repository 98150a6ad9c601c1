// Keeps places, hides secret ones, and tells which are near.
#include "network/facilities/facility.hpp"

#include "platform/drafts/draft.hpp"

#include <algorithm>
#include <tuple>

namespace network {

Id<Facility> add_facility(const Author& author, Facility& facility) {
    if (facility.secret) {
        facility.street.reset(), facility.postal_code.reset(), facility.address_code.reset();
        facility.latitude.reset(), facility.longitude.reset(), facility.directions.reset();
    }
    return add(author, facility);
}

void forget_place(Facility& facility) {
    facility.street.reset(), facility.postal_code.reset(), facility.address_code.reset(), facility.directions.reset();
    facility.municipality_code.reset(), facility.municipality_name.reset();
    facility.latitude.reset(), facility.longitude.reset();
    facility.approximate = false;
}

void forget_wishes_for_place(db::Session& work, Id<Facility> facility, bool name_too) {
    work.run("UPDATE proposal_fields SET old_value = NULL, new_value = NULL, accepted_value = NULL,"
             " outcome = CASE WHEN outcome = 'waiting' THEN 'forgotten' ELSE outcome END"
             " WHERE ((field IN ('ulice', 'psc', 'obec', 'souradnice', 'priblizne', 'cesta')"
             " OR (field = 'nazev' AND $2 = $3)) AND proposal_id IN"
             " (SELECT id FROM proposals WHERE kind = 'facility' AND record_id = $1))"
             " OR (field = 'obec' AND proposal_id IN (SELECT proposals.id FROM proposals"
             " JOIN premises ON premises.id = record_id WHERE kind = 'premises' AND facility_id = $1))",
             facility, name_too, true);
}

namespace {

// What somebody typed about the place and has not saved.
void forget_drafts(db::Session& work, Id<Facility> facility) {
    auto id = to_text(facility);
    std::vector<std::string> forms{"/sprava/zarizeni/" + id, "/zarizeni/" + id + "/navrh"};
    auto premises = work.all<Id<void>>("SELECT id FROM premises WHERE facility_id = $1", facility);
    for (auto& one : premises) {
        forms.push_back("/sprava/prostory/" + to_text(one));
        forms.push_back("/prostory/" + to_text(one) + "/navrh");
    }
    auto proposals = work.all<Id<void>>("SELECT id FROM proposals WHERE record_id = $1 OR record_id IN"
                                        " (SELECT id FROM premises WHERE facility_id = $1)",
                                        facility);
    for (auto& one : proposals) forms.push_back("/navrhy/" + to_text(one) + "/upravit");
    for (auto& form : forms) drafts::drop_all(work, form);
}

}

namespace {

// That a field was changed, when and by whom stays; what it held does not.
void forget_history(const Author& author, Id<Facility> facility) {
    author.work.run(
        "UPDATE field_changes SET old_value = NULL, new_value = NULL WHERE field IN ('name', 'street', 'postal_code',"
        " 'municipality_code', 'municipality_name', 'address_code', 'latitude', 'longitude', 'approximate', "
        "'directions')"
        " AND change_id IN (SELECT id FROM changes WHERE record_id = $1)",
        facility);
}

}

bool change(const Author& author, const Facility& before, Facility after) {
    inside::sort_by_name(after);
    if (!history::keep_change(author, before, after)) return false;
    if (!after.secret) return true;
    forget_history(author, after.id);
    forget_wishes_for_place(author.work, after.id, !before.secret);
    forget_drafts(author.work, after.id);
    if (!before.secret) history::note(author, Facility::table, after.id.uuid, "changed", {{"place_history", {}, {}}});
    return true;
}

std::optional<Facility> find_facility(db::Session& db, Id<Facility> id) {
    return db.maybe<Facility>("SELECT * FROM facilities WHERE id = $1", id);
}

std::vector<Service> services_at(db::Session& db, Id<Facility> facility) {
    return db.all<Service>(
        "SELECT * FROM services WHERE id IN (SELECT service_id FROM service_facilities WHERE facility_id = $1)"
        " ORDER BY name_sort, slug",
        facility);
}

std::vector<ServiceFacility> links_of(db::Session& db, Id<Service> service) {
    return db.all<ServiceFacility>("SELECT * FROM service_facilities WHERE service_id = $1 ORDER BY valid_from, id",
                                   service);
}

std::vector<Facility> facilities_of(db::Session& db, Id<Service> service, Date day) {
    return db.all<Facility>("SELECT * FROM facilities WHERE valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                            " AND id IN (SELECT facility_id FROM service_facilities WHERE service_id = $1"
                            " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)) ORDER BY name_sort, id",
                            service, day);
}

std::vector<Facility> facilities_of_provider(db::Session& db, Id<Provider> provider) {
    return db.all<Facility>("SELECT * FROM facilities WHERE provider_id = $1 ORDER BY name_sort, id", provider);
}

std::string town_name(const Facility& facility, const Territory& territory) {
    if (facility.municipality_name) return *facility.municipality_name;
    return facility.municipality_code ? territory.name("municipality", *facility.municipality_code) : "";
}

std::string street_and_town(const Facility& facility, const Territory& territory) {
    if (facility.secret) return {};
    auto town = town_name(facility, territory);
    return facility.street ? *facility.street + (town.empty() ? "" : ", " + town) : town;
}

std::optional<Point> place_of(const Facility& facility, const Territory& territory) {
    if (facility.secret) return {};
    if (facility.latitude && facility.longitude) return Point{*facility.latitude, *facility.longitude};
    auto town = facility.municipality_code ? territory.municipality(*facility.municipality_code) : nullptr;
    if (!town || !town->latitude || !town->longitude) return {};
    return Point{*town->latitude, *town->longitude};
}

std::vector<FacilityDistance> by_distance(const std::vector<Facility>& facilities, const Territory& territory,
                                          Point from) {
    std::vector<FacilityDistance> near;
    for (auto& facility : facilities)
        if (auto place = place_of(facility, territory)) near.push_back({&facility, distance_km(from, *place)});
    std::ranges::sort(near, {},
                      [](const FacilityDistance& place) { return std::tie(place.km, place.facility->name_sort); });
    return near;
}

}
