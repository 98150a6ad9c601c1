// Where the cells of the map stand and how strong they are.
#include "platform/html/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

}
