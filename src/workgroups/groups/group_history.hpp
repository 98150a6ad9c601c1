// What changed at a group and its mandates, when and by whom, and taking one change back.
#pragma once

#include "platform/history/undoing.hpp"
#include "platform/http/respond.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

struct GroupChange {
    history::Change change;
    std::string who{}, about{};    // about: whose mandate
    std::vector<history::FieldChange> fields{};
    bool undoable = false;

    static void each_field(auto& change, auto& visit) {
        visit("id", change.change.id), visit("record", change.change.record_table), visit("kind", change.change.kind);
        visit("happened_at", change.change.happened_at), visit("who", change.who), visit("about", change.about);
        visit("fields", change.fields);
    }
};

// Newest first.
std::vector<GroupChange> changes_around(db::Session&, const WorkingGroup&, std::int64_t most, std::int64_t skip);
history::Undoing undo_group_change(const history::Author&, const WorkingGroup&, Id<history::Change>);

struct GroupHistoryPage {
    const WorkingGroup& group;
    std::vector<GroupChange> changes;
    GroupWords words;
    std::vector<WorkingGroup> groups;
    std::int64_t page = 1;
    bool more = false;
    std::string form_token{}, problem{};
    bool undone = false;

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string undo_at(const GroupChange& change) const {
        return at("/historie/") + to_text(change.change.id) + "/zpet";
    }
    std::string older() const { return at("/historie?strana=") + std::to_string(page + 1); }
    std::string newer() const { return at("/historie?strana=") + std::to_string(page - 1); }
    std::string moment(const GroupChange& change) const { return to_czech(change.change.happened_at); }
    std::string label(const GroupChange&, const history::FieldChange&, html::Out&) const;
    std::string said(const history::FieldChange&, const std::optional<std::string>& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problem", page.problem), visit("changes", page.changes); }
    void write(html::Out&) const;
};

http::Response show_group_history(const http::Request&, Permit<may::KeepGroup>);
http::Response undo_at_group(const http::Request&, Permit<may::KeepGroup>);

}
