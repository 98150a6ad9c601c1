// The contract by which a region or municipality finances services: one number, however many services it covers.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct FinancingContract {
    Id<FinancingContract> id{};
    std::string number{};             // OLP/2668/2023
    std::string term = "definite";    // definite, indefinite
    std::optional<Date> starts_on{};
    std::optional<Date> ends_on{};
    std::optional<std::string> project_name{};
    std::optional<std::string> project_number{};
    bool published{};    // a public contract
    std::optional<std::string> note{};
    Kept kept{};

    // Texts about what is missing or does not fit; the contract is kept all the same.
    std::vector<std::string> warnings() const;

    static constexpr auto table = "financing_contracts";
    static constexpr auto content = "network";
    static void each_field(auto& contract, auto& visit) {
        visit("id", contract.id), visit("number", contract.number), visit("term", contract.term);
        visit("starts_on", contract.starts_on), visit("ends_on", contract.ends_on);
        visit("project_name", contract.project_name), visit("project_number", contract.project_number);
        visit("published", contract.published), visit("note", contract.note);
        Kept::each_field(contract.kept, visit);
    }
};

struct FinancingContractService {
    Id<FinancingContractService> id{};
    Id<FinancingContract> contract_id{};
    Id<Service> service_id{};
    Kept kept{};

    static constexpr auto table = "financing_contract_services";
    static constexpr auto content = "network";
    static void each_field(auto& link, auto& visit) {
        visit("id", link.id), visit("contract_id", link.contract_id), visit("service_id", link.service_id);
        Kept::each_field(link.kept, visit);
    }
};

std::optional<FinancingContract> find_financing_contract(db::Session&, const std::string& number);
std::optional<FinancingContract> find_financing_contract(db::Session&, Id<FinancingContract>);
std::vector<FinancingContract> financing_contracts_of(db::Session&, Id<Service>);
std::vector<Service> services_of_contract(db::Session&, Id<FinancingContract>);
// A contract with this number is found, not made again; a service is put under it once.
Id<FinancingContract> put_under_contract(const Author&, FinancingContract, Id<Service>);
// The service was put there by mistake: the line goes, and the contract's history says which service it was.  False if
// it is not there.
bool take_from_contract(const Author&, Id<FinancingContract>, const Service&);
}
