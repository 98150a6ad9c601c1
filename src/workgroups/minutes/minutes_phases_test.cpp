// The way of minutes from the draft over comments to the approval, and what is locked then.
#include "platform/notices/notice.hpp"
#include "tests/world/minutes_world.hpp"
#include "workgroups/statutes/statute.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;

namespace {

struct MinutesPhases : world::MinutesWorld {};

}

TEST_F(MinutesPhases, are_commented_on_until_a_day_and_each_comment_is_settled) {
    begin();
    write(0, "Schválen program.");
    EXPECT_EQ(office.post(office.petr, at("/pripominky"), {{"text", "Chybí jméno."}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at("/faze/comments"), {{"do", "1. 1. 2020"}}).status, http::unprocessable);
    step(office.eva, "comments", {{"do", "30. 11. 2026"}});
    auto part = parts()[0];
    EXPECT_EQ(
        office.post(office.petr, at("/pripominky"), {{"cast", to_text(part.id)}, {"text", "Chybí jméno."}}).status,
        http::see_other);
    EXPECT_EQ(office.post(office.dana, at("/pripominky"), {{"text", "Cizí."}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.eva, at("/faze/verified")).status, http::unprocessable);
    auto comment =
        office.database().in_read_transaction([&](db::Session& db) { return comments_of(db, minutes().id).at(0); });
    auto settle = at("/pripominky/" + to_text(comment.id));
    EXPECT_EQ(office.post(office.petr, settle, {{"vyrizeni", "accepted"}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.eva, settle, {{"vyrizeni", "refused"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, settle, {{"vyrizeni", "refused"}, {"duvod", "Jméno je v účasti."}}).status,
              http::see_other);
    EXPECT_THAT(page(office.petr, at()), AllOf(HasSubstr("nepřijato"), HasSubstr("Jméno je v účasti.")));
    office.clock().set(office.clock().now() + std::chrono::days{20});
    EXPECT_EQ(office.post(office.petr, at("/pripominky"), {{"text", "Pozdě."}}).status, http::unprocessable);
    step(office.eva, "verified");
}

TEST_F(MinutesPhases, tell_members_when_comments_open_and_when_they_are_published) {
    begin();
    write(0, "Schválen program.");
    step(office.eva, "comments", {{"do", "30. 11. 2026"}});
    auto lease = office.database().read();
    auto told = notices::notices_of(*lease, office.petr.id, true, 9, 0);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].kind, "minutes_comments");
    EXPECT_EQ(told[0].address, at());
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM letters WHERE recipient = $1",
                                       std::string{"habr@benecko.example"}),
              1);
}

TEST_F(MinutesPhases, are_verified_by_the_verifier_and_nobody_else) {
    begin();
    write(0, "Schválen program.");
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *minutes_of(work, meeting.id);
        auto after = before;
        after.verifier_id = people.at("petr");
        change(office.as_nobody(work), before, after);
    });
    step(office.eva, "comments", {{"do", "30. 11. 2026"}});
    EXPECT_EQ(office.post(office.eva, at("/faze/verified")).status, http::forbidden);
    EXPECT_EQ(office.post(office.petr, at("/faze/back_draft"), {{"duvod", "x"}}).status, http::forbidden);
    step(office.petr, "verified");
}

TEST_F(MinutesPhases, go_back_only_before_the_approval_and_with_a_reason) {
    office.database().in_write_transaction([&](db::Session& work) {
        Statute statute;
        statute.group_id = meeting.group_id, statute.title = "Jednací řád", statute.minutes_by = "next_meeting";
        statute.valid_from = *day_of(2026, 1, 2);
        workgroups::add(office.as_nobody(work), statute);
    });
    begin();
    write(0, "Schválen program.");
    EXPECT_EQ(office.post(office.eva, at("/faze/published")).status, http::not_found);
    step(office.eva, "comments", {{"do", "30. 11. 2026"}});
    EXPECT_EQ(office.post(office.eva, at("/faze/back_draft")).status, http::unprocessable);
    step(office.eva, "back_draft", {{"duvod", "chybí celý bod"}});
    EXPECT_EQ(minutes().phase, "draft");
    step(office.eva, "comments", {{"do", "30. 11. 2026"}}), step(office.eva, "verified");
    // Approved at a later meeting of the same group, and at no other.
    EXPECT_EQ(office.post(office.eva, at("/faze/approved")).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at("/faze/approved"), {{"schuzka", to_text(meeting.id)}}).status,
              http::unprocessable);
    step(office.eva, "approved", {{"schuzka", to_text(later.id)}});
    EXPECT_EQ(office.post(office.eva, at("/faze/back_comments"), {{"duvod", "x"}}).status, http::not_found);
}

TEST_F(MinutesPhases, that_are_locked_cannot_be_edited_by_any_address) {
    begin();
    write(0, "Schválen program.");
    publish();
    auto part = parts()[0];
    for (auto address :
         {part_at(part), part_at(part, "/vypustit"), part_at(part, "/vratit"), part_at(part, "/posunout"),
          part_at(part, "/ukol"), part_at(part, "/usneseni"), at("/udaje"), at("/doplnit"), at("/casti")})
        EXPECT_EQ(office.post(office.eva, address, typed(part, "jinak")).status, http::conflict) << address;
    for (auto address : {part_at(part), part_at(part, "/ukol"), part_at(part, "/usneseni"), at("/udaje")})
        EXPECT_EQ(office.get(office.eva, address).status, http::conflict) << address;
    EXPECT_EQ(office.post(office.eva, at("/pripominky"), {{"text", "x"}}).status, http::unprocessable);
    for (auto step : {"draft", "comments", "verified", "approved", "published", "back_draft", "back_comments"})
        EXPECT_EQ(office.post(office.eva, at(std::string{"/faze/"} + step), {{"duvod", "x"}}).status, http::not_found);
    EXPECT_EQ(parts()[0].body, "Schválen program.");
    EXPECT_EQ(minutes().phase, "published");
}

TEST_F(MinutesPhases, of_a_meeting_that_was_called_off_go_nowhere_and_say_so) {
    begin();
    write(0, "Schválen program.");
    office.database().in_write_transaction([&](db::Session& work) {
        auto cancelled = meeting;
        cancelled.state = "cancelled", cancelled.state_reason = "Převzetí zápisu bylo vzato zpět.";
        change(office.as_nobody(work), meeting, cancelled);
    });
    EXPECT_THAT(page(office.eva, at()),
                AllOf(HasSubstr("Jednání je zrušené"), HasSubstr("Převzetí zápisu bylo vzato zpět."),
                      testing::Not(HasSubstr("Otevřít připomínkám")), testing::Not(HasSubstr(">Upravit<"))));
    EXPECT_EQ(office.post(office.eva, at("/faze/comments"), {{"do", "30. 11. 2026"}}).status, http::forbidden);
    EXPECT_THAT(page(office.eva, "/skupiny/" + world::jilemnicko_group + "/zapisy"), HasSubstr("jednání zrušené"));
}

TEST_F(MinutesPhases, show_one_main_step_and_the_way_back_beside_it) {
    begin();
    write(0, "Schválen program.");
    step(office.eva, "comments", {{"do", "30. 11. 2026"}});
    auto shown = page(office.eva, at());
    EXPECT_THAT(shown, AllOf(HasSubstr("<a class=\"btn main\" href=\"" + at("/faze/verified")),
                             HasSubstr("<a class=\"btn\" href=\"" + at("/faze/back_draft"))));
}
