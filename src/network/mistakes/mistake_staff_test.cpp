// The staff answer what people told us: who sees whose report, what is kept, and that nothing is answered twice.
#include "network/mistakes/mistake_report.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct StaffMistakes : testing::Test {
    static constexpr auto here = "fokus-semily-std",
                          there = "kotva-nocleh";    // Klára's district reaches the first only

    Id<MistakeReport> report(const char* slug, const std::string& message, std::optional<std::string> contact = {}) {
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        return office.database().in_write_transaction([&](db::Session& work) {
            return report_mistake(office.as_nobody(work), *find_service_by_slug(work, slug), message, contact);
        });
    }
    MistakeReport now(Id<MistakeReport> id) {
        auto lease = office.database().read();
        return *find_mistake_report(*lease, id);
    }
    static std::string at(Id<MistakeReport> id) { return "/sprava/hlaseni/" + to_text(id); }
    static http::Values answer(std::string how, std::string note) {
        return {{"jak", std::move(how)}, {"poznamka", std::move(note)}};
    }

    world::Office office{world::Office::With::sample_region};
};

const std::string list = "/sprava/hlaseni";

}

TEST_F(StaffMistakes, are_none_at_first_and_the_page_says_so) {
    EXPECT_THAT(office.get(office.eva, list).body, HasSubstr("Žádné hlášení nečeká."));
    EXPECT_THAT(office.get(office.eva, list + "?stav=vyrizena").body, HasSubstr("Zatím není vyřízené žádné hlášení."));
    EXPECT_THAT(office.get(office.eva, "/prehled").body, HasSubstr("Žádné hlášení nečeká."));
}

TEST_F(StaffMistakes, wait_in_the_list_the_overview_the_menu_and_at_the_service) {
    report(here, "Telefon už neplatí.", "jana@example.cz");
    report(here, "Otevřeno je i v sobotu.");
    auto body = office.get(office.eva, list).body;
    EXPECT_THAT(body, AllOf(HasSubstr("Telefon už neplatí."), HasSubstr("/sluzby/fokus-semily-std"),
                            HasSubstr("/poskytovatele/fokus-semily"), HasSubstr("chce odpověď")));
    EXPECT_LT(body.find("Telefon už neplatí."), body.find("Otevřeno je i")) << "the oldest waits longest";
    EXPECT_THAT(office.get(office.eva, "/prehled").body,
                AllOf(HasSubstr("Čekají 2 hlášení"), HasSubstr("<span>2</span>")));
    EXPECT_THAT(office.get(office.eva, std::string{"/sluzby/"} + here + "/upravit").body,
                HasSubstr("Čekají 2 hlášení"));
}

TEST_F(StaffMistakes, show_how_to_reach_the_sender_only_to_who_answers_and_that_is_on_record) {
    auto id = report(there, "Adresa je jiná.", "jana@example.cz");
    EXPECT_THAT(office.get(office.eva, list).body, Not(HasSubstr("jana@example.cz")));
    EXPECT_THAT(office.get(office.eva, list, "application/json").body, Not(HasSubstr("jana@example.cz")));
    EXPECT_THAT(office.audit(), Not(Contains("network.settle_mistake allowed")));
    EXPECT_THAT(office.get(office.eva, at(id)).body, HasSubstr("mailto:jana@example.cz"));
    EXPECT_THAT(office.audit(), Contains("network.settle_mistake allowed"));
}

TEST_F(StaffMistakes, of_other_districts_do_not_exist_for_a_coordinator) {
    auto near = report(here, "Telefon už neplatí."), far = report(there, "Adresa je jiná.", "jana@example.cz");
    auto body = office.get(office.klara, list).body;
    EXPECT_THAT(body, AllOf(HasSubstr("Telefon už neplatí."), Not(HasSubstr("Adresa je jiná."))));
    EXPECT_THAT(office.get(office.klara, "/prehled").body, HasSubstr("Čeká 1 hlášení"));
    EXPECT_EQ(office.get(office.klara, at(near)).status, http::ok);
    for (auto& address : {at(far), list + "/neni"})
        EXPECT_EQ(office.get(office.klara, address).status, http::not_found) << address;
    EXPECT_EQ(office.post(office.klara, at(far), answer("settled", "Opraveno.")).status, http::not_found);
    EXPECT_EQ(now(far).state, "new");
    for (auto who : {&office.petr, &office.adam, &office.dana}) {
        EXPECT_EQ(office.get(*who, list).status, http::forbidden);
        EXPECT_EQ(office.get(*who, at(near)).status, http::not_found);
    }
    EXPECT_EQ(office.get(office.stranger, at(near)).status, http::see_other);
}

TEST_F(StaffMistakes, are_settled_with_a_note_and_taken_back) {
    auto id = report(here, "Telefon už neplatí.");
    auto settled = office.post(office.klara, at(id), answer("settled", "Nové číslo dal poskytovatel."));
    ASSERT_EQ(settled.status, http::see_other);
    EXPECT_THAT(
        office.get(office.klara, settled.location).body,
        AllOf(HasSubstr("Hlášení je vyřízené."), HasSubstr("Nové číslo dal poskytovatel."), HasSubstr("klara")));
    EXPECT_EQ(now(id).settled_by, office.klara.id);
    EXPECT_THAT(office.get(office.eva, list).body, HasSubstr("Žádné hlášení nečeká."));
    EXPECT_THAT(office.get(office.eva, list + "?stav=vyrizena").body, HasSubstr("opraveno"));
    for (int click : {1, 2}) EXPECT_EQ(office.post(office.eva, at(id) + "/znovu").status, http::see_other) << click;
    EXPECT_EQ(now(id).state, "new");
    EXPECT_FALSE(now(id).settled_at);
    auto body = office.get(office.eva, at(id)).body;
    EXPECT_THAT(body, AllOf(HasSubstr("Nové číslo dal poskytovatel."), HasSubstr("Vráceno mezi čekající")))
        << "what was said stays";
    EXPECT_THAT(office.audit(),
                AllOf(Contains("network.mistake_settled done"), Contains("network.mistake_reopened done")));
}

TEST_F(StaffMistakes, want_to_know_how_it_ended_and_keep_what_was_typed) {
    auto id = report(here, "Telefon už neplatí.");
    auto empty = office.post(office.eva, at(id), answer("", "Volala jsem jim."));
    EXPECT_EQ(empty.status, http::unprocessable);
    EXPECT_THAT(empty.body, AllOf(HasSubstr("href=\"#jak\""), HasSubstr("Volala jsem jim.")));
    EXPECT_EQ(office.post(office.eva, at(id), answer("rejected", "  ")).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at(id), answer("smazat", "Pryč.")).status, http::unprocessable);
    EXPECT_EQ(now(id).state, "new");
}

TEST_F(StaffMistakes, are_answered_by_the_first_of_two_and_the_second_loses_no_word) {
    auto id = report(here, "Telefon už neplatí.");
    ASSERT_EQ(office.post(office.klara, at(id), answer("settled", "Opravila Klára.")).status, http::see_other);
    auto late = office.post(office.eva, at(id), answer("rejected", "Podle Evy číslo platí."));
    EXPECT_EQ(late.status, http::conflict);
    EXPECT_THAT(late.body, AllOf(HasSubstr("Opravila Klára."), HasSubstr("Podle Evy číslo platí.")));
    EXPECT_EQ(now(id).answer, "Opravila Klára.");
}

TEST_F(StaffMistakes, are_found_by_what_they_concern_and_in_pages_of_twenty) {
    for (int n = 0; n < 21; ++n) report(here, "Telefon číslo " + std::to_string(n) + " neplatí.");
    report(there, "Adresa je jiná.");
    auto about = office.get(office.eva, list + "?tyka=kotva").body;
    EXPECT_THAT(about, AllOf(HasSubstr("Adresa je jiná."), Not(HasSubstr("Telefon číslo"))));
    EXPECT_THAT(office.get(office.eva, list + "?tyka=fokus-semily/fokus-semily-sr&strana=2").body,
                HasSubstr("Adresa je jiná."))
        << "what nobody wrote about filters nothing";
    auto first = office.get(office.eva, list).body, second = office.get(office.eva, list + "?strana=2").body;
    EXPECT_THAT(first, AllOf(HasSubstr("číslo 19 neplatí"), Not(HasSubstr("číslo 20 neplatí")),
                             HasSubstr("stav=cekaji&amp;strana=2")));
    EXPECT_THAT(second, AllOf(HasSubstr("číslo 20 neplatí"), HasSubstr("Adresa je jiná.")));
    EXPECT_EQ(office.get(office.eva, list + "?strana=99999999999999999999").status, http::ok);
}
