// Shows a person's tokens, makes one, revokes one.
#include "platform/tokens/token_pages.hpp"

#include "platform/notices/notice.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>

namespace tokens {

namespace {

constexpr auto usual_days = std::chrono::days{90};
constexpr std::size_t name_most = 100, ended_shown = 20;

std::vector<std::string> known_groups(const std::vector<std::string>& typed) {
    std::vector<std::string> known;
    for (auto group : groups)
        if (std::ranges::count(typed, group)) known.emplace_back(group);
    return known;
}

OwnTokensPage own_page(const http::Request& request, db::Session& db, const User& user, const TokenForm& form) {
    OwnTokensPage page{form, {}, {}, request.form_token};
    page.public_url = request.facts->public_url;
    for (auto& token : tokens_of(db, user.id)) {
        bool holds = token.holds(request.now);
        auto& list = holds ? page.holding : page.ended;
        if (holds || list.size() < ended_shown) list.push_back({std::move(token), {}, holds});
    }
    return page;
}

}

TokenForm::TokenForm(Date today)
    : Form{http::Values{{"nazev", ""},
                        {"plati_do", to_czech(today + usual_days)},
                        {"zapis", "ne"},
                        {"dosah", "public"},
                        {"dosah", "network"}}} {}

TokenForm::TokenForm(const http::Request& request, Date today) : Form{request} {
    wish.name = text("nazev");
    if (wish.name.empty()) problem("nazev", "tokens.name.missing");
    else if (wish.name.size() > name_most) problem("nazev", "tokens.name.too_long");
    wish.reach = known_groups(chosen("dosah"));
    if (wish.reach.empty()) problem("dosah", "tokens.reach.missing");
    wish.may_write = yes_or_no("zapis").value_or(false);
    auto day = date("plati_do");
    if (day) wish.last_day = *day;
    else if (!has_problem("plati_do")) problem("plati_do", "tokens.until.missing");
    if (day && *day < today) problem("plati_do", "tokens.until.past");
    if (day && *day >= today + token_lasts_most) problem("plati_do", "tokens.until.too_far");
}

html::Tag ShownToken::state(html::Out& out) const {
    if (holds) return {html::Tag::ok, out.text("tokens.state.holds")};
    return {html::Tag::unknown, out.text(token.revoked_at ? "tokens.state.revoked" : "tokens.state.expired")};
}

std::string ShownToken::reach(html::Out& out) const {
    std::string words;
    for (auto& group : token.reached()) words += (words.empty() ? "" : ", ") + out.text("tokens.reach." + group);
    return words;
}

std::string ShownToken::last_used(html::Out& out) const {
    return token.last_used_on ? to_czech(*token.last_used_on) : out.text("tokens.never_used");
}

html::Field OwnTokensPage::name() const {
    auto field = form.field("nazev", "tokens.name");
    field.hint = "tokens.name.hint";
    return field;
}

html::Field OwnTokensPage::last_day() const {
    auto field = form.field("plati_do", "tokens.until");
    field.hint = "tokens.until.hint", field.size = 14;
    return field;
}

html::CheckGroup OwnTokensPage::reach(html::Out& out) const {
    html::CheckGroup group{{form.field("dosah", "tokens.reach"), {}}};
    group.hint = "tokens.reach.hint", group.value.clear();
    auto chosen = form.chosen("dosah");
    for (std::string code : {"public", "network"})
        group.choices.push_back(
            {code, out.text("tokens.reach." + code + ".long"), std::ranges::count(chosen, code) > 0});
    return group;
}

html::RadioGroup OwnTokensPage::writing(html::Out& out) const {
    html::RadioGroup group{{form.field("zapis", "tokens.writing"), {}}};
    if (group.value != "ano") group.value = "ne";
    group.choices = {{"ne", out.text("tokens.writing.no")}, {"ano", out.text("tokens.writing.yes")}};
    return group;
}

html::Table OwnTokensPage::ended_table(html::Out& out) const {
    html::Table table{out.text("tokens.ended"),
                      {{"tokens.column.nazev"}, {"tokens.state"}, {"tokens.column.plati_do"}, {"tokens.column.pouzit"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& shown : ended)
        table.rows.push_back({{shown.token.name},
                              {"", "", shown.state(out)},
                              {to_czech(shown.token.last_day())},
                              {shown.last_used(out)}});
    return table;
}

http::PageHead OwnTokensPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("tokens.title"), .section = "/ucet", .staff = true};
}

http::Response show_own_tokens(const http::Request& request, Permit<may::KeepOwnTokens> permit) {
    TokenForm form{permit.today()};
    auto page = own_page(request, permit.db(), permit.user(), form);
    page.revoked = request.asked.first("hotovo") == "zruseno";
    return respond(request, page);
}

http::Response make_own_token(const http::Request& request, Permit<may::KeepOwnTokens> permit) {
    TokenForm form{request, permit.today()};
    auto& user = permit.user();
    auto& db = permit.db();
    auto holding =
        std::ranges::count_if(tokens_of(db, user.id), [&](auto& token) { return token.holds(permit.now()); });
    if (holding >= tokens_most) form.problem("nazev", "tokens.too_many");
    if (!form.clean()) return respond(request, own_page(request, db, user, form), http::unprocessable);
    auto made = make_token(db, permit.now(), user, form.wish);
    audit::insert(db, permit.trail().row("tokens.made", made.id.uuid, audit::Outcome::done));
    TokenForm anew{permit.today()};
    auto page = own_page(request, db, user, anew);
    page.made = made.text, page.made_name = form.wish.name;
    return respond(request, page);
}

http::Response revoke_own_token(const http::Request& request, Permit<may::KeepOwnTokens> permit) {
    auto token = find_token(permit.db(), request.id<ApiToken>("token"));
    if (!token || token->person_id != permit.user().id) throw NotFound{};
    if (revoke(permit.db(), *token, permit.user().id, permit.now()))
        audit::insert(permit.db(), permit.trail().row("tokens.revoked", token->id.uuid, audit::Outcome::done));
    return http::redirect("/ucet/tokeny?hotovo=zruseno");
}

void tell_of(notices::Kinds& kinds) {
    kinds.all.push_back({expires_notice, [](const User& user) { return user.signed_in(); }});
}

}
