// Walks a parsed FeatureCollection and refuses what cannot be drawn on a map of Czechia.
#include "network/territory/geojson.hpp"

#include "platform/base/utf8.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <array>
#include <set>

namespace network {

namespace {

namespace json = boost::json;
using Fault = GeoJsonFault;

constexpr std::array<std::string_view, 16> names{
    "not_utf8",    "not_json",      "truncated",      "too_deep",        "too_large",  "not_a_collection",
    "no_features", "feature_wrong", "geometry_wrong", "code_missing",    "code_twice", "coordinates_wrong",
    "ring_short",  "ring_open",     "outside",        "too_many_points",
};
static_assert(names.size() == static_cast<std::size_t>(Fault::too_many_points) + 1);

constexpr std::size_t depth_max = 20;    // coordinates of a MultiPolygon are 8 deep

}

std::string_view name_of(GeoJsonFault kind) { return names[static_cast<std::size_t>(kind)]; }

GeoJsonError::GeoJsonError(GeoJsonFault kind, std::uint64_t feature, std::vector<std::string> values)
    : std::runtime_error{"GeoJSON: " + std::string{name_of(kind)} + " in feature " + std::to_string(feature)},
      kind{kind},
      feature{feature},
      values{std::move(values)} {
    this->values.push_back(std::to_string(feature));
}

std::string GeoJsonError::text_key() const { return "geojson.error." + std::string{name_of(kind)}; }

namespace {

json::value parsed(std::string_view text) {
    json::parse_options options;
    options.max_depth = depth_max;
    json::error_code ec;
    auto root = json::parse({text.data(), text.size()}, ec, {}, options);
    if (ec == json::error::incomplete) throw GeoJsonError{Fault::truncated, 0};
    if (ec == json::error::too_deep) throw GeoJsonError{Fault::too_deep, 0};
    if (ec) throw GeoJsonError{Fault::not_json, 0};
    return root;
}

const json::object* object_in(const json::object& in, const char* key) {
    auto* found = in.if_contains(key);
    return found ? found->if_object() : nullptr;
}

std::string text_in(const json::object& in, const char* key) {
    auto* found = in.if_contains(key);
    if (!found) return {};
    if (auto* text = found->if_string()) return {text->data(), text->size()};
    return found->is_int64() ? std::to_string(found->get_int64()) : std::string{};
}

// Reads the features one by one and counts points over all of them.
class Reader {
public:
    explicit Reader(const GeoJsonLimits& limits) : limits_{limits} {}
    std::vector<Boundary> boundaries(const json::value& root);

private:
    [[noreturn]] void fail(Fault kind, std::vector<std::string> values = {}) const {
        throw GeoJsonError{kind, feature_, std::move(values)};
    }
    Boundary boundary(const json::value& feature);
    GeoPolygon polygon(const json::value& rings);
    GeoRing ring(const json::value& points);
    GeoPoint point(const json::value& position);
    const json::array& array(const json::value& value) const {
        auto* array = value.if_array();
        return array ? *array : (fail(Fault::coordinates_wrong), *array);
    }

    const GeoJsonLimits& limits_;
    std::uint64_t feature_ = 0;
    std::size_t points_ = 0;
};

std::vector<Boundary> Reader::boundaries(const json::value& root) {
    auto* collection = root.if_object();
    if (!collection || text_in(*collection, "type") != "FeatureCollection") fail(Fault::not_a_collection);
    auto* features = collection->if_contains("features");
    if (!features || !features->is_array() || features->get_array().empty()) fail(Fault::no_features);
    std::vector<Boundary> boundaries;
    std::set<std::string> codes;
    for (auto& feature : features->get_array()) {
        ++feature_;
        boundaries.push_back(boundary(feature));
        if (!codes.insert(boundaries.back().code).second) fail(Fault::code_twice, {boundaries.back().code});
    }
    return boundaries;
}

Boundary Reader::boundary(const json::value& feature) {
    auto* object = feature.if_object();
    if (!object || text_in(*object, "type") != "Feature") fail(Fault::feature_wrong);
    auto* geometry = object_in(*object, "geometry");
    if (!geometry) fail(Fault::feature_wrong);

    Boundary boundary;
    if (auto* properties = object_in(*object, "properties")) {
        boundary.code = text_in(*properties, "code");
        boundary.name = text_in(*properties, "name");
        if (boundary.name.empty()) boundary.name = text_in(*properties, "nazev");
    }
    if (boundary.code.empty()) boundary.code = text_in(*object, "id");
    if (boundary.code.empty()) fail(Fault::code_missing);

    auto type = text_in(*geometry, "type");
    auto* coordinates = geometry->if_contains("coordinates");
    if (type != "Polygon" && type != "MultiPolygon") fail(Fault::geometry_wrong, {type.substr(0, 40)});
    if (!coordinates) fail(Fault::coordinates_wrong);
    if (type == "Polygon") boundary.polygons.push_back(polygon(*coordinates));
    else
        for (auto& rings : array(*coordinates)) boundary.polygons.push_back(polygon(rings));
    if (boundary.polygons.empty()) fail(Fault::coordinates_wrong);
    return boundary;
}

GeoPolygon Reader::polygon(const json::value& rings) {
    GeoPolygon polygon;
    for (auto& points : array(rings)) polygon.push_back(ring(points));
    if (polygon.empty()) fail(Fault::coordinates_wrong);
    return polygon;
}

// RFC 7946, 3.1.6: four or more positions, the first and the last are the same.
GeoRing Reader::ring(const json::value& points) {
    GeoRing ring;
    for (auto& position : array(points)) {
        if (++points_ > limits_.points) fail(Fault::too_many_points, {std::to_string(limits_.points)});
        ring.push_back(point(position));
    }
    if (ring.size() < 4) fail(Fault::ring_short);
    if (ring.front() != ring.back()) fail(Fault::ring_open);
    return ring;
}

// A third number is a height and says nothing here.
GeoPoint Reader::point(const json::value& position) {
    auto& numbers = array(position);
    if (numbers.size() < 2 || numbers.size() > 3 || !numbers[0].is_number() || !numbers[1].is_number())
        fail(Fault::coordinates_wrong);
    GeoPoint point{numbers[0].to_number<double>(), numbers[1].to_number<double>()};
    bool inside = point.longitude >= limits_.west && point.longitude <= limits_.east &&
                  point.latitude >= limits_.south && point.latitude <= limits_.north;
    if (!inside) fail(Fault::outside, {fmt::format("{:.6g}", point.longitude), fmt::format("{:.6g}", point.latitude)});
    return point;
}

}

std::vector<Boundary> read_geojson(std::string_view text, const GeoJsonLimits& limits) {
    if (text.size() > limits.bytes) throw GeoJsonError{Fault::too_large, 0, {std::to_string(limits.bytes)}};
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (utf8::first_fault(text) != text.npos || text.find('\0') != text.npos) throw GeoJsonError{Fault::not_utf8, 0};
    return Reader{limits}.boundaries(parsed(text));
}

}
