// Plain pages on which the region's staff keep services and providers.
#pragma once

#include "network/editing/service_sheet.hpp"
#include "network/permissions.hpp"
#include "platform/history/acting.hpp"

namespace network {

using audit::note_done;
using history::author_of;

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
