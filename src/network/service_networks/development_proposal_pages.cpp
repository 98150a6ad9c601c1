// Keeps development proposals and statements of municipalities.
#include "network/service_networks/development_proposal_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

std::string proposals_at(const ServiceNetwork& network, const std::string& rest = "") {
    return "/site/" + network.slug + "/navrhy" + rest;
}
std::string statements_at(const ServiceNetwork& network, const std::string& rest = "") {
    return "/site/" + network.slug + "/vyjadreni" + rest;
}

// What both forms choose from.
struct Around {
    const ServiceNetwork& network;
    CodeLists lists;
    Territory territory;
    std::vector<Provider> providers;
    std::vector<ListedMember> members;
    std::vector<DevelopmentProposal> proposals;

    static Around read(db::Session& db, const ServiceNetwork& network, Date day) {
        return {network,
                CodeLists::read(db),
                Territory::read(db, day),
                list_providers(db),
                all_members_of(db, network.id),
                proposals_of(db, network.id)};
    }
    const Provider* provider(const std::string& slug) const {
        auto found = std::ranges::find(providers, slug, &Provider::slug);
        return found == providers.end() ? nullptr : &*found;
    }
    const Provider* provider(const std::optional<Id<Provider>>& id) const {
        if (!id) return nullptr;
        auto found = std::ranges::find(providers, *id, &Provider::id);
        return found == providers.end() ? nullptr : &*found;
    }
    const ListedMember* member(const std::string& slug) const {
        auto found = std::ranges::find(members, slug, &ListedMember::service_slug);
        return found == members.end() ? nullptr : &*found;
    }
    const ListedMember* member(const std::optional<Id<Service>>& id) const {
        if (!id) return nullptr;
        auto found = std::ranges::find(members, *id, [](auto& one) { return one.member.service_id; });
        return found == members.end() ? nullptr : &*found;
    }
    std::string provider_words(const DevelopmentProposal& proposal) const {
        auto known = provider(proposal.provider_id);
        return known ? known->shown_name() : proposal.provider_name.value_or("");
    }
};

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

// Says once at the field and line by line above the form what was not understood.
void not_understood(SheetPage& page, const char* field, const char* key, const std::string& wording,
                    const i18n::Texts& texts) {
    if (std::ranges::find(page.problems, field, &html::Problem::field) == page.problems.end())
        page.problems.push_back({field, key});
    page.notes.push_back({html::Note::bad, texts.text("edit.not_understood", {wording}), texts.text(key)});
}

void check_capacities(SheetPage& page, const char* field, const CodeLists& lists, const i18n::Texts& texts) {
    for (auto& wording : read_capacities(value_in(page.sheet, field), lists).wrong)
        not_understood(page, field, "network.capacity.unreadable", wording, texts);
}

void check_length(SheetPage& page) {
    for (auto& [name, typed] : page.sheet)
        if (typed.size() > longest_text) page.problems.push_back({name, "edit.too_long"});
}

NetworkBoardPage board(const http::Request& request, const ServiceNetwork& network, const char* title,
                       const char* lead) {
    auto& texts = *request.texts;
    NetworkBoardPage page{
        texts.text(title),
        texts.text(lead),
        "/sprava/site",
        {{texts.text("network.desk"), "/sprava/site"}, {network.name, "/site/" + network.slug + "/clenove"}}};
    page.saved = request.asked.first("ulozeno") == "ano";
    return page;
}

// --- proposals -------------------------------------------------------------------------------------------------------

constexpr TextField<DevelopmentProposal> texts_of_proposal[] = {
    {"jiny_poskytovatel", &DevelopmentProposal::provider_name},
    {"oduvodneni", &DevelopmentProposal::decision_reason},
};

SheetParts proposal_parts(const Around& around, const i18n::Texts& texts, Date day, bool is_new) {
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

Sheet sheet_of(const DevelopmentProposal& proposal, const Around& around) {
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

void check_proposal(SheetPage& page, const Around& around, const i18n::Texts& texts, bool is_new) {
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
DevelopmentProposal filled(DevelopmentProposal proposal, const Around& around, const Sheet& sheet, const Sheet& before,
                           Date today) {
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

SheetPage proposal_page(const http::Request& request, const Around& around, const DevelopmentProposal* proposal) {
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
std::vector<DevelopmentProposal> proposals_asked(const http::Request& request, const Around& around) {
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
    auto around = Around::read(permit.db(), network, permit.today());
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
    auto around = Around::read(permit.db(), network, permit.today());
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
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    return respond(request, proposal_page(request, around, nullptr));
}

http::Response new_proposal(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
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
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    auto proposal = proposal_asked(request, permit.db(), around.network);
    auto page = proposal_page(request, around, &proposal);
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_proposal(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    auto proposal = proposal_asked(request, permit.db(), around.network);
    auto page = proposal_page(request, around, &proposal);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_proposal(page, around, *request.texts, false);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (change(author_of(permit), proposal, filled(proposal, around, page.sheet, page.before, permit.today())))
        note_done(permit, "network.proposal_saved", proposal.id.uuid);
    return http::redirect(page.action, "?ulozeno=ano");
}

// --- what municipalities say -----------------------------------------------------------------------------------------

namespace {

constexpr TextField<MunicipalStatement> texts_of_statement[] = {
    {"podminky", &MunicipalStatement::conditions},
    {"cislo", &MunicipalStatement::document_number},
    {"poznamka", &MunicipalStatement::note},
};

// sluzba:SLUG or navrh:ID
std::string subject_of(const MunicipalStatement& statement, const Around& around) {
    if (statement.proposal_id) return "navrh:" + to_text(*statement.proposal_id);
    auto member = around.member(statement.service_id);
    return member ? "sluzba:" + member->service_slug : "";
}

std::string subject_words(const MunicipalStatement& statement, const Around& around, db::Session& db,
                          const i18n::Texts& texts) {
    if (statement.proposal_id) {
        auto found = std::ranges::find(around.proposals, *statement.proposal_id, &DevelopmentProposal::id);
        if (found != around.proposals.end()) return texts.text("network.statement.of_proposal", {found->name});
    }
    if (auto member = around.member(statement.service_id)) return member->service_name + ", " + member->provider_name;
    auto service = statement.service_id ? find_service(db, *statement.service_id) : std::nullopt;
    return service ? service->name : "";
}

SheetParts statement_parts(const Around& around, const i18n::Texts& texts) {
    std::vector<html::Choice> subjects{{"", texts.text("network.statement.subject.choose")}}, verdicts;
    for (auto& one : around.members)
        subjects.push_back({"sluzba:" + one.service_slug, one.service_name + ", " + one.provider_name});
    for (auto& one : around.proposals)
        subjects.push_back({"navrh:" + to_text(one.id), texts.text("network.statement.of_proposal", {one.name})});
    for (auto verdict : statement_verdicts)
        verdicts.push_back({verdict, texts.text(std::string{"network.statement.verdict."} + verdict)});
    return {
        {"network.statement.part",
         {{"obec", "edit.municipality", Control::line, "facility.municipality.hint", false},
          {"predmet", "network.statement.subject", Control::one_of, "network.statement.subject.hint", false, subjects},
          {"potrebna", "network.statement.verdict", Control::one_of, "", false, verdicts},
          {"podminky", "network.conditions", Control::area},
          {"kapacity", "network.statement.capacity", Control::area, "network.capacity.hint"},
          {"dne", "network.statement.given_on", Control::line, "", false},
          {"cislo", "network.statement.document"},
          {"poznamka", "network.note", Control::area}}}};
}

SheetPage statement_page(const http::Request& request, const Around& around, const MunicipalStatement* statement) {
    auto& texts = *request.texts;
    auto& network = around.network;
    Sheet sheet;
    if (statement) {
        sheet = {{"obec", town_in_form(statement->municipality_code, around.territory)},
                 {"predmet", subject_of(*statement, around)},
                 {"potrebna", statement->verdict},
                 {"kapacity", plain_spaces(text_of(capacity_lines(statement->capacities, around.lists)))},
                 {"dne", day_in_form(statement->given_on)}};
        show_texts(*statement, texts_of_statement, sheet);
    }
    SheetPage page{statement ? around.territory.name("municipality", statement->municipality_code) : "",
                   statement ? "network.statement.edit" : "network.statement.new",
                   statements_at(network, statement ? "/" + to_text(statement->id) : "/nove"),
                   statements_at(network),
                   statement_parts(around, texts),
                   sheet};
    if (statement) page.before = page.sheet, page.version = statement->kept.version;
    page.form_token = request.form_token;
    page.links = {{network.name, "/site/" + network.slug + "/clenove"},
                  {texts.text("network.link.statements"), statements_at(network)}};
    return page;
}

bool take_subject(MunicipalStatement& statement, const std::string& typed, const Around& around) {
    statement.service_id.reset(), statement.proposal_id.reset();
    if (typed.starts_with("sluzba:"))
        if (auto member = around.member(typed.substr(7))) statement.service_id = member->member.service_id;
    if (typed.starts_with("navrh:"))
        for (auto& one : around.proposals)
            if (to_text(one.id) == typed.substr(6)) statement.proposal_id = one.id;
    return statement.service_id || statement.proposal_id;
}

void check_statement(SheetPage& page, const Around& around, const i18n::Texts& texts) {
    auto& sheet = page.sheet;
    if (auto problem = problem_of_town(sheet["obec"], around.territory)) page.problems.push_back({"obec", problem});
    // Of a service that left the network meanwhile the statement stays.
    bool touched = page.before.empty() || sheet["predmet"] != value_in(page.before, "predmet");
    if (MunicipalStatement probe; touched && !take_subject(probe, sheet["predmet"], around))
        page.problems.push_back({"predmet", "network.statement.subject.missing"});
    if (!std::ranges::count(statement_verdicts, sheet["potrebna"]))
        page.problems.push_back({"potrebna", "edit.choice.unknown"});
    else if (sheet["potrebna"] == "conditions" && sheet["podminky"].empty())
        page.problems.push_back({"podminky", "network.statement.conditions.missing"});
    check_capacities(page, "kapacity", around.lists, texts);
    if (sheet["dne"].empty()) page.problems.push_back({"dne", "network.field.missing"});
    else if (!parse_date(sheet["dne"])) page.problems.push_back({"dne", "form.date.unreadable"});
    check_length(page);
}

// Expects a sheet without problems.
MunicipalStatement filled(MunicipalStatement statement, const Around& around, const Sheet& sheet, const Sheet& before) {
    auto typed = [&](const char* name) { return value_in(sheet, name) != value_in(before, name); };
    statement.network_id = around.network.id;
    if (typed("obec"))
        statement.municipality_code = around.territory.find_municipalities(value_in(sheet, "obec")).front()->code;
    if (typed("predmet")) take_subject(statement, value_in(sheet, "predmet"), around);
    statement.verdict = value_in(sheet, "potrebna");
    take_texts(statement, texts_of_statement, sheet);
    if (typed("kapacity")) statement.capacities = read_capacities(value_in(sheet, "kapacity"), around.lists).tokens;
    if (typed("dne")) statement.given_on = *parse_date(value_in(sheet, "dne"));
    return statement;
}

MunicipalStatement statement_asked(const http::Request& request, db::Session& db, const ServiceNetwork& network) {
    auto statement = find_statement(db, request.id<MunicipalStatement>("vyjadreni"));
    if (!statement || statement->network_id != network.id) throw NotFound{};
    return *statement;
}

}

http::Response list_statements(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto& network = permit.about().network;
    auto& texts = *request.texts;
    auto around = Around::read(permit.db(), network, permit.today());
    auto page = board(request, network, "network.link.statements", "network.statements.lead");
    page.links = {{texts.text("network.statement.new"), statements_at(network, "/nove")}};
    page.empty = "network.statements.none", page.empty_why = "network.statements.none.why";
    html::Table table{page.title,
                      {{"edit.municipality"},
                       {"network.statement.subject"},
                       {"network.statement.verdict"},
                       {"network.statement.capacity"},
                       {"network.statement.given_on"},
                       {"network.statement.document"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : statements_of(permit.db(), network.id)) {
        auto verdict = texts.text("network.statement.verdict." + one.verdict);
        if (one.conditions) verdict += ": " + *one.conditions;
        table.rows.push_back({{around.territory.name("municipality", one.municipality_code),
                               statements_at(network, "/" + to_text(one.id))},
                              {subject_words(one, around, permit.db(), texts)},
                              {verdict},
                              {text::joined(capacity_lines(one.capacities, around.lists, texts.language()))},
                              {to_czech(one.given_on)},
                              {one.document_number.value_or("")}});
    }
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

http::Response show_new_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    return respond(request, statement_page(request, around, nullptr));
}

http::Response new_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    auto page = statement_page(request, around, nullptr);
    page.sheet = typed_sheet(request.values, page.parts);
    check_statement(page, around, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto id = add(author_of(permit), filled({}, around, page.sheet, {}));
    note_done(permit, "network.statement_added", id.uuid);
    return http::redirect(statements_at(around.network), "?ulozeno=ano");
}

http::Response show_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    auto statement = statement_asked(request, permit.db(), around.network);
    auto page = statement_page(request, around, &statement);
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = Around::read(permit.db(), permit.about().network, permit.today());
    auto statement = statement_asked(request, permit.db(), around.network);
    auto page = statement_page(request, around, &statement);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_statement(page, around, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (change(author_of(permit), statement, filled(statement, around, page.sheet, page.before)))
        note_done(permit, "network.statement_saved", statement.id.uuid);
    return http::redirect(page.action, "?ulozeno=ano");
}

}
