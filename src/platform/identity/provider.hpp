// The region's identity provider, as this program speaks with it: where people are sent, and what their code is worth.
#pragma once

#include "platform/identity/id_token.hpp"
#include "platform/identity/identity_settings.hpp"
#include "platform/identity/web_client.hpp"

#include <mutex>

namespace identity {

// Why somebody did not come in this way.
enum class Refusal {
    none,
    state,            // not begun in this browser, used up, or too long ago
    cancelled,        // by the person, at the provider
    declined,         // by the provider
    busy,             // others are asking it at this moment
    unreachable,      // no answer, too late, too long, or not what was asked for
    misconfigured,    // it does not know us, or is not whom we were told
    untrusted,        // what it said could not be believed
    weak,             // signed in less strongly than is asked for
    unknown,          // nobody here has this account
    disabled,         // the person may not enter
    taken,            // linked with another account already
    link_gone,        // the invitation does not act any more
    wait              // too many attempts
};
const char* to_text(Refusal);

class Provider {
public:
    explicit Provider(Client client) : client_{std::move(client)} {}
    Provider(const Provider&) = delete;

    const Settings& settings() const { return client_.settings; }
    // Whether a password may sign this e-mail in.
    bool password_may(const std::string& email) const;

    // Two requests at most ask the provider at once, so that a slow one does not hold up all pages.
    class Turn {
    public:
        explicit Turn(Provider&);
        Turn(const Turn&) = delete;
        ~Turn();
        explicit operator bool() const { return provider_ != nullptr; }

    private:
        Provider* provider_ = nullptr;
    };

    struct Sent {
        Refusal refusal = Refusal::none;
        std::string address{};
    };
    // Where the person signs in; asks the provider for its addresses when they are not known, or from an hour ago.
    Sent sign_in_address(const std::string& state, const std::string& nonce, const std::string& verifier, Instant now);

    struct SignedIn {
        Refusal refusal = Refusal::none;
        std::string reason{};    // a code for the audit
        Claims claims{};
    };
    // Changes the code that came back for what the provider says of the person.  The issuer is that of the address
    // (RFC 9207), empty where there was none.
    SignedIn sign_in(const std::string& code, const std::string& said_issuer, const std::string& verifier,
                     const std::string& nonce, Instant now);

    // The person did at the provider what counts as the second step.
    bool strong(const Claims&) const;

    // Where one signs out at the provider, if that is wanted and known; asks nobody.
    std::string sign_out_address() const;

private:
    struct Metadata {
        std::string authorization, token, keys, end_session;
        bool names_issuer = false, takes_basic = true, takes_post = false;
        Instant known_at{};
    };
    struct KnownKeys {
        std::vector<PublicKey> keys;
        Instant known_at{};
    };
    class Patience;
    template <class Known>
    struct Learnt {
        Refusal refusal = Refusal::none;
        std::shared_ptr<const Known> known{};
    };

    Learnt<Metadata> metadata(Instant now, const Patience&);
    std::shared_ptr<const Metadata> read_metadata(std::string_view json, Refusal&) const;
    Learnt<KnownKeys> keys(const Metadata&, Instant now, Instant not_before, const Patience&);
    WebAnswer question(const std::string& url, const Patience&) const;
    SignedIn redeem(const Metadata&, const std::string& code, const std::string& verifier, std::string& id_token,
                    std::string& access_token, const Patience&) const;
    SignedIn believed(const Metadata&, const std::string& id_token, const Expected&, const Patience&);

    const Client client_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Metadata> metadata_;
    std::shared_ptr<const KnownKeys> keys_;
    int asking_ = 0;
};

}
