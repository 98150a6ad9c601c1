// A change that a provider wishes in a record of its own: nothing of it is public until the region approves.
#pragma once

#include "network/editing/edited_record.hpp"

#include <set>

namespace network {

struct Proposal {
    Id<Proposal> id{};
    std::string kind{};    // service, new_service, provider, facility, premises
    Id<Provider> provider_id{};
    std::optional<Id<void>> record_id{};
    std::optional<std::string> title{};
    std::int64_t base_version{};
    std::string state = "proposed";    // proposed, approved, returned, withdrawn
    std::int64_t round = 1;
    std::optional<std::string> note{};
    std::optional<std::string> remark{};
    Id<User> proposed_by{};
    Instant proposed_at{};
    std::optional<Id<User>> decided_by{};    // nobody where all of it was trusted
    std::optional<Instant> decided_at{};
    Kept kept{};

    bool waits() const { return state == "proposed"; }
    bool open() const { return state == "proposed" || state == "returned"; }
    // What its sheet is made of: until a new service is made, the provider.
    Uuid about() const { return kind == "new_service" || !record_id ? provider_id.uuid : record_id->uuid; }

    static constexpr auto table = "proposals";
    static void each_field(auto& proposal, auto& visit) {
        visit("id", proposal.id), visit("kind", proposal.kind), visit("provider_id", proposal.provider_id);
        visit("record_id", proposal.record_id), visit("title", proposal.title);
        visit("base_version", proposal.base_version), visit("state", proposal.state), visit("round", proposal.round);
        visit("note", proposal.note), visit("remark", proposal.remark), visit("proposed_by", proposal.proposed_by);
        visit("proposed_at", proposal.proposed_at), visit("decided_by", proposal.decided_by);
        visit("decided_at", proposal.decided_at);
        Kept::each_field(proposal.kept, visit);
    }
};

struct ProposalField {
    Id<Proposal> proposal_id{};
    std::int64_t round{};
    std::string field{};
    std::optional<std::string> old_value{}, new_value{}, accepted_value{};
    std::string outcome = "waiting";

    static void each_field(auto& field, auto& visit) {
        visit("proposal_id", field.proposal_id), visit("round", field.round), visit("field", field.field);
        visit("old_value", field.old_value), visit("new_value", field.new_value);
        visit("accepted_value", field.accepted_value), visit("outcome", field.outcome);
    }
};

std::optional<Proposal> find_proposal(db::Session&, Id<Proposal>);
std::vector<ProposalField> fields_of(db::Session&, const Proposal&);    // of its last round
// Of the provider, about the record, newest first.
std::vector<Proposal> open_proposals(db::Session&, const std::string& kind, const Uuid& record);

// Fields in which the region trusts its providers, as KIND:FIELD.  doba of a place stands for its hours of each
// service.
using TrustedFields = std::set<std::string>;
TrustedFields trusted_fields(db::Session&);
bool trusted(const TrustedFields&, const std::string& kind, const std::string& field);
bool keep_trusted_fields(const Author&, const TrustedFields&);    // true if anything differed

// All expect a sheet without problems that differs, and what is proposed of it only.  What is trusted is saved at once.
// The author is the person of the provider.
Id<Proposal> propose(const Author&, const EditedRecord&, const Sheet&, const std::string& note);
// Another round of one that waits or was returned.  Throws Conflict if it was decided meanwhile.
void propose_again(const Author&, const Proposal&, const EditedRecord&, const Sheet&, const std::string& note);
void withdraw(const Author&, const Proposal&);

// The region's answer.  The author is who decides; what is saved names both of them as its source.
void give_back(const Author&, const Proposal&, const std::string& remark);
// Sheet: the fields that are approved, as they are to be.  All others are refused.
void approve(const Author&, const Proposal&, const EditedRecord&, const Sheet&, const std::string& remark);

}
