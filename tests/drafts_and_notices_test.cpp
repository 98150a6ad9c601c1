// What was typed outlives the session, belongs to one person and goes when it is saved; and who is told of what.
#include "network/editing/edited_record.hpp"
#include "network/facilities/facility.hpp"
#include "network/proposals/representation.hpp"
#include "platform/auth/sessions.hpp"
#include "platform/drafts/draft_pages.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/notices/notice.hpp"
#include "tests/world/office.hpp"

#include <regex>

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string sheet_of_std = "/sluzby/fokus-semily-std/upravit";

struct Drafting : testing::Test {
    std::optional<drafts::Draft> draft(const User& who, const std::string& form = sheet_of_std) {
        auto lease = office.database().read();
        return drafts::find(*lease, who.id, form);
    }
    network::EditedRecord record() {
        auto lease = office.database().read();
        auto service = network::find_service_by_slug(*lease, "fokus-semily-std");
        auto now = office.clock().now();
        return *network::edited_record(*lease, "service", service->id.uuid, texts, day_in_prague(now), now);
    }
    // The whole sheet as the browser sends it, with one field typed anew.
    http::Values typed(const std::string& summary, const std::string& form = sheet_of_std) {
        auto now = record();
        http::Values values{{drafts::marker, form}, {"verze", std::to_string(now.version)}};
        for (auto& [name, value] : now.now) {
            values.add(name, name == "shrnuti" ? summary : value);
            values.add("bylo." + name, value);
        }
        return values;
    }
    void tick(std::chrono::seconds by = std::chrono::seconds{1}) { office.clock().set(office.clock().now() + by); }
    std::string page(const User& who, const std::string& address) {
        return std::regex_replace(office.get(who, address).body, std::regex{"\xc2\xa0"}, " ");
    }
    http::Answer ask(const std::string& target, const std::vector<std::pair<std::string, std::string>>& headers,
                     const std::string& body) {
        http::Head head;
        head.method = "POST", head.target = target, head.path = target;
        for (auto& [name, value] : headers) head.headers.emplace_back(name, value);
        head.remote = "192.0.2.7";
        return office.application().dispatcher().answer(head, {body, {}});
    }
    static std::string location(const http::Answer& answer) {
        for (auto& [key, value] : answer.headers)
            if (key == "Location") return value;
        return {};
    }

    world::Office office{world::Office::With::sample_region};
    i18n::Texts texts{"cs", platform::files(), network::files()};
};

}

// feature K2
TEST_F(Drafting, keeps_what_was_typed_until_it_is_saved) {
    auto answer = office.post(office.eva, "/koncepty", typed("Rozepsáno."), "application/json");
    EXPECT_EQ(answer.status, http::ok);
    EXPECT_THAT(answer.body, HasSubstr("\"kept\":true"));
    auto offered = page(office.eva, sheet_of_std);
    EXPECT_THAT(offered,
                AllOf(HasSubstr("Máte rozepsané změny"), HasSubstr("koncept=obnovit"), Not(HasSubstr("Rozepsáno."))));
    auto restored = page(office.eva, sheet_of_std + "?koncept=obnovit");
    EXPECT_THAT(restored, AllOf(HasSubstr("Rozepsáno."), HasSubstr("Ve formuláři je váš koncept")));
    tick();
    EXPECT_EQ(office.post(office.eva, sheet_of_std, typed("Uloženo.")).status, http::see_other);
    EXPECT_FALSE(draft(office.eva));
    EXPECT_THAT(page(office.eva, sheet_of_std), Not(HasSubstr("Máte rozepsané změny")));
}

TEST_F(Drafting, works_by_a_button_and_is_thrown_away_by_another) {
    auto kept = office.post(office.eva, "/koncepty", typed("Rozepsáno."));
    EXPECT_EQ(kept.status, http::see_other);
    EXPECT_EQ(kept.location, sheet_of_std + "?koncept=ulozen");
    EXPECT_THAT(page(office.eva, kept.location), HasSubstr("Koncept je uložený."));
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.eva, "/koncepty/zahodit", {{drafts::marker, sheet_of_std}}).location, sheet_of_std)
            << click;
    EXPECT_FALSE(draft(office.eva));
}

TEST_F(Drafting, is_for_one_person_only) {
    office.post(office.eva, "/koncepty", typed("Evino."));
    EXPECT_THAT(page(office.klara, sheet_of_std + "?koncept=obnovit"), Not(HasSubstr("Evino.")));
    office.post(office.klara, "/koncepty/zahodit", {{drafts::marker, sheet_of_std}});
    EXPECT_TRUE(draft(office.eva));
    EXPECT_EQ(office.post(office.stranger, "/koncepty", typed("Cizí."), "application/json").status, http::unauthorized);
}

TEST_F(Drafting, refuses_too_much_and_forms_that_are_not_ours) {
    for (auto form : {"https://zle.example/", "//zle.example/x", "/\\zle.example", "", "/a b"})
        EXPECT_EQ(office.post(office.eva, "/koncepty", typed("Rozepsáno.", form)).status, http::unprocessable) << form;
    EXPECT_EQ(office.post(office.eva, "/koncepty", typed(std::string(250'000, 'x'))).status, http::unprocessable);
    EXPECT_FALSE(draft(office.eva));
    EXPECT_EQ(office.post(office.eva, "/koncepty/zahodit", {{drafts::marker, "//zle.example/x"}}).status,
              http::not_found);
    for (int n = 0; n < 60; ++n) {
        tick();
        office.post(office.eva, "/koncepty", typed("Rozepsáno.", "/sluzby/x" + std::to_string(n) + "/upravit"));
    }
    EXPECT_FALSE(draft(office.eva, "/sluzby/x9/upravit"));
    EXPECT_TRUE(draft(office.eva, "/sluzby/x10/upravit"));
}

TEST_F(Drafting, shows_both_values_where_somebody_saved_since) {
    office.post(office.eva, "/koncepty", typed("Evino."));
    tick();
    ASSERT_EQ(office.post(office.klara, sheet_of_std, typed("Klářino.")).status, http::see_other);
    auto restored = page(office.eva, sheet_of_std + "?koncept=obnovit");
    EXPECT_THAT(restored, AllOf(HasSubstr("Evino."), HasSubstr("mezitím někdo uložil"),
                                HasSubstr("name=\"bylo.shrnuti\" value=\"")));
    // Sending the restored form is what the draft holds, with the base of then.
    auto conflict = office.post(office.eva, sheet_of_std, draft(office.eva)->values());
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Evino."), HasSubstr("Klářino."), HasSubstr("data-draft-pending")));
    EXPECT_TRUE(draft(office.eva)) << "nothing was saved yet";
}

// feature N22
TEST_F(Drafting, outlives_the_end_of_the_session_without_a_script) {
    office.database().in_write_transaction([&](db::Session& work) {
        auth::set_password(office.as_nobody(work), *auth::person_by_email(work, "eva@opora.example"),
                           auth::hash_password("ukazka-opora-2026"));
    });
    auto ended = office.post(office.stranger, sheet_of_std, typed("Psáno dlouho."));
    EXPECT_EQ(ended.status, http::unauthorized);
    EXPECT_THAT(ended.body,
                AllOf(HasSubstr("name=\"koncept.pole.shrnuti\" value=\"Psáno dlouho.\""), HasSubstr("zůstalo")));
    http::Values carried{{"email", "eva@opora.example"},
                         {"heslo", "jine-heslo-2026"},
                         {"zpet", sheet_of_std},
                         {drafts::marker, sheet_of_std}};
    auto sent = typed("Psáno dlouho.");
    for (auto& [name, value] : sent.items())
        if (name != drafts::marker) carried.add(drafts::carried + name, value);
    auto mistyped = office.post(office.stranger, "/prihlaseni", carried);
    EXPECT_EQ(mistyped.status, http::unprocessable);
    EXPECT_THAT(mistyped.body, HasSubstr("Psáno dlouho.")) << "nor does a wrong password lose it";
    http::Values right{{"heslo", "ukazka-opora-2026"}};
    for (auto& [name, value] : carried.items()) right.add(name, value);
    auto signed_in = office.post(office.stranger, "/prihlaseni", right);
    ASSERT_EQ(signed_in.status, http::see_other);
    EXPECT_EQ(signed_in.location, sheet_of_std + "?koncept=obnovit");
    EXPECT_THAT(page(office.eva, signed_in.location), HasSubstr("Psáno dlouho."));
}

TEST_F(Drafting, takes_a_form_of_an_earlier_session_from_this_site_only) {
    auto session = office.database().in_write_transaction([&](db::Session& work) {
        return auth::begin_session(work, *auth::person_by_email(work, "eva@opora.example"), office.clock().now());
    });
    auto body =
        std::string{drafts::marker} + "=" + http::percent_encode(sheet_of_std) + "&csrf=z-drivejska&shrnuti=Starsi";
    std::vector<std::pair<std::string, std::string>> headers{{"content-type", "application/x-www-form-urlencoded"},
                                                             {"cookie", "opora=" + session}};
    EXPECT_EQ(ask(sheet_of_std, headers, body).status, 403) << "nobody says where it comes from";
    auto foreign = headers;
    foreign.emplace_back("sec-fetch-site", "cross-site");
    EXPECT_EQ(ask(sheet_of_std, foreign, body).status, 403);
    EXPECT_FALSE(draft(office.eva));
    headers.emplace_back("sec-fetch-site", "same-origin");
    auto kept = ask(sheet_of_std, headers, body);
    EXPECT_EQ(kept.status, 303);
    EXPECT_EQ(location(kept), sheet_of_std + "?koncept=obnovit");
    EXPECT_EQ(draft(office.eva)->values().first("shrnuti"), "Starsi");
    EXPECT_NE(record().now.at("shrnuti"), "Starsi") << "nothing was saved";
}

TEST_F(Drafting, goes_after_thirty_days_and_with_the_address_of_a_place_that_became_secret) {
    office.post(office.eva, "/koncepty", typed("Rozepsáno."));
    tick(std::chrono::days{29});
    EXPECT_TRUE(jobs::enqueue_daily(office.database(), office.clock().now(), "drafts.tidy"));
    EXPECT_FALSE(jobs::enqueue_daily(office.database(), office.clock().now(), "drafts.tidy")) << "once a day";
    office.application().workers().take_one();
    EXPECT_TRUE(draft(office.eva));
    tick(std::chrono::days{2});
    EXPECT_TRUE(jobs::enqueue_daily(office.database(), office.clock().now(), "drafts.tidy"));
    office.application().workers().take_one();
    EXPECT_FALSE(draft(office.eva));

    auto place = [&] {
        auto lease = office.database().read();
        return lease->one<network::Facility>("SELECT * FROM facilities WHERE name = $1",
                                             std::string{"Fokus Semily – Jilemnice"});
    }();
    auto form = "/sprava/zarizeni/" + to_text(place.id);
    office.post(office.klara, "/koncepty", {{drafts::marker, form}, {"ulice", "Tajná 7"}});
    office.database().in_write_transaction([&](db::Session& work) {
        auto hidden = place;
        hidden.secret = true;
        network::forget_place(hidden);
        network::change(office.as_nobody(work), place, hidden);
    });
    EXPECT_FALSE(draft(office.klara, form));
}

// --- notices ---------------------------------------------------------------------------------------------------------

namespace {

struct Noticing : testing::Test {
    void SetUp() override {
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            network::let_represent(author, network::find_provider_by_slug(work, "kormidlo")->id,
                                   *office.petr.organisation_id);
        });
    }
    void report() {
        auto sent = office.post(office.stranger, "/sluzby/kormidlo-bydleni/chyba",
                                {{"zprava", "Telefon už dávno neplatí."}, {"kontakt", "jana@example.cz"}});
        ASSERT_EQ(sent.status, http::see_other);
    }
    std::vector<notices::Notice> of(const User& who) {
        auto lease = office.database().read();
        return notices::notices_of(*lease, who.id, false, 50, 0);
    }
    std::string page(const User& who, const std::string& address) {
        return std::regex_replace(office.get(who, address).body, std::regex{"\xc2\xa0"}, " ");
    }
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(Noticing, tells_the_provider_of_a_mistake_and_nobody_who_reported_it) {
    EXPECT_THAT(page(office.petr, "/oznameni"), HasSubstr("Nic nového nečeká."));
    report();
    auto body = page(office.petr, "/oznameni");
    EXPECT_THAT(body, AllOf(HasSubstr("Někdo hlásí chybu v údajích: Kormidlo doma"), HasSubstr("<span>1</span>"),
                            Not(HasSubstr("jana@"))));
    EXPECT_TRUE(of(office.eva).empty());
    report();
    EXPECT_EQ(of(office.petr).size(), 1) << "one that is not read yet is enough";
}

TEST_F(Noticing, is_opened_by_its_own_person_and_read_by_that) {
    report();
    auto notice = of(office.petr).at(0);
    EXPECT_EQ(office.post(office.eva, "/oznameni/" + to_text(notice.id)).status, http::not_found);
    EXPECT_FALSE(of(office.petr).at(0).read_at);
    auto opened = office.post(office.petr, "/oznameni/" + to_text(notice.id));
    EXPECT_EQ(opened.location, "/prehled");
    EXPECT_TRUE(of(office.petr).at(0).read_at);
    EXPECT_THAT(page(office.petr, "/oznameni"), HasSubstr("Nic nového nečeká."));
    EXPECT_THAT(page(office.petr, "/oznameni?stav=vse"), HasSubstr("přečteno"));
    report();
    EXPECT_EQ(of(office.petr).size(), 2);
    for (int click : {1, 2}) EXPECT_EQ(office.post(office.petr, "/oznameni/vse").status, http::see_other) << click;
    EXPECT_THAT(page(office.petr, "/oznameni"), HasSubstr("0 nepřečtených"));
}

TEST_F(Noticing, goes_out_as_each_person_chose) {
    auto choices = page(office.petr, "/oznameni/nastaveni");
    EXPECT_THAT(choices, AllOf(HasSubstr("Někdo hlásí chybu u vaší služby"), Not(HasSubstr("Přišel návrh"))));
    EXPECT_THAT(page(office.eva, "/oznameni/nastaveni"), HasSubstr("Přišel návrh"));
    EXPECT_THAT(page(office.dana, "/oznameni/nastaveni"), HasSubstr("přístupovému klíči"));
    EXPECT_EQ(
        office.post(office.petr, "/oznameni/nastaveni", {{"mistake_reported", "daily"}, {"proposal_approved", "nekdy"}})
            .status,
        http::see_other);
    auto lease = office.database().read();
    EXPECT_EQ(notices::way_of(*lease, office.petr.id, "mistake_reported"), "daily");
    EXPECT_EQ(notices::way_of(*lease, office.petr.id, "proposal_approved"), "at_once");
}

TEST_F(Noticing, writes_letters_whose_subjects_say_nothing) {
    report();
    office.application().workers().take_one();
    auto letters = [&] {
        auto lease = office.database().read();
        return lease->all<std::string>("SELECT subject FROM letters ORDER BY id");
    };
    EXPECT_THAT(letters(), testing::ElementsAre("Opora: nové oznámení"));
    office.post(office.petr, "/oznameni/vse");
    office.post(office.petr, "/oznameni/nastaveni", {{"mistake_reported", "daily"}});
    report();
    while (office.application().workers().take_one()) {}
    EXPECT_EQ(letters().size(), 1) << "it waits for the morning";
    auto now = office.clock().now();
    EXPECT_FALSE(jobs::enqueue_daily(office.database(), *parse_instant("2026-11-25T04:00:00Z"), "notices.daily",
                                     TimeOfDay{390}));
    EXPECT_TRUE(jobs::enqueue_daily(office.database(), now, "notices.daily", TimeOfDay{390}));
    while (office.application().workers().take_one()) {}
    EXPECT_THAT(letters(), testing::UnorderedElementsAre("Opora: nové oznámení", "Opora: oznámení za poslední den"));
    EXPECT_TRUE(jobs::enqueue_daily(office.database(), now + std::chrono::days{1}, "notices.daily", TimeOfDay{390}));
    office.clock().set(now + std::chrono::days{1});
    while (office.application().workers().take_one()) {}
    EXPECT_EQ(letters().size(), 2) << "and is told once";
}
