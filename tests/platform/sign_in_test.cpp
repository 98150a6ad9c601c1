// Signing in and out, and what stands in the way of those who guess.
#include "platform/auth/sign_in_pages.hpp"
#include "tests/world/office.hpp"

using namespace std::chrono_literals;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto password = "dlouhe heslo z nekolika slov";

struct SignIn : testing::Test {
    SignIn() {
        office.database().in_write_transaction([&](db::Session& work) {
            auth::set_password(office.as_nobody(work), *auth::person_by_email(work, "eva@opora.example"),
                               auth::hash_password(password));
        });
    }
    http::Response try_as(const std::string& email, const std::string& typed, const std::string& back = "") {
        return office.post(office.stranger, "/prihlaseni", {{"email", email}, {"heslo", typed}, {"zpet", back}});
    }
    std::string token_in(const http::Response& response) {
        auto cookie = std::string{response.header("Set-Cookie")};
        return cookie.substr(cookie.find('=') + 1, cookie.find(';') - cookie.find('=') - 1);
    }
    bool signed_in(const std::string& token) {
        return auth::session_user(office.database(), token, office.clock().now()).has_value();
    }
    std::string link(std::chrono::hours valid = 72h) {
        return office.database().in_write_transaction([&](db::Session& work) {
            return auth::make_sign_in_link(work, *auth::person_by_email(work, "eva@opora.example"),
                                           office.clock().now(), valid);
        });
    }
    world::Office office;
};

}

TEST_F(SignIn, leads_back_where_the_person_came_from_and_never_elsewhere) {
    EXPECT_EQ(try_as("eva@opora.example", password, "/sluzby?q=a").location, "/sluzby?q=a");
    for (auto back :
         {"https://zle.example/", "//zle.example", "/\\zle.example", "/\t/zle.example", "javascript:alert(1)"})
        EXPECT_THAT(try_as("eva@opora.example", password, back).location, AnyOf("/", "/prehled")) << back;
}

TEST_F(SignIn, does_not_say_which_of_the_two_was_wrong) {
    auto wrong = try_as("eva@opora.example", "spatne heslo uplne jine"),
         unknown = try_as("nikdo@opora.example", "spatne heslo uplne jine");
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_EQ(unknown.status, http::unprocessable);
    EXPECT_THAT(wrong.body, HasSubstr("E-mail a\u00a0heslo k\u00a0sobě nepatří"));
    EXPECT_THAT(unknown.body, HasSubstr("E-mail a\u00a0heslo k\u00a0sobě nepatří"));
    EXPECT_THAT(wrong.body, HasSubstr("value=\"eva@opora.example\""));
    EXPECT_THAT(wrong.body, Not(HasSubstr("spatne")));
}

TEST_F(SignIn, slows_down_those_who_guess_and_lets_the_owner_in_afterwards) {
    for (int n = 0; n < 5; ++n) try_as("eva@opora.example", "spatne heslo uplne jine");
    auto refused = try_as("eva@opora.example", password);
    EXPECT_EQ(refused.status, http::too_many);
    EXPECT_NE(refused.header("Retry-After"), "");
    office.clock().set(office.clock().now() + 3s);
    EXPECT_EQ(try_as("eva@opora.example", password).status, http::see_other);
}

TEST_F(SignIn, waits_twice_as_long_after_each_further_failure_and_at_most_a_quarter_of_an_hour) {
    auto now = office.clock().now();
    auto wait_after = [&](int failures) {
        return office.database().in_write_transaction([&](db::Session& work) {
            auth::forget_failed_attempts(work, "eva@opora.example");
            for (int n = 0; n < failures; ++n)
                auth::note_failed_attempt(work, "eva@opora.example", "192.0.2." + std::to_string(n), now);
            return auth::wait_before_attempt(work, "Eva@Opora.example", "198.51.100.1", now);
        });
    };
    EXPECT_EQ(wait_after(4), 0s);
    EXPECT_EQ(wait_after(5), 2s);
    EXPECT_EQ(wait_after(6), 4s);
    EXPECT_EQ(wait_after(13), 512s);
    EXPECT_EQ(wait_after(14), 900s);
    EXPECT_EQ(wait_after(40), 900s);
}

TEST_F(SignIn, slows_down_an_address_that_tries_one_name_after_another) {
    auto guess = [&](int times) {
        office.database().in_write_transaction([&](db::Session& work) {
            for (int n = 0; n < times; ++n)
                auth::note_failed_attempt(work, std::to_string(n) + "@opora.example", "", office.clock().now());
        });
    };
    guess(19);
    EXPECT_EQ(try_as("eva@opora.example", password).status, http::see_other);
    guess(1);
    EXPECT_EQ(try_as("eva@opora.example", password).status, http::too_many);
}

TEST_F(SignIn, forgets_the_failures_of_somebody_who_got_in) {
    for (int round = 0; round < 2; ++round) {
        for (int n = 0; n < 4; ++n)
            EXPECT_EQ(try_as("eva@opora.example", "spatne heslo uplne jine").status, http::unprocessable);
        EXPECT_EQ(try_as("eva@opora.example", password).status, http::see_other);
    }
}

TEST_F(SignIn, signing_out_here_leaves_the_other_place_signed_in) {
    auto here = token_in(try_as("eva@opora.example", password)),
         elsewhere = token_in(try_as("eva@opora.example", password));
    office.database().in_write_transaction(
        [&](db::Session& work) { auth::end_session(work, here, office.clock().now()); });
    EXPECT_FALSE(signed_in(here));
    EXPECT_TRUE(signed_in(elsewhere));
}

TEST_F(SignIn, gives_a_new_session_each_time_and_ends_it_when_asked) {
    auto first = token_in(try_as("eva@opora.example", password)),
         second = token_in(try_as("eva@opora.example", password));
    EXPECT_NE(first, second);
    EXPECT_TRUE(signed_in(first));
    EXPECT_TRUE(signed_in(second));
    EXPECT_EQ(office.post(office.eva, "/odhlaseni/vsude").status, http::see_other);
    EXPECT_FALSE(signed_in(first));
    EXPECT_FALSE(signed_in(second));
}

TEST_F(SignIn, a_session_ends_by_itself) {
    auto token = token_in(try_as("eva@opora.example", password));
    office.clock().set(office.clock().now() + 59min);
    EXPECT_TRUE(signed_in(token));
    office.clock().set(office.clock().now() + 61min);
    EXPECT_FALSE(signed_in(token));
    EXPECT_FALSE(signed_in("neco jineho"));
}

TEST_F(SignIn, a_session_ends_after_half_a_day_however_busy_it_was) {
    auto token = token_in(try_as("eva@opora.example", password));
    for (int n = 0; n < 24; ++n) {
        office.clock().set(office.clock().now() + 30min);
        EXPECT_TRUE(signed_in(token)) << n;
    }
    office.clock().set(office.clock().now() + 1min);
    EXPECT_FALSE(signed_in(token));
}

TEST_F(SignIn, somebody_who_was_disabled_is_out_at_once) {
    auto token = token_in(try_as("eva@opora.example", password));
    office.database().write()->run("UPDATE people SET disabled_at = $1 WHERE email = 'eva@opora.example'",
                                   office.clock().now());
    EXPECT_FALSE(signed_in(token));
    EXPECT_EQ(try_as("eva@opora.example", password).status, http::unprocessable);
}

TEST_F(SignIn, a_link_acts_once_by_its_button_and_not_by_being_opened) {
    auto address = "/prihlaseni/odkaz/" + link();
    for (int n = 0; n < 3; ++n)
        EXPECT_EQ(office.get(office.stranger, address).status, http::ok);    // mail scanners look too
    http::Values typed{{"heslo", "nove dlouhe heslo pro praci"}, {"heslo_znovu", "nove dlouhe heslo pro praci"}};
    EXPECT_EQ(office.post(office.stranger, address, typed).status, http::see_other);
    EXPECT_EQ(office.post(office.stranger, address, typed).status, http::gone);
    EXPECT_EQ(office.get(office.stranger, address).status, http::gone);
    EXPECT_EQ(try_as("eva@opora.example", "nove dlouhe heslo pro praci").status, http::see_other);
}

TEST_F(SignIn, a_link_that_is_old_or_made_up_is_gone) {
    auto address = "/prihlaseni/odkaz/" + link(1h);
    office.clock().set(office.clock().now() + 61min);
    EXPECT_EQ(office.get(office.stranger, address).status, http::gone);
    EXPECT_EQ(office.get(office.stranger, "/prihlaseni/odkaz/abcdef").status, http::gone);
}

TEST_F(SignIn, a_weak_password_is_sent_back_with_a_reason) {
    auto address = "/prihlaseni/odkaz/" + link();
    for (auto weak : {"kratke", "aaaaaaaaaaaaaaaaaa", "heslo1234567890", "moje eva je nejlepsi eva"}) {
        auto answer = office.post(office.stranger, address, {{"heslo", weak}, {"heslo_znovu", weak}});
        EXPECT_EQ(answer.status,
                  std::string_view{weak} == "moje eva je nejlepsi eva" ? http::see_other : http::unprocessable)
            << weak;
    }
}

TEST_F(SignIn, every_attempt_and_every_entry_is_on_record) {
    try_as("eva@opora.example", "spatne heslo uplne jine");
    office.clock().set(office.clock().now() + 1s);
    try_as("eva@opora.example", password);
    EXPECT_THAT(office.audit(), testing::ElementsAre("auth.sign_in failed", "auth.signed_in done"));
}
