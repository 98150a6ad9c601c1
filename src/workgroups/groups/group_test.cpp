// Groups: their tree, what they are found by, how they are made and kept, and who may know of them.
#include "network/network.hpp"
#include "tests/world/office.hpp"
#include "workgroups/groups/lineage.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto steering = "/skupiny/komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina";
constexpr auto jilemnicko = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

struct PlanningGroups : testing::Test {
    WorkingGroup group(const std::string& slug) {
        auto lease = office.database().read();
        return *find_group_by_slug(*lease, slug);
    }
    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(who, address)));
    }

    // A form of a group with something typed over what its keeper began with.
    static http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"nazev", "Podpůrná skupina Semilsko"},
                                                    {"zkratka", ""},
                                                    {"dalsi_nazvy", ""},
                                                    {"druh", "support"},
                                                    {"nad", ""},
                                                    {"popis", ""},
                                                    {"uzemi", "orp:5107"},
                                                    {"cilova", ""},
                                                    {"zalozena", "1. 3. 2026"},
                                                    {"usneseni", ""},
                                                    {"verejna", "ano"},
                                                    {"jmena", "leaders"}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    // The same for a group that is there, as its own form sends it.
    http::Values form_of(const WorkingGroup& now, std::vector<std::pair<std::string, std::string>> typed) {
        auto lease = office.database().read();
        std::string parent;
        if (now.parent_id) parent = find_group(*lease, *now.parent_id)->slug;
        std::map<std::string, std::string> standing{{"nazev", now.name},
                                                    {"zkratka", now.short_name.value_or("")},
                                                    {"dalsi_nazvy", now.aliases},
                                                    {"druh", now.kind_code},
                                                    {"nad", parent},
                                                    {"popis", now.lead_text.value_or("")},
                                                    {"uzemi", now.territory.value_or("")},
                                                    {"cilova", now.target_group_code.value_or("")},
                                                    {"zalozena", now.founded_on ? to_iso(*now.founded_on) : ""},
                                                    {"usneseni", now.founded_by.value_or("")},
                                                    {"verejna", now.published ? "ano" : ""},
                                                    {"jmena", now.names_shown}};
        http::Values values{{"verze", std::to_string(now.kept.version)}};
        for (auto& [name, text] : typed) standing[name] = text;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }

    world::Office office{world::Office::With::sample_region};
};

}

// Of row 1.10 the groups; services and teams come with what knows them.
TEST_F(PlanningGroups, stand_in_a_tree_from_the_region_to_subgroups_with_their_guarantors) {
    auto page = words(office.stranger, "/skupiny");
    auto coordination = page.find("Krajská koordinační skupina"), children = page.find("Podskupina pro děti a dorost");
    ASSERT_NE(coordination, page.npos);
    ASSERT_NE(children, page.npos);
    EXPECT_LT(coordination, children);
    auto lease = office.database().read();
    auto all = list_groups(*lease);
    auto kks = *find_group_by_slug(*lease, "krajska-koordinacni-skupina-pro-reformu-psychiatricke-pece");
    auto below = std::ranges::count_if(all, [&](auto& one) { return one.parent_id == kks.id; });
    EXPECT_EQ(below, 4);
    for (auto list : {"/skupiny", "/skupiny?q=podskupina&zobrazit=seznam", "/skupiny.csv"})
        EXPECT_THAT(words(office.stranger, list), HasSubstr("Svatava Kosatcová (odborný garant)")) << list;
    EXPECT_THAT(words(office.stranger, "/skupiny/podskupina-pro-seniory"),
                AllOf(HasSubstr("Svatava Kosatcová, odborný garant"), Not(HasSubstr("Horymír Lípa"))));
}

TEST_F(PlanningGroups, steering_one_is_found_by_its_abbreviation_and_by_other_names) {
    for (auto word : {"ŘPS", "rps", "ridici pracovni"})
        EXPECT_THAT(words(office.stranger, std::string{"/skupiny?q="} + word), HasSubstr("regionu Liberec")) << word;
    EXPECT_THAT(words(office.stranger, "/skupiny?q=KKS"), HasSubstr("Krajská koordinační skupina"));
    EXPECT_THAT(words(office.stranger, "/skupiny?q=SKHU"), HasSubstr("regionu Liberec"));
    EXPECT_THAT(words(office.stranger, "/skupiny?q=nesmysl"), HasSubstr("Výběru neodpovídá žádná skupina"));
}

TEST_F(PlanningGroups, lists_offer_to_drop_a_choice_only_where_one_was_made) {
    for (std::string list : {std::string{"/skupiny"}, std::string{steering} + "/jednani"}) {
        EXPECT_THAT(words(office.stranger, list), Not(HasSubstr("Zrušit výběr"))) << list;
        auto chosen = list + (list == "/skupiny" ? "?vse=1" : "?stav=held");
        EXPECT_THAT(words(office.stranger, chosen), HasSubstr("Zrušit výběr")) << list;
    }
}

// row 3.06
TEST_F(PlanningGroups, of_the_region_liberec_are_six_and_led_by_their_managers) {
    auto lease = office.database().read();
    auto steers = find_group_by_slug(*lease, std::string{steering}.substr(9))->id;
    std::map<std::string, std::string> led;
    for (auto& one : list_groups(*lease)) {
        if (one.parent_id != steers) continue;
        for (auto& member : members_of(*lease, one.id))
            if (member.member.role == "chair") led[one.name.substr(0, one.name.find(','))] = member.person_name;
    }
    EXPECT_EQ(led,
              (std::map<std::string, std::string>{{"Zdravotně znevýhodnění", "Karolína Šípková"},
                                                  {"Osoby ohrožené závislostmi", "Oldřiška Jahůdková"},
                                                  {"Děti a mládež", "Prokop Heřmánek"},
                                                  {"Senioři", "Johana Ostružinová"},
                                                  {"Osoby a rodiny ohrožené sociálním vyloučením", "Ludvík Pomněnka"},
                                                  {"Duševní zdraví", "Emilie Pampelišková"}}));
}

TEST_F(PlanningGroups, steering_one_knows_the_twelve_people_of_its_minutes) {
    auto lease = office.database().read();
    auto people = members_of(*lease, find_group_by_slug(*lease, std::string{steering}.substr(9))->id);
    for (auto name : {"Oldřiška Jahůdková", "Emilie Pampelišková", "Johana Ostružinová", "Karolína Šípková",
                      "Prokop Heřmánek", "Ludvík Pomněnka", "Vendula Petrklíčová", "Patrik Kopretina",
                      "Kristýna Mařinková", "Ester Chrpová", "Stanislav Jeřabina", "Ivo Lipnička"})
        EXPECT_EQ(std::ranges::count(people, name, &NamedMember::person_name), 1) << name;
}

TEST_F(PlanningGroups, are_narrowed_by_kind_territory_and_target_group) {
    auto by_kind = words(office.stranger, "/skupiny?druh=support");
    EXPECT_THAT(by_kind, AllOf(HasSubstr("Železnobrodsko"), Not(HasSubstr("Podpůrná skupina Rokytnicko"))));
    EXPECT_THAT(words(office.stranger, "/skupiny?druh=support&vse=1"), HasSubstr("Podpůrná skupina Rokytnicko"));
    // An area is found under the district that it touches.
    EXPECT_THAT(words(office.stranger, "/skupiny?uzemi=orp:5104"),
                AllOf(HasSubstr("na Jilemnicku"), Not(HasSubstr("regionu Liberec"))));
    EXPECT_THAT(words(office.stranger, "/skupiny?cilova=CilovaSkupinaOsoby/24"), HasSubstr("Senioři"));
    EXPECT_EQ(office.get(office.stranger, "/skupiny?den=zitra").status, http::unprocessable);
}

TEST_F(PlanningGroups, are_shown_as_they_were_on_a_day) {
    EXPECT_THAT(words(office.stranger, "/skupiny?den=2025-06-30"), HasSubstr("Podpůrná skupina Rokytnicko"));
    EXPECT_THAT(words(office.stranger, "/skupiny?den=2025-07-01"), Not(HasSubstr("Podpůrná skupina Rokytnicko")));
    EXPECT_THAT(words(office.stranger, "/skupiny?den=2018-01-01"), Not(HasSubstr("Podpůrná skupina Železnobrodsko")));
}

TEST_F(PlanningGroups, go_out_as_tables) {
    auto table = world::whole(office.get(office.stranger, "/skupiny.csv"));
    EXPECT_THAT(table, AllOf(HasSubstr("nazev"), HasSubstr("ŘPS"), Not(HasSubstr("Přípravná skupina"))));
    EXPECT_EQ(office.get(office.stranger, "/skupiny.xlsx").status, http::ok);
}

TEST_F(PlanningGroups, that_are_not_public_are_not_found_by_those_who_neither_keep_them_nor_sit_in_them) {
    auto hidden = "/skupiny/pripravna-skupina-pro-zadani-analyzy";
    auto answer = office.get(office.stranger, hidden), missing = office.get(office.stranger, "/skupiny/zadna");
    EXPECT_EQ(answer.status, http::not_found);
    constexpr std::string_view slug = "pripravna-skupina-pro-zadani-analyzy";
    auto told = answer.body;
    for (auto at = told.find(slug); at != told.npos; at = told.find(slug)) told.replace(at, slug.size(), "zadna");
    EXPECT_EQ(told, missing.body);
    EXPECT_EQ(office.get(office.petr, hidden).status, http::not_found);
    EXPECT_EQ(office.get(office.klara, hidden).status, http::ok);
    EXPECT_THAT(words(office.eva, "/skupiny"), HasSubstr("Přípravná skupina"));
    EXPECT_THAT(words(office.stranger, "/skupiny"), Not(HasSubstr("Přípravná skupina")));
}

TEST_F(PlanningGroups, are_founded_with_an_address_that_stays_when_they_are_renamed) {
    auto made = office.post(office.eva, "/skupiny/nova", form({}));
    EXPECT_EQ(made.location, "/skupiny/podpurna-skupina-semilsko?hotovo=zalozena");
    auto now = group("podpurna-skupina-semilsko");
    EXPECT_EQ(now.founded_on, day_of(2026, 3, 1));
    EXPECT_EQ(office
                  .post(office.eva, "/skupiny/podpurna-skupina-semilsko/upravit",
                        form_of(now, {{"nazev", "Semilská skupina"}, {"zkratka", "SS"}}))
                  .status,
              http::see_other);
    EXPECT_THAT(words(office.stranger, "/skupiny/podpurna-skupina-semilsko"), HasSubstr("Semilská skupina"));
    EXPECT_EQ(office.post(office.eva, "/skupiny/nova", form({})).location,
              "/skupiny/podpurna-skupina-semilsko-2?hotovo=zalozena");
}

TEST_F(PlanningGroups, say_what_is_wrong_with_what_was_typed_and_keep_it) {
    auto answer =
        office.post(office.eva, "/skupiny/nova",
                    form({{"nazev", ""}, {"druh", "sbor"}, {"zalozena", "loni"}, {"popis", "Důležité věty."}}));
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("Napište název."), HasSubstr("Vyberte ze seznamu."),
                                   HasSubstr("Důležité věty."), HasSubstr("loni")));
}

TEST_F(PlanningGroups, of_a_coordinator_lie_in_the_districts_of_the_grant) {
    auto elsewhere = office.post(office.klara, "/skupiny/nova", form({{"uzemi", "orp:5107"}}));
    EXPECT_EQ(elsewhere.status, http::unprocessable);
    EXPECT_THAT(elsewhere.body, HasSubstr("za které plánování koordinujete"));
    EXPECT_EQ(office.post(office.klara, "/skupiny/nova", form({{"uzemi", "orp:5104"}})).status, http::see_other);
    EXPECT_EQ(office.get(office.klara, std::string{steering} + "/upravit").status, http::forbidden);
    EXPECT_EQ(office.get(office.klara, std::string{jilemnicko} + "/upravit").status, http::ok);
}

TEST_F(PlanningGroups, do_not_stand_under_themselves) {
    auto kks = group("krajska-koordinacni-skupina-pro-reformu-psychiatricke-pece");
    auto answer =
        office.post(office.eva, "/skupiny/" + kks.slug + "/upravit", form_of(kks, {{"nad", "podskupina-pro-seniory"}}));
    EXPECT_EQ(answer.status, http::unprocessable);
}

TEST_F(PlanningGroups, edited_by_two_at_once_lose_no_word) {
    auto now = group("seniori");
    auto at = "/skupiny/seniori/upravit";
    auto first = form_of(now, {{"popis", "Text Evy."}}), second = form_of(now, {{"zkratka", "Seniorka"}});
    EXPECT_EQ(office.post(office.eva, at, first).status, http::see_other);
    auto answer = office.post(office.eva, at, second);
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("Seniorka"), HasSubstr("Text Evy.")));
}

TEST_F(PlanningGroups, tell_their_history_and_take_single_changes_back) {
    auto now = group("seniori");
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    office.post(office.eva, "/skupiny/seniori/upravit", form_of(now, {{"zkratka", "Seniorka"}}));
    EXPECT_THAT(words(office.eva, "/skupiny/seniori/historie"), HasSubstr("Seniorka"));
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(history::changes_of(*lease, now.id.uuid).front().id);
    }
    auto back = office.post(office.eva, "/skupiny/seniori/historie/" + id + "/zpet");
    EXPECT_EQ(back.location, "/skupiny/seniori/historie?vraceno=ano");
    EXPECT_EQ(group("seniori").short_name, "PS S");
    EXPECT_EQ(office.post(office.eva, "/skupiny/seniori/historie/" + id + "/zpet").status, http::conflict);
}

TEST_F(PlanningGroups, take_no_second_line_where_one_belongs) {
    for (auto field : {"nazev", "zkratka", "usneseni"}) {
        auto answer = office.post(office.eva, "/skupiny/nova", form({{field, "Jedna\r\nDruhá"}}));
        EXPECT_EQ(answer.status, http::unprocessable) << field;
        EXPECT_THAT(world::with_plain_spaces(answer.body), HasSubstr("Sem patří jen jeden řádek.")) << field;
    }
}

TEST_F(PlanningGroups, tell_in_their_history_that_a_person_changed_them_by_hand) {
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    office.post(office.eva, "/skupiny/seniori/upravit", form_of(group("seniori"), {{"zkratka", "Seniorka"}}));
    EXPECT_THAT(words(office.eva, "/skupiny/seniori/historie"),
                AllOf(HasSubstr("ruční úprava"), Not(HasSubstr("úprava v katalogu"))));
}
