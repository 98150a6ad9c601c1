// All that is made out of a document, while it is made; the steps of it, each in a file of its own.
#pragma once

#include "workgroups/minutes_import/taking_over.hpp"

namespace workgroups {

// Accepted facts of one kind, the first of them, and its text.
std::vector<const DocumentFact*> accepted_of(const DocumentFacts&, std::string_view kind);
const DocumentFact* accepted_one(const DocumentFacts&, std::string_view kind);
std::optional<std::string> accepted_text(const DocumentFacts&, std::string_view kind);

struct Taking {
    const Author& author;    // of the document's source
    const DocumentImport& import;
    const TakeOverWish& wish;
    const i18n::Texts& texts;
    DocumentFacts facts;
    reading::TextDocument document;
    WorkingGroup group{};
    Meeting meeting{};
    std::vector<std::optional<Id<AgendaItem>>> agenda{};    // of the n-th item that the document lists
    TakenOver taken{};

    db::Session& db() const { return author.work; }
    std::optional<Id<AgendaItem>> item(const std::optional<std::int64_t>& number) const;
    std::optional<Id<AgendaItem>> item_at(std::int64_t line) const;    // that of the part in which a line stands
    std::string words(const DocumentFact&) const;                      // of the document; of one by hand nothing
};

// A group that a fact names, where the person keeps its meetings; without a name the document's own.
const WorkingGroup* group_meant(const std::optional<std::string>& name, const DocumentImport&, const TakeOverWish&);
bool stands_that_day(db::Session&, Id<WorkingGroup>, Date day);

// Planned meetings of the year, those of other groups, and what does not come about.
void take_schedule(Taking&);
void take_group_meetings(Taking&);
void take_cancelled(Taking&);

// Milestones, periods without meetings, and the rule of the statute where the person asked for it.
void take_milestones(Taking&);
void take_periods(Taking&);
void take_rule(Taking&);

void take_events(Taking&);

// What shall be on agendas to come, and groups of which somebody thinks aloud to split or merge them.
void take_proposals(Taking&);
void take_lineage(Taking&);
const WorkingGroup* group_to_change(const DocumentFact&, const DocumentImport&, const TakeOverWish&);

inline constexpr std::size_t longest_kept_line = 200;    // bytes, of titles

// Not longer than a field of a form takes; the rest is cut at a word.
std::string shortened(const std::string& text, std::size_t bytes);

}
