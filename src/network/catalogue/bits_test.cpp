#include "network/catalogue/bits.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace {

// The same, one by one.
std::set<std::size_t> members(const network::Bits& bits) {
    std::set<std::size_t> all;
    for (std::size_t at = 0; at < bits.size(); ++at)
        if (bits.has(at)) all.insert(at);
    return all;
}

TEST(BitSets, meet_join_and_count_as_sets_do_whatever_their_size) {
    std::minstd_rand chance{7};
    for (std::size_t size : {0, 1, 63, 64, 65, 127, 128, 200, 255, 256, 257, 320, 511, 6733}) {
        network::Bits a{size}, b{size};
        for (std::size_t n = 0; n < size; ++n) {
            if (chance() % 3 == 0) a.set(chance() % size);
            if (chance() % 2 == 0) b.set(chance() % size);
        }
        auto of_a = members(a), of_b = members(b);
        std::size_t both = 0;
        for (auto at : of_a) both += of_b.contains(at);
        EXPECT_EQ(a.count(), of_a.size()) << size;
        EXPECT_EQ(a.count_with(b), both) << size;

        auto met = a, joined = a;
        met.meet(b), joined.join(b);
        EXPECT_EQ(met.count(), both) << size;
        EXPECT_EQ(joined.count(), of_a.size() + of_b.size() - both) << size;
        EXPECT_EQ((network::Bits{size, true}.count()), size);
    }
}

}
