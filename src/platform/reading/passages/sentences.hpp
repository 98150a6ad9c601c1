// A passage as sentences: a full stop ends one unless it belongs to a number, an initial or an abbreviation.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <vector>

namespace passages {

struct Sentence {
    std::string text{};
    Tokens tokens{};
};

std::vector<Sentence> sentences_of(std::string_view text);

}
