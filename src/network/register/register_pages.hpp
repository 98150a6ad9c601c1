// The staff's pages about importing the national register: upload, what differs, applying, what waits for a person.
#pragma once

#include "network/permissions.hpp"
#include "network/register/register_apply.hpp"
#include "network/register/register_day_pages.hpp"
#include "platform/files/file_field.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct RegisterUploadForm : http::Form {
    RegisterUploadForm() = default;
    explicit RegisterUploadForm(const http::Request&);
    const http::Upload* file = nullptr;
    bool own_region = text("rozsah") == "kraj";
};

struct RegisterImportsPage {
    const RegisterUploadForm& form;
    std::vector<RegisterImport> imports;
    RegisterDaysPart days;
    std::string region_name;
    std::string form_token;

    html::RadioGroup scope(html::Out&) const;
    files::FileField file_field() const;
    html::Table table(html::Out&) const;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems());
        std::vector<std::string> ids;
        for (auto& import : page.imports) ids.push_back(to_text(import.id));
        visit("imports", ids), visit("days", page.days.lines);
    }
    void write(html::Out&) const;
};

// One field of a difference in words.
struct DifferenceLine {
    std::string label, before, after, held;
};

// A service that differs, as a list shows it.
struct DifferenceItem {
    ServiceDifference difference;
    std::string type, places;
    std::vector<DifferenceLine> lines;
    std::string address{};    // of our service, once there is one
    const RegisterImport* import{};
    std::string form_token{};

    html::Tag tag(html::Out&) const;
    bool waits() const;    // a person may decide about held values
    static void each_field(auto& item, auto& visit) {
        visit("identifier", item.difference.identifier), visit("kind", item.difference.kind), visit("type", item.type);
        visit("provider", item.difference.provider_name), visit("decided", item.difference.decided);
        visit("fields", shown_differences_from_json(item.difference.fields));
    }
    void write(html::Out&) const;
};

struct DifferenceFilter {
    std::string kind, place;    // new…; CZ051, 5104 or - for none
    std::int64_t page = 1;
    std::string address(const RegisterImport&, std::string_view change = {}) const;
};

struct RegisterImportPage {
    RegisterImport import;
    std::optional<jobs::Job> job;
    DifferenceFilter filter;
    std::vector<TerritoryTally> territory;
    std::map<std::string, std::string> place_names;
    std::vector<DifferenceItem> differences;
    std::int64_t found = 0;
    std::vector<ImportNote> notes;
    std::int64_t all_notes = 0;
    std::string form_token;
    bool drop_not_ticked = false;
    std::optional<RegisterDay> day{};    // whose difference it is

    static constexpr std::int64_t page_size = 30;

    bool runs() const { return import.under_way() && job && !job->finished(); }
    bool stuck() const { return import.under_way() && job && job->finished(); }
    bool gave_way() const { return day && day->state == "superseded"; }
    bool drops() const { return import.drop_percent > drop_limit_percent; }
    bool has_differences() const { return import.read_at && import.state != "cancelled"; }
    std::string drop_text() const { return std::to_string(std::int64_t(import.drop_percent + 0.5)); }
    std::string error_text(html::Out&) const;
    std::string place_name(html::Out&, const std::string& code) const;
    std::string note_text(html::Out&, const ImportNote&) const;
    html::Tag state(html::Out&) const;
    html::Bar bar(html::Out&) const;
    html::Stats stats() const;
    html::Table by_territory(html::Out&) const;
    html::Select kinds(html::Out&) const;
    html::Select places(html::Out&) const;
    html::Pager pager() const;
    html::ErrorSummary problems() const;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        auto& import = page.import;
        visit("id", import.id), visit("file", import.file_name), visit("state", import.state),
            visit("region", import.region_code);
        visit("services", import.services), visit("facilities", import.facilities), visit("new", import.new_count);
        visit("changed", import.changed_count), visit("ended", import.ended_count),
            visit("vanished", import.vanished_count);
        visit("suspicious", import.suspicious_count), visit("unchanged", import.unchanged_count);
        visit("percent", page.job ? page.job->percent() : 0), visit("found", page.found),
            visit("differences", page.differences);
    }
    void write(html::Out&) const;
};

http::Response list_imports(const http::Request&, Permit<may::ImportRegister>);
http::Response upload_register(const http::Request&, Permit<may::ImportRegister>);
http::Response show_import(const http::Request&, Permit<may::ReviewImport>);
http::Response apply_import(const http::Request&, Permit<may::ReviewImport>);
http::Response stop_import(const http::Request&, Permit<may::ReviewImport>);
http::Response decide_held(const http::Request&, Permit<may::ReviewImport>);

}
