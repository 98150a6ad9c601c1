// A table of services as rows of texts, whether it came as CSV or as a workbook.
#pragma once

#include "platform/base/csv.hpp"
#include "platform/documents/xlsx_reader.hpp"

namespace network {

// Why the table cannot be read at all: a text key and its values.
struct ServiceTableError : std::runtime_error {
    ServiceTableError(std::string key, std::vector<std::string> values = {})
        : std::runtime_error{key}, key{std::move(key)}, values{std::move(values)} {}
    std::string key;
    std::vector<std::string> values;
};

struct ServiceTableRow {
    std::uint64_t number = 0;            // as a spreadsheet counts them
    std::vector<std::string> cells{};    // one for each heading
};

// Streams; memory does not grow with the rows.  CSV is UTF-8 or, where it is not, Windows-1250.
class ServiceTable {
public:
    static constexpr std::uint64_t rows_most = 200'000;    // all services of the republic some thirty times
    static constexpr std::size_t columns_most = 200;

    // Throws ServiceTableError, as next() does.
    explicit ServiceTable(const std::filesystem::path&, const std::string& sheet = {});
    ~ServiceTable();

    const std::vector<std::string>& headings() const { return headings_; }
    const std::vector<std::string>& sheets() const { return sheets_; }    // none of CSV
    const ServiceTableRow* next();

private:
    struct Csv;
    void take_headings(const documents::XlsxRow*);
    void demand_headings() const;
    const ServiceTableRow* next_of_workbook();

    std::unique_ptr<Csv> csv_;
    std::unique_ptr<documents::XlsxReader> workbook_;
    std::vector<std::string> headings_, sheets_;
    std::vector<std::size_t> columns_;    // of the workbook, for each heading
    ServiceTableRow row_;
};

}
