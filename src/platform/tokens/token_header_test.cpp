// What the header says, and which permissions are open to programs at all.
#include "platform/tokens/token.hpp"

#include <gtest/gtest.h>

TEST(TokenHeaders, are_read_by_the_rfc_and_other_ways_of_signing_in_are_left_alone) {
    EXPECT_EQ(tokens::bearer("Bearer abc"), "abc");
    EXPECT_EQ(tokens::bearer("bEARER   abc  "), "abc");
    EXPECT_EQ(tokens::bearer("Bearer"), "");
    EXPECT_EQ(tokens::bearer("Bearer "), "");
    for (auto other : {"", "Basic abc", "Bearerabc", "Bear", "abc", " Bearer abc"}) EXPECT_FALSE(tokens::bearer(other));
}

TEST(TokenHeaders, hold_ours_or_nothing) {
    std::string whole = "opora_" + std::string(43, 'a');
    EXPECT_TRUE(tokens::well_formed(whole));
    for (auto& other : {whole + "a", whole.substr(1), whole.substr(0, 48), "Opora_" + std::string(43, 'a'),
                        "opora_" + std::string(42, 'a') + "=", std::string{}})
        EXPECT_FALSE(tokens::well_formed(other)) << other;
}

TEST(TokenHeaders, open_what_was_opened_and_nothing_that_comes_later) {
    for (auto open : {"public", "public.service", "network.edit_service"}) EXPECT_TRUE(tokens::open_to_programs(open));
    for (auto closed : {"public.enter", "auth.administer", "auth.own_account", "audit.read", "tokens.keep_own",
                        "notices.keep_own", "drafts.keep_own", "casework.read_record", "networks.x", ""})
        EXPECT_FALSE(tokens::open_to_programs(closed)) << closed;
}
