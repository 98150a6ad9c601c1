// What changed at records that hang together, when and by whom, said in words: statutes of a group, a plan of
// milestones.
#pragma once

#include "platform/history/told_history.hpp"
#include "platform/http/respond.hpp"

namespace workgroups {

struct KeptChangesPage {
    std::string of{}, at{};    // what it is the history of, and its address; /historie stands behind it
    history::HistoryPart part{};
    std::vector<history::ToldChange> changes{};

    history::ToldHistory told() const { return {at + "/historie", "plan_history.record.", part, changes}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problem", page.part.problem), visit("changes", page.changes);
    }
    void write(html::Out&) const;
};

// A change with its fields in words; undoable where it is none of identity.
history::ToldChange said_change(db::Session&, const history::Change&, const i18n::Texts&);

}
