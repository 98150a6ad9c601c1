#include "platform/reading/html_table.hpp"

#include <algorithm>
#include <charconv>

namespace reading {

int number_of_attribute(std::string_view value, int otherwise) {
    int number = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

void HtmlTable::begin_row() {
    in_row = true;
    leave_held_empty();
}

void HtmlTable::begin_cell(const HtmlToken& tag) {
    constexpr int columns_most = 64, rows_most = 1000;
    constexpr std::size_t cells_most = 200;
    columns_ = std::clamp(number_of_attribute(tag.attribute("colspan"), 1), 1, columns_most);
    rows_ = std::clamp(number_of_attribute(tag.attribute("rowspan"), 1), 1, rows_most);
    if (cells.size() > cells_most) return;
    cells.emplace_back();
    in_cell = true;
}

void HtmlTable::end_cell() {
    if (!in_cell) return;
    auto from = cells.size() - 1;
    cells.resize(from + std::size_t(columns_));
    if (rows_ > 1) {
        held_.resize(std::max(held_.size(), cells.size()));
        std::fill(held_.begin() + std::ptrdiff_t(from), held_.begin() + std::ptrdiff_t(cells.size()), rows_ - 1);
    }
    in_cell = false;
    leave_held_empty();
}

bool HtmlTable::lays_out_page() const {
    constexpr std::size_t columns_most = 3, bytes_least = 800;
    return cells.size() <= columns_most && std::ranges::any_of(cells, [](auto& cell) {
               return cell.size() > bytes_least && std::ranges::count(cell, '\n') >= 12;
           });
}

// Cells above that reach down into this row leave their places empty.
void HtmlTable::leave_held_empty() {
    while (cells.size() < held_.size() && held_[cells.size()] > 0) --held_[cells.size()], cells.emplace_back();
}

}
