// Looks at the first bytes, not at the name, to know what it was given.
#include "network/service_import/service_table.hpp"

#include "platform/base/parts.hpp"
#include "platform/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

namespace network {

namespace {

constexpr std::size_t piece_of_table = 64 * 1024;

// Each byte of Windows-1250 in UTF-8.
const std::array<std::string, 256>& windows_1250() {
    static const auto letters = [] {
        std::array<std::string, 256> all;
        UErrorCode wrong = U_ZERO_ERROR;
        auto converter = ucnv_open("windows-1250", &wrong);
        for (int byte = 0; byte < 256; ++byte) {
            char text = char(byte);
            char16_t wide[4]{};
            auto length = ucnv_toUChars(converter, reinterpret_cast<UChar*>(wide), 4, &text, 1, &wrong);
            char utf8[8]{};
            std::int32_t bytes = 0;
            u_strToUTF8(utf8, 8, &bytes, reinterpret_cast<UChar*>(wide), length, &wrong);
            all[std::size_t(byte)] = std::string{utf8, std::size_t(bytes)};
        }
        ucnv_close(converter);
        if (U_FAILURE(wrong)) throw std::runtime_error{"no Windows-1250"};
        return all;
    }();
    return letters;
}

// Windows-1250 read as if it were UTF-8.
class FromWindows1250 : public std::streambuf {
public:
    explicit FromWindows1250(std::istream& in) : in_{in} {}

private:
    int_type underflow() override {
        std::string piece(piece_of_table, '\0');
        in_.read(piece.data(), std::streamsize(piece.size()));
        piece.resize(std::size_t(in_.gcount()));
        if (piece.empty()) return traits_type::eof();
        text_.clear();
        for (char c : piece) text_ += windows_1250()[static_cast<unsigned char>(c)];
        setg(text_.data(), text_.data(), text_.data() + text_.size());
        return traits_type::to_int_type(*gptr());
    }

    std::istream& in_;
    std::string text_;
};

bool is_utf8(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::string piece(piece_of_table, '\0');
    while (in.read(piece.data(), std::streamsize(piece.size())), in.gcount() > 0)
        if (utf8::first_fault_in_piece(std::string_view{piece}.substr(0, std::size_t(in.gcount()))) !=
            std::string_view::npos)
            return false;
    return true;
}

std::string first_bytes(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::string bytes(8, '\0');
    in.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(in.gcount()));
    return bytes;
}

// The apostrophe that keeps a spreadsheet from running a cell is no part of what the cell says.
std::string_view without_guard(std::string_view cell) {
    auto guarded = cell.size() > 1 && cell[0] == '\'' && std::string_view{"=+-@"}.find(cell[1]) != cell.npos;
    return guarded ? cell.substr(1) : cell;
}

ServiceTableError as_table_error(const csv::Error& error) { return {std::string{error.text_key()}, error.values}; }
ServiceTableError as_table_error(const documents::XlsxError& error) {
    return {std::string{error.text_key()}, error.values};
}

}

struct ServiceTable::Csv {
    std::ifstream file;
    std::unique_ptr<FromWindows1250> converted;
    std::istream in;
    std::optional<csv::Reader> reader{};

    explicit Csv(const std::filesystem::path& path)
        : file{path, std::ios::binary},
          converted{is_utf8(path) ? nullptr : std::make_unique<FromWindows1250>(file)},
          in{converted ? static_cast<std::streambuf*>(converted.get()) : file.rdbuf()} {
        if (!file) throw ServiceTableError{"service_import.error.gone"};
        reader.emplace(in, csv::Options{{}, {}, 64 * 1024, rows_most});
    }
};

ServiceTable::ServiceTable(const std::filesystem::path& file, const std::string& sheet) {
    auto begins = first_bytes(file);
    if (begins.starts_with("\xFF\xFE") || begins.starts_with("\xFE\xFF"))
        throw ServiceTableError{"service_import.error.utf16"};
    try {
        if (begins.starts_with("PK") || begins.starts_with("\xD0\xCF\x11\xE0")) {
            documents::XlsxOptions options;
            options.sheet = sheet, options.rows_most = rows_most;
            workbook_ = std::make_unique<documents::XlsxReader>(file, options);
            sheets_ = workbook_->sheets();
            take_headings(workbook_->next());
        } else {
            csv_ = std::make_unique<Csv>(file);
            for (auto& heading : csv_->reader->header()) headings_.emplace_back(text::trimmed(heading));
        }
    } catch (const csv::Error& error) { throw as_table_error(error); } catch (const documents::XlsxError& error) {
        throw as_table_error(error);
    }
    demand_headings();
}

ServiceTable::~ServiceTable() = default;

void ServiceTable::take_headings(const documents::XlsxRow* first) {
    if (!first) throw ServiceTableError{"xlsx.error.empty"};
    std::set<std::string> seen;
    for (auto& cell : first->cells) {
        auto heading = std::string{text::trimmed(cell.value)};
        if (heading.empty()) continue;
        if (!seen.insert(heading).second) throw ServiceTableError{"csv.error.column_repeated", {heading, "1"}};
        headings_.push_back(heading), columns_.push_back(cell.column);
    }
}

void ServiceTable::demand_headings() const {
    if (headings_.empty()) throw ServiceTableError{"xlsx.error.empty"};
    if (headings_.size() > columns_most)
        throw ServiceTableError{"xlsx.error.too_many_columns", {std::to_string(columns_most)}};
}

const ServiceTableRow* ServiceTable::next() {
    try {
        if (workbook_) return next_of_workbook();
        auto row = csv_->reader->next();
        if (!row) return nullptr;
        row_.number = row->number(), row_.cells.clear();
        for (std::size_t n = 0; n < row->size(); ++n) row_.cells.emplace_back(text::trimmed(without_guard((*row)[n])));
        return &row_;
    } catch (const csv::Error& error) { throw as_table_error(error); } catch (const documents::XlsxError& error) {
        throw as_table_error(error);
    }
}

const ServiceTableRow* ServiceTable::next_of_workbook() {
    auto row = workbook_->next();
    if (!row) return nullptr;
    row_.number = row->number, row_.cells.clear();
    for (auto column : columns_) row_.cells.emplace_back(text::trimmed(row->at(column)));
    return &row_;
}

}
