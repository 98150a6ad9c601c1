// Signing in with an account of the region's identity provider: there and back, whose account it is, and every lie that
// a provider, or somebody in its place, may tell.
#include "platform/auth/second_factor_pages.hpp"
#include "platform/auth/totp.hpp"
#include "platform/identity/identity_pages.hpp"
#include "platform/mail/outbox.hpp"
#include "tests/world/lying_provider.hpp"
#include "tests/world/office.hpp"

#include <fstream>

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using world::Claim;
using world::LyingProvider;

namespace {

constexpr auto eva_password = "dlouhe heslo z nekolika slov";

struct SignInElsewhere : testing::Test {
    SignInElsewhere() {
        provider.now = world::office_now;
        std::ofstream{secret} << provider.secret << "\n";
        std::filesystem::permissions(secret, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        begin();
    }
    ~SignInElsewhere() override {
        program.reset();
        std::filesystem::remove(secret);
    }

    // The program, with what a test changes of its settings.
    void begin(const std::function<void(identity::Settings&)>& change = [](identity::Settings&) {}) {
        auto configuration = office.application().configuration();
        configuration.identity.issuer = provider.issuer(), configuration.identity.client_id = provider.client;
        configuration.identity.client_secret_file = secret;
        change(configuration.identity);
        program.emplace(configuration);
        program->clock().set(office.clock().now());
    }
    void later(std::chrono::milliseconds time) {
        office.clock().set(office.clock().now() + time), program->clock().set(office.clock().now());
        provider.now = office.clock().now();
    }

    // A browser: its cookie, over the wire.
    struct Window {
        std::string cookie{};
    };
    http::Answer ask(Window& window, const std::string& method, const std::string& path, const std::string& body = "") {
        http::Head head;
        auto mark = path.find('?');
        head.method = method, head.target = path, head.path = std::string_view{path}.substr(0, mark);
        if (mark != path.npos) head.query = std::string_view{path}.substr(mark + 1);
        auto cookie = "opora=" + window.cookie;
        if (!window.cookie.empty()) head.headers.emplace_back("cookie", cookie);
        head.headers.emplace_back("accept", "text/html");
        auto whole = body;
        if (method == "POST") {
            head.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
            if (!window.cookie.empty()) whole += "&csrf=" + auth::form_token(window.cookie);
        }
        auto answer = program->dispatcher().answer(head, {whole, {}});
        for (auto& [name, value] : answer.headers)
            if (name == "Set-Cookie" && value.starts_with("opora="))
                window.cookie = value.substr(6, value.find(';') - 6);
        return answer;
    }
    static std::string location(const http::Answer& answer) {
        for (auto& [name, value] : answer.headers)
            if (name == "Location") return value;
        return "";
    }
    // There: the address of the provider to which the person is sent.
    std::string there(Window& window, const std::string& path = "/prihlaseni/ucet?zpet=/sluzby") {
        return location(ask(window, "GET", path));
    }
    // There and back.
    http::Answer sign_in(Window& window, const std::string& path = "/prihlaseni/ucet?zpet=/sluzby") {
        return ask(window, "GET", provider.authorize(there(window, path)));
    }
    bool signed_in(const Window& window) {
        return !window.cookie.empty() &&
               auth::session_user(office.database(), window.cookie, office.clock().now()).has_value();
    }

    void link(const User& who, const std::string& subject = "eva-at-the-region") {
        office.database().in_write_transaction([&](db::Session& work) {
            auto person = work.one<auth::Person>("SELECT * FROM people WHERE id = $1", who.id);
            ASSERT_TRUE(identity::link_identity(office.as_nobody(work), person, provider.issuer(), subject, ""));
        });
    }
    void give_password(const User& who) {
        office.database().in_write_transaction([&](db::Session& work) {
            auth::set_password(office.as_nobody(work),
                               work.one<auth::Person>("SELECT * FROM people WHERE id = $1", who.id),
                               auth::hash_password(eva_password));
        });
    }
    std::string form(const char* more) { return "heslo=dlouhe+heslo+z+nekolika+slov" + std::string{more}; }
    Window by_password(const std::string& name) {
        Window window;
        ask(window, "POST", "/prihlaseni", form(("&email=" + name + "%40opora.example").c_str()));
        return window;
    }

    std::vector<std::string> reasons() {
        auto lease = office.database().read();
        return lease->all<std::string>(
            "SELECT coalesce(reason, '') FROM audit_rows WHERE act = 'identity.sign_in' ORDER BY happened_at, id");
    }
    std::vector<std::string> letters_to(const std::string& name) {
        auto lease = office.database().read();
        return lease->all<std::string>("SELECT kind FROM letters WHERE recipient LIKE $1 ORDER BY id", name + "%");
    }

    // Nobody is signed in, the page says so without repeating what came, and the audit says why.
    void expect_refused(const std::string& reason, int status = 403) {
        later(1s);
        Window window;
        auto answer = sign_in(window);
        EXPECT_EQ(answer.status, status);
        EXPECT_FALSE(signed_in(window));
        ASSERT_THAT(reasons(), Not(IsEmpty()));
        EXPECT_EQ(reasons().back(), reason);
    }

    world::Office office;
    LyingProvider provider;
    std::filesystem::path secret = std::filesystem::temp_directory_path() / (unused_name() + ".secret");
    std::optional<Application> program;
};

}

// --- there and back --------------------------------------------------------------------------------------------------

// feature I4
TEST_F(SignInElsewhere, a_linked_person_comes_in_and_back_to_where_they_were) {
    link(office.eva);
    Window eva;
    auto page = ask(eva, "GET", "/prihlaseni?zpet=/sluzby").body;
    EXPECT_THAT(page, AllOf(HasSubstr("href=\"/prihlaseni/ucet?zpet=%2Fsluzby\""), HasSubstr("Přihlásit účtem kraje")));
    auto address = there(eva);
    EXPECT_THAT(address,
                AllOf(HasSubstr(provider.issuer() + "/authorize?realm=kraj&response_type=code&client_id=opora"),
                      HasSubstr("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fprihlaseni%2Fucet%2Fzpet"),
                      HasSubstr("code_challenge_method=S256"), HasSubstr("scope=openid%20email")));
    auto before = eva.cookie;
    EXPECT_THAT(address, Not(HasSubstr(before))) << "what stands in the cookie goes nowhere";
    EXPECT_FALSE(signed_in(eva));
    EXPECT_EQ(location(ask(eva, "GET", provider.authorize(address))), "/sluzby");
    EXPECT_TRUE(signed_in(eva));
    EXPECT_NE(eva.cookie, before) << "a token known before signing in is worth nothing";
    EXPECT_THAT(office.audit(), Contains("auth.signed_in done"));
    Window old{before};
    EXPECT_THAT(location(ask(old, "GET", "/ucet")), HasSubstr("/prihlaseni"));
}

TEST_F(SignInElsewhere, leads_back_to_own_addresses_only) {
    link(office.eva);
    for (auto back : {"https://zle.example/", "//zle.example", "/%5Czle.example", "/%09/zle.example"}) {
        Window window;
        EXPECT_EQ(location(sign_in(window, std::string{"/prihlaseni/ucet?zpet="} + back)), "/prehled") << back;
    }
}

TEST_F(SignInElsewhere, uses_the_ways_of_the_client_that_the_provider_offers) {
    link(office.eva);
    Window first, second;
    sign_in(first);
    EXPECT_EQ(provider.by_post, 0);
    provider.in_metadata = [](Claim& said) {
        said["token_endpoint_auth_methods_supported"] = boost::json::array{"client_secret_post"};
    };
    begin();
    EXPECT_EQ(location(sign_in(second)), "/sluzby");
    EXPECT_EQ(provider.by_post, 1);
}

TEST_F(SignInElsewhere, believes_each_of_its_three_algorithms) {
    link(office.eva);
    provider.shows = {&LyingProvider::first_key(), &LyingProvider::curve_key()};
    for (auto alg : {"RS256", "PS256", "ES256"}) {
        provider.alg = alg;
        provider.signs = alg == std::string_view{"ES256"} ? &LyingProvider::curve_key() : &LyingProvider::first_key();
        Window window;
        EXPECT_EQ(location(sign_in(window)), "/sluzby") << alg;
    }
}

TEST_F(SignInElsewhere, is_not_there_where_no_provider_is_configured) {
    EXPECT_EQ(office.get(office.stranger, "/prihlaseni/ucet").status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, "/prihlaseni/ucet/zpet?state=x&code=y").status, http::not_found);
    EXPECT_EQ(office.get(office.eva, "/ucet/propojeni").status, http::not_found);
    EXPECT_THAT(office.get(office.stranger, "/prihlaseni").body, Not(HasSubstr("/prihlaseni/ucet")));
}

// --- state, code and browser -----------------------------------------------------------------------------------------

TEST_F(SignInElsewhere, a_state_that_was_made_up_is_refused) {
    link(office.eva);
    Window window;
    there(window);
    for (auto state : {"", "abc", "../../x", "%00"})
        EXPECT_NE(ask(window, "GET", "/prihlaseni/ucet/zpet?code=c&state=" + std::string{state}).status, 303) << state;
    EXPECT_FALSE(signed_in(window));
    EXPECT_EQ(provider.tokens_asked, 0) << "no code is even tried";
}

TEST_F(SignInElsewhere, an_answer_brought_to_another_browser_is_refused) {
    link(office.eva);
    Window attacker, victim, other;
    auto back = provider.authorize(there(attacker));
    EXPECT_EQ(ask(victim, "GET", back).status, 400) << "signed in as somebody else without knowing it";
    there(other);
    EXPECT_EQ(ask(other, "GET", back).status, 400) << "nor while they are on their own way";
    EXPECT_FALSE(signed_in(victim) || signed_in(other));
    EXPECT_EQ(location(ask(attacker, "GET", back)), "/sluzby");
}

TEST_F(SignInElsewhere, an_answer_is_good_once) {
    link(office.eva);
    Window window;
    auto back = provider.authorize(there(window));
    Window copy = window;
    EXPECT_EQ(location(ask(window, "GET", back)), "/sluzby");
    EXPECT_EQ(ask(copy, "GET", back).status, 400);
    EXPECT_EQ(provider.tokens_asked, 1);
}

TEST_F(SignInElsewhere, a_code_of_another_sign_in_is_refused) {
    link(office.eva);
    Window first, second;
    auto one = provider.authorize(there(first)), two = provider.authorize(there(second));
    auto code = [](const std::string& back) { return back.substr(0, back.find("&state=")); };
    auto state = [](const std::string& back) { return back.substr(back.find("&state=")); };
    auto mixed = code(one) + state(two);
    EXPECT_EQ(ask(second, "GET", mixed).status, 403) << "the verifier of this browser does not fit it";
    EXPECT_FALSE(signed_in(second));
    EXPECT_THAT(reasons(), Contains("declined.code"));
}

TEST_F(SignInElsewhere, waits_ten_minutes_and_no_longer) {
    link(office.eva);
    Window quick, slow;
    auto one = provider.authorize(there(quick)), two = provider.authorize(there(slow));
    later(10min - 1ms);
    EXPECT_EQ(location(ask(quick, "GET", one)), "/sluzby");
    later(1ms);
    auto answer = ask(slow, "GET", two);
    EXPECT_EQ(answer.status, 400);
    EXPECT_THAT(answer.body, HasSubstr("Přihlášení se nepodařilo dokončit"));
}

TEST_F(SignInElsewhere, the_database_holds_nothing_with_which_somebody_could_finish_it) {
    Window window;
    auto address = there(window);
    auto asked = http::parse_urlencoded(std::string_view{address}.substr(address.find('?') + 1));
    auto state = *asked.find("state");
    auto lease = office.database().read();
    auto attempt = lease->one<identity::Attempt>("SELECT * FROM identity_attempts");
    for (auto& hash : {attempt.state_hash, attempt.browser_hash, attempt.remote_hash})
        for (auto& secret_text : {state, window.cookie, identity::verifier_of(state, window.cookie)})
            EXPECT_EQ(std::search(hash.begin(), hash.end(), secret_text.begin(), secret_text.end()), hash.end());
    EXPECT_EQ(identity::verifier_of(state, window.cookie).size(), 43u) << "as long as RFC 7636 asks at least";
    EXPECT_EQ(identity::nonce_of(state, window.cookie), *asked.find("nonce"));
}

TEST_F(SignInElsewhere, an_error_of_the_provider_becomes_a_sentence_without_its_words) {
    for (auto [error, sentence] : {std::pair{"access_denied", "Přihlášení jste zrušili"},
                                   {"server_error", "Účet kraje přihlášení nepotvrdil"},
                                   {"<b>x", "Účet kraje přihlášení nepotvrdil"}}) {
        Window window;
        auto back = provider.authorize(there(window));
        auto state = back.substr(back.find("&state="));
        auto answer = ask(window, "GET",
                          "/prihlaseni/ucet/zpet?error=" + http::percent_encode(error) +
                              "&error_description=Zavolejte+na+900+123+456" + state);
        EXPECT_EQ(answer.status, 403);
        EXPECT_THAT(answer.body, AllOf(HasSubstr(sentence), Not(HasSubstr("Zavolejte")), Not(HasSubstr("<b>x"))));
        EXPECT_EQ(ask(window, "GET", back).status, 400) << "the attempt is used up";
    }
}

TEST_F(SignInElsewhere, the_issuer_in_the_address_is_checked) {
    link(office.eva);
    provider.says_iss = "https://zly.example";
    expect_refused("untrusted.iss");
    provider.says_iss = provider.issuer();
    Window right;
    EXPECT_EQ(location(sign_in(right)), "/sluzby");
    provider.says_iss.reset();
    provider.in_metadata = [](Claim& said) { said["authorization_response_iss_parameter_supported"] = true; };
    begin();
    expect_refused("untrusted.iss");
}

TEST_F(SignInElsewhere, too_many_attempts_from_one_address_have_to_wait) {
    for (int n = 0; n < 30; ++n) {
        Window window;
        EXPECT_FALSE(there(window).empty()) << n;
    }
    Window more;
    EXPECT_EQ(ask(more, "GET", "/prihlaseni/ucet").status, 429);
    later(10min);
    EXPECT_EQ(ask(more, "GET", "/prihlaseni/ucet").status, 303);
    for (int n = 0; n < 20; ++n) {
        Window window;
        EXPECT_EQ(ask(window, "GET", "/prihlaseni/ucet/zpet?code=c&state=s").status, 400) << n;
    }
    EXPECT_EQ(ask(more, "GET", "/prihlaseni/ucet/zpet?code=c&state=s").status, 429);
    EXPECT_EQ(ask(more, "GET", "/prihlaseni/ucet").status, 429);
    later(3s);
    EXPECT_EQ(ask(more, "GET", "/prihlaseni/ucet").status, 303);
}

// --- lies ------------------------------------------------------------------------------------------------------------

TEST_F(SignInElsewhere, a_token_with_a_wrong_claim_is_refused) {
    link(office.eva);
    auto now = std::chrono::duration_cast<std::chrono::seconds>(provider.now.time_since_epoch()).count();
    struct Lie {
        const char* claim;
        boost::json::value value;
        const char* reason;
    };
    for (auto& lie :
         {Lie{"iss", "https://zly.example", "untrusted.issuer"}, Lie{"aud", "jina-aplikace", "untrusted.audience"},
          Lie{"azp", "jina-aplikace", "untrusted.audience"}, Lie{"nonce", "z jineho prihlaseni", "untrusted.nonce"},
          Lie{"exp", now - 61, "untrusted.time"}, Lie{"iat", now + 600, "untrusted.time"},
          Lie{"nbf", now + 600, "untrusted.time"}, Lie{"at_hash", "AAAA", "untrusted.at_hash"},
          Lie{"sub", "", "untrusted.subject"}}) {
        SCOPED_TRACE(lie.claim);
        provider.in_claims = [&](Claim& claims) { claims[lie.claim] = lie.value; };
        expect_refused(lie.reason);
    }
    provider.in_claims = [](Claim&) {};
    Window honest;
    EXPECT_EQ(location(sign_in(honest)), "/sluzby");
}

TEST_F(SignInElsewhere, a_token_that_is_not_signed_is_refused) {
    link(office.eva);
    provider.alg = "none";
    expect_refused("untrusted.algorithm");
}

TEST_F(SignInElsewhere, a_token_signed_by_the_public_key_as_a_secret_is_refused) {
    link(office.eva);
    provider.alg = "HS256";
    expect_refused("untrusted.algorithm");
}

TEST_F(SignInElsewhere, a_token_signed_by_another_key_under_the_same_name_is_refused) {
    link(office.eva);
    auto stolen_name = LyingProvider::second_key();
    stolen_name.kid = "first";
    provider.signs = &stolen_name;
    expect_refused("untrusted.signature");
}

TEST_F(SignInElsewhere, a_token_changed_on_its_way_is_refused) {
    link(office.eva);
    provider.in_token = [](std::string& token) {
        auto at = token.find('.') + 10;
        token[at] = token[at] == 'A' ? 'B' : 'A';
    };
    expect_refused("untrusted.signature");
    provider.in_token = [](std::string& token) { token = token.substr(0, token.rfind('.') + 1); };
    expect_refused("untrusted.signature");
    provider.in_token = [](std::string& token) { token = "neni.to.token"; };
    expect_refused("untrusted.malformed");
    provider.in_token = [](std::string& token) { token.clear(); };
    expect_refused("untrusted.no_token");
}

TEST_F(SignInElsewhere, changed_keys_are_learnt_at_most_once_a_minute) {
    link(office.eva);
    Window first;
    EXPECT_EQ(location(sign_in(first)), "/sluzby");
    EXPECT_EQ(provider.keys_asked, 1);
    provider.signs = &LyingProvider::second_key(), provider.shows = {&LyingProvider::second_key()};
    expect_refused("untrusted.unknown_key");
    EXPECT_EQ(provider.keys_asked, 1) << "they were learnt a moment ago";
    later(1min);
    Window second;
    EXPECT_EQ(location(sign_in(second)), "/sluzby");
    EXPECT_EQ(provider.keys_asked, 2);
    provider.signs = &LyingProvider::first_key();
    expect_refused("untrusted.unknown_key");
    EXPECT_EQ(provider.keys_asked, 2) << "the former key is worth nothing now";
    later(1h);
    provider.signs = &LyingProvider::second_key();
    Window third;
    EXPECT_EQ(location(sign_in(third)), "/sluzby");
    EXPECT_EQ(provider.keys_asked, 3) << "after an hour in any case";
}

TEST_F(SignInElsewhere, a_provider_that_says_it_is_another_is_refused) {
    Window window;
    provider.in_metadata = [](Claim& said) { said["issuer"] = "https://zly.example"; };
    EXPECT_EQ(ask(window, "GET", "/prihlaseni/ucet").status, 503);
    provider.in_metadata = [&](Claim& said) { said["issuer"] = provider.issuer() + "/"; };
    EXPECT_EQ(ask(window, "GET", "/prihlaseni/ucet").status, 503) << "not nearly the same";
    for (auto address :
         {"http://zly.example/token", "file:///etc/passwd", "https://a@b.example/", "", "ftp://127.0.0.1/"}) {
        provider.in_metadata = [&](Claim& said) { said["token_endpoint"] = address; };
        EXPECT_EQ(ask(window, "GET", "/prihlaseni/ucet").status, 503) << address;
    }
    provider.in_metadata = [](Claim& said) { said["code_challenge_methods_supported"] = boost::json::array{"plain"}; };
    EXPECT_EQ(ask(window, "GET", "/prihlaseni/ucet").status, 503);
    provider.in_metadata = [](Claim&) {};
    EXPECT_EQ(ask(window, "GET", "/prihlaseni/ucet").status, 303);
}

TEST_F(SignInElsewhere, a_provider_that_is_down_or_answers_something_else_is_told_so) {
    link(office.eva);
    using Lie = std::function<void(http::Answer&)>;
    std::pair<const char*, Lie> lies[]{
        {"an error", [](http::Answer& answer) { answer.status = 500; }},
        {"a redirect",
         [](http::Answer& answer) {
             answer.status = 302, answer.body.clear();
             answer.headers.emplace_back("Location", "/elsewhere");
         }},
        {"too much", [](http::Answer& answer) { answer.body = "{\"a\":\"" + std::string(2 << 20, 'x') + "\"}"; }},
        {"no JSON", [](http::Answer& answer) { answer.body = "<html>přihlaste se</html>"; }},
        {"deep JSON", [](http::Answer& answer) { answer.body = std::string(100'000, '['); }},
        {"nothing", [](http::Answer& answer) { answer.body.clear(); }}};
    for (auto path : {"/.well-known/openid-configuration", "/token", "/keys"})
        for (auto& [sentence, lie] : lies) {
            SCOPED_TRACE(std::string{path} + ": " + sentence);
            begin();
            provider.at = {{path, lie}};
            Window window;
            auto address = there(window);
            auto answer = address.empty() ? ask(window, "GET", "/prihlaseni/ucet")
                                          : ask(window, "GET", provider.authorize(address));
            EXPECT_EQ(answer.status, 503);
            EXPECT_THAT(answer.body, HasSubstr("teď neodpovídá"));
            EXPECT_FALSE(signed_in(window));
            provider.at.clear();
        }
    Window after;
    EXPECT_EQ(location(sign_in(after)), "/sluzby");
}

TEST_F(SignInElsewhere, a_provider_that_does_not_know_us_is_the_operators_business) {
    link(office.eva);
    provider.secret = "jine tajemstvi";
    expect_refused("misconfigured.client", 503);
}

TEST_F(SignInElsewhere, a_slow_provider_holds_two_requests_for_seconds_and_nothing_else) {
    link(office.eva);
    Window warm;
    sign_in(warm);
    std::vector<Window> windows(3);
    std::vector<std::string> backs;
    for (auto& window : windows) backs.push_back(provider.authorize(there(window)));
    provider.at["/token"] = [](http::Answer&) { std::this_thread::sleep_for(9s); };
    auto began = std::chrono::steady_clock::now();
    std::vector<int> statuses(2);
    {
        std::vector<std::jthread> threads;
        for (std::size_t n = 0; n < 2; ++n)
            threads.emplace_back([&, n] { statuses[n] = ask(windows[n], "GET", backs[n]).status; });
        ASSERT_TRUE(http::eventually([&] { return provider.tokens_asked == 3; }, 10s));
        // Meanwhile the database may be written, pages are answered, and the third is told to wait and may come again.
        office.database().write()->run("UPDATE people SET version = version WHERE id = $1", office.petr.id);
        Window other;
        EXPECT_EQ(ask(other, "GET", "/prihlaseni").status, 200);
        auto third = ask(windows[2], "GET", backs[2]);
        EXPECT_EQ(third.status, 503);
        EXPECT_THAT(third.body, HasSubstr("víc lidí najednou"));
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, 8500ms) << "five seconds, then enough";
    EXPECT_THAT(statuses, ElementsAre(503, 503));
    provider.at.clear();
    EXPECT_EQ(location(ask(windows[2], "GET", backs[2])), "/sluzby") << "the attempt was not used up";
}

// --- whose account ---------------------------------------------------------------------------------------------------

TEST_F(SignInElsewhere, an_account_that_nobody_here_has_makes_nobody_new) {
    Window window;
    auto answer = sign_in(window);
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("není s\u00a0Oporou propojený"), HasSubstr("opora@example.cz")));
    EXPECT_FALSE(signed_in(window));
    EXPECT_THAT(reasons(), ElementsAre("unknown"));
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM people"), 5);
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM external_identities"), 0)
        << "the same e-mail alone links nothing";
}

TEST_F(SignInElsewhere, a_verified_email_links_where_the_operator_wants_it) {
    begin([](identity::Settings& settings) { settings.link_by_email = true; });
    provider.in_claims = [](Claim& claims) { claims["email_verified"] = false; };
    expect_refused("unknown");
    provider.in_claims = [](Claim& claims) { claims["email"] = "nikdo@opora.example"; };
    expect_refused("unknown");
    provider.in_claims = [](Claim& claims) { claims["email"] = "Eva@Opora.example"; };
    Window eva;
    EXPECT_EQ(location(sign_in(eva)), "/sluzby");
    EXPECT_TRUE(signed_in(eva));
    EXPECT_THAT(letters_to("eva"), ElementsAre("identity_linked"));
    EXPECT_THAT(office.audit(), Contains("identity.linked done"));
    provider.subject = "somebody-else";
    expect_refused("taken");
}

TEST_F(SignInElsewhere, the_account_is_known_by_its_subject_not_by_its_email) {
    begin([](identity::Settings& settings) { settings.link_by_email = true; });
    link(office.petr);
    Window window;
    EXPECT_EQ(sign_in(window).status, 303);
    EXPECT_EQ(auth::session_user(office.database(), window.cookie, office.clock().now())->id, office.petr.id);
}

TEST_F(SignInElsewhere, a_blocked_person_stays_out) {
    link(office.eva);
    office.post(office.adam, "/sprava/lide/" + to_text(office.eva.id), {{"ukon", "zablokovat"}});
    expect_refused("disabled");
}

TEST_F(SignInElsewhere, a_person_links_their_account_themselves_with_their_password) {
    give_password(office.eva);
    auto eva = by_password("eva");
    ASSERT_TRUE(signed_in(eva));
    EXPECT_THAT(ask(eva, "GET", "/ucet").body, HasSubstr("/ucet/propojeni"));
    EXPECT_EQ(ask(eva, "POST", "/ucet/propojeni", "ukon=zacit&heslo=").status, 422);
    auto wrong = ask(eva, "POST", "/ucet/propojeni", "ukon=zacit&heslo=jine");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("href=\"#heslo\""));
    auto page = ask(eva, "POST", "/ucet/propojeni", form("&ukon=zacit")).body;
    auto at = page.find("href=\"" + provider.issuer());
    ASSERT_NE(at, page.npos);
    auto address = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    for (auto amp = address.find("&amp;"); amp != address.npos; amp = address.find("&amp;")) address.erase(amp + 1, 4);
    auto back = provider.authorize(address);
    auto cookie = eva.cookie;
    EXPECT_EQ(location(ask(eva, "GET", back)), "/ucet/propojeni?hotovo=propojeno");
    EXPECT_EQ(eva.cookie, cookie) << "the session goes on";
    EXPECT_THAT(ask(eva, "GET", "/ucet/propojeni?hotovo=propojeno").body, HasSubstr("Účty jsou propojené"));
    EXPECT_EQ(ask(eva, "GET", back).status, 400) << "the second click";
    EXPECT_THAT(letters_to("eva"), ElementsAre("identity_linked"));
    Window elsewhere;
    EXPECT_EQ(location(sign_in(elsewhere)), "/sluzby");
    EXPECT_THAT(office.get(office.adam, "/sprava/lide/" + to_text(office.eva.id)).body,
                AllOf(HasSubstr("účet kraje propojen"), HasSubstr(provider.subject)));

    EXPECT_EQ(location(ask(eva, "POST", "/ucet/propojeni", "ukon=zrusit")), "/ucet/propojeni?hotovo=zruseno");
    EXPECT_THAT(letters_to("eva"), testing::UnorderedElementsAre("identity_linked", "identity_unlinked"));
    expect_refused("unknown");
}

TEST_F(SignInElsewhere, an_answer_for_linking_acts_for_nobody_else) {
    give_password(office.eva), give_password(office.klara);
    auto eva = by_password("eva"), klara = by_password("klara");
    auto page = ask(eva, "POST", "/ucet/propojeni", form("&ukon=zacit")).body;
    auto at = page.find("href=\"" + provider.issuer());
    auto address = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    for (auto amp = address.find("&amp;"); amp != address.npos; amp = address.find("&amp;")) address.erase(amp + 1, 4);
    auto back = provider.authorize(address);
    EXPECT_EQ(ask(klara, "GET", back).status, 400);
    ask(eva, "POST", "/odhlaseni");
    EXPECT_EQ(ask(eva, "GET", back).status, 400) << "nor after signing out";
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM external_identities"), 0);
}

TEST_F(SignInElsewhere, an_account_of_somebody_else_is_not_linked) {
    link(office.petr);
    auto token = office.database().in_write_transaction([&](db::Session& work) {
        return auth::make_sign_in_link(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now(),
                                       72h);
    });
    Window eva;
    EXPECT_EQ(sign_in(eva, "/prihlaseni/odkaz/" + token + "/ucet").status, 403);
    EXPECT_FALSE(signed_in(eva));
    EXPECT_EQ(ask(eva, "GET", "/prihlaseni/odkaz/" + token).status, 200) << "the invitation still acts";
}

TEST_F(SignInElsewhere, an_invitation_links_once) {
    auto token = office.database().in_write_transaction([&](db::Session& work) {
        return auth::make_sign_in_link(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now(),
                                       72h);
    });
    Window eva, scanner;
    auto page = ask(eva, "GET", "/prihlaseni/odkaz/" + token).body;
    EXPECT_THAT(page, AllOf(HasSubstr("/ucet\">Přihlásit účtem kraje"), HasSubstr("id=\"heslo\"")));
    there(scanner, "/prihlaseni/odkaz/" + token + "/ucet");    // looks at every address
    auto two_windows = provider.authorize(there(scanner, "/prihlaseni/odkaz/" + token + "/ucet"));
    EXPECT_EQ(location(sign_in(eva, "/prihlaseni/odkaz/" + token + "/ucet")), "/prehled");
    EXPECT_TRUE(signed_in(eva));
    EXPECT_EQ(ask(scanner, "GET", two_windows).status, 410);
    EXPECT_EQ(ask(eva, "GET", "/prihlaseni/odkaz/" + token + "/ucet").status, 410);
    Window again;
    EXPECT_EQ(location(sign_in(again)), "/sluzby");
}

TEST_F(SignInElsewhere, an_administrator_ends_the_link_and_the_sessions) {
    link(office.eva);
    Window eva;
    sign_in(eva);
    auto address = "/sprava/lide/" + to_text(office.eva.id);
    EXPECT_EQ(office.post(office.petr, address, {{"ukon", "zrusit_propojeni"}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.adam, address, {{"ukon", "zrusit_propojeni"}}).status, http::see_other);
    EXPECT_EQ(office.post(office.adam, address, {{"ukon", "zrusit_propojeni"}}).status, http::see_other)
        << "nothing to do";
    EXPECT_FALSE(signed_in(eva));
    EXPECT_THAT(letters_to("eva"), ElementsAre("identity_unlinked"));
    EXPECT_THAT(office.audit(), Contains("identity.unlinked done"));
    EXPECT_THAT(office.get(office.adam, address).body, HasSubstr("propojení s\u00a0účtem kraje zrušeno"));
    expect_refused("unknown");
    link(office.klara);
    Window klara;
    EXPECT_EQ(location(sign_in(klara)), "/sluzby") << "the account may belong to another person now";
}

// --- how strongly ----------------------------------------------------------------------------------------------------

TEST_F(SignInElsewhere, a_required_strength_is_asked_for_and_checked) {
    link(office.eva);
    begin([](identity::Settings& settings) {
        settings.acr_required = {"http://eidas.europa.eu/LoA/substantial", "http://eidas.europa.eu/LoA/high"};
    });
    Window window;
    EXPECT_THAT(there(window), HasSubstr("acr_values=http%3A%2F%2Feidas.europa.eu%2FLoA%2Fsubstantial%20http"));
    expect_refused("weak.acr");
    provider.in_claims = [](Claim& claims) { claims["acr"] = "http://eidas.europa.eu/LoA/low"; };
    expect_refused("weak.acr");
    provider.in_claims = [](Claim& claims) { claims["acr"] = "http://eidas.europa.eu/LoA/high"; };
    EXPECT_EQ(location(sign_in(window)), "/sluzby");
}

TEST_F(SignInElsewhere, a_second_step_at_the_provider_counts_only_where_it_is_configured) {
    link(office.adam);
    provider.in_claims = [](Claim& claims) { claims["amr"] = boost::json::array{"pwd", "otp"}; };
    Window weak;
    EXPECT_EQ(location(sign_in(weak)), "/sluzby");
    EXPECT_EQ(location(ask(weak, "GET", "/sprava/lide")), "/ucet/druhy-krok") << "an administrator sets one up first";
    begin([](identity::Settings& settings) { settings.amr_strong = {"otp", "hwk"}, settings.acr_strong = {"high"}; });
    Window strong;
    EXPECT_EQ(location(sign_in(strong)), "/sluzby");
    EXPECT_EQ(ask(strong, "GET", "/sprava/lide").status, 200);
    EXPECT_EQ(location(ask(weak, "GET", "/sprava/lide")), "/ucet/druhy-krok") << "each session for itself";
    provider.in_claims = [](Claim& claims) { claims["acr"] = "high"; };
    Window by_acr;
    sign_in(by_acr);
    EXPECT_EQ(ask(by_acr, "GET", "/sprava/lide").status, 200);
}

TEST_F(SignInElsewhere, the_own_second_step_follows_otherwise) {
    link(office.eva);
    office.post(office.eva, "/ucet/druhy-krok", {{"ukon", "zacit"}});
    auto code = [&](int away) {
        auto lease = office.database().read();
        auto factor = auth::second_factor(*lease, office.eva.id);
        if (!factor) factor = auth::factor_in_making(*lease, office.eva.id, office.clock().now());
        auto text = auth::secret_of(office.application().key_room().store(), *factor);
        return auth::totp::code(text, auth::totp::step_at(office.clock().now()) + away);
    };
    office.post(office.eva, "/ucet/druhy-krok", {{"ukon", "potvrdit"}, {"kod", code(-1)}});
    Window eva;
    EXPECT_EQ(location(sign_in(eva)), "/prihlaseni/krok");
    EXPECT_FALSE(signed_in(eva));
    EXPECT_EQ(location(ask(eva, "POST", "/prihlaseni/krok", "kod=" + code(0))), "/sluzby");
    EXPECT_TRUE(signed_in(eva));
    begin([](identity::Settings& settings) { settings.acr_strong = {"high"}; });
    provider.in_claims = [](Claim& claims) { claims["acr"] = "high"; };
    Window strong;
    EXPECT_EQ(location(sign_in(strong)), "/sluzby");
}

// --- only this way, and out ------------------------------------------------------------------------------------------

TEST_F(SignInElsewhere, with_passwords_off_only_the_emergency_account_uses_one) {
    give_password(office.eva), give_password(office.klara);
    begin([](identity::Settings& settings) {
        settings.only_this_way = true, settings.passwords_for = {"Klara@opora.example"};
    });
    Window window;
    EXPECT_THAT(ask(window, "GET", "/prihlaseni").body, HasSubstr("Nouzové přihlášení heslem"));
    auto of_eva = ask(window, "POST", "/prihlaseni", form("&email=eva%40opora.example"));
    auto of_nobody = ask(window, "POST", "/prihlaseni", form("&email=nikdo%40opora.example"));
    EXPECT_EQ(of_eva.status, 422);
    EXPECT_EQ(of_nobody.status, 422);
    EXPECT_THAT(of_eva.body, HasSubstr("jen nouzový správce"));
    EXPECT_THAT(of_nobody.body, HasSubstr("jen nouzový správce")) << "who has an account does not show";
    EXPECT_TRUE(signed_in(by_password("klara")));

    auto token = office.database().in_write_transaction([&](db::Session& work) {
        return auth::make_sign_in_link(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now(),
                                       72h);
    });
    auto address = "/prihlaseni/odkaz/" + token;
    EXPECT_THAT(ask(window, "GET", address).body, Not(HasSubstr("id=\"heslo\"")));
    EXPECT_EQ(ask(window, "POST", address, form("&heslo_znovu=dlouhe+heslo+z+nekolika+slov")).status, 422);
    EXPECT_EQ(location(sign_in(window, address + "/ucet")), "/prehled");
    EXPECT_THAT(ask(window, "GET", "/ucet/propojeni").body, HasSubstr("jen správce"));
    EXPECT_EQ(ask(window, "POST", "/ucet/propojeni", "ukon=zrusit").status, 403) << "nobody locks themselves out";
}

TEST_F(SignInElsewhere, signing_out_here_says_how_to_sign_out_there) {
    link(office.eva);
    Window eva;
    sign_in(eva);
    EXPECT_EQ(location(ask(eva, "POST", "/odhlaseni")), "/");
    begin([](identity::Settings& settings) { settings.end_session = true; });
    sign_in(eva);
    EXPECT_EQ(location(ask(eva, "POST", "/odhlaseni")), "/prihlaseni?odhlaseno=ano");
    EXPECT_FALSE(signed_in(eva));
    EXPECT_THAT(ask(eva, "GET", "/prihlaseni?odhlaseno=ano").body,
                HasSubstr("href=\"" + provider.issuer() + "/logout?client_id=opora&amp;post_logout_redirect_uri=http"));
}

// --- settings --------------------------------------------------------------------------------------------------------

TEST_F(SignInElsewhere, settings_that_would_be_unsafe_stop_the_program_with_a_sentence) {
    auto why = [&](const std::function<void(identity::Settings&)>& change) {
        identity::Settings settings{
            .issuer = "https://prihlaseni.kraj.example", .client_id = "opora", .client_secret_file = secret};
        change(settings);
        try {
            identity::client_of(settings, "https://opora.kraj.example");
        } catch (const std::runtime_error& error) { return std::string{error.what()}; }
        return std::string{};
    };
    EXPECT_EQ(why([](auto&) {}), "");
    EXPECT_EQ(why([](auto& settings) { settings.issuer = "http://[::1]:8080/kraj"; }), "");
    for (auto issuer :
         {"http://prihlaseni.kraj.example", "prihlaseni.kraj.example", "https://", "https://a:b@kraj.example",
          "https://kraj.example/?a=b", "https://kraj.example/#a", "http://127.0.0.1.zly.example"})
        EXPECT_THAT(why([&](auto& settings) { settings.issuer = issuer; }), HasSubstr("identity.issuer")) << issuer;
    EXPECT_THAT(why([](auto& settings) { settings.client_id = ""; }), HasSubstr("client_id"));
    EXPECT_THAT(why([](auto& settings) { settings.client_secret_file = "/neni/tu"; }), HasSubstr("cannot be read"));
    EXPECT_THAT(why([](auto& settings) { settings.client_auth = "jwt"; }), HasSubstr("basic or post"));
    EXPECT_THAT(why([](auto& settings) { settings.only_this_way = true; }), HasSubstr("passwords_for"));
    std::filesystem::permissions(secret, std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    EXPECT_THAT(why([](auto&) {}), HasSubstr("chmod 640"));
}
