// Asks for the beginning of a service and makes it.
#include "network/editing/new_service_sheet.hpp"

namespace network {

SheetPart new_service_part(const CodeLists& lists, const i18n::Texts& texts, Date day) {
    std::vector<html::Choice> types{{"", texts.text("edit.type.choose")}};
    for (auto item : lists.items("service_types", day))
        types.push_back({item->code, lists.name("service_types", item->code, texts.language())});
    return {"edit.part.what",
            {{"druh", "edit.type", Control::one_of, "edit.type.hint", false, types},
             {"nazev", "edit.name", Control::line, "", false},
             {"identifikator", "edit.identifier", Control::line, "edit.identifier.hint"},
             {"shrnuti", "edit.summary", Control::area, "edit.summary.hint"}}};
}

std::vector<html::Problem> problems_of_new_service(const Sheet& sheet, db::Session& db, const i18n::Texts& texts,
                                                   Date day, std::vector<html::Note>& notes) {
    std::vector<html::Problem> problems;
    auto lists = CodeLists::read(db, day);
    if (!lists.find("service_types", value_in(sheet, "druh"))) problems.push_back({"druh", "edit.type.missing"});
    if (value_in(sheet, "nazev").empty()) problems.push_back({"nazev", "edit.name.missing"});
    auto identifier = value_in(sheet, "identifikator");
    if (identifier.empty()) return problems;
    auto known = find_service_by_register_identifier(db, identifier);
    if (!valid_register_identifier(identifier)) {
        problems.push_back({"identifikator", "edit.identifier.wrong"});
    } else if (known) {
        problems.push_back({"identifikator", "edit.identifier.taken"});
        notes.push_back(
            {html::Note::bad, texts.text("edit.identifier.taken"), "", {{known->name, "/sluzby/" + known->slug}}});
    }
    return problems;
}

Service make_service(const Author& author, Id<Provider> provider, const Sheet& sheet) {
    Service service;
    service.provider_id = provider;
    service.type_code = value_in(sheet, "druh"), service.name = value_in(sheet, "nazev");
    service.register_identifier = text_or_nothing(value_in(sheet, "identifikator"));
    service.summary = text_or_nothing(value_in(sheet, "shrnuti"));
    add_service(author, service);
    return service;
}

}
