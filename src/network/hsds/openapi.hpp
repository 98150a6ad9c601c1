// The description of the whole interface by OpenAPI 3.1: what stands in data/openapi.json, and every page that the
// routes know.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/http/routes.hpp"

namespace network::hsds {

// Expects the http::Routes on the shelf.
http::Response show_openapi(const http::Request&, Permit<auth::may::Read>);

}
