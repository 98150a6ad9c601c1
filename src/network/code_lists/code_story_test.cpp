// A code through time: what held when stays readable, and nobody's change is lost.
#include "network/code_lists/code_story.hpp"
#include "platform/base/outcomes.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::ElementsAre;

namespace {

constexpr auto form_code = "FormaSocialniSluzby/ter";
constexpr auto forms_file = "network/data/code_lists/forms.csv";

struct CodeThroughTime : testing::Test {
    CodeThroughTime() { bring("terénní"); }

    std::int64_t bring(const char* name) {
        carried = std::string{"code,name_cs,plain_cs\n"} + form_code + "," + name + ",přijedeme\n";
        embedded::File file{forms_file, carried};
        return load_code_lists(by_program, {&file, 1});
    }
    CodeStory story() { return CodeStory::read(db, "forms", form_code); }
    CodeListItem named(const char* name) {
        auto item = *story().on(today);
        item.name_cs = name;
        return item;
    }
    std::string name_on(Date day) { return CodeLists::read(db, day).name("forms", form_code); }
    std::vector<std::string> kinds() {
        std::vector<std::string> found;
        auto whole = story();
        for (auto& act : whole.acts()) found.push_back(act.kind);
        return found;
    }
    void later() { by_program.now += std::chrono::hours{1}, eva.now += std::chrono::hours{1}; }

    db::Session db = world::migrated_database();
    std::string carried;
    Author by_program = world::author(db);
    Author eva{db, world::sample_now, Id<User>::made_at(world::sample_now), by_program.organisation, by_program.source};
    Date today = day_in_prague(world::sample_now), new_year = *day_of(2027, 1, 1);
};

}

TEST_F(CodeThroughTime, changed_as_of_a_day_means_the_old_before_and_the_new_after) {
    later();
    auto before = story();
    change_code_from(eva, before, *before.on(today), new_year, named("v terénu"));
    EXPECT_EQ(name_on(new_year - std::chrono::days{1}), "terénní");
    EXPECT_EQ(name_on(new_year), "v terénu");
    EXPECT_EQ(CodeLists::read(db, new_year, world::sample_now).name("forms", form_code), "terénní")
        << "that is what we believed then";
    EXPECT_EQ(CodeLists::read(db, new_year).items("forms", new_year).size(), 1u);
    EXPECT_EQ(CodeLists::read(db, new_year).known("forms").size(), 1u);
    EXPECT_THAT(kinds(), ElementsAre("changed", "added"));
    auto after = story();
    auto last = after.acts().front();
    EXPECT_EQ(last.by, eva.user);
    EXPECT_EQ(last.from, new_year);
    ASSERT_EQ(last.differences.size(), 1u);
    EXPECT_EQ(last.differences.front().before, "terénní");
    EXPECT_EQ(last.differences.front().after, "v terénu");
}

TEST_F(CodeThroughTime, put_right_means_the_new_for_all_its_time) {
    later();
    auto before = story();
    correct_code(eva, before, *before.on(today), named("v terénu"));
    EXPECT_EQ(name_on(beginning), "v terénu");
    EXPECT_EQ(CodeLists::read(db, today, world::sample_now).name("forms", form_code), "terénní");
    EXPECT_THAT(kinds(), ElementsAre("corrected", "added"));
}

TEST_F(CodeThroughTime, ends_and_goes_on) {
    later();
    auto before = story();
    end_code(eva, before, *before.on(today), new_year);
    EXPECT_TRUE(CodeLists::read(db, today).items("forms", new_year).empty());
    EXPECT_EQ(name_on(new_year), "terénní") << "what it meant, though it holds no more";
    later();
    auto ended = story();
    end_code(eva, ended, *ended.on(today), {});
    EXPECT_EQ(CodeLists::read(db, today).items("forms", new_year).size(), 1u);
    EXPECT_THAT(kinds(), ElementsAre("goes_on", "ended", "added"));
}

TEST_F(CodeThroughTime, a_change_taken_back_leaves_what_was_before_it) {
    later();
    auto before = story();
    change_code_from(eva, before, *before.on(today), new_year, named("v terénu"));
    later();
    auto changed = story();
    take_back(eva, changed, changed.acts().front());
    auto after = story();
    ASSERT_EQ(after.standing().size(), 1u);
    EXPECT_EQ(name_on(new_year), "terénní");
    EXPECT_FALSE(after.standing().front()->validity.valid_to);
}

TEST_F(CodeThroughTime, an_added_code_taken_back_is_free_again) {
    auto nothing = CodeStory::read(db, "related_kinds", "klub");
    EXPECT_TRUE(nothing.standing().empty());
    CodeListItem item;
    item.name_cs = "klub";
    add_code(eva, nothing, item);
    later();
    auto added = CodeStory::read(db, "related_kinds", "klub");
    EXPECT_TRUE(added.overlaps({new_year, {}}));
    take_back(eva, added, added.acts().front());
    later();
    auto gone = CodeStory::read(db, "related_kinds", "klub");
    EXPECT_TRUE(gone.standing().empty());
    EXPECT_EQ(gone.acts().front().kind, "withdrawn");
    add_code(eva, gone, item);
    EXPECT_EQ(CodeLists::read(db, today).name("related_kinds", "klub"), "klub");
}

TEST_F(CodeThroughTime, who_saves_second_on_what_the_first_changed_is_refused) {
    later();
    auto seen = story();
    correct_code(eva, seen, *seen.on(today), named("v terénu"));
    later();
    EXPECT_THROW(correct_code(eva, seen, *seen.on(today), named("jinak")), Conflict);
    EXPECT_THROW(change_code_from(eva, seen, *seen.on(today), new_year, named("jinak")), Conflict);
    EXPECT_EQ(name_on(today), "v terénu");
}

TEST_F(CodeThroughTime, a_new_version_of_the_program_leaves_what_a_person_wrote) {
    later();
    EXPECT_EQ(bring("v terénu"), 1) << "nobody touched it, so the program may";
    later();
    auto before = story();
    change_code_from(eva, before, *before.on(today), new_year, named("u vás doma"));
    later();
    EXPECT_EQ(bring("terénní forma"), 0);
    EXPECT_EQ(name_on(today), "v terénu");
    EXPECT_EQ(name_on(new_year), "u vás doma");
    embedded::File file{forms_file, carried};
    EXPECT_EQ(carried_items({&file, 1}, "forms", form_code).front().name_cs, "terénní forma");
    later();
    auto changed = story();
    take_back(eva, changed, changed.acts().front());
    EXPECT_EQ(bring("terénní forma"), 0) << "what a person decided stays decided";
}
