// A sheet of an XLSX workbook (Office Open XML) read as a stream: rows one after another, memory bounded, nothing
// computed, nothing fetched (docs/decisions/0022).
#pragma once

#include "platform/time/date.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

enum class XlsxFault {
    not_a_workbook,    // no ZIP, or one of something else
    old_excel,         // .xls of 1997 to 2003
    encrypted,         // behind a password
    open_document,     // .ods
    broken,
    with_doctype,        // XML that declares entities: no program writes it, only somebody who means harm
    empty,               // a sheet without a row
    no_sheet,            // value 1: the sheet that was asked for
    too_large,           // more text than any table of ours has
    too_dense,           // unpacks to many times more than documents do
    too_many_rows,       // value 1: the limit
    too_many_columns,    // value 1: the limit
};

class XlsxError : public std::runtime_error {
public:
    explicit XlsxError(XlsxFault fault, std::vector<std::string> values = {});

    XlsxFault fault;
    std::vector<std::string> values;
    std::string_view text_key() const;    // xlsx.error.broken
};

struct XlsxCell {
    enum Kind { text, number, date, moment, boolean, error };
    std::size_t column = 0;    // counted from nought
    Kind kind = text;
    // Text as it stands; numbers as short as they read back the same; days and moments by ISO 8601; 1 and 0; #N/A.
    std::string value{};
};

struct XlsxRow {
    std::uint64_t number = 0;         // as the spreadsheet counts them, from 1
    std::vector<XlsxCell> cells{};    // that hold something, from the left

    std::string_view at(std::size_t column) const;    // empty where nothing stands
};

struct XlsxOptions {
    std::string sheet{};    // its name; empty: the first one
    std::uint64_t rows_most = 1'000'000;
    std::size_t columns_most = 16'384;
    std::uint64_t sheet_bytes_most = std::uint64_t{2} << 30;       // of XML, unpacked
    std::uint64_t shared_bytes_most = std::uint64_t{128} << 20;    // of texts that cells share
};

class XlsxReader {
public:
    // Throws XlsxError, as next() does.
    explicit XlsxReader(const std::filesystem::path&, const XlsxOptions& = {});
    ~XlsxReader();
    XlsxReader(XlsxReader&&) noexcept;

    const std::vector<std::string>& sheets() const;    // their names, in the order of the workbook
    // The next row that holds something, nullptr behind the last one; lives until the next call.
    const XlsxRow* next();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Day and minute of a spreadsheet's number: days since the end of 1899, or of 1904.  Nothing outside 1900 to 9999.
std::optional<Date> day_of_serial(double serial, bool since_1904);

}
