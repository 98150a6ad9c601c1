// Reads answers as wishes for a network and makes members and proposals of them.
#include "network/collections/taking_over.hpp"

#include "network/editing/sheet.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_words.hpp"

namespace network {

namespace {

// Typed capacities as tokens; a recipient's first form where none is said stays without one.
std::string capacities_said(const std::string& typed, const CodeLists& lists) {
    return read_capacities(typed, lists).tokens;
}

struct Reading {
    const std::vector<CollectionQuestion>& questions;
    const Said& said;

    std::string of(const char* meaning, const std::optional<Id<Service>>& service = {}) const {
        for (auto& question : questions) {
            if (question.meaning != meaning || question.per_service != service.has_value()) continue;
            auto at = said.find(said_key(question, service));
            if (at != said.end()) return at->second;
        }
        return {};
    }
};

// The type named by its words; otherwise that of the recipient's first service, since a proposal must have one.
std::string type_said(const std::string& words, const std::vector<Service>& services, const CodeLists& lists,
                      Date day) {
    for (auto item : lists.items("service_types", day))
        if (item->name_cs == words) return item->code;
    return services.empty() ? "" : services.front().type_code;
}

std::optional<NetworkWish> wish_of(const Service& service, const Reading& reading,
                                   const std::vector<ListedMember>& members, const CodeLists& lists) {
    auto stays = reading.of("stays", service.id);
    if (stays.empty()) return {};
    NetworkWish wish;
    wish.service = service, wish.reason = reading.of("reason", service.id);
    wish.capacities = capacities_said(reading.of("capacity", service.id), lists);
    for (auto& one : members)
        if (one.member.service_id == service.id) wish.member = one.member;
    if (stays == "ne") {
        wish.kind = NetworkWish::leaves, wish.done = !wish.member;
        return wish;
    }
    if (!wish.member) wish.kind = NetworkWish::enters;
    else if (wish.capacities.empty() || wish.capacities == wish.member->capacities)
        wish.kind = NetworkWish::stays, wish.done = true;
    else wish.kind = NetworkWish::changes;
    return wish;
}

}

std::vector<NetworkWish> wishes_of(db::Session& db, const Collection& collection, const ServiceNetwork& network) {
    std::vector<NetworkWish> wishes;
    auto lists = CodeLists::read(db, collection.deadline);
    auto questions = questions_of(db, collection.id);
    auto answers = answers_of(db, collection.id);
    auto members = all_members_of(db, network.id);
    auto proposals = proposals_of(db, network.id);
    for (auto& recipient : recipients_of(db, collection.id)) {
        auto answer = answers.find(recipient.id);
        if (answer == answers.end() || !answer->second.sent_at) continue;
        auto said = answer->second.values();
        Reading reading{questions, said};
        auto services = services_asked(db, recipient, collection.deadline);
        for (auto& service : services)
            if (auto wish = wish_of(service, reading, members, lists)) {
                wish->recipient = recipient, wish->key = to_text(recipient.id) + "/" + to_text(service.id);
                wishes.push_back(std::move(*wish));
            }
        auto name = reading.of("proposal_name");
        if (name.empty()) continue;
        NetworkWish wish;
        wish.kind = NetworkWish::proposes, wish.key = to_text(recipient.id), wish.recipient = recipient;
        wish.proposal_name = name, wish.reason = reading.of("proposal_reason");
        wish.capacities = capacities_said(reading.of("proposal_capacity"), lists);
        wish.type_code = type_said(reading.of("proposal_type"), services, lists, collection.deadline);
        wish.done = std::ranges::any_of(proposals, [&](auto& one) {
            return one.name == name && (recipient.provider() ? one.provider_id == recipient.provider()
                                                             : one.provider_name == recipient.name);
        });
        wishes.push_back(std::move(wish));
    }
    return wishes;
}

bool take_over(const Author& author, const Collection& collection, const ServiceNetwork& network,
               const NetworkWish& wish) {
    if (wish.done) return false;
    auto as_said = author;
    as_said.source = history::keep_source(author.work, author.now, author.user, author.organisation, "document",
                                          collection.title + ": " + wish.recipient.name,
                                          "/sprava/sbery/" + to_text(collection.id) + "/odpovedi");
    auto reason = text_or_nothing(wish.reason);
    switch (wish.kind) {
    case NetworkWish::stays: return false;
    case NetworkWish::leaves:
        return leave_network(as_said, *wish.member,
                             std::max(network.validity.valid_from, wish.member->validity.valid_from), reason, {});
    case NetworkWish::changes: {
        auto after = *wish.member;
        after.capacities = wish.capacities;
        if (reason) after.entered_reason = reason;
        return change_member(as_said, *wish.member, after);
    }
    case NetworkWish::enters: {
        NetworkMember member;
        member.network_id = network.id, member.service_id = wish.service->id, member.validity = network.validity;
        member.capacities = wish.capacities, member.entered_reason = reason;
        return enter(as_said, member).has_value();
    }
    case NetworkWish::proposes: {
        DevelopmentProposal proposal;
        proposal.network_id = network.id, proposal.name = wish.proposal_name, proposal.type_code = wish.type_code;
        proposal.provider_id = wish.recipient.provider();
        if (!proposal.provider_id) proposal.provider_name = wish.recipient.name;
        proposal.capacities = wish.capacities, proposal.reason = wish.reason;
        add(as_said, proposal);
        return true;
    }
    }
    return false;
}

}
