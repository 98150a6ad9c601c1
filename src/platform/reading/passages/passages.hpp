// A document as passages under labels: "Kapacita: 12 lůžek", rows of a form, chapters below their headings.
#pragma once

#include "platform/reading/passages/tokens.hpp"
#include "platform/reading/text_document.hpp"

#include <span>

namespace passages {

// A label that we know and what it labels, a number of the caller's; nought is nobody's.
struct KnownLabel {
    std::string_view pattern;
    int field;
    bool bare = false;          // in an item it needs no colon: "d) kapacita 12 lůžek"
    bool in_headings = true;    // a heading that begins with it, or holds it, is about it
};

struct Passage {
    int field = 0;          // of its own label or the heading it stands under
    std::string label{};    // as printed on its own line
    std::string text{};     // without the label
    Tokens tokens{};        // of the text
    reading::Place at{};
    reading::LineKind kind = reading::LineKind::text;    // heading also where the document only looks so
    std::string marker{};
    int level = 0;
    std::vector<std::string> cells{};    // of a row without a label that we know
    std::string column_name{};           // of a cell: what stands above its column
    int table = 0;
    std::size_t column = 0;    // of a row: which of the values under one label, from nought

    bool heading() const { return kind == reading::LineKind::heading; }
};

// Lines of one paragraph and of one item come together; labels inside a line begin passages of their own; empty
// lines are left out.
std::vector<Passage> passages_of(const reading::TextDocument&, std::span<const KnownLabel>);

// A short line that stands like a heading though nothing marks it.
bool looks_like_heading(const reading::TextDocument&, std::size_t line);

}
