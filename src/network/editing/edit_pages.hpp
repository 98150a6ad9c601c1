// Plain pages on which the region's staff keep services and providers.
#pragma once

#include "network/editing/service_sheet.hpp"
#include "network/permissions.hpp"

namespace network {

// A save of the person who asks, in the transaction of the request.
Author author_of(const auto& permit) {
    auto& user = permit.user();
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    auto source = history::keep_source(permit.db(), permit.now(), user.id, organisation, "person", "");
    return {permit.db(), permit.now(), user.id, organisation, source};
}

// An act of the domain about a record that the permit is not about: new ones, areas.
void note_done(const auto& permit, const char* act, const Uuid& about) {
    audit::insert(permit.db(), permit.trail().row(act, about, audit::Outcome::done));
}

// As what somebody vouches for facts: their widest role, in words.
std::string role_in_words(const User&, const i18n::Texts&);

http::Response show_edit_service(const http::Request&, Permit<may::EditService>);
http::Response edit_service(const http::Request&, Permit<may::EditService>);
http::Response show_new_service(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_service(const http::Request&, Permit<may::KeepCatalogue>);

http::Response show_edit_provider(const http::Request&, Permit<may::EditProvider>);
http::Response edit_provider(const http::Request&, Permit<may::EditProvider>);
http::Response show_new_provider(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_provider(const http::Request&, Permit<may::KeepCatalogue>);

}
