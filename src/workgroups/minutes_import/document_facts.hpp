// Kinds of facts that documents give, and how they come out of what the readers of minutes find.
#pragma once

#include "workgroups/minutes_import/document_import.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

namespace workgroups {

// Which of its parts a kind of fact has; `shown` is the group of facts on the page.
struct FactKind {
    const char* code;
    const char* shown;     // of fact_groups
    const char* fields;    // b body, w who, d day, u until, t minute, n number, e extra, p person
    bool has(char field) const { return std::string_view{fields}.find(field) != std::string_view::npos; }
};

inline constexpr FactKind fact_kinds[] = {
    {"group", "head", "b"},
    {"number", "head", "n"},
    {"date", "head", "d"},
    {"start_time", "head", "t"},
    {"end_time", "head", "t"},
    {"place", "head", "b"},
    {"recorded_by", "head", "b"},
    {"recorded_on", "head", "d"},
    {"recorded_in", "head", "b"},
    {"attendance_note", "head", "b"},
    {"present", "people", "bp"},
    {"apologised", "people", "bp"},
    {"absent", "people", "bp"},
    {"guest", "people", "bp"},
    {"agenda", "agenda", "b"},
    {"proposal", "agenda", "be"},
    {"part", "parts", "ebn"},
    {"report", "parts", "bwn"},
    {"decision", "decisions", "b"},
    {"vote", "decisions", "b"},
    {"split", "decisions", "be"},
    {"merge", "decisions", "be"},
    {"task", "tasks", "bwpd"},
    {"event", "events", "bdue"},
    {"planned", "schedule", "dt"},
    {"schedule_place", "schedule", "b"},
    {"cancelled", "schedule", "db"},
    {"milestone", "schedule", "bdu"},
    {"group_meeting", "schedule", "bdt"},
    {"rule", "schedule", "bn"},
    {"closed", "schedule", "bdu"},
    {"on_demand", "schedule", "bdu"},
    {"paragraph", "law", "b"},
    {"registration_number", "law", "b"},
    {"organisation", "law", "b"},
    {"abbreviation", "law", "be"},
    {"publication", "law", "be"},
    {"programme", "project", "b"},
    {"project", "project", "bew"},
};
inline constexpr const char* fact_groups[] = {"head",  "people", "agenda",   "parts", "decisions",
                                              "tasks", "events", "schedule", "law",   "project"};

const FactKind* fact_kind(std::string_view code);

// The name that a fact gives of somebody: its own text, of a task who is to do it.
std::optional<std::string> person_in(const DocumentFact&);

// All facts of minutes, with the style of the labels of their parts: ad, slash, number, none.
struct FoundFacts {
    DocumentFacts facts{};
    std::string label_style = "none";
};
FoundFacts facts_in_minutes(const reading::TextDocument&);

// What stands on lines of a document, as parts of minutes keep it: paragraphs between empty lines, - begins an item.
// Without the label of the first line.
std::string text_of_lines(const reading::TextDocument&, std::size_t first, std::size_t last);

// The words of a fact in one line: its texts, days and numbers.
std::string words_of(const DocumentFact&);

}
