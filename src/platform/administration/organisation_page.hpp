// One organisation: its name, kind and IČO, the people who work there, and what was changed.
#pragma once

#include "platform/administration/people_pages.hpp"

namespace auth {

struct OrganisationForm : http::Form {
    OrganisationForm() = default;
    explicit OrganisationForm(const http::Request&);
    explicit OrganisationForm(const Organisation&);    // as it is now
    std::string name = text("nazev");
    std::string kind = text("druh");
    std::string ico = text("ico");
    std::string version = text("verze");
};

struct OrganisationPage {
    Organisation organisation;
    std::vector<ListedPerson> people;
    std::vector<PersonChange> changes;
    const OrganisationForm& form;
    std::string form_token;
    bool saved = false;
    bool changed_meanwhile = false;    // by somebody else, since the form was opened

    html::Select kind(html::Out&) const;
    html::Field ico() const;
    html::Table people_table(html::Out&) const;
    std::string address() const { return "/sprava/organizace/" + to_text(organisation.id); }
    std::string version() const { return std::to_string(organisation.kept.version); }
    std::string moment(const PersonChange& entry) const { return to_czech(entry.change.happened_at); }
    std::vector<history::FieldChange> shown(const PersonChange&) const;
    std::string words(const history::FieldChange&, const std::optional<std::string>&, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.organisation.id), visit("name", page.organisation.name);
        visit("kind", page.organisation.kind), visit("ico", page.organisation.ico), visit("people", page.people);
        visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};

http::Response show_organisation(const http::Request&, Permit<may::Administer>);
http::Response change_organisation(const http::Request&, Permit<may::Administer>);

}
