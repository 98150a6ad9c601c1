// How the region's staff answer a wish: field by field, corrected, or given back.
#pragma once

#include "network/proposals/proposal_pages.hpp"

namespace network {

struct ProposalDecisionPage {
    Proposal proposal;
    Provider provider;
    std::string subject;
    std::string shown_at;
    Sheet now;
    std::vector<WishedField> fields;
    std::string proposed_by, decided_by;
    std::string remark;    // as typed
    std::string form_token;
    std::vector<html::Problem> problems{};
    std::vector<html::Note> notes{};
    std::string done{};    // text key

    std::string address() const { return "/sprava/navrhy/" + to_text(proposal.id); }
    html::Tag tag(html::Out& out) const { return proposal_tag(proposal.state, out); }
    html::ErrorSummary summary() const { return {problems}; }
    html::Area remark_area() const;
    std::string moment(Instant) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.proposal.id), visit("kind", page.proposal.kind), visit("state", page.proposal.state);
        visit("provider", page.provider.slug), visit("subject", page.subject), visit("note", page.proposal.note);
        visit("remark", page.proposal.remark), visit("fields", page.fields.size()), visit("problems", page.problems);
    }
    void write(html::Out&) const;
};

http::Response show_proposal(const http::Request&, Permit<may::DecideProposal>);
http::Response decide_proposal(const http::Request&, Permit<may::DecideProposal>);

// Fields that hold without approval.
struct TrustPage {
    struct Kind {
        std::string kind;
        std::vector<html::Choice> fields;
        html::CheckGroup group() const;
    };
    std::vector<Kind> kinds;
    std::string form_token;
    bool saved = false;

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("kinds", page.kinds.size()); }
    void write(html::Out&) const;
};

http::Response show_trust(const http::Request&, Permit<may::KeepCatalogue>);
http::Response change_trust(const http::Request&, Permit<may::KeepCatalogue>);

}
