// The region's people keep the words of its lists; what a day meant stays what it meant.
#include "network/code_lists/code_edit_pages.hpp"
#include "network/services/report_pace.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto field_form = "/sprava/ciselniky/forms/FormaSocialniSluzby~ter";
constexpr auto clubs = "/sprava/ciselniky/related_kinds/leisure";

// What a form of the page holds hidden: as everything stood when it was made.
http::Values as_it_stood(const std::string& page) {
    http::Values values;
    constexpr std::string_view start = "name=\"bylo.", middle = "\" value=\"";
    for (auto at = page.find(start); at != page.npos; at = page.find(start, at + 1)) {
        auto name_at = at + start.size(), name_end = page.find('"', name_at);
        auto value_at = name_end + middle.size(), value_end = page.find('"', value_at);
        auto name = page.substr(name_at, name_end - name_at), value = page.substr(value_at, value_end - value_at);
        values.add("bylo." + name, value), values.add(name, value);
    }
    values.add("verze", "0");
    return values;
}

}

struct KeptCodeLists : testing::Test {
    world::Office office{world::With::sample_region};

    std::string page(const std::string& address) { return office.get(office.eva, address).body; }
    void tick() { office.clock().set(office.clock().now() + std::chrono::minutes{1}); }

    // Sends a form with something typed over what stood in it.
    http::Response typed(const std::string& address, const std::string& form, const http::Values& over) {
        http::Values all;
        auto stood = as_it_stood(form);
        for (auto& [name, value] : stood.items())
            if (!over.has(name)) all.add(name, value);
        for (auto& [name, value] : over.items()) all.add(name, value);
        tick();
        return office.post(office.eva, address, all);
    }
    http::Response typed(const std::string& address, const http::Values& over) {
        return typed(address, page(address), over);
    }
    CodeLists lists(Date day) {
        auto lease = office.database().read();
        return CodeLists::read(*lease, day);
    }
    Date today() { return day_in_prague(office.clock().now()); }
};

TEST_F(KeptCodeLists, words_change_as_of_a_day_and_the_page_of_a_service_with_them) {
    auto service = "/sluzby/fokus-semily-std";
    constexpr auto outpatient = "/sprava/ciselniky/forms/FormaSocialniSluzby~amb";
    EXPECT_THAT(office.get(office.stranger, service).body, HasSubstr("docházíte za námi"));
    auto saved = typed(std::string{outpatient} + "/zmena",
                       {{"prosty", "chodíte k nám"}, {"jak", "ode_dne"}, {"od", "1. 1. 2027"}});
    ASSERT_EQ(saved.location, std::string{outpatient} + "?ulozeno=ano") << saved.body;
    EXPECT_THAT(office.get(office.stranger, service).body, HasSubstr("docházíte za námi"));
    auto item = page(std::string{outpatient} + "?ulozeno=ano");
    EXPECT_THAT(item, AllOf(HasSubstr("Změny jsou uložené"), HasSubstr("Změna od 1.\u00a01.\u00a02027"),
                            HasSubstr("<del>docházíte za námi</del>"), HasSubstr("eva"), HasSubstr("zneni=2027")));
    office.clock().set(*parse_instant("2027-01-02T08:00:00Z"));
    EXPECT_THAT(office.get(office.stranger, service).body, HasSubstr("chodíte k\u00a0nám"));
    EXPECT_THAT(page("/sprava/ciselniky/forms?ke_dni=2026-12-31"), HasSubstr("docházíte za námi"));
}

TEST_F(KeptCodeLists, a_correction_holds_for_all_the_time) {
    ASSERT_EQ(typed(std::string{field_form} + "/zmena", {{"prosty", "dojedeme k vám"}, {"jak", "oprava"}}).status,
              http::see_other);
    EXPECT_EQ(lists(beginning).find("forms", "FormaSocialniSluzby/ter")->plain_cs, "dojedeme k vám");
    EXPECT_THAT(page(field_form), AllOf(HasSubstr("Oprava"), HasSubstr("Co přináší program")));
}

TEST_F(KeptCodeLists, what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost) {
    auto at = std::string{field_form} + "/zmena";
    auto wrong = typed(at, {{"nazev", ""}, {"prosty", "dojedeme"}, {"jak", "ode_dne"}, {"od", "brzy"}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("href=\"#nazev\""), HasSubstr("href=\"#od\""), HasSubstr("value=\"brzy\""),
                                  HasSubstr("dojedeme</textarea>")));
    for (auto [how, day, field] : {std::tuple{"", "1. 1. 2027", "#jak"},
                                   {"ode_dne", "", "#od"},
                                   {"ode_dne", "1. 1. 2007", "#od"},
                                   {"ode_dne", "31. 12. 2006", "#od"}}) {
        auto again = typed(at, {{"prosty", "dojedeme"}, {"jak", how}, {"od", day}});
        EXPECT_EQ(again.status, http::unprocessable) << day;
        EXPECT_THAT(again.body, HasSubstr(std::string{"href=\""} + field)) << day;
    }
    EXPECT_EQ(office.get(office.eva, at + "?zneni=1999-01-01").status, http::not_found);
    EXPECT_EQ(office.get(office.eva, "/sprava/ciselniky/forms/nic").status, http::not_found);
}

TEST_F(KeptCodeLists, two_who_edit_at_once_see_both_wordings) {
    auto at = std::string{field_form} + "/zmena";
    auto form = page(at);
    ASSERT_EQ(typed(at, form, {{"prosty", "dojedeme k vám"}, {"jak", "oprava"}}).status, http::see_other);
    auto second = typed(at, form, {{"prosty", "přijedeme domů"}, {"jak", "oprava"}});
    EXPECT_EQ(second.status, http::conflict);
    EXPECT_THAT(second.body, AllOf(HasSubstr("dojedeme k\u00a0vám"), HasSubstr("přijedeme domů"),
                                   HasSubstr("name=\"jak\" value=\"oprava\"")));
    EXPECT_EQ(
        typed(at, second.body, {{"prosty", "přijedeme domů"}, {"volba.prosty", "moje"}, {"jak", "oprava"}}).status,
        http::see_other);
    EXPECT_EQ(lists(today()).find("forms", "FormaSocialniSluzby/ter")->plain_cs, "přijedeme domů");
}

TEST_F(KeptCodeLists, an_end_warns_of_what_goes_on_and_can_be_taken_back) {
    auto end = std::string{clubs} + "/konec";
    EXPECT_THAT(page(clubs), HasSubstr("související služb"));
    auto warned = typed(end, {{"do", "31. 12. 2026"}});
    EXPECT_EQ(warned.status, http::unprocessable);
    EXPECT_THAT(warned.body, AllOf(HasSubstr("dál nesou"), HasSubstr("href=\"#presto\""), HasSubstr("31. 12. 2026")));
    ASSERT_EQ(typed(end, {{"do", "31. 12. 2026"}, {"presto", "ano"}}).status, http::see_other);
    EXPECT_THAT(page(clubs), AllOf(HasSubstr("platí do"), HasSubstr("Změnit konec")));
    office.clock().set(*parse_instant("2027-01-02T08:00:00Z"));
    EXPECT_THAT(page("/sprava/souvisejici/nova"), Not(HasSubstr("volnočasové aktivity")));
    EXPECT_THAT(page("/souvisejici/dvorek-kolo/upravit"), HasSubstr("(už neplatí)"))
        << "what the record bears may stay";
    ASSERT_EQ(typed(end, {{"do", ""}}).status, http::see_other);
    EXPECT_THAT(page("/sprava/souvisejici/nova"), HasSubstr("volnočasové aktivity"));
    for (auto day : {"1. 1. 2000", "někdy"})
        EXPECT_THAT(typed(end, {{"do", day}}).body, HasSubstr("href=\"#do\"")) << day;
}

TEST_F(KeptCodeLists, the_last_change_is_undone_by_one_button) {
    ASSERT_EQ(typed(std::string{clubs} + "/konec", {{"do", "31. 12. 2026"}, {"presto", "ano"}}).status,
              http::see_other);
    auto text = page(clubs);
    auto at = text.find("name=\"zmena\" value=\"") + 20;
    auto moment = text.substr(at, text.find('"', at) - at);
    tick();
    auto stale = office.post(office.eva, std::string{clubs} + "/zpet", {{"zmena", "2020-01-01T00:00:00.000Z"}});
    EXPECT_EQ(stale.status, http::conflict);
    EXPECT_EQ(office.post(office.eva, std::string{clubs} + "/zpet", {{"zmena", moment}}).location,
              std::string{clubs} + "?vraceno=ano");
    EXPECT_THAT(page(clubs), Not(HasSubstr("platí do")));
    EXPECT_EQ(office.post(office.eva, std::string{field_form} + "/zpet", {{"zmena", ""}}).status, http::conflict)
        << "the program brought it";
    EXPECT_THAT(office.audit(), testing::Contains("network.code_taken_back done"));
}

TEST_F(KeptCodeLists, a_new_item_has_a_code_of_its_own_time) {
    auto at = std::string{"/sprava/ciselniky/accessibility"};
    tick();
    EXPECT_EQ(office.post(office.eva, at + "/nova", {{"nazev", "Tichá místnost"}, {"plati_od", ""}}).location,
              at + "/ticha-mistnost?ulozeno=ano");
    EXPECT_THAT(page("/sluzby/fokus-semily-std/upravit"), HasSubstr("Tichá místnost"));
    auto twice = office.post(office.eva, at + "/nova", {{"nazev", "Jinak"}, {"kod", "ticha-mistnost"}});
    EXPECT_EQ(twice.status, http::unprocessable);
    EXPECT_THAT(twice.body, AllOf(HasSubstr("href=\"#kod\""), HasSubstr("value=\"Jinak\"")));
    for (auto code : {"nova", "tichá", "a/b", "a b", "tabulka.csv"})
        EXPECT_THAT(office.post(office.eva, at + "/nova", {{"nazev", "Cosi"}, {"kod", code}}).body,
                    HasSubstr("href=\"#kod\""))
            << code;
    auto backwards = office.post(office.eva, at + "/nova",
                                 {{"nazev", "Cosi"}, {"plati_od", "1. 1. 2027"}, {"plati_do", "31. 12. 2026"}});
    EXPECT_THAT(backwards.body, HasSubstr("href=\"#plati_do\""));
    // Codes of the register: their prefix may be typed or not.
    auto groups = std::string{"/sprava/ciselniky/target_groups"};
    EXPECT_EQ(office.post(office.eva, groups + "/nova", {{"nazev", "lidé na cestách"}, {"kod", "77"}}).location,
              groups + "/CilovaSkupinaOsoby~77?ulozeno=ano");
    EXPECT_THAT(office.post(office.eva, groups + "/nova", {{"nazev", "kdosi"}}).body, HasSubstr("href=\"#kod\""));
    auto types = std::string{"/sprava/ciselniky/service_types"};
    EXPECT_EQ(
        office.post(office.eva, types + "/nova", {{"nazev", "nový druh"}, {"kod", "DruhSocialniSluzby/99"}}).status,
        http::see_other);
    EXPECT_EQ(office.get(office.stranger, "/sluzby?druh=druh-99").status, http::ok);
}

TEST_F(KeptCodeLists, lists_that_the_program_knows_by_name_are_reworded_only) {
    for (auto list : {"forms", "languages", "refusal_reasons", "age_bands", "report_paces"}) {
        auto at = std::string{"/sprava/ciselniky/"} + list;
        EXPECT_THAT(page(at), AllOf(HasSubstr("Tady se dají jen opravit slova"), Not(HasSubstr("code_lists.")),
                                    Not(HasSubstr(at + "/nova"))));
        EXPECT_EQ(office.get(office.eva, at + "/nova").status, http::not_found) << list;
        EXPECT_EQ(office.post(office.eva, at + "/nova", {{"nazev", "x"}, {"kod", "x"}}).status, http::not_found);
    }
    EXPECT_EQ(office.get(office.eva, std::string{field_form} + "/konec").status, http::not_found);
}

TEST_F(KeptCodeLists, the_days_of_free_places_are_set_as_of_a_day) {
    auto at = std::string{"/sprava/ciselniky/report_paces/free_places/zmena"};
    for (auto days : {"", "0", "366", "týden"})
        EXPECT_THAT(typed(at, {{"d_days", days}, {"jak", "ode_dne"}, {"od", "1. 1. 2027"}}).body,
                    HasSubstr("href=\"#d_days\""))
            << days;
    ASSERT_EQ(typed(at, {{"d_days", "7"}, {"jak", "ode_dne"}, {"od", "1. 1. 2027"}}).status, http::see_other);
    auto lease = office.database().read();
    auto every = [&](Date day) { return ReportPaces::read(*lease, CodeLists::read(*lease, day), day).of({}).every; };
    EXPECT_EQ(every(*day_of(2026, 12, 31)), std::chrono::days{14});
    EXPECT_EQ(every(*day_of(2027, 1, 1)), std::chrono::days{7});
}

TEST_F(KeptCodeLists, a_restart_takes_nothing_back) {
    ASSERT_EQ(typed(std::string{field_form} + "/zmena", {{"nazev", "v terénu"}, {"jak", "oprava"}}).status,
              http::see_other);
    tick();
    auto brought =
        office.database().in_write_transaction([&](db::Session& work) { return load_lists(office.as_nobody(work)); });
    EXPECT_EQ(brought, 0);
    EXPECT_EQ(lists(today()).name("forms", "FormaSocialniSluzby/ter"), "v terénu");
    EXPECT_THAT(page(field_form), AllOf(HasSubstr("Co přináší program"), HasSubstr("terénní")));
}

TEST_F(KeptCodeLists, are_kept_by_the_region_and_read_by_those_who_work_there) {
    for (auto& reader : {office.klara, office.petr, office.dana}) {
        auto item = office.get(reader, field_form);
        EXPECT_EQ(item.status, http::ok);
        EXPECT_THAT(item.body, AllOf(HasSubstr("přijedeme"), Not(HasSubstr("/zmena"))));
        EXPECT_EQ(office.get(reader, std::string{field_form} + "/zmena").status, http::forbidden);
    }
    EXPECT_EQ(office.get(office.adam, std::string{field_form} + "/zmena").status, http::ok);
    EXPECT_THAT(office.get(office.stranger, field_form).location, HasSubstr("/prihlaseni"));
    EXPECT_THAT(office.get(office.eva, field_form, "application/json").body, HasSubstr("\"uses\""));
}

TEST_F(KeptCodeLists, a_long_list_is_searched) {
    auto found = page("/sprava/ciselniky/service_types?hledat=pecovatel");
    EXPECT_THAT(found, AllOf(HasSubstr("pečovatelská služba"), Not(HasSubstr("osobní asistence"))));
    EXPECT_THAT(page("/sprava/ciselniky/service_types?hledat=cosi"), HasSubstr("Nic takového"));
    EXPECT_THAT(page("/sprava/ciselniky/forms"), Not(HasSubstr("name=\"hledat\"")));
    auto table = world::whole(office.get(office.eva, "/sprava/ciselniky/service_types/tabulka.csv?hledat=pecovatel"));
    EXPECT_THAT(table, AllOf(HasSubstr("pečovatelská"), Not(HasSubstr("osobní asistence"))));
}
