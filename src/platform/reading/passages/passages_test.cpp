// What is found in words: tables of cases for each small reader of facts.
#include "platform/reading/passages/addresses.hpp"
#include "platform/reading/passages/ages.hpp"
#include "platform/reading/passages/amounts_of_people.hpp"
#include "platform/reading/passages/cleaned.hpp"
#include "platform/reading/passages/contacts.hpp"
#include "platform/reading/passages/dates_of_period.hpp"
#include "platform/reading/passages/groups_of_people.hpp"
#include "platform/reading/passages/hours.hpp"
#include "platform/reading/passages/money_words.hpp"
#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/organisations.hpp"
#include "platform/reading/passages/passages.hpp"
#include "platform/reading/passages/people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::string hours_in(std::string_view text) {
    passages::HoursReader reader;
    reader.read(passages::tokens_of(text), {});
    std::string all = reader.nonstop() ? "nonstop" : "";
    for (auto& one : reader.hours()) all += (all.empty() ? "" : "; ") + one.days + " " + one.from + "-" + one.to;
    return all;
}

std::vector<std::string> addresses_of(std::string_view text) {
    std::vector<std::string> all;
    for (auto& one : passages::addresses_in(text, passages::tokens_of(text), true)) all.push_back(one.text);
    return all;
}

}

TEST(PassageHours, are_read_however_they_are_written) {
    struct Case {
        std::string_view text, hours;
    };
    static constexpr Case cases[] = {
        {"pondělí až pátek 7,30 – 15,30 hodin", "Po–Pá 07:30-15:30"},
        {"po-ct 14-22, pa-ne 16-24 hod", "Po–Čt 14:00-22:00; Pá–Ne 16:00-24:00"},
        {"Po, St: 12:00 – 20:00", "Po 12:00-20:00; St 12:00-20:00"},
        {"Po – Čt: 9:00 – 12:00, 13:00 – 16:00", "Po–Čt 09:00-12:00; Po–Čt 13:00-16:00"},
        {"ve všední dny mezi 8. a 18. hodinou", "Po–Pá 08:00-18:00"},
        {"denně 19–7", "Po–Ne 19:00-07:00"},
        {"v úterý a ve čtvrtek od 9.00 do 11.30", "Út 09:00-11:30; Čt 09:00-11:30"},
        {"nonstop; návštěvy denně 14–18 hod.", "nonstop"},
        {"čtvrtek | zavřeno | pro objednané 13:00–15:00", ""},
        {"Pá: dle dohody", ""},
        {"úřední hodiny: pondělí a středa 8–17 hod.", ""},
        {"po telefonické domluvě", ""},
        {"děti od 6 do 26 let", ""},
        {"každý den v týdnu od půl sedmé ráno do devíti večer", "Po–Ne 06:30-21:00"},
        {"od pondeli do stredy od deviti do sestnacti hodin a ve ctvrtek od deviti do osmnacti",
         "Po–St 09:00-16:00; Čt 09:00-18:00"},
        {"v pracovních dnech mezi sedmou a šestnáctou hodinou", "Po–Pá 07:00-16:00"},
        {"ve středisku v úterý a v pátek od 8,00 do 14,00 hodin", "Út 08:00-14:00; Pá 08:00-14:00"},
        {"Po–Čt 8–17, v pátek jen do 13 hodin", "Po–Čt 08:00-17:00; Pá 08:00-13:00"},
        {"ambulance po, st 8–18", "Po 08:00-18:00; St 08:00-18:00"},
        {"so a ne 9-13 h", "So–Ne 09:00-13:00"},
    };
    for (auto& one : cases) EXPECT_EQ(hours_in(one.text), one.hours) << one.text;
}

TEST(PassageHours, leave_out_days_and_people_that_are_excepted) {
    EXPECT_EQ(hours_in("denně kromě víkendů od 8:00 do 16:30"), "Po–Pá 08:00-16:30");
    EXPECT_EQ(hours_in("v pracovní dny od osmi do půl třetí"), "Po–Pá 08:00-14:30");
    EXPECT_EQ(hours_in("po–pá 8.00–15.00, st také 17.00–20.00"), "Po–Pá 08:00-15:00; St 17:00-20:00");
    EXPECT_EQ(hours_in("objednávky přijímá dispečer: po–pá 8–12"), "");
}

TEST(PassageHours, know_nonstop_however_it_is_said) {
    for (auto text : {"nonstop", "non-stop", "NEPŘETRŽITĚ", "24 hodin denně, 7 dní v týdnu", "24/7", "ve dne v noci",
                      "0–24 hod.", "celoročně a nepřetržitě", "dvacet čtyři hodin denně"})
        EXPECT_TRUE(passages::says_nonstop(passages::tokens_of(text))) << text;
    for (auto text : {"potřebují nepřetržitou zdravotní péči", "odpovíme do 24 hodin", "objednejte se 24 hodin předem",
                      "nepřetržitě od pondělí do pátku", "kdykoli zavoláte"})
        EXPECT_FALSE(passages::says_nonstop(passages::tokens_of(text))) << text;
    EXPECT_TRUE(passages::says_nonstop(passages::tokens_of("kdykoli"), true));
    EXPECT_FALSE(passages::says_nonstop(passages::tokens_of("dle dohody kdykoliv"), true));
}

TEST(PassageNumbers, are_counted_in_words_too) {
    auto number = [](std::string_view text) {
        auto found = passages::number_at(passages::tokens_of(text), 0);
        return found ? found->value : 0;
    };
    EXPECT_EQ(number("osmnácti"), 18);
    EXPECT_EQ(number("šedesáti čtyř let"), 64);
    EXPECT_EQ(number("pětadvacet"), 25);
    EXPECT_EQ(number("120"), 120);
    EXPECT_EQ(number("sto"), 100);
    EXPECT_EQ(number("slunce"), 0);
}

TEST(PassageAges, are_limits_in_words_and_bands_in_brackets) {
    struct Case {
        std::string_view text;
        std::optional<int> from, to;
    };
    static constexpr Case cases[] = {
        {"služba je poskytována osobám od 15 let věku", 15, {}},
        {"do 65 let věku", {}, 65},
        {"vek 18 az 65 let", 18, 65},
        {"od narození do 7 let věku dítěte", 0, 7},
        {"osobám, které dosáhly věku 55 let", 55, {}},
        {"rodič od 18 let, těhotné ženy od 16 let", 16, {}},
        {"bez omezení věku", {}, {}},
        {"od 8 do 16 hodin", {}, {}},
    };
    for (auto& one : cases) {
        auto found = passages::age_limits_in(passages::tokens_of(one.text));
        EXPECT_EQ(found.from, one.from) << one.text;
        EXPECT_EQ(found.to, one.to) << one.text;
    }
    std::string_view text = "mladší senioři (65 - 80 let věku) - služba je poskytována do 65 let věku";
    auto bands = passages::age_bands_in(text, passages::tokens_of(text));
    ASSERT_EQ(bands.size(), 1u);
    EXPECT_EQ(bands[0].label, "mladší senioři");
    EXPECT_EQ(bands[0].to, 80);
    EXPECT_EQ(bands[0].note, "služba je poskytována do 65 let věku");
    text = "jde o mladé dospělé (19–26 let), dospělé (27–64 let) a starší seniory (nad 80 let)";
    bands = passages::age_bands_in(text, passages::tokens_of(text));
    ASSERT_EQ(bands.size(), 3u);
    EXPECT_EQ(bands[0].label, "mladé dospělé");
    EXPECT_EQ(bands[1].from, 27);
    EXPECT_FALSE(bands[2].to);
}

TEST(PassageAges, are_numbers_or_words_and_need_no_years_under_their_label) {
    struct Case {
        std::string_view text;
        std::optional<int> from, to;
        bool told;
    };
    static constexpr Case cases[] = {
        {"ve věku od devatenácti do šedesáti čtyř let", 19, 64, false},
        {"kterým je mezi osmnácti a šedesáti čtyřmi lety", 18, 64, false},
        {"člověku už bylo osmnáct a ještě mu nebylo sedmdesát let", 18, 70, false},
        {"podmínkou je věk 55 a více let", 55, {}, false},
        {"od patnácti let výš", 15, {}, false},
        {"starší 18 let; do 64 let včetně", 18, 64, false},
        {"dolní hranice: 27 let", 27, {}, true},
        {"horní hranice: 80 let včetně", {}, 80, true},
        {"18+", 18, {}, true},
        {"19 – 64", 19, 64, true},
        {"narodily se 3 a více dětí", {}, {}, false},
        {"nejdéle do 3 let od propuštění", {}, {}, false},
    };
    for (auto& one : cases) {
        auto found = passages::age_limits_in(passages::tokens_of(one.text), one.told);
        EXPECT_EQ(found.from, one.from) << one.text;
        EXPECT_EQ(found.to, one.to) << one.text;
    }
}

TEST(PassageCapacities, take_the_grammatical_number_of_their_number) {
    auto read = [](std::string_view text, passages::Pace around = passages::Pace::none) {
        return passages::capacities_in(passages::tokens_of(text), around);
    };
    EXPECT_THAT(read("nejvýše 9 klientů současně"), ElementsAre("9 klientů současně"));
    EXPECT_THAT(read("počet intervencí: 5", passages::Pace::a_day), ElementsAre("5 intervencí denně"));
    EXPECT_THAT(read("Najednou umíme doprovázet 45 rodin."), ElementsAre("45 rodin současně"));
    EXPECT_THAT(read("12 rodinných pokojů, 36 lůžek"), ElementsAre("36 lůžek"));
    EXPECT_THAT(read("1 hovor v jednu chvili, v prumeru 25 hovoru denne"), ElementsAre("1 hovor současně"));
    EXPECT_THAT(read("Domov má 38 zaměstnanců."), IsEmpty());
    EXPECT_THAT(read("30 klientů denně, z toho 9 v jednu chvíli"),
                ElementsAre("30 klientů denně", "9 klientů současně"));
    EXPECT_THAT(read("v terénu 18 rodin, v poradně 3 rodiny, obojí najednou"),
                ElementsAre("18 rodin současně", "3 rodiny současně"));
    EXPECT_THAT(read("V terénu ve stejnou chvíli 11 klientů, ve středisku jednoho"),
                ElementsAre("11 klientů současně", "1 klient současně"));
    EXPECT_THAT(read("najednou 8 lidí, za den zvládneme 35 kontaktů"),
                ElementsAre("8 lidí současně", "35 kontaktů denně"));
    EXPECT_THAT(read("čtrnáct lůžek v pěti bytech"), ElementsAre("14 lůžek"));
    EXPECT_THAT(read("kapacita 46 lůžek, z toho 30 v jednolůžkových pokojích"), ElementsAre("46 lůžek"));
    EXPECT_THAT(read("máme 2 volná místa, ve frontě čeká 6 rodin"), IsEmpty());
}

TEST(PassageAddresses, may_name_their_town_first) {
    EXPECT_THAT(addresses_of("Ostrov, Dukelských hrdinů 606"), ElementsAre("Dukelských hrdinů 606, Ostrov"));
    EXPECT_THAT(addresses_of("SMS 000 771 340, VS 5107, smlouva 298/2024"), IsEmpty());
    EXPECT_EQ(passages::in_nominative("Lom u Tachova", {}), "Lom u Tachova");
    EXPECT_EQ(passages::in_nominative("Loštic", {}), "Loštice");
}

TEST(PassageAddresses, are_streets_with_numbers_and_towns) {
    EXPECT_THAT(addresses_of("Pivovarská 23, Pomezí nad Ohří"), ElementsAre("Pivovarská 23, Pomezí nad Ohří"));
    EXPECT_THAT(addresses_of("pobyty – Dům svaté Zdislavy, Na Hrázi 77, Jasenice; v terénu – Jasenice"),
                ElementsAre("Dům svaté Zdislavy, Na Hrázi 77, Jasenice"));
    EXPECT_THAT(addresses_of("Zámecká 14, 739 95 Bystřice"), ElementsAre("Zámecká 14, Bystřice"));
    EXPECT_THAT(addresses_of("přijďte do Třebíče na Karlovo náměstí 38, kde máme kuchyň"),
                ElementsAre("Karlovo náměstí 38, Třebíč"));
    EXPECT_THAT(addresses_of("ve středisku v Březnické ulici 135 v Příbrami"), ElementsAre("Březnická 135, Příbram"));
    EXPECT_THAT(addresses_of("Jiráskova 215/II, 337 01 Rokycany"), ElementsAre("Jiráskova 215/II, Rokycany"));
    EXPECT_THAT(addresses_of("ambulance je na Farním náměstí 3"), ElementsAre("Farní náměstí 3"));
    EXPECT_THAT(addresses_of("Kapacita 12 klientů, Praha 1. 5. 2024"), IsEmpty());
}

TEST(PassageAddresses, lose_nothing_of_a_region_and_the_case_of_a_town) {
    auto territory = [](std::string_view text) {
        return passages::territory_in(text, passages::tokens_of(text), false);
    };
    EXPECT_THAT(territory("do celého Královéhradeckého kraje"), ElementsAre("Královéhradecký kraj"));
    EXPECT_THAT(territory("lokality ORP Jilemnice, Semily, Železný Brod"),
                ElementsAre("Jilemnice", "Semily", "Železný Brod"));
    EXPECT_EQ(passages::in_nominative("Jasenici", {"Jasenice"}), "Jasenice");
    EXPECT_THAT(territory("v Libereckém a Ústeckém kraji"), ElementsAre("Liberecký kraj", "Ústecký kraj"));
    EXPECT_THAT(territory("z Ústeckého kraje"), ElementsAre("Ústecký kraj"));
    struct Case {
        std::string_view inflected, name;
    };
    static constexpr Case towns[] = {{"Praze", "Praha"},
                                     {"Moravských Budějovic", "Moravské Budějovice"},
                                     {"Hradci Králové", "Hradec Králové"},
                                     {"Poděbrad", "Poděbrady"},
                                     {"Náměšti nad Oslavou", "Náměšť nad Oslavou"},
                                     {"Třebíče", "Třebíč"},
                                     {"Novém Bydžově", "Nový Bydžov"},
                                     {"Plzni", "Plzeň"}};
    for (auto& one : towns) EXPECT_EQ(passages::in_nominative(one.inflected, {}), one.name);
}

TEST(PassageMoney, has_its_currency_behind_it) {
    struct Case {
        std::string_view text;
        std::int64_t halere;
    };
    static constexpr Case cases[] = {{"15.795.600,05 Kč", 1579560005},
                                     {"8 916 240,- Kč", 891624000},
                                     {"12,3 mil. Kč", 1230000000},
                                     {"4987650 korun", 498765000},
                                     {"za 12,3 milionu", 1230000000},
                                     {"dvanáct a půl milionu korun", 1250000000},
                                     {"21 milionů 350 tisíc korun", 2135000000}};
    for (auto& one : cases) {
        auto found = passages::amounts_in(passages::tokens_of(one.text));
        ASSERT_EQ(found.size(), 1u) << one.text;
        EXPECT_EQ(found[0].money.halere, one.halere) << one.text;
    }
    EXPECT_THAT(passages::amounts_in(passages::tokens_of("50 klientů, 4127733/0100")), IsEmpty());
}

TEST(PassagePeriods, begin_and_end_with_days_or_whole_months) {
    auto period = [](std::string_view text) {
        auto found = passages::period_in(passages::tokens_of(text));
        return found ? to_iso(found->from.first) + " " + to_iso(found->to.last) : std::string{};
    };
    EXPECT_EQ(period("od května 2023 do dubna 2026"), "2023-05-01 2026-04-30");
    EXPECT_EQ(period("05/2023–04/2025"), "2023-05-01 2025-04-30");
    EXPECT_EQ(period("1. 1. 2023 – 31. 12. 2025"), "2023-01-01 2025-12-31");
    EXPECT_EQ(period("1. září – 30. listopadu 2024"), "2024-09-01 2024-11-30");
    EXPECT_EQ(period("od září 2023 až do konce roku 2025"), "2023-09-01 2025-12-31");
    EXPECT_EQ(period("IX/2023 – 08.2025"), "2023-09-01 2025-08-31");
    EXPECT_EQ(period("2023-05-01 až 2026-04-30"), "2023-05-01 2026-04-30");
    EXPECT_EQ(period("v roce 2023"), "");
}

TEST(PassageTables, stand_side_by_side_or_name_their_things_above) {
    static constexpr passages::KnownLabel labels[] = {{"kapacita", 1}, {"adresa", 2}, {"vek", 3}, {"forma", 4}};
    auto texts = [&](std::string_view text, int field) {
        std::vector<std::string> found;
        for (auto& one : passages::passages_of(reading::read_markdown(text), labels))
            if (one.field == field) found.push_back(std::to_string(one.column) + " " + one.text);
        return found;
    };
    auto pairs = "| Adresa | Lipová 4, | Kapacita | 6 lůžek |\n|---|---|---|---|\n|  | Kladno | | |\n"
                 "| Věk | od 18 let | Forma | pobytová |\n";
    EXPECT_THAT(texts(pairs, 2), ElementsAre("0 Lipová 4,\nKladno"));
    EXPECT_THAT(texts(pairs, 4), ElementsAre("0 pobytová"));
    auto columns = "| | Noclehárna | Denní centrum |\n|---|---|---|\n| Kapacita | 20 | 30 |\n| Věk | 18+ | 15+ |\n";
    EXPECT_THAT(texts(columns, 0), ElementsAre("0 Noclehárna", "1 Denní centrum"));
    EXPECT_THAT(texts(columns, 1), ElementsAre("0 20", "1 30"));
}

TEST(PassagePeople, keep_their_titles_and_groups_their_nominative) {
    auto person = [](std::string_view text) {
        auto found = passages::person_at(text, passages::tokens_of(text), 0);
        return found ? found->printed : std::string{};
    };
    EXPECT_EQ(person("doc. PhDr. Viktor Hraboš, CSc., z katedry"), "doc. PhDr. Viktor Hraboš, CSc.");
    EXPECT_EQ(person("Anežka Slunečková, DiS."), "Anežka Slunečková, DiS.");
    EXPECT_EQ(person("Krajský úřad"), "");
    EXPECT_THAT(passages::groups_in_list("senioři; osoby v krizi"), ElementsAre("senioři", "osoby v krizi"));
    EXPECT_THAT(passages::groups_in_list("osobám ohroženým násilím"), ElementsAre("osoby ohrožené násilím"));
    EXPECT_THAT(passages::groups_in_list("osoby v krizi\noběti domácího násilí\nimigranti a azylanti"),
                ElementsAre("osoby v krizi", "oběti domácího násilí", "imigranti a azylanti"));
    EXPECT_THAT(passages::groups_in_list("lidé s mentálním postižením starší 19 let"),
                ElementsAre("lidé s mentálním postižením"));
    EXPECT_THAT(passages::groups_in_list("mladým lidem s tělesným, mentálním a kombinovaným postižením"),
                ElementsAre("mladí lidé s tělesným, mentálním a kombinovaným postižením"));
    EXPECT_THAT(passages::groups_in_list("děti a mládež ve věku od 6 do 26 let"), testing::SizeIs(1));
    EXPECT_EQ(passages::organisation_name("Kompas Stará Lhota, o. p. s., IČO 28995512"),
              "Kompas Stará Lhota, o. p. s.");
    std::string_view line = "tel.: +420 485 226 340, mobil 000412891, č. ú. 2500990011/2010";
    auto phones = passages::phones_in(line, passages::tokens_of(line));
    ASSERT_EQ(phones.size(), 2u);
    EXPECT_EQ(phones[0].printed, "+420 485 226 340");
    EXPECT_EQ(phones[1].printed, "000 412 891");
    EXPECT_THAT(passages::emails_in("000 390 612, albina@example.org."), ElementsAre("albina@example.org"));
}

TEST(PassageLetters, read_by_a_scanner_are_mended) {
    EXPECT_EQ(passages::letters_mended("od l. 1O. 2022 do 3O. 9. 2024"), "od 1. 10. 2022 do 30. 9. 2024");
    EXPECT_EQ(passages::letters_mended("činí 5 6O4 32O,5O Kč"), "činí 5 604 320,50 Kč");
    EXPECT_EQ(passages::letters_mended("SOClÁLNÍ"), "SOCIÁLNÍ");
    EXPECT_EQ(passages::letters_mended("CZ.O3.O1.O3/OO/22_O12/OOOO491"), "CZ.03.01.03/00/22_012/0000491");
}

TEST(PassageLines, parted_by_a_page_are_one) {
    auto document = reading::read_plain_text(
        "Dvacet konferencí ročně na úřadech obcí s rozšířenou\n\nStrana 2 z 4\n\npůsobností a v sociálních službách\n");
    auto cleaned = passages::without_furniture(document);
    EXPECT_EQ(cleaned.lines.size(), document.lines.size());
    EXPECT_EQ(cleaned.lines[0].text,
              "Dvacet konferencí ročně na úřadech obcí s rozšířenou působností a v sociálních službách");
}

TEST(PassageLabels, stand_in_lines_rows_and_headings) {
    static constexpr passages::KnownLabel labels[] = {{"kapacit*", 1, true}, {"kde", 2}, {"cilov* skupin*", 3}};
    auto passages = passages::passages_of(
        reading::read_plain_text(
            "Kapacita: 12 lůžek. Kde: Lipová 4\n\nCílová skupina:\n - senioři\n\na) kapacita 3 klienti\n"),
        labels);
    ASSERT_GE(passages.size(), 5u);
    EXPECT_EQ(passages[0].field, 1);
    EXPECT_EQ(passages[0].text, "12 lůžek.");
    EXPECT_EQ(passages[1].field, 2);
    EXPECT_EQ(passages[3].field, 3);
    EXPECT_EQ(passages[3].text, "senioři");
    EXPECT_EQ(passages[4].field, 1);
    EXPECT_EQ(passages[4].text, "3 klienti");
}
