// Readable names in addresses: made once, kept for ever, and the older ones lead to the present one.
#pragma once

#include "network/keeping.hpp"

namespace network {

struct Slug {
    Id<Slug> id{};
    std::string kind{};    // provider, service, related_service
    std::string slug{};
    Id<void> record_id{};
    bool current{};
    Kept kept{};

    static constexpr auto table = "slugs";
    static void each_field(auto& slug, auto& visit) {
        visit("id", slug.id), visit("kind", slug.kind), visit("slug", slug.slug), visit("record_id", slug.record_id);
        visit("current", slug.current);
        Kept::each_field(slug.kept, visit);
    }
};

// Sociální rehabilitace, FOKUS Semily → socialni-rehabilitace-fokus-semily; at most 80 letters, cut at a word.
std::string slug_of(std::string_view text);

// A slug that nobody has or had: the wished one, or with -2, -3… behind it.
std::string free_slug(db::Session&, const std::string& kind, const std::string& wish);
void give_slug(const Author&, const std::string& kind, const std::string& slug, const Uuid& record);

struct SlugAnswer {
    Uuid record{};
    std::string current{};    // differs from the asked one where the record was renamed: answer 308
};
std::optional<SlugAnswer> ask_slug(db::Session&, const std::string& kind, const std::string& slug);

}
