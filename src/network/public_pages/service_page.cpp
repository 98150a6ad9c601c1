// Handlers: ask, find, answer.
#include "network/public_pages/service_page.hpp"

#include "network/attachments/attachment_pages.hpp"
#include "network/catalogue/catalogue.hpp"
#include "network/providers/slug.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"

namespace network {

http::PageHead ServicePage::head(const i18n::Texts&) const {
    return {.title = view.name + ", " + view.provider, .description = view.summary, .section = "/sluzby"};
}
http::PageHead EndedServicePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("service_page.ended.title", {name}), .section = "/sluzby"};
}
http::PageHead RelatedServicePage::head(const i18n::Texts&) const {
    return {.title = name, .description = summary, .section = "/sluzby"};
}

// A language says its own name, so that those who read it find it.
std::string ServicePage::title_of_language(const std::string& language) const {
    return language == "uk" ? "Українською" : "In English";
}

namespace {

// Services of the same type, nearest to where the ended one was; without a place, the first ones by name.
std::vector<PageLine> near_instead(const CatalogueModel& model, const ServiceDetail& detail) {
    std::optional<Point> from;
    for (auto& facility : detail.facilities)
        if (auto point = place_of(facility, model.territory()); point && !from) from = point;
    std::vector<std::pair<double, std::size_t>> found;
    for (std::size_t at = 0; at < model.size(); ++at) {
        auto& entry = model.entry(at);
        if (entry.type_code != detail.service.type_code || entry.slug == detail.service.slug) continue;
        auto km = 1e9;
        if (from)
            for (auto& point : entry.points) km = std::min(km, distance_km(*from, point));
        found.emplace_back(km, at);
    }
    std::ranges::sort(found);
    std::vector<PageLine> lines;
    for (auto& [km, at] : found) {
        auto& entry = model.entry(at);
        if (lines.size() < 5)
            lines.push_back({entry.name, "/sluzby/" + entry.slug,
                             entry.provider + (entry.places.empty() ? "" : ", " + entry.places)});
    }
    return lines;
}

std::vector<PageLine> lines_of_attachments(db::Session& db, const ServiceDetail& detail, const i18n::Texts& texts,
                                           Date day) {
    std::vector<PageLine> lines;
    for (auto& one : published_attachments(db, detail.service, detail.facilities, day))
        lines.push_back({one.attachment.title,
                         "/sluzby/" + detail.service.slug + "/soubory/" + to_text(one.attachment.id),
                         kind_and_size(one, texts)});
    return lines;
}

bool no_more(const Service& service, Date day) {
    return service.status == "ended" || (service.ends_on && *service.ends_on <= day);
}

}

http::Response show_service(const http::Request& request, Permit<may::ReadService> permit) {
    auto& asked = permit.about();
    if (asked.renamed()) return http::moved("/sluzby/" + asked.service.slug);
    auto detail = read_service(permit.db(), asked.service.id, permit.today(), permit.now());
    if (!detail) throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    std::string edit_at;
    if (may::EditService::allows(permit.user(), asked)) edit_at = "/sluzby/" + detail->service.slug + "/upravit";
    else if (represents(permit.user(), asked.represented_by)) edit_at = "/sluzby/" + detail->service.slug + "/navrh";
    if (no_more(detail->service, permit.today())) {
        EndedServicePage page{detail->service.name,
                              detail->provider.shown_name(),
                              detail->provider.slug,
                              detail->service.status_reason.value_or(""),
                              "/sluzby?druh=" + http::encoded(detail->service.type_code),
                              detail->service.ends_on,
                              {}};
        page.near = near_instead(*model, *detail);
        page.edit_at = edit_at;
        return respond(request, page);
    }
    return respond(request, ServicePage{service_view(permit.db(), *detail, model->territory(), model->code_lists(),
                                                     *request.texts, permit.today()),
                                        edit_at, request.facts->public_url + "/sluzby/" + detail->service.slug,
                                        lines_of_attachments(permit.db(), *detail, *request.texts, permit.today())});
}

http::Response show_related_service(const http::Request& request, Permit<auth::may::Read> permit) {
    auto view = RelatedInView::find(permit.db(), request.parameter("slug"));
    if (!view) throw NotFound{};
    if (view->renamed()) return http::moved("/souvisejici/" + view->service.slug);
    auto* found = &view->service;
    if (!found->validity.holds_on(permit.today())) throw NotFound{};
    auto model = request.use<Catalogue>().model(permit.db());
    auto& texts = *request.texts;
    RelatedServicePage page;
    page.name = found->name, page.summary = found->summary.value_or(""), page.invented = found->invented;
    page.kind = model->code_lists().name("related_kinds", found->kind_code, texts.language());
    if (auto kind = model->code_lists().find("related_kinds", found->kind_code); kind && texts.language() == "cs")
        page.kind_plain = set(kind->plain_cs.value_or(""));
    page.organisation = found->organisation_name.value_or("");
    if (found->provider_id)
        if (auto provider = find_provider(permit.db(), *found->provider_id))
            page.organisation = provider->shown_name(), page.provider_slug = provider->slug;
    if (found->municipality_code) page.town = model->territory().name("municipality", *found->municipality_code);
    page.for_whom = set(found->for_whom.value_or("")), page.opening = set(found->opening.value_or(""));
    for (auto& paragraph : text::parted(found->description.value_or(""), "\n"))
        page.description.push_back(set(paragraph));
    if (auto coverages = parse_coverages(found->coverage))
        page.reach = reach_words(*coverages, model->territory(), texts);
    for (auto& contact : contacts_of(permit.db(), found->id.uuid))
        page.contacts.push_back({contact_text(contact), contact_address(contact),
                                 contact.label ? *contact.label : texts.text("service_page.contact." + contact.kind),
                                 contact.label.has_value()});
    page.verified = found->verified_on ? texts.text("service_page.verified", {to_czech(*found->verified_on)})
                                       : texts.text("service_page.unverified");
    if (may::EditRelated::allows(permit.user(), *view)) page.edit_at = "/souvisejici/" + found->slug + "/upravit";
    return respond(request, page);
}

}
