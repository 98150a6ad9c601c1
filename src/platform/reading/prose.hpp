// Lines put together to sentences, each knowing the lines it stands on.
#pragma once

#include "platform/reading/letters.hpp"
#include "platform/reading/text_document.hpp"

#include <memory>

namespace reading {

struct Sentence {
    Letters letters;
    Place place{};
    std::size_t paragraph = 0;    // counted from nought
    bool item = false;            // it begins an item of a list
    std::string marker{};
    bool row = false;    // the cells of a row, with „ | “ between them
};

// Of texts, items and rows; headings are sentences of their own.  Lines of one paragraph are joined where the text
// plainly goes on.
std::vector<Sentence> sentences_of(const std::vector<Line>&);

// Where sentences end inside a text: behind „tis.“, „Mgr.“, „č.“, initials and days none does.
std::vector<std::pair<std::size_t, std::size_t>> sentence_bounds(const Letters&);

// Whether a line goes on with what the line before it says; `wide` is how long the lines of the document are.
bool goes_on(const Line& before, const Line& next, std::size_t wide);
std::size_t usual_width(const std::vector<Line>&);

}
