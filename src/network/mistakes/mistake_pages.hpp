// Telling us that something in the catalogue is wrong: open to everybody.
#pragma once

#include "network/mistakes/mistake_report.hpp"
#include "network/permissions.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct MistakeForm : http::Form {
    MistakeForm() = default;
    explicit MistakeForm(const http::Request&);
    std::string message = text("zprava");
    std::optional<std::string> contact = text_or_nothing("kontakt");
    bool by_a_machine = !typed("web").empty();    // people do not see this field
};

struct MistakePage {
    const Service& service;
    const MistakeForm& form;
    std::string form_token;
    bool too_many = false;

    html::Area message() const;
    html::Field contact() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("service", page.service.slug), visit("too_many", page.too_many);
    }
    void write(html::Out&) const;
};

struct MistakeThanksPage {
    const Service& service;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("service", page.service.slug); }
    void write(html::Out&) const;
};

http::Response show_mistake_form(const http::Request&, Permit<may::ReportMistake>);
http::Response report_mistake(const http::Request&, Permit<may::ReportMistake>);
http::Response show_mistake_thanks(const http::Request&, Permit<may::ReportMistake>);

}
