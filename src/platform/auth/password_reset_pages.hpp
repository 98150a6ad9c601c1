// A forgotten password: asking for a link by mail, and setting a new password with it.  Whether the account exists
// shows neither in the answer nor in the time it takes: the link is made by a job that is queued either way.
#pragma once

#include "platform/auth/sign_in_pages.hpp"

namespace i18n {
class Languages;
}
namespace jobs {
class Workers;
}

namespace auth {

inline constexpr auto reset_holds = std::chrono::hours{1};
// Letters to one account: not more often than so, and not more in a day.
inline constexpr auto between_resets = std::chrono::minutes{5};
inline constexpr std::int64_t resets_of_day = 5;

struct ForgottenForm : http::Form {
    ForgottenForm() = default;
    explicit ForgottenForm(const http::Request&);
    std::string email = plain_email(text("email"));
};

struct ForgottenPage {
    const ForgottenForm& form;
    std::string form_token;    // of whoever is signed in here already
    bool asked = false;
    std::int64_t wait_seconds = 0;

    html::Field email() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("asked", page.asked), visit("wait_seconds", page.wait_seconds);
    }
    void write(html::Out&) const;
};

// Of a link that was used, ran out, was replaced by a newer one, or never was.
struct GoneLinkPage {
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto&, auto&) {}
    void write(html::Out&) const;
};

http::Response show_forgotten(const http::Request&, Permit<may::Enter>);
http::Response ask_for_reset(const http::Request&, Permit<may::Enter>);
http::Response show_reset(const http::Request&, Permit<may::Enter>);
http::Response reset_password(const http::Request&, Permit<may::Enter>);

http::Response gone_link(const http::Request&);

// Tells a person that their password was changed, so that they can object.
void tell_of_new_password(db::Session& work, Instant now, const Person&, const http::SiteFacts&, const i18n::Texts&);
void send_invitation(db::Session& work, Instant now, const Person&, const std::string& link, Instant until,
                     const http::SiteFacts&, const i18n::Texts&);

// Makes the link and its letter.
void know_reset_jobs(jobs::Workers&, const http::SiteFacts&, const i18n::Languages&);

}
