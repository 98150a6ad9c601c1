// Says ages, hours and capacities.
#include "network/catalogue/catalogue_labels.hpp"

#include <fmt/format.h>

namespace network {

namespace {

constexpr auto range = "–\u2060";    // an en dash that does not end a line

}

std::string ages_label(const AgeLimits& limits, bool english) {
    auto least = limits.min, most = limits.max;
    bool open_above = limits.bands.empty();
    if (!least && !limits.bands.empty()) {
        least = limits.bands.front().from;
        for (auto& band : limits.bands)
            if (!band.from || (least && *band.from < *least)) least = band.from;
    }
    if (!most && !limits.bands.empty()) {
        most = 0;
        for (auto& band : limits.bands) {
            if (!band.to) open_above = true;
            else if (*band.to > *most) most = band.to;
        }
        if (open_above) most.reset();
    }
    if (least == 0) least.reset();
    auto years = english ? "years" : "let";
    if (least && most) return fmt::format("{}{}{}\u00a0{}", *least, range, *most, years);
    if (least) return fmt::format("{}\u00a0{}\u00a0{}", english ? "from" : "od", *least, years);
    if (most) return fmt::format("{}\u00a0{}\u00a0{}", english ? "to" : "do", *most, years);
    return {};
}

std::string days_label(std::string_view days, bool english) {
    static constexpr std::string_view czech[] = {"po", "út", "st", "čt", "pá", "so", "ne"};
    static constexpr std::string_view englisch[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    auto name = [&](std::size_t day) { return std::string{english ? englisch[day] : czech[day]}; };
    bool open[8] = {};
    for (std::size_t day = 0; day < weekdays.size(); ++day) open[day] = days.find(weekdays[day]) != days.npos;
    std::string label;
    for (std::size_t day = 0; day < 7; ++day) {
        if (!open[day]) continue;
        auto last = day;
        while (open[last + 1]) ++last;
        if (!label.empty()) label += ", ";
        if (last == day) label += name(day);
        else
            label += name(day) + (last == day + 1 ? std::string{english ? " and " : " a\u00a0"} : std::string{range}) +
                     name(last);
        day = last;
    }
    return label;
}

std::string hours_label(const std::vector<OpeningTime>& times, bool english) {
    std::vector<std::string> parts;
    for (auto& time : times) {
        std::string part;
        if (time.nonstop) part = english ? "day and night" : "nonstop";
        else if (time.opens_at && time.closes_at) {
            part = days_label(time.days, english);
            if (!part.empty()) part += " ";
            part += to_czech_time(*time.opens_at) + range + to_czech_time(*time.closes_at);
        } else if (!time.days.empty()) part = days_label(time.days, english);
        else if (time.times_a_week)
            part = english ? fmt::format("{}\u00a0× a week", *time.times_a_week)
                           : fmt::format("{}\u00a0× týdně", *time.times_a_week);
        else if (time.by_appointment) part = english ? "by appointment" : "po\u00a0domluvě";
        if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
    }
    std::string label;
    for (std::size_t n = 0; n < parts.size() && n < 3; ++n) label += (n ? ", " : "") + parts[n];
    if (parts.size() > 3) label += english ? " and more" : " a\u00a0další";
    return label;
}

std::string capacity_label(const RegisteredCapacity& capacity, const CodeLists& lists, bool english) {
    auto unit = lists.find("capacity_units", capacity.unit_code);
    bool one = capacity.count == 1, few = capacity.count >= 2 && capacity.count <= 4;
    auto column = english ? (one ? "one_en" : "many_en") : one ? "one" : few ? "few" : "many";
    return fmt::format("{}\u00a0{}", capacity.count, unit ? unit->detail(column) : capacity.unit_code);
}
}
