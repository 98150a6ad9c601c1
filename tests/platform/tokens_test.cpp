// A person's programs ask by a token: never further than the token was made for, never further than the person is now,
// and the audit knows both.
#include "platform/auth/second_factor.hpp"
#include "platform/notices/notice.hpp"
#include "platform/tokens/token_pages.hpp"
#include "tests/world/office.hpp"

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

struct Tokens : testing::Test {
    using Headers = std::vector<std::pair<std::string, std::string>>;

    http::Answer ask(const std::string& token, const std::string& target, Headers more = {},
                     const std::string& method = "GET", const std::string& body = {}) {
        held = {method, target, token.empty() ? "" : "Bearer " + token};
        names = std::move(more);
        http::Head head;
        head.method = held[0], head.target = held[1];
        auto mark = held[1].find('?');
        head.path = std::string_view{held[1]}.substr(0, mark);
        if (mark != std::string::npos) head.query = std::string_view{held[1]}.substr(mark + 1);
        if (!token.empty()) head.headers.emplace_back("authorization", held[2]);
        for (auto& [name, value] : names) head.headers.emplace_back(name, value);
        head.remote = "192.0.2.7";
        return office.application().dispatcher().answer(head, {body, {}});
    }
    http::Answer send(const std::string& token, const std::string& target, const std::string& body) {
        return ask(token, target, {{"content-type", "application/x-www-form-urlencoded"}}, "POST", body);
    }
    static std::string header(const http::Answer& answer, std::string_view name) {
        for (auto& [key, value] : answer.headers)
            if (key == name) return value;
        return {};
    }

    // As a person does on the page.
    std::string make(const User& who, const http::Values& typed) {
        auto page = office.post(who, "/ucet/tokeny", typed);
        EXPECT_EQ(page.status, http::ok) << page.body.substr(0, 3000);
        auto at = page.body.find("<code>opora_");
        return at == page.body.npos ? "" : page.body.substr(at + 6, tokens::token_length);
    }
    std::string reading(const User& who) {
        return make(who,
                    {{"nazev", "tabulka"}, {"plati_do", "24. 12. 2026"}, {"dosah", "network"}, {"dosah", "public"}});
    }
    std::string writing(const User& who) {
        return make(who, {{"nazev", "skript"}, {"plati_do", "24. 12. 2026"}, {"zapis", "ano"}, {"dosah", "network"}});
    }
    tokens::ApiToken only(const User& who) {
        auto lease = office.database().read();
        auto all = tokens::tokens_of(*lease, who.id);
        EXPECT_EQ(all.size(), 1u);
        return all.at(0);
    }
    void later(std::chrono::milliseconds time) { office.clock().set(office.clock().now() + time); }
    std::vector<std::string> actors(const std::string& act) {
        auto lease = office.database().read();
        return lease->all<std::string>("SELECT actor FROM audit_rows WHERE act = $1 ORDER BY id", act);
    }

    std::vector<std::string> held;
    Headers names;
    world::Office office;
};

}

TEST_F(Tokens, let_a_program_ask_in_its_persons_name_and_answer_as_json) {
    auto token = reading(office.eva);
    ASSERT_TRUE(tokens::well_formed(token)) << token;
    auto list = ask(token, "/sprava/kapacity", {{"accept", "text/html"}});
    EXPECT_EQ(list.status, 200);
    EXPECT_EQ(header(list, "Content-Type"), "application/json");
    EXPECT_EQ(header(list, "Cache-Control"), "no-store");
    EXPECT_EQ(header(list, "Set-Cookie"), "");
    auto file = ask(token, "/sprava/kapacity.csv");
    EXPECT_EQ(file.status, 200);
    EXPECT_THAT(header(file, "Content-Type"), StartsWith("text/csv"));
    EXPECT_EQ(ask("", "/sprava/kapacity", {{"accept", "application/json"}}).status, 401);
    EXPECT_EQ(header(ask("", "/sprava/kapacity", {{"accept", "application/json"}}), "WWW-Authenticate"),
              "Bearer realm=\"Opora\"");
}

TEST_F(Tokens, are_shown_once_and_kept_as_a_hash) {
    auto token = reading(office.eva);
    EXPECT_THAT(office.get(office.eva, "/ucet/tokeny").body, Not(HasSubstr(token.substr(0, 20))));
    EXPECT_EQ(only(office.eva).token_hash, tokens::hash_of(token));
    EXPECT_NE(only(office.eva).token_hash, auth::token_hash(token));
    EXPECT_EQ(ask("", "/prehled", {{"cookie", "opora=" + token}}).status, 303) << "in a cookie it is no session";
}

TEST_F(Tokens, reach_what_they_were_made_for_and_never_accounts_people_or_the_audit) {
    auto outside = make(office.eva, {{"nazev", "web"}, {"plati_do", "24. 12. 2026"}, {"dosah", "public"}});
    EXPECT_EQ(ask(outside, "/sluzby").status, 200);
    auto refused = ask(outside, "/sprava/kapacity");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(header(refused, "WWW-Authenticate"), HasSubstr("error=\"insufficient_scope\""));
    EXPECT_EQ(header(refused, "Content-Type"), "application/problem+json");
    EXPECT_THAT(refused.body, HasSubstr("Sem tento klíč nesahá"));
    EXPECT_THAT(actors("network.list_capacities"), ElementsAre("token " + to_text(only(office.eva).id)));
    auto all = reading(office.eva);
    for (auto closed : {"/ucet", "/ucet/tokeny", "/ucet/druhy-krok", "/oznameni", "/prihlaseni", "/sprava/lide",
                        "/sprava/tokeny", "/sprava/napojeni", "/sprava/audit"})
        EXPECT_EQ(ask(all, closed).status, 403) << closed;
    EXPECT_EQ(ask(all, "/neni").status, 404);
    EXPECT_EQ(ask(all, "/sluzby", {}, "POST").status, 405);
}

TEST_F(Tokens, never_reach_further_than_their_person_does_now) {
    EXPECT_EQ(ask(reading(office.dana), "/sprava/kapacity").status, 403);
    auto token = reading(office.eva);
    EXPECT_EQ(ask(token, "/sprava/kapacity").status, 200);
    office.database().write()->run("UPDATE grants SET valid_to = $1 WHERE person_id = $2",
                                   day_in_prague(office.clock().now()), office.eva.id);
    EXPECT_EQ(ask(token, "/sprava/kapacity").status, 403);
}

TEST_F(Tokens, write_only_if_they_were_made_for_it) {
    auto reader = reading(office.eva);
    auto refused = send(reader, "/poskytovatele/novy", "nazev=Spolek");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("smí jen číst"));
    auto writer = writing(office.eva);
    EXPECT_EQ(send(writer, "/poskytovatele/novy", "").status, 422) << "the form is asked, and no token of a form";
    auto done = send(writer, "/poskytovatele/novy", "nazev=Spolek+Klic&ico=27082440&pravni_forma=");
    EXPECT_EQ(done.status, 303) << done.body;
}

TEST_F(Tokens, win_over_a_cookie) {
    auto session = office.database().in_write_transaction([&](db::Session& work) {
        return auth::begin_session(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now());
    });
    auto cookie = std::pair<std::string, std::string>{"cookie", "opora=" + session};
    EXPECT_EQ(ask("", "/sprava/kapacity", {cookie}).status, 200);
    EXPECT_EQ(ask(reading(office.dana), "/sprava/kapacity", {cookie}).status, 403);
    EXPECT_EQ(ask("opora_neni", "/sprava/kapacity", {cookie}).status, 401);
}

TEST_F(Tokens, that_are_wrong_are_told_so_where_strangers_may_read_too) {
    auto forged = std::string{tokens::token_prefix} + auth::new_token();
    for (auto target : {"/sluzby", "/api/hsds/services", "/"}) {
        auto refused = ask(forged, target);
        EXPECT_EQ(refused.status, 401) << target;
        EXPECT_THAT(header(refused, "WWW-Authenticate"), HasSubstr("error=\"invalid_token\"")) << target;
    }
    EXPECT_EQ(ask("", "/sluzby", {{"authorization", "Basic b3BvcmE6eA=="}}).status, 200) << "a proxy's own business";
    EXPECT_EQ(ask("", "/sluzby", {{"authorization", "Bearer"}}).status, 401);
}

TEST_F(Tokens, hold_until_the_end_of_their_last_day) {
    auto token = reading(office.eva);
    office.clock().set(*parse_instant("2026-12-24T22:59:59Z"));    // in Prague a second before midnight
    EXPECT_EQ(ask(token, "/sprava/kapacity").status, 200);
    office.clock().set(*parse_instant("2026-12-24T23:00:00Z"));
    auto refused = ask(token, "/sprava/kapacity");
    EXPECT_EQ(refused.status, 401);
    EXPECT_THAT(header(refused, "WWW-Authenticate"), HasSubstr("The token has expired"));
    EXPECT_THAT(actors("tokens.refused"), ElementsAre("token " + to_text(only(office.eva).id)));
}

TEST_F(Tokens, end_with_the_account_of_their_person) {
    auto token = reading(office.eva);
    office.database().write()->run("UPDATE people SET disabled_at = $1 WHERE id = $2", office.clock().now(),
                                   office.eva.id);
    auto refused = ask(token, "/sprava/kapacity");
    EXPECT_EQ(refused.status, 401);
    EXPECT_THAT(refused.body, HasSubstr("uzavřený"));
}

TEST_F(Tokens, need_the_second_step_where_the_role_does) {
    auto token = reading(office.eva);
    office.database().in_write_transaction(
        [&](db::Session& work) { auth::set_rule(office.as_nobody(work), Role::regional_planner, true); });
    EXPECT_EQ(ask(token, "/sprava/kapacity").status, 401);
    // And the page is closed to a session that has none yet.
    auto session = office.database().in_write_transaction([&](db::Session& work) {
        return auth::begin_session(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now());
    });
    auto led = ask("", "/ucet/tokeny", {{"cookie", "opora=" + session}});
    EXPECT_EQ(header(led, "Location"), "/ucet/druhy-krok");
    EXPECT_EQ(ask("", "/ucet/tokeny",
                  {{"cookie", "opora=" + session}, {"content-type", "application/x-www-form-urlencoded"}}, "POST",
                  "nazev=x&csrf=" + auth::form_token(session))
                  .status,
              403);
}

TEST_F(Tokens, are_revoked_by_one_button_by_their_person_and_by_administrators) {
    auto first = reading(office.eva);
    auto address = "/ucet/tokeny/" + to_text(only(office.eva).id) + "/zrusit";
    EXPECT_EQ(office.post(office.petr, address).status, http::not_found) << "somebody else's is not there";
    EXPECT_EQ(office.post(office.eva, address).location, "/ucet/tokeny?hotovo=zruseno");
    EXPECT_EQ(office.post(office.eva, address).status, http::see_other) << "the second click";
    EXPECT_THAT(ask(first, "/sprava/kapacity").body, HasSubstr("zrušený"));
    EXPECT_THAT(office.get(office.eva, "/ucet/tokeny").body, HasSubstr("zrušený"));

    auto second = reading(office.klara);
    auto all = office.get(office.adam, "/sprava/tokeny").body;
    EXPECT_THAT(all, HasSubstr("klara"));
    EXPECT_THAT(all, Not(HasSubstr("zrušený"))) << "those that hold";
    EXPECT_THAT(office.get(office.adam, "/sprava/tokeny?stav=vse&q=eva").body, HasSubstr("zrušený"));
    EXPECT_THAT(world::whole(office.get(office.adam, "/sprava/tokeny.csv?stav=vse")), HasSubstr("tabulka"));
    office.post(office.adam, "/sprava/tokeny/" + to_text(only(office.klara).id) + "/zrusit");
    EXPECT_EQ(ask(second, "/sprava/kapacity").status, 401);
    EXPECT_THAT(office.audit(), Contains("tokens.revoked done").Times(2));
}

TEST_F(Tokens, keep_only_the_day_of_their_last_use) {
    auto token = reading(office.eva);
    EXPECT_FALSE(only(office.eva).last_used_on);
    ask(token, "/sprava/kapacity");
    EXPECT_EQ(only(office.eva).last_used_on, day_in_prague(office.clock().now()));
    later(24h);
    ask(token, "/sprava/oblasti");
    EXPECT_EQ(only(office.eva).last_used_on, day_in_prague(office.clock().now()));
}

TEST_F(Tokens, that_are_guessed_must_wait_and_right_ones_never_do) {
    auto right = reading(office.eva);
    for (int n = 0; n < 20; ++n) EXPECT_EQ(ask("opora_neni", "/").status, 401) << n;
    auto waiting = ask("opora_neni", "/");
    EXPECT_EQ(waiting.status, 429);
    EXPECT_EQ(header(waiting, "Retry-After"), "2");
    EXPECT_EQ(ask(right, "/sprava/kapacity").status, 200);
    later(3s);
    EXPECT_EQ(ask("opora_neni", "/").status, 401);
}

TEST_F(Tokens, are_made_with_a_name_a_reach_and_a_year_at_most) {
    auto problem = [&](http::Values typed) {
        auto page = office.post(office.eva, "/ucet/tokeny", std::move(typed));
        EXPECT_EQ(page.status, http::unprocessable);
        return page.body;
    };
    EXPECT_THAT(problem({{"plati_do", "24. 12. 2026"}, {"dosah", "public"}}),
                HasSubstr("Napište, k\u00a0čemu klíč bude"));
    EXPECT_THAT(problem({{"nazev", "web"}, {"plati_do", "24. 12. 2026"}, {"dosah", "auth"}}),
                HasSubstr("Vyberte aspoň jednu část"));
    EXPECT_THAT(problem({{"nazev", "web"}, {"plati_do", "23. 11. 2026"}, {"dosah", "public"}}), HasSubstr("už minul"));
    auto far = problem({{"nazev", "web města"}, {"plati_do", "25. 11. 2027"}, {"dosah", "public"}});
    EXPECT_THAT(far, HasSubstr("nejvýš rok"));
    EXPECT_THAT(far, HasSubstr("value=\"web města\"")) << "what was typed stays";
    for (int n = 0; n < tokens::tokens_most; ++n) reading(office.eva);
    EXPECT_THAT(problem({{"nazev", "web"}, {"plati_do", "24. 12. 2026"}, {"dosah", "public"}}), HasSubstr("dvacet"));
}

TEST_F(Tokens, say_once_that_they_run_out) {
    reading(office.eva);
    auto tidy = [&] {
        office.database().in_write_transaction(
            [&](db::Session& work) { return tokens::tidy(work, office.clock().now()); });
        auto lease = office.database().read();
        return notices::count_of(*lease, office.eva.id, true);
    };
    EXPECT_EQ(tidy(), 0);
    later(24h * 17);    // 11. 12.
    EXPECT_EQ(tidy(), 1);
    EXPECT_EQ(tidy(), 1);
    EXPECT_THAT(office.get(office.eva, "/oznameni").body, HasSubstr("brzy skončí platnost: tabulka"));
    later(24h * 800);
    tidy();
    auto lease = office.database().read();
    EXPECT_THAT(tokens::tokens_of(*lease, office.eva.id), IsEmpty());
}
