// What the sheets of a network share: what they choose from, and what they check alike.
#pragma once

#include "network/editing/sheet.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/network_staff_pages.hpp"

namespace network {

// What the forms of a network choose from: its members and proposals, providers, lists, territory.
struct AroundNetwork {
    const ServiceNetwork& network;
    CodeLists lists;
    Territory territory;
    std::vector<Provider> providers;
    std::vector<ListedMember> members;
    std::vector<DevelopmentProposal> proposals;

    static AroundNetwork read(db::Session& db, const ServiceNetwork& network, Date day) {
        return {network,
                CodeLists::read(db, day),
                Territory::read(db, day),
                list_providers(db),
                all_members_of(db, network.id),
                proposals_of(db, network.id)};
    }
    const Provider* provider(const std::string& slug) const {
        auto found = std::ranges::find(providers, slug, &Provider::slug);
        return found == providers.end() ? nullptr : &*found;
    }
    const Provider* provider(const std::optional<Id<Provider>>& id) const {
        if (!id) return nullptr;
        auto found = std::ranges::find(providers, *id, &Provider::id);
        return found == providers.end() ? nullptr : &*found;
    }
    const ListedMember* member(const std::string& slug) const {
        auto found = std::ranges::find(members, slug, &ListedMember::service_slug);
        return found == members.end() ? nullptr : &*found;
    }
    const ListedMember* member(const std::optional<Id<Service>>& id) const {
        if (!id) return nullptr;
        auto found = std::ranges::find(members, *id, [](auto& one) { return one.member.service_id; });
        return found == members.end() ? nullptr : &*found;
    }
    std::string provider_words(const DevelopmentProposal& proposal) const {
        auto known = provider(proposal.provider_id);
        return known ? known->shown_name() : proposal.provider_name.value_or("");
    }
};

// Says once at the field and line by line above the form what was not understood.
void not_understood(SheetPage&, const char* field, const char* key, const std::string& wording, const i18n::Texts&);
// Capacities as they are typed, a line each.
void check_capacities(SheetPage&, const char* field, const CodeLists&, const i18n::Texts&);
// Whether each text is short enough to be kept.
void check_length(SheetPage&);

// An empty board of the network's staff pages, to be filled.
NetworkBoardPage board(const http::Request&, const ServiceNetwork&, const char* title, const char* lead);

}
