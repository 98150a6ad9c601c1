// Whoever meets a code looks up what it means, and what it meant.
#include "network/code_lists/code_list_pages.hpp"

#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

http::Response asked(const User& who, const std::string& address) { return world::town().get(who, address); }

}

TEST(CodeListPages, every_list_stands_there_and_opens) {
    auto& office = world::town();
    auto all = office.get(office.eva, "/sprava/ciselniky", "application/json");
    ASSERT_EQ(all.status, http::ok);
    auto page = asked(office.eva, "/sprava/ciselniky").body;
    EXPECT_THAT(page, AllOf(HasSubstr("Druhy služeb"), Not(HasSubstr("code_list."))));
    auto lease = office.database().read();
    for (auto& list : lease->all<std::string>("SELECT DISTINCT list FROM code_list_items"))
        EXPECT_EQ(asked(office.eva, "/sprava/ciselniky/" + list).status, http::ok) << list;
    EXPECT_EQ(asked(office.eva, "/sprava/ciselniky/nic").status, http::not_found);
    EXPECT_THAT(asked(office.stranger, "/sprava/ciselniky").location, HasSubstr("/prihlaseni"));
}

TEST(CodeListPages, show_a_list_as_it_was_on_a_day) {
    auto& office = world::town();
    auto now = asked(office.eva, "/sprava/ciselniky/network_kinds").body;
    EXPECT_THAT(now, HasSubstr("základní"));
    auto long_ago = asked(office.eva, "/sprava/ciselniky/network_kinds?ke_dni=1900-01-01");
    EXPECT_EQ(long_ago.status, http::ok);
    auto wrong = asked(office.eva, "/sprava/ciselniky/network_kinds?ke_dni=jindy");
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("Tomu datu nerozumíme"), HasSubstr("value=\"jindy\"")));
}

TEST(CodeListPages, leave_as_a_table) {
    auto& office = world::town();
    auto table = world::whole(asked(office.eva, "/sprava/ciselniky/forms/tabulka.csv"));
    EXPECT_THAT(table, AllOf(HasSubstr("kod"), HasSubstr("ambulantní")));
}
