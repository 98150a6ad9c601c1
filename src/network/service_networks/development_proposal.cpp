// Finds what was proposed, said and measured around a network.
#include "network/service_networks/development_proposal.hpp"

namespace network {

std::vector<DevelopmentProposal> proposals_of(db::Session& db, Id<ServiceNetwork> network) {
    return db.all<DevelopmentProposal>(
        "SELECT * FROM development_proposals WHERE network_id = $1 ORDER BY created_at, id", network);
}

std::optional<DevelopmentProposal> find_proposal(db::Session& db, Id<DevelopmentProposal> id) {
    return db.maybe<DevelopmentProposal>("SELECT * FROM development_proposals WHERE id = $1", id);
}

std::vector<MunicipalStatement> statements_of(db::Session& db, Id<ServiceNetwork> network) {
    return db.all<MunicipalStatement>(
        "SELECT * FROM municipal_statements WHERE network_id = $1 ORDER BY given_on DESC, id DESC", network);
}

std::optional<MunicipalStatement> find_statement(db::Session& db, Id<MunicipalStatement> id) {
    return db.maybe<MunicipalStatement>("SELECT * FROM municipal_statements WHERE id = $1", id);
}

std::vector<ReferenceValue> list_reference_values(db::Session& db) {
    return db.all<ReferenceValue>("SELECT * FROM reference_values ORDER BY year DESC, type_code, measure, id");
}

std::optional<ReferenceValue> find_reference_value(db::Session& db, Id<ReferenceValue> id) {
    return db.maybe<ReferenceValue>("SELECT * FROM reference_values WHERE id = $1", id);
}

}
