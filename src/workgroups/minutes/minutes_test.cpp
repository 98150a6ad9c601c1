// Minutes as they are taken: several people who write at once, and what was when.
#include "platform/drafts/draft.hpp"
#include "tests/world/minutes_world.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct TakingMinutes : world::MinutesWorld {};

}

TEST_F(TakingMinutes, begin_with_a_part_for_each_item_and_are_there_for_members_only) {
    EXPECT_THAT(page(office.eva, at()), HasSubstr("Začít zápis"));
    EXPECT_EQ(office.get(office.petr, at()).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, at()).status, http::not_found);
    EXPECT_EQ(office.post(office.petr, at()).status, http::forbidden);
    begin();
    EXPECT_EQ(parts().size(), 3u);
    EXPECT_THAT(page(office.eva, at()), AllOf(HasSubstr("2/"), HasSubstr("Zprávy z území"), HasSubstr("Upravit")));
    EXPECT_THAT(page(office.petr, at()), AllOf(HasSubstr("Zprávy z území"), Not(HasSubstr(">Upravit<"))));
    EXPECT_EQ(office.get(office.stranger, at()).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, at(".md")).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, at("/porovnani")).status, http::see_other);
    // Two people who begin at once find the same minutes.
    EXPECT_EQ(office.post(office.klara, at()).location, at());
    EXPECT_EQ(parts().size(), 3u);
}

TEST_F(TakingMinutes, of_different_parts_are_saved_beside_each_other) {
    begin();
    auto all = parts();
    EXPECT_EQ(office.post(office.eva, part_at(all[0]), typed(all[0], "Schválen program.")).status, http::see_other);
    EXPECT_EQ(office.post(office.klara, part_at(all[1]), typed(all[1], "Zprávy podány.")).status, http::see_other);
    EXPECT_THAT(page(office.eva, at()), AllOf(HasSubstr("Schválen program."), HasSubstr("Zprávy podány.")));
}

TEST_F(TakingMinutes, of_one_part_at_once_show_both_texts_and_what_they_give_together) {
    begin();
    write(0, "první\n\ndruhý");
    tick();
    auto part = parts()[0];
    ASSERT_EQ(office.post(office.eva, part_at(part), typed(part, "první od Evy\n\ndruhý")).status, http::see_other);
    auto conflict = office.post(office.klara, part_at(part), typed(part, "první\n\ndruhý od Kláry"));
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("první od Evy\n\ndruhý od Kláry"), HasSubstr("eva")));
    // Nothing of hers is saved yet, and nothing is lost: it is her draft.
    EXPECT_EQ(parts()[0].body, "první od Evy\n\ndruhý");
    auto draft = office.database().in_read_transaction(
        [&](db::Session& db) { return drafts::find(db, office.klara.id, part_at(part)); });
    ASSERT_TRUE(draft);
    EXPECT_THAT(draft->values().first("text"), HasSubstr("druhý od Kláry"));
    EXPECT_THAT(page(office.klara, part_at(part)), HasSubstr("koncept=obnovit"));
    // She saves what both give together; the history holds each of the three.
    tick();
    auto now = parts()[0];
    auto together = typed(now, "první od Evy\n\ndruhý od Kláry");
    together.add("moje", "první\n\ndruhý od Kláry");
    ASSERT_EQ(office.post(office.klara, part_at(part), together).status, http::see_other);
    EXPECT_EQ(parts()[0].body, "první od Evy\n\ndruhý od Kláry");
    auto lease = office.database().read();
    std::vector<std::string> bodies;
    for (auto& saved : history::changes_of(*lease, part.id.uuid))
        for (auto& field : history::field_changes(*lease, saved.id))
            if (field.field == "body") bodies.push_back(field.new_value.value_or(""));
    EXPECT_THAT(bodies, AllOf(Contains("první\n\ndruhý od Kláry"), Contains("první od Evy\n\ndruhý"),
                              Contains("první od Evy\n\ndruhý od Kláry")));
    EXPECT_FALSE(drafts::find(*lease, office.klara.id, part_at(part)));
}

TEST_F(TakingMinutes, of_one_part_in_two_windows_speak_of_no_somebody_else) {
    begin();
    auto part = parts()[0];
    ASSERT_EQ(office.post(office.eva, part_at(part), typed(part, "v jednom okně")).status, http::see_other);
    auto conflict = world::with_plain_spaces(office.post(office.eva, part_at(part), typed(part, "v druhém okně")).body);
    EXPECT_THAT(conflict, AllOf(HasSubstr("Tuto část jste mezitím uložili v jiném okně."), Not(HasSubstr("někdo jiný")),
                                Not(HasSubstr("uložil(a)"))));
}

TEST_F(TakingMinutes, of_one_part_at_once_by_the_same_words_are_no_conflict) {
    begin();
    auto part = parts()[0];
    EXPECT_EQ(office.post(office.eva, part_at(part), typed(part, "stejně")).status, http::see_other);
    EXPECT_EQ(office.post(office.klara, part_at(part), typed(part, "stejně")).status, http::see_other);
    // Nor is a part that somebody only moved.
    write(1, "druhá");
    auto second = parts()[1];
    EXPECT_EQ(office.post(office.klara, part_at(second, "/posunout"), {{"kam", "nahoru"}}).status, http::see_other);
    EXPECT_EQ(office.post(office.eva, part_at(second), typed(second, "druhá a víc")).status, http::see_other);
    EXPECT_EQ(parts()[0].body, "druhá a víc");
}

TEST_F(TakingMinutes, saved_onto_a_part_that_was_dropped_come_back_if_one_says_so) {
    begin();
    auto part = parts()[0];
    ASSERT_EQ(office.post(office.eva, part_at(part, "/vypustit")).status, http::see_other);
    auto answer = office.post(office.klara, part_at(part), typed(part, "moje dlouhá práce"));
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(world::with_plain_spaces(answer.body),
                AllOf(HasSubstr("moje dlouhá práce"), HasSubstr("už v zápisu není")));
    EXPECT_EQ(parts().size(), 2u);
    auto lease =
        office.database().in_read_transaction([&](db::Session& db) { return *find_minutes_part(db, part.id); });
    auto again = typed(lease, "moje dlouhá práce");
    again.add("vratit", "ano");
    EXPECT_EQ(office.post(office.klara, part_at(part), again).status, http::see_other);
    EXPECT_EQ(parts()[0].body, "moje dlouhá práce");
}

TEST_F(TakingMinutes, say_who_is_writing_where_and_never_what) {
    begin();
    auto part = parts()[0];
    auto values = typed(part, "tajné rozepsané");
    values.add(drafts::marker, part_at(part));
    office.post(office.klara, "/koncepty", values, "application/json");
    auto answer = office.get(office.eva, at("/prubeh"), "text/event-stream");
    EXPECT_EQ(answer.type, "text/event-stream");
    auto told = answer.pieces();
    ASSERT_TRUE(told);
    EXPECT_THAT(*told, AllOf(HasSubstr("klara"), HasSubstr(to_text(part.id)), Not(HasSubstr("tajné"))));
    EXPECT_THAT(*office.get(office.klara, at("/prubeh")).pieces(), Not(HasSubstr("\"name\":\"klara\"")));
    EXPECT_EQ(office.get(office.stranger, at("/prubeh")).status, http::see_other);
}

// row 3.36
TEST_F(TakingMinutes, keep_the_words_of_a_document_to_the_letter) {
    begin();
    std::string copied = "cizince a národností menšiny  - kde poskytujeme péči 10 dnů";
    write(0, copied);
    EXPECT_EQ(parts()[0].body, copied);
    EXPECT_THAT(office.get(office.petr, at()).body, HasSubstr(copied));
    EXPECT_THAT(office.get(office.petr, at(".html")).body, HasSubstr("národností menšiny"));
}

TEST_F(TakingMinutes, are_compared_between_two_moments_word_by_word) {
    begin();
    write(0, "Termín je 9. prosince.");
    tick();
    step(office.eva, "comments", {{"do", "30. 11. 2026"}});
    tick();
    write(0, "Termín je 11. prosince.");
    auto compared = page(office.petr, at("/porovnani"));
    EXPECT_THAT(compared, AllOf(HasSubstr("<del>9.</del>"), HasSubstr("<ins>11.</ins>")));
    EXPECT_EQ(office.get(office.petr, at("/porovnani?od=nesmysl&do=x")).status, http::ok);
    auto lease = office.database().read();
    EXPECT_EQ(workgroups::part_at(*lease, parts()[0], office.clock().now() - std::chrono::seconds{90})->body,
              "Termín je 9. prosince.");
}
