// What a question finds: rows in their order, groups with counts and sums.
#pragma once

#include "platform/reports/report_question.hpp"

namespace reports {

inline constexpr std::size_t rows_most = 100'000;    // of one report; a longer list is cut, and that is said

// Of one column of numbers over some rows.
struct Sum {
    std::int64_t total = 0;    // millionths or haléře
    std::int64_t count = 0;    // rows that have a number
    std::string within{};      // the unit that all of them share
    bool mixed = false;        // they do not share it: nothing to add up

    std::optional<Value> shown(Kind, bool average) const;    // nothing where there is no number or it means nothing
};

struct Group {
    std::string id{};    // a code, a text, a year; what condition_of_group takes
    bool missing = false;
    std::string label{};    // empty where it is missing
    std::int64_t count = 0;
    std::vector<Sum> sums{};            // of each column of numbers
    std::vector<std::size_t> rows{};    // only where they are shown
    std::vector<Group> inner{};
};

struct Result {
    std::vector<std::size_t> columns{};    // of the list: those that were kept in rows
    std::vector<Row> rows{};               // in order
    std::vector<std::size_t> numbers{};    // of the list: chosen columns that are counted, in their order
    std::vector<Group> groups{};
    Group all{};                    // over everything that was found, each row once
    bool several_groups = false;    // a row may stand in several groups, so counts do not add up to the whole
    bool cut = false;

    const Value& value(const Row&, std::size_t column) const;    // of the list
    const std::vector<Sum>& sums() const { return all.sums; }
};

// `with_rows`: they are wanted though the question shows groups only.
Result evaluate(const List&, const Question&, Date today, bool with_rows = false);

// A value for people: names of codes, days, numbers as Czech writes them; yes and no in the reader's language.
std::string words(const Value&, const Column&, const i18n::Texts&);
std::string name_of_code(const Column&, const std::string& code);

}
