// Weighs what a client accepts.
#include "platform/http/accept.hpp"
#include "platform/http/ascii.hpp"

namespace http {

namespace {

// "0.7" in thousandths (RFC 9110 § 12.4.2)
int weight_of(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 1000;
    int weight = (text[0] - '0') * 1000, unit = 100;
    for (auto digit : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (digit < '0' || digit > '9') return 1000;
        weight += (digit - '0') * unit;
        unit /= 10;
    }
    return std::min(weight, 1000);
}

// How closely a range names a type: 0 not at all, 1 by */*, 2 by text/*, 3 by name
int closeness(std::string_view range, std::string_view type) {
    if (range == "*/*" || range == "*") return 1;
    if (range.ends_with("/*"))
        return same_letters(range.substr(0, range.size() - 1), type.substr(0, range.size() - 1)) ? 2 : 0;
    return same_letters(range, type) ? 3 : 0;
}

// The weight that the closest range gives; -1 when none fits.
template <class Closeness>
int weight_for(const std::vector<Preference>& wanted, Closeness closeness) {
    int closest = 0, weight = -1;
    for (auto& preference : wanted) {
        int close = closeness(preference.value);
        if (close > closest || (close > 0 && close == closest && preference.weight > weight)) {
            closest = close;
            weight = preference.weight;
        }
    }
    return weight;
}

// cs fits cs-CZ and the other way round less closely
int language_closeness(std::string_view range, std::string_view language) {
    if (range == "*") return 1;
    if (same_letters(range, language)) return 3;
    return same_letters(range.substr(0, range.find('-')), language) ? 2 : 0;
}

}

std::vector<Preference> preferences(std::string_view header) {
    std::vector<Preference> all;
    while (!header.empty()) {
        auto item = cut(header, ',');
        Preference preference{cut(item, ';')};
        while (!item.empty()) {
            auto parameter = cut(item, ';');
            if (same_letters(cut(parameter, '='), "q")) preference.weight = weight_of(trimmed(parameter));
        }
        if (!preference.value.empty()) all.push_back(preference);
    }
    return all;
}

int preferred_type(std::string_view accept, const std::vector<std::string_view>& given) {
    auto wanted = preferences(accept);
    if (wanted.empty()) return given.empty() ? -1 : 0;
    int best = -1, best_weight = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        int weight = weight_for(wanted, [&](auto range) { return closeness(range, given[i]); });
        if (weight > best_weight) best = static_cast<int>(i), best_weight = weight;
    }
    return best;
}

int preferred_language(std::string_view accept_language, const std::vector<std::string_view>& given) {
    auto wanted = preferences(accept_language);
    int best = 0, best_weight = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        int weight = weight_for(wanted, [&](auto range) { return language_closeness(range, given[i]); });
        if (weight > best_weight) best = static_cast<int>(i), best_weight = weight;
    }
    return best;
}

Codings codings(std::string_view accept_encoding) {
    auto wanted = preferences(accept_encoding);
    auto weight_of_coding = [&](std::string_view coding) {
        return weight_for(wanted, [&](auto range) { return same_letters(range, coding) ? 3 : range == "*" ? 1 : 0; });
    };
    int brotli = weight_of_coding("br");
    int gzip = weight_of_coding("gzip");
    int identity = weight_of_coding("identity");
    return {brotli > 0 && brotli >= gzip && brotli >= identity, gzip > 0 && gzip >= identity, identity != 0};
}

}
