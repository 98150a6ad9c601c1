// The table of keys, place by place.
#include "network/register/register_keys.hpp"

#include <array>
#include <span>
#include <string>

namespace network {

namespace {

using enum RegisterPlace;
using enum KeyTreatment;

constexpr RegisterKey root_keys[] = {{"polozky", read, items}};

constexpr RegisterKey item_keys[] = {
    {"portalId", read, value},
    {"identifikator", read, value},
    {"datumPoskytovaniOd", read, value},
    {"datumPoskytovaniDo", read, value},
    {"druhSocialniSluzby", read, reference},
    {"ciloveSkupiny", read, target_group},
    {"vekoveSkupiny", read, loose},
    {"doplnujiciInformaceVekoveSkupiny", read, value},
    {"formy", read, form},
    {"zarizeni", read, facility},
    {"poskytovatel", read, provider},
    {"emaily", read, contact},
    {"telefony", read, contact},
    {"weby", read, contact},
    {"rozsirenePusobnostiVKraji", read, loose},
    {"id", passed_over, value},
    {"faxy", passed_over, value},
    {"kontaktniAdresy", passed_over, value},
    {"datoveSchranky", passed_over, value},
    {"doplnkoveUdaje", passed_over, value},    // documents on the register's own server
};

constexpr RegisterKey reference_keys[] = {{"id", read, value}, {"nazev", passed_over, value}};

constexpr RegisterKey form_keys[] = {
    {"forma", read, reference},     {"nepretrzitePoskytovani", read, value},
    {"casoveRozsahy", read, loose}, {"kapacity", read, capacity},
    {"id", passed_over, value},
};

constexpr RegisterKey capacity_keys[] = {
    {"pocet", read, value},
    {"popis", read, value},
    {"typ", read, reference},
    {"id", passed_over, value},
};

constexpr RegisterKey facility_keys[] = {
    {"nazev", read, value},         {"poskytujeOd", read, value}, {"poskytujeDo", read, value},
    {"utajenaAdresa", read, value}, {"adresa", read, address},    {"id", passed_over, value},
};

constexpr RegisterKey address_keys[] = {
    {"cisloDomovni", read, value},
    {"cisloOrientacni", read, value},
    {"dodatekAdresy", read, value},
    {"kodAdresnihoMista", read, value},
    {"psc", read, value},
    {"typCislaDomovniho", read, reference},
    {"kraj", read, reference},
    {"okres", read, reference},
    {"obec", read, reference},
    {"castObce", read, reference},
    {"ulice", read, street},
    {"mestskyObvodMestskaCast", passed_over, value},
    {"mestskyObvodVPraze", passed_over, value},
};

constexpr RegisterKey street_keys[] = {{"nazev", read, value}, {"id", passed_over, value}, {"kod", passed_over, value}};

constexpr RegisterKey provider_keys[] = {
    {"nazev", read, value},
    {"ico", read, value},
    {"dic", read, value},
    {"adresa", read, address},
    {"emaily", read, contact},
    {"telefony", read, contact},
    {"weby", read, contact},
    {"id", passed_over, value},
    {"faxy", passed_over, value},
    {"kontaktniAdresy", passed_over, value},
    {"datoveSchranky", passed_over, value},
    {"pravniForma", passed_over, value},
};

// A note beside a telephone says whose it is: not read.
constexpr RegisterKey contact_keys[] = {
    {"email", read, value},           {"telefon", read, value},   {"web", read, value},
    {"poznamka", passed_over, value}, {"id", passed_over, value},
};

std::span<const RegisterKey> keys_in(RegisterPlace place) {
    switch (place) {
    case root: return root_keys;
    case item: return item_keys;
    case reference: return reference_keys;
    case form: return form_keys;
    case capacity: return capacity_keys;
    case facility: return facility_keys;
    case address: return address_keys;
    case street: return street_keys;
    case provider: return provider_keys;
    case contact: return contact_keys;
    case items:
    case target_group:
    case value:
    case loose: break;
    }
    return {};
}

constexpr std::array<std::string_view, 14> names{
    "",         "polozky", "polozky", "id",           "ciloveSkupiny", "formy",   "kapacity",
    "zarizeni", "adresa",  "ulice",   "poskytovatel", "kontakt",       "hodnota", "hodnota",
};
static_assert(names.size() == static_cast<std::size_t>(loose) + 1);

std::string in_small_letters(std::string_view key) {
    std::string small{key};
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

}

std::string_view name_of(RegisterPlace place) { return names[static_cast<std::size_t>(place)]; }

bool names_a_person(std::string_view key) {
    static constexpr std::string_view beginnings[] = {"jmen",    "prijmen", "titul",    "statutar", "vedouc", "osob",
                                                      "reditel", "zastup",  "odpovedn", "narozen",  "rodn"};
    auto small = in_small_letters(key);
    for (auto beginning : beginnings)
        if (small.starts_with(beginning)) return true;
    return small.find("osoba") != small.npos || small.find("narozeni") != small.npos ||
           small.find("jmeno") != small.npos || small.find("prijmeni") != small.npos;
}

RegisterKey register_key(RegisterPlace place, std::string_view key) {
    for (auto& known : keys_in(place))
        if (known.key == key) return known;
    if (names_a_person(key)) return {key, personal, value};
    if (place == loose || place == target_group) return {key, KeyTreatment::read, loose};
    return {key, unknown, value};
}

}
