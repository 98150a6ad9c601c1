// Cuts a text into its words: „Sociálně-terapeutické dílny (§ 67), z. ú.“ → socialne, terapeuticke, dilny, §67, zu.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Word {
    std::string text;         // lower case, with accents: what a dictionary knows
    std::string folded;       // lower case, without accents
    bool capitals = false;    // written all in capitals, as abbreviations are
};

// A word is a run of letters and digits.  Three things are more than that: a paragraph sign takes its number with it
// (§ 60a), initials with full stops are one word (o. p. s., D.R.A.K), and a single letter before a hyphen belongs to
// what follows (e-mail → email).  Words longer than 64 bytes are cut off there.
std::vector<Word> words(std::string_view text);

}
