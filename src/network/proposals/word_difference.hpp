// What differs between two texts, word by word.
#pragma once

#include "platform/html/out.hpp"

namespace network {

struct Piece {
    enum Kind { same, gone, come } kind;
    std::string text;    // a few words, or one end of a line
    bool ends_line() const { return text == "\n"; }
};

std::vector<Piece> word_difference(std::string_view before, std::string_view after);

// Both texts in one: what goes is struck out, what comes is marked.
struct TextDifference {
    std::vector<Piece> pieces;
    void write(html::Out&) const;
};

}
