// Patterns of words in data files, so that a family of wordings grows without touching the rules.
#pragma once

#include "platform/base/embedded.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace passages {

// One line of a file, cut at semicolons; what is missing is empty.  The texts are the program's own.
using PatternRow = std::array<std::string_view, 4>;

// The file PATH (below src/) among those embedded, without its first line, which names the columns.
std::vector<PatternRow> pattern_rows(std::span<const embedded::File>, std::string_view path);

// platform/reading/data/NAME.csv, read once.
const std::vector<PatternRow>& pattern_rows(std::string_view name);
// Its first column.
const std::vector<std::string_view>& patterns(std::string_view name);

}
