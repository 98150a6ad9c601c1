// There, and back again with a code.
#include "platform/identity/identity_pages.hpp"

#include "platform/auth/action_links.hpp"
#include "platform/auth/password_reset_pages.hpp"
#include "platform/auth/second_factor_pages.hpp"
#include "platform/http/cookies.hpp"
#include "platform/mail/mail.hpp"
#include "platform/time/prague.hpp"

namespace identity {

namespace {

using Entering = Permit<auth::may::Enter>;

Provider& provider_in(const http::Request& request) {
    auto* provider = request.shelf->find<Provider>();
    if (!provider) throw NotFound{};
    return *provider;
}

http::Status status_of(Refusal refusal) {
    switch (refusal) {
    case Refusal::state: return http::bad_request;
    case Refusal::busy:
    case Refusal::unreachable:
    case Refusal::misconfigured: return http::unavailable;
    case Refusal::wait: return http::too_many;
    case Refusal::link_gone: return http::gone;
    default: return http::forbidden;
    }
}

// What the person, or somebody who tries things, may have caused; a provider that is down is nobody's guess.
bool counts_as_failure(Refusal refusal) {
    return refusal == Refusal::state || refusal == Refusal::declined || refusal == Refusal::untrusted ||
           refusal == Refusal::unknown;
}

http::Response refused(const http::Request& request, Refusal refusal, const std::string& again = {}) {
    // What came with the address is in no link of the page, such as the one to another language.
    auto plain = request;
    plain.path = plain.target = request.user->signed_in() ? "/ucet/propojeni" : "/prihlaseni";
    plain.asked = {};
    IdentityRefusalPage page{refusal, again, request.facts->contact_email, request.user->signed_in()};
    auto response = respond(plain, page, status_of(refusal));
    if (refusal == Refusal::busy) response.headers.emplace_back("Retry-After", "5");
    return response;
}

// Refused for good: on record, with a code that tells the operator why, and the cookie of the attempt is gone.
http::Response refused(const http::Request& request, const Entering& permit, Refusal refusal, const std::string& reason,
                       const std::string& again, Id<User> about = {}) {
    permit.trail().note("identity.sign_in", about.uuid, audit::Outcome::failed,
                        reason.empty() ? to_text(refusal) : std::string{to_text(refusal)} + "." + reason);
    if (counts_as_failure(refusal))
        request.use<db::Database>().in_write_transaction(
            [&](db::Session& work) { auth::note_failed_provider(work, request.remote, permit.now()); });
    auto response = refused(request, refusal, again);
    if (!request.user->signed_in()) response.headers.push_back(http::drop_session(*request.facts));
    return response;
}

std::string sign_in_again_at(const std::string& back) {
    return "/prihlaseni/ucet" + (back.empty() || back == "/" ? "" : "?zpet=" + http::encoded(back));
}

// --- there
// -----------------------------------------------------------------------------------------------------------

struct Departure {
    Refusal refusal = Refusal::none;
    std::string state{}, browser{}, address{};
};

// Asks the provider for its addresses if need be; no transaction is open meanwhile.
Departure departure(Provider& provider, std::string browser, Instant now) {
    Provider::Turn turn{provider};
    if (!turn) return {Refusal::busy};
    Departure made{Refusal::none, auth::new_token(), std::move(browser)};
    auto sent = provider.sign_in_address(made.state, nonce_of(made.state, made.browser),
                                         verifier_of(made.state, made.browser), now);
    made.refusal = sent.refusal, made.address = sent.address;
    return made;
}

http::Response depart(const http::Request& request, const Entering& permit, Attempt attempt, const std::string& again) {
    auto& provider = provider_in(request);
    if (auth::wait_before_provider(permit.look(), request.remote, permit.now()).count() > 0)
        return refused(request, Refusal::wait, again);
    auto made = departure(provider, auth::new_token(), permit.now());
    if (made.refusal != Refusal::none) return refused(request, made.refusal, again);
    bool begun = request.use<db::Database>().in_write_transaction([&](db::Session& work) {
        return begin_attempt(work, permit.now(), made.state, made.browser, request.remote, attempt);
    });
    if (!begun) return refused(request, Refusal::wait, again);
    auto response = http::redirect(made.address);
    response.headers.push_back(http::set_session(*request.facts, made.browser));
    return response;
}

}

http::Response begin_sign_in(const http::Request& request, Permit<auth::may::Enter> permit) {
    provider_in(request);
    Attempt attempt;
    attempt.back = auth::own_address(request.asked.first("zpet"));
    if (request.user->signed_in()) return http::redirect(auth::after_sign_in(attempt.back));
    return depart(request, permit, attempt, sign_in_again_at(attempt.back));
}

http::Response begin_by_link(const http::Request& request, Permit<auth::may::Enter> permit) {
    provider_in(request);
    auto link = auth::usable_link(permit.look(), auth::sign_in_link, request.parameter("odkaz"), permit.now());
    if (!link || !link->person_id) return auth::gone_link(request);
    Attempt attempt;
    attempt.back = "/", attempt.person_id = link->person_id, attempt.link_hash = link->token_hash;
    return depart(request, permit, attempt, request.path);
}

namespace {

// --- and back
// --------------------------------------------------------------------------------------------------------

bool links_own_account(const Attempt& attempt) { return attempt.person_id && !attempt.link_hash; }

// Takes the attempt, which is good once, and asks the provider what the code is worth.
Provider::SignedIn heard(const http::Request& request, const Entering& permit, Provider& provider,
                         const Attempt& attempt) {
    Provider::Turn turn{provider};
    if (!turn) return {Refusal::busy};
    bool ours = request.use<db::Database>().in_write_transaction(
        [&](db::Session& work) { return end_attempt(work, attempt, permit.now()); });
    if (!ours) return {Refusal::state};
    if (auto error = request.asked.first("error"); !error.empty())
        return {error == "access_denied" ? Refusal::cancelled : Refusal::declined};
    auto state = request.asked.first("state");
    return provider.sign_in(request.asked.first("code"), request.asked.first("iss"),
                            verifier_of(state, request.session_token), nonce_of(state, request.session_token),
                            permit.now());
}

struct Arrival {
    Refusal refusal = Refusal::none;
    Id<User> about{};
    http::Response response{};
};

std::optional<auth::Person> whose(db::Session& work, const Provider& provider, const Attempt& attempt,
                                  const std::optional<ExternalIdentity>& identity, const Claims& claims) {
    auto id = attempt.person_id;
    if (!id && identity) id = identity->person_id;
    if (id) return work.maybe<auth::Person>("SELECT * FROM people WHERE id = $1", *id);
    if (!provider.settings().link_by_email || claims.email.empty()) return {};
    return auth::person_by_email(work, claims.email);
}

void note_linked(const http::Request& request, const auth::Entrance& at, const auth::Person& person) {
    auto row = at.trail.row("identity.linked", person.id.uuid, audit::Outcome::done);
    row.user_id = person.id, row.organisation_id = person.kept.organisation_id, row.actor = "person";
    audit::insert(at.work, row);
    tell_of_linking(at.work, at.now, person, *request.facts, *request.texts, "identity_linked");
}

// Who the account belongs to, in one transaction; nobody new is made.
Arrival arrive(const http::Request& request, const Entering& permit, db::Session& work, const Provider& provider,
               const Attempt& attempt, const Claims& claims) {
    auto& issuer = provider.settings().issuer;
    auto identity = identity_of(work, issuer, claims.subject);
    auto person = whose(work, provider, attempt, identity, claims);
    if (!person) return {Refusal::unknown};
    if (person->disabled_at) return {Refusal::disabled, person->id};
    auth::Entrance at{work, permit.now(), permit.trail()};
    if (!identity || identity->person_id != person->id) {
        identity =
            link_identity(auth::self(at, *person, "identity provider"), *person, issuer, claims.subject, claims.email);
        if (!identity) return {Refusal::taken, person->id};
        note_linked(request, at, *person);
    }
    if (attempt.link_hash) {
        auto link =
            work.maybe<auth::ActionLink>("SELECT * FROM action_links WHERE token_hash = $1", *attempt.link_hash);
        if (!link || !auth::use_link(work, *link, permit.now())) throw Gone{};    // undoes the linking too
    }
    note_use(work, *identity, permit.now());
    if (links_own_account(attempt)) return {Refusal::none, person->id, http::redirect(attempt.back)};
    if (provider.strong(claims)) at.by = &*identity;
    return {Refusal::none, person->id, auth::enter(request, at, *person, attempt.back)};
}

}

http::Response come_back(const http::Request& request, Permit<auth::may::Enter> permit) {
    auto& provider = provider_in(request);
    bool signed_in = request.user->signed_in();
    auto own_page = std::string{signed_in ? "/ucet/propojeni" : "/prihlaseni/ucet"};
    if (auth::wait_before_provider(permit.look(), request.remote, permit.now()).count() > 0)
        return refused(request, Refusal::wait, own_page);
    auto attempt = open_attempt(permit.look(), request.asked.first("state"), request.session_token, permit.now());
    if (!attempt || (links_own_account(*attempt) && attempt->person_id != request.user->id))
        return refused(request, permit, Refusal::state, "", own_page);
    auto again = signed_in ? own_page : attempt->link_hash ? "" : sign_in_again_at(attempt->back);
    auto said = heard(request, permit, provider, *attempt);
    // The attempt is as good as before: the same address may be asked again.
    if (said.refusal == Refusal::busy) return refused(request, Refusal::busy, request.target);
    if (said.refusal != Refusal::none) return refused(request, permit, said.refusal, said.reason, again);
    auto arrival = request.use<db::Database>().in_write_transaction(
        [&](db::Session& work) { return arrive(request, permit, work, provider, *attempt, said.claims); });
    if (arrival.refusal != Refusal::none) return refused(request, permit, arrival.refusal, "", "", arrival.about);
    return arrival.response;
}

http::PageHead IdentityRefusalPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text(key()), .section = at_own_account ? "/ucet" : "prihlaseni", .staff = at_own_account};
}

void tell_of_linking(db::Session& work, Instant now, const auth::Person& person, const http::SiteFacts& facts,
                     const i18n::Texts& texts, const std::string& what) {
    mail::send(work, now, person.kept.organisation_id,
               {person.email, person.name, texts.text("letter." + what + ".subject"),
                texts.text("letter." + what + ".text", {person.name, to_czech(now), facts.contact_email}), what});
}

// --- the own account
// -------------------------------------------------------------------------------------------------

html::Field LinkingPage::password() const {
    html::Field field{"heslo", "identity.linking.password", "", form.problem_of("heslo")};
    field.type = "password", field.autocomplete = "current-password";
    return field;
}

std::string LinkingPage::since() const { return linked ? to_czech(linked->kept.created_at) : ""; }
std::string LinkingPage::last_used() const {
    return linked && linked->last_used_at ? to_czech(*linked->last_used_at) : "–";
}

http::PageHead LinkingPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("identity.linking.title"), .section = "/ucet", .staff = true};
}

namespace {

using Keeping = Permit<auth::may::KeepOwnAccount>;

auth::Person person_at(db::Session& db, const Keeping& permit) {
    return db.one<auth::Person>("SELECT * FROM people WHERE id = $1", permit.user().id);
}

LinkingPage linking_page(const http::Request& request, db::Session& db, const Keeping& permit,
                         const LinkingForm& form) {
    auto& provider = provider_in(request);
    auto person = person_at(db, permit);
    LinkingPage page{form, person.email, request.form_token};
    page.linked = identity_of(db, provider.settings().issuer, person.id);
    page.has_password = person.password_hash.has_value() && provider.password_may(person.email);
    page.must_stay = !provider.password_may(person.email);
    return page;
}

http::Response begin_linking(const http::Request& request, const Keeping& permit) {
    auto& provider = provider_in(request);
    LinkingForm form{request};
    auto again = [&](const char* problem, http::Status status) {
        form.problem("heslo", problem);
        return respond(request, linking_page(request, permit.look(), permit, form), status);
    };
    auto page = linking_page(request, permit.look(), permit, form);
    if (page.linked) return http::redirect("/ucet/propojeni");
    if (page.has_password) {
        if (form.password.empty()) return again("sign_in.password.missing", http::unprocessable);
        if (auth::wait_before_code(permit.look(), permit.user().id, permit.now()).count() > 0)
            return again("second_step.wait", http::too_many);
        if (!auth::password_fits(person_at(permit.look(), permit).password_hash, form.password)) {
            auth::note_failed_code(permit.db(), permit.user().id, permit.now());
            permit.trail().note("identity.sign_in", permit.user().id.uuid, audit::Outcome::failed, "password");
            return again("second_factor.password.wrong", http::unprocessable);
        }
    }
    auto made = departure(provider, request.session_token, permit.now());
    if (made.refusal != Refusal::none) return refused(request, made.refusal, "/ucet/propojeni");
    Attempt attempt;
    attempt.person_id = permit.user().id, attempt.back = "/ucet/propojeni?hotovo=propojeno";
    if (!begin_attempt(permit.db(), permit.now(), made.state, made.browser, request.remote, attempt))
        return refused(request, Refusal::wait, "/ucet/propojeni");
    // NB: not a redirect: our policy for forms lets none of them lead to another server.
    page.address = made.address;
    return respond(request, page);
}

}

http::Response show_linking(const http::Request& request, Permit<auth::may::KeepOwnAccount> permit) {
    LinkingForm nothing;
    auto page = linking_page(request, permit.look(), permit, nothing);
    page.made = request.asked.first("hotovo") == "propojeno" && page.linked;
    page.ended = request.asked.first("hotovo") == "zruseno" && !page.linked;
    return respond(request, page);
}

http::Response change_linking(const http::Request& request, Permit<auth::may::KeepOwnAccount> permit) {
    auto& provider = provider_in(request);
    auto act = request.values.first("ukon");
    if (act == "zacit") return begin_linking(request, permit);
    if (act != "zrusit") throw NotFound{};
    auto& db = permit.db();
    auto person = person_at(db, permit);
    if (!provider.password_may(person.email)) throw Forbidden{};
    if (auto linked = identity_of(db, provider.settings().issuer, person.id)) {
        auto source = history::keep_source(db, permit.now(), person.id, person.kept.organisation_id, "person", "");
        end_identity({db, permit.now(), person.id, person.kept.organisation_id, source}, *linked);
        audit::insert(db, permit.trail().row("identity.unlinked", person.id.uuid, audit::Outcome::done));
        tell_of_linking(db, permit.now(), person, *request.facts, *request.texts, "identity_unlinked");
    }
    return http::redirect("/ucet/propojeni?hotovo=zruseno");
}

void end_linking(const http::Request& request, const Permit<auth::may::Administer>& permit,
                 const auth::Person& person) {
    auto& db = permit.db();
    auto linked = identities_of(db, person.id);
    if (linked.empty()) return;
    auto& user = permit.user();
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    auto source = history::keep_source(db, permit.now(), user.id, organisation, "person", "");
    for (auto& identity : linked) end_identity({db, permit.now(), user.id, organisation, source}, identity);
    auth::end_all_sessions(db, person.id, permit.now());
    audit::insert(db, permit.trail().row("identity.unlinked", person.id.uuid, audit::Outcome::done));
    tell_of_linking(db, permit.now(), person, *request.facts, *request.texts, "identity_unlinked");
}

}
