// Whatever bytes come as a table, they are read or refused; what was read is written and reads back the same.
#include "platform/base/csv.hpp"

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

static bool plain(const Rows& rows) {
    for (auto& row : rows)
        for (auto& cell : row)
            if (!cell.empty() && std::string_view{"=+-@\t\r"}.find(cell[0]) != std::string_view::npos) return false;
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
