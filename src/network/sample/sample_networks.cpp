// Loads networks of services: base networks of three years, invented; the development network that a document names.
#include "network/sample/sample_region.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/network_member.hpp"
#include "platform/base/number.hpp"
#include "platform/time/period.hpp"

namespace network {

void SampleRegion::load_networks() {
    std::map<std::string, ServiceNetwork> networks;
    for (auto& row : sample_table("service_networks")) {
        ServiceNetwork network;
        network.kind_code = row.needed("kind"), network.name = row.needed("name");
        auto years = parse_period(row.needed("year")).value();
        network.validity = {years.from, years.until};
        network.approved_on = row.date("approved_on"), network.resolution = row.text("resolution");
        network.resolution_body = row.text("resolution_body"), network.published = row.yes("published");
        network.note = row.text("note");
        add_network(said_by(row), network);
        networks.emplace(row.needed("key"), network);
    }
    for (auto& row : sample_table("network_members")) {
        auto& network = networks.at(row.needed("network"));
        NetworkMember member;
        member.network_id = network.id, member.service_id = service(row.needed("service")).id;
        member.validity = {row.date("valid_from").value_or(network.validity.valid_from),
                           row.text("valid_to") ? row.day_after("valid_to") : network.validity.valid_to};
        member.mark_code = row.text("mark"), member.capacities = row.text("capacities").value_or("");
        member.conditions = row.text("conditions"), member.conditions_until = row.date("conditions_until");
        member.conditions_met_on = row.date("conditions_met_on");
        member.entered_reason = row.text("entered_reason"), member.left_reason = row.text("left_reason");
        member.resolution = row.text("resolution");
        member.entrustment_number = row.text("entrustment_number");
        member.entrustment_from = row.date("entrustment_from");
        member.entrustment_to = row.day_after("entrustment_to");
        member.entrustment_body = row.text("entrustment_body");
        member.entrustment_resolution = row.text("entrustment_resolution");
        member.entrustment_resolved_on = row.date("entrustment_resolved_on");
        enter(author, member);
    }
    std::map<std::string, Id<DevelopmentProposal>> proposals;
    for (auto& row : sample_table("development_proposals")) {
        DevelopmentProposal proposal;
        proposal.network_id = networks.at(row.needed("network")).id, proposal.name = row.needed("name");
        if (auto key = row.text("provider")) proposal.provider_id = providers_.at(*key);
        proposal.provider_name = row.text("other"), proposal.type_code = row.needed("type");
        proposal.territory = row.text("territory").value_or(""), proposal.capacities = row.needed("capacities");
        proposal.reason = row.needed("reason"), proposal.state = row.needed("state");
        proposal.decision_reason = row.text("decision_reason"), proposal.decided_on = row.date("decided_on");
        proposals.emplace(proposal.name, add(author, proposal));
    }
    for (auto& row : sample_table("municipal_statements")) {
        MunicipalStatement statement;
        statement.network_id = networks.at(row.needed("network")).id;
        statement.municipality_code = row.needed("municipality");
        if (auto key = row.text("service")) statement.service_id = service(*key).id;
        if (auto name = row.text("proposal")) statement.proposal_id = proposals.at(*name);
        statement.verdict = row.needed("verdict"), statement.conditions = row.text("conditions");
        statement.capacities = row.text("capacities").value_or("");
        statement.given_on = row.date("given_on").value(), statement.document_number = row.text("document_number");
        add(author, statement);
    }
    for (auto& row : sample_table("reference_values")) {
        ReferenceValue value;
        value.type_code = row.needed("type"), value.measure = row.needed("measure"), value.unit = row.needed("unit");
        value.hundredths = parse_decimal(row.needed("value")).value().in_units_of(2);
        value.year = row.number("year").value(), value.source = row.needed("source");
        add(author, value);
    }
}

}
