// Signing in and out: by e-mail and password, or by a link that acts once.
#pragma once

#include "platform/auth/passwords.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/auth/sessions.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

namespace identity {
struct ExternalIdentity;
}

namespace auth {

// Shown at the sign-in page of a demonstration, and printed by opora demo.
struct SamplePerson {
    std::string email;
    std::string name;
    std::string what;    // text key of what this person is there for
};
const std::vector<SamplePerson>& sample_people();
inline constexpr auto sample_password = "ukazka-opora-2026";

struct SignInForm : http::Form {
    SignInForm() = default;
    explicit SignInForm(const http::Request&);
    std::string email = text("email");
    std::string password = typed("heslo");
    std::string back = text("zpet");
};

struct SignInPage {
    const SignInForm& form;
    std::string back;
    std::int64_t wait_seconds = 0;
    std::vector<SamplePerson> sample;
    http::Values kept{};           // what was typed into a form when the session had ended; it becomes a draft
    bool new_password = false;     // it was just changed
    bool step_over = false;        // the second step took too long
    std::string provider{};        // words on the button of the identity provider, where there is one
    bool only_provider = false;    // passwords are for an emergency
    bool signed_out = false;
    std::string sign_out_there{};    // address of the provider

    std::string provider_address() const;
    bool again() const { return !kept.items().empty(); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("email", page.form.email),
            visit("wait_seconds", page.wait_seconds);
    }
    void write(html::Out&) const;
};

// For a form that was sent when its session had ended: what was typed waits in the page itself, since a draft belongs
// to a person, and comes along with the password.
http::Response sign_in_again(const http::Request&);

struct LinkForm : http::Form {
    LinkForm() = default;
    LinkForm(const http::Request&, std::string_view email);
    std::string password = typed("heslo");
};

struct SignInLinkPage {
    const LinkForm& form;
    std::string token;
    std::string name;
    std::string email;
    std::string form_token;    // of whoever is signed in here already
    bool resets = false;       // a forgotten password, not the first one
    std::string provider{};    // words on its button, where one may link an account instead
    bool password = true;      // one may be chosen

    std::string address() const { return (resets ? "/zapomenute-heslo/" : "/prihlaseni/odkaz/") + token; }
    std::string provider_address() const { return address() + "/ucet"; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("email", page.email);
    }
    void write(html::Out&) const;
};

struct AccountPage {
    std::string name;
    std::string email;
    std::vector<Grant> grants;
    std::int64_t sessions;
    bool second_factor;
    std::string form_token;
    bool provider = false, linked = false;    // with an account of the identity provider

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("name", page.name), visit("email", page.email), visit("sessions", page.sessions);
    }
    void write(html::Out&) const;
};

// Where somebody comes in: the work in which it is written, and the trail that it leaves.
struct Entrance {
    db::Session& work;
    Instant now;
    audit::Trail& trail;
    const identity::ExternalIdentity* by = nullptr;    // signed in at the provider, with a second step there

    static Entrance of(const Permit<may::Enter>& permit) { return {permit.db(), permit.now(), permit.trail()}; }
};

// Somebody who is not signed in yet, as the author of what becomes of their own account.
history::Author self(const Entrance&, const Person&, const char* label);

// A session for somebody who showed all that is asked of them.
http::Response signed_in(const http::Request&, const Entrance&, const Person&, const std::string& back);

// Only an address of our own, / where it is none.
std::string own_address(const std::string& back);
// Where people at work begin, when they asked for nothing else.
std::string after_sign_in(const std::string& back);

// For whoever watches over the server: 200 while the database answers.
http::Response show_health(const http::Request&, Permit<may::Read>);

http::Response show_sign_in(const http::Request&, Permit<may::Enter>);
http::Response sign_in(const http::Request&, Permit<may::Enter>);
http::Response show_sign_in_link(const http::Request&, Permit<may::Enter>);
http::Response sign_in_by_link(const http::Request&, Permit<may::Enter>);
http::Response sign_out(const http::Request&, Permit<may::KeepOwnAccount>);
http::Response sign_out_everywhere(const http::Request&, Permit<may::KeepOwnAccount>);
http::Response show_account(const http::Request&, Permit<may::KeepOwnAccount>);
http::Response choose_theme(const http::Request&, Permit<may::Enter>);
http::Response choose_language(const http::Request&, Permit<may::Enter>);

}
