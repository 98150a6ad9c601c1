// How far a mistyped word is from a word we know.
#pragma once

#include <string_view>

namespace search {

// How many mistakes we forgive in a word of so many letters: none under 4, one up to 7, two above.
int forgiven(std::size_t letters);

// Letters left out, added, changed or swapped with their neighbour (optimal string alignment, after Damerau).  A lost
// syllable of two letters counts as one mistake in words from 5 letters (alyzy – analyzy).  Answers most + 1 when it is
// further.
int distance(std::string_view typed, std::string_view known, int most);

}
