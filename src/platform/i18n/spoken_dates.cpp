// Finds the words for days.
#include "platform/i18n/spoken_dates.hpp"

namespace i18n {

namespace {

// In the order of the enum.
constexpr std::string_view holidays[] = {"restoration_of_the_state",
                                         "good_friday",
                                         "easter_monday",
                                         "labour_day",
                                         "victory_day",
                                         "cyril_and_methodius",
                                         "jan_hus",
                                         "czech_statehood",
                                         "czechoslovak_state",
                                         "freedom_and_democracy",
                                         "christmas_eve",
                                         "christmas_day",
                                         "second_christmas_day"};
static_assert(std::size(holidays) == std::size_t(Holiday::second_christmas_day) + 1);

std::string short_name(const Texts& texts, int weekday) {
    return texts.text("weekday.short." + std::to_string(weekday));
}

// Three days and more in a row are written with a dash: po–st.
std::vector<std::string> runs(const Texts& texts, Weekdays days) {
    std::vector<std::string> names;
    for (int day = 1; day <= 7; ++day) {
        if (!days.has(day)) continue;
        int last = day;
        while (last < 7 && days.has(last + 1)) ++last;
        if (last - day < 2) names.push_back(short_name(texts, day));
        else names.push_back(short_name(texts, day) + "–\u2060" + short_name(texts, last)), day = last;
    }
    return names;
}

}

std::string weekday_name(const Texts& texts, Date day) {
    return texts.text("weekday." + std::to_string(weekday_of(day)));
}

std::string with_weekday(const Texts& texts, Date day) { return weekday_name(texts, day) + " " + to_czech(day); }

std::string weekday_names(const Texts& texts, Weekdays days) {
    if (days == whole_week) return texts.text("weekday.every");
    auto names = runs(texts, days);
    if (names.empty()) return {};
    auto last = names.back();
    names.pop_back();
    if (names.empty()) return last;
    std::string before;
    for (auto& name : names) before += (before.empty() ? "" : ", ") + name;
    return texts.text("weekday.and", {before, last});
}

std::string relative_day(const Texts& texts, Date day, Date today) {
    auto ahead = (day - today).count();
    if (ahead == 0) return texts.text("day.today");
    if (ahead == 1) return texts.text("day.tomorrow");
    if (ahead == -1) return texts.text("day.yesterday");
    auto count = ahead < 0 ? -ahead : ahead;
    return texts.text(ahead < 0 ? "day.ago" : "day.ahead", {to_czech(std::int64_t(count))}, count);
}

std::string holiday_key(Holiday holiday) { return "holiday." + std::string{holidays[std::size_t(holiday)]}; }

std::string holiday_name(const Texts& texts, Holiday holiday) { return texts.text(holiday_key(holiday)); }

}
