// Editing a provider, and making a new one.
#include "network/editing/edit_pages.hpp"
#include "network/editing/provider_sheet.hpp"

namespace network {

namespace {

SheetPage edit_page(const http::Request& request, const EditedProvider& edited) {
    auto& provider = edited.provider;
    auto address = "/poskytovatele/" + provider.slug;
    SheetPage page{provider.name, "edit.provider.title", address + "/upravit",
                   address,       provider_parts(),      sheet_of(edited)};
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
    auto page = edit_page(request, {view.provider, contacts_of(permit.db(), view.provider.id.uuid)});
    say_saved(request, page);
    return show_sheet(request, permit.db(), page);
}

http::Response edit_provider(const http::Request& request, Permit<may::EditProvider> permit) {
    auto& db = permit.db();
    auto provider = *find_provider(db, permit.about().provider.id);
    EditedProvider edited{provider, contacts_of(db, provider.id.uuid)};
    auto page = edit_page(request, edited);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    page.problems = problems_of(page.sheet, db, edited, *request.texts, page.notes);
    if (!page.problems.empty()) return sheet_again(request, page);
    if (page.sheet != page.before && save_provider(author_of(permit), edited, page.sheet))
        note_done(permit, "network.provider_saved", provider.id.uuid);
    sheet_saved(request, permit);
    return http::redirect("/poskytovatele/", provider.slug, "/upravit?ulozeno=ano");
}

http::Response show_new_provider(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    return show_sheet(request, permit.db(), new_provider_page(request));
}

http::Response new_provider(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto page = new_provider_page(request);
    page.sheet = typed_sheet(request.values, page.parts);
    page.problems = problems_of(page.sheet, permit.db(), {}, *request.texts, page.notes);
    if (!page.problems.empty()) return sheet_again(request, page);
    auto provider = make_provider(author_of(permit), page.sheet);
    note_done(permit, "network.provider_added", provider.id.uuid);
    sheet_saved(request, permit);
    return http::redirect("/poskytovatele/", provider.slug, "/upravit?ulozeno=ano");
}

}
