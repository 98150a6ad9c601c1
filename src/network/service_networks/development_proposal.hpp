// A service or a capacity that is not there yet: who proposes it for which network, why, and what was decided.
#pragma once

#include "network/service_networks/service_network.hpp"

namespace network {

struct DevelopmentProposal {
    Id<DevelopmentProposal> id{};
    Id<ServiceNetwork> network_id{};
    std::optional<Id<Service>> service_id{};    // the service that should grow; nothing: a new one
    std::optional<Id<Provider>> provider_id{};
    std::optional<std::string> provider_name{};    // where we do not keep the provider
    std::string type_code{};
    std::string name{};
    std::string territory{};     // orp:5104;area:jilemnicko
    std::string capacities{};    // parse_capacities reads them
    std::string reason{};
    std::string state = "proposed";    // proposed, accepted, rejected
    std::optional<std::string> decision_reason{};
    std::optional<Date> decided_on{};
    Kept kept{};

    static constexpr auto table = "development_proposals";
    static constexpr auto content = "network";
    static void each_field(auto& proposal, auto& visit) {
        visit("id", proposal.id), visit("network_id", proposal.network_id), visit("service_id", proposal.service_id);
        visit("provider_id", proposal.provider_id), visit("provider_name", proposal.provider_name);
        visit("type_code", proposal.type_code), visit("name", proposal.name), visit("territory", proposal.territory);
        visit("capacities", proposal.capacities), visit("reason", proposal.reason), visit("state", proposal.state);
        visit("decision_reason", proposal.decision_reason), visit("decided_on", proposal.decided_on);
        Kept::each_field(proposal.kept, visit);
    }
};

inline constexpr const char* proposal_states[] = {"proposed", "accepted", "rejected"};

std::vector<DevelopmentProposal> proposals_of(db::Session&, Id<ServiceNetwork>);    // the oldest first
std::optional<DevelopmentProposal> find_proposal(db::Session&, Id<DevelopmentProposal>);

// What a municipality says of the need of a service or of a proposal (§ 94 f).
struct MunicipalStatement {
    Id<MunicipalStatement> id{};
    Id<ServiceNetwork> network_id{};
    std::string municipality_code{};
    std::optional<Id<Service>> service_id{};
    std::optional<Id<DevelopmentProposal>> proposal_id{};
    std::string verdict = "yes";    // yes, no, conditions
    std::optional<std::string> conditions{};
    std::string capacities{};    // the capacity that it needs
    Date given_on{};
    std::optional<std::string> document_number{};
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "municipal_statements";
    static constexpr auto content = "network";
    static void each_field(auto& statement, auto& visit) {
        visit("id", statement.id), visit("network_id", statement.network_id);
        visit("municipality_code", statement.municipality_code), visit("service_id", statement.service_id);
        visit("proposal_id", statement.proposal_id), visit("verdict", statement.verdict);
        visit("conditions", statement.conditions), visit("capacities", statement.capacities);
        visit("given_on", statement.given_on), visit("document_number", statement.document_number);
        visit("note", statement.note);
        Kept::each_field(statement.kept, visit);
    }
};

inline constexpr const char* statement_verdicts[] = {"yes", "no", "conditions"};

std::vector<MunicipalStatement> statements_of(db::Session&, Id<ServiceNetwork>);    // the newest first
std::optional<MunicipalStatement> find_statement(db::Session&, Id<MunicipalStatement>);

// What services of a type usually need or cost, with the year and who says so.
struct ReferenceValue {
    Id<ReferenceValue> id{};
    std::string type_code{};
    std::string measure{};    // náklady na úvazek v přímé péči
    std::string unit{};
    std::int64_t hundredths{};
    std::int64_t year{};
    std::string source{};
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "reference_values";
    static constexpr auto content = "network";
    static void each_field(auto& value, auto& visit) {
        visit("id", value.id), visit("type_code", value.type_code), visit("measure", value.measure);
        visit("unit", value.unit), visit("hundredths", value.hundredths), visit("year", value.year);
        visit("source", value.source), visit("note", value.note);
        Kept::each_field(value.kept, visit);
    }
};

std::vector<ReferenceValue> list_reference_values(db::Session&);    // the newest year first
std::optional<ReferenceValue> find_reference_value(db::Session&, Id<ReferenceValue>);

}
