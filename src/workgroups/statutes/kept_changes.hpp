// What changed at records that hang together, when and by whom, said in words: statutes of a group, a plan of
// milestones.
#pragma once

#include "platform/history/history.hpp"
#include "platform/html/field.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "platform/time/prague.hpp"

namespace workgroups {

struct SaidField {
    std::string label{}, before{}, after{};    // label: a key
    static void each_field(auto& field, auto& visit) {
        visit("label", field.label), visit("before", field.before), visit("after", field.after);
    }
};

struct SaidChange {
    std::string id{}, kind{}, record{}, about{}, who{}, source{};
    Instant happened_at{};
    std::vector<SaidField> fields{};
    bool undoable = false, created = false;

    static void each_field(auto& change, auto& visit) {
        visit("id", change.id), visit("record", change.record), visit("kind", change.kind);
        visit("happened_at", change.happened_at), visit("about", change.about), visit("who", change.who);
        visit("fields", change.fields);
    }
};

struct KeptChangesPage {
    std::string of{}, at{};    // what it is the history of, and its address; /historie stands behind it
    std::vector<SaidChange> changes{};
    std::int64_t page = 1;
    bool more = false, undone = false;
    std::string form_token{}, problem{};

    std::string undo_at(const SaidChange& change) const { return at + "/historie/" + change.id + "/zpet"; }
    std::string older() const { return at + "/historie?strana=" + std::to_string(page + 1); }
    std::string newer() const { return at + "/historie?strana=" + std::to_string(page - 1); }
    std::string moment(const SaidChange& change) const { return to_czech(change.happened_at); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problem", page.problem), visit("changes", page.changes); }
    void write(html::Out&) const;
};

inline constexpr std::int64_t kept_changes_on_a_page = 30;
std::int64_t page_of_changes(const http::Request&);

// A change with its fields in words; undoable where it is none of identity.
SaidChange said_change(db::Session&, const history::Change&, const i18n::Texts&);

// One change by its id.
std::optional<history::Change> find_change(db::Session&, Id<history::Change>);

}
