// Boundaries that are taken, and those that are refused with a reason.
#include "network/territory/geojson.hpp"

#include "network/network.hpp"

#include <gtest/gtest.h>

namespace network {
namespace {

const std::string square = "[[15,50],[15.1,50],[15.1,50.1],[15,50.1],[15,50]]";

std::string feature(const std::string& type, const std::string& coordinates,
                    const std::string& head = R"("id":5104,"properties":{"code":"5104","name":"Jilemnice"})") {
    return R"({"type":"Feature",)" + head + R"(,"geometry":{"type":")" + type + R"(","coordinates":)" + coordinates +
           "}}";
}

std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

GeoJsonError error_of(const std::string& text, const GeoJsonLimits& limits = {}) {
    try {
        read_geojson(text, limits);
    } catch (const GeoJsonError& error) { return error; }
    ADD_FAILURE() << "read without an error: " << text.substr(0, 100);
    return {GeoJsonFault::not_json, 0};
}

}

TEST(GeoJson, a_district_is_read_with_its_code_name_and_holes) {
    auto read = read_geojson(
        "\xEF\xBB\xBF" +
        collection(
            feature("Polygon", "[" + square + ",[[15.02,50.02],[15.04,50.02],[15.04,50.04],[15.02,50.02]]]") + "," +
            feature("MultiPolygon", "[[" + square + "],[[[16,50,410],[16.1,50,400],[16.1,50.1,399],[16,50,410]]]]",
                    R"("id":"577626","properties":{"nazev":"Víchová nad Jizerou"})")));
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].code, "5104");
    EXPECT_EQ(read[0].name, "Jilemnice");
    ASSERT_EQ(read[0].polygons.size(), 1u);
    EXPECT_EQ(read[0].polygons[0].size(), 2u);
    EXPECT_EQ(read[0].polygons[0][0][1], (GeoPoint{15.1, 50}));
    EXPECT_EQ(read[1].code, "577626");
    EXPECT_EQ(read[1].name, "Víchová nad Jizerou");
    EXPECT_EQ(read[1].polygons.size(), 2u);
}

TEST(GeoJson, what_cannot_be_drawn_is_refused_with_its_reason_and_feature) {
    auto polygon = [](const std::string& coordinates) { return collection(feature("Polygon", coordinates)); };
    struct {
        const char* what;
        std::string text;
        GeoJsonFault kind;
        std::uint64_t feature;
    } wrong[]{
        {"nothing", "", GeoJsonFault::truncated, 0},
        {"a table", "code,name\n", GeoJsonFault::not_json, 0},
        {"Windows-1250", "{\"n\":\"p\xF8\xEDklad\"}", GeoJsonFault::not_utf8, 0},
        {"half a file", collection(feature("Polygon", square)).substr(0, 90), GeoJsonFault::truncated, 0},
        {"too deep", std::string(1000, '['), GeoJsonFault::too_deep, 0},
        {"a lone feature", feature("Polygon", "[" + square + "]"), GeoJsonFault::not_a_collection, 0},
        {"an empty collection", collection(""), GeoJsonFault::no_features, 0},
        {"no geometry", collection(R"({"type":"Feature","id":"1","geometry":null})"), GeoJsonFault::feature_wrong, 1},
        {"a point", collection(feature("Point", "[15,50]")), GeoJsonFault::geometry_wrong, 1},
        {"no code", collection(feature("Polygon", "[" + square + "]", R"("properties":{"name":"Jilemnice"})")),
         GeoJsonFault::code_missing, 1},
        {"a code twice",
         collection(feature("Polygon", "[" + square + "]") + "," + feature("Polygon", "[" + square + "]")),
         GeoJsonFault::code_twice, 2},
        {"a ring too few", polygon(square), GeoJsonFault::coordinates_wrong, 1},
        {"no rings", polygon("[]"), GeoJsonFault::coordinates_wrong, 1},
        {"texts", polygon(R"([[["15","50"]]])"), GeoJsonFault::coordinates_wrong, 1},
        {"three points", polygon("[[[15,50],[15.1,50],[15,50]]]"), GeoJsonFault::ring_short, 1},
        {"an open ring", polygon("[[[15,50],[15.1,50],[15.1,50.1],[15,50.1]]]"), GeoJsonFault::ring_open, 1},
        {"swapped axes", polygon("[[[50,15],[50,15.1],[50.1,15.1],[50,15]]]"), GeoJsonFault::outside, 1},
        {"metres", polygon("[[[-643000,-1005000],[-643000,-1005001],[-643001,-1005001],[-643000,-1005000]]]"),
         GeoJsonFault::outside, 1},
    };
    for (auto& [what, text, kind, number] : wrong) {
        auto error = error_of(text);
        EXPECT_EQ(name_of(error.kind), name_of(kind)) << what;
        EXPECT_EQ(error.feature, number) << what;
        EXPECT_EQ(error.values.back(), std::to_string(number));
    }
}

TEST(GeoJson, has_a_largest_file_and_a_greatest_number_of_points) {
    auto text = collection(feature("Polygon", "[" + square + "]"));
    EXPECT_EQ(error_of(text, {.bytes = 100}).kind, GeoJsonFault::too_large);
    EXPECT_EQ(error_of(text, {.points = 4}).kind, GeoJsonFault::too_many_points);
    EXPECT_EQ(read_geojson(text, {.points = 5}).size(), 1u);
}

TEST(GeoJson, every_reason_is_said_in_both_languages) {
    for (int kind = 0; kind <= int(GeoJsonFault::too_many_points); ++kind) {
        auto key = GeoJsonError{GeoJsonFault(kind), 0}.text_key();
        std::size_t languages = 0;
        for (auto& file : files())
            if (file.path.starts_with("network/territory/texts/"))
                languages += file.bytes.find("msgid \"" + key + "\"\nmsgstr \"") != file.bytes.npos;
        EXPECT_EQ(languages, 2u) << key;
    }
}

}
