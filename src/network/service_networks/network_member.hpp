// A service in a network: how it is listed, on which conditions, since when and why, and what it is entrusted with.
#pragma once

#include "network/service_networks/service_network.hpp"

namespace network {

struct Membership;    // all versions of one membership, as addresses name it

struct NetworkMember {
    Id<NetworkMember> id{};
    Id<Membership> membership_id{};
    Id<ServiceNetwork> network_id{};
    Id<Service> service_id{};
    std::optional<std::string> mark_code{};    // code list network_marks
    std::string capacities{};                  // parse_capacities reads them
    std::optional<std::string> conditions{};
    std::optional<Date> conditions_until{};    // the last day for it
    std::optional<Date> conditions_met_on{};
    std::optional<std::string> entered_reason{};
    std::optional<std::string> left_reason{};
    std::optional<std::string> resolution{};
    std::optional<std::string> entrustment_number{};
    std::optional<Date> entrustment_from{};
    std::optional<Date> entrustment_to{};    // the first day on which it no longer holds
    std::optional<std::string> entrustment_body{};
    std::optional<std::string> entrustment_resolution{};
    std::optional<Date> entrustment_resolved_on{};
    std::optional<std::string> note{};
    Validity validity{};
    Recorded recorded{};
    Kept kept{};

    bool conditions_open() const { return conditions && !conditions_met_on; }
    bool conditions_late(Date day) const { return conditions_open() && conditions_until && *conditions_until < day; }
    bool entrusted_on(Date day) const {
        return entrustment_number && (!entrustment_from || *entrustment_from <= day) &&
               (!entrustment_to || day < *entrustment_to);
    }

    static constexpr auto table = "network_members";
    static constexpr auto content = "network";
    static void each_field(auto& member, auto& visit) {
        visit("id", member.id), visit("membership_id", member.membership_id), visit("network_id", member.network_id);
        visit("service_id", member.service_id), visit("mark_code", member.mark_code);
        visit("capacities", member.capacities), visit("conditions", member.conditions);
        visit("conditions_until", member.conditions_until), visit("conditions_met_on", member.conditions_met_on);
        visit("entered_reason", member.entered_reason), visit("left_reason", member.left_reason);
        visit("resolution", member.resolution), visit("entrustment_number", member.entrustment_number);
        visit("entrustment_from", member.entrustment_from), visit("entrustment_to", member.entrustment_to);
        visit("entrustment_body", member.entrustment_body);
        visit("entrustment_resolution", member.entrustment_resolution);
        visit("entrustment_resolved_on", member.entrustment_resolved_on), visit("note", member.note);
        Validity::each_field(member.validity, visit), Recorded::each_field(member.recorded, visit);
        Kept::each_field(member.kept, visit);
    }
};

// A member with what lists say of its service.
struct ListedMember {
    NetworkMember member{};
    std::string service_slug{}, service_name{}, type_code{}, provider_slug{}, provider_name{};
    std::optional<std::string> register_identifier{}, ico{};

    static void each_field(auto& listed, auto& visit) {
        NetworkMember::each_field(listed.member, visit);
        visit("service_slug", listed.service_slug), visit("service_name", listed.service_name);
        visit("type_code", listed.type_code), visit("provider_slug", listed.provider_slug);
        visit("provider_name", listed.provider_name), visit("register_identifier", listed.register_identifier);
        visit("ico", listed.ico);
    }
};

// As it holds on the day and as we knew it at the moment, by name of the service.
std::vector<ListedMember> members_of(db::Session&, Id<ServiceNetwork>, Date day, Instant known_at);
// Whoever was in it at any time, as we know it now.
std::vector<ListedMember> all_members_of(db::Session&, Id<ServiceNetwork>);
// Of one service in all networks, as we know it now, the newest first.
std::vector<NetworkMember> memberships_of(db::Session&, Id<Service>);
std::optional<NetworkMember> find_member(db::Session&, Id<Membership>);    // as we know it now
std::vector<NetworkMember> versions_of(db::Session&, Id<Membership>);      // newest first
std::int64_t count_members(db::Session&, Id<ServiceNetwork>, Date day);

// Nothing where the service is in it already at some time of the interval.
std::optional<Id<Membership>> enter(const Author&, NetworkMember);
// We know better: the former version stays readable.  False if nothing differs; throws Conflict if somebody was faster.
bool change_member(const Author&, const NetworkMember& before, NetworkMember after);
// From the day on it is no longer in the network.  Before the membership began that means that it never will be.
bool leave_network(const Author&, const NetworkMember&, Date day, std::optional<std::string> reason,
                   std::optional<std::string> resolution);
// It is not in it at all: taken out before it began, or somebody's slip.  What was said stays readable.
void withdraw_member(const Author&, const NetworkMember&, std::optional<std::string> reason,
                     std::optional<std::string> resolution);
// The last that was said of those who were taken out and are in the network at no time, newest first.
std::vector<NetworkMember> taken_out_of(db::Session&, Id<ServiceNetwork>);
// As this version said it; a withdrawn one comes back.  False where it stands so already, or where meanwhile another
// membership of the service takes the time.
bool put_back(const Author&, const NetworkMember& version);

// Takes over those who are in `from` to its end and whose service goes on; who is there already stays.
struct Copied {
    std::int64_t members = 0, left_out = 0;
};
Copied copy_members(const Author&, const ServiceNetwork& from, const ServiceNetwork& to);

// Where a service is listed on a day, for its public page.
struct NetworkOfService {
    ServiceNetwork network{};
    NetworkMember member{};
    Date since{};    // of networks of this kind and owner, without a gap
};
std::vector<NetworkOfService> networks_of_service(db::Session&, Id<Service>, Date day);

}
