// What a workbook says before its rows: its sheets, what numbers under each style are, and texts that cells share.
#pragma once

#include "platform/documents/zip_reader.hpp"

#include <optional>

namespace documents {

struct XlsxRelation {
    std::string id{}, kind{}, target{};    // the kind without its address: worksheet, styles, sharedStrings
};

struct XlsxSheet {
    std::string name{}, relation{};
};

struct XlsxWorkbook {
    std::string part = "xl/workbook.xml";
    std::vector<XlsxSheet> sheets{};
    bool since_1904 = false;
    std::vector<XlsxRelation> relations{};

    const XlsxRelation* relation(std::string XlsxRelation::* what, std::string_view value) const;
};

// What a number under a style is.
enum class XlsxShown : char { number, day, moment };

// Texts that cells share, one behind another.
struct XlsxSharedTexts {
    std::string all{};
    std::vector<std::size_t> ends{};

    std::optional<std::string_view> at(std::uint64_t n) const;
};

constexpr std::size_t cell_bytes_most = 64 * 1024;

// These throw XlsxError.
XlsxWorkbook workbook_of(const ZipReader&);
std::vector<XlsxShown> styles_of(const ZipReader&, const XlsxWorkbook&);
XlsxSharedTexts shared_texts_of(const ZipReader&, const XlsxWorkbook&, std::uint64_t bytes_most);

}
