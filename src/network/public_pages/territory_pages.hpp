// The region's land for everybody: its districts with people and services, and one district with its municipalities.
#pragma once

#include "network/public_pages/service_page.hpp"
#include "network/public_pages/territory_map.hpp"

namespace network {

// How many services reach a district: those that stand there or name it, and the others, which serve the whole region.
struct ServicesOfDistrict {
    std::int64_t near{}, regional{};

    std::int64_t all() const { return near + regional; }
    static void each_field(auto& services, auto& visit) {
        visit("services", services.all()), visit("services_near", services.near);
        visit("services_regional", services.regional);
    }
};

struct DistrictLine {
    std::string code{}, name{};
    std::int64_t municipalities{}, population{};
    ServicesOfDistrict services{};

    static void each_field(auto& line, auto& visit) {
        visit("code", line.code), visit("name", line.name), visit("municipalities", line.municipalities);
        visit("population", line.population), ServicesOfDistrict::each_field(line.services, visit);
    }
};

struct TerritoryPage {
    std::string region{};
    TerritoryMap map{};
    std::vector<DistrictLine> districts{};
    std::vector<PageLine> areas{};
    std::int64_t regional{};    // services that reach some of the districts only with the whole region
    std::int64_t population() const;
    std::int64_t municipalities() const;

    html::Table table(const html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("districts", page.districts), visit("services_regional", page.regional), visit("areas", page.areas);
    }
    void write(html::Out&) const;
};

struct MunicipalityLine {
    std::string code{}, name{}, kind{};
    std::optional<std::int64_t> population{}, children{}, adults{}, seniors{};
    std::optional<Date> as_of{};

    static void each_field(auto& line, auto& visit) {
        visit("code", line.code), visit("name", line.name), visit("kind", line.kind),
            visit("population", line.population);
        visit("age_0_14", line.children), visit("age_15_64", line.adults), visit("age_65_plus", line.seniors),
            visit("as_of", line.as_of);
    }
};

struct YearLine {
    Date as_of{};
    std::int64_t population{}, children{}, adults{}, seniors{}, municipalities{};

    static void each_field(auto& line, auto& visit) {
        visit("as_of", line.as_of), visit("population", line.population), visit("age_0_14", line.children);
        visit("age_15_64", line.adults), visit("age_65_plus", line.seniors),
            visit("municipalities", line.municipalities);
    }
};

struct DistrictPage {
    std::string code{}, name{}, region{};
    ServicesOfDistrict services{};
    std::vector<MunicipalityLine> municipalities{};
    std::vector<YearLine> years{};    // newest first
    std::vector<PageLine> areas{};

    html::Table table(const html::Out&) const;
    html::Table by_years(const html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("code", page.code), visit("name", page.name), ServicesOfDistrict::each_field(page.services, visit);
        visit("municipalities", page.municipalities), visit("years", page.years), visit("areas", page.areas);
    }
    void write(html::Out&) const;
};

http::Response show_territory(const http::Request&, Permit<auth::may::Read>);
http::Response show_district(const http::Request&, Permit<auth::may::Read>);

}
