// ISO/IEC 29500-1, 18: workbook, styles, shared texts and one sheet, each pulled through expat.
#include "platform/documents/xlsx_reader.hpp"

#include "platform/documents/zip_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <deque>
#include <expat.h>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <set>
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

constexpr std::uint64_t small_part_most = 8u << 20;    // workbook, relations, styles
constexpr std::size_t depth_most = 64, cell_bytes_most = 64 * 1024, shared_texts_most = 4'000'000;

// Attributes of an element; names without a prefix.
class Attributes {
public:
    explicit Attributes(const char** list) : list_{list} {}
    std::string_view operator[](std::string_view name) const {
        for (auto at = list_; *at; at += 2)
            if (local(*at) == name) return at[1];
        return {};
    }
    static std::string_view local(std::string_view name) {
        auto colon = name.rfind(':');
        return colon == name.npos ? name : name.substr(colon + 1);
    }

private:
    const char** list_;
};

struct Handlers {
    std::function<void(std::string_view name, const Attributes&)> begins = [](auto, auto&) {};
    std::function<void(std::string_view name)> ends = [](auto) {};
    std::function<void(std::string_view)> text = [](auto) {};
};

// Expat calls C functions, through which nothing may be thrown: what a handler throws is kept and thrown behind it.
class Parser {
public:
    explicit Parser(Handlers handlers) : handlers_{std::move(handlers)}, expat_{XML_ParserCreate(nullptr)} {
        if (!expat_) throw std::runtime_error{"no memory to read XML"};
        XML_SetUserData(expat_, this);
        XML_SetElementHandler(
            expat_,
            [](void* self, const char* name, const char** attributes) {
                static_cast<Parser*>(self)->guarded([&](Parser& parser) {
                    if (++parser.depth_ > depth_most) throw XlsxError{XlsxFault::broken};
                    parser.handlers_.begins(Attributes::local(name), Attributes{attributes});
                });
            },
            [](void* self, const char* name) {
                static_cast<Parser*>(self)->guarded([&](Parser& parser) {
                    --parser.depth_;
                    parser.handlers_.ends(Attributes::local(name));
                });
            });
        XML_SetCharacterDataHandler(expat_, [](void* self, const char* text, int length) {
            static_cast<Parser*>(self)->guarded(
                [&](Parser& parser) { parser.handlers_.text(std::string_view{text, std::size_t(length)}); });
        });
        XML_SetStartDoctypeDeclHandler(expat_, [](void* self, const char*, const char*, const char*, int) {
            static_cast<Parser*>(self)->guarded([](Parser&) { throw XlsxError{XlsxFault::with_doctype}; });
        });
    }
    ~Parser() { XML_ParserFree(expat_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void read(std::string_view piece, bool last) {
        auto status = XML_Parse(expat_, piece.data(), int(piece.size()), last);
        if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
        if (status != XML_STATUS_OK) throw XlsxError{XlsxFault::broken};
    }

private:
    void guarded(auto work) {
        if (failure_) return;
        try {
            work(*this);
        } catch (...) {
            failure_ = std::current_exception();
            XML_StopParser(expat_, XML_FALSE);
        }
    }

    Handlers handlers_;
    XML_Parser expat_;
    std::size_t depth_ = 0;
    std::exception_ptr failure_;
};

void parse(const ZipReader& zip, const ZipEntry& entry, std::uint64_t bytes_most, Handlers handlers) {
    Parser parser{std::move(handlers)};
    ZipPieces pieces{zip, entry, bytes_most};
    for (auto piece = pieces.next();; piece = pieces.next()) {
        parser.read(piece, piece.empty());
        if (piece.empty()) return;
    }
}

std::optional<std::uint64_t> whole(std::string_view text) {
    std::uint64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

// xl/worksheets/sheet1.xml out of what stands in xl/_rels/workbook.xml.rels.
std::string resolved(std::string_view base, std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    auto folder = std::string{base.substr(0, base.rfind('/') == base.npos ? 0 : base.rfind('/') + 1)};
    return std::filesystem::path{folder + std::string{target}}.lexically_normal().generic_string();
}

struct Relation {
    std::string id, kind, target;    // the kind without its address: worksheet, styles, sharedStrings
};

std::vector<Relation> relations_of(const ZipReader& zip, const std::string& part) {
    auto slash = part.rfind('/');
    auto folder = slash == part.npos ? "" : part.substr(0, slash + 1);
    auto entry = zip.find(folder + "_rels/" + part.substr(folder.size()) + ".rels");
    std::vector<Relation> relations;
    if (!entry) return relations;
    Handlers handlers;
    handlers.begins = [&](std::string_view name, const Attributes& has) {
        if (name != "Relationship" || has["TargetMode"] == "External") return;
        auto kind = has["Type"];
        relations.push_back(
            {std::string{has["Id"]}, std::string{kind.substr(kind.rfind('/') + 1)}, resolved(part, has["Target"])});
    };
    parse(zip, *entry, small_part_most, std::move(handlers));
    return relations;
}

const Relation* relation(const std::vector<Relation>& relations, std::string Relation::* what, std::string_view value) {
    auto found = std::ranges::find_if(relations, [&](auto& one) { return one.*what == value; });
    return found == relations.end() ? nullptr : &*found;
}

struct Sheet {
    std::string name, relation;
};

struct Workbook {
    std::string part = "xl/workbook.xml";
    std::vector<Sheet> sheets{};
    bool since_1904 = false;
    std::vector<Relation> relations{};
};

Workbook workbook_of(const ZipReader& zip) {
    Workbook workbook;
    auto root = relations_of(zip, "");
    if (auto main = relation(root, &Relation::kind, "officeDocument")) workbook.part = main->target;
    auto entry = zip.find(workbook.part);
    if (!entry) throw XlsxError{zip.find("content.xml") ? XlsxFault::open_document : XlsxFault::not_a_workbook};
    Handlers handlers;
    handlers.begins = [&](std::string_view name, const Attributes& has) {
        if (name == "sheet" && workbook.sheets.size() < 1000)
            workbook.sheets.push_back({std::string{has["name"]}, std::string{has["id"]}});
        if (name == "workbookPr") workbook.since_1904 = has["date1904"] == "1" || has["date1904"] == "true";
    };
    parse(zip, *entry, small_part_most, std::move(handlers));
    workbook.relations = relations_of(zip, workbook.part);
    return workbook;
}

// What a number under a style is.
enum class Shown : char { number, day, moment };

// Letters of days and hours outside quotes, brackets and what is escaped.
Shown shown_by(std::string_view format) {
    bool day = false, time = false;
    for (std::size_t at = 0; at < format.size(); ++at) {
        auto c = format[at];
        if (c == '\\' || c == '_' || c == '*') ++at;
        else if (c == '"') at = std::min(format.find('"', at + 1), format.size());
        else if (c == '[') {
            auto end = std::min(format.find(']', at), format.size());
            // [h]:mm counts hours; [Red] and [$-405] are something else.
            if (auto inside = format.substr(at + 1, end - at - 1);
                !inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos)
                return Shown::number;
            at = end;
        } else if (c == ';') break;
        else if (std::string_view{"dDyY"}.find(c) != std::string_view::npos) day = true;
        else if (std::string_view{"hHsS"}.find(c) != std::string_view::npos) time = true;
        else if (c == 'G' && format.substr(at).starts_with("General")) at += 6;
    }
    return day && time ? Shown::moment : day ? Shown::day : Shown::number;
}

Shown shown_by_number(std::uint64_t id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return Shown::day;
    return id == 22 ? Shown::moment : Shown::number;
}

std::vector<Shown> styles_of(const ZipReader& zip, const Workbook& workbook) {
    std::vector<Shown> styles;
    auto part = relation(workbook.relations, &Relation::kind, "styles");
    auto entry = part ? zip.find(part->target) : nullptr;
    if (!entry) return styles;
    std::map<std::uint64_t, Shown> formats;
    bool of_cells = false;
    Handlers handlers;
    handlers.begins = [&](std::string_view name, const Attributes& has) {
        if (name == "numFmt") formats[whole(has["numFmtId"]).value_or(0)] = shown_by(has["formatCode"]);
        if (name == "cellXfs") of_cells = true;
        if (name != "xf" || !of_cells || styles.size() >= 100'000) return;
        auto id = whole(has["numFmtId"]).value_or(0);
        auto own = formats.find(id);
        styles.push_back(own == formats.end() ? shown_by_number(id) : own->second);
    };
    handlers.ends = [&](std::string_view name) {
        if (name == "cellXfs") of_cells = false;
    };
    parse(zip, *entry, small_part_most, std::move(handlers));
    return styles;
}

// Texts that cells share, one behind another.
struct SharedTexts {
    std::string all{};
    std::vector<std::size_t> ends{};

    std::optional<std::string_view> at(std::uint64_t n) const {
        if (n >= ends.size()) return {};
        auto begin = n == 0 ? 0 : ends[n - 1];
        return std::string_view{all}.substr(begin, ends[n] - begin);
    }
};

// _x000D_ is how a text says a letter that XML cannot; _x005F_ an underline that would be read so.
std::string unescaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto at = text.find("_x");
        if (at == text.npos || at + 7 > text.size()) return out.append(text);
        out += text.substr(0, at);
        unsigned code = 0;
        auto digits = text.substr(at + 2, 4);
        auto [end, error] = std::from_chars(digits.data(), digits.data() + 4, code, 16);
        auto is_code = error == std::errc{} && end == digits.data() + 4 && text[at + 6] == '_';
        if (is_code && (code == '\n' || code == '\t' || (code >= ' ' && code < 0x7F))) out += char(code);
        else if (!is_code) out += "_x";
        text.remove_prefix(at + (is_code ? 7 : 2));
    }
    return out;
}

SharedTexts shared_texts_of(const ZipReader& zip, const Workbook& workbook, std::uint64_t bytes_most) {
    SharedTexts texts;
    auto part = relation(workbook.relations, &Relation::kind, "sharedStrings");
    auto entry = part ? zip.find(part->target) : nullptr;
    if (!entry) return texts;
    std::string one;
    bool in_text = false;
    int phonetic = 0;    // how to read the signs above it: no part of the text
    Handlers handlers;
    handlers.begins = [&](std::string_view name, const Attributes&) {
        if (name == "rPh") ++phonetic;
        if (name == "t") in_text = phonetic == 0;
        if (name == "si") one.clear();
    };
    handlers.ends = [&](std::string_view name) {
        if (name == "rPh") --phonetic;
        if (name == "t") in_text = false;
        if (name != "si") return;
        if (texts.ends.size() >= shared_texts_most) throw XlsxError{XlsxFault::too_large};
        texts.all += unescaped(one);
        texts.ends.push_back(texts.all.size());
    };
    handlers.text = [&](std::string_view text) {
        if (in_text && one.size() + text.size() <= cell_bytes_most) one += text;
    };
    parse(zip, *entry, bytes_most, std::move(handlers));
    return texts;
}

// BC12: column and row, both counted from 1; nothing for anything else.
struct Reference {
    std::uint64_t column = 0, row = 0;
};
std::optional<Reference> reference_of(std::string_view text) {
    Reference at;
    std::size_t letters = 0;
    while (letters < text.size() && letters < 4 && text[letters] >= 'A' && text[letters] <= 'Z')
        at.column = at.column * 26 + std::uint64_t(text[letters++] - 'A' + 1);
    auto row = whole(text.substr(letters));
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
    Workbook workbook;
    std::vector<std::string> names{};
    std::vector<Shown> styles;
    SharedTexts shared;
    std::optional<ZipPieces> pieces{};
    std::optional<Parser> parser{};
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

    void open_sheet() {
        auto sheet = std::ranges::find_if(workbook.sheets, [&](auto& one) {
            auto part = relation(workbook.relations, &Relation::id, one.relation);
            return options.sheet.empty() ? part && part->kind == "worksheet" : one.name == options.sheet;
        });
        auto part =
            sheet == workbook.sheets.end() ? nullptr : relation(workbook.relations, &Relation::id, sheet->relation);
        auto entry = part ? zip.find(part->target) : nullptr;
        if (!entry) throw XlsxError{XlsxFault::no_sheet, {options.sheet}};
        pieces.emplace(zip, *entry, options.sheet_bytes_most);
        Handlers handlers;
        handlers.begins = [this](std::string_view name, const Attributes& has) { begins(name, has); };
        handlers.ends = [this](std::string_view name) { ends(name); };
        handlers.text = [this](std::string_view text) {
            if (in_value && value.size() + text.size() <= cell_bytes_most) value += text;
        };
        parser.emplace(std::move(handlers));
    }

    void begins(std::string_view name, const Attributes& has) {
        if (name == "row") begin_row(has);
        else if (name == "c") begin_cell(has);
        else if (name == "rPh") ++phonetic;
        else if (in_cell && (name == "v" || name == "t")) in_value = phonetic == 0;
    }

    void begin_row(const Attributes& has) {
        auto number = has["r"].empty() ? row_number + 1 : whole(has["r"]).value_or(0);
        if (number <= row_number) throw XlsxError{XlsxFault::broken};    // rows stand in their order
        row_number = number, column = 0;
        if (row_number > options.rows_most)
            throw XlsxError{XlsxFault::too_many_rows, {std::to_string(options.rows_most)}};
        row = {row_number, {}};
    }

    void begin_cell(const Attributes& has) {
        auto before = column;
        if (has["r"].empty()) ++column;
        else column = reference_of(has["r"]).value_or(Reference{}).column;
        if (column <= before) throw XlsxError{XlsxFault::broken};
        if (column > options.columns_most)
            throw XlsxError{XlsxFault::too_many_columns, {std::to_string(options.columns_most)}};
        kind = has["t"], style = whole(has["s"]).value_or(0);
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
            auto number = whole(value);
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
        auto shown = style < styles.size() ? styles[style] : Shown::number;
        auto day = shown == Shown::number ? std::nullopt : day_of_serial(number, workbook.since_1904);
        cell.kind = XlsxCell::number, cell.value = number_as_text(number);
        if (!day) return;
        cell.kind = shown == Shown::day ? XlsxCell::date : XlsxCell::moment;
        cell.value = to_iso(*day);
        if (shown == Shown::day) return;
        auto minutes = std::min<int>(int((number - std::floor(number)) * 1440 + 0.5), 1439);
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
