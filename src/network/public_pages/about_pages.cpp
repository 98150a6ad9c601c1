// Handlers: ask, find, answer.
#include "network/public_pages/about_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/data_catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/network_pages.hpp"
#include "platform/base/csv.hpp"

#include <fmt/format.h>

namespace network {

http::PageHead OpenDataPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("open_data.title"),
            .description = texts.text("open_data.lead"),
            .section = "/otevrena-data"};
}
http::PageHead AccessibilityPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("accessibility.title")};
}
http::PageHead PrivacyPage::head(const i18n::Texts& texts) const { return {.title = texts.text("privacy.title")}; }

namespace {

constexpr const char* public_lists[] = {"service_types",  "forms",         "target_groups", "age_bands",
                                        "capacity_units", "related_kinds", "accessibility", "languages",
                                        "network_kinds",  "network_marks", "network_units"};

http::Response csv_file(std::string text, const std::string& name) {
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

std::string municipalities_csv(const Territory& territory, const std::map<std::string, std::int64_t>& population) {
    std::string text;
    csv::write_row(text,
                   {"kod", "nazev", "typ", "orp_kod", "orp", "pou_kod", "kraj_kod", "sirka", "delka", "obyvatel"});
    for (auto& town : territory.municipalities()) {
        auto people = population.find(town.code);
        auto degrees = [](const std::optional<double>& value) {
            return value ? fmt::format("{:.5f}", *value) : std::string{};
        };
        auto latitude = degrees(town.latitude), longitude = degrees(town.longitude),
             orp = territory.name("orp", town.orp_code);
        auto count = people == population.end() ? std::string{} : std::to_string(people->second);
        csv::write_row(text, {town.code, town.name, town.kind, town.orp_code, orp, town.pou_code.value_or(""),
                              town.region_code, latitude, longitude, count});
    }
    return text;
}

std::string districts_csv(const Territory& territory) {
    std::string text;
    csv::write_row(text, {"druh", "kod", "nazev", "kraj_kod", "orp_kod", "sidlo_kod"});
    for (auto& district : territory.districts())
        csv::write_row(text, {district.kind, district.code, district.name, district.region_code,
                              district.orp_code.value_or(""), district.seat_code.value_or("")});
    return text;
}

std::string code_list_csv(const CodeLists& lists, const std::string& list, Date day) {
    std::string text;
    csv::write_row(text,
                   {"kod", "nazev", "nazev_en", "zkraceny_nazev", "jednoduse", "jednoduse_en", "plati_od", "plati_do"});
    for (auto item : lists.items(list, day)) {
        auto from = to_iso(item->validity.valid_from),
             to = item->validity.valid_to ? to_iso(*item->validity.valid_to) : std::string{};
        csv::write_row(text, {item->code, item->name_cs, item->name_en.value_or(""), item->short_cs.value_or(""),
                              item->plain_cs.value_or(""), item->plain_en.value_or(""), from, to});
    }
    return text;
}

}

http::Response show_open_data(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    OpenDataPage page;
    page.public_url = request.facts->public_url;
    page.services = std::int64_t(request.use<Catalogue>().model(permit.db())->size());
    page.changed_at = permit.db().maybe<Instant>(
        "SELECT happened_at FROM changes WHERE record_table IN ('services', 'providers', 'facilities',"
        " 'registered_capacities', 'free_places') ORDER BY id DESC LIMIT 1");
    page.files = {{texts.text("open_data.services"), "/sluzby.csv", "CSV"},
                  {texts.text("open_data.providers"), "/poskytovatele.csv", "CSV"},
                  {texts.text("open_data.networks"), "/otevrena-data/site.csv", "CSV"},
                  {texts.text("open_data.municipalities"), "/otevrena-data/obce.csv", "CSV"},
                  {texts.text("open_data.districts"), "/otevrena-data/obvody.csv", "CSV"}};
    for (auto list : public_lists)
        page.code_lists.push_back(
            {texts.text(std::string{"open_data.list."} + list), std::string{"/otevrena-data/"} + list + ".csv", "CSV"});
    return respond(request, page);
}

http::Response export_open_data(const http::Request& request, Permit<auth::may::Read> permit) {
    auto file = request.parameter("soubor");
    auto model = request.use<Catalogue>().model(permit.db());
    if (file == "obce.csv")
        return csv_file(municipalities_csv(model->territory(), population_by_municipality(permit.db(), permit.today())),
                        file);
    if (file == "katalog.jsonld") return {http::ok, data_catalogue(*request.facts), "application/ld+json"};
    if (file.ends_with(".jsonld"))
        if (auto set = data_set(*request.facts, file.substr(0, file.rfind('.'))))
            return {http::ok, std::move(*set), "application/ld+json"};
    if (file == "site.csv")
        return csv_file(networks_csv(permit.db(), model->code_lists(), request.facts->public_url), file);
    if (file == "obvody.csv") return csv_file(districts_csv(model->territory()), file);
    for (std::string list : public_lists)
        if (file == list + ".csv") return csv_file(code_list_csv(model->code_lists(), list, permit.today()), file);
    throw NotFound{};
}

http::Response show_accessibility(const http::Request& request, Permit<auth::may::Read>) {
    auto& facts = *request.facts;
    return respond(request, AccessibilityPage{region_words(facts.region_code, facts.region_name, *request.texts),
                                              facts.public_url, facts.contact_email,
                                              parse_date(request.texts->text("accessibility.made.on")).value()});
}

http::Response show_privacy(const http::Request& request, Permit<auth::may::Read>) {
    auto& facts = *request.facts;
    return respond(
        request, PrivacyPage{region_words(facts.region_code, facts.region_name, *request.texts), facts.contact_email});
}

}
