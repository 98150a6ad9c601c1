// Keeping the agenda of a meeting: items in their order, papers, what waits for a meeting; and proposals of members.
#pragma once

#include "platform/files/file_field.hpp"
#include "platform/files/file_room.hpp"
#include "platform/html/outcome.hpp"
#include "platform/http/form.hpp"
#include "platform/http/routes.hpp"
#include "platform/notices/notice.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/meetings/agenda_paper.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

struct AgendaItemForm : http::Form {
    AgendaItemForm() = default;
    explicit AgendaItemForm(const http::Request&);
    std::string title = text("nazev");
    std::optional<std::string> presenter = text_or_nothing("uvadi"), note = text_or_nothing("poznamka");
    std::optional<std::int64_t> minutes = number("minut", 1, 600);
};

struct KeptItem {
    AgendaItem item{};
    std::string time{}, proposed_by{};
    html::Tag tag{};
    std::vector<ListedPaper> papers{};
    bool own = false;    // proposed by who looks
};
KeptItem kept_item(db::Session&, const AgendaItem&, const i18n::Texts&);
void check_item_texts(http::Form&, const std::string& title, const std::optional<std::string>& note);

struct AgendaPage {
    const MeetingInView& view;
    const AgendaItemForm& form;
    std::vector<KeptItem> items{}, backlog{};
    std::vector<AgendaItem> taken_off{};
    std::vector<ListedPaper> removed{};
    std::string ends{}, too_long{};    // when it is all said and done; and that the meeting is over by then
    std::string form_token{}, done{}, problem{};
    std::int64_t bytes_most = 0;    // of a paper

    std::string at(const char* rest = "") const { return meeting_at(view.meeting, "/program") + rest; }
    std::string back() const { return meeting_at(view.meeting); }
    std::string group_at(const char* rest = "") const { return "/skupiny/" + view.of.group.slug + rest; }
    std::string item_at(const AgendaItem& one, const char* rest = "") const { return at("/") + to_text(one.id) + rest; }
    std::string item_at(const KeptItem& one, const char* rest = "") const { return item_at(one.item, rest); }
    std::string paper_at(const ListedPaper& one, const char* rest = "") const {
        return meeting_at(view.meeting, "/podklady/") + to_text(one.paper.id) + rest;
    }
    files::FileInput file_input(const AgendaItem&) const;
    html::Field title() const, minutes() const, presenter() const;
    html::Area note() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("problem", page.problem);
        std::vector<std::string> titles;
        for (auto& one : page.items) titles.push_back(one.item.title);
        visit("agenda", titles);
    }
    void write(html::Out&) const;
};

http::Response show_agenda(const http::Request&, Permit<may::KeepMeeting>);
http::Response add_to_agenda(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_agenda_item(const http::Request&, Permit<may::KeepMeeting>);
http::Response edit_agenda_item(const http::Request&, Permit<may::KeepMeeting>);
http::Response step_agenda_item(const http::Request&, Permit<may::KeepMeeting>);    // up, done, postpone, take off…
http::Response take_from_backlog(const http::Request&, Permit<may::KeepMeeting>);

http::Response add_paper(const http::Request&, Permit<may::KeepMeeting>);               // to {bod}
http::Response add_attendance_paper(const http::Request&, Permit<may::KeepMeeting>);    // the sheet as it was signed
http::Response send_paper(const http::Request&, Permit<may::TakePart>);
http::Response remove_paper(const http::Request&, Permit<may::KeepMeeting>);
http::Response bring_paper_back(const http::Request&, Permit<may::KeepMeeting>);

// --- what waits for a meeting ----------------------------------------------------------------------------------------

struct ProposalForm : http::Form {
    ProposalForm() = default;
    explicit ProposalForm(const http::Request&);
    std::string title = text("nazev");
    std::optional<std::string> note = text_or_nothing("poznamka");
};

struct BacklogPage {
    const WorkingGroup& group;
    const ProposalForm& form;
    std::vector<KeptItem> items{}, refused{};
    std::optional<html::Link> next{};    // the meeting into which they can be taken
    bool leads = false;
    std::string form_token{}, done{}, problem{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string item_at(const KeptItem& one, const char* rest = "") const {
        return at("/jednani/podnety/") + to_text(one.item.id) + rest;
    }
    bool takes_back(const KeptItem& one) const { return one.own && one.item.state == "proposed"; }
    html::Field title() const;
    html::Area note() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("problem", page.problem);
        std::vector<std::string> titles;
        for (auto& one : page.items) titles.push_back(one.item.title);
        visit("waiting", titles);
        titles.clear();
        for (auto& one : page.refused) titles.push_back(one.item.title);
        visit("refused", titles);
    }
    void write(html::Out&) const;
};

http::Response show_backlog(const http::Request&, Permit<may::TakePartInGroup>);
http::Response propose_item(const http::Request&, Permit<may::TakePartInGroup>);
// Accepts, refuses with a reason, takes the refusal back.  Who proposed it learns of it.
http::Response settle_proposal(const http::Request&, Permit<may::LeadGroup>);
http::Response withdraw_proposal(const http::Request&, Permit<may::TakePartInGroup>);    // one's own
void tell_of_agenda(notices::Kinds&);

}
