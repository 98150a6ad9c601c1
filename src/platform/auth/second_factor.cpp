// Keeps second factors, recovery codes, rules of roles, and those who are half signed in.
#include "platform/auth/second_factor.hpp"

#include "platform/auth/sessions.hpp"
#include "platform/auth/totp.hpp"
#include "platform/db/record.hpp"

#include <set>
#include <sodium.h>

namespace auth {

namespace {

keys::Where secret_place(Id<SecondFactor> id) { return {SecondFactor::table, "secret", id.uuid}; }

db::Bytes recovery_hash(Id<User> person, std::string_view plain) {
    auto text = to_text(person) + " " + std::string{plain};
    constexpr std::string_view purpose = "opora recovery code";
    db::Bytes hash(32);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
    return hash;
}

// 80 random bits, in four groups that are easy to copy.
std::string new_recovery_code() {
    std::string bytes(10, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    std::string text;
    for (char c : totp::base32(bytes)) {
        if (!text.empty() && text.size() % 5 == 4) text += '-';
        text += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return text;
}

}

std::optional<SecondFactor> second_factor(db::Session& db, Id<User> person) {
    return db.maybe<SecondFactor>("SELECT * FROM second_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL",
                                  person);
}

std::optional<SecondFactor> factor_in_making(db::Session& db, Id<User> person, Instant now) {
    return db.maybe<SecondFactor>("SELECT * FROM second_factors WHERE person_id = $1 AND confirmed_at IS NULL"
                                  " AND created_at > $2",
                                  person, now - set_up_within);
}

std::string secret_of(keys::KeyStore& store, const SecondFactor& factor) {
    auto key = store.find(factor.key_id);
    auto secret = key ? keys::open(*key, secret_place(factor.id), keys::Sealed{factor.secret}) : std::nullopt;
    if (!secret)
        throw std::runtime_error{"the secret of a second factor does not open: is the key store the right one?"};
    return *secret;
}

void begin_second_factor(db::Session& work, Instant now, keys::KeyStore& store, const Person& person) {
    // Two clicks at once: the second waits here and replaces what the first one made.
    work.run("UPDATE people SET version = version WHERE id = $1", person.id);
    if (second_factor(work, person.id)) return;
    for (auto& former : work.all<SecondFactor>(
             "SELECT * FROM second_factors WHERE person_id = $1 AND confirmed_at IS NULL", person.id))
        store.destroy(former.key_id);
    work.run("DELETE FROM second_factors WHERE person_id = $1 AND confirmed_at IS NULL", person.id);
    SecondFactor factor{Id<SecondFactor>::made_at(now), person.id, store.make(now)};
    factor.secret = keys::seal(*store.find(factor.key_id), secret_place(factor.id), totp::new_secret()).bytes;
    factor.kept = {person.kept.organisation_id, "session", 1, now, person.id, now, person.id};
    db::insert_record(work, SecondFactor::table, factor);
}

bool confirm_second_factor(db::Session& work, Instant now, keys::KeyStore& store, const SecondFactor& factor,
                           std::string_view code) {
    auto step = totp::matching_step(secret_of(store, factor), code, now, factor.last_step);
    return step && work.run("UPDATE second_factors SET confirmed_at = $1, last_step = $2, changed_at = $1"
                            " WHERE id = $3 AND confirmed_at IS NULL",
                            now, *step, factor.id) == 1;
}

void drop_second_factor(db::Session& work, keys::KeyStore& store, Id<User> person) {
    for (auto& factor : work.all<SecondFactor>("SELECT * FROM second_factors WHERE person_id = $1", person))
        store.destroy(factor.key_id);
    work.run("DELETE FROM second_factors WHERE person_id = $1", person);
    work.run("DELETE FROM recovery_codes WHERE person_id = $1", person);
}

bool use_code(db::Session& work, Instant now, keys::KeyStore& store, const SecondFactor& factor,
              std::string_view code) {
    auto step = totp::matching_step(secret_of(store, factor), code, now, factor.last_step);
    return step &&
           work.run("UPDATE second_factors SET last_step = $1, changed_at = $2 WHERE id = $3 AND last_step < $1", *step,
                    now, factor.id) == 1;
}

std::vector<std::string> renew_recovery_codes(db::Session& work, Instant now, const Person& person) {
    work.run("DELETE FROM recovery_codes WHERE person_id = $1", person.id);
    std::vector<std::string> codes;
    for (int n = 0; n < recovery_codes_count; ++n) {
        codes.push_back(new_recovery_code());
        work.run("INSERT INTO recovery_codes (code_hash, person_id, made_at, organisation_id, retention)"
                 " VALUES ($1, $2, $3, $4, 'session')",
                 recovery_hash(person.id, plain_recovery_code(codes.back())), person.id, now,
                 person.kept.organisation_id);
    }
    return codes;
}

bool use_recovery_code(db::Session& work, Instant now, Id<User> person, std::string_view typed) {
    auto plain = plain_recovery_code(typed);
    return plain.size() == 16 && work.run("UPDATE recovery_codes SET used_at = $1 WHERE code_hash = $2"
                                          " AND person_id = $3 AND used_at IS NULL",
                                          now, recovery_hash(person, plain), person) == 1;
}

std::int64_t recovery_codes_left(db::Session& db, Id<User> person) {
    return db.one<std::int64_t>("SELECT count(*) FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL", person);
}

std::string plain_recovery_code(std::string_view typed) {
    std::string plain;
    for (char c : typed)
        if (c != ' ' && c != '-' && c != '\t') plain += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return plain;
}

// --- who needs one ---------------------------------------------------------------------------------------------------

std::optional<RoleRule> rule_of(db::Session& db, Role role) {
    return db.maybe<RoleRule>("SELECT * FROM role_rules WHERE role = $1", std::string{to_text(role)});
}

bool needs_second_factor(db::Session& db, Role role) {
    if (auto rule = rule_of(db, role)) return rule->second_factor;
    return role == Role::administrator || role == Role::provider_director || role == Role::key_worker;
}

void set_rule(const history::Author& author, Role role, bool second_factor) {
    if (auto before = rule_of(author.work, role)) {
        auto after = *before;
        after.second_factor = second_factor;
        history::keep_change(author, *before, after);
        return;
    }
    RoleRule rule{Id<RoleRule>::made_at(author.now), to_text(role), second_factor};
    history::keep_new(author, rule);
}

bool lacks_second_factor(db::Session& db, const User& user) {
    std::set<Role> roles;
    for (auto& grant : user.grants) roles.insert(grant.role);
    for (auto role : roles)
        if (needs_second_factor(db, role)) return !second_factor(db, user.id);
    return false;
}

// --- half signed in
// ----------------------------------------------------------------------------------------------------

std::string begin_step(db::Session& work, Instant now, const Person& person, const std::string& back) {
    auto token = new_token();
    SignInStep step{token_hash(token), person.id, back, now, now + step_holds};
    step.organisation_id = person.kept.organisation_id;
    db::insert_record(work, SignInStep::table, step);
    return token;
}

std::optional<SignInStep> open_step(db::Session& db, const std::string& token, Instant now) {
    if (token.empty()) return {};
    auto step = db.maybe<SignInStep>("SELECT * FROM sign_in_steps WHERE token_hash = $1", token_hash(token));
    if (!step || step->ended_at || step->expires_at <= now || step->failures >= step_failures_most) return {};
    return step;
}

bool end_step(db::Session& work, const SignInStep& step, Instant now) {
    return work.run("UPDATE sign_in_steps SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL", now,
                    step.token_hash) == 1;
}

void note_step_failure(db::Session& work, const SignInStep& step) {
    work.run("UPDATE sign_in_steps SET failures = failures + 1 WHERE token_hash = $1", step.token_hash);
}

}
