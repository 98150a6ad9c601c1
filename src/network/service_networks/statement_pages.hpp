// What municipalities say of a network's services and proposals: the list, a new statement, one of them.
#pragma once

#include "network/service_networks/network_staff_pages.hpp"

namespace network {

http::Response list_statements(const http::Request&, Permit<may::KeepNetwork>);
http::Response show_new_statement(const http::Request&, Permit<may::KeepNetwork>);
http::Response new_statement(const http::Request&, Permit<may::KeepNetwork>);
http::Response show_statement(const http::Request&, Permit<may::KeepNetwork>);
http::Response edit_statement(const http::Request&, Permit<may::KeepNetwork>);

}
