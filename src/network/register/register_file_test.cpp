// The traps of the national register's file, each in a sentence.
#include "network/network.hpp"
#include "network/register/register_fields.hpp"
#include "network/register/register_file.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>

namespace network {
namespace {

// A service as the register writes it; more replaces or adds keys (JSON lets the last of two keys win).
std::string item(const std::string& more = "", const std::string& identifier = "4526320") {
    return R"({"portalId":1)" + identifier + R"(,"identifikator":")" + identifier +
           R"(","datumPoskytovaniOd":"2007-01-01",
        "datumPoskytovaniDo":null,"druhSocialniSluzby":{"id":"DruhSocialniSluzby/30"},
        "poskytovatel":{"nazev":"Fokus Semily","ico":"26635283"})" +
           (more.empty() ? "" : ",") + more + "}";
}

std::string address(const std::string& code = "11867906", const std::string& town = "577626") {
    return R"({"cisloDomovni":2272,"cisloOrientacni":"54","dodatekAdresy":null,"kodAdresnihoMista":)" + code +
           R"(,"psc":"51301","kraj":{"id":"Kraj/78"},"okres":{"id":"Okres/3608"},"obec":{"id":"Obec/)" + town +
           R"("},"castObce":{"id":"CastObce/405507"},"ulice":{"nazev":"Nemocniční"},"typCislaDomovniho":{"id":"TypStavebnihoObjektu/1"}})";
}

std::string facility(const std::string& name, const std::string& at, const std::string& more = "") {
    return R"({"nazev":")" + name + R"(","poskytujeOd":"2010-05-01","poskytujeDo":null,"adresa":)" + at + more + "}";
}

std::string file_of(const std::string& items) { return R"({"polozky":[)" + items + "]}"; }

struct Read {
    std::vector<RegisterService> services;
    RegisterFileSummary summary;

    std::vector<std::string> warnings() const {
        std::vector<std::string> keys;
        for (auto& warning : summary.warnings.all()) keys.emplace_back(name_of(warning.kind));
        return keys;
    }
};

Read read(const std::string& file, const RegisterFileOptions& options = {}, std::size_t piece = std::string::npos) {
    Read read;
    RegisterReader reader{[&](RegisterService&& service) { read.services.push_back(std::move(service)); }, options};
    for (std::size_t at = 0; at < file.size(); at += std::min(piece, file.size() - at))
        reader.read(std::string_view{file}.substr(at, piece));
    read.summary = reader.finish();
    return read;
}

RegisterService service_of(const std::string& more) { return read(file_of(item(more))).services.at(0); }

RegisterFileError error_of(const std::string& file) {
    try {
        read(file);
    } catch (const RegisterFileError& error) { return error; }
    ADD_FAILURE() << "read without an error: " << file.substr(0, 100);
    return {RegisterFault::unreadable, 0, 0};
}

using Names = std::vector<std::string>;

}

TEST(RegisterFile, a_service_is_read_with_its_codes_without_the_names_of_their_lists) {
    auto service = service_of(
        R"("ciloveSkupiny":[{"cilovaSkupina":{"id":"CilovaSkupinaOsoby/10"},"popis":"Terénní služba je poskytována na území ORP Jilemnice a Semily. "}],
        "vekoveSkupiny":[{"vekovaSkupina":{"id":"VekovaSkupinaOsoby/7"}},{"id":"VekovaSkupinaOsoby/8"}],
        "doplnujiciInformaceVekoveSkupiny":"od 15 do 65 let",
        "formy":[{"forma":{"id":"FormaSocialniSluzby/amb"},"nepretrzitePoskytovani":false,"casoveRozsahy":null,
          "kapacity":[{"pocet":12,"popis":"okamžitá","typ":{"id":"TypKapacitySocialniSluzby/klient"}}]},
          {"forma":{"id":"FormaSocialniSluzby/ter"},"nepretrzitePoskytovani":true,
           "casoveRozsahy":[{"den":{"id":"DenVTydnu/po"},"casOd":"08:00","casDo":"15:30"}],"kapacity":[]}],
        "rozsirenePusobnostiVKraji":[{"kraj":{"id":"Kraj/86"}}])");
    EXPECT_EQ(service.portal_id, 14526320u);
    EXPECT_EQ(service.identifier, "4526320");
    EXPECT_EQ(service.type_code, "30");
    EXPECT_EQ(to_iso(*service.valid_from), "2007-01-01");
    EXPECT_FALSE(service.valid_to);
    EXPECT_EQ(service.target_groups[0].code, "10");
    EXPECT_EQ(service.target_groups[0].note, "Terénní služba je poskytována na území ORP Jilemnice a Semily.");
    EXPECT_EQ(service.age_bands, (Names{"7", "8"}));
    EXPECT_EQ(service.age_note, "od 15 do 65 let");
    ASSERT_EQ(service.forms.size(), 2u);
    EXPECT_EQ(service.forms[0].code, "amb");
    EXPECT_EQ(service.forms[0].capacities[0].count, 12);
    EXPECT_EQ(service.forms[0].capacities[0].unit_code, "klient");
    EXPECT_EQ(service.forms[0].capacities[0].note, "okamžitá");
    EXPECT_TRUE(service.forms[0].hours.empty());
    EXPECT_TRUE(service.forms[1].nonstop);
    EXPECT_EQ(service.forms[1].hours, (Names{"po 08:00 15:30"}));
    EXPECT_EQ(service.extended_regions, (Names{"86"}));
}

TEST(RegisterFile, an_address_keeps_its_numbers_as_text_and_its_codes) {
    auto at = *service_of(R"("zarizeni":[)" + facility("Dílna", address()) + "]").facilities.at(0).address;
    EXPECT_EQ(at.street, "Nemocniční");
    EXPECT_EQ(at.house_number, "2272");
    EXPECT_EQ(at.orientation_number, "54");
    EXPECT_EQ(at.postal_code, "51301");
    EXPECT_EQ(at.municipality_code, "577626");
    EXPECT_EQ(at.municipality_part, "405507");
    EXPECT_EQ(at.region_code, "78");
    EXPECT_EQ(at.district_code, "3608");
    EXPECT_EQ(at.ruian_code, 11867906u);
}

TEST(RegisterFile, nobodys_name_enters_wherever_it_stands) {
    auto person = std::string{R"({"jmeno":"Jan","prijmeni":"Nesmívejít","titulPred":"Mgr.","titulZa":null})"};
    auto service = service_of(
        R"("statutarniOrgany":[)" + person +
        R"(],"vedouci":"Jan Nesmívejít","zodpovida":"Jan Nesmívejít","kontaktniOsoba":)" + person + R"(,"zarizeni":[)" +
        facility("Dílna", address(), R"(,"vedouciZarizeni":)" + person + R"(,"vedouci":[)" + person + "]") +
        R"(],"ciloveSkupiny":[{"cilovaSkupina":{"id":"CilovaSkupinaOsoby/10"},"popis":"x","jmeno":"Nesmívejít"}],
        "formy":[{"forma":{"id":"FormaSocialniSluzby/amb"},"casoveRozsahy":[{"den":"po","jmenoPracovnika":"Nesmívejít","osoba":)" +
        person + R"(}]}],"doplnkoveUdaje":{"personalniZajisteni":[)" + person +
        R"(]},"telefony":[{"telefon":"481321234","poznamka":"Jan Nesmívejít"}],
        "poskytovatel":{"nazev":null,"ico":"26635283","jmeno":"Jan","prijmeni":"Nesmívejít","statutarniOrgany":[)" +
        person + "]}");
    EXPECT_EQ(service.own_contacts.phones, (Names{"481321234"}));
    EXPECT_EQ(service.provider.name, "");
    for (auto& field : fields_of(service))
        for (auto& text : {field.about, field.text})
            EXPECT_EQ(text.find("Nesmívejít"), text.npos) << field.name << ": " << text;
}

TEST(RegisterFile, a_provider_without_a_business_name_stays_unnamed_with_a_warning) {
    auto got = read(file_of(item(R"("poskytovatel":{"jmeno":"Jan","prijmeni":"Nesmívejít","ico":"26635283"})")));
    EXPECT_EQ(got.warnings(), (Names{"provider_unnamed"}));
}

TEST(RegisterFile, a_facility_repeated_with_the_same_name_address_and_days_is_one) {
    auto got = read(file_of(item(R"("zarizeni":[)" + facility("Dílna", address()) + "," +
                                 facility("Dílna  ", address()) + "," + facility("Dílna", address("11867907")) + "]")));
    EXPECT_EQ(got.services[0].facilities.size(), 2u);
    EXPECT_EQ(got.summary.repeated_facilities, 1u);
}

TEST(RegisterFile, facilities_without_an_address_code_are_told_apart_by_their_address) {
    auto got = read(
        file_of(item(R"("zarizeni":[)" + facility("Dílna", address("null")) + "," +
                     facility("Dílna", address("null", "563510")) + "," + facility("Dílna", address("null")) + "]")));
    EXPECT_EQ(got.services[0].facilities.size(), 2u);
    EXPECT_EQ(got.summary.facilities_without_address_code, 2u);
    EXPECT_FALSE(got.services[0].facilities[0].address->ruian_code);
}

TEST(RegisterFile, a_secret_address_is_no_address_even_when_one_is_written) {
    auto got = read(file_of(item(R"("zarizeni":[)" + facility("Azyl", "null") + "," +
                                 facility("Úkryt", address(), R"(,"utajenaAdresa":true)") + "]")));
    ASSERT_EQ(got.services[0].facilities.size(), 2u);
    for (auto& facility : got.services[0].facilities) {
        EXPECT_TRUE(facility.secret);
        EXPECT_FALSE(facility.address);
    }
    EXPECT_EQ(got.summary.secret_facilities, 2u);
    EXPECT_EQ(got.warnings(), (Names{"secret_with_address"}));
    for (auto& field : fields_of(got.services[0])) EXPECT_EQ(field.text.find("577626"), std::string::npos);
}

TEST(RegisterFile, names_lose_blanks_at_their_ends_also_unbreakable_ones) {
    EXPECT_EQ(service_of(R"("poskytovatel":{"nazev":"\t Fokus Semily \u00a0","ico":"26635283 "})").provider.name,
              "Fokus Semily");
    EXPECT_EQ(service_of(R"("zarizeni":[)" + facility(" Dílna\\u00a0 ", "null") + "]").facilities[0].name, "Dílna");
}

TEST(RegisterFile, a_zero_byte_is_no_letter) {
    auto got = read(file_of(item(R"("doplnujiciInformaceVekoveSkupiny":"od\u000015 let","nov\u0000e":1)")), {}, 3);
    EXPECT_EQ(got.services[0].age_note, "od15 let");
    EXPECT_EQ(got.summary.warnings.all()[0].values[0], "polozky.nove");
}

TEST(RegisterFile, an_ico_is_text_with_leading_zeros_and_a_wrong_check_digit_only_warns) {
    auto right = read(file_of(item(R"("poskytovatel":{"nazev":"Obec","ico":"00275808"})")));
    EXPECT_EQ(right.services[0].provider.ico, "00275808");
    EXPECT_EQ(right.warnings(), Names{});
    for (auto ico : {"00275809", "275808", "0027580x"}) {
        auto wrong = read(file_of(item(R"("poskytovatel":{"nazev":"Obec","ico":")" + std::string{ico} + "\"}")));
        EXPECT_EQ(wrong.services[0].provider.ico, ico);
        EXPECT_EQ(wrong.warnings(), (Names{"ico_wrong"}));
    }
    EXPECT_EQ(read(file_of(item(R"("poskytovatel":{"nazev":"Obec","ico":null})"))).warnings(), (Names{"ico_missing"}));
}

// row X.2
TEST(RegisterFile, three_organisations_called_fokus_stay_three) {
    auto fokus = [](const char* identifier, const char* ico) {
        return item(R"("poskytovatel":{"nazev":"Fokus, z. s.","ico":")" + std::string{ico} + "\"}", identifier);
    };
    auto got = read(file_of(fokus("1000001", "26635283") + "," + fokus("1000002", "00275808") + "," +
                            fokus("1000003", "27082440")));
    std::set<std::string> icos;
    for (auto& service : got.services) icos.insert(service.provider.ico);
    EXPECT_EQ(icos.size(), 3u);
    EXPECT_EQ(got.warnings(), Names{});
}

TEST(RegisterFile, ended_services_and_facilities_are_read_and_say_when_they_ended) {
    auto service = service_of(
        R"("datumPoskytovaniDo":"2020-12-31","zarizeni":[{"nazev":"Dílna","poskytujeOd":"2010-05-01","poskytujeDo":"2015-06-30","adresa":null}])");
    EXPECT_TRUE(service.provided_on(*parse_date("2020-12-30")));
    EXPECT_FALSE(service.provided_on(*parse_date("2020-12-31")));
    EXPECT_TRUE(service.facilities[0].provides_on(*parse_date("2015-06-29")));
    EXPECT_FALSE(service.facilities[0].provides_on(*parse_date("2015-06-30")));
    EXPECT_FALSE(service.facilities[0].provides_on(*parse_date("2010-04-30")));
}

TEST(RegisterFile, rows_that_contradict_the_law_warn_and_stay) {
    auto got = read(file_of(item(R"("formy":[{"forma":{"id":"FormaSocialniSluzby/pob"},"kapacity":[]}])") + "," +
                            item(R"("druhSocialniSluzby":{"id":"DruhSocialniSluzby/16"})", "1000002")),
                    {.day = parse_date("2026-09-08")});
    EXPECT_EQ(got.services.size(), 2u);
    EXPECT_EQ(got.warnings(), (Names{"form_not_allowed", "type_ended"}));
    EXPECT_EQ(got.summary.warnings.all()[0].values, (Names{"30", "pob", "4526320"}));
}

TEST(RegisterFile, what_no_list_knows_is_kept_and_told_once_with_its_count) {
    auto odd =
        R"("druhSocialniSluzby":{"id":"DruhSocialniSluzby/99"},"ciloveSkupiny":[{"cilovaSkupina":{"id":"CilovaSkupinaOsoby/77"}}],
        "formy":[{"forma":{"id":"FormaSocialniSluzby/onl"},"kapacity":[{"pocet":3,"typ":{"id":"TypKapacitySocialniSluzby/hodina"}}]}],
        "komunitniCharakter":{"a":[1,2]})";
    auto got = read(file_of(item(odd) + "," + item(odd, "1000002")));
    EXPECT_EQ(got.services[1].type_code, "99");
    EXPECT_EQ(got.services[1].forms[0].capacities[0].unit_code, "hodina");
    auto names = got.warnings();
    std::ranges::sort(names);
    EXPECT_EQ(names, (Names{"unknown_form", "unknown_key", "unknown_target_group", "unknown_type", "unknown_unit"}));
    for (auto& warning : got.summary.warnings.all()) EXPECT_EQ(warning.times, 2u) << warning.text_key();
    EXPECT_EQ(got.summary.warnings.all()[0].values[0], "polozky.komunitniCharakter");
}

TEST(RegisterFile, days_outside_one_to_seven_and_hours_that_are_none_are_pointed_out) {
    auto hours = [](const std::string& ranges) {
        return R"("formy":[{"forma":{"id":"FormaSocialniSluzby/amb"},"casoveRozsahy":[)" + ranges + "]}]";
    };
    auto range = [](const std::string& day, const std::string& from = "08:00") {
        return R"({"den":{"id":"DenVTydnu/)" + day + R"("},"casOd":")" + from + R"(","casDo":"15:30"})";
    };
    EXPECT_EQ(read(file_of(item(hours(range("1") + "," + range("7"))))).warnings(), Names{});
    auto got = read(file_of(item(hours(range("8") + "," + range("0") + "," + range("1")))));
    EXPECT_EQ(got.warnings(), (Names{"unknown_weekday", "unknown_weekday", "hours_unread", "hours_unread"}));
    EXPECT_EQ(got.summary.warnings.all()[0].values[0], "0");
    EXPECT_EQ(got.services[0].forms[0].hours.size(), 3u) << "kept in its words";
    got = read(file_of(item(hours(range("1", "po dohodě")))));
    EXPECT_EQ(got.warnings(), Names{"hours_unread"});
    EXPECT_EQ(got.summary.warnings.all()[0].values[0], "1 po dohodě 15:30");
}

TEST(RegisterFile, a_week_that_works_on_its_sixth_day_and_not_on_its_first_is_doubted) {
    auto open_on = [](const std::string& day, const std::string& identifier) {
        return item(R"("formy":[{"forma":{"id":"FormaSocialniSluzby/amb"},"casoveRozsahy":[{"den":{"id":"DenVTydnu/)" +
                        day + R"("},"casOd":"08:00","casDo":"15:30"}]}])",
                    identifier);
    };
    auto got = read(file_of(open_on("6", "1000001") + "," + open_on("6", "1000002") + "," + open_on("1", "1000003")));
    EXPECT_EQ(got.warnings(), Names{"weekdays_shifted"});
    EXPECT_EQ(got.summary.warnings.all()[0].values, (Names{"2", "1", ""}));
    EXPECT_EQ(read(file_of(open_on("6", "1000001") + "," + open_on("1", "1000003"))).warnings(), Names{});
}

TEST(RegisterFile, a_further_region_that_nobody_knows_is_pointed_out) {
    auto got =
        read(file_of(item(R"("rozsirenePusobnostiVKraji":[{"kraj":{"id":"Kraj/78"}},{"kraj":{"id":"Kraj/7"}}])")));
    EXPECT_EQ(got.services[0].extended_regions, (Names{"78", "7"}));
    EXPECT_EQ(got.warnings(), Names{"unknown_region"});
}

TEST(RegisterFile, a_facility_whose_name_says_another_town_than_its_address_is_pointed_out) {
    std::map<std::string, std::string> towns{{"577626", "Víchová nad Jizerou"}, {"577197", "Jilemnice"}};
    auto got = read(
        file_of(item(R"("zarizeni":[)" + facility("Dílna, Jilemnice", address()) + "," +
                     facility("Dílna, Víchová nad Jizerou", address()) + "," + facility("Dílna", address()) + "]")),
        {.municipalities = &towns});
    EXPECT_EQ(got.warnings(), (Names{"municipality_differs"}));
    EXPECT_EQ(got.summary.warnings.all()[0].values[1], "Víchová nad Jizerou");
}

TEST(RegisterFile, strange_values_beside_the_point_warn_and_the_rest_is_read) {
    auto got = read(file_of(item(R"("datumPoskytovaniOd":"2025-02-30","doplnujiciInformaceVekoveSkupiny":["x"],
        "emaily":[{"email":"info@dilna.example","poznamka":null},null,{"email":"info@dilna.example"}],"weby":{"web":"x"},
        "formy":[{"forma":{"id":"FormaSocialniSluzby/amb"},"kapacity":[{"pocet":null,"typ":{"id":"klient"}}]}])")));
    auto names = got.warnings();
    std::ranges::sort(names);
    EXPECT_EQ(names, (Names{"bad_date", "capacity_without_count", "wrong_value", "wrong_value", "wrong_value"}));
    EXPECT_FALSE(got.services[0].valid_from);
    EXPECT_EQ(got.services[0].contacts().emails, (Names{"info@dilna.example"}));
}

TEST(RegisterFile, a_service_without_contacts_has_those_of_its_provider) {
    auto more = std::string{
        R"("poskytovatel":{"nazev":"Fokus","ico":"26635283","weby":[{"web":"https://www.fokussemily.cz","poznamka":null}]})"};
    EXPECT_EQ(service_of(more + R"(,"weby":[])").contacts().webs, (Names{"https://www.fokussemily.cz"}));
    EXPECT_EQ(service_of(more + R"(,"telefony":[{"telefon":"481321234"}])").contacts().webs, Names{});
}

TEST(RegisterFile, pieces_of_any_size_read_the_same) {
    auto file =
        "\xEF\xBB\xBF" + file_of(item(R"("zarizeni":[)" + facility("Žluťoučká \\u017ee dílna", address()) + "]"));
    auto whole = fingerprint(read(file).services.at(0));
    for (std::size_t piece : {1u, 2u, 3u, 5u, 7u, 64u})
        EXPECT_EQ(fingerprint(read(file, {}, piece).services.at(0)), whole) << piece;
}

TEST(RegisterFile, a_file_that_cannot_be_trusted_says_why_and_where) {
    auto good = item();
    struct {
        const char* what;
        std::string file;
        RegisterFault kind;
        std::uint64_t item;
    } wrong[]{
        {"empty", "", RegisterFault::empty, 0},
        {"a web page", "<!doctype html><html>", RegisterFault::not_json, 0},
        {"a stray comma", file_of(good + ",,"), RegisterFault::not_json, 1},
        {"two roots", file_of(good) + "{}", RegisterFault::not_json, 1},
        {"cut in the middle", file_of(good).substr(0, 150), RegisterFault::truncated, 1},
        {"cut at the end", R"({"polozky":[)" + good, RegisterFault::truncated, 1},
        {"cut to a brace", "{", RegisterFault::truncated, 0},
        {"UTF-16", std::string{"\xFF\xFE{\0", 4}, RegisterFault::wrong_encoding, 0},
        {"UTF-16 without a mark", std::string{"{\0\"\0p\0", 6}, RegisterFault::wrong_encoding, 0},
        {"Windows-1250", file_of(item("\"x\":\"p\xF8\xEDklad\"")), RegisterFault::wrong_encoding, 1},
        {"no polozky", R"({"items":[]})", RegisterFault::no_items, 0},
        {"an array", "[" + good + "]", RegisterFault::no_items, 0},
        {"a number", "7   ", RegisterFault::no_items, 0},
        {"polozky is a text", R"({"polozky":"x"})", RegisterFault::wrong_type, 0},
        {"polozky is an object", R"({"polozky":{}})", RegisterFault::wrong_type, 0},
        {"an item is a number", file_of(good + ",7"), RegisterFault::wrong_type, 2},
        {"the identifier is a number", file_of(item(R"("identifikator":4526320)")), RegisterFault::wrong_type, 1},
        {"the portal id is a text", file_of(item(R"("portalId":"x")")), RegisterFault::wrong_type, 1},
        {"the type is a text", file_of(item(R"("druhSocialniSluzby":"30")")), RegisterFault::wrong_type, 1},
        {"facilities are a text", file_of(item(R"("zarizeni":"30")")), RegisterFault::wrong_type, 1},
        {"nothing to tell it by", R"({"polozky":[{"poskytovatel":{}}]})", RegisterFault::missing_key, 1},
        {"no provider", R"({"polozky":[{"portalId":1}]})", RegisterFault::missing_key, 1},
        {"the same identifier", file_of(good + "," + item(R"("portalId":2)")), RegisterFault::duplicate_id, 2},
        {"the same portal id", file_of(good + "," + item(R"("portalId":14526320)", "1000002")),
         RegisterFault::duplicate_id, 2},
    };
    for (auto& [what, file, kind, number] : wrong) {
        auto error = error_of(file);
        EXPECT_EQ(name_of(error.kind), name_of(kind)) << what;
        EXPECT_EQ(error.item, number) << what;
        EXPECT_LE(error.position, file.size()) << what;
        EXPECT_EQ(error.text_key(), "register.error." + std::string{name_of(kind)});
    }
}

TEST(RegisterFile, a_shared_number_is_named_with_its_key_and_where_it_stands) {
    auto file = file_of(item() + "," + item(R"("portalId":2)"));
    auto end_of_second = std::to_string(file.size() - 3);
    EXPECT_EQ(error_of(file).values, (Names{"identifikator", "4526320", "2", end_of_second}));
}

TEST(RegisterFile, a_character_cut_between_two_pieces_is_still_a_wrong_encoding) {
    auto file = file_of(item("\"x\":\"\xEDklad\""));
    for (std::size_t piece : {1u, 2u, 3u}) {
        try {
            read(file, {}, piece);
            ADD_FAILURE() << piece;
        } catch (const RegisterFileError& error) { EXPECT_EQ(error.kind, RegisterFault::wrong_encoding) << piece; }
    }
}

TEST(RegisterFile, nesting_has_a_bottom_also_where_nothing_is_read) {
    auto nested = [](std::size_t depth) {
        return file_of(item("\"x\":" + std::string(depth, '[') + std::string(depth, ']')));
    };
    EXPECT_EQ(read(nested(17)).services.size(), 1u);    // root, polozky and the item are three more
    EXPECT_EQ(error_of(nested(18)).kind, RegisterFault::too_deep);
    EXPECT_EQ(error_of(nested(100'000)).kind, RegisterFault::too_deep);
}

TEST(RegisterFile, texts_and_items_have_a_longest) {
    auto with_note = [](const std::string& note) {
        return file_of(item(R"("doplnujiciInformaceVekoveSkupiny":")" + note + "\""));
    };
    EXPECT_EQ(read(with_note(std::string(1 << 20, 'a'))).services.size(), 1u);
    EXPECT_EQ(error_of(with_note(std::string((1 << 20) + 1, 'a'))).kind, RegisterFault::string_too_long);
    EXPECT_EQ(error_of(file_of(item("\"statutarniOrgany\":\"" + std::string((1 << 20) + 1, 'a') + "\""))).kind,
              RegisterFault::string_too_long);
    std::string many = facility("Dílna", "null");
    for (int n = 0; n < 60'000; ++n) many += "," + facility("D", "null");
    EXPECT_EQ(error_of(file_of(item("\"zarizeni\":[" + many + "]"))).kind, RegisterFault::item_too_large);
}

TEST(RegisterFile, has_at_most_a_hundred_thousand_items) {
    std::string items;
    for (int n = 0; n <= 100'000; ++n)
        items += (n ? "," : "") + std::string{R"({"portalId":)"} + std::to_string(n + 1) + R"(,"poskytovatel":{}})";
    auto error = error_of(file_of(items));
    EXPECT_EQ(error.kind, RegisterFault::too_many_items);
    EXPECT_EQ(error.item, 100'001u);
}

TEST(RegisterFile, what_the_sink_throws_passes_through) {
    struct Cancelled {};
    RegisterReader reader{[](RegisterService&&) { throw Cancelled{}; }};
    EXPECT_THROW(reader.read(file_of(item())), Cancelled);
}

TEST(RegisterFile, a_folder_and_a_missing_file_are_told_apart) {
    auto fault_of = [](const std::filesystem::path& path) {
        try {
            read_register_file(path, [](RegisterService&&) {});
        } catch (const RegisterFileError& error) { return std::string{name_of(error.kind)}; }
        return std::string{"read"};
    };
    EXPECT_EQ(fault_of(testing::TempDir()), "not_a_file");
    EXPECT_EQ(fault_of("/dev/null"), "not_a_file");
    EXPECT_EQ(fault_of(std::filesystem::path{testing::TempDir()} / "nowhere.json"), "no_file");
}

TEST(RegisterFile, a_file_that_grows_while_it_is_read_is_not_trusted) {
    auto path = std::filesystem::path{testing::TempDir()} / "register_grows.json";
    auto fault_after_more = [&](const std::string& whole) {
        std::ofstream{path, std::ios::binary} << whole;
        try {
            read_register_file(
                path, [&](RegisterService&&) { std::ofstream{path, std::ios::binary | std::ios::app} << "   "; });
        } catch (const RegisterFileError& error) { return std::string{name_of(error.kind)}; }
        return std::string{"read"};
    };
    EXPECT_EQ(fault_after_more(file_of(item())), "changed_meanwhile");
    EXPECT_EQ(fault_after_more(R"({"polozky":[)" + item() + ","), "changed_meanwhile")
        << "cut short because it is not whole yet";
    std::filesystem::remove(path);
}

TEST(RegisterFile, packed_files_are_unpacked_and_cut_ones_refused) {
    auto path = std::filesystem::path{testing::TempDir()} / "register_file_test.json.gz";
    auto file = file_of(item());
    auto* packed = gzopen(path.c_str(), "wb");
    gzwrite(packed, file.data(), static_cast<unsigned>(file.size()));
    gzclose(packed);
    std::size_t services = 0;
    auto count = [&](RegisterService&&) { ++services; };
    EXPECT_EQ(read_register_file(path, count).bytes, file.size());
    EXPECT_EQ(services, 1u);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 20);
    EXPECT_THROW(read_register_file(path, count), RegisterFileError);
    std::filesystem::remove(path);
    EXPECT_THROW(read_register_file(path, count), RegisterFileError);
}

TEST(RegisterFields, a_shuffled_service_is_the_same_and_a_changed_one_says_what_changed) {
    auto two = [](const std::string& a, const std::string& b) {
        return service_of("\"zarizeni\":[" + a + "," + b + "]");
    };
    auto a = facility("Dílna", address()), b = facility("Poradna", address("1"));
    EXPECT_EQ(fingerprint(two(a, b)), fingerprint(two(b, a)));
    EXPECT_TRUE(differences(two(a, b), two(b, a)).empty());

    auto before = service_of(
        R"("formy":[{"forma":{"id":"FormaSocialniSluzby/amb"},"kapacity":[{"pocet":12,"popis":"okamžitá","typ":{"id":"TypKapacitySocialniSluzby/klient"}}]}])");
    auto after = before;
    after.forms[0].capacities[0].count = 15;
    after.own_contacts.phones.push_back("481321234");
    EXPECT_NE(fingerprint(before), fingerprint(after));
    auto found = differences(before, after);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].name, "capacity");
    EXPECT_EQ(found[0].about, "amb klient");
    EXPECT_EQ(found[0].before, "12 – okamžitá");
    EXPECT_EQ(found[0].after, "15 – okamžitá");
    EXPECT_EQ(found[1].name, "phone");
    EXPECT_EQ(found[1].before, "");
    EXPECT_EQ(found[1].after, "481321234");
}

TEST(RegisterFields, two_facilities_of_one_name_stay_two) {
    auto before =
        service_of("\"zarizeni\":[" + facility("Dílna", address()) + "," + facility("Dílna", address("1")) + "]");
    auto after = service_of("\"zarizeni\":[" + facility("Dílna", address("1")) + "]");
    auto found = differences(before, after);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_NE(found[0].before.find("RÚIAN 11867906"), std::string::npos);
    EXPECT_EQ(found[0].after, "");
}

TEST(RegisterCodes, the_carried_table_knows_all_34_types_and_their_forms) {
    auto& codes = carried_register_codes();
    EXPECT_EQ(codes.types.size(), 34u);
    EXPECT_EQ(codes.types.at("30").forms, (std::set<std::string>{"amb"}));
    EXPECT_EQ(codes.types.at("7").forms, (std::set<std::string>{"ter"}));
    EXPECT_TRUE(codes.types.at("16").ends_on);
    EXPECT_FALSE(codes.types.contains("2"));
    EXPECT_THROW(register_codes_from_csv("list,code,forms,ends_on\nmood,1,,\n"), std::runtime_error);
}

TEST(RegisterTexts, every_reason_and_warning_is_said_in_both_languages) {
    auto said = [](const std::string& key) {
        std::size_t languages = 0;
        for (auto& file : files())
            if (file.path.starts_with("network/register/texts/"))
                languages += file.bytes.find("msgid \"" + key + "\"\nmsgstr \"") != file.bytes.npos;
        return languages;
    };
    for (int kind = 0; kind <= int(RegisterFault::changed_meanwhile); ++kind) {
        RegisterFileError error{RegisterFault(kind), 0, 0};
        EXPECT_EQ(said(error.text_key()), 2u) << error.text_key();
    }
    for (int kind = 0; kind <= int(RegisterWarningKind::weekdays_shifted); ++kind) {
        RegisterWarning warning{RegisterWarningKind(kind), "", {}};
        EXPECT_EQ(said(warning.text_key()), 2u) << warning.text_key();
    }
}

}
