// Minutes as an OpenDocument text (ISO/IEC 26300).
#include "workgroups/minutes/minutes_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/documents/zip_stream.hpp"

namespace workgroups {

namespace {

constexpr const char* odt_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr const char* odt_type = "application/vnd.oasis.opendocument.text";
const std::string of_odt =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "office:version=\"1.3\"";

constexpr const char* odt_styles =
    R"xml(<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="120%"/><style:text-properties fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt" fo:language="cs" fo:country="CZ"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"><style:paragraph-properties fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="13pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1" style:class="text"><style:paragraph-properties fo:margin-top="0.6cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2" style:class="text"><style:paragraph-properties fo:margin-top="0.4cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/><style:text-properties fo:font-size="9pt" fo:color="#595959"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="Dashes"><text:list-level-style-bullet text:level="1" text:bullet-char="–"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>)xml";

std::string odt_text(const std::string& text) {
    std::string out;
    for (auto& line : text::parted(text, "\n"))
        out += (out.empty() ? "" : "<text:line-break/>") + documents::xml_text(line);
    return out;
}

std::string odt_paragraph(const char* style, const std::string& inside) {
    return std::string{"<text:p text:style-name=\""} + style + "\">" + inside + "</text:p>";
}

std::string odt_strong(const std::string& text) {
    return "<text:span text:style-name=\"Strong\">" + odt_text(text) + "</text:span>";
}

std::string odt_heading(int level, const std::string& text) {
    auto n = std::to_string(level);
    return "<text:h text:style-name=\"Heading_20_" + n + "\" text:outline-level=\"" + n + "\">" + odt_text(text) +
           "</text:h>";
}

std::string odt_cell(const std::string& inside) {
    return "<table:table-cell office:value-type=\"string\">" + odt_paragraph("Standard", inside) +
           "</table:table-cell>";
}

std::string odt_piece(const DocumentPiece& piece, const i18n::Texts& texts) {
    if (piece.kind == "head")
        return odt_paragraph("Title", odt_text(piece.label)) + odt_paragraph("Subtitle", odt_text(piece.text));
    // NB: the blank stands outside of the span, where no reader of XML takes it away.
    if (piece.kind == "fact")
        return odt_paragraph("Standard", odt_strong(piece.label + ":") + " " + odt_text(piece.text));
    if (piece.kind == "part") return odt_heading(1, (piece.label.empty() ? "" : piece.label + " ") + piece.text);
    if (piece.kind == "report") return odt_heading(2, piece.text);
    if (piece.kind == "decision")
        return odt_paragraph("Standard", odt_strong(texts.text("minutes.decision.number", {piece.label}) + ":") + " " +
                                             odt_text(piece.text));
    if (piece.kind == "item")
        return "<text:list-item>" + odt_paragraph("Standard", odt_text(piece.text)) + "</text:list-item>";
    if (piece.kind == "task")
        return "<table:table-row>" + odt_cell(odt_text(piece.text)) + odt_cell(odt_text(piece.label)) +
               odt_cell(odt_text(piece.more)) + "</table:table-row>";
    return odt_paragraph("Standard", odt_text(piece.text));
}

std::string odt_opening(const std::string& kind, const i18n::Texts& texts, int n) {
    if (kind == "item") return "<text:list text:style-name=\"Dashes\">";
    if (kind != "task") return {};
    return "<table:table table:name=\"" + std::to_string(n) +
           "\"><table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows><table:table-row>" +
           odt_cell(odt_strong(texts.text("minutes.task"))) + odt_cell(odt_strong(texts.text("minutes.task.owner"))) +
           odt_cell(odt_strong(texts.text("minutes.task.due"))) + "</table:table-row></table:table-header-rows>";
}

std::string odt_closing(const std::string& kind) {
    return kind == "item" ? "</text:list>" : kind == "task" ? "</table:table>" : "";
}

std::string odt_body(const MinutesDocument& document, const i18n::Texts& texts) {
    std::string body, open;
    int tables = 0;
    for (auto& piece : document.pieces) {
        if (piece.kind == "publicity" || piece.kind == "foot") continue;
        if (piece.kind != open) body += odt_closing(open) + odt_opening(piece.kind, texts, ++tables);
        open = piece.kind;
        body += odt_piece(piece, texts);
    }
    return body + odt_closing(open);
}

std::string odt_lines(const MinutesDocument& document, const char* kind) {
    std::string lines;
    for (auto& piece : document.pieces)
        if (piece.kind == kind)
            lines += odt_paragraph("Header", odt_text((piece.label.empty() ? "" : piece.label + ": ") + piece.text));
    return lines.empty() ? odt_paragraph("Header", "") : lines;
}

}

std::string minutes_odt(const MinutesDocument& document, const i18n::Texts& texts, Instant made_at) {
    documents::ZipStream zip{made_at};
    zip.store("mimetype", odt_type);
    auto part = [&](const char* name, const std::string& xml) { zip.add(name, odt_declaration + xml); };
    auto entry = [](const char* path, const char* type) {
        return std::string{"<manifest:file-entry manifest:full-path=\""} + path + "\" manifest:media-type=\"" + type +
               "\"/>";
    };
    part("META-INF/manifest.xml",
         "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
         "manifest:version=\"1.3\">" +
             entry("/", odt_type) + entry("content.xml", "text/xml") + entry("styles.xml", "text/xml") +
             entry("meta.xml", "text/xml") + "</manifest:manifest>");
    part("meta.xml", "<office:document-meta " + of_odt + "><office:meta><dc:title>" +
                         documents::xml_text(document.title) + "</dc:title><meta:creation-date>" +
                         to_iso(made_at).substr(0, 19) +
                         "</meta:creation-date><dc:language>cs-CZ</dc:language></office:meta></office:document-meta>");
    part(
        "styles.xml",
        "<office:document-styles " + of_odt + "><office:styles>" + odt_styles +
            "</office:styles><office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties "
            "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2cm\"/><style:header-style/><style:footer-style/>"
            "</style:page-layout></office:automatic-styles><office:master-styles><style:master-page "
            "style:name=\"Standard\" style:page-layout-name=\"Page\"><style:header>" +
            odt_lines(document, "publicity") + "</style:header><style:footer>" + odt_lines(document, "foot") +
            "</style:footer></style:master-page></office:master-styles></office:document-styles>");
    part("content.xml", "<office:document-content " + of_odt + "><office:body><office:text>" +
                            odt_body(document, texts) + "</office:text></office:body></office:document-content>");
    zip.finish();
    return zip.take();
}

}
