// Editing a provider, and making a new one.
#include "network/editing/edit_pages.hpp"
#include "network/editing/kept_lines.hpp"
#include "network/editing/text_fields.hpp"
#include "network/register/ico.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr TextField<Provider> texts_of_provider[] = {
    {"zkratka", &Provider::short_name}, {"ico", &Provider::ico},         {"pravni_forma", &Provider::legal_form},
    {"ulice", &Provider::street},       {"psc", &Provider::postal_code}, {"obec", &Provider::municipality_name},
    {"popis", &Provider::description},  {"poznamka", &Provider::note},
};

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

Sheet sheet_of(const Provider& provider, const std::vector<Contact>& contacts) {
    Sheet sheet{{"nazev", tidy(provider.name)}};
    show_texts(provider, texts_of_provider, sheet);
    std::vector<std::string> lines;
    for (auto& contact : contacts) lines.push_back(line_of(contact));
    sheet["kontakty"] = tidy(text_of(lines));
    return sheet;
}

// Typed as 270 52 481 or with the zeros left out by a spreadsheet: we keep eight digits.
std::string plain_ico(std::string_view typed) {
    std::string digits;
    for (char c : typed)
        if (c != ' ' && std::string_view{"\xc2\xa0"}.find(c) == std::string_view::npos) digits += c;
    return digits;
}

void check(db::Session& db, SheetPage& page, const std::optional<Id<Provider>>& self, const std::vector<Contact>& had,
           const i18n::Texts& texts) {
    auto& sheet = page.sheet;
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    auto& ico = sheet["ico"];
    ico = plain_ico(ico);
    if (!ico.empty()) {
        auto known = find_provider_by_ico(db, ico);
        if (!is_ico(ico)) {
            page.problems.push_back({"ico", "edit.ico.wrong"});
        } else if (known && known->id != self) {
            page.problems.push_back({"ico", "edit.ico.taken"});
            page.notes.push_back({html::Note::bad,
                                  texts.text("edit.ico.belongs", {ico, known->name}),
                                  "",
                                  {{texts.text("edit.ico.open"), "/poskytovatele/" + known->slug}}});
        }
    }
    std::vector<std::string> lines;
    for (auto& contact : had) lines.push_back(line_of(contact));
    for (auto& line : lines_of(sheet["kontakty"]))
        if (!std::ranges::count(lines, line) && !read_contact_line(line)) {
            if (std::ranges::find(page.problems, "kontakty", &html::Problem::field) == page.problems.end())
                page.problems.push_back({"kontakty", "edit.contacts.unreadable"});
            page.notes.push_back(
                {html::Note::bad, texts.text("edit.not_understood", {line}), texts.text("edit.contacts.unreadable")});
        }
}

void fill(Provider& provider, Sheet& sheet) {
    if (tidy(provider.name) != sheet["nazev"]) provider.name = sheet["nazev"];
    take_texts(provider, texts_of_provider, sheet);
}

SheetPage edit_page(const http::Request& request, const Provider& provider, const std::vector<Contact>& contacts) {
    auto address = "/poskytovatele/" + provider.slug;
    SheetPage page{provider.name, "edit.provider.title", address + "/upravit",
                   address,       provider_parts(),      sheet_of(provider, contacts)};
    page.before = page.sheet;
    page.version = provider.kept.version;
    page.form_token = request.form_token;
    page.links = {{request.texts->text("edit.link.show"), address},
                  {request.texts->text("edit.link.new_service"), "/sluzby/nova?poskytovatel=" + provider.slug},
                  {request.texts->text("edit.link.history"), address + "/historie"}};
    return page;
}

SheetPage new_provider_page(const http::Request& request) {
    SheetPage page{"", "edit.provider.new", "/poskytovatele/novy", "/prehled", provider_parts(), {}};
    page.form_token = request.form_token;
    return page;
}
}

http::Response show_edit_provider(const http::Request& request, Permit<may::EditProvider> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/poskytovatele/" + view.provider.slug + "/upravit");
    auto page = edit_page(request, view.provider, contacts_of(permit.db(), view.provider.id.uuid));
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_provider(const http::Request& request, Permit<may::EditProvider> permit) {
    auto& db = permit.db();
    auto provider = *find_provider(db, permit.about().provider.id);
    auto contacts = contacts_of(db, provider.id.uuid);
    auto page = edit_page(request, provider, contacts);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check(db, page, provider.id, contacts, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (page.sheet != page.before) {
        auto author = author_of(permit);
        auto after = provider;
        fill(after, page.sheet);
        change_provider(author, provider, after);
        keep_contact_lines(author, Provider::table, provider.id.uuid, contacts, page.sheet["kontakty"]);
        note_done(permit, "network.provider_saved", provider.id.uuid);
    }
    return http::redirect("/poskytovatele/", provider.slug, "/upravit?ulozeno=ano");
}

http::Response show_new_provider(const http::Request& request, Permit<may::KeepCatalogue>) {
    return respond(request, new_provider_page(request));
}

http::Response new_provider(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto page = new_provider_page(request);
    page.sheet = typed_sheet(request.values, page.parts);
    check(permit.db(), page, {}, {}, *request.texts);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    Provider provider;
    fill(provider, page.sheet);
    auto author = author_of(permit);
    add_provider(author, provider);
    keep_contact_lines(author, Provider::table, provider.id.uuid, {}, page.sheet["kontakty"]);
    note_done(permit, "network.provider_added", provider.id.uuid);
    return http::redirect("/poskytovatele/", provider.slug, "/upravit?ulozeno=ano");
}

}
