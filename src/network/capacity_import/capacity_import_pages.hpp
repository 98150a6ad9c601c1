// The staff's pages about importing capacities from a table: upload, what it would change, what is wrong, applying.
#pragma once

#include "network/capacity_import/capacity_import_jobs.hpp"
#include "network/permissions.hpp"
#include "platform/files/file_field.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct CapacityUploadForm : http::Form {
    CapacityUploadForm() = default;
    explicit CapacityUploadForm(const http::Request&);
    const http::Upload* file = nullptr;
};

struct CapacityImportsPage {
    const CapacityUploadForm& form;
    std::vector<CapacityImport> imports;
    std::string form_token;

    files::FileField file_field() const;
    html::Table columns(html::Out&) const;
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems());
        std::vector<std::string> ids;
        for (auto& import : page.imports) ids.push_back(to_text(import.id));
        visit("imports", ids);
    }
    void write(html::Out&) const;
};

struct CapacityImportPage {
    CapacityImport import;
    std::optional<jobs::Job> job;
    std::vector<CapacityImportProblem> problems;
    std::string form_token;
    bool not_ticked = false;    // wrong rows would be left out, and nobody said so

    bool runs() const { return import.under_way() && job && !job->finished(); }
    bool stuck() const { return import.under_way() && job && job->finished(); }
    html::Tag state(html::Out&) const;
    html::Bar bar(html::Out&) const;
    html::Stats stats() const;
    html::Table problems_table(html::Out&) const;
    std::string error_text(html::Out&) const;
    html::ErrorSummary summary() const;
    std::string address(const char* rest = "") const { return "/sprava/kapacity/import/" + to_text(import.id) + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        auto& import = page.import;
        visit("id", import.id), visit("file", import.file_name), visit("state", import.state);
        visit("rows", import.all_rows), visit("new", import.new_rows), visit("changed", import.changed_rows);
        visit("same", import.same_rows), visit("wrong", import.wrong_rows);
        visit("percent", page.job ? page.job->percent() : 0), visit("problems", page.problems.size());
    }
    void write(html::Out&) const;
};

// What is wrong with a row, in words.
std::string problem_words(const CapacityImportProblem&, const i18n::Texts&);

http::Response list_capacity_imports(const http::Request&, Permit<may::ImportCapacities>);
http::Response upload_capacities(const http::Request&, Permit<may::ImportCapacities>);
http::Response show_capacity_import(const http::Request&, Permit<may::ReviewCapacities>);
http::Response apply_capacity_import(const http::Request&, Permit<may::ReviewCapacities>);
http::Response stop_capacity_import(const http::Request&, Permit<may::ReviewCapacities>);
http::Response export_row_problems(const http::Request&, Permit<may::ReviewCapacities>);

}
