// Handlers: ask, find, answer.
#include "network/public_pages/provider_pages.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <charconv>

namespace network {

http::PageHead ProvidersPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("providers.title"), .description = texts.text("providers.lead"), .section = "/sluzby"};
}
http::PageHead ProviderPage::head(const i18n::Texts&) const { return {.title = name, .section = "/sluzby"}; }

namespace {

// By name, with how many services each provides on the day; those whose name or IČO has the words in it.
std::vector<ProviderLine> providers_with(db::Session& db, const std::string& words, Date day) {
    std::map<Id<Provider>, std::int64_t> counts;
    for (auto& service : list_services(db))
        if (service.provided_on(day)) ++counts[service.provider_id];
    auto asked = search::fold(words);
    std::vector<ProviderLine> lines;
    for (auto& provider : list_providers(db)) {
        auto named =
            search::fold(provider.name + " " + provider.short_name.value_or("") + " " + provider.ico.value_or(""));
        if (named.find(asked) == named.npos) continue;
        auto count = counts.contains(provider.id) ? counts.at(provider.id) : 0;
        lines.push_back({provider.slug, provider.name, provider.short_name.value_or(""),
                         provider.municipality_name.value_or(""), provider.ico.value_or(""), count, provider.invented});
    }
    return lines;
}

std::string words_asked(const http::Request& request) {
    return text::joined(text::parted(request.asked.first("q").substr(0, 100), " "), " ");
}

std::int64_t page_asked(const http::Request& request, std::int64_t pages) {
    auto text = request.asked.first("strana");
    std::int64_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, std::max<std::int64_t>(pages, 1));
}

}

http::Response show_providers(const http::Request& request, Permit<auth::may::Read> permit) {
    ProvidersPage page;
    page.words = words_asked(request);
    page.providers = providers_with(permit.db(), page.words, permit.today());
    page.total = std::int64_t(page.providers.size());
    page.page = page_asked(request, page.pages());
    auto first = std::size_t((page.page - 1) * providers_on_a_page);
    page.providers.erase(page.providers.begin(),
                         page.providers.begin() + std::ptrdiff_t(std::min(first, page.providers.size())));
    if (page.providers.size() > std::size_t(providers_on_a_page))
        page.providers.resize(std::size_t(providers_on_a_page));
    return respond(request, page);
}

http::Response export_providers(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{texts.text("providers.title"),
                           texts.language(),
                           request.now,
                           {{"nazev", "", text, 44},
                            {"zkraceny_nazev", "", text, 24},
                            {"ico", "", text, 11},
                            {"sidlo", "", text, 22},
                            {"sluzeb", "", number, 9},
                            {"adresa", "", link, 48},
                            {"ukazka", "", number, 9}}};
    for (auto& column : table.columns) column.title = texts.text("providers.column." + column.name);
    table.next = [lines = providers_with(permit.db(), words_asked(request), permit.today()),
                  providers = request.facts->public_url + "/poskytovatele/",
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& line = lines[n++];
        for (auto text : {&line.name, &line.short_name, &line.ico, &line.town}) row.push_back(documents::cell(*text));
        row.insert(row.end(), {line.services, providers + line.slug, std::int64_t{line.invented}});
        return true;
    };
    return documents::table_answer(request, std::move(table), "poskytovatele");
}

http::Response show_provider(const http::Request& request, Permit<may::ReadProvider> permit) {
    auto& asked = permit.about();
    auto& provider = asked.provider;
    if (asked.renamed()) return http::moved("/poskytovatele/" + provider.slug);
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto model = request.use<Catalogue>().model(db);
    ProviderPage page{provider.slug, provider.name, provider.short_name.value_or(""), provider.ico.value_or(""),
                      provider.legal_form.value_or("")};
    page.invented = provider.invented;
    Facility seat;    // only to say the address as everywhere
    seat.street = provider.street, seat.postal_code = provider.postal_code,
    seat.municipality_code = provider.municipality_code;
    seat.municipality_name = provider.municipality_name;
    page.seat = address_line(seat, model->territory());
    if (provider.region_code && *provider.region_code != request.facts->region_code)
        page.other_region =
            region_words(*provider.region_code, model->territory().name("region", *provider.region_code), texts);
    for (auto& paragraph : text::parted(provider.description.value_or(""), "\n"))
        page.description.push_back(set(paragraph));
    for (auto& service : services_of_provider(db, provider.id)) {
        auto type = beside(service.name, type_words(model->code_lists(), service.type_code, texts));
        if (service.provided_on(permit.today()))
            page.services.push_back({service.name, "/sluzby/" + service.slug, type});
        else page.ended.push_back({service.name, "/sluzby/" + service.slug, type});
    }
    for (auto& related : db.all<RelatedService>(
             "SELECT * FROM related_services WHERE provider_id = $1 ORDER BY name_sort, slug", provider.id))
        if (related.validity.holds_on(permit.today()))
            page.related.push_back(
                {related.name, "/souvisejici/" + related.slug,
                 beside(related.name, model->code_lists().name("related_kinds", related.kind_code, texts.language()))});
    for (auto& contact : contacts_of(db, provider.id.uuid))
        page.contacts.push_back({contact_text(contact), contact_address(contact),
                                 contact.label ? *contact.label : texts.text("service_page.contact." + contact.kind),
                                 contact.label.has_value()});
    if (provider.parent_id)
        if (auto parent = find_provider(db, *provider.parent_id))
            page.parent = {parent->shown_name(), "/poskytovatele/" + parent->slug};
    for (auto& branch :
         db.all<Provider>("SELECT * FROM providers WHERE parent_id = $1 ORDER BY name_sort, slug", provider.id))
        page.branches.push_back({branch.shown_name(), "/poskytovatele/" + branch.slug});
    if (may::EditProvider::allows(permit.user(), asked)) page.edit_at = "/poskytovatele/" + provider.slug + "/upravit";
    if (provider.verified_on) page.verified = texts.text("service_page.verified", {to_czech(*provider.verified_on)});
    return respond(request, page);
}

}
