// Takes an address apart and looks for its pieces.
#include "network/places_map/typed_address.hpp"

#include "network/facilities/facility.hpp"
#include "platform/base/parts.hpp"
#include "platform/i18n/fold.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::size_t longest_address = 200;    // bytes

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != word.npos; }
bool is_digits(std::string_view word) { return !word.empty() && word.find_first_not_of("0123456789") == word.npos; }

std::vector<std::string> words_of(std::string_view typed) {
    std::vector<std::string> words;
    for (auto& word : text::parted(std::string{typed}, " "))
        if (!word.empty()) words.push_back(word);
    return words;
}

// 460 01 or 46001, wherever it stands.
void drop_postal_code(std::vector<std::string>& words) {
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (!is_digits(words[n])) continue;
        bool whole = words[n].size() == 5;
        bool halves =
            words[n].size() == 3 && n + 1 < words.size() && words[n + 1].size() == 2 && is_digits(words[n + 1]);
        if (!whole && !halves) continue;
        auto first = words.begin() + std::ptrdiff_t(n);
        words.erase(first, first + (halves ? 2 : 1));
        return;
    }
}

// „Jablonecká 12/3“ as its name, folded, and its number.
std::pair<std::string, std::string> street_of(std::vector<std::string> words) {
    std::string number;
    while (!words.empty() && has_digit(words.back()) && words.size() > 1) number = words.back(), words.pop_back();
    return {i18n::fold(text::joined(words, " ")), number};
}

std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::vector<std::string> some{words.begin() + std::ptrdiff_t(from), words.begin() + std::ptrdiff_t(to)};
    return text::joined(some, " ");
}

class PartsOfAddress {
public:
    AddressParts found;

    void try_town(const std::string& town, const std::vector<std::string>& street) {
        auto [name, number] = street_of(street);
        for (auto& one : {town, town.substr(0, town.find('-')), town.substr(0, town.find_first_of("0123456789"))}) {
            auto tidy = text::joined(words_of(one), " ");
            if (tidy.empty() || std::ranges::count(found.towns, tidy)) continue;
            found.towns.push_back(tidy), found.streets.push_back(name), found.numbers.push_back(number);
        }
    }
    // Without commas: the municipality is some of the last words, or of the first.
    void try_words(const std::vector<std::string>& words) {
        for (std::size_t from = 0; from < words.size(); ++from)
            try_town(joined_words(words, from, words.size()), {words.begin(), words.begin() + std::ptrdiff_t(from)});
        for (auto to = words.size(); to-- > 1;)
            try_town(joined_words(words, 0, to), {words.begin() + std::ptrdiff_t(to), words.end()});
    }
};

}

AddressParts parts_of_address(std::string_view typed) {
    PartsOfAddress parts;
    std::vector<std::vector<std::string>> pieces;
    for (auto& piece : text::parted(std::string{typed.substr(0, longest_address)}, ",")) {
        auto words = words_of(piece);
        drop_postal_code(words);
        if (!words.empty()) pieces.push_back(std::move(words));
    }
    if (pieces.size() == 1) parts.try_words(pieces.front());
    for (auto n = pieces.size(); pieces.size() > 1 && n-- > 0;)
        parts.try_town(text::joined(pieces[n], " "), pieces[n == 0 ? 1 : 0]);
    return std::move(parts.found);
}

namespace {

// The street's places that we know: the one with the same number, else the middle of them.
std::optional<Point> on_street(db::Session& db, const Municipality& town, const std::string& street,
                               const std::string& number) {
    if (street.empty()) return {};
    Point sum;
    int count = 0;
    for (auto& place : db.all<Facility>("SELECT * FROM facilities WHERE municipality_code = $1 AND NOT secret"
                                        " AND street IS NOT NULL AND latitude IS NOT NULL AND longitude IS NOT NULL",
                                        town.code)) {
        auto [name, its_number] = street_of(words_of(*place.street));
        if (name != street) continue;
        Point here{*place.latitude, *place.longitude};
        if (!number.empty() && its_number == number) return here;
        sum.latitude += here.latitude, sum.longitude += here.longitude, ++count;
    }
    if (count == 0) return {};
    return Point{sum.latitude / count, sum.longitude / count};
}

}

std::optional<FoundPlace> find_address(db::Session& db, const Territory& territory, std::string_view typed) {
    auto parts = parts_of_address(typed);
    for (std::size_t n = 0; n < parts.towns.size(); ++n)
        for (auto town : territory.find_municipalities(parts.towns[n])) {
            if (!town->latitude || !town->longitude) continue;
            if (auto point = on_street(db, *town, parts.streets[n], parts.numbers[n]))
                return FoundPlace{*point, town->name, parts.streets[n]};
            return FoundPlace{{*town->latitude, *town->longitude}, town->name, {}};
        }
    return {};
}

}
