// The demonstration region as a whole: it loads, and every interval is one.
#include "network/network_contents.hpp"
#include "tests/world/region.hpp"

#include <gtest/gtest.h>

TEST(SampleRegion, loads_into_an_empty_database_in_one_transaction) {
    auto db = world::migrated_database();
    db::Transaction work{db, db::Intent::write};
    network::load_sample(world::author(work.session(), world::sample_now, "sample"));
    work.commit();
    EXPECT_EQ(network::list_services(db).size(), 151u);
}

TEST(SampleRegion, has_no_interval_that_ends_before_it_begins) {
    auto& db = world::region();
    EXPECT_EQ(db.one<std::int64_t>("SELECT count(*) FROM (SELECT valid_from, valid_to FROM service_forms"
                                   " UNION ALL SELECT valid_from, valid_to FROM registered_capacities"
                                   " UNION ALL SELECT valid_from, valid_to FROM agreed_capacities"
                                   " UNION ALL SELECT valid_from, valid_to FROM service_facilities"
                                   " UNION ALL SELECT valid_from, valid_to FROM opening_times"
                                   " UNION ALL SELECT valid_from, valid_to FROM code_list_items"
                                   " UNION ALL SELECT valid_from, valid_to FROM type_forms"
                                   " UNION ALL SELECT valid_from, valid_to FROM coverages) intervals"
                                   " WHERE valid_to <= valid_from"),
              0);
}

TEST(SampleRegion, knows_one_land_as_it_knows_them_all) {
    auto& db = world::region();
    auto today = day_in_prague(world::sample_now);
    auto all = network::named_lands(db, today);
    ASSERT_GT(all.size(), 200u);
    for (auto& land : all) {
        auto one = network::find_land(db, land.code, today);
        ASSERT_TRUE(one) << land.code;
        EXPECT_EQ(one->name, land.name) << land.code;
        EXPECT_EQ(one->districts, land.districts) << land.code;
    }
    for (auto unknown :
         {"", "orp", "orp:", "orp:0000", "municipality:000000", "area:nikde", "country:CZ", "kraj:CZ051"})
        EXPECT_FALSE(network::find_land(db, unknown, today)) << unknown;
}
