// One sheet of a workbook, row by row as its XML comes; what keeps a file from being read is said in words of ours.
#include "platform/documents/xlsx_reader.hpp"

#include "platform/documents/xlsx_workbook.hpp"
#include "platform/documents/xlsx_xml.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <deque>
#include <fmt/format.h>
#include <utility>

namespace documents {

XlsxError::XlsxError(XlsxFault fault, std::vector<std::string> values)
    : std::runtime_error{"bad XLSX"}, fault{fault}, values{std::move(values)} {
    static_cast<std::runtime_error&>(*this) = std::runtime_error{std::string{text_key()}};
}

std::string_view XlsxError::text_key() const {
    switch (fault) {
    case XlsxFault::not_a_workbook: return "xlsx.error.not_a_workbook";
    case XlsxFault::old_excel: return "xlsx.error.old_excel";
    case XlsxFault::encrypted: return "xlsx.error.encrypted";
    case XlsxFault::open_document: return "xlsx.error.open_document";
    case XlsxFault::broken: return "xlsx.error.broken";
    case XlsxFault::with_doctype: return "xlsx.error.with_doctype";
    case XlsxFault::empty: return "xlsx.error.empty";
    case XlsxFault::no_sheet: return "xlsx.error.no_sheet";
    case XlsxFault::too_large: return "xlsx.error.too_large";
    case XlsxFault::too_dense: return "xlsx.error.too_dense";
    case XlsxFault::too_many_rows: return "xlsx.error.too_many_rows";
    case XlsxFault::too_many_columns: return "xlsx.error.too_many_columns";
    }
    return "xlsx.error.broken";
}

std::string_view XlsxRow::at(std::size_t column) const {
    auto found = std::ranges::lower_bound(cells, column, {}, &XlsxCell::column);
    return found == cells.end() || found->column != column ? std::string_view{} : std::string_view{found->value};
}

std::optional<Date> day_of_serial(double serial, bool since_1904) {
    constexpr double last = 2'958'465;    // 31. 12. 9999
    if (!(serial >= 0) || serial > last + 1) return {};
    auto days = std::int64_t(std::floor(serial));
    using namespace std::chrono;
    if (since_1904) return Date{year{1904} / 1 / 1} + std::chrono::days{days};
    // The first spreadsheet took 1900 for a leap year, and all others follow it.
    if (days == 0) return {};
    return Date{year{1899} / 12 / 31} + std::chrono::days{days > 59 ? days - 1 : days};
}

namespace {

// BC12: column and row, both counted from 1; nothing for anything else.
struct Reference {
    std::uint64_t column = 0, row = 0;
};
std::optional<Reference> reference_of(std::string_view text) {
    Reference at;
    std::size_t letters = 0;
    while (letters < text.size() && letters < 4 && text[letters] >= 'A' && text[letters] <= 'Z')
        at.column = at.column * 26 + std::uint64_t(text[letters++] - 'A' + 1);
    auto row = whole_number(text.substr(letters));
    if (letters == 0 || !row) return {};
    at.row = *row;
    return at;
}

std::string number_as_text(double number) {
    constexpr double whole_most = 1e15;
    if (std::floor(number) == number && std::abs(number) < whole_most) return std::to_string(std::int64_t(number));
    return fmt::format("{}", number);
}

constexpr std::size_t magic_bytes = 8;
constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// An old workbook, or a new one in the envelope that a password gives it.
void refuse_ole(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::string head(4u << 20, '\0');
    in.read(head.data(), std::streamsize(head.size()));
    head.resize(std::size_t(in.gcount()));
    if (std::string_view{head}.substr(0, magic_bytes) != ole_magic) return;
    std::string wide;
    for (char c : std::string_view{"EncryptedPackage"}) wide += c, wide += '\0';
    throw XlsxError{head.find(wide) == head.npos ? XlsxFault::old_excel : XlsxFault::encrypted};
}

// What a fault of the archive means for a workbook.
XlsxFault fault_of(const ZipError& error) {
    switch (error.fault) {
    case ZipFault::not_a_zip: return XlsxFault::not_a_workbook;
    case ZipFault::broken: return XlsxFault::broken;
    case ZipFault::encrypted: return XlsxFault::encrypted;
    case ZipFault::too_large: return XlsxFault::too_large;
    case ZipFault::too_dense: return XlsxFault::too_dense;
    }
    return XlsxFault::broken;
}

}

struct XlsxReader::Inside {
    XlsxOptions options;
    ZipReader zip;
    XlsxWorkbook workbook;
    std::vector<std::string> names{};
    std::vector<XlsxShown> styles;
    XlsxSharedTexts shared;
    std::optional<ZipPieces> pieces{};
    std::optional<XmlParser> parser{};
    std::deque<XlsxRow> ready{};
    XlsxRow given{};
    bool ended = false;

    // Where the parser is.
    XlsxRow row{};
    std::uint64_t row_number = 0, rows_seen = 0, column = 0;
    std::string kind{}, value{};
    std::uint64_t style = 0;
    bool in_cell = false, in_value = false;
    int phonetic = 0;

    Inside(const std::filesystem::path& file, const XlsxOptions& options)
        : options{options},
          zip{file},
          workbook{workbook_of(zip)},
          styles{styles_of(zip, workbook)},
          shared{shared_texts_of(zip, workbook, options.shared_bytes_most)} {
        for (auto& sheet : workbook.sheets) names.push_back(sheet.name);
        open_sheet();
    }

    // The one asked for, otherwise the first one.
    const ZipEntry* sheet_entry() const {
        for (auto& sheet : workbook.sheets) {
            auto part = workbook.relation(&XlsxRelation::id, sheet.relation);
            bool meant = options.sheet.empty() ? part && part->kind == "worksheet" : sheet.name == options.sheet;
            if (meant) return part ? zip.find(part->target) : nullptr;
        }
        return nullptr;
    }

    void open_sheet() {
        auto entry = sheet_entry();
        if (!entry) throw XlsxError{XlsxFault::no_sheet, {options.sheet}};
        pieces.emplace(zip, *entry, options.sheet_bytes_most);
        XmlHandlers handlers;
        handlers.begins = [this](std::string_view name, const XmlAttributes& has) { begins(name, has); };
        handlers.ends = [this](std::string_view name) { ends(name); };
        handlers.text = [this](std::string_view text) {
            if (in_value && value.size() + text.size() <= cell_bytes_most) value += text;
        };
        parser.emplace(std::move(handlers));
    }

    void begins(std::string_view name, const XmlAttributes& has) {
        if (name == "row") begin_row(has);
        else if (name == "c") begin_cell(has);
        else if (name == "rPh") ++phonetic;
        else if (in_cell && (name == "v" || name == "t")) in_value = phonetic == 0;
    }

    void begin_row(const XmlAttributes& has) {
        auto number = has["r"].empty() ? row_number + 1 : whole_number(has["r"]).value_or(0);
        if (number <= row_number) throw XlsxError{XlsxFault::broken};    // rows stand in their order
        row_number = number, column = 0;
        if (row_number > options.rows_most)
            throw XlsxError{XlsxFault::too_many_rows, {std::to_string(options.rows_most)}};
        row = {row_number, {}};
    }

    void begin_cell(const XmlAttributes& has) {
        auto before = column;
        if (has["r"].empty()) ++column;
        else column = reference_of(has["r"]).value_or(Reference{}).column;
        if (column <= before) throw XlsxError{XlsxFault::broken};
        if (column > options.columns_most)
            throw XlsxError{XlsxFault::too_many_columns, {std::to_string(options.columns_most)}};
        kind = has["t"], style = whole_number(has["s"]).value_or(0);
        value.clear(), in_cell = true;
    }

    void ends(std::string_view name) {
        if (name == "rPh") --phonetic;
        else if (name == "v" || name == "t") in_value = false;
        else if (name == "c") end_cell();
        else if (name == "row" && !row.cells.empty()) ready.push_back(std::move(row)), row = {};
    }

    void end_cell() {
        in_cell = false;
        if (value.empty()) return;
        XlsxCell cell;
        cell.column = std::size_t(column - 1);
        if (kind == "s") {
            auto number = whole_number(value);
            auto text = number ? shared.at(*number) : std::nullopt;
            if (!text) throw XlsxError{XlsxFault::broken};
            cell.value = *text;
        } else if (kind == "inlineStr" || kind == "str") cell.value = unescaped(value);
        else if (kind == "b") cell.kind = XlsxCell::boolean, cell.value = value;
        else if (kind == "e") cell.kind = XlsxCell::error, cell.value = value;
        else if (kind == "d") cell.kind = XlsxCell::date, cell.value = value.substr(0, 10);
        else take_number(cell);
        if (!cell.value.empty()) row.cells.push_back(std::move(cell));
    }

    void take_number(XlsxCell& cell) const {
        double number = 0;
        auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
            throw XlsxError{XlsxFault::broken};
        auto shown = style < styles.size() ? styles[style] : XlsxShown::number;
        auto day = shown == XlsxShown::number ? std::nullopt : day_of_serial(number, workbook.since_1904);
        cell.kind = XlsxCell::number, cell.value = number_as_text(number);
        if (!day) return;
        cell.kind = shown == XlsxShown::day ? XlsxCell::date : XlsxCell::moment;
        cell.value = to_iso(*day);
        if (shown == XlsxShown::day) return;
        auto minutes = std::min(std::lround((number - std::floor(number)) * 1440), 1439L);
        cell.value += fmt::format("T{:02}:{:02}", minutes / 60, minutes % 60);
    }

    const XlsxRow* next() {
        while (ready.empty()) {
            if (ended) {
                if (rows_seen == 0) throw XlsxError{XlsxFault::empty};
                return nullptr;
            }
            auto piece = pieces->next();
            ended = piece.empty();
            parser->read(piece, ended);
        }
        given = std::move(ready.front());
        ready.pop_front();
        ++rows_seen;
        return &given;
    }
};

XlsxReader::XlsxReader(const std::filesystem::path& file, const XlsxOptions& options) {
    try {
        refuse_ole(file);
        inside_ = std::make_unique<Inside>(file, options);
    } catch (const ZipError& error) { throw XlsxError{fault_of(error)}; }
}

XlsxReader::~XlsxReader() = default;
XlsxReader::XlsxReader(XlsxReader&&) noexcept = default;

const std::vector<std::string>& XlsxReader::sheets() const { return inside_->names; }

const XlsxRow* XlsxReader::next() {
    try {
        return inside_->next();
    } catch (const ZipError& error) { throw XlsxError{fault_of(error)}; }
}

}
