// Plain text: lines, list markers, columns made by blanks, tabulators, upright strokes or semicolons.
#include "platform/reading/text_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/letters.hpp"
#include "platform/reading/plain_columns.hpp"
#include "platform/reading/wrapped_table.hpp"

#include <algorithm>
#include <utility>

namespace reading {

namespace {

bool is_rule(std::string_view text) {
    return text.size() >= 3 && text.find_first_not_of("-=_+| \t*") == text.npos &&
           text.find_first_of("-=_*") != text.npos;
}

std::vector<PlainSegment> segments_of(std::string_view text) {
    std::vector<PlainSegment> segments;
    std::size_t column = 0, blanks = 2;
    for (std::size_t at = 0; at < text.size();) {
        auto from = at;
        auto letter = next_character(text, at);
        if (letter == ' ' || letter == 0xA0) ++blanks;
        else {
            if (blanks >= 2) segments.push_back({.column = column});
            else if (blanks == 1) segments.back().text += ' ';
            segments.back().text += text.substr(from, at - from);
            blanks = 0;
        }
        ++column;
    }
    return segments;
}

// „Z á p i s   z e   s c h ů z e“: wider blanks part the words.  A line that has other words too keeps its gaps.
std::string with_spaced_letters_joined(const std::string& line) {
    auto groups = segments_of(line);
    std::string out(groups.empty() ? 0 : groups.front().column, ' ');
    bool word = false;
    std::size_t words = 0, single = 0;
    for (auto& group : groups) {
        Letters letters{group.text};
        bool apart = letters.size() % 2 == 1;
        for (std::size_t i = 1; i < letters.size() && apart; i += 2)
            apart = letters.low[i] == ' ' && letters.low[i - 1] != ' ';
        single += group.text.find(' ') == group.text.npos;
        words += apart && letters.size() >= 3;
        word = word || (apart && letters.size() >= 7 && letters.low[0] >= 'a' && letters.low[0] <= 'z');
        if (apart && letters.size() >= 3) std::erase(group.text, ' ');
    }
    // „DOMOVY  SOCIÁLNÍCH  SLUŽEB“: twice the blank between all words
    bool doubled = groups.size() >= 3 && single + 1 >= groups.size() && line.find("   ", out.size()) == line.npos;
    if (!word && !doubled) return line;
    bool sentence = doubled || words > 1 || words == groups.size();
    for (std::size_t i = 0; i < groups.size(); ++i) out += (i == 0 ? "" : sentence ? " " : "    ") + groups[i].text;
    return out;
}

std::vector<PlainLine> plain_lines(const std::string& text) {
    std::vector<PlainLine> lines;
    bool page_end = false;
    for (std::size_t from = 0; from <= text.size();) {
        auto to = text.find_first_of("\r\n", from);
        if (to == text.npos) to = text.size();
        auto line = text.substr(from, to - from);
        if (auto feed = line.rfind('\f'); feed != line.npos) page_end = true, line.erase(0, feed + 1);
        std::erase_if(line, [](char c) { return (c > 0 && c < ' ' && c != '\t') || c == 0x7F; });
        auto rule = is_rule(line);
        if (!rule) line = with_spaced_letters_joined(line);
        lines.push_back(
            {.text = line,
             .segments = rule || line.find('\t') != line.npos ? std::vector<PlainSegment>{} : segments_of(line),
             .page_end = std::exchange(page_end, false)});
        if (rule)
            lines.back().text = line.starts_with('|') || line.starts_with('+')
                                    ? "|"
                                    : "-";    // stands inside tables and parts paragraphs
        from = to + 1 + (to < text.size() && text[to] == '\r' && to + 1 < text.size() && text[to + 1] == '\n');
    }
    return lines;
}

std::string without_stars(std::string text) {
    for (auto mark : {"**", "__"})
        for (auto from = text.find(mark); from != text.npos;) {
            auto to = text.find(mark, from + 2);
            if (to == text.npos || to == from + 2 || text[from + 2] == '_') break;
            text.erase(to, 2), text.erase(from, 2);
            from = text.find(mark, to - 2);
        }
    return text;
}

// `closed`: a stroke stands before the first cell as well.
std::vector<std::string> cells_between(std::string_view line, char separator, bool closed = true) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        auto c = line[at];
        if (separator != '|' && c == '"' && (quoted || squeezed(cells.back()).empty())) {
            if (quoted && at + 1 < line.size() && line[at + 1] == '"') cells.back() += line[++at];
            else quoted = !quoted;
        } else if (c == separator && !quoted) cells.emplace_back();
        else cells.back() += c;
    }
    if (separator == '|') {
        if (closed && squeezed(cells.front()).empty()) cells.erase(cells.begin());
        if (!cells.empty() && squeezed(cells.back()).empty()) cells.pop_back();
    }
    return cells;
}

class PlainText {
public:
    explicit PlainText(const std::string& text) : lines_{plain_lines(text)} {
        if (SideBySide columns{lines_}; columns.found()) lines_ = columns.unfolded();
        semicolons_ = is_semicolon_table();
    }

    TextDocument read() {
        for (std::size_t at = 0; at < lines_.size();) {
            if (lines_[at].page_end) out_.page(++page_);
            auto next = semicolons_ ? semicolon_line(at) : one(at);
            at = next;
        }
        return out_.take();
    }

private:
    // Exported from a spreadsheet: most lines have as many semicolons or more than two, or every cell its quotes.
    bool is_semicolon_table() const {
        std::size_t filled = 0, parted = 0, alike = 0, before = 0;
        for (auto& line : lines_) {
            auto text = text::trimmed(line.text);
            if (text.empty() || text == "\"\"") continue;
            ++filled;
            bool quoted = text.size() > 2 && text.starts_with('"') && text.ends_with('"') &&
                          (text.find("\";") != text.npos || text.find('"', 1) + 1 == text.size());
            parted += quoted || (std::ranges::count(line.text, ';') >= 2 && line.text.find("; ") == std::string::npos);
            auto cells = cells_between(line.text, ';').size();
            alike += cells >= 5 && cells == before;
            before = cells;
        }
        return (filled >= 5 && parted * 5 >= filled * 4) || (alike >= 2 && (alike + 1) * 2 >= filled);
    }

    // Lines of strokes parted by rules: each row goes over several lines.
    bool is_grid(std::size_t at) const {
        std::size_t rules = 0, lines = 0;
        for (auto n = at; n < lines_.size() && (lines_[n].text == "|" || has_strokes(lines_[n].text)); ++n)
            ++(lines_[n].text == "|" ? rules : lines);
        return rules >= 2 && lines > rules + 1 && !is_head_and_rows(at);
    }

    // One rule below the heading, and below it each line a row of its own.
    bool is_head_and_rows(std::size_t at) const {
        std::size_t blocks = 0, rows = 0, beginning = 0;
        for (auto n = at; n < lines_.size() && (lines_[n].text == "|" || has_strokes(lines_[n].text)); ++n) {
            bool rule = lines_[n].text == "|";
            blocks += !rule && (n == at || lines_[n - 1].text == "|");
            if (rule || blocks != 2) continue;
            auto cells = cells_between(lines_[n].text, '|');
            ++rows, beginning += cells.size() > 1 && !squeezed(cells[0]).empty() && !squeezed(cells[1]).empty();
        }
        return blocks == 2 && rows >= 3 && beginning * 3 >= rows * 2;
    }

    // Not so where texts stand left of a single stroke and notes right of it.
    bool begins_with_stroke(std::size_t at) const {
        for (auto n = at; n < lines_.size() && has_strokes(lines_[n].text); ++n)
            if (lines_[n].text != "|" && text::trimmed(lines_[n].text).front() != '|') return false;
        return true;
    }

    std::size_t grid_row(std::size_t at) {
        std::vector<std::string> cells;
        for (; at < lines_.size() && lines_[at].text != "|" && has_strokes(lines_[at].text); ++at) {
            auto more = cells_between(lines_[at].text, '|');
            cells.resize(std::max(cells.size(), more.size()));
            for (std::size_t n = 0; n < more.size(); ++n) {
                auto text = squeezed(more[n]);
                if (text.empty()) continue;
                bool goes_on = static_cast<unsigned char>(text[0]) >= 'a';
                if (cells[n].ends_with('-') && cells[n].size() > 2 && goes_on) cells[n].pop_back();
                else if (!cells[n].empty()) cells[n] += '\n';
                cells[n] += text;
            }
        }
        out_.row(std::move(cells), table_);
        return at;
    }

    // A quoted cell may go over several lines.
    std::size_t semicolon_line(std::size_t at) {
        auto whole = lines_[at].text;
        auto next = at + 1;
        for (; next < lines_.size() && next < at + 20 && std::ranges::count(whole, '"') % 2 == 1; ++next)
            whole += '\n' + lines_[next].text;
        auto cells = cells_between(whole, ';');
        while (!cells.empty() && squeezed(cells.back()).empty()) cells.pop_back();
        cells_line(std::move(cells), next);
        return next;
    }

    void cells_line(std::vector<std::string> cells, std::size_t) {
        auto filled = std::ranges::count_if(cells, [](auto& cell) { return !squeezed(cell).empty(); });
        if (filled == 0) return table_ = 0, out_.paragraph_end();
        if (table_ == 0) table_ = out_.new_table();
        if (filled == 1 && cells.size() == 1) return plain_line(cells.front(), 0);
        out_.row(std::move(cells), table_);
    }

    std::size_t one(std::size_t at) {
        auto& line = lines_[at];
        if (line.text == "-") return out_.paragraph_end(), at + 1;
        if (line.text == "|") return at + 1;
        if (line.text.find('\t') != std::string::npos) return tabbed(at);
        if (line.blank()) { return table_ = 0, out_.paragraph_end(), at + 1; }
        if (has_strokes(line.text) && strokes_near(at)) {
            if (table_ == 0) table_ = out_.new_table(), grid_ = is_grid(at), closed_ = begins_with_stroke(at);
            if (grid_) return grid_row(at);
            out_.row(cells_between(line.text, '|', closed_), table_);
            return at + 1;
        }
        table_ = 0;
        if (WrappedTable table{lines_, at}; table.found()) {
            auto number = out_.new_table();
            for (auto& row : table.rows()) out_.row(row, number);
            return table.end();
        }
        PlainColumns columns{lines_, at};
        if (!columns.found()) {
            for (; at < columns.end(); ++at) {
                if (lines_[at].page_end) out_.page(++page_);
                if (has_strokes(lines_[at].text) && strokes_near(at)) return at;
                if (lines_[at].blank()) out_.paragraph_end();
                else plain_line(lines_[at].text, int(lines_[at].indent()));
            }
            return at;
        }
        return column_block(at, columns);
    }

    std::size_t column_block(std::size_t at, const PlainColumns& columns) {
        int table = out_.new_table();
        for (; at < columns.end(); ++at) {
            auto& line = lines_[at];
            if (line.blank()) continue;
            auto cells = columns.cells(line);
            auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
            bool first_only = filled == 1 && !cells.front().empty();
            bool below_item = filled == 1 && cells.front().empty() && !out_.document().lines.empty() &&
                              out_.document().lines.back().kind == LineKind::item;
            below_item = below_item || (filled == 1 && hangs_like_the_last(line));
            auto first = std::ranges::find_if(cells, [](auto& cell) { return !cell.empty(); });
            if ((filled == 2 && is_marker_segment(*first)) || begins_with_sign(cells.front()) || below_item)
                plain_line(line.text, int(line.indent()));
            else if (cells.front().ends_with(':') || first_only || line.segments.size() == 1 || has_label(line)) {
                // „Termín:   30. 4.“ is a text; so is a line that nothing parts, and what hangs below a label
                if (filled == 1 && cells.front().empty() && !hangs_below_label(at)) out_.row(std::move(cells), table);
                else plain_line(line.text, int(line.indent()));
            } else out_.row(std::move(cells), table);
        }
        return at;
    }

    // As far in as the line above, which an item began.
    bool hangs_like_the_last(const PlainLine& line) {
        auto& lines = out_.document().lines;
        if (lines.size() < 2 || lines.back().kind != LineKind::text || lines.back().indent == 0) return false;
        auto first = lines.size() - 1;
        while (first > 0 && lines[first].kind == LineKind::text && !lines[first].empty()) --first;
        bool numbered = is_number_of_paragraph(lines[first + 1].text.substr(0, lines[first + 1].text.find(' ')));
        return (lines[first].kind == LineKind::item || numbered) && lines.back().indent == int(line.indent());
    }

    static bool begins_with_sign(std::string_view cell) {
        auto marker = marker_at(cell);
        return marker.text == "•" || marker.text == "→";
    }

    static bool has_label(const PlainLine& line) {
        return line.segments.size() == 2 && line.segments.front().text.ends_with(':');
    }

    bool hangs_below_label(std::size_t at) const {
        for (; at > 0 && lines_[at].segments.size() == 1; --at)
            if (lines_[at - 1].blank()) return false;
        return has_label(lines_[at]) || lines_[at].segments.size() == 1;
    }

    static bool has_strokes(std::string_view text) { return std::ranges::count(text, '|') >= 1; }

    bool strokes_near(std::size_t at) const {
        if (std::ranges::count(lines_[at].text, '|') >= 2) return true;
        return (at > 0 && has_strokes(lines_[at - 1].text)) ||
               (at + 1 < lines_.size() && has_strokes(lines_[at + 1].text));
    }

    std::size_t tabbed(std::size_t at) {
        auto begin = out_.document().lines.size();
        out_.tabbed(lines_[at].text, true);
        if (out_.document().lines.size() == begin + 1) {
            auto& made = out_.document().lines.back();
            if (made.kind == LineKind::text)
                if (auto marker = marker_at(made.text); marker.length > 0)
                    made.text.erase(0, marker.length), made.kind = LineKind::item, made.marker = marker.text,
                                                       made.level = 1;
        } else if (out_.document().lines.size() == begin && text::trimmed(lines_[at].text).empty()) {
            out_.paragraph_end();
        }
        return at + 1;
    }

    void plain_line(const std::string& typed, int indent) {
        auto text = squeezed(typed);
        // "**" around words, as mail programs and editors write it
        if (text.find("**") != text.npos || text.find("__") != text.npos) text = without_stars(std::move(text));
        // "## Různé", as it is typed out of habit
        auto signs = text.find_first_not_of('#');
        if (signs != text.npos && signs > 0 && signs < 5 && text[signs] == ' ')
            return out_.heading(text.substr(signs + 1), int(signs));
        auto marker = marker_at(text);
        if (marker.length >= text.size()) return;    // a sign alone: its text stands on the next line
        if (auto box = marker_at(std::string_view{text}.substr(marker.length));    // „* [ ] sehnat sál“
            marker.length > 0 && (box.text == "☐" || box.text == "☑"))
            marker = {marker.length + box.length, box.text};
        if (marker.length >= text.size()) return;
        if (marker.length == 0) return out_.line({.text = std::move(text), .indent = indent});
        out_.line({.text = text.substr(marker.length),
                   .kind = LineKind::item,
                   .level = 1,
                   .marker = marker.text,
                   .indent = indent});
    }

    std::vector<PlainLine> lines_;
    DocumentBuilder out_{"txt"};
    int table_ = 0, page_ = 1;
    bool semicolons_ = false, grid_ = false, closed_ = true;
};

}

TextDocument read_plain_text(std::string_view bytes) {
    auto text = decoded(bytes);
    return PlainText{text}.read();
}

}
