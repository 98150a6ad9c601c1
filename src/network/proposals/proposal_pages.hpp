// A provider's wishes: the sheets on which they are written, and each of them with its answer.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "network/proposals/proposal_list.hpp"
#include "network/proposals/word_difference.hpp"

namespace network {

// One field of a wish, as pages show it.
struct WishedField {
    ProposalField kept;
    const SheetField* field = nullptr;    // nothing where the record no longer has it
    std::string label;
    TextDifference difference;    // from what is public, or was, to what is wished
    std::string meanwhile{};      // what stood there when it was wished, where that is no longer so
    bool changed_meanwhile = false;
    std::string accepted{};                               // where it was corrected
    std::string value{};                                  // in the control of who decides
    std::string decision{};                               // ano, ne
    std::optional<std::string> problem{}, undecided{};    // with the value; with the decision

    bool decidable() const { return field && kept.outcome == "waiting"; }
    bool forgotten() const { return !kept.new_value; }
    SheetControl control() const { return {*field, value, problem}; }
    html::RadioGroup choice(html::Out&) const;
    html::Hidden public_now(const Sheet& now) const { return {"bylo." + kept.field, value_in(now, kept.field)}; }
    html::Tag outcome(html::Out&) const;
};

// Of a new service what was wished is all there is, also once it was made.
std::optional<EditedRecord> record_of_proposal(const http::Request&, db::Session&, const Proposal&);

// In the order of the sheet; compared with what is public now, or with what was when they were wished.
std::vector<WishedField> wished_fields(db::Session&, const Proposal&, const EditedRecord*, const i18n::Texts&,
                                       bool with_now);

struct ProposalPage {
    Proposal proposal;
    Provider provider;
    std::string subject;
    std::string shown_at;
    std::vector<WishedField> fields;
    std::string proposed_by, decided_by;
    std::string form_token;
    std::string done{};    // text key of what was just done

    std::string address(const char* rest = "") const { return "/navrhy/" + to_text(proposal.id) + rest; }
    html::Tag tag(html::Out& out) const { return proposal_tag(proposal.state, out); }
    std::string moment(Instant) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.proposal.id), visit("kind", page.proposal.kind), visit("state", page.proposal.state);
        visit("subject", page.subject), visit("note", page.proposal.note), visit("remark", page.proposal.remark);
        visit("fields", page.fields.size());
    }
    void write(html::Out&) const;
};

http::Response show_service_wish(const http::Request&, Permit<may::ProposeService>);
http::Response wish_service(const http::Request&, Permit<may::ProposeService>);
http::Response show_provider_wish(const http::Request&, Permit<may::ProposeProvider>);
http::Response wish_provider(const http::Request&, Permit<may::ProposeProvider>);
http::Response show_new_service_wish(const http::Request&, Permit<may::ProposeProvider>);
http::Response wish_new_service(const http::Request&, Permit<may::ProposeProvider>);
http::Response show_facility_wish(const http::Request&, Permit<may::ProposeFacility>);
http::Response wish_facility(const http::Request&, Permit<may::ProposeFacility>);
http::Response show_premises_wish(const http::Request&, Permit<may::ProposePremises>);
http::Response wish_premises(const http::Request&, Permit<may::ProposePremises>);

http::Response show_own_proposal(const http::Request&, Permit<may::KeepOwnProposal>);
http::Response show_wish_again(const http::Request&, Permit<may::KeepOwnProposal>);
http::Response wish_again(const http::Request&, Permit<may::KeepOwnProposal>);
http::Response withdraw_proposal(const http::Request&, Permit<may::KeepOwnProposal>);

}
