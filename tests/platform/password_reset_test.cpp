// Invitations and forgotten passwords by mail: who gets a link, for how long, and what a stranger learns from asking.
#include "platform/auth/action_links.hpp"
#include "platform/auth/password_reset_pages.hpp"
#include "platform/mail/outbox.hpp"
#include "tests/world/office.hpp"

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr auto old_words = "dlouhe heslo z nekolika slov", new_words = "nove dlouhe heslo pro praci";

struct ForgottenPassword : testing::Test {
    ForgottenPassword() { give_password("eva@opora.example", old_words); }

    void give_password(const std::string& email, const std::string& words) {
        office.database().in_write_transaction([&](db::Session& work) {
            auth::set_password(office.as_nobody(work), *auth::person_by_email(work, email), auth::hash_password(words));
        });
    }
    void later(std::chrono::milliseconds time) { office.clock().set(office.clock().now() + time); }
    http::Response ask(const std::string& email) {
        return office.post(office.stranger, "/zapomenute-heslo", {{"email", email}});
    }
    void do_jobs() {
        while (office.application().workers().take_one()) {}
    }
    std::vector<mail::QueuedLetter> letters(const std::string& kind) {
        auto lease = office.database().read();
        return lease->all<mail::QueuedLetter>("SELECT * FROM letters WHERE kind = $1 ORDER BY created_at, id", kind);
    }
    static std::string path_in(const std::string& text) {
        auto at = text.find("http://127.0.0.1:8080/");
        if (at == text.npos) return "";
        return text.substr(at + 21, text.find('\n', at) - at - 21);
    }
    // Asks as somebody with this e-mail and opens their mailbox.
    std::string reset_of(const std::string& email) {
        ask(email);
        do_jobs();
        auto sent = letters("password_reset");
        return sent.empty() ? "" : path_in(sent.back().body);
    }
    http::Response choose(const std::string& path, const std::string& words) {
        return office.post(office.stranger, path, {{"heslo", words}, {"heslo_znovu", words}});
    }
    http::Response sign_in(const std::string& email, const std::string& words) {
        return office.post(office.stranger, "/prihlaseni", {{"email", email}, {"heslo", words}, {"zpet", ""}});
    }
    std::string session_of_eva() {
        return office.database().in_write_transaction([&](db::Session& work) {
            return auth::begin_session(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now());
        });
    }
    http::Response change(const User& person, http::Values typed) {
        return office.post(office.adam, "/sprava/lide/" + to_text(person.id), std::move(typed));
    }
    world::Office office;
};

}

TEST_F(ForgottenPassword, a_link_by_mail_sets_a_new_password_and_ends_all_sessions) {
    EXPECT_THAT(office.get(office.stranger, "/prihlaseni").body, HasSubstr("href=\"/zapomenute-heslo\""));
    EXPECT_EQ(office.get(office.stranger, "/zapomenute-heslo").status, http::ok);
    auto token = session_of_eva();
    auto path = reset_of(" Eva@opora.example ");
    ASSERT_THAT(path, HasSubstr("/zapomenute-heslo/"));
    EXPECT_EQ(letters("password_reset").front().recipient, "eva@opora.example");
    for (int n = 0; n < 2; ++n) {
        auto page = office.get(office.stranger, path);
        EXPECT_EQ(page.status, http::ok) << "opening changes nothing: scanners of mail open too";
        EXPECT_THAT(page.body, HasSubstr("action=\"" + path + "\""));
    }
    EXPECT_EQ(sign_in("eva@opora.example", old_words).status, http::see_other);

    auto done = choose(path, new_words);
    EXPECT_EQ(done.status, http::see_other);
    EXPECT_EQ(done.location, "/prihlaseni?heslo=nove") << "signing in asks for the rest";
    EXPECT_EQ(done.header("Set-Cookie"), "");
    EXPECT_THAT(office.get(office.stranger, done.location).body, HasSubstr("Heslo je změněné"));
    EXPECT_FALSE(auth::session_user(office.database(), token, office.clock().now()));
    EXPECT_EQ(sign_in("eva@opora.example", old_words).status, http::unprocessable);
    EXPECT_EQ(sign_in("eva@opora.example", new_words).status, http::see_other);
    auto told = letters("password_changed");
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].recipient, "eva@opora.example");
    EXPECT_THAT(told[0].body, Not(HasSubstr(new_words)));
    EXPECT_THAT(office.audit(), Contains("auth.password_reset done"));
}

TEST_F(ForgottenPassword, a_stranger_cannot_tell_who_has_an_account) {
    auto known = ask("eva@opora.example"), unknown = ask("nikdo@opora.example");
    EXPECT_EQ(known.status, http::ok);
    EXPECT_EQ(unknown.status, http::ok);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_THAT(known.body, Not(HasSubstr("eva@")));
    {
        // The same rows were written for both before the answer.
        auto lease = office.database().read();
        EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM jobs WHERE kind = 'auth.password_reset'"), 2);
        EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM action_links"), 0);
        EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM letters"), 0);
    }
    do_jobs();
    EXPECT_EQ(letters("password_reset").size(), 1u);
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM jobs WHERE state = 'done'"), 2);
}

TEST_F(ForgottenPassword, somebody_blocked_gets_no_link_and_an_earlier_one_is_gone) {
    auto path = reset_of("eva@opora.example");
    ASSERT_EQ(change(office.eva, {{"ukon", "zablokovat"}}).status, http::see_other);
    EXPECT_EQ(office.get(office.stranger, path).status, http::gone);
    EXPECT_EQ(choose(path, new_words).status, http::gone);
    later(10min);
    reset_of("eva@opora.example");
    EXPECT_EQ(letters("password_reset").size(), 1u);
}

TEST_F(ForgottenPassword, what_is_no_address_is_sent_back) {
    for (auto wrong : {"", "eva", "eva@opora", "eva@opora.example\r\nBcc: zle@jinde.example", "a b@opora.example,c"}) {
        auto answer = ask(wrong);
        EXPECT_EQ(answer.status, http::unprocessable) << wrong;
        EXPECT_THAT(answer.body, HasSubstr("#email"));
    }
    do_jobs();
    EXPECT_THAT(letters("password_reset"), IsEmpty());
}

TEST_F(ForgottenPassword, a_link_acts_once_and_for_an_hour) {
    auto path = reset_of("eva@opora.example");
    later(59min);
    EXPECT_EQ(office.get(office.stranger, path).status, http::ok);
    later(1min);
    auto late = office.get(office.stranger, path);
    EXPECT_EQ(late.status, http::gone);
    EXPECT_THAT(late.body, HasSubstr("Odkaz už neplatí"));
    EXPECT_EQ(choose(path, new_words).status, http::gone);
    EXPECT_EQ(sign_in("eva@opora.example", old_words).status, http::see_other);

    path = reset_of("eva@opora.example");
    EXPECT_EQ(choose(path, new_words).status, http::see_other);
    EXPECT_EQ(choose(path, "jeste jedno dlouhe heslo").status, http::gone) << "the second click";
    EXPECT_EQ(office.get(office.stranger, path).status, http::gone);
    EXPECT_EQ(sign_in("eva@opora.example", new_words).status, http::see_other);
}

TEST_F(ForgottenPassword, made_up_links_and_those_for_something_else_are_gone) {
    auto first = office.database().in_write_transaction([&](db::Session& work) {
        return auth::make_sign_in_link(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now(),
                                       72h);
    });
    for (auto& token : {std::string{"abcdef"}, first, std::string(500, 'a'), std::string{"' OR 1=1 --"}}) {
        EXPECT_EQ(office.get(office.stranger, "/zapomenute-heslo/" + token).status, http::gone) << token;
        EXPECT_EQ(choose("/zapomenute-heslo/" + token, new_words).status, http::gone) << token;
    }
    auto path = reset_of("eva@opora.example");
    auto token = path.substr(path.rfind('/') + 1);
    EXPECT_EQ(choose("/prihlaseni/odkaz/" + token, new_words).status, http::gone)
        << "a forgotten password does not sign in past the second step";
    EXPECT_EQ(sign_in("eva@opora.example", old_words).status, http::see_other);
}

TEST_F(ForgottenPassword, a_newer_link_and_a_new_password_revoke_the_earlier_ones) {
    auto first = reset_of("eva@opora.example");
    later(6min);
    auto second = reset_of("eva@opora.example");
    ASSERT_NE(first, second);
    EXPECT_EQ(office.get(office.stranger, first).status, http::gone);
    EXPECT_EQ(office.get(office.stranger, second).status, http::ok);
    give_password("eva@opora.example", "heslo ktere nekdo nastavil jinak");
    EXPECT_EQ(office.get(office.stranger, second).status, http::gone);
    EXPECT_EQ(choose(second, new_words).status, http::gone);
}

TEST_F(ForgottenPassword, a_weak_password_leaves_the_link_as_it_is) {
    auto path = reset_of("eva@opora.example");
    auto refused = choose(path, "kratke");
    EXPECT_EQ(refused.status, http::unprocessable);
    EXPECT_THAT(refused.body, HasSubstr("action=\"" + path + "\""));
    EXPECT_THAT(refused.body, Not(HasSubstr("value=\"kratke\"")));
    EXPECT_EQ(office.post(office.stranger, path, {{"heslo", new_words}, {"heslo_znovu", old_words}}).status,
              http::unprocessable);
    EXPECT_EQ(choose(path, new_words).status, http::see_other);
}

TEST_F(ForgottenPassword, nobody_fills_the_mailbox_of_another) {
    for (int n = 0; n < 4; ++n) reset_of("eva@opora.example");
    EXPECT_EQ(letters("password_reset").size(), 1u) << "at most one in five minutes";
    for (int n = 0; n < 8; ++n) later(5min), reset_of("eva@opora.example");
    EXPECT_EQ(letters("password_reset").size(), 5u) << "at most five in a day";
    later(24h);
    reset_of("eva@opora.example");
    EXPECT_EQ(letters("password_reset").size(), 6u);
}

TEST_F(ForgottenPassword, an_address_that_asks_for_one_after_another_waits) {
    for (int n = 0; n < 10; ++n) EXPECT_EQ(ask("nikdo" + std::to_string(n) + "@opora.example").status, http::ok) << n;
    auto refused = ask("eva@opora.example");
    EXPECT_EQ(refused.status, http::too_many);
    EXPECT_NE(refused.header("Retry-After"), "");
    EXPECT_THAT(refused.body, HasSubstr("value=\"eva@opora.example\""));
    EXPECT_EQ(sign_in("eva@opora.example", old_words).status, http::see_other) << "signing in is counted apart";
    later(3s);
    EXPECT_EQ(ask("eva@opora.example").status, http::ok);
    EXPECT_EQ(ask("eva@opora.example").status, http::too_many);
    later(25h);
    for (int n = 0; n < 9; ++n) EXPECT_EQ(ask("eva@opora.example").status, http::ok) << "counted anew, " << n;
}

TEST_F(ForgottenPassword, the_letter_speaks_the_language_of_whoever_asked) {
    http::Request request{.method = "POST", .path = "/zapomenute-heslo", .values = {{"email", "eva@opora.example"}}};
    request.texts = &office.application().languages().english();
    office.application().dispatcher().answer(office.stranger, std::move(request));
    do_jobs();
    EXPECT_EQ(letters("password_reset").at(0).subject, "New password for Opora");
}

TEST_F(ForgottenPassword, a_new_person_is_invited_by_mail) {
    auto made = office.post(office.adam, "/sprava/lide/novy",
                            {{"email", "jana@obec.example"},
                             {"jmeno", "Jana Nová"},
                             {"nova_organizace", "Obec Víchová"},
                             {"druh_organizace", "municipality"},
                             {"role", "planning_coordinator"},
                             {"dosah", "area"},
                             {"obvody", "5104"}});
    ASSERT_EQ(made.status, http::ok);
    EXPECT_THAT(made.body, HasSubstr("jana@obec.example"));
    auto sent = letters("invitation");
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].recipient, "jana@obec.example");
    auto path = path_in(sent[0].body);
    ASSERT_THAT(path, HasSubstr("/prihlaseni/odkaz/"));
    EXPECT_THAT(made.body, HasSubstr(path)) << "the link on the page stays for those without mail";
    auto entered = choose(path, new_words);
    EXPECT_EQ(entered.status, http::see_other);
    EXPECT_NE(entered.header("Set-Cookie"), "");
    EXPECT_THAT(letters("password_changed"), IsEmpty()) << "the first password is no change";
    EXPECT_EQ(choose(path, new_words).status, http::gone);
    EXPECT_THAT(office.audit(), Contains("auth.invited done"));
}

TEST_F(ForgottenPassword, an_invitation_sent_again_replaces_the_former_and_tells_who_had_a_password) {
    EXPECT_EQ(change(office.eva, {{"ukon", "pozvanka"}}).location,
              "/sprava/lide/" + to_text(office.eva.id) + "?ulozeno=pozvan");
    later(1s);
    change(office.eva, {{"ukon", "pozvanka"}});
    auto sent = letters("invitation");
    ASSERT_EQ(sent.size(), 2u);
    EXPECT_EQ(office.get(office.stranger, path_in(sent[0].body)).status, http::gone);
    EXPECT_EQ(choose(path_in(sent[1].body), new_words).status, http::see_other);
    EXPECT_EQ(letters("password_changed").size(), 1u);

    change(office.eva, {{"ukon", "zablokovat"}});
    EXPECT_EQ(change(office.eva, {{"ukon", "pozvanka"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, "/sprava/lide/" + to_text(office.petr.id), {{"ukon", "pozvanka"}}).status,
              http::forbidden);
    EXPECT_EQ(letters("invitation").size(), 2u);
}

TEST_F(ForgottenPassword, links_stay_out_of_the_access_log) {
    for (auto method : {"GET", "POST"}) {
        http::Head head;
        head.method = method, head.path = "/zapomenute-heslo/tajemstvi";
        EXPECT_TRUE(office.application().dispatcher().plan(head).private_path) << method;
    }
}
