// Somebody looks for what is near: on the map, and by an address that they type.
#include "network/places_map/places_map.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/facilities/facility.hpp"
#include "tests/world/office.hpp"

#include <boost/json.hpp>

using namespace network;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

auto sent(const std::string& address) { return world::town().get(world::town().stranger, address); }

std::optional<FoundPlace> found(const std::string& typed) {
    auto lease = world::town().database().read();
    auto model = world::town().application().catalogue().model(*lease);
    return find_address(*lease, model->territory(), typed);
}

}

TEST(PlacesMap, an_address_is_taken_apart_however_it_is_typed) {
    auto parts = parts_of_address("Jablonecká 12/3, 460 01 Liberec");
    EXPECT_THAT(parts.towns, testing::Contains("Liberec"));
    EXPECT_EQ(parts.streets.at(0), "jablonecka");
    EXPECT_EQ(parts.numbers.at(0), "12/3");
    EXPECT_THAT(parts_of_address("Liberec 30").towns, testing::Contains("Liberec"));
    EXPECT_THAT(parts_of_address("Na Smyšlené 5 Český Dub").towns, testing::Contains("Český Dub"));
    EXPECT_THAT(parts_of_address("").towns, testing::IsEmpty());
    EXPECT_THAT(parts_of_address(" , ,, ").towns, testing::IsEmpty());
    EXPECT_LE(parts_of_address(std::string(100'000, 'x') + " y").towns.size(), 3u) << "nobody's address is that long";
}

TEST(PlacesMap, an_address_is_found_by_its_town_and_by_streets_that_we_know) {
    EXPECT_EQ(found("Jilemnice").value().town, "Jilemnice");
    EXPECT_EQ(found("jilemnice 514 01").value().town, "Jilemnice");
    EXPECT_EQ(found("Neznámá 7, Jilemnice").value().street, "");
    EXPECT_FALSE(found("Atlantida"));
    auto& office = world::town();
    auto lease = office.database().read();
    for (auto& place : lease->all<Facility>("SELECT * FROM facilities WHERE NOT secret AND street IS NOT NULL AND"
                                            " latitude IS NOT NULL ORDER BY id LIMIT 5")) {
        auto model = office.application().catalogue().model(*lease);
        auto town = model->territory().municipality(place.municipality_code.value_or(""));
        if (!town) continue;
        auto here = found(*place.street + ", " + town->name);
        ASSERT_TRUE(here) << *place.street;
        EXPECT_LT(distance_km(here->at, {*place.latitude, *place.longitude}), 5) << *place.street;
    }
}

TEST(PlacesMap, the_nearest_come_first_with_their_distance) {
    auto page = sent("/sluzby-na-mape?odkud=Jilemnice");
    ASSERT_EQ(page.status, http::ok);
    EXPECT_THAT(page.body, AllOf(HasSubstr("od středu obce Jilemnice"), HasSubstr("\u00a0km</span>")));
    auto answer = world::town().get(world::town().stranger, "/sluzby-na-mape?odkud=Jilemnice", "application/json");
    auto nearest = boost::json::parse(answer.body).at("nearest").as_array();
    ASSERT_GT(nearest.size(), 5u);
    double last = 0;
    for (auto& one : nearest) {
        EXPECT_GE(one.at("kilometres").to_number<double>(), last);
        last = one.at("kilometres").to_number<double>();
    }
}

TEST(PlacesMap, an_unknown_address_is_kept_and_explained) {
    auto page = sent("/sluzby-na-mape?odkud=Atlantida%3Cb%3E");
    EXPECT_THAT(page.body, AllOf(HasSubstr("Takovou adresu neznáme"), HasSubstr("value=\"Atlantida")));
}

TEST(PlacesMap, shows_what_the_catalogue_finds_and_no_secret_place) {
    auto all = boost::json::parse(sent("/sluzby-na-mape.geojson").body).at("features").as_array();
    auto some = boost::json::parse(sent("/sluzby-na-mape.geojson?druh=70").body).at("features").as_array();
    EXPECT_GT(all.size(), some.size());
    EXPECT_GT(some.size(), 0u);
    auto lease = world::town().database().read();
    auto secret = lease->all<std::string>("SELECT slug FROM services WHERE secret UNION SELECT slug FROM services JOIN"
                                          " service_facilities ON service_id = services.id JOIN facilities ON"
                                          " facilities.id = facility_id WHERE facilities.secret");
    ASSERT_FALSE(secret.empty()) << "the sample region has one";
    for (auto& feature : all)
        EXPECT_EQ(std::ranges::count(secret, std::string{feature.at("properties").at("slug").as_string()}), 0);
}

TEST(PlacesMap, land_comes_as_districts_and_municipalities) {
    auto districts = boost::json::parse(sent("/mapa/vrstvy/obvody").body).at("features").as_array();
    auto towns = boost::json::parse(sent("/mapa/vrstvy/obce").body).at("features").as_array();
    EXPECT_EQ(districts.size(), 10u);
    EXPECT_EQ(towns.size(), 215u);
    EXPECT_EQ(sent("/mapa/vrstvy/nic").status, http::not_found);
}

TEST(PlacesMap, tiles_of_the_operator_are_named_in_the_policy_and_nothing_else_is) {
    EXPECT_EQ(sent("/sluzby-na-mape").header("Content-Security-Policy"), "") << "the common one holds";
    MapTiles tiles{"https://tiles.kraj.example/{z}/{x}/{y}.png", "© kraj"};
    EXPECT_EQ(tiles.origin(), "https://tiles.kraj.example");
    EXPECT_EQ(MapTiles{}.origin(), "");
}
