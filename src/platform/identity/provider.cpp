// Speaks OpenID Connect: discovery, the code with PKCE (RFC 7636), keys.
#include "platform/identity/provider.hpp"

#include "platform/auth/people.hpp"
#include "platform/http/request.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <sodium.h>

namespace identity {

namespace {

using Json = boost::json::object;

constexpr auto whole_patience = std::chrono::milliseconds{5000};    // for all that one request asks
constexpr auto metadata_holds = std::chrono::hours{1}, keys_hold = std::chrono::hours{1};
constexpr auto between_fetches = std::chrono::minutes{1};    // of keys, when a token names an unknown one
constexpr int at_once = 2;

std::optional<Json> read_object(std::string_view text) {
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = 16;
    auto value = boost::json::parse(boost::json::string_view{text.data(), text.size()}, error, {}, options);
    if (error || !value.is_object()) return {};
    return std::move(value.get_object());
}

std::string member(const Json& object, std::string_view name) {
    auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string().c_str(), value->get_string().size()} : "";
}

bool is_true(const Json& object, std::string_view name) {
    auto* value = object.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

// Whether the list names it; a list that is not there says nothing against it.
bool lists(const Json& object, std::string_view name, std::string_view wanted, bool unless_there = true) {
    auto* value = object.if_contains(name);
    if (!value || !value->is_array()) return unless_there;
    return std::ranges::any_of(value->get_array(), [&](auto& item) {
        return item.is_string() && std::string_view{item.get_string().data(), item.get_string().size()} == wanted;
    });
}

std::string challenge_of(const std::string& verifier) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
    return to_base64url({reinterpret_cast<const char*>(hash), sizeof hash});
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string query(std::initializer_list<std::pair<const char*, std::string>> fields) {
    std::string text;
    for (auto& [name, value] : fields)
        if (!value.empty()) text += (text.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
    return text;
}

std::string with_query(const std::string& address, const std::string& query) {
    return address + (address.find('?') == address.npos ? "?" : "&") + query;
}

}

const char* to_text(Refusal refusal) {
    switch (refusal) {
    case Refusal::none: return "none";
    case Refusal::state: return "state";
    case Refusal::cancelled: return "cancelled";
    case Refusal::declined: return "declined";
    case Refusal::busy: return "busy";
    case Refusal::unreachable: return "unreachable";
    case Refusal::misconfigured: return "misconfigured";
    case Refusal::untrusted: return "untrusted";
    case Refusal::weak: return "weak";
    case Refusal::unknown: return "unknown";
    case Refusal::disabled: return "disabled";
    case Refusal::taken: return "taken";
    case Refusal::link_gone: return "link_gone";
    case Refusal::wait: return "wait";
    }
    return "untrusted";
}

// What is left of the time that one request may take in all.
class Provider::Patience {
public:
    std::chrono::milliseconds left() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(end_ - std::chrono::steady_clock::now());
    }

private:
    std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + whole_patience;
};

Provider::Turn::Turn(Provider& provider) {
    std::lock_guard lock{provider.mutex_};
    if (provider.asking_ >= at_once) return;
    ++provider.asking_;
    provider_ = &provider;
}

Provider::Turn::~Turn() {
    if (!provider_) return;
    std::lock_guard lock{provider_->mutex_};
    --provider_->asking_;
}

bool Provider::password_may(const std::string& email) const {
    return !settings().only_this_way || std::ranges::count(settings().passwords_for, auth::plain_email(email)) > 0;
}

bool Provider::strong(const Claims& claims) const {
    if (std::ranges::count(settings().acr_strong, claims.acr) > 0) return true;
    return std::ranges::any_of(claims.amr,
                               [&](auto& way) { return std::ranges::count(settings().amr_strong, way) > 0; });
}

WebAnswer Provider::question(const std::string& url, const Patience& patience) const {
    WebQuestion question{.url = url, .ca_file = settings().ca_file, .plain_allowed = client_.plain_allowed};
    question.patience = patience.left();
    return ask(question);
}

// --- what the provider says of itself
// --------------------------------------------------------------------------------

std::shared_ptr<const Provider::Metadata> Provider::read_metadata(std::string_view text, Refusal& refusal) const {
    refusal = Refusal::misconfigured;
    auto said = read_object(text);
    if (!said) {
        refusal = Refusal::unreachable;
        return {};
    }
    // Discovery 1.0, 4.3: the very same, or somebody else answers in its place.
    if (member(*said, "issuer") != settings().issuer) return {};
    auto known = std::make_shared<Metadata>();
    known->authorization = member(*said, "authorization_endpoint"), known->token = member(*said, "token_endpoint");
    known->keys = member(*said, "jwks_uri"), known->end_session = member(*said, "end_session_endpoint");
    for (auto* address : {&known->authorization, &known->token, &known->keys})
        if (!may_be_asked(*address, client_.plain_allowed)) return {};
    if (!may_be_asked(known->end_session, client_.plain_allowed)) known->end_session.clear();
    if (!lists(*said, "response_types_supported", "code") || !lists(*said, "code_challenge_methods_supported", "S256"))
        return {};
    known->names_issuer = is_true(*said, "authorization_response_iss_parameter_supported");
    known->takes_basic = lists(*said, "token_endpoint_auth_methods_supported", "client_secret_basic");
    known->takes_post = lists(*said, "token_endpoint_auth_methods_supported", "client_secret_post", false);
    refusal = Refusal::none;
    return known;
}

Provider::Learnt<Provider::Metadata> Provider::metadata(Instant now, const Patience& patience) {
    {
        std::lock_guard lock{mutex_};
        if (metadata_ && now - metadata_->known_at < metadata_holds) return {Refusal::none, metadata_};
    }
    auto issuer = settings().issuer;
    if (issuer.ends_with('/')) issuer.pop_back();
    auto answer = question(issuer + "/.well-known/openid-configuration", patience);
    if (answer.status != 200) return {Refusal::unreachable};
    Refusal refusal;
    auto read = read_metadata(answer.body, refusal);
    if (!read) return {refusal};
    auto known = std::make_shared<Metadata>(*read);
    known->known_at = now;
    std::lock_guard lock{mutex_};
    metadata_ = known;
    return {Refusal::none, known};
}

// Keys learnt after that moment; those in memory where they are.
Provider::Learnt<Provider::KnownKeys> Provider::keys(const Metadata& provider, Instant now, Instant not_before,
                                                     const Patience& patience) {
    {
        std::lock_guard lock{mutex_};
        if (keys_ && keys_->known_at > not_before) return {Refusal::none, keys_};
    }
    auto answer = question(provider.keys, patience);
    auto read = answer.status == 200 ? read_keys(answer.body) : std::nullopt;
    if (!read) return {Refusal::unreachable};
    auto known = std::make_shared<KnownKeys>(KnownKeys{std::move(*read), now});
    std::lock_guard lock{mutex_};
    keys_ = known;
    return {Refusal::none, known};
}

// --- there and back ------------------------------------------------------------------------------------------------

Provider::Sent Provider::sign_in_address(const std::string& state, const std::string& nonce,
                                         const std::string& verifier, Instant now) {
    auto learnt = metadata(now, Patience{});
    if (!learnt.known) return {learnt.refusal};
    return {Refusal::none,
            with_query(learnt.known->authorization, query({{"response_type", "code"},
                                                           {"client_id", settings().client_id},
                                                           {"redirect_uri", client_.redirect_uri},
                                                           {"scope", "openid email"},
                                                           {"state", state},
                                                           {"nonce", nonce},
                                                           {"code_challenge", challenge_of(verifier)},
                                                           {"code_challenge_method", "S256"},
                                                           {"acr_values", joined(settings().acr_required)}}))};
}

Provider::SignedIn Provider::sign_in(const std::string& code, const std::string& said_issuer,
                                     const std::string& verifier, const std::string& nonce, Instant now) {
    Patience patience;
    auto learnt = metadata(now, patience);
    if (!learnt.known) return {learnt.refusal, "metadata"};
    auto& provider = *learnt.known;
    // RFC 9207: an answer of another provider that was led here.
    if (said_issuer.empty() ? provider.names_issuer : said_issuer != settings().issuer)
        return {Refusal::untrusted, "iss"};
    if (code.empty()) return {Refusal::declined, "code"};
    std::string id_token, access_token;
    auto redeemed = redeem(provider, code, verifier, id_token, access_token, patience);
    if (redeemed.refusal != Refusal::none) return redeemed;
    return believed(provider, id_token,
                    {settings().issuer, settings().client_id, nonce, access_token, settings().acr_required,
                     settings().email_claim, now},
                    patience);
}

Provider::SignedIn Provider::redeem(const Metadata& provider, const std::string& code, const std::string& verifier,
                                    std::string& id_token, std::string& access_token, const Patience& patience) const {
    auto way = settings().client_auth;
    bool by_post = way.empty() ? !provider.takes_basic && provider.takes_post : way == "post";
    WebQuestion question{.url = provider.token, .ca_file = settings().ca_file, .plain_allowed = client_.plain_allowed};
    question.form = query({{"grant_type", "authorization_code"},
                           {"code", code},
                           {"redirect_uri", client_.redirect_uri},
                           {"code_verifier", verifier},
                           {"client_id", by_post ? settings().client_id : ""},
                           {"client_secret", by_post ? client_.secret : ""}});
    // RFC 6749, 2.3.1: encoded as in a form before they are put together.
    if (!by_post)
        question.user = http::encoded(settings().client_id), question.password = http::encoded(client_.secret);
    question.patience = patience.left();
    auto answer = ask(question);
    auto said = read_object(answer.body);
    if (answer.status == 400 || answer.status == 401) {
        auto error = said ? member(*said, "error") : "";
        if (error == "invalid_client" || error == "unauthorized_client" || answer.status == 401)
            return {Refusal::misconfigured, "client"};
        return {Refusal::declined, "code"};
    }
    if (answer.status != 200 || !said) return {Refusal::unreachable, "token"};
    id_token = member(*said, "id_token"), access_token = member(*said, "access_token");
    if (id_token.empty()) return {Refusal::untrusted, "no_token"};
    return {};
}

Provider::SignedIn Provider::believed(const Metadata& provider, const std::string& id_token, const Expected& expected,
                                      const Patience& patience) {
    auto learnt = keys(provider, expected.now, expected.now - keys_hold, patience);
    if (!learnt.known) return {learnt.refusal, "keys"};
    auto checked = check_id_token(id_token, learnt.known->keys, expected);
    // It may have changed its keys; whoever makes tokens up does not make us ask each time.
    if (checked.doubt == Doubt::unknown_key && expected.now - learnt.known->known_at >= between_fetches) {
        learnt = keys(provider, expected.now, expected.now, patience);
        if (!learnt.known) return {learnt.refusal, "keys"};
        checked = check_id_token(id_token, learnt.known->keys, expected);
    }
    if (checked.doubt == Doubt::acr) return {Refusal::weak, to_text(checked.doubt)};
    if (checked.doubt != Doubt::none) return {Refusal::untrusted, to_text(checked.doubt)};
    return {Refusal::none, "", std::move(checked.claims)};
}

std::string Provider::sign_out_address() const {
    std::lock_guard lock{mutex_};
    if (!settings().end_session || !metadata_ || metadata_->end_session.empty()) return {};
    return with_query(metadata_->end_session, query({{"client_id", settings().client_id},
                                                     {"post_logout_redirect_uri", client_.public_url + "/"}}));
}

}
