// What a service says of its places and plans, as the region's staff keep it: full, will grow, waits for a tender,
// seeks staff; about which territory, since when and until when.
#pragma once

#include "network/editing/edit_pages.hpp"

namespace network {

http::Response show_new_state(const http::Request&, Permit<may::EditService>);
http::Response new_state(const http::Request&, Permit<may::EditService>);
http::Response show_state(const http::Request&, Permit<may::EditService>);
http::Response change_state(const http::Request&, Permit<may::EditService>);

}
