// What of minutes strangers read and find: the published copy, names that are left out of it, the list.
#include "tests/world/minutes_world.hpp"
#include "workgroups/minutes/minutes_document.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct MinutesForStrangers : world::MinutesWorld {};

}

TEST_F(MinutesForStrangers, that_are_published_leave_out_names_of_users_in_any_case_and_carry_their_hash) {
    begin();
    write(
        0,
        "Paní Krokusová přivítala Kamilu Jasmínovou. Zprávu podala Božena Krokusová a s Boženou Krokusovou mluvil Dub.");
    publish();
    auto shown = page(office.stranger, at());
    EXPECT_THAT(shown, AllOf(Not(HasSubstr("Krokus")), Not(HasSubstr("Bože")), HasSubstr("zástupce uživatelů")));
    EXPECT_THAT(shown,
                AllOf(HasSubstr("Kamilu Jasmínovou"), HasSubstr(*minutes().content_hash), HasSubstr("otisk souhlasí")));
    auto markdown = office.get(office.stranger, at(".md")).body;
    EXPECT_EQ(sha256_hex(markdown), *minutes().content_hash);
    EXPECT_THAT(markdown, Not(HasSubstr("Krokus")));
    for (auto ending : {".html", ".docx", ".odt", ".pdf"})
        EXPECT_EQ(office.get(office.stranger, at(ending)).status, http::ok) << ending;
    EXPECT_THAT(office.get(office.stranger, at(".html")).body, Not(HasSubstr("Krokus")));
    // Members read the whole; what strangers read they see by a link.
    EXPECT_THAT(page(office.petr, at()), HasSubstr("Paní Krokusová"));
    EXPECT_THAT(page(office.petr, at("?kopie=1")), Not(HasSubstr("Krokus")));
    EXPECT_THAT(office.get(office.stranger, at(), "application/json").body, Not(HasSubstr("Krokus")));
    // The copy stays as it was published, whatever the group shows later.
    office.database().in_write_transaction([&](db::Session& work) {
        auto now = *find_group(work, group.id), after = now;
        after.names_shown = "nobody";
        change(office.as_nobody(work), now, after);
    });
    EXPECT_EQ(office.get(office.stranger, at(".md")).body, markdown);
}

TEST_F(MinutesForStrangers, of_a_group_that_shows_no_names_are_published_without_any) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto now = *find_group(work, group.id), after = now;
        after.names_shown = "nobody";
        change(office.as_nobody(work), now, after);
    });
    begin();
    write(0, "Mluvila Kamila Jasmínová s Radkem Habrem.");
    publish();
    EXPECT_THAT(page(office.stranger, at()),
                AllOf(Not(HasSubstr("Jasmín")), Not(HasSubstr("Habr")), HasSubstr("2 lidé")));
}

TEST_F(MinutesForStrangers, are_listed_and_found_by_words_only_as_far_as_one_may_read) {
    auto list = "/skupiny/" + world::jilemnicko_group + "/zapisy";
    begin();
    write(0, "Paní Krokusová mluvila o hospicu.");
    EXPECT_THAT(page(office.petr, list + "?q=hospic"), HasSubstr(at()));
    EXPECT_THAT(page(office.stranger, list), Not(HasSubstr(at())));
    publish();
    EXPECT_THAT(page(office.stranger, list), HasSubstr(at()));
    EXPECT_THAT(page(office.stranger, list + "?q=HOSPIC"), AllOf(HasSubstr(at()), HasSubstr("hospicu")));
    EXPECT_THAT(page(office.stranger, list + "?q=krokusova"), Not(HasSubstr(at())));
    EXPECT_THAT(page(office.petr, list + "?q=krokusova"), HasSubstr(at()));
}

TEST_F(MinutesForStrangers, are_taken_home_as_a_table_only_as_far_as_one_may_read) {
    auto list = "/skupiny/" + world::jilemnicko_group + "/zapisy";
    begin();
    write(0, "Paní Krokusová mluvila o hospicu.");
    EXPECT_THAT(world::whole(office.get(office.petr, list + ".csv")), AllOf(HasSubstr(at()), HasSubstr("Návrh")));
    EXPECT_THAT(page(office.petr, list), HasSubstr(list + ".xlsx"));
    EXPECT_THAT(world::whole(office.get(office.stranger, list + ".csv")), Not(HasSubstr(at())));
    publish();
    EXPECT_THAT(world::whole(office.get(office.stranger, list + ".csv")), HasSubstr(at()));
    EXPECT_THAT(world::whole(office.get(office.stranger, list + ".csv?q=krokusova")), Not(HasSubstr(at())));
    EXPECT_THAT(world::whole(office.get(office.petr, list + ".csv?q=krokusova")), HasSubstr(at()));
    EXPECT_THAT(page(office.petr, list + "?q=hospic"), HasSubstr(list + ".csv?q=hospic"));
    EXPECT_EQ(world::whole(office.get(office.petr, list + ".xlsx")).substr(0, 2), "PK");
    EXPECT_THAT(page(office.petr, list), HasSubstr("class=\"rail")) << "as other pages of those who work here";
    EXPECT_THAT(page(office.stranger, list), Not(HasSubstr("class=\"rail")));
}
