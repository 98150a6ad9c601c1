// Keeping drafts, throwing them away, and the offer of one above its form.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/drafts/draft.hpp"
#include "platform/html/field.hpp"
#include "platform/http/respond.hpp"

namespace drafts {

namespace may {

// What one typed oneself and has not saved yet.
struct KeepOwnDrafts {
    using About = Everything;
    static constexpr auto name = "drafts.keep_own";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

}

// Answered to the script that saves while one types.
struct DraftKept {
    bool kept;
    std::string time;    // 14.05

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& answer, auto& visit) { visit("kept", answer.kept), visit("time", answer.time); }
    void write(html::Out&) const;
};

http::Response keep_draft(const http::Request&, Permit<may::KeepOwnDrafts>);
http::Response drop_draft(const http::Request&, Permit<may::KeepOwnDrafts>);

// Above a form: what of it was not saved, and what this browser alone knows.
struct DraftOffer {
    std::string form;
    std::string person;    // whose this browser's copy must be
    std::string form_token;
    std::optional<Draft> draft{};
    bool restored = false;     // it is in the form now
    bool just_kept = false;    // by the button
    bool older = false;        // the record was saved since

    static DraftOffer read(const http::Request&, db::Session&, const std::string& form);
    std::string restore_at() const { return form + "?koncept=obnovit"; }
    std::string moment() const;
    void write(html::Out&) const;
};

// In the form itself: its address, and the button for those without a script.
struct DraftButton {
    std::string form;
    void write(html::Out&) const;
};

}
