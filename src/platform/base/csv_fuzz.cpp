// Whatever bytes come as a table, they are read or refused; what was read is written and reads back the same.
#include "platform/base/csv.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

using Rows = std::vector<std::vector<std::string>>;

static Rows rows_of(const std::string& text, csv::Options options) {
    std::istringstream in{text};
    csv::Reader reader{in, std::move(options)};
    Rows rows{reader.header()};
    while (auto* row = reader.next()) {
        rows.emplace_back();
        for (std::size_t n = 0; n < row->size(); ++n) rows.back().emplace_back((*row)[n]);
    }
    return rows;
}

// What another program might run gets an apostrophe, so it does not read back the same: the beginning of a cell, or
// what stands behind a letter that some take for a separator.
static bool begins_formula(std::string_view piece) {
    piece.remove_prefix(std::min(piece.find_first_not_of('"'), piece.size()));
    for (auto beginning : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"})
        if (piece.starts_with(beginning)) return true;
    return false;
}

static bool plain(const Rows& rows) {
    for (auto& row : rows)
        for (auto& cell : row)
            for (std::size_t at = 0; at < cell.size();
                 at = std::min(cell.find_first_of(",;\t\n\r", at), cell.size() - 1) + 1)
                if (begins_formula(std::string_view{cell}.substr(at))) return false;
    return rows[0].size() > 1;    // a lone empty cell is an empty line
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string text{reinterpret_cast<const char*>(bytes), size};
    try {
        auto rows = rows_of(text, {.cell_bytes_max = 4096, .rows_max = 1000});
        if (!plain(rows)) return 0;
        std::string out;
        for (auto& row : rows) csv::write_row(out, row);
        if (!out.starts_with("\xEF\xBB\xBF") && rows_of(out, {.separator = ','}) != rows) std::abort();
    } catch (const csv::Error& error) {
        if (error.text_key().empty()) std::abort();
    }
    return 0;
}
