// Links that act once: used, run out, revoked, of another kind – and those that were made before links had kinds.
#include "platform/auth/action_links.hpp"
#include "platform/db/migrate.hpp"
#include "tests/world/office.hpp"

using namespace std::chrono_literals;

namespace {

struct ActingOnce : testing::Test {
    world::Office office;
    Uuid service = Uuid::made_at(world::office_now);

    std::string make(std::string_view kind, std::optional<Id<User>> person, std::optional<Uuid> about) {
        return office.database().in_write_transaction([&](db::Session& work) {
            return auth::make_link(work, office.clock().now(), office.region, kind, person, about, 24h);
        });
    }
    std::optional<auth::ActionLink> usable(std::string_view kind, const std::string& token) {
        auto lease = office.database().read();
        return auth::usable_link(*lease, kind, token, office.clock().now());
    }
    template <class Work>
    auto in(Work work) {
        return office.database().in_write_transaction(work);
    }
};

}

TEST_F(ActingOnce, a_link_needs_no_person_and_is_used_by_one_alone) {
    auto token = make("free_places", {}, service);
    EXPECT_GE(token.size(), 22u) << "128 bits and more";
    auto link = usable("free_places", token);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->about, service);
    EXPECT_FALSE(link->person_id);
    EXPECT_FALSE(usable("sign_in", token)) << "a link for one thing does not open another";
    EXPECT_FALSE(usable("free_places", token + "x"));
    EXPECT_FALSE(usable("free_places", ""));
    EXPECT_TRUE(in([&](db::Session& work) { return auth::use_link(work, *link, office.clock().now()); }));
    EXPECT_FALSE(in([&](db::Session& work) { return auth::use_link(work, *link, office.clock().now()); }));
    EXPECT_FALSE(usable("free_places", token));
}

TEST_F(ActingOnce, a_link_that_ran_out_or_was_revoked_meanwhile_does_nothing) {
    auto old = make("free_places", {}, service), other = make("free_places", {}, Uuid::made_at(office.clock().now()));
    auto link = usable("free_places", old);
    in([&](db::Session& work) { auth::revoke_links(work, "free_places", service, office.clock().now()); });
    EXPECT_FALSE(usable("free_places", old));
    EXPECT_FALSE(in([&](db::Session& work) { return auth::use_link(work, *link, office.clock().now()); }));
    auto second = usable("free_places", other);
    EXPECT_TRUE(second) << "about another record";
    office.clock().set(office.clock().now() + 24h);
    EXPECT_FALSE(usable("free_places", other));
    EXPECT_FALSE(in([&](db::Session& work) { return auth::use_link(work, *second, office.clock().now()); }));
}

TEST_F(ActingOnce, links_of_a_person_are_revoked_by_their_kind) {
    auto reset = make("password_reset", office.eva.id, {}), sign_in = make("sign_in", office.eva.id, {}),
         of_petr = make("password_reset", office.petr.id, {});
    in([&](db::Session& work) { auth::revoke_links(work, "password_reset", office.eva.id, office.clock().now()); });
    EXPECT_FALSE(usable("password_reset", reset));
    EXPECT_TRUE(usable("sign_in", sign_in));
    EXPECT_TRUE(usable("password_reset", of_petr));
}

TEST(ActingOnceBefore, sign_in_links_of_an_older_database_still_open) {
    EmptyDatabase database;
    auto files = platform::files();
    std::vector<embedded::File> older;
    for (auto& file : files)
        if (file.path.find("/migrations/") != file.path.npos &&
            file.path.substr(file.path.rfind('/') + 1).substr(0, 4) <= std::string_view{"0005"})
            older.push_back(file);
    db::Session session{database.url()};
    db::migrate(session, {std::span<const embedded::File>{older}});
    auto person = Id<User>::made_at(world::office_now);
    auto organisation = Id<Organisation>::made_at(world::office_now);
    auto token = auth::new_token();
    session.run(
        "INSERT INTO people (id, email, name, name_sort, organisation_id, retention, version, created_at, changed_at)"
        " VALUES ($1, 'jana@obec.example', 'Jana', $2, $3, 'permanent', 1, $4, $4)",
        person, db::Bytes{1}, organisation, world::office_now);
    session.run(
        "INSERT INTO action_links (token_hash, kind, person_id, made_at, expires_at, organisation_id, retention)"
        " VALUES ($1, 'sign_in', $2, $3, $4, $5, 'session')",
        auth::token_hash(token), person, world::office_now, world::office_now + 72h, organisation);
    db::migrate(session, {platform::files(), network::files()});
    auto link = auth::usable_link(session, auth::sign_in_link, token, world::office_now);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->person_id, person);
    EXPECT_FALSE(link->about);
}

TEST(ActingOncePaths, stay_out_of_the_access_log) {
    for (auto path : {"/prihlaseni/odkaz/tajemstvi"})
        for (auto method : {"GET", "POST"}) {
            http::Head head;
            head.method = method, head.path = path;
            EXPECT_TRUE(world::town().application().dispatcher().plan(head).private_path) << path;
        }
}
