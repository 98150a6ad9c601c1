// Says what we publish in the words of DCAT-AP-CZ.
#include "network/public_pages/data_catalogue.hpp"

#include "network/network.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace network {

namespace {

namespace json = boost::json;

constexpr const char* context = "https://ofn.gov.cz/dcat-ap-cz-rozhraní-katalogů-otevřených-dat/2024-05-28/kontexty/"
                                "rozhraní-katalogů-otevřených-dat.jsonld";
constexpr const char* european = "http://publications.europa.eu/resource/authority/";
constexpr const char* terms = "https://data.gov.cz/podmínky-užití/";
constexpr const char* licence = "https://creativecommons.org/licenses/by/4.0/";

// The regions by NUTS 3, with the IČO of their authorities and their codes in RÚIAN.
struct Authority {
    const char *region, *ico, *ruian;
};
constexpr Authority authorities[] = {
    {"CZ010", "00064581", "19"},  {"CZ020", "70891095", "27"},  {"CZ031", "70890650", "35"},
    {"CZ032", "70890366", "43"},  {"CZ041", "70891168", "51"},  {"CZ042", "70892156", "60"},
    {"CZ051", "70891508", "78"},  {"CZ052", "70889546", "86"},  {"CZ053", "70892822", "94"},
    {"CZ063", "70890749", "108"}, {"CZ064", "70888337", "116"}, {"CZ071", "60609460", "124"},
    {"CZ072", "70891320", "141"}, {"CZ080", "70890692", "132"},
};

const Authority* authority_of(const std::string& region) {
    auto found = std::ranges::find(authorities, region, [](auto& one) { return std::string_view{one.region}; });
    return found == std::end(authorities) ? nullptr : found;
}

// A file of a set, or the service that answers for it.
struct Distribution {
    const char *path, *cs, *en;
    bool service = false;
};

// What a file is, by the ending of its address.
struct FileType {
    const char *ending, *code, *media;
};
constexpr FileType file_types[] = {
    {".csv", "CSV", "text/csv"},
    {".xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".ods", "ODS", "application/vnd.oasis.opendocument.spreadsheet"},
    {".jsonld", "JSON_LD", "application/ld+json"},
    {".pdf", "PDF", "application/pdf"}};

struct Set {
    const char *name, *cs, *en, *description_cs, *description_en;
    const char *theme, *frequency;    // codes of the European lists data-theme and frequency
    std::vector<const char*> words_cs, words_en;
    std::vector<Distribution> distributions;
};

const std::vector<Set>& sets() {
    static const std::vector<Set> all{
        {"sluzby",
         "Katalog sociálních služeb",
         "Catalogue of social services",
         "Sociální služby, které v kraji působí: komu pomáhají, kde, kdy, za kolik a jak se na ně obrátit. "
         "Ukázkové záznamy jsou označené.",
         "Social services of the region: whom they help, where, when, at what price and how to reach them. Invented "
         "records are marked.",
         "SOCI",
         "CONT",
         {"sociální služby", "poskytovatelé sociálních služeb", "duševní zdraví"},
         {"social services", "human services", "mental health"},
         {{"/sluzby.csv", "Služby (CSV)", "Services (CSV)"},
          {"/sluzby.xlsx", "Služby (XLSX)", "Services (XLSX)"},
          {"/sluzby.ods", "Služby (ODS)", "Services (ODS)"},
          {"/api/hsds/", "Služby (HSDS 3.1)", "Services (HSDS 3.1)", true}}},
        {"poskytovatele",
         "Poskytovatelé sociálních služeb",
         "Providers of social services",
         "Organizace, které v kraji poskytují sociální služby, se sídlem a počtem služeb.",
         "Organisations that provide social services in the region, with their seats and numbers of services.",
         "SOCI",
         "CONT",
         {"poskytovatelé sociálních služeb"},
         {"providers of social services"},
         {{"/poskytovatele.csv", "Poskytovatelé (CSV)", "Providers (CSV)"},
          {"/poskytovatele.xlsx", "Poskytovatelé (XLSX)", "Providers (XLSX)"},
          {"/poskytovatele.ods", "Poskytovatelé (ODS)", "Providers (ODS)"}}},
        {"site",
         "Sítě sociálních služeb",
         "Networks of social services",
         "Které služby jsou ve které síti (základní, rozvojové, městské a dalších), od kdy do kdy, s jakou kapacitou, "
         "označením, podmínkami a pověřením.",
         "Which services belong to which network (base, development, municipal and others), from when to when, with "
         "their capacity, mark, conditions and entrustment.",
         "SOCI",
         "IRREG",
         {"sociální služby", "síť sociálních služeb", "pověření"},
         {"social services", "service network", "entrustment"},
         {{"/otevrena-data/site.csv", "Sítě (CSV)", "Networks (CSV)"},
          {"/otevrena-data/site.xlsx", "Sítě (XLSX)", "Networks (XLSX)"},
          {"/otevrena-data/site.ods", "Sítě (ODS)", "Networks (ODS)"}}},
        {"akce",
         "Akce komunitního plánování",
         "Events of community planning",
         "Semináře, kulaté stoly, dny otevřených dveří a další akce v sociálních službách: kdy, kde a kdo je pořádá. "
         "Podle otevřené formální normy Události.",
         "Seminars, round tables, open days and other events in social services: when, where and who organises them. "
         "By the open formal norm Události.",
         "SOCI",
         "CONT",
         {"akce", "sociální služby", "komunitní plánování"},
         {"events", "social services", "community planning"},
         {{"/otevrena-data/udalosti.jsonld", "Akce (JSON-LD)", "Events (JSON-LD)"},
          {"/akce.csv", "Akce (CSV)", "Events (CSV)"},
          {"/akce.xlsx", "Akce (XLSX)", "Events (XLSX)"},
          {"/akce.ods", "Akce (ODS)", "Events (ODS)"}}},
        {"deska",
         "Úřední deska komunitního plánování",
         "Notice board of community planning",
         "Pozvánky na veřejná jednání skupin komunitního plánování a zveřejněné zápisy. Podle otevřené formální normy "
         "Úřední desky.",
         "Invitations to public meetings of groups of community planning, and published minutes. By the open formal "
         "norm Úřední desky.",
         "GOVE",
         "CONT",
         {"úřední deska", "komunitní plánování", "zápisy z jednání"},
         {"notice board", "community planning", "minutes of meetings"},
         {{"/otevrena-data/uredni-deska.jsonld", "Úřední deska (JSON-LD)", "Notice board (JSON-LD)"}}},
        {"uzemi",
         "Obce a správní obvody kraje",
         "Municipalities and districts of the region",
         "Obce s kódy, polohou a počtem obyvatel a jejich zařazení do správních obvodů.",
         "Municipalities with codes, position and population, and the districts they belong to.",
         "REGI",
         "ANNUAL",
         {"obce", "správní obvody", "obyvatelstvo"},
         {"municipalities", "administrative districts", "population"},
         {{"/otevrena-data/obce.csv", "Obce (CSV)", "Municipalities (CSV)"},
          {"/otevrena-data/obvody.csv", "Správní obvody (CSV)", "Districts (CSV)"}}},
        {"ciselniky",
         "Číselníky katalogu sociálních služeb",
         "Code lists of the catalogue of social services",
         "Druhy a formy sociálních služeb, cílové skupiny a další číselníky, kterými se katalog řídí, s platností.",
         "Types and forms of social services, target groups and the other code lists of the catalogue, with validity.",
         "SOCI",
         "IRREG",
         {"číselníky", "druhy sociálních služeb"},
         {"code lists", "types of social services"},
         {{"/otevrena-data/service_types.csv", "Druhy služeb (CSV)", "Types of services (CSV)"},
          {"/otevrena-data/forms.csv", "Formy služeb (CSV)", "Forms of services (CSV)"},
          {"/otevrena-data/target_groups.csv", "Cílové skupiny (CSV)", "Target groups (CSV)"},
          {"/otevrena-data/age_bands.csv", "Věkové skupiny (CSV)", "Age bands (CSV)"},
          {"/otevrena-data/capacity_units.csv", "Jednotky kapacity (CSV)", "Units of capacity (CSV)"},
          {"/otevrena-data/related_kinds.csv", "Druhy související pomoci (CSV)", "Kinds of related help (CSV)"},
          {"/otevrena-data/accessibility.csv", "Bezbariérovost (CSV)", "Accessibility (CSV)"},
          {"/otevrena-data/languages.csv", "Jazyky (CSV)", "Languages (CSV)"},
          {"/otevrena-data/network_kinds.csv", "Druhy sítí (CSV)", "Kinds of networks (CSV)"},
          {"/otevrena-data/network_marks.csv", "Označení v síti (CSV)", "Marks in networks (CSV)"},
          {"/otevrena-data/network_units.csv", "Jednotky v síti (CSV)", "Units in networks (CSV)"}}},
    };
    return all;
}

std::string at(const http::SiteFacts& facts, const std::string& file) {
    return facts.public_url + "/otevrena-data/" + file + ".jsonld";
}

json::object in_both(const std::string& cs, const std::string& en) { return {{"cs", cs}, {"en", en}}; }

json::array list(const std::vector<const char*>& words) { return json::array(words.begin(), words.end()); }

json::object head(const char* kind, const std::string& address, json::object name, json::object description) {
    return {{"@context", context},
            {"typ", kind},
            {"iri", address},
            {"název", std::move(name)},
            {"popis", std::move(description)}};
}

// The authority by its IČO, as the register of rights and duties knows it; without one, ourselves.
std::string publisher(const http::SiteFacts& facts) {
    auto authority = authority_of(facts.region_code);
    if (!authority) return facts.public_url;
    return std::string{"https://rpp-opendata.egon.gov.cz/odrpp/zdroj/orgán-veřejné-moci/"} + authority->ico;
}

json::object contact(const http::SiteFacts& facts) {
    return {{"typ", "Organizace"},
            {"jméno", in_both(facts.region_name, facts.region_name)},
            {"e-mail", "mailto:" + facts.contact_email}};
}

json::object terms_of_use(const http::SiteFacts& facts) {
    std::string free{terms};
    return {{"typ", "Specifikace podmínek užití"},
            {"autorské_dílo", licence},
            {"autor", in_both(facts.region_name, facts.region_name)},
            {"databáze_jako_autorské_dílo", free + "není-autorskoprávně-chráněnou-databází/"},
            {"databáze_chráněná_zvláštními_právy", free + "není-chráněna-zvláštním-právem-pořizovatele-databáze/"},
            {"osobní_údaje", free + "neobsahuje-osobní-údaje/"}};
}

json::object described(const http::SiteFacts& facts, const Set& set, const Distribution& one, std::size_t number) {
    auto address = facts.public_url + one.path;
    auto iri = at(facts, set.name) + "#" + std::to_string(number);
    json::object distribution{{"typ", "Distribuce"},
                              {"iri", iri},
                              {"název", in_both(one.cs, one.en)},
                              {"podmínky_užití", terms_of_use(facts)},
                              {"přístupové_url", address}};
    if (one.service) {
        distribution["přístupová_služba"] =
            json::object{{"typ", "Datová služba"},
                         {"iri", iri + "-sluzba"},
                         {"název", in_both(one.cs, one.en)},
                         {"přístupový_bod", address},
                         {"popis_přístupového_bodu", facts.public_url + "/api/openapi.json"},
                         {"specifikace", json::array{"https://docs.openreferral.org/"}}};
        return distribution;
    }
    distribution["soubor_ke_stažení"] = address;
    auto type = std::ranges::find_if(file_types, [&](auto& one) { return address.ends_with(one.ending); });
    distribution["formát"] = std::string{european} + "file-type/" + type->code;
    distribution["typ_média"] = std::string{"http://www.iana.org/assignments/media-types/"} + type->media;
    return distribution;
}

}

std::string authority_ico(const std::string& region) {
    auto authority = authority_of(region);
    return authority ? authority->ico : "";
}

std::vector<std::string> data_set_names() {
    std::vector<std::string> names;
    for (auto& set : sets()) names.emplace_back(set.name);
    return names;
}

std::string data_catalogue(const http::SiteFacts& facts) {
    auto catalogue = head("Katalog", at(facts, "katalog"),
                          in_both("Otevřená data: " + facts.region_name + ", sociální služby",
                                  "Open data: " + facts.region_name + ", social services"),
                          in_both("Data katalogu sociálních služeb kraje.", "Data of the region's social services."));
    catalogue["poskytovatel"] = publisher(facts);
    catalogue["kontaktní_bod"] = contact(facts);
    catalogue["domovská_stránka"] = facts.public_url + "/otevrena-data";
    json::array addresses;
    for (auto& set : sets()) addresses.emplace_back(at(facts, set.name));
    catalogue["datová_sada"] = std::move(addresses);
    return json::serialize(catalogue);
}

std::optional<std::string> data_set(const http::SiteFacts& facts, const std::string& name) {
    auto found = std::ranges::find(sets(), name, [](auto& set) { return std::string{set.name}; });
    if (found == sets().end()) return {};
    auto described_set = head("Datová sada", at(facts, name), in_both(found->cs, found->en),
                              in_both(found->description_cs, found->description_en));
    described_set["poskytovatel"] = publisher(facts);
    described_set["téma"] = json::array{std::string{european} + "data-theme/" + found->theme};
    described_set["periodicita_aktualizace"] = std::string{european} + "frequency/" + found->frequency;
    described_set["klíčové_slovo"] = json::object{{"cs", list(found->words_cs)}, {"en", list(found->words_en)}};
    auto authority = authority_of(facts.region_code);
    described_set["prvek_rúian"] =
        json::array{std::string{"https://linked.cuzk.cz/resource/ruian/"} +
                    (authority ? std::string{"vusc/"} + authority->ruian : std::string{"stat/1"})};
    described_set["kontaktní_bod"] = contact(facts);
    described_set["dokumentace"] = facts.public_url + "/otevrena-data";
    json::array distributions;
    for (std::size_t n = 0; n < found->distributions.size(); ++n)
        distributions.emplace_back(described(facts, *found, found->distributions[n], n + 1));
    described_set["distribuce"] = std::move(distributions);
    return json::serialize(described_set);
}

}
