// Draws cells with GEOS on a plane where a kilometre is as long in both directions.
#include "network/territory/municipality_cells.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <map>
#include <memory>
#include <numbers>
#include <set>

namespace network {

namespace {

constexpr double km_per_degree = 111.32;    // of latitude
constexpr double apart_km = 0.001;
constexpr double hull_ratio = 0.5;    // 0 hugs the points, 1 is convex
constexpr int arc_segments = 8;

// GEOS, one context for each call: its functions are reentrant that way.
class Geos {
public:
    Geos() : context_{GEOS_init_r()} { GEOSContext_setErrorMessageHandler_r(context_, keep, &message_); }
    ~Geos() { GEOS_finish_r(context_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    operator GEOSContextHandle_t() const { return context_; }

    // Takes a geometry into care; nullptr is GEOS's way to say that it failed.
    auto own(GEOSGeometry* geometry) const {
        if (!geometry) throw std::runtime_error{"GEOS: " + message_};
        auto destroy = [this](GEOSGeometry* g) { GEOSGeom_destroy_r(context_, g); };
        return std::unique_ptr<GEOSGeometry, decltype(destroy)>{geometry, destroy};
    }

private:
    static void keep(const char* message, void* into) { *static_cast<std::string*>(into) = message; }

    GEOSContextHandle_t context_;
    std::string message_;
};

using Shape = decltype(std::declval<const Geos&>().own(nullptr));

// Degrees to kilometres around the middle of the points and back.
struct Plane {
    double stretch = 1;

    explicit Plane(double latitude) : stretch{std::cos(latitude * std::numbers::pi / 180)} {}
    double x(GeoPoint at) const { return at.longitude * km_per_degree * stretch; }
    double y(GeoPoint at) const { return at.latitude * km_per_degree; }
    // To a tenth of a metre: neighbours keep the very same corners.
    GeoPoint back(double x, double y) const {
        return {std::round(x / km_per_degree / stretch * 1e6) / 1e6, std::round(y / km_per_degree * 1e6) / 1e6};
    }
};

Plane plane_of(std::span<const CellPoint> points) {
    double sum = 0;
    for (auto& point : points) {
        auto [longitude, latitude] = point.at;
        if (!(std::abs(longitude) <= 180) || !(std::abs(latitude) < 89))
            throw std::invalid_argument{"no place: " + point.code};
        sum += latitude;
    }
    return Plane{points.empty() ? 0 : sum / static_cast<double>(points.size())};
}

// Two villages at one place would share a cell.
std::vector<std::pair<double, double>> places_apart(std::span<const CellPoint> points, const Plane& plane) {
    std::vector<std::pair<double, double>> places;
    std::set<std::pair<double, double>> taken;
    for (auto& point : points) {
        std::pair place{plane.x(point.at), plane.y(point.at)};
        while (!taken.insert(place).second) place.first += apart_km;
        places.push_back(place);
    }
    return places;
}

Shape points_together(const Geos& geos, const std::vector<std::pair<double, double>>& places) {
    std::vector<GEOSGeometry*> each;
    for (auto [x, y] : places) each.push_back(geos.own(GEOSGeom_createPointFromXY_r(geos, x, y)).release());
    return geos.own(
        GEOSGeom_createCollection_r(geos, GEOS_MULTIPOINT, each.data(), static_cast<unsigned>(each.size())));
}

Shape land_of(const Geos& geos, const Shape& points, double margin_km) {
    auto hull = geos.own(GEOSConcaveHull_r(geos, points.get(), hull_ratio, 0));
    return geos.own(GEOSBuffer_r(geos, hull.get(), margin_km, arc_segments));
}

GeoRing ring_of(const Geos& geos, const GEOSGeometry* ring, const Plane& plane) {
    auto* coordinates = GEOSGeom_getCoordSeq_r(geos, ring);
    unsigned size = 0;
    if (!coordinates || !GEOSCoordSeq_getSize_r(geos, coordinates, &size))
        throw std::runtime_error{"GEOS: a ring without points"};
    GeoRing points;
    for (unsigned n = 0; n < size; ++n) {
        double x = 0, y = 0;
        GEOSCoordSeq_getXY_r(geos, coordinates, n, &x, &y);
        points.push_back(plane.back(x, y));
    }
    return points;
}

std::vector<GeoPolygon> polygons_of(const Geos& geos, const GEOSGeometry* shape, const Plane& plane) {
    std::vector<GeoPolygon> polygons;
    int count = GEOSGetNumGeometries_r(geos, shape);
    for (int n = 0; n < count; ++n) {
        auto* part = GEOSGetGeometryN_r(geos, shape, n);
        if (GEOSGeomTypeId_r(geos, part) != GEOS_POLYGON || GEOSisEmpty_r(geos, part)) continue;
        GeoPolygon polygon{ring_of(geos, GEOSGetExteriorRing_r(geos, part), plane)};
        int holes = GEOSGetNumInteriorRings_r(geos, part);
        for (int hole = 0; hole < holes; ++hole)
            polygon.push_back(ring_of(geos, GEOSGetInteriorRingN_r(geos, part, hole), plane));
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

// GEOS gives the cells in an order of its own: an index finds the point within each.
class PointIndex {
public:
    PointIndex(const Geos& geos, const Shape& points)
        : geos_{geos},
          tree_{GEOSSTRtree_create_r(geos, 10)},
          numbers_(static_cast<std::size_t>(GEOSGetNumGeometries_r(geos, points.get()))) {
        for (std::size_t n = 0; n < numbers_.size(); ++n) {
            numbers_[n] = {n, GEOSGetGeometryN_r(geos, points.get(), static_cast<int>(n))};
            GEOSSTRtree_insert_r(geos, tree_, numbers_[n].point, &numbers_[n]);
        }
    }
    ~PointIndex() { GEOSSTRtree_destroy_r(geos_, tree_); }
    PointIndex(const PointIndex&) = delete;
    PointIndex& operator=(const PointIndex&) = delete;

    std::size_t within(const GEOSGeometry* cell) const {
        std::vector<const Numbered*> near;
        auto add = [](void* found, void* list) {
            static_cast<std::vector<const Numbered*>*>(list)->push_back(static_cast<const Numbered*>(found));
        };
        GEOSSTRtree_query_r(geos_, tree_, cell, add, &near);
        for (auto* one : near)
            if (GEOSContains_r(geos_, cell, one->point) == 1) return one->number;
        throw std::runtime_error{"a cell without its point"};
    }

private:
    struct Numbered {
        std::size_t number = 0;
        const GEOSGeometry* point = nullptr;
    };
    const Geos& geos_;
    GEOSSTRtree* tree_;
    std::vector<Numbered> numbers_;
};

Shape shape_of(const Geos& geos, const GeoPolygon& polygon, const Plane& plane) {
    auto ring = [&](const GeoRing& points) {
        auto* coordinates = GEOSCoordSeq_create_r(geos, static_cast<unsigned>(points.size()), 2);
        for (unsigned n = 0; n < points.size(); ++n)
            GEOSCoordSeq_setXY_r(geos, coordinates, n, plane.x(points[n]), plane.y(points[n]));
        return geos.own(GEOSGeom_createLinearRing_r(geos, coordinates));
    };
    auto outer = ring(polygon.at(0));
    std::vector<GEOSGeometry*> holes;
    for (std::size_t n = 1; n < polygon.size(); ++n) holes.push_back(ring(polygon[n]).release());
    return geos.own(GEOSGeom_createPolygon_r(geos, outer.release(), holes.data(), static_cast<unsigned>(holes.size())));
}

}

std::vector<Boundary> cells_from_points(std::span<const CellPoint> points, double margin_km) {
    std::vector<Boundary> boundaries;
    for (auto& point : points) boundaries.push_back({point.code, point.name, {}});
    auto plane = plane_of(points);
    if (points.empty()) return boundaries;
    Geos geos;
    auto together = points_together(geos, places_apart(points, plane));
    auto land = land_of(geos, together, margin_km);
    if (points.size() == 1) return boundaries[0].polygons = polygons_of(geos, land.get(), plane), boundaries;
    auto cells = geos.own(GEOSVoronoiDiagram_r(geos, together.get(), land.get(), 0, 0));
    PointIndex index{geos, together};
    int count = GEOSGetNumGeometries_r(geos, cells.get());
    for (int n = 0; n < count; ++n) {
        auto* cell = GEOSGetGeometryN_r(geos, cells.get(), n);
        auto clipped = geos.own(GEOSIntersection_r(geos, cell, land.get()));
        boundaries[index.within(cell)].polygons = polygons_of(geos, clipped.get(), plane);
    }
    return boundaries;
}

std::vector<Boundary> group_cells(std::span<const CellPoint> points, std::span<const Boundary> cells) {
    if (points.size() != cells.size()) throw std::invalid_argument{"not the cells of these points"};
    auto plane = plane_of(points);
    Geos geos;
    std::map<std::string, std::vector<GEOSGeometry*>> parts;
    for (std::size_t n = 0; n < points.size(); ++n)
        for (auto& polygon : cells[n].polygons)
            parts[points[n].group].push_back(shape_of(geos, polygon, plane).release());
    std::vector<Boundary> groups;
    for (auto& [code, shapes] : parts) {
        auto together = geos.own(
            GEOSGeom_createCollection_r(geos, GEOS_MULTIPOLYGON, shapes.data(), static_cast<unsigned>(shapes.size())));
        auto united = geos.own(GEOSUnaryUnion_r(geos, together.get()));
        groups.push_back({code, "", polygons_of(geos, united.get(), plane)});
    }
    return groups;
}

}
