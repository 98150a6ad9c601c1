// Changing a code as of a day or putting it right, ending it, adding one: forms that say what will happen.
#pragma once

#include "network/code_lists/code_item_pages.hpp"

namespace network {

http::Response show_change_code(const http::Request&, Permit<may::KeepCodeLists>);
http::Response change_code(const http::Request&, Permit<may::KeepCodeLists>);
http::Response show_end_code(const http::Request&, Permit<may::KeepCodeLists>);
http::Response end_code_on(const http::Request&, Permit<may::KeepCodeLists>);
http::Response show_new_code(const http::Request&, Permit<may::KeepCodeLists>);
http::Response new_code(const http::Request&, Permit<may::KeepCodeLists>);

}
