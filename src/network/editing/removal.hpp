// Rows that carry no time of validity: taken away, with what they said kept in the history of whose they were.
#pragma once

#include "network/providers/contact.hpp"
#include "network/services/service_step.hpp"

namespace network {

void remove_contact(const Author&, const Contact&, const char* owner_table, const Uuid& owner, const std::string& wording);
void remove_step(const Author&, const ServiceStep&, const char* owner_table, const Uuid& owner, const std::string& wording);

}
