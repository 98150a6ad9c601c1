// Finds wishes by who may know of them, and puts them in order.
#include "network/proposals/proposal_list.hpp"

#include "platform/base/csv.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

constexpr std::int64_t proposals_on_page = 20;
constexpr const char* states[] = {"proposed", "returned", "approved", "withdrawn"};
constexpr const char* orders[] = {"nejstarsi", "nejnovejsi", "poskytovatel"};

std::vector<ListedProposal> all_proposals(db::Session& db) {
    return db.all<ListedProposal>(
        "SELECT proposals.id AS id, proposals.kind AS kind, record_id, proposals.provider_id AS provider_id, state,"
        " coalesce(title, services.name, facilities.name, premises.name, providers.name) AS title,"
        " providers.slug AS provider_slug, coalesce(providers.short_name, providers.name) AS provider_name,"
        " coalesce(people.name, '') AS who, proposed_at, decided_at,"
        " (SELECT count(*) FROM proposal_fields WHERE proposal_id = proposals.id"
        " AND proposal_fields.round = proposals.round) AS fields"
        " FROM proposals JOIN providers ON providers.id = proposals.provider_id"
        " LEFT JOIN services ON services.id = record_id LEFT JOIN facilities ON facilities.id = record_id"
        " LEFT JOIN premises ON premises.id = record_id LEFT JOIN people ON people.id = proposed_by"
        " ORDER BY proposed_at, proposals.id");
}

// Of a service it is enough to know which ones the person edits; the rest is asked one by one.
std::vector<ListedProposal> decided_by(db::Session& db, const User& user) {
    auto all = all_proposals(db);
    auto edited = services_edited_by(db, user);
    if (!edited) return all;
    std::erase_if(all, [&](auto& one) {
        if (one.kind == "service") return !edited->contains(Id<Service>{one.record_id->uuid});
        auto view = ProposalInView::find(db, to_text(one.id));
        return !view || !view->decided_by(user);
    });
    return all;
}

std::vector<ListedProposal> own_of(db::Session& db, const User& user) {
    auto providers = providers_represented_by(db, user);
    if (providers.empty()) return {};
    auto all = all_proposals(db);
    std::erase_if(all, [&](auto& one) { return !std::ranges::count(providers, one.provider_id, &Provider::id); });
    return all;
}

template <class Known>
std::string one_of(const std::string& asked, const Known& known, const char* otherwise) {
    return std::ranges::find(known, asked) == std::end(known) ? otherwise : asked;
}

}

ProposalFilter::ProposalFilter(const http::Request& request, const char* state_unless_asked)
    : state{request.asked.first("stav") == "vse" ? "vse"
                                                 : one_of(request.asked.first("stav"), states, state_unless_asked)},
      kind{one_of(request.asked.first("druh"), record_kinds, "")},
      provider{request.asked.first("poskytovatel")},
      order{one_of(request.asked.first("razeni"), orders, state == "proposed" ? "nejstarsi" : "nejnovejsi")} {}

bool ProposalFilter::takes(const ListedProposal& one) const {
    return (state == "vse" || one.state == state) && (kind.empty() || one.kind == kind) &&
           (provider.empty() || one.provider_slug == provider);
}

std::string ProposalFilter::address(const std::string& of_list) const {
    auto address = of_list + "?stav=" + state + "&razeni=" + order + "&";
    if (!kind.empty()) address += "druh=" + kind + "&";
    if (!provider.empty()) address += "poskytovatel=" + http::encoded(provider) + "&";
    return address;
}

html::Tag proposal_tag(const std::string& state, html::Out& out) {
    auto kind = state == "proposed"   ? html::Tag::run
                : state == "approved" ? html::Tag::ok
                : state == "returned" ? html::Tag::part
                                      : html::Tag::unknown;
    return {kind, out.text("proposal.state." + state)};
}

std::string proposal_subject(const std::string& kind, const std::string& title, const i18n::Texts& texts) {
    auto what = texts.text("proposal.kind." + kind);
    return title.empty() ? what : what + " " + title;
}

html::Select ProposalListPage::states(html::Out& out) const {
    html::Select select{{html::Field{"stav", "proposals.state", filter.state}, {{"vse", out.text("proposals.any")}}}};
    for (auto state : network::states)
        select.choices.push_back({state, out.text(std::string{"proposal.state."} + state)});
    return select;
}

html::Select ProposalListPage::kinds(html::Out& out) const {
    html::Select select{{html::Field{"druh", "proposals.kind", filter.kind}, {{"", out.text("proposals.any")}}}};
    for (auto kind : record_kinds) select.choices.push_back({kind, out.text(std::string{"proposal.kind."} + kind)});
    return select;
}

html::Select ProposalListPage::of_provider(html::Out&) const {
    return {{html::Field{"poskytovatel", "proposals.provider", filter.provider}, providers}};
}

html::Select ProposalListPage::order(html::Out& out) const {
    html::Select select{{html::Field{"razeni", "proposals.order", filter.order}, {}}};
    for (auto order : orders) select.choices.push_back({order, out.text(std::string{"proposals.order."} + order)});
    return select;
}

html::Table ProposalListPage::table(html::Out& out) const {
    html::Table table{out.text(title()),
                      {{"proposals.what"},
                       {"proposals.provider"},
                       {"proposals.fields", true},
                       {"proposals.proposed"},
                       {"proposals.state"}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& one : proposals)
        table.rows.push_back({{out.text("proposal.kind." + one.kind) + (one.title.empty() ? "" : " " + one.title),
                               address() + "/" + to_text(one.id)},
                              {one.provider_name, "/poskytovatele/" + one.provider_slug},
                              {std::to_string(one.fields)},
                              {to_czech(one.proposed_at) + (one.who.empty() ? "" : ", " + one.who)},
                              {"", "", proposal_tag(one.state, out)}});
    return table;
}

html::Pager ProposalListPage::pager() const { return {filter.address(address()) + "strana=", page, pages}; }

http::PageHead ProposalListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text(title()), .section = address(), .staff = true};
}

namespace {

void put_in_order(std::vector<ListedProposal>& found, const std::string& order) {
    if (order == "nejnovejsi") std::ranges::reverse(found);
    if (order == "poskytovatel")
        steady_sort(found,
                    [](auto& a, auto& b) { return i18n::sort_key(a.provider_name) < i18n::sort_key(b.provider_name); });
}

std::vector<html::Choice> providers_in(const std::vector<ListedProposal>& all, const i18n::Texts& texts) {
    std::map<db::Bytes, html::Choice> found;
    for (auto& one : all)
        found.try_emplace(i18n::sort_key(one.provider_name), html::Choice{one.provider_slug, one.provider_name});
    std::vector<html::Choice> choices{{"", texts.text("proposals.any")}};
    for (auto& [key, choice] : found) choices.push_back(choice);
    return choices;
}

std::int64_t page_asked(const http::Request& request, std::int64_t pages) {
    auto text = request.asked.first("strana");
    std::int64_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, pages);
}

http::Response list_of(const http::Request& request, bool own, std::vector<ListedProposal> all) {
    ProposalListPage page{own, ProposalFilter{request, own ? "vse" : "proposed"}};
    page.providers = providers_in(all, *request.texts);
    page.all = std::int64_t(all.size());
    page.may_trust = !own && may::KeepCatalogue::allows(*request.user, Everything{});
    std::erase_if(all, [&](auto& one) { return !page.filter.takes(one); });
    put_in_order(all, page.filter.order);
    page.total = std::int64_t(all.size());
    page.pages = std::max<std::int64_t>(1, (page.total + proposals_on_page - 1) / proposals_on_page);
    page.page = page_asked(request, page.pages);
    auto from = (page.page - 1) * proposals_on_page;
    page.proposals = {all.begin() + from, all.begin() + std::min(from + proposals_on_page, page.total)};
    return respond(request, page);
}

http::Response csv_of(const http::Request& request, bool own, std::vector<ListedProposal> all) {
    ProposalFilter filter{request, own ? "vse" : "proposed"};
    std::erase_if(all, [&](auto& one) { return !filter.takes(one); });
    put_in_order(all, filter.order);
    std::string text = "\xef\xbb\xbf";
    csv::write_row(text, {"podano", "poskytovatel", "druh", "zaznam", "poli", "podal", "stav", "rozhodnuto"});
    for (auto& one : all) {
        auto proposed = to_iso(one.proposed_at), decided = one.decided_at ? to_iso(*one.decided_at) : "";
        auto kind = request.texts->text("proposal.kind." + one.kind);
        auto state = request.texts->text("proposal.state." + one.state), fields = std::to_string(one.fields);
        csv::write_row(text, {proposed, one.provider_name, kind, one.title, fields, one.who, state, decided});
    }
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"navrhy.csv\"");
    return response;
}

}

std::int64_t count_waiting_proposals(db::Session& db, const User& user) {
    auto waiting = db.one<std::int64_t>("SELECT count(*) FROM proposals WHERE state = 'proposed'");
    if (waiting == 0 || user.reaches(Role::regional_planner, Lies::everywhere())) return waiting;
    auto all = decided_by(db, user);
    return std::ranges::count(all, "proposed", &ListedProposal::state);
}

std::int64_t count_returned_proposals(db::Session& db, const User& user) {
    std::int64_t returned = 0;
    auto providers = providers_represented_by(db, user);
    for (auto& provider : providers)
        returned += db.one<std::int64_t>("SELECT count(*) FROM proposals WHERE provider_id = $1 AND state = 'returned'",
                                         provider.id);
    return returned;
}

http::Response list_proposals(const http::Request& request, Permit<may::ListProposals> permit) {
    return list_of(request, false, decided_by(permit.db(), permit.user()));
}
http::Response export_proposals(const http::Request& request, Permit<may::ListProposals> permit) {
    return csv_of(request, false, decided_by(permit.db(), permit.user()));
}
http::Response list_own_proposals(const http::Request& request, Permit<may::ListOwnProposals> permit) {
    return list_of(request, true, own_of(permit.db(), permit.user()));
}
http::Response export_own_proposals(const http::Request& request, Permit<may::ListOwnProposals> permit) {
    return csv_of(request, true, own_of(permit.db(), permit.user()));
}

}
