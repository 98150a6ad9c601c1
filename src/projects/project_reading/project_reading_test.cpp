// Pages and papers of projects, read and compared with what a careful person wrote down.
#include "projects/project_reading/project_reading.hpp"

#include "platform/reading/read_document.hpp"
#include "tests/source_folder.hpp"

#include <gtest/gtest.h>

namespace {

projects::ProjectFacts project_of(const std::string& file) {
    return projects::read_project(reading::read_document(source_folder() + "/tests/documents/" + file));
}

}

TEST(ProjectReading, reads_the_page_of_a_region) {
    auto facts = project_of("1-projekt-kraj.txt");
    EXPECT_EQ(facts.name->value, "Podpora procesů v rámci reformy péče o duševní zdraví v Libereckém kraji");
    EXPECT_EQ(facts.registration_number->value, "CZ.03.02.02/00/22_006/0001329");
    EXPECT_EQ(facts.call->value, "03_22_006");
    EXPECT_EQ(to_iso(facts.start->value), "2023-05-01");
    EXPECT_EQ(to_iso(facts.end->value), "2026-04-30");
    EXPECT_EQ(facts.months->value, 36);
    EXPECT_EQ(facts.budget->value.halere, 1579560005);
    EXPECT_EQ(facts.funding_sources.size(), 3u);
    EXPECT_EQ(facts.target_groups.size(), 5u);
    ASSERT_EQ(facts.key_activities.size(), 7u);
    EXPECT_EQ(facts.key_activities[3].children.size(), 4u);
    EXPECT_EQ(facts.key_activities[3].children[1].no, "b");
    ASSERT_EQ(facts.team.size(), 3u);
    EXPECT_EQ(facts.team[1].phones.size(), 2u);
}

TEST(ProjectReading, reads_activities_on_three_levels_over_pages) {
    auto facts = project_of("projects/klicove-aktivity.txt");
    ASSERT_EQ(facts.key_activities.size(), 5u);
    ASSERT_EQ(facts.key_activities[1].children.size(), 2u);
    EXPECT_EQ(facts.key_activities[1].children[0].children[2].no, "2.1.3");
    EXPECT_EQ(facts.key_activities[3].children[2].no, "c");
}

TEST(ProjectReading, tells_the_project_from_others_on_its_page) {
    auto facts = project_of("projects/tiskova-zprava.txt");
    EXPECT_EQ(facts.registration_number->value, "CZ.03.02.01/00/22_028/0001806");
    EXPECT_EQ(facts.budget->value.halere, 1230000000);
    EXPECT_EQ(facts.key_activities.size(), 4u);
    EXPECT_EQ(project_of("projects/norske-fondy.md").registration_number->value, "ZD-MGS2-031");
}

TEST(ProjectReading, says_nothing_where_the_page_says_nothing) {
    auto facts = project_of("2-projekt-kv.txt");
    EXPECT_EQ(facts.name->value, "Rozvoj péče o osoby s duševním onemocněním");
    EXPECT_FALSE(facts.registration_number);
    EXPECT_FALSE(facts.budget);
    EXPECT_TRUE(facts.team.empty());
    EXPECT_EQ(facts.key_activities.size(), 6u);
    auto nothing = projects::read_project(reading::read_plain_text("Nákupní seznam\n"));
    EXPECT_TRUE(nothing.key_activities.empty());
    EXPECT_FALSE(nothing.start);
}
