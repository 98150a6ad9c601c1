// The rows of an office's tables of municipalities, read and checked.
#pragma once

#include "network/territory/territory_import.hpp"

namespace network {

struct MunicipalityRow {
    std::string code{}, name{}, orp_code{}, orp_name{}, region_code{}, region_name{};
    double latitude{}, longitude{};
    std::int64_t population{};
    Date as_of{};    // 1 January
};

struct AgeRow {
    std::string code{};
    std::int64_t age_0_14{}, age_15_64{}, age_65_plus{};
    Date as_of{};
    std::uint64_t row{};
};

std::vector<MunicipalityRow> read_municipality_rows(std::istream&);
std::vector<AgeRow> read_age_rows(std::istream&);

}
