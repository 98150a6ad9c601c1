// The land as layers of the geographic map: districts and municipalities as GeoJSON, by given boundaries or by the land
// that is nearest to each municipality.
#pragma once

#include "network/territory/geojson.hpp"
#include "network/territory/territory.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/http/respond.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace network {

struct LandLayers {
    std::string districts{}, municipalities{};    // GeoJSON, features with code and name
};

// Both layers of a region's land; of all we have, where it has none of its own.
LandLayers land_layers(db::Session&, const Territory&, const std::string& region);

// Keeps them as they were drawn at one content version.
class LandLayerStore {
public:
    std::shared_ptr<const LandLayers> at(std::int64_t version, const std::function<LandLayers()>& draw);

private:
    std::mutex mutex_;
    std::int64_t version_ = -1;
    std::shared_ptr<const LandLayers> layers_;
};

http::Response show_land_layer(const http::Request&, Permit<auth::may::Read>);

}
