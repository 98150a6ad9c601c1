// What waits in planning as the first page after signing in points to it, and the menu of who leads a group.
#include "tests/world/planning.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct FirstPageOfPlanning : testing::Test, world::Planning {
    i18n::Texts texts{"cs", platform::files(), network::files(), workgroups::files()};
};

}

TEST_F(FirstPageOfPlanning, counts_what_waits_with_a_way_there) {
    give("seniori", "Po termínu.", day_of(2026, 11, 1), seat(office.petr, "seniori", "chair"));
    auto count = write([&](const history::Author& author) {
        return count_planning_needs(author.work, office.petr, texts, *day_of(2026, 11, 24));
    });
    EXPECT_GE(count, 2);
    EXPECT_THAT(words(office.petr, "/prehled-planovani"), HasSubstr(std::to_string(count) + " věc"));
    EXPECT_THAT(words(office.petr, "/prehled"),
                AllOf(HasSubstr("href=\"/prehled-planovani\""), HasSubstr("v komunitním plánování ček"),
                      HasSubstr(" " + std::to_string(count) + " věc"), Not(HasSubstr("Nic na vás nečeká."))));
}

TEST_F(FirstPageOfPlanning, says_nothing_of_planning_to_whom_nothing_waits) {
    EXPECT_THAT(words(office.dana, "/prehled"),
                AllOf(HasSubstr("Nic na vás nečeká."), Not(HasSubstr("v komunitním plánování"))));
}

TEST_F(FirstPageOfPlanning, has_milestones_and_documents_in_the_menu_of_who_leads_a_group) {
    auto menu = [&] { return words(office.petr, "/prehled-planovani"); };
    EXPECT_THAT(menu(), Not(HasSubstr("href=\"/milniky\"")));
    seat(office.petr, "dusevni-zdravi");
    EXPECT_THAT(menu(), Not(HasSubstr("href=\"/milniky\"")));
    seat(office.petr, "seniori", "secretary");
    EXPECT_THAT(menu(), AllOf(HasSubstr("href=\"/milniky\""), HasSubstr("href=\"/dokumenty-zapisu\""),
                              Not(HasSubstr("href=\"/skupiny/nova\""))));
    EXPECT_EQ(office.get(office.petr, "/dokumenty-zapisu").status, http::ok);
}
