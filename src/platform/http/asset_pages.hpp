// Styles, scripts, icons and fonts at /assets/NAME: under names with a hash, so that browsers keep them for good.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/html/asset_names.hpp"
#include "platform/http/routes.hpp"

namespace http {

html::AssetNames asset_names();                                // out of the manifest that the binary carries
std::string asset_address(std::string_view name_in_source);    // map.js as /assets/map-0123456789.js
Quick quick_assets();
Response show_asset(const Request&, Permit<auth::may::Read>);

}
