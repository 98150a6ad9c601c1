// Tables of an office on their way into the territory: what is new, what changed, and what is refused whole.
#include "network/territory/territory_import.hpp"
#include "platform/base/csv.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

#include <sstream>

using namespace network;
using testing::ElementsAre;
using testing::HasSubstr;

struct TerritoryTables : testing::Test {
    TerritoryImport import(const std::string& rows, std::vector<std::string> boundaries = {},
                           const std::string& ages = {}) {
        std::istringstream municipalities{header + rows}, age_table{ages};
        TerritoryFiles files{&municipalities, ages.empty() ? nullptr : &age_table, std::move(boundaries)};
        return import_territory(by, files);
    }
    TerritoryError refused(const std::string& rows, std::vector<std::string> boundaries = {},
                           const std::string& ages = {}) {
        try {
            import(rows, std::move(boundaries), ages);
        } catch (const TerritoryError& error) {
            EXPECT_EQ(db.one<std::int64_t>("SELECT count(*) FROM municipalities"), 0);
            EXPECT_EQ(db.one<std::int64_t>("SELECT count(*) FROM regions"), 0);
            return error;
        }
        ADD_FAILURE() << "taken: " << rows;
        return {TerritoryFault::code_wrong, 0};
    }

    std::string header = "code,name,orp_code,orp_name,region_code,region_name,lat,lon,population,population_year\n";
    std::string jilemnice = "577197,Jilemnice,5104,Jilemnice,CZ051,Liberecký kraj,50.608,15.506,5400,2021\n";
    std::string semily = "576964,Semily,5107,Semily,CZ051,Liberecký kraj,50.602,15.335,8200,2021\n";
    std::string ages = "code,name,population,age_0_14,age_15_64,age_65_plus,as_of\n";
    std::string square =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"577197","properties":{"code":"577197"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[15.4,50.5],[15.6,50.5],[15.6,50.7],[15.4,50.5]]]}}]})";
    db::Session db = world::migrated_database();
    Author by = world::author(db, world::sample_now, "import");
};

TEST_F(TerritoryTables, bring_regions_districts_municipalities_and_people) {
    auto done = import(jilemnice + semily, {square}, ages + "577197,Jilemnice,5400,800,3400,1200,2020-12-31\n");
    EXPECT_EQ(done.regions.added, 1);
    EXPECT_EQ(done.districts.added, 2);
    EXPECT_EQ(done.municipalities.added, 2);
    EXPECT_EQ(done.populations.added, 5);
    EXPECT_EQ(done.boundaries.added, 1);
    auto people = populations_of(db, "577197");
    ASSERT_EQ(people.size(), 4u);
    for (auto& count : people) EXPECT_EQ(count.as_of, *parse_date("1. 1. 2021"));
    EXPECT_EQ(boundaries(db, "municipality").front().polygons,
              "[[[[15.40000,50.50000],[15.60000,50.50000],[15.60000,50.70000],[15.40000,50.50000]]]]");
}

TEST_F(TerritoryTables, taken_again_change_nothing) {
    import(jilemnice, {square});
    auto again = import(jilemnice, {square});
    EXPECT_EQ(again.municipalities.same + again.regions.same + again.districts.same + again.boundaries.same, 4);
    EXPECT_EQ(again.municipalities.added + again.municipalities.changed + again.populations.changed, 0);
}

TEST_F(TerritoryTables, change_what_differs_and_keep_what_they_do_not_tell) {
    import(jilemnice);
    db.run("UPDATE municipalities SET kind = 'III'");
    auto moved = jilemnice;
    moved.replace(moved.find("5104"), 4, "5107");
    auto done = import(moved);
    EXPECT_EQ(done.municipalities.changed, 1);
    auto town = db.one<Municipality>("SELECT * FROM municipalities");
    EXPECT_EQ(town.orp_code, "5107");
    EXPECT_EQ(town.kind, "III");
    EXPECT_EQ(history::changes_of(db, town.id.uuid).front().source_kind, "import");
}

TEST_F(TerritoryTables, that_are_wrong_are_refused_with_their_row) {
    auto error = refused(jilemnice + "57696,Semily,5107,Semily,CZ051,Liberecký kraj,50.602,15.335,8200,2021\n");
    EXPECT_EQ(error.fault, TerritoryFault::code_wrong);
    EXPECT_EQ(error.row, 3u);
    EXPECT_THAT(error.values, ElementsAre("57696", "3"));
    EXPECT_EQ(refused("577197,,5104,J,CZ051,L,50.6,15.5,1,2021\n").fault, TerritoryFault::name_missing);
    EXPECT_EQ(refused("577197,J,5104,J,CZ051,L,15.5,50.6,1,2021\n").fault, TerritoryFault::point_wrong);
    EXPECT_EQ(refused("577197,J,5104,J,CZ051,L,50.6,15.5,-1,2021\n").fault, TerritoryFault::number_wrong);
    EXPECT_EQ(refused("577197,J,5104,J,CZ051,L,50.6,15.5,1,rok\n").fault, TerritoryFault::number_wrong);
    EXPECT_EQ(refused("577197,J,5104,J,LB,L,50.6,15.5,1,2021\n").fault, TerritoryFault::code_wrong);
    EXPECT_EQ(refused(jilemnice + jilemnice).fault, TerritoryFault::code_twice);
}

TEST_F(TerritoryTables, with_ages_that_do_not_fit_are_refused) {
    EXPECT_EQ(refused(jilemnice, {}, ages + "577197,J,5400,800,3400,1201,2020-12-31\n").fault,
              TerritoryFault::ages_differ);
    EXPECT_EQ(refused(jilemnice, {}, ages + "576964,S,3,1,1,1,2020-12-31\n").fault,
              TerritoryFault::municipality_unknown);
    EXPECT_EQ(refused(jilemnice, {}, ages + "577197,J,3,1,1,1,loni\n").fault, TerritoryFault::date_wrong);
}

TEST_F(TerritoryTables, with_boundaries_of_nobody_are_refused) {
    auto error = refused(semily, {square});
    EXPECT_EQ(error.fault, TerritoryFault::boundary_unknown);
    EXPECT_EQ(error.text_key(), "territory_import.error.boundary_unknown");
    EXPECT_THROW(import(semily, {"{}"}), GeoJsonError);
}

TEST_F(TerritoryTables, without_a_column_are_no_tables) {
    header = "code,name\n";
    EXPECT_THROW(import("577197,Jilemnice\n"), csv::Error);
    EXPECT_EQ(db.one<std::int64_t>("SELECT count(*) FROM municipalities"), 0);
}
