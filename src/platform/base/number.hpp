// Exact decimal numbers as people write them: 1 234,5 or 0,25 of a full-time post.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The number is units / 10^places, kept in the shortest way: 1,50 is {15, 1}.
struct Decimal {
    std::int64_t units{};
    int places{};    // 0 to 6

    Decimal() = default;
    explicit Decimal(std::int64_t units, int places = 0);

    bool whole() const { return places == 0; }
    double approximately() const;
    std::int64_t in_units_of(int places) const;    // 1,5 in hundredths is 150; places not fewer than its own
    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal&, const Decimal&);
};

// 1 234,5 with any spaces, 1.234,5 with dots between thousands, 0.5 and 7.25 with a decimal point; at most 15 digits.
// 1.234 is a thousand and more, as Czech accounts write it.
std::optional<Decimal> parse_decimal(std::string_view);

// 200m2, 2 000 m², 35,5 m2; a floor area in square metres, never negative.
std::optional<Decimal> parse_area(std::string_view);

std::string to_czech(const Decimal&);                       // 1 234,5 with spaces that do not break and a real minus
std::string to_czech(std::int64_t);                         // 18 907
std::string area_to_czech(const Decimal& square_metres);    // 2 000 m²

class Reader;
std::optional<Decimal> read_decimal(Reader&);    // the same inside something longer
