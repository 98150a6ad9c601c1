// The second step of signing in: codes as the RFCs compute them, each good once; who is half signed in; who must set it
// up first; and what is done when the phone is lost.
#include "platform/auth/second_factor_pages.hpp"
#include "platform/auth/totp.hpp"
#include "platform/mail/outbox.hpp"
#include "tests/world/office.hpp"

using namespace std::chrono_literals;
using auth::totp::matching_step;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

Instant at_second(std::int64_t second) { return Instant{std::chrono::seconds{second}}; }

constexpr auto rfc_secret = "12345678901234567890";

}

TEST(CodesOfTheClock, are_those_of_the_rfc) {
    // RFC 6238, appendix B: SHA-1, eight digits.
    std::pair<std::int64_t, const char*> vectors[]{{59, "94287082"},         {1111111109, "07081804"},
                                                   {1111111111, "14050471"}, {1234567890, "89005924"},
                                                   {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (auto& [second, expected] : vectors)
        EXPECT_EQ(auth::totp::code(rfc_secret, second / 30, 8), expected) << second;
    // RFC 4226, appendix D: six digits.
    const char* counted[]{"755224", "287082", "359152", "969429", "338314",
                          "254676", "287922", "162583", "399871", "520489"};
    for (int n = 0; n < 10; ++n) EXPECT_EQ(auth::totp::code(rfc_secret, n), counted[n]) << n;
    EXPECT_EQ(auth::totp::step_at(at_second(59)), 1);
    EXPECT_EQ(auth::totp::step_at(at_second(60)), 2);
}

TEST(CodesOfTheClock, forgive_half_a_minute_either_way_and_no_more) {
    auto now = at_second(1111111109);
    auto here = auth::totp::step_at(now);
    auto code = [&](std::int64_t away) { return auth::totp::code(rfc_secret, here + away); };
    for (auto away : {-1, 0, 1}) EXPECT_EQ(matching_step(rfc_secret, code(away), now, 0), here + away);
    for (auto away : {-2, 2}) EXPECT_FALSE(matching_step(rfc_secret, code(away), now, 0)) << away;
    EXPECT_FALSE(matching_step(rfc_secret, code(0), now, here)) << "each once";
    EXPECT_FALSE(matching_step(rfc_secret, code(-1), now, here)) << "and none that is older than one that was used";
    EXPECT_EQ(matching_step(rfc_secret, code(1), now, here), here + 1);
    for (auto wrong : {"", "1", "1234567", "abcdef", "      "})
        EXPECT_FALSE(matching_step(rfc_secret, wrong, now, 0)) << wrong;
}

TEST(CodesOfTheClock, go_to_the_phone_as_an_address) {
    EXPECT_EQ(auth::totp::base32(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(auth::totp::base32("f"), "MY");
    EXPECT_EQ(auth::totp::base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(
        auth::totp::address("Opora", "eva@opora.example", "fooba"),
        "otpauth://totp/Opora:eva%40opora.example?secret=MZXW6YTB&issuer=Opora&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(auth::totp::new_secret().size(), 20u);
    EXPECT_NE(auth::totp::new_secret(), auth::totp::new_secret());
}

namespace {

constexpr auto known_password = "dlouhe heslo z nekolika slov";
constexpr auto set_up_page = "/ucet/druhy-krok";

struct SecondStep : testing::Test {
    SecondStep() {
        office.database().in_write_transaction([&](db::Session& work) {
            auto hash = auth::hash_password(known_password);
            for (auto email : {"eva@opora.example", "adam@opora.example", "petr@opora.example"})
                auth::set_password(office.as_nobody(work), *auth::person_by_email(work, email), hash);
        });
    }
    void later(std::chrono::milliseconds time) { office.clock().set(office.clock().now() + time); }

    // A browser: its cookie, over the wire.
    struct Browser {
        std::string cookie{};
    };
    http::Answer ask(Browser& browser, const std::string& method, const std::string& path, const std::string& body = "",
                     const std::string& accept = "text/html") {
        http::Head head;
        auto mark = path.find('?');
        head.method = method, head.target = path, head.path = std::string_view{path}.substr(0, mark);
        if (mark != path.npos) head.query = std::string_view{path}.substr(mark + 1);
        auto cookie = "opora=" + browser.cookie;
        if (!browser.cookie.empty()) head.headers.emplace_back("cookie", cookie);
        head.headers.emplace_back("accept", accept);
        auto whole = body;
        if (method == "POST") {
            head.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
            if (!browser.cookie.empty()) whole += "&csrf=" + auth::form_token(browser.cookie);
        }
        auto answer = office.application().dispatcher().answer(head, {whole, {}});
        for (auto& [name, value] : answer.headers)
            if (name == "Set-Cookie" && value.starts_with("opora="))
                browser.cookie = value.substr(6, value.find(';') - 6);
        return answer;
    }
    static std::string location(const http::Answer& answer) {
        for (auto& [name, value] : answer.headers)
            if (name == "Location") return value;
        return "";
    }
    http::Answer type_password(Browser& browser, const std::string& name = "eva") {
        return ask(browser, "POST", "/prihlaseni",
                   "email=" + name + "@opora.example&heslo=dlouhe+heslo+z+nekolika+slov&zpet=/sluzby");
    }
    http::Answer type_code(Browser& browser, const std::string& code) {
        return ask(browser, "POST", "/prihlaseni/krok", "kod=" + code);
    }

    std::string secret_of(const User& person) {
        auto lease = office.database().read();
        auto factor = auth::second_factor(*lease, person.id);
        if (!factor) factor = auth::factor_in_making(*lease, person.id, office.clock().now());
        return auth::secret_of(office.application().key_room().store(), *factor);
    }
    std::string code_of(const User& person, int away = 0) {
        return auth::totp::code(secret_of(person), auth::totp::step_at(office.clock().now()) + away);
    }
    static std::vector<std::string> codes_in(const std::string& page) {
        std::vector<std::string> codes;
        for (auto at = page.find("<li><code>"); at != page.npos; at = page.find("<li><code>", at + 1))
            codes.push_back(page.substr(at + 10, page.find('<', at + 10) - at - 10));
        return codes;
    }
    http::Response act(const User& who, http::Values typed) { return office.post(who, set_up_page, std::move(typed)); }
    // Sets it up as Eva does, and waits until the code that she used is over.
    std::vector<std::string> set_up(const User& who) {
        act(who, {{"ukon", "zacit"}});
        auto page = act(who, {{"ukon", "potvrdit"}, {"kod", code_of(who)}});
        EXPECT_EQ(page.status, http::ok) << page.body.substr(0, 2000);
        later(30s);
        return codes_in(page.body);
    }
    std::vector<std::string> letters_to(const std::string& name) {
        auto lease = office.database().read();
        return lease->all<std::string>("SELECT kind FROM letters WHERE recipient = $1 ORDER BY created_at, id",
                                       name + "@opora.example");
    }
    std::int64_t count(const char* what) {
        auto lease = office.database().read();
        if (std::string_view{what} == "factors") return lease->one<std::int64_t>("SELECT count(*) FROM second_factors");
        return lease->one<std::int64_t>("SELECT count(*) FROM recovery_codes");
    }

    world::Office office;
};

}

TEST_F(SecondStep, is_set_up_with_a_code_and_shows_recovery_codes_once) {
    EXPECT_THAT(office.get(office.eva, "/ucet").body, HasSubstr(set_up_page));
    EXPECT_EQ(act(office.eva, {{"ukon", "zacit"}}).location, set_up_page);
    auto page = office.get(office.eva, set_up_page).body;
    EXPECT_THAT(page, AllOf(HasSubstr("<svg class=\"qr\""), HasSubstr("name=\"kod\"")));
    auto lease = office.database().read();
    EXPECT_FALSE(auth::second_factor(*lease, office.eva.id)) << "not before it is confirmed";

    auto wrong = act(office.eva, {{"ukon", "potvrdit"}, {"kod", "abc def"}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, HasSubstr("href=\"#kod\""));
    auto code = code_of(office.eva);
    auto done = act(office.eva, {{"ukon", "potvrdit"}, {"kod", code.substr(0, 3) + " " + code.substr(3)}});
    EXPECT_EQ(done.status, http::ok);
    auto codes = codes_in(done.body);
    ASSERT_EQ(codes.size(), 10u);
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10u);
    EXPECT_EQ(act(office.eva, {{"ukon", "potvrdit"}, {"kod", code}}).status, http::see_other) << "the second click";
    auto later_page = office.get(office.eva, set_up_page).body;
    EXPECT_THAT(codes_in(later_page), IsEmpty());
    EXPECT_THAT(later_page, Not(HasSubstr("class=\"qr\"")));
    EXPECT_THAT(letters_to("eva"), ElementsAre("second_factor_on"));
    EXPECT_THAT(office.audit(), Contains("auth.second_factor_on done"));
}

TEST_F(SecondStep, keeps_neither_the_secret_nor_the_codes_readable) {
    auto codes = set_up(office.eva);
    auto secret = secret_of(office.eva);
    auto lease = office.database().read();
    auto kept = lease->one<db::Bytes>("SELECT secret FROM second_factors WHERE person_id = $1", office.eva.id);
    EXPECT_EQ(std::search(kept.begin(), kept.end(), secret.begin(), secret.end()), kept.end());
    auto plain = auth::plain_recovery_code(codes[0]);
    for (auto& hash : lease->all<db::Bytes>("SELECT code_hash FROM recovery_codes"))
        EXPECT_EQ(std::search(hash.begin(), hash.end(), plain.begin(), plain.end()), hash.end());
}

// feature J5
TEST_F(SecondStep, is_asked_for_after_the_password_and_lets_in_with_a_code) {
    set_up(office.eva);
    Browser browser;
    EXPECT_EQ(location(type_password(browser)), "/prihlaseni/krok");
    auto half = browser.cookie;
    EXPECT_FALSE(auth::session_user(office.database(), half, office.clock().now()));
    EXPECT_THAT(location(ask(browser, "GET", "/ucet")), HasSubstr("/prihlaseni")) << "half signed in is not signed in";
    EXPECT_EQ(ask(browser, "GET", "/prihlaseni/krok").status, 200);
    EXPECT_EQ(type_code(browser, "").status, 422);
    auto entered = type_code(browser, code_of(office.eva));
    EXPECT_EQ(location(entered), "/sluzby");
    EXPECT_NE(browser.cookie, half) << "the token known before is worth nothing";
    EXPECT_TRUE(auth::session_user(office.database(), browser.cookie, office.clock().now()));
    EXPECT_EQ(ask(browser, "GET", "/ucet").status, 200);
    Browser again{half};
    EXPECT_EQ(location(ask(again, "GET", "/prihlaseni/krok")), "/prihlaseni?krok=znovu");
    EXPECT_EQ(location(type_code(again, code_of(office.eva, 1))), "/prihlaseni?krok=znovu");
}

TEST_F(SecondStep, takes_each_code_once) {
    set_up(office.eva);
    auto code = code_of(office.eva);
    Browser first, second;
    type_password(first), type_password(second);
    EXPECT_EQ(location(type_code(first, code)), "/sluzby");
    auto refused = type_code(second, code);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, Not(HasSubstr(code))) << "what was typed is not repeated";
    later(30s);
    EXPECT_EQ(location(type_code(second, code_of(office.eva))), "/sluzby");
}

TEST_F(SecondStep, is_not_passed_by_a_made_up_or_old_state) {
    set_up(office.eva);
    for (auto forged : {std::string{}, std::string{"abc"}, std::string(400, 'x'), to_text(office.eva.id)}) {
        Browser browser{forged};
        EXPECT_EQ(location(ask(browser, "GET", "/prihlaseni/krok")), "/prihlaseni?krok=znovu");
        EXPECT_EQ(location(type_code(browser, code_of(office.eva))), "/prihlaseni?krok=znovu");
    }
    Browser late;
    type_password(late);
    later(10min);
    EXPECT_EQ(location(type_code(late, code_of(office.eva))), "/prihlaseni?krok=znovu");
    EXPECT_THAT(ask(late, "GET", "/prihlaseni?krok=znovu").body, HasSubstr("příliš dlouho"));

    // A session's token is no half state, and the half state of one person takes no code of another.
    Browser of_adam;
    set_up(office.adam);
    type_password(of_adam, "adam");
    EXPECT_EQ(type_code(of_adam, code_of(office.eva)).status, 422);
}

TEST_F(SecondStep, a_password_change_or_being_blocked_ends_the_half_state) {
    set_up(office.eva);
    Browser one, other;
    type_password(one), type_password(other);
    office.database().in_write_transaction(
        [&](db::Session& work) { auth::end_all_sessions(work, office.eva.id, office.clock().now()); });
    EXPECT_EQ(location(type_code(one, code_of(office.eva))), "/prihlaseni?krok=znovu");
    type_password(other);
    office.post(office.adam, "/sprava/lide/" + to_text(office.eva.id), {{"ukon", "zablokovat"}});
    EXPECT_EQ(location(type_code(other, code_of(office.eva))), "/prihlaseni?krok=znovu");
}

TEST_F(SecondStep, slows_down_guessing_and_asks_for_the_password_again) {
    set_up(office.eva);
    Browser browser;
    type_password(browser);
    for (int n = 0; n < 5; ++n) EXPECT_EQ(type_code(browser, "00000" + std::to_string(n)).status, 422) << n;
    EXPECT_EQ(location(type_code(browser, code_of(office.eva))), "/prihlaseni?krok=znovu") << "five, then the password";
    type_password(browser);
    auto waits = type_code(browser, code_of(office.eva));
    EXPECT_EQ(waits.status, 429) << "a new half state does not begin the count anew";
    later(3s);
    EXPECT_EQ(location(type_code(browser, code_of(office.eva))), "/sluzby");
    EXPECT_THAT(office.audit(), Contains("auth.second_step failed"));
}

TEST_F(SecondStep, lets_in_with_a_recovery_code_once) {
    auto codes = set_up(office.eva);
    Browser browser;
    type_password(browser);
    EXPECT_EQ(type_code(browser, "aaaa-bbbb-cccc-dddd").status, 422);
    auto shouted = codes[3];
    for (auto& c : shouted) c = c == '-' ? '+' : char(std::toupper(c));
    EXPECT_EQ(location(type_code(browser, shouted)), "/sluzby") << "as it was copied by hand";
    EXPECT_THAT(office.audit(), Contains("auth.recovery_code_used done"));
    EXPECT_THAT(office.get(office.eva, set_up_page).body, HasSubstr("Zbývá 9"));
    Browser second;
    type_password(second);
    EXPECT_EQ(type_code(second, codes[3]).status, 422);
    EXPECT_EQ(location(type_code(second, codes[4])), "/sluzby");
}

TEST_F(SecondStep, codes_of_one_person_are_nothing_to_another) {
    auto codes = set_up(office.eva);
    set_up(office.adam);
    Browser browser;
    type_password(browser, "adam");
    EXPECT_EQ(type_code(browser, codes[0]).status, 422);
    type_password(browser, "eva");
    EXPECT_EQ(location(type_code(browser, codes[0])), "/sluzby");
}

TEST_F(SecondStep, renews_recovery_codes_for_a_code) {
    auto codes = set_up(office.eva);
    EXPECT_EQ(act(office.eva, {{"ukon", "kody"}, {"kod_kody", "000000"}}).status, http::unprocessable);
    auto missing = act(office.eva, {{"ukon", "kody"}});
    EXPECT_EQ(missing.status, http::unprocessable);
    EXPECT_THAT(missing.body, HasSubstr("href=\"#kod_kody\""));
    auto fresh = codes_in(act(office.eva, {{"ukon", "kody"}, {"kod_kody", code_of(office.eva)}}).body);
    ASSERT_EQ(fresh.size(), 10u);
    Browser browser;
    type_password(browser);
    EXPECT_EQ(type_code(browser, codes[0]).status, 422);
    EXPECT_EQ(location(type_code(browser, fresh[0])), "/sluzby");
}

TEST_F(SecondStep, is_switched_off_with_the_password_and_a_code) {
    set_up(office.eva);
    auto without = act(office.eva, {{"ukon", "vypnout"}, {"kod", code_of(office.eva)}, {"heslo", "jine dlouhe heslo"}});
    EXPECT_EQ(without.status, http::unprocessable);
    EXPECT_THAT(without.body, HasSubstr("href=\"#heslo\""));
    EXPECT_EQ(act(office.eva, {{"ukon", "vypnout"}, {"kod", "000000"}, {"heslo", known_password}}).status,
              http::unprocessable);
    auto off = act(office.eva, {{"ukon", "vypnout"}, {"kod", code_of(office.eva)}, {"heslo", known_password}});
    EXPECT_EQ(off.location, std::string{set_up_page} + "?hotovo=vypnuto");
    EXPECT_EQ(count("factors"), 0);
    EXPECT_EQ(count("codes"), 0);
    EXPECT_EQ(office.application().key_room().store().count(), 0) << "the key of the secret is gone too";
    EXPECT_EQ(act(office.eva, {{"ukon", "vypnout"}, {"kod", "000000"}, {"heslo", known_password}}).status,
              http::see_other);
    EXPECT_THAT(letters_to("eva"), ElementsAre("second_factor_on", "second_factor_off"));
    Browser browser;
    EXPECT_EQ(location(type_password(browser)), "/sluzby");
}

TEST_F(SecondStep, other_browsers_are_signed_out_when_it_begins) {
    Browser here, there;
    type_password(here), type_password(there);
    ask(here, "POST", set_up_page, "ukon=zacit");
    EXPECT_EQ(ask(here, "POST", set_up_page, "ukon=potvrdit&kod=" + code_of(office.eva)).status, 200);
    EXPECT_EQ(ask(here, "GET", "/ucet").status, 200);
    EXPECT_THAT(location(ask(there, "GET", "/ucet")), HasSubstr("/prihlaseni"));
}

TEST_F(SecondStep, a_secret_that_is_not_confirmed_runs_out_and_is_replaced) {
    act(office.eva, {{"ukon", "zacit"}});
    auto first = secret_of(office.eva);
    act(office.eva, {{"ukon", "zacit"}});
    EXPECT_NE(secret_of(office.eva), first);
    EXPECT_EQ(count("factors"), 1);
    EXPECT_EQ(office.application().key_room().store().count(), 1);
    auto code = code_of(office.eva);
    later(1h);
    EXPECT_EQ(act(office.eva, {{"ukon", "potvrdit"}, {"kod", code}}).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, set_up_page).body, Not(HasSubstr("class=\"qr\"")));
    set_up(office.eva);
    auto kept = secret_of(office.eva);
    act(office.eva, {{"ukon", "zacit"}});
    EXPECT_EQ(secret_of(office.eva), kept) << "one that is on is not replaced by a click";
}

TEST_F(SecondStep, whose_role_sees_people_sets_it_up_before_anything_else) {
    Browser adam;
    type_password(adam, "adam");
    for (auto path : {"/", "/prehled", "/sprava/lide", "/sluzby"})
        EXPECT_EQ(location(ask(adam, "GET", path)), set_up_page) << path;
    EXPECT_EQ(ask(adam, "GET", "/sprava/lide", "", "application/json").status, 403);
    EXPECT_EQ(ask(adam, "POST", "/sprava/role", "administrator=").status, 403) << "nor the rule away";
    auto page = ask(adam, "GET", set_up_page);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Vaše role druhý krok vyžaduje"));
    EXPECT_EQ(ask(adam, "GET", "/ucet").status, 200);
    ask(adam, "POST", set_up_page, "ukon=zacit");
    EXPECT_EQ(ask(adam, "POST", set_up_page, "ukon=potvrdit&kod=" + code_of(office.adam)).status, 200);
    EXPECT_EQ(ask(adam, "GET", "/sprava/lide").status, 200);

    Browser eva;
    type_password(eva);
    EXPECT_EQ(ask(eva, "GET", "/prehled").status, 200) << "a planner's role sees no people";
    Browser petr;
    type_password(petr, "petr");
    EXPECT_EQ(location(ask(petr, "GET", "/prehled")), set_up_page);
    EXPECT_EQ(ask(petr, "POST", "/odhlaseni").status, 303);
}

TEST_F(SecondStep, roles_that_need_it_are_a_setting) {
    auto page = office.get(office.adam, "/sprava/role").body;
    EXPECT_THAT(page, AllOf(HasSubstr("id=\"role-key_worker\""), HasSubstr("1 bez druhého kroku")));
    EXPECT_EQ(office.post(office.eva, "/sprava/role", {{"regional_planner", "ano"}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.adam, "/sprava/role", {{"administrator", "ano"}, {"regional_planner", "ano"}}).status,
              http::see_other);
    {
        auto lease = office.database().read();
        EXPECT_TRUE(auth::needs_second_factor(*lease, Role::regional_planner));
        EXPECT_TRUE(auth::needs_second_factor(*lease, Role::administrator));
        EXPECT_FALSE(auth::needs_second_factor(*lease, Role::key_worker));
        EXPECT_TRUE(auth::lacks_second_factor(*lease, office.eva));
        EXPECT_FALSE(auth::lacks_second_factor(*lease, office.petr));
    }
    office.post(office.adam, "/sprava/role", {{"administrator", "ano"}});
    auto lease = office.database().read();
    EXPECT_FALSE(auth::needs_second_factor(*lease, Role::regional_planner));
    EXPECT_THAT(office.audit(), Contains("auth.role_rules_changed done"));
}

TEST_F(SecondStep, an_administrator_resets_it_and_the_person_is_told) {
    set_up(office.eva);
    Browser eva;
    type_password(eva);
    type_code(eva, code_of(office.eva));
    auto address = "/sprava/lide/" + to_text(office.eva.id);
    EXPECT_THAT(office.get(office.adam, address).body, HasSubstr("druhy_krok"));
    EXPECT_EQ(office.post(office.petr, address, {{"ukon", "druhy_krok"}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.adam, address, {{"ukon", "druhy_krok"}}).status, http::see_other);
    EXPECT_EQ(office.post(office.adam, address, {{"ukon", "druhy_krok"}}).status, http::see_other) << "nothing to do";
    EXPECT_THAT(location(ask(eva, "GET", "/ucet")), HasSubstr("/prihlaseni"));
    EXPECT_THAT(letters_to("eva"), ElementsAre("second_factor_on", "second_factor_reset"));
    EXPECT_THAT(office.audit(), Contains("auth.second_factor_reset done"));
    EXPECT_EQ(location(type_password(eva)), "/sluzby");
    EXPECT_THAT(office.get(office.adam, address).body, Not(HasSubstr("druhy_krok")));
}

TEST_F(SecondStep, does_not_open_with_another_master_key) {
    set_up(office.eva);
    auto configuration = office.application().configuration();
    std::filesystem::remove(configuration.master_key);
    keys::KeyRoom elsewhere{configuration.keys, configuration.master_key};
    EXPECT_THROW(elsewhere.store(), std::runtime_error) << "no new key where something was sealed by the lost one";
}
