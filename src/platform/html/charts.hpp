// Figures drawn on the server as SVG, each with its numbers in words.
#pragma once

#include "platform/html/table.hpp"

#include <array>

namespace html {

// How much of a whole is taken.
struct Bar {
    std::string text;    // states the finding: obsazeno 17 z 20 míst
    std::int64_t taken, whole;

    std::string percent() const;    // 85 or 8.3, never over 100
    void write(Out&) const;
};

// The districts of a region as equal cells, more is stronger.  Rows and columns are those of a honeycomb: a column is
// half a cell wide, the cells of every other row stand between those above.
struct HexCell {
    std::string name;
    std::string short_name;    // at most about 10 letters; nothing when the name is short itself
    std::string href;
    int row, column;
    std::optional<std::int64_t> value;    // nothing is not zero
    bool chosen{};

    const std::string& shown_name() const { return short_name.empty() ? name : short_name; }
    double x() const, y() const;    // of the middle
    std::string points() const;
    static std::string number(double);    // as SVG writes it, one decimal; not below zero
};

// A line of the legend.
struct HexClass {
    std::string css_class, text;    // q2, 5–8
};

struct HexMap {
    std::string text;    // what the map tells, for those who do not see it
    std::string caption;
    std::string label;    // of the column of values in the table
    std::vector<HexCell> cells;

    // Three values at which a stronger class begins: quarters of the cells, as far as they differ.
    std::vector<std::int64_t> bounds() const;
    static std::string css_class(const HexCell&, const std::vector<std::int64_t>& bounds);
    std::vector<HexClass> classes(const Out&) const;
    std::string view_box() const;
    Table table(const Out&) const;    // the highest first
    void write(Out&) const;

private:
    std::vector<std::int64_t> values() const;    // ascending
};

// Numbers that hold from a day to a day, as steps over time: a line for each series, beside each other, never stacked.
struct ChartStep {
    Date from{};
    std::optional<Date> to{};    // first day on which it no longer holds
    std::int64_t value{};
};
struct StepSeries {
    std::string name;    // a text
    std::vector<ChartStep> steps{};
};

struct StepChart {
    std::string text;    // what it tells, for those who do not see it
    std::string caption;
    std::string label;                   // of the column of days in the table: a key
    std::vector<StepSeries> series{};    // at most four
    Date today{};

    static constexpr int height = 120;    // of the lines, in units that do not stretch

    Date begins() const, ends() const;            // whole years around everything that is known
    std::int64_t top() const;                     // a round number not below any value
    std::string line(const StepSeries&) const;    // the path of a series; gaps are left out
    std::string css_class(std::size_t series) const { return "st st" + std::to_string(series % 4 + 1); }
    std::string across(Date) const;    // percent of the width
    struct Year {
        std::string name, x;
    };
    std::vector<Year> years() const;    // at most six, so that they do not touch on a phone
    Table table(const Out&) const;      // a row for each day on which something changes
    void write(Out&) const;

private:
    double share(Date) const;
};

}
