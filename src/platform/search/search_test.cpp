// What the search of Czech texts promises.
#include "platform/search/index.hpp"
#include "platform/search/fold.hpp"

#include <gtest/gtest.h>

TEST(Folding, forgets_case_and_accents) {
    EXPECT_EQ(search::fold("PŘÍLIŠ žluťoučký Kůň, Łódź"), "prilis zlutoucky kun, lodz");
}
