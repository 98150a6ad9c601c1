// Code lists: loaded as often as one likes, opened as they were known.
#include "network/code_lists/code_list.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;

struct Lists : testing::Test {
    db::Session db = world::migrated_database();
    Author by = world::author(db);
    Date today = day_in_prague(world::sample_now);
};

TEST_F(Lists, hold_34_types_and_know_what_the_law_allows) {
    load_code_lists(by, network::files());
    auto lists = CodeLists::read(db, today);
    EXPECT_EQ(db.one<std::int64_t>("SELECT count(*) FROM code_list_items WHERE list = 'service_types'"), 34);
    EXPECT_EQ(lists.items("service_types", today).size(), 33u);    // § 52 is struck out
    EXPECT_EQ(lists.allowed("DruhSocialniSluzby/30", "FormaSocialniSluzby/amb", today), true);
    EXPECT_EQ(lists.allowed("DruhSocialniSluzby/30", "FormaSocialniSluzby/pob", today), false);
    EXPECT_FALSE(lists.allowed("DruhSocialniSluzby/999", "FormaSocialniSluzby/pob", today));
    EXPECT_EQ(lists.name("forms", "FormaSocialniSluzby/ter", "en"), "field");
    EXPECT_EQ(lists.name("forms", "unknown"), "unknown");
    EXPECT_EQ(lists.by_detail("target_groups", "portal_id", "3751")->code, "CilovaSkupinaOsoby/10");
    EXPECT_EQ(lists.age_band("older_senior").from, 81);
    EXPECT_FALSE(lists.age_band("any").to);
}

TEST_F(Lists, loaded_again_bring_nothing) {
    EXPECT_GT(load_code_lists(by, network::files()), 150);
    EXPECT_EQ(load_code_lists(by, network::files()), 0);
}

TEST_F(Lists, that_changed_open_as_they_were_known) {
    constexpr auto path = "network/data/code_lists/forms.csv";
    embedded::File before{path, "code,name_cs\nFormaSocialniSluzby/ter,terénní\n"};
    embedded::File after{path, "code,name_cs\nFormaSocialniSluzby/ter,v terénu\n"};
    load_code_lists(by, {&before, 1});
    by.now += std::chrono::hours{1};
    EXPECT_EQ(load_code_lists(by, {&after, 1}), 1);
    EXPECT_EQ(CodeLists::read(db, today).name("forms", "FormaSocialniSluzby/ter"), "v terénu");
    EXPECT_EQ(CodeLists::read(db, today, world::sample_now).name("forms", "FormaSocialniSluzby/ter"), "terénní");
}
