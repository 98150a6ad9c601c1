// Jana finds a wrong telephone number in the catalogue and tells us; somebody else floods us.
#include "network/mistakes/mistake_report.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::HasSubstr;
using testing::Not;

struct Mistakes : testing::Test {
    const std::string form = "/sluzby/fokus-semily-std/chyba";
    static http::Values typed(std::string message, std::string contact = {}, std::string trap = {}) {
        return {{"zprava", std::move(message)}, {"kontakt", std::move(contact)}, {"web", std::move(trap)}};
    }
    std::vector<MistakeReport> waiting() {
        auto lease = office.database().read();
        return list_mistake_reports(*lease, "new");
    }

    world::Office office{world::Office::With::sample_region};
};

TEST_F(Mistakes, a_stranger_tells_what_is_wrong_and_is_thanked) {
    EXPECT_THAT(office.get(office.stranger, form).body, HasSubstr("Nahlásit chybu"));
    auto sent =
        office.post(office.stranger, form, typed("Telefon už neplatí, nové číslo je na webu.", "jana@example.cz"));
    EXPECT_EQ(sent.status, http::see_other);
    EXPECT_EQ(sent.location, form + "/diky");
    EXPECT_EQ(office.get(office.stranger, sent.location).status, http::ok);
    auto reports = waiting();
    ASSERT_EQ(reports.size(), 1u);
    EXPECT_EQ(reports[0].message, "Telefon už neplatí, nové číslo je na webu.");
    EXPECT_EQ(reports[0].contact, "jana@example.cz");
}

TEST_F(Mistakes, a_report_that_says_nothing_comes_back_with_what_was_typed) {
    auto answer = office.post(office.stranger, form, typed("  špatně ", "jana@example.cz"));
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(answer.body, HasSubstr("Napište aspoň deset"));
    EXPECT_THAT(answer.body, HasSubstr("value=\"jana@example.cz\""));
    // Letters count, not bytes: ten with hooks are enough, and 2 001 are too many.
    EXPECT_EQ(office.post(office.stranger, form, typed("ěščřžýáíéů")).status, http::see_other);
    std::string long_text;
    for (int n = 0; n < 2001; ++n) long_text += "ž";
    EXPECT_EQ(office.post(office.stranger, form, typed(long_text)).status, http::unprocessable);
    EXPECT_EQ(waiting().size(), 1u);
}

TEST_F(Mistakes, a_machine_that_fills_in_every_field_is_thanked_and_leaves_nothing) {
    auto answer =
        office.post(office.stranger, form, typed("Levné odkazy, klikněte hned tady", "", "https://example.com"));
    EXPECT_EQ(answer.status, http::see_other);
    EXPECT_TRUE(waiting().empty());
}

TEST_F(Mistakes, the_sixth_report_of_one_address_within_an_hour_waits) {
    for (int n = 0; n < mistakes_an_hour; ++n)
        EXPECT_EQ(office.post(office.stranger, form, typed("Otevřeno je i v sobotu.")).status, http::see_other);
    auto sixth = office.post(office.stranger, form, typed("Otevřeno je i v neděli."));
    EXPECT_EQ(sixth.status, http::too_many);
    EXPECT_THAT(sixth.body, HasSubstr("Otevřeno je i v neděli."));
    office.clock().set(world::office_now + std::chrono::minutes{61});
    EXPECT_EQ(office.post(office.stranger, form, typed("Otevřeno je i v neděli.")).status, http::see_other);
    EXPECT_EQ(waiting().size(), 6u);
}

TEST_F(Mistakes, an_old_name_of_the_service_leads_to_the_form_and_an_unknown_one_nowhere) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *find_service_by_slug(work, "fokus-semily-std");
        auto after = before;
        after.slug = "dilny-semily";
        change_service(office.as_nobody(work), before, after);
    });
    auto moved = office.get(office.stranger, form);
    EXPECT_EQ(moved.status, http::permanent_redirect);
    EXPECT_EQ(moved.location, "/sluzby/dilny-semily/chyba");
    EXPECT_EQ(office.get(office.stranger, "/sluzby/neznama/chyba").status, http::not_found);
}

TEST_F(Mistakes, are_answered_once) {
    office.post(office.stranger, form, typed("Telefon už neplatí, volal jsem."));
    auto report = waiting().at(0);
    office.database().in_write_transaction(
        [&](db::Session& work) { settle(office.as_nobody(work), report, "settled", "Opraveno."); });
    EXPECT_TRUE(waiting().empty());
    office.database().in_write_transaction([&](db::Session& work) {
        auto settled = *find_mistake_report(work, report.id);
        EXPECT_EQ(settled.answer, "Opraveno.");
        EXPECT_EQ(settled.settled_at, world::office_now);
        EXPECT_THROW(settle(office.as_nobody(work), settled, "rejected", "Není pravda."), Conflict);
        EXPECT_THROW(settle(office.as_nobody(work), report, "rejected", "Není pravda."), Conflict);
        EXPECT_THROW(settle(office.as_nobody(work), report, "new", ""), std::invalid_argument);
    });
}
