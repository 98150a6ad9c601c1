// Editing a service, and making a new one.
#include "network/editing/edit_pages.hpp"
#include "network/editing/new_service_sheet.hpp"

namespace network {

std::string role_in_words(const User& user, const i18n::Texts& texts) {
    for (auto role : {Role::regional_planner, Role::planning_coordinator, Role::administrator})
        if (user.holds(role)) return texts.text(std::string{"role."} + to_text(role));
    return user.name;
}

namespace {

std::string address(const Service& service, const char* rest = "") { return "/sluzby/" + service.slug + rest; }

SheetPage edit_page(const http::Request& request, const EditedService& edited, Sheet sheet) {
    auto& service = edited.detail.service;
    auto& texts = *request.texts;
    SheetPage page{service.name,     "edit.service.title",         address(service, "/upravit"),
                   address(service), service_parts(edited, texts), std::move(sheet)};
    page.before = sheet_of(edited);
    page.version = service.kept.version;
    page.form_token = request.form_token;
    page.notes = law_notes(edited, texts);
    page.links = {{texts.text("edit.link.show"), address(service)},
                  {texts.text("edit.link.places"), address(service, "/zarizeni")},
                  {texts.text("edit.link.premises"), address(service, "/prostory")},
                  {texts.text("edit.link.capacity"), address(service, "/kapacity")},
                  {texts.text("edit.link.contracts"), address(service, "/smlouvy")},
                  {texts.text("attachment.list"), address(service, "/prilohy")},
                  {texts.text("edit.link.history"), address(service, "/historie")}};
    SheetField verified{"overeno", "edit.verified", Control::tick};
    if (service.verified_on && service.verified_by)
        page.notes.push_back({html::Note::info, texts.text("edit.verified.last.by",
                                                           {to_czech(*service.verified_on), *service.verified_by})});
    else if (service.verified_on)
        page.notes.push_back({html::Note::info, texts.text("edit.verified.last", {to_czech(*service.verified_on)})});
    page.parts.push_back({"edit.part.verified", {verified}});
    return page;
}

}

http::Response show_edit_service(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved(address(view.service, "/upravit"));
    auto edited = EditedService::read(permit.db(), view.service.id, permit.today(), permit.now());
    auto page = edit_page(request, edited, sheet_of(edited));
    if (auto mistakes = count_mistake_reports(permit.db(), "new", view.service.id); mistakes > 0)
        page.notes.push_back(
            {html::Note::warn,
             request.texts->text("mistakes.waiting_line", {std::to_string(mistakes)}, mistakes),
             "",
             {{request.texts->text("mistakes.see_waiting"),
               "/sprava/hlaseni?tyka=" + http::encoded(edited.detail.provider.slug + "/" + view.service.slug)}}});
    if (request.asked.first("ulozeno") == "ano")
        page.notes.insert(page.notes.begin(),
                          html::Note{html::Note::ok,
                                     request.texts->text("edit.saved"),
                                     "",
                                     {{request.texts->text("edit.link.show"), address(view.service)}},
                                     true});
    return show_sheet(request, permit.db(), page);
}

http::Response edit_service(const http::Request& request, Permit<may::EditService> permit) {
    auto& texts = *request.texts;
    auto& db = permit.db();
    auto edited = EditedService::read(db, permit.about().service.id, permit.today(), permit.now());
    auto& service = edited.detail.service;
    auto parts = service_parts(edited, texts);
    auto now = sheet_of(edited), typed = typed_sheet(request.values, parts);
    bool vouched = request.values.first("overeno") == "ano";

    auto open = differences(request.values, parts, now, service.kept.version, typed);
    if (!open.empty()) {
        ConflictPage page{
            service.name,      address(service, "/upravit"), parts, open, typed, now, service.kept.version,
            request.form_token};
        if (vouched) page.beside.push_back({"overeno", "ano"});
        return respond(request, page, http::conflict);
    }
    std::vector<html::Note> notes;
    auto problems = problems_of(typed, edited, texts, notes);
    if (!problems.empty()) {
        auto page = edit_page(request, edited, typed);
        page.sheet["overeno"] = vouched ? "ano" : "";
        page.problems = problems, page.notes = notes;
        return sheet_again(request, page);
    }
    if (typed != now || vouched) {
        auto by = vouched ? std::optional{role_in_words(permit.user(), texts)} : std::nullopt;
        save_service(author_of(permit), edited, typed, by);
        note_done(permit, "network.service_saved", service.id.uuid);
    }
    sheet_saved(request, permit);
    return http::redirect("/sluzby/", service.slug, "/upravit?ulozeno=ano");
}

// --- a new one -------------------------------------------------------------------------------------------------------

namespace {

SheetPage new_page(const http::Request& request, db::Session& db, Date day) {
    std::vector<html::Choice> providers{{"", request.texts->text("edit.provider.choose")}};
    for (auto& provider : list_providers(db)) providers.push_back({provider.slug, provider.name});
    auto part = new_service_part(CodeLists::read(db, day), *request.texts, day);
    part.fields.insert(part.fields.begin(),
                       {"poskytovatel", "edit.provider", Control::one_of, "", false, std::move(providers)});
    SheetPage page{"", "edit.service.new", "/sluzby/nova", "/prehled", {std::move(part)}, {}};
    page.form_token = request.form_token;
    return page;
}

}

http::Response show_new_service(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto page = new_page(request, permit.db(), permit.today());
    page.sheet["poskytovatel"] = request.asked.first("poskytovatel");
    page.links.push_back({request.texts->text("edit.document.link"), "/sluzby/nova/dokument"});
    return show_sheet(request, permit.db(), page);
}

http::Response new_service(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto page = new_page(request, db, permit.today());
    page.sheet = typed_sheet(request.values, page.parts);
    auto provider = find_provider_by_slug(db, page.sheet["poskytovatel"]);
    page.problems = problems_of_new_service(page.sheet, db, *request.texts, request.today(), page.notes);
    if (!provider) page.problems.insert(page.problems.begin(), {"poskytovatel", "edit.provider.missing"});
    if (!page.problems.empty()) return sheet_again(request, page);
    auto service = make_service(author_of(permit), provider->id, page.sheet);
    note_done(permit, "network.service_added", service.id.uuid);
    sheet_saved(request, permit);
    return http::redirect("/sluzby/", service.slug, "/upravit");
}

}
