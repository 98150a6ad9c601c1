// Reads the names of weekdays.
#include "platform/time/weekdays.hpp"

#include "platform/base/reader.hpp"

namespace {

struct Name {
    std::string_view word;
    int weekday;
};

constexpr Name names[] = {{"pondeli", 1}, {"po", 1},     {"pon", 1},    {"utery", 2},  {"ut", 2},
                          {"streda", 3},  {"stredu", 3}, {"str", 3},    {"st", 3},     {"ctvrtek", 4},
                          {"ctv", 4},     {"ct", 4},     {"patek", 5},  {"pa", 5},     {"sobota", 6},
                          {"sobotu", 6},  {"so", 6},     {"nedele", 7}, {"nedeli", 7}, {"ne", 7}};

constexpr struct {
    std::string_view words;
    Weekdays days;
} phrases[] = {{"pracovni dny", workweek}, {"vsedni dny", workweek}, {"v pracovni dny", workweek}, {"vikend", weekend},
               {"o vikendu", weekend},     {"denne", whole_week},    {"kazdy den", whole_week}};

std::optional<int> read_weekday(Reader& reader) {
    auto word = reader.word();
    for (auto& name : names)
        if (name.word == word) {
            if (word.size() <= 3) reader.take('.');
            return name.weekday;
        }
    return {};
}

bool read_until(Reader& reader) {
    if (reader.dash()) return true;
    auto ahead = reader;
    if (!ahead.spaces() || !(ahead.take_word("az") || ahead.take_word("do")) || !ahead.spaces()) return false;
    reader = ahead;
    return true;
}

bool read_and(Reader& reader) {
    bool space = reader.spaces();
    if (!reader.take(',') && !(space && reader.take_word("a"))) return false;
    reader.spaces();
    return true;
}

}

std::optional<Weekdays> parse_weekdays(std::string_view typed) {
    auto text = simplified(typed);
    for (auto& phrase : phrases)
        if (phrase.words == text) return phrase.days;
    Reader reader{text};
    Weekdays days;
    do {
        auto first = read_weekday(reader);
        if (!first) return {};
        auto last = read_until(reader) ? read_weekday(reader) : first;
        if (!last) return {};
        days.bits |= Weekdays::from_to(*first, *last).bits;
    } while (read_and(reader));
    return reader.at_end() ? std::optional{days} : std::nullopt;
}
