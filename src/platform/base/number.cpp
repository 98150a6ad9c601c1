// Reads and writes decimal numbers; whole arithmetic, no floating point.
#include "platform/base/number.hpp"

#include "platform/base/reader.hpp"

#include <stdexcept>

namespace {

constexpr std::size_t most_digits = 15, most_places = 6;

constexpr std::int64_t ten_to(int places) {
    std::int64_t power = 1;
    while (places-- > 0) power *= 10;
    return power;
}

// The groups of three after the first one to three digits, all divided by the same sign.
void read_thousands(Reader& reader, std::string& digits, char divider) {
    for (auto ahead = reader; ahead.take(divider);) {
        auto group = ahead.digits();
        if (group.size() != 3) return;
        digits += group;
        reader = ahead;
    }
}

std::optional<std::string_view> read_places(Reader& reader, bool grouped) {
    auto ahead = reader;
    if (ahead.take(',') || (!grouped && ahead.take('.'))) {
        auto places = ahead.digits();
        if (places.empty()) return "";    // „ 100,- “ is for money to read
        if (places.size() > most_places) return {};
        reader = ahead;
        return places;
    }
    return "";
}

}

Decimal::Decimal(std::int64_t units, int places) : units{units}, places{places} {
    if (places < 0 || places > int(most_places)) throw std::invalid_argument{"a decimal has 0 to 6 places"};
    while (this->places > 0 && this->units % 10 == 0) this->units /= 10, --this->places;
}

double Decimal::approximately() const { return double(units) / double(ten_to(places)); }

std::int64_t Decimal::in_units_of(int wanted) const { return units * ten_to(wanted - places); }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    // 15 digits and 6 places fit into 128 bits.
    __extension__ typedef __int128 Wide;
    auto left = Wide{a.units} * ten_to(b.places), right = Wide{b.units} * ten_to(a.places);
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

std::optional<Decimal> read_decimal(Reader& reader) {
    auto ahead = reader;
    bool negative = ahead.take('-');
    if (negative) ahead.spaces();
    std::string digits{ahead.digits()};
    if (digits.empty()) return {};
    auto alone = digits.size();
    if (alone <= 3 && digits != "0") read_thousands(ahead, digits, ' ');
    if (digits.size() == alone && alone <= 3 && digits.front() != '0') read_thousands(ahead, digits, '.');
    auto places = read_places(ahead, digits.size() > alone);
    if (!places || digits.size() + places->size() > most_digits) return {};
    digits += *places;
    reader = ahead;
    auto value = std::stoll(digits);
    return Decimal{negative ? -value : value, int(places->size())};
}

std::optional<Decimal> parse_decimal(std::string_view typed) {
    auto text = simplified(typed);
    Reader reader{text};
    auto value = read_decimal(reader);
    return reader.at_end() ? value : std::nullopt;
}

std::optional<Decimal> parse_area(std::string_view typed) {
    auto text = simplified(typed);
    Reader reader{text};
    auto value = read_decimal(reader);
    if (!value || value->units < 0) return {};
    reader.spaces();
    if (!reader.take("m2") && !reader.take("m²") && !reader.take("m^2")) return {};
    return reader.at_end() ? value : std::nullopt;
}

std::string to_czech(std::int64_t number) {
    auto digits = std::to_string(number);
    bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    for (auto at = int(digits.size()) - 3; at > 0; at -= 3) digits.insert(std::size_t(at), "\u00a0");
    return (negative ? "\u2212" : "") + digits;
}

std::string to_czech(const Decimal& number) {
    auto one = ten_to(number.places);
    auto text = to_czech(number.units / one);
    if (number.units < 0 && number.units / one == 0) text.insert(0, "\u2212");
    if (number.whole()) return text;
    auto places = std::to_string(one + (number.units < 0 ? -(number.units % one) : number.units % one));
    return text + "," + places.substr(1);
}

std::string area_to_czech(const Decimal& square_metres) { return to_czech(square_metres) + "\u00a0m²"; }
