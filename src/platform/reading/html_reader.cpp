// A web page or what Word saved as one: the text of its main part, without menus, bars and footers.
#include "platform/reading/html_reader.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/html_controls.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace reading {

namespace {

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 15> void_tags = {"area",  "base",   "br",    "col",  "embed",
                                                        "hr",    "img",    "input", "link", "meta",
                                                        "param", "source", "track", "wbr",  "frame"};
constexpr std::array<std::string_view, 15> never_text = {"script", "style",  "template", "noscript", "head",
                                                         "nav",    "footer", "aside",    "button",   "svg",
                                                         "iframe", "object", "xml",      "dialog",   "del"};
constexpr std::array<std::string_view, 33> block_tags = {
    "p",        "div",    "section",    "article", "main",    "header", "address", "blockquote", "pre",
    "fieldset", "figure", "figcaption", "center",  "form",    "ul",     "ol",      "dl",         "li",
    "dt",       "dd",     "table",      "caption", "tr",      "td",     "th",      "thead",      "tbody",
    "tfoot",    "body",   "html",       "hr",      "details", "summary"};

constexpr std::array<std::string_view, 6> inline_tags = {"span", "b", "strong", "em", "label", "small"};

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Part of a set of tabs or of a list that unfolds: out of sight at first, but text of the page.
bool unfolds(const HtmlToken& tag) {
    if (tag.attribute("role") == "tabpanel") return true;
    std::string name{tag.attribute("class")};
    std::ranges::transform(name, name.begin(), [](unsigned char sign) { return char(std::tolower(sign)); });
    for (std::string_view word : {"tab-", "tabpanel", "accordion", "akordeon", "collapse", "panel", "rozbal", "toggle"})
        if (name.find(word) != name.npos) return true;
    return false;
}

// Menus, crumbs and bars by the words that pages call them with.
bool is_page_furniture(const HtmlToken& tag) {
    static constexpr std::array<std::string_view, 26> words = {
        "cookie",     "cookies", "susenky", "cookiebar",       "consent",    "gdpr",        "menu",       "navigace",
        "navigation", "navbar",  "nav",     "drobecky",        "breadcrumb", "breadcrumbs", "paticka",    "footer",
        "sidebar",    "skip",    "sr-only", "visually-hidden", "share",      "sdileni",     "pagination", "strankovani",
        "search",     "hledani"};
    auto role = tag.attribute("role");
    if (role == "navigation" || role == "dialog" || role == "search" || role == "contentinfo" || role == "banner" ||
        role == "complementary" || role == "menu")
        return true;
    for (auto& [key, value] : tag.attributes) {
        if (key == "hidden" && !unfolds(tag)) return true;
        if (key == "style" && !unfolds(tag)) {
            auto style = value;
            std::erase(style, ' ');
            if (style.find("display:none") != style.npos || style.find("mso-hide:all") != style.npos ||
                style.find("visibility:hidden") != style.npos)
                return true;
        }
        if (key != "class" && key != "id") continue;
        std::string word;
        for (std::size_t at = 0; at <= value.size(); ++at) {
            if (at < value.size() && value[at] != ' ' && value[at] != '_')
                word += char(std::tolower(static_cast<unsigned char>(value[at])));
            else if (one_of(word, words) || word.find("cookie") != word.npos) return true;
            else word.clear();
        }
    }
    return false;
}

int number_of(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// A box beside the article that lists facts: a list of terms, a table.
bool gives_facts(std::string_view rest) {
    auto box = rest.substr(0, std::min(rest.find("</aside"), rest.size()));
    return box.find("<dt") != box.npos || (box.find("<table") != box.npos && box.find("<td") != box.npos);
}

class HtmlPage {
public:
    explicit HtmlPage(bool only_main) : only_main_{only_main} {}

    TextDocument read(std::string_view html) {
        HtmlTokens tokens{html};
        HtmlToken token;
        while (tokens.next(token)) {
            if (token.kind == HtmlToken::text) words(token.words);
            else if (token.kind == HtmlToken::opening) opens(token, tokens.rest());
            else closes(token.name);
        }
        flush();
        while (!tables_.empty()) end_row(), tables_.pop_back();
        out_.document().title = squeezed(title_);
        for (std::string_view rest = footer_; !rest.empty();) {
            auto line = rest.substr(0, rest.find('\n'));
            if (auto text = squeezed(line); !text.empty()) out_.document().footer.push_back(text);
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        }
        return std::move(out_.document());
    }

private:
    struct List {
        bool numbered = false;
        std::string kind{};
        int next = 1;
    };
    struct Table {
        int number = 0;
        std::vector<std::string> cells{};
        std::vector<int> held{};    // by cells of rows above: how many rows still
        bool in_cell = false, in_row = false;
        int span = 1, rows = 1;
        std::size_t lists_outside = 0;
    };

    // The part of the site that is left out, but says who it is.
    bool in_footer() const {
        return std::ranges::any_of(open_, [](auto& one) { return one.hides && one.name == "footer"; });
    }

    bool shown() const { return hidden_ == 0 && (!only_main_ || main_ > 0); }

    void words(const std::string& text) {
        if (in_title_) title_ += text;
        if (in_footer()) footer_ += text;
        if (!shown()) return;
        if (ignore_ > 0) marker_ += text;
        else if (preformatted_ > 0) text_ += text;
        else
            for (auto c : text) text_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }

    void opens(const HtmlToken& tag, std::string_view rest) {
        auto& name = tag.name;
        if (name == "title") in_title_ = true;
        bool main = name == "main" || name == "article" || tag.attribute("role") == "main";
        main_ += main;
        if (one_of(name, void_tags)) {
            if (name == "br" && in_footer()) footer_ += '\n';
            if (shown() && name == "br") text_ += '\n';
            if (shown() && name == "input") control(value_of_input(tag));
            if (shown() && name == "hr") flush(), out_.paragraph_end();
            return;
        }
        if (tag.closes_itself && name.find(':') != name.npos) return;
        bool facts = name == "aside" && gives_facts(rest);
        bool beside = name == "aside" && (main_ > 0 || facts);    // of the article, not of the site
        main = main || facts, main_ += facts;
        bool not_chosen = name == "option" && !has_attribute(tag, "selected");
        bool hides = hidden_ > 0 || not_chosen || (one_of(name, never_text) && !beside) || is_page_furniture(tag) ||
                     (name == "header" && main_ == 0 && only_main_);
        auto style = tag.attribute("style");
        bool ignore = style.find("mso-list:Ignore") != style.npos || style.find("mso-list: Ignore") != style.npos;
        if (!hides && one_of(name, inline_tags)) part_from_label(), inline_blank_ = squeezed(text_).empty();
        auto leads = name == "a" && !hides && shown() ? tag.attribute("href") : std::string_view{};
        if ((leads.starts_with("mailto:") || leads.starts_with("tel:")) && !text_.empty()) text_ += ' ';
        open_.push_back({.name = name, .hides = hides, .ignore = ignore && !hides, .main = main});
        if (hides) {
            if (hidden_ == 0 && shown()) flush();
            ++hidden_;
            return;
        }
        if (open_.back().ignore) {
            ++ignore_;
            return;
        }
        if (shown()) block_opens(tag);
    }

    // "<label>Kapacita <input value="12 lůžek"></label>"
    void control(const std::string& value) {
        bool word = !text_.empty() && value.size() > 1 && value[1] != '[' && !squeezed(text_).ends_with(':');
        bool label = word && text_.find(':') == text_.npos && squeezed(text_).size() < 60;
        text_ += (label ? ":" : "") + value;
    }

    // "<span>Kapacita</span><b>12</b>": what styles alone part.
    void part_from_label() {
        bool word = !text_.empty() && (std::isalnum(static_cast<unsigned char>(text_.back())) || text_.back() < 0);
        if (label_ends_ > 0 && label_ends_ == text_.size()) text_ += word ? ": " : " ";
        label_ends_ = 0;
    }

    void block_opens(const HtmlToken& tag) {
        auto& name = tag.name;
        if (name == "pre") ++preformatted_;
        if (is_heading(name)) flush(), heading_ = name[1] - '0';
        else if (name == "ul" || name == "ol") begin_list(tag);
        else if (name == "li") begin_item(tag);
        else if (name == "table") begin_table();
        else if (name == "tr") begin_row();
        else if (name == "td" || name == "th") begin_cell(tag);
        else if (name == "dt") flush(), term_.clear(), in_term_ = true;
        else if (name == "dd") end_term();
        else if (one_of(name, block_tags)) flush();
    }

    void begin_list(const HtmlToken& tag) {
        flush();
        auto type = tag.attribute("type");
        List list{.numbered = tag.name == "ol", .next = number_of(tag.attribute("start"), 1)};
        list.kind = type == "a"   ? "lowerLetter"
                    : type == "A" ? "upperLetter"
                    : type == "i" ? "lowerRoman"
                    : type == "I" ? "upperRoman"
                                  : "decimal";
        if (lists_.size() < 50) lists_.push_back(std::move(list));
    }

    void begin_item(const HtmlToken& tag) {
        flush();
        if (lists_.empty()) lists_.push_back({});
        auto& list = lists_.back();
        list.next = number_of(tag.attribute("value"), list.next);
        marker_ = list.numbered ? numeral(list.next++, list.kind) + '.' : "•";
    }

    void begin_table() {
        flush();
        // A table inside a cell: the outer one only lays out the page.
        if (!tables_.empty() && tables_.back().in_cell) {
            auto& cells = tables_.back().cells;
            for (auto& cell : cells) out_.text(cell);
            std::ranges::fill(cells, std::string{});
        }
        if (tables_.size() < 20) tables_.push_back({.number = out_.new_table(), .lists_outside = lists_.size()});
    }

    void begin_row() {
        flush();
        if (tables_.empty()) return;
        end_row();
        tables_.back().in_row = true;
        take_held();
    }

    // Cells above that reach down into this row leave their places empty.
    void take_held() {
        auto& table = tables_.back();
        while (table.cells.size() < table.held.size() && table.held[table.cells.size()] > 0)
            --table.held[table.cells.size()], table.cells.emplace_back();
    }

    void begin_cell(const HtmlToken& tag) {
        flush();
        if (tables_.empty()) return;
        auto& table = tables_.back();
        end_cell();
        table.span = std::clamp(number_of(tag.attribute("colspan"), 1), 1, 64);
        table.rows = std::clamp(number_of(tag.attribute("rowspan"), 1), 1, 1000);
        if (table.cells.size() > 200) return;
        table.cells.emplace_back();
        table.in_cell = true;
    }

    void end_cell() {
        auto& table = tables_.back();
        if (!table.in_cell) return;
        flush();
        auto from = table.cells.size() - 1;
        for (int more = 1; more < table.span; ++more) table.cells.emplace_back();
        if (table.rows > 1) {
            table.held.resize(std::max(table.held.size(), table.cells.size()));
            for (auto at = from; at < table.cells.size(); ++at) table.held[at] = table.rows - 1;
        }
        table.in_cell = false;
        take_held();
    }

    void end_row() {
        end_cell();
        auto& table = tables_.back();
        if (lays_out_page(table.cells)) {
            for (auto& cell : std::exchange(table.cells, {})) lines_of(cell);
        } else if (table.in_row || !table.cells.empty()) out_.row(std::exchange(table.cells, {}), table.number);
        table.in_row = false;
    }

    // Whole chapters in a cell: columns of an old page, not of a table.
    static bool lays_out_page(const std::vector<std::string>& cells) {
        return cells.size() <= 3 && std::ranges::any_of(cells, [](auto& cell) {
                   return cell.size() > 800 && std::ranges::count(cell, '\n') >= 12;
               });
    }

    void lines_of(std::string_view cell) {
        while (!cell.empty()) {
            auto line = cell.substr(0, cell.find('\n'));
            if (squeezed(line).empty()) out_.paragraph_end();
            else out_line(line);
            cell.remove_prefix(std::min(line.size() + 1, cell.size()));
        }
        out_.paragraph_end();
    }

    void end_term() {
        if (in_term_) term_ = squeezed(text_), text_.clear();
        else flush();
        in_term_ = false;
        if (!term_.empty()) text_ = term_ + (term_.ends_with(':') ? " " : ": ");
        term_.clear();
    }

    void closes(const std::string& name) {
        if (name == "title") in_title_ = false;
        auto last = std::find_if(open_.rbegin(), open_.rend(), [&](auto& one) { return one.name == name; });
        if (last == open_.rend()) {
            if (name == "p" && shown()) flush();
            return;
        }
        // What was left open inside closes with it, but no cell closes the page's own frame.
        for (auto count = last - open_.rbegin() + 1; count > 0; --count) {
            auto one = std::move(open_.back());
            open_.pop_back();
            if (!one.hides && shown() && one_of(one.name, inline_tags))
                label_ends_ = inline_blank_ ? text_.size() : 0, inline_blank_ = false;
            if (in_footer() && (one.hides || one_of(one.name, block_tags))) footer_ += '\n';
            if (one.hides) --hidden_;
            else if (one.ignore) --ignore_;
            else if (shown()) block_closes(one.name);
            if (one.main) flush(), --main_;
        }
    }

    void block_closes(const std::string& name) {
        if (name == "pre") flush(), preformatted_ = std::max(0, preformatted_ - 1);
        if (is_heading(name)) flush(), heading_ = 0, out_.paragraph_end();
        else if ((name == "ul" || name == "ol") && !lists_.empty()) flush(), lists_.pop_back(), out_.paragraph_end();
        else if (name == "li") flush(), marker_.clear();
        else if ((name == "td" || name == "th") && !tables_.empty()) end_cell();
        else if (name == "tr" && !tables_.empty()) end_row();
        else if (name == "table" && !tables_.empty()) {
            end_row();
            tables_.pop_back();
            out_.paragraph_end();
        } else if (name == "dt") {
            if (in_term_) term_ = squeezed(text_), text_.clear(), in_term_ = false;
        } else if (name == "dd" || one_of(name, block_tags)) {
            flush();
            if (name == "p" || name == "div" || name == "dl") end_paragraph();
        }
    }

    void end_paragraph() {
        if (tables_.empty() || !tables_.back().in_cell) out_.paragraph_end();
    }

    // What was gathered goes out: into the cell that is open, or as lines.
    void flush() {
        auto text = std::exchange(text_, {});
        if (squeezed(text).empty()) return;
        auto marker = squeezed(std::exchange(marker_, {}));
        if (!tables_.empty() && tables_.back().in_cell && !tables_.back().cells.empty()) {
            auto& cell = tables_.back().cells.back();
            if (!cell.empty()) cell += '\n';
            if (!marker.empty()) cell += marker + ' ';
            cell += text;
            return;
        }
        std::string_view rest = text;
        for (bool first = true;;) {
            auto line = rest.substr(0, rest.find('\n'));
            if (!squeezed(line).empty()) {
                if (first && heading_ > 0) out_.heading(line, heading_);
                else if (first && !marker.empty())
                    out_.item(line, is_sign(marker) ? "•" : marker, std::max<int>(1, int(lists_.size())));
                else out_line(line);
                first = false;
            }
            if (line.size() == rest.size()) break;
            rest.remove_prefix(line.size() + 1);
        }
    }

    static bool is_sign(const std::string& marker) {
        return static_cast<unsigned char>(marker[0]) >= 0x80 || marker == "o" || marker == "-" || marker == "*";
    }

    // Numbers typed by hand in a paragraph of their own are a list too.
    void out_line(std::string_view line) {
        auto text = squeezed(line);
        auto marker = marker_at(text);
        if (marker.length == 0 || marker.length >= text.size()) out_.text(text);
        else out_.item(text.substr(marker.length), marker.text, 1);
    }

    struct Open {
        std::string name{};
        bool hides = false, ignore = false, main = false;
    };

    DocumentBuilder out_{"html"};
    std::vector<Open> open_{};
    std::vector<List> lists_{};
    std::vector<Table> tables_{};
    std::string text_{}, title_{}, marker_{}, term_{}, footer_{};
    int hidden_ = 0, main_ = 0, heading_ = 0, preformatted_ = 0, ignore_ = 0;
    bool only_main_ = false, in_title_ = false, in_term_ = false;
    bool inline_blank_ = false;     // the inline tag that is open begins its block
    std::size_t label_ends_ = 0;    // bytes of the text: where such a tag closed
};

std::string_view charset_of(std::string_view html) {
    auto head = html.substr(0, 4096);
    auto at = head.find("charset");
    if (at == head.npos) at = head.find("CHARSET");
    if (at == head.npos) at = head.find("encoding=");    // <?xml … encoding="…"?>
    if (at == head.npos) return {};
    auto from = head.find('=', at);
    if (from == head.npos || from > at + 12) return {};
    from = head.find_first_not_of(" =\"'", from);
    if (from == head.npos) return {};
    return head.substr(from, head.find_first_of("\"' ;>", from) - from);
}

}

// The main part where the page says which it is and has enough in it; otherwise all but menus and bars.
TextDocument read_html(std::string_view bytes) {
    auto html = decoded(bytes, charset_of(bytes));
    auto main = HtmlPage{true}.read(html);
    auto text = main.text();
    auto document = text.size() > 200 ? std::move(main) : HtmlPage{false}.read(html);
    DocumentBuilder out{"html"};
    for (auto& line : document.lines) out.line(std::move(line));
    auto whole = out.take();
    whole.title = std::move(document.title), whole.footer = std::move(document.footer);
    return whole;
}

}
