// Reads contacts in the order in which they are to be tried.
#include "network/providers/contact.hpp"

namespace network {

std::vector<Contact> contacts_of(db::Session& db, const Uuid& owner) {
    return db.all<Contact>("SELECT * FROM contacts WHERE owner_id = $1 ORDER BY position, id", owner);
}

std::vector<Contact> contacts_for_service(db::Session& db, const Uuid& service, const Uuid& provider) {
    auto own = contacts_of(db, service);
    return own.empty() ? contacts_of(db, provider) : own;
}

}
