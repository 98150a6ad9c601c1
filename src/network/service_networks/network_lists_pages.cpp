// Keeps reference values; shows the kinds and marks of networks, which are kept as the other code lists.
#include "network/code_lists/code_list_addresses.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/network_staff_pages.hpp"

namespace network {

namespace {

constexpr auto references_at = "/sprava/site/referencni-hodnoty";

html::Link desk_link(const i18n::Texts& texts) { return {texts.text("network.desk"), "/sprava/site"}; }

constexpr TextField<ReferenceValue> texts_of_reference[] = {{"poznamka", &ReferenceValue::note}};

std::vector<html::Choice> type_choices(const CodeLists& lists, const i18n::Texts& texts, Date day) {
    std::vector<html::Choice> choices{{"", texts.text("network.type.choose")}};
    for (auto item : lists.items("service_types", day))
        choices.push_back({item->code, type_words(lists, item->code, texts)});
    return choices;
}

SheetPage reference_page(const http::Request& request, const CodeLists& lists, const ReferenceValue& value,
                         bool is_new) {
    auto& texts = *request.texts;
    SheetParts parts{
        {"network.reference.part",
         {{"druh", "network.type", Control::one_of, "", false, type_choices(lists, texts, request.today())},
          {"ukazatel", "network.reference.measure", Control::line, "network.reference.measure.hint", false},
          {"hodnota", "network.reference.value", Control::line, "", false},
          {"jednotka", "network.reference.unit", Control::line, "network.reference.unit.hint", false},
          {"rok", "network.reference.year", Control::number, "", false},
          {"zdroj", "network.reference.source", Control::line, "", false},
          {"poznamka", "network.note", Control::area}}}};
    Sheet sheet;
    if (!is_new) {
        sheet = {{"druh", value.type_code},
                 {"ukazatel", tidy(value.measure)},
                 {"hodnota", plain_spaces(to_czech(Decimal{value.hundredths, 2}))},
                 {"jednotka", tidy(value.unit)},
                 {"rok", std::to_string(value.year)},
                 {"zdroj", tidy(value.source)}};
        show_texts(value, texts_of_reference, sheet);
    }
    SheetPage page{is_new ? "" : value.measure,
                   is_new ? "network.reference.new" : "network.reference.edit",
                   is_new ? std::string{references_at} + "/nova" : std::string{references_at} + "/" + to_text(value.id),
                   references_at,
                   std::move(parts),
                   sheet};
    if (!is_new) page.before = page.sheet, page.version = value.kept.version;
    page.form_token = request.form_token;
    return page;
}

void check_reference(SheetPage& page, const CodeLists& lists) {
    auto& sheet = page.sheet;
    if (!lists.find("service_types", sheet["druh"])) page.problems.push_back({"druh", "network.type.missing"});
    for (auto name : {"ukazatel", "jednotka", "zdroj"}) {
        if (sheet[name].empty()) page.problems.push_back({name, "network.field.missing"});
        if (sheet[name].size() > longest_line) page.problems.push_back({name, "edit.too_long"});
    }
    auto value = parse_decimal(sheet["hodnota"]);
    if (!value || value->places > 2) page.problems.push_back({"hodnota", "form.number.unreadable"});
    auto year = whole_number(sheet["rok"], latest_year);
    if (!year || *year < earliest_year) page.problems.push_back({"rok", "network.reference.year.unreadable"});
}

// Expects a sheet without problems.
ReferenceValue filled(ReferenceValue value, const Sheet& sheet) {
    value.type_code = value_in(sheet, "druh"), value.measure = value_in(sheet, "ukazatel");
    value.unit = value_in(sheet, "jednotka"), value.source = value_in(sheet, "zdroj");
    value.hundredths = parse_decimal(value_in(sheet, "hodnota"))->in_units_of(2);
    value.year = *whole_number(value_in(sheet, "rok"), latest_year);
    take_texts(value, texts_of_reference, sheet);
    return value;
}

ReferenceValue reference_asked(const http::Request& request, db::Session& db) {
    auto value = find_reference_value(db, request.id<ReferenceValue>("hodnota"));
    if (!value) throw NotFound{};
    return *value;
}

}

http::Response list_references(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& texts = *request.texts;
    auto lists = CodeLists::read(permit.db(), permit.today());
    NetworkBoardPage page{
        texts.text("network.references"), texts.text("network.references.lead"), "/sprava/site", {desk_link(texts)}};
    page.links = {{texts.text("network.reference.new"), std::string{references_at} + "/nova"}};
    page.empty = "network.references.none", page.empty_why = "network.references.none.why";
    page.saved = request.asked.first("ulozeno") == "ano";
    html::Table table{page.title,
                      {{"network.reference.measure"},
                       {"network.type"},
                       {"network.reference.value", true},
                       {"network.reference.year"},
                       {"network.reference.source"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& value : list_reference_values(permit.db()))
        table.rows.push_back({{value.measure, std::string{references_at} + "/" + to_text(value.id)},
                              {type_words(lists, value.type_code, texts)},
                              {to_czech(Decimal{value.hundredths, 2}) + "\u00a0" + value.unit},
                              {std::to_string(value.year)},
                              {value.source}});
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

http::Response show_new_reference(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    return respond(request, reference_page(request, CodeLists::read(permit.db(), permit.today()), {}, true));
}

http::Response new_reference(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto lists = CodeLists::read(permit.db(), permit.today());
    auto page = reference_page(request, lists, {}, true);
    page.sheet = typed_sheet(request.values, page.parts);
    check_reference(page, lists);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto id = add(author_of(permit), filled({}, page.sheet));
    note_done(permit, "network.reference_added", id.uuid);
    return http::redirect(references_at, "?ulozeno=ano");
}

http::Response show_reference(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto value = reference_asked(request, permit.db());
    return respond(request, reference_page(request, CodeLists::read(permit.db(), permit.today()), value, false));
}

http::Response edit_reference(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto lists = CodeLists::read(permit.db(), permit.today());
    auto value = reference_asked(request, permit.db());
    auto page = reference_page(request, lists, value, false);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_reference(page, lists);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (change(author_of(permit), value, filled(value, page.sheet)))
        note_done(permit, "network.reference_saved", value.id.uuid);
    return http::redirect(references_at, "?ulozeno=ano");
}

// --- kinds and marks -------------------------------------------------------------------------------------------------

namespace {

// What a tick of a list's items says.
struct OwnList {
    const char *list, *title, *tick, *column;
};
constexpr OwnList own_lists[] = {
    {network_kinds, "network.codes.kinds", "network.code.funding", "condition_of_funding"},
    {network_marks, "network.codes.marks", "network.code.conditional", "conditional"},
};

html::Table table_of(const OwnList& own, const CodeLists& lists, const i18n::Texts& texts) {
    html::Table table{texts.text(own.title),
                      {{"network.code.name"}, {"network.code.meaning"}, {own.tick}, {"network.code.until"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto item : lists.known(own.list))
        table.rows.push_back({{item->name_cs, code_at(own.list, item->code)},
                              {item->plain_cs.value_or("")},
                              {item->detail(own.column) == "1" ? texts.text("form.yes") : ""},
                              {last_day_in_form(item->validity.valid_to)}});
    return table;
}

}

http::Response list_network_codes(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& texts = *request.texts;
    NetworkBoardPage page{
        texts.text("network.codes"), texts.text("network.codes.lead"), "/sprava/site", {desk_link(texts)}};
    page.links = {{texts.text("network.code.new.kind"), code_list_at(network_kinds) + "/nova"},
                  {texts.text("network.code.new.mark"), code_list_at(network_marks) + "/nova"}};
    page.empty = "network.codes.none", page.empty_why = "network.codes.none.why";
    auto lists = CodeLists::read(permit.db(), permit.today());
    for (auto& own : own_lists) page.tables.push_back(table_of(own, lists, texts));
    return respond(request, page);
}

}
