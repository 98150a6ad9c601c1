// Administrators keep people and their roles, and cannot lock everybody out; auditors read what happened.
#include "tests/world/office.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Administration : testing::Test {
    world::Office office;

    http::Response change(const User& who, const User& person, http::Values typed) {
        return office.post(who, "/sprava/lide/" + to_text(person.id), std::move(typed));
    }
    std::optional<User> now(const User& person) {
        auto lease = office.database().read();
        return auth::user(*lease, person.id, day_in_prague(office.clock().now()));
    }
    std::string role_of(const User& person) {
        auto lease = office.database().read();
        return to_text(lease->one<Id<auth::GrantRow>>("SELECT id FROM grants WHERE person_id = $1 ORDER BY id LIMIT 1",
                                                      person.id));
    }
};

}

TEST_F(Administration, is_for_administrators) {
    for (auto address : {"/sprava/lide", "/sprava/lide/novy", "/sprava/organizace", "/sprava/ulohy"}) {
        EXPECT_EQ(office.get(office.adam, address).status, http::ok) << address;
        EXPECT_EQ(office.get(office.eva, address).status, http::forbidden) << address;
        EXPECT_EQ(office.get(office.petr, address).status, http::forbidden) << address;
        EXPECT_THAT(office.get(office.stranger, address).location, HasSubstr("/prihlaseni?zpet=")) << address;
    }
    EXPECT_EQ(office.get(office.adam, "/sprava/audit").status, http::forbidden);
    EXPECT_EQ(office.get(office.dana, "/sprava/audit").status, http::ok);
}

TEST_F(Administration, a_new_person_gets_a_link_that_is_shown_once) {
    auto made = office.post(office.adam, "/sprava/lide/novy",
                            {{"email", " Jana@Obec.example "},
                             {"jmeno", "Jana Nová"},
                             {"nova_organizace", "Obec Víchová"},
                             {"druh_organizace", "municipality"},
                             {"role", "planning_coordinator"},
                             {"dosah", "area"},
                             {"obvody", "5104, 5107"}});
    ASSERT_EQ(made.status, http::ok) << made.body.substr(0, 3000);
    auto at = made.body.find("/prihlaseni/odkaz/");
    ASSERT_NE(at, std::string::npos);
    auto token = made.body.substr(at + 18, made.body.find_first_of("< ", at) - at - 18);
    EXPECT_EQ(office.get(office.stranger, "/prihlaseni/odkaz/" + token).status, http::ok);

    std::optional<auth::Person> jana;
    {
        auto lease = office.database().read();
        jana = auth::person_by_email(*lease, "jana@obec.example");
    }
    ASSERT_TRUE(jana);
    EXPECT_THAT(office.get(office.adam, "/sprava/lide/" + to_text(jana->id)).body,
                Not(HasSubstr("/prihlaseni/odkaz/")));
    auto user = now(User{jana->id});
    ASSERT_EQ(user->grants.size(), 1u);
    EXPECT_EQ(user->grants[0].districts, (std::vector<std::string>{"5104", "5107"}));
    EXPECT_THAT(office.get(office.adam, "/sprava/lide?q=vichova").body, HasSubstr("Jana"));
    EXPECT_THAT(office.get(office.adam, "/sprava/organizace").body, HasSubstr("Víchová"));
    EXPECT_THAT(office.audit(), Contains("auth.person_added done"));
}

TEST_F(Administration, a_new_person_may_have_no_role_where_mandates_in_groups_are_enough) {
    EXPECT_THAT(world::with_plain_spaces(office.get(office.adam, "/sprava/lide/novy").body),
                HasSubstr("roli nepotřebuje"));
    auto made = office.post(office.adam, "/sprava/lide/novy",
                            {{"email", "vera@obec.example"},
                             {"jmeno", "Věra Malá"},
                             {"nova_organizace", "Obec Víchová"},
                             {"druh_organizace", "municipality"},
                             {"role", "bez-role"},
                             {"dosah", ""}});
    ASSERT_EQ(made.status, http::ok) << made.body.substr(0, 3000);
    auto vera = [&] {
        auto lease = office.database().read();
        return auth::person_by_email(*lease, "vera@obec.example");
    }();
    ASSERT_TRUE(vera);
    EXPECT_TRUE(now(User{vera->id})->grants.empty());
    EXPECT_THAT(world::with_plain_spaces(office.get(*now(User{vera->id}), "/ucet").body),
                HasSubstr("Žádnou roli nemáte. Co smíte ve skupinách"));
    auto at = "/sprava/lide/" + to_text(vera->id);
    EXPECT_EQ(office.get(office.adam, at).status, http::ok);
    EXPECT_EQ(office.post(office.adam, at, {{"ukon", "role"}, {"role", "bez-role"}, {"dosah", "own"}}).status,
              http::unprocessable)
        << "a role that is added is one";
}

TEST_F(Administration, what_is_wrong_with_a_new_person_is_said) {
    auto refused = office.post(
        office.adam, "/sprava/lide/novy",
        {{"email", "eva@opora.example"}, {"jmeno", "Eva"}, {"role", "king"}, {"dosah", "area"}, {"obvody", "51"}});
    EXPECT_EQ(refused.status, http::unprocessable);
    for (auto field : {"#email", "#role", "#obvody", "#organizace"}) EXPECT_THAT(refused.body, HasSubstr(field));
}

TEST_F(Administration, a_disabled_person_is_signed_out_everywhere_and_may_come_back) {
    std::string token;
    office.database().in_write_transaction([&](db::Session& work) {
        token = auth::begin_session(work, work.one<auth::Person>("SELECT * FROM people WHERE id = $1", office.eva.id),
                                    office.clock().now());
    });
    ASSERT_TRUE(auth::session_user(office.database(), token, office.clock().now()));
    EXPECT_EQ(change(office.adam, office.eva, {{"ukon", "zablokovat"}}).status, http::see_other);
    EXPECT_FALSE(auth::session_user(office.database(), token, office.clock().now()));
    EXPECT_FALSE(now(office.eva));
    EXPECT_EQ(change(office.adam, office.eva, {{"ukon", "odkaz"}}).status, http::unprocessable);
    EXPECT_EQ(change(office.adam, office.eva, {{"ukon", "odblokovat"}}).status, http::see_other);
    EXPECT_TRUE(now(office.eva));
    EXPECT_FALSE(auth::session_user(office.database(), token, office.clock().now())) << "old browsers stay signed out";
}

TEST_F(Administration, the_last_administrator_stays) {
    auto refused = change(office.adam, office.adam, {{"ukon", "zablokovat"}});
    EXPECT_EQ(refused.status, http::unprocessable);
    EXPECT_THAT(refused.body, HasSubstr("poslední"));
    EXPECT_EQ(change(office.adam, office.adam, {{"ukon", "konec_role"}, {"opravneni", role_of(office.adam)}}).status,
              http::unprocessable);
    EXPECT_TRUE(now(office.adam)->holds(Role::administrator));

    ASSERT_EQ(
        change(office.adam, office.eva, {{"ukon", "role"}, {"role", "administrator"}, {"dosah", "region"}}).status,
        http::see_other);
    EXPECT_EQ(change(office.adam, office.adam, {{"ukon", "konec_role"}, {"opravneni", role_of(office.adam)}}).status,
              http::see_other);
    EXPECT_FALSE(now(office.adam)->holds(Role::administrator));
    EXPECT_EQ(change(*now(office.eva), office.eva, {{"ukon", "zablokovat"}}).status, http::unprocessable)
        << "now Eva is the last one";
}

TEST_F(Administration, an_administrator_of_one_organisation_only_does_not_count) {
    ASSERT_EQ(change(office.adam, office.petr, {{"ukon", "role"}, {"role", "administrator"}, {"dosah", "organisation"}})
                  .status,
              http::see_other);
    EXPECT_EQ(change(office.adam, office.adam, {{"ukon", "zablokovat"}}).status, http::unprocessable);
}

TEST_F(Administration, a_name_is_changed_with_history) {
    EXPECT_EQ(change(office.adam, office.eva, {{"ukon", "jmeno"}, {"jmeno", "Eva Přejmenovaná"}}).status,
              http::see_other);
    auto page = office.get(office.adam, "/sprava/lide/" + to_text(office.eva.id)).body;
    EXPECT_THAT(page, HasSubstr("<ins>Eva Přejmenovaná</ins>"));
    EXPECT_EQ(change(office.adam, office.eva, {{"ukon", "jmeno"}, {"jmeno", "  "}}).status, http::unprocessable);
    EXPECT_EQ(change(office.adam, office.eva, {{"ukon", "vyhodit"}}).status, http::not_found);
}

TEST_F(Administration, the_page_of_a_person_says_what_was_done_and_chooses_no_role_by_itself) {
    ASSERT_EQ(
        change(office.adam, office.petr, {{"ukon", "role"}, {"role", "auditor"}, {"dosah", "area"}, {"obvody", "5104"}})
            .status,
        http::see_other);
    office.database().in_write_transaction([&](db::Session& work) {
        auto petr = work.one<auth::Person>("SELECT * FROM people WHERE id = $1", office.petr.id), after = petr;
        after.password_hash = "$argon2id$another";
        history::keep_change(office.as_nobody(work), petr, after);
    });
    auto page = office.get(office.adam, "/sprava/lide/" + to_text(office.petr.id)).body;
    for (auto said : {"role přidána", "účet změněn", "<ins>nové heslo</ins>", "vybrané obvody: 5104",
                      "<option value=\"\" selected>vyberte"})
        EXPECT_THAT(page, HasSubstr(said));
    std::set<std::string> ids;
    const std::regex id{" id=\"([^\"]*)\""};
    for (std::sregex_iterator found{page.begin(), page.end(), id}, end; found != end; ++found)
        EXPECT_TRUE(ids.insert((*found)[1]).second) << (*found)[1];
}

TEST_F(Administration, a_waiting_job_can_be_stopped) {
    Id<jobs::Job> job;
    office.database().in_write_transaction([&](db::Session& work) {
        job = jobs::enqueue(work, office.clock().now(), office.eva.id, office.region, "audit.verify", "{}");
    });
    EXPECT_THAT(office.get(office.adam, "/sprava/ulohy").body, HasSubstr("/zrusit"));
    EXPECT_EQ(office.post(office.eva, "/sprava/ulohy/" + to_text(job) + "/zrusit").status, http::forbidden);
    EXPECT_EQ(office.post(office.adam, "/sprava/ulohy/" + to_text(job) + "/zrusit").status, http::see_other);
    EXPECT_TRUE(office.application().workers().take_one());
    auto lease = office.database().read();
    EXPECT_EQ(jobs::find(*lease, job)->state, "cancelled");
}

TEST_F(Administration, the_auditor_finds_refusals_and_checks_the_seals) {
    office.get(office.petr, "/sprava/lide");
    auto page = office.get(office.dana, "/sprava/audit?vysledek=forbidden&osoba=petr@opora.example").body;
    EXPECT_THAT(page, HasSubstr("správa lidí a\u00a0úloh (auth.administer)"));
    EXPECT_THAT(office.get(office.dana, "/sprava/audit?osoba=eva@opora.example").body,
                Not(HasSubstr("auth.administer")));
    EXPECT_EQ(office.get(office.dana, "/sprava/audit?od=kdysi").status, http::unprocessable);
    auto csv = office.get(office.dana, "/sprava/audit.csv?vysledek=forbidden");
    EXPECT_EQ(csv.type, "text/csv; charset=utf-8");
    EXPECT_THAT(world::whole(csv), HasSubstr("auth.administer"));
    for (auto ending : {"xlsx", "ods"}) {
        auto sheet = office.get(office.dana, std::string{"/sprava/audit."} + ending + "?vysledek=forbidden");
        EXPECT_EQ(sheet.status, http::ok);
        EXPECT_THAT(world::whole(sheet), testing::StartsWith("PK"));
        EXPECT_EQ(office.get(office.eva, std::string{"/sprava/audit."} + ending).status, http::forbidden);
    }
    EXPECT_THAT(office.audit(), Contains("audit.read allowed")) << "reading the audit is on record";

    EXPECT_EQ(office.post(office.dana, "/sprava/audit/overit").status, http::see_other);
    EXPECT_TRUE(office.application().workers().take_one());
    EXPECT_THAT(office.get(office.dana, "/sprava/audit").body, HasSubstr("Pečeti drží"));
}

TEST_F(Administration, who_asked_for_nothing_begins_at_the_overview) {
    EXPECT_EQ(office.get(office.eva, "/prihlaseni").location, "/prehled");
    EXPECT_EQ(office.get(office.eva, "/prihlaseni?zpet=/ucet").location, "/ucet");
}

TEST_F(Administration, an_organisation_is_renamed_with_a_trail) {
    auto address = "/sprava/organizace/" + to_text(office.region);
    EXPECT_EQ(office.get(office.eva, address).status, http::forbidden);
    EXPECT_EQ(office.get(office.adam, "/sprava/organizace/" + to_text(office.adam.id)).status, http::not_found);
    EXPECT_THAT(office.get(office.adam, address).body, HasSubstr("adam@opora.example"));
    http::Values typed{{"nazev", "Kraj pod Ještědem"}, {"druh", "region"}, {"ico", "70891508"}, {"verze", "1"}};
    EXPECT_EQ(office.post(office.adam, address, typed).status, http::see_other);
    auto page = office.get(office.adam, address).body;
    EXPECT_THAT(page, HasSubstr("Kraj pod Ještědem"));
    EXPECT_THAT(page, HasSubstr("70891508"));
    EXPECT_THAT(office.audit(), Contains("auth.organisation_changed done"));
}

TEST_F(Administration, what_is_wrong_with_an_organisation_is_said_and_nothing_typed_is_lost) {
    auto address = "/sprava/organizace/" + to_text(office.region);
    auto wrong =
        office.post(office.adam, address, {{"nazev", ""}, {"druh", "king"}, {"ico", "12345678"}, {"verze", "1"}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, HasSubstr("value=\"12345678\""));
    auto save = [&](const std::string& name) {
        return office.post(office.adam, address, {{"nazev", name}, {"druh", "region"}, {"ico", ""}, {"verze", "1"}});
    };
    EXPECT_EQ(save("První").status, http::see_other);
    auto late = save("Druhý");
    EXPECT_EQ(late.status, http::conflict);
    EXPECT_THAT(late.body, HasSubstr("value=\"Druhý\""));
    EXPECT_THAT(late.body, HasSubstr("se jmenuje První")) << "both values are to be seen";
}
