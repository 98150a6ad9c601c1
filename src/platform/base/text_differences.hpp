// What differs between two texts, word by word, for people to read.  Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

struct Piece {
    enum Kind { same, gone, come };
    Kind kind = same;
    std::string text{};
    bool operator==(const Piece&) const = default;
    static void each_field(auto& piece, auto& visit) {
        visit("kind", std::string{piece.kind == same ? "same" : piece.kind == gone ? "gone" : "come"});
        visit("text", piece.text);
    }
};

// The pieces without `come` give the former text to the letter, those without `gone` the later one.
std::vector<Piece> differing_words(const std::string& before, const std::string& after);

// The same, a line at a time, without ends of lines: a changed line stands once, with what went and what came in it.
struct ComparedLine {
    std::vector<Piece> pieces{};

    bool changed() const;
    static void each_field(auto& line, auto& visit) { visit("pieces", line.pieces); }
};
std::vector<ComparedLine> differing_lines(const std::string& before, const std::string& after);

// --- what both are made of -------------------------------------------------------------------------------------------

using Units = std::vector<std::string>;    // words or lines

Units lines_of(std::string_view);    // each with its end, the last one as it is

// For each unit of `a` the place of its equal in `b`, or npos; places ascend.
std::vector<std::size_t> equals_in(const Units& a, const Units& b);

// Walks both along their equals; what lies between is handed over as two ranges.
void walk_both(const Units& a, const Units& b, auto&& same, auto&& differs) {
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

}
