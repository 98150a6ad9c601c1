// Sorts and keeps the order of those that are equal.  NB: std::stable_sort of libstdc++ 12 asks for a buffer in a way
// that clang refuses as deprecated.
#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

// before(a, b): whether a comes before b.
template <class T, class Before>
void steady_sort(std::vector<T>& things, Before before) {
    std::vector<std::size_t> order(things.size());
    std::iota(order.begin(), order.end(), std::size_t{});
    std::ranges::sort(order, [&](auto a, auto b) {
        if (before(things[a], things[b])) return true;
        if (before(things[b], things[a])) return false;
        return a < b;
    });
    std::vector<T> sorted;
    sorted.reserve(things.size());
    for (auto at : order) sorted.push_back(std::move(things[at]));
    things = std::move(sorted);
}
