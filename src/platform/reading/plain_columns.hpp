// Columns that blanks make in a plain text: of a table, or of two texts side by side.
#pragma once

#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace reading {

struct PlainSegment {
    std::size_t column = 0;    // in characters
    std::string text{};
};

struct PlainLine {
    std::string text{};                      // with its blanks
    std::vector<PlainSegment> segments{};    // parted by two blanks or more
    bool page_end = false;                   // a form feed stands before it

    bool blank() const { return segments.empty(); }
    std::size_t indent() const { return segments.empty() ? 0 : segments.front().column; }
};

// "I.1", "[2]", "4.3.2": numbers of paragraphs beside the usual ones.
inline bool is_number_of_paragraph(std::string_view text) {
    bool digit = text.find_first_of("0123456789") != text.npos;
    bool joint = text.find_first_of(".[(") != text.npos;
    return digit && joint && text.size() <= 6 && text.find_first_not_of("0123456789IVX.[]()") == text.npos;
}

inline bool is_marker_segment(std::string_view text) {
    bool roman = text.size() < 5 && !text.empty() && text.find_first_not_of("IVX") == text.npos;    // „II   Noclehárna“
    if (roman || is_number_of_paragraph(text)) return true;
    auto probe = std::string{text} + " x";
    auto marker = marker_at(probe);
    return marker.length == text.size() + 1;
}

// Columns that two neighbouring lines share at least: where blanks stand above each other and something begins.
class PlainColumns {
public:
    PlainColumns(const std::vector<PlainLine>& lines, std::size_t from) : lines_{lines} {
        to_ = from;
        while (to_ < lines.size() && (!lines[to_].blank() || lines[to_].text == "-") &&
               lines[to_].text.find('\t') == std::string::npos)
            ++to_;
        find_columns(from);
    }

    std::size_t end() const { return to_; }
    bool found() const { return starts_.size() > 1; }

    std::vector<std::string> cells(const PlainLine& line) const {
        std::vector<std::string> cells(starts_.size());
        for (auto& segment : line.segments) {
            auto column = std::size_t(std::ranges::upper_bound(starts_, segment.column + 1) - starts_.begin());
            auto& cell = cells[column == 0 ? 0 : column - 1];
            if (!cell.empty()) cell += ' ';
            cell += segment.text;
        }
        return cells;
    }

private:
    void find_columns(std::size_t from) {
        std::vector<std::pair<std::size_t, int>> counts;    // where segments behind a gap begin, how often
        std::size_t least = std::string::npos, filled = 0, parted = 0;
        for (auto at = from; at < to_; ++at) {
            auto& line = lines_[at];
            if (line.blank()) continue;
            ++filled;
            least = std::min(least, line.indent());
        }
        for (auto at = from; at < to_; ++at) {
            bool any = false;
            for (auto& segment : lines_[at].segments) {
                if (segment.column < least + 3) continue;
                any = true;
                auto same = std::ranges::find_if(counts, [&](auto& one) {
                    return one.first + 1 >= segment.column && segment.column + 1 >= one.first;
                });
                if (same == counts.end()) counts.emplace_back(segment.column, 1);
                else ++same->second;
            }
            parted += any;
        }
        std::ranges::sort(counts);
        // Several rows must have the gap: one double blank in a sentence is a slip.
        bool enough = filled >= 2 && parted * 2 >= filled && parted >= 2;
        if (!enough) return;
        starts_.push_back(least);
        for (auto& [column, count] : counts)
            if (count >= 2 && is_free(from, column)) starts_.push_back(column);
        bool some_row = false;
        for (auto at = from; at < to_ && !some_row; ++at) {
            auto cells = this->cells(lines_[at]);
            auto& segments = lines_[at].segments;
            if (segments.size() == 2 && is_marker_segment(segments.front().text)) continue;
            some_row = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); }) > 1;
        }
        if (!some_row) starts_.clear();
    }

    // No line has a word across the place where the column begins.
    bool is_free(std::size_t from, std::size_t column) const {
        std::size_t crossed = 0, filled = 0;
        for (auto at = from; at < to_; ++at)
            for (auto& segment : lines_[at].segments) {
                std::size_t length = 0;
                for (std::size_t i = 0; i < segment.text.size(); ++length) next_character(segment.text, i);
                crossed += segment.column + 1 < column && segment.column + length > column;
                ++filled;
            }
        return crossed == 0 || crossed * 8 < filled;
    }

    const std::vector<PlainLine>& lines_;
    std::size_t to_ = 0;
    std::vector<std::size_t> starts_{};
};

// Two columns of a page or of a leaflet side by side, each with a text of its own: the same headings stand in both.
class SideBySide {
public:
    explicit SideBySide(const std::vector<PlainLine>& lines) : lines_{lines} {
        std::map<std::size_t, int> begins;
        for (auto& line : lines)
            for (auto& segment : line.segments)
                if (segment.column > 20) ++begins[segment.column];
        for (auto& [column, count] : begins)
            if (count >= 8 && (column_ == 0 || count > begins[column_])) column_ = column;
        if (column_) find_lines();
    }

    bool found() const { return to_ > from_ && headings_in_both() >= 2; }

    // The left column below the right one's place, then the right one.
    std::vector<PlainLine> unfolded() const {
        std::vector<PlainLine> all(lines_.begin(), lines_.begin() + std::ptrdiff_t(from_));
        for (bool right : {false, true}) {
            for (auto at = from_; at < to_; ++at) all.push_back(half(lines_[at], right));
            all.push_back({});
        }
        all.insert(all.end(), lines_.begin() + std::ptrdiff_t(to_), lines_.end());
        return all;
    }

private:
    // The longest stretch of lines that nothing crosses.
    void find_lines() {
        std::size_t from = 0;
        for (std::size_t at = 0; at <= lines_.size(); ++at) {
            if (at < lines_.size() && !crosses(lines_[at])) continue;
            if (at - from > to_ - from_) from_ = from, to_ = at;
            from = at + 1;
        }
    }

    bool crosses(const PlainLine& line) const {
        if (line.text == "-" || line.text == "|" || line.text.find('\t') != std::string::npos) return true;
        return std::ranges::any_of(line.segments, [&](auto& segment) {
            return segment.column < column_ && segment.column + segment.text.size() / 2 > column_;
        });
    }

    PlainLine half(const PlainLine& line, bool right) const {
        PlainLine half;
        for (auto& segment : line.segments) {
            if ((segment.column + 1 >= column_) != right) continue;
            auto moved = segment;
            if (right) moved.column -= std::min(column_, moved.column);
            if (half.text.size() < moved.column) half.text.resize(moved.column, ' ');
            half.text += moved.text;
            half.segments.push_back(std::move(moved));
        }
        return half;
    }

    std::size_t headings_in_both() const {
        std::set<std::string> left, both;
        for (auto at = from_; at < to_; ++at)
            if (auto line = half(lines_[at], false); line.segments.size() == 1) left.insert(line.segments[0].text);
        for (auto at = from_; at < to_; ++at)
            if (auto line = half(lines_[at], true);
                line.segments.size() == 1 && line.segments[0].text.size() > 2 &&
                line.segments[0].text.find_first_of("0123456789") == std::string::npos &&
                left.contains(line.segments[0].text))
                both.insert(line.segments[0].text);
        return both.size();
    }

    const std::vector<PlainLine>& lines_;
    std::size_t column_ = 0, from_ = 0, to_ = 0;
};

}
