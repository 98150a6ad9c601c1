// The territory that a service reaches: a town only, a district, named municipalities, an area of one's own, the
// region.
#pragma once

#include "network/services/service.hpp"
#include "network/territory/territory.hpp"

namespace network {

struct Coverage {
    Id<Coverage> id{};
    Id<Service> service_id{};
    std::string level{};    // country, region, orp, pou, municipality, area
    std::string code{};
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "coverages";
    static constexpr auto content = "network";
    static void each_field(auto& coverage, auto& visit) {
        visit("id", coverage.id), visit("service_id", coverage.service_id), visit("level", coverage.level);
        visit("code", coverage.code), visit("note", coverage.note);
        Validity::each_field(coverage.validity, visit), Kept::each_field(coverage.kept, visit);
    }
};

// What coverages come to, in municipalities.
struct Reach {
    std::set<std::string> municipalities{};    // codes
    std::set<std::string> orps{};              // codes of districts of which at least one municipality is reached

    bool reaches(std::string_view orp_code) const { return orps.contains(std::string{orp_code}); }
    bool reaches_municipality(std::string_view code) const { return municipalities.contains(std::string{code}); }
    bool reaches_whole(std::string_view orp_code, const Territory&) const;
};

// orp:5104;town:577197;area:jilemnicko, where town means the municipality alone; nothing if a level is unknown.
std::optional<std::vector<Coverage>> parse_coverages(std::string_view tokens);

Reach reach(const std::vector<Coverage>&, const Territory&);
std::vector<Coverage> coverages_of(db::Session&, Id<Service>);

}
