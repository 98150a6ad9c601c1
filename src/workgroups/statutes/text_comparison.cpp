// Finds the longest lines, and within them the longest words, that two texts share.
#include "workgroups/statutes/text_comparison.hpp"

#include <algorithm>
#include <cstdint>

namespace workgroups {

namespace {

using Strands = std::vector<std::string_view>;

Strands strands_of(std::string_view text, char between) {
    Strands strands;
    while (!text.empty()) {
        auto end = text.find(between);
        auto one = text.substr(0, end);
        while (!one.empty() && (one.back() == '\r' || one.back() == ' ')) one.remove_suffix(1);
        if (between == '\n' || !one.empty()) strands.push_back(one);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return strands;
}

// The table of common lengths is as large as both texts multiplied; what is longer is told apart as a whole.
constexpr std::size_t cells_most = 4'000'000;

struct Step {
    ComparedPiece::Kind kind;
    std::string_view text;
};

std::vector<Step> told_apart(const Strands& before, const Strands& after) {
    std::vector<Step> steps;
    auto rows = before.size(), columns = after.size();
    if ((rows + 1) * (columns + 1) > cells_most) {
        for (auto one : before) steps.push_back({ComparedPiece::gone, one});
        for (auto one : after) steps.push_back({ComparedPiece::come, one});
        return steps;
    }
    std::vector<std::uint32_t> common((rows + 1) * (columns + 1));
    auto at = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
        return common[row * (columns + 1) + column];
    };
    for (auto row = rows; row-- > 0;)
        for (auto column = columns; column-- > 0;)
            at(row, column) = before[row] == after[column] ? at(row + 1, column + 1) + 1
                                                           : std::max(at(row + 1, column), at(row, column + 1));
    std::size_t row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && before[row] == after[column]) {
            steps.push_back({ComparedPiece::same, before[row]});
            ++row, ++column;
        } else if (row < rows && (column == columns || at(row + 1, column) >= at(row, column + 1)))
            steps.push_back({ComparedPiece::gone, before[row++]});
        else steps.push_back({ComparedPiece::come, after[column++]});
    }
    return steps;
}

ComparedLine compared_words(std::string_view before, std::string_view after) {
    ComparedLine line;
    for (auto& [kind, word] : told_apart(strands_of(before, ' '), strands_of(after, ' '))) {
        if (!line.pieces.empty() && line.pieces.back().kind == kind) line.pieces.back().text += " " + std::string{word};
        else line.pieces.push_back({kind, std::string{word}});
    }
    return line;
}

// Lines that went and lines that came in their place: paired in their order, what is over stands by itself.
void pair_lines(const Strands& gone, const Strands& come, std::vector<ComparedLine>& lines) {
    for (std::size_t n = 0; n < std::max(gone.size(), come.size()); ++n)
        lines.push_back(compared_words(n < gone.size() ? gone[n] : "", n < come.size() ? come[n] : ""));
}

}

bool ComparedLine::changed() const {
    return std::ranges::any_of(pieces, [](auto& piece) { return piece.kind != ComparedPiece::same; });
}

std::vector<ComparedLine> compared_texts(std::string_view before, std::string_view after) {
    std::vector<ComparedLine> lines;
    Strands gone, come;
    for (auto& [kind, line] : told_apart(strands_of(before, '\n'), strands_of(after, '\n'))) {
        if (kind == ComparedPiece::gone) gone.push_back(line);
        else if (kind == ComparedPiece::come) come.push_back(line);
        else {
            pair_lines(gone, come, lines);
            gone.clear(), come.clear();
            lines.push_back({{{ComparedPiece::same, std::string{line}}}});
        }
    }
    pair_lines(gone, come, lines);
    return lines;
}

}
