// Steps over time as a picture and as a table.
#include "platform/html/charts.hpp"
#include "platform/i18n/languages.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;

namespace {

Date first_of(int year) { return std::chrono::year{year} / 1 / 1; }

html::StepChart steps_of_two_years() {
    html::StepChart chart{"Dvě řady", "Popisek", "Od"};
    chart.today = first_of(2026) + std::chrono::days{100};
    chart.series = {{"první", {{first_of(2025), first_of(2026), 8}, {first_of(2026), {}, 10}}},
                    {"druhá", {{first_of(2025), first_of(2025) + std::chrono::days{73}, 4}}}};
    return chart;
}

}

TEST(StepChart, draws_steps_without_gaps_where_one_number_follows_another) {
    auto chart = steps_of_two_years();
    EXPECT_EQ(chart.begins(), first_of(2025));
    EXPECT_EQ(chart.ends(), first_of(2027));
    EXPECT_EQ(chart.top(), 10);
    EXPECT_EQ(chart.line(chart.series[0]), "M0 24.0H500V0.0H1000");
    EXPECT_EQ(chart.line(chart.series[1]), "M0 72.0H100");
    EXPECT_EQ(chart.years().size(), 2u);
}

TEST(StepChart, of_nothing_and_of_zero_can_be_drawn) {
    html::StepChart empty{"Nic", "", "Od"};
    empty.today = first_of(2026);
    EXPECT_EQ(empty.top(), 1);
    empty.series = {{"nula", {{first_of(2026), {}, 0}}}};
    EXPECT_EQ(empty.line(empty.series[0]), "M0 120.0H1000");
}

TEST(StepChart, has_its_numbers_as_a_table_too) {
    i18n::Languages languages{platform::files()};
    html::Out out{languages.czech()};
    auto table = steps_of_two_years().table(out);
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows[0][1].text, "8");
    EXPECT_EQ(table.rows[0][2].text, "4");
    EXPECT_EQ(table.rows[1][2].text, "neuvedeno");
    EXPECT_EQ(table.rows[2][1].text, "10");
    steps_of_two_years().write(out);
    EXPECT_THAT(out.html(), HasSubstr("role=\"img\""));
}
