// What people told us is wrong, as the region's staff answer it: the list, one report, and what became of it.
#pragma once

#include "network/editing/record_change.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"

namespace network {

// A report as the list shows it: without the contact, which is nobody's business until they answer.
struct ListedMistake {
    Id<MistakeReport> id{};
    Id<Service> service_id{};
    std::string message{};
    std::string state{};
    bool wants_answer{};
    Instant created_at{};
    std::optional<Instant> settled_at{};
    std::string service_slug{};
    std::string service_name{};
    std::string provider_slug{};
    std::string provider_name{};

    static void each_field(auto& mistake, auto& visit) {
        visit("id", mistake.id), visit("service_id", mistake.service_id), visit("message", mistake.message);
        visit("state", mistake.state), visit("wants_answer", mistake.wants_answer);
        visit("created_at", mistake.created_at), visit("settled_at", mistake.settled_at);
        visit("service_slug", mistake.service_slug), visit("service_name", mistake.service_name);
        visit("provider_slug", mistake.provider_slug), visit("provider_name", mistake.provider_name);
    }
};

// How many reports wait for this person.
std::int64_t count_waiting_mistakes(db::Session&, const User&);

html::Tag state_tag(const std::string& state, html::Out&);

struct MistakeListPage {
    std::string state;    // cekaji, vyrizena
    std::string about;    // slug of a provider or of a service; nothing: all
    std::vector<html::Choice> abouts;
    std::vector<ListedMistake> mistakes;    // of this page
    std::int64_t waiting = 0, settled = 0, page = 1, pages = 1;

    bool shows_waiting() const { return state == "cekaji"; }
    std::string with_state(const char* other) const;
    html::Select choice(html::Out&) const;
    html::Pager pager() const;
    html::Tag tag(const ListedMistake& mistake, html::Out& out) const { return state_tag(mistake.state, out); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("state", page.state), visit("waiting", page.waiting), visit("settled", page.settled);
        visit("page", page.page), visit("pages", page.pages), visit("mistakes", page.mistakes);
    }
    void write(html::Out&) const;
};

struct MistakeAnswerForm : http::Form {
    MistakeAnswerForm() = default;
    explicit MistakeAnswerForm(const http::Request&);
    std::string state = text("jak");
    std::string note = text("poznamka");
};

struct MistakeAnswerPage {
    const MistakeReport& report;
    const Service& service;
    Provider provider;
    std::string settled_by;               // name
    std::vector<RecordChange> changes;    // of the report itself, newest first
    const MistakeAnswerForm& form;
    std::string form_token;
    std::string done{};       // text key of what was just done
    bool too_late = false;    // somebody answered meanwhile

    bool waits() const { return report.state == "new"; }
    html::Tag tag(html::Out& out) const { return state_tag(report.state, out); }
    std::string address(const char* rest = "") const { return "/sprava/hlaseni/" + to_text(report.id) + rest; }
    std::string moment(Instant) const;
    std::string contact_address() const;    // mailto: or tel:, where it is one
    std::string what(const RecordChange&, html::Out&) const;
    std::string answer_of(const RecordChange&) const;
    html::RadioGroup way(html::Out&) const;
    html::Area note() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.report.id), visit("service", page.service.slug), visit("message", page.report.message);
        visit("contact", page.report.contact), visit("state", page.report.state), visit("answer", page.report.answer);
        visit("settled_by", page.settled_by), visit("settled_at", page.report.settled_at),
            visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};

http::Response list_mistakes(const http::Request&, Permit<may::ListMistakes>);
http::Response show_mistake(const http::Request&, Permit<may::SettleMistake>);
http::Response settle_mistake(const http::Request&, Permit<may::SettleMistake>);
http::Response reopen_mistake(const http::Request&, Permit<may::SettleMistake>);

}
