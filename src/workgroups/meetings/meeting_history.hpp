// What changed at a meeting, its agenda and its attendance, and taking one change back.
#pragma once

#include "platform/history/told_history.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

struct MeetingHistoryPage {
    const MeetingInView& view;
    history::HistoryPart part;
    std::vector<history::SavedChange> changes{};    // the newest first

    std::string at(const char* rest = "") const { return meeting_at(view.meeting, rest); }
    history::ToldHistory told(html::Out&) const;
    std::string said(const history::FieldChange&, const std::optional<std::string>& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problem", page.part.problem), visit("changes", page.changes);
    }
    void write(html::Out&) const;
};

http::Response show_meeting_history(const http::Request&, Permit<may::KeepMeeting>);
http::Response undo_at_meeting(const http::Request&, Permit<may::KeepMeeting>);

}
