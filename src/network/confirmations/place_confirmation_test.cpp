// Free places confirmed by mail: the planner says who, the letter goes out, a scanner opens its link and nothing
// happens, the button confirms and the catalogue shows it.
#include "network/confirmations/place_request.hpp"
#include "network/confirmations/place_rounds.hpp"
#include "platform/jobs/jobs.hpp"
#include "tests/world/office.hpp"

#include <regex>

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

// As somebody reads it: without the breaks that typography and templates put in.
std::string read_as(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    std::erase(text, '\n');
    return text;
}

struct ConfirmingPlaces : testing::Test {
    struct LetterRow {
        std::string recipient{}, subject{}, body{};
        static void each_field(auto& row, auto& visit) {
            visit("recipient", row.recipient), visit("subject", row.subject), visit("body", row.body);
        }
    };

    void days_pass(int days) { office.clock().set(office.clock().now() + std::chrono::hours{24 * days}); }
    Date today() { return day_in_prague(office.clock().now()); }
    Service service() {
        auto lease = office.database().read();
        return *find_service_by_slug(*lease, slug);
    }
    std::string email() {
        auto lease = office.database().read();
        return emails_to_ask(*lease, *find_service_by_slug(*lease, slug)).at(0);
    }
    void choose(const std::string& whom, const std::string& days = {}) {
        std::int64_t version = 0;
        {
            auto lease = office.database().read();
            if (auto known = confirmer_of(*lease, service().id)) version = known->kept.version;
        }
        ASSERT_EQ(
            office.post(office.eva, at + "/kdo", {{"komu", whom}, {"dnu", days}, {"verze", std::to_string(version)}})
                .status,
            http::see_other);
    }
    std::vector<LetterRow> letters() {
        auto lease = office.database().read();
        return lease->all<LetterRow>(
            "SELECT recipient, subject, body FROM letters WHERE kind = 'free_places' ORDER BY id");
    }
    // The address in the newest letter, as somebody would click it.
    std::string link() {
        auto body = letters().back().body;
        auto begin = body.find("/potvrzeni-mist/");
        return body.substr(begin, body.find('\n', begin) - begin);
    }
    http::Status send() {
        office.clock().set(office.clock().now() + std::chrono::seconds{1});
        return office.post(office.eva, at + "/poslat").status;
    }
    std::string asked_for() {
        choose(email());
        EXPECT_EQ(send(), http::see_other);
        return link();
    }
    std::string fingerprint() {
        auto lease = office.database().read();
        return PlaceReport::read(*lease, service().id, today()).fingerprint();
    }
    http::Response press(const std::string& address) {
        return office.post(office.stranger, address, {{"jak", "plati"}, {"vedeno", fingerprint()}});
    }
    Date confirmed_on() {
        auto lease = office.database().read();
        return free_places_of(*lease, service().id, today()).at(0).as_of;
    }
    std::string catalogue() { return read_as(office.get(office.stranger, "/sluzby?q=fokus semily dilny").body); }
    void one_round() {
        jobs::Workers workers{office.database(), office.clock()};
        know_place_jobs(workers, languages, office.application().configuration().facts);
        ASSERT_TRUE(workers.take_one());
    }
    void begin() {
        office.database().in_write_transaction(
            [&](db::Session& work) { begin_place_rounds(work, office.clock().now()); });
    }

    const std::string slug = "fokus-semily-std", at = "/sluzby/fokus-semily-std/hlasena-mista";
    const i18n::Languages languages{platform::files(), network::files()};
    world::Office office{world::Office::With::sample_region};
};

}

// feature A5
TEST_F(ConfirmingPlaces, a_scanner_changes_nothing_and_the_button_confirms_at_once) {
    days_pass(20);
    EXPECT_THAT(catalogue(), HasSubstr("neověřeno od"));
    auto address = asked_for();
    EXPECT_EQ(letters().back().recipient, email());
    EXPECT_THAT(read_as(letters().back().body), HasSubstr("3 (potvrzeno"));
    auto before = confirmed_on();
    for (int scan = 0; scan < 3; ++scan) {
        auto page = office.get(office.stranger, address);
        EXPECT_EQ(page.status, http::ok);
        EXPECT_THAT(read_as(page.body), AllOf(HasSubstr("Platí i dnes"), HasSubstr("name=\"volno.amb.klient\"")));
        EXPECT_EQ(page.header("Cache-Control"), "no-store");
    }
    EXPECT_EQ(confirmed_on(), before);
    auto done = press(address);
    ASSERT_EQ(done.status, http::see_other);
    EXPECT_EQ(office.get(office.stranger, done.location).status, http::ok);
    EXPECT_EQ(confirmed_on(), today());
    EXPECT_THAT(catalogue(), AllOf(HasSubstr("class=\"tag ok\""), Not(HasSubstr("neověřeno od"))));
    EXPECT_THAT(read_as(office.get(office.stranger, "/sluzby/" + slug).body), HasSubstr("3 volná místa"));
    EXPECT_THAT(office.audit(), Contains("network.places_confirmed done"));
    auto history = read_as(office.get(office.eva, "/sluzby/" + slug + "/historie").body);
    EXPECT_THAT(history, HasSubstr("odkaz z pošty, " + email()));
    EXPECT_THAT(read_as(office.get(office.eva, at).body), HasSubstr("potvrzeno"));
}

TEST_F(ConfirmingPlaces, the_form_of_the_link_changes_the_numbers) {
    auto address = asked_for();
    http::Values typed{{"jak", "zmena"},
                       {"vedeno", fingerprint()},
                       {"volno.amb.klient", "0"},
                       {"prijimani", "waiting"},
                       {"ceka", "7"},
                       {"tydnu", "6"},
                       {"slovy", ""}};
    auto wrong = typed;
    wrong = {{"jak", "zmena"}, {"vedeno", fingerprint()}, {"volno.amb.klient", "moc"}, {"prijimani", "waiting"}};
    auto again = office.post(office.stranger, address, wrong);
    EXPECT_EQ(again.status, http::unprocessable);
    EXPECT_THAT(again.body, HasSubstr("value=\"moc\"")) << "what was typed stays";
    ASSERT_EQ(office.post(office.stranger, address, typed).status, http::see_other);
    EXPECT_THAT(catalogue(), HasSubstr("pořadník, 7 osob"));
    EXPECT_THAT(read_as(office.get(office.stranger, "/sluzby?volno=1&q=fokus semily dilny").body),
                Not(HasSubstr("href=\"/sluzby/fokus-semily-std\"")));
    auto lease = office.database().read();
    EXPECT_EQ(newest_request(*lease, service().id)->answer, "changed");
}

TEST_F(ConfirmingPlaces, a_link_acts_once_expires_and_is_revoked_by_the_next_one) {
    auto first = asked_for();
    ASSERT_EQ(send(), http::see_other);
    auto second = link();
    EXPECT_NE(first, second);
    for (auto& address : {first, std::string{"/potvrzeni-mist/padelek"}}) {
        auto gone = office.get(office.stranger, address);
        EXPECT_EQ(gone.status, http::gone);
        EXPECT_THAT(read_as(gone.body), AllOf(HasSubstr("Tento odkaz už nejde použít"), HasSubstr("mailto:")));
        EXPECT_EQ(press(address).status, http::gone);
    }
    EXPECT_EQ(press(second).status, http::see_other);
    EXPECT_EQ(press(second).status, http::gone) << "a second click";
    days_pass(15);
    ASSERT_EQ(send(), http::see_other);
    auto third = link();
    days_pass(29);
    EXPECT_EQ(office.get(office.stranger, third).status, http::gone) << "after twice the pace";
}

TEST_F(ConfirmingPlaces, nobody_confirms_what_they_have_not_seen) {
    auto address = asked_for();
    auto seen = fingerprint();
    ASSERT_EQ(office
                  .post(office.eva, "/sluzby/" + slug + "/kapacity",
                        {{"druh", "free"},
                         {"forma", "FormaSocialniSluzby/amb"},
                         {"jednotka", "TypKapacitySocialniSluzby/klient"},
                         {"pocet", "1"},
                         {"zpusob", "zmena"}})
                  .status,
              http::see_other);
    auto answer = office.post(office.stranger, address, {{"jak", "plati"}, {"vedeno", seen}});
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(read_as(answer.body), HasSubstr("Údaje se mezitím změnily."));
    EXPECT_EQ(press(address).status, http::see_other) << "the link was not used up";
}

TEST_F(ConfirmingPlaces, letters_go_only_to_contacts_of_the_service) {
    auto stranger = office.post(office.eva, at + "/kdo", {{"komu", "nekdo@jinde.example"}, {"verze", "0"}});
    EXPECT_EQ(stranger.status, http::unprocessable);
    EXPECT_EQ(send(), http::conflict) << "nobody is named yet";
    choose(email(), "7");
    EXPECT_EQ(office.post(office.klara, at + "/kdo", {{"komu", ""}, {"verze", "0"}}).status, http::conflict);
    auto address = (send(), link());
    choose("");
    EXPECT_EQ(office.get(office.stranger, address).status, http::gone) << "who is asked no more answers no more";
    EXPECT_EQ(office.post(office.petr, at + "/kdo", {{"komu", ""}}).status, http::forbidden);
    EXPECT_THAT(read_as(office.get(office.eva, "/sluzby/" + slug + "/historie").body),
                HasSubstr("kdo potvrzuje volná místa"));
}

TEST_F(ConfirmingPlaces, a_round_writes_to_those_who_are_due_and_once_only) {
    choose(email(), "30");
    begin(), begin();
    one_round();
    EXPECT_TRUE(letters().empty()) << "confirmed within thirty days";
    days_pass(31);
    one_round();
    EXPECT_EQ(letters().size(), 1u);
    days_pass(1);
    one_round();
    EXPECT_EQ(letters().size(), 1u) << "asked yesterday";
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM jobs WHERE kind = 'places.ask' AND state = 'waiting'"), 1);
    EXPECT_THAT(read_as(office.get(office.eva, "/sprava/kapacity?potvrzeni=neodpovedeli").body), HasSubstr("osloveni"));
}

// feature A5
TEST_F(ConfirmingPlaces, unconfirmed_turn_grey_everywhere_and_then_are_told_no_more) {
    auto free_now = [&] { return read_as(office.get(office.stranger, "/sluzby?volno=1&q=fokus semily dilny").body); };
    auto hsds = [&] {
        return read_as(office.get(office.stranger, "/api/hsds/services/" + to_text(service().id)).body);
    };
    auto day = read_as(to_czech(confirmed_on()));
    EXPECT_THAT(hsds(), AllOf(HasSubstr("\"available\":3"), Not(HasSubstr("neověřeno"))));
    days_pass(20);
    EXPECT_THAT(free_now(),
                AllOf(HasSubstr("href=\"/sluzby/fokus-semily-std\""), HasSubstr("volno, neověřeno od " + day)));
    EXPECT_THAT(read_as(office.get(office.stranger, "/sluzby/" + slug).body), HasSubstr("neověřeno od " + day));
    EXPECT_THAT(hsds(), AllOf(HasSubstr("\"available\":3"), HasSubstr("neověřeno od")));
    days_pass(30);
    EXPECT_THAT(free_now(), Not(HasSubstr("href=\"/sluzby/fokus-semily-std\"")));
    EXPECT_THAT(read_as(office.get(office.stranger, "/sluzby/" + slug).body), Not(HasSubstr("3 volná místa")));
    EXPECT_THAT(hsds(), Not(HasSubstr("\"available\"")));
    choose("", "60");
    EXPECT_THAT(free_now(), HasSubstr("href=\"/sluzby/fokus-semily-std\"")) << "its own pace is slower";
}
