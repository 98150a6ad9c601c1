// Styles, scripts, icons and fonts at /assets/NAME: under names with a hash, so that browsers keep them for good.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/html/asset_names.hpp"
#include "platform/http/routes.hpp"

namespace http {

html::AssetNames asset_names();    // out of the manifest that the binary carries
Quick quick_assets();
Response show_asset(const Request&, Permit<auth::may::Read>);

}
