// Keeps who stands for whom.
#include "network/proposals/representation.hpp"

#include <algorithm>

namespace network {

std::vector<Id<Organisation>> representatives_of(db::Session& db, Id<Provider> provider) {
    return db.all<Id<Organisation>>(
        "SELECT represented_by FROM provider_representations WHERE provider_id = $1 AND ended_at IS NULL"
        " ORDER BY id",
        provider);
}

bool represents(const User& user, const std::vector<Id<Organisation>>& organisations) {
    return std::ranges::any_of(organisations,
                               [&](auto& one) { return user.reaches(Role::provider_director, {.organisation = one}); });
}

std::vector<Provider> providers_represented_by(db::Session& db, const User& user) {
    std::vector<Provider> providers;
    if (!user.holds(Role::provider_director)) return providers;
    auto all = db.all<Representation>("SELECT * FROM provider_representations WHERE ended_at IS NULL");
    std::erase_if(all, [&](auto& one) { return !represents(user, {one.represented_by}); });
    for (auto& one : all)
        if (!std::ranges::count(providers, one.provider_id, &Provider::id))
            providers.push_back(*find_provider(db, one.provider_id));
    std::ranges::sort(providers,
                      [](auto& a, auto& b) { return std::tie(a.name_sort, a.id) < std::tie(b.name_sort, b.id); });
    return providers;
}

std::vector<Id<User>> people_of_provider(db::Session& db, Id<Provider> provider, Date day) {
    return db.all<Id<User>>(
        "SELECT DISTINCT people.id AS id FROM people JOIN grants ON person_id = people.id"
        " JOIN provider_representations ON represented_by = grants.organisation_id"
        " WHERE provider_id = $1 AND ended_at IS NULL AND disabled_at IS NULL AND role = 'provider_director'"
        " AND scope = 'organisation' AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)",
        provider, day);
}

bool let_represent(const Author& author, Id<Provider> provider, Id<Organisation> organisation) {
    auto standing = representatives_of(author.work, provider);
    if (std::ranges::count(standing, organisation)) return false;
    add(author, Representation{{}, provider, organisation, {}, {}});
    return true;
}

bool end_representation(const Author& author, Id<Representation> id) {
    auto standing = author.work.maybe<Representation>(
        "SELECT * FROM provider_representations WHERE id = $1 AND ended_at IS NULL", id);
    if (!standing) return false;
    auto ended = *standing;
    ended.ended_at = author.now;
    return change(author, *standing, ended);
}

}
