// Facts that whole sentences say: how often a group meets, months without meetings, what the next agenda shall hold,
// which group meets when, who wants to split one, gatherings with their days, abbreviations, addresses.
#pragma once

#include "platform/reading/dates_in_text.hpp"
#include "workgroups/minutes_import/document_facts.hpp"

namespace workgroups {

// „nejméně však 1x za dva měsíce“: 2; nothing where a sentence says no such thing.  Expects plain small letters.
std::optional<std::int64_t> months_between_in(const std::string& low);

// „v březnu až dubnu“, „v červenci a srpnu“, „o prázdninách“; from 1, the last may lie in the next year.
struct MonthsSaid {
    int first = 0, last = 0;
};
std::optional<MonthsSaid> months_in(const std::string& low);

// Adds to the facts that other readers found, reports among them, and leaves out what stands there.
void add_sentence_facts(const reading::TextDocument&, DocumentFacts&);

// Seminars and round tables with their days, as sentences tell of them.
void add_gatherings(const reading::TextDocument&, DocumentFacts&);

// The fact of a kind in whose lines a line lies; of several, the one that begins last.
const DocumentFact* fact_around(const DocumentFacts&, std::string_view kind, std::int64_t line);
// What a date in the document means that says no year.
reading::YearContext years_of(const DocumentFacts&);

}
