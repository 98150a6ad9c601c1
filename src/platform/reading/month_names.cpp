#include "platform/reading/month_names.hpp"

#include "platform/reading/dates_in_text.hpp"

#include <algorithm>
#include <array>

namespace reading {

std::string month_words() {
    return "(?:led(?:en|na|nu|nem)|unor(?:a|u|em)?|brez(?:en|na|nu|nem)|dub(?:en|na|nu|nem)|kvet(?:en|na|nu|nem)|cervenec|cervenc(?:e|i|em)|"
           "cerv(?:en|na|nu|nem)|srp(?:en|na|nu|nem)|zari|rij(?:en|na|nu|nem)|listopad(?:u|em)?|prosinec|prosinc(?:e|i|em))";
}

std::string roman_months() { return "(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?:\\.|(?=\\s?(?:19|20)\\d\\d))"; }

int weekday_named(std::string_view low) {
    static constexpr std::string_view beginnings[] = {"po", "ut", "st", "ct", "pa", "so", "ne"};
    for (int day = 0; day < 7; ++day)
        if (low.starts_with(beginnings[day])) return day + 1;
    return 0;
}

std::optional<int> month_named(std::string_view low) {
    static constexpr std::array<std::string_view, 12> stems = {"led",     "unor", "brez", "dub", "kvet",     "cervn",
                                                               "cervenc", "srp",  "zari", "rij", "listopad", "prosin"};
    static constexpr std::array<std::string_view, 12> romans = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                                "vii", "viii", "ix",  "x",  "xi", "xii"};
    if (low == "cerven") return 6;
    if (low == "cervenec") return 7;
    auto roman = std::ranges::find(romans, low.substr(0, low.find_last_not_of('.') + 1));
    if (roman != romans.end()) return int(roman - romans.begin()) + 1;
    for (std::size_t month = 0; month < stems.size(); ++month)
        if (low.starts_with(stems[month])) return int(month) + 1;
    return {};
}

}
