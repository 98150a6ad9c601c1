// Hashes with libsodium and counts failures.
#include "platform/auth/passwords.hpp"

#include <semaphore>
#include <sodium.h>

namespace auth {

namespace {

// About 50 ms and 32 MiB each (docs/decisions/0004): two at a time, so that a flood of attempts costs neither memory
// nor the other pages.
constexpr auto operations = 2ull;
constexpr auto memory = std::size_t{32} << 20;
std::counting_semaphore<2> two_at_a_time{2};

struct Turn {
    Turn() { two_at_a_time.acquire(); }
    ~Turn() { two_at_a_time.release(); }
};

std::string lower(std::string_view text) {
    std::string small{text};
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return small;
}

db::Bytes subject(std::string_view kind, std::string_view what) {
    auto text = std::string{kind} + " " + std::string{what};
    db::Bytes hash(16);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return hash;
}

struct Attempts {
    std::int64_t failures = 0;
    Instant last_at{};
    static void each_field(auto& attempts, auto& visit) {
        visit("failures", attempts.failures), visit("last_at", attempts.last_at);
    }
};

// The first five are free; then 2, 4, 8… seconds, at most 15 minutes.  An address shared by an office gets more.
std::chrono::seconds wait_of(db::Session& db, const db::Bytes& subject, std::int64_t free, Instant now) {
    auto attempts = db.maybe<Attempts>("SELECT failures, last_at FROM sign_in_attempts WHERE subject = $1", subject);
    if (!attempts || attempts->failures < free) return {};
    auto power = std::min<std::int64_t>(attempts->failures - free + 1, 10);
    auto until = attempts->last_at + std::chrono::seconds{std::min<std::int64_t>(std::int64_t{1} << power, 900)};
    if (until <= now) return {};
    return std::chrono::ceil<std::chrono::seconds>(until - now);
}

}

const char* password_problem(std::string_view password, std::string_view email) {
    if (password.size() < password_least) return "password.too_short";
    if (password.size() > password_most) return "password.too_long";
    auto small = lower(password);
    auto name = lower(email.substr(0, email.find('@')));
    if (name.size() >= 4 && small.find(name) != small.npos) return "password.like_email";
    // One character or a short piece over and over is guessed at once.
    for (std::size_t piece = 1; piece <= 4; ++piece) {
        bool repeats = true;
        for (std::size_t n = piece; n < small.size() && repeats; ++n) repeats = small[n] == small[n - piece];
        if (repeats) return "password.too_common";
    }
    for (auto common : {"heslo", "password", "qwert", "12345", "opora"})
        if (small.starts_with(common) && small.size() - std::string_view{common}.size() < 11)
            return "password.too_common";
    return nullptr;
}

std::string hash_password(const std::string& password) {
    Turn turn;
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(), operations, memory) != 0)
        throw std::runtime_error{"not enough memory to hash a password"};
    return hash;
}

bool password_fits(const std::optional<std::string>& hash, const std::string& password) {
    static const auto of_nobody = hash_password("a password that nobody has");
    Turn turn;
    auto fits = crypto_pwhash_str_verify(hash.value_or(of_nobody).c_str(), password.data(), password.size()) == 0;
    return fits && hash.has_value();
}

std::chrono::seconds wait_before_attempt(db::Session& db, std::string_view email, std::string_view remote,
                                         Instant now) {
    return std::max(wait_of(db, subject("account", plain_email(email)), 5, now),
                    wait_of(db, subject("address", remote), 20, now));
}

std::chrono::seconds wait_before_reset(db::Session& db, std::string_view remote, Instant now) {
    return wait_of(db, subject("reset address", remote), 10, now);
}

namespace {

// After a quiet day counting begins anew, so that an office behind one address is not slowed down for ever.
void count_attempt(db::Session& work, const db::Bytes& who, Instant now) {
    work.run("INSERT INTO sign_in_attempts (subject, failures, last_at) VALUES ($1, 1, $2)"
             " ON CONFLICT (subject) DO UPDATE SET failures = CASE WHEN sign_in_attempts.last_at < $3 THEN 1"
             " ELSE sign_in_attempts.failures + 1 END, last_at = $2",
             who, now, now - std::chrono::hours{24});
}

}

void note_failed_attempt(db::Session& work, std::string_view email, std::string_view remote, Instant now) {
    for (auto& who : {subject("account", plain_email(email)), subject("address", remote)})
        count_attempt(work, who, now);
}

void note_reset(db::Session& work, std::string_view remote, Instant now) {
    count_attempt(work, subject("reset address", remote), now);
}

std::chrono::seconds wait_before_provider(db::Session& db, std::string_view remote, Instant now) {
    return wait_of(db, subject("provider address", remote), 20, now);
}

void note_failed_provider(db::Session& work, std::string_view remote, Instant now) {
    count_attempt(work, subject("provider address", remote), now);
}

std::chrono::seconds wait_before_code(db::Session& db, Id<User> person, Instant now) {
    return wait_of(db, subject("second step", to_text(person)), 5, now);
}

void note_failed_code(db::Session& work, Id<User> person, Instant now) {
    count_attempt(work, subject("second step", to_text(person)), now);
}

void forget_failed_codes(db::Session& work, Id<User> person) {
    work.run("DELETE FROM sign_in_attempts WHERE subject = $1", subject("second step", to_text(person)));
}

void forget_failed_attempts(db::Session& work, std::string_view email) {
    work.run("DELETE FROM sign_in_attempts WHERE subject = $1", subject("account", plain_email(email)));
}

}
