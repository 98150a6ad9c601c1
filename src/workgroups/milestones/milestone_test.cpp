// Milestones of an analysis: as they stand in minutes, in months that overlap, within a project; data collected for
// one.
#include "tests/world/office.hpp"
#include "workgroups/milestones/milestone.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto jilemnice = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku";
constexpr auto schedule = "06-07/2017 sběr dat v území\n08/2017 sociodemografická analýza\n"
                          "09/2017 1. verze analýzy, připomínkování\n09-10/2017 společné setkání k analýze\n"
                          "10/2017 zpracovaná analýza";

struct AnalysisMilestones : testing::Test {
    // As people read it: dashes hold to what follows by a sign that nobody sees.
    static std::string read(std::string text) {
        text = world::with_plain_spaces(std::move(text));
        for (auto at = text.find("\u2060"); at != text.npos; at = text.find("\u2060", at)) text.erase(at, 3);
        return text;
    }
    std::string words(const User& who, const std::string& address) {
        return read(world::whole(office.get(who, address)));
    }
    static http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"nazev", "Analýza potřeb"},
                                                    {"dodavatel", "ppm factum research, s.r.o."},
                                                    {"za_dodavatele", "V. Hluchavka"},
                                                    {"mluvci", "K. Jasmínová"},
                                                    {"verejny", "ano"},
                                                    {"projekt", "Rozvoj MA21 v Jilemnici"},
                                                    {"cislo", "CZ.03.4.74/0.0/0.0/16_033/0003005"},
                                                    {"obdobi", "01/2017 - 12/2018"},
                                                    {"milniky", schedule}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    std::string made(std::vector<std::pair<std::string, std::string>> typed = {}) {
        auto answer = office.post(office.klara, std::string{jilemnice} + "/milniky/novy", form(std::move(typed)));
        EXPECT_EQ(answer.status, http::see_other);
        return answer.location.substr(0, answer.location.find('?'));
    }
    std::vector<Milestone> milestones(const std::string& address) {
        auto lease = office.database().read();
        return milestones_of(*lease, *Id<MilestonePlan>::parse(address.substr(9)));
    }
    // Eighteen municipalities of the authorised office, Jilemnice among them; names of documents, addresses invented.
    static std::string municipalities() {
        std::string lines = "Obce SO POÚ Jilemnice:\nMěsto Jilemnice; starostka@jilemnice.example\n";
        for (int n = 2; n <= 18; ++n)
            lines += "Obec " + std::to_string(n) + "; starosta" + std::to_string(n) + "@obce.example\n";
        return lines;
    }

    world::Office office{world::Office::With::sample_region};
};

}

// row 4.09
TEST_F(AnalysisMilestones, stand_as_the_minutes_say_them_from_collection_to_the_final_analysis) {
    auto all = milestones(made());
    ASSERT_EQ(all.size(), 5u);
    std::vector<std::string> said;
    for (auto& one : all) said.push_back(read(to_czech(one.period())) + " " + one.title);
    EXPECT_EQ(said[0], "6–7/2017 sběr dat v území");
    EXPECT_EQ(said[1], "8/2017 sociodemografická analýza");
    EXPECT_EQ(said[2], "9/2017 1. verze analýzy, připomínkování");
    EXPECT_EQ(said[3], "9–10/2017 společné setkání k analýze");
    EXPECT_EQ(said[4], "10/2017 zpracovaná analýza");
}

// row 4.10
TEST_F(AnalysisMilestones, have_the_precision_of_months_overlap_and_lie_within_the_project) {
    auto at = made();
    auto all = milestones(at);
    EXPECT_EQ(all[3].precision, "month");
    EXPECT_LE(all[3].first_day, all[2].last_day);
    EXPECT_GE(all[3].last_day, all[4].first_day);
    EXPECT_THAT(words(office.klara, at), Not(HasSubstr("mimo dobu projektu")));
    // Outside of it: a warning, no refusal.
    auto outside =
        office.post(office.klara, at + "/novy",
                    {{"nazev", "Dotisk"}, {"kdy", "1. 2. 2019 – 3. 2. 2019"}, {"stav", "waiting"}, {"poznamka", ""}});
    EXPECT_EQ(outside.status, http::see_other);
    EXPECT_THAT(words(office.klara, at), AllOf(HasSubstr("mimo dobu projektu"), HasSubstr("1/2017–12/2018")));
    // Only that the end does not come before the beginning.
    auto turned =
        office.post(office.klara, at + "/novy",
                    {{"nazev", "Naopak"}, {"kdy", "10/2017 – 09/2017"}, {"stav", "waiting"}, {"poznamka", ""}});
    EXPECT_EQ(turned.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(turned.body), HasSubstr("konec nesmí být před začátkem"));
}

// row 4.08
TEST_F(AnalysisMilestones, name_their_supplier_to_all_and_people_to_those_who_keep_them) {
    auto at = made();
    EXPECT_THAT(words(office.stranger, at), AllOf(HasSubstr("ppm factum research"), Not(HasSubstr("Hluchavka"))));
    EXPECT_THAT(words(office.klara, at), AllOf(HasSubstr("V. Hluchavka"), HasSubstr("K. Jasmínová")));
    auto hidden = made({{"verejny", ""}});
    EXPECT_EQ(office.get(office.stranger, hidden).status, http::not_found);
    EXPECT_THAT(words(office.stranger, "/milniky"), Not(HasSubstr(hidden)));
    EXPECT_EQ(office.get(office.petr, at + "/upravit").status, http::forbidden);
}

TEST_F(AnalysisMilestones, change_their_state_with_a_history_that_takes_back) {
    auto at = made();
    auto first = milestones(at)[0];
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    auto one = at + "/" + to_text(first.id);
    http::Values typed{
        {"nazev", first.title}, {"kdy", "06-07/2017"}, {"stav", "done"}, {"poznamka", ""}, {"verze", "1"}};
    EXPECT_EQ(office.post(office.klara, one, typed).status, http::see_other);
    EXPECT_EQ(milestones(at)[0].state, "done");
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(history::changes_of(*lease, first.id.uuid).front().id);
    }
    EXPECT_THAT(words(office.klara, at + "/historie"), HasSubstr("hotovo"));
    EXPECT_EQ(office.post(office.klara, at + "/historie/" + id + "/zpet").status, http::see_other);
    EXPECT_EQ(milestones(at)[0].state, "waiting");
}

TEST_F(AnalysisMilestones, say_which_line_of_a_schedule_cannot_be_read) {
    auto answer = office.post(office.klara, std::string{jilemnice} + "/milniky/novy",
                              form({{"milniky", "06-07/2017 sběr dat\nněkdy potom analýza"}, {"obdobi", "pořád"}}));
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(answer.body), AllOf(HasSubstr("někdy potom analýza"), HasSubstr("pořád")));
}

// row 4.11
// row 4.12
TEST_F(AnalysisMilestones, collect_data_from_eighteen_municipalities_and_count_the_answers_of_each_group) {
    auto at = made();
    auto first = milestones(at)[0];
    auto answer =
        office.post(office.klara, at + "/" + to_text(first.id) + "/sber",
                    {{"nazev", "Sběr dat v území"},
                     {"do", "31. 12. 2026"},
                     {"dopis", "Prosíme o odpověď."},
                     {"otazky", "Kolik občanů potřebuje péči? (číslo)\nCo chybí?\nMáte byty? (ano/ne)"},
                     {"prijemci", municipalities() + "Poskytovatelé:\nFokus Turnov <fokus@fokus.example>\n"}});
    ASSERT_EQ(answer.status, http::see_other);
    EXPECT_THAT(words(office.klara, at), AllOf(HasSubstr("19 příjemců"), HasSubstr("Obce SO POÚ Jilemnice")));
    auto lease = office.database().read();
    auto collection = collections_of(*lease, *Id<MilestonePlan>::parse(at.substr(9))).front();
    auto rates = response_rates(*office.database().read(), collection);
    ASSERT_EQ(rates.size(), 2u);
    EXPECT_EQ(rates[0].asked, 18);
    EXPECT_EQ(rates[0].answered, 0);
    EXPECT_EQ(rates[1].recipient_group, "Poskytovatelé");
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM collection_questions WHERE collection_id = $1",
                                       collection.collection_id),
              3);
}

// row 4.12
TEST_F(AnalysisMilestones, tell_the_rate_of_those_who_answered_in_each_group) {
    auto at = made();
    auto first = milestones(at)[0];
    office.post(office.klara, at + "/" + to_text(first.id) + "/sber",
                {{"nazev", "Sběr"},
                 {"do", "31. 12."},
                 {"dopis", "Prosíme."},
                 {"otazky", "Co chybí?"},
                 {"prijemci", municipalities()}});
    auto collection = collections_of(*office.database().read(), *Id<MilestonePlan>::parse(at.substr(9))).front();
    auto page = "/sprava/sbery/" + to_text(collection.collection_id);
    ASSERT_EQ(office.post(office.eva, page, {{"ukon", "otevrit"}}).status, http::see_other);
    auto lease = office.database().read();
    auto question = to_text(
        lease->one<Id<void>>("SELECT id FROM collection_questions WHERE collection_id = $1", collection.collection_id));
    auto letters = lease->all<std::string>("SELECT body FROM letters ORDER BY id DESC LIMIT 1");
    ASSERT_EQ(letters.size(), 1u);
    auto& letter = letters.front();
    auto from = letter.rfind("/sber/");
    ASSERT_EQ(office
                  .post(office.stranger, letter.substr(from, letter.find_first_of("\r\n ", from) - from),
                        {{"verze", "0"}, {"ukon", "odeslat"}, {"o-" + question, "Byty."}})
                  .status,
              http::see_other);
    auto rates = response_rates(*office.database().read(), collection);
    ASSERT_EQ(rates.size(), 1u);
    EXPECT_EQ(rates[0].answered, 1);
    EXPECT_EQ(rates[0].percent(), 6);
    EXPECT_THAT(words(office.klara, at), HasSubstr("6 %"));
}

TEST_F(AnalysisMilestones, say_whose_line_has_no_address) {
    auto at = made();
    auto first = milestones(at)[0];
    auto answer = office.post(
        office.klara, at + "/" + to_text(first.id) + "/sber",
        {{"nazev", "Sběr"}, {"do", "1. 1. 2020"}, {"dopis", "Prosíme."}, {"otazky", ""}, {"prijemci", "Obec Benecko"}});
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(answer.body), AllOf(HasSubstr("Obec Benecko"), HasSubstr("Termín už minul."),
                                                             HasSubstr("Napište aspoň jednu otázku.")));
    EXPECT_EQ(office.get(office.petr, at + "/" + to_text(first.id) + "/sber").status, http::forbidden);
}

TEST_F(AnalysisMilestones, are_found_from_the_page_of_their_group_by_all_who_may_read_them) {
    auto open = made(), hidden = made({{"nazev", "Neveřejná analýza"}, {"verejny", ""}});
    EXPECT_THAT(words(office.stranger, jilemnice),
                AllOf(HasSubstr(open), Not(HasSubstr(hidden)), Not(HasSubstr("Neveřejná analýza"))));
    EXPECT_THAT(words(office.klara, jilemnice), AllOf(HasSubstr(open), HasSubstr(hidden)));
}

TEST_F(AnalysisMilestones, link_a_collection_for_whom_its_page_opens) {
    auto at = made();
    office.post(office.klara, at + "/" + to_text(milestones(at)[0].id) + "/sber",
                {{"nazev", "Sběr"},
                 {"do", "31. 12. 2026"},
                 {"dopis", "Prosíme."},
                 {"otazky", "Co chybí?"},
                 {"prijemci", municipalities()}});
    EXPECT_THAT(words(office.klara, at), AllOf(Not(HasSubstr("/sprava/sbery/")), HasSubstr("krajský plánovač")));
    auto page = words(office.eva, at);
    auto link = page.find("/sprava/sbery/");
    ASSERT_NE(link, page.npos);
    EXPECT_EQ(office.get(office.eva, page.substr(link, page.find('"', link) - link)).status, http::ok);
}
