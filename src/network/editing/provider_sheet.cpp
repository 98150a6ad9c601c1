// Turns a provider into texts and back.
#include "network/editing/provider_sheet.hpp"

#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "platform/base/ico.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr TextField<Provider> texts_of_provider[] = {
    {"zkratka", &Provider::short_name}, {"ico", &Provider::ico},         {"pravni_forma", &Provider::legal_form},
    {"ulice", &Provider::street},       {"psc", &Provider::postal_code}, {"obec", &Provider::municipality_name},
    {"popis", &Provider::description},  {"poznamka", &Provider::note},
};

}

const SheetParts& provider_parts() {
    static const SheetParts parts{
        {"edit.part.provider",
         {{"nazev", "edit.name", Control::line, "", false},
          {"zkratka", "edit.short_name", Control::line, "edit.short_name.hint"},
          {"ico", "edit.ico", Control::line, "edit.ico.hint"},
          {"pravni_forma", "edit.legal_form"},
          {"popis", "edit.description", Control::area}}},
        {"edit.part.seat", {{"ulice", "edit.street"}, {"psc", "edit.postal_code"}, {"obec", "edit.municipality"}}},
        {"edit.part.contacts",
         {{"kontakty", "edit.contacts", Control::area, "edit.contacts.provider_hint"},
          {"poznamka", "edit.provider_note", Control::area, "edit.provider_note.hint"}}},
    };
    return parts;
}

Sheet sheet_of(const EditedProvider& edited) {
    Sheet sheet{{"nazev", tidy(edited.provider.name)}};
    show_texts(edited.provider, texts_of_provider, sheet);
    sheet["kontakty"] = tidy(text_of(lines_had(edited.contacts)));
    return sheet;
}

namespace {

// Typed as 270 52 481 or with the zeros left out by a spreadsheet: we keep eight digits.
std::string plain_ico(std::string_view typed) {
    std::string digits;
    for (char c : typed)
        if (c != ' ' && std::string_view{"\xc2\xa0"}.find(c) == std::string_view::npos) digits += c;
    return digits;
}

}

std::vector<html::Problem> problems_of(Sheet& sheet, db::Session& db, const EditedProvider& edited,
                                       const i18n::Texts& texts, std::vector<html::Note>& notes) {
    std::vector<html::Problem> problems;
    if (sheet["nazev"].empty()) problems.push_back({"nazev", "edit.name.missing"});
    auto& ico = sheet["ico"];
    ico = plain_ico(ico);
    if (!ico.empty()) {
        auto known = find_provider_by_ico(db, ico);
        if (!is_ico(ico)) {
            problems.push_back({"ico", "edit.ico.wrong"});
        } else if (known && known->id != edited.provider.id) {
            problems.push_back({"ico", "edit.ico.taken"});
            notes.push_back({html::Note::bad,
                             texts.text("edit.ico.belongs", {ico, known->name}),
                             "",
                             {{texts.text("edit.ico.open"), "/poskytovatele/" + known->slug}}});
        }
    }
    for (auto& line : fresh_lines(lines_of(sheet["kontakty"]), lines_had(edited.contacts))) {
        if (read_contact_line(line)) continue;
        if (std::ranges::find(problems, "kontakty", &html::Problem::field) == problems.end())
            problems.push_back({"kontakty", "edit.contacts.unreadable"});
        notes.push_back(
            {html::Note::bad, texts.text("edit.not_understood", {line}), texts.text("edit.contacts.unreadable")});
    }
    return problems;
}

namespace {

void fill(Provider& provider, const Sheet& sheet) {
    if (tidy(provider.name) != value_in(sheet, "nazev")) provider.name = value_in(sheet, "nazev");
    take_texts(provider, texts_of_provider, sheet);
}

}

bool save_provider(const Author& author, const EditedProvider& edited, const Sheet& sheet) {
    auto after = edited.provider;
    fill(after, sheet);
    bool changed = change_provider(author, edited.provider, after);
    return keep_contact_lines(author, Provider::table, after.id.uuid, edited.contacts, value_in(sheet, "kontakty")) ||
           changed;
}

Provider make_provider(const Author& author, const Sheet& sheet) {
    Provider provider;
    fill(provider, sheet);
    add_provider(author, provider);
    keep_contact_lines(author, Provider::table, provider.id.uuid, {}, value_in(sheet, "kontakty"));
    return provider;
}

}
