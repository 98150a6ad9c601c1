// Keeps statements of municipalities.
#include "network/service_networks/statement_pages.hpp"

#include "network/editing/facility_sheet.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_sheets.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

std::string statements_at(const ServiceNetwork& network, const std::string& rest = "") {
    return "/site/" + network.slug + "/vyjadreni" + rest;
}

constexpr TextField<MunicipalStatement> texts_of_statement[] = {
    {"podminky", &MunicipalStatement::conditions},
    {"cislo", &MunicipalStatement::document_number},
    {"poznamka", &MunicipalStatement::note},
};

// sluzba:SLUG or navrh:ID
std::string subject_of(const MunicipalStatement& statement, const AroundNetwork& around) {
    if (statement.proposal_id) return "navrh:" + to_text(*statement.proposal_id);
    auto member = around.member(statement.service_id);
    return member ? "sluzba:" + member->service_slug : "";
}

std::string subject_words(const MunicipalStatement& statement, const AroundNetwork& around, db::Session& db,
                          const i18n::Texts& texts) {
    if (statement.proposal_id) {
        auto found = std::ranges::find(around.proposals, *statement.proposal_id, &DevelopmentProposal::id);
        if (found != around.proposals.end()) return texts.text("network.statement.of_proposal", {found->name});
    }
    if (auto member = around.member(statement.service_id)) return member->service_name + ", " + member->provider_name;
    auto service = statement.service_id ? find_service(db, *statement.service_id) : std::nullopt;
    return service ? service->name : "";
}

SheetParts statement_parts(const AroundNetwork& around, const i18n::Texts& texts) {
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

SheetPage statement_page(const http::Request& request, const AroundNetwork& around,
                         const MunicipalStatement* statement) {
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
    if (statement)
        page.links.push_back(
            {texts.text("attachment.list"), statements_at(network, "/" + to_text(statement->id) + "/prilohy")});
    return page;
}

bool take_subject(MunicipalStatement& statement, const std::string& typed, const AroundNetwork& around) {
    statement.service_id.reset(), statement.proposal_id.reset();
    if (typed.starts_with("sluzba:"))
        if (auto member = around.member(typed.substr(7))) statement.service_id = member->member.service_id;
    if (typed.starts_with("navrh:"))
        for (auto& one : around.proposals)
            if (to_text(one.id) == typed.substr(6)) statement.proposal_id = one.id;
    return statement.service_id || statement.proposal_id;
}

void check_statement(SheetPage& page, const AroundNetwork& around, const i18n::Texts& texts) {
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
MunicipalStatement filled(MunicipalStatement statement, const AroundNetwork& around, const Sheet& sheet,
                          const Sheet& before) {
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
    auto around = AroundNetwork::read(permit.db(), network, permit.today());
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
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    return respond(request, statement_page(request, around, nullptr));
}

http::Response new_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    auto page = statement_page(request, around, nullptr);
    page.sheet = typed_sheet(request.values, page.parts);
    check_statement(page, around, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto id = add(author_of(permit), filled({}, around, page.sheet, {}));
    note_done(permit, "network.statement_added", id.uuid);
    return http::redirect(statements_at(around.network), "?ulozeno=ano");
}

http::Response show_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
    auto statement = statement_asked(request, permit.db(), around.network);
    auto page = statement_page(request, around, &statement);
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_statement(const http::Request& request, Permit<may::KeepNetwork> permit) {
    auto around = AroundNetwork::read(permit.db(), permit.about().network, permit.today());
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
