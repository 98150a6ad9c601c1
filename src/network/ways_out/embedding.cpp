// Handlers: ask, find, answer.
#include "network/ways_out/embedding.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/http/surroundings.hpp"

namespace network {

std::string EmbeddedSearchPage::title(html::Out& out) const {
    return out.text("embedding.frame.title", findings.place.empty() ? region : findings.place);
}

std::vector<std::pair<std::string, std::string>> EmbeddedSearchPage::kept() const {
    auto values = query.kept_values();
    std::erase_if(values, [](auto& value) { return value.first == "q"; });
    return values;
}

std::vector<const CatalogueEntry*> EmbeddedSearchPage::shown() const {
    std::vector<const CatalogueEntry*> entries;
    for (auto at : findings.shown)
        if (entries.size() < most) entries.push_back(&model.entry(at));
    return entries;
}

std::string EmbeddedSearchPage::dialled(const CatalogueEntry& entry) const { return CatalogueHit{entry}.dialled(); }

http::PageHead EmbeddingPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("embedding.title"), .description = texts.text("embedding.lead"), .section = "/sluzby"};
}

std::string EmbeddingPage::frame_title(html::Out& out) const {
    return place.empty() ? out.text("embedding.frame.name") : out.text("embedding.frame.name_of", place);
}

// Taken as it is: no style, since other sites may forbid that.
std::string EmbeddingPage::code(html::Out& out) const {
    std::string title;
    for (char c : frame_title(out)) title += c == '"' ? '\'' : c;
    return "<iframe src=\"" + public_url + frame_address() + "\" title=\"" + title +
           "\" width=\"100%\" height=\"640\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>";
}

http::Response show_embedding(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    EmbeddingPage page;
    page.public_url = request.facts->public_url;
    auto asked = request.asked.first("orp");
    for (auto& district : model->districts()) {
        if (district.services.count() > 0) page.districts.push_back(&district);
        if (district.code == asked) page.district = district.code, page.place = district.label;
    }
    return respond(request, page);
}

// The same for everybody, whoever is signed in where the frame stands.
http::Response show_embedded_search(const http::Request& request, Permit<auth::may::Read> permit) {
    auto model = request.use<Catalogue>().model(permit.db());
    CatalogueQuery::Problems problems;
    auto query = CatalogueQuery::read(request.asked, problems);
    query.page = 1;
    auto& facts = *request.facts;
    EmbeddedSearchPage page{*model,
                            query,
                            model->find(query),
                            region_words(facts.region_code, facts.region_name, *request.texts),
                            facts.public_url,
                            !query.empty()};
    page.findings.problems.insert(page.findings.problems.begin(), problems.begin(), problems.end());
    static const http::Surroundings bare;
    auto around = request.shelf->find<http::Surroundings>();
    html::Out out{*request.texts, (around ? *around : bare).assets};
    page.write(out);
    http::Response response{http::ok, out.html(), "text/html; charset=utf-8"};
    // The one page that other sites may frame; it runs nothing and asks for nothing but our styles and letters.
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
                                  "base-uri 'none'; form-action 'self'; frame-ancestors *");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

}
