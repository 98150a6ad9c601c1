// Turns rows into sentences in the reader's language.
#include "network/public_pages/service_words.hpp"

#include "network/catalogue/catalogue_labels.hpp"
#include "platform/base/parts.hpp"
#include "platform/i18n/sort_key.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace network {

std::string beside(const std::string& name, const std::string& note) {
    return search::fold(name) == search::fold(note) ? "" : note;
}

// --- ages ------------------------------------------------------------------------------------------------------------

namespace {

struct Years {
    std::optional<std::int64_t> least, most;
};

Years years_of(const AgeLimits& limits) {
    Years years{limits.min, limits.max};
    bool bands = !limits.bands.empty();
    if (!years.least && bands) {
        years.least = limits.bands.front().from;
        for (auto& band : limits.bands)
            if (!band.from || (years.least && *band.from < *years.least)) years.least = band.from;
    }
    if (!years.most && bands) {
        years.most = 0;
        for (auto& band : limits.bands) {
            if (!band.to) return {years.least == 0 ? std::nullopt : years.least, {}};
            years.most = std::max(*years.most, *band.to);
        }
    }
    if (years.least == 0) years.least.reset();
    return years;
}

}

std::string age_sentence(const AgeLimits& limits, const i18n::Texts& texts) {
    auto [least, most] = years_of(limits);
    if (least && most) return texts.text("service_page.age.between", {std::to_string(*least), std::to_string(*most)});
    if (least) return texts.text("service_page.age.from", {std::to_string(*least)});
    if (most) return texts.text("service_page.age.to", {std::to_string(*most)});
    return texts.text("service_page.age.any");
}

std::string age_doubt(const AgeLimits& limits, const i18n::Texts& texts) {
    if (!limits.max_ambiguous || !limits.max) return {};
    return texts.text("service_page.age.doubt", {std::to_string(*limits.max)});
}

// --- opening ---------------------------------------------------------------------------------------------------------

std::string days_words(std::string_view days, const i18n::Texts& texts) {
    bool open[8] = {};
    for (std::size_t day = 0; day < 7; ++day) open[day] = days.find(weekdays[day]) != days.npos;
    auto name = [&](std::size_t day) { return texts.text("weekday." + std::to_string(day + 1)); };
    std::vector<std::string> parts;
    for (std::size_t day = 0; day < 7; ++day) {
        if (!open[day]) continue;
        auto last = day;
        while (open[last + 1]) ++last;
        if (last == day) parts.push_back(name(day));
        else if (last == day + 1) parts.push_back(texts.text("service_page.days.two", {name(day), name(last)}));
        else parts.push_back(texts.text("service_page.days.range", {name(day), name(last)}));
        day = last;
    }
    return text::joined(parts);
}

std::string opening_words(const OpeningTime& time, const i18n::Texts& texts) {
    constexpr auto range = "–\u2060";
    if (time.nonstop) return texts.text("service_page.open.nonstop");
    auto days = days_words(time.days, texts);
    if (time.opens_at && time.closes_at) {
        auto hours = to_czech_time(*time.opens_at) + range + to_czech_time(*time.closes_at);
        return days.empty() ? hours : days + " " + hours;
    }
    if (!days.empty()) return days;
    if (time.times_a_week)
        return texts.text("service_page.open.times_a_week", {std::to_string(*time.times_a_week)}, time.times_a_week);
    if (time.by_appointment) return texts.text("service_page.open.by_appointment");
    return time.note.value_or("");
}

// --- where -----------------------------------------------------------------------------------------------------------

std::string address_line(const Facility& facility, const Territory& territory) {
    if (facility.secret) return {};
    auto town = town_name(facility, territory);
    std::vector<std::string> parts;
    if (facility.street) parts.push_back(*facility.street);
    auto code = facility.postal_code.value_or("");
    if (code.size() == 5) code.insert(3, "\u00a0");
    if (!town.empty()) parts.push_back(code.empty() ? town : code + " " + town);
    return text::joined(parts);
}

std::string region_words(const std::string& code, const std::string& name, const i18n::Texts& texts) {
    auto key = "region." + code;
    return texts.has(key) ? texts.text(key) : name;
}

std::vector<std::string> reach_words(const std::vector<Coverage>& coverages, const Territory& territory,
                                     const i18n::Texts& texts) {
    std::vector<std::string> words;
    auto only_town = coverages.size() == 1 && coverages.front().level == "municipality";
    for (auto& coverage : coverages) {
        auto name = territory.name(coverage.level, coverage.code);
        if (coverage.level == "country") words.push_back(texts.text("service_page.reach.country"));
        else if (coverage.level == "region") words.push_back(region_words(coverage.code, name, texts));
        else if (coverage.level == "orp" || coverage.level == "pou")
            words.push_back(texts.text("service_page.reach." + coverage.level, {name}));
        else if (only_town) words.push_back(texts.text("service_page.reach.only", {name}));
        else words.push_back(name);
    }
    std::ranges::sort(words, i18n::CzechOrder{});
    return words;
}

// --- code lists ------------------------------------------------------------------------------------------------------

std::string group_words(const CodeLists& lists, const std::string& code, const i18n::Texts& texts) {
    auto name = lists.name("target_groups", code, texts.language());
    constexpr std::string_view official = "osoby";
    if (texts.language() == "cs" && name.starts_with(official)) name.replace(0, official.size(), "lidé");
    return name;
}

std::string form_words(const CodeLists& lists, const std::string& code, const i18n::Texts& texts, bool plain) {
    auto form = lists.find("forms", code);
    if (!form) return code;
    auto& said = texts.language() == "cs" ? form->plain_cs : form->plain_en;
    return plain && said ? *said : lists.name("forms", code, texts.language());
}

std::string type_words(const CodeLists& lists, const std::string& code, const i18n::Texts& texts) {
    return lists.name("service_types", code, texts.language());
}

std::string paragraph_of(const CodeLists& lists, const std::string& code) {
    auto type = lists.find("service_types", code);
    return type ? type->detail("paragraph") : "";
}

// --- contacts --------------------------------------------------------------------------------------------------------

std::string contact_address(const Contact& contact) {
    if (contact.kind == "email") return "mailto:" + contact.value;
    if (contact.kind == "web")
        return contact.value.find("://") == std::string::npos ? "https://" + contact.value : contact.value;
    if (contact.kind != "phone") return {};
    std::string number;
    for (char letter : contact.value)
        if ((letter >= '0' && letter <= '9') || (letter == '+' && number.empty())) number += letter;
    return number.empty() ? "" : "tel:" + number;
}

std::string contact_text(const Contact& contact) {
    if (contact.kind == "phone") {
        std::string text;
        for (char letter : contact.value) text += letter == ' ' ? std::string{"\u00a0"} : std::string{letter};
        return text;
    }
    if (contact.kind != "web") return contact.value;
    auto begin = contact.value.find("://");
    auto text = begin == std::string::npos ? contact.value : contact.value.substr(begin + 3);
    if (text.starts_with("www.")) text.erase(0, 4);
    if (text.ends_with('/')) text.pop_back();
    return text;
}

}
