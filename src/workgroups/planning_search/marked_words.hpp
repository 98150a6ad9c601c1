// A piece of a text with the words marked that were looked for.
#pragma once

#include "platform/html/out.hpp"

namespace workgroups {

// A piece of a text; marked where it is a word that was looked for.
struct SearchPiece {
    std::string text{};
    bool marked = false;
};

// The text around the first word that was looked for, with all such words marked; the beginning where there is none.
std::vector<SearchPiece> with_words_marked(const std::string& text, const std::vector<std::string>& folded_words,
                                           std::size_t letters);

// Its pieces without a blank between them, whatever stands in the template.
struct MarkedText {
    const std::vector<SearchPiece>& pieces;
    void write(html::Out&) const;
};

}
