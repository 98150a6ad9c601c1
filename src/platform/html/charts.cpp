// Where the cells of the map stand and how strong they are.
#include "platform/html/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace html {

namespace {

// Pixels: from the middle of a cell to its corners, and to its upright sides.
constexpr double radius = 45, half_width = 38.97, margin = 2;

}

std::string Bar::percent() const {
    if (whole <= 0) return "0";
    return fmt::format("{:g}", std::round(std::clamp(1000. * double(taken) / double(whole), 0., 1000.)) / 10);
}

double HexCell::x() const { return margin + half_width * (column + 1); }
double HexCell::y() const { return margin + radius + row * radius * 1.5; }
std::string HexCell::number(double value) {
    auto tenths = std::llround(value * 10);
    return std::to_string(tenths / 10) + "." + char('0' + tenths % 10);
}

std::string HexCell::points() const {
    auto [x, y] = std::pair{this->x(), this->y()};
    auto left = number(x - half_width), middle = number(x), right = number(x + half_width);
    auto upper = number(y - radius / 2), lower = number(y + radius / 2);
    std::string points;
    for (const auto& [across, down] : {std::pair{&middle, number(y - radius)},
                                       {&right, upper},
                                       {&right, lower},
                                       {&middle, number(y + radius)},
                                       {&left, lower},
                                       {&left, upper}})
        points.append(points.empty() ? "" : " ").append(*across).append(",").append(down);
    return points;
}

std::vector<std::int64_t> HexMap::values() const {
    std::vector<std::int64_t> values;
    for (auto& cell : cells)
        if (cell.value) values.push_back(*cell.value);
    std::ranges::sort(values);
    return values;
}

std::vector<std::int64_t> HexMap::bounds() const {
    auto values = this->values();
    std::vector<std::int64_t> bounds;
    for (std::size_t quarter = 1; quarter <= 3 && !values.empty(); ++quarter) {
        auto bound = values[values.size() * quarter / 4];
        if (bound > values.front() && (bounds.empty() || bound > bounds.back())) bounds.push_back(bound);
    }
    return bounds;
}

std::string HexMap::css_class(const HexCell& cell, const std::vector<std::int64_t>& bounds) {
    if (!cell.value) return "q0";
    auto stronger = std::ranges::count_if(bounds, [&](auto bound) { return *cell.value >= bound; });
    return "q" + std::to_string(1 + stronger);
}

std::vector<HexClass> HexMap::classes(const Out& out) const {
    auto values = this->values(), begins = bounds();
    if (values.empty()) return {};
    begins.insert(begins.begin(), values.front());
    std::vector<HexClass> classes;
    for (std::size_t n = 0; n < begins.size(); ++n) {
        auto last = n + 1 < begins.size() ? begins[n + 1] - 1 : values.back();
        bool is_open = n > 0 && n + 1 == begins.size();
        classes.push_back({fmt::format("q{}", n + 1), is_open             ? out.text("map.from", begins[n])
                                                      : begins[n] == last ? std::to_string(last)
                                                                          : out.text("map.range", begins[n], last)});
    }
    return classes;
}

std::string HexMap::view_box() const {
    double right = 0, bottom = 0;
    for (auto& cell : cells) {
        right = std::max(right, cell.x() + half_width + margin);
        bottom = std::max(bottom, cell.y() + radius + margin);
    }
    return fmt::format("0 0 {:.0f} {:.0f}", std::ceil(right), std::ceil(bottom));
}

Table HexMap::table(const Out& out) const {
    std::vector<const HexCell*> sorted;
    for (auto& cell : cells) sorted.push_back(&cell);
    // Equal ones stay in the order in which they came.
    std::ranges::sort(sorted, [](auto a, auto b) {
        return std::pair{-a->value.value_or(-1), a} < std::pair{-b->value.value_or(-1), b};
    });
    Table table{.caption = text, .columns = {{"map.district"}, {label, true}}, .caption_is_above = true};
    for (auto cell : sorted)
        table.rows.push_back(
            {{cell->name, cell->href}, {cell->value ? std::to_string(*cell->value) : out.text("map.missing")}});
    return table;
}

// --- steps -----------------------------------------------------------------------------------------------------------

namespace {

constexpr int width_of_lines = 1000;

Date first_of_year(int year) { return std::chrono::year{year} / 1 / 1; }

}

Date StepChart::begins() const {
    auto first = today;
    for (auto& one : series)
        for (auto& step : one.steps) first = std::min(first, step.from);
    return first_of_year(year_of(first));
}

Date StepChart::ends() const {
    auto last = today;
    for (auto& one : series)
        for (auto& step : one.steps) last = std::max({last, step.from, step.to.value_or(step.from)});
    return first_of_year(year_of(last) + 1);
}

std::int64_t StepChart::top() const {
    std::int64_t most = 1, round = 1;
    for (auto& one : series)
        for (auto& step : one.steps) most = std::max(most, step.value);
    while (round < most) {
        for (auto times : {2, 5, 10})
            if (round * times >= most) return round * times;
        round *= 10;
    }
    return round;
}

double StepChart::share(Date day) const {
    return double((std::clamp(day, begins(), ends()) - begins()).count()) / double((ends() - begins()).count());
}

std::string StepChart::across(Date day) const { return fmt::format("{:.1f}%", share(day) * 100); }

std::string StepChart::line(const StepSeries& one) const {
    std::string path;
    std::optional<Date> reached;
    for (auto& step : one.steps) {
        auto x = [&](Date day) { return fmt::format("{:.0f}", share(day) * width_of_lines); };
        auto y = fmt::format("{:.1f}", height - double(step.value) / double(top()) * height);
        bool goes_on = reached == step.from;
        path += (goes_on ? "V" + y : "M" + x(step.from) + " " + y) + "H" + x(step.to.value_or(ends()));
        reached = step.to;
    }
    return path;
}

std::vector<StepChart::Year> StepChart::years() const {
    auto first = year_of(begins()), count = year_of(ends()) - first;
    auto each = (count + 5) / 6;
    std::vector<Year> shown;
    for (int year = first; year < first + count; year += std::max(each, 1))
        shown.push_back({std::to_string(year), across(first_of_year(year))});
    return shown;
}

Table StepChart::table(const Out& out) const {
    Table table{.caption = text, .columns = {{label}}, .caption_is_above = true};
    std::set<Date> days;
    for (auto& one : series) {
        table.columns.push_back({one.name, true});
        for (auto& step : one.steps) {
            days.insert(step.from);
            if (step.to) days.insert(*step.to);
        }
    }
    for (auto day : days) {
        Row row{{to_czech(day)}};
        for (auto& one : series) {
            auto holds = std::ranges::find_if(
                one.steps, [&](auto& step) { return step.from <= day && (!step.to || day < *step.to); });
            row.push_back({holds == one.steps.end() ? out.text("chart.nothing") : std::to_string(holds->value)});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}
