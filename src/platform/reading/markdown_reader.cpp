// Markdown as people write it: headings, lists with boxes, pipe tables, quotations; emphasis and links become their
// words.
#include "platform/reading/text_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"

#include <algorithm>

namespace reading {

namespace {

bool is_divider(std::string_view line) {    // |:--|:-:|
    return line.find('-') != line.npos && line.find('|') != line.npos && line.find_first_not_of("|-: \t") == line.npos;
}

bool is_ruler(std::string_view line) {
    auto stripped = std::string{line};
    std::erase(stripped, ' ');
    return stripped.size() >= 3 &&
           (stripped.find_first_not_of('-') == stripped.npos || stripped.find_first_not_of('*') == stripped.npos ||
            stripped.find_first_not_of('_') == stripped.npos);
}

// The words of one line without the marks around them.
std::string without_marks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto c = text[at];
        auto rest = text.substr(at);
        if (c == '\\' && at + 1 < text.size() &&
            std::string_view{"\\`*_{}[]()#+-.!|<>~"}.find(text[at + 1]) != std::string_view::npos) {
            out += text[at + 1], at += 2;
        } else if (c == '!' && rest.starts_with("![")) {
            auto end = rest.find(')', rest.find(']'));
            at += end == rest.npos ? 1 : end + 1;
        } else if (c == '[') {
            auto close = rest.find(']');
            auto link = close != rest.npos && close + 1 < rest.size() && rest[close + 1] == '(';
            auto end = link ? rest.find(')', close) : rest.npos;
            if (end == rest.npos) out += c, ++at;
            else out += without_marks(rest.substr(1, close - 1)), at += end + 1;
        } else if (c == '<') {
            auto end = rest.find('>');
            auto inside = end == rest.npos ? std::string_view{} : rest.substr(1, end - 1);
            bool address = inside.find('@') != inside.npos || inside.starts_with("http");
            bool tag = !inside.empty() && (std::isalpha(static_cast<unsigned char>(inside[0])) || inside[0] == '/');
            if (address) out += inside, at += end + 1;
            else if (tag) out += ' ', at += end + 1;
            else out += c, ++at;
        } else if (auto struck = rest.starts_with("~~") ? rest.find("~~", 2) : rest.npos; struck != rest.npos) {
            at += struck + 2;    // what is crossed out is not said
        } else if (c == '*' || c == '`' || rest.starts_with("~~")) {
            bool alone = c == '*' && (at == 0 || text[at - 1] == ' ') && at + 1 < text.size() && text[at + 1] == ' ';
            if (alone) out += c;
            at += rest.starts_with("~~") ? 2 : 1;
        } else if (c == '_' &&
                   (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1])) || at + 1 == text.size() ||
                    !std::isalnum(static_cast<unsigned char>(text[at + 1]))) &&
                   !rest.starts_with("__ ") && (at + 1 < text.size() || at > 0)) {
            auto runs = rest.find_first_not_of('_');
            if (runs == rest.npos || runs > 2)
                out += rest.substr(0, runs == rest.npos ? rest.size() : runs),
                    at += runs == rest.npos ? rest.size() : runs;
            else at += runs;
        } else out += c, ++at;
    }
    return out;
}

std::vector<std::string> pipe_cells(std::string_view line) {
    line = text::trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
    std::vector<std::string> cells(1);
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '|') cells.back() += '|', ++at;
        else if (line[at] == '|') cells.emplace_back();
        else cells.back() += line[at];
    }
    for (auto& cell : cells) {
        for (std::string_view mark : {"<br>", "<br/>", "<br />"})
            for (auto at = cell.find(mark); at != cell.npos; at = cell.find(mark)) cell.replace(at, mark.size(), "\n");
        cell = without_marks(cell);
    }
    return cells;
}

std::string without_comments(std::string text) {
    for (auto from = text.find("<!--"); from != text.npos; from = text.find("<!--", from)) {
        auto to = text.find("-->", from);
        text.erase(from, to == text.npos ? text.npos : to + 3 - from);
    }
    return text;
}

class Markdown {
public:
    TextDocument read(const std::string& text) {
        std::vector<std::string> lines;
        for (std::size_t from = 0; from <= text.size();) {
            auto to = std::min(text.find('\n', from), text.size());
            lines.push_back(text.substr(from, to - from));
            if (lines.back().ends_with('\r')) lines.back().pop_back();
            from = to + 1;
        }
        std::size_t at = 0;
        if (!lines.empty() && lines[0] == "---") at = front_matter(lines);
        for (; at < lines.size(); ++at) one(lines, at);
        return out_.take();
    }

private:
    // „title: …“ between two rulers, as web generators have it.
    std::size_t front_matter(const std::vector<std::string>& lines) {
        for (std::size_t end = 1; end < lines.size() && end < 60; ++end) {
            if (lines[end] != "---") continue;
            for (std::size_t at = 1; at < end; ++at)
                if (lines[at].starts_with("title:")) out_.document().title = squeezed(lines[at].substr(6));
            return end + 1;
        }
        return 0;
    }

    void one(const std::vector<std::string>& lines, std::size_t& at) {
        std::string_view line = lines[at];
        int indent = 0;
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
            indent += line.front() == '\t' ? 4 : 1, line.remove_prefix(1);
        while (line.starts_with('>')) {
            line.remove_prefix(1);
            while (line.starts_with(' ')) line.remove_prefix(1);
        }
        line = text::trimmed(line);
        if (line.starts_with("```") || line.starts_with("~~~")) return;
        if (line.empty()) return table_ = 0, out_.paragraph_end();
        if (is_divider(line)) return;
        if (is_ruler(line) && line.find('|') == line.npos) return out_.paragraph_end();
        if (line.starts_with('|') ||
            (line.find('|') != line.npos && (table_ > 0 || (at + 1 < lines.size() && is_divider(lines[at + 1]))))) {
            if (table_ == 0) table_ = out_.new_table();
            return out_.row(pipe_cells(line), table_);
        }
        table_ = 0;
        if (line.starts_with('#')) return heading(line);
        if (at + 1 < lines.size() && lines[at + 1].size() >= 3 &&
            (lines[at + 1].find_first_not_of('=') == std::string::npos ||
             lines[at + 1].find_first_not_of('-') == std::string::npos) &&
            marker_at(line).length == 0) {
            out_.heading(without_marks(line), lines[at + 1][0] == '=' ? 1 : 2);
            ++at;
            return;
        }
        item_or_text(line, indent);
    }

    void heading(std::string_view line) {
        auto level = std::min(line.find_first_not_of('#'), line.size());
        auto words = text::trimmed(line.substr(level));
        while (words.ends_with('#')) words.remove_suffix(1);
        out_.heading(without_marks(words), int(level));
    }

    void item_or_text(std::string_view line, int indent) {
        auto marker = marker_at(line.starts_with("+ ") ? "* " + std::string{line.substr(2)} : std::string{line});
        if (marker.length == 0 || marker.length >= line.size())
            return out_.line({.text = without_marks(line), .indent = indent});
        auto words = line.substr(marker.length);
        if (words.starts_with("[ ] ")) marker.text = "☐", words.remove_prefix(4);
        else if (words.starts_with("[x] ") || words.starts_with("[X] ")) marker.text = "☑", words.remove_prefix(4);
        out_.line({.text = without_marks(words),
                   .kind = LineKind::item,
                   .level = std::min(indent / 2 + 1, 9),
                   .marker = marker.text,
                   .indent = indent});
    }

    DocumentBuilder out_{"md"};
    int table_ = 0;
};

}

TextDocument read_markdown(std::string_view bytes) { return Markdown{}.read(without_comments(decoded(bytes))); }

}
