// Asks for, makes and uses links for a forgotten password.
#include "platform/auth/password_reset_pages.hpp"

#include "platform/auth/action_links.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"
#include "platform/time/prague.hpp"

namespace auth {

namespace {

constexpr auto reset_job = "auth.password_reset";

// At most so many letters, so that nobody fills another's mailbox.  Said to nobody: it would tell who has an account.
bool may_send_reset(db::Session& db, Id<User> person, Instant now) {
    auto made = db.all<Instant>("SELECT made_at FROM action_links WHERE kind = $1 AND person_id = $2 AND made_at > $3"
                                " ORDER BY made_at DESC",
                                reset_link, person, now - std::chrono::hours{24});
    return made.empty() || (std::int64_t(made.size()) < resets_of_day && now - made.front() >= between_resets);
}

void send_reset(db::Session& work, Instant now, Id<User> id, const http::SiteFacts& facts, const i18n::Texts& texts) {
    auto person = work.maybe<Person>("SELECT * FROM people WHERE id = $1", id);
    if (!person || person->disabled_at || !may_send_reset(work, id, now)) return;
    revoke_links(work, reset_link, id, now);
    auto token = make_link(work, now, person->kept.organisation_id, reset_link, id, {}, reset_holds);
    mail::send(
        work, now, person->kept.organisation_id,
        {person->email, person->name, texts.text("letter.password_reset.subject"),
         texts.text("letter.password_reset.text", {person->name, facts.public_url + "/zapomenute-heslo/" + token,
                                                   to_czech(now + reset_holds), facts.public_url, facts.contact_email}),
         "password_reset"});
}

// The person whose link this is, if both may still be used.
struct ResetLink {
    ActionLink link;
    Person person;
};
std::optional<ResetLink> usable_reset(const http::Request& request, const Permit<may::Enter>& permit) {
    auto link = usable_link(permit.look(), reset_link, request.parameter("odkaz"), permit.now());
    if (!link || !link->person_id) return {};
    auto person = permit.look().maybe<Person>("SELECT * FROM people WHERE id = $1", *link->person_id);
    if (!person || person->disabled_at) return {};
    return ResetLink{*link, *person};
}

}

ForgottenForm::ForgottenForm(const http::Request& request) : Form{request} {
    if (email.empty()) problem("email", "sign_in.email.missing");
    else if (!mail::is_address(email)) problem("email", "forgotten.email.wrong");
}

html::Field ForgottenPage::email() const {
    auto field = form.field("email", "sign_in.email");
    field.type = "email", field.autocomplete = "username";
    return field;
}

http::PageHead ForgottenPage::head(const i18n::Texts& texts) const { return {.title = texts.text("forgotten.title")}; }
http::PageHead GoneLinkPage::head(const i18n::Texts& texts) const { return {.title = texts.text("gone_link.title")}; }

http::Response gone_link(const http::Request& request) { return respond(request, GoneLinkPage{}, http::gone); }

http::Response show_forgotten(const http::Request& request, Permit<may::Enter>) {
    return respond(request, ForgottenPage{ForgottenForm{}, request.form_token});
}

http::Response ask_for_reset(const http::Request& request, Permit<may::Enter> permit) {
    ForgottenForm form{request};
    if (!form.clean()) return respond(request, ForgottenPage{form, request.form_token}, http::unprocessable);
    auto wait = wait_before_reset(permit.look(), request.remote, permit.now());
    if (wait.count() > 0) {
        form.problem("email", "forgotten.wait");
        auto response = respond(request, ForgottenPage{form, request.form_token, false, wait.count()}, http::too_many);
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return response;
    }
    // The same look, the same rows for whoever asks: a stranger cannot tell from the time who has an account.
    auto person = person_by_email(permit.look(), form.email);
    auto about = person ? person->id : Id<User>{};
    note_reset(permit.db(), request.remote, permit.now());
    jobs::enqueue(permit.db(), permit.now(), {}, Id<Organisation>{}, reset_job,
                  to_text(about) + " " + std::string{request.texts->language()});
    return respond(request, ForgottenPage{form, request.form_token, true});
}

http::Response show_reset(const http::Request& request, Permit<may::Enter> permit) {
    auto found = usable_reset(request, permit);
    if (!found) return gone_link(request);
    SignInLinkPage page{LinkForm{},          request.parameter("odkaz"), found->person.name,
                        found->person.email, request.form_token,         true};

    return respond(request, page);
}

http::Response reset_password(const http::Request& request, Permit<may::Enter> permit) {
    auto found = usable_reset(request, permit);
    if (!found) return gone_link(request);
    auto& [link, person] = *found;
    LinkForm form{request, person.email};
    if (!form.clean()) {
        SignInLinkPage page{form, request.parameter("odkaz"), person.name, person.email, request.form_token, true};
        return respond(request, page, http::unprocessable);
    }
    auto hash = hash_password(form.password);
    auto& db = permit.db();
    if (!use_link(db, link, permit.now())) return gone_link(request);
    set_password(self(Entrance::of(permit), person, "forgotten password"), person, hash);
    end_all_sessions(db, person.id, permit.now());
    tell_of_new_password(db, permit.now(), person, *request.facts, *request.texts);
    auto row = permit.trail().row("auth.password_reset", person.id.uuid, audit::Outcome::done);
    row.organisation_id = person.kept.organisation_id;
    audit::insert(db, row);
    // Who holds the mailbox chose the password; signing in asks for the rest.
    return http::redirect("/prihlaseni?heslo=nove");
}

void tell_of_new_password(db::Session& work, Instant now, const Person& person, const http::SiteFacts& facts,
                          const i18n::Texts& texts) {
    mail::send(work, now, person.kept.organisation_id,
               {person.email, person.name, texts.text("letter.password_changed.subject"),
                texts.text("letter.password_changed.text",
                           {person.name, to_czech(now), facts.public_url + "/zapomenute-heslo", facts.contact_email}),
                "password_changed"});
}

void send_invitation(db::Session& work, Instant now, const Person& person, const std::string& link, Instant until,
                     const http::SiteFacts& facts, const i18n::Texts& texts) {
    mail::send(work, now, person.kept.organisation_id,
               {person.email, person.name, texts.text("letter.invitation.subject"),
                texts.text("letter.invitation.text",
                           {person.name, link, to_czech(until), facts.region_name, facts.contact_email}),
                "invitation"});
}

void know_reset_jobs(jobs::Workers& workers, const http::SiteFacts& facts, const i18n::Languages& languages) {
    workers.know(reset_job, [&facts, &languages](jobs::Run& run) -> std::string {
        auto& input = run.job().input;
        auto person = Id<User>::parse(input.substr(0, 36));
        auto& texts = input.ends_with(" en") ? languages.english() : languages.czech();
        if (person)
            run.database().in_write_transaction(
                [&](db::Session& work) { send_reset(work, run.now(), *person, facts, texts); });
        return {};
    });
}

}
