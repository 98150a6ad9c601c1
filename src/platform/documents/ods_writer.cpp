// OpenDocument 1.3 (ISO/IEC 26300).
#include "platform/documents/table_file.hpp"
#include "platform/documents/zip_stream.hpp"
#include "platform/time/prague.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace documents {

namespace {

constexpr std::string_view ods_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view ods_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    " office:version=\"1.3\"";

constexpr std::string_view manifest =
    R"xml(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/></manifest:manifest>)xml";

// The formats of the cells; text stays text even when a person types it anew.
constexpr std::string_view cell_styles =
    R"xml(<number:date-style style:name="N1"><number:day/><number:text>. </number:text><number:month/><number:text>. </number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N2"><number:day/><number:text>. </number:text><number:month/><number:text>. </number:text><number:year number:style="long"/><number:text> </number:text><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<number:text-style style:name="N3"><number:text-content/></number:text-style>
<style:style style:name="heading" style:family="table-cell"><style:table-cell-properties fo:background-color="#eef3f9" fo:border-bottom="0.75pt solid #5b6b7b"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="words" style:family="table-cell" style:data-style-name="N3"/>)xml";

// Lines are paragraphs; more than one space, and tabs, have elements of their own.
std::string paragraphs(std::string_view text) {
    auto escaped = xml_text(text);
    std::string out = "<text:p>";
    for (std::size_t n = 0; n < escaped.size(); ++n) {
        if (escaped[n] == '\n') out += "</text:p><text:p>";
        else if (escaped[n] == '\t') out += "<text:tab/>";
        else if (escaped[n] == ' ') {
            auto end = std::min(escaped.find_first_not_of(' ', n), escaped.size());
            bool at_edge = n == 0 || end == escaped.size() || escaped[n - 1] == '\n' || escaped[end] == '\n';
            auto spaces = end - n;
            if (!at_edge) out += ' ', --spaces;
            if (spaces > 0) out += "<text:s text:c=\"" + std::to_string(spaces) + "\"/>";
            n = end - 1;
        } else out += escaped[n];
    }
    return out += "</text:p>";
}

class OdsWriter : public TableWriter {
public:
    explicit OdsWriter(const Table& table) : table_{table}, zip_{table.made_at} {}

    void begin() override {
        zip_.store("mimetype", ods_type);    // first and as it is: that is how the file is recognised
        part("META-INF/manifest.xml", std::string{manifest});
        part("meta.xml", "<office:document-meta" + std::string{namespaces} +
                             "><office:meta><meta:generator>Opora</meta:generator><dc:title>" + xml_text(table_.title) +
                             "</dc:title><dc:language>" + table_.language + "</dc:language><meta:creation-date>" +
                             local(table_.made_at) + "</meta:creation-date></office:meta></office:document-meta>");
        part("styles.xml",
             "<office:document-styles" + std::string{namespaces} +
                 "><office:styles><style:default-style style:family=\"table-cell\"><style:text-properties "
                 "fo:font-size=\"10pt\" fo:language=\"" +
                 table_.language + "\" fo:country=\"" + (table_.language == "cs" ? "CZ" : "GB") +
                 "\"/></style:default-style></office:styles></office:document-styles>");
        part("settings.xml", settings());
        zip_.begin("content.xml");
        std::string xml{ods_declaration};
        xml += "<office:document-content" + std::string{namespaces} + "><office:automatic-styles>";
        xml += cell_styles;
        for (std::size_t n = 0; n < table_.columns.size(); ++n)
            xml += fmt::format("<style:style style:name=\"c{}\" style:family=\"table-column\">"
                               "<style:table-column-properties style:column-width=\"{}mm\"/></style:style>",
                               n, table_.columns[n].letters * 2);
        xml += "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"" + name() + "\">";
        for (std::size_t n = 0; n < table_.columns.size(); ++n)
            xml += fmt::format("<table:table-column table:style-name=\"c{}\"/>", n);
        xml += "<table:table-header-rows><table:table-row>";
        for (auto& column : table_.columns)
            xml += "<table:table-cell table:style-name=\"heading\" office:value-type=\"string\">" +
                   paragraphs(column.title) + "</table:table-cell>";
        zip_.write(xml += "</table:table-row></table:table-header-rows>");
    }

    void add(const Row& row) override {
        if (++rows_ > rows_of_sheet) throw std::length_error{"more rows than a sheet holds"};
        std::string xml = "<table:table-row>";
        for (std::size_t n = 0; n < row.size(); ++n) std::visit([&](auto& value) { write(xml, n, value); }, row[n]);
        zip_.write(xml += "</table:table-row>");
    }

    void end() override {
        std::string column;
        for (auto n = std::max<std::size_t>(table_.columns.size(), 1); n > 0; n = (n - 1) / 26)
            column.insert(column.begin(), char('A' + (n - 1) % 26));
        zip_.write("</table:table><table:database-ranges><table:database-range table:name=\"__Anonymous_Sheet_DB__0\" "
                   "table:target-range-address=\"'" +
                   name() + "'.A1:'" + name() + "'." + column + std::to_string(rows_) +
                   "\" table:display-filter-buttons=\"true\"/></table:database-ranges></office:spreadsheet>"
                   "</office:body></office:document-content>");
        zip_.end();
        zip_.finish();
    }

    std::string take() override { return zip_.take(); }
    std::size_t waiting() const override { return zip_.waiting(); }

private:
    void part(const char* entry, const std::string& xml) { zip_.add(entry, std::string{ods_declaration} + xml); }

    std::string name() const {
        auto name = table_.title;
        for (auto& c : name)
            if (std::string_view{":\\/?*[]'"}.find(c) != std::string_view::npos) c = ' ';
        return name.empty() ? "1" : xml_text(name);
    }

    static std::string local(Instant at) {
        auto there = in_prague(at);
        return fmt::format("{}T{:02}:{:02}:00", to_iso(there.day), there.time.minutes / 60, there.time.minutes % 60);
    }

    // The heading stays where it is.
    std::string settings() const {
        auto item = [](const char* name, const char* type, std::string_view value) {
            return fmt::format("<config:config-item config:name=\"{}\" config:type=\"{}\">{}</config:config-item>",
                               name, type, value);
        };
        return "<office:document-settings" + std::string{namespaces} +
               "><office:settings><config:config-item-set config:name=\"ooo:view-settings\"><config:config-item-map-"
               "indexed config:name=\"Views\"><config:config-item-map-entry><config:config-item-map-named "
               "config:name=\"Tables\"><config:config-item-map-entry config:name=\"" +
               name() + "\">" + item("VerticalSplitMode", "short", "2") + item("VerticalSplitPosition", "int", "1") +
               item("ActiveSplitRange", "short", "2") + item("PositionTop", "int", "0") +
               item("PositionBottom", "int", "1") +
               "</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry>"
               "</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>";
    }

    void write(std::string& xml, std::size_t, std::monostate) { xml += "<table:table-cell/>"; }
    void write(std::string& xml, std::size_t column, const std::string& text) {
        xml += "<table:table-cell table:style-name=\"words\" office:value-type=\"string\">";
        // Only addresses of the web: a sheet opens whatever its links name.
        bool leads =
            table_.columns[column].kind == Kind::link && (text.starts_with("https://") || text.starts_with("http://"));
        if (leads)
            xml += "<text:p><text:a xlink:type=\"simple\" xlink:href=\"" + xml_text(text) + "\">" + xml_text(text) +
                   "</text:a></text:p>";
        else xml += paragraphs(text);
        xml += "</table:table-cell>";
    }
    void write_number(std::string& xml, const std::string& number) {
        xml += "<table:table-cell office:value-type=\"float\" office:value=\"" + number + "\"><text:p>" + number +
               "</text:p></table:table-cell>";
    }
    void write(std::string& xml, std::size_t, std::int64_t number) { write_number(xml, std::to_string(number)); }
    void write(std::string& xml, std::size_t, double number) {
        if (!std::isfinite(number)) return write(xml, 0, std::monostate{});
        char digits[32];
        write_number(xml, {digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
    }
    void write(std::string& xml, std::size_t, Date day) {
        xml += "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"" +
               to_iso(day) + "\"><text:p>" + to_czech(day) + "</text:p></table:table-cell>";
    }
    void write(std::string& xml, std::size_t, Instant at) {
        xml += "<table:table-cell table:style-name=\"moment\" office:value-type=\"date\" office:date-value=\"" +
               local(at) + "\"><text:p>" + to_czech(at) + "</text:p></table:table-cell>";
    }

    const Table& table_;
    ZipStream zip_;
    std::int64_t rows_ = 1;
};

}

std::unique_ptr<TableWriter> ods_writer(Table& table) { return std::make_unique<OdsWriter>(table); }

}
