// Habits of descriptions: several services in turn, ticked boxes, grids, tables of days, feet of pages.
#include "network/service_reading/service_reading.hpp"
#include "platform/reading/html_reader.hpp"
#include "platform/reading/text_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using testing::ElementsAre;

namespace {

std::vector<network::ServiceFacts> told_in(std::string_view text) {
    return network::read_services(reading::read_plain_text(text));
}

std::vector<std::string> words_of_facts(const network::FoundTexts& found) {
    std::vector<std::string> words;
    for (auto& one : found) words.push_back(one.value);
    return words;
}

std::string hours_of(const network::ServiceFacts& service) {
    std::string all;
    for (auto& one : service.opening_hours) all += (all.empty() ? "" : "; ") + one.days + " " + one.from + "-" + one.to;
    return all;
}

}

TEST(ServiceHabits, give_sentences_to_the_service_they_speak_of) {
    auto services =
        told_in("Provozujeme domov pro seniory (§ 49, identifikátor 1234567) a denní stacionář (§ 46, identifikátor "
                "2345678).\n\nV domově je 44 lůžek. Do stacionáře se najednou vejde 12 klientů.\n\n"
                "Domov je pro seniory od 65 let. Stacionář je otevřen po–pá 7–15 hodin.\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("44 lůžek"));
    EXPECT_THAT(words_of_facts(services[1].capacity), ElementsAre("12 klientů současně"));
    EXPECT_EQ(services[0].age_min->value, 65);
    EXPECT_FALSE(services[1].age_min);
    EXPECT_EQ(hours_of(services[1]), "Po–Pá 07:00-15:00");
    EXPECT_EQ(services[1].registration_id->value, "2345678");
}

TEST(ServiceHabits, leave_out_what_is_not_ticked) {
    auto services = told_in("DRUH SLUŽBY\n[ ] osobní asistence\n[x] raná péče\n\nOKRUH OSOB\n"
                            "[x] rodiny s dítětem   [ ] senioři\n\nČíslo registrace: 1234567\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].service_type.value, "raná péče");
    EXPECT_THAT(words_of_facts(services[0].target_groups), ElementsAre("rodiny s dítětem"));
}

TEST(ServiceHabits, join_lines_of_a_row_between_rules) {
    auto services = told_in("+---------------+---------+-----------------+------------+\n"
                            "| služba        | ident.  | cílová skupina  | kapacita   |\n"
                            "+---------------+---------+-----------------+------------+\n"
                            "| azylové domy  | 1234567 | osoby bez pří-  | 16 lůžek   |\n"
                            "|               |         | střeší; od 18   |            |\n"
                            "|               |         | let             |            |\n"
                            "+---------------+---------+-----------------+------------+\n"
                            "| noclehárny    | 2345678 | osoby bez       | 10 lůžek   |\n"
                            "|               |         | přístřeší       |            |\n"
                            "+---------------+---------+-----------------+------------+\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].target_groups), ElementsAre("osoby bez přístřeší"));
    EXPECT_EQ(services[0].age_min->value, 18);
    EXPECT_THAT(words_of_facts(services[1].capacity), ElementsAre("10 lůžek"));
}

TEST(ServiceHabits, read_hours_below_columns_of_days) {
    auto services = network::read_services(
        reading::read_markdown("# Pečovatelská služba\n\n| | po–pá | so, ne |\n|---|---|---|\n"
                               "| provoz | 7:00–20:00 | 8:00–12:00 |\n\nIdentifikátor: 1234567\n"));
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(hours_of(services[0]), "Po–Pá 07:00-20:00; So–Ne 08:00-12:00");
}

TEST(ServiceHabits, find_labels_inside_one_long_sentence) {
    auto services =
        told_in("a) kontaktní centra (§ 59), identifikátor 1234567, forma ambulantní; CS: osoby závislé na\n"
                "návykových látkách, věk od 15 let; OK 5 klientů; provoz po–pá 9.00–12.00 a 13.00–\n"
                "17.00 hod.; ÚP: Děčín; výše dotace 3.214.000 Kč\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("5 klientů současně"));
    EXPECT_THAT(words_of_facts(services[0].territory), ElementsAre("Děčín"));
    EXPECT_EQ(hours_of(services[0]), "Po–Pá 09:00-12:00; Po–Pá 13:00-17:00");
}

TEST(ServiceHabits, end_services_that_are_no_longer) {
    auto services = told_in("[1] 1234567 raná péče AKTIVNÍ\n\nKapacita ...... počet rodin: 8\n\n"
                            "[2] 2345678 krizová pomoc ZANIKLÁ\n\nKapacita ...... počet lůžek: 3\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].registration_id->value, "1234567");
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("8 rodin"));
}

TEST(ServiceHabits, name_the_service_below_its_heading) {
    auto services = told_in("BYDLENÍ\n\nÚřad této službě říká chráněné bydlení.\nČíslo služby je 1234567.\n\nDÍLNA\n\n"
                            "Úřad této službě říká sociálně terapeutická dílna.\nČíslo služby je 2345678.\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[1].service_type.value, "sociálně terapeutické dílny");
    EXPECT_EQ(services[1].registration_id->value, "2345678");
}

TEST(ServiceHabits, take_the_contract_from_the_foot_of_a_page) {
    auto services = network::read_services(
        reading::read_html("<html><body><h1>Raná péče</h1><p>Kapacita: 9 rodin. Pomáháme rodinám s dětmi, které se "
                           "vyvíjejí jinak, a to u nich doma.</p><footer>Krok, z. s., IČO 26671042<br>Platí nás kraj "
                           "smlouvou č. D/0631/2025/SOC</footer></body></html>"));
    ASSERT_EQ(services.size(), 1u);
    ASSERT_TRUE(services[0].contract_no);
    EXPECT_EQ(services[0].contract_no->value, "D/0631/2025/SOC");
}

namespace {

std::string_view announced = "Poskytujeme krizovou pomoc podle § 60 zákona, identifikátor 1234567.\n\n";

network::ServiceFacts crisis_help(std::string_view said) {
    auto services = told_in(std::string{announced} + std::string{said} + "\n");
    return services.empty() ? network::ServiceFacts{} : services.front();
}

}

TEST(ServiceHabits, find_people_behind_a_question) {
    auto service = crisis_help("Koho k nám můžete poslat. Osoby v krizi a oběti domácího násilí, všechny od 16 let.");
    EXPECT_THAT(words_of_facts(service.target_groups), ElementsAre("Osoby v krizi", "oběti domácího násilí"));
    EXPECT_EQ(service.age_min->value, 16);
}

TEST(ServiceHabits, name_people_in_the_nominative) {
    auto groups = [](std::string_view said) { return words_of_facts(crisis_help(said).target_groups); };
    EXPECT_THAT(groups("Pečujeme o seniory a o lidi s demencí."), ElementsAre("senioři", "lidé s demencí"));
    EXPECT_THAT(groups("Pro koho: muži od 18 let bez přístřeší"), ElementsAre("muži bez přístřeší"));
    EXPECT_THAT(groups("Pomáháme nejvýše dvěma lidem současně."), ElementsAre());
}

TEST(ServiceHabits, read_ages_as_a_must_and_as_the_oldest_taken) {
    auto service = crisis_help("Žena musí mít 18 let. Nejstarší přijímané ženě může být 64 let.");
    EXPECT_EQ(service.age_min->value, 18);
    EXPECT_EQ(service.age_max->value, 64);
    auto open = crisis_help("Věk: dospělí 27–64 let, starší senioři nad 80 let");
    EXPECT_EQ(open.age_min->value, 27);
    EXPECT_FALSE(open.age_max);
}

TEST(ServiceHabits, read_hours_by_parts_of_the_day) {
    EXPECT_EQ(hours_of(crisis_help("Jsme tu ve všední dny mezi osmou ranní a čtvrtou odpolední.")),
              "Po–Pá 08:00-16:00");
    EXPECT_EQ(hours_of(crisis_help("Přijít můžete ve čtvrtek od jedné do čtyř.")), "Čt 13:00-16:00");
    EXPECT_EQ(hours_of(crisis_help("Přijít můžete bez objednání v pátek od 8.00 do 16.00.")), "Pá 08:00-16:00");
    EXPECT_EQ(hours_of(crisis_help("Domluvte se s kolegyní (tel. 000 382 417, všední dny 8–14 h).")), "");
    EXPECT_EQ(hours_of(crisis_help("Kdy máme otevřeno\n\núterý 13–18\nstředa zavřeno, porada\nčtvrtek 13–18")),
              "Út 13:00-18:00; Čt 13:00-18:00");
}

TEST(ServiceHabits, take_beds_for_a_residential_form) {
    auto service = crisis_help("V ambulanci dva klienty současně, na pobytu 5 lůžek. Terénní formu nemáme.");
    EXPECT_THAT(words_of_facts(service.forms), ElementsAre("ambulantní", "pobytová"));
}

TEST(ServiceHabits, name_towns_in_the_nominative) {
    EXPECT_THAT(words_of_facts(crisis_help("Jezdíme po Chrudimi, Pecce a Brandýse nad Orlicí.").territory),
                ElementsAre("Chrudim", "Pecka", "Brandýs nad Orlicí"));
}

TEST(ServiceHabits, let_an_interview_speak_of_its_services_in_turn) {
    auto services =
        told_in("Začněme osobní asistencí. Kdo si vás může objednat?\n\nLidé s postižením od 18 let.\n\n"
                "I o víkendu?\n\nAno, každý den od sedmi ráno do devíti večer.\n\n"
                "A odlehčovací služba?\n\nTa je jen pro seniory od 60 let, v pracovní dny od 8 do 16 hodin.\n\n"
                "Osobní asistence (§ 39), registrační číslo 1234567\n"
                "Odlehčovací služba (§ 44), registrační číslo 2345678\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(hours_of(services[0]), "Po–Ne 07:00-21:00");
    EXPECT_EQ(hours_of(services[1]), "Po–Pá 08:00-16:00");
    EXPECT_EQ(services[0].age_min->value, 18);
    EXPECT_EQ(services[1].age_min->value, 60);
}

TEST(ServiceHabits, give_the_only_service_what_stands_above_its_card) {
    auto services = told_in("KLUB PODCHOD\n\nKdy máme otevřeno\n\npondělí 13–18\n\nKolik se nás vejde\n\nNajednou 15 "
                            "lidí.\n\nPro úřady\n\nDruh služby: raná péče\nIdentifikátor: 1234567\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(hours_of(services[0]), "Po 13:00-18:00");
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("15 lidí současně"));
}

TEST(ServiceHabits, read_a_table_with_services_in_columns) {
    auto services = told_in("\"Položka\";\"Služba A\";\"Služba B\"\n\"Druh služby\";\"domy na půl cesty\";"
                            "\"služby následné péče\"\n\"Paragraf\";\"§ 58\";\"§ 64\"\n"
                            "\"Identifikátor\";\"1234567\";\"2345678\"\n\"Věk od\";\"18\";\"19\"\n"
                            "\"Kapacita\";\"8 lůžek\";\"10 klientů současně\"\n\"Území\";\"Teplice\";\"Bílina\"\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[1].registration_id->value, "2345678");
    EXPECT_EQ(services[1].age_min->value, 19);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("8 lůžek"));
}

TEST(ServiceHabits, take_one_chapter_for_each_service) {
    auto services = network::read_services(reading::read_markdown(
        "# Komunitní plán\n\n### Opatření 2.1 Udržet týdenní stacionář\n\nTýdenní stacionář (§ 47) poskytuje Lípa, z. ú. "
        "Identifikátor služby: 1234567.\n\n| Ukazatel | Skutečnost 2024 | Cíl 2027 |\n|---|---|---|\n"
        "| Kapacita (počet lůžek) | 46 | 40 |\n\n### Opatření 2.2 Rozvoj odlehčovací služby\n\nOdlehčovací služby (§ 44) "
        "poskytuje Chvíle, z. ú., terénně. Identifikátor služby: 2345678.\n\n| Ukazatel | Skutečnost 2024 | Cíl 2027 |\n"
        "|---|---|---|\n| Okamžitá kapacita (klientů) | 3 | 5 |\n\n## Společné údaje\n\nSlužba z opatření 2.1 je hrazena "
        "smlouvou s krajem č. SDO/0187/25, služba z opatření 2.2 smlouvou č. SDO/0233/25.\n"));
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("46 lůžek"));
    EXPECT_THAT(words_of_facts(services[1].capacity), ElementsAre("3 klienti současně"));
    EXPECT_EQ(services[0].contract_no->value, "SDO/0187/25");
    EXPECT_EQ(services[1].contract_no->value, "SDO/0233/25");
}

TEST(ServiceHabits, part_what_one_label_says_of_several_services) {
    auto services =
        told_in("Poskytovatel: Lípa, z. ú.\n\nDruh služby: domovy pro seniory – 1234567; denní stacionáře – "
                "2345678\n\nKapacita: domov pro seniory 120 lůžek; stacionář 15 klientů denně\n\n"
                "Místo poskytování: Fügnerova 3, Mělník (domov); Bezručova 109, Mělník (stacionář)\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[0].registration_id->value, "1234567");
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("120 lůžek"));
    EXPECT_THAT(words_of_facts(services[1].capacity), ElementsAre("15 klientů denně"));
    EXPECT_THAT(words_of_facts(services[1].places), ElementsAre("Bezručova 109, Mělník"));
}

TEST(ServiceHabits, give_a_cell_across_the_table_to_each_service) {
    auto services = network::read_services(
        reading::read_html("<table><tr><td></td><td>Domov pro seniory</td><td>Domov se zvláštním režimem</td></tr>"
                           "<tr><td>Identifikátor</td><td>1234567</td><td>2345678</td></tr>"
                           "<tr><td>Počet lůžek</td><td>58</td><td>24</td></tr>"
                           "<tr><td>Odkud</td><td colspan=2>celý Karlovarský kraj</td></tr></table>"));
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("58 lůžek"));
    EXPECT_THAT(words_of_facts(services[1].territory), ElementsAre("Karlovarský kraj"));
}

TEST(ServiceHabits, end_a_card_at_its_frame) {
    auto services = told_in("┌──────────┐\nNOCLEHÁRNA (§ 63)\n\nč. služby 1234567\n└──────────┘\n\n┌──────────┐\n"
                            "DENNÍ CENTRUM (§ 61)\n\nč. služby 2345678\n└──────────┘\n\nNa Brodě 14, Ivančice\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].places), ElementsAre("Na Brodě 14, Ivančice"));
}

TEST(ServiceHabits, leave_out_what_we_are_not) {
    auto services = told_in("Krizová pomoc (§ 60), identifikátor 1234567, je pro osoby v krizi.\n\n"
                            "Nejsme: intervenční centrum podle § 60a.\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].paragraph, "§ 60");
}

TEST(ServiceHabits, read_numbers_of_contracts_as_regions_write_them) {
    auto number = [](std::string_view said) {
        auto contract = crisis_help(said).contract_no;
        return contract ? contract->value : std::string{};
    };
    EXPECT_EQ(number("Platí nás Kraj Vysočina podle smlouvy FO02793.0041."), "FO02793.0041");
    EXPECT_EQ(number("Platí nás kraj podle smlouvy KK 01744/2025."), "KK 01744/2025");
    EXPECT_EQ(number("Podporuje nás Jihomoravský kraj, smlouva JMKO77O29/25/OSV."), "JMK077029/25/OSV");
    EXPECT_EQ(number("Financuje nás Jihomoravský kraj (JMK085512/25/OSV)."), "JMK085512/25/OSV");
}

TEST(ServiceHabits, read_ages_by_birthdays_and_refusals) {
    EXPECT_EQ(crisis_help("Pomáháme rodinám s dětmi, a to do sedmých narozenin dítěte.").age_max->value, 7);
    EXPECT_EQ(crisis_help("Klienty mladší osmnácti let přijmout nemůžeme.").age_min->value, 18);
    EXPECT_EQ(crisis_help("Nejstaršímu z nich může být nejvýš šedesát čtyři.").age_max->value, 64);
    EXPECT_FALSE(crisis_help("Jsme pro všechny, bez omezení věku. Děti od tří let zveme na tábor.").age_min);
}

TEST(ServiceHabits, read_hours_before_their_days_and_by_words) {
    EXPECT_EQ(hours_of(crisis_help("Pomáháme lidem v krizi, 7-19 h každý den.")), "Po–Ne 07:00-19:00");
    EXPECT_EQ(hours_of(crisis_help("Otevřeno je od pondělka do čtvrtka od jedné do sedmi večer, v pátek do šesti.")),
              "Po–Čt 13:00-19:00; Pá 13:00-18:00");
    EXPECT_EQ(hours_of(crisis_help("Drakiáda bude v sobotu 18. října od 14 do 17 hodin.")), "");
    EXPECT_FALSE(crisis_help("Provoz je od pondělí 7:00 do pátku 15:30 bez přerušení.").nonstop);
}

TEST(ServiceHabits, count_what_the_label_counts) {
    auto capacity = [](std::string_view said) { return words_of_facts(crisis_help(said).capacity); };
    EXPECT_THAT(capacity("Kolik klientů obsloužíme: 2 v jednom okamžiku, 14 denně"),
                ElementsAre("2 klienti současně", "14 klientů denně"));
    EXPECT_THAT(capacity("Do centra se vejde naráz 8 lidí a za den vyřídíme třicet kontaktů."),
                ElementsAre("8 lidí současně", "30 kontaktů denně"));
    EXPECT_THAT(capacity("Denně zvládneme patnáct uživatelů, najednou deset."),
                ElementsAre("15 uživatelů denně", "10 uživatelů současně"));
}

TEST(ServiceHabits, find_streets_as_they_are_spoken_of) {
    auto places = [](std::string_view said) { return words_of_facts(crisis_help(said).places); };
    EXPECT_THAT(places("Najdete nás na Masarykově třídě 1500 v Teplicích."),
                ElementsAre("Masarykova třída 1500, Teplice"));
    EXPECT_THAT(places("Scházíme se na Husově 12 v Benešově."), ElementsAre("Husova 12, Benešov"));
    EXPECT_THAT(places("Místem poskytování je dům čp. 88 v Pivovarské ulici ve Vimperku."),
                ElementsAre("Pivovarská 88, Vimperk"));
    EXPECT_THAT(places("Centrum se stěhuje z Riegrova náměstí 41 v Kroměříži do Kovářské 11 v Kroměříži."),
                ElementsAre("Kovářská 11, Kroměříž"));
}

TEST(ServiceHabits, name_people_with_adjectives) {
    auto groups = [](std::string_view said) { return words_of_facts(crisis_help(said).target_groups); };
    EXPECT_THAT(groups("Pomáháme zadluženým osobám, cizincům a chronicky nemocným."),
                ElementsAre("zadlužené osoby", "cizinci", "chronicky nemocní"));
    EXPECT_THAT(groups("Služba je určena osobám se stařeckou, Alzheimerovou a jinou demencí."),
                ElementsAre("osoby se stařeckou, Alzheimerovou a jinou demencí"));
}

TEST(ServiceHabits, answer_questions_right_below_them) {
    auto services =
        told_in("1) Jaká je to služba?\nChráněné bydlení, v registru č. 1616161.\n2) Kolik lidí u vás bydlí?\n"
                "Jedenáct.\n3) Kde se nachází?\nDvě domácnosti: v Hostinném (Labská 44) a ve Vrchlabí "
                "(Krkonošská 190).\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("11 lidí"));
    EXPECT_THAT(words_of_facts(services[0].places), ElementsAre("Labská 44, Hostinné", "Krkonošská 190, Vrchlabí"));
}

TEST(ServiceHabits, read_labels_in_capitals_without_a_colon) {
    auto services =
        told_in("SOCIÁLNÍ REHABILITACE\nident. 1234567\n\nKOMU   lidem s duševním onemocněním, kterým je 18 až "
                "64 let\nKDE    Skálova 415, Turnov\nKDY    pondělí – pátek 8–16\nKOLIK  5 klientů najednou\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_THAT(words_of_facts(services[0].target_groups), ElementsAre("lidé s duševním onemocněním"));
    EXPECT_THAT(words_of_facts(services[0].places), ElementsAre("Skálova 415, Turnov"));
    EXPECT_EQ(hours_of(services[0]), "Po–Pá 08:00-16:00");
}

TEST(ServiceHabits, find_towns_in_the_cell_of_hours) {
    auto services = network::read_services(reading::read_markdown(
        "| Služba | Komu | Kdy a kde | Číslo v registru |\n|---|---|---|---|\n"
        "| Osobní asistence | senioři | po–ne 7–20<br>v domácnostech: Rýmařov, Břidličná | 1234567 |\n"
        "| Raná péče | rodiny s dětmi | po–pá 8–16<br>pro obyvatele Bruntálu | 2345678 |\n"));
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(hours_of(services[0]), "Po–Ne 07:00-20:00");
}

TEST(ServiceHabits, read_forms_in_short_and_beside_what_is_denied) {
    EXPECT_THAT(words_of_facts(crisis_help("Forma: A, P").forms), ElementsAre("ambulantní", "pobytová"));
    EXPECT_THAT(words_of_facts(crisis_help("Ubytujeme nejvýš 8 lidí. Nepřijímáme osoby závislé na alkoholu.").forms),
                ElementsAre("pobytová"));
}

TEST(ServiceHabits, call_a_helpline_in_its_hours) {
    auto services =
        told_in("Telefonická krizová pomoc (§ 55), identifikátor 1234567.\n\nVolejte denně od 9 do 21 hodin.\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(hours_of(services[0]), "Po–Ne 09:00-21:00");
}
