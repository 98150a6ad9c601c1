// Reads the network whole, or one service with everything around it.
#include "network/network_contents.hpp"

namespace network {

NetworkContents read_network(db::Session& db, Date day) {
    NetworkContents all;
    all.version = history::content_version(db, "network");
    all.day = day;
    all.code_lists = CodeLists::read(db, day);
    all.territory = Territory::read(db, day);
    all.providers = list_providers(db);
    all.services = list_services(db);
    all.forms = db.all<ServiceForm>("SELECT * FROM service_forms WHERE valid_from <= $1"
                                    " AND (valid_to IS NULL OR valid_to > $1) ORDER BY service_id, form_code",
                                    day);
    all.capacities = db.all<RegisteredCapacity>(
        "SELECT * FROM registered_capacities WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
        " AND replaced_at IS NULL ORDER BY service_id, form_code, unit_code",
        day);
    all.agreed_capacities = db.all<AgreedCapacity>(
        "SELECT * FROM agreed_capacities WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
        " AND replaced_at IS NULL ORDER BY service_id, kind, form_code, unit_code",
        day);
    all.free_places = free_places_of_all(db, day);
    all.availabilities = availabilities_of_all(db, day);
    all.target_groups = db.all<ServiceTargetGroup>(
        "SELECT * FROM service_target_groups WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
        " ORDER BY service_id, group_code",
        day);
    all.age_bands = db.all<ServiceAgeBand>("SELECT * FROM service_age_bands WHERE valid_from <= $1"
                                           " AND (valid_to IS NULL OR valid_to > $1) ORDER BY service_id, band_code",
                                           day);
    all.facilities = db.all<Facility>("SELECT * FROM facilities WHERE valid_from <= $1"
                                      " AND (valid_to IS NULL OR valid_to > $1) ORDER BY name_sort, id",
                                      day);
    all.service_facilities = db.all<ServiceFacility>(
        "SELECT * FROM service_facilities WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
        " ORDER BY service_id, id",
        day);
    all.opening_times = db.all<OpeningTime>("SELECT * FROM opening_times WHERE valid_from <= $1"
                                            " AND (valid_to IS NULL OR valid_to > $1) ORDER BY service_id, id",
                                            day);
    all.coverages = db.all<Coverage>("SELECT * FROM coverages WHERE valid_from <= $1"
                                     " AND (valid_to IS NULL OR valid_to > $1) ORDER BY service_id, id",
                                     day);
    all.texts = db.all<ServiceText>("SELECT * FROM service_texts ORDER BY service_id, language");
    all.contacts = db.all<Contact>("SELECT * FROM contacts ORDER BY owner_id, position, id");
    all.related_services = db.all<RelatedService>("SELECT * FROM related_services WHERE valid_from <= $1"
                                                  " AND (valid_to IS NULL OR valid_to > $1) ORDER BY name_sort, slug",
                                                  day);
    return all;
}

namespace {

template <class Record>
std::vector<Record> holding_on(Date day, std::vector<Record> records) {
    std::erase_if(records, [&](const Record& record) { return !record.validity.holds_on(day); });
    return records;
}

}

std::optional<ServiceDetail> read_service(db::Session& db, Id<Service> id, Date day, Instant known_at) {
    auto service = find_service(db, id);
    if (!service) return {};
    ServiceDetail detail;
    detail.service = *service;
    detail.provider = *find_provider(db, service->provider_id);
    detail.forms = holding_on(day, forms_of(db, id));
    detail.capacities = capacities_of(db, id, day, known_at);
    detail.agreed_capacities = agreed_capacities_of(db, id, day, known_at);
    detail.free_places = free_places_of(db, id, day);
    detail.availability = availability_of(db, id, day);
    detail.pace = ReportPaces::read(db, CodeLists::read(db, day), day).of(id);
    detail.refusals = refusals_of(db, id);
    detail.target_groups = holding_on(day, target_groups_of(db, id));
    detail.age_bands = holding_on(day, age_bands_of(db, id));
    detail.facilities = facilities_of(db, id, day);
    detail.opening_times = holding_on(day, opening_times_of(db, id));
    detail.coverages = holding_on(day, coverages_of(db, id));
    detail.steps = steps_of(db, id);
    detail.texts = texts_of(db, id);
    detail.contacts = contacts_for_service(db, id.uuid, service->provider_id.uuid);
    detail.premises = premises_of(db, id, day);
    for (auto& premises : detail.premises)
        for (auto& room : rooms_of(db, premises.id)) detail.rooms.push_back(std::move(room));
    detail.contracts = financing_contracts_of(db, id);
    detail.client_counts = client_counts_of(db, id);
    for (auto& state : capacity_states_of(db, service->provider_id))
        if (state.holds_on(day) && (!state.service_id || *state.service_id == id))
            detail.capacity_states.push_back(std::move(state));
    return detail;
}

}
