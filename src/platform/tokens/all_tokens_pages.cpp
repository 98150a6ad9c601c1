// Everybody's tokens: whose, until when, used when; and revoking one.
#include "platform/time/prague.hpp"
#include "platform/tokens/token_pages.hpp"

#include <algorithm>
#include <charconv>

namespace tokens {

namespace {

constexpr std::int64_t tokens_of_page = 50, tokens_of_file = 50'000;

// What was typed as a pattern that finds just that.
std::string pattern_of(std::string_view words) {
    std::string pattern{"%"};
    for (char c : words) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return pattern + "%";
}

// Those that a filter leaves are counted and listed by one condition.
std::int64_t count_tokens(db::Session& db, const TokenFilter& filter, Instant now) {
    return db.one<std::int64_t>("SELECT count(*) FROM api_tokens JOIN people ON people.id = person_id"
                                " WHERE ($1 = 'vse' OR (revoked_at IS NULL AND expires_at > $2))"
                                " AND (lower(api_tokens.name) LIKE $3 ESCAPE '!' OR lower(people.name) LIKE $3"
                                " ESCAPE '!' OR lower(email) LIKE $3 ESCAPE '!')",
                                filter.state, now, pattern_of(filter.words));
}

std::vector<ShownToken> list_tokens(db::Session& db, const TokenFilter& filter, Instant now, std::int64_t most,
                                    std::int64_t skip) {
    std::vector<ShownToken> shown;
    auto found = db.all<ApiToken>("SELECT api_tokens.* FROM api_tokens JOIN people ON people.id = person_id"
                                  " WHERE ($1 = 'vse' OR (revoked_at IS NULL AND expires_at > $2))"
                                  " AND (lower(api_tokens.name) LIKE $3 ESCAPE '!' OR lower(people.name) LIKE $3"
                                  " ESCAPE '!' OR lower(email) LIKE $3 ESCAPE '!')"
                                  " ORDER BY api_tokens.created_at DESC, api_tokens.id DESC LIMIT $4 OFFSET $5",
                                  filter.state, now, pattern_of(filter.words), most, skip);
    for (auto& token : found) {
        auto person = db.one<std::string>("SELECT name FROM people WHERE id = $1", token.person_id);
        bool holds = token.holds(now);
        shown.push_back({std::move(token), std::move(person), holds});
    }
    return shown;
}

}

TokenFilter::TokenFilter(const http::Values& asked) : Form{asked} {
    if (state != "vse") state.clear();
}

std::string TokenFilter::address(const char* path) const {
    std::string address = std::string{path} + "?";
    if (!words.empty()) address += "q=" + http::encoded(words) + "&";
    if (!state.empty()) address += "stav=" + state + "&";
    return address;
}

html::Field AllTokensPage::words() const {
    auto field = filter.field("q", "tokens.words");
    field.type = "search";
    return field;
}

html::Select AllTokensPage::state(html::Out& out) const {
    return {{html::Field{"stav", "tokens.state", filter.state},
             {{"", out.text("tokens.state.only_holding")}, {"vse", out.text("tokens.state.all")}}}};
}

http::PageHead AllTokensPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("tokens.all_title"), .section = "/sprava/tokeny", .staff = true};
}

http::Response show_all_tokens(const http::Request& request, Permit<auth::may::Administer> permit) {
    auto& db = permit.db();
    TokenFilter filter{request.asked};
    AllTokensPage page{filter, {}, count_tokens(db, filter, permit.now())};
    page.pages = std::max<std::int64_t>(1, (page.total + tokens_of_page - 1) / tokens_of_page);
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    page.tokens = list_tokens(db, filter, permit.now(), tokens_of_page, (page.page - 1) * tokens_of_page);
    page.form_token = request.form_token, page.revoked = request.asked.first("hotovo") == "zruseno";
    return respond(request, page);
}

http::Response export_tokens(const http::Request& request, Permit<auth::may::Administer> permit) {
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{texts.text("tokens.all_title"),
                           texts.language(),
                           request.now,
                           {{"nazev", "", text, 30},
                            {"kdo", "", text, 26},
                            {"dosah", "", text, 20},
                            {"zapis", "", text, 8},
                            {"vznikl", "", moment, 18},
                            {"plati_do", "", date, 12},
                            {"pouzit", "", date, 12},
                            {"zrusen", "", moment, 18}}};
    for (auto& column : table.columns) column.title = texts.text("tokens.column." + column.name);
    table.next = [found = list_tokens(permit.db(), TokenFilter{request.asked}, permit.now(), tokens_of_file, 0),
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == found.size()) return false;
        auto& [token, person, holds] = found[n++];
        for (auto text : {&token.name, &person, &token.reach}) row.push_back(documents::cell(*text));
        row.push_back(std::string{token.may_write ? "ano" : "ne"});
        row.push_back(token.kept.created_at);
        row.push_back(token.last_day());
        row.push_back(documents::cell(token.last_used_on));
        row.push_back(documents::cell(token.revoked_at));
        return true;
    };
    return documents::table_answer(request, std::move(table), "tokeny");
}

http::Response revoke_any_token(const http::Request& request, Permit<auth::may::Administer> permit) {
    auto token = find_token(permit.db(), request.id<ApiToken>("token"));
    if (!token) throw NotFound{};
    if (revoke(permit.db(), *token, permit.user().id, permit.now()))
        audit::insert(permit.db(), permit.trail().row("tokens.revoked", token->id.uuid, audit::Outcome::done));
    return http::redirect("/sprava/tokeny?hotovo=zruseno");
}

}
