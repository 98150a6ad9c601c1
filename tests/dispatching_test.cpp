// What the dispatcher promises whatever a handler does; and how requests from the network become requests of people.
#include "platform/http/cookies.hpp"
#include "platform/http/reading.hpp"
#include "tests/world/full_disk.hpp"
#include "tests/world/office.hpp"

using testing::HasSubstr;
using testing::Not;

namespace {

struct Dispatching : testing::Test {
    http::Answer ask(const std::string& method, const std::string& target,
                     std::vector<std::pair<std::string, std::string>> headers = {}, const std::string& body = {}) {
        held = {method, target};
        names = headers;
        http::Head head;
        head.method = held[0], head.target = held[1];
        auto mark = held[1].find('?');
        head.path = std::string_view{held[1]}.substr(0, mark);
        if (mark != std::string::npos) head.query = std::string_view{held[1]}.substr(mark + 1);
        for (auto& [name, value] : names) head.headers.emplace_back(name, value);
        head.remote = "192.0.2.7";
        return office.application().dispatcher().answer(head, {body, {}});
    }
    std::string token() {
        return office.database().in_write_transaction([&](db::Session& work) {
            return auth::begin_session(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now());
        });
    }
    static std::string header(const http::Answer& answer, std::string_view name) {
        for (auto& [key, value] : answer.headers)
            if (key == name) return value;
        return {};
    }
    std::vector<std::string> held;
    std::vector<std::pair<std::string, std::string>> names;
    world::Office office;
};

constexpr auto form = "application/x-www-form-urlencoded";

}

TEST_F(Dispatching, finds_no_page_for_an_unknown_address_or_a_broken_one) {
    for (auto target : {"/neni", "/sluzby/", "/sluzby//x", "/%zz", "/sluzby/%2f", "/sluzby/%00"})
        EXPECT_EQ(ask("GET", target).status, 404) << target;
    EXPECT_THAT(ask("GET", "/neni", {{"accept", "application/json"}}).body,
                HasSubstr(R"({"status":404,"title":"Taková stránka tu není")"));
}

TEST_F(Dispatching, says_which_methods_an_address_knows) {
    auto answer = ask("POST", "/sluzby", {{"content-type", form}});
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(header(answer, "Allow"), "GET, HEAD");
}

TEST_F(Dispatching, tells_of_too_large_a_form_how_much_it_takes_and_leads_back_to_it) {
    std::string form_at = "/skupiny/seniori/dokument";
    http::Head head;
    head.method = "POST", head.target = head.path = form_at;
    auto answer = office.application().dispatcher().failure(head, 413);
    EXPECT_EQ(answer.status, 413);
    EXPECT_THAT(world::with_plain_spaces(answer.body),
                testing::AllOf(HasSubstr("nejvýše 64 MB"), HasSubstr("neuložilo nic"), HasSubstr("href=\"" + form_at)));
    head.target = head.path = "/odhlaseni";
    EXPECT_THAT(office.application().dispatcher().failure(head, 413).body, Not(HasSubstr("Zpět na formulář")));
}

TEST_F(Dispatching, tells_of_too_large_a_form_in_the_frame_of_the_person_who_sent_it) {
    auto session = token();
    auto told_to = [&](const std::string& cookie) {
        http::Head head;
        head.method = "POST", head.target = head.path = "/skupiny/seniori/dokument";
        head.headers.emplace_back("cookie", cookie);
        return office.application().dispatcher().failure(head, 413);
    };
    auto answer = told_to("opora=" + session);
    EXPECT_THAT(answer.body, testing::AllOf(HasSubstr("action=\"/odhlaseni\""), HasSubstr(auth::form_token(session)),
                                            Not(HasSubstr("/prihlaseni"))));
    EXPECT_EQ(header(answer, "Cache-Control"), "no-store");
    EXPECT_THAT(told_to("opora=jiny").body, testing::AllOf(HasSubstr("/prihlaseni"), Not(HasSubstr("/odhlaseni"))));
    EXPECT_THAT(told_to("").body, HasSubstr("/prihlaseni"));
}

TEST_F(Dispatching, offers_pages_as_html_or_json_and_nothing_else) {
    EXPECT_EQ(ask("GET", "/prihlaseni", {{"accept", "image/png"}}).status, 406);
    EXPECT_EQ(ask("GET", "/prihlaseni", {{"accept", "*/*"}}).status, 200);
    EXPECT_EQ(ask("GET", "/prihlaseni", {{"accept", "text/html;q=0.1, application/json"}}).status, 200);
}

TEST_F(Dispatching, refuses_what_cannot_be_read) {
    EXPECT_EQ(ask("GET", "/sluzby?q=%zz").status, 400);
    EXPECT_EQ(ask("GET", "/sluzby?q=%ff").status, 400);
    EXPECT_EQ(ask("POST", "/vzhled", {{"content-type", "text/plain"}}, "vzhled=dark").status, 415);
    EXPECT_EQ(ask("POST", "/vzhled", {{"content-type", "multipart/form-data"}}, "x").status, 400);
    EXPECT_EQ(ask("POST", "/vzhled", {{"content-type", form}}, "vzhled=%f").status, 400);
}

TEST_F(Dispatching, takes_forms_from_our_own_pages_only) {
    EXPECT_EQ(ask("POST", "/vzhled", {{"content-type", form}, {"sec-fetch-site", "same-origin"}}, "vzhled=dark").status,
              303);
    EXPECT_EQ(ask("POST", "/vzhled", {{"content-type", form}, {"sec-fetch-site", "cross-site"}}, "vzhled=dark").status,
              403);
    EXPECT_EQ(ask("POST", "/vzhled", {{"content-type", form}, {"origin", "https://zle.example"}}, "vzhled=dark").status,
              403);
    EXPECT_EQ(
        ask("POST", "/vzhled", {{"content-type", form}, {"origin", "http://127.0.0.1:8080"}}, "vzhled=dark").status,
        303);
    EXPECT_EQ(ask("POST", "/vzhled",
                  {{"content-type", form}, {"referer", "https://zle.example/http://127.0.0.1:8080/"}}, "vzhled=dark")
                  .status,
              403);
}

TEST_F(Dispatching, wants_the_token_of_the_session_in_forms_of_the_signed_in) {
    auto session = token();
    std::vector<std::pair<std::string, std::string>> headers{
        {"content-type", form}, {"sec-fetch-site", "same-origin"}, {"cookie", "opora=" + session}};
    EXPECT_EQ(ask("POST", "/odhlaseni", headers, "").status, 403);
    EXPECT_EQ(ask("POST", "/odhlaseni", headers, "csrf=jiny").status, 403);
    EXPECT_EQ(ask("POST", "/odhlaseni", headers, "csrf=" + auth::form_token(session)).status, 303);
    EXPECT_EQ(ask("GET", "/ucet", {{"cookie", "opora=" + session}}).status, 303);    // signed out: back to the sign-in
}

TEST_F(Dispatching, sends_strangers_to_sign_in_and_programs_a_401) {
    auto page = ask("GET", "/ucet?a=b%20c");
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(header(page, "Location"), "/prihlaseni?zpet=%2Fucet%3Fa%3Db%2520c");
    EXPECT_EQ(ask("GET", "/ucet", {{"accept", "application/json"}}).status, 401);
}

TEST_F(Dispatching, closes_pages_of_the_signed_in_to_caches_and_gives_strangers_a_validator) {
    auto closed = ask("GET", "/ucet", {{"cookie", "opora=" + token()}});
    EXPECT_EQ(closed.status, 200);
    EXPECT_EQ(header(closed, "Cache-Control"), "no-store");
    EXPECT_EQ(closed.etag, "");
    EXPECT_NE(ask("GET", "/prihlaseni").etag, "");
}

TEST_F(Dispatching, every_answer_carries_the_policy_that_keeps_scripts_out) {
    for (auto target : {"/prihlaseni", "/sluzby", "/neni"})
        EXPECT_THAT(header(ask("GET", target), "Content-Security-Policy"), HasSubstr("default-src 'self'")) << target;
}

TEST_F(Dispatching, speaks_the_language_that_was_chosen) {
    EXPECT_THAT(ask("GET", "/prihlaseni", {{"accept-language", "en"}}).body, HasSubstr("<html lang=\"en\""));
    EXPECT_THAT(ask("GET", "/prihlaseni", {{"accept-language", "en"}, {"cookie", "jazyk=cs"}}).body,
                HasSubstr("<html lang=\"cs\""));
    EXPECT_THAT(ask("GET", "/prihlaseni", {{"accept-language", "de"}}).body, HasSubstr("<html lang=\"cs\""));
    EXPECT_THAT(ask("GET", "/prihlaseni", {{"cookie", "vzhled=dark"}}).body, HasSubstr("data-theme=\"dark\""));
    EXPECT_THAT(ask("GET", "/prihlaseni", {{"cookie", "vzhled=\"><script>"}}).body, Not(HasSubstr("<script>")));
}

TEST_F(Dispatching, answers_nothing_when_the_audit_cannot_be_kept) {
    office.database().write()->driver().script("DROP TABLE audit_sealed_rows; DROP TABLE audit_rows");
    EXPECT_EQ(office.get(office.petr, "/sprava/lide").status, http::failed);
}

namespace {

http::Response adds_related_help(world::Office& office, int number) {
    return office.post(office.eva, "/sprava/souvisejici/nova",
                       {{"nazev", "Dílna " + std::to_string(number)},
                        {"druh", "transport"},
                        {"organizace", "Obecní dílna Ukázkov"},
                        {"obec", "Semily"},
                        {"popis", std::string(3000, 'x')}});
}

}

TEST_F(Dispatching, a_full_disk_is_told_and_not_called_our_mistake) {
    world::Office office{world::With::sample_region};
    world::fill_disk(office.application().database(), "related_services");
    auto status = http::see_other;    // what is free inside the file is taken first
    for (int n = 0; n < 100 && status == http::see_other; ++n) status = adds_related_help(office, n).status;
    EXPECT_EQ(status, http::no_room);
}

TEST_F(Dispatching, a_rule_that_another_save_of_the_same_instant_met_first_is_a_conflict) {
    world::Office office{world::With::sample_region};
    ASSERT_EQ(adds_related_help(office, 1).status, http::see_other);
    office.application().database().write()->driver().script(
        "CREATE UNIQUE INDEX once ON related_services (length(description)) WHERE length(description) = 3000");
    EXPECT_EQ(adds_related_help(office, 2).status, http::conflict);
}

TEST(Cookies, that_keep_somebody_signed_in_stay_with_this_site_and_out_of_reach_of_scripts) {
    http::SiteFacts safe{.public_url = "https://opora.example.cz"}, loopback{.public_url = "http://127.0.0.1:8080"};
    EXPECT_EQ(http::set_session(safe, "abc").second, "__Host-opora=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(http::drop_session(safe).second, "__Host-opora=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(http::set_session(loopback, "abc").second, "opora=abc; Path=/; HttpOnly; SameSite=Lax");
}
