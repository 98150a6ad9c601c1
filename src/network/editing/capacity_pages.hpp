// The four capacities of a service side by side – registered, in the network, funded, really free – over time: another
// number from a day on, or a correction of what was wrong all along.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/editing/facility_sheet.hpp"
#include "network/services/capacity_number.hpp"
#include "platform/html/charts.hpp"

namespace network {

struct CapacityForm : http::Form {
    CapacityForm() = default;
    CapacityForm(const http::Request&, const CodeLists&, Date today);
    std::string kind = typed("druh").empty() ? "registered" : text("druh");
    std::string form_code = text("forma");
    std::string unit_code = text("jednotka");
    std::optional<std::int64_t> count{};
    std::optional<Date> from{};
    std::optional<Date> to{};
    bool correction = text("zpusob") == "oprava";
    std::optional<std::string> note = text_or_nothing("poznamka");
};

// One form in one unit: the four numbers of today and their way here.
struct CapacityKey {
    std::string form_code, unit_code;
    auto operator<=>(const CapacityKey&) const = default;
};

struct CapacityPage {
    const EditedService& edited;
    const CapacityForm& form;
    std::vector<CapacityNumber> all;              // of both times, newest knowledge first
    std::vector<CapacityState> states;            // of the service, newest first
    std::vector<RegisteredCapacity> differing;    // parts of the same whole that say another total
    std::string form_token;
    bool saved = false;

    std::vector<CapacityKey> keys() const;    // of everything held
    std::string name_of(const CapacityKey&, html::Out&) const;
    std::string today_of(const CapacityNumber&, html::Out&) const;
    html::Table side_by_side(html::Out&) const;
    html::StepChart chart(const CapacityKey&, html::Out&) const;
    html::Table table(html::Out&) const;
    html::Table states_table(html::Out&) const;
    std::string problem_words(html::Out&) const;
    html::Select kinds(html::Out&) const;
    html::Select choice(const char* name, const char* label, const char* list, html::Out&) const;
    html::RadioGroup way(html::Out&) const;
    html::Field from() const;
    html::Field to() const;
    std::string address(const char* rest) const { return "/sluzby/" + edited.detail.service.slug + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("capacities", page.all);
        visit("states", page.states);
    }
    void write(html::Out&) const;
};

std::string said_words(const SaidBy&, html::Out&);

http::Response show_capacities(const http::Request&, Permit<may::EditService>);
http::Response change_capacity(const http::Request&, Permit<may::EditService>);
http::Response show_capacity(const http::Request&, Permit<may::EditService>);
http::Response correct_capacity_row(const http::Request&, Permit<may::EditService>);

}
