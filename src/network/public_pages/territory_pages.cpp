// Handlers: ask, find, answer.
#include "network/public_pages/territory_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"

namespace network {

http::PageHead TerritoryPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("territory.title", {region}),
            .description = texts.text("territory.lead"),
            .section = "/mapa"};
}
http::PageHead DistrictPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("territory.district", {name}), .section = "/mapa"};
}

namespace {

// 12 345, with a space that does not break.
std::string grouped(std::int64_t number) {
    auto text = std::to_string(number);
    for (auto at = std::ptrdiff_t(text.size()) - 3; at > 0; at -= 3) text.insert(std::size_t(at), "\u00a0");
    return text;
}

std::string grouped(const std::optional<std::int64_t>& number) { return number ? grouped(*number) : "–"; }

// Those of the instance's own region; all, where it has none of them.
std::vector<const District*> own_districts(const Territory& territory, const std::string& region) {
    std::vector<const District*> own, all;
    for (auto& district : territory.districts()) {
        if (district.kind != "orp") continue;
        all.push_back(&district);
        if (district.region_code == region) own.push_back(&district);
    }
    return own.empty() ? all : own;
}

ServicesOfDistrict services_in(const CatalogueModel& model, const std::string& district) {
    for (auto& value : model.districts()) {
        if (value.code != district) continue;
        auto near = std::int64_t(value.near.count());
        return {near, std::int64_t(value.services.count()) - near};
    }
    return {};
}

std::int64_t regional_services(const CatalogueModel& model, const std::vector<const District*>& districts) {
    std::int64_t count = 0;
    for (std::size_t at = 0; at < model.size(); ++at)
        count += std::ranges::any_of(model.districts(), [&](auto& value) {
            bool ours = std::ranges::find(districts, value.code, &District::code) != districts.end();
            return ours && value.services.has(at) && !value.near.has(at);
        });
    return count;
}

// As on the map of equal cells: four classes by quarters.
void colour(TerritoryMap& map, const CatalogueModel& model) {
    html::HexMap classes;
    for (auto& shape : map.shapes)
        classes.cells.push_back({shape.name, {}, {}, 0, 0, services_in(model, shape.code).near});
    auto begins = classes.bounds();
    for (std::size_t n = 0; n < map.shapes.size(); ++n) {
        auto& shape = map.shapes[n];
        shape.css_class = classes.css_class(classes.cells[n], begins), shape.value = *classes.cells[n].value;
        shape.href = "/sluzby?orp=" + http::encoded(shape.code);
    }
}

std::vector<PageLine> areas_within(const Territory& territory, const std::string& district) {
    std::vector<PageLine> lines;
    for (auto& area : territory.areas()) {
        std::vector<std::string> towns;
        bool touches = district.empty();
        auto members = territory.municipalities_of("area", area.code);
        for (auto& town : territory.municipalities()) {
            if (!members.contains(town.code)) continue;
            towns.push_back(town.name);
            touches = touches || town.orp_code == district;
        }
        if (touches) lines.push_back({area.name, {}, text::joined(towns)});
    }
    return lines;
}

}

std::int64_t TerritoryPage::population() const {
    std::int64_t sum = 0;
    for (auto& district : districts) sum += district.population;
    return sum;
}

std::int64_t TerritoryPage::municipalities() const {
    std::int64_t sum = 0;
    for (auto& district : districts) sum += district.municipalities;
    return sum;
}

html::Table TerritoryPage::table(const html::Out& out) const {
    html::Table table{out.text("territory.table"),
                      {{"territory.column.district"},
                       {"territory.column.municipalities", true},
                       {"territory.column.population", true},
                       {"territory.column.near", true},
                       {"territory.column.regional", true},
                       {"territory.column.services", true}},
                      {}};
    table.caption_is_above = true;
    for (auto& line : districts)
        table.rows.push_back({{line.name, "/mapa/" + line.code},
                              {std::to_string(line.municipalities)},
                              {grouped(line.population)},
                              {std::to_string(line.services.near)},
                              {std::to_string(line.services.regional)},
                              {std::to_string(line.services.all()), "/sluzby?orp=" + http::encoded(line.code)}});
    // NB: services are not added up: one service reaches several districts.
    table.total = {
        {out.text("territory.total")}, {std::to_string(municipalities())}, {grouped(population())}, {""}, {""}, {""}};
    return table;
}

html::Table DistrictPage::table(const html::Out& out) const {
    html::Table table{out.text("territory.municipalities"),
                      {{"territory.column.municipality"},
                       {"territory.column.population", true},
                       {"territory.column.children", true},
                       {"territory.column.adults", true},
                       {"territory.column.seniors", true},
                       {"territory.column.as_of", true}},
                      {}};
    table.caption_is_above = true;
    for (auto& line : municipalities)
        table.rows.push_back({{line.name, "/sluzby?obec=" + http::encoded(line.code)},
                              {grouped(line.population)},
                              {grouped(line.children)},
                              {grouped(line.adults)},
                              {grouped(line.seniors)},
                              {line.as_of ? std::to_string(year_of(*line.as_of)) : "–"}});
    return table;
}

html::Table DistrictPage::by_years(const html::Out& out) const {
    html::Table table{out.text("territory.years"),
                      {{"territory.column.as_of"},
                       {"territory.column.population", true},
                       {"territory.column.children", true},
                       {"territory.column.adults", true},
                       {"territory.column.seniors", true},
                       {"territory.column.counted", true}},
                      {}};
    table.caption_is_above = true;
    for (auto& line : years)
        table.rows.push_back({{to_czech(line.as_of)},
                              {grouped(line.population)},
                              {grouped(line.children)},
                              {grouped(line.adults)},
                              {grouped(line.seniors)},
                              {std::to_string(line.municipalities)}});
    return table;
}

http::Response show_territory(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    auto& territory = model->territory();
    auto population = population_by_municipality(permit.db(), permit.today());
    auto districts = own_districts(territory, request.facts->region_code);
    TerritoryPage page;
    page.region = region_words(request.facts->region_code, request.facts->region_name, *request.texts);
    page.map = *request.use<DrawnLand>().at(
        model->version(), [&] { return territory_map(boundaries(permit.db(), "orp"), territory, districts); });
    colour(page.map, *model);
    page.map.text = request.texts->text("territory.map.text");
    page.map.caption = request.texts->text(page.map.schematic ? "territory.map.schematic" : "territory.map.caption");
    page.regional = regional_services(*model, districts);
    if (page.regional > 0)
        page.map.caption +=
            " " + request.texts->text("territory.regional", {std::to_string(page.regional)}, page.regional);
    for (auto district : districts) {
        DistrictLine line{district->code, district->name, 0, 0, services_in(*model, district->code)};
        for (auto& town : territory.municipalities())
            if (town.orp_code == district->code) {
                ++line.municipalities;
                if (auto people = population.find(town.code); people != population.end())
                    line.population += people->second;
            }
        page.districts.push_back(std::move(line));
    }
    page.areas = areas_within(territory, {});
    return respond(request, page);
}

http::Response show_district(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    auto& territory = model->territory();
    auto district = territory.find_orp(request.parameter("obvod"));
    if (!district) throw NotFound{};
    if (district->code != request.parameter("obvod")) return http::moved("/mapa/" + district->code);
    auto region = territory.name("region", district->region_code);
    DistrictPage page{district->code, district->name, region_words(district->region_code, region, *request.texts),
                      services_in(*model, district->code)};
    std::map<Date, YearLine, std::greater<>> years;
    auto counts = permit.db().all<Population>(
        "SELECT populations.* FROM populations JOIN municipalities ON municipalities.code = municipality_code"
        " WHERE orp_code = $1 AND as_of <= $2 ORDER BY municipality_code, as_of DESC",
        district->code, permit.today());
    for (auto& town : territory.municipalities())
        if (town.orp_code == district->code) page.municipalities.push_back({town.code, town.name, town.kind});
    for (auto& count : counts) {
        auto line = std::ranges::find(page.municipalities, count.municipality_code, &MunicipalityLine::code);
        if (line == page.municipalities.end()) continue;
        if (!line->as_of) line->as_of = count.as_of;
        auto& year = years[count.as_of];
        year.as_of = count.as_of;
        auto add = [&](std::optional<std::int64_t>& newest, std::int64_t& sum) {
            if (line->as_of == count.as_of) newest = newest.value_or(0) + count.count;
            sum += count.count;
        };
        if (!count.age_from && !count.age_to) add(line->population, year.population), ++year.municipalities;
        else if (count.age_to && *count.age_to <= 14) add(line->children, year.children);
        else if (count.age_from && *count.age_from >= 65) add(line->seniors, year.seniors);
        else add(line->adults, year.adults);
    }
    for (auto& [day, year] : years) page.years.push_back(year);
    page.areas = areas_within(territory, district->code);
    return respond(request, page);
}

}
