// Where services are: what territory they reach, what is near, and rooms that two services share.
#include "network/facilities/coverage.hpp"
#include "network/facilities/premises.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::Each;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::SizeIs;

struct Places : testing::Test {
    Service service(const char* slug) { return find_service_by_slug(db, slug).value(); }
    Reach reach_of(const char* slug) { return reach(coverages_of(db, service(slug).id), territory); }
    std::vector<std::string> names(const std::vector<Service>& services) {
        std::vector<std::string> found;
        for (auto& service : services) found.push_back(service.slug);
        return found;
    }

    db::Session& db = world::region();
    Date today = day_in_prague(world::sample_now);
    Territory territory = Territory::read(db, today);
};

TEST_F(Places, are_ten_districts_and_215_municipalities) {
    EXPECT_THAT(territory.municipalities(), SizeIs(215));
    EXPECT_THAT(territory.districts(), SizeIs(10));
    auto people = population_by_municipality(db, today);
    std::int64_t all = 0;
    for (auto& [code, count] : people) all += count;
    EXPECT_EQ(all, 442'476);
    EXPECT_THAT(populations_of(db, "577197"), SizeIs(4));
}

TEST_F(Places, are_found_by_code_and_by_name_without_accents) {
    for (auto wish : {"5104", "Jilemnice", "orp jilemnice", "JILEMNICE"})
        EXPECT_EQ(territory.find_orp(wish)->code, "5104") << wish;
    EXPECT_EQ(territory.find_orp("zelezny brod")->code, "5110");
    EXPECT_FALSE(territory.find_orp("Brno"));
    EXPECT_THAT(territory.find_municipalities("paseky nad jizerou"), SizeIs(1));
    EXPECT_EQ(territory.name("area", "rokytnicko"), "Rokytnicko");
}

// row 0.34
TEST_F(Places, of_performance_are_districts_and_differ_by_service) {
    EXPECT_THAT(reach_of("fokus-semily-std").orps, ElementsAre("5104", "5107"));
    EXPECT_THAT(reach_of("fokus-semily-sr").orps, ElementsAre("5104", "5107", "5110"));
    EXPECT_TRUE(reach_of("fokus-semily-sr").reaches_whole("5110", territory));
}

// row 4.27
// row 4.20
TEST_F(Places, may_be_a_town_a_district_a_catchment_or_an_area_of_ones_own) {
    auto town = reach_of("ps-jilemnice-pece");
    EXPECT_THAT(town.municipalities, ElementsAre("577197"));
    EXPECT_TRUE(town.reaches("5104"));
    EXPECT_FALSE(town.reaches_whole("5104", territory));
    EXPECT_THAT(reach_of("czp-poradenstvi").municipalities, SizeIs(21));
    EXPECT_THAT(reach_of("diakonie-asistence").municipalities, SizeIs(18));
    EXPECT_THAT(territory.municipalities_of("area", "jilemnicko"), SizeIs(18));
    EXPECT_THAT(territory.municipalities_of("area", "rokytnicko"), SizeIs(3));
    EXPECT_THAT(territory.municipalities_of("area", "zeleznobrodsko"), SizeIs(11));
    EXPECT_THAT(territory.municipalities_of("region", "CZ051"), SizeIs(215));
}

// row X.1
TEST_F(Places, in_jilemnice_are_reached_by_the_services_of_both_documents) {
    std::vector<std::string> found;
    for (auto& service : list_services(db))
        if (service.provided_on(today) && reach(coverages_of(db, service.id), territory).reaches("5104"))
            found.push_back(service.slug);
    EXPECT_THAT(found, IsSupersetOf({"fokus-semily-std", "fokus-semily-sr", "rytmus-sr", "czp-poradenstvi", "zbb-sr",
                                     "diakonie-asistence", "fokus-turnov-psb", "ps-jilemnice-pece",
                                     "poradna-liberec-jilemnice", "lira-rana-pece", "lira-sas"}));
    EXPECT_FALSE(std::ranges::count(found, "mmn-socialni-luzka"));    // § 52 is no more
}

TEST_F(Places, of_coverage_are_read_from_tokens) {
    EXPECT_THAT(parse_coverages("orp:5104;town:577197").value(), SizeIs(2));
    EXPECT_EQ(parse_coverages("town:577197")->front().level, "municipality");
    for (auto wrong : {"5104", "orp:", "planet:1"}) EXPECT_FALSE(parse_coverages(wrong)) << wrong;
}

TEST_F(Places, nearest_come_first) {
    auto facilities = facilities_of(db, service("fokus-semily-sr").id, today);
    ASSERT_THAT(facilities, SizeIs(3));
    auto jilemnice = territory.municipality("577197");
    auto near = by_distance(facilities, territory, {*jilemnice->latitude, *jilemnice->longitude});
    EXPECT_EQ(near.front().facility->municipality_name, "Jilemnice");
    EXPECT_LT(near.front().km, 1);
    EXPECT_NEAR(distance_km({50.08804, 14.42076}, {49.19506, 16.60684}), 186.1, 0.1);    // Praha and Brno
}

TEST_F(Places, that_are_secret_are_neither_located_nor_kept) {
    db::Transaction work{db, db::Intent::write};
    auto by = world::author(work.session());
    Facility shelter;
    shelter.provider_id = service("fokus-semily-sr").provider_id, shelter.name = "Azyl";
    shelter.secret = true, shelter.street = "Tichá 1", shelter.latitude = 50.6, shelter.longitude = 15.3;
    add_facility(by, shelter);
    EXPECT_FALSE(shelter.street || shelter.latitude);
    EXPECT_FALSE(place_of(shelter, territory));
    EXPECT_TRUE(by_distance({shelter}, territory, {50, 15}).empty());
    EXPECT_THROW(work.session().run("UPDATE facilities SET latitude = 50.6 WHERE id = $1", shelter.id), db::Check);
}

struct FokusPremises : Places {
    Premises premises = premises_of(db, service("fokus-semily-std").id, today).front();
    std::vector<Room> rooms = rooms_of(db, premises.id);
};

// row 0.29
TEST_F(FokusPremises, are_rented_from_the_region_and_meet_the_norms) {
    EXPECT_EQ(premises.owner, "Liberecký kraj");
    EXPECT_EQ(premises.tenure, "rented");
    EXPECT_EQ(premises.meets_norms, true);
}

// row 0.30
TEST_F(FokusPremises, list_their_rooms) {
    std::vector<std::string> names;
    for (auto& room : rooms)
        if (room.declared) names.push_back(room.name);
    EXPECT_THAT(names, ElementsAre("kuchyňka", "odpočinková a relaxační místnost", "výtvarná dílna", "šicí dílna",
                                   "dílna na výrobu svíček", "keramická dílna", "kancelář", "sklad"));
}

// row 0.31
TEST_F(FokusPremises, declare_nine_rooms_and_list_eight) {
    auto count = room_count(premises, rooms);
    EXPECT_EQ(count.declared, 9);
    EXPECT_EQ(count.listed, 8);
    EXPECT_TRUE(count.differ());
}

// row 0.32
TEST_F(FokusPremises, have_an_area_a_garden_and_sanitary_rooms_outside_the_nine) {
    EXPECT_EQ(premises.area_m2, 200);
    EXPECT_EQ(premises.garden_m2, 2000);
    auto outside = std::ranges::count_if(rooms, [](auto& room) { return !room.declared; });
    EXPECT_EQ(outside, 4);
}

// row 0.33
TEST_F(FokusPremises, serve_two_services_and_count_once) {
    EXPECT_THAT(names(services_in(db, premises.id, today)),
                testing::UnorderedElementsAre("fokus-semily-std", "fokus-semily-sr"));
    EXPECT_EQ(total_area_m2(db, {service("fokus-semily-std").id, service("fokus-semily-sr").id}, today), 200);
}
