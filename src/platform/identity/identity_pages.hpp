// Signing in with an account of the region's identity provider, and linking one with the own account here.
#pragma once

#include "platform/auth/sign_in_pages.hpp"
#include "platform/identity/external_identity.hpp"
#include "platform/identity/provider.hpp"

namespace identity {

// Says in one sentence why somebody did not come in, and what to do.
struct IdentityRefusalPage {
    Refusal refusal;
    std::string again{};    // address where one tries once more; empty where that would change nothing
    std::string contact{};
    bool at_own_account = false;    // somebody signed in wanted to link an account

    std::string key(const char* end = "") const { return std::string{"identity.refusal."} + to_text(refusal) + end; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("refusal", to_text(page.refusal)); }
    void write(html::Out&) const;
};

struct LinkingForm : http::Form {
    LinkingForm() = default;
    explicit LinkingForm(const http::Request& request) : Form{request} {}
    std::string password = typed("heslo");
};

struct LinkingPage {
    const LinkingForm& form;
    std::string email{};    // of the account here
    std::string form_token{};
    std::optional<ExternalIdentity> linked{};
    std::string address{};    // of the provider: go there now
    bool has_password = false;
    bool must_stay = false;    // nobody but an administrator may end it
    bool made = false, ended = false;

    html::Field password() const;
    std::string since() const;
    std::string last_used() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("linked", page.linked.has_value()), visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};

http::Response begin_sign_in(const http::Request&, Permit<auth::may::Enter>);
http::Response begin_by_link(const http::Request&, Permit<auth::may::Enter>);    // an invitation
http::Response come_back(const http::Request&, Permit<auth::may::Enter>);
http::Response show_linking(const http::Request&, Permit<auth::may::KeepOwnAccount>);
http::Response change_linking(const http::Request&, Permit<auth::may::KeepOwnAccount>);

// An administrator's act: ends all that is linked with the person, and their sessions.
void end_linking(const http::Request&, const Permit<auth::may::Administer>&, const auth::Person&);

// By mail, so that the person can object.
void tell_of_linking(db::Session& work, Instant now, const auth::Person&, const http::SiteFacts&, const i18n::Texts&,
                     const std::string& what);

}
