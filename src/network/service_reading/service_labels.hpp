// The labels under which descriptions of services give their facts.
#pragma once

#include "platform/reading/passages/passages.hpp"

namespace network {

enum ServiceField : int {
    no_field, provider_field, name_field, type_field, registration_field, target_field, not_for_field, age_field, form_field, capacity_field,
    where_field,        // a place or a territory: Kde
    address_field, territory_field, hours_field, contract_field, project_field,
    other_field,        // what is no fact of the service: office hours, payments, contacts
};

inline constexpr reading::KnownLabel service_labels[] = {
    {"poskytovatel*", provider_field}, {"nazev poskytovatel*", provider_field}, {"nazev organizace", provider_field},
    {"provozovatel*", provider_field}, {"organizace", provider_field}, {"jmeno poskytovatel*", provider_field},
    {"kdo ?vam sluz* poskytuje", provider_field}, {"kdo jsme", provider_field},
    {"nazev", name_field}, {"nazev ?socialni sluzby", type_field}, {"nazev zarizeni", name_field},
    {"druh* ?poskytovan* ?socialni* sluz*", type_field}, {"typ* ?poskytovan* ?socialni* sluz*", type_field}, {"druh", type_field},
    {"socialni sluzba", type_field}, {"sluzba", type_field}, {"druh a forma ?socialni ?sluzby", type_field},
    {"identifikator*", registration_field, true}, {"id sluzby", registration_field}, {"registracni* cislo ?sluzby", registration_field},
    {"reg ?. c ?. ?sluzby", registration_field}, {"c ?. registrace", registration_field}, {"cislo registrace", registration_field},
    {"cislo sluzby v registru", registration_field}, {"cislo sluzby", registration_field}, {"cislo v registru", registration_field},
    {"identifikacni cislo sluzby", registration_field}, {"registrace", registration_field},
    {"cilov* skupin*", target_field}, {"komu", target_field}, {"pro koho", target_field}, {"okruh* osob", target_field},
    {"komu pomahame", target_field}, {"komu je sluzba urcena", target_field}, {"uzivatele sluzby", target_field}, {"nasi klienti", target_field},
    {"okruh ?opravnenych osob", target_field}, {"sluzba je urcena", target_field},
    {"koho neprijimame", not_for_field}, {"sluz* neposkytuj*", not_for_field}, {"komu sluzbu nem*", not_for_field}, {"neposkytuj*", not_for_field},
    {"komu neposkytuj*", not_for_field}, {"sluzba neni urcena", not_for_field}, {"duvody odmitnuti", not_for_field}, {"neprijima*", not_for_field},
    {"pro koho neni", not_for_field}, {"komu sluzba neni", not_for_field}, {"koho nemuzeme", not_for_field},
    {"vek", age_field, true}, {"vekov* ?kategori* ?klientu", age_field}, {"vekov* skupin*", age_field}, {"vekov* ?hranic*", age_field}, {"upresneni veku", age_field},
    {"vek klientu", age_field}, {"vekov* struktur*", age_field}, {"vekov* omezeni", age_field}, {"vymezeni veku", age_field},
    {"form* poskytovani", form_field}, {"form* sluzby", form_field}, {"form*", form_field, true}, {"forma ?socialni sluzby", form_field}, {"jak pracujeme", form_field},
    {"kapacit*", capacity_field, true}, {"okamzit* kapacit*", capacity_field}, {"denni kapacit*", capacity_field}, {"maximalni kapacit*", capacity_field},
    {"kolik", capacity_field}, {"pocet mist", capacity_field}, {"pocet luzek", capacity_field}, {"pocet klientu", capacity_field},
    {"celkova kapacit*", capacity_field}, {"kapacit* sluzby", capacity_field}, {"pocet uzivatelu", capacity_field},
    {"kde", where_field}, {"kde pusobime", territory_field}, {"kde sluzbu poskytujeme", where_field}, {"misto", where_field}, {"kde pomahame", where_field},
    {"adres*", address_field, true}, {"mist* poskytovani", address_field}, {"kde nas najdete", address_field}, {"kde nas hledat", address_field},
    {"adres* ?mista poskytovani", address_field}, {"misto realizace", address_field}, {"adresa zarizeni", address_field}, {"kudy k nam", address_field},
    {"kde sidlime", address_field},
    {"pusobnost", territory_field, true}, {"uzemni pusobnost", territory_field}, {"uzemi", territory_field, true}, {"oblast pusobnosti", territory_field},
    {"kam dojizdime", territory_field}, {"mist* plneni", territory_field}, {"kam jezdime", territory_field}, {"pusobime", territory_field},
    {"region", territory_field}, {"okres", territory_field}, {"uzemi pusobnosti", territory_field}, {"obce", territory_field}, {"spadov* ?uzemi", territory_field},
    {"okruh obci", territory_field}, {"uzemni rozsah", territory_field}, {"lokalit*", territory_field},
    {"kdy", hours_field}, {"provozni dob*", hours_field}, {"oteviraci dob*", hours_field}, {"casov* rozsah ?poskytovani", hours_field},
    {"doba poskytovani", hours_field}, {"provoz", hours_field, true}, {"provozni hodiny", hours_field}, {"jak a kdy", hours_field}, {"oteviraci hodiny", hours_field},
    {"kdy jsme tu pro vas", hours_field}, {"kdy mame otevreno", hours_field}, {"otevreno", hours_field}, {"cas poskytovani", hours_field},
    {"cas* poskytovani ?sluzby", hours_field}, {"hodiny pro verejnost", hours_field}, {"pracovni doba ?sluzby", hours_field}, {"casova dostupnost", hours_field},
    {"smlouv*", contract_field}, {"cislo smlouvy", contract_field}, {"c ?. smlouvy", contract_field},
    {"projekt", project_field}, {"registracni cislo projektu", project_field}, {"reg ?. c ?. projektu", project_field}, {"cislo projektu", project_field},
    {"kontakt*", other_field}, {"uhrad*", other_field}, {"cen*", other_field}, {"sidlo", other_field}, {"uredni hodiny", other_field}, {"statutarni*", other_field},
    {"telefon*", other_field}, {"tel", other_field}, {"e ?- mail", other_field}, {"email", other_field}, {"ico", other_field}, {"ic", other_field},
    {"web", other_field}, {"vedouci", other_field}, {"zrizovatel*", other_field}, {"stiznost*", other_field}, {"personalni*", other_field},
    {"prubeh sluzby", other_field}, {"popis prubehu", other_field}, {"posla*", other_field}, {"cil*", other_field}, {"zasad*", other_field}, {"dary", other_field},
    {"jak o sluzbu pozadat", other_field}, {"kolik to stoji", other_field}, {"kolik platim", other_field}, {"pravni forma", other_field},
    {"navstev*", other_field}, {"zadost*", other_field}, {"financovani", other_field}, {"predmet", other_field}, {"priloha", other_field}, {"datum", other_field},
    {"jednani se zajemcem", other_field}, {"odpovedna osoba", other_field}, {"reditel*", other_field}, {"cinnost*", other_field}, {"obsah", other_field},
    {"cilova skupina neni", not_for_field},
};

}
