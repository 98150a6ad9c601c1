// Administration of people, their roles and organisations.
#pragma once

#include "platform/administration/people_forms.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"
#include "platform/identity/external_identity.hpp"
#include "platform/time/prague.hpp"

namespace auth {

struct ListedPerson {
    Id<User> id{};
    std::string name{};
    std::string email{};
    std::string organisation{};
    std::optional<Instant> disabled_at{};
    std::vector<std::string> roles{};
    static void each_field(auto& person, auto& visit) {
        visit("id", person.id), visit("name", person.name), visit("email", person.email);
        visit("organisation", person.organisation), visit("disabled_at", person.disabled_at);
    }
};

struct PeoplePage {
    std::vector<ListedPerson> people;    // of this page
    std::string words;
    std::string order;
    std::int64_t total = 0, page = 1, pages = 1;

    html::Table table(html::Out&) const;
    html::Pager pager() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("total", page.total), visit("people", page.people); }
    void write(html::Out&) const;
};

// Choices that both forms offer.
html::Select role_choice(const http::Form&, html::Out&);
html::Select scope_choice(const http::Form&, html::Out&);

struct NewPersonPage {
    const PersonForm& form;
    std::vector<Organisation> organisations;
    std::string form_token;

    html::Select role(html::Out&) const;
    html::Select organisation(html::Out&) const;
    html::Select kind(html::Out&) const;
    html::Field districts() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problems", page.form.problems()); }
    void write(html::Out&) const;
};

struct PersonChange {
    history::Change change;
    std::string who;
    std::vector<history::FieldChange> fields;
};

struct PersonPage {
    Person person;
    std::string organisation;
    std::vector<GrantRow> grants;    // all, those that ended too
    std::vector<PersonChange> changes;
    Date today;
    const RoleForm& form;
    std::string form_token;
    std::string problem{};    // text key
    std::string link{};       // shown this once
    bool link_sent = false, invited = false;
    bool saved = false;
    bool second_factor = false;                              // has one
    std::vector<identity::ExternalIdentity> identities{};    // accounts of the identity provider

    bool holds(const GrantRow& grant) const {
        return grant.valid_from <= today && (!grant.valid_to || today < *grant.valid_to);
    }
    std::string reach(const GrantRow&, html::Out&) const;
    std::string time(const GrantRow&, html::Out&) const;
    std::string what(const PersonChange&, html::Out&) const;
    std::string moment(const PersonChange& entry) const { return to_czech(entry.change.happened_at); }
    std::vector<history::FieldChange> shown(const PersonChange&) const;    // without ids, and what new rows leave empty
    std::string words(const history::FieldChange&, const std::optional<std::string>&, html::Out&) const;
    html::Field districts() const;
    std::string address() const { return "/sprava/lide/" + to_text(person.id); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.person.id), visit("name", page.person.name), visit("email", page.person.email);
        visit("problem", page.problem), visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};

struct ListedOrganisation {
    Id<Organisation> id{};
    std::string name{};
    std::string kind{};
    std::optional<std::string> ico{};
    std::int64_t people = 0;
    static void each_field(auto& organisation, auto& visit) {
        visit("id", organisation.id), visit("name", organisation.name), visit("kind", organisation.kind),
            visit("ico", organisation.ico), visit("people", organisation.people);
    }
};

struct OrganisationsPage {
    std::vector<ListedOrganisation> organisations;
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("organisations", page.organisations); }
    void write(html::Out&) const;
};

http::Response show_people(const http::Request&, Permit<may::Administer>);
http::Response show_new_person(const http::Request&, Permit<may::Administer>);
http::Response new_person(const http::Request&, Permit<may::Administer>);
http::Response show_person(const http::Request&, Permit<may::Administer>);
http::Response change_person(const http::Request&, Permit<may::Administer>);
http::Response show_organisations(const http::Request&, Permit<may::Administer>);

}
