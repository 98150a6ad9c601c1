// The registered maxima of a service: another number from a day on, or a correction of what was wrong all along.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/editing/facility_sheet.hpp"
#include "platform/html/table.hpp"

namespace network {

struct CapacityForm : http::Form {
    CapacityForm() = default;
    CapacityForm(const http::Request&, const CodeLists&, Date today);
    std::string form_code = text("forma");
    std::string unit_code = text("jednotka");
    std::optional<std::int64_t> count{};
    std::optional<Date> from{};
    std::optional<Date> to{};
    bool correction = text("zpusob") == "oprava";
    std::optional<std::string> note = text_or_nothing("poznamka");
};

struct CapacityPage {
    const EditedService& edited;
    const CapacityForm& form;
    std::vector<RegisteredCapacity> all;    // of both times, newest knowledge first
    std::string form_token;
    bool saved = false;

    html::Table table(html::Out&) const;
    html::Select choice(const char* name, const char* label, const char* list, html::Out&) const;
    html::RadioGroup way(html::Out&) const;
    html::Field from() const;
    html::Field to() const;
    std::string address(const char* rest) const { return "/sluzby/" + edited.detail.service.slug + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("capacities", page.all);
    }
    void write(html::Out&) const;
};

http::Response show_capacities(const http::Request&, Permit<may::EditService>);
http::Response change_capacity(const http::Request&, Permit<may::EditService>);
// One number as we know it now: ending it, or putting right what is said of it.
http::Response show_capacity(const http::Request&, Permit<may::EditService>);
http::Response correct_capacity_row(const http::Request&, Permit<may::EditService>);
}
