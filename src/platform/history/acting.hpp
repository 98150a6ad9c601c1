// What a permit lets one do leaves its author in the history and its act in the audit.
#pragma once

#include "platform/auth/permit.hpp"
#include "platform/history/history.hpp"

namespace history {

// A save of the person who asks, in the transaction of the request.
Author author_of(const auto& permit) {
    auto& user = permit.user();
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    auto source = keep_source(permit.db(), permit.now(), user.id, organisation, "person", "");
    return {permit.db(), permit.now(), user.id, organisation, source};
}

}

namespace audit {

// An act of the domain about a record that the permit is not about: new ones, areas.
void note_done(const auto& permit, const char* act, const Uuid& about) {
    insert(permit.db(), permit.trail().row(act, about, Outcome::done));
}

}
