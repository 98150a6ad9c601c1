// Votes: results by the rules of the group, and closed ones that stay.
#include "workgroups/votes/vote.hpp"

#include "tests/world/meeting_world.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;

namespace {

struct MeetingVotes : world::MeetingWorld {
    MeetingVotes() : meeting{meeting_on(today)} {
        in_work([&](const Author& author) {
            auto members = members_on(author.work, group.id, meeting.day);
            for (auto& one : members)
                if (one.person_name != "Věra Malá") mark_attendance(author, meeting, members, one, "present", "typed");
        });
    }
    std::string opened(const char* way) {
        auto answer = office.post(office.eva, at(meeting, "/hlasovani/nove"),
                                  {{"otazka", "Skupina schvaluje síť."}, {"zpusob", way}});
        EXPECT_EQ(answer.status, http::see_other);
        return answer.location.substr(0, answer.location.find('?'));
    }
    http::Response close(const std::string& vote, const char* pro = "", const char* proti = "",
                         const char* zdrzel = "") {
        return office.post(office.eva, vote + "/uzavrit", {{"pro", pro}, {"proti", proti}, {"zdrzel", zdrzel}});
    }
    Vote only_vote() { return office.database().read()->one<Vote>("SELECT * FROM votes"); }

    Meeting meeting;
};

}

TEST(VoteRules, say_when_a_vote_passes) {
    EXPECT_TRUE(passes({4, 3, 0}, "majority_present", 7, 12, 7));
    EXPECT_FALSE(passes({3, 3, 1}, "majority_present", 7, 12, 7));
    EXPECT_FALSE(passes({3, 0, 0}, "majority_present", 7, 12, 7)) << "who keeps silent is there too";
    EXPECT_FALSE(passes({6, 0, 1}, "majority_all", 7, 12, 7));
    EXPECT_TRUE(passes({7, 0, 0}, "majority_all", 7, 12, 7));
    EXPECT_TRUE(passes({6, 3, 0}, "two_thirds_present", 9, 12, 7));
    EXPECT_FALSE(passes({5, 3, 1}, "two_thirds_present", 9, 12, 7));
    EXPECT_TRUE(passes({1, 0, 8}, "consensus", 9, 12, 7));
    EXPECT_FALSE(passes({8, 1, 0}, "consensus", 9, 12, 7));
    EXPECT_FALSE(passes({6, 0, 0}, "majority_present", 6, 12, 7)) << "without a quorum nothing passes";
    EXPECT_FALSE(passes({0, 0, 0}, "consensus", 9, 12, 7)) << "nor what nobody wants";
}

TEST_F(MeetingVotes, counted_by_the_recorder_pass_close_and_become_a_decision) {
    auto vote = opened("pocty");
    EXPECT_EQ(close(vote, "2", "", "0").status, http::unprocessable);
    EXPECT_EQ(close(vote, "4", "0", "0").status, http::unprocessable) << "three are there";
    EXPECT_EQ(office.post(office.petr, vote + "/uzavrit", {{"pro", "3"}}).status, http::forbidden);
    ASSERT_EQ(close(vote, "2", "1", "0").status, http::see_other);
    EXPECT_THAT(said(office.petr, vote), AllOf(HasSubstr("schváleno"), HasSubstr("Skupina schvaluje síť.")));
    EXPECT_EQ(close(vote, "0", "3", "0").status, http::conflict) << "a closed vote does not change";
    EXPECT_EQ(office.post(office.eva, vote + "/stahnout").status, http::conflict);
    EXPECT_EQ(only_vote().votes_for, 2);
    for (int click : {1, 2}) EXPECT_EQ(office.post(office.eva, vote + "/rozhodnuti").status, http::see_other) << click;
    auto lease = office.database().read();
    auto decisions = decisions_of(*lease, meeting.id);
    ASSERT_EQ(decisions.size(), 1u);
    EXPECT_EQ(decisions[0].body, "Skupina schvaluje síť.");
    EXPECT_EQ(decisions[0].number, "1/2026");
}

TEST_F(MeetingVotes, that_did_not_pass_become_no_decision) {
    auto vote = opened("pocty");
    close(vote, "1", "2", "0");
    EXPECT_THAT(said(office.petr, vote), HasSubstr("neschváleno"));
    EXPECT_EQ(office.post(office.eva, vote + "/rozhodnuti").status, http::conflict);
}

TEST_F(MeetingVotes, cast_openly_show_who_voted_how_and_take_one_voice_of_each) {
    auto vote = opened("verejne");
    EXPECT_EQ(office.post(office.petr, vote + "/hlas", {{"hlas", "mozna"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.petr, vote + "/hlas", {{"hlas", "for"}}).status, http::see_other);
    EXPECT_EQ(office.post(office.petr, vote + "/hlas", {{"hlas", "against"}}).status, http::conflict);
    EXPECT_EQ(office.post(office.eva, vote + "/hlas", {{"hlas", "for"}}).status, http::forbidden)
        << "she does not sit here";
    EXPECT_EQ(office.get(office.dana, vote).status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, vote).status, http::see_other);
    EXPECT_THAT(said(office.petr, vote), AllOf(HasSubstr("Kdo jak hlasoval"), HasSubstr("petr")));
    ASSERT_EQ(close(vote).status, http::see_other);
    EXPECT_EQ(office.post(office.petr, vote + "/hlas", {{"hlas", "for"}}).status, http::conflict);
    EXPECT_EQ(only_vote().votes_for, 1);
}
