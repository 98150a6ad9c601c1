// The land of districts drawn as SVG: by the boundaries an office gave us, or by the land nearest to each municipality.
#pragma once

#include "network/territory/geojson.hpp"
#include "network/territory/territory.hpp"
#include "platform/html/charts.hpp"

#include <functional>
#include <memory>
#include <mutex>

namespace network {

struct DistrictShape {
    std::string code{}, name{}, short_name{}, href{};
    std::string path{};         // of an SVG path
    std::string css_class{};    // q1–q4, as on the map of equal cells
    std::int64_t value{};
    double x{}, y{};    // where the name stands

    std::string spoken() const { return name + " " + std::to_string(value); }
    std::string name_x() const { return html::HexCell::number(x); }
    std::string name_y() const { return html::HexCell::number(y - 2); }
    std::string value_y() const { return html::HexCell::number(y + 12); }
};

struct TerritoryMap {
    std::string text{}, caption{};
    std::vector<DistrictShape> shapes{};
    double width{}, height{};
    bool schematic{};    // no boundaries were imported

    std::string view_box() const { return "0 0 " + html::HexCell::number(width) + " " + html::HexCell::number(height); }
    void write(html::Out&) const;
};

// One shape for each district, in their order; without points of municipalities there is nothing to draw.
TerritoryMap territory_map(const std::vector<StoredBoundary>&, const Territory&, const std::vector<const District*>&);

// Keeps the land as it was drawn at one content version: joining the cells of hundreds of municipalities takes longer
// than the rest of the page.
class DrawnLand {
public:
    std::shared_ptr<const TerritoryMap> at(std::int64_t version, const std::function<TerritoryMap()>& draw);

private:
    std::mutex mutex_;
    std::int64_t version_ = -1;
    std::shared_ptr<const TerritoryMap> land_;
};

// Coordinates of a GeoJSON MultiPolygon; nothing if they cannot be read.
std::vector<GeoPolygon> stored_polygons(const StoredBoundary&);

}
