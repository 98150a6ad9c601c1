// What changed at a group and its mandates, when and by whom, and taking one change back.
#pragma once

#include "platform/history/told_history.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/permissions.hpp"

namespace workgroups {

// Newest first.
std::vector<history::SavedChange> changes_around(db::Session&, const WorkingGroup&, std::int64_t most,
                                                 std::int64_t skip);
history::Undoing undo_group_change(const history::Author&, const WorkingGroup&, Id<history::Change>);

struct GroupHistoryPage {
    const WorkingGroup& group;
    history::HistoryPart part;
    std::vector<history::SavedChange> changes;
    GroupWords words;
    std::vector<WorkingGroup> groups;

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    history::ToldHistory told(html::Out&) const;
    std::string said(const history::FieldChange&, const std::optional<std::string>& value, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problem", page.part.problem), visit("changes", page.changes);
    }
    void write(html::Out&) const;
};

http::Response show_group_history(const http::Request&, Permit<may::KeepGroup>);
http::Response undo_at_group(const http::Request&, Permit<may::KeepGroup>);

}
