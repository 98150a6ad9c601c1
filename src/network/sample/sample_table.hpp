// Tables of the demonstration region that the program carries, row by row.
#pragma once

#include "platform/time/date.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace network {

// Cells by column; an empty cell is not known.  A cell of the wrong shape is a fault of ours and throws.
class SampleRow {
public:
    explicit SampleRow(std::map<std::string, std::string> cells) : cells_{std::move(cells)} {}

    std::optional<std::string> text(const std::string& column) const;
    std::string needed(const std::string& column) const;
    std::optional<std::int64_t> number(const std::string& column) const;
    std::optional<double> real(const std::string& column) const;
    std::optional<Date> date(const std::string& column) const;
    std::optional<Date> day_after(const std::string& column) const;    // last days become ends of half-open intervals
    bool yes(const std::string& column) const { return text(column) == "1"; }
    std::vector<std::string> list(const std::string& column) const;    // ; between

private:
    std::map<std::string, std::string> cells_;
};

std::vector<SampleRow> sample_table(const std::string& name);    // network/data/liberecky_kraj/NAME.csv

}
