// Tokens and their hashes.
#include "platform/auth/sessions.hpp"

#include "platform/auth/action_links.hpp"

#include <sodium.h>

namespace auth {

namespace {

std::string as_text(const unsigned char* bytes, std::size_t size) {
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(size, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, variant);
    text.pop_back();
    return text;
}

db::Bytes hash_of(std::string_view text, std::string_view purpose) {
    db::Bytes hash(32);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
    return hash;
}

struct SessionRow {
    Id<User> person_id{};
    Instant began_at{};
    Instant seen_at{};
    std::optional<Instant> ended_at{};

    static void each_field(auto& row, auto& visit) {
        visit("person_id", row.person_id), visit("began_at", row.began_at), visit("seen_at", row.seen_at);
        visit("ended_at", row.ended_at);
    }
};

}

std::string new_token() {
    unsigned char bytes[32];
    randombytes_buf(bytes, sizeof bytes);
    return as_text(bytes, sizeof bytes);
}

db::Bytes token_hash(std::string_view token) { return hash_of(token, "opora session token"); }

std::string form_token(const std::string& session_token) {
    auto hash = hash_of(session_token, "opora form token");
    return as_text(hash.data(), hash.size());
}

std::string begin_session(db::Session& work, const Person& person, Instant now) {
    auto token = new_token();
    work.run("INSERT INTO sessions (token_hash, person_id, organisation_id, retention, began_at, seen_at)"
             " VALUES ($1, $2, $3, 'session', $4, $4)",
             token_hash(token), person.id, person.kept.organisation_id, now);
    return token;
}

std::optional<User> session_user(db::Database& database, const std::string& token, Instant now) {
    std::optional<User> found;
    bool note_it = false;
    {
        auto lease = database.read();
        auto& db = *lease;
        auto row = db.maybe<SessionRow>(
            "SELECT person_id, began_at, seen_at, ended_at FROM sessions WHERE token_hash = $1", token_hash(token));
        if (!row || row->ended_at || now - row->seen_at > session_idle || now - row->began_at > session_whole)
            return {};
        found = user(db, row->person_id, day_in_prague(now));
        note_it = now - row->seen_at > std::chrono::minutes{1};
    }
    if (found && note_it) {
        auto lease = database.write();
        lease->run("UPDATE sessions SET seen_at = $1 WHERE token_hash = $2", now, token_hash(token));
    }
    return found;
}

void end_session(db::Session& work, const std::string& token, Instant now) {
    work.run("UPDATE sessions SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL", now, token_hash(token));
}

void end_all_sessions(db::Session& work, Id<User> person, Instant now) {
    work.run("UPDATE sessions SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL", now, person);
    work.run("UPDATE sign_in_steps SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL", now, person);
}

std::string make_sign_in_link(db::Session& work, const Person& person, Instant now, std::chrono::hours valid) {
    revoke_links(work, sign_in_link, person.id, now);
    return make_link(work, now, person.kept.organisation_id, sign_in_link, person.id, {}, valid);
}

}
