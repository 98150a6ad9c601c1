// Haversine on a ball of the Earth's mean radius: within half a percent, which is plenty for “near”.
#include "network/territory/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace network {

double distance_km(Point a, Point b) {
    constexpr auto earth_radius_km = 6371.0088, radians = std::numbers::pi / 180;
    auto half_sine = [](double angle) { return std::sin(angle / 2) * std::sin(angle / 2); };
    auto h = half_sine((b.latitude - a.latitude) * radians) + std::cos(a.latitude * radians) *
                                                                  std::cos(b.latitude * radians) *
                                                                  half_sine((b.longitude - a.longitude) * radians);
    return 2 * earth_radius_km * std::asin(std::sqrt(std::min(1.0, h)));
}

}
