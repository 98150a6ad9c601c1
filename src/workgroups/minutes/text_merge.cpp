// Compares by the longest common sequence: of lines, and of words within lines that differ.
#include "workgroups/minutes/text_merge.hpp"

#include <algorithm>
#include <cstdint>

namespace workgroups {

namespace {

using TextUnits = std::vector<std::string>;

// More than this is compared whole: a person would not read it word by word either.
constexpr std::size_t most_compared = 4'000'000;

// For each unit of `a` the place of its equal in `b`, or npos; places ascend.
std::vector<std::size_t> equals_in(const TextUnits& a, const TextUnits& b) {
    std::vector<std::size_t> match(a.size(), std::string::npos);
    std::size_t first = 0, enda = a.size(), endb = b.size();
    while (first < enda && first < endb && a[first] == b[first]) match[first] = first, ++first;
    while (enda > first && endb > first && a[enda - 1] == b[endb - 1]) match[--enda] = --endb;
    auto n = enda - first, m = endb - first;
    if (n == 0 || m == 0 || n * m > most_compared) return match;
    std::vector<std::uint32_t> longest((n + 1) * (m + 1));
    auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (m + 1) + j]; };
    for (auto i = n; i-- > 0;)
        for (auto j = m; j-- > 0;)
            at(i, j) = a[first + i] == b[first + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (a[first + i] == b[first + j]) match[first + i] = first + j, ++i, ++j;
        else if (at(i + 1, j) >= at(i, j + 1)) ++i;
        else ++j;
    }
    return match;
}

TextUnits words_of_text(std::string_view text) {
    TextUnits words;
    auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    while (!text.empty()) {
        std::size_t end = 1;
        if (!blank(text[0]))
            while (end < text.size() && !blank(text[end])) ++end;
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

std::string put_together(const TextUnits& units, std::size_t from, std::size_t to) {
    std::string text;
    for (auto n = from; n < to; ++n) text += units[n];
    return text;
}

void add_piece(std::vector<TextPiece>& pieces, TextPiece::Kind kind, const std::string& text) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().kind == kind) pieces.back().text += text;
    else pieces.push_back({kind, text});
}

// Walks both along their equals; what lies between is handed over as two ranges.
void walk_both(const TextUnits& a, const TextUnits& b, auto&& same, auto&& differs) {
    auto match = equals_in(a, b);
    std::size_t ia = 0, ib = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (match[i] == std::string::npos) continue;
        if (ia < i || ib < match[i]) differs(ia, i, ib, match[i]);
        same(a[i]);
        ia = i + 1, ib = match[i] + 1;
    }
    if (ia < a.size() || ib < b.size()) differs(ia, a.size(), ib, b.size());
}

// Ends of lines count apart, so that a line that became the last one is still the same line.
TextUnits merging_lines(const std::string& text) {
    auto lines = lines_of_text(text);
    for (auto& line : lines)
        if (line.ends_with('\n')) line.pop_back();
    return lines;
}

// A run of lines of the base that somebody changed, with what stands there now.
struct ChangedRun {
    std::size_t from, to;
    TextUnits now;
};

std::vector<ChangedRun> changed_runs(const TextUnits& base, const TextUnits& other) {
    std::vector<ChangedRun> runs;
    walk_both(
        base, other, [](auto&) {},
        [&](auto from, auto to, auto first, auto last) {
            runs.push_back({from, to, {other.begin() + std::ptrdiff_t(first), other.begin() + std::ptrdiff_t(last)}});
        });
    return runs;
}

// What somebody made of the base's lines from..to, given the runs that lie within.
TextUnits made_of(const TextUnits& base, std::size_t from, std::size_t to, const std::vector<ChangedRun>& runs) {
    TextUnits now;
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

std::vector<std::string> lines_of_text(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto end = text.find('\n');
        auto size = end == text.npos ? text.size() : end + 1;
        lines.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

MergedText merged_texts(const std::string& base_text, const std::string& mine_text, const std::string& theirs_text) {
    auto base = merging_lines(base_text), mine = merging_lines(mine_text), theirs = merging_lines(theirs_text);
    auto my_runs = changed_runs(base, mine), their_runs = changed_runs(base, theirs);
    MergedText merged;
    TextUnits lines;
    std::size_t at = 0, m = 0, t = 0;
    auto take = [&](const TextUnits& more) { lines.insert(lines.end(), more.begin(), more.end()); };
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

std::vector<TextPiece> differing_words(const std::string& before, const std::string& after) {
    std::vector<TextPiece> pieces;
    auto old_lines = lines_of_text(before), new_lines = lines_of_text(after);
    walk_both(
        old_lines, new_lines, [&](auto& line) { add_piece(pieces, TextPiece::same, line); },
        [&](auto from, auto to, auto first, auto last) {
            auto old_words = words_of_text(put_together(old_lines, from, to)),
                 new_words = words_of_text(put_together(new_lines, first, last));
            walk_both(
                old_words, new_words, [&](auto& word) { add_piece(pieces, TextPiece::same, word); },
                [&](auto a, auto b, auto c, auto d) {
                    add_piece(pieces, TextPiece::gone, put_together(old_words, a, b));
                    add_piece(pieces, TextPiece::come, put_together(new_words, c, d));
                });
        });
    return pieces;
}

}
