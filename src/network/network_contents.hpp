// Everything public of the network, read in one go: what a catalogue in memory is made from.
#pragma once

#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/facilities/premises.hpp"
#include "network/providers/contact.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/agreed_capacity.hpp"
#include "network/services/availability.hpp"
#include "network/services/capacity_state.hpp"
#include "network/services/client_count.hpp"
#include "network/services/financing_contract.hpp"
#include "network/services/refusal_count.hpp"
#include "network/services/registered_capacity.hpp"
#include "network/services/related_service.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_step.hpp"
#include "network/services/service_target_group.hpp"
#include "network/services/service_text.hpp"

namespace network {

// Rows as they hold on the day and as known now, each list ordered by the service they belong to.
struct NetworkContents {
    std::int64_t version{};    // content version "network" that this was read at
    Date day{};
    CodeLists code_lists;
    Territory territory;
    std::vector<Provider> providers;    // by name
    std::vector<Service> services;      // by name, ended ones too
    std::vector<ServiceForm> forms;
    std::vector<RegisteredCapacity> capacities;
    std::vector<AgreedCapacity> agreed_capacities;
    std::vector<FreePlaces> free_places;         // the newest report of each form and unit
    std::vector<Availability> availabilities;    // the newest of each service
    std::vector<ServiceTargetGroup> target_groups;
    std::vector<ServiceAgeBand> age_bands;
    std::vector<Facility> facilities;
    std::vector<ServiceFacility> service_facilities;
    std::vector<OpeningTime> opening_times;
    std::vector<Coverage> coverages;
    std::vector<ServiceText> texts;
    std::vector<Contact> contacts;    // by owner
    std::vector<RelatedService> related_services;
};

NetworkContents read_network(db::Session&, Date day);

// One service with all that its page shows.
struct ServiceDetail {
    Service service;
    Provider provider;
    std::vector<ServiceForm> forms;
    std::vector<RegisteredCapacity> capacities;
    std::vector<AgreedCapacity> agreed_capacities;
    std::vector<FreePlaces> free_places;
    std::optional<Availability> availability;
    std::vector<ServiceTargetGroup> target_groups;
    std::vector<ServiceAgeBand> age_bands;
    std::vector<Facility> facilities;
    std::vector<OpeningTime> opening_times;
    std::vector<Coverage> coverages;
    std::vector<ServiceStep> steps;
    std::vector<ServiceText> texts;
    std::vector<Contact> contacts;
    std::vector<Premises> premises;
    std::vector<Room> rooms;    // of all premises
    std::vector<FinancingContract> contracts;
    std::vector<ClientCount> client_counts;
    std::vector<CapacityState> capacity_states;    // that hold on the day
    std::vector<RefusalPeriod> refusals;           // newest first
    ReportPace pace;                               // of its reports of places
};

std::optional<ServiceDetail> read_service(db::Session&, Id<Service>, Date day, Instant known_at);

}
