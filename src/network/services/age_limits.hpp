// For which ages a service is: the bands it is registered for, narrowed by the limits it states.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/services/service.hpp"

namespace network {

struct ServiceAgeBand {
    Id<ServiceAgeBand> id{};
    Id<Service> service_id{};
    std::string band_code{};    // older_child
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "service_age_bands";
    static constexpr auto content = "network";
    static void each_field(auto& band, auto& visit) {
        visit("id", band.id), visit("service_id", band.service_id), visit("band_code", band.band_code);
        visit("note", band.note);
        Validity::each_field(band.validity, visit), Kept::each_field(band.kept, visit);
    }
};

enum class Eligible { no, ambiguous, yes };

struct AgeAnswer {
    Eligible eligible{};
    std::optional<std::string> band{};    // the band that the age falls into
};

struct AgeLimits {
    std::optional<std::int64_t> min{};    // this year belongs
    std::optional<std::int64_t> max{};
    bool max_ambiguous{};            // whether the highest year belongs is not said
    std::vector<AgeBand> bands{};    // none: the limits alone decide

    AgeAnswer eligible(std::int64_t age) const;
    // Bands that the limits cut down to a single year at most, and that were certainly not meant so.
    std::vector<std::string> nearly_empty_bands() const;
};

AgeLimits age_limits(const Service&, const std::vector<ServiceAgeBand>&, const CodeLists&);
std::vector<ServiceAgeBand> age_bands_of(db::Session&, Id<Service>);

}
