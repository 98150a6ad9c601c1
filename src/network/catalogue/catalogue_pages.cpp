// Handlers: ask, find, answer.
#include "network/catalogue/catalogue_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/steady_sort.hpp"

#include <fmt/format.h>

namespace network {

std::string hit_html(const CatalogueEntry& entry, const i18n::Texts& texts) {
    html::Out out{texts};
    CatalogueHit{entry}.write(out);
    return out.html();
}

// --- filters -----------------------------------------------------------------------------------------------------------

std::vector<const FacetCount*> CatalogueFacet::first() const {
    std::vector<const FacetCount*> shown;
    for (auto& value : values)
        if (worth_showing(value)) shown.push_back(&value);
    steady_sort(shown, [](auto a, auto b) { return a->chosen != b->chosen ? a->chosen : a->count > b->count; });
    auto kept = std::max(open_values, chosen());
    if (shown.size() > kept + 2) shown.resize(kept);    // two more are not worth folding away
    return shown;
}

std::vector<const FacetCount*> CatalogueFacet::rest() const {
    auto already = first();
    std::vector<const FacetCount*> others;
    for (auto& value : values)
        if (worth_showing(value) && std::ranges::find(already, &value) == already.end()) others.push_back(&value);
    return others;
}

std::size_t CatalogueFacet::chosen() const {
    return std::size_t(std::ranges::count_if(values, [](auto& value) { return value.chosen; }));
}

// --- the page ----------------------------------------------------------------------------------------------------------

http::PageHead CataloguePage::head(const i18n::Texts& texts) const {
    html::Out out{texts};
    return {.title = title(out), .description = texts.text("catalogue.description"), .section = "/sluzby"};
}

std::string CataloguePage::title(html::Out& out) const {
    if (!findings.place.empty()) return out.text("catalogue.title.place", findings.place);
    if (!query.words.empty()) return out.text("catalogue.title.words", query.words);
    return out.text("catalogue.title");
}

std::string CataloguePage::address_of_page(std::size_t page) const {
    auto other = query;
    other.page = int(page);
    return other.address();
}

std::string CataloguePage::without_filters() const {
    CatalogueQuery other;
    other.words = query.words;
    return other.address();
}

std::string CataloguePage::with_path(std::string_view path) const {
    auto other = query;
    other.page = 1;
    return other.address(path);
}

std::string CataloguePage::in_district(const FacetCount& district) const {
    auto other = query;
    other.district = district.value->code, other.page = 1, other.municipality.clear();
    return other.address();
}

html::Pager CataloguePage::pager() const {
    auto other = query;
    other.page = 1;
    auto address = other.address();
    return {address + (address.find('?') == address.npos ? "?strana=" : "&strana="), query.page, std::int64_t(pages())};
}

std::string CataloguePage::with_neighbours() const {
    auto other = query;
    other.neighbours = true, other.page = 1;
    return other.address();
}

std::vector<FacetCount> CataloguePage::top_districts() const {
    auto all = findings.districts;
    steady_sort(all, [](auto& a, auto& b) { return a.count > b.count; });
    if (all.size() > 12) all.resize(12);
    return all;
}

std::vector<std::pair<std::string, std::string>> CataloguePage::problems() const { return findings.problems; }

html::HexMap CataloguePage::map(html::Out& out) const {
    html::HexMap map{out.text("catalogue.map.text"), out.text("catalogue.map.caption"), out.text("catalogue.map.label"), {}};
    for (auto& district : findings.districts) {
        auto orp = model.territory().orp(district.value->code);
        if (!orp || !orp->hex_column || !orp->hex_row) continue;
        map.cells.push_back({orp->name, orp->short_name, in_district(district), int(*orp->hex_row), int(*orp->hex_column),
                             std::int64_t(district.count), district.chosen});
    }
    return map;
}

// --- answers -----------------------------------------------------------------------------------------------------------

namespace {

CatalogueQuery read_query(const http::Request& request, std::vector<std::pair<std::string, std::string>>& problems) {
    return CatalogueQuery::read(request.asked, problems);
}

std::shared_ptr<const CatalogueModel> model_of(const http::Request& request, db::Session& db) {
    return request.use<Catalogue>().model(db);
}

}

http::Response catalogue_answer(const http::Request& request, const CatalogueModel& model) {
    std::vector<std::pair<std::string, std::string>> problems;
    auto query = read_query(request, problems);
    CataloguePage page{model, query, model.find(query), request.texts->language() == "en"};
    page.findings.problems.insert(page.findings.problems.begin(), problems.begin(), problems.end());
    return respond(request, page);
}

http::Response show_catalogue(const http::Request& request, Permit<auth::may::Read> permit) {
    return catalogue_answer(request, *model_of(request, permit.db()));
}

http::Response export_catalogue(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = model_of(request, permit.db());
    std::vector<std::pair<std::string, std::string>> problems;
    auto query = read_query(request, problems);
    std::string text;
    csv::write_row(text, {"id", "nazev", "poskytovatel", "druh", "paragraf", "formy", "misto", "vek", "provozni_doba", "registrovana_kapacita", "popis", "overeno", "adresa", "ukazka"});
    for (auto at : model->find_all(query)) {
        auto& entry = model->entry(at);
        auto day = entry.verified_on ? to_iso(*entry.verified_on) : "", address = request.facts->public_url + "/sluzby/" + entry.slug;
        csv::write_row(text, {entry.id, entry.name, entry.provider, entry.type, entry.paragraph, entry.forms, entry.places, entry.ages, entry.hours, entry.capacity,
                  entry.summary, day, address,
                  entry.invented ? "1" : "0"});
    }
    http::Response response{http::ok, std::move(text), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"sluzby.csv\"");
    return response;
}

}
