// Projects degrees to a drawing and writes its paths.
#include "network/public_pages/territory_map.hpp"

#include "network/territory/municipality_cells.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace network {

namespace {

constexpr double drawing_width = 480, margin = 4;
constexpr double finest = 0.7;    // corners nearer to each other than this are one, in pixels

// An equirectangular drawing is true enough over a region: north is up, a kilometre is as long each way.
struct Projection {
    double west, north, scale, squeeze;

    std::pair<double, double> at(double longitude, double latitude) const {
        return {margin + (longitude - west) * squeeze * scale, margin + (north - latitude) * scale};
    }
};

struct Frame {
    double west = std::numeric_limits<double>::max(), east = std::numeric_limits<double>::lowest();
    double south = west, north = east;

    void hold(const GeoPoint& point) {
        west = std::min(west, point.longitude), east = std::max(east, point.longitude);
        south = std::min(south, point.latitude), north = std::max(north, point.latitude);
    }
    Projection projection() const {
        auto squeeze = std::cos((south + north) / 2 * std::numbers::pi / 180);
        return {west, north, (drawing_width - 2 * margin) / std::max((east - west) * squeeze, 1e-6), squeeze};
    }
};

std::string path_of(const std::vector<GeoPolygon>& polygons, const Projection& projection) {
    std::string path;
    for (auto& polygon : polygons)
        for (auto& ring : polygon) {
            std::optional<std::pair<double, double>> last;
            for (auto& point : ring) {
                auto here = projection.at(point.longitude, point.latitude);
                if (last && std::hypot(here.first - last->first, here.second - last->second) < finest) continue;
                path += fmt::format("{}{:.1f} {:.1f}", last ? "L" : "M", here.first, here.second);
                last = here;
            }
            path += "Z";
        }
    return path;
}

// The land nearest to each municipality, joined by districts.
std::map<std::string, std::vector<GeoPolygon>> drawn_from_points(const Territory& territory,
                                                                 const std::vector<const District*>& districts) {
    std::vector<CellPoint> points;
    for (auto& town : territory.municipalities()) {
        bool ours = std::ranges::any_of(districts, [&](auto district) { return district->code == town.orp_code; });
        if (ours && town.latitude && town.longitude)
            points.push_back({town.code, town.name, town.orp_code, {*town.longitude, *town.latitude}});
    }
    std::map<std::string, std::vector<GeoPolygon>> land;
    if (points.size() < 3) return land;
    auto cells = cells_from_points(points);
    for (auto& group : group_cells(points, cells)) land[group.code] = std::move(group.polygons);
    return land;
}

// The middle of the district's municipalities, where its name is written.
std::optional<GeoPoint> middle(const Territory& territory, const std::string& district) {
    double longitude = 0, latitude = 0;
    int count = 0;
    for (auto& town : territory.municipalities())
        if (town.orp_code == district && town.longitude && town.latitude)
            longitude += *town.longitude, latitude += *town.latitude, ++count;
    if (count == 0) return {};
    return GeoPoint{longitude / count, latitude / count};
}

// Names of small districts side by side would stand on each other: they move apart, up and down, until they do not.
void part_names(std::vector<DistrictShape>& shapes) {
    constexpr double letter = 7, two_lines = 30, step = 0.5;    // at the size of letters on a narrow page
    auto wide = [](const DistrictShape& shape) {
        return letter * double(std::ranges::count_if(shape.short_name, [](char c) { return (c & 0xC0) != 0x80; }));
    };
    bool moved = true;
    for (int round = 0; moved && round < 60; ++round) {
        moved = false;
        for (std::size_t one = 0; one < shapes.size(); ++one)
            for (std::size_t other = one + 1; other < shapes.size(); ++other) {
                auto &upper = shapes[one].y <= shapes[other].y ? shapes[one] : shapes[other],
                     &lower = &upper == &shapes[one] ? shapes[other] : shapes[one];
                if (std::abs(upper.x - lower.x) >= (wide(upper) + wide(lower)) / 2) continue;
                if (lower.y - upper.y >= two_lines) continue;
                upper.y -= step, lower.y += step, moved = true;
            }
    }
}

}

std::vector<GeoPolygon> stored_polygons(const StoredBoundary& stored) {
    boost::system::error_code failed;
    auto root = boost::json::parse(stored.polygons, failed);
    std::vector<GeoPolygon> polygons;
    if (failed || !root.is_array()) return polygons;
    for (auto& polygon : root.as_array()) {
        auto& rings = polygons.emplace_back();
        if (!polygon.is_array()) return {};
        for (auto& ring : polygon.as_array()) {
            auto& points = rings.emplace_back();
            if (!ring.is_array()) return {};
            for (auto& point : ring.as_array()) {
                if (!point.is_array() || point.as_array().size() < 2 || !point.as_array()[0].is_number() ||
                    !point.as_array()[1].is_number())
                    return {};
                points.push_back({point.as_array()[0].to_number<double>(), point.as_array()[1].to_number<double>()});
            }
        }
    }
    return polygons;
}

TerritoryMap territory_map(const std::vector<StoredBoundary>& boundaries, const Territory& territory,
                           const std::vector<const District*>& districts) {
    std::map<std::string, std::vector<GeoPolygon>> land;
    for (auto& boundary : boundaries)
        if (std::ranges::any_of(districts, [&](auto district) { return district->code == boundary.code; }))
            land[boundary.code] = stored_polygons(boundary);
    TerritoryMap map;
    // Borders drawn in two ways would not meet, so given ones are used for all districts or for none.
    map.schematic = land.size() < districts.size();
    if (map.schematic) land = drawn_from_points(territory, districts);
    if (land.empty()) return map;
    Frame frame;
    for (auto& [code, polygons] : land)
        for (auto& polygon : polygons)
            for (auto& ring : polygon)
                for (auto& point : ring) frame.hold(point);
    auto projection = frame.projection();
    map.width = drawing_width, map.height = projection.at(frame.east, frame.south).second + margin;
    for (auto district : districts) {
        auto found = land.find(district->code);
        if (found == land.end()) continue;
        DistrictShape shape{district->code, district->name,
                            district->short_name.empty() ? district->name : district->short_name};
        shape.path = path_of(found->second, projection);
        if (auto at = middle(territory, district->code))
            std::tie(shape.x, shape.y) = projection.at(at->longitude, at->latitude);
        map.shapes.push_back(std::move(shape));
    }
    part_names(map.shapes);
    return map;
}

std::shared_ptr<const TerritoryMap> DrawnLand::at(std::int64_t version, const std::function<TerritoryMap()>& draw) {
    std::lock_guard lock{mutex_};
    if (version != version_) land_ = std::make_shared<const TerritoryMap>(draw()), version_ = version;
    return land_;
}
}
