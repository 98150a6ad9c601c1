// Minutes as Office Open XML (ISO/IEC 29500): styles, a numbering for lists, tables of tasks, publicity in header and
// footer.
#include "workgroups/minutes/minutes_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/documents/zip_stream.hpp"

namespace workgroups {

namespace {

constexpr const char* docx_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string of_words = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const std::string of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string of_package = "http://schemas.openxmlformats.org/package/2006";
const std::string word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

constexpr const char* docx_styles =
    R"xml(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="cs-CZ"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="60"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:left w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:right w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tblBorders></w:tblPr></w:style>)xml";

constexpr const char* docx_numbering =
    R"xml(<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)xml";

std::string docx_run(const std::string& text, bool bold = false) {
    std::string out;
    for (auto& line : text::parted(text, "\n")) {
        if (!out.empty()) out += "<w:r><w:br/></w:r>";
        out += std::string{"<w:r>"} + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" +
               documents::xml_text(line) + "</w:t></w:r>";
    }
    return out;
}

std::string docx_paragraph(const std::string& style, const std::string& runs) {
    return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + runs + "</w:p>";
}

std::string docx_cell(const std::string& width, const std::string& text, bool bold = false) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>" +
           docx_paragraph("", docx_run(text, bold)) + "</w:tc>";
}

std::string docx_task_row(const std::string& task, const std::string& who, const std::string& due, bool head) {
    return std::string{"<w:tr>"} + (head ? "<w:trPr><w:tblHeader/></w:trPr>" : "") + docx_cell("5200", task, head) +
           docx_cell("2400", who, head) + docx_cell("1600", due, head) + "</w:tr>";
}

std::string docx_task_table(const i18n::Texts& texts) {
    return "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9200\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>"
           "<w:gridCol w:w=\"5200\"/><w:gridCol w:w=\"2400\"/><w:gridCol w:w=\"1600\"/></w:tblGrid>" +
           docx_task_row(texts.text("minutes.task"), texts.text("minutes.task.owner"), texts.text("minutes.task.due"),
                         true);
}

std::string docx_piece(const DocumentPiece& piece, const i18n::Texts& texts) {
    if (piece.kind == "head")
        return docx_paragraph("Title", docx_run(piece.label)) + docx_paragraph("Subtitle", docx_run(piece.text));
    if (piece.kind == "fact") return docx_paragraph("", docx_run(piece.label + ": ", true) + docx_run(piece.text));
    if (piece.kind == "part")
        return docx_paragraph("Heading1", docx_run((piece.label.empty() ? "" : piece.label + " ") + piece.text));
    if (piece.kind == "report") return docx_paragraph("Heading2", docx_run(piece.text));
    if (piece.kind == "item") return docx_paragraph("ListParagraph", docx_run(piece.text));
    if (piece.kind == "decision")
        return docx_paragraph("", docx_run(texts.text("minutes.decision.number", {piece.label}) + ": ", true) +
                                      docx_run(piece.text));
    return docx_paragraph("", docx_run(piece.text));
}

std::string docx_body(const MinutesDocument& document, const i18n::Texts& texts) {
    std::string body;
    bool table = false;
    for (auto& piece : document.pieces) {
        if (piece.kind == "publicity" || piece.kind == "foot") continue;
        bool task = piece.kind == "task";
        if (task && !table) body += docx_task_table(texts);
        // NB: a table needs a paragraph behind it.
        if (!task && table) body += "</w:tbl>" + docx_paragraph("", "");
        table = task;
        body += task ? docx_task_row(piece.text, piece.label, piece.more, false) : docx_piece(piece, texts);
    }
    if (table) body += "</w:tbl>" + docx_paragraph("", "");
    return body;
}

std::string docx_lines(const MinutesDocument& document, const char* kind, const char* style) {
    std::string lines;
    for (auto& piece : document.pieces)
        if (piece.kind == kind)
            lines += docx_paragraph(style, docx_run((piece.label.empty() ? "" : piece.label + ": ") + piece.text));
    return lines.empty() ? docx_paragraph(style, "") : lines;
}

std::string docx_relation(const char* id, const std::string& kind, const char* target) {
    return std::string{"<Relationship Id=\""} + id + "\" Type=\"" + kind + "\" Target=\"" + target + "\"/>";
}

std::string docx_override(const char* part, const std::string& type) {
    return std::string{"<Override PartName=\""} + part + "\" ContentType=\"" + type + "\"/>";
}

}

std::string minutes_docx(const MinutesDocument& document, const i18n::Texts& texts, Instant made_at) {
    documents::ZipStream zip{made_at};
    auto part = [&](const char* name, const std::string& xml) { zip.add(name, docx_declaration + xml); };
    part("[Content_Types].xml",
         "<Types xmlns=\"" + of_package +
             "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
             "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
             docx_override("/word/document.xml", word_type + "document.main+xml") +
             docx_override("/word/styles.xml", word_type + "styles+xml") +
             docx_override("/word/numbering.xml", word_type + "numbering+xml") +
             docx_override("/word/header1.xml", word_type + "header+xml") +
             docx_override("/word/footer1.xml", word_type + "footer+xml") +
             docx_override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
             "</Types>");
    auto relations = [&](const std::string& all) {
        return "<Relationships xmlns=\"" + of_package + "/relationships\">" + all + "</Relationships>";
    };
    part("_rels/.rels",
         relations(docx_relation("rId1", of_office + "/officeDocument", "word/document.xml") +
                   docx_relation("rId2", of_package + "/relationships/metadata/core-properties", "docProps/core.xml")));
    part("word/_rels/document.xml.rels", relations(docx_relation("rId1", of_office + "/styles", "styles.xml") +
                                                   docx_relation("rId2", of_office + "/numbering", "numbering.xml") +
                                                   docx_relation("rId3", of_office + "/header", "header1.xml") +
                                                   docx_relation("rId4", of_office + "/footer", "footer1.xml")));
    part("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"" + of_package +
                                  "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                  "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
                                  documents::xml_text(document.title) +
                                  "</dc:title><dc:creator>Opora</dc:creator><dcterms:created "
                                  "xsi:type=\"dcterms:W3CDTF\">" +
                                  to_iso(made_at) +
                                  "</dcterms:created><dc:language>cs-CZ</dc:language></cp:coreProperties>");
    part("word/styles.xml", "<w:styles " + of_words + ">" + docx_styles + "</w:styles>");
    part("word/numbering.xml", "<w:numbering " + of_words + ">" + docx_numbering + "</w:numbering>");
    part("word/header1.xml", "<w:hdr " + of_words + ">" + docx_lines(document, "publicity", "Header") + "</w:hdr>");
    part("word/footer1.xml", "<w:ftr " + of_words + ">" + docx_lines(document, "foot", "Footer") + "</w:ftr>");
    part("word/document.xml",
         "<w:document " + of_words + " xmlns:r=\"" + of_office + "\"><w:body>" + docx_body(document, texts) +
             "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"default\" "
             "r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1304\" "
             "w:bottom=\"1417\" w:left=\"1304\" w:header=\"600\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr>"
             "</w:body></w:document>");
    zip.finish();
    return zip.take();
}

}
