// Compares two networks for a reader.
#include "network/service_networks/comparison_pages.hpp"

#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"

namespace network {

http::PageHead ComparisonPage::head(const i18n::Texts& texts) const {
    return {.title =
                chosen() ? texts.text("network.annex.title", {from->name, to->name}) : texts.text("network.compare"),
            .description = texts.text("network.annex.lead"),
            .section = "/site"};
}

html::Select ComparisonPage::select(const char* name, const char* label,
                                    const std::optional<ServiceNetwork>& network) const {
    return {{html::Field{name, label, network ? network->slug : ""}, networks}};
}

namespace {

html::Table folding(std::string caption, std::vector<html::Column> columns) {
    html::Table table{std::move(caption), std::move(columns), {}};
    table.caption_is_above = table.folds = true;
    return table;
}

std::string terms_of(const MemberWords& words) {
    return text::joined(std::vector{words.mark, words.conditions, words.entrustment}, "; ");
}

}

html::Table ComparisonPage::entering_table(html::Out& out) const {
    auto table = folding(out.text("network.entering"), {{"network.service"},
                                                        {"network.provider"},
                                                        {"network.type"},
                                                        {"network.mark"},
                                                        {"network.capacity"},
                                                        {"network.reason"},
                                                        {"network.resolution"}});
    for (auto& one : entering)
        table.rows.push_back({{one.service, one.address},
                              {one.provider},
                              {one.type},
                              {one.mark},
                              {one.capacities},
                              {one.entered},
                              {one.resolution}});
    return table;
}

html::Table ComparisonPage::leaving_table(html::Out& out) const {
    auto table = folding(out.text("network.leaving"), {{"network.service"},
                                                       {"network.provider"},
                                                       {"network.type"},
                                                       {"network.capacity"},
                                                       {"network.until"},
                                                       {"network.reason"},
                                                       {"network.resolution"}});
    for (auto& one : leaving)
        table.rows.push_back({{one.service, one.address},
                              {one.provider},
                              {one.type},
                              {one.capacities},
                              {one.until ? to_czech(*one.until - std::chrono::days{1}) : ""},
                              {one.left},
                              {one.resolution}});
    return table;
}

html::Table ComparisonPage::capacity_table(html::Out& out) const {
    auto table = folding(out.text("network.capacity.changed"), {{"network.service"},
                                                                {"network.provider"},
                                                                {"network.before"},
                                                                {"network.after"},
                                                                {"network.reason"},
                                                                {"network.resolution"}});
    for (auto& [was, is] : capacity)
        table.rows.push_back({{is.service, is.address},
                              {is.provider},
                              {was.capacities},
                              {is.capacities},
                              {is.entered},
                              {is.resolution}});
    return table;
}

html::Table ComparisonPage::terms_table(html::Out& out) const {
    auto table = folding(out.text("network.terms.changed"), {{"network.service"},
                                                             {"network.provider"},
                                                             {"network.before"},
                                                             {"network.after"},
                                                             {"network.reason"},
                                                             {"network.resolution"}});
    for (auto& [was, is] : terms)
        table.rows.push_back(
            {{is.service, is.address}, {is.provider}, {terms_of(was)}, {terms_of(is)}, {is.entered}, {is.resolution}});
    return table;
}

namespace {

// A network that the reader may see; what they may not know of is not found.
std::optional<ServiceNetwork> network_asked(const http::Request& request, const auto& permit, const char* name) {
    auto slug = request.asked.first(name);
    if (slug.empty()) return {};
    auto view = NetworkInView::find(permit.db(), slug);
    if (!view || !view->visible_to(permit.user())) throw NotFound{};
    return view->network;
}

ComparisonPage compared(const http::Request& request, const auto& permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    ComparisonPage page;
    page.today = permit.today();
    page.from = network_asked(request, permit, "z"), page.to = network_asked(request, permit, "do");
    page.networks = {{"", texts.text("network.choose")}};
    for (auto& network : list_networks(db)) {
        auto view = NetworkInView::find(db, network.slug);
        if (view && view->visible_to(permit.user())) page.networks.push_back({network.slug, network.name});
    }
    if (!page.chosen()) return page;
    auto lists = CodeLists::read(db, permit.today());
    page.from_state = state_words(*page.from, texts, permit.today()),
    page.to_state = state_words(*page.to, texts, permit.today());
    page.from_day = page.from->shown_on(permit.today()), page.to_day = page.to->shown_on(permit.today());
    auto found = difference_of(db, *page.from, *page.to, page.to_day, permit.today(), permit.now());
    for (auto& one : found.entering) page.entering.push_back(words_of(one, lists, texts));
    for (auto& one : found.leaving) page.leaving.push_back(words_of(one, lists, texts));
    for (auto& [was, is] : found.capacity)
        page.capacity.push_back({words_of(was, lists, texts), words_of(is, lists, texts)});
    for (auto& [was, is] : found.terms) page.terms.push_back({words_of(was, lists, texts), words_of(is, lists, texts)});
    page.unchanged = found.unchanged;
    return page;
}

}

http::Response show_comparison(const http::Request& request, Permit<auth::may::Read> permit) {
    return respond(request, compared(request, permit));
}

http::Response export_comparison(const http::Request& request, Permit<auth::may::Read> permit) {
    auto page = compared(request, permit);
    if (!page.chosen()) throw NotFound{};
    std::string text;
    csv::write_row(text, {"zmena", "sluzba", "poskytovatel", "druh", "pred", "po", "duvod", "usneseni"});
    auto row = [&](const char* what, const MemberWords& one, const std::string& before, const std::string& after,
                   const std::string& why) {
        csv::write_row(text, {what, one.service, one.provider, one.type, before, after, why, one.resolution});
    };
    for (auto& one : page.entering) row("vstupuje", one, "", one.capacities, one.entered);
    for (auto& one : page.leaving) row("odchází", one, one.capacities, "", one.left);
    for (auto& [was, is] : page.capacity) row("změna kapacity", is, was.capacities, is.capacities, is.entered);
    for (auto& [was, is] : page.terms) row("změna podmínek", is, terms_of(was), terms_of(is), is.entered);
    return network_file(std::move(text), page.from->slug + "-" + page.to->slug + ".csv");
}

}
