// How many applicants a service refused in a period and why, as the provider reports it.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "platform/html/table.hpp"

namespace network {

struct RefusalForm : http::Form {
    RefusalForm() = default;
    RefusalForm(const http::Request&, const std::vector<std::string>& reasons, Date today);
    std::optional<Date> from{};
    std::optional<Date> last{};                                    // last day of the period, as people say it
    std::vector<std::pair<std::string, std::int64_t>> counts{};    // by reason; what was left empty is not told
    std::optional<std::string> note = text_or_nothing("poznamka");
};

struct RefusalPage {
    const Service& service;
    const RefusalForm& form;
    const CodeLists& lists;
    std::vector<const CodeListItem*> reasons;
    std::vector<RefusalPeriod> periods;
    std::string form_token;
    bool saved = false;

    html::Table table(html::Out&) const;
    html::Field from() const;
    html::Field to() const;
    html::Field count(const CodeListItem&) const;
    std::string name_of(const CodeListItem& reason, html::Out& out) const {
        return lists.name("refusal_reasons", reason.code, out.language());
    }
    std::string address(const char* rest) const { return "/sluzby/" + service.slug + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("periods", page.periods.size());
    }
    void write(html::Out&) const;
};

http::Response show_refusals(const http::Request&, Permit<may::EditService>);
http::Response report_refusals_of(const http::Request&, Permit<may::EditService>);

}
