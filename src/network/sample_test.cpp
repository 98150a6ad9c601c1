// What the demonstration region must hold: the facts of documents 0, 3 and 4, row by row.
#include "network/network_contents.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;

TEST(SampleRegion, loads_in_less_than_three_seconds) {
    auto db = world::migrated_database();
    auto start = std::chrono::steady_clock::now();
    {
        db::Transaction work{db, db::Intent::write};
        network::load_sample(world::author(work.session(), world::sample_now, "sample"));
        work.commit();
    }
    auto took = std::chrono::steady_clock::now() - start;
    RecordProperty("milliseconds", int(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
    std::cout << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms\n";
    EXPECT_EQ(list_services(db).size(), 151u);
}
