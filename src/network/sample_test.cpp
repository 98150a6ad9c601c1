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
