// Keeps and finds services.
#include "network/services/service.hpp"

#include "network/providers/slug.hpp"

#include <algorithm>

namespace network {

namespace {

std::string wished_slug(db::Session& db, const Service& service) {
    if (!service.slug.empty()) return service.slug;
    auto provider = find_provider(db, service.provider_id);
    return slug_of(service.name + " " + (provider ? provider->shown_name() : ""));
}

}

Id<Service> add_service(const Author& author, Service& service) {
    service.slug = free_slug(author.work, "service", wished_slug(author.work, service));
    add(author, service);
    give_slug(author, "service", service.slug, service.id.uuid);
    return service.id;
}

bool change_service(const Author& author, const Service& before, const Service& after) {
    if (before.slug != after.slug) give_slug(author, "service", after.slug, before.id.uuid);
    return change(author, before, after);
}

Freshness freshness(const std::optional<Date>& verified_on, Date day) {
    constexpr auto a_year = std::chrono::days{366};
    if (!verified_on) return Freshness::unverified;
    return day - *verified_on <= a_year ? Freshness::fresh : Freshness::ageing;
}

std::optional<Service> find_service(db::Session& db, Id<Service> id) {
    return db.maybe<Service>("SELECT * FROM services WHERE id = $1", id);
}

std::optional<Service> find_service_by_slug(db::Session& db, const std::string& slug) {
    return db.maybe<Service>("SELECT * FROM services WHERE slug = $1", slug);
}

std::optional<Service> find_service_by_register_identifier(db::Session& db, const std::string& identifier) {
    return db.maybe<Service>("SELECT * FROM services WHERE register_identifier = $1", identifier);
}

std::vector<Service> list_services(db::Session& db) {
    return db.all<Service>("SELECT * FROM services ORDER BY name_sort, slug");
}

std::vector<Service> services_of_provider(db::Session& db, Id<Provider> provider) {
    return db.all<Service>("SELECT * FROM services WHERE provider_id = $1 ORDER BY name_sort, slug", provider);
}

bool valid_register_identifier(std::string_view text) {
    return text.size() == 7 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}
