// What a report asks: which columns of a list, under which conditions, in which groups and order.  It lives in the
// address of the page, so it can be sent as a link, kept, and gone back to.
#pragma once

#include "platform/html/field.hpp"
#include "platform/http/values.hpp"
#include "platform/reports/report_source.hpp"

namespace reports {

inline constexpr std::size_t conditions_most = 10, groups_most = 2;
inline constexpr std::size_t question_bytes_most = 3'000;    // an address holds 4 096

struct Condition {
    std::string column{};
    std::string how{};                    // one of hows_of() its kind
    std::vector<std::string> values{};    // a text, codes, ano or ne
    std::string from{}, to{};             // of numbers, money and days, as typed
    std::string days{};                   // of days that are counted from today

    bool says_nothing() const;    // it was added and not filled in
};

// obsahuje, je, jeden, zadny, rozmezi, starsi, poslednich, pristich, prazdne, vyplnene: the first is the usual one.
std::vector<std::string> hows_of(Kind);

struct Question {
    std::string source{};
    std::vector<std::string> columns{};    // in their order
    std::vector<Condition> conditions{};
    std::vector<std::string> groups{};
    std::string sort{};       // a column; pocet: by the count of each group
    bool down = false;        // from the highest
    std::string numbers{};    // prumer: averages instead of sums
    std::string chart{};      // the number that the picture shows; nothing: how many rows
    bool rows = false;        // rows under their groups

    static Question read(const http::Values&);
    static Question parse(std::string_view text);         // of text()
    static Question usual(const Source&, const List&);    // of a new report
    std::string text() const;                             // seznam=sluzby&sloupec=nazev…
    bool averages() const { return numbers == "prumer"; }
    bool too_long() const { return text().size() > question_bytes_most || conditions.size() > conditions_most; }
};

// Columns that the list no longer has are left out; answers their keys.
std::vector<std::string> fit(Question&, const List&);

// What cannot be read in the conditions: the field and why.
std::vector<html::Problem> problems_of(const Question&, const List&);

// The buttons of the builder, which work without a script: a column moved, a condition added or taken away.  The part
// of the page that was changed, or nothing where no such button was pressed.
std::optional<std::string> press(Question&, const http::Values& asked, const List&);

const Column* column_of(const List&, std::string_view key);
std::size_t position_of(const List&, std::string_view key);    // the number of columns where there is none
bool adds_up(Kind);                                            // numbers and money

// A condition that finds the rows of one group.
Condition condition_of_group(const Column&, const std::string& group, bool missing);

}
