// OpenDocument 1.3, part 3: paragraphs, headings, lists, tables, headers and footers of a text document.
#include "platform/reading/docx_reader.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/office_parts.hpp"
#include "platform/reading/xml_walk.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace reading {

namespace {

struct OdtLevel {
    std::string format{}, prefix{}, suffix{};    // no format: a bullet
    int start = 1, shown = 1;
};
using OdtListStyles = std::map<std::string, std::array<OdtLevel, 10>, std::less<>>;

std::string_view kind_of(std::string_view format) {
    return format == "a"   ? "lowerLetter"
           : format == "A" ? "upperLetter"
           : format == "i" ? "lowerRoman"
           : format == "I" ? "upperRoman"
                           : "decimal";
}

class OdtBody {
public:
    OdtBody(DocumentBuilder& out, OdtListStyles& styles) : out_{out}, styles_{styles} {}

    // Of styles.xml only the headers and footers are text.
    void read(std::string_view xml, std::string_view inside) {
        XmlHandlers handlers;
        handlers.begins = [&](std::string_view name, const XmlAttributes& has) {
            if (name == inside) ++inside_;
            begins(name, has);
        };
        handlers.ends = [&](std::string_view name) {
            ends(name);
            if (name == inside) --inside_;
        };
        handlers.text = [this](std::string_view text) {
            if (shown() && !paragraphs_.empty()) paragraphs_.back().text += text;
        };
        walk_xml(xml, handlers);
    }

private:
    struct Paragraph {
        std::string text{};
        int heading = 0;
    };
    struct List {
        std::string style{};
        int count = 0;
        bool item_begins = false;
    };
    struct Table {
        int number = 0, repeated = 1;
        std::vector<std::string> cells{};
        bool in_cell = false;
        std::size_t lists_outside = 0;
    };

    static bool hides(std::string_view name) {
        return name == "tracked-changes" || name == "annotation" || name == "note" || name == "forms" ||
               name == "desc" || name == "title" || name == "table-of-content" || name == "sequence-decls";
    }
    bool shown() const { return hidden_ == 0 && inside_ > 0; }

    void begins(std::string_view name, const XmlAttributes& has) {
        if (hides(name)) ++hidden_;
        else if (name == "list-style") list_style_ = has["name"];
        else if (name == "list-level-style-number") number_level(has);
        else if (!shown()) return;
        else if (name == "p" || name == "h")
            paragraphs_.push_back({.heading = name == "h" ? std::clamp(has.number("outline-level", 1), 1, 9) : 0});
        else if (name == "list") begin_list(has);
        else if (name == "list-item" && !lists_.empty()) begin_item(has);
        else if (name == "table") open_table();
        else if (name == "table-row" && !tables_.empty()) tables_.back().cells.clear();
        else if ((name == "table-cell" || name == "covered-table-cell") && !tables_.empty()) begin_cell(has);
        else if (!paragraphs_.empty()) in_paragraph(name, has);
    }

    void number_level(const XmlAttributes& has) {
        auto level = std::size_t(std::clamp(has.number("level", 1), 1, 10) - 1);
        auto& one = styles_[list_style_][level];
        one.format = has["num-format"].empty() ? "1" : std::string{has["num-format"]};
        one.prefix = has["num-prefix"], one.suffix = has["num-suffix"];
        one.start = has.number("start-value", 1), one.shown = has.number("display-levels", 1);
    }

    void begin_list(const XmlAttributes& has) {
        List list{.style = std::string{has["style-name"]}};
        if (list.style.empty() && !lists_.empty()) list.style = lists_.back().style;
        auto begin = start_of(list.style, lists_.size());
        list.count = begin - 1;
        bool goes_on = has["continue-numbering"] == "true" || !has["continue-list"].empty();
        if (goes_on && lists_.empty()) list.count = last_count_[list.style];
        lists_.push_back(std::move(list));
    }

    int start_of(const std::string& style, std::size_t level) const {
        auto found = styles_.find(style);
        return found == styles_.end() ? 1 : found->second[std::min<std::size_t>(level, 9)].start;
    }

    void begin_item(const XmlAttributes& has) {
        auto& list = lists_.back();
        list.count = has["start-value"].empty() ? list.count + 1 : has.number("start-value", 1);
        list.item_begins = true;
        if (lists_.size() == 1) last_count_[list.style] = list.count;
    }

    void open_table() {
        if (!tables_.empty() && tables_.back().in_cell && !tables_.back().cells.empty())
            out_.text(std::exchange(tables_.back().cells.back(), {}));
        tables_.push_back({.number = out_.new_table(), .lists_outside = lists_.size()});
    }

    void begin_cell(const XmlAttributes& has) {
        auto& table = tables_.back();
        table.repeated = std::clamp(has.number("number-columns-repeated", 1), 1, 64);
        table.cells.emplace_back();
        table.in_cell = true;
    }

    void in_paragraph(std::string_view name, const XmlAttributes& has) {
        auto& text = paragraphs_.back().text;
        if (name == "s") text += std::string(std::size_t(std::clamp(has.number("c", 1), 1, 200)), ' ');
        else if (name == "tab") text += '\t';
        else if (name == "line-break") text += '\n';
    }

    void ends(std::string_view name) {
        if (hides(name)) --hidden_;
        if (!shown()) return;
        if ((name == "p" || name == "h") && !paragraphs_.empty()) {
            auto paragraph = std::move(paragraphs_.back());
            paragraphs_.pop_back();
            end_paragraph(paragraph);
        } else if (name == "list" && !lists_.empty()) lists_.pop_back();
        else if (name == "table-cell" || name == "covered-table-cell") end_cell();
        else if (name == "table-row" && !tables_.empty())
            out_.row(std::exchange(tables_.back().cells, {}), tables_.back().number);
        else if (name == "table" && !tables_.empty()) {
            tables_.pop_back();
            if (tables_.empty()) out_.paragraph_end();
        }
    }

    void end_cell() {
        if (tables_.empty() || tables_.back().cells.empty()) return;
        auto& table = tables_.back();
        table.in_cell = false;
        for (int more = 1; more < table.repeated && table.cells.size() < 64; ++more)
            table.cells.push_back(table.cells.back());
    }

    std::string marker() {
        auto outside = tables_.empty() ? 0 : tables_.back().lists_outside;
        if (lists_.size() <= outside || !lists_.back().item_begins) return {};
        lists_.back().item_begins = false;
        auto found = styles_.find(lists_.back().style);
        auto level = std::min<std::size_t>(lists_.size() - 1, 9);
        if (found == styles_.end() || found->second[level].format.empty()) return "•";
        auto& style = found->second[level];
        std::string text = style.prefix;
        auto first = std::size_t(std::max(0, int(level) + 1 - style.shown));
        for (auto at = first; at <= level; ++at) {
            if (at > first) text += '.';
            text += numeral(lists_[at].count, kind_of(found->second[at].format));
        }
        return text + style.suffix;
    }

    void end_paragraph(const Paragraph& paragraph) {
        if (!paragraphs_.empty()) {    // of a text box
            paragraphs_.back().text += '\n' + paragraph.text;
            return;
        }
        auto sign = squeezed(paragraph.text).empty() ? std::string{} : marker();
        if (!tables_.empty() && tables_.back().in_cell) {
            auto& cell = tables_.back().cells.back();
            if (!cell.empty()) cell += '\n';
            cell += (sign.empty() ? "" : sign + ' ') + paragraph.text;
            return;
        }
        std::string_view rest = paragraph.text;
        for (bool first = true;; first = false) {
            auto line = rest.substr(0, rest.find('\n'));
            if (first && paragraph.heading > 0)
                out_.heading(sign.empty() || sign == "•" ? std::string{line} : sign + ' ' + std::string{line},
                             paragraph.heading);
            else if (first && !sign.empty()) out_.item(line, sign, int(lists_.size()));
            else out_.tabbed(line, false);
            if (line.size() == rest.size()) break;
            rest.remove_prefix(line.size() + 1);
        }
        if (sign.empty()) out_.paragraph_end();
    }

    DocumentBuilder& out_;
    OdtListStyles& styles_;
    std::vector<Paragraph> paragraphs_{};
    std::vector<List> lists_{};
    std::vector<Table> tables_{};
    std::map<std::string, int, std::less<>> last_count_{};
    std::string list_style_{};
    int hidden_ = 0, inside_ = 0;
};

}

TextDocument read_odt(const std::filesystem::path& path) {
    OfficeParts parts{path};
    if (auto manifest = parts.part("META-INF/manifest.xml");
        manifest && manifest->find("encryption-data") != std::string::npos)
        throw ReadingError{Fault::encrypted};
    if (parts.has_folder("Basic/") || parts.has_folder("Scripts/")) throw ReadingError{Fault::macros};
    auto content = parts.part("content.xml");
    if (!content) throw ReadingError{Fault::broken};
    DocumentBuilder out{"odt"};
    OdtListStyles styles;
    auto other = parts.part("styles.xml");
    if (other) OdtBody{out, styles}.read(*other, "header");
    out.paragraph_end();
    OdtBody{out, styles}.read(*content, "text");
    out.paragraph_end();
    if (other) OdtBody{out, styles}.read(*other, "footer");
    return out.take();
}

}
