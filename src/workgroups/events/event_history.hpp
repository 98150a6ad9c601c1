// What changed at an event, when and by whom, and taking one change back.
#pragma once

#include "platform/history/undoing.hpp"
#include "platform/http/respond.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/events/event_permissions.hpp"

namespace workgroups {

struct EventChange {
    history::Change change;
    std::string who{};
    std::vector<history::FieldChange> fields{};
    bool undoable = false;

    static void each_field(auto& change, auto& visit) {
        visit("id", change.change.id), visit("kind", change.change.kind);
        visit("happened_at", change.change.happened_at), visit("who", change.who), visit("fields", change.fields);
    }
};

struct EventHistoryPage {
    const PlanningEvent& event;
    std::vector<EventChange> changes{};    // the newest first
    std::vector<WorkingGroup> groups{};
    std::map<std::string, std::string> towns{};    // names by code
    std::string form_token{}, problem{};
    bool undone = false;

    std::string at(const char* rest = "") const { return "/akce/" + event.slug + rest; }
    std::string undo_at(const EventChange& change) const {
        return at("/historie/") + to_text(change.change.id) + "/zpet";
    }
    std::string moment(const EventChange& change) const { return to_czech(change.change.happened_at); }
    std::string label(const history::FieldChange& field, html::Out& out) const {
        return out.text("event_history." + field.field);
    }
    std::string said(const history::FieldChange&, const std::optional<std::string>& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problem", page.problem), visit("changes", page.changes); }
    void write(html::Out&) const;
};

http::Response show_event_history(const http::Request&, Permit<may::KeepEvent>);
http::Response undo_at_event(const http::Request&, Permit<may::KeepEvent>);

}
