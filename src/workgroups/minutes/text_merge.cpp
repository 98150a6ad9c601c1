// Compares both with what they began from.
#include "workgroups/minutes/text_merge.hpp"

#include "platform/base/text_differences.hpp"

#include <algorithm>

namespace workgroups {

namespace {

// Ends of lines count apart, so that a line that became the last one is still the same line.
text::Units merging_lines(const std::string& whole) {
    auto lines = text::lines_of(whole);
    for (auto& line : lines)
        if (line.ends_with('\n')) line.pop_back();
    return lines;
}

// A run of lines of the base that somebody changed, with what stands there now.
struct ChangedRun {
    std::size_t from, to;
    text::Units now;
};

std::vector<ChangedRun> changed_runs(const text::Units& base, const text::Units& other) {
    std::vector<ChangedRun> runs;
    text::walk_both(
        base, other, [](auto&) {},
        [&](auto from, auto to, auto first, auto last) {
            runs.push_back({from, to, {other.begin() + std::ptrdiff_t(first), other.begin() + std::ptrdiff_t(last)}});
        });
    return runs;
}

// What somebody made of the base's lines from..to, given the runs that lie within.
text::Units made_of(const text::Units& base, std::size_t from, std::size_t to, const std::vector<ChangedRun>& runs) {
    text::Units now;
    auto at = from;
    for (auto& run : runs) {
        now.insert(now.end(), base.begin() + std::ptrdiff_t(at), base.begin() + std::ptrdiff_t(run.from));
        now.insert(now.end(), run.now.begin(), run.now.end());
        at = run.to;
    }
    now.insert(now.end(), base.begin() + std::ptrdiff_t(at), base.begin() + std::ptrdiff_t(to));
    return now;
}

}

MergedText merged_texts(const std::string& base_text, const std::string& mine_text, const std::string& theirs_text) {
    auto base = merging_lines(base_text), mine = merging_lines(mine_text), theirs = merging_lines(theirs_text);
    auto my_runs = changed_runs(base, mine), their_runs = changed_runs(base, theirs);
    MergedText merged;
    text::Units lines;
    std::size_t at = 0, m = 0, t = 0;
    auto take = [&](const text::Units& more) { lines.insert(lines.end(), more.begin(), more.end()); };
    while (m < my_runs.size() || t < their_runs.size()) {
        bool from_mine = t == their_runs.size() || (m < my_runs.size() && my_runs[m].from <= their_runs[t].from);
        auto from = from_mine ? my_runs[m].from : their_runs[t].from;
        auto to = from;
        std::vector<ChangedRun> of_mine, of_theirs;
        // Runs that overlap, or begin where another one begins or ends, are one place.
        for (bool grows = true; grows;) {
            grows = false;
            auto touches = [&](const ChangedRun& run) {
                bool first = of_mine.empty() && of_theirs.empty();
                return first ? run.from == from : run.from < to || run.from == from || (run.from == to && run.to == to);
            };
            if (m < my_runs.size() && touches(my_runs[m]))
                to = std::max(to, my_runs[m].to), of_mine.push_back(my_runs[m++]), grows = true;
            if (t < their_runs.size() && touches(their_runs[t]))
                to = std::max(to, their_runs[t].to), of_theirs.push_back(their_runs[t++]), grows = true;
        }
        lines.insert(lines.end(), base.begin() + std::ptrdiff_t(at), base.begin() + std::ptrdiff_t(from));
        auto my_lines = made_of(base, from, to, of_mine), their_lines = made_of(base, from, to, of_theirs);
        if (of_theirs.empty() || my_lines == their_lines) take(my_lines);
        else if (of_mine.empty()) take(their_lines);
        else take(their_lines), take(my_lines), ++merged.touching;
        at = to;
    }
    lines.insert(lines.end(), base.begin() + std::ptrdiff_t(at), base.end());
    for (std::size_t n = 0; n < lines.size(); ++n) merged.text += (n > 0 ? "\n" : "") + lines[n];
    return merged;
}

}
