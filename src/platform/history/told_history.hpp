// A page of history as people read it: what changed, when, by whom, old and new of each field, and a button that takes
// one change back.  Records differ in how they say their fields; what stands around is the same everywhere.
#pragma once

#include "platform/history/undoing.hpp"
#include "platform/html/field.hpp"
#include "platform/http/request.hpp"

namespace history {

// A save with who made it and those of its fields that people are told of.
struct SavedChange {
    Change change;
    std::string who{}, about{};    // who: nobody for jobs and imports; about: whose mandate, which item
    std::vector<FieldChange> fields{};
    bool undoable = false;

    bool created() const { return change.kind == "created"; }
    static void each_field(auto& saved, auto& visit) {
        visit("id", saved.change.id), visit("record", saved.change.record_table), visit("kind", saved.change.kind);
        visit("happened_at", saved.change.happened_at), visit("who", saved.who), visit("about", saved.about);
        visit("fields", saved.fields);
    }
};

struct ToldField {
    std::string label{}, before{}, after{};    // label: a text key
    bool forgotten = false;                    // what it held was deleted

    static void each_field(auto& field, auto& visit) {
        visit("label", field.label), visit("before", field.before), visit("after", field.after);
    }
};

struct ToldChange {
    std::string id{}, kind{}, record{}, about{}, who{}, source{};    // record: its table; source: of which kind
    std::string label{};           // what the source itself is called: a sign-in by a code, a document
    std::string source_words{};    // of those who say it in words of their own
    Instant happened_at{};
    std::vector<ToldField> fields{};
    bool undoable = false;

    bool created() const { return kind == "created"; }
    std::string moment() const;
    std::string source_said(const html::Out&) const;
    static void each_field(auto& change, auto& visit) {
        visit("id", change.id), visit("record", change.record), visit("kind", change.kind);
        visit("happened_at", change.happened_at), visit("about", change.about), visit("who", change.who);
        visit("fields", change.fields);
    }
};
// Without its fields, which each kind of record says in its own words.
ToldChange told_change(const SavedChange&);

// Which page is asked for, and what was done there.
struct HistoryPart {
    HistoryPart() = default;
    explicit HistoryPart(const http::Request&, const char* problem = "");

    // To be read: one more than shown, so that one knows whether there are older ones.
    std::int64_t most() const { return shown + 1; }
    std::int64_t skip() const { return (page - 1) * shown; }
    void cut(auto& changes) {
        more = std::ssize(changes) > shown;
        if (more) changes.pop_back();
    }

    static constexpr std::int64_t shown = 30;
    std::int64_t page = 1;
    bool more = false, undone = false;
    std::string form_token{}, problem{};    // problem: a text key
};

struct ToldHistory {
    std::string address{};    // of the history: /skupiny/…/historie
    std::string
        records{};    // before the table's name, the text key of what kind of record it is; nothing: of one kind
    HistoryPart part{};
    std::vector<ToldChange> changes{};    // the newest first

    std::string undo_at(const ToldChange& change) const { return address + "/" + change.id + "/zpet"; }
    std::string older() const { return address + "?strana=" + std::to_string(part.page + 1); }
    std::string newer() const { return address + "?strana=" + std::to_string(part.page - 1); }
    void write(html::Out&) const;
};

std::optional<Change> find_change(db::Session&, Id<Change>);
std::string who_saved(db::Session&, const Change&);    // nothing for jobs and imports
// What a new row holds by default tells nothing.
bool tells_something(const FieldChange&, bool created);
// The text key of why a change was not taken back; throws NotFound where there is no such change.
const char* why_not_undone(Undoing);

}
