// Keeps and finds providers.
#include "network/providers/provider.hpp"

#include "network/providers/slug.hpp"

namespace network {

Id<Provider> add_provider(const Author& author, Provider& provider) {
    provider.slug =
        free_slug(author.work, "provider", provider.slug.empty() ? slug_of(provider.shown_name()) : provider.slug);
    add(author, provider);
    give_slug(author, "provider", provider.slug, provider.id.uuid);
    return provider.id;
}

bool change_provider(const Author& author, const Provider& before, const Provider& after) {
    if (before.slug != after.slug) give_slug(author, "provider", after.slug, before.id.uuid);
    return change(author, before, after);
}

std::optional<Provider> find_provider(db::Session& db, Id<Provider> id) {
    return db.maybe<Provider>("SELECT * FROM providers WHERE id = $1", id);
}

std::optional<Provider> find_provider_by_ico(db::Session& db, const std::string& ico) {
    return db.maybe<Provider>("SELECT * FROM providers WHERE ico = $1", ico);
}

std::optional<Provider> find_provider_by_slug(db::Session& db, const std::string& slug) {
    return db.maybe<Provider>("SELECT * FROM providers WHERE slug = $1", slug);
}

std::vector<Provider> list_providers(db::Session& db) {
    return db.all<Provider>("SELECT * FROM providers ORDER BY name_sort, ico");
}

}
