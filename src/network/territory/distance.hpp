// How far two places are from each other, as the crow flies.
#pragma once

#include <optional>

namespace network {

struct Point {
    double latitude{};    // WGS 84, degrees
    double longitude{};
};

double distance_km(Point, Point);

}
