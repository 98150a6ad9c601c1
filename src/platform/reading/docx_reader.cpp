// ISO/IEC 29500-1, 17: paragraphs, numbering, tables, headers and footers of a Word document.
#include "platform/reading/docx_reader.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/office_parts.hpp"
#include "platform/reading/xml_walk.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <utility>

namespace reading {

namespace {

struct WordLevel {
    std::string kind = "decimal", pattern = "%1.";
    int start = 1;
};
using WordLevels = std::array<WordLevel, 9>;

struct WordNumbering {
    std::map<std::string, WordLevels, std::less<>> abstract{};
    std::map<std::string, std::string, std::less<>> abstract_of{};    // of a num
    std::map<std::pair<std::string, int>, int> start_over{};          // (num, level) that begins anew

    const WordLevels* levels(const std::string& num) const {
        auto found = abstract_of.find(num);
        if (found == abstract_of.end()) return nullptr;
        auto levels = abstract.find(found->second);
        return levels == abstract.end() ? nullptr : &levels->second;
    }
};

WordNumbering numbering_of(const OfficeParts& parts) {
    WordNumbering numbering;
    auto xml = parts.part("word/numbering.xml");
    if (!xml) return numbering;
    std::string abstract, num;
    int level = 0;
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, const XmlAttributes& has) {
        if (name == "abstractNum") abstract = has["abstractNumId"], numbering.abstract[abstract], num.clear();
        else if (name == "num") num = has["numId"], abstract.clear();
        else if (name == "abstractNumId" && !num.empty()) numbering.abstract_of[num] = has["val"];
        else if (name == "lvl" || name == "lvlOverride") level = std::clamp(has.number("ilvl", 0), 0, 8);
        else if (name == "startOverride") numbering.start_over[{num, level}] = has.number("val", 1);
        else if (!abstract.empty()) {
            auto& one = numbering.abstract[abstract][std::size_t(level)];
            if (name == "start") one.start = has.number("val", 1);
            else if (name == "numFmt") one.kind = has["val"];
            else if (name == "lvlText") one.pattern = has["val"];
        }
    };
    walk_xml(*xml, handlers);
    return numbering;
}

struct WordStyle {
    int heading = 0;    // its level
    std::string num{}, based_on{};
    int level = 0;
};
using WordStyles = std::map<std::string, WordStyle, std::less<>>;

// „heading 1“ is what Word calls it in every language; other programs write an outline level.
WordStyles styles_of(const OfficeParts& parts) {
    WordStyles styles;
    auto xml = parts.part("word/styles.xml");
    if (!xml) return styles;
    WordStyle* style = nullptr;
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, const XmlAttributes& has) {
        if (name == "style") style = &styles[std::string{has["styleId"]}];
        else if (!style) return;
        else if (name == "name") {
            std::string called;
            for (unsigned char c : has["val"]) called += char(std::tolower(c));
            if (called.starts_with("heading ") && called.size() > 8) style->heading = called[8] - '0';
            if (called == "title") style->heading = 1;
        } else if (name == "basedOn") style->based_on = has["val"];
        else if (name == "outlineLvl" && has.number("val", 9) < 9) style->heading = has.number("val", 0) + 1;
        else if (name == "numId") style->num = has["val"];
        else if (name == "ilvl") style->level = has.number("val", 0);
    };
    handlers.ends = [&](std::string_view name) {
        if (name == "style") style = nullptr;
    };
    walk_xml(*xml, handlers);
    for (auto& [id, one] : styles)
        for (auto [base, depth] = std::pair{styles.find(one.based_on), 0}; base != styles.end() && depth < 8;
             base = styles.find(base->second.based_on), ++depth) {
            if (one.heading == 0) one.heading = base->second.heading;
            if (one.num.empty()) one.num = base->second.num, one.level = base->second.level;
        }
    return styles;
}

class WordBody {
public:
    WordBody(DocumentBuilder& out, const WordStyles& styles, const WordNumbering& numbering)
        : out_{out}, styles_{styles}, numbering_{numbering} {}

    void read(std::string_view xml) {
        XmlHandlers handlers;
        handlers.begins = [this](std::string_view name, const XmlAttributes& has) { begins(name, has); };
        handlers.ends = [this](std::string_view name) { ends(name); };
        handlers.text = [this](std::string_view text) {
            if (in_text_ && hidden_ == 0 && !paragraphs_.empty()) paragraphs_.back().text += text;
        };
        walk_xml(xml, handlers);
    }

private:
    struct Paragraph {
        std::string text{}, num{};
        int level = -1, heading = 0;
    };
    struct Table {
        int number = 0;
        std::vector<std::string> cells{};
        bool in_cell = false;
    };

    // What the reader of a printed document does not see: deleted, moved away, the second copy of a drawing.
    static bool hides(std::string_view name) {
        return name == "del" || name == "moveFrom" || name == "Fallback" || name == "footnotePr" || name == "sdtPr" ||
               name == "ruby";
    }

    void begins(std::string_view name, const XmlAttributes& has) {
        if (hides(name)) ++hidden_;
        else if (name == "t") in_text_ = true;
        else if (name == "p") paragraphs_.push_back({});
        else if (name == "tbl") open_table();
        else if (name == "tr" && !tables_.empty()) tables_.back().cells.clear();
        else if (name == "tc" && !tables_.empty())
            tables_.back().cells.emplace_back(), tables_.back().in_cell = true, span_ = 1;
        else if (name == "gridSpan") span_ = std::clamp(has.number("val", 1), 1, 64);
        else if (!paragraphs_.empty()) in_paragraph(name, has);
    }

    void in_paragraph(std::string_view name, const XmlAttributes& has) {
        auto& paragraph = paragraphs_.back();
        if (name == "pStyle") {
            if (auto style = styles_.find(has["val"]); style != styles_.end()) {
                paragraph.heading = style->second.heading;
                if (paragraph.num.empty() && !style->second.num.empty())
                    paragraph.num = style->second.num, paragraph.level = style->second.level;
            }
        } else if (name == "outlineLvl" && has.number("val", 9) < 9) paragraph.heading = has.number("val", 0) + 1;
        else if (name == "numId") paragraph.num = has["val"], paragraph.level = std::max(paragraph.level, 0);
        else if (name == "ilvl") paragraph.level = has.number("val", 0);
        else if (hidden_ > 0) return;
        else if (name == "tab" && has["val"].empty()) paragraph.text += '\t';
        else if (name == "br" || name == "cr") paragraph.text += '\n';
        else if (name == "noBreakHyphen") paragraph.text += '-';
    }

    void open_table() {
        // One table inside another only lays things out: what stood before it in its cell goes out as a line.
        if (!tables_.empty() && tables_.back().in_cell && !tables_.back().cells.empty())
            out_.text(std::exchange(tables_.back().cells.back(), {}));
        tables_.push_back({.number = out_.new_table()});
    }

    void ends(std::string_view name) {
        if (hides(name)) --hidden_;
        else if (name == "t") in_text_ = false;
        else if (name == "p" && !paragraphs_.empty()) {
            auto paragraph = std::move(paragraphs_.back());
            paragraphs_.pop_back();
            end_paragraph(paragraph);
        } else if (name == "tc" && !tables_.empty()) {
            auto& table = tables_.back();
            table.in_cell = false;
            for (int more = 1; more < span_; ++more) table.cells.emplace_back();
            span_ = 1;
        } else if (name == "tr" && !tables_.empty()) {
            out_.row(std::exchange(tables_.back().cells, {}), tables_.back().number);
        } else if (name == "tbl" && !tables_.empty()) {
            tables_.pop_back();
            if (tables_.empty()) out_.paragraph_end();
        }
    }

    void end_paragraph(const Paragraph& paragraph) {
        auto marker = squeezed(paragraph.text).empty() ? std::string{} : marker_of(paragraph);
        if (!paragraphs_.empty()) {    // of a text box: it stands where its anchor does
            paragraphs_.back().text += '\n' + paragraph.text;
            return;
        }
        if (!tables_.empty() && tables_.back().in_cell) {
            auto& cell = tables_.back().cells.back();
            if (!cell.empty()) cell += '\n';
            if (!marker.empty()) cell += marker + ' ';
            cell += paragraph.text;
            return;
        }
        out(paragraph, marker);
    }

    void out(const Paragraph& paragraph, const std::string& marker) {
        std::string_view rest = paragraph.text;
        bool first = true;
        while (true) {
            auto line = rest.substr(0, rest.find('\n'));
            if (first && paragraph.heading > 0)
                out_.heading(marker.empty() || marker == "•" ? std::string{line} : marker + ' ' + std::string{line},
                             paragraph.heading);
            else if (first && !marker.empty()) out_.item(line, marker, paragraph.level + 1);
            else out_.tabbed(line, false);
            if (line.size() == rest.size()) break;
            rest.remove_prefix(line.size() + 1), first = false;
        }
        if (marker.empty()) out_.paragraph_end();
    }

    std::string marker_of(const Paragraph& paragraph) {
        if (paragraph.num.empty() || paragraph.num == "0") return {};
        auto levels = numbering_.levels(paragraph.num);
        auto level = std::size_t(std::clamp(paragraph.level, 0, 8));
        if (!levels) return "•";
        auto& at = (*levels)[level];
        if (at.kind == "bullet") return "•";
        if (at.kind == "none") return {};
        auto& counts = counts_[numbering_.abstract_of.at(paragraph.num)];
        auto over = numbering_.start_over.find({paragraph.num, int(level)});
        if (over != numbering_.start_over.end() && started_.insert({paragraph.num, int(level)}).second)
            counts[level] = over->second;
        else counts[level] = counts[level] == 0 ? at.start : counts[level] + 1;
        std::fill(counts.begin() + int(level) + 1, counts.end(), 0);
        std::string marker;
        for (std::size_t i = 0; i < at.pattern.size(); ++i) {
            if (at.pattern[i] != '%' || i + 1 == at.pattern.size()) marker += at.pattern[i];
            else if (auto which = std::size_t(at.pattern[++i] - '1'); which < 9) {
                auto number = counts[which] == 0 ? (*levels)[which].start : counts[which];
                marker += numeral(number, (*levels)[which].kind);
            }
        }
        return squeezed(marker);
    }

    DocumentBuilder& out_;
    const WordStyles& styles_;
    const WordNumbering& numbering_;
    std::vector<Paragraph> paragraphs_{};
    std::vector<Table> tables_{};
    std::map<std::string, std::array<int, 9>, std::less<>> counts_{};
    std::set<std::pair<std::string, int>> started_{};
    int hidden_ = 0, span_ = 1;
    bool in_text_ = false;
};

std::string title_of(const OfficeParts& parts) {
    auto xml = parts.part("docProps/core.xml");
    std::string title;
    if (!xml) return title;
    bool inside = false;
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, auto&) { inside = name == "title"; };
    handlers.ends = [&](std::string_view) { inside = false; };
    handlers.text = [&](std::string_view text) {
        if (inside) title += text;
    };
    walk_xml(*xml, handlers);
    return squeezed(title);
}

}

// Headers stand before everything and footers behind it, each text once: registration numbers often stand only there.
TextDocument read_docx(const std::filesystem::path& path) {
    OfficeParts parts{path};
    if (parts.has("word/vbaProject.bin")) throw ReadingError{Fault::macros};
    auto main = parts.part("word/document.xml");
    if (!main) throw ReadingError{Fault::broken};
    auto styles = styles_of(parts);
    auto numbering = numbering_of(parts);
    DocumentBuilder out{"docx"};
    std::set<std::string> seen;
    auto read_kind = [&](std::string_view beginning) {
        for (auto& entry : parts.entries())
            if (std::string_view{entry.name}.starts_with(beginning) && entry.name.ends_with(".xml"))
                if (auto xml = parts.part(entry.name); xml && seen.insert(*xml).second)
                    WordBody{out, styles, numbering}.read(*xml);
        out.paragraph_end();
    };
    read_kind("word/header");
    WordBody{out, styles, numbering}.read(*main);
    out.paragraph_end();
    read_kind("word/footer");
    auto document = out.take();
    document.title = title_of(parts);
    return document;
}

}
