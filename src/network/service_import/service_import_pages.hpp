// The staff's pages about importing services from a table: upload, columns, what it would change, what is wrong.
#pragma once

#include "network/permissions.hpp"
#include "network/service_import/service_import_jobs.hpp"
#include "platform/files/file_field.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

namespace network {

namespace may {

// Tables of services: uploading one, and one of them with what it would change.
struct ImportServices {
    using About = Everything;
    static constexpr auto name = "network.import_services";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};
struct ReviewServiceImport {
    using About = ServiceImport;
    static constexpr auto name = "network.review_service_import";
    static bool allows(const User& user, const ServiceImport&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};

}

struct ServiceUploadForm : http::Form {
    ServiceUploadForm() = default;
    explicit ServiceUploadForm(const http::Request&);
    const http::Upload* file = nullptr;
};

struct ServiceImportsPage {
    const ServiceUploadForm& form;
    std::vector<ServiceImport> imports;
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

// A column of the table and what it may mean.
struct MappedColumn {
    std::string id;    // of the control
    std::string heading, example, field;
    std::vector<html::Choice> choices;
    bool repeated = false;

    bool is_chosen(const html::Choice& choice) const { return choice.value == field; }
};

struct ServiceMappingPart {
    const ServiceImport& import;
    std::vector<MappedColumn> columns;
    std::vector<html::Choice> sheets{};    // of a workbook with several
    std::optional<std::string> problem{};
    std::string form_token{};

    std::string address() const { return "/sprava/sluzby/import/" + to_text(import.id) + "/sloupce"; }
    void write(html::Out&) const;
};

// A row as it was understood.
struct PreviewItem {
    PreviewRow row;

    html::Tag tag(html::Out&) const;
    html::Table table(html::Out&) const;
    void write(html::Out&) const;
};

struct ServiceImportPage {
    ServiceImport import;
    std::optional<jobs::Job> job;
    std::vector<ServiceImportProblem> problems;
    std::optional<ServiceMappingPart> mapping;    // shown while columns are chosen
    std::string form_token;
    bool not_ticked = false;    // wrong rows would be left out, and nobody said so

    bool runs() const { return import.under_way() && job && !job->finished(); }
    bool stuck() const { return import.under_way() && job && job->finished(); }
    html::Tag state(html::Out&) const;
    html::Bar bar(html::Out&) const;
    html::Stats stats() const;
    html::Table problems_table(html::Out&) const;
    std::vector<PreviewItem> preview() const;
    std::string error_text(html::Out&) const;
    html::ErrorSummary summary() const;
    std::string address(const char* rest = "") const { return "/sprava/sluzby/import/" + to_text(import.id) + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        auto& import = page.import;
        visit("id", import.id), visit("file", import.file_name), visit("state", import.state);
        visit("headings", import.headings_list()), visit("mapping", import.mapping_list());
        visit("rows", import.all_rows), visit("new", import.new_rows), visit("changed", import.changed_rows);
        visit("same", import.same_rows), visit("wrong", import.wrong_rows), visit("held", import.held_rows);
        visit("percent", page.job ? page.job->percent() : 0), visit("problems", page.problems.size());
        visit("preview", preview_from_json(import.preview));
    }
    void write(html::Out&) const;
};

// What is wrong with a row and what to do, in words.
std::string problem_words(const ServiceImportProblem&, const i18n::Texts&);

http::Response list_service_imports(const http::Request&, Permit<may::ImportServices>);
http::Response upload_services(const http::Request&, Permit<may::ImportServices>);
http::Response show_service_import(const http::Request&, Permit<may::ReviewServiceImport>);
http::Response map_service_import(const http::Request&, Permit<may::ReviewServiceImport>);
http::Response apply_service_import(const http::Request&, Permit<may::ReviewServiceImport>);
http::Response stop_service_import(const http::Request&, Permit<may::ReviewServiceImport>);
http::Response export_service_problems(const http::Request&, Permit<may::ReviewServiceImport>);

}
