// Draws the layers and answers with one of them.
#include "network/places_map/land_layers.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/territory_map.hpp"
#include "network/territory/municipality_cells.hpp"

#include <boost/json.hpp>

#include <cmath>

namespace network {

namespace {

namespace json = boost::json;

constexpr double degrees_kept = 1e5;    // a metre

json::array as_json(const std::vector<GeoPolygon>& polygons) {
    json::array all;
    for (auto& polygon : polygons) {
        json::array rings;
        for (auto& ring : polygon) {
            json::array points;
            for (auto& point : ring)
                points.push_back(json::array{std::round(point.longitude * degrees_kept) / degrees_kept,
                                             std::round(point.latitude * degrees_kept) / degrees_kept});
            rings.push_back(std::move(points));
        }
        all.push_back(std::move(rings));
    }
    return all;
}

class Layer {
public:
    void add(const std::string& code, const std::string& name, const std::vector<GeoPolygon>& polygons) {
        features_.push_back(
            json::object{{"type", "Feature"},
                         {"properties", json::object{{"code", code}, {"name", name}}},
                         {"geometry", json::object{{"type", "MultiPolygon"}, {"coordinates", as_json(polygons)}}}});
    }
    std::string text() {
        return json::serialize(json::object{{"type", "FeatureCollection"}, {"features", std::move(features_)}});
    }

private:
    json::array features_;
};

std::vector<CellPoint> points_of(const Territory& territory, const std::string& region) {
    std::vector<CellPoint> own, all;
    for (auto& town : territory.municipalities()) {
        if (!town.latitude || !town.longitude) continue;
        all.push_back({town.code, town.name, town.orp_code, {*town.longitude, *town.latitude}});
        if (town.region_code == region) own.push_back(all.back());
    }
    return own.empty() ? all : own;
}

// Given boundaries are used for all or for none: drawn in two ways they would not meet.
template <class Code>
std::vector<Boundary> given(db::Session& db, const std::string& kind, const std::set<Code>& wanted) {
    std::vector<Boundary> found;
    for (auto& stored : boundaries(db, kind))
        if (wanted.contains(stored.code)) found.push_back({stored.code, {}, stored_polygons(stored)});
    if (found.size() < wanted.size()) found.clear();
    return found;
}

}

LandLayers land_layers(db::Session& db, const Territory& territory, const std::string& region) {
    auto points = points_of(territory, region);
    if (points.size() < 3) return {Layer{}.text(), Layer{}.text()};
    std::set<std::string> towns, districts;
    for (auto& point : points) towns.insert(point.code), districts.insert(point.group);
    auto cells = cells_from_points(points);
    auto land_of_districts = given(db, "orp", districts), land_of_towns = given(db, "municipality", towns);
    if (land_of_districts.empty()) land_of_districts = group_cells(points, cells);
    if (land_of_towns.empty()) land_of_towns = std::move(cells);
    Layer upper, lower;
    for (auto& land : land_of_districts) upper.add(land.code, territory.name("orp", land.code), land.polygons);
    for (auto& land : land_of_towns) lower.add(land.code, territory.name("municipality", land.code), land.polygons);
    return {upper.text(), lower.text()};
}

std::shared_ptr<const LandLayers> LandLayerStore::at(std::int64_t version, const std::function<LandLayers()>& draw) {
    std::lock_guard lock{mutex_};
    if (version != version_) layers_ = std::make_shared<const LandLayers>(draw()), version_ = version;
    return layers_;
}

http::Response show_land_layer(const http::Request& request, Permit<auth::may::Read> permit) {
    auto named = request.parameter("vrstva");
    if (named != "obvody" && named != "obce") throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    auto layers = request.use<LandLayerStore>().at(
        model->version(), [&] { return land_layers(permit.db(), model->territory(), request.facts->region_code); });
    http::Response response;
    response.type = "application/geo+json";
    response.body = named == "obvody" ? layers->districts : layers->municipalities;
    return response;
}

}
