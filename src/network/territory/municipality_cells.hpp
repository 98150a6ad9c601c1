// Boundaries where nobody gave any: each municipality gets the land that is nearest to its point.
#pragma once

#include "network/territory/geojson.hpp"

#include <span>

namespace network {

struct CellPoint {
    std::string code;    // of the municipality
    std::string name;
    std::string group;    // code of its district (ORP); used by group_cells only
    GeoPoint at;
};

// One boundary for each point, in the order of the points: Voronoi cells clipped to the hull of all points widened by
// the margin.  Points at one place are moved apart by about a metre.  Throws std::invalid_argument for coordinates
// that are no numbers or no degrees.
std::vector<Boundary> cells_from_points(std::span<const CellPoint> points, double margin_km = 4);

// One boundary for each group, sorted by code: the union of its cells.  cells are those of the same points.
std::vector<Boundary> group_cells(std::span<const CellPoint> points, std::span<const Boundary> cells);

}
