// Finds with the catalogue, measures, and hands the points to the map.
#include "network/places_map/places_map.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/network.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/http/asset_pages.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace network {

namespace {

namespace json = boost::json;

std::optional<double> how_far(const CatalogueEntry& entry, Point from) {
    std::optional<double> least;
    for (auto& point : entry.points) {
        auto km = distance_km(from, point);
        if (!least || km < *least) least = km;
    }
    return least;
}

// West, south, east and north of the region's municipalities.
std::string bounds_of(const Territory& territory, const std::string& region) {
    double west = 180, south = 90, east = -180, north = -90;
    bool own = std::ranges::any_of(territory.municipalities(), [&](auto& town) { return town.region_code == region; });
    for (auto& town : territory.municipalities()) {
        if (!town.latitude || !town.longitude || (own && town.region_code != region)) continue;
        west = std::min(west, *town.longitude), east = std::max(east, *town.longitude);
        south = std::min(south, *town.latitude), north = std::max(north, *town.latitude);
    }
    return west > east ? "" : fmt::format("{:.4f},{:.4f},{:.4f},{:.4f}", west, south, east, north);
}

// Styles are set by the map's script on its own elements, which the policy allows; only tiles come from elsewhere.
std::string policy_with(const MapTiles& tiles) {
    auto origin = tiles.origin();
    return "default-src 'self'; img-src 'self' " + origin + "; connect-src 'self' " + origin +
           "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
}

}

MapGround map_ground(const http::Request& request, db::Session& db) {
    MapGround ground{http::asset_address("map.js"), http::asset_address("map-worker.js")};
    ground.bounds = bounds_of(request.use<Catalogue>().model(db)->territory(), request.facts->region_code);
    auto& tiles = request.use<MapTiles>();
    ground.tiles = tiles.address, ground.attribution = tiles.attribution;
    if (!tiles.address.empty()) ground.policy = policy_with(tiles);
    return ground;
}

std::string MapTiles::origin() const {
    auto begins = address.find("://");
    return begins == address.npos ? "" : address.substr(0, address.find('/', begins + 3));
}

std::string PlacesMapPage::from_point() const {
    return from ? fmt::format("{:.5f},{:.5f}", from->at.longitude, from->at.latitude) : "";
}

std::string PlacesMapPage::distance(const NearService& near, html::Out& out) const {
    auto number = fmt::format("{:.1f}", *near.kilometres);
    if (!english) std::ranges::replace(number, '.', ',');
    return out.text("places_map.kilometres", number);
}

http::PageHead PlacesMapPage::head(const i18n::Texts& texts) const {
    return {
        .title = texts.text("places_map.title"), .description = texts.text("places_map.lead"), .section = "/sluzby"};
}

http::Response show_places_map(const http::Request& request, Permit<auth::may::Read> permit) {
    CatalogueQuery::Problems ignored;
    PlacesMapPage page{request.use<Catalogue>().model(permit.db()), CatalogueQuery::read(request.asked, ignored)};
    page.typed = request.asked.first("odkud");
    page.english = request.texts->language() == "en";
    if (!page.typed.empty()) page.from = find_address(permit.db(), page.model->territory(), page.typed);
    auto found = page.model->find_all(page.query);
    page.total = found.size();
    for (auto at : found) {
        auto& entry = page.model->entry(at);
        if (entry.points.empty()) ++page.placeless;
        else page.nearest.push_back({&entry, page.from ? how_far(entry, page.from->at) : std::nullopt});
    }
    if (page.from) steady_sort(page.nearest, [](auto& a, auto& b) { return a.kilometres < b.kilometres; });
    if (page.nearest.size() > nearest_shown) page.nearest.resize(nearest_shown);
    page.filters = page.query.filters_address(page.query.kept_values());
    page.script = http::asset_address("map.js"), page.worker = http::asset_address("map-worker.js");
    page.bounds = bounds_of(page.model->territory(), request.facts->region_code);
    page.tiles = request.use<MapTiles>();
    auto response = respond(request, page);
    if (!page.tiles.address.empty()) response.headers.emplace_back("Content-Security-Policy", policy_with(page.tiles));
    return response;
}

http::Response show_places(const http::Request& request, Permit<auth::may::Read> permit) {
    CatalogueQuery::Problems ignored;
    auto query = CatalogueQuery::read(request.asked, ignored);
    auto model = request.use<Catalogue>().model(permit.db());
    bool english = request.texts->language() == "en";
    json::array features;
    for (auto at : model->find_all(query)) {
        auto& entry = model->entry(at);
        for (auto& point : entry.points)
            features.push_back(json::object{
                {"type", "Feature"},
                {"properties", json::object{{"slug", entry.slug},
                                            {"name", entry.name},
                                            {"provider", entry.provider},
                                            {"kind", english ? entry.english.kind : entry.kind}}},
                {"geometry",
                 json::object{{"type", "Point"}, {"coordinates", json::array{point.longitude, point.latitude}}}}});
    }
    http::Response response;
    response.type = "application/geo+json";
    response.body = json::serialize(json::object{{"type", "FeatureCollection"}, {"features", std::move(features)}});
    return response;
}

}
