// Withheld cells of a table with totals form a graph: rows and columns are its nodes, each withheld cell joins its row
// with its column.  Every row and column is one equation between its cells and its total, so a withheld cell can be
// computed exactly when its edge lies on no cycle.  We withhold more until every edge lies on one.
#include "platform/statistics/small_numbers.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace statistics {

namespace {

struct Cell {
    std::size_t row, column;
};

class Guard {
public:
    explicit Guard(const Counts& counts)
        : counts_{counts},
          rows_{counts.size()},
          columns_{counts.front().size()},
          hidden_(rows_, std::vector<bool>(columns_)) {}

    GuardedCounts result() {
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column)
                hidden_[row][column] = is_small(counts_[row][column]);
        do {
            while (auto cell = computable()) close_cycle(*cell);
        } while (hide_beside_small_remainder());
        GuardedCounts shown(rows_, std::vector<std::optional<std::int64_t>>(columns_));
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column)
                if (!hidden_[row][column]) shown[row][column] = counts_[row][column];
        return shown;
    }

private:
    // Nodes: the rows, then the columns.  Totals are cells like others: their sums are equations too.
    std::size_t nodes() const { return rows_ + columns_; }

    // Whether a way leads from the cell's row to its column over other withheld cells.
    bool on_cycle(const Cell& cell) const {
        std::vector<bool> seen(nodes());
        std::queue<std::size_t> next;
        next.push(cell.row);
        seen[cell.row] = true;
        while (!next.empty()) {
            auto node = next.front();
            next.pop();
            auto visit = [&](std::size_t row, std::size_t column, std::size_t to) {
                bool itself = row == cell.row && column == cell.column;
                if (hidden_[row][column] && !itself && !seen[to]) seen[to] = true, next.push(to);
            };
            if (node < rows_)
                for (std::size_t column = 0; column < columns_; ++column) visit(node, column, rows_ + column);
            else
                for (std::size_t row = 0; row < rows_; ++row) visit(row, node - rows_, row);
        }
        return seen[rows_ + cell.column];
    }

    std::optional<Cell> computable() const {
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column)
                if (hidden_[row][column] && !on_cycle({row, column})) return Cell{row, column};
        return {};
    }

    // What a line withholds comes to its total less what it shows.  If that rest is itself small, guesses are few (two
    // cells that come to two are one and one): one more cell of the line is withheld.
    bool hide_beside_small_remainder() {
        for (std::size_t row = 0; row < rows_; ++row)
            if (widen(columns_, [&](std::size_t n) { return Cell{row, n}; })) return true;
        for (std::size_t column = 0; column < columns_; ++column)
            if (widen(rows_, [&](std::size_t n) { return Cell{n, column}; })) return true;
        return false;
    }

    bool widen(std::size_t length, auto&& cell_at) {
        auto total = cell_at(length - 1);
        if (hidden_[total.row][total.column]) return false;
        std::int64_t rest = 0;
        bool any = false;
        std::optional<Cell> cheapest;
        for (std::size_t n = 0; n < length; ++n) {
            auto cell = cell_at(n);
            if (hidden_[cell.row][cell.column]) any = true, rest += counts_[cell.row][cell.column];
            else if (!cheapest || cost(cell.row, cell.column) < cost(cheapest->row, cheapest->column)) cheapest = cell;
        }
        if (!any || rest >= smallest_shown || !cheapest) return false;
        hidden_[cheapest->row][cheapest->column] = true;
        return true;
    }

    // What it costs to withhold one more cell: zeros tell of nobody and totals tell most, so both come last.
    std::int64_t cost(std::size_t row, std::size_t column) const {
        constexpr std::int64_t dear = 1'000'000'000;
        auto count = counts_[row][column];
        return 1 + count + (count == 0 ? dear : 0) + (row + 1 == rows_ || column + 1 == columns_ ? 2 * dear : 0);
    }

    // The cheapest way from row to column over other cells; what is withheld already costs nothing (Dijkstra).
    void close_cycle(const Cell& cell) {
        constexpr auto far = std::int64_t{1} << 60;
        std::vector<std::int64_t> distance(nodes(), far);
        std::vector<Cell> by(nodes());
        std::vector<std::size_t> from(nodes());
        std::vector<bool> done(nodes());
        distance[cell.row] = 0;
        for (std::size_t round = 0; round < nodes(); ++round) {
            std::size_t node = nodes();
            for (std::size_t n = 0; n < nodes(); ++n)
                if (!done[n] && distance[n] < far && (node == nodes() || distance[n] < distance[node])) node = n;
            if (node == nodes()) break;
            done[node] = true;
            auto relax = [&](std::size_t row, std::size_t column, std::size_t to) {
                if (row == cell.row && column == cell.column) return;
                auto length = distance[node] + (hidden_[row][column] ? 0 : cost(row, column));
                if (length < distance[to]) distance[to] = length, by[to] = {row, column}, from[to] = node;
            };
            if (node < rows_)
                for (std::size_t column = 0; column < columns_; ++column) relax(node, column, rows_ + column);
            else
                for (std::size_t row = 0; row < rows_; ++row) relax(row, node - rows_, row);
        }
        for (auto node = rows_ + cell.column; node != cell.row; node = from[node])
            hidden_[by[node].row][by[node].column] = true;
    }

    const Counts& counts_;
    std::size_t rows_, columns_;
    std::vector<std::vector<bool>> hidden_;
};

}

GuardedCounts guarded(const Counts& counts) {
    if (counts.empty() || counts.front().empty()) return {};
    // A single row or column under its totals repeats them: there is no cycle to close, so it is one list.
    if (counts.size() < 2 || counts.front().size() < 2) {
        GuardedCounts shown;
        for (auto& row : counts) {
            shown.emplace_back();
            for (auto count : row) shown.back().push_back(is_small(count) ? std::nullopt : std::optional{count});
        }
        return shown;
    }
    return Guard{counts}.result();
}

std::vector<std::optional<std::int64_t>> guarded(const std::vector<std::int64_t>& list) {
    std::vector<std::optional<std::int64_t>> shown;
    std::int64_t rest = 0, hidden = 0;
    for (auto count : list) {
        shown.push_back(is_small(count) ? std::nullopt : std::optional{count});
        if (is_small(count)) rest += count, ++hidden;
    }
    if (hidden == 0 || (!shown.back() && hidden > 2))
        return shown;    // nothing to give away, or no total to subtract from
    // What is withheld is the total less the rest: at least two numbers, and together not small.
    while (hidden < 2 || rest < smallest_shown) {
        auto worth = [&](std::size_t n) { return std::tuple{n + 1 == list.size(), list[n] == 0, list[n]}; };
        std::optional<std::size_t> next;
        for (std::size_t n = 0; n < list.size(); ++n)
            if (shown[n] && (!next || worth(n) < worth(*next))) next = n;
        if (!next) break;
        shown[*next].reset();
        if (*next + 1 == list.size()) break;
        rest += list[*next], ++hidden;
    }
    return shown;
}

Counts with_totals(Counts counts) {
    if (counts.empty()) return counts;
    std::vector<std::int64_t> sums(counts.front().size());
    for (auto& row : counts) {
        std::int64_t sum = 0;
        for (std::size_t n = 0; n < row.size(); ++n) sum += row[n], sums[n] += row[n];
        row.push_back(sum);
    }
    std::int64_t all = 0;
    for (auto sum : sums) all += sum;
    sums.push_back(all);
    counts.push_back(sums);
    return counts;
}

}
