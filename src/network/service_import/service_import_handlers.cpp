// Handlers: ask, check, do, answer.
#include "network/service_import/service_columns.hpp"
#include "network/service_import/service_import_pages.hpp"

#include "network/register/register_json.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/json.hpp"

namespace network {

namespace {

constexpr std::int64_t tables_shown = 30;

http::Response imports_page(const http::Request& request, db::Session& db, const ServiceUploadForm& form,
                            http::Status status) {
    return respond(request, ServiceImportsPage{form, newest_service_imports(db, tables_shown), request.form_token},
                   status);
}

ServiceMappingPart mapping_part(const http::Request& request, const ServiceImport& import,
                                const std::vector<std::string>& mapping) {
    ServiceMappingPart part{import, {}, {}, {}, request.form_token};
    auto headings = import.headings_list(), examples = texts_from_json(import.examples);
    std::vector<html::Choice> choices{{"", request.texts->text("service_import.not_taken")}};
    for (auto& field : service_fields())
        choices.push_back({field.code, request.texts->text(std::string{"service_import.field."} + field.code)});
    for (std::size_t n = 0; n < headings.size(); ++n) {
        auto field = n < mapping.size() ? mapping[n] : "";
        part.columns.push_back({"sloupec-" + std::to_string(n + 1), headings[n], n < examples.size() ? examples[n] : "",
                                field, choices, !field.empty() && std::ranges::count(mapping, field) > 1});
    }
    auto sheets = texts_from_json(import.sheets);
    if (sheets.size() > 1)
        for (auto& sheet : sheets)
            part.sheets.push_back(
                {sheet, sheet, import.sheet.empty() ? sheet == sheets.front() : sheet == import.sheet});
    return part;
}

struct Shown {
    bool columns = false;    // though they were chosen before
    bool not_ticked = false;
    std::optional<std::vector<std::string>> typed{};    // a mapping that cannot be taken
    std::optional<std::string> problem{};
};

http::Response import_page(const http::Request& request, db::Session& db, const ServiceImport& import,
                           const Shown& shown, http::Status status) {
    ServiceImportPage page{import, {}, problems_of_import(db, import.id), {}, request.form_token, shown.not_ticked};
    if (import.job_id) page.job = jobs::find(db, *import.job_id);
    if (import.state == "mapping" || (import.state == "ready" && shown.columns)) {
        page.mapping.emplace(mapping_part(request, page.import, shown.typed.value_or(import.mapping_list())));
        page.mapping->problem = shown.problem;
    }
    auto response = respond(request, page, status);
    // Without a script too: the page comes again until the work is done.
    if (page.runs()) response.headers.emplace_back("Refresh", "2");
    return response;
}

std::vector<std::string> typed_mapping(const http::Request& request, std::size_t columns) {
    std::vector<std::string> mapping;
    for (std::size_t n = 1; n <= columns; ++n) {
        auto field = request.values.first("sloupec-" + std::to_string(n));
        mapping.push_back(is_service_field(field) ? field : "");
    }
    return mapping;
}

}

http::Response list_service_imports(const http::Request& request, Permit<may::ImportServices> permit) {
    return imports_page(request, permit.look(), ServiceUploadForm{}, http::ok);
}

http::Response upload_services(const http::Request& request, Permit<may::ImportServices> permit) {
    ServiceUploadForm form{request};
    if (!form.clean()) return imports_page(request, permit.look(), form, http::unprocessable);
    auto& db = permit.db();
    auto organisation = permit.user().organisation_id.value_or(Id<Organisation>{});
    auto import = begin_service_import(db, permit.now(), permit.user().id, organisation, form.file->name);
    queue_opening_services(db, permit.now(), import, keep_upload(*form.file, "services-" + to_text(import.id)));
    return http::redirect("/sprava/sluzby/import/", import.id);
}

http::Response show_service_import(const http::Request& request, Permit<may::ReviewServiceImport> permit) {
    Shown shown;
    shown.columns = request.asked.first("sloupce") == "ano";
    return import_page(request, permit.look(), permit.about(), shown, http::ok);
}

http::Response map_service_import(const http::Request& request, Permit<may::ReviewServiceImport> permit) {
    auto& import = permit.about();
    if (import.state != "mapping" && import.state != "ready") throw Conflict{};
    auto sheets = texts_from_json(import.sheets);
    auto sheet = request.values.first("list");
    auto standing = import.sheet.empty() && !sheets.empty() ? sheets.front() : import.sheet;
    if (!sheet.empty() && sheet != standing && std::ranges::find(sheets, sheet) != sheets.end()) {
        queue_opening_sheet(permit.db(), permit.now(), import, sheet);
        return http::redirect("/sprava/sluzby/import/", import.id);
    }
    auto headings = import.headings_list();
    auto mapping = typed_mapping(request, headings.size());
    if (auto problem = mapping_problem(mapping))
        return import_page(request, permit.look(), import, {true, false, mapping, problem}, http::unprocessable);
    auto mapped = import;
    mapped.mapping = to_json(mapping), mapped.mapping_from = "person";
    mapped.create_new = request.values.first("zalozit") == "1";
    mapped.overwrite = request.values.first("prepsat") == "1";
    remember_mapping(permit.db(), permit.now(), permit.user().id, import.kept.organisation_id, headings, mapping);
    queue_reading_services(permit.db(), permit.now(), import, mapped);
    return http::redirect("/sprava/sluzby/import/", import.id);
}

http::Response apply_service_import(const http::Request& request, Permit<may::ReviewServiceImport> permit) {
    auto& import = permit.about();
    if (import.state != "ready") throw Conflict{};
    if (import.wrong_rows > 0 && request.values.first("vynechat") != "1") {
        Shown shown;
        shown.not_ticked = true;
        return import_page(request, permit.look(), import, shown, http::unprocessable);
    }
    queue_applying_services(permit.db(), permit.now(), permit.user().id, import);
    return http::redirect("/sprava/sluzby/import/", import.id);
}

http::Response stop_service_import(const http::Request&, Permit<may::ReviewServiceImport> permit) {
    cancel_service_import(permit.db(), permit.now(), permit.about());
    return http::redirect("/sprava/sluzby/import/", permit.about().id);
}

http::Response export_service_problems(const http::Request& request, Permit<may::ReviewServiceImport> permit) {
    std::string text;
    csv::write_row(text, {"radek", "sloupec", "hodnota", "co_je_spatne"});
    for (auto& problem : problems_of_import(permit.look(), permit.about().id)) {
        auto row = std::to_string(problem.row_number), words = problem_words(problem, *request.texts);
        csv::write_row(text, {row, problem.column_name, problem.cell_value, words});
    }
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"chyby.csv\"");
    return response;
}

}
