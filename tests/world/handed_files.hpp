// Small files as people hand them over.
#pragma once

#include "platform/documents/zip_stream.hpp"

namespace world {

inline std::string small_pdf(const std::string& words = "Ceník") {
    return "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj<</Type/Catalog>>endobj\n% " + words +
           "\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
}

inline std::string small_png() { return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + "…"; }

inline std::string plain_zip() {
    documents::ZipStream zip{Instant{}};
    zip.add("cenik.txt", "Oběd 80 Kč");
    zip.finish();
    return zip.take();
}

using Parts = std::vector<std::pair<std::string, std::string>>;

// docx, xlsx, odt or ods as far as it is told apart, with further parts.
inline std::string office_file(const std::string& kind, const Parts& more = {}, const std::string& in_manifest = "") {
    documents::ZipStream zip{Instant{}};
    if (kind == "odt" || kind == "ods") {
        zip.store("mimetype",
                  std::string{"application/vnd.oasis.opendocument."} + (kind == "odt" ? "text" : "spreadsheet"));
        zip.add("META-INF/manifest.xml", "<manifest>" + in_manifest + "</manifest>");
        zip.add("content.xml", "<office/>");
    } else {
        std::string main = kind == "docx" ? "wordprocessingml.document" : "spreadsheetml.sheet";
        zip.add("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument." +
                                           main + ".main+xml\"/></Types>");
        zip.add(kind == "docx" ? "word/document.xml" : "xl/workbook.xml", "<x/>");
    }
    for (auto& [name, bytes] : more) zip.add(name, bytes);
    zip.finish();
    return zip.take();
}

}
