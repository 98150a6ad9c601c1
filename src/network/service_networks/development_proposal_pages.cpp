// Keeps development proposals.
#include "network/service_networks/development_proposal_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_sheets.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

std::string proposals_at(const ServiceNetwork& network, const std::string& rest = "") {
    return "/site/" + network.slug + "/navrhy" + rest;
}

// orp:5104;area:jilemnicko as lines and back.
std::string territory_lines(const std::string& tokens, const Territory& territory) {
    auto coverages = parse_coverages(tokens);
    return coverages ? text_of(lines_had(*coverages, territory)) : tokens;
}
std::string territory_tokens(const std::string& typed, const Territory& territory) {
    std::vector<std::string> tokens;
    for (auto& wording : coverage_wordings(typed))
        if (auto read = read_coverage(wording, territory); read.coverage)
            tokens.push_back(read.coverage->level + ":" + read.coverage->code);
    return text::joined(tokens, ";");
}

// --- proposals -------------------------------------------------------------------------------------------------------

constexpr TextField<DevelopmentProposal> texts_of_proposal[] = {
    {"jiny_poskytovatel", &DevelopmentProposal::provider_name},
    {"oduvodneni", &DevelopmentProposal::decision_reason},
};

SheetParts proposal_parts(const AroundNetwork& around, const i18n::Texts& texts, Date day, bool is_new) {
    std::vector<html::Choice> providers{{"", texts.text("network.provider.other")}},
        services{{"", texts.text("network.proposal.new_service")}}, types{{"", texts.text("network.type.choose")}},
        states;
    for (auto& provider : around.providers) providers.push_back({provider.slug, provider.name});
    for (auto& one : around.members)
        services.push_back({one.service_slug, one.service_name + ", " + one.provider_name});
    for (auto item : around.lists.items("service_types", day))
        types.push_back({item->code, type_words(around.lists, item->code, texts)});
    for (auto state : proposal_states)
        states.push_back({state, texts.text(std::string{"network.proposal.state."} + state)});
    SheetParts parts{
        {"network.proposal.part.what",
         {{"nazev", "network.proposal.name", Control::line, "", false},
          {"druh", "network.type", Control::one_of, "", false, types},
          {"poskytovatel", "network.provider", Control::one_of, "", true, providers},
          {"jiny_poskytovatel", "network.proposal.provider_name"},
          {"sluzba", "network.proposal.service", Control::one_of, "network.proposal.service.hint", true, services},
          {"uzemi", "edit.coverage", Control::area, "edit.coverage.hint"},
          {"kapacity", "network.capacity", Control::area, "network.capacity.hint", false},
          {"duvod", "network.proposal.reason", Control::area, "", false}}}};
    if (!is_new)
        parts.push_back({"network.proposal.part.decision",
                         {{"stav", "network.state", Control::one_of, "", false, states},
                          {"oduvodneni", "network.proposal.decision_reason", Control::area},
                          {"rozhodnuto", "network.proposal.decided_on"}}});
    return parts;
}

Sheet sheet_of(const DevelopmentProposal& proposal, const AroundNetwork& around) {
    auto provider = around.provider(proposal.provider_id);
    auto member = around.member(proposal.service_id);
    Sheet sheet{{"nazev", tidy(proposal.name)},
                {"druh", proposal.type_code},
                {"poskytovatel", provider ? provider->slug : ""},
                {"sluzba", member ? member->service_slug : ""},
                {"uzemi", tidy(territory_lines(proposal.territory, around.territory))},
                {"kapacity", plain_spaces(text_of(capacity_lines(proposal.capacities, around.lists)))},
                {"duvod", tidy(proposal.reason)},
                {"stav", proposal.state},
                {"rozhodnuto", day_in_form(proposal.decided_on)}};
    show_texts(proposal, texts_of_proposal, sheet);
    return sheet;
}

void check_proposal(SheetPage& page, const AroundNetwork& around, const i18n::Texts& texts, bool is_new) {
    auto& sheet = page.sheet;
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    if (!around.lists.find("service_types", sheet["druh"])) page.problems.push_back({"druh", "network.type.missing"});
    if (auto& slug = sheet["poskytovatel"]; !slug.empty() && !around.provider(slug))
        page.problems.push_back({"poskytovatel", "edit.provider.missing"});
    else if (slug.empty() && sheet["jiny_poskytovatel"].empty())
        page.problems.push_back({"jiny_poskytovatel", "network.proposal.provider.missing"});
    if (auto& slug = sheet["sluzba"]; !slug.empty() && !around.member(slug))
        page.problems.push_back({"sluzba", "edit.choice.unknown"});
    for (auto& wording : coverage_wordings(sheet["uzemi"])) {
        auto read = read_coverage(wording, around.territory);
        if (read.problem) not_understood(page, "uzemi", read.problem, wording, texts);
    }
    if (sheet["kapacity"].empty()) page.problems.push_back({"kapacity", "network.capacity.missing"});
    check_capacities(page, "kapacity", around.lists, texts);
    if (sheet["duvod"].empty()) page.problems.push_back({"duvod", "network.proposal.reason.missing"});
    check_length(page);
    if (is_new) return;
    if (!std::ranges::count(proposal_states, sheet["stav"])) page.problems.push_back({"stav", "edit.choice.unknown"});
    else if (sheet["stav"] == "rejected" && sheet["oduvodneni"].empty())
        page.problems.push_back({"oduvodneni", "network.proposal.decision_reason.missing"});
    if (!sheet["rozhodnuto"].empty() && !parse_date(sheet["rozhodnuto"]))
        page.problems.push_back({"rozhodnuto", "form.date.unreadable"});
}

// Expects a sheet without problems.
DevelopmentProposal filled(DevelopmentProposal proposal, const AroundNetwork& around, const Sheet& sheet,
                           const Sheet& before, Date today) {
    auto typed = [&](const char* name) { return value_in(sheet, name) != value_in(before, name); };
    if (typed("nazev")) proposal.name = value_in(sheet, "nazev");
    proposal.type_code = value_in(sheet, "druh");
    auto provider = around.provider(value_in(sheet, "poskytovatel"));
    proposal.provider_id = provider ? std::optional{provider->id} : std::nullopt;
    if (typed("sluzba")) {
        auto member = around.member(value_in(sheet, "sluzba"));
        proposal.service_id = member ? std::optional{member->member.service_id} : std::nullopt;
    }
    take_texts(proposal, texts_of_proposal, sheet);
    if (typed("uzemi")) proposal.territory = territory_tokens(value_in(sheet, "uzemi"), around.territory);
    if (typed("kapacity")) proposal.capacities = read_capacities(value_in(sheet, "kapacity"), around.lists).tokens;
    if (typed("duvod")) proposal.reason = value_in(sheet, "duvod");
    if (before.empty()) return proposal;
    if (typed("stav")) {
        proposal.state = value_in(sheet, "stav");
        proposal.decided_on = proposal.state == "proposed" ? std::nullopt : std::optional{today};
    }
    if (typed("rozhodnuto")) proposal.decided_on = parse_date(value_in(sheet, "rozhodnuto"));
    return proposal;
}

SheetPage proposal_page(const http::Request& request, const AroundNetwork& around,
                        const DevelopmentProposal* proposal) {
    auto& texts = *request.texts;
    auto& network = around.network;
    SheetPage page{proposal ? proposal->name : "",
                   proposal ? "network.proposal.edit" : "network.proposal.new",
                   proposals_at(network, proposal ? "/" + to_text(proposal->id) : "/novy"),
                   proposals_at(network),
                   proposal_parts(around, texts, request.today(), !proposal),
                   proposal ? sheet_of(*proposal, around) : Sheet{}};
    if (proposal) page.before = page.sheet, page.version = proposal->kept.version;
    page.form_token = request.form_token;
    page.links = {{network.name, "/site/" + network.slug + "/clenove"},
                  {texts.text("network.link.proposals"), proposals_at(network)}};
    return page;
}

DevelopmentProposal proposal_asked(const http::Request& request, db::Session& db, const ServiceNetwork& network) {
    auto proposal = find_proposal(db, request.id<DevelopmentProposal>("rozvoj"));
    if (!proposal || proposal->network_id != network.id) throw NotFound{};
    return *proposal;
}

// Those of the state that the address asks for.
std::vector<DevelopmentProposal> proposals_asked(const http::Request& request, const AroundNetwork& around) {
    auto state = request.asked.first("stav");
    auto proposals = around.proposals;
    if (std::ranges::count(proposal_states, state))
        std::erase_if(proposals, [&](auto& one) { return one.state != state; });
    return proposals;
}

}

html::Tag proposal_tag(const std::string& state, const i18n::Texts& texts) {
    auto kind = state == "accepted" ? html::Tag::ok : state == "rejected" ? html::Tag::bad : html::Tag::run;
    return {kind, texts.text("network.proposal.state." + state)};
}

http::Response list_proposals(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& network = permit.about().network;
    auto& texts = *request.texts;
    auto around = AroundNetwork::read(permit.db(), network, permit.today());
    auto page = board(request, network, "network.link.proposals", "network.proposals.lead");
    page.links = {{texts.text("network.proposal.new"), proposals_at(network, "/novy")},
                  {texts.text("network.csv"), proposals_at(network, ".csv")}};
    for (auto state : proposal_states)
        page.links.push_back({texts.text(std::string{"network.proposal.state."} + state),
                              proposals_at(network, std::string{"?stav="} + state)});
    page.empty = "network.proposals.none", page.empty_why = "network.proposals.none.why";
    html::Table table{page.title,
                      {{"network.proposal.name"},
                       {"network.provider"},
                       {"network.type"},
                       {"edit.coverage"},
                       {"network.capacity"},
                       {"network.state"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : proposals_asked(request, around)) {
        auto coverages = parse_coverages(one.territory);
        auto reach = coverages ? text::joined(reach_words(*coverages, around.territory, texts)) : "";
        table.rows.push_back({{one.name, proposals_at(network, "/" + to_text(one.id))},
                              {around.provider_words(one)},
                              {type_words(around.lists, one.type_code, texts)},
                              {reach},
                              {text::joined(capacity_lines(one.capacities, around.lists, texts.language()))},
                              {.text = "", .tag = proposal_tag(one.state, texts)}});
    }
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

http::Response export_proposals(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& network = permit.about().network;
    auto around = AroundNetwork::read(permit.db(), network, permit.today());
    std::string text;
    csv::write_row(text, {"nazev", "poskytovatel", "druh", "uzemi", "kapacita", "duvod", "stav", "oduvodneni"});
    for (auto& one : proposals_asked(request, around)) {
        auto capacity = plain_spaces(text::joined(capacity_lines(one.capacities, around.lists))),
             provider = around.provider_words(one), type = around.lists.name("service_types", one.type_code),
             state = request.texts->text("network.proposal.state." + one.state);
        csv::write_row(text, {one.name, provider, type, territory_lines(one.territory, around.territory), capacity,
                              one.reason, state, one.decision_reason.value_or("")});
    }
    return network_file(std::move(text), network.slug + "-navrhy.csv");
}

http::Response show_new_proposal(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    return respond(request, proposal_page(request, around, nullptr));
}

http::Response new_proposal(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    auto page = proposal_page(request, around, nullptr);
    page.sheet = typed_sheet(request.values, page.parts);
    check_proposal(page, around, *request.texts, true);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto proposal = filled({}, around, page.sheet, {}, permit.today());
    proposal.network_id = around.network.id;
    add(author_of(permit), proposal);
    note_done(permit, "network.proposal_added", proposal.id.uuid);
    return http::redirect(proposals_at(around.network), "?ulozeno=ano");
}

http::Response show_proposal(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    auto proposal = proposal_asked(request, permit.db(), around.network);
    auto page = proposal_page(request, around, &proposal);
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_proposal(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    auto proposal = proposal_asked(request, permit.db(), around.network);
    auto page = proposal_page(request, around, &proposal);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_proposal(page, around, *request.texts, false);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (change(author_of(permit), proposal, filled(proposal, around, page.sheet, page.before, permit.today())))
        note_done(permit, "network.proposal_saved", proposal.id.uuid);
    return http::redirect(page.action, "?ulozeno=ano");
}

}
