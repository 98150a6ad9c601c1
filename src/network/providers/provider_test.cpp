// Providers: who is who, and addresses that last.
#include "network/providers/contact.hpp"
#include "network/providers/provider.hpp"
#include "network/providers/slug.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::SizeIs;

struct Providers : testing::Test {
    db::Session db = world::migrated_database();
    Author by = world::author(db);

    Provider provider(std::string name, std::optional<std::string> ico) {
        Provider provider;
        provider.name = std::move(name), provider.ico = std::move(ico);
        add_provider(by, provider);
        return provider;
    }
};

// row 0.01
TEST(SampleProviders, have_fokus_semily_with_its_web) {
    auto& db = world::region();
    auto fokus = find_provider_by_slug(db, "fokus-semily").value();
    EXPECT_EQ(fokus.name, "Centrum péče o duševně nemocné a zdravotně postižené");
    EXPECT_EQ(fokus.short_name, "Fokus Semily");
    auto webs = contacts_of(db, fokus.id.uuid);
    EXPECT_TRUE(std::ranges::any_of(webs, [](auto& contact) { return contact.value == "https://www.fokussemily.cz"; }));
}

// row X.2
TEST(SampleProviders, named_fokus_are_three_and_stay_three) {
    auto& db = world::region();
    std::vector<std::string> found;
    for (auto& provider : list_providers(db))
        if (provider.shown_name().starts_with("Fokus")) found.push_back(provider.slug);
    EXPECT_THAT(found, testing::UnorderedElementsAre("fokus-semily", "fokus-turnov", "fokus-liberec"));
}

// row X.2
TEST_F(Providers, are_told_apart_by_number_not_by_name) {
    auto first = provider("Fokus", "99000113"), second = provider("Fokus", "99000229");
    EXPECT_NE(first.id, second.id);
    EXPECT_EQ(find_provider_by_ico(db, "99000229")->id, second.id);
    EXPECT_EQ(second.slug, "fokus-2");
    EXPECT_THROW(provider("Docela jiný název", "99000113"), db::Unique);
}

TEST_F(Providers, keep_their_old_address_when_renamed) {
    auto before = provider("Fokus Semily", {});
    auto after = before;
    after.slug = "centrum-pece";
    EXPECT_TRUE(change_provider(by, before, after));
    auto answer = ask_slug(db, "provider", "fokus-semily").value();
    EXPECT_EQ(answer.record, before.id.uuid);
    EXPECT_EQ(answer.current, "centrum-pece");
    EXPECT_FALSE(ask_slug(db, "provider", "nikdo"));
    auto now = find_provider(db, before.id).value(), back = now;
    back.slug = "fokus-semily";
    change_provider(by, now, back);
    EXPECT_EQ(ask_slug(db, "provider", "centrum-pece")->current, "fokus-semily");
}

TEST_F(Providers, do_not_take_somebody_elses_old_address) {
    auto first = provider("Fokus", {}), renamed = first, second = provider("Jiný", {}), thief = second;
    renamed.slug = "novy";
    change_provider(by, first, renamed);
    thief.slug = "fokus";
    EXPECT_THROW(change_provider(by, second, thief), Conflict);
}

TEST_F(Providers, leave_history_of_each_change) {
    auto before = provider("Fokus", {}), after = before;
    after.description = "Pomáhá.";
    change_provider(by, before, after);
    auto changes = history::changes_of(db, before.id.uuid);
    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_THROW(change_provider(by, before, after), Conflict);
}

TEST(Slugs, are_plain_letters_cut_at_a_word) {
    EXPECT_EQ(slug_of("Sociální rehabilitace, FOKUS Semily"), "socialni-rehabilitace-fokus-semily");
    EXPECT_EQ(slug_of("  Příliš žluťoučký – kůň!  "), "prilis-zlutoucky-kun");
    EXPECT_EQ(slug_of("?!"), "");
    EXPECT_EQ(slug_of(std::string(30, 'a') + " " + std::string(60, 'b')), std::string(30, 'a'));
}
