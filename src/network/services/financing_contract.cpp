// Keeps contracts once and puts services under them.
#include "network/services/financing_contract.hpp"

namespace network {

std::vector<std::string> FinancingContract::warnings() const {
    std::vector<std::string> found;
    if (!starts_on) found.push_back("financing_contract.starts_on.missing");
    if (term == "definite" && !ends_on) found.push_back("financing_contract.ends_on.missing");
    if (term == "indefinite" && ends_on) found.push_back("financing_contract.ends_on.unexpected");
    if (starts_on && ends_on && *ends_on <= *starts_on) found.push_back("financing_contract.ends_before_start");
    return found;
}

std::optional<FinancingContract> find_financing_contract(db::Session& db, const std::string& number) {
    return db.maybe<FinancingContract>("SELECT * FROM financing_contracts WHERE number = $1", number);
}

std::optional<FinancingContract> find_financing_contract(db::Session& db, Id<FinancingContract> id) {
    return db.maybe<FinancingContract>("SELECT * FROM financing_contracts WHERE id = $1", id);
}

std::vector<FinancingContract> financing_contracts_of(db::Session& db, Id<Service> service) {
    return db.all<FinancingContract>("SELECT * FROM financing_contracts WHERE id IN"
                                     " (SELECT contract_id FROM financing_contract_services WHERE service_id = $1)"
                                     " ORDER BY number",
                                     service);
}

std::vector<Service> services_of_contract(db::Session& db, Id<FinancingContract> contract) {
    return db.all<Service>("SELECT * FROM services WHERE id IN"
                           " (SELECT service_id FROM financing_contract_services WHERE contract_id = $1)"
                           " ORDER BY name_sort, slug",
                           contract);
}

Id<FinancingContract> put_under_contract(const Author& author, FinancingContract contract, Id<Service> service) {
    auto known = find_financing_contract(author.work, contract.number);
    auto id = known ? known->id : add(author, contract);
    auto there = author.work.one<std::int64_t>(
        "SELECT count(*) FROM financing_contract_services WHERE contract_id = $1 AND service_id = $2", id, service);
    if (!there) add(author, FinancingContractService{{}, id, service, {}});
    return id;
}

bool take_from_contract(const Author& author, Id<FinancingContract> contract, const Service& service) {
    if (author.work.run("DELETE FROM financing_contract_services WHERE contract_id = $1 AND service_id = $2", contract,
                        service.id) != 1)
        return false;
    history::note(author, FinancingContract::table, contract.uuid, "changed", {{"contract_service", service.name, {}}});
    history::count_up(author.work, FinancingContractService::content);
    return true;
}
}
