// Handlers: ask, check, do, answer.
#include "platform/auth/sign_in_pages.hpp"

#include "platform/auth/action_links.hpp"
#include "platform/auth/password_reset_pages.hpp"
#include "platform/auth/second_factor_pages.hpp"
#include "platform/drafts/draft.hpp"
#include "platform/http/cookies.hpp"
#include "platform/identity/external_identity.hpp"
#include "platform/identity/provider.hpp"

namespace auth {

// One slash, and nothing that a browser would read as another site.
std::string own_address(const std::string& back) {
    if (back.size() < 2 || back[0] != '/' || back[1] == '/' || back[1] == '\\') return "/";
    for (unsigned char c : back)
        if (c <= ' ' || c == 0x7f || c == '\\') return "/";
    return back;
}

std::string after_sign_in(const std::string& back) {
    auto address = own_address(back);
    return address == "/" ? "/prehled" : address;
}

namespace {

identity::Provider* provider_of(const http::Request& request) { return request.shelf->find<identity::Provider>(); }

std::vector<SamplePerson> shown_sample(const http::Request& request) {
    return request.facts->demonstration ? sample_people() : std::vector<SamplePerson>{};
}

}

const std::vector<SamplePerson>& sample_people() {
    static const std::vector<SamplePerson> people{
        {"planovacka@opora.example", "Eva Ukázková", "sample.planner"},
        {"spravce@opora.example", "Adam Vzorný", "sample.administrator"},
        {"koordinatorka@opora.example", "Klára Příkladná", "sample.coordinator"},
        {"reditel@opora.example", "Tomáš Smyšlený", "sample.director"},
        {"auditorka@opora.example", "Dana Nezávislá", "sample.auditor"},
    };
    return people;
}

http::Response signed_in(const http::Request& request, const Entrance& at, const Person& person,
                         const std::string& back) {
    if (!request.session_token.empty()) end_session(at.work, request.session_token, at.now);
    auto token = begin_session(at.work, person, at.now);
    if (at.by) identity::note_provider_step(at.work, token, *at.by, at.now);
    auto row = at.trail.row("auth.signed_in", person.id.uuid, audit::Outcome::done);
    row.user_id = person.id, row.organisation_id = person.kept.organisation_id, row.actor = "person";
    audit::insert(at.work, row);
    auto response = http::redirect(after_sign_in(back));
    response.headers.push_back(http::set_session(*request.facts, token));
    return response;
}

history::Author self(const Entrance& at, const Person& person, const char* label) {
    auto source = history::keep_source(at.work, at.now, person.id, person.kept.organisation_id, "person", label);
    return {at.work, at.now, person.id, person.kept.organisation_id, source};
}

SignInForm::SignInForm(const http::Request& request) : Form{request} {
    if (email.empty()) problem("email", "sign_in.email.missing");
    if (password.empty()) problem("heslo", "sign_in.password.missing");
}

LinkForm::LinkForm(const http::Request& request, std::string_view email) : Form{request} {
    if (auto wrong = password_problem(password, email)) problem("heslo", wrong);
    else if (password != typed("heslo_znovu")) problem("heslo_znovu", "password.differs");
}

std::string SignInPage::provider_address() const {
    return "/prihlaseni/ucet" + (back == "/" ? "" : "?zpet=" + http::encoded(back));
}

http::PageHead SignInPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("sign_in.title"), .section = "prihlaseni"};
}
http::PageHead SignInLinkPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text(resets ? "sign_in_link.reset.title" : "sign_in_link.title")};
}
http::PageHead AccountPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("account.title"), .section = "ucet", .staff = true};
}

http::Response show_health(const http::Request&, Permit<may::Read> permit) {
    permit.db().one<std::int64_t>("SELECT count(*) FROM content_versions");
    http::Response response{http::ok, "{\"status\":\"ok\"}", "application/json"};
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

namespace {

void offer_provider(const http::Request& request, SignInPage& page) {
    auto* provider = provider_of(request);
    if (!provider) return;
    page.provider = provider->settings().button, page.only_provider = provider->settings().only_this_way;
    if (page.signed_out) page.sign_out_there = provider->sign_out_address();
}

}

http::Response show_sign_in(const http::Request& request, Permit<may::Enter>) {
    auto back = own_address(request.asked.first("zpet"));
    if (request.user->signed_in()) return http::redirect(after_sign_in(back));
    SignInPage page{SignInForm{}, back, 0, shown_sample(request)};
    page.new_password = request.asked.first("heslo") == "nove";
    page.step_over = request.asked.first("krok") == "znovu";
    page.signed_out = request.asked.first("odhlaseno") == "ano";
    offer_provider(request, page);
    return respond(request, page);
}

namespace {

// What the page carries along: the address of the form, and each field under a name of its own.
http::Values still_carried(const http::Values& values) {
    http::Values kept;
    if (!drafts::is_marked(values)) return kept;
    for (auto& [name, value] : values.items())
        if (name == drafts::marker || name.starts_with(drafts::carried)) kept.add(name, value);
    return kept;
}

// They are whoever signs in: the page with the fields was theirs.
std::string with_draft(const http::Request& request, const Permit<may::Enter>& permit, const Person& person,
                       const std::string& back) {
    auto form = request.values.first(drafts::marker);
    if (!drafts::is_form(form)) return back;
    User user{person.id, person.name, person.kept.organisation_id};
    bool kept = drafts::keep(permit.db(), permit.now(), user, form, drafts::carried_values(request.values));
    return kept ? form + "?koncept=obnovit" : back;
}

}

http::Response sign_in_again(const http::Request& request) {
    http::Values kept{{drafts::marker, request.values.first(drafts::marker)}};
    for (auto& [name, value] : request.values.items())
        if (name != "csrf" && !name.starts_with("koncept.")) kept.add(drafts::carried + name, value);
    SignInForm form;
    auto back = own_address(request.values.first(drafts::marker));
    SignInPage page{form, back, 0, shown_sample(request), kept};
    offer_provider(request, page);
    return respond(request, page, http::unauthorized);
}

http::Response sign_in(const http::Request& request, Permit<may::Enter> permit) {
    SignInForm form{request};
    auto again = [&](std::int64_t wait, http::Status status) {
        SignInPage page{form, own_address(form.back), wait, shown_sample(request), still_carried(request.values)};
        offer_provider(request, page);
        return respond(request, page, status);
    };
    if (!form.clean()) return again(0, http::unprocessable);
    auto wait = wait_before_attempt(permit.look(), form.email, request.remote, permit.now());
    if (wait.count() > 0) {
        form.problem("email", "sign_in.wait");
        auto response = again(wait.count(), http::too_many);
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return response;
    }
    auto person = person_by_email(permit.look(), form.email);
    auto* provider = provider_of(request);
    bool counts = person && !person->disabled_at && (!provider || provider->password_may(person->email));
    auto fits = password_fits(counts ? person->password_hash : std::nullopt, form.password);
    if (!fits) {
        note_failed_attempt(permit.db(), form.email, request.remote, permit.now());
        // Which of the two was wrong is nobody's business; the audit keeps the account only if there is one.
        permit.trail().note("auth.sign_in", person ? person->id.uuid : Uuid{}, audit::Outcome::failed);
        bool provider_only = provider && provider->settings().only_this_way;
        form.problem("email", provider_only ? "sign_in.only_provider" : "sign_in.wrong");
        return again(0, http::unprocessable);
    }
    forget_failed_attempts(permit.db(), form.email);
    return enter(request, Entrance::of(permit), *person, with_draft(request, permit, *person, form.back));
}

namespace {

struct FirstLink {
    ActionLink link;
    Person person;
};

std::optional<FirstLink> usable_first_link(const http::Request& request, const Permit<may::Enter>& permit) {
    auto link = usable_link(permit.look(), sign_in_link, request.parameter("odkaz"), permit.now());
    if (!link || !link->person_id) return {};
    auto person = permit.look().maybe<Person>("SELECT * FROM people WHERE id = $1", *link->person_id);
    if (!person || person->disabled_at) return {};
    return FirstLink{*link, *person};
}

}

namespace {

http::Response first_link_answer(const http::Request& request, const LinkForm& form, const Person& person,
                                 http::Status status = http::ok) {
    SignInLinkPage page{form, request.parameter("odkaz"), person.name, person.email, request.form_token};
    if (auto* provider = provider_of(request))
        page.provider = provider->settings().button, page.password = provider->password_may(person.email);
    return respond(request, page, status);
}

}

http::Response show_sign_in_link(const http::Request& request, Permit<may::Enter> permit) {
    auto found = usable_first_link(request, permit);
    if (!found) return gone_link(request);
    return first_link_answer(request, LinkForm{}, found->person);
}

http::Response sign_in_by_link(const http::Request& request, Permit<may::Enter> permit) {
    auto found = usable_first_link(request, permit);
    if (!found) return gone_link(request);
    auto& [link, person] = *found;
    LinkForm form{request, person.email};
    if (auto* provider = provider_of(request); provider && !provider->password_may(person.email))
        form.problem("heslo", "sign_in.only_provider");
    if (!form.clean()) return first_link_answer(request, form, person, http::unprocessable);
    auto hash = hash_password(form.password);
    if (!use_link(permit.db(), link, permit.now())) return gone_link(request);
    set_password(self(Entrance::of(permit), person, "sign-in link"), person, hash);
    end_all_sessions(permit.db(), person.id, permit.now());
    if (person.password_hash) tell_of_new_password(permit.db(), permit.now(), person, *request.facts, *request.texts);
    return enter(request, Entrance::of(permit), person, "/");
}

http::Response sign_out(const http::Request& request, Permit<may::KeepOwnAccount> permit) {
    end_session(permit.db(), request.session_token, permit.now());
    // The provider's session goes on: who signed in there is told how to end that too.
    auto* provider = provider_of(request);
    bool there = provider && !provider->sign_out_address().empty() &&
                 identity::identity_of(permit.db(), provider->settings().issuer, permit.user().id);
    auto response = http::redirect(there ? "/prihlaseni?odhlaseno=ano" : "/");
    response.headers.push_back(http::drop_session(*request.facts));
    return response;
}

http::Response sign_out_everywhere(const http::Request& request, Permit<may::KeepOwnAccount> permit) {
    end_all_sessions(permit.db(), permit.user().id, permit.now());
    audit::insert(permit.db(),
                  permit.trail().row("auth.signed_out_everywhere", permit.user().id.uuid, audit::Outcome::done));
    auto response = http::redirect("/");
    response.headers.push_back(http::drop_session(*request.facts));
    return response;
}

http::Response show_account(const http::Request& request, Permit<may::KeepOwnAccount> permit) {
    auto person = permit.look().one<Person>("SELECT * FROM people WHERE id = $1", permit.user().id);
    auto sessions =
        permit.look().one<std::int64_t>("SELECT count(*) FROM sessions WHERE person_id = $1 AND ended_at IS NULL"
                                        " AND seen_at > $2 AND began_at > $3",
                                        person.id, permit.now() - session_idle, permit.now() - session_whole);
    AccountPage page{person.name,
                     person.email,
                     permit.user().grants,
                     sessions,
                     second_factor(permit.look(), person.id).has_value(),
                     request.form_token};
    if (auto* provider = provider_of(request)) {
        page.provider = true;
        page.linked = identity::identity_of(permit.look(), provider->settings().issuer, person.id).has_value();
    }
    return respond(request, page);
}

http::Response choose_theme(const http::Request& request, Permit<may::Enter>) {
    auto theme = request.values.first("vzhled");
    if (theme != "light" && theme != "dark") theme = "system";
    auto response = http::redirect(own_address(request.values.first("zpet")));
    response.headers.push_back(http::set_choice(*request.facts, "vzhled", theme));
    return response;
}

http::Response choose_language(const http::Request& request, Permit<may::Enter>) {
    auto response = http::redirect(own_address(request.values.first("zpet")));
    response.headers.push_back(
        http::set_choice(*request.facts, "jazyk", request.values.first("jazyk") == "en" ? "en" : "cs"));
    return response;
}

}
