// Cells drawn around municipalities' points where nobody gave boundaries.
#include "network/territory/municipality_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace network {
namespace {

// Twelve villages in three rows of four; the two western columns belong to Jilemnice, the eastern ones to Semily.
std::vector<CellPoint> villages() {
    std::vector<CellPoint> points;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            points.push_back({std::to_string(row) + std::to_string(column),
                              "Ves",
                              column < 2 ? "5104" : "5107",
                              {15.2 + 0.07 * column, 50.5 + 0.045 * row}});
    return points;
}

// Even–odd rule over all rings.
bool contains(const Boundary& boundary, GeoPoint at) {
    bool inside = false;
    for (auto& polygon : boundary.polygons)
        for (auto& ring : polygon)
            for (std::size_t n = 1; n < ring.size(); ++n) {
                auto a = ring[n - 1], b = ring[n];
                if ((a.latitude > at.latitude) != (b.latitude > at.latitude) &&
                    at.longitude < a.longitude + (at.latitude - a.latitude) / (b.latitude - a.latitude) *
                                                     (b.longitude - a.longitude))
                    inside = !inside;
            }
    return inside;
}

}

TEST(MunicipalityCells, each_holds_its_own_point_and_no_other) {
    auto points = villages();
    auto cells = cells_from_points(points);
    ASSERT_EQ(cells.size(), points.size());
    for (std::size_t n = 0; n < cells.size(); ++n) {
        EXPECT_EQ(cells[n].code, points[n].code);
        ASSERT_EQ(cells[n].polygons.size(), 1u) << points[n].code;
        for (std::size_t other = 0; other < points.size(); ++other)
            EXPECT_EQ(contains(cells[n], points[other].at), n == other) << n << " " << other;
    }
}

TEST(MunicipalityCells, reach_as_far_as_the_margin_and_no_farther) {
    auto cells = cells_from_points(villages(), 4);
    GeoPoint near{15.2 - 3.5 / 71, 50.545}, far{15.2 - 4.5 / 71, 50.545};    // a degree is 71 km long here
    EXPECT_TRUE(contains(cells[4], near));
    for (auto& cell : cells) EXPECT_FALSE(contains(cell, far)) << cell.code;
}

TEST(MunicipalityCells, of_one_district_unite_to_one_piece) {
    auto points = villages();
    auto districts = group_cells(points, cells_from_points(points));
    ASSERT_EQ(districts.size(), 2u);
    EXPECT_EQ(districts[0].code, "5104");
    for (auto& district : districts) {
        ASSERT_EQ(district.polygons.size(), 1u) << district.code;
        EXPECT_EQ(district.polygons[0].size(), 1u) << "a hole in " << district.code;
        for (auto& point : points) EXPECT_EQ(contains(district, point.at), point.group == district.code) << point.code;
    }
}

TEST(MunicipalityCells, rings_are_closed_as_geojson_wants_them) {
    auto cells = cells_from_points(villages());
    EXPECT_EQ(cells.size(), villages().size());
    for (auto& cell : cells)
        for (auto& ring : cell.polygons.at(0)) EXPECT_TRUE(ring.size() >= 4 && ring.front() == ring.back());
}

TEST(MunicipalityCells, few_points_get_land_too) {
    EXPECT_TRUE(cells_from_points({}).empty());
    auto points = villages();
    for (std::size_t count : {1u, 2u, 3u}) {
        auto cells = cells_from_points(std::span{points}.first(count));
        for (std::size_t n = 0; n < count; ++n) EXPECT_TRUE(contains(cells.at(n), points[n].at)) << count << " " << n;
    }
}

TEST(MunicipalityCells, two_points_at_one_place_both_get_a_cell) {
    auto points = villages();
    points.push_back({"9", "Ves", "5104", points[5].at});
    auto cells = cells_from_points(points);
    EXPECT_EQ(cells.size(), points.size());
    for (auto& cell : cells) EXPECT_FALSE(cell.polygons.empty()) << cell.code;
}

TEST(MunicipalityCells, a_place_that_is_none_is_refused) {
    std::vector<CellPoint> points{{"1", "Ves", "5104", {std::nan(""), 50}}};
    EXPECT_THROW(cells_from_points(points), std::invalid_argument);
    points[0].at = {15, 1e9};
    EXPECT_THROW(cells_from_points(points), std::invalid_argument);
    EXPECT_THROW(group_cells(points, {}), std::invalid_argument);
}

}
