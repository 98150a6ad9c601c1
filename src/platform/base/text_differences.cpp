// Compares by the longest common sequence: of lines, and of words within lines that differ.
#include "platform/base/text_differences.hpp"

#include <algorithm>
#include <cstdint>

namespace text {

namespace {

// More than this is compared whole: a person would not read it word by word either.
constexpr std::size_t most_compared = 4'000'000;

Units words_of_text(std::string_view text) {
    Units words;
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

std::string put_together(const Units& units, std::size_t from, std::size_t to) {
    std::string text;
    for (auto n = from; n < to; ++n) text += units[n];
    return text;
}

void add_piece(std::vector<Piece>& pieces, Piece::Kind kind, const std::string& text) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().kind == kind) pieces.back().text += text;
    else pieces.push_back({kind, text});
}

}

Units lines_of(std::string_view text) {
    Units lines;
    while (!text.empty()) {
        auto end = text.find('\n');
        auto size = end == text.npos ? text.size() : end + 1;
        lines.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

std::vector<std::size_t> equals_in(const Units& a, const Units& b) {
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

std::vector<Piece> differing_words(const std::string& before, const std::string& after) {
    std::vector<Piece> pieces;
    auto old_lines = lines_of(before), new_lines = lines_of(after);
    walk_both(
        old_lines, new_lines, [&](auto& line) { add_piece(pieces, Piece::same, line); },
        [&](auto from, auto to, auto first, auto last) {
            auto old_words = words_of_text(put_together(old_lines, from, to)),
                 new_words = words_of_text(put_together(new_lines, first, last));
            walk_both(
                old_words, new_words, [&](auto& word) { add_piece(pieces, Piece::same, word); },
                [&](auto a, auto b, auto c, auto d) {
                    add_piece(pieces, Piece::gone, put_together(old_words, a, b));
                    add_piece(pieces, Piece::come, put_together(new_words, c, d));
                });
        });
    return pieces;
}

bool ComparedLine::changed() const {
    return std::ranges::any_of(pieces, [](auto& piece) { return piece.kind != Piece::same; });
}

std::vector<ComparedLine> differing_lines(const std::string& before, const std::string& after) {
    std::vector<ComparedLine> lines;
    bool begins = true;    // a line, with what comes next
    for (auto& piece : differing_words(before, after))
        for (auto& part : lines_of(piece.text)) {
            if (begins) lines.emplace_back();
            begins = part.ends_with('\n');
            if (begins) part.pop_back();
            if (!part.empty()) lines.back().pieces.push_back({piece.kind, part});
        }
    return lines;
}

}
