// Searching planning: Czech words without accents, in any case, mistyped; and only what the person may read.
#include "tests/world/planning.hpp"
#include "workgroups/planning_search/planning_search_pages.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct SearchingPlanning : testing::Test, world::Planning {
    std::string found(const User& who, const std::string& query) {
        auto page = words(who, "/hledani-v-planovani?q=" + query);
        for (std::string tag : {"<mark>", "</mark>"})
            for (auto at = page.find(tag); at != page.npos; at = page.find(tag)) page.erase(at, tag.size());
        return page;
    }
    void part(const Meeting& meeting, const std::string& heading, const std::string& body) {
        write([&](const history::Author& author) {
            MinutesPart part;
            part.minutes_id = minutes_of(author.work, meeting.id)->id, part.heading = heading, part.body = body;
            add(author, part);
            return true;
        });
    }
    void item(const Meeting& meeting, const std::string& title, const char* state = "accepted") {
        write([&](const history::Author& author) {
            AgendaItem item;
            item.group_id = meeting.group_id, item.meeting_id = meeting.id, item.title = title, item.state = state;
            add(author, item);
            return true;
        });
    }
};

}

TEST_F(SearchingPlanning, forgives_accents_endings_and_slips_of_the_finger) {
    for (auto query : {"prostupné bydlení", "prostupneho bydleni", "prostupnym bydlenim", "prostupne bydlrni"})
        EXPECT_THAT(found(office.stranger, query), HasSubstr("systém prostupného bydlení")) << query;
    EXPECT_THAT(words(office.stranger, "/hledani-v-planovani?q=bydleni"), HasSubstr("<mark>bydlení</mark>"));
    EXPECT_THAT(found(office.stranger, "hippopotamus"), HasSubstr("Nic takového tu není."));
    EXPECT_THAT(found(office.stranger, ""), HasSubstr("Napište jedno nebo víc slov."));
}

TEST_F(SearchingPlanning, finds_tasks_for_those_who_sit_in_the_group_and_for_their_owner_alone) {
    give("seniori", "Zajistit heligonku na setkání.", {}, seat(office.petr, "dusevni-zdravi"));
    give("zdravotne-znevyhodneni", "Zajistit bandurku.");
    EXPECT_THAT(found(office.eva, "heligonka"), HasSubstr("Zajistit heligonku"));
    EXPECT_THAT(found(office.petr, "heligonka"), HasSubstr("Zajistit heligonku")) << "his own";
    EXPECT_THAT(found(office.petr, "bandurka"), HasSubstr("Nic takového tu není."));
    for (auto& who : {office.stranger, office.klara, office.adam})
        EXPECT_THAT(found(who, "heligonka"), HasSubstr("Nic takového tu není."));
}

TEST_F(SearchingPlanning, finds_minutes_for_everybody_once_they_are_published) {
    auto held = meeting("seniori", *day_of(2026, 10, 20), "held", "draft");
    part(held, "Různé", "Mluvilo se o kobaltovém kameni.");
    EXPECT_THAT(found(office.stranger, "kobaltovy"), Not(HasSubstr("kameni")));
    EXPECT_THAT(found(office.eva, "kobaltovy"), HasSubstr("o kobaltovém kameni"));
    write([&](const history::Author& author) {
        auto before = *minutes_of(author.work, held.id), after = before;
        after.phase = "published";
        return change(author, before, after);
    });
    EXPECT_THAT(found(office.stranger, "kobaltovy"), HasSubstr("o kobaltovém kameni"));
}

TEST_F(SearchingPlanning, lets_nobody_outside_find_by_the_name_of_a_user) {
    auto held = meeting("dusevni-zdravi", *day_of(2026, 10, 20), "held", "published");
    part(held, "Zpráva", "Otakar Vřes mluvil o peer práci.");
    EXPECT_THAT(found(office.stranger, "peer prace"),
                AllOf(HasSubstr("mluvil o peer práci"), Not(HasSubstr("Otakar"))));
    EXPECT_THAT(found(office.stranger, "Otakar"), HasSubstr("Nic takového tu není."));
    EXPECT_THAT(found(office.stranger, "peer Otakr"), Not(HasSubstr("hledáno i: otakar")))
        << "nor learn it as a correction";
}

TEST_F(SearchingPlanning, keeps_proposals_and_groups_that_are_not_public_to_those_inside) {
    auto slug = "pripravna-skupina-pro-zadani-analyzy";
    item(meeting(slug, *day_of(2026, 12, 1)), "Zadání ornitologické analýzy");
    auto open = meeting("seniori", *day_of(2026, 12, 1));
    item(open, "Zoologický výlet", "proposed"), item(open, "Botanická přednáška");
    EXPECT_THAT(found(office.stranger, "ornitologicka"), HasSubstr("Nic takového tu není."));
    EXPECT_THAT(found(office.klara, "ornitologicka"), HasSubstr("Zadání ornitologické analýzy"));
    EXPECT_THAT(found(office.stranger, "zoologicky"), HasSubstr("Nic takového tu není."));
    EXPECT_THAT(found(office.eva, "zoologicky"), HasSubstr("Zoologický výlet"));
    EXPECT_THAT(found(office.stranger, "botanicka"), HasSubstr("Botanická přednáška"));
}

TEST_F(SearchingPlanning, knows_at_once_what_was_saved_and_forgets_what_it_replaced) {
    auto task = give("seniori", "Objednat heligonku.");
    EXPECT_THAT(found(office.eva, "heligonku"), HasSubstr("Objednat heligonku."));
    write([&](const history::Author& author) {
        auto after = now(task);
        after.body = "Objednat tyrkysové stoly.";
        return change(author, now(task), after);
    });
    EXPECT_THAT(found(office.eva, "tyrkysove"), HasSubstr("Objednat tyrkysové stoly."));
    EXPECT_THAT(found(office.eva, "heligonku"), HasSubstr("Nic takového tu není."));
}

TEST_F(SearchingPlanning, shows_one_kind_page_by_page) {
    for (int n = 0; n < 45; ++n) give("seniori", "Roznést karafiáty " + std::to_string(n));
    auto grouped = words(office.eva, "/hledani-v-planovani?q=karafiaty");
    EXPECT_THAT(grouped, AllOf(HasSubstr("45 výsledků"), HasSubstr("druh=ukol")));
    auto last = words(office.eva, "/hledani-v-planovani?q=karafiaty&druh=ukol&strana=3");
    std::size_t hits = 0;
    for (auto at = last.find("class=\"hit\""); at != last.npos; at = last.find("class=\"hit\"", at + 1)) ++hits;
    EXPECT_EQ(hits, 5u);
}

TEST(WordsInTexts, are_marked_where_they_stand_in_any_form) {
    auto shown = [](const std::vector<SearchPiece>& pieces) {
        std::string text;
        for (auto& piece : pieces) text += piece.marked ? "[" + piece.text + "]" : piece.text;
        return text;
    };
    EXPECT_EQ(shown(with_words_marked("Analýza potřeb, analýzou.", {"analyzy"}, 100)), "[Analýza] potřeb, [analýzou].");
    EXPECT_EQ(shown(with_words_marked("Nic.", {"analyzy"}, 100)), "Nic.");
    EXPECT_EQ(shown(with_words_marked("", {"analyzy"}, 100)), "");
    std::string tall;
    for (int n = 0; n < 60; ++n) tall += "slovo ";
    EXPECT_THAT(shown(with_words_marked(tall + "bydlení konec", {"bydleni"}, 60)), HasSubstr("[bydlení]"));
    EXPECT_LT(with_words_marked(tall, {"bydleni"}, 60).front().text.size(), 70u);
}
