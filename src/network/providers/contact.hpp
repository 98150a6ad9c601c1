// How a provider, a service, a facility or a related service is reached.
#pragma once

#include "network/keeping.hpp"

namespace network {

struct Contact {
    Id<Contact> id{};
    Id<void> owner_id{};
    std::string kind{};    // phone, email, web, data_box
    std::string value{};
    std::optional<std::string> label{};    // a role or an occasion, never a person out of the register
    std::int64_t position = 1;
    Kept kept{};

    static constexpr auto table = "contacts";
    static constexpr auto content = "network";
    static void each_field(auto& contact, auto& visit) {
        visit("id", contact.id), visit("owner_id", contact.owner_id), visit("kind", contact.kind);
        visit("value", contact.value), visit("label", contact.label), visit("position", contact.position);
        Kept::each_field(contact.kept, visit);
    }
};

std::vector<Contact> contacts_of(db::Session&, const Uuid& owner);
// The service's own contacts, else its provider's.
std::vector<Contact> contacts_for_service(db::Session&, const Uuid& service, const Uuid& provider);

}
