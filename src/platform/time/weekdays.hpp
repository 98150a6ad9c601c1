// Days of the week, one or more: when a service is open, when a group meets.
#pragma once

#include "platform/time/date.hpp"

#include <bit>

struct Weekdays {
    std::uint8_t bits{};    // Monday is 1, Tuesday 2, … Sunday 64

    static constexpr Weekdays from_to(int first, int last) {    // 1 is Monday, 7 Sunday; 6 to 1 goes over the weekend
        Weekdays days;
        for (int day = first;; day = day % 7 + 1) {
            days.bits |= std::uint8_t(1u << (day - 1));
            if (day == last) return days;
        }
    }

    bool has(int iso_weekday) const { return bits >> (iso_weekday - 1) & 1; }
    bool has(Date day) const { return has(int(std::chrono::weekday{day}.iso_encoding())); }
    int count() const { return std::popcount(bits); }
    friend bool operator==(const Weekdays&, const Weekdays&) = default;
};

constexpr Weekdays workweek = Weekdays::from_to(1, 5), weekend = Weekdays::from_to(6, 7),
                   whole_week = Weekdays::from_to(1, 7);

inline int weekday_of(Date day) { return int(std::chrono::weekday{day}.iso_encoding()); }    // 1 is Monday

// pondělí až pátek, po–pá, Po, St a Pá, úterý, pracovní dny, víkend, denně
std::optional<Weekdays> parse_weekdays(std::string_view);
