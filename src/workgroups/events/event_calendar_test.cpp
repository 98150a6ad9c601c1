// Events: what the documents tell of them, how they are kept, and what the public calendar shows to whom.
#include "network/network.hpp"
#include "tests/world/office.hpp"
#include "workgroups/events/calendar_items.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto seminar_at = "/akce/seminar-at-zamestnavani-lidi-se-zavislosti";

struct PlannedEvents : testing::Test {
    PlanningEvent event(const std::string& slug) {
        auto lease = office.database().read();
        auto found = find_event_by_slug(*lease, slug);
        if (!found) throw std::runtime_error{"no event " + slug};
        return *found;
    }
    WorkingGroup group(const std::string& slug) {
        auto lease = office.database().read();
        return *find_group_by_slug(*lease, slug);
    }
    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(who, address)));
    }
    // The person of an account sits in a group from long ago.
    void seat(const User& who, const std::string& slug, const std::string& role = "member") {
        auto in = group(slug);
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            PlanningPerson person;
            person.account_id = who.id, person.name = who.name;
            GroupMember member;
            member.group_id = in.id, member.planner_id = workgroups::add(author, person), member.role = role;
            member.valid_from = *day_of(2020, 1, 1);
            workgroups::add(author, member);
        });
    }
    static http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"nazev", "Den pro pečující"},
                                                    {"rocnik", ""},
                                                    {"druh", "seminar"},
                                                    {"skupina", ""},
                                                    {"poradatele", "Město Semily\nCharita Semily"},
                                                    {"popis", ""},
                                                    {"od", "14. 1. 2027"},
                                                    {"do", ""},
                                                    {"cas_od", "9.00"},
                                                    {"cas_do", "15:30"},
                                                    {"misto", "Kulturní centrum Golf"},
                                                    {"adresa", ""},
                                                    {"obec", "576964"},
                                                    {"souradnice", ""},
                                                    {"web", ""},
                                                    {"verejna", "ano"},
                                                    {"stav", "planned"},
                                                    {"duvod", ""}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }

    world::Office office{world::Office::With::sample_region};
};

}

// row 3.09
TEST_F(PlannedEvents, last_two_days_and_have_two_organisers) {
    auto seminar = event("seminar-at-zamestnavani-lidi-se-zavislosti");
    EXPECT_EQ(seminar.first_day, day_of(2015, 11, 26));
    EXPECT_EQ(seminar.last_day, day_of(2015, 11, 27));
    EXPECT_THAT(seminar.organised_by(),
                ElementsAre("Advaita, z. ú.", "Ing. Jarmila Sedmikrásková, krajská protidrogová koordinátorka"));
    EXPECT_THAT(words(office.stranger, seminar_at),
                AllOf(HasSubstr("27. 11. 2015"), HasSubstr("hotel Orion"), HasSubstr("Pořadatelé"),
                      HasSubstr("Osoby ohrožené závislostmi")));
    auto month = words(office.stranger, "/akce?mesic=2015-11");
    std::size_t times = 0;
    for (auto at = month.find(seminar_at); at != month.npos; at = month.find(seminar_at, at + 1)) ++times;
    EXPECT_EQ(times, 2u) << "on both days";
}

// row 3.10
TEST_F(PlannedEvents, have_the_number_of_their_edition) {
    EXPECT_EQ(event("setkani-adiktologickych-sluzeb-3-rocnik").edition, 3);
    EXPECT_THAT(words(office.stranger, "/akce/setkani-adiktologickych-sluzeb-3-rocnik"),
                AllOf(HasSubstr("3. ročník"), HasSubstr("9. 3. 2016"), HasSubstr("Maják, o. p. s.")));
}

TEST_F(PlannedEvents, that_come_next_and_are_everybodys_stand_on_the_home_page) {
    for (auto& [title, published] : {std::pair{"Veřejná beseda", "ano"}, {"Porada členů", ""}})
        ASSERT_EQ(office
                      .post(office.eva, "/akce/nova",
                            form({{"nazev", title}, {"od", "25. 11. 2026"}, {"verejna", published}}))
                      .status,
                  http::see_other);
    auto home = words(office.stranger, "/");
    EXPECT_THAT(home, AllOf(HasSubstr("Nejbližší akce"), HasSubstr("href=\"/akce/verejna-beseda\""),
                            HasSubstr("25. 11. 2026, 9.00"), Not(HasSubstr("Porada členů"))));
    auto made = event("verejna-beseda");
    office.database().in_write_transaction([&](db::Session& work) {
        auto cancelled = made;
        cancelled.state = "cancelled", cancelled.state_reason = "nemoc";
        change(office.as_nobody(work), made, cancelled);
    });
    EXPECT_THAT(words(office.stranger, "/"), Not(HasSubstr("Veřejná beseda")));
}

// row 3.13
TEST_F(PlannedEvents, stand_beside_meetings_of_public_groups) {
    auto seniors = group("seniori");
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        Meeting meeting;
        meeting.group_id = seniors.id, meeting.day = *day_of(2015, 11, 25), meeting.state = "held";
        workgroups::add(author, meeting);
        for (auto title : {"Anděl Strážný, z. ú.", "Občanské sdružení D.R.A.K.", "Kamenný hospic", "DZR"}) {
            AgendaItem item;
            item.group_id = seniors.id, item.meeting_id = meeting.id, item.title = title;
            workgroups::add(author, item);
        }
    });
    EXPECT_THAT(words(office.stranger, "/akce?mesic=2015-11&skupina=seniori"), HasSubstr("Jednání: Senioři"));
    EXPECT_THAT(words(office.stranger, "/akce?minule=1&druh=meeting&skupina=seniori"),
                AllOf(HasSubstr("Jednání: Senioři"), HasSubstr("25. 11. 2015")));
}

// row 3.19
TEST_F(PlannedEvents, may_be_a_round_table_of_the_region) {
    auto table = event("kulaty-stul-poptavka-po-sluzbach-pro-osoby-s-postizenim");
    EXPECT_EQ(table.kind, "round_table");
    EXPECT_EQ(table.first_day, day_of(2015, 11, 11));
    EXPECT_EQ(table.group_id, std::nullopt);
    EXPECT_THAT(words(office.stranger, "/akce?minule=1&druh=round_table"), HasSubstr("poptávka po službách"));
}

// row 3.31
TEST_F(PlannedEvents, of_the_winter_2015_are_five_with_their_editions) {
    auto november = words(office.stranger, "/akce?mesic=2015-11"),
         december = words(office.stranger, "/akce?mesic=2015-12");
    for (auto one : {"Noc venku, 2. ročník", "Kašparovo taškaření, 2. ročník", "Potravinová sbírka",
                     "Den otevřených dveří: CZSS Liberec"})
        EXPECT_THAT(november, HasSubstr(one)) << one;
    EXPECT_THAT(december, HasSubstr("Den otevřených dveří: Vila Vitae"));
    EXPECT_EQ(event("noc-venku-2-rocnik").first_day, day_of(2015, 11, 19));
    EXPECT_EQ(event("den-otevrenych-dveri-vila-vitae").kind, "open_day");
}

TEST_F(PlannedEvents, come_next_first_and_past_ones_on_demand) {
    auto next = words(office.stranger, "/akce");
    EXPECT_THAT(next, AllOf(HasSubstr("Jak pečovat doma"), HasSubstr("Noc venku, 13. ročník"),
                            Not(HasSubstr("Veletrh sociálních služeb"))));
    EXPECT_LT(next.find("Jak pečovat doma"), next.find("Noc venku, 13."));
    auto past = words(office.stranger, "/akce?minule=1");
    EXPECT_THAT(past, AllOf(HasSubstr("Veletrh sociálních služeb"), Not(HasSubstr("Jak pečovat doma"))));
    EXPECT_LT(past.find("Veletrh sociálních služeb"), past.find("Kulatý stůl: sociální služby a složky IZS"));
}

TEST_F(PlannedEvents, are_narrowed_by_kind_municipality_group_and_words) {
    EXPECT_THAT(words(office.stranger, "/akce?druh=collection"),
                AllOf(HasSubstr("Potravinová sbírka"), Not(HasSubstr("Noc venku"))));
    EXPECT_THAT(words(office.stranger, "/akce?obec=577197"),
                AllOf(HasSubstr("bydlení s podporou"), Not(HasSubstr("Noc venku"))));
    EXPECT_THAT(words(office.stranger, "/akce?skupina=dusevni-zdravi"),
                AllOf(HasSubstr("sociálně terapeutická dílna"), Not(HasSubstr("Noc venku"))));
    EXPECT_THAT(words(office.stranger, "/akce?q=svickarske"), HasSubstr("sociálně terapeutická dílna"));
    EXPECT_THAT(words(office.stranger, "/akce?q=nesmysl"), HasSubstr("Výběru nic neodpovídá"));
    EXPECT_EQ(office.get(office.stranger, "/akce?mesic=listopad").status, http::unprocessable);
}

TEST_F(PlannedEvents, stand_on_the_map_at_their_place_or_their_municipality) {
    EXPECT_EQ(office.get(office.stranger, "/akce?zobrazit=mapa").status, http::ok);
    auto points = office.get(office.stranger, "/akce-na-mape.geojson?druh=round_table");
    EXPECT_EQ(points.type, "application/geo+json");
    EXPECT_THAT(points.body, AllOf(HasSubstr("/akce/kulaty-stul-bydleni-s-podporou"), HasSubstr("5.06089E1")));
    EXPECT_THAT(office.get(office.stranger, "/akce-na-mape.geojson?druh=collection").body,
                HasSubstr("/akce/potravinova-sbirka-2"));
}

TEST_F(PlannedEvents, go_out_as_tables) {
    auto table = world::whole(office.get(office.stranger, "/akce.csv"));
    EXPECT_THAT(table, AllOf(HasSubstr("poradatele"), HasSubstr("Jak pečovat doma"), Not(HasSubstr("Supervizní"))));
    EXPECT_EQ(office.get(office.stranger, "/akce.xlsx").status, http::ok);
}

TEST_F(PlannedEvents, that_are_off_stay_with_their_reason) {
    EXPECT_THAT(words(office.stranger, "/akce/adventni-jarmark-chranenych-dilen"),
                AllOf(HasSubstr("Akce se nekoná."), HasSubstr("nemá dost prodejců")));
    EXPECT_THAT(words(office.stranger, "/akce"), HasSubstr("Adventní jarmark"));
}

TEST_F(PlannedEvents, for_members_are_not_found_by_others) {
    auto hidden = "/akce/supervizni-setkani-skupiny";
    EXPECT_EQ(office.get(office.stranger, hidden).status, http::not_found);
    EXPECT_EQ(office.get(office.petr, hidden).status, http::not_found);
    EXPECT_THAT(words(office.petr, "/akce"), Not(HasSubstr("Supervizní")));
    EXPECT_EQ(office.get(office.stranger, std::string{hidden} + "/udalost.ics").status, http::not_found);
    seat(office.petr, "dusevni-zdravi");
    EXPECT_EQ(office.get(office.petr, hidden).status, http::ok);
    EXPECT_THAT(words(office.petr, "/akce"), HasSubstr("Supervizní"));
    EXPECT_EQ(office.get(office.petr, std::string{hidden} + "/upravit").status, http::forbidden);
}

TEST_F(PlannedEvents, are_written_down_by_planners_and_stay_at_their_address) {
    auto made = office.post(office.eva, "/akce/nova", form({{"rocnik", "2"}}));
    ASSERT_EQ(made.location, "/akce/den-pro-pecujici-2-rocnik?hotovo=zapsana") << made.body;
    auto now = event("den-pro-pecujici-2-rocnik");
    EXPECT_EQ(now.from_minute, 9 * 60);
    EXPECT_EQ(now.to_minute, 15 * 60 + 30);
    EXPECT_THAT(now.organised_by(), ElementsAre("Město Semily", "Charita Semily"));
    EXPECT_THAT(words(office.stranger, "/akce/den-pro-pecujici-2-rocnik"),
                AllOf(HasSubstr("14. 1. 2027, 9.00"), HasSubstr("15.30"), HasSubstr("Semily")));
}

TEST_F(PlannedEvents, of_a_coordinator_lie_in_the_districts_of_the_grant) {
    auto elsewhere = office.post(office.klara, "/akce/nova", form({}));
    EXPECT_EQ(elsewhere.status, http::unprocessable);
    EXPECT_THAT(elsewhere.body, HasSubstr("za které plánování koordinujete"));
    EXPECT_EQ(office.post(office.klara, "/akce/nova", form({{"obec", "577197"}})).status, http::see_other);
    EXPECT_EQ(office.post(office.klara, "/akce/nova", form({{"skupina", "seniori"}})).status, http::unprocessable);
    EXPECT_EQ(office.get(office.klara, std::string{seminar_at} + "/upravit").status, http::forbidden);
    EXPECT_EQ(office.get(office.petr, "/akce/nova").status, http::forbidden);
}

TEST_F(PlannedEvents, of_a_group_are_kept_by_its_leaders) {
    auto at = "/skupiny/seniori/akce/nova";
    EXPECT_EQ(office.get(office.petr, at).status, http::forbidden);
    seat(office.petr, "seniori", "secretary");
    EXPECT_EQ(office.get(office.petr, at).status, http::ok);
    EXPECT_EQ(office.post(office.petr, at, form({{"skupina", "seniori"}})).location,
              "/akce/den-pro-pecujici?hotovo=zapsana");
    EXPECT_EQ(event("den-pro-pecujici").group_id, group("seniori").id);
    EXPECT_EQ(office.get(office.petr, "/akce/den-pro-pecujici/upravit").status, http::ok);
    // For another group, or for none, they may not speak.
    EXPECT_EQ(office.post(office.petr, at, form({{"skupina", "dusevni-zdravi"}})).status, http::unprocessable);
    EXPECT_EQ(office.post(office.petr, at, form({})).status, http::unprocessable);
}

TEST_F(PlannedEvents, say_what_is_wrong_with_what_was_typed_and_keep_it) {
    auto answer = office.post(office.eva, "/akce/nova",
                              form({{"nazev", ""},
                                    {"rocnik", "třetí"},
                                    {"od", "zítra"},
                                    {"cas_od", "ráno"},
                                    {"souradnice", "15.05, 50.76"},
                                    {"web", "javascript:alert(1)"},
                                    {"stav", "cancelled"},
                                    {"popis", "Důležité věty."}}));
    EXPECT_EQ(answer.status, http::unprocessable);
    for (auto said : {"Napište název.", "Ročník je číslo", "třetí", "zítra", "Čas napište", "nejdřív šířku",
                      "Adresa začíná", "proč se akce nekoná", "Důležité věty."})
        EXPECT_THAT(answer.body, HasSubstr(said));
    auto backwards = office.post(office.eva, "/akce/nova", form({{"do", "13. 1. 2027"}}));
    EXPECT_THAT(backwards.body, HasSubstr("Poslední den nemůže být před prvním."));
    auto short_day = office.post(office.eva, "/akce/nova", form({{"cas_do", "8.00"}}));
    EXPECT_THAT(short_day.body, HasSubstr("Konec musí být po začátku."));
}

TEST_F(PlannedEvents, come_again_as_the_next_edition) {
    auto at = "/akce/noc-venku-13-rocnik/dalsi-rocnik";
    EXPECT_THAT(words(office.eva, at), AllOf(HasSubstr("value=\"14\""), HasSubstr("náměstí Dr. E. Beneše")));
    auto made = office.post(
        office.eva, at, form({{"nazev", "Noc venku"}, {"rocnik", "14"}, {"druh", "campaign"}, {"od", "9. 12. 2027"}}));
    ASSERT_EQ(made.location, "/akce/noc-venku-14-rocnik?hotovo=zapsana") << made.body;
    EXPECT_EQ(event("noc-venku-14-rocnik").edition_of_id, event("noc-venku-13-rocnik").id);
    EXPECT_THAT(words(office.stranger, "/akce/noc-venku-13-rocnik"), HasSubstr("/akce/noc-venku-14-rocnik"));
    EXPECT_THAT(words(office.stranger, "/akce/noc-venku-14-rocnik"), HasSubstr("/akce/noc-venku-13-rocnik"));
}

TEST_F(PlannedEvents, tell_their_history_and_take_single_changes_back) {
    auto slug = "potravinova-sbirka-2";
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    auto typed = form({{"nazev", "Potravinová sbírka"},
                       {"druh", "collection"},
                       {"od", "19. 12. 2026"},
                       {"cas_od", ""},
                       {"cas_do", ""},
                       {"misto", ""},
                       {"obec", "563510"},
                       {"poradatele", "Potravinová banka Liberec"},
                       {"popis", "Trvanlivé potraviny a drogerie pro lidi v nouzi."}});
    typed.add("verze", "1");
    ASSERT_EQ(office.post(office.eva, "/akce/" + std::string{slug} + "/upravit", typed).status, http::see_other);
    EXPECT_EQ(event(slug).first_day, day_of(2026, 12, 19));
    EXPECT_THAT(words(office.eva, "/akce/" + std::string{slug} + "/historie"), HasSubstr("19. 12. 2026"));
    std::string id;
    {
        auto lease = office.database().read();
        auto found = *find_event_by_slug(*lease, slug);
        id = to_text(history::changes_of(*lease, found.id.uuid).front().id);
    }
    auto back = office.post(office.eva, "/akce/" + std::string{slug} + "/historie/" + id + "/zpet");
    EXPECT_EQ(back.location, "/akce/" + std::string{slug} + "/historie?vraceno=ano");
    EXPECT_EQ(event(slug).first_day, day_of(2026, 12, 12));
    EXPECT_EQ(office.post(office.eva, "/akce/" + std::string{slug} + "/historie/" + id + "/zpet").status,
              http::conflict);
}

TEST_F(PlannedEvents, edited_by_two_at_once_lose_no_word) {
    auto at = "/akce/noc-venku-13-rocnik/upravit";
    auto first = form({{"nazev", "Noc venku"}, {"rocnik", "13"}, {"druh", "campaign"}, {"popis", "Text Evy."}});
    auto second = form({{"nazev", "Noc venku"}, {"rocnik", "13"}, {"druh", "campaign"}, {"misto", "u radnice"}});
    first.add("verze", "1"), second.add("verze", "1");
    EXPECT_EQ(office.post(office.eva, at, first).status, http::see_other);
    auto answer = office.post(office.eva, at, second);
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("u radnice"), HasSubstr("Text Evy.")));
}

TEST_F(PlannedEvents, tell_programs_what_they_are_in_the_words_of_schema_org) {
    auto said = office.get(office.stranger, seminar_at, "application/json").body;
    EXPECT_THAT(said, AllOf(HasSubstr("\"@type\":\"Event\""), HasSubstr("\"startDate\":\"2015-11-26\""),
                            HasSubstr("\"endDate\":\"2015-11-27\""), HasSubstr("EventScheduled")));
    EXPECT_THAT(office.get(office.stranger, "/akce/kulaty-stul-bydleni-s-podporou", "application/json").body,
                HasSubstr("\"startDate\":\"2026-12-15T13:00:00+01:00\""));
}

TEST_F(PlannedEvents, take_place_and_times_of_meetings_from_their_series_as_a_meeting_itself_does) {
    auto in = group("seniori");
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        MeetingSeries series;
        series.group_id = in.id, series.name = "2027", series.place = "Uran", series.from_minute = 840;
        series.to_minute = 960;
        workgroups::add(author, series);
        for (auto own : {false, true}) {
            Meeting meeting;
            meeting.group_id = in.id, meeting.series_id = series.id, meeting.day = *day_of(2027, 1, 5 + own);
            if (own) meeting.place = "Jinde", meeting.from_minute = 600;
            workgroups::add(author, meeting);
        }
    });
    auto lease = office.database().read();
    auto placed = placed_meetings_between(*lease, *day_of(2027, 1, 5), *day_of(2027, 1, 7));
    ASSERT_EQ(placed.size(), 2u);
    for (auto& one : placed) {
        auto alone = at_its_place(*lease, *find_meeting(*lease, one.id));
        EXPECT_EQ(one.place, alone.place);
        EXPECT_EQ(one.from_minute, alone.from_minute);
        EXPECT_EQ(one.to_minute, alone.to_minute);
    }
}

TEST_F(PlannedEvents, that_are_to_come_have_not_taken_place_and_none_lasts_for_years) {
    auto early = office.post(office.eva, "/akce/nova", form({{"stav", "held"}}));
    EXPECT_EQ(early.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(early.body), HasSubstr("Akce, která teprve bude, ještě neproběhla."));
    auto long_one = office.post(office.eva, "/akce/nova", form({{"do", "14. 1. 2037"}}));
    EXPECT_EQ(long_one.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(long_one.body), HasSubstr("Akce by trvala déle než rok."));
    EXPECT_EQ(office.post(office.eva, "/akce/nova", form({{"od", "20. 11. 2026"}, {"stav", "held"}})).status,
              http::see_other);
}

TEST_F(PlannedEvents, typed_without_a_year_are_the_nearest_to_come) {
    auto saved = office.post(office.eva, "/akce/nova", form({{"od", "14.1."}, {"do", "15. ledna"}}));
    ASSERT_EQ(saved.status, http::see_other);
    EXPECT_THAT(words(office.stranger, saved.location), AllOf(HasSubstr("14.–"), HasSubstr("15. 1. 2027")));
}

TEST_F(PlannedEvents, offer_towns_of_one_name_with_their_districts) {
    auto page = words(office.eva, "/akce/nova");
    EXPECT_THAT(page, AllOf(HasSubstr(">Pěnčín ("), Not(HasSubstr(">Pěnčín<")), HasSubstr(">Semily<")));
}

TEST_F(PlannedEvents, in_a_list_carry_no_space_before_a_comma) {
    EXPECT_THAT(words(office.stranger, "/akce?minule=1"), Not(testing::ContainsRegex("[ \n],")));
}

TEST_F(PlannedEvents, asked_for_on_the_map_are_shown_there_whatever_the_month) {
    auto map = words(office.eva, "/akce?zobrazit=mapa&mesic=2026-12");
    EXPECT_THAT(map,
                AllOf(HasSubstr("data-map="), Not(HasSubstr("class=\"month\"")), HasSubstr("na mapě jednání nejsou")));
}

// Two years of meetings move with the day, what documents tell does not: numbers of decisions must go together on any.
TEST(PlanningSample, is_made_on_any_day_to_come_and_has_events_ahead) {
    for (auto day : {"2027-01-01T08:00:00Z", "2027-11-30T08:00:00Z", "2028-02-29T08:00:00Z"}) {
        auto now = *parse_instant(day);
        auto db = empty_database();
        db::migrate(db, {platform::files(), network::files(), workgroups::files()});
        db::Transaction work{db, db::Intent::write};
        auto region = regional_organisation(work.session(), now, Configuration{}.facts);
        auto source = history::keep_source(work.session(), now, {}, region, "person", "test");
        history::Author author{work.session(), now, {}, region, source};
        network::load_sample(author);
        workgroups::load_sample(author);
        EXPECT_GE(work.session().one<std::int64_t>("SELECT count(*) FROM planning_events WHERE state = 'planned'"
                                                   " AND first_day >= $1",
                                                   day_in_prague(now)),
                  7)
            << day;
        EXPECT_EQ(work.session().one<std::int64_t>("SELECT count(*) FROM decisions WHERE number = ''"), 0) << day;
    }
}
