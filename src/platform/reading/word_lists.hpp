// Lists of words in data/*.csv that rules look things up in: one word a line, plain small letters, a kind behind a
// semicolon where there are kinds.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

using Words = std::set<std::string, std::less<>>;

// data/NAME.csv of this folder, its first column; the embedded one.
const Words& words_of(std::string_view name);
// The same with the second column, longest words first.
const std::vector<std::pair<std::string, std::string>>& kinds_of(std::string_view name);

}
