#include "platform/reading/wrapped_table.hpp"

#include <algorithm>
#include <utility>

namespace reading {

namespace {

std::size_t characters_in(std::string_view text) {
    return std::size_t(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_filled(const std::string& cell) { return !cell.empty(); }

}

WrappedTable::WrappedTable(const std::vector<PlainLine>& lines, std::size_t at) : end_{at} {
    constexpr std::size_t columns_min = 4, columns_min_above_rule = 3;
    if (lines[at].segments.size() < columns_min_above_rule) return;
    auto next = at + 1;
    while (next < lines.size() && next < at + 3 && !lines[next].blank()) ++next;    // a head of up to three lines
    bool ruled = next < lines.size() && lines[next].text == "-";
    bool apart = next == at + 1 && next < lines.size() && lines[next].blank();
    if (!ruled && !(apart && lines[at].segments.size() >= columns_min)) return;
    read_head(lines[at]);
    for (auto n = at + 1; n < next; ++n) {
        if (!fits(lines[n])) return;
        auto more = cells_of(lines[n]);
        for (std::size_t column = 0; column < more.size(); ++column)
            if (is_filled(more[column])) head_[column] += ' ' + more[column];
    }
    bool block = true;
    for (auto n = next; n < lines.size(); ++n) {
        if (lines[n].page_end && n > next) break;
        if (lines[n].blank()) {
            if (lines[n].text != "-" && !lines[n].text.empty() && lines[n].text.find('\t') != std::string::npos) break;
            block = true;
            continue;
        }
        if (!fits(lines[n])) break;
        first_.push_back(std::exchange(block, false));
        add_line(lines[n]);
        end_ = n + 1;
    }
    if (lines_.size() < 3) return;
    gather_rows(anchor());
}

void WrappedTable::read_head(const PlainLine& line) {
    for (auto& segment : line.segments) starts_.push_back(segment.column), head_.push_back(segment.text);
    widths_.resize(starts_.size());
    for (std::size_t column = 0; column + 1 < starts_.size(); ++column)
        widths_[column] = starts_[column + 1] - starts_[column] - 1;
}

std::size_t WrappedTable::column_at(std::size_t character) const {
    auto column = std::size_t(std::ranges::upper_bound(starts_, character + 1) - starts_.begin());
    return column == 0 ? 0 : column - 1;
}

// Each text begins where a column does, and a single word does not cross into the next column.
bool WrappedTable::fits(const PlainLine& line) const {
    if (line.text.find('|') != std::string::npos || line.text.find('\t') != std::string::npos) return false;
    for (auto& segment : line.segments) {
        auto column = column_at(segment.column);
        if (segment.column > starts_[column] + 1 || segment.column + 1 < starts_[column]) return false;
        for (auto next = column + 1; next < starts_.size(); ++next) {
            if (segment.column + characters_in(segment.text) < starts_[next]) break;
            std::size_t byte = 0, character = segment.column;
            for (; character + 1 < starts_[next] && byte < segment.text.size(); ++character)
                next_character(segment.text, byte);
            if (byte < segment.text.size() && segment.text[byte] != ' ') return false;
        }
    }
    return true;
}

// A cell that fills its column has but one blank before the next.
WrappedTable::Cells WrappedTable::cells_of(const PlainLine& line) const {
    Cells cells(starts_.size());
    for (auto& segment : line.segments) {
        auto column = column_at(segment.column);
        auto character = segment.column;
        for (std::size_t byte = 0; byte < segment.text.size(); ++character) {
            auto from = byte;
            next_character(segment.text, byte);
            bool next = column + 1 < starts_.size() && character == starts_[column + 1] && from > 0 &&
                        segment.text[from - 1] == ' ';
            if (next) ++column;
            cells[column] += segment.text.substr(from, byte - from);
        }
    }
    for (auto& cell : cells)
        while (cell.ends_with(' ')) cell.pop_back();
    return cells;
}

void WrappedTable::add_line(const PlainLine& line) {
    lines_.push_back(cells_of(line));
    for (std::size_t column = 0; column < starts_.size(); ++column)
        if (column + 1 == starts_.size())
            widths_[column] = std::max(widths_[column], characters_in(lines_.back()[column]));
}

// The column that each row fills once: of those that begin every block, the one with the fewest cells.
std::size_t WrappedTable::anchor() const {
    std::size_t best = starts_.size(), fewest = std::string::npos, full = 0;
    for (auto& cells : lines_) full += std::size_t(std::ranges::count_if(cells, is_filled)) * 5 >= starts_.size() * 3;
    for (std::size_t column = 0; column < starts_.size(); ++column) {
        std::size_t count = 0;
        bool begins = true;
        for (std::size_t n = 0; n < lines_.size(); ++n) {
            count += is_filled(lines_[n][column]);
            begins = begins && (!first_[n] || is_filled(lines_[n][column]));
        }
        if (begins && count < fewest && count * 2 >= full) best = column, fewest = count;
    }
    return best;
}

void WrappedTable::gather_rows(std::size_t anchor) {
    if (anchor == starts_.size()) return;
    std::vector<Cells> rows{head_};
    for (std::size_t n = 0; n < lines_.size(); ++n) {
        if (is_filled(lines_[n][anchor])) {
            rows.push_back(lines_[n]);
            continue;
        }
        if (rows.size() == 1) return;    // a line that belongs to no row
        for (std::size_t column = 0; column < starts_.size(); ++column)
            add_to_cell(rows.back()[column], lines_[n][column], column);
    }
    bool wrapped = rows.size() - 1 < lines_.size();
    if (rows.size() >= 3 && wrapped) rows_ = std::move(rows);
}

// Broken by the width of the column, or a line of its own: its first word would have found room above.
void WrappedTable::add_to_cell(std::string& cell, const std::string& more, std::size_t column) const {
    if (more.empty()) return;
    if (cell.empty()) {
        cell = more;
        return;
    }
    auto last = cell.substr(cell.rfind('\n') == cell.npos ? 0 : cell.rfind('\n') + 1);
    bool small = static_cast<unsigned char>(more[0]) >= 'a';
    if (cell.ends_with('-') && cell.size() > 2 && cell[cell.size() - 2] != ' ' && small) {
        cell.pop_back();
        cell += more;
        return;
    }
    bool room = characters_in(last) + 1 + characters_in(more.substr(0, more.find(' '))) < widths_[column];
    cell += room && !small ? '\n' : ' ';
    cell += more;
}

}
