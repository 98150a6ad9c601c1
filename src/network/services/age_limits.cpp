// Whether an age fits: age ∈ union of the bands ∩ [min, max].
#include "network/services/age_limits.hpp"

#include <algorithm>

namespace network {

AgeAnswer AgeLimits::eligible(std::int64_t age) const {
    auto band = std::ranges::find_if(bands, [&](const AgeBand& band) { return band.has(age); });
    AgeAnswer answer{Eligible::no, {}};
    if (band != bands.end()) answer.band = band->code;
    if (band == bands.end() && !bands.empty()) return answer;
    if ((min && age < *min) || (max && age > *max)) return answer;
    answer.eligible = max && age == *max && max_ambiguous ? Eligible::ambiguous : Eligible::yes;
    return answer;
}

std::vector<std::string> AgeLimits::nearly_empty_bands() const {
    std::vector<std::string> found;
    for (auto& band : bands) {
        auto first = std::max(band.from.value_or(0), min.value_or(0));
        auto last = std::min(band.to.value_or(150), max.value_or(150));
        auto whole = band.from == band.to;    // a band of one year is meant so
        // Row 0.11 (document 0): „od 15 let“ in the band 11–15 is plain speech; only an upper limit raises the doubt.
        auto cut_from_above = max && band.has(*max) && last < band.to.value_or(150);
        if (last < first || (last == first && !whole && cut_from_above)) found.push_back(band.code);
    }
    return found;
}

AgeLimits age_limits(const Service& service, const std::vector<ServiceAgeBand>& bands, const CodeLists& lists) {
    AgeLimits limits{service.age_min, service.age_max, service.age_max_ambiguous, {}};
    for (auto& band : bands) limits.bands.push_back(lists.age_band(band.band_code));
    std::ranges::sort(limits.bands, {}, [](const AgeBand& band) { return band.from.value_or(-1); });
    return limits;
}

std::vector<ServiceAgeBand> age_bands_of(db::Session& db, Id<Service> service) {
    return db.all<ServiceAgeBand>("SELECT * FROM service_age_bands WHERE service_id = $1 ORDER BY band_code", service);
}

}
