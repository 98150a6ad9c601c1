// Minutes taken apart for the readers of single facts: lines without page furniture, sentences, what labels say.
#pragma once

#include "platform/reading/dates_in_text.hpp"
#include "platform/reading/page_cleaning.hpp"
#include "platform/reading/prose.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <set>

namespace workgroups {

// What stands behind a label, with the lines that belong to it parted by `\n`.
struct Labelled {
    std::string kind{};     // date, place, present, task, who, due, … of data/minutes_labels.csv
    std::string label{};    // plain small letters
    std::string value{};
    std::size_t line = 0, last_line = 0;
    bool inside = false;     // of a sentence, not at the beginning of its line
    bool bare = false;       // a line of its own without a colon
    std::string before{};    // what stands on its line before it
};

struct MinutesSource {
    explicit MinutesSource(const reading::TextDocument&);

    reading::CleanDocument clean{};
    std::vector<reading::Line>& lines;
    std::vector<reading::Sentence> sentences{};
    std::vector<Labelled> labelled{};
    std::size_t head_end = 0;    // where the head of the minutes ends: people, programme or text begin
    std::string subject{}, sender{};
    std::optional<Date> sent_on{};

    // Filled as facts are found; later readers stand on it.
    reading::YearContext years{};
    std::vector<std::string> people{};     // all that are known by name
    std::set<std::size_t> used_lines{};    // of tasks, schedule, head: no events there
    std::optional<Date> next_meeting{};

    reading::Place original(std::size_t first, std::size_t last) const {
        return {clean.origin[first], clean.origin[last]};
    }
    reading::Place original(const reading::Sentence& one) const { return original(one.place.first, one.place.last); }
    const Labelled* first_of(std::string_view kind) const;
};

// The labels in one line: „Zacatek: 15,30 hod.  Konec: 17,05 hod.“ are two.
std::vector<Labelled> labels_in(std::string_view line);
// The same where a slip of the finger or of a scanner spoilt a label at the beginning of a line.
std::vector<Labelled> nearly_labelled(const std::string& line);
// „Od: …“, „Odesláno: …“ above a letter saved as a text: said by the source, and no lines of the minutes.
void take_printed_head(MinutesSource&);
// Before anything is looked for.
void make_lines_plain(reading::CleanDocument&);
// All labels with the lines that belong to them.
void gather_labels(std::vector<reading::Line>&, std::vector<Labelled>&);

bool is_of_people(std::string_view kind);
bool is_of_list(std::string_view kind);    // of people or points
// The kind that a cell or a line without a colon names; empty where it is none.
std::string label_kind(std::string_view text);
bool is_heading_of_point(const reading::Line&);    // „Ad 3.)“, „K bodu 2“, „3/ …“, a heading

}
