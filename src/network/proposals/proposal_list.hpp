// Wishes of providers as lists: the own ones, and those that the region's staff decide.
#pragma once

#include "network/permissions.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct ListedProposal {
    Id<Proposal> id{};
    std::string kind{};
    std::optional<Id<void>> record_id{};
    Id<Provider> provider_id{};
    std::string title{};    // of the record; empty for a secret place
    std::string state{};
    std::string provider_slug{};
    std::string provider_name{};
    std::string who{};
    std::int64_t fields = 0;
    Instant proposed_at{};
    std::optional<Instant> decided_at{};

    static void each_field(auto& proposal, auto& visit) {
        visit("id", proposal.id), visit("kind", proposal.kind), visit("record_id", proposal.record_id);
        visit("provider_id", proposal.provider_id), visit("title", proposal.title), visit("state", proposal.state);
        visit("provider_slug", proposal.provider_slug), visit("provider_name", proposal.provider_name);
        visit("who", proposal.who), visit("fields", proposal.fields), visit("proposed_at", proposal.proposed_at);
        visit("decided_at", proposal.decided_at);
    }
};

// What of the list is asked for, as its address says it.
struct ProposalFilter {
    std::string state;       // a state; vse
    std::string kind;        // nothing: all
    std::string provider;    // slug; nothing: all
    std::string order;       // nejstarsi, nejnovejsi, poskytovatel

    ProposalFilter(const http::Request&, const char* state_unless_asked);
    bool takes(const ListedProposal&) const;
    std::string address(const std::string& of_list) const;    // ends with the question mark or an ampersand
};

struct ProposalListPage {
    bool own = false;
    ProposalFilter filter;
    std::vector<html::Choice> providers{};
    std::vector<ListedProposal> proposals{};    // of this page
    bool may_trust = false;                     // chooses which fields hold without approval
    std::int64_t total = 0, all = 0, page = 1, pages = 1;

    std::string address() const { return own ? "/navrhy" : "/sprava/navrhy"; }
    std::string title() const { return own ? "proposals.own.title" : "proposals.title"; }
    std::string lead() const { return own ? "proposals.own.lead" : "proposals.lead"; }
    std::string csv() const { return filter.address(own ? "/navrhy.csv" : "/sprava/navrhy.csv"); }
    html::Select states(html::Out&) const;
    html::Select kinds(html::Out&) const;
    html::Select of_provider(html::Out&) const;
    html::Select order(html::Out&) const;
    html::Table table(html::Out&) const;
    html::Pager pager() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("total", page.total), visit("page", page.page), visit("pages", page.pages);
        visit("proposals", page.proposals);
    }
    void write(html::Out&) const;
};

html::Tag proposal_tag(const std::string& state, html::Out&);
// „Služba Kormidlo doma“: what it is and what it is called.
std::string proposal_subject(const std::string& kind, const std::string& title, const i18n::Texts&);

// How many wait for this person's decision, and how many of the own were returned.
std::int64_t count_waiting_proposals(db::Session&, const User&);
std::int64_t count_returned_proposals(db::Session&, const User&);

http::Response list_proposals(const http::Request&, Permit<may::ListProposals>);
http::Response export_proposals(const http::Request&, Permit<may::ListProposals>);
http::Response list_own_proposals(const http::Request&, Permit<may::ListOwnProposals>);
http::Response export_own_proposals(const http::Request&, Permit<may::ListOwnProposals>);

}
