// A person's own tokens, and those of everybody for who administers.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "platform/tokens/token.hpp"

namespace notices {
struct Kinds;
}

namespace tokens {

namespace may {

// NB: not the verb of the account: whose role needs a second step sets it up before making a token.
struct KeepOwnTokens {
    using About = Everything;
    static constexpr auto name = "tokens.keep_own";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

}

struct TokenForm : http::Form {
    TokenForm() = default;
    TokenForm(const http::Request&, Date today);
    explicit TokenForm(Date today);    // filled in with what most want
    Wish wish{};
};

// A token as pages show it.
struct ShownToken {
    ApiToken token;
    std::string person{};    // whose, where many people's stand together
    bool holds = false;

    std::string anchor() const { return "token-" + to_text(token.id); }
    html::Tag state(html::Out&) const;
    std::string reach(html::Out&) const;    // veřejné stránky, síť služeb
    std::string last_used(html::Out&) const;
    static void each_field(auto& shown, auto& visit) {
        visit("id", shown.token.id), visit("name", shown.token.name), visit("person", shown.person);
        visit("reach", shown.token.reach), visit("may_write", shown.token.may_write);
        visit("expires_at", shown.token.expires_at), visit("last_used_on", shown.token.last_used_on);
        visit("revoked_at", shown.token.revoked_at), visit("holds", shown.holds);
    }
};

struct OwnTokensPage {
    const TokenForm& form;
    std::vector<ShownToken> holding, ended;
    std::string form_token;
    std::string made{};    // the token itself, this once
    std::string made_name{};
    std::string public_url{};
    bool revoked = false;

    html::Field name() const;
    html::Field last_day() const;
    html::CheckGroup reach(html::Out&) const;
    html::RadioGroup writing(html::Out&) const;
    html::Table ended_table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("tokens", page.holding);
    }
    void write(html::Out&) const;
};

http::Response show_own_tokens(const http::Request&, Permit<may::KeepOwnTokens>);
http::Response make_own_token(const http::Request&, Permit<may::KeepOwnTokens>);
http::Response revoke_own_token(const http::Request&, Permit<may::KeepOwnTokens>);

// --- everybody's -----------------------------------------------------------------------------------------------------

struct TokenFilter : http::Form {
    TokenFilter() = default;
    explicit TokenFilter(const http::Values&);
    std::string words = text("q");
    std::string state = text("stav");    // nothing: those that hold; vse

    std::string address(const char* path) const;    // ends where a further value may follow
};

struct AllTokensPage {
    const TokenFilter& filter;
    std::vector<ShownToken> tokens;    // of this page
    std::int64_t total = 0, page = 1, pages = 1;
    std::string form_token{};
    bool revoked = false;

    html::Field words() const;
    html::Select state(html::Out&) const;
    html::Pager pager() const { return {filter.address("/sprava/tokeny") + "strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("total", page.total), visit("page", page.page), visit("pages", page.pages), visit("tokens", page.tokens);
    }
    void write(html::Out&) const;
};

http::Response show_all_tokens(const http::Request&, Permit<auth::may::Administer>);
http::Response export_tokens(const http::Request&, Permit<auth::may::Administer>);
http::Response revoke_any_token(const http::Request&, Permit<auth::may::Administer>);

void tell_of(notices::Kinds&);    // that a token runs out

}
