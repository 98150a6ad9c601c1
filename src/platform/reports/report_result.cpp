// Reads a list once, keeps what its conditions let through, and puts it in groups and order.
#include "platform/reports/report_result.hpp"

#include "platform/base/parts.hpp"
#include "platform/i18n/sort_key.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

namespace reports {

namespace {

const std::string* text_in(const Value& value) {
    if (auto text = std::get_if<std::string>(&value)) return text;
    if (auto link = std::get_if<Link>(&value)) return &link->text;
    return nullptr;
}

bool is_missing(const Value& value) {
    if (auto text = text_in(value)) return text->empty();
    if (auto codes = std::get_if<Codes>(&value)) return codes->empty();
    return std::holds_alternative<std::monostate>(value);
}

// --- conditions ------------------------------------------------------------------------------------------------------

// A condition with what was typed read once.
struct Test {
    std::size_t column{};
    Kind kind{};
    std::string how{};
    std::vector<std::string> values{};
    std::optional<std::int64_t> from{}, to{};    // days since 1970, millionths or haléře

    bool holds(const Value& value) const;

private:
    bool holds_of_text(const std::string&) const;
};

std::optional<std::int64_t> counted(const Value& value) {
    if (auto number = std::get_if<Number>(&value)) return number->millionths;
    if (auto money = std::get_if<Money>(&value)) return money->halere;
    if (auto day = std::get_if<Date>(&value)) return day->time_since_epoch().count();
    return {};
}

std::optional<std::int64_t> typed_bound(Kind kind, const std::string& typed) {
    if (typed.empty()) return {};
    if (kind == Kind::date) {
        auto day = parse_date(typed);
        return day ? counted(*day) : std::nullopt;
    }
    if (kind == Kind::money) {
        auto money = parse_money(typed);
        return money ? counted(*money) : std::nullopt;
    }
    auto number = parse_decimal(typed);
    return number ? counted(Number::of(*number)) : std::nullopt;
}

Test test_of(const Condition& one, std::size_t column, Kind kind, Date today) {
    Test test{column, kind, one.how, one.values};
    if (one.how == "obsahuje")
        for (auto& value : test.values) value = search::fold(value);
    if (one.how == "rozmezi") test.from = typed_bound(kind, one.from), test.to = typed_bound(kind, one.to);
    std::int64_t days = 0;
    std::from_chars(one.days.data(), one.days.data() + one.days.size(), days);
    auto now = today.time_since_epoch().count();
    if (one.how == "starsi") test.to = now - days - 1;
    if (one.how == "poslednich") test.from = now - days, test.to = now;
    if (one.how == "pristich") test.from = now, test.to = now + days;
    return test;
}

// A group's text may be longer than an address keeps of it.
bool is_same(const std::string& text, const std::string& value) {
    auto trimmed = text::trimmed(text);
    return trimmed == value || (value.size() > 190 && trimmed.starts_with(value));
}

bool Test::holds_of_text(const std::string& text) const {
    if (how == "je") return std::ranges::any_of(values, [&](auto& value) { return is_same(text, value); });
    auto folded = search::fold(text);
    return std::ranges::any_of(values, [&](auto& value) { return folded.find(value) != folded.npos; });
}

bool Test::holds(const Value& value) const {
    bool missing = is_missing(value);
    if (how == "prazdne") return missing;
    if (how == "vyplnene") return !missing;
    if (missing) return how == "starsi" || how == "zadny";
    if (auto text = text_in(value)) return holds_of_text(*text);
    if (auto yes = std::get_if<bool>(&value)) return std::ranges::count(values, *yes ? "ano" : "ne") > 0;
    if (auto codes = std::get_if<Codes>(&value)) {
        bool one = std::ranges::any_of(*codes, [&](auto& code) { return std::ranges::count(values, code) > 0; });
        return one == (how == "jeden");
    }
    auto number = *counted(value);
    return (!from || *from <= number) && (!to || number <= *to);
}

// --- groups ----------------------------------------------------------------------------------------------------------

std::string plain_decimal(std::int64_t number, std::int64_t one) {
    auto text = std::to_string(std::abs(number) / one);
    if (auto rest = std::abs(number) % one) {
        auto places = std::to_string(one + rest).substr(1);
        text += "," + places.substr(0, places.find_last_not_of('0') + 1);
    }
    return (number < 0 ? "-" : "") + text;
}

// What a value is grouped by; several for several codes, an empty one where nothing stands.
void group_ids(const Value& value, std::vector<std::string>& ids) {
    ids.clear();
    if (is_missing(value)) ids.emplace_back();
    else if (auto text = text_in(value)) ids.emplace_back(text::trimmed(*text));
    else if (auto codes = std::get_if<Codes>(&value)) ids = *codes;
    else if (auto day = std::get_if<Date>(&value)) ids.push_back(std::to_string(year_of(*day)));
    else if (auto number = std::get_if<Number>(&value)) ids.push_back(plain_decimal(number->millionths, 1'000'000));
    else if (auto money = std::get_if<Money>(&value)) ids.push_back(plain_decimal(money->halere, 100));
    else ids.emplace_back(std::get<bool>(value) ? "ano" : "ne");
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

// One level of groups while it is filled.
struct Level {
    const Column& column;
    std::size_t position;    // of its value in the kept rows
    std::unordered_map<std::string, std::size_t> found{};
};

Group& group_named(std::vector<Group>& groups, std::unordered_map<std::string, std::size_t>& found,
                   const std::string& id, const std::string& key) {
    auto [at, fresh] = found.try_emplace(key, groups.size());
    if (fresh) groups.emplace_back(), groups.back().id = id, groups.back().missing = id.empty();
    return groups[at->second];
}

// Numbers that a sum may follow: where they stand in kept rows, and where the unit that they belong to does.
struct Counted {
    std::size_t position;
    std::optional<std::size_t> within{};
};

void add_to(std::vector<Sum>& sums, const std::vector<Counted>& numbers, const Row& row,
            std::vector<std::string>& scratch) {
    sums.resize(numbers.size());
    for (std::size_t n = 0; n < numbers.size(); ++n) {
        auto number = counted(row[numbers[n].position]);
        if (!number) continue;
        auto& sum = sums[n];
        if (numbers[n].within) {
            group_ids(row[*numbers[n].within], scratch);
            if (sum.count == 0) sum.within = scratch.front();
            else if (sum.within != scratch.front() || scratch.size() > 1) sum.mixed = true;
        }
        sum.total += *number, ++sum.count;
    }
}

// Codes stand in the order of their list, other things as Czech orders them, years and numbers as they grow; what is
// missing comes last.
void put_groups_in_order(std::vector<Group>& groups, const Column& column, bool by_count) {
    struct Place {
        std::size_t at{};
        std::int64_t first{};
        db::Bytes then{};
    };
    std::vector<Place> places;
    for (std::size_t n = 0; n < groups.size(); ++n) {
        Place place{n};
        auto& id = groups[n].id;
        if (by_count) place.first = -groups[n].count;
        else if (groups[n].missing) place.first = INT64_MAX;
        else if (column.kind == Kind::code)
            place.first = std::ranges::find(column.codes, id, &Code::code) - column.codes.begin();
        else if (column.kind == Kind::date || adds_up(column.kind))
            place.first = typed_bound(column.kind == Kind::date ? Kind::number : column.kind, id).value_or(0);
        place.then = i18n::sort_key(groups[n].label);
        places.push_back(std::move(place));
    }
    std::ranges::sort(
        places, [](auto& a, auto& b) { return std::tie(a.first, a.then, a.at) < std::tie(b.first, b.then, b.at); });
    std::vector<Group> sorted;
    for (auto& place : places) sorted.push_back(std::move(groups[place.at]));
    groups = std::move(sorted);
}

std::string label_of(const Column& column, const std::string& id) {
    return column.kind == Kind::code ? name_of_code(column, id) : id;
}

// --- order of rows ---------------------------------------------------------------------------------------------------

struct SortKey {
    bool missing{};
    std::int64_t number{};
    db::Bytes text{};
    std::size_t at{};
};

SortKey sort_key_of(const Value& value, const Column& column, std::size_t at) {
    SortKey key{is_missing(value), 0, {}, at};
    if (key.missing) return key;
    if (auto text = text_in(value)) key.text = i18n::sort_key(*text);
    else if (auto codes = std::get_if<Codes>(&value))
        key.number = std::ranges::find(column.codes, codes->front(), &Code::code) - column.codes.begin();
    else if (auto yes = std::get_if<bool>(&value)) key.number = !*yes;
    else key.number = *counted(value);
    return key;
}

void put_rows_in_order(std::vector<Row>& rows, std::size_t position, const Column& column, bool down) {
    std::vector<SortKey> keys;
    keys.reserve(rows.size());
    for (std::size_t n = 0; n < rows.size(); ++n) keys.push_back(sort_key_of(rows[n][position], column, n));
    std::ranges::sort(keys, [&](auto& a, auto& b) {
        if (a.missing != b.missing) return b.missing;    // what is missing comes last, whichever way
        auto order = std::tie(a.number, a.text) <=> std::tie(b.number, b.text);
        if (order != 0) return down ? order > 0 : order < 0;
        return a.at < b.at;
    });
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (auto& key : keys) sorted.push_back(std::move(rows[key.at]));
    rows = std::move(sorted);
}

// --- reading ---------------------------------------------------------------------------------------------------------

// Which columns are read, and which of them rows keep.
struct Needs {
    Wanted wanted;
    std::vector<std::size_t> kept{};

    Needs(const List& list) : wanted{list.columns, std::vector<bool>(list.columns.size())} {}
    void read(std::size_t column) { wanted.those[column] = true; }
    void keep(std::size_t column) {
        read(column);
        if (!std::ranges::count(kept, column)) kept.push_back(column);
    }
    std::size_t position(std::size_t column) const {
        return std::size_t(std::ranges::find(kept, column) - kept.begin());
    }
};

bool keeps_rows(const Question& question, bool with_rows) {
    return question.groups.empty() || question.rows || with_rows;
}

Needs needs_of(const List& list, const Question& question, const std::vector<std::size_t>& numbers, bool with_rows) {
    Needs needs{list};
    for (auto& one : question.conditions)
        if (!one.says_nothing()) needs.read(position_of(list, one.column));
    if (keeps_rows(question, with_rows)) {
        for (auto& key : question.columns) needs.keep(position_of(list, key));
        if (column_of(list, question.sort)) needs.keep(position_of(list, question.sort));
    }
    for (auto& key : question.groups) needs.keep(position_of(list, key));
    for (auto number : numbers) {
        needs.keep(number);
        if (auto& within = list.columns[number].within; !within.empty()) needs.keep(position_of(list, within));
    }
    return needs;
}

std::vector<std::size_t> numbers_of(const List& list, const Question& question) {
    std::vector<std::size_t> numbers;
    auto add = [&](const std::string& key) {
        auto at = position_of(list, key);
        if (at < list.columns.size() && adds_up(list.columns[at].kind) && !std::ranges::count(numbers, at))
            numbers.push_back(at);
    };
    for (auto& key : question.columns) add(key);
    add(question.chart);
    return numbers;
}

void read_rows(const List& list, const Question& question, Date today, const Needs& needs, Result& result) {
    std::vector<Test> tests;
    for (auto& one : question.conditions)
        if (!one.says_nothing()) {
            auto at = position_of(list, one.column);
            tests.push_back(test_of(one, at, list.columns[at].kind, today));
        }
    list.read(needs.wanted, [&](Row& row) {
        for (auto& test : tests)
            if (!test.holds(row[test.column])) return true;
        if (result.rows.size() == rows_most) return result.cut = true, false;
        auto& kept = result.rows.emplace_back();
        kept.reserve(needs.kept.size());
        for (auto column : needs.kept) kept.push_back(std::move(row[column]));
        return true;
    });
}

void put_in_groups(const List& list, const Question& question, const Needs& needs, const std::vector<Counted>& numbers,
                   Result& result) {
    std::vector<Level> levels;
    for (auto& key : question.groups) {
        auto at = position_of(list, key);
        levels.push_back({list.columns[at], needs.position(at)});
    }
    std::vector<std::string> outer, inner, scratch;
    auto count = [&](Group& group, const Row& row, std::size_t at) {
        ++group.count;
        add_to(group.sums, numbers, row, scratch);
        if (question.rows) group.rows.push_back(at);
    };
    for (std::size_t at = 0; at < result.rows.size(); ++at) {
        auto& row = result.rows[at];
        if (levels.empty()) continue;
        group_ids(row[levels[0].position], outer);
        if (outer.size() > 1) result.several_groups = true;
        if (levels.size() > 1) group_ids(row[levels[1].position], inner);
        for (auto& id : outer) {
            auto& group = group_named(result.groups, levels[0].found, id, id);
            count(group, row, at);
            if (levels.size() < 2) continue;
            if (inner.size() > 1) result.several_groups = true;
            for (auto& inner_id : inner) {
                auto both = id;
                both.append("\n").append(inner_id);
                count(group_named(group.inner, levels[1].found, inner_id, both), row, at);
            }
        }
    }
    bool by_count = question.sort == "pocet";
    auto name_and_order = [&](std::vector<Group>& groups, const Column& column) {
        for (auto& group : groups) group.label = group.missing ? "" : label_of(column, group.id);
        put_groups_in_order(groups, column, by_count);
    };
    if (levels.size() > 1)
        for (auto& group : result.groups) name_and_order(group.inner, levels[1].column);
    if (!levels.empty()) name_and_order(result.groups, levels[0].column);
}

}

std::optional<Value> Sum::shown(Kind kind, bool average) const {
    if (count == 0 || mixed) return {};
    if (!average) return kind == Kind::money ? Value{Money{total}} : Value{Number{total}};
    if (kind == Kind::money) return Money{std::llround(double(total) / double(count))};
    return Number{std::llround(double(total) / double(count) / 10'000) * 10'000};    // hundredths
}

const Value& Result::value(const Row& row, std::size_t column) const {
    static const Value nothing;
    auto at = std::size_t(std::ranges::find(columns, column) - columns.begin());
    return at < row.size() ? row[at] : nothing;
}

Result evaluate(const List& list, const Question& question, Date today, bool with_rows) {
    Result result;
    result.numbers = numbers_of(list, question);
    auto needs = needs_of(list, question, result.numbers, with_rows);
    result.columns = needs.kept;
    read_rows(list, question, today, needs, result);
    if (auto column = column_of(list, question.sort); column && keeps_rows(question, with_rows))
        put_rows_in_order(result.rows, needs.position(position_of(list, question.sort)), *column, question.down);
    std::vector<Counted> numbers;
    for (auto number : result.numbers) {
        Counted one{needs.position(number)};
        if (auto& within = list.columns[number].within; !within.empty())
            one.within = needs.position(position_of(list, within));
        numbers.push_back(one);
    }
    std::vector<std::string> scratch;
    result.all.count = std::int64_t(result.rows.size());
    result.all.sums.resize(numbers.size());
    for (auto& row : result.rows) add_to(result.all.sums, numbers, row, scratch);
    put_in_groups(list, question, needs, numbers, result);
    return result;
}

std::string name_of_code(const Column& column, const std::string& code) {
    auto found = std::ranges::find(column.codes, code, &Code::code);
    return found == column.codes.end() ? code : found->name;
}

std::string words(const Value& value, const Column& column, const i18n::Texts& texts) {
    if (auto text = text_in(value)) return *text;
    if (auto number = std::get_if<Number>(&value)) return to_czech(number->decimal());
    if (auto money = std::get_if<Money>(&value)) return to_czech(*money);
    if (auto day = std::get_if<Date>(&value)) return to_czech(*day);
    if (auto yes = std::get_if<bool>(&value)) return texts.text(*yes ? "form.yes" : "form.no");
    if (auto codes = std::get_if<Codes>(&value)) {
        std::vector<std::string> names;
        for (auto& code : *codes) names.push_back(name_of_code(column, code));
        return text::joined(names);
    }
    return {};
}

}
