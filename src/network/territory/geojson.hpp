// Reads boundaries of municipalities, districts and regions from GeoJSON (RFC 7946).
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace network {

// Degrees of WGS84, in GeoJSON's order.
struct GeoPoint {
    double longitude, latitude;
    bool operator==(const GeoPoint&) const = default;
};

using GeoRing = std::vector<GeoPoint>;      // closed: the last point is the first
using GeoPolygon = std::vector<GeoRing>;    // the outer ring, then holes

struct Boundary {
    std::string code;
    std::string name;
    std::vector<GeoPolygon> polygons;
};

enum class GeoJsonFault {
    not_utf8,
    not_json,
    truncated,
    too_deep,
    too_large,           // in bytes; value 1: the limit
    not_a_collection,    // the root is no FeatureCollection
    no_features,
    feature_wrong,        // a feature without properties or geometry
    geometry_wrong,       // value 1: what it is instead of Polygon or MultiPolygon
    code_missing,         // neither id nor a property code
    code_twice,           // value 1: the code
    coordinates_wrong,    // not arrays of numbers
    ring_short,           // fewer than four points
    ring_open,            // the last point is not the first
    outside,              // value 1: longitude, value 2: latitude; not in or near Czechia
    too_many_points,      // value 1: the limit
};

std::string_view name_of(GeoJsonFault);

// What is wrong and in which feature (from 1; 0 when it concerns the file).
class GeoJsonError : public std::runtime_error {
public:
    GeoJsonError(GeoJsonFault kind, std::uint64_t feature, std::vector<std::string> values = {});

    GeoJsonFault kind;
    std::uint64_t feature;
    std::vector<std::string> values;    // those of the kind, then the feature
    std::string text_key() const;       // geojson.error.ring_open
};

struct GeoJsonLimits {
    std::size_t bytes = 32 << 20;
    std::size_t points = 200'000;
    // Roughly Czechia.  Swapped axes and metres of the national grid fall outside.
    double west = 11, east = 20, south = 47, north = 52;
};

// The code is the property code, else the feature's id; the name is the property name (or nazev), may be empty.
std::vector<Boundary> read_geojson(std::string_view text, const GeoJsonLimits& limits = {});

}
