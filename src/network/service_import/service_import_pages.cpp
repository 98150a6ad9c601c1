// What the templates ask for.
#include "network/service_import/service_import_pages.hpp"

#include "network/register/register_json.hpp"
#include "network/service_import/service_columns.hpp"
#include "platform/http/reading.hpp"

namespace network {

namespace {

html::Tag tag_of(html::Out& out, const ServiceImport& import) {
    auto kind = import.state == "applied"                              ? html::Tag::ok
                : import.state == "failed"                             ? html::Tag::bad
                : import.under_way()                                   ? html::Tag::run
                : import.state == "ready" || import.state == "mapping" ? html::Tag::part
                                                                       : html::Tag::unknown;
    return {kind, out.text("service_import.state." + import.state)};
}

std::string words_of(const ServiceImportProblem& problem, auto text) {
    auto values = texts_from_json(problem.problem_values);
    values.resize(std::max<std::size_t>(values.size(), 2));
    return text("service_import.problem." + problem.problem, values);
}

}

ServiceUploadForm::ServiceUploadForm(const http::Request& request) : Form{request} {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && upload.bytes > 0) file = &upload;
    if (!file) problem("soubor", "service_import.upload.missing");
}

http::PageHead ServiceImportsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("service_import.title"), .section = "/sprava/sluzby/import", .staff = true};
}

files::FileField ServiceImportsPage::file_field() const {
    return {{"soubor", "service_import.file", "", form.problem_of("soubor"), "service_import.file.hint"},
            files::round_bytes(http::upload_most)};
}

html::Table ServiceImportsPage::columns(html::Out& out) const {
    html::Table table{out.text("service_import.columns"), {{"service_import.field"}, {"service_import.meaning"}}, {}};
    table.caption_is_above = true;
    for (auto& field : service_fields())
        table.rows.push_back({{out.text(std::string{"service_import.field."} + field.code)},
                              {out.text(std::string{"service_import.means."} + field.code)}});
    return table;
}

html::Table ServiceImportsPage::table(html::Out& out) const {
    html::Table table{out.text("service_import.imports"),
                      {{"service_import.file"},
                       {"service_import.day"},
                       {"service_import.state"},
                       {"service_import.rows", true},
                       {"service_import.wrong", true}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& import : imports)
        table.rows.push_back({{import.file_name, "/sprava/sluzby/import/" + to_text(import.id)},
                              {to_czech(day_in_prague(import.kept.created_at))},
                              {"", "", tag_of(out, import)},
                              {std::to_string(import.all_rows)},
                              {std::to_string(import.wrong_rows)}});
    return table;
}

// --- one import ------------------------------------------------------------------------------------------------------

http::PageHead ServiceImportPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("service_import.one", {import.file_name}),
            .section = "/sprava/sluzby/import",
            .staff = true};
}

html::Tag ServiceImportPage::state(html::Out& out) const { return tag_of(out, import); }

html::Bar ServiceImportPage::bar(html::Out& out) const {
    auto done = job ? job->done_steps : 0, all = job ? std::max(job->all_steps, done) : 0;
    return {out.text("service_import.progress", std::to_string(done)), import.state == "applying" ? done : 0,
            std::max<std::int64_t>(all, 1)};
}

html::Stats ServiceImportPage::stats() const {
    auto number = [](std::int64_t count) { return to_czech(count); };
    html::Stats stats{{{"service_import.new", number(import.new_rows)},
                       {"service_import.changed", number(import.changed_rows)},
                       {"service_import.same", number(import.same_rows)},
                       {"service_import.wrong", number(import.wrong_rows)}}};
    if (import.held_rows > 0) stats.stats.push_back({"service_import.held", number(import.held_rows)});
    return stats;
}

std::string problem_words(const ServiceImportProblem& problem, const i18n::Texts& texts) {
    return words_of(problem, [&](const std::string& key, auto& values) { return texts.text(key, values); });
}

html::Table ServiceImportPage::problems_table(html::Out& out) const {
    html::Table table{
        out.text("service_import.problems", import.wrong_rows),
        {{"service_import.row"}, {"service_import.column"}, {"service_import.value"}, {"service_import.problem"}},
        {}};
    table.folds = table.caption_is_above = true;
    for (auto& problem : problems)
        table.rows.push_back({{std::to_string(problem.row_number)},
                              {problem.column_name.empty() ? "–" : problem.column_name},
                              {problem.cell_value.empty() ? "–" : problem.cell_value},
                              {words_of(problem, [&](const std::string& key, auto& values) {
                                  return out.text(key, values[0], values[1]);
                              })}});
    return table;
}

std::vector<PreviewItem> ServiceImportPage::preview() const {
    std::vector<PreviewItem> items;
    for (auto& row : preview_from_json(import.preview)) items.push_back({row});
    return items;
}

html::Tag PreviewItem::tag(html::Out& out) const {
    auto kind = row.outcome == "new"       ? html::Tag::ok
                : row.outcome == "changed" ? html::Tag::run
                : row.outcome == "wrong"   ? html::Tag::bad
                                           : html::Tag::unknown;
    return {kind, out.text("service_import.outcome." + row.outcome)};
}

html::Table PreviewItem::table(html::Out& out) const {
    html::Table table{out.text("service_import.row_of", std::to_string(row.row)),
                      {{"service_import.field"}, {"service_import.before"}, {"service_import.after"}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto& difference : row.differences)
        table.rows.push_back(
            {{out.text("service_import.field." + difference.field)},
             {difference.before.empty() ? "–" : difference.before},
             {difference.held ? out.text("service_import.stays", difference.after) : difference.after}});
    return table;
}

std::string ServiceImportPage::error_text(html::Out& out) const {
    auto values = texts_from_json(import.error_values.value_or("[]"));
    values.resize(std::max<std::size_t>(values.size(), 3));
    return out.text(import.error_key.value_or("service_import.failed"), values[0], values[1], values[2]);
}

html::ErrorSummary ServiceImportPage::summary() const {
    html::ErrorSummary summary;
    if (not_ticked) summary.problems.push_back({"vynechat", "service_import.not_ticked"});
    if (mapping && mapping->problem) summary.problems.push_back({"sloupec-1", *mapping->problem});
    return summary;
}

}
