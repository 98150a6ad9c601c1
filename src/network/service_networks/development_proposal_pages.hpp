// What is proposed for a network: the list, a new one, one of them.
#pragma once

#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/network_staff_pages.hpp"

namespace network {

html::Tag proposal_tag(const std::string& state, const i18n::Texts&);

http::Response list_proposals(const http::Request&, Permit<may::KeepNetwork>);
http::Response export_proposals(const http::Request&, Permit<may::KeepNetwork>);
http::Response show_new_proposal(const http::Request&, Permit<may::KeepNetwork>);
http::Response new_proposal(const http::Request&, Permit<may::KeepNetwork>);
http::Response show_proposal(const http::Request&, Permit<may::KeepNetwork>);
http::Response edit_proposal(const http::Request&, Permit<may::KeepNetwork>);

}
