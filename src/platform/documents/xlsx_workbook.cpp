// ISO/IEC 29500-1, 18: workbook, relations, styles and shared texts.
#include "platform/documents/xlsx_workbook.hpp"

#include "platform/documents/xlsx_reader.hpp"
#include "platform/documents/xlsx_xml.hpp"

#include <algorithm>
#include <map>

namespace documents {

namespace {

constexpr std::uint64_t small_part_most = 8u << 20;    // workbook, relations, styles
constexpr std::size_t shared_texts_most = 4'000'000, sheets_most = 1000, styles_most = 100'000;

// xl/worksheets/sheet1.xml out of what stands in xl/_rels/workbook.xml.rels.
std::string resolved(std::string_view base, std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    auto folder = std::string{base.substr(0, base.rfind('/') == base.npos ? 0 : base.rfind('/') + 1)};
    return std::filesystem::path{folder + std::string{target}}.lexically_normal().generic_string();
}

std::vector<XlsxRelation> relations_of(const ZipReader& zip, const std::string& part) {
    auto slash = part.rfind('/');
    auto folder = slash == part.npos ? "" : part.substr(0, slash + 1);
    auto entry = zip.find(folder + "_rels/" + part.substr(folder.size()) + ".rels");
    std::vector<XlsxRelation> relations;
    if (!entry) return relations;
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, const XmlAttributes& has) {
        if (name != "Relationship" || has["TargetMode"] == "External") return;
        auto kind = has["Type"];
        relations.push_back(
            {std::string{has["Id"]}, std::string{kind.substr(kind.rfind('/') + 1)}, resolved(part, has["Target"])});
    };
    parse_part(zip, *entry, small_part_most, std::move(handlers));
    return relations;
}

const XlsxRelation* relation_in(const std::vector<XlsxRelation>& relations, std::string XlsxRelation::* what,
                                std::string_view value) {
    auto found = std::ranges::find_if(relations, [&](auto& one) { return one.*what == value; });
    return found == relations.end() ? nullptr : &*found;
}

const ZipEntry* part_of_kind(const ZipReader& zip, const XlsxWorkbook& workbook, std::string_view kind) {
    auto part = workbook.relation(&XlsxRelation::kind, kind);
    return part ? zip.find(part->target) : nullptr;
}

// Letters of days and hours outside quotes, brackets and what is escaped.
XlsxShown shown_by(std::string_view format) {
    bool day = false, time = false;
    for (std::size_t at = 0; at < format.size(); ++at) {
        auto c = format[at];
        if (c == '\\' || c == '_' || c == '*') ++at;
        else if (c == '"') at = std::min(format.find('"', at + 1), format.size());
        else if (c == '[') {
            auto end = std::min(format.find(']', at), format.size());
            // [h]:mm counts hours; [Red] and [$-405] are something else.
            if (auto inside = format.substr(at + 1, end - at - 1);
                !inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos)
                return XlsxShown::number;
            at = end;
        } else if (c == ';') break;
        else if (std::string_view{"dDyY"}.find(c) != std::string_view::npos) day = true;
        else if (std::string_view{"hHsS"}.find(c) != std::string_view::npos) time = true;
        else if (c == 'G' && format.substr(at).starts_with("General")) at += 6;
    }
    return day && time ? XlsxShown::moment : day ? XlsxShown::day : XlsxShown::number;
}

XlsxShown shown_by_number(std::uint64_t id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return XlsxShown::day;
    return id == 22 ? XlsxShown::moment : XlsxShown::number;
}

}

const XlsxRelation* XlsxWorkbook::relation(std::string XlsxRelation::* what, std::string_view value) const {
    return relation_in(relations, what, value);
}

std::optional<std::string_view> XlsxSharedTexts::at(std::uint64_t n) const {
    if (n >= ends.size()) return {};
    auto begin = n == 0 ? 0 : ends[n - 1];
    return std::string_view{all}.substr(begin, ends[n] - begin);
}

XlsxWorkbook workbook_of(const ZipReader& zip) {
    XlsxWorkbook workbook;
    auto root = relations_of(zip, "");
    if (auto main = relation_in(root, &XlsxRelation::kind, "officeDocument")) workbook.part = main->target;
    auto entry = zip.find(workbook.part);
    if (!entry) throw XlsxError{zip.find("content.xml") ? XlsxFault::open_document : XlsxFault::not_a_workbook};
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, const XmlAttributes& has) {
        if (name == "sheet" && workbook.sheets.size() < sheets_most)
            workbook.sheets.push_back({std::string{has["name"]}, std::string{has["id"]}});
        if (name == "workbookPr") workbook.since_1904 = has["date1904"] == "1" || has["date1904"] == "true";
    };
    parse_part(zip, *entry, small_part_most, std::move(handlers));
    workbook.relations = relations_of(zip, workbook.part);
    return workbook;
}

std::vector<XlsxShown> styles_of(const ZipReader& zip, const XlsxWorkbook& workbook) {
    std::vector<XlsxShown> styles;
    auto entry = part_of_kind(zip, workbook, "styles");
    if (!entry) return styles;
    std::map<std::uint64_t, XlsxShown> formats;
    bool of_cells = false;
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, const XmlAttributes& has) {
        if (name == "numFmt") formats[whole_number(has["numFmtId"]).value_or(0)] = shown_by(has["formatCode"]);
        if (name == "cellXfs") of_cells = true;
        if (name != "xf" || !of_cells || styles.size() >= styles_most) return;
        auto id = whole_number(has["numFmtId"]).value_or(0);
        auto own = formats.find(id);
        styles.push_back(own == formats.end() ? shown_by_number(id) : own->second);
    };
    handlers.ends = [&](std::string_view name) {
        if (name == "cellXfs") of_cells = false;
    };
    parse_part(zip, *entry, small_part_most, std::move(handlers));
    return styles;
}

XlsxSharedTexts shared_texts_of(const ZipReader& zip, const XlsxWorkbook& workbook, std::uint64_t bytes_most) {
    XlsxSharedTexts texts;
    auto entry = part_of_kind(zip, workbook, "sharedStrings");
    if (!entry) return texts;
    std::string one;
    bool in_text = false;
    int phonetic = 0;    // how to read the signs above it: no part of the text
    XmlHandlers handlers;
    handlers.begins = [&](std::string_view name, const XmlAttributes&) {
        if (name == "rPh") ++phonetic;
        if (name == "t") in_text = phonetic == 0;
        if (name == "si") one.clear();
    };
    handlers.ends = [&](std::string_view name) {
        if (name == "rPh") --phonetic;
        if (name == "t") in_text = false;
        if (name != "si") return;
        if (texts.ends.size() >= shared_texts_most) throw XlsxError{XlsxFault::too_large};
        texts.all += unescaped(one);
        texts.ends.push_back(texts.all.size());
    };
    handlers.text = [&](std::string_view text) {
        if (in_text && one.size() + text.size() <= cell_bytes_most) one += text;
    };
    parse_part(zip, *entry, bytes_most, std::move(handlers));
    return texts;
}

}
