// A list that reports may ask: its columns, and its rows for one person.  Capabilities offer them.
#pragma once

#include "platform/auth/user.hpp"
#include "platform/base/money.hpp"
#include "platform/base/number.hpp"
#include "platform/db/session.hpp"
#include "platform/i18n/texts.hpp"

#include <functional>
#include <memory>
#include <variant>

namespace reports {

enum class Kind { text, number, money, date, code, yes_no, link };

// Whole millionths, so that sums of 2,5 and 0,25 are exact.
struct Number {
    std::int64_t millionths{};

    static Number of(std::int64_t whole) { return {whole * 1'000'000}; }
    static Number of(const Decimal& number) { return {number.in_units_of(6)}; }
    Decimal decimal() const { return Decimal{millionths, 6}; }
    auto operator<=>(const Number&) const = default;
};

struct Link {
    std::string text, href;
};

using Codes = std::vector<std::string>;    // a service has several forms

// Nothing, or what the column's kind says: text, number, money, date, code, yes_no, link.
using Value = std::variant<std::monostate, std::string, Number, Money, Date, Codes, bool, Link>;
using Row = std::vector<Value>;    // a value for each column, in their order; only wanted ones are filled

inline Value text_value(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
template <class Of>
Value value_of(const std::optional<Of>& value) {
    if (!value) return {};
    if constexpr (std::integral<Of>) return Number::of(*value);
    else return *value;
}
inline Value code_value(std::string code) { return code.empty() ? Value{} : Value{Codes{std::move(code)}}; }

struct Code {
    std::string code, name;
};

struct Column {
    std::string key{};      // in addresses and saved reports; it stays for ever
    std::string title{};    // in the reader's language
    Kind kind = Kind::text;
    bool usual = false;           // chosen in a new report
    std::string within{};         // of numbers: added up only where this column is one and the same (a unit)
    std::vector<Code> codes{};    // of codes: all that may stand there, in their order
};

// Which columns a report needs: a source reads nothing for the others.
struct Wanted {
    const std::vector<Column>& columns;
    std::vector<bool> those;
    bool operator()(std::string_view key) const {
        for (std::size_t n = 0; n < columns.size(); ++n)
            if (columns[n].key == key) return those[n];
        return false;
    }
};

// Takes a row; false: it has enough.
using TakeRow = std::function<bool(Row&)>;

// A list opened for one person: nothing in it is more than they may see.
struct List {
    std::vector<Column> columns{};
    std::function<void(const Wanted&, const TakeRow&)> read{};
};

// For whom, when and in which language a list is opened.
struct Reading {
    db::Session& db;
    const User& user;
    const i18n::Texts& texts;
    Date today;
    Instant now;
};

struct Source {
    std::string key{};      // in addresses: sluzby
    std::string title{};    // text keys
    std::string hint{};
    std::function<bool(const User&)> allowed{};
    std::function<List(const Reading&)> open{};
};

// A report that comes with the program.
struct ReadyReport {
    std::string title_cs{}, title_en{}, about_cs{}, about_en{};
    std::string source{}, question{};    // as the address of the builder writes it

    const std::string& title(const std::string& language) const { return language == "en" ? title_en : title_cs; }
    const std::string& about(const std::string& language) const { return language == "en" ? about_en : about_cs; }
};

struct Sources {
    std::vector<Source> all{};
    std::vector<ReadyReport> ready{};

    // Nothing where there is no such list, or the person may not use it.
    const Source* find(std::string_view key, const User& user) const {
        for (auto& source : all)
            if (source.key == key) return source.allowed(user) ? &source : nullptr;
        return nullptr;
    }
};

// --- for sources: columns that are read from a record
// -----------------------------------------------------------------

template <class Record>
struct ColumnOf {
    Column column;
    std::function<Value(const Record&)> value;
};

template <class Record>
List list_of(std::vector<ColumnOf<Record>> columns,
             std::function<void(const Wanted&, const std::function<bool(const Record&)>&)> records) {
    List list;
    for (auto& one : columns) list.columns.push_back(one.column);
    list.read = [columns = std::move(columns), records = std::move(records)](const Wanted& wanted,
                                                                             const TakeRow& take) {
        Row row(columns.size());
        records(wanted, [&](const Record& record) {
            for (std::size_t n = 0; n < columns.size(); ++n)
                if (wanted.those[n]) row[n] = columns[n].value(record);
            return take(row);
        });
    };
    return list;
}

}
