// What changed at a meeting, its agenda and its attendance, and taking one change back.
#pragma once

#include "platform/history/undoing.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

struct MeetingChange {
    history::Change change;
    std::string who{}, about{};
    std::vector<history::FieldChange> fields{};
    bool undoable = false;

    static void each_field(auto& change, auto& visit) {
        visit("id", change.change.id), visit("record", change.change.record_table), visit("kind", change.change.kind);
        visit("happened_at", change.change.happened_at), visit("who", change.who), visit("fields", change.fields);
    }
};

struct MeetingHistoryPage {
    const MeetingInView& view;
    std::vector<MeetingChange> changes{};
    std::int64_t page = 1;
    bool more = false, undone = false;
    std::string form_token{}, problem{};

    std::string at(const char* rest = "") const { return meeting_at(view.meeting, rest); }
    std::string undo_at(const MeetingChange& change) const {
        return at("/historie/") + to_text(change.change.id) + "/zpet";
    }
    std::string older() const { return at("/historie?strana=") + std::to_string(page + 1); }
    std::string newer() const { return at("/historie?strana=") + std::to_string(page - 1); }
    std::string moment(const MeetingChange&) const;
    std::string said(const history::FieldChange&, const std::optional<std::string>& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problem", page.problem), visit("changes", page.changes); }
    void write(html::Out&) const;
};

http::Response show_meeting_history(const http::Request&, Permit<may::KeepMeeting>);
http::Response undo_at_meeting(const http::Request&, Permit<may::KeepMeeting>);

}
