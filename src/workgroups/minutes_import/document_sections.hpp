// Parts of minutes by the labels that stand before them, and what stands around: who wrote it where, which programme.
#pragma once

#include "workgroups/minutes_import/document_facts.hpp"

namespace workgroups {

// „Ad. 3)“, „3/“, „K bodu 2“: a label at the beginning of a line, with its number and where the text goes on.
struct PartLabel {
    std::string label{};    // as printed
    std::string style{};    // ad, slash, number
    std::int64_t number = 0;
    std::string rest{};
};
std::optional<PartLabel> part_label(const reading::Line&);

// To which item of the agenda, from 1, each number belongs: a number that repeats is the next one (row 3.04), one that
// goes back is none.
std::vector<std::optional<std::int64_t>> agenda_of_labels(const std::vector<std::int64_t>& numbers,
                                                          std::int64_t agenda_items);

// Facts that only the shape of the document gives.  Expects those of the readers.
void add_sections(const reading::TextDocument&, const MinutesFacts&, FoundFacts&);
void add_surroundings(const reading::TextDocument&, const MinutesFacts&, DocumentFacts&);

}
