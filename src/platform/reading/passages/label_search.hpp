// Known labels in lines, cells and headings.
#pragma once

#include "platform/reading/passages/passages.hpp"

#include <optional>
#include <span>

namespace passages {

constexpr std::size_t heading_words_max = 10, label_words_max = 8, wrapped_bytes_min = 60;

struct LabelFound {
    int field = 0;
    std::size_t first = 0, text = 0;    // tokens: of the label, of what it labels
    std::size_t named = 0;              // behind the words that we know of it
};

// A label from here on; in an item it may do without its colon.
std::optional<LabelFound> label_at(const Tokens&, std::size_t at, std::span<const KnownLabel>, bool item = false);

// "KOMU lidem s postižením", "KDE Skálova 415, Turnov": no colon, but other letters.
std::optional<LabelFound> label_in_capitals(std::string_view text, const Tokens&, std::span<const KnownLabel>);
// "A.5 Identifikátor služby ....... 2260813"
std::optional<LabelFound> label_behind_mark(const Tokens&, std::span<const KnownLabel>);
// Behind a sign; "tam, kde na to sami nestačí:" is none.
std::optional<LabelFound> label_inside(const Tokens&, std::size_t at, std::span<const KnownLabel>);
bool has_leaders(const Tokens&);    // "Zahájení ....... 1. 1. 2007"

// Of a heading or a cell: the longest of known labels anywhere in it.
struct Named {
    int field = 0;
    std::size_t words = 0;
};

Named named_in(const Tokens&, std::span<const KnownLabel>, std::size_t starts_max);
Named named_at_end(const Tokens&, std::span<const KnownLabel>);
// A heading is about the longest label in it; one word counts only where the heading begins.
int field_of_heading(const Tokens&, std::span<const KnownLabel>);

std::size_t words_in(const Tokens&);
bool begins_small(std::string_view text);

}
