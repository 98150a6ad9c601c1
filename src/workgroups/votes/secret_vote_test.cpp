// Secret votes: ballots that nobody can lay beside a name – not in what is kept, and not by closing the vote early.
#include "platform/db/schema.hpp"
#include "tests/world/meeting_world.hpp"
#include "workgroups/votes/vote.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

// Klára, Dana and Adam sit in a group that Eva keeps.
struct SecretVotes : world::MeetingWorld {
    SecretVotes() : meeting{} {
        in_work([&](const Author& author) {
            group = {}, group.name = "Malá skupina", group.kind_code = "working", group.names_shown = "leaders";
            add_group(author, group);
            klara_sits = sit(author, "klara", "chair", {}, office.klara.id);
            dana_sits = sit(author, "dana", "member", {}, office.dana.id);
            adam_sits = sit(author, "adam", "member", {}, office.adam.id);
        });
        meeting = meeting_on(today);
    }
    http::Response open_a_vote() {
        return office.post(office.eva, at(meeting, "/hlasovani/nove"),
                           {{"otazka", "Předsedou je Petr."}, {"zpusob", "tajne"}});
    }
    std::string opened() {
        auto answer = open_a_vote();
        EXPECT_EQ(answer.status, http::see_other);
        return answer.location.substr(0, answer.location.find('?'));
    }
    http::Status casts(const User& who, const std::string& vote, const char* choice = "for") {
        return office.post(who, vote + "/hlas", {{"hlas", choice}}).status;
    }
    http::Status closes(const std::string& vote) { return office.post(office.eva, vote + "/uzavrit").status; }
    http::Status ends_without_result(const std::string& vote) {
        return office.post(office.eva, vote + "/stahnout").status;
    }
    Vote only_vote() { return office.database().read()->one<Vote>("SELECT * FROM votes"); }
    GroupMember mandate_of(Id<PlanningPerson> who) {
        return office.database().read()->one<GroupMember>("SELECT * FROM group_members WHERE planner_id = $1", who);
    }
    void leaves(Id<PlanningPerson> who) {
        in_work([&](const Author& author) { end_mandate(author, mandate_of(who), today, {}); });
    }
    void stands_in(Id<PlanningPerson> who, Id<PlanningPerson> whom) {
        in_work([&](const Author& author) {
            auto mandate = mandate_of(who), after = mandate;
            after.stands_in_for_id = mandate_of(whom).id;
            change(author, mandate, after);
        });
    }
    void is_there(Id<PlanningPerson> who) {
        in_work([&](const Author& author) {
            auto members = members_on(author.work, group.id, meeting.day);
            for (auto& one : members)
                if (one.member.planner_id == who) mark_attendance(author, meeting, members, one, "present", "typed");
        });
    }
    // The next who acts does so a minute later.
    void a_minute_passes() { later(office.clock().now() + std::chrono::minutes{1}); }

    Meeting meeting;
    Id<PlanningPerson> klara_sits{}, dana_sits{}, adam_sits{};
};

}

TEST_F(SecretVotes, leave_nothing_that_could_be_laid_beside_a_name) {
    auto vote = opened();
    auto history_before = office.database().read()->one<std::int64_t>("SELECT count(*) FROM changes");
    auto audit_before = office.audit();
    EXPECT_EQ(casts(office.klara, vote, "against"), http::see_other);
    EXPECT_EQ(casts(office.klara, vote), http::conflict);
    // No history, no line of the audit, no row of a ballot; the two tables share neither a time nor an order.
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM changes"), history_before);
    auto audit_after = office.audit();
    EXPECT_EQ(std::ranges::count(audit_after, "workgroups.vote_kept done"),
              std::ranges::count(audit_before, "workgroups.vote_kept done"));
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM vote_hands"), 0);
    auto schema = db::schema_text(*office.database().read());
    auto turnout = schema.substr(schema.find("CREATE TABLE vote_turnout"));
    turnout = turnout.substr(0, turnout.find(';'));
    for (auto word : {"created_at", "choice", "instant"}) EXPECT_THAT(turnout, Not(HasSubstr(word)));
    for (auto& who : {office.eva, office.klara}) {
        auto page = world::with_plain_spaces(office.get(who, vote, "application/json").body);
        EXPECT_THAT(page, AllOf(HasSubstr("\"turnout\":1"), Not(HasSubstr("counts"))))
            << "how it stands is nobody's to know before it is closed";
    }
    EXPECT_THAT(said(office.eva, vote), Not(HasSubstr("Kdo jak hlasoval")));
}

TEST_F(SecretVotes, are_not_closed_with_a_result_while_it_would_tell_single_ballots) {
    in_work([&](const Author& author) { sit(author, "Jan Nepřipojený", "member"); });
    auto vote = opened();
    EXPECT_EQ(closes(vote), http::conflict) << "nobody voted";
    EXPECT_EQ(casts(office.klara, vote, "against"), http::see_other);
    EXPECT_EQ(casts(office.dana, vote), http::see_other);
    for (int click : {1, 2}) EXPECT_EQ(closes(vote), http::conflict) << click;
    EXPECT_THAT(said(office.eva, vote),
                AllOf(HasSubstr("Hlasovalo 2 z 4."), HasSubstr("Počkejte"), HasSubstr("na lístcích"),
                      HasSubstr("Ukončit bez výsledku"), Not(HasSubstr(">Uzavřít hlasování<"))));
    EXPECT_EQ(only_vote().votes_for, std::nullopt);
    EXPECT_EQ(casts(office.adam, vote), http::see_other);
    EXPECT_EQ(closes(vote), http::see_other) << "three hide each other";
    EXPECT_EQ(only_vote().votes_for, 2);
    EXPECT_EQ(only_vote().votes_against, 1);
    EXPECT_EQ(only_vote().voters, 4);
}

TEST_F(SecretVotes, end_without_a_result_that_anybody_sees_or_keeps) {
    auto vote = opened();
    casts(office.klara, vote, "against");
    EXPECT_EQ(office.post(office.dana, vote + "/stahnout").status, http::forbidden);
    EXPECT_EQ(ends_without_result(vote), http::see_other);
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM vote_counts"), 0);
    EXPECT_EQ(only_vote().votes_against, std::nullopt);
    for (auto& who : {office.eva, office.klara})
        EXPECT_THAT(said(who, vote), AllOf(HasSubstr("skončilo bez výsledku"), Not(HasSubstr("Proti"))));
    EXPECT_THAT(office.get(office.eva, vote, "application/json").body, Not(HasSubstr("counts")));
    EXPECT_EQ(closes(vote), http::conflict);
    EXPECT_EQ(casts(office.dana, vote), http::conflict);
    EXPECT_EQ(ends_without_result(vote), http::conflict);
    EXPECT_EQ(open_a_vote().status, http::see_other) << "the group may vote again";
}

TEST_F(SecretVotes, of_a_small_group_close_when_everybody_voted) {
    leaves(adam_sits);
    auto vote = opened();
    EXPECT_THAT(said(office.klara, vote), HasSubstr("jen dva")) << "and they are told what that means";
    EXPECT_EQ(casts(office.klara, vote), http::see_other);
    EXPECT_EQ(closes(vote), http::conflict);
    EXPECT_EQ(casts(office.dana, vote), http::see_other);
    EXPECT_EQ(closes(vote), http::see_other);
    EXPECT_EQ(only_vote().passed, true);
}

TEST_F(SecretVotes, are_not_opened_where_they_could_never_be_secret_or_have_a_result) {
    in_work([&](const Author& author) {
        end_mandate(author, mandate_of(adam_sits), today, {});
        sit(author, "Jan Nepřipojený", "member");
    });
    auto refused = open_a_vote();
    EXPECT_EQ(refused.status, http::unprocessable) << "two of three can vote on the page";
    EXPECT_THAT(world::with_plain_spaces(refused.body),
                AllOf(HasSubstr("na lístcích a počty"), HasSubstr("Předsedou je Petr.")));
    leaves(dana_sits), leaves(planner("Jan Nepřipojený"));
    refused = open_a_vote();
    EXPECT_EQ(refused.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(refused.body), HasSubstr("jeho hlas by tajný nebyl"));
}

TEST_F(SecretVotes, are_not_forced_to_a_result_by_ending_mandates) {
    auto vote = opened();
    casts(office.klara, vote, "against");
    a_minute_passes();
    leaves(dana_sits), leaves(adam_sits);
    EXPECT_EQ(closes(vote), http::conflict) << "three could vote when it was opened";
    EXPECT_EQ(casts(office.dana, vote), http::forbidden);
    EXPECT_EQ(ends_without_result(vote), http::see_other);
}

TEST_F(SecretVotes, are_not_forced_to_a_result_by_those_who_come_while_it_runs) {
    in_work([&](const Author& author) { sit(author, "eva", "guest", {}, office.eva.id); });
    leaves(adam_sits);
    auto vote = opened();
    casts(office.klara, vote, "against");
    a_minute_passes();
    in_work([&](const Author& author) {
        auto guest = mandate_of(planner("eva")), after = guest;
        after.role = "member";
        change(author, guest, after);
        auto petr = *find_planner(author.work, petr_sits);
        GroupMember another;
        another.group_id = group.id, another.planner_id = petr.id, another.valid_from = *day_of(2026, 1, 1);
        add(author, another);
    });
    EXPECT_EQ(casts(office.eva, vote), http::forbidden);
    EXPECT_EQ(casts(office.petr, vote), http::forbidden);
    EXPECT_EQ(closes(vote), http::conflict);
    EXPECT_EQ(casts(office.dana, vote), http::see_other);
    EXPECT_EQ(closes(vote), http::see_other) << "both who could vote did";
    EXPECT_EQ(only_vote().voters, 2);
}

TEST_F(SecretVotes, give_no_ballot_to_an_account_that_was_linked_while_it_runs) {
    in_work([&](const Author& author) { sit(author, "Jan Nepřipojený", "member"); });
    auto vote = opened();
    a_minute_passes();
    in_work([&](const Author& author) {
        auto jan = *find_planner(author.work, planner("Jan Nepřipojený")), after = jan;
        after.account_id = office.eva.id;
        change(author, jan, after);
    });
    EXPECT_EQ(casts(office.eva, vote), http::forbidden) << "an account could be anybody's";
}

TEST_F(SecretVotes, count_the_ballot_of_who_left_after_voting) {
    auto vote = opened();
    casts(office.klara, vote), casts(office.dana, vote);
    a_minute_passes();
    leaves(dana_sits);
    EXPECT_EQ(closes(vote), http::conflict) << "two ballots, and a third may come";
    EXPECT_EQ(casts(office.adam, vote), http::see_other);
    EXPECT_EQ(closes(vote), http::see_other);
    EXPECT_EQ(only_vote().votes_for, 3);
}

TEST_F(SecretVotes, take_one_ballot_of_a_seat_whoever_gives_it) {
    Id<PlanningPerson> eva_sits{};
    in_work([&](const Author& author) { eva_sits = sit(author, "eva", "member", {}, office.eva.id); });
    stands_in(eva_sits, klara_sits), stands_in(adam_sits, klara_sits);
    auto vote = opened();
    EXPECT_EQ(casts(office.eva, vote), http::forbidden) << "she is not there";
    is_there(eva_sits), is_there(adam_sits);
    EXPECT_EQ(casts(office.eva, vote), http::see_other);
    EXPECT_EQ(casts(office.adam, vote), http::conflict) << "the other substitute voted for the seat";
    EXPECT_EQ(casts(office.klara, vote), http::conflict) << "and so was her own voice given";
    EXPECT_EQ(closes(vote), http::conflict);
    EXPECT_EQ(casts(office.dana, vote), http::see_other);
    EXPECT_EQ(closes(vote), http::see_other) << "two seats, two ballots: everybody voted";
    EXPECT_EQ(only_vote().voters, 2);
}
