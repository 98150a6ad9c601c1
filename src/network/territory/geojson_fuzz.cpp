// Whatever bytes come as boundaries, they are read or refused; what was read is closed and lies in Czechia.
#include "network/territory/geojson.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    try {
        for (auto& boundary : network::read_geojson({reinterpret_cast<const char*>(bytes), size}, {.points = 1000}))
            for (auto& polygon : boundary.polygons)
                for (auto& ring : polygon)
                    if (ring.size() < 4 || ring.front() != ring.back() || !(ring[0].longitude >= 11)) std::abort();
    } catch (const network::GeoJsonError& error) {
        if (error.values.empty()) std::abort();
    }
    return 0;
}
