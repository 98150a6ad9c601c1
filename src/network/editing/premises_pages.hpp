// Premises as the region's staff keep them: those that a service uses, and the premises themselves with their rooms.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "platform/html/choice.hpp"

namespace network {

struct PremisesOfService {
    ServicePremises link;
    Premises premises;
    RoomCount rooms;
    std::optional<Facility> place{};    // that they belong to
    std::vector<Service> others{};      // services that share them
    bool may_edit = false;
};

// Either premises that another service of the provider uses, or a name for new ones.
struct AddPremisesForm : http::Form {
    AddPremisesForm() = default;
    explicit AddPremisesForm(const http::Request&);
    std::string known = text("prostory"), name = text("nazev");
    bool are_new = false;
};

struct ServicePremisesPage {
    const Service& service;
    std::vector<PremisesOfService> premises;    // by name
    std::vector<PremisesOfService> left;
    std::vector<Premises> to_share;
    const AddPremisesForm& form;
    std::string form_token;
    bool saved = false;

    std::string address(const char* rest = "") const { return "/sluzby/" + service.slug + rest; }
    std::string premises_at(const PremisesOfService& used) const {
        return "/sprava/prostory/" + to_text(used.premises.id);
    }
    std::string leave_at(const PremisesOfService& used) const {
        return address("/prostory/") + to_text(used.premises.id) + "/opustit";
    }
    std::string size(const PremisesOfService&, html::Out&) const;
    std::string shared(const PremisesOfService&, html::Out&) const;
    html::Select choice(html::Out&) const;
    html::Field name() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("premises", page.premises.size());
        visit("left", page.left.size());
    }
    void write(html::Out&) const;
};

http::Response show_service_premises(const http::Request&, Permit<may::EditService>);
http::Response add_premises(const http::Request&, Permit<may::EditService>);
http::Response leave_premises(const http::Request&, Permit<may::EditService>);

http::Response show_premises(const http::Request&, Permit<may::EditPremises>);
http::Response edit_premises(const http::Request&, Permit<may::EditPremises>);

}
