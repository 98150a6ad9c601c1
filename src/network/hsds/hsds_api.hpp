// The addresses under /api/hsds/: HSDS 3.1, read only, open to everybody and to other sites' scripts.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/http/routes.hpp"

namespace network::hsds {

using auth::may::Read;

http::Response show_api(const http::Request&, Permit<Read>);
http::Response list_services(const http::Request&, Permit<Read>);
http::Response show_service(const http::Request&, Permit<Read>);
http::Response list_organizations(const http::Request&, Permit<Read>);
http::Response show_organization(const http::Request&, Permit<Read>);
http::Response list_service_at_locations(const http::Request&, Permit<Read>);
http::Response show_service_at_location(const http::Request&, Permit<Read>);
http::Response list_taxonomies(const http::Request&, Permit<Read>);
http::Response show_taxonomy(const http::Request&, Permit<Read>);
http::Response list_taxonomy_terms(const http::Request&, Permit<Read>);
http::Response show_taxonomy_term(const http::Request&, Permit<Read>);

}
