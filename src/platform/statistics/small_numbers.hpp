// Withholds counts of people so small that somebody could be recognised, also those that subtraction would give away.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace statistics {

// Fewer than five people could be recognised.  Nobody is nobody: a zero is shown.
inline constexpr std::int64_t smallest_shown = 5;

constexpr bool is_small(std::int64_t count) { return count > 0 && count < smallest_shown; }

using Counts = std::vector<std::vector<std::int64_t>>;
using GuardedCounts = std::vector<std::vector<std::optional<std::int64_t>>>;

// Rows and columns of counts, the last column holding the sums of rows, the last row the sums of columns.  The answer
// has the same shape; what is withheld is empty.  No withheld number can be computed from those that are shown: as many
// others are withheld as that takes.
GuardedCounts guarded(const Counts& with_totals);

// The same for one list of parts, whose total stands last.
std::vector<std::optional<std::int64_t>> guarded(const std::vector<std::int64_t>& with_total);

// Adds a last column and a last row of sums.
Counts with_totals(Counts);

}
