// Brings municipalities, their people by age and their boundaries into the territory from tables and maps of an office.
#pragma once

#include "network/territory/geojson.hpp"
#include "network/territory/territory.hpp"

#include <istream>

namespace network {

enum class TerritoryFault {
    code_wrong,    // value 1: the cell; a municipality has six digits, a district four, a region CZ and three
    name_missing,
    number_wrong,            // value 1: the column, value 2: the cell
    date_wrong,              // value 1: the cell
    point_wrong,             // value 1: latitude, value 2: longitude; not degrees in or near Czechia
    code_twice,              // value 1: the code
    ages_differ,             // value 1: the code; the age groups do not add up to the population
    municipality_unknown,    // value 1: the code, in the table of ages
    boundary_unknown,        // value 1: the code, of no municipality, district or region here
};

// What is wrong and where: the row of the table, or the number of the boundary in its file.  Tables that are no tables
// throw csv::Error, maps that are no maps GeoJsonError.
class TerritoryError : public std::runtime_error {
public:
    TerritoryError(TerritoryFault fault, std::uint64_t row, std::vector<std::string> values = {});

    TerritoryFault fault;
    std::uint64_t row;
    std::vector<std::string> values;    // those of the fault, then the row
    std::string text_key() const;       // territory_import.error.code_wrong
};

struct Tally {
    std::int64_t added{}, changed{}, same{};
};

struct TerritoryImport {
    Tally regions, districts, municipalities, populations, boundaries;
};

struct TerritoryFiles {
    // code,name,orp_code,orp_name,region_code,region_name,lat,lon,population,population_year
    std::istream* municipalities{};
    // code,population,age_0_14,age_15_64,age_65_plus,as_of
    std::istream* ages{};
    std::vector<std::string> boundaries;    // texts of GeoJSON
};

// Everything is read and checked before the first row is written, so a fault changes nothing.  Found by code; what the
// tables do not tell (kind, authorised office) stays.
TerritoryImport import_territory(const Author&, const TerritoryFiles&);

}
