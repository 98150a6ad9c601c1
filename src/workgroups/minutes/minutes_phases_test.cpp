// The way of minutes from the draft over comments to the approval, and what is locked then.
#include "platform/mail/outbox.hpp"
#include "platform/notices/notice.hpp"
#include "tests/world/minutes_world.hpp"
#include "workgroups/statutes/statute.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;

namespace {

struct MinutesPhases : world::MinutesWorld {};

// Radek Habr has an e-mail and no account.
struct DraftsByLetter : world::MinutesWorld {
    void open_for_comments(const char* until = "30. 11. 2026") {
        if (!begun) begin(), write(0, "Schválen program."), begun = true;
        step(office.eva, "comments", {{"do", until}}), tick();
    }
    std::string newest_link() {
        auto lease = office.database().read();
        std::string text;
        for (auto& one : lease->all<mail::QueuedLetter>(
                 "SELECT * FROM letters WHERE recipient = $1 ORDER BY created_at", std::string{"habr@benecko.example"}))
            text = mail::whole(*lease, one).text;
        auto from = text.find("/navrh-zapisu/");
        return from == text.npos ? "" : text.substr(from, text.find_first_of(" \n", from) - from);
    }
    std::vector<MinutesComment> comments() {
        auto id = minutes().id;
        auto lease = office.database().read();
        return comments_of(*lease, id);
    }
    http::Status opened(const std::string& link) { return office.get(office.stranger, link).status; }
    bool begun = false;
};

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

TEST_F(DraftsByLetter, are_read_and_commented_on_behind_a_link_without_an_account) {
    open_for_comments();
    auto link = newest_link();
    ASSERT_NE(link, "");
    auto shown = page(office.stranger, link);
    EXPECT_THAT(shown, AllOf(HasSubstr("Schválen program."), HasSubstr("Radek Habr"), HasSubstr("do 30. 11. 2026")));
    EXPECT_EQ(office.get(office.stranger, link).header("Cache-Control"), "no-store");
    EXPECT_THAT(office.audit(), testing::Contains("workgroups.draft_read allowed"));
    EXPECT_TRUE(comments().empty()) << "opening changes nothing";
    auto part = to_text(parts()[0].id);
    EXPECT_EQ(office.post(office.stranger, link, {{"cast", part}, {"text", ""}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.stranger, link, {{"cast", "jina"}, {"text", "x"}}).status, http::unprocessable);
    ASSERT_EQ(office.post(office.stranger, link, {{"cast", part}, {"text", "Chybí jméno."}}).location,
              link + "?hotovo=ano");
    ASSERT_EQ(comments().size(), 1u);
    EXPECT_EQ(comments()[0].author_name, "Radek Habr");
    EXPECT_EQ(to_text(*comments()[0].part_id), part);
    EXPECT_THAT(page(office.eva, at()), AllOf(HasSubstr("Chybí jméno."), HasSubstr("Radek Habr")));
    EXPECT_THAT(page(office.stranger, link), AllOf(HasSubstr("Chybí jméno."), HasSubstr("čeká na vypořádání")));
}

TEST_F(DraftsByLetter, show_comments_of_nobody_else) {
    open_for_comments();
    ASSERT_EQ(office.post(office.petr, at("/pripominky"), {{"text", "Moje slova."}}).status, http::see_other);
    EXPECT_THAT(page(office.stranger, newest_link()), testing::Not(HasSubstr("Moje slova.")));
}

TEST_F(DraftsByLetter, are_no_longer_there_once_the_comments_are_over) {
    open_for_comments();
    auto link = newest_link();
    EXPECT_EQ(opened(link), http::ok);
    EXPECT_EQ(opened(link + "x"), http::gone);
    step(office.eva, "back_draft", {{"duvod", "Chyba."}});
    EXPECT_EQ(opened(link), http::gone);
    EXPECT_EQ(office.post(office.stranger, link, {{"cast", ""}, {"text", "Pozdě."}}).status, http::gone);
    open_for_comments();
    EXPECT_EQ(opened(link), http::gone) << "a newer letter came";
    auto newer = newest_link();
    EXPECT_EQ(opened(newer), http::ok);
    office.clock().set(*parse_instant("2026-12-01T08:00:00Z"));
    EXPECT_EQ(opened(newer), http::gone);
    EXPECT_TRUE(comments().empty());
}

TEST_F(DraftsByLetter, are_closed_to_who_sits_in_the_group_no_more) {
    open_for_comments();
    auto link = newest_link();
    office.database().in_write_transaction([&](db::Session& work) {
        work.run("UPDATE group_members SET valid_to = $1 WHERE planner_id = $2", *day_of(2026, 11, 1),
                 people.at("Radek Habr"));
    });
    EXPECT_EQ(opened(link), http::gone);
}

TEST_F(DraftsByLetter, take_only_so_many_comments_a_day) {
    open_for_comments();
    auto link = newest_link();
    auto comment = [&] { return office.post(office.stranger, link, {{"cast", ""}, {"text", "Slovo."}}).status; };
    for (int n = 0; n < 20; ++n) ASSERT_EQ(comment(), http::see_other) << n;
    EXPECT_EQ(comment(), http::too_many);
    tick(std::chrono::hours{25});
    EXPECT_EQ(comment(), http::see_other);
}
