// Reads questions from addresses and writes them back, always in the same way.
#include "platform/reports/report_question.hpp"

#include "platform/base/parts.hpp"
#include "platform/http/urlencoded.hpp"

#include <algorithm>
#include <charconv>

namespace reports {

namespace {

constexpr std::size_t value_bytes_most = 200, values_most = 40, columns_most = 60;

std::string short_value(std::string_view typed) {
    auto text = std::string{text::trimmed(typed)};
    if (text.size() <= value_bytes_most) return text;
    auto end = value_bytes_most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;    // whole letters
    return text.substr(0, end);
}

void add_once(std::vector<std::string>& keys, const std::string& key, std::size_t most) {
    if (!key.empty() && key.size() <= 60 && keys.size() < most && !std::ranges::count(keys, key)) keys.push_back(key);
}

std::optional<std::int64_t> days_in(const std::string& typed) {
    std::int64_t days = 0;
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), days);
    bool whole = error == std::errc{} && end == typed.data() + typed.size();
    return whole && days >= 0 && days <= 36'500 ? std::optional{days} : std::nullopt;
}

bool counts_days(const std::string& how) { return how == "starsi" || how == "poslednich" || how == "pristich"; }
bool asks_nothing(const std::string& how) { return how == "prazdne" || how == "vyplnene"; }

// What a kind of condition does not use is not kept.
void keep_what_is_used(Condition& one) {
    if (one.how != "rozmezi") one.from.clear(), one.to.clear();
    if (!counts_days(one.how)) one.days.clear();
    if (one.how == "rozmezi" || counts_days(one.how) || asks_nothing(one.how)) one.values.clear();
}

}

bool Condition::says_nothing() const {
    if (asks_nothing(how)) return false;
    if (how == "rozmezi") return from.empty() && to.empty();
    return counts_days(how) ? days.empty() : values.empty();
}

std::vector<std::string> hows_of(Kind kind) {
    switch (kind) {
    case Kind::text:
    case Kind::link: return {"obsahuje", "je", "prazdne", "vyplnene"};
    case Kind::number:
    case Kind::money: return {"rozmezi", "prazdne", "vyplnene"};
    case Kind::date: return {"rozmezi", "starsi", "poslednich", "pristich", "prazdne", "vyplnene"};
    case Kind::code: return {"jeden", "zadny", "prazdne", "vyplnene"};
    case Kind::yes_no: return {"je", "prazdne", "vyplnene"};
    }
    return {};
}

bool adds_up(Kind kind) { return kind == Kind::number || kind == Kind::money; }

const Column* column_of(const List& list, std::string_view key) {
    auto at = position_of(list, key);
    return at < list.columns.size() ? &list.columns[at] : nullptr;
}

std::size_t position_of(const List& list, std::string_view key) {
    return std::size_t(std::ranges::find(list.columns, key, &Column::key) - list.columns.begin());
}

Question Question::read(const http::Values& asked) {
    Question question;
    question.source = asked.first("seznam");
    for (auto& key : asked.all("sloupec")) add_once(question.columns, key, columns_most);
    for (std::size_t n = 1; n <= conditions_most + 1; ++n) {
        auto name = "p" + std::to_string(n);
        Condition one{asked.first(name), asked.first(name + ".jak")};
        if (one.column.empty() || one.column.size() > 60) continue;
        for (auto& value : asked.all(name + ".h"))
            if (auto kept = short_value(value); !kept.empty() && one.values.size() < values_most)
                one.values.push_back(kept);
        one.from = short_value(asked.first(name + ".od")), one.to = short_value(asked.first(name + ".do"));
        one.days = short_value(asked.first(name + ".dni"));
        question.conditions.push_back(std::move(one));
    }
    for (auto name : {"skupina", "skupina2"}) add_once(question.groups, asked.first(name), groups_most);
    question.sort = asked.first("razeni");
    question.down = asked.first("smer") == "dolu";
    if (asked.first("cisla") == "prumer") question.numbers = "prumer";
    question.chart = asked.first("graf");
    question.rows = asked.first("radky") == "ano";
    return question;
}

Question Question::parse(std::string_view text) {
    if (text.size() > 4 * question_bytes_most) return {};
    return read(http::Values{http::parse_urlencoded(text).fields});
}

Question Question::usual(const Source& source, const List& list) {
    Question question;
    question.source = source.key;
    for (auto& column : list.columns)
        if (column.usual) question.columns.push_back(column.key);
    return question;
}

std::string Question::text() const {
    std::string text;
    auto add = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) text += (text.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    };
    add("seznam", source);
    for (auto& column : columns) add("sloupec", column);
    for (std::size_t n = 0; n < conditions.size(); ++n) {
        auto& one = conditions[n];
        auto name = "p" + std::to_string(n + 1);
        add(name, one.column), add(name + ".jak", one.how);
        for (auto& value : one.values) add(name + ".h", value);
        add(name + ".od", one.from), add(name + ".do", one.to), add(name + ".dni", one.days);
    }
    if (!groups.empty()) add("skupina", groups[0]);
    if (groups.size() > 1) add("skupina2", groups[1]);
    add("razeni", sort), add("smer", down && !sort.empty() ? "dolu" : "");
    add("cisla", numbers), add("graf", chart), add("radky", rows && !groups.empty() ? "ano" : "");
    return text;
}

std::vector<std::string> fit(Question& question, const List& list) {
    std::vector<std::string> unknown;
    auto is_unknown = [&](const std::string& key) {
        if (column_of(list, key)) return false;
        if (!std::ranges::count(unknown, key)) unknown.push_back(key);
        return true;
    };
    std::erase_if(question.columns, is_unknown);
    std::erase_if(question.conditions, [&](auto& one) { return is_unknown(one.column); });
    std::erase_if(question.groups, is_unknown);
    for (auto& one : question.conditions) {
        auto hows = hows_of(column_of(list, one.column)->kind);
        if (!std::ranges::count(hows, one.how)) one.how = hows.front();
        keep_what_is_used(one);
    }
    bool by_count = question.sort == "pocet" && !question.groups.empty() && !column_of(list, "pocet");
    if (!question.sort.empty() && !by_count && is_unknown(question.sort)) question.sort.clear();
    auto chart = column_of(list, question.chart);
    if (!chart || !adds_up(chart->kind) || question.groups.empty()) question.chart.clear();
    if (question.groups.empty()) question.numbers.clear(), question.rows = false;
    if (question.columns.empty()) question.rows = false;
    std::erase(unknown, "pocet");
    return unknown;
}

std::vector<html::Problem> problems_of(const Question& question, const List& list) {
    std::vector<html::Problem> problems;
    for (std::size_t n = 0; n < question.conditions.size(); ++n) {
        auto& one = question.conditions[n];
        auto name = "p" + std::to_string(n + 1);
        auto kind = column_of(list, one.column)->kind;
        auto unreadable = [&](const std::string& typed) {
            if (typed.empty()) return false;
            if (kind == Kind::date) return !parse_date(typed);
            return kind == Kind::money ? !parse_money(typed) : !parse_decimal(typed);
        };
        auto text = kind == Kind::date    ? "reports.condition.no_date"
                    : kind == Kind::money ? "reports.condition.no_money"
                                          : "reports.condition.no_number";
        if (unreadable(one.from)) problems.push_back({name + ".od", text});
        if (unreadable(one.to)) problems.push_back({name + ".do", text});
        if (!one.days.empty() && !days_in(one.days)) problems.push_back({name + ".dni", "reports.condition.no_days"});
    }
    if (question.too_long()) problems.push_back({"podminky", "reports.too_long"});
    return problems;
}

namespace {

void move_column(std::vector<std::string>& columns, const std::string& how, const std::string& key) {
    auto found = std::ranges::find(columns, key);
    if (found == columns.end()) return;
    if (how == "nahoru" && found != columns.begin()) std::iter_swap(found, found - 1);
    if (how == "dolu" && found + 1 != columns.end()) std::iter_swap(found, found + 1);
}

}

std::optional<std::string> press(Question& question, const http::Values& asked, const List& list) {
    if (auto move = asked.first("posun"); !move.empty()) {
        auto dot = move.find('.');
        if (dot != move.npos) move_column(question.columns, move.substr(0, dot), move.substr(dot + 1));
        return "sloupce";
    }
    if (asked.has("pridat")) {
        auto column = column_of(list, asked.first("nova"));
        if (column && question.conditions.size() < conditions_most)
            question.conditions.push_back({column->key, hows_of(column->kind).front()});
        return "podminky";
    }
    if (auto which = asked.first("odebrat"); !which.empty()) {
        if (auto at = days_in(which); at && *at >= 1 && std::size_t(*at) <= question.conditions.size())
            question.conditions.erase(question.conditions.begin() + (*at - 1));
        return "podminky";
    }
    return {};
}

Condition condition_of_group(const Column& column, const std::string& group, bool missing) {
    Condition one{column.key};
    if (missing) return one.how = "prazdne", one;
    switch (column.kind) {
    case Kind::code: one.how = "jeden", one.values = {group}; break;
    case Kind::date: one.how = "rozmezi", one.from = group + "-01-01", one.to = group + "-12-31"; break;
    case Kind::number:
    case Kind::money: one.how = "rozmezi", one.from = one.to = group; break;
    default: one.how = "je", one.values = {group};
    }
    return one;
}

}
