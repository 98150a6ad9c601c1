// A document handed over to a group, the facts read in it, and what people decided about each.
#pragma once

#include "platform/files/stored_file.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/reading/text_document.hpp"
#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

struct DocumentImport {
    Id<DocumentImport> id{};
    Id<WorkingGroup> group_id{};
    std::string title{};
    std::optional<Id<files::File>> file_id{};
    std::string content_hash{};
    std::string state = "reading";    // reading, open, taken, refused, dropped
    std::optional<std::string> error_key{};
    std::string lines{};    // JSON of a reading::TextDocument; empty before it was read
    std::string label_style = "none";
    std::optional<Id<jobs::Job>> job_id{};
    std::optional<Id<history::Source>> source_id{};
    std::optional<Id<Meeting>> meeting_id{};
    std::optional<Instant> taken_at{};
    Kept kept{};

    reading::TextDocument document() const;    // without lines before it was read

    static constexpr auto table = "document_imports";
    static void each_field(auto& import, auto& visit) {
        visit("id", import.id), visit("group_id", import.group_id), visit("title", import.title);
        visit("file_id", import.file_id), visit("content_hash", import.content_hash), visit("state", import.state);
        visit("error_key", import.error_key), visit("lines", import.lines);
        visit("label_style", import.label_style), visit("job_id", import.job_id);
        visit("source_id", import.source_id), visit("meeting_id", import.meeting_id);
        visit("taken_at", import.taken_at);
        Kept::each_field(import.kept, visit);
    }
};

struct DocumentFact {
    Id<DocumentFact> id{};
    Id<DocumentImport> import_id{};
    std::string kind{};
    std::int64_t place_in_order = 1;
    std::int64_t first_line = 0, last_line = 0;    // of the document, from nought
    std::string body{};
    std::optional<std::string> who{};
    std::optional<Date> day{}, until{};
    std::optional<std::int64_t> minute{};    // after midnight
    std::optional<std::int64_t> number{};
    std::optional<std::string> extra{};
    std::optional<Id<PlanningPerson>> planner_id{};
    std::optional<std::string> question{};    // two_fit, nobody_fits, one_or_two, number_repeats
    std::optional<std::string> answer{};      // member, new, guest, stays
    std::string state = "open";               // open, accepted, dropped
    bool by_hand = false;
    Kept kept{};

    bool asks() const { return question && !answer; }
    bool accepted() const { return state == "accepted"; }

    static constexpr auto table = "document_facts";
    static void each_field(auto& fact, auto& visit) {
        visit("id", fact.id), visit("import_id", fact.import_id), visit("kind", fact.kind);
        visit("place_in_order", fact.place_in_order), visit("first_line", fact.first_line);
        visit("last_line", fact.last_line), visit("body", fact.body), visit("who", fact.who), visit("day", fact.day);
        visit("until", fact.until), visit("minute", fact.minute), visit("number", fact.number);
        visit("extra", fact.extra), visit("planner_id", fact.planner_id), visit("question", fact.question);
        visit("answer", fact.answer), visit("state", fact.state), visit("by_hand", fact.by_hand);
        Kept::each_field(fact.kept, visit);
    }
};

using DocumentFacts = std::vector<DocumentFact>;

// How far people are with it.
struct ImportProgress {
    std::int64_t all = 0, open = 0, accepted = 0, dropped = 0, questions = 0;
    std::int64_t decided() const { return accepted + dropped; }
    static void each_field(auto& progress, auto& visit) {
        visit("all_facts", progress.all), visit("open_facts", progress.open);
        visit("accepted_facts", progress.accepted), visit("dropped_facts", progress.dropped);
        visit("questions", progress.questions);
    }
};
ImportProgress progress_of(const DocumentFacts&);
ImportProgress progress_of(db::Session&, Id<DocumentImport>);

std::optional<DocumentImport> find_document_import(db::Session&, Id<DocumentImport>);
DocumentFacts facts_of(db::Session&, Id<DocumentImport>);    // in the order of the document
std::optional<DocumentFact> find_fact(db::Session&, Id<DocumentFact>);
// The same bytes handed over to the group before, unless they were refused or dropped.
std::optional<DocumentImport> same_document(db::Session&, Id<WorkingGroup>, const std::string& content_hash);

// What was read, with its facts, each name compared with those who sit in the group.  The import is kept as open.
// Expects it without facts.
void keep_what_was_read(const Author&, const DocumentImport&, const reading::TextDocument&);
// Not read: says why, for ever.
void keep_refusal(const Author&, const DocumentImport&, const std::string& error_key);

// Says of names who they are, as far as that is certain; what a person answered stays.
void match_people(db::Session&, Id<WorkingGroup>, std::optional<Date> day, DocumentFacts&);

// Several at once; those that somebody decided before stay as they are.  Answers how many it changed.
std::int64_t decide(const Author&, const DocumentFacts&, const std::string& state);

}
