// What differs between two texts, within a paragraph.
#pragma once

#include "platform/base/text_differences.hpp"
#include "platform/html/out.hpp"

namespace html {

struct TextPieces {
    const std::vector<text::Piece>& pieces;
    void write(Out&) const;
};

}
