// Groups that split, merge and end: first one reads what will happen, then it happens, and it can be taken back.
#include "tests/world/office.hpp"
#include "workgroups/groups/lineage.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct GroupLineage : testing::Test {
    WorkingGroup group(const std::string& slug) {
        auto lease = office.database().read();
        return *find_group_by_slug(*lease, slug);
    }
    std::vector<NamedMember> members(const std::string& slug, Date day) {
        auto now = group(slug);
        auto lease = office.database().read();
        return members_on(*lease, now.id, day);
    }
    LineageStep last_step(const std::string& slug) {
        auto now = group(slug);
        auto lease = office.database().read();
        return lineage_of(*lease, now.id).back();
    }
    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(office.get(who, address).body);
    }
    // Sends a form twice: once to read the preview, once to agree with it.
    http::Response agree(const User& who, const std::string& address,
                         std::vector<std::pair<std::string, std::string>> typed) {
        http::Values values;
        for (auto& [name, text] : typed) values.add(name, text);
        preview = office.post(who, address, values);
        if (preview.status != http::ok) return preview;
        for (auto name : {"nazvy", "trva", "s", "clenove", "den", "usneseni", "duvod", "navrh"})
            values.add(std::string{"bylo."} + name, values.first(name));
        values.add("provest", "ano");
        return office.post(who, address, values);
    }

    http::Response preview{};
    const Date first_day = *day_of(2027, 1, 1), last_day = *day_of(2026, 12, 31);
    world::Office office{world::Office::With::sample_region};
};

}

// row 3.12
TEST_F(GroupLineage, of_children_and_youth_holds_the_split_that_is_in_discussion) {
    auto step = last_step("deti-a-mladez");
    EXPECT_EQ(step.event.state, "discussed");
    EXPECT_EQ(step.names(), (std::vector<std::string>{"Děti, mládež a rodiny", "Zaměstnání"}));
    EXPECT_THAT(words(office.eva, "/skupiny/deti-a-mladez"),
                AllOf(HasSubstr("Mluví se o rozdělení"), HasSubstr("projednává se")));
    EXPECT_THAT(words(office.stranger, "/skupiny/deti-a-mladez"), Not(HasSubstr("Mluví se")));
    EXPECT_FALSE(group("deti-a-mladez").ended_on);
}

TEST_F(GroupLineage, says_what_a_split_will_do_before_it_does_it) {
    auto at = "/skupiny/deti-a-mladez/zmena/split";
    http::Values typed{{"nazvy", "Děti\nZaměstnání"}, {"clenove", "all"}, {"den", "1. 1. 2027"}};
    auto answer = office.post(office.eva, at, typed);
    EXPECT_EQ(answer.status, http::ok);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("Co se stane"), HasSubstr("„Děti“, „Zaměstnání“"), HasSubstr("mandát")));
    EXPECT_FALSE(group("deti-a-mladez").ended_on);
    // Yes to something else than was shown is no yes.
    typed.add("provest", "ano"), typed.add("bylo.nazvy", "Jiné\nNázvy");
    EXPECT_EQ(office.post(office.eva, at, typed).status, http::ok);
    EXPECT_FALSE(group("deti-a-mladez").ended_on);
}

TEST_F(GroupLineage, of_a_proposal_that_was_decided_links_the_groups_with_their_members) {
    auto proposal = to_text(last_step("deti-a-mladez").event.id);
    auto before = members("deti-a-mladez", last_day).size();
    auto done = agree(office.eva, "/skupiny/deti-a-mladez/zmena/split",
                      {{"nazvy", "Děti, mládež a rodiny\nZaměstnání"},
                       {"clenove", "all"},
                       {"den", "1. 1. 2027"},
                       {"usneseni", "RM 12/2026"},
                       {"navrh", proposal}});
    EXPECT_EQ(done.location, "/skupiny/deti-a-mladez?hotovo=zmena");
    EXPECT_EQ(group("deti-a-mladez").ended_on, first_day);
    EXPECT_TRUE(members("deti-a-mladez", first_day).empty());
    for (auto slug : {"deti-mladez-a-rodiny", "zamestnani"}) {
        EXPECT_EQ(group(slug).founded_on, first_day);
        EXPECT_EQ(group(slug).parent_id, group("deti-a-mladez").parent_id);
        EXPECT_EQ(members(slug, first_day).size(), before) << slug;
    }
    auto step = last_step("zamestnani");
    EXPECT_EQ(to_text(step.event.id), proposal);
    EXPECT_EQ(step.event.state, "done");
    office.clock().set(office.clock().now() + std::chrono::days{60});
    EXPECT_THAT(words(office.stranger, "/skupiny/deti-a-mladez"),
                AllOf(HasSubstr("Skupina skončila"), HasSubstr("/skupiny/zamestnani")));
    EXPECT_THAT(words(office.stranger, "/skupiny/zamestnani"), HasSubstr("Vznikla rozdělením skupiny"));
}

TEST_F(GroupLineage, that_was_done_is_taken_back_with_all_that_it_did) {
    auto before = members("deti-a-mladez", first_day).size();
    agree(office.eva, "/skupiny/deti-a-mladez/zmena/split",
          {{"nazvy", "Děti\nZaměstnání"}, {"clenove", "all"}, {"den", "1. 1. 2027"}});
    ASSERT_EQ(group("deti-a-mladez").ended_on, first_day);
    auto lease_free = [&] {
        auto now = group("deti");
        auto lease = office.database().read();
        return to_text(lineage_of(*lease, now.id).front().event.id);
    }();
    auto back = office.post(office.eva, "/skupiny/deti-a-mladez/rodokmen/" + lease_free + "/zpet");
    EXPECT_EQ(back.location, "/skupiny/deti-a-mladez?hotovo=zpet");
    EXPECT_FALSE(group("deti-a-mladez").ended_on);
    EXPECT_EQ(members("deti-a-mladez", first_day).size(), before);
    EXPECT_TRUE(group("deti").never_was());
    EXPECT_EQ(office.get(office.stranger, "/skupiny/deti").status, http::not_found);
    EXPECT_TRUE(members("deti", first_day).empty());
}

TEST_F(GroupLineage, of_a_merge_says_where_the_group_went) {
    EXPECT_THAT(words(office.stranger, "/skupiny/podpurna-skupina-rokytnicko"),
                AllOf(HasSubstr("Skupina skončila 30."), HasSubstr("na Jilemnicku")));
    EXPECT_THAT(words(office.stranger, "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku"),
                AllOf(HasSubstr("Přibyla k ní skupina"), HasSubstr("Podpůrná skupina Rokytnicko")));
}

TEST_F(GroupLineage, of_a_later_change_holds_the_earlier_one) {
    agree(office.eva, "/skupiny/seniori/zmena/merge",
          {{"s", "dusevni-zdravi"}, {"nazvy", ""}, {"clenove", "first"}, {"den", "1. 1. 2027"}});
    auto event = to_text(last_step("seniori").event.id);
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    agree(office.eva, "/skupiny/dusevni-zdravi/zmena/end", {{"den", "1. 6. 2027"}});
    auto answer = office.post(office.eva, "/skupiny/seniori/rodokmen/" + event + "/zpet");
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(world::with_plain_spaces(answer.body), HasSubstr("Nejdřív vezměte zpět pozdější změnu"));
}

TEST_F(GroupLineage, that_nobody_could_mean_is_refused_with_a_sentence) {
    auto few = office.post(office.eva, "/skupiny/seniori/zmena/split", {{"nazvy", "Sami"}, {"clenove", "all"}});
    EXPECT_THAT(few.body, HasSubstr("aspoň dvou nových skupin"));
    auto alone = office.post(office.eva, "/skupiny/seniori/zmena/merge", {{"clenove", "all"}, {"den", "1. 1. 2027"}});
    EXPECT_THAT(alone.body, HasSubstr("Vyberte skupinu"));
    auto early = office.post(office.eva, "/skupiny/podpurna-skupina-zeleznobrodsko/zmena/end", {{"den", "1. 9. 2024"}});
    EXPECT_EQ(early.status, http::unprocessable);
    EXPECT_THAT(early.body, HasSubstr("Napište pozdější den"));
    EXPECT_EQ(office.get(office.eva, "/skupiny/seniori/zmena/kouzlo").status, http::not_found);
    // Another's group is nobody's to merge with.
    auto foreign = office.post(office.klara, "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku/zmena/merge",
                               {{"s", "seniori"}, {"clenove", "all"}, {"den", "1. 1. 2027"}});
    EXPECT_EQ(foreign.status, http::unprocessable);
}

TEST_F(GroupLineage, is_not_changed_without_a_yes_and_says_so) {
    http::Values typed{{"den", "1. 1. 2027"}, {"usneseni", ""}, {"duvod", ""}};
    for (auto name : {"nazvy", "trva", "clenove", "den", "usneseni", "duvod", "navrh"})
        typed.add(std::string{"bylo."} + name, typed.first(name));
    auto answer = office.post(office.eva, "/skupiny/seniori/zmena/end", typed);
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(answer.body), AllOf(HasSubstr("Zaškrtněte"), HasSubstr("Co se stane")));
    EXPECT_FALSE(group("seniori").ended_on);
}

TEST_F(GroupLineage, of_a_group_that_nobody_remembers_founded_begins_with_its_first_members) {
    ASSERT_FALSE(group("seniori").founded_on);
    for (auto kind : {"split", "end"}) {
        auto early = office.post(office.eva, std::string{"/skupiny/seniori/zmena/"} + kind,
                                 {{"nazvy", "Sami\nSpolu"}, {"clenove", "all"}, {"den", "1. 1. 1990"}});
        EXPECT_EQ(early.status, http::unprocessable) << kind;
        EXPECT_THAT(world::with_plain_spaces(early.body), HasSubstr("Před tím dnem ve skupině nikdo nebyl.")) << kind;
    }
}

TEST_F(GroupLineage, gives_no_two_groups_one_name) {
    auto at = "/skupiny/seniori/zmena/split";
    auto twins = office.post(office.eva, at, {{"nazvy", "Sami\nSAMI"}, {"clenove", "all"}, {"den", "1. 1. 2027"}});
    EXPECT_EQ(twins.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(twins.body), HasSubstr("jmenovaly stejně"));
    auto same = office.post(
        office.eva, at, {{"nazvy", group("seniori").name}, {"trva", "ano"}, {"clenove", "all"}, {"den", "1. 1. 2027"}});
    EXPECT_EQ(same.status, http::unprocessable) << "nor that of the one that goes on";
}

TEST_F(GroupLineage, that_is_decided_for_a_day_to_come_is_told_as_what_will_be) {
    agree(office.eva, "/skupiny/deti-a-mladez/zmena/split",
          {{"nazvy", "Děti, mládež a rodiny\nZaměstnání"}, {"clenove", "all"}, {"den", "1. 1. 2027"}});
    EXPECT_THAT(words(office.stranger, "/skupiny/deti-a-mladez"), HasSubstr("Rozdělí se na skupiny"));
    EXPECT_THAT(words(office.stranger, "/skupiny/zamestnani"),
                AllOf(HasSubstr("Vznikne rozdělením skupiny"), HasSubstr("Vznikne."), Not(HasSubstr("Založena."))));
    office.clock().set(office.clock().now() + std::chrono::days{60});
    EXPECT_THAT(words(office.stranger, "/skupiny/deti-a-mladez"), HasSubstr("Rozdělila se na skupiny"));
}
