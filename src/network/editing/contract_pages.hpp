// Contracts that finance services, as the region's staff keep them: one number, however many services stand under it.
#pragma once

#include "network/editing/edit_pages.hpp"

namespace network {

struct ListedContract {
    FinancingContract contract;
    std::vector<Service> others;    // services that share it
    bool may_edit = false;
};

struct ContractNumberForm : http::Form {
    ContractNumberForm() = default;
    explicit ContractNumberForm(const http::Request&);
    std::string number = text("cislo");
};

struct ServiceContractsPage {
    const Service& service;
    std::vector<ListedContract> contracts;
    const ContractNumberForm& form;
    std::string form_token;
    bool saved = false;
    std::vector<html::Note> warnings{};    // funded only if listed: a warning, never a refusal

    std::string address(const char* rest = "") const { return "/sluzby/" + service.slug + rest; }
    std::string contract_at(const ListedContract& listed) const {
        return "/sprava/smlouvy/" + to_text(listed.contract.id);
    }
    std::string leave_at(const ListedContract& listed) const {
        return address("/smlouvy/") + to_text(listed.contract.id) + "/vyjmout";
    }
    std::string when(const ListedContract&, html::Out&) const;
    std::string shared(const ListedContract&, html::Out&) const;
    html::Field number() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("contracts", page.contracts.size());
    }
    void write(html::Out&) const;
};

http::Response show_service_contracts(const http::Request&, Permit<may::EditService>);
http::Response put_service_under_contract(const http::Request&, Permit<may::EditService>);
http::Response take_service_from_contract(const http::Request&, Permit<may::EditService>);

http::Response show_contract(const http::Request&, Permit<may::EditContract>);
http::Response edit_contract(const http::Request&, Permit<may::EditContract>);

}
