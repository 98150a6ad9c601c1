// The region's land: regions, districts, municipalities with their people, areas of one's own, boundaries.
#pragma once

#include "network/keeping.hpp"

#include <map>
#include <set>
#include <span>

namespace network {

struct Region {
    Id<Region> id{};
    std::string code{};    // NUTS 3: CZ051
    std::string name{};
    db::Bytes name_sort{};
    Kept kept{};

    static constexpr auto table = "regions";
    static constexpr auto content = "network";
    static void each_field(auto& region, auto& visit) {
        visit("id", region.id), visit("code", region.code), visit("name", region.name),
            visit("name_sort", region.name_sort);
        Kept::each_field(region.kept, visit);
    }
};

struct District {
    Id<District> id{};
    std::string kind = "orp";    // orp, pou
    std::string code{};          // 5104
    std::string name{};
    db::Bytes name_sort{};
    std::string short_name{};
    std::string region_code{};
    std::optional<std::string> orp_code{};    // around a pou
    std::optional<std::string> seat_code{};
    std::optional<std::int64_t> hex_column{};
    std::optional<std::int64_t> hex_row{};
    Kept kept{};

    static constexpr auto table = "districts";
    static constexpr auto content = "network";
    static void each_field(auto& district, auto& visit) {
        visit("id", district.id), visit("kind", district.kind), visit("code", district.code),
            visit("name", district.name);
        visit("name_sort", district.name_sort), visit("short_name", district.short_name);
        visit("region_code", district.region_code), visit("orp_code", district.orp_code);
        visit("seat_code", district.seat_code), visit("hex_column", district.hex_column),
            visit("hex_row", district.hex_row);
        Kept::each_field(district.kept, visit);
    }
};

struct Municipality {
    Id<Municipality> id{};
    std::string code{};    // LAU 2: 577197
    std::string name{};
    db::Bytes name_sort{};
    std::string kind = "I";    // I plain, II authorised office, III extended powers, V military area
    std::string orp_code{};
    std::optional<std::string> pou_code{};
    std::string region_code{};
    std::optional<double> latitude{};
    std::optional<double> longitude{};
    Kept kept{};

    static constexpr auto table = "municipalities";
    static constexpr auto content = "network";
    static void each_field(auto& municipality, auto& visit) {
        visit("id", municipality.id), visit("code", municipality.code), visit("name", municipality.name);
        visit("name_sort", municipality.name_sort), visit("kind", municipality.kind);
        visit("orp_code", municipality.orp_code), visit("pou_code", municipality.pou_code);
        visit("region_code", municipality.region_code), visit("latitude", municipality.latitude);
        visit("longitude", municipality.longitude);
        Kept::each_field(municipality.kept, visit);
    }
};

struct Population {
    Id<Population> id{};
    std::string municipality_code{};
    Date as_of{};
    std::optional<std::int64_t> age_from{};    // both nothing: everybody
    std::optional<std::int64_t> age_to{};
    std::int64_t count{};
    Kept kept{};

    static constexpr auto table = "populations";
    static constexpr auto content = "network";
    static void each_field(auto& population, auto& visit) {
        visit("id", population.id), visit("municipality_code", population.municipality_code),
            visit("as_of", population.as_of);
        visit("age_from", population.age_from), visit("age_to", population.age_to), visit("count", population.count);
        Kept::each_field(population.kept, visit);
    }
};

struct Area {
    Id<Area> id{};
    std::string code{};    // rokytnicko
    std::string name{};
    db::Bytes name_sort{};
    std::string kind{};    // mikroregion
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "areas";
    static constexpr auto content = "network";
    static void each_field(auto& area, auto& visit) {
        visit("id", area.id), visit("code", area.code), visit("name", area.name), visit("name_sort", area.name_sort);
        visit("kind", area.kind), visit("note", area.note);
        Kept::each_field(area.kept, visit);
    }
};

struct AreaMunicipality {
    Id<AreaMunicipality> id{};
    Id<Area> area_id{};
    std::string municipality_code{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "area_municipalities";
    static constexpr auto content = "network";
    static void each_field(auto& member, auto& visit) {
        visit("id", member.id), visit("area_id", member.area_id), visit("municipality_code", member.municipality_code);
        Validity::each_field(member.validity, visit), Kept::each_field(member.kept, visit);
    }
};

// A boundary as the database keeps it; the reader of GeoJSON has its own.
struct StoredBoundary {
    Id<StoredBoundary> id{};
    std::string kind{};    // municipality, pou, orp, region
    std::string code{};
    std::string polygons{};    // coordinates of a GeoJSON MultiPolygon
    Kept kept{};

    static constexpr auto table = "boundaries";
    static constexpr auto content = "network";
    static void each_field(auto& boundary, auto& visit) {
        visit("id", boundary.id), visit("kind", boundary.kind), visit("code", boundary.code);
        visit("polygons", boundary.polygons);
        Kept::each_field(boundary.kept, visit);
    }
};

// The whole territory in memory, as it is on a day; small enough to read at once and quick to ask.
class Territory {
public:
    static Territory read(db::Session&, Date day);

    const std::vector<Region>& regions() const { return regions_; }                        // by name
    const std::vector<District>& districts() const { return districts_; }                  // by name, both kinds
    const std::vector<Municipality>& municipalities() const { return municipalities_; }    // by name
    const std::vector<Area>& areas() const { return areas_; }                              // by name

    const Municipality* municipality(std::string_view code) const;
    const District* orp(std::string_view code) const;
    const District* pou(std::string_view code) const;
    const Region* region(std::string_view code) const;
    const Area* area(std::string_view code) const;
    std::string name(std::string_view level, std::string_view code) const;    // the code itself where nothing is known

    // Codes of the municipalities of a region, orp, pou, municipality, area or country.
    std::set<std::string> municipalities_of(std::string_view level, std::string_view code) const;
    // A code or a name as people type it: ORP Jilemnice, Jilemnice, 5104.
    const District* find_orp(std::string_view code_or_name) const;
    std::vector<const Municipality*> find_municipalities(std::string_view code_or_name) const;

private:
    std::vector<Region> regions_;
    std::vector<District> districts_;
    std::vector<Municipality> municipalities_;
    std::vector<Area> areas_;
    std::map<std::string, const Municipality*, std::less<>> by_code_;
    std::map<std::string, std::set<std::string>, std::less<>> members_;    // of areas

public:
    // by_code_ points into municipalities_: it may move, not be copied.
    Territory() = default;
    Territory(Territory&&) = default;
    Territory& operator=(Territory&&) = default;
};

// The newest count of everybody in each municipality, as known for the day.
std::map<std::string, std::int64_t> population_by_municipality(db::Session&, Date day);
std::vector<Population> populations_of(db::Session&, const std::string& municipality_code);    // newest first
std::vector<StoredBoundary> boundaries(db::Session&, const std::string& kind);

}
