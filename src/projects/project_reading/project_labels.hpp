// The labels under which papers of projects give their facts.
#pragma once

#include "platform/reading/passages/passages.hpp"

namespace projects {

enum ProjectField : int {
    no_field, name_field, number_field, programme_field, call_field, start_field, end_field, period_field, months_field, budget_field, funding_field,
    target_field, activities_field, team_field, person_field, role_field, contact_field,
    other_project_field,    // another project: its numbers are not ours
    other_field,
};

inline constexpr reading::KnownLabel project_labels[] = {
    {"nazev projektu ?cz|cesky|cesk*", name_field}, {"cely nazev ?projektu", name_field}, {"nazev", name_field}, {"projekt", name_field}, {"plny nazev", name_field},
    {"nazev projektu en|anglicky|v", other_field}, {"nazev operacniho programu", programme_field}, {"nazev vyzvy", other_field},
    {"nazev prijemce|zadatele|programu|organizace", other_field},
    {"registracni* c|cislo ?. ?projektu", number_field}, {"reg ?. c|cislo ?. ?projektu", number_field}, {"cislo projektu", number_field}, {"cislo smlouvy", other_field},
    {"evidencni cislo ?projektu", number_field}, {"identifikacni cislo projektu", number_field}, {"id projektu", number_field},
    {"operacni program", programme_field}, {"program", programme_field}, {"dotacni program", programme_field}, {"programovy ramec", programme_field},
    {"c|cislo ?. vyzvy", call_field}, {"vyzv*", call_field}, {"nazev a cislo vyzvy", call_field}, {"cislo a nazev vyzvy", call_field},
    {"datum zahajeni", start_field}, {"zahajeni", start_field}, {"zacatek", start_field}, {"predpokladane datum zahajeni", start_field}, {"zahajeni projektu", start_field},
    {"zahajeni ?fyzicke realizace", start_field}, {"start ?projektu", start_field}, {"pocatek", start_field}, {"datum zacatku", start_field}, {"realizace od", start_field},
    {"datum ukonceni", end_field}, {"ukonceni", end_field}, {"konec", end_field}, {"predpokladane datum ukonceni", end_field}, {"dokonceni", end_field},
    {"ukonceni ?fyzicke realizace", end_field}, {"datum konce", end_field}, {"realizace do", end_field},
    {"doba realizace", period_field}, {"doba trvani", period_field}, {"obdobi realizace", period_field}, {"realizace ?projektu", period_field}, {"termin realizace", period_field},
    {"trvani ?projektu", period_field}, {"harmonogram", period_field}, {"kdy", period_field}, {"obdobi", period_field}, {"termin*", period_field},
    {"predpokladana doba trvani", months_field}, {"delka ?trvani", months_field}, {"pocet mesicu", months_field}, {"doba trvani ?( v mesic*", months_field},
    {"celkov* ?zpusobil* vydaj*|naklad*", budget_field}, {"celkov* rozpoc*", budget_field}, {"rozpoc*", budget_field}, {"vyse ?podpory", budget_field}, {"celkova vyse", budget_field},
    {"celkov* castk*", budget_field}, {"rozpocet projektu ?celkem", budget_field}, {"celkove vydaje projektu", budget_field}, {"vydaje celkem", budget_field}, {"celkem", budget_field},
    {"naklady ?projektu", budget_field}, {"z toho grant", other_field}, {"z toho", other_field}, {"vyplacen*|proplacen*", other_field}, {"schvalena dotace", other_field}, {"dotace", other_field},
    {"grant", other_field},
    {"zdroj* ?financovani", funding_field}, {"financovani", funding_field}, {"rozpad financovani", funding_field}, {"odkud jsou penize", funding_field}, {"kdo to plati", funding_field},
    {"kdo projekt plati", funding_field}, {"struktura financovani", funding_field}, {"poskytovatel* dotace|podpory", other_field}, {"spolufinancovani", funding_field},
    {"zdroje", funding_field}, {"financni zdroje", funding_field}, {"prehled zdroju", funding_field},
    {"cilov* skupin*", target_field}, {"komu projekt slouzi", target_field}, {"komu", target_field}, {"pro koho", target_field}, {"pro koho je ?projekt ?urcen", target_field},
    {"komu je projekt urcen", target_field}, {"komu pomuze|pomaha*", target_field},
    {"klicov* aktivit*", activities_field}, {"aktivit* ?projektu", activities_field}, {"co delame", activities_field}, {"co budeme delat", activities_field}, {"hlavni aktivit*", activities_field},
    {"tyto ?klicove aktivit*", activities_field}, {"obsah* projektu", activities_field}, {"co se bude dit", activities_field}, {"popis klicovych aktivit", activities_field}, {"napln projektu", activities_field},
    {"realizacni* tym*", team_field}, {"projektov* tym*", team_field}, {"tym", team_field}, {"clenove ?projektoveho tymu", team_field}, {"kdo na projektu pracuje", team_field},
    {"personalni* ?slozeni|zajisteni|obsazeni", team_field}, {"slozeni tymu", team_field}, {"kontakt*", team_field}, {"lide v projektu", team_field}, {"tym projektu", team_field}, {"kontaktni osob*", team_field},
    {"nas tym", team_field}, {"kdo za projektem stoji", team_field},
    {"jmeno ?a ?prijmeni", person_field}, {"pozice ?v ?tymu", role_field}, {"role", role_field}, {"funkce", role_field}, {"pracovni pozice", role_field}, {"spojeni", contact_field},
    {"telefon", contact_field}, {"e ?- mail", contact_field}, {"email", contact_field}, {"mobil", contact_field}, {"tel", contact_field}, {"mob", contact_field},
    {"kontakt pro media", other_field}, {"media", other_field}, {"vazba na ?jine projekt*", other_project_field}, {"dalsi projekt*", other_project_field}, {"souvisejici projekt*", other_project_field},
    {"navazujici projekt*", other_project_field}, {"predchozi* projekt*", other_project_field}, {"jine projekt*", other_project_field},
    {"partner*", other_field}, {"prijemce", other_field}, {"zadatel", other_field}, {"zprostredkovatel", other_field}, {"realizator", other_field}, {"anotace", other_field}, {"popis projektu", other_field},
    {"cil* projektu", other_field}, {"konkretni cil*", other_field}, {"cil*", other_field}, {"proc to delame", other_field}, {"indikator*", other_field}, {"vystup*", other_field}, {"aktuality", other_field},
    {"ke stazeni", other_field}, {"prilohy", other_field}, {"udrzitelnost", other_field}, {"co se prave deje", other_field}, {"vykazovane obdobi", other_field}, {"sledovane obdobi", other_field},
    {"obdobi zpravy", other_field}, {"cislo zadosti", other_field}, {"reg ?. c ?. predchoziho projektu", other_project_field}, {"monitorovaci obdobi", other_field}, {"prostredky", other_field},
    {"dosud ?vyplaceno|vycerpano|proplaceno", other_field}, {"datum vydani|zpracovani|podani", other_field}, {"novinky", other_field}, {"dokumenty", other_field},
};

}
