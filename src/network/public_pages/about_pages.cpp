// Handlers: ask, find, answer.
#include "network/public_pages/about_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/data_catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/network_pages.hpp"
#include "platform/documents/table_file.hpp"

#include <cmath>

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

using documents::Kind;

documents::Cell degrees(const std::optional<double>& value) {
    return value ? documents::Cell{std::round(*value * 1e5) / 1e5} : documents::Cell{};
}

documents::Table open_table(const http::Request& request, const std::string& title,
                            std::vector<documents::Column> columns) {
    auto& texts = *request.texts;
    for (auto& column : columns) column.title = texts.text("open_data.column." + column.name);
    return {texts.text(title), texts.language(), request.now, std::move(columns), {}};
}

using Model = std::shared_ptr<const CatalogueModel>;

documents::Table municipalities(const http::Request& request, Model model,
                                std::map<std::string, std::int64_t> population) {
    auto table = open_table(request, "open_data.municipalities",
                            {{"kod", "", Kind::text, 9},
                             {"nazev", "", Kind::text, 28},
                             {"typ", "", Kind::text, 6},
                             {"orp_kod", "", Kind::text, 9},
                             {"orp", "", Kind::text, 22},
                             {"pou_kod", "", Kind::text, 9},
                             {"kraj_kod", "", Kind::text, 9},
                             {"sirka", "", Kind::number, 11},
                             {"delka", "", Kind::number, 11},
                             {"obyvatel", "", Kind::number, 11}});
    table.next = [model = std::move(model), population = std::move(population),
                  n = std::size_t{}](documents::Row& row) mutable {
        auto& territory = model->territory();
        if (n == territory.municipalities().size()) return false;
        auto& town = territory.municipalities()[n++];
        for (auto& text : {town.code, town.name, town.kind, town.orp_code, territory.name("orp", town.orp_code),
                           town.pou_code.value_or(""), town.region_code})
            row.push_back(documents::cell(text));
        auto people = population.find(town.code);
        row.push_back(degrees(town.latitude)), row.push_back(degrees(town.longitude));
        row.push_back(people == population.end() ? documents::Cell{} : documents::Cell{people->second});
        return true;
    };
    return table;
}

documents::Table districts(const http::Request& request, Model model) {
    auto table = open_table(request, "open_data.districts",
                            {{"druh", "", Kind::text, 8},
                             {"kod", "", Kind::text, 9},
                             {"nazev", "", Kind::text, 28},
                             {"kraj_kod", "", Kind::text, 9},
                             {"orp_kod", "", Kind::text, 9},
                             {"sidlo_kod", "", Kind::text, 9}});
    table.next = [model = std::move(model), n = std::size_t{}](documents::Row& row) mutable {
        if (n == model->territory().districts().size()) return false;
        auto& district = model->territory().districts()[n++];
        for (auto& text : {district.kind, district.code, district.name, district.region_code,
                           district.orp_code.value_or(""), district.seat_code.value_or("")})
            row.push_back(documents::cell(text));
        return true;
    };
    return table;
}

documents::Table code_list(const http::Request& request, Model model, const std::string& list, Date day) {
    auto table = open_table(request, "open_data.list." + list,
                            {{"kod", "", Kind::text, 28},
                             {"nazev", "", Kind::text, 44},
                             {"nazev_en", "", Kind::text, 44},
                             {"zkraceny_nazev", "", Kind::text, 28},
                             {"jednoduse", "", Kind::text, 44},
                             {"jednoduse_en", "", Kind::text, 44},
                             {"plati_od", "", Kind::date, 12},
                             {"plati_do", "", Kind::date, 12}});
    auto items = model->code_lists().items(list, day);
    table.next = [model = std::move(model), items = std::move(items), n = std::size_t{}](documents::Row& row) mutable {
        if (n == items.size()) return false;
        auto& item = *items[n++];
        for (auto& text : {item.code, item.name_cs, item.name_en.value_or(""), item.short_cs.value_or(""),
                           item.plain_cs.value_or(""), item.plain_en.value_or("")})
            row.push_back(documents::cell(text));
        row.push_back(item.validity.valid_from), row.push_back(documents::cell(item.validity.valid_to));
        return true;
    };
    return table;
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
    page.files = {{texts.text("open_data.services"), "/sluzby"},
                  {texts.text("open_data.providers"), "/poskytovatele"},
                  {texts.text("open_data.networks"), "/otevrena-data/site"},
                  {texts.text("open_data.events"), "/akce"},
                  {texts.text("open_data.municipalities"), "/otevrena-data/obce"},
                  {texts.text("open_data.districts"), "/otevrena-data/obvody"}};
    for (auto list : public_lists)
        page.code_lists.push_back(
            {texts.text(std::string{"open_data.list."} + list), std::string{"/otevrena-data/"} + list});
    return respond(request, page);
}

http::Response export_open_data(const http::Request& request, Permit<auth::may::Read> permit) {
    auto file = request.parameter("soubor");
    auto name = file.substr(0, file.rfind('.'));
    if (file == "katalog.jsonld") return {http::ok, data_catalogue(*request.facts), "application/ld+json"};
    if (file.ends_with(".jsonld"))
        if (auto set = data_set(*request.facts, name)) return {http::ok, std::move(*set), "application/ld+json"};
    if (!documents::table_format(file)) throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    auto answer = [&](documents::Table table) { return documents::table_answer(request, std::move(table), name); };
    if (name == "obce")
        return answer(municipalities(request, model, population_by_municipality(permit.db(), permit.today())));
    if (name == "site") return answer(networks_table(request, permit.db(), model->code_lists()));
    if (name == "obvody") return answer(districts(request, model));
    for (std::string list : public_lists)
        if (name == list) return answer(code_list(request, model, list, permit.today()));
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
