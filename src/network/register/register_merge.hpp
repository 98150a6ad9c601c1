// Brings what the register says of a service together with what we hold of it.
//
// Three are compared: what the register said last, what it says now, and what stands here.  Where the register changed
// its mind and ours is still what it said before, ours follows.  Where a person's value stands, that value is kept and
// the difference waits for a person.  What the register does not know – our texts, coverage but for its further
// regions, steps, accessibility, marks of verification – is never touched.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/facilities/coverage.hpp"
#include "network/facilities/opening_time.hpp"
#include "network/providers/contact.hpp"
#include "network/register/register_fields.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/registered_capacity.hpp"
#include "network/services/service_form.hpp"
#include "network/services/service_target_group.hpp"

namespace network {

// A value of ours that the register would change; names are those of RegisterField.
struct HeldValue {
    std::string name, about, before, after, ours;
};

// Differences for people, each with our value where that stands in the way; a JSON list (shown_differences_from_json).
std::string shown_as_json(const std::vector<RegisterDifference>&, const std::vector<HeldValue>&);

struct MergeGround {
    const CodeLists& lists;
    const Territory& territory;
    Date day;
};

// New rows that wait to be sent together, and the places that providers of this batch have.
struct NewRecords {
    std::vector<Facility> facilities;
    std::vector<ServiceFacility> links;
    std::vector<ServiceForm> forms;
    std::vector<RegisteredCapacity> capacities;
    std::vector<ServiceTargetGroup> groups;
    std::vector<ServiceAgeBand> bands;
    std::vector<OpeningTime> times;
    std::vector<Coverage> coverages;
    std::vector<Contact> contacts;
    std::map<Uuid, std::vector<Facility>> known_places{};    // by provider

    void keep(const Author&);
};

struct MergeOutcome {
    std::optional<Id<Service>> service;    // nothing: it had ended long before we first saw it
    std::vector<HeldValue> held;
};

class RegisterMerge {
public:
    // Only looks: says what would be held.
    RegisterMerge(db::Session& db, const MergeGround& ground) : db_{db}, ground_{ground} {}
    RegisterMerge(const Author& author, const MergeGround& ground)
        : db_{author.work}, ground_{ground}, author_{&author} {}

    // Before is nothing when the register's words of it are new to us; ours, when we have no such service.  Forced,
    // what would be held is taken.  Keeps providers and services at once, the rest with keep().
    MergeOutcome merge(std::optional<Id<Service>> ours, const RegisterService* before, const RegisterService& after,
                       bool force);

    // The register no longer speaks of it: it ends, and its record stays.
    void vanish(Id<Service>, const std::string& reason);
    // It speaks of it again, as before the day when it went.
    void come_back(Id<Service>, Date gone);

    void keep() { records_.keep(*author_); }

private:
    db::Session& db_;
    const MergeGround& ground_;
    const Author* author_ = nullptr;
    NewRecords records_;
};

// A service that ended longer ago is no news to anybody.
inline constexpr auto long_ended = std::chrono::days{366};
inline bool ended_by(const RegisterService& said, Date day) { return said.valid_to && *said.valid_to <= day; }

// The service that these words of the register are about: by identifier, else by registration.
std::optional<Id<Service>> service_said(db::Session&, const RegisterService&);

}
