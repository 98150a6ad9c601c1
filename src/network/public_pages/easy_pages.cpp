// Handlers: ask, find, answer.
#include "network/public_pages/easy_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"

namespace network {

http::PageHead EasyServicePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("easy_page.title", {name}), .section = "/sluzby"};
}
http::PageHead ForeignServicePage::head(const i18n::Texts&) const {
    return {.title = name + ", " + view.provider, .section = "/sluzby"};
}
http::PageHead EasyReadingPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("easy_reading.title")};
}

std::vector<std::string> EasyServicePage::places() const {
    std::vector<std::string> addresses;
    for (auto& place : view.places)
        if (!place.address.empty() && std::ranges::find(addresses, place.address) == addresses.end())
            addresses.push_back(place.address);
    return addresses;
}

namespace {

struct Found {
    ServiceDetail detail;
    ServiceView view;
};

Found find_service_page(const http::Request& request, const Permit<may::ReadService>& permit) {
    auto detail = read_service(permit.db(), permit.about().service.id, permit.today(), permit.now());
    if (!detail || !detail->service.provided_on(permit.today())) throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    auto view =
        service_view(permit.db(), *detail, model->territory(), model->code_lists(), *request.texts, permit.today());
    return {std::move(*detail), std::move(view)};
}

const ServiceText* text_in(const ServiceDetail& detail, std::string_view language) {
    for (auto& text : detail.texts)
        if (text.language == language) return &text;
    return nullptr;
}

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    while (!text.empty()) {
        auto end = text.find_first_of(".?!");
        auto stop = end == text.npos ? text.size() : end + 1;
        // A full stop within 7.30 or before a small letter does not end a sentence.
        while (stop < text.size() && text[stop] != ' ' && text[stop] != '\n') {
            end = text.find_first_of(".?!", stop);
            stop = end == text.npos ? text.size() : end + 1;
        }
        auto sentence = text.substr(0, stop);
        while (sentence.starts_with(' ') || sentence.starts_with('\n')) sentence.remove_prefix(1);
        if (!sentence.empty()) sentences.push_back(set(std::string{sentence}));
        text.remove_prefix(stop);
    }
    return sentences;
}

// Where nobody wrote an easy text: the facts, one in a sentence.
std::vector<std::string> from_facts(const ServiceView& view, const i18n::Texts& texts) {
    std::vector<std::string> sentences{texts.text("easy_page.is", {view.type}),
                                       texts.text("easy_page.by", {view.provider})};
    if (!view.groups.empty())
        sentences.push_back(texts.text("easy_page.for", {text::joined(view.groups_with_notes())}));
    sentences.push_back(texts.text("easy_page.age", {view.ages}));
    if (!view.plain_forms.empty()) sentences.push_back(texts.text("easy_page.how", {text::joined(view.plain_forms)}));
    if (!view.hours.empty()) sentences.push_back(texts.text("easy_page.when", {view.hours.front().when}));
    if (view.secret) sentences.push_back(texts.text("easy_page.secret"));
    else if (!view.towns.empty()) sentences.push_back(texts.text("easy_page.where", {view.first_towns()}));
    // A price in the provider's words would be half a sentence in another language.
    if (!view.fees.empty() && (texts.language() == "cs" || !view.fees_said))
        sentences.push_back(texts.text("easy_page.price", {view.fees}));
    return sentences;
}

}

http::Response show_easy_service(const http::Request& request, Permit<may::ReadService> permit) {
    if (permit.about().renamed()) return http::moved("/sluzby/" + permit.about().service.slug + "/snadne");
    auto [detail, view] = find_service_page(request, permit);
    EasyServicePage page{view, view.name};
    if (auto easy = text_in(detail, "easy")) {
        if (easy->name) page.name = set(*easy->name);
        page.sentences = sentences_of(easy->description ? *easy->description : easy->summary.value_or(""));
        for (auto& step : text::parted(easy->steps.value_or(""), "\n")) page.steps.push_back(set(step));
    } else {
        page.made_from_facts = true;
        page.sentences = from_facts(view, *request.texts);
        for (auto& step : view.steps) page.steps.push_back(step.what);
    }
    return respond(request, page);
}

http::Response show_foreign_service(const http::Request& request, Permit<may::ReadService> permit) {
    auto language = request.path.substr(request.path.rfind('/') + 1);
    if (permit.about().renamed()) return http::moved("/sluzby/" + permit.about().service.slug + "/" + language);
    auto [detail, view] = find_service_page(request, permit);
    auto text = text_in(detail, language);
    if (!text) throw NotFound{};
    ForeignServicePage page{view, language, text->name.value_or(view.name)};
    for (auto& paragraph : text::parted(text->description ? *text->description : text->summary.value_or(""), "\n"))
        page.description.push_back(paragraph);
    for (auto& step : text::parted(text->steps.value_or(""), "\n")) page.steps.push_back(step);
    return respond(request, page);
}

http::Response show_easy_reading(const http::Request& request, Permit<auth::may::Read> permit) {
    EasyReadingPage page;
    auto model = request.use<Catalogue>().model(permit.db());
    auto with_text = permit.db().all<std::string>(
        "SELECT services.slug FROM services JOIN service_texts ON service_id = services.id WHERE language = 'easy'");
    for (std::size_t at = 0; at < model->size(); ++at) {
        auto& entry = model->entry(at);
        if (std::ranges::find(with_text, entry.slug) != with_text.end())
            page.services.push_back({entry.name, "/sluzby/" + entry.slug + "/snadne", entry.provider});
    }
    return respond(request, page);
}

}
