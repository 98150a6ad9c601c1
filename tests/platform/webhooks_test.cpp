// Changes of public records go to other programs: signed, at least once, and nothing of what a stranger may not read.
#include "network/facilities/facility.hpp"
#include "network/public_events/public_events.hpp"
#include "network/service_networks/service_network.hpp"
#include "network/services/availability.hpp"
#include "platform/notices/notice.hpp"
#include "platform/webhooks/webhook_pages.hpp"
#include "tests/world/http_catcher.hpp"
#include "tests/world/office.hpp"

#include <boost/json.hpp>

using namespace std::chrono_literals;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using testing::UnorderedElementsAre;

namespace {

std::string said(const boost::json::object& object, const char* name) {
    return std::string{object.at(name).as_string()};
}

struct Webhooks : testing::Test {
    world::Office office;
    world::HttpCatcher receiver;
    std::optional<webhooks::Courier> courier_;

    // With a receiver on this machine, as a demonstration allows it.
    webhooks::Courier& courier(bool loopback = true, std::chrono::milliseconds patience = 2s) {
        auto& application = office.application();
        courier_.emplace(office.database(), office.clock(), application.key_room(), watches(),
                         webhooks::CourierSettings{"https://opora.example.cz", {loopback, patience}});
        return *courier_;
    }
    const webhooks::Watches& watches() {
        if (watches_.all.empty()) watches_.all.push_back(network::public_watch(feed_, "https://opora.example.cz"));
        return watches_;
    }
    struct Subscribed {
        Id<webhooks::Subscription> id;
        std::string secret;
    };
    Subscribed subscribe(const std::string& address, std::vector<std::string> kinds = {}) {
        auto made = office.database().in_write_transaction([&](db::Session& work) {
            return webhooks::subscribe(office.as_nobody(work), office.application().key_room().store(),
                                       {"web města", address, kinds.empty() ? watches().event_kinds() : kinds});
        });
        return {made.id, made.secret};
    }
    webhooks::Subscription subscription(Id<webhooks::Subscription> id) {
        auto lease = office.database().read();
        return *webhooks::find_subscription(*lease, id);
    }
    std::vector<webhooks::Delivery> deliveries() {
        auto lease = office.database().read();
        return lease->all<webhooks::Delivery>("SELECT * FROM webhook_deliveries ORDER BY made_at, id");
    }
    std::vector<std::string> events() {
        auto lease = office.database().read();
        return lease->all<std::string>("SELECT kind FROM webhook_events ORDER BY happened_at, kind");
    }
    void test_event(Id<webhooks::Subscription> id) {
        office.database().in_write_transaction(
            [&](db::Session& work) { webhooks::tell_test(work, office.clock().now(), subscription_in(work, id)); });
    }
    static webhooks::Subscription subscription_in(db::Session& db, Id<webhooks::Subscription> id) {
        return *webhooks::find_subscription(db, id);
    }
    void later(std::chrono::milliseconds time) { office.clock().set(office.clock().now() + time); }
    template <class Work>
    auto save(Work work) {
        return office.database().in_write_transaction(
            [&](db::Session& session) { return work(office.as_nobody(session)); });
    }
    network::Service service(const std::string& name, bool secret = false) {
        return save([&](const history::Author& author) {
            network::Provider provider;
            provider.name = "Spolek " + name;
            network::add_provider(author, provider);
            network::Service service;
            service.provider_id = provider.id, service.name = name, service.type_code = "DruhSocialniSluzby/30";
            service.secret = secret;
            network::add_service(author, service);
            return service;
        });
    }
    void change(const network::Service& service, const std::function<void(network::Service&)>& shape) {
        save([&](const history::Author& author) {
            auto before = *network::find_service(author.work, service.id), after = before;
            shape(after);
            network::change_service(author, before, after);
        });
    }

private:
    i18n::Languages languages_{platform::files(), network::files()};
    network::hsds::HsdsFeed feed_{languages_};
    webhooks::Watches watches_;
};

}

TEST_F(Webhooks, tell_a_subscriber_where_a_public_record_changed_and_sign_it) {
    auto dilna = service("Dílna");
    auto [id, secret] = subscribe(receiver.url());
    EXPECT_EQ(courier().look(), 0) << "the first look only remembers";
    EXPECT_EQ(courier().look(), 0);
    change(dilna, [](auto& service) { service.summary = "Šije se tu."; });
    EXPECT_EQ(courier().look(), 1);
    EXPECT_EQ(courier().round(), 1);
    ASSERT_EQ(receiver.caught().size(), 1u);
    auto caught = receiver.caught().front();
    auto event = boost::json::parse(caught.body).as_object();
    auto& record = event.at("record").as_object();
    EXPECT_EQ(said(event, "kind"), "service.changed");
    EXPECT_EQ(said(event, "at"), "2026-11-24T08:00:00.000Z");
    EXPECT_EQ(said(record, "id"), to_text(dilna.id));
    EXPECT_EQ(said(record, "url"), "https://opora.example.cz/sluzby/" + dilna.slug);
    EXPECT_EQ(said(record, "api"), "https://opora.example.cz/api/hsds/services/" + to_text(dilna.id));
    EXPECT_THAT(event, SizeIs(4)) << "who did it and what it was is nobody's business";
    EXPECT_EQ(caught.header("X-Opora-Event-Id"), said(event, "id"));
    EXPECT_EQ(caught.header("Content-Type"), "application/json");
    EXPECT_EQ(caught.header("X-Opora-Signature"), webhooks::signature(secret, 1795507200, caught.body));
    EXPECT_EQ(deliveries().at(0).state, "delivered");
    EXPECT_EQ(courier().round(), 0) << "once";
}

TEST_F(Webhooks, tell_of_what_begins_and_of_places_and_only_of_what_was_asked_for) {
    auto all = subscribe(receiver.url());
    subscribe(receiver.url(), {"places.confirmed"});
    courier().look();
    auto dilna = service("Dílna");
    courier().look();
    EXPECT_THAT(events(), ElementsAre("service.created"));
    EXPECT_THAT(deliveries(), SizeIs(1));
    later(1min);
    save([&](const history::Author& author) {
        network::FreePlaces said;
        said.service_id = dilna.id, said.form_code = "FormaSocialniSluzby/amb";
        said.unit_code = "TypKapacitySocialniSluzby/klient", said.count = 2;
        said.as_of = day_in_prague(office.clock().now());
        network::report_free_places(author, said);
    });
    courier().look();
    EXPECT_THAT(events(), ElementsAre("service.created", "places.confirmed", "service.changed"));
    EXPECT_THAT(deliveries(), SizeIs(4));
}

TEST_F(Webhooks, never_tell_of_a_secret_place_but_that_one_must_read_again_when_it_becomes_one) {
    subscribe(receiver.url());
    auto open = service("Poradna"), hidden = service("Azyl", true);
    courier().look();
    auto another = service("Krizové lůžko", true);
    change(hidden, [](auto& service) { service.summary = "Jen po telefonu."; });
    change(another, [](auto& service) { service.name = "Jiné lůžko"; });
    EXPECT_EQ(courier().look(), 0);
    change(open, [](auto& service) { service.secret = true; });
    courier().look();
    EXPECT_THAT(events(), ElementsAre("service.changed"));
    change(open, [](auto& service) { service.summary = "Utajeno."; });
    EXPECT_EQ(courier().look(), 0);

    // The same where only the house is secret.
    auto poradna = service("Občanská poradna");
    courier().look();
    save([&](const history::Author& author) {
        network::Facility house;
        house.provider_id = poradna.provider_id, house.name = "Domek", house.secret = true;
        network::add_facility(author, house);
        network::add(author, network::ServiceFacility{{}, poradna.id, house.id, {*day_of(2026, 1, 1), {}}, {}});
    });
    courier().look();
    auto told = events().size();
    change(poradna, [](auto& service) { service.summary = "V domku."; });
    EXPECT_EQ(courier().look(), 0);
    EXPECT_EQ(events().size(), told);
}

TEST_F(Webhooks, tell_of_a_network_once_it_is_published) {
    subscribe(receiver.url());
    courier().look();
    network::ServiceNetwork one;
    save([&](const history::Author& author) {
        one.kind_code = "zakladni", one.name = "Základní síť 2027", one.validity = {*day_of(2027, 1, 1), {}};
        network::add_network(author, one);
    });
    EXPECT_EQ(courier().look(), 0) << "in preparation";
    auto publish = [&](bool published) {
        save([&](const history::Author& author) {
            auto before = *network::find_network(author.work, one.id), after = before;
            after.published = published;
            history::keep_change(author, before, after);
        });
        courier().look();
        later(1s);
    };
    publish(true), publish(false);
    EXPECT_THAT(events(), ElementsAre("network.published", "network.withdrawn"));
}

TEST_F(Webhooks, tell_nothing_of_a_save_that_was_undone) {
    subscribe(receiver.url());
    auto dilna = service("Dílna");
    courier().look();
    EXPECT_THROW(save([&](const history::Author& author) {
                     auto before = *network::find_service(author.work, dilna.id), after = before;
                     after.summary = "Nikdy.";
                     network::change_service(author, before, after);
                     throw std::runtime_error{"undone"};
                 }),
                 std::runtime_error);
    EXPECT_EQ(courier().look(), 0);
    EXPECT_THAT(events(), IsEmpty());
}

TEST_F(Webhooks, lose_nothing_when_the_server_is_killed_between_the_save_and_the_look) {
    subscribe(receiver.url());
    auto dilna = service("Dílna");
    courier().look();
    change(dilna, [](auto& service) { service.summary = "Šije se tu."; });
    courier_.reset();
    EXPECT_EQ(courier().look(), 1) << "the next one finds it";
    // Killed with the delivery under way: after a while it is taken for lost and goes out again, as the same event.
    office.database().in_write_transaction(
        [&](db::Session& work) { webhooks::take_next_parcel(work, office.clock().now()); });
    EXPECT_EQ(courier().round(), 0);
    later(3min);
    EXPECT_EQ(courier().round(), 1);
    EXPECT_EQ(deliveries().at(0).attempts, 2);
}

TEST_F(Webhooks, begin_anew_after_a_time_without_subscribers) {
    auto dilna = service("Dílna");
    auto [id, secret] = subscribe(receiver.url());
    courier().look();
    save([&](const history::Author& author) { webhooks::pause(author, subscription_in(author.work, id), "person"); });
    courier().look();
    change(dilna, [](auto& service) { service.summary = "Šije se tu."; });
    courier().look();
    save([&](const history::Author& author) { webhooks::resume(author, subscription_in(author.work, id)); });
    EXPECT_EQ(courier().look(), 0);
    change(dilna, [](auto& service) { service.summary = "Šije se tu i maluje."; });
    EXPECT_EQ(courier().look(), 1);
}

TEST_F(Webhooks, try_again_longer_each_time_and_give_up_after_a_day) {
    auto [id, secret] = subscribe(receiver.url());
    test_event(id);
    receiver.answer("500 Internal Server Error");
    auto began = office.clock().now();
    std::vector<std::int64_t> waits;
    for (int n = 0; n < 30 && deliveries().at(0).waits(); ++n) {
        EXPECT_EQ(courier().round(), 0);
        auto delivery = deliveries().at(0);
        if (!delivery.waits()) break;
        waits.push_back((delivery.next_attempt_at - office.clock().now()) / 1min);
        EXPECT_EQ(delivery.last_error, "http.500");
        EXPECT_EQ(courier().round(), 0);
        EXPECT_EQ(deliveries().at(0).attempts, n + 1) << "not before its time";
        office.clock().set(delivery.next_attempt_at);
    }
    EXPECT_THAT(waits, ElementsAre(1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240));
    EXPECT_EQ(deliveries().at(0).state, "given_up");
    EXPECT_LE(office.clock().now() - began, 24h);
    EXPECT_EQ(subscription(id).given_up_in_a_row, 1);
    // By hand it goes again, with the same event.
    receiver.answer("200 OK");
    auto page = office.post(office.adam, "/sprava/napojeni/" + to_text(id),
                            {{"ukon", "znovu"}, {"zasilka", to_text(deliveries().at(0).id)}});
    EXPECT_EQ(page.status, http::see_other);
    EXPECT_EQ(courier().round(), 1);
    auto caught = receiver.caught();
    EXPECT_EQ(caught.front().body, caught.back().body);
    EXPECT_EQ(subscription(id).given_up_in_a_row, 0);
}

TEST_F(Webhooks, one_bad_event_does_not_hold_up_the_others_but_who_is_away_is_left_alone) {
    auto [id, secret] = subscribe(receiver.url());
    test_event(id), later(1s), test_event(id);
    receiver.answer("500 Internal Server Error");
    courier().round();
    EXPECT_THAT(receiver.caught(), SizeIs(2));
    later(1min);
    receiver.answer("503 Service Unavailable");
    courier().round();
    EXPECT_THAT(receiver.caught(), SizeIs(3)) << "away: the other one is not tried now";
    EXPECT_EQ(subscription(id).resting_until, office.clock().now() + 1min);
    courier().round();
    EXPECT_THAT(receiver.caught(), SizeIs(3));
    later(2min);
    receiver.answer("204 No Content");
    EXPECT_EQ(courier().round(), 2);
    EXPECT_FALSE(subscription(id).resting_until);
}

TEST_F(Webhooks, wait_for_an_answer_for_so_long_and_not_longer) {
    auto [id, secret] = subscribe(receiver.url());
    test_event(id);
    receiver.answer("");
    EXPECT_EQ(courier(true, 200ms).round(), 0);
    EXPECT_EQ(deliveries().at(0).last_error, "timeout");
    later(1s);
    auto gone = std::uint16_t{world::HttpCatcher{}.port()};
    auto nobody = subscribe("http://127.0.0.1:" + std::to_string(gone) + "/");
    test_event(nobody.id);
    courier().round();
    EXPECT_EQ(deliveries().at(1).last_error, "unreachable");
}

TEST_F(Webhooks, follow_no_redirect_and_read_no_long_answer) {
    auto [id, secret] = subscribe(receiver.url());
    world::HttpCatcher elsewhere;
    test_event(id);
    receiver.answer("302 Found\r\nLocation: " + elsewhere.url());
    courier().round();
    EXPECT_EQ(deliveries().at(0).last_error, "redirect.302");
    EXPECT_THAT(elsewhere.caught(), IsEmpty());
    later(1min);
    receiver.answer("200 OK", 10 << 20);
    EXPECT_EQ(courier().round(), 1) << "ten megabytes are cut off, what counts is the status";
    test_event(id);
    receiver.answer("410 Gone");
    courier().round();
    EXPECT_EQ(deliveries().at(1).state, "given_up") << "who says gone means it";
}

TEST_F(Webhooks, go_to_no_machine_that_is_not_public_whatever_its_name_is) {
    auto by_number = subscribe(receiver.url()), by_name = subscribe(receiver.url("localhost"));
    test_event(by_number.id), test_event(by_name.id);
    EXPECT_EQ(courier(false).round(), 0);
    EXPECT_THAT(receiver.caught(), IsEmpty());
    for (auto& delivery : deliveries()) EXPECT_EQ(delivery.last_error, "private");
    // Also when the address itself looked public and the name leads here: the last word is at the connection.
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    webhooks::Poster poster{{.loopback_allowed = false}};
    std::atomic<bool> stopping = false;
    auto named =
        poster.post("https://" + std::string{name} + ":" + std::to_string(receiver.port()) + "/", {}, "{}", stopping);
    EXPECT_THAT(named.error, testing::AnyOf("private", "no_such_host")) << name;
    EXPECT_THAT(receiver.caught(), IsEmpty());
}

TEST_F(Webhooks, are_paused_when_five_are_given_up_in_a_row_and_administrators_hear_of_it) {
    auto [id, secret] = subscribe(receiver.url());
    for (int n = 0; n < 6; ++n) test_event(id);
    receiver.answer("410 Gone");
    courier().round();
    EXPECT_EQ(subscription(id).paused_because, "failing");
    EXPECT_THAT(receiver.caught(), SizeIs(5)) << "the sixth waits";
    auto lease = office.database().read();
    EXPECT_EQ(notices::count_of(*lease, office.adam.id, true), 1);
    EXPECT_EQ(notices::count_of(*lease, office.eva.id, true), 0);
    EXPECT_THAT(office.get(office.adam, "/oznameni").body, HasSubstr("Napojení nefunguje"));
    EXPECT_THAT(office.get(office.adam, "/sprava/napojeni/" + to_text(id)).body, HasSubstr("nepřijímá"));
    receiver.answer("200 OK");
    office.post(office.adam, "/sprava/napojeni/" + to_text(id), {{"ukon", "obnovit"}});
    EXPECT_EQ(courier().round(), 1);
}

TEST_F(Webhooks, that_waited_for_a_day_untried_are_given_up) {
    auto [id, secret] = subscribe(receiver.url());
    test_event(id);
    later(25h);
    courier().round();
    EXPECT_THAT(receiver.caught(), IsEmpty());
    EXPECT_EQ(deliveries().at(0).last_error, "too_late");
    later(24h * 31);
    office.database().in_write_transaction(
        [&](db::Session& work) { return webhooks::tidy(work, office.clock().now()); });
    EXPECT_THAT(deliveries(), IsEmpty());
    EXPECT_THAT(events(), IsEmpty());
}

TEST_F(Webhooks, are_kept_by_administrators_and_their_secret_is_shown_once) {
    auto closed = office.get(office.eva, "/sprava/napojeni");
    EXPECT_EQ(closed.status, http::forbidden);
    EXPECT_THAT(office.get(office.adam, "/sprava/napojeni").body, HasSubstr("Zatím se nikam nic neposílá"));
    auto wrong = office.post(office.adam, "/sprava/napojeni/nove",
                             {{"nazev", "web města"}, {"adresa", "http://10.0.0.1/x"}, {"druh", "neni"}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, HasSubstr("musí začínat https://"));
    EXPECT_THAT(wrong.body, HasSubstr("Vyberte aspoň jeden druh"));
    EXPECT_THAT(wrong.body, HasSubstr("value=\"web města\""));
    auto made = office.post(office.adam, "/sprava/napojeni/nove",
                            {{"nazev", "web města"},
                             {"adresa", "https://web.obec.example/opora"},
                             {"druh", "service.changed"},
                             {"druh", "network.published"}});
    EXPECT_EQ(made.status, http::ok);
    EXPECT_THAT(made.body, HasSubstr("<code>whsec_"));
    auto secret = made.body.substr(made.body.find("whsec_"), 49);
    auto lease = office.database().read();
    auto subscription = webhooks::list_subscriptions(*lease).at(0);
    EXPECT_EQ(webhooks::secret_of(office.application().key_room().store(), subscription), secret);
    EXPECT_EQ(std::string(subscription.secret.begin(), subscription.secret.end()).find("whsec"), std::string::npos);
    auto address = "/sprava/napojeni/" + to_text(subscription.id);
    EXPECT_THAT(office.get(office.adam, address).body, Not(HasSubstr("whsec_")));
    office.application().key_room().store().destroy(subscription.key_id);    // the key store was lost
    auto renewed = office.post(office.adam, address, {{"ukon", "tajemstvi"}});
    EXPECT_THAT(renewed.body, HasSubstr("<code>whsec_"));
    EXPECT_THAT(renewed.body, Not(HasSubstr(secret)));
    auto anew = webhooks::list_subscriptions(*office.database().read()).at(0);
    EXPECT_TRUE(webhooks::secret_of(office.application().key_room().store(), anew));
    office.post(office.adam, address, {{"ukon", "zkouska"}});
    EXPECT_THAT(office.get(office.adam, address).body, HasSubstr("zkušební událost"));
    EXPECT_THAT(world::whole(office.get(office.adam, address + "/zasilky.csv")), HasSubstr("waiting"));
    EXPECT_EQ(office
                  .post(office.adam, address + "/upravit",
                        {{"nazev", "web"}, {"adresa", "https://web.obec.example/x"}, {"druh", "service.created"}})
                  .status,
              http::see_other);
    EXPECT_THAT(office.get(office.adam, address).body, HasSubstr("https://web.obec.example/x"));
    office.post(office.adam, address, {{"ukon", "ukoncit"}});
    EXPECT_EQ(office.get(office.adam, address).status, http::not_found);
    EXPECT_THAT(office.audit(), Contains("webhooks.ended done"));
    EXPECT_EQ(deliveries().at(0).last_error, "ended");
}
