// Handlers: ask, find, answer.
#include "network/public_pages/home_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/steady_sort.hpp"

namespace network {

http::PageHead HomePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("home.title"),
            .description = texts.text("home.description", {region}),
            .section = "/",
            .wide = true};
}

std::string Suggestions::said(const html::Out& out) const {
    return found.empty() ? out.text("home.suggested.none") : out.text("home.suggested.count", found.size());
}

html::Stats HomePage::stats(const html::Out& out) const {
    html::Stats stats{{{"home.stats.services", std::to_string(services)}}};
    if (with_free_place) stats.stats.push_back({"home.stats.free", std::to_string(*with_free_place)});
    stats.stats.push_back({"home.stats.verified", out.text("home.percent", std::to_string(verified_percent))});
    return stats;
}

namespace {

constexpr std::size_t suggestions_most = 6;

// The types with most services: a way in for those who do not know what to type.
Suggestions frequent(const CatalogueModel& model, bool english) {
    auto types = model.find({}).types;
    steady_sort(types, [](auto& a, auto& b) { return a.count > b.count; });
    Suggestions suggestions{{}, true};
    for (auto& type : types)
        if (type.count > 0 && suggestions.found.size() < suggestions_most)
            suggestions.found.push_back({english ? type.value->label_en : type.value->label,
                                         "/sluzby?druh=" + http::encoded(type.value->code), std::int64_t(type.count)});
    return suggestions;
}

Suggestions suggestions_for(const CatalogueModel& model, std::string words, bool english) {
    if (words.size() > 200) words.resize(200);
    if (words.find_first_not_of(" \t") == words.npos) return frequent(model, english);
    Suggestions suggestions;
    for (auto& [text, count] : model.suggest(words, suggestions_most))
        suggestions.found.push_back({text, "/sluzby?q=" + http::encoded(text), std::int64_t(count)});
    return suggestions;
}

std::vector<SituationTile> tiles(const CatalogueModel& model, const i18n::Texts& texts) {
    bool english = texts.language() == "en";
    std::vector<SituationTile> tiles;
    for (auto& situation : model.situations()) {
        SituationTile tile{situation.code,
                           english ? situation.title_en : situation.title,
                           english ? situation.hint_en : situation.hint,
                           {}};
        auto key = "home.who." + situation.code;
        std::ranges::replace(key, '-', '_');
        tile.who = texts.has(key) ? texts.text(key) : tile.title;
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

html::HexMap map_of(const CatalogueModel& model, const std::vector<FacetCount>& districts, const i18n::Texts& texts) {
    html::HexMap map{texts.text("home.map.text"), texts.text("home.map.caption"), texts.text("home.map.label"), {}};
    for (auto& district : districts) {
        auto orp = model.territory().orp(district.value->code);
        if (!orp || !orp->hex_column || !orp->hex_row) continue;
        map.cells.push_back({orp->name, orp->short_name, "/sluzby?orp=" + http::encoded(orp->code), int(*orp->hex_row),
                             int(*orp->hex_column), std::int64_t(district.count), false});
    }
    return map;
}

// Services with a free place, by reports that still say something.
std::optional<std::int64_t> with_free_place(const CatalogueModel& model) {
    std::int64_t reported = 0, free = 0;
    for (std::size_t at = 0; at < model.size(); ++at) {
        auto& state = model.entry(at).availability;
        reported += !state.empty(), free += state == "free";
    }
    return reported ? std::optional{free} : std::nullopt;
}

}

http::Response show_home(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    auto& texts = *request.texts;
    HomePage page;
    page.region = region_words(request.facts->region_code, request.facts->region_name, texts);
    page.suggestions = frequent(*model, texts.language() == "en");
    page.situations = tiles(*model, texts);
    for (auto& district : model->districts()) page.districts.emplace_back(district.code, district.label);
    page.map = map_of(*model, model->find({}).districts, texts);
    page.services = std::int64_t(model->size());
    std::int64_t fresh = 0;
    for (std::size_t at = 0; at < model->size(); ++at)
        fresh += freshness(model->entry(at).verified_on, permit.today()) == Freshness::fresh;
    page.verified_percent = page.services ? fresh * 100 / page.services : 0;
    page.with_free_place = with_free_place(*model);
    if (auto news = request.shelf->find<HomeNews>())
        page.events = news->next_events(permit.db(), texts, permit.today());
    return respond(request, page);
}

http::Response show_suggestions(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    auto suggestions = suggestions_for(*model, request.asked.first("q"), request.texts->language() == "en");
    if (request.wants_json()) return {http::ok, to_json(suggestions), "application/json"};
    html::Out out{*request.texts};
    suggestions.write(out);
    return {http::ok, out.html(), "text/html; charset=utf-8"};
}

}
