// Merges facilities.  The register gives them no number: they are told by name, address and days.
#include "network/facilities/premises.hpp"
#include "network/register/register_merging.hpp"

namespace network {

namespace {

// A place as the register describes it.  Of a secret one nothing is kept that could lead there, not even its name.
Facility described(const Merging& merging, const RegisterFacility& said) {
    Facility place;
    place.provider_id = merging.service.provider_id;
    place.secret = said.secret || !said.address;
    auto from = said.from.value_or(merging.after.valid_from.value_or(beginning));
    place.validity = {said.to && *said.to <= from ? beginning : from, said.to};
    place.name = place.secret || said.name.empty() ? merging.service.name : said.name;
    if (place.secret) return place;
    auto& at = *said.address;
    place.street = street_of(said.address), place.postal_code = some(at.postal_code);
    place.municipality_code = some(at.municipality_code);
    if (at.ruian_code) place.address_code = std::to_string(*at.ruian_code);
    // An address is never looked up: the point is that of the municipality, if we hold it.
    if (auto town = merging.ground.territory.municipality(at.municipality_code))
        place.municipality_name = town->name, place.latitude = town->latitude, place.longitude = town->longitude,
        place.approximate = town->latitude.has_value();
    return place;
}

bool alike(const Facility& a, const Facility& b) {
    if (a.secret || b.secret) return a.secret && b.secret;
    return a.name == b.name && a.address_code == b.address_code && a.municipality_code == b.municipality_code &&
           a.street == b.street;
}

// The same place under another name, or the same name at another address.
bool akin(const Facility& a, const Facility& b) {
    if (a.secret || b.secret) return false;
    return a.name == b.name || (a.address_code && a.address_code == b.address_code) ||
           (a.street && a.street == b.street && a.municipality_code == b.municipality_code);
}

std::vector<RegisterFacility> provided(const Merging& merging, const RegisterService& said) {
    auto places = said.facilities;
    std::erase_if(places, [&](auto& place) { return place.to && *place.to <= merging.ground.day; });
    return places;
}

struct Places {
    Merging& merging;
    std::vector<Facility> here{};    // of this service
    std::vector<ServiceFacility> links{};

    void read() {
        if (merging.fresh) return;
        links = merging.holding(merging.db.all<ServiceFacility>(
            "SELECT * FROM service_facilities WHERE service_id = $1", merging.service.id));
        here =
            merging.db.all<Facility>("SELECT * FROM facilities WHERE id IN (SELECT facility_id FROM service_facilities"
                                     " WHERE service_id = $1) ORDER BY id",
                                     merging.service.id);
        std::erase_if(here, [&](auto& place) {
            return std::ranges::find(links, place.id, &ServiceFacility::facility_id) == links.end();
        });
    }

    std::vector<Facility>::iterator find(const Facility& like) {
        auto same = std::ranges::find_if(here, [&](auto& place) { return alike(place, like); });
        return same != here.end() ? same : std::ranges::find_if(here, [&](auto& place) { return akin(place, like); });
    }

    // Places of the provider that other services use too are one place.
    std::vector<Facility>& of_provider() {
        auto provider = merging.service.provider_id;
        auto [known, fresh] = merging.records.known_places.try_emplace(provider.uuid);
        if (fresh) known->second = merging.holding(facilities_of_provider(merging.db, provider));
        return known->second;
    }

    void add(const RegisterFacility& said) {
        if (!merging.writes()) return;
        auto place = described(merging, said);
        auto& known = of_provider();
        auto same = std::ranges::find_if(known, [&](auto& other) {
            return !place.secret && alike(other, place) && other.validity.valid_from == place.validity.valid_from &&
                   other.validity.valid_to == place.validity.valid_to;
        });
        if (same != known.end()) {
            place.id = same->id;
        } else {
            merging.gather(merging.records.facilities, place);
            place.id = merging.records.facilities.back().id;
            known.push_back(merging.records.facilities.back());
        }
        merging.gather(merging.records.links, ServiceFacility{{}, merging.service.id, place.id, place.validity, {}});
    }

    void finish(const Facility& place) {
        auto link = std::ranges::find(links, place.id, &ServiceFacility::facility_id);
        if (link == links.end()) return;
        merging.finish(*link);
        auto others =
            merging.db.one<std::int64_t>("SELECT count(*) FROM service_facilities WHERE facility_id = $1 AND id <> $2"
                                         " AND (valid_to IS NULL OR valid_to > $3)",
                                         place.id, link->id, merging.ground.day);
        if (others == 0) merging.finish(place);
    }

    // The same place, of which the register now says something else.
    void follow(const Facility& ours, const RegisterFacility& before, const RegisterFacility& after) {
        auto said = described(merging, before), says = described(merging, after), better = ours;
        if (says.secret) {
            // Whatever stood here: an address that became secret goes at once.
            better = says;
            better.id = ours.id, better.kept = ours.kept, better.validity = ours.validity;
            better.accessibility = ours.accessibility, better.total_beds = ours.total_beds;
        } else {
            better.secret = false;
            merging.settle("facility", after.name, said.name, says.name, better.name);
            merging.settle("facility", after.name, said.street, says.street, better.street);
            merging.settle("facility", after.name, said.postal_code, says.postal_code, better.postal_code);
            merging.settle("facility", after.name, said.address_code, says.address_code, better.address_code);
            merging.settle("facility", after.name, said.municipality_code, says.municipality_code,
                           better.municipality_code);
            merging.settle("facility", after.name, said.validity.valid_to, says.validity.valid_to,
                           better.validity.valid_to);
            if (better.municipality_code != ours.municipality_code)
                better.municipality_name = says.municipality_name, better.latitude = says.latitude,
                better.longitude = says.longitude, better.approximate = says.approximate;
        }
        if (!merging.writes()) return;
        change(*merging.author, ours, better);
        if (better.secret) forget_towns_of_premises(*merging.author, ours.id);
    }
};

}

void merge_facilities(Merging& merging) {
    auto says = provided(merging, merging.after);
    auto said = merging.first ? std::vector<RegisterFacility>{} : provided(merging, merging.before);
    auto fields = [](const RegisterFacility& place) {
        return std::tie(place.name, place.from, place.to, place.secret, place.address);
    };
    for (auto& same : std::vector{says}) {
        auto known = std::ranges::find_if(said, [&](auto& place) { return fields(place) == fields(same); });
        if (known == said.end()) continue;
        said.erase(known);
        says.erase(std::ranges::find_if(says, [&](auto& place) { return fields(place) == fields(same); }));
    }
    if (said.empty() && says.empty()) return;
    Places places{merging};
    places.read();
    // The register knows nothing of a place that only the staff keep secret: a new name and address may be that place.
    bool hidden_by_us = std::ranges::any_of(places.here, &Facility::secret) &&
                        std::ranges::none_of(merging.before.facilities, &RegisterFacility::secret);
    for (auto& come : says) {
        auto like = described(merging, come);
        auto former = std::ranges::find_if(said, [&](auto& place) {
            auto was = described(merging, place);
            return akin(was, like) || alike(was, like) || (place.name == come.name && !place.name.empty());
        });
        if (former != said.end()) {
            auto ours = places.find(described(merging, *former));
            if (ours != places.here.end()) places.follow(*ours, *former, come);
            else if (!come.secret) merging.hold("facility", come.name, former->name, come.name, "—");
            said.erase(former);
            continue;
        }
        auto ours = places.find(like);
        if (ours != places.here.end()) continue;    // ours, perhaps with more than the register knows
        auto settled = hidden_by_us || (merging.first && !merging.fresh && !places.here.empty());
        if (settled && !merging.force) merging.hold("facility", come.name, "", come.name, places.here.front().name);
        else places.add(come);
    }
    for (auto& gone : said)
        if (auto ours = places.find(described(merging, gone)); ours != places.here.end()) places.finish(*ours);
}

}
