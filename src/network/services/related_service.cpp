// Keeps and finds help that is not a registered social service.
#include "network/services/related_service.hpp"

#include "network/providers/slug.hpp"

namespace network {

Id<RelatedService> add_related_service(const Author& author, RelatedService& service) {
    auto wish =
        service.slug.empty() ? slug_of(service.name + " " + service.organisation_name.value_or("")) : service.slug;
    service.slug = free_slug(author.work, "related_service", wish);
    add(author, service);
    give_slug(author, "related_service", service.slug, service.id.uuid);
    return service.id;
}

std::vector<RelatedService> list_related_services(db::Session& db) {
    return db.all<RelatedService>("SELECT * FROM related_services ORDER BY name_sort, slug");
}

std::optional<RelatedService> find_related_service(db::Session& db, Id<RelatedService> id) {
    return db.maybe<RelatedService>("SELECT * FROM related_services WHERE id = $1", id);
}

std::optional<RelatedService> find_related_service_by_slug(db::Session& db, const std::string& slug) {
    return db.maybe<RelatedService>("SELECT * FROM related_services WHERE slug = $1", slug);
}

}
