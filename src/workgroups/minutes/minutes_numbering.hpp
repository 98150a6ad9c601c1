// How the items of minutes are labelled – Ad 3), 3/, 3. or not at all (row 4.31) – and what is wrong with the labels of
// a document (row 3.04).  Pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace workgroups {

// Of the n-th item, from 1, in a style of label_styles.
std::string label_in_style(const std::string& style, std::int64_t n);
std::optional<std::int64_t> number_of_label(const std::string& label);    // „Ad. 3)“ is 3
// The style that most of the labels are nearest to; nothing where none has a number.
std::optional<std::string> style_of_labels(const std::vector<std::string>& labels);

struct LabelledPart {
    std::string label{};                   // as it stood in the document; empty: none
    std::string heading{};                 // and the first words below it, where there is no heading
    std::optional<std::int64_t> item{};    // the item of the agenda that it belongs to, from 1, where somebody said so
};

struct NumberingFinding {
    std::string kind{};                   // a text minutes.numbering.KIND
    std::vector<std::string> values{};    // that the sentence names
    bool operator==(const NumberingFinding&) const = default;
};

// missing: an item of the agenda to which no label leads.  twice: a label that stands more than once.  spellings:
// labels written in several ways.  not_item: a heading that is not that item of the agenda – with the item that it is
// (is_item), where one fits.  beyond: a number that the agenda does not have.
std::vector<NumberingFinding> check_numbering(const std::vector<LabelledPart>&, const std::vector<std::string>& agenda);

}
