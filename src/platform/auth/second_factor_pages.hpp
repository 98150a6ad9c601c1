// The second step of signing in: the code after the password, and setting it up, renewing its codes and switching it
// off in the own account.
#pragma once

#include "platform/auth/second_factor.hpp"
#include "platform/auth/sign_in_pages.hpp"
#include "platform/documents/qr_code.hpp"

namespace auth {

struct CodeForm : http::Form {
    CodeForm() = default;
    CodeForm(const http::Request&, const char* field);
    const char* field_name = "kod";
    std::string code{};
    std::string password = typed("heslo");

    void wrong(const char* why) { problem(field_name, why); }

    std::string digits() const;    // without spaces
    html::Field code_field(const char* name, const char* label) const;
};

struct SecondStepPage {
    const CodeForm& form;
    std::int64_t wait_seconds = 0;

    html::Field code() const { return form.code_field("kod", "second_step.code"); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("wait_seconds", page.wait_seconds);
    }
    void write(html::Out&) const;
};

struct SecondFactorPage {
    enum class State { none, in_making, on };

    const CodeForm& form;
    State state = State::none;
    bool needed = false;    // a role of the person asks for it
    std::string form_token{};
    std::string address{}, secret{};     // while it is made
    std::vector<std::string> codes{};    // shown this once
    std::int64_t codes_left = 0;
    bool off = false;    // it was just switched off

    bool makes() const { return state == State::in_making; }
    bool is_on() const { return state == State::on; }
    std::string spaced_secret() const;    // in groups of four
    html::Field code(const char* name, const char* label) const { return form.code_field(name, label); }
    html::Field password() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("on", page.state == State::on), visit("needed", page.needed), visit("problems", page.form.problems());
        visit("codes_left", page.codes_left);
    }
    void write(html::Out&) const;
};

// After the password, or what stands for it: a session, or the second step first.
http::Response enter(const http::Request&, const Entrance&, const Person&, const std::string& back);

http::Response show_second_step(const http::Request&, Permit<may::Enter>);
http::Response second_step(const http::Request&, Permit<may::Enter>);
http::Response show_second_factor(const http::Request&, Permit<may::KeepOwnAccount>);
http::Response change_second_factor(const http::Request&, Permit<may::KeepOwnAccount>);

// An administrator's act: the person signs in with the password alone and sets up anew.
void reset_second_factor(const http::Request&, const Permit<may::Administer>&, const Person&);
void reset_second_factor(db::Session& work, Instant now, keys::KeyStore&, const Person&, const http::SiteFacts&,
                         const i18n::Texts&);

// Which roles need a second step.
struct RoleRulesPage {
    struct Line {
        Role role;
        bool needed;
        std::int64_t people, without;    // who hold it, and those of them who have no second step
    };
    std::vector<Line> lines;
    std::string form_token;
    bool saved = false;

    std::string id(const Line& line) const { return std::string{"role-"} + to_text(line.role); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("saved", page.saved); }
    void write(html::Out&) const;
};
http::Response show_role_rules(const http::Request&, Permit<may::Administer>);
http::Response change_role_rules(const http::Request&, Permit<may::Administer>);

}
