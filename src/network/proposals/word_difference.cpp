// Finds the longest words that two texts share.
#include "network/proposals/word_difference.hpp"

#include <algorithm>
#include <span>

namespace network {

namespace {

// Words and ends of lines; blanks between words are put back by who writes them.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r') {
            ++at;
            continue;
        }
        auto end = text[at] == '\n' ? at + 1 : std::min(text.find_first_of(" \t\r\n", at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

void put(std::vector<Piece>& pieces, Piece::Kind kind, std::string_view word) {
    bool goes_on = !pieces.empty() && pieces.back().kind == kind && !pieces.back().ends_line() && word != "\n";
    if (goes_on) pieces.back().text += " " + std::string{word};
    else pieces.push_back({kind, std::string{word}});
}

using Words = std::span<const std::string_view>;

// The table of common lengths is as large as both texts multiplied; texts longer than this are told apart whole.
constexpr std::size_t table_most = 4'000'000;

void tell_apart(Words before, Words after, std::vector<Piece>& pieces) {
    auto rows = before.size(), columns = after.size();
    if ((rows + 1) * (columns + 1) > table_most) {
        for (auto word : before) put(pieces, Piece::gone, word);
        for (auto word : after) put(pieces, Piece::come, word);
        return;
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
            put(pieces, Piece::same, before[row]);
            ++row, ++column;
        } else if (row < rows && (column == columns || at(row + 1, column) >= at(row, column + 1))) {
            put(pieces, Piece::gone, before[row++]);
        } else {
            put(pieces, Piece::come, after[column++]);
        }
    }
}

}

std::vector<Piece> word_difference(std::string_view before, std::string_view after) {
    auto old = words_of(before), fresh = words_of(after);
    std::size_t begin = 0, end = 0, least = std::min(old.size(), fresh.size());
    while (begin < least && old[begin] == fresh[begin]) ++begin;
    while (end < least - begin && old[old.size() - 1 - end] == fresh[fresh.size() - 1 - end]) ++end;
    std::vector<Piece> pieces;
    for (std::size_t n = 0; n < begin; ++n) put(pieces, Piece::same, old[n]);
    tell_apart(Words{old}.subspan(begin, old.size() - begin - end),
               Words{fresh}.subspan(begin, fresh.size() - begin - end), pieces);
    for (auto n = old.size() - end; n < old.size(); ++n) put(pieces, Piece::same, old[n]);
    return pieces;
}

}
