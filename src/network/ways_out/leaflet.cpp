// One service on a sheet of paper: what to know before one calls, and a code that leads to its page.
#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_page.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/ways_out/directory.hpp"
#include "platform/base/parts.hpp"
#include "platform/documents/pdf.hpp"

namespace network {

namespace {

constexpr double margin = 56, text_width = documents::Pdf::width - 2 * margin, foot = documents::Pdf::height - 60;
constexpr double code_side = 110;

class Leaflet {
public:
    Leaflet(const ServiceView& view, const i18n::Texts& texts, const http::SiteFacts& facts, Instant now, Date today)
        : view_{view},
          texts_{texts},
          address_{facts.public_url + "/sluzby/" + view.slug},
          pdf_{{view.name + ", " + view.provider, view.provider, view.summary, texts.language(), now}} {
        pdf_.begin("Document");
        head();
        facts_of_service();
        steps();
        trust(today);
        pdf_.end("Document");
        pdf_.finish();
    }

    std::string bytes() { return pdf_.take(); }

private:
    std::string say(const char* key, const std::vector<std::string>& values = {}) const {
        return texts_.text(key, values);
    }

    void put(documents::Words words, const char* element, double space_before) {
        if (words.width == 0) words.width = text_width;
        auto laid = pdf_.lay(std::move(words));
        y_ += space_before;
        if (y_ + laid.height() > foot && y_ > margin) pdf_.next_page(), y_ = margin;
        pdf_.draw(laid, margin, y_, element);
        y_ += laid.height();
    }

    // The code stands beside the name; its address below, for those without a camera.
    void head() {
        using documents::Look;
        documents::QrCode code{address_};
        pdf_.draw(code, margin + text_width - code_side, margin - 10, code_side);
        auto beside_code = text_width - code_side - 10;
        put({view_.provider, Look::reading, beside_code, 3}, "P", 0);
        put({view_.name, Look::title, beside_code, 6}, "H1", 4);
        put({text::joined(std::vector{view_.type, view_.law_and_forms()}, " · "), Look::reading, beside_code, 4}, "P",
            4);
        documents::Words link{address_, Look::small, beside_code, 3};
        link.link = address_;
        put(link, "P", 6);
        y_ = std::max(y_, margin + code_side);
        if (view_.paused) put({say("directory.paused"), Look::name}, "P", 10);
        if (!view_.summary.empty()) put({view_.summary, Look::reading, 0, 12}, "P", 12);
    }

    void section(const char* title, const std::vector<std::string>& lines) {
        auto words = text::joined(lines, "\n");
        if (words.empty()) return;
        put({say(title), documents::Look::heading}, "H2", 14);
        for (auto& line : lines)
            if (!line.empty()) put({line, documents::Look::reading}, "P", 2);
    }

    void facts_of_service() {
        std::vector<std::string> contacts, hours, places;
        for (auto& contact : view_.contacts)
            contacts.push_back(text::joined(std::vector{contact.note, contact.text}, ": "));
        section("service_page.contact", contacts);
        auto people = view_.groups_with_notes();
        people.push_back(view_.ages), people.push_back(view_.age_doubt);
        section("service_page.for_whom", people);
        if (view_.secret) places = {say("service_page.secret.sentence") + " " + say("service_page.secret.advice")};
        for (auto& place : view_.places)
            places.push_back(text::joined(std::vector{place.name, place.address, text::joined(place.notes)}));
        if (!view_.reach.empty()) places.push_back(say("directory.reaches", {text::joined(view_.reach)}));
        section("service_page.where", places);
        for (auto& time : view_.hours) {
            auto when = time.when + (time.where.empty() ? "" : " (" + time.where + ")");
            hours.push_back(text::joined(std::vector{when, time.note}));
        }
        section("directory.opening", hours);
        section("directory.price", {view_.fees});
    }

    void steps() {
        section("service_page.apply", {view_.how_to_apply});
        std::vector<std::string> lines;
        int n = 0;
        for (auto& step : view_.steps)
            lines.push_back(std::to_string(++n) + ". " + text::joined(std::vector{step.what, step.how}, ": "));
        section("service_page.course", lines);
    }

    void trust(Date today) {
        auto words =
            text::joined(std::vector{view_.verified, say("directory.as_of", {to_czech(today)}), view_.made_up}, " · ");
        put({words, documents::Look::small}, "P", 18);
    }

    const ServiceView& view_;
    const i18n::Texts& texts_;
    std::string address_;
    documents::Pdf pdf_;
    double y_ = margin;
};

}

http::Response print_leaflet(const http::Request& request, Permit<may::ReadService> permit) {
    auto& asked = permit.about();
    if (asked.renamed()) return http::moved("/sluzby/" + asked.service.slug + "/letak.pdf");
    auto detail = read_service(permit.db(), asked.service.id, permit.today(), permit.now());
    if (!detail || !detail->service.provided_on(permit.today())) throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    auto view =
        service_view(permit.db(), *detail, model->territory(), model->code_lists(), *request.texts, permit.today());
    Leaflet leaflet{view, *request.texts, *request.facts, request.now, permit.today()};
    http::Response response{http::ok, leaflet.bytes(), "application/pdf"};
    response.headers.emplace_back("Content-Disposition", "inline; filename=\"" + view.slug + ".pdf\"");
    return response;
}

}
