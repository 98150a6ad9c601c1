// Keeps linked accounts and those who are on their way.
#include "platform/identity/external_identity.hpp"

#include "platform/auth/sessions.hpp"
#include "platform/db/record.hpp"
#include "platform/identity/signed_token.hpp"

#include <sodium.h>

namespace identity {

namespace {

std::string hash_for(std::string_view text, std::string_view purpose) {
    std::string hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
    return hash;
}

db::Bytes bytes_for(std::string_view text, std::string_view purpose) {
    auto hash = hash_for(text, purpose);
    return {hash.begin(), hash.end()};
}

}

std::optional<ExternalIdentity> identity_of(db::Session& db, const std::string& issuer, const std::string& subject) {
    return db.maybe<ExternalIdentity>(
        "SELECT * FROM external_identities WHERE issuer = $1 AND subject = $2 AND ended_at IS NULL", issuer, subject);
}

std::optional<ExternalIdentity> identity_of(db::Session& db, const std::string& issuer, Id<User> person) {
    return db.maybe<ExternalIdentity>(
        "SELECT * FROM external_identities WHERE issuer = $1 AND person_id = $2 AND ended_at IS NULL", issuer, person);
}

std::vector<ExternalIdentity> identities_of(db::Session& db, Id<User> person) {
    return db.all<ExternalIdentity>(
        "SELECT * FROM external_identities WHERE person_id = $1 AND ended_at IS NULL ORDER BY created_at, id", person);
}

std::optional<ExternalIdentity> link_identity(const history::Author& author, const auth::Person& person,
                                              const std::string& issuer, const std::string& subject,
                                              const std::string& email) {
    auto& work = author.work;
    // Two at once: the second waits here.
    work.run("UPDATE people SET version = version WHERE id = $1", person.id);
    auto of_subject = identity_of(work, issuer, subject);
    if (of_subject && of_subject->person_id == person.id) return of_subject;
    if (of_subject || identity_of(work, issuer, person.id)) return {};
    ExternalIdentity identity{Id<ExternalIdentity>::made_at(author.now), person.id, issuer, subject};
    if (!email.empty()) identity.email = email;
    identity.kept.organisation_id = person.kept.organisation_id;
    history::keep_new(author, identity);
    return identity;
}

void note_use(db::Session& work, const ExternalIdentity& identity, Instant now) {
    work.run("UPDATE external_identities SET last_used_at = $1 WHERE id = $2", now, identity.id);
}

void end_identity(const history::Author& author, const ExternalIdentity& identity) {
    auto after = identity;
    after.ended_at = author.now;
    history::keep_change(author, identity, after);
}

// --- there and back
// --------------------------------------------------------------------------------------------------

std::string nonce_of(const std::string& state, const std::string& browser) {
    return to_base64url(hash_for(state + " " + browser, "opora identity nonce"));
}

std::string verifier_of(const std::string& state, const std::string& browser) {
    return to_base64url(hash_for(state + " " + browser, "opora identity verifier"));
}

bool begin_attempt(db::Session& work, Instant now, const std::string& state, const std::string& browser,
                   const std::string& remote, Attempt attempt) {
    work.run("DELETE FROM identity_attempts WHERE expires_at < $1", now - std::chrono::hours{1});
    attempt.remote_hash = bytes_for(remote, "opora identity address");
    auto open = work.one<std::int64_t>("SELECT count(*) FROM identity_attempts WHERE remote_hash = $1"
                                       " AND ended_at IS NULL AND expires_at > $2",
                                       attempt.remote_hash, now);
    if (open >= open_attempts_of_address) return false;
    attempt.state_hash = bytes_for(state, "opora identity state"), attempt.browser_hash = auth::token_hash(browser);
    attempt.made_at = now, attempt.expires_at = now + attempt_holds;
    db::insert_record(work, Attempt::table, attempt);
    return true;
}

std::optional<Attempt> open_attempt(db::Session& db, const std::string& state, const std::string& browser,
                                    Instant now) {
    if (state.empty() || browser.empty()) return {};
    auto attempt = db.maybe<Attempt>("SELECT * FROM identity_attempts WHERE state_hash = $1",
                                     bytes_for(state, "opora identity state"));
    if (!attempt || attempt->browser_hash != auth::token_hash(browser)) return {};
    if (attempt->ended_at || attempt->expires_at <= now) return {};
    return attempt;
}

bool end_attempt(db::Session& work, const Attempt& attempt, Instant now) {
    return work.run("UPDATE identity_attempts SET ended_at = $1 WHERE state_hash = $2 AND ended_at IS NULL", now,
                    attempt.state_hash) == 1;
}

bool under_way(db::Session& db, const std::string& browser, Instant now) {
    return db.one<std::int64_t>("SELECT count(*) FROM identity_attempts WHERE browser_hash = $1 AND ended_at IS NULL"
                                " AND expires_at > $2",
                                auth::token_hash(browser), now) > 0;
}

// --- the second step at the provider
// ---------------------------------------------------------------------------------

void note_provider_step(db::Session& work, const std::string& session_token, const ExternalIdentity& identity,
                        Instant now) {
    work.run("INSERT INTO provider_steps (token_hash, identity_id, made_at, retention) VALUES ($1, $2, $3, 'session')",
             auth::token_hash(session_token), identity.id, now);
}

bool stepped_at_provider(db::Session& db, const std::string& session_token) {
    if (session_token.empty()) return false;
    return db
        .maybe<db::Bytes>("SELECT token_hash FROM provider_steps WHERE token_hash = $1",
                          auth::token_hash(session_token))
        .has_value();
}

}
