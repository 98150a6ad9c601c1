// Numbers that hold from a day to a day: putting one in leaves no overlap, and no gap where there was none.
#pragma once

#include "network/keeping.hpp"

namespace network {

// What becomes of the numbers of one kind, form and unit when another is put among them.
template <class Number>
struct Putting {
    std::vector<Number> replaced{};    // no longer held as they stand
    std::vector<Number> added{};       // what remains of those, and the new one last
};

inline bool meet(const Validity& a, const Validity& b) {
    return (!a.valid_to || b.valid_from < *a.valid_to) && (!b.valid_to || a.valid_from < *b.valid_to);
}
inline bool covers(const Validity& whole, const Validity& part) {
    return whole.valid_from <= part.valid_from &&
           (!whole.valid_to || (part.valid_to && *part.valid_to <= *whole.valid_to));
}

// The wish takes the whole of its interval, and those that it cuts go on behind it.  A wish without an end holds until
// the next number that is known, or as long as the one that began on the same day.  The same number again is nothing.
template <class Number>
Putting<Number> put_among(const std::vector<Number>& held, Number wish) {
    auto open = !wish.validity.valid_to;
    auto from = wish.validity.valid_from;
    auto& to = wish.validity.valid_to;
    for (auto& known : held) {
        auto& its = known.validity;
        if (its.holds_on(from) && same_number(known, wish) && (open || covers(its, wish.validity))) return {};
        if (!open) continue;
        if (its.valid_from > from && (!to || its.valid_from < *to)) to = its.valid_from;
        if (its.valid_from == from && its.valid_to && (!to || *its.valid_to < *to)) to = its.valid_to;
    }
    Putting<Number> putting;
    for (auto& known : held) {
        if (!meet(known.validity, wish.validity)) continue;
        putting.replaced.push_back(known);
        if (known.validity.valid_from < from)
            putting.added.push_back(known), putting.added.back().validity.valid_to = from;
        if (to && (!known.validity.valid_to || *to < *known.validity.valid_to))
            putting.added.push_back(known), putting.added.back().validity.valid_from = *to;
    }
    putting.added.push_back(std::move(wish));
    return putting;
}

// In both times: what we believed stays readable.
template <class Number>
void keep(const Author& author, const Putting<Number>& putting) {
    for (auto& known : putting.replaced) {
        auto former = known;
        former.recorded.replaced_at = author.now;
        change(author, known, former);
    }
    for (auto fresh : putting.added) {
        fresh.kept = {};
        add(author, fresh);
    }
}

}
