// Office Open XML (ISO/IEC 29500) with texts in the cells themselves: a table of shared texts would have to come first.
#include "platform/documents/table_file.hpp"
#include "platform/documents/zip_stream.hpp"
#include "platform/time/prague.hpp"

#include <charconv>
#include <cmath>

namespace documents {

namespace {

constexpr std::size_t most_links = 65'530;      // of a sheet
constexpr std::size_t longest_text = 32'767;    // UTF-16 units of a cell; bytes are never fewer
constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* of_sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* of_relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* of_packages = "http://schemas.openxmlformats.org/package/2006";

// The places of cellXfs in the styles below.
enum Style { plain = 0, heading = 1, day = 2, moment = 3, link = 4, guarded = 5 };

constexpr const char* styles = R"xml(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="d\.\ m\.\ yyyy"/><numFmt numFmtId="165" formatCode="d\.\ m\.\ yyyy\ h:mm"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF0B4F9E"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF3F9"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5B6B7B"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)xml";

// A, Z, AA: the name of a column counted from nought.
std::string column_name(std::size_t n) {
    std::string name;
    for (++n; n > 0; n = (n - 1) / 26) name.insert(name.begin(), char('A' + (n - 1) % 26));
    return name;
}

// _x0041_ would be read as A, so the underline before it is written as such a code itself.
std::string sheet_text(std::string_view text) {
    if (text.size() > longest_text) {
        auto end = longest_text - 3;
        while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        return sheet_text(std::string{text.substr(0, end)} + "…");
    }
    auto escaped = xml_text(text);
    for (auto at = escaped.find("_x"); at != escaped.npos; at = escaped.find("_x", at + 1)) {
        auto code = std::string_view{escaped}.substr(at + 2, 5);
        if (code.size() == 5 && code[4] == '_' && code.find_first_not_of("0123456789abcdefABCDEF") == 4)
            escaped.replace(at, 1, "_x005F_"), at += 6;
    }
    return escaped;
}

// Typed anew by a person who opens the cell, it would run; the prefix says that it is text then too.
bool looks_like_a_formula(std::string_view text) {
    return !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text[0]) != std::string_view::npos;
}

std::string shortest(double number) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

class XlsxWriter : public TableWriter {
public:
    explicit XlsxWriter(const Table& table) : table_{table}, zip_{table.made_at} {}

    void begin() override {
        auto part = [&](const char* name, const std::string& xml) { zip_.add(name, declaration + xml); };
        part("[Content_Types].xml",
             std::string{"<Types xmlns=\""} + of_packages +
                 "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
                 "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
                 override_of("/xl/workbook.xml", "sheet.main") + override_of("/xl/worksheets/sheet1.xml", "worksheet") +
                 override_of("/xl/styles.xml", "styles") +
                 "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package."
                 "core-properties+xml\"/></Types>");
        part("_rels/.rels", relations(relation("rId1", of_relations, "officeDocument", "xl/workbook.xml") +
                                      relation("rId2", std::string{of_packages} + "/relationships/metadata",
                                               "core-properties", "docProps/core.xml")));
        part("xl/_rels/workbook.xml.rels",
             relations(relation("rId1", of_relations, "worksheet", "worksheets/sheet1.xml") +
                       relation("rId2", of_relations, "styles", "styles.xml")));
        part("xl/styles.xml", styles);
        part("docProps/core.xml",
             std::string{"<cp:coreProperties xmlns:cp=\""} + of_packages +
                 "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                 "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                 "<dc:title>" +
                 xml_text(table_.title) +
                 "</dc:title><dc:creator>Opora</dc:creator><dcterms:created "
                 "xsi:type=\"dcterms:W3CDTF\">" +
                 to_iso(table_.made_at) + "</dcterms:created><dc:language>" + table_.language +
                 "</dc:language></cp:coreProperties>");
        zip_.begin("xl/worksheets/sheet1.xml");
        begin_sheet();
    }

    void add(const Row& row) override {
        if (++rows_ > rows_of_sheet) throw std::length_error{"more rows than a sheet holds"};
        std::string xml = "<row r=\"" + std::to_string(rows_) + "\">";
        for (std::size_t n = 0; n < row.size(); ++n) std::visit([&](auto& value) { write(xml, n, value); }, row[n]);
        zip_.write(xml += "</row>");
    }

    void end() override {
        std::string xml = "</sheetData>";
        xml += "<autoFilter ref=\"A1:" + last_cell() + "\"/>";
        if (links_ > 0) xml += "<hyperlinks>";
        zip_.write(xml);
        end_links();
        zip_.write("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                   "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
        zip_.end();
        if (links_ > 0) {
            targets_.add("</Relationships>", packed_targets_);
            targets_.finish(packed_targets_);
            zip_.add_packed("xl/worksheets/_rels/sheet1.xml.rels", std::move(targets_), std::move(packed_targets_));
        }
        // Now that the number of rows is known.
        auto name = sheet_name();
        auto area = "'" + name + "'!$A$1:$" + column_name(columns() - 1) + "$";
        zip_.add("xl/workbook.xml", std::string{declaration} + "<workbook xmlns=\"" + of_sheets + "\" xmlns:r=\"" +
                                        of_relations + "\"><sheets><sheet name=\"" + name +
                                        "\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>"
                                        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">" +
                                        area + std::to_string(rows_) +
                                        "</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'" +
                                        name + "'!$1:$1</definedName></definedNames></workbook>");
        zip_.finish();
    }

    std::string take() override { return zip_.take(); }
    std::size_t waiting() const override { return zip_.waiting(); }

private:
    static std::string override_of(const std::string& part, const std::string& kind) {
        return "<Override PartName=\"" + part +
               "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }
    static std::string relation(const std::string& id, const std::string& family, const std::string& kind,
                                const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + family + "/" + kind + "\" Target=\"" + target + "\"/>";
    }
    static std::string relations(const std::string& all) {
        return std::string{"<Relationships xmlns=\""} + of_packages + "/relationships\">" + all + "</Relationships>";
    }

    std::size_t columns() const { return std::max<std::size_t>(table_.columns.size(), 1); }
    std::string last_cell() const { return column_name(columns() - 1) + std::to_string(rows_); }

    // At most 31 letters, none of : \ / ? * [ ] and no apostrophe, which would end it in a reference.
    std::string sheet_name() const {
        std::string name;
        int letters = 0;
        for (char c : table_.title) {
            bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
            if (begins && ++letters > 28) break;
            name += std::string_view{":\\/?*[]'"}.find(c) == std::string_view::npos ? c : ' ';
        }
        return name.empty() ? "1" : xml_text(name);
    }

    void begin_sheet() {
        std::string xml = declaration;
        xml += std::string{"<worksheet xmlns=\""} + of_sheets + "\" xmlns:r=\"" + of_relations + "\">";
        xml += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView tabSelected=\"1\" "
               "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
               "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews><cols>";
        for (std::size_t n = 0; n < table_.columns.size(); ++n)
            xml += "<col min=\"" + std::to_string(n + 1) + "\" max=\"" + std::to_string(n + 1) + "\" width=\"" +
                   std::to_string(table_.columns[n].letters) + "\" customWidth=\"1\"/>";
        xml += "</cols><sheetData><row r=\"1\">";
        rows_ = 1;
        for (std::size_t n = 0; n < table_.columns.size(); ++n) write_text(xml, n, table_.columns[n].title, heading);
        zip_.write(xml += "</row>");
    }

    std::string open(std::size_t column, int style, const char* type = "") const {
        auto shape = style == plain ? "" : " s=\"" + std::to_string(style) + "\"";
        return "<c r=\"" + column_name(column) + std::to_string(rows_) + "\"" + shape + type + ">";
    }
    void write_text(std::string& xml, std::size_t column, std::string_view text, int style) {
        xml += open(column, style, " t=\"inlineStr\"") + "<is><t xml:space=\"preserve\">" + sheet_text(text) +
               "</t></is></c>";
    }
    void write_number(std::string& xml, std::size_t column, const std::string& number, int style = plain) {
        xml += open(column, style) + "<v>" + number + "</v></c>";
    }

    void write(std::string&, std::size_t, std::monostate) {}
    void write(std::string& xml, std::size_t column, const std::string& text) {
        bool leads = table_.columns[column].kind == Kind::link && links_ < most_links && is_address(text);
        write_text(xml, column, text, leads ? link : looks_like_a_formula(text) ? guarded : plain);
        if (leads) add_link(column, text);
    }
    void write(std::string& xml, std::size_t column, std::int64_t number) {
        write_number(xml, column, std::to_string(number));
    }
    void write(std::string& xml, std::size_t column, double number) {
        if (std::isfinite(number)) write_number(xml, column, shortest(number));
    }
    // Days are counted from 30. 12. 1899; before 1. 3. 1900 programs disagree, so there the day is text.
    void write(std::string& xml, std::size_t column, Date day) {
        auto serial = (day - *day_of(1899, 12, 30)).count();
        if (serial < 61) write_text(xml, column, to_iso(day), plain);
        else write_number(xml, column, std::to_string(serial), Style::day);
    }
    void write(std::string& xml, std::size_t column, Instant at) {
        auto there = in_prague(at);
        auto serial = (there.day - *day_of(1899, 12, 30)).count();
        if (serial < 61) write_text(xml, column, to_iso(at), plain);
        else write_number(xml, column, shortest(double(serial) + double(there.time.minutes) / (24 * 60)), moment);
    }

    // Only addresses of the web: a sheet opens whatever its links name.
    static bool is_address(std::string_view text) {
        return text.size() < 2000 && (text.starts_with("https://") || text.starts_with("http://"));
    }

    // Where links lead stands in a part of its own, compressed while the sheet leaves; in the sheet, behind its rows,
    // stands which cells have one.
    void add_link(std::size_t column, const std::string& address) {
        if (links_ == 0)
            targets_.add(std::string{declaration} + "<Relationships xmlns=\"" + of_packages + "/relationships\">",
                         packed_targets_);
        ++links_;
        targets_.add("<Relationship Id=\"rId" + std::to_string(links_) + "\" Type=\"" + of_relations +
                         "/hyperlink\" Target=\"" + xml_text(address) + "\" TargetMode=\"External\"/>",
                     packed_targets_);
        linked_.emplace_back(std::uint32_t(rows_), std::uint16_t(column));
    }
    void end_links() {
        std::string xml;
        for (std::size_t n = 0; n < linked_.size(); ++n) {
            auto [row, column] = linked_[n];
            xml += "<hyperlink ref=\"" + column_name(column) + std::to_string(row) + "\" r:id=\"rId" +
                   std::to_string(n + 1) + "\"/>";
            if (xml.size() > 16 * 1024) zip_.write(xml), xml.clear();
        }
        if (!linked_.empty()) zip_.write(xml += "</hyperlinks>");
    }

    const Table& table_;
    ZipStream zip_;
    std::int64_t rows_ = 0;
    std::size_t links_ = 0;
    std::vector<std::pair<std::uint32_t, std::uint16_t>> linked_;
    Deflating targets_;
    std::string packed_targets_;
};

}

std::unique_ptr<TableWriter> xlsx_writer(Table& table) { return std::make_unique<XlsxWriter>(table); }

}
