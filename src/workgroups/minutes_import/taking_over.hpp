// Facts of a document become a meeting with all that belongs to it, in one transaction, from one source; and back.
#pragma once

#include "platform/i18n/texts.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/minutes_import/document_import.hpp"
#include "workgroups/tasks/task.hpp"

namespace workgroups {

// What the person who takes it over chose, and whom they may write for.
struct TakeOverWish {
    std::optional<Id<Meeting>> into{};      // a meeting that is there already; nothing: a new one
    std::vector<WorkingGroup> keeps{};      // groups whose meetings the person keeps, the import's own among them
    std::vector<WorkingGroup> knows{};      // groups that the person may know of: reports are about them
    std::vector<WorkingGroup> changes{};    // groups that the person may split and merge
    bool as_rule = false;                   // the rule that the document tells of becomes the group's
};

// How much of each comes into being, or came.
struct TakenOver {
    std::optional<Id<Meeting>> meeting{};
    std::int64_t people = 0, questions = 0, agenda = 0, parts = 0, decisions = 0, tasks = 0, planned = 0, cancelled = 0,
                 events = 0, milestones = 0, periods = 0, rules = 0, proposals = 0, changes = 0;
    std::int64_t left = 0;    // accepted facts that stay with the import: no record is made of them
};

// The day of the meeting, where the facts say it.
std::optional<Date> meeting_day(const DocumentFacts&);
// Meetings of the group on that day which the minutes may be of: they stand, and have no minutes yet.
std::vector<Meeting> meetings_to_match(db::Session&, const DocumentImport&, Date day);
// Why nothing can be taken over, as a text key; nothing where it can.
const char* take_over_problem(db::Session&, const DocumentImport&, const DocumentFacts&, const TakeOverWish&,
                              Date today);

// What would come into being, without making any of it.
TakenOver take_over_preview(db::Session&, const DocumentImport&, const DocumentFacts&, const TakeOverWish&);
// Makes all of it.  Expects no problem; the author's own source is not used.
TakenOver take_over(const Author&, const DocumentImport&, const TakeOverWish&, const i18n::Texts&);

// The rule of the statute that the document tells of, where the group has no statute that holds then: how many months.
std::optional<std::int64_t> rule_to_offer(db::Session&, const DocumentImport&, const DocumentFacts&);

// Why it cannot be taken back, as a text key; otherwise nothing of it counts any more, and the facts wait again.
const char* take_import_back(const Author&, const DocumentImport&, const i18n::Texts&);

// What people have since put on what came of the document, by the endings of text keys, each with how many.
struct RestsOnImport {
    std::string what{};
    std::int64_t count = 0;
};
std::vector<RestsOnImport> rests_on(db::Session&, const DocumentImport&);

// The group that a text names: by its name, an abbreviation or an alias, or by most of its words.
const WorkingGroup* group_called(const std::vector<WorkingGroup>&, const std::string& name);

}
