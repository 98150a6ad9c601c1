#include "platform/reading/html_blocks.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/html_tags.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace reading {

namespace {

constexpr std::size_t lists_most = 50, tables_most = 20;    // inside one another

// An item that nobody counts.
bool is_sign(const std::string& marker) {
    return static_cast<unsigned char>(marker[0]) >= 0x80 || marker == "o" || marker == "-" || marker == "*";
}

std::string_view kind_of_list(std::string_view type) {
    return type == "a"   ? "lowerLetter"
           : type == "A" ? "upperLetter"
           : type == "i" ? "lowerRoman"
           : type == "I" ? "upperRoman"
                         : "decimal";
}

template <class Work>
void each_line(std::string_view text, Work work) {
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        work(line);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
}

}

void HtmlBlocks::words(const std::string& text) {
    if (preformatted_ > 0) text_ += text;
    else
        for (auto c : text) text_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
}

void HtmlBlocks::rule() {
    flush();
    out_.paragraph_end();
}

// "<label>Kapacita <input value="12 lůžek"></label>"
void HtmlBlocks::control(const std::string& value) {
    bool word = !text_.empty() && value.size() > 1 && value[1] != '[' && !squeezed(text_).ends_with(':');
    bool label = word && text_.find(':') == text_.npos && squeezed(text_).size() < 60;
    text_ += (label ? ":" : "") + value;
}

// Contacts often follow their labels without a blank.
void HtmlBlocks::link(std::string_view address) {
    bool contact = address.starts_with("mailto:") || address.starts_with("tel:");
    if (contact && !text_.empty()) text_ += ' ';
}

// "<span>Kapacita</span><b>12</b>": what styles alone part.
void HtmlBlocks::inline_begins() {
    bool word = !text_.empty() && (std::isalnum(static_cast<unsigned char>(text_.back())) || text_.back() < 0);
    if (label_ends_ > 0 && label_ends_ == text_.size()) text_ += word ? ": " : " ";
    label_ends_ = 0;
    inline_blank_ = squeezed(text_).empty();
}

void HtmlBlocks::inline_ends() {
    label_ends_ = inline_blank_ ? text_.size() : 0;
    inline_blank_ = false;
}

void HtmlBlocks::opens(const HtmlToken& tag) {
    auto& name = tag.name;
    if (name == "pre") ++preformatted_;
    if (is_heading_tag(name)) flush(), heading_ = name[1] - '0';
    else if (name == "ul" || name == "ol") begin_list(tag);
    else if (name == "li") begin_item(tag);
    else if (name == "table") begin_table();
    else if (name == "tr") begin_row();
    else if (name == "td" || name == "th") begin_cell(tag);
    else if (name == "dt") begin_term();
    else if (name == "dd") begin_meaning();
    else if (is_block_tag(name)) flush();
}

void HtmlBlocks::closes(const std::string& name) {
    if (name == "pre") flush(), preformatted_ = std::max(0, preformatted_ - 1);
    if (is_heading_tag(name)) flush(), heading_ = 0, out_.paragraph_end();
    else if ((name == "ul" || name == "ol") && !lists_.empty()) end_list();
    else if (name == "li") flush(), marker_.clear();
    else if ((name == "td" || name == "th") && !tables_.empty()) end_cell();
    else if (name == "tr" && !tables_.empty()) end_row();
    else if (name == "table" && !tables_.empty()) end_table();
    else if (name == "dt") {
        if (in_term_) term_ = squeezed(text_), text_.clear(), in_term_ = false;
    } else if (is_block_tag(name)) end_block(name);
}

void HtmlBlocks::end_block(const std::string& name) {
    flush();
    if ((name == "p" || name == "div" || name == "dl") && !in_cell()) out_.paragraph_end();
}

void HtmlBlocks::begin_list(const HtmlToken& tag) {
    flush();
    if (lists_.size() == lists_most) return;
    lists_.push_back({.numbered = tag.name == "ol",
                      .kind = std::string{kind_of_list(tag.attribute("type"))},
                      .next = number_of_attribute(tag.attribute("start"), 1)});
}

void HtmlBlocks::end_list() {
    flush();
    lists_.pop_back();
    out_.paragraph_end();
}

void HtmlBlocks::begin_item(const HtmlToken& tag) {
    flush();
    if (lists_.empty()) lists_.push_back({});
    auto& list = lists_.back();
    list.next = number_of_attribute(tag.attribute("value"), list.next);
    marker_ = list.numbered ? numeral(list.next++, list.kind) + '.' : "•";
}

void HtmlBlocks::begin_term() {
    flush();
    term_.clear(), in_term_ = true;
}

void HtmlBlocks::begin_meaning() {
    if (in_term_) term_ = squeezed(text_), text_.clear();
    else flush();
    in_term_ = false;
    if (!term_.empty()) text_ = term_ + (term_.ends_with(':') ? " " : ": ");
    term_.clear();
}

void HtmlBlocks::begin_table() {
    flush();
    // A table inside a cell: the outer one only lays out the page.
    if (in_cell())
        for (auto& cell : tables_.back().cells) out_.text(std::exchange(cell, {}));
    if (tables_.size() < tables_most) tables_.emplace_back(out_.new_table());
}

void HtmlBlocks::begin_row() {
    flush();
    if (tables_.empty()) return;
    end_row();
    tables_.back().begin_row();
}

void HtmlBlocks::begin_cell(const HtmlToken& tag) {
    flush();
    if (tables_.empty()) return;
    end_cell();
    tables_.back().begin_cell(tag);
}

void HtmlBlocks::end_cell() {
    if (!in_cell()) return;
    flush();
    tables_.back().end_cell();
}

void HtmlBlocks::end_row() {
    end_cell();
    auto& table = tables_.back();
    bool layout = table.lays_out_page();
    auto cells = std::exchange(table.cells, {});
    if (layout)
        for (auto& cell : cells) lines_of_layout(cell);
    else if (table.in_row || !cells.empty()) out_.row(std::move(cells), table.number);
    table.in_row = false;
}

void HtmlBlocks::end_table() {
    end_row();
    tables_.pop_back();
    out_.paragraph_end();
}

void HtmlBlocks::flush() {
    auto text = std::exchange(text_, {});
    if (squeezed(text).empty()) return;
    auto marker = squeezed(std::exchange(marker_, {}));
    if (!in_cell() || tables_.back().cells.empty()) return lines(text, marker);
    auto& cell = tables_.back().cells.back();
    if (!cell.empty()) cell += '\n';
    if (!marker.empty()) cell += marker + ' ';
    cell += text;
}

void HtmlBlocks::lines(std::string_view text, const std::string& marker) {
    bool first = true;
    each_line(text, [&](std::string_view line) {
        if (squeezed(line).empty()) return;
        if (first && heading_ > 0) out_.heading(line, heading_);
        else if (first && !marker.empty())
            out_.item(line, is_sign(marker) ? "•" : marker, std::max<int>(1, int(lists_.size())));
        else out_line(line);
        first = false;
    });
}

void HtmlBlocks::lines_of_layout(std::string_view cell) {
    each_line(cell, [&](std::string_view line) {
        if (squeezed(line).empty()) out_.paragraph_end();
        else out_line(line);
    });
    out_.paragraph_end();
}

// Numbers typed by hand in a paragraph of their own are a list too.
void HtmlBlocks::out_line(std::string_view line) {
    auto text = squeezed(line);
    auto marker = marker_at(text);
    if (marker.length == 0 || marker.length >= text.size()) out_.text(text);
    else out_.item(text.substr(marker.length), marker.text, 1);
}

TextDocument& HtmlBlocks::finish() {
    flush();
    while (!tables_.empty()) end_row(), tables_.pop_back();
    return out_.document();
}

}
