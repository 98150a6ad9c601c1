// The region's land for everybody: its districts with people and services, and one district with its municipalities.
#pragma once

#include "network/public_pages/service_page.hpp"
#include "network/public_pages/territory_map.hpp"

namespace network {

struct DistrictLine {
    std::string code{}, name{};
    std::int64_t municipalities{}, population{}, services{};

    static void each_field(auto& line, auto& visit) {
        visit("code", line.code), visit("name", line.name), visit("municipalities", line.municipalities);
        visit("population", line.population), visit("services", line.services);
    }
};

struct TerritoryPage {
    std::string region{};
    TerritoryMap map{};
    std::vector<DistrictLine> districts{};
    std::vector<PageLine> areas{};
    std::int64_t population() const;
    std::int64_t municipalities() const;

    html::Table table(const html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("districts", page.districts), visit("areas", page.areas); }
    void write(html::Out&) const;
};

struct MunicipalityLine {
    std::string code{}, name{}, kind{};
    std::optional<std::int64_t> population{}, children{}, adults{}, seniors{};
    std::optional<Date> as_of{};

    static void each_field(auto& line, auto& visit) {
        visit("code", line.code), visit("name", line.name), visit("kind", line.kind), visit("population", line.population);
        visit("age_0_14", line.children), visit("age_15_64", line.adults), visit("age_65_plus", line.seniors), visit("as_of", line.as_of);
    }
};

struct YearLine {
    Date as_of{};
    std::int64_t population{}, children{}, adults{}, seniors{}, municipalities{};

    static void each_field(auto& line, auto& visit) {
        visit("as_of", line.as_of), visit("population", line.population), visit("age_0_14", line.children);
        visit("age_15_64", line.adults), visit("age_65_plus", line.seniors), visit("municipalities", line.municipalities);
    }
};

struct DistrictPage {
    std::string code{}, name{}, region{};
    std::int64_t services{};
    std::vector<MunicipalityLine> municipalities{};
    std::vector<YearLine> years{};    // newest first
    std::vector<PageLine> areas{};

    html::Table table(const html::Out&) const;
    html::Table by_years(const html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("code", page.code), visit("name", page.name), visit("services", page.services);
        visit("municipalities", page.municipalities), visit("years", page.years), visit("areas", page.areas);
    }
    void write(html::Out&) const;
};

http::Response show_territory(const http::Request&, Permit<auth::may::Read>);
http::Response show_district(const http::Request&, Permit<auth::may::Read>);

}
