// Handlers: ask, check, do, answer.
#include "network/import_files.hpp"
#include "network/register/register_jobs.hpp"
#include "network/register/register_labels.hpp"
#include "network/register/register_pages.hpp"
#include "network/register/register_regions.hpp"

#include <algorithm>

namespace network {

namespace {

Id<Organisation> organisation_of(const User& user) { return user.organisation_id.value_or(Id<Organisation>{}); }

// Those of each day stand among the days.
std::vector<RegisterImport> handed_over(db::Session& db) {
    return db.all<RegisterImport>(
        "SELECT * FROM register_imports WHERE id NOT IN"
        " (SELECT import_id FROM register_days WHERE import_id IS NOT NULL) AND (job_id IS NULL OR job_id NOT IN"
        " (SELECT id FROM jobs WHERE kind IN ('register.daily', 'register.again')))"
        " ORDER BY created_at DESC, id DESC LIMIT 30");
}

http::Response import_list(const http::Request& request, const Permit<may::ImportRegister>& permit,
                           const RegisterUploadForm& form, http::Status status) {
    auto& db = permit.look();
    RegisterImportsPage page{form, handed_over(db), register_days_part(request, db), request.facts->region_name,
                             request.form_token};
    return respond(request, page, status);
}

DifferenceFilter filter_of(const http::Request& request) {
    DifferenceFilter filter{request.asked.first("druh"), request.asked.first("uzemi")};
    auto page = request.asked.first("strana");
    if (page.size() < 7 && page.find_first_not_of("0123456789") == page.npos && !page.empty())
        filter.page = std::max<std::int64_t>(1, std::stoll(page));
    return filter;
}

std::vector<ServiceDifference> find_differences(db::Session& db, Id<RegisterImport> import,
                                                const DifferenceFilter& filter, std::int64_t& found) {
    auto orp = "%;" + filter.place + ";%";
    found =
        db.one<std::int64_t>("SELECT count(*) FROM register_differences WHERE import_id = $1 AND ($2 = '' OR kind = $2)"
                             " AND ($3 = '' OR coalesce(region_code, '-') = $3 OR orp_codes LIKE $4)",
                             import, filter.kind, filter.place, orp);
    return db.all<ServiceDifference>(
        "SELECT * FROM register_differences WHERE import_id = $1 AND ($2 = '' OR kind = $2)"
        " AND ($3 = '' OR coalesce(region_code, '-') = $3 OR orp_codes LIKE $4)"
        " ORDER BY CASE kind WHEN 'suspicious' THEN 0 WHEN 'vanished' THEN 1 WHEN 'ended' THEN 2"
        " WHEN 'changed' THEN 3 ELSE 4 END, position LIMIT $5 OFFSET $6",
        import, filter.kind, filter.place, orp, RegisterImportPage::page_size,
        (filter.page - 1) * RegisterImportPage::page_size);
}

std::string address_of(db::Session& db, const ServiceDifference& difference) {
    auto slug =
        db.maybe<std::string>("SELECT services.slug FROM services JOIN register_services ON services.id = service_id"
                              " WHERE identifier = $1",
                              difference.identifier);
    return slug ? "/sluzby/" + *slug : "";
}

RegisterImportPage import_page(const http::Request& request, const Permit<may::ReviewImport>& permit) {
    auto& db = permit.look();
    RegisterImportPage page{permit.about(), {}, filter_of(request)};
    auto& import = page.import;
    page.form_token = request.form_token;
    if (import.job_id) page.job = jobs::find(db, *import.job_id);
    page.day = day_of_import(db, import.id);
    if (!page.has_differences()) return page;
    page.territory = tally_of(db, import.id);
    auto territory = Territory::read(db, permit.today());
    auto lists = CodeLists::read(db, permit.today());
    for (auto& district : territory.districts())
        if (district.kind == "orp") page.place_names[district.code] = district.name;
    for (auto& difference : find_differences(db, import.id, page.filter, page.found)) {
        DifferenceItem item{difference,
                            lists.name("service_types", difference.type_code, request.texts->language()),
                            {},
                            difference_lines(difference, lists, territory, *request.texts),
                            address_of(db, difference)};
        item.form_token = request.form_token;
        page.differences.push_back(std::move(item));
    }
    page.notes = notes_of(db, import.id, 100);
    page.all_notes = db.one<std::int64_t>("SELECT count(*) FROM register_notes WHERE import_id = $1", import.id);
    return page;
}

http::Response answer(const http::Request& request, RegisterImportPage page, http::Status status = http::ok) {
    for (auto& item : page.differences) item.import = &page.import;
    return respond(request, page, status);
}

}

RegisterUploadForm::RegisterUploadForm(const http::Request& request) : Form{request} {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && upload.bytes > 0) file = &upload;
    if (!file) problem("soubor", "register.upload.missing");
}

http::Response list_imports(const http::Request& request, Permit<may::ImportRegister> permit) {
    return import_list(request, permit, RegisterUploadForm{}, http::ok);
}

http::Response upload_register(const http::Request& request, Permit<may::ImportRegister> permit) {
    RegisterUploadForm form{request};
    if (!form.clean()) return import_list(request, permit, form, http::unprocessable);
    auto region = form.own_region ? std::optional{request.facts->region_code} : std::nullopt;
    auto import = begin_import(permit.db(), permit.now(), permit.user().id, organisation_of(permit.user()),
                               {form.file->name, region});
    queue_reading(permit.db(), permit.now(), import, keep_upload(*form.file, "register-" + to_text(import.id)));
    return http::redirect("/sprava/registr/", import.id);
}

http::Response show_import(const http::Request& request, Permit<may::ReviewImport> permit) {
    return answer(request, import_page(request, permit));
}

http::Response apply_import(const http::Request& request, Permit<may::ReviewImport> permit) {
    auto allow_drop = request.values.first("pokles") == "1";
    auto& import = permit.about();
    if (import.may_be_applied() && import.drop_percent > drop_limit_percent && !import.allow_drop && !allow_drop) {
        auto page = import_page(request, permit);
        page.drop_not_ticked = true;
        return answer(request, std::move(page), http::unprocessable);
    }
    auto begun = begin_applying(permit.db(), permit.now(), import.id, {allow_drop, permit.user().id});
    queue_applying(permit.db(), permit.now(), permit.user().id, begun);
    return http::redirect("/sprava/registr/", import.id);
}

http::Response stop_import(const http::Request&, Permit<may::ReviewImport> permit) {
    cancel_import(permit.db(), permit.now(), permit.about());
    return http::redirect("/sprava/registr/", permit.about().id);
}

http::Response decide_held(const http::Request& request, Permit<may::ReviewImport> permit) {
    auto id = Id<ServiceDifference>::parse(request.values.first("rozdil"));
    auto how = request.values.first("jak");
    if (!id || (how != "prevzit" && how != "nechat")) throw NotFound{};
    auto of = permit.db().maybe<Id<RegisterImport>>("SELECT import_id FROM register_differences WHERE id = $1", *id);
    if (of != permit.about().id) throw NotFound{};
    decide_difference(permit.db(), permit.now(), permit.user().id, *id, how == "prevzit");
    return http::redirect("/sprava/registr/", permit.about().id, std::string{"?druh=suspicious"});
}

}
