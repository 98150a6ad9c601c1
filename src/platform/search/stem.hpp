// What stays of a Czech word when its ending is taken away – without a dictionary and without accents, so that it also
// works for words typed on a telephone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

// The stem all cases of a word share: dilna, dilny, dilnach, dilen → diln.  Two stems where Czech is ambiguous without
// a dictionary ("potreb" may be potreb- or potrb-, as "sluzeb" is sluzb-).  Takes folded words.
std::vector<std::string> stems(std::string_view folded);

// What related words share, looser than a stem: terapie, terapeut, terapeuticky → terap; jilemnicko, jilemnice →
// jilemnik.
std::string root(std::string_view stem);

}
