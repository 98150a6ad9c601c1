// Which organisation stands for which provider: its directors see the provider's services at work and propose changes.
#pragma once

#include "network/providers/provider.hpp"

namespace network {

struct Representation {
    Id<Representation> id{};
    Id<Provider> provider_id{};
    Id<Organisation> represented_by{};
    std::optional<Instant> ended_at{};
    Kept kept{};

    static constexpr auto table = "provider_representations";
    static void each_field(auto& representation, auto& visit) {
        visit("id", representation.id), visit("provider_id", representation.provider_id);
        visit("represented_by", representation.represented_by), visit("ended_at", representation.ended_at);
        Kept::each_field(representation.kept, visit);
    }
};

// Those that stand for it now.
std::vector<Id<Organisation>> representatives_of(db::Session&, Id<Provider>);
bool represents(const User&, const std::vector<Id<Organisation>>&);
// By name.
std::vector<Provider> providers_represented_by(db::Session&, const User&);
// Directors who act for the provider now.
std::vector<Id<User>> people_of_provider(db::Session&, Id<Provider>, Date day);

// False where it stands for the provider already.
bool let_represent(const Author&, Id<Provider>, Id<Organisation>);
// False where it did not.
bool end_representation(const Author&, Id<Representation>);

}
