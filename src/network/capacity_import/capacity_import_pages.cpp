// Handlers: ask, check, do, answer; and what the templates ask for.
#include "network/capacity_import/capacity_import_pages.hpp"

#include "network/register/register_json.hpp"
#include "platform/base/csv.hpp"
#include "platform/http/reading.hpp"

namespace network {

namespace {

constexpr std::int64_t imports_shown = 30;

html::Tag tag_of(html::Out& out, const CapacityImport& import) {
    auto kind = import.state == "applied"  ? html::Tag::ok
                : import.state == "failed" ? html::Tag::bad
                : import.under_way()       ? html::Tag::run
                : import.state == "ready"  ? html::Tag::part
                                           : html::Tag::unknown;
    return {kind, out.text("capacity_import.state." + import.state)};
}

}

CapacityUploadForm::CapacityUploadForm(const http::Request& request) : Form{request} {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && upload.bytes > 0) file = &upload;
    if (!file) problem("soubor", "capacity_import.upload.missing");
}

http::PageHead CapacityImportsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("capacity_import.title"), .section = "/sprava/kapacity", .staff = true};
}

files::FileField CapacityImportsPage::file_field() const {
    return {{"soubor", "capacity_import.file", "", form.problem_of("soubor"), "capacity_import.file.hint"},
            files::round_bytes(http::upload_most)};
}

html::Table CapacityImportsPage::columns(html::Out& out) const {
    html::Table table{
        out.text("capacity_import.columns"), {{"capacity_import.column"}, {"capacity_import.meaning"}}, {}};
    table.caption_is_above = true;
    for (std::string name : {"sluzba", "kapacita", "forma", "jednotka", "pocet", "plati_od", "plati_do", "poznamka"})
        table.rows.push_back({{name}, {out.text("capacity_import.column." + name)}});
    return table;
}

html::Table CapacityImportsPage::table(html::Out& out) const {
    html::Table table{out.text("capacity_import.imports"),
                      {{"capacity_import.file"},
                       {"capacity_import.day"},
                       {"capacity_import.state"},
                       {"capacity_import.rows", true},
                       {"capacity_import.wrong", true}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& import : imports)
        table.rows.push_back({{import.file_name, "/sprava/kapacity/import/" + to_text(import.id)},
                              {to_czech(day_in_prague(import.kept.created_at))},
                              {"", "", tag_of(out, import)},
                              {std::to_string(import.all_rows)},
                              {std::to_string(import.wrong_rows)}});
    return table;
}

// --- one import ------------------------------------------------------------------------------------------------------

http::PageHead CapacityImportPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("capacity_import.one", {import.file_name}),
            .section = "/sprava/kapacity",
            .staff = true,
            .again_seconds = runs() ? 2 : 0};
}

html::Tag CapacityImportPage::state(html::Out& out) const { return tag_of(out, import); }

html::Bar CapacityImportPage::bar(html::Out& out) const {
    auto done = job ? job->done_steps : 0, all = job ? std::max(job->all_steps, done) : 0;
    return {out.text("capacity_import.progress", std::to_string(done)), import.state == "reading" ? 0 : done,
            std::max<std::int64_t>(all, 1)};
}

html::Stats CapacityImportPage::stats() const {
    auto number = [](std::int64_t count) { return to_czech(count); };
    return {{{"capacity_import.new", number(import.new_rows)},
             {"capacity_import.changed", number(import.changed_rows)},
             {"capacity_import.same", number(import.same_rows)},
             {"capacity_import.wrong", number(import.wrong_rows)}}};
}

std::string problem_words(const CapacityImportProblem& problem, const i18n::Texts& texts) {
    auto values = texts_from_json(problem.problem_values);
    values.resize(std::max<std::size_t>(values.size(), 1));
    return texts.text("capacity_import.problem." + problem.problem, values);
}

html::Table CapacityImportPage::problems_table(html::Out& out) const {
    html::Table table{out.text("capacity_import.problems", import.wrong_rows),
                      {{"capacity_import.row"}, {"capacity_import.column"}, {"capacity_import.problem"}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& problem : problems) {
        auto values = texts_from_json(problem.problem_values);
        values.resize(std::max<std::size_t>(values.size(), 1));
        table.rows.push_back({{std::to_string(problem.row_number)},
                              {problem.column_name},
                              {out.text("capacity_import.problem." + problem.problem, values.front())}});
    }
    return table;
}

std::string CapacityImportPage::error_text(html::Out& out) const {
    auto values = texts_from_json(import.error_values.value_or("[]"));
    values.resize(std::max<std::size_t>(values.size(), 3));
    return out.text(import.error_key.value_or("capacity_import.failed"), values[0], values[1], values[2]);
}

html::ErrorSummary CapacityImportPage::summary() const {
    if (!not_ticked) return {};
    return {{{"vynechat", "capacity_import.not_ticked"}}};
}

namespace {

http::Response imports_page(const http::Request& request, db::Session& db, const CapacityUploadForm& form,
                            http::Status status) {
    return respond(request, CapacityImportsPage{form, newest_capacity_imports(db, imports_shown), request.form_token},
                   status);
}

http::Response import_page(const http::Request& request, db::Session& db, const CapacityImport& import, bool not_ticked,
                           http::Status status) {
    CapacityImportPage page{import, {}, problems_of_import(db, import.id), request.form_token, not_ticked};
    if (import.job_id) page.job = jobs::find(db, *import.job_id);
    return respond(request, page, status);
}

}

http::Response list_capacity_imports(const http::Request& request, Permit<may::ImportCapacities> permit) {
    return imports_page(request, permit.look(), CapacityUploadForm{}, http::ok);
}

http::Response upload_capacities(const http::Request& request, Permit<may::ImportCapacities> permit) {
    CapacityUploadForm form{request};
    if (!form.clean()) return imports_page(request, permit.look(), form, http::unprocessable);
    auto& db = permit.db();
    auto organisation = permit.user().organisation_id.value_or(Id<Organisation>{});
    auto import = begin_capacity_import(db, permit.now(), permit.user().id, organisation, form.file->name);
    queue_reading_capacities(db, permit.now(), import, keep_upload(*form.file, "capacities-" + to_text(import.id)));
    return http::redirect("/sprava/kapacity/import/", import.id);
}

http::Response show_capacity_import(const http::Request& request, Permit<may::ReviewCapacities> permit) {
    return import_page(request, permit.look(), permit.about(), false, http::ok);
}

http::Response apply_capacity_import(const http::Request& request, Permit<may::ReviewCapacities> permit) {
    auto& import = permit.about();
    if (import.state != "ready") throw Conflict{};
    if (import.wrong_rows > 0 && request.values.first("vynechat") != "1")
        return import_page(request, permit.look(), import, true, http::unprocessable);
    queue_applying_capacities(permit.db(), permit.now(), permit.user().id, import);
    return http::redirect("/sprava/kapacity/import/", import.id);
}

http::Response stop_capacity_import(const http::Request&, Permit<may::ReviewCapacities> permit) {
    cancel_capacity_import(permit.db(), permit.now(), permit.about());
    return http::redirect("/sprava/kapacity/import/", permit.about().id);
}

http::Response export_row_problems(const http::Request& request, Permit<may::ReviewCapacities> permit) {
    std::string text;
    csv::write_row(text, {"radek", "sloupec", "co_je_spatne"});
    for (auto& problem : problems_of_import(permit.look(), permit.about().id)) {
        auto row = std::to_string(problem.row_number), words = problem_words(problem, *request.texts);
        csv::write_row(text, {row, problem.column_name, words});
    }
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"chyby.csv\"");
    return response;
}

}
