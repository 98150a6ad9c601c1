// Reports over the demonstration region: whoever looks sees their own rows, whoever shares gives away a question only.
#include "network/proposals/representation.hpp"
#include "network/reports/report_sources.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/reports/report_result.hpp"
#include "platform/reports/saved_report.hpp"
#include "tests/world/office.hpp"

#include <regex>

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Reporting : testing::Test {
    static std::string spaced(std::string text) { return std::regex_replace(text, std::regex{"\xc2\xa0"}, " "); }
    std::string page(const User& who, const std::string& address) { return spaced(office.get(who, address).body); }
    std::string json(const User& who, const std::string& address) {
        return office.get(who, address, "application/json").body;
    }
    std::string file(const User& who, const std::string& ending, const std::string& question) {
        return world::whole(office.get(who, "/sestavy/vysledek" + ending + "?" + question));
    }
    // How many rows a person finds.
    std::int64_t found(const User& who, const std::string& question) {
        std::smatch match;
        auto text = json(who, "/sestavy/nova?" + question);
        EXPECT_TRUE(std::regex_search(text, match, std::regex{"\"found\":(\\d+)"})) << text;
        return match.empty() ? -1 : std::stoll(match[1]);
    }
    std::string save(const User& who, const std::string& title, const std::string& sharing,
                     const std::string& question = services) {
        auto answer = office.post(who, "/sestavy", {{"nazev", title}, {"sdileni", sharing}, {"dotaz", question}});
        EXPECT_EQ(answer.status, http::see_other);
        return answer.location.substr(0, answer.location.find('?'));
    }
    // Petr's organisation stands for a provider of the region.
    void let_petr_act_for(const std::string& slug) {
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            auto provider = *network::find_provider_by_slug(work, slug);
            network::let_represent(author, provider.id, *office.petr.organisation_id);
        });
    }

    static constexpr auto services = "seznam=sluzby&sloupec=sluzba&sloupec=poskytovatel&sloupec=druh";
    world::Office office{world::Office::With::sample_region};
};

}

// feature H1
TEST_F(Reporting, a_planner_builds_one_over_services_and_sees_it_at_once) {
    EXPECT_THAT(page(office.eva, "/sestavy/nova"), AllOf(HasSubstr("seznam=sluzby"), HasSubstr("seznam=smlouvy")));
    auto built =
        page(office.eva, std::string{"/sestavy/nova?"} + services + "&p1=druh&p1.jak=jeden&p1.h=DruhSocialniSluzby/30");
    EXPECT_THAT(built, AllOf(HasSubstr("Sociálně terapeutické dílny"), HasSubstr("Druh služby: "),
                             HasSubstr("Uložit sestavu")));
}

TEST_F(Reporting, a_list_that_was_only_chosen_shows_its_usual_columns) {
    EXPECT_THAT(page(office.eva, "/sestavy/nova?seznam=sluzby"),
                AllOf(HasSubstr("value=\"sluzba\" checked"), HasSubstr("id=\"sloupce\" open")));
}

TEST_F(Reporting, each_sees_only_what_they_may_see) {
    let_petr_act_for("fokus-turnov");
    auto all = found(office.eva, services), of_district = found(office.klara, services),
         own = found(office.petr, services);
    EXPECT_GT(all, of_district);
    EXPECT_GT(of_district, 0);
    EXPECT_GT(own, 0);
    EXPECT_LT(own, all);
    auto rows = file(office.petr, ".csv", services);
    EXPECT_THAT(rows, HasSubstr("Fokus Turnov"));
    EXPECT_EQ(std::ranges::count(rows, '\n'), own + 1);
    for (auto list : {"poskytovatele", "kapacity", "clenove"})
        EXPECT_LT(found(office.petr, std::string{"seznam="} + list + "&sloupec=poskytovatel"),
                  found(office.eva, std::string{"seznam="} + list + "&sloupec=poskytovatel"))
            << list;
    EXPECT_EQ(office.get(office.petr, "/sestavy/nova?seznam=smlouvy&sloupec=smlouva").status, http::not_found);
    EXPECT_EQ(office.get(office.klara, "/sestavy/nova?seznam=sbery&sloupec=sber").status, http::not_found);
    EXPECT_EQ(office.get(office.dana, "/sestavy").status, http::forbidden);
    EXPECT_EQ(office.get(office.eva, "/sestavy/nova?seznam=hesla").status, http::not_found);
}

// feature H2
TEST_F(Reporting, the_number_of_a_group_leads_to_its_rows) {
    auto html = office.get(office.eva, std::string{"/sestavy/nova?"} + services + "&skupina=druh").body;
    std::smatch match;
    ASSERT_TRUE(
        std::regex_search(html, match, std::regex{"href=\"/sestavy/nova\\?([^\"]*p1=druh[^\"]*)\">\\s*(\\d+)"}));
    auto question = std::regex_replace(match[1].str(), std::regex{"&amp;"}, "&");
    std::string decoded;
    ASSERT_TRUE(http::percent_decode(question, decoded, false));
    EXPECT_EQ(found(office.eva, decoded), std::stoll(match[2]));
}

TEST_F(Reporting, what_is_wrong_in_a_condition_is_said_beside_it) {
    auto answer =
        office.get(office.eva, std::string{"/sestavy/nova?"} + services + "&p1=overeno&p1.jak=rozmezi&p1.od=kdysi");
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(spaced(answer.body), AllOf(HasSubstr("id=\"p1.od\""), HasSubstr("Datum napište jako 1. 7. 2026."),
                                           HasSubstr("value=\"kdysi\""), Not(HasSubstr("<tbody>"))));
}

TEST_F(Reporting, buttons_work_without_a_script) {
    auto added = office.get(office.eva, std::string{"/sestavy/nova?"} + services + "&pridat=podminka&nova=overeno");
    EXPECT_EQ(added.status, http::see_other);
    EXPECT_THAT(added.location, AllOf(HasSubstr("p1=overeno&p1.jak=rozmezi"), HasSubstr("otevrit=podminky#podminky")));
    auto moved = office.get(office.eva, std::string{"/sestavy/nova?"} + services + "&posun=dolu.sluzba");
    EXPECT_THAT(moved.location, HasSubstr("sloupec=poskytovatel&sloupec=sluzba"));
}

TEST_F(Reporting, saved_ones_are_shared_as_a_question_and_read_with_the_readers_rights) {
    auto alone = save(office.eva, "Jen pro mne", "nobody"), all = save(office.eva, "Pro všechny", "everybody"),
         colleagues = save(office.eva, "Pro kraj", "organisation");
    EXPECT_EQ(office.get(office.klara, alone).status, http::not_found);
    auto hidden = office.get(office.klara, alone).body, missing = office.get(office.klara, "/sestavy/nic").body;
    EXPECT_EQ(std::regex_replace(hidden, std::regex{alone}, "/sestavy/nic"), missing);
    auto shared = page(office.klara, all);
    EXPECT_THAT(shared, AllOf(HasSubstr("Pro všechny"), HasSubstr("sdílí eva"), Not(HasSubstr("Smazat sestavu"))));
    EXPECT_NE(json(office.klara, all), json(office.eva, all));
    EXPECT_EQ(office.get(office.klara, colleagues).status, http::ok);          // the same organisation
    EXPECT_EQ(office.get(office.petr, colleagues).status, http::not_found);    // another one
    EXPECT_EQ(office.get(office.petr, all).status, http::ok);
    EXPECT_EQ(office.get(office.dana, all).status, http::not_found);
    auto lists = page(office.klara, "/sestavy");
    EXPECT_THAT(lists, AllOf(HasSubstr("Pro všechny"), HasSubstr("Pro kraj"), Not(HasSubstr("Jen pro mne"))));
    // Only who keeps it changes it; everybody may take a copy.
    EXPECT_EQ(office.post(office.klara, all, {{"nazev", "Moje"}, {"dotaz", services}}).status, http::forbidden);
    save(office.klara, "Kopie", "nobody");
    EXPECT_THAT(page(office.klara, "/sestavy"), HasSubstr("Kopie"));
}

TEST_F(Reporting, one_over_a_list_that_the_reader_may_not_use_is_not_there) {
    auto contracts = save(office.eva, "Smlouvy kraje", "everybody", "seznam=smlouvy&sloupec=smlouva");
    EXPECT_EQ(office.get(office.petr, contracts).status, http::not_found);
    EXPECT_THAT(page(office.petr, "/sestavy"), Not(HasSubstr("Smlouvy kraje")));
    EXPECT_EQ(office.get(office.klara, contracts).status, http::ok);
}

TEST_F(Reporting, needs_a_name_and_says_so) {
    auto answer = office.post(office.eva, "/sestavy", {{"nazev", "  "}, {"dotaz", services}});
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(spaced(answer.body), HasSubstr("Napište název sestavy."));
    answer = office.post(office.eva, "/sestavy", {{"nazev", std::string(400, 'a')}, {"dotaz", services}});
    EXPECT_EQ(answer.status, http::unprocessable);
}

TEST_F(Reporting, two_windows_lose_nothing) {
    auto report = save(office.eva, "Služby", "nobody");
    auto second = std::string{services} + "&skupina=druh";
    EXPECT_EQ(office.post(office.eva, report, {{"nazev", "První"}, {"verze", "1"}, {"dotaz", services}}).status,
              http::see_other);
    auto late = office.post(office.eva, report, {{"nazev", "Druhé"}, {"verze", "1"}, {"dotaz", second}});
    EXPECT_EQ(late.status, http::conflict);
    EXPECT_THAT(spaced(late.body), AllOf(HasSubstr("Otevřít uložené znění: První"), HasSubstr("value=\"Druhé\""),
                                         HasSubstr("name=\"verze\" value=\"2\""), HasSubstr("skupina=druh")));
    EXPECT_EQ(office.post(office.eva, report, {{"nazev", "Druhé"}, {"verze", "2"}, {"dotaz", second}}).status,
              http::see_other);
    auto history = page(office.eva, report + "/historie");
    EXPECT_THAT(history, AllOf(HasSubstr("název: První"), HasSubstr("název: Druhé"), HasSubstr("Otevřít toto znění")));
    EXPECT_EQ(office.get(office.klara, report + "/historie").status, http::not_found);
}

TEST_F(Reporting, a_deleted_one_comes_back) {
    auto report = save(office.eva, "Omylem", "everybody");
    auto deleted = office.post(office.eva, report + "/smazat");
    EXPECT_THAT(page(office.eva, deleted.location),
                AllOf(HasSubstr("Sestava „Omylem“ je smazaná."), HasSubstr("/obnovit")));
    EXPECT_EQ(office.get(office.klara, report).status, http::not_found);
    EXPECT_EQ(office.get(office.eva, report).status, http::see_other);
    EXPECT_THAT(page(office.klara, deleted.location), Not(HasSubstr("Omylem")));
    office.post(office.eva, report + "/obnovit");
    EXPECT_EQ(office.get(office.klara, report).status, http::ok);
}

TEST_F(Reporting, an_older_one_says_which_columns_are_no_more) {
    auto report = save(office.eva, "Starší", "nobody");
    office.database().in_write_transaction([&](db::Session& work) {
        work.run("UPDATE saved_reports SET question = $1", "seznam=sluzby&sloupec=sluzba&sloupec=barva");
    });
    EXPECT_THAT(page(office.eva, report), AllOf(HasSubstr("Sloupec už v seznamu není"), HasSubstr("barva")));
}

// feature H6
TEST_F(Reporting, leaves_as_a_sheet_and_as_json) {
    auto question = std::string{services} + "&p1=druh&p1.jak=jeden&p1.h=DruhSocialniSluzby/30";
    EXPECT_THAT(file(office.eva, ".csv", question), testing::StartsWith("sluzba,poskytovatel,druh\r\n"));
    EXPECT_THAT(file(office.eva, ".xlsx", question), testing::StartsWith("PK"));
    EXPECT_THAT(file(office.eva, ".ods", question), testing::StartsWith("PK"));
    EXPECT_THAT(file(office.eva, ".json", question),
                AllOf(HasSubstr("\"druh\":[\"DruhSocialniSluzby/30\"]"), testing::StartsWith("[\n{")));
    EXPECT_THAT(file(office.eva, ".csv", question + "&skupina=druh"), testing::StartsWith("druh,pocet\r\n"));
    EXPECT_EQ(file(office.eva, ".json", std::string{services} + "&p1=sluzba&p1.jak=je&p1.h=nic"), "[\n]\n");
}

TEST_F(Reporting, those_that_come_with_the_program_ask_for_what_there_is) {
    auto lease = office.database().read();
    reports::Sources all;
    network::offer_reports(all);
    i18n::Texts texts{"cs", platform::files(), network::files()};
    EXPECT_GE(all.ready.size(), 6u);
    for (auto& ready : all.ready) {
        auto source = all.find(ready.source, office.eva);
        ASSERT_TRUE(source) << ready.title_cs;
        auto list = source->open({*lease, office.eva, texts, day_in_prague(world::office_now), world::office_now});
        auto question = reports::Question::parse(ready.question);
        EXPECT_THAT(reports::fit(question, list), testing::IsEmpty()) << ready.title_cs;
        EXPECT_EQ("seznam=" + ready.source, question.text().substr(0, 7 + ready.source.size()));
        EXPECT_EQ(question.text(), reports::Question::parse(ready.question).text()) << ready.title_cs;
        EXPECT_THAT(reports::problems_of(question, list), testing::IsEmpty()) << ready.title_cs;
        for (auto& one : question.conditions)
            for (auto& value : one.values)
                EXPECT_NE(reports::name_of_code(*reports::column_of(list, one.column), value), value) << ready.title_cs;
    }
}

TEST_F(Reporting, every_list_opens_with_every_column_in_both_languages) {
    auto lease = office.database().read();
    reports::Sources all;
    network::offer_reports(all);
    for (auto language : {"cs", "en"}) {
        i18n::Texts texts{language, platform::files(), network::files()};
        for (auto& source : all.all) {
            auto list = source.open({*lease, office.eva, texts, day_in_prague(world::office_now), world::office_now});
            reports::Question question;
            question.source = source.key;
            std::set<std::string> keys;
            for (auto& column : list.columns) {
                EXPECT_TRUE(keys.insert(column.key).second) << column.key;
                EXPECT_THAT(column.title, Not(HasSubstr("report_column."))) << column.key;
                for (auto& one : column.codes)
                    EXPECT_THAT(one.name, Not(testing::MatchesRegex("[a-z_]+\\..*"))) << one.code;
                question.columns.push_back(column.key);
            }
            auto result = reports::evaluate(list, question, day_in_prague(world::office_now));
            for (auto& row : result.rows)
                for (auto at : result.columns)
                    if (list.columns[at].kind == reports::Kind::code)
                        EXPECT_THAT(reports::words(result.value(row, at), list.columns[at], texts),
                                    Not(testing::ContainsRegex("[a-z]/[0-9a-z]+(,|$)")))
                            << list.columns[at].key;
            if (source.key != "sbery") EXPECT_GT(result.all.count, 0) << source.key;
        }
    }
}

// Nobody learns from a report where a secret place is.
TEST_F(Reporting, a_secret_place_has_no_town) {
    auto rows = file(office.eva, ".csv", "seznam=sluzby&sloupec=sluzba&sloupec=obec&sloupec=orp");
    auto lease = office.database().read();
    auto secret = lease->all<std::string>("SELECT services.name FROM services JOIN service_facilities ON service_id ="
                                          " services.id JOIN facilities ON facilities.id = facility_id"
                                          " WHERE facilities.secret");
    ASSERT_FALSE(secret.empty());
    for (auto& name : secret) EXPECT_THAT(rows, HasSubstr(name + ",,")) << name;
}
