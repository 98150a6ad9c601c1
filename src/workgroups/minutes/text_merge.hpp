// Two people changed one text: what both did, put together line by line.  Pure functions.
#pragma once

#include <string>

namespace workgroups {

struct MergedText {
    std::string text{};
    std::size_t touching = 0;    // places where both changed the same lines: theirs stand there, then mine
    bool clean() const { return touching == 0; }
};

// Lines that only one of them changed are taken as changed.  No word of either is left out, unless the other, too,
// took it out or changed nothing around it.
MergedText merged_texts(const std::string& base, const std::string& mine, const std::string& theirs);

}
