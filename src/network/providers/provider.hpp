// Who provides social services; recognised by IČO, never by name.
#pragma once

#include "network/keeping.hpp"

namespace network {

struct Provider {
    Id<Provider> id{};
    std::string slug{};
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> short_name{};
    std::optional<std::string> ico{};    // 8 digits
    std::optional<std::string> legal_form{};
    std::optional<Id<Provider>> parent_id{};
    std::optional<std::string> street{};
    std::optional<std::string> postal_code{};
    std::optional<std::string> municipality_code{};
    std::optional<std::string> municipality_name{};
    std::optional<std::string> region_code{};    // of the seat, which may lie in another region
    std::optional<std::string> description{};
    std::optional<std::string> note{};
    bool invented{};
    std::optional<Date> verified_on{};
    std::optional<std::string> verified_by{};
    Kept kept{};

    const std::string& shown_name() const { return short_name ? *short_name : name; }

    static constexpr auto table = "providers";
    static constexpr auto content = "network";
    static void each_field(auto& provider, auto& visit) {
        visit("id", provider.id), visit("slug", provider.slug), visit("name", provider.name);
        visit("name_sort", provider.name_sort), visit("short_name", provider.short_name), visit("ico", provider.ico);
        visit("legal_form", provider.legal_form), visit("parent_id", provider.parent_id),
            visit("street", provider.street);
        visit("postal_code", provider.postal_code), visit("municipality_code", provider.municipality_code);
        visit("municipality_name", provider.municipality_name), visit("region_code", provider.region_code);
        visit("description", provider.description), visit("note", provider.note), visit("invented", provider.invented);
        visit("verified_on", provider.verified_on), visit("verified_by", provider.verified_by);
        Kept::each_field(provider.kept, visit);
    }
};

// Makes the slug out of the short name if there is none.  Throws db::Unique if the IČO is somebody's already.
Id<Provider> add_provider(const Author&, Provider&);
// A new slug leaves the old one leading here.
bool change_provider(const Author&, const Provider& before, const Provider& after);

std::optional<Provider> find_provider(db::Session&, Id<Provider>);
std::optional<Provider> find_provider_by_ico(db::Session&, const std::string& ico);
std::optional<Provider> find_provider_by_slug(db::Session&, const std::string& slug);    // the current slug only
std::vector<Provider> list_providers(db::Session&);                                      // by name

}
