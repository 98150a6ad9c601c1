// Lists, makes and ends the bonds between organisations and providers.
#include "network/proposals/join_pages.hpp"

#include "platform/base/csv.hpp"
#include "platform/i18n/fold.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

constexpr std::int64_t joinings_on_page = 20;

std::vector<ListedJoining> joinings(db::Session& db) {
    return db.all<ListedJoining>(
        "SELECT provider_representations.id AS id, organisations.name AS organisation,"
        " providers.name AS provider_name, providers.slug AS provider_slug,"
        " (SELECT count(*) FROM people WHERE people.organisation_id = represented_by AND disabled_at IS NULL) AS people,"
        " provider_representations.created_at AS created_at, ended_at, coalesce(people.name, '') AS who"
        " FROM provider_representations JOIN organisations ON organisations.id = represented_by"
        " JOIN providers ON providers.id = provider_id"
        " LEFT JOIN people ON people.id = provider_representations.created_by"
        " ORDER BY providers.name_sort, provider_representations.id");
}

std::vector<LikelyPair> likely_pairs(db::Session& db) {
    return db.all<LikelyPair>(
        "SELECT organisations.id AS organisation_id, organisations.name AS organisation, providers.id AS provider_id,"
        " providers.name AS provider, providers.ico AS ico FROM organisations JOIN providers"
        " ON providers.ico = organisations.ico WHERE kind = 'provider' AND NOT EXISTS"
        " (SELECT 1 FROM provider_representations WHERE provider_id = providers.id"
        " AND represented_by = organisations.id AND ended_at IS NULL) ORDER BY providers.name_sort LIMIT 20");
}

std::vector<ListedJoining> asked_for(const http::Request& request, db::Session& db, JoinPage& page) {
    page.words = request.asked.first("q");
    page.state = request.asked.first("stav") == "skoncila" ? "skoncila" : "plati";
    auto wish = i18n::fold(page.words);
    auto all = joinings(db);
    std::erase_if(all, [&](auto& one) {
        return one.ended_at.has_value() != (page.state == "skoncila") ||
               i18n::fold(one.organisation + " " + one.provider_name).find(wish) == std::string::npos;
    });
    return all;
}

http::Response page_of(const http::Request& request, db::Session& db, const JoinForm& form, http::Status status) {
    JoinPage page{form};
    auto all = asked_for(request, db, page);
    page.likely = likely_pairs(db);
    page.organisations =
        db.all<Organisation>("SELECT * FROM organisations WHERE kind = 'provider' ORDER BY name_sort, id");
    page.providers = list_providers(db);
    page.total = std::int64_t(all.size());
    page.pages = std::max<std::int64_t>(1, (page.total + joinings_on_page - 1) / joinings_on_page);
    auto text = request.asked.first("strana");
    std::from_chars(text.data(), text.data() + text.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    auto from = (page.page - 1) * joinings_on_page;
    page.joinings = {all.begin() + from, all.begin() + std::min(from + joinings_on_page, page.total)};
    page.form_token = request.form_token;
    auto done = request.asked.first("hotovo");
    if (done == "zapojeno") page.done = "joining.done";
    if (done == "konec") page.done = "joining.ended_now";
    return respond(request, page, status);
}

}

JoinForm::JoinForm(const http::Request& request) : Form{request} {
    if (!Id<Organisation>::parse(organisation)) problem("organizace", "joining.organisation.missing");
    if (!Id<Provider>::parse(provider)) problem("poskytovatel", "joining.provider.missing");
}

html::Select JoinPage::organisation(html::Out& out) const {
    html::Select select{{form.field("organizace", "joining.organisation"), {{"", out.text("joining.choose")}}}};
    for (auto& one : organisations) select.choices.push_back({to_text(one.id), one.name});
    return select;
}

html::Select JoinPage::provider(html::Out& out) const {
    html::Select select{{form.field("poskytovatel", "joining.provider"), {{"", out.text("joining.choose")}}}};
    for (auto& one : providers) select.choices.push_back({to_text(one.id), one.name});
    return select;
}

html::Select JoinPage::states(html::Out& out) const {
    html::Select select{{html::Field{"stav", "proposals.state", state}, {}}};
    for (auto code : {"plati", "skoncila"})
        select.choices.push_back({code, out.text(std::string{"joining.state."} + code)});
    return select;
}

std::string JoinPage::moment(Instant moment) const { return to_czech(day_in_prague(moment)); }

std::string JoinPage::address(const char* of_list) const {
    return std::string{of_list} + "?stav=" + state + "&q=" + http::encoded(words);
}

html::Pager JoinPage::pager() const { return {address() + "&strana=", page, pages}; }

http::PageHead JoinPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("joining.title"), .section = "/sprava/zapojeni", .staff = true};
}

http::Response show_joinings(const http::Request& request, Permit<may::JoinProviders> permit) {
    return page_of(request, permit.db(), JoinForm{}, http::ok);
}

http::Response export_joinings(const http::Request& request, Permit<may::JoinProviders> permit) {
    JoinForm form;
    JoinPage page{form};
    std::string text = "\xef\xbb\xbf";
    csv::write_row(text, {"poskytovatel", "organizace", "lidi", "od", "do", "zapojil"});
    auto all = asked_for(request, permit.db(), page);
    for (auto& one : all) {
        auto people = std::to_string(one.people), since = to_iso(one.created_at);
        auto until = one.ended_at ? to_iso(*one.ended_at) : "";
        csv::write_row(text, {one.provider_name, one.organisation, people, since, until, one.who});
    }
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"zapojeni.csv\"");
    return response;
}

http::Response join_provider(const http::Request& request, Permit<may::JoinProviders> permit) {
    auto& db = permit.db();
    JoinForm form{request};
    auto organisation = Id<Organisation>::parse(form.organisation);
    auto provider = Id<Provider>::parse(form.provider);
    auto known =
        organisation
            ? db.maybe<Organisation>("SELECT * FROM organisations WHERE id = $1 AND kind = 'provider'", *organisation)
            : std::nullopt;
    if (organisation && !known) form.problem("organizace", "joining.organisation.missing");
    if (provider && !find_provider(db, *provider)) form.problem("poskytovatel", "joining.provider.missing");
    if (!form.clean()) return page_of(request, db, form, http::unprocessable);
    if (let_represent(author_of(permit), *provider, *organisation))    // the second click finds it so
        note_done(permit, "network.provider_joined", provider->uuid);
    return http::redirect("/sprava/zapojeni?hotovo=zapojeno");
}

http::Response part_provider(const http::Request& request, Permit<may::JoinProviders> permit) {
    auto id = request.id<Representation>("zapojeni");
    if (!permit.db().maybe<Representation>("SELECT * FROM provider_representations WHERE id = $1", id))
        throw NotFound{};
    if (end_representation(author_of(permit), id)) note_done(permit, "network.provider_parted", id.uuid);
    return http::redirect("/sprava/zapojeni?hotovo=konec");
}

}
