// Handlers: ask, find, answer.
#include "network/catalogue/catalogue_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "platform/documents/table_file.hpp"

#include <fmt/format.h>

namespace network {

std::string CatalogueHit::dialled() const {
    std::string number;
    for (char letter : entry.telephone)
        if ((letter >= '0' && letter <= '9') || (letter == '+' && number.empty())) number += letter;
    return number;
}

std::string hit_html(const CatalogueEntry& entry, const i18n::Texts& texts) {
    html::Out out{texts};
    CatalogueHit{entry}.write(out);
    return out.html();
}

// --- filters ---------------------------------------------------------------------------------------------------------

CatalogueFacet::Ordered CatalogueFacet::in_order() const {
    Ordered ordered;
    std::size_t chosen = 0;
    for (auto& value : values) {
        chosen += value.chosen;
        if (worth_showing(value)) ordered.first.push_back(&value);
    }
    // Equal ones stay in the order of the list, which is that of their places in memory.
    auto before = [](auto a, auto b) {
        if (a->chosen != b->chosen) return a->chosen;
        return a->count != b->count ? a->count > b->count : a < b;
    };
    auto kept = std::max(open_values, chosen);
    bool folds = ordered.first.size() > kept + 2;    // two more are not worth folding away
    if (!folds) kept = ordered.first.size();
    std::ranges::partial_sort(ordered.first, ordered.first.begin() + std::ptrdiff_t(kept), before);
    ordered.rest.assign(ordered.first.begin() + std::ptrdiff_t(kept), ordered.first.end());
    ordered.first.resize(kept);
    std::ranges::sort(ordered.rest);
    return ordered;
}

// --- the page --------------------------------------------------------------------------------------------------------

http::PageHead CataloguePage::head(const i18n::Texts& texts) const {
    html::Out out{texts};
    return {.title = title(out), .description = texts.text("catalogue.description"), .section = "/sluzby"};
}

std::string CataloguePage::title(html::Out& out) const {
    if (!findings.place.empty()) return out.text("catalogue.title.place", findings.place);
    if (!query.words.empty()) return out.text("catalogue.title.words", query.words);
    return out.text("catalogue.title");
}

std::string CataloguePage::without_filters() const {
    CatalogueQuery other;
    other.words = query.words;
    return other.address();
}

std::string CataloguePage::without_district() const {
    if (query.district.empty() && query.municipality.empty())
        return with_path("/sluzby") + (filters.empty() ? "?orp=" : "&orp=");
    auto other = query;
    other.district.clear(), other.page = 1, other.municipality.clear();
    auto address = other.address();
    return address + (address.find('?') == address.npos ? "?orp=" : "&orp=");
}

html::Pager CataloguePage::pager() const {
    return {with_path("/sluzby") + (filters.empty() ? "?strana=" : "&strana="), query.page, std::int64_t(pages())};
}

std::string CataloguePage::with_neighbours() const {
    auto other = query;
    other.neighbours = true, other.page = 1;
    return other.address();
}

std::vector<const FacetCount*> CataloguePage::top_districts() const {
    std::vector<const FacetCount*> all;
    for (auto& district : findings.districts) all.push_back(&district);
    auto shown = all.begin() + std::ptrdiff_t(std::min<std::size_t>(8, all.size()));
    std::ranges::partial_sort(all, shown,
                              [](auto a, auto b) { return a->count != b->count ? a->count > b->count : a < b; });
    all.erase(shown, all.end());
    return all;
}

std::vector<std::pair<std::string, std::string>> CataloguePage::problems() const { return findings.problems; }

html::HexMap CataloguePage::map(html::Out& out) const {
    html::HexMap map{
        out.text("catalogue.map.text"), out.text("catalogue.map.caption"), out.text("catalogue.map.label"), {}};
    auto anywhere = without_district();
    for (auto& district : findings.districts) {
        auto orp = model.territory().orp(district.value->code);
        if (!orp || !orp->hex_column || !orp->hex_row) continue;
        map.cells.push_back({orp->name, orp->short_name, anywhere + district.value->code, int(*orp->hex_row),
                             int(*orp->hex_column), std::int64_t(district.count), district.chosen});
    }
    return map;
}

// --- answers ---------------------------------------------------------------------------------------------------------

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

namespace {

// The columns of the list; their titles are texts of the family catalogue.column.
std::vector<documents::Column> columns_of(const i18n::Texts& texts) {
    using enum documents::Kind;
    std::vector<documents::Column> columns{{"id", "", text, 38},
                                           {"nazev", "", text, 40},
                                           {"poskytovatel", "", text, 32},
                                           {"druh", "", text, 30},
                                           {"paragraf", "", text, 9},
                                           {"formy", "", text, 22},
                                           {"misto", "", text, 28},
                                           {"vek", "", text, 12},
                                           {"provozni_doba", "", text, 26},
                                           {"registrovana_kapacita", "", text, 30},
                                           {"popis", "", text, 60},
                                           {"overeno", "", date, 12},
                                           {"adresa", "", link, 48},
                                           {"ukazka", "", number, 9}};
    for (auto& column : columns) column.title = texts.text("catalogue.column." + column.name);
    return columns;
}

}

http::Response export_catalogue(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = model_of(request, permit.db());
    std::vector<std::pair<std::string, std::string>> problems;
    auto found = model->find_all(read_query(request, problems));
    // The model lives as long as the last row; a save meanwhile makes another one.
    auto next = [model, found = std::move(found), services = request.facts->public_url + "/sluzby/",
                 n = std::size_t{}](documents::Row& row) mutable {
        if (n == found.size()) return false;
        auto& entry = model->entry(found[n++]);
        for (auto text : {&entry.id, &entry.name, &entry.provider, &entry.type, &entry.paragraph, &entry.forms,
                          &entry.places, &entry.ages, &entry.hours, &entry.capacity, &entry.summary})
            row.push_back(documents::cell(*text));
        row.push_back(documents::cell(entry.verified_on));
        row.push_back(services + entry.slug);
        row.push_back(std::int64_t{entry.invented});
        return true;
    };
    auto& texts = *request.texts;
    return documents::table_answer(
        request, {texts.text("catalogue.title"), texts.language(), request.now, columns_of(texts), std::move(next)},
        "sluzby");
}

}
