// What changed at an event, when and by whom, and taking one change back.
#pragma once

#include "platform/history/told_history.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/events/event_permissions.hpp"

namespace workgroups {

struct EventHistoryPage {
    const PlanningEvent& event;
    history::HistoryPart part;
    std::vector<history::SavedChange> changes{};    // the newest first
    std::vector<WorkingGroup> groups{};
    std::map<std::string, std::string> towns{};    // names by code

    std::string at(const char* rest = "") const { return "/akce/" + event.slug + rest; }
    history::ToldHistory told(html::Out&) const;
    std::string said(const history::FieldChange&, const std::optional<std::string>& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problem", page.part.problem), visit("changes", page.changes);
    }
    void write(html::Out&) const;
};

http::Response show_event_history(const http::Request&, Permit<may::KeepEvent>);
http::Response undo_at_event(const http::Request&, Permit<may::KeepEvent>);

}
