// The rows of document 3 about the meeting itself: where, who, what about, what was given.
#include "tests/world/taken_documents.hpp"
#include "workgroups/minutes_import/document_sections.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using world::calendar_day;
using world::rps;

// row 3.01
TEST(MinutesOfLiberec, say_where_and_when_the_steering_group_met) {
    EXPECT_EQ(rps().meeting.day, calendar_day(2015, 11, 18));
    EXPECT_EQ(rps().meeting.from_minute, 14 * 60);
    EXPECT_THAT(rps().meeting.place.value_or(""), AllOf(HasSubstr("tř. 1. máje 108"), HasSubstr("č. 17")));
    EXPECT_EQ(rps().meeting.state, "held");
}

// row 3.02
TEST(MinutesOfLiberec, know_who_was_there_and_who_apologised) {
    EXPECT_EQ(rps().names("present").size(), 9u);
    EXPECT_EQ(rps().names("apologised").size(), 3u);
    for (auto& one : rps().attendance) {
        EXPECT_TRUE(one.planner_id) << one.name;
        EXPECT_FALSE(one.open_question) << one.name;
        EXPECT_EQ(one.came_by, "document");
    }
}

// row 3.03
TEST(MinutesOfLiberec, have_an_agenda_of_five_items) {
    ASSERT_EQ(rps().agenda.size(), 5u);
    EXPECT_EQ(rps().agenda.front().title, "Úvod");
    EXPECT_EQ(rps().agenda.back().title, "Diskuze");
}

// row 3.04
TEST(MinutesOfLiberec, keep_labels_as_printed_and_map_them_to_the_agenda) {
    std::vector<std::string> labels;
    std::vector<std::int64_t> places;
    for (auto& part : rps().parts) {
        if (!part.label) continue;
        labels.push_back(*part.label);
        std::int64_t place = 0;
        for (auto& item : rps().agenda)
            if (part.agenda_item_id == item.id) place = item.place_in_order;
        places.push_back(place);
    }
    EXPECT_THAT(labels, ElementsAre("Ad. 2)", "Ad 3.)", "Ad. 3)", "Ad. 4)"));
    EXPECT_THAT(places, ElementsAre(2, 3, 4, 0));
    EXPECT_EQ(agenda_of_labels({1, 2, 3}, 3), (std::vector<std::optional<std::int64_t>>{1, 2, 3}));
    EXPECT_EQ(agenda_of_labels({2, 3, 3, 4}, 5), (std::vector<std::optional<std::int64_t>>{2, 3, 4, std::nullopt}));
    EXPECT_EQ(agenda_of_labels({1, 1}, 1), (std::vector<std::optional<std::int64_t>>{1, std::nullopt}));
}

// row 3.05
TEST(MinutesOfLiberec, were_recorded_by_a_member_five_days_later) {
    EXPECT_EQ(rps().minutes.recorded_by, "K. Mařinková");
    EXPECT_EQ(rps().minutes.recorded_on, calendar_day(2015, 11, 23));
    EXPECT_EQ(rps().minutes.recorded_in, "V Liberci");
}

// row 3.23
TEST(MinutesOfLiberec, give_a_task_with_its_owner_and_day) {
    ASSERT_EQ(rps().tasks.size(), 1u);
    auto& task = rps().tasks.front();
    EXPECT_EQ(task.due_on, calendar_day(2015, 12, 9));
    EXPECT_EQ(task.owner_text, "K. Mařinková");
    auto lease = rps().office.database().read();
    ASSERT_TRUE(task.owner_id);
    EXPECT_EQ(find_planner(*lease, *task.owner_id)->name, "Kristýna Mařinková");
    EXPECT_THAT(task.source_text.value_or(""), HasSubstr("s termínem navrácení do 9. 12. 2015"));
    EXPECT_EQ(task.agenda_item_id, rps().agenda[2].id) << "it stands under „Ad 3.)“";
}

// row 3.36
TEST(MinutesOfLiberec, are_kept_word_for_word_with_their_slips) {
    EXPECT_THAT(rps().text(), AllOf(HasSubstr("kde poskytujeme péči"), HasSubstr("cizince a národností menšiny")));
}
