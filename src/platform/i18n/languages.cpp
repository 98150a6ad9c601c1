// Reads Accept-Language as RFC 9110, section 12.5.4, writes it.
#include "platform/i18n/languages.hpp"

#include "platform/base/parts.hpp"

#include <algorithm>

namespace i18n {

namespace {

// q=0.8 in thousandths; what cannot be read counts as not wanted.
int quality(std::string_view parameter) {
    parameter = text::trimmed(parameter);
    if (parameter.empty()) return 1000;
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 0;
    parameter.remove_prefix(2);
    if (parameter.empty() || parameter.size() > 5 || (parameter[0] != '0' && parameter[0] != '1')) return 0;
    int thousandths = (parameter[0] - '0') * 1000, worth = 100;
    for (std::size_t n = 2; n < parameter.size(); ++n, worth /= 10) {
        if (parameter[n] < '0' || parameter[n] > '9') return 0;
        thousandths += (parameter[n] - '0') * worth;
    }
    return std::min(thousandths, 1000);
}

// Does a range such as en-GB mean that language?
bool means(std::string_view range, std::string_view language) {
    if (range.size() < 2 || (range.size() > 2 && range[2] != '-')) return false;
    return (range[0] | 0x20) == language[0] && (range[1] | 0x20) == language[1];
}

}

const Texts& Languages::choose(std::string_view chosen, std::string_view accept) const {
    if (chosen == "cs") return czech_;
    if (chosen == "en") return english_;
    int czech = 0, english = 0;
    while (!accept.empty()) {
        auto one = accept.substr(0, accept.find(','));
        accept.remove_prefix(std::min(one.size() + 1, accept.size()));
        auto semicolon = std::min(one.find(';'), one.size());
        auto range = text::trimmed(one.substr(0, semicolon));
        auto wanted = quality(one.substr(std::min(semicolon + 1, one.size())));
        if (means(range, "cs") || means(range, "sk")) czech = std::max(czech, wanted);    // Slovaks read Czech
        if (means(range, "en")) english = std::max(english, wanted);
    }
    return english > czech ? english_ : czech_;
}

}
