// The second step: asked for after the password, kept in the own account, reset by an administrator.
#include "platform/auth/second_factor_pages.hpp"

#include "platform/administration/person_answer.hpp"
#include "platform/auth/totp.hpp"
#include "platform/http/cookies.hpp"
#include "platform/mail/mail.hpp"
#include "platform/time/prague.hpp"

namespace auth {

namespace {

constexpr auto factor_page = "/ucet/druhy-krok";

Person own_person(db::Session& db, const Permit<may::KeepOwnAccount>& permit) {
    return db.one<Person>("SELECT * FROM people WHERE id = $1", permit.user().id);
}

void tell_of_second_factor(db::Session& work, Instant now, const Person& person, const http::SiteFacts& facts,
                           const i18n::Texts& texts, const std::string& what) {
    mail::send(work, now, person.kept.organisation_id,
               {person.email, person.name, texts.text("letter." + what + ".subject"),
                texts.text("letter." + what + ".text", {person.name, to_czech(now), facts.contact_email}), what});
}

SecondFactorPage factor_page_of(const http::Request& request, db::Session& db, const User& user, const CodeForm& form) {
    SecondFactorPage page{form};
    page.form_token = request.form_token;
    page.needed = std::ranges::any_of(user.grants, [&](auto& grant) { return needs_second_factor(db, grant.role); });
    if (second_factor(db, user.id)) {
        page.state = SecondFactorPage::State::on;
        page.codes_left = recovery_codes_left(db, user.id);
    } else if (auto making = factor_in_making(db, user.id, request.now)) {
        page.state = SecondFactorPage::State::in_making;
        auto secret = secret_of(request.use<keys::KeyRoom>().store(), *making);
        auto email = db.one<std::string>("SELECT email FROM people WHERE id = $1", user.id);
        page.address = totp::address("Opora", email, secret), page.secret = totp::base32(secret);
    }
    return page;
}

http::Response codes_answer(const http::Request& request, db::Session& db, const User& user,
                            std::vector<std::string> codes) {
    CodeForm nothing;
    auto page = factor_page_of(request, db, user, nothing);
    page.codes = std::move(codes);
    return respond(request, page);
}

// Nobody else who signed in before the second step was there stays signed in.
void end_other_sessions(db::Session& work, const http::Request& request, Id<User> person) {
    work.run("UPDATE sessions SET ended_at = $1 WHERE person_id = $2 AND token_hash <> $3 AND ended_at IS NULL",
             request.now, person, token_hash(request.session_token));
}

void note_factor(const Permit<may::KeepOwnAccount>& permit, const char* act) {
    audit::insert(permit.db(), permit.trail().row(act, permit.user().id.uuid, audit::Outcome::done));
}

}

CodeForm::CodeForm(const http::Request& request, const char* named) : Form{request}, field_name{named} {
    code = text(named);
    if (code.empty()) wrong("second_step.code.missing");
}

std::string CodeForm::digits() const {
    std::string digits;
    for (char c : code)
        if (c != ' ') digits += c;
    return digits;
}

html::Field CodeForm::code_field(const char* name, const char* label) const {
    // What was typed is not repeated: it is used up, or wrong.
    html::Field field{name, label, "", problem_of(name)};
    field.autocomplete = "one-time-code", field.size = 24;
    return field;
}

// --- signing in
// --------------------------------------------------------------------------------------------------------

http::Response enter(const http::Request& request, const Entrance& at, const Person& person, const std::string& back) {
    if (at.by || !second_factor(at.work, person.id)) return signed_in(request, at, person, back);
    if (!request.session_token.empty()) end_session(at.work, request.session_token, at.now);
    auto response = http::redirect("/prihlaseni/krok");
    response.headers.push_back(http::set_session(*request.facts, begin_step(at.work, at.now, person, back)));
    return response;
}

http::PageHead SecondStepPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("second_step.title"), .section = "prihlaseni"};
}

http::Response show_second_step(const http::Request& request, Permit<may::Enter> permit) {
    if (!open_step(permit.look(), request.session_token, permit.now())) return http::redirect("/prihlaseni?krok=znovu");
    return respond(request, SecondStepPage{CodeForm{}});
}

http::Response second_step(const http::Request& request, Permit<may::Enter> permit) {
    auto step = open_step(permit.look(), request.session_token, permit.now());
    auto person =
        step ? permit.look().maybe<Person>("SELECT * FROM people WHERE id = $1", step->person_id) : std::nullopt;
    if (!person || person->disabled_at) return http::redirect("/prihlaseni?krok=znovu");
    CodeForm form{request, "kod"};
    if (!form.clean()) return respond(request, SecondStepPage{form}, http::unprocessable);
    auto& db = permit.db();
    auto wait = wait_before_code(db, person->id, permit.now());
    if (wait.count() > 0) {
        form.wrong("second_step.wait");
        auto response = respond(request, SecondStepPage{form, wait.count()}, http::too_many);
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return response;
    }
    auto factor = second_factor(db, person->id);
    // An administrator may have reset it meanwhile: then the password alone is asked for again.
    if (!factor) return http::redirect("/prihlaseni?krok=znovu");
    auto digits = form.digits();
    bool by_phone = digits.size() == 6;
    bool fits = by_phone ? use_code(db, permit.now(), request.use<keys::KeyRoom>().store(), *factor, digits)
                         : use_recovery_code(db, permit.now(), person->id, form.code);
    if (!fits) {
        note_step_failure(db, *step), note_failed_code(db, person->id, permit.now());
        permit.trail().note("auth.second_step", person->id.uuid, audit::Outcome::failed);
        form.wrong("second_step.code.wrong");
        return respond(request, SecondStepPage{form}, http::unprocessable);
    }
    if (!end_step(db, *step, permit.now())) return http::redirect("/prihlaseni?krok=znovu");
    forget_failed_codes(db, person->id);
    if (!by_phone) {
        auto row = permit.trail().row("auth.recovery_code_used", person->id.uuid, audit::Outcome::done);
        row.organisation_id = person->kept.organisation_id;
        audit::insert(db, row);
    }
    return signed_in(request, Entrance::of(permit), *person, step->back);
}

// --- the own account
// ---------------------------------------------------------------------------------------------------

std::string SecondFactorPage::spaced_secret() const {
    std::string spaced;
    for (std::size_t n = 0; n < secret.size(); ++n) spaced += (n && n % 4 == 0 ? " " : "") + std::string{secret[n]};
    return spaced;
}

html::Field SecondFactorPage::password() const {
    html::Field field{"heslo", "sign_in.password", "", form.problem_of("heslo")};
    field.type = "password", field.autocomplete = "current-password";
    return field;
}

http::PageHead SecondFactorPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("second_factor.title"), .section = "/ucet", .staff = true};
}

http::Response show_second_factor(const http::Request& request, Permit<may::KeepOwnAccount> permit) {
    CodeForm nothing;
    auto page = factor_page_of(request, permit.look(), permit.user(), nothing);
    page.off = request.asked.first("hotovo") == "vypnuto";
    return respond(request, page);
}

http::Response change_second_factor(const http::Request& request, Permit<may::KeepOwnAccount> permit) {
    auto act = request.values.first("ukon");
    auto& user = permit.user();
    auto& store = request.use<keys::KeyRoom>().store();
    if (act == "zacit") {
        begin_second_factor(permit.db(), permit.now(), store, own_person(permit.look(), permit));
        return http::redirect(factor_page);
    }
    if (act != "potvrdit" && act != "kody" && act != "vypnout") throw NotFound{};
    CodeForm form{request, act == "kody" ? "kod_kody" : "kod"};
    auto again = [&](http::Status status) {
        return respond(request, factor_page_of(request, permit.look(), user, form), status);
    };
    if (!form.clean()) return again(http::unprocessable);
    if (wait_before_code(permit.look(), user.id, permit.now()).count() > 0) {
        form.wrong("second_step.wait");
        return again(http::too_many);
    }
    auto person = own_person(permit.look(), permit);
    bool password_needed = act == "vypnout" && person.password_hash;
    bool password_right = !password_needed || password_fits(person.password_hash, form.password);
    auto& db = permit.db();
    auto making = act == "potvrdit" ? factor_in_making(db, user.id, permit.now()) : std::nullopt;
    auto factor = second_factor(db, user.id);
    if (act == "potvrdit" ? !making || factor : !factor) return http::redirect(factor_page);    // the second click
    bool fits =
        password_right && (making ? confirm_second_factor(db, permit.now(), store, *making, form.digits())
                           : form.digits().size() == 6 ? use_code(db, permit.now(), store, *factor, form.digits())
                                                       : use_recovery_code(db, permit.now(), user.id, form.code));
    if (!fits) {
        note_failed_code(db, user.id, permit.now());
        permit.trail().note("auth.second_step", user.id.uuid, audit::Outcome::failed);
        if (password_right) form.wrong("second_step.code.wrong");
        else form.problem("heslo", "second_factor.password.wrong");
        return again(http::unprocessable);
    }
    forget_failed_codes(db, user.id);
    if (act == "vypnout") {
        drop_second_factor(db, store, user.id);
        note_factor(permit, "auth.second_factor_off");
        tell_of_second_factor(db, permit.now(), person, *request.facts, *request.texts, "second_factor_off");
        return http::redirect(factor_page, "?hotovo=vypnuto");
    }
    if (act == "potvrdit") {
        end_other_sessions(db, request, user.id);
        note_factor(permit, "auth.second_factor_on");
        tell_of_second_factor(db, permit.now(), person, *request.facts, *request.texts, "second_factor_on");
    } else note_factor(permit, "auth.recovery_codes_renewed");
    return codes_answer(request, db, user, renew_recovery_codes(db, permit.now(), person));
}

void reset_second_factor(const http::Request& request, const Permit<may::Administer>& permit, const Person& person) {
    reset_second_factor(permit.db(), permit.now(), request.use<keys::KeyRoom>().store(), person, *request.facts,
                        *request.texts);
    audit::insert(permit.db(), permit.trail().row("auth.second_factor_reset", person.id.uuid, audit::Outcome::done));
}

void reset_second_factor(db::Session& work, Instant now, keys::KeyStore& store, const Person& person,
                         const http::SiteFacts& facts, const i18n::Texts& texts) {
    drop_second_factor(work, store, person.id);
    end_all_sessions(work, person.id, now);
    tell_of_second_factor(work, now, person, facts, texts, "second_factor_reset");
}

// --- rules of roles
// ------------------------------------------------------------------------------------------------------

http::PageHead RoleRulesPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("role_rules.title"), .section = "/sprava/role", .staff = true};
}

http::Response show_role_rules(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    RoleRulesPage page{{}, request.form_token, request.asked.first("ulozeno") == "ano"};
    for (auto role : all_roles) {
        auto of_role = [&](bool without) {
            return db.one<std::int64_t>(
                "SELECT count(DISTINCT person_id) FROM grants JOIN people ON people.id = person_id WHERE role = $1"
                " AND disabled_at IS NULL AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                " AND ($3 = 0 OR NOT EXISTS (SELECT 1 FROM second_factors WHERE second_factors.person_id = people.id"
                " AND confirmed_at IS NOT NULL))",
                std::string{to_text(role)}, permit.today(), without ? 1 : 0);
        };
        page.lines.push_back({role, needs_second_factor(db, role), of_role(false), of_role(true)});
    }
    return respond(request, page);
}

http::Response change_role_rules(const http::Request& request, Permit<may::Administer> permit) {
    auto author = administrator(permit);
    bool changed = false;
    for (auto role : all_roles) {
        bool wanted = request.values.first(to_text(role)) == "ano";
        if (wanted == needs_second_factor(author.work, role)) continue;
        set_rule(author, role, wanted), changed = true;
    }
    if (changed)
        audit::insert(permit.db(), permit.trail().row("auth.role_rules_changed", Uuid{}, audit::Outcome::done));
    return http::redirect("/sprava/role?ulozeno=ano");
}

}
