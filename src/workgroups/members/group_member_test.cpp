// Who sits in a group: mandates that begin and end, names and contacts that only some may read, and the triad.
#include "tests/world/office.hpp"
#include "workgroups/members/group_member.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct GroupMandates : testing::Test {
    WorkingGroup group(const std::string& slug) {
        auto lease = office.database().read();
        return *find_group_by_slug(*lease, slug);
    }
    NamedMember member(const std::string& slug, const std::string& name) {
        auto now = group(slug);
        auto lease = office.database().read();
        for (auto& one : members_of(*lease, now.id))
            if (one.person_name == name) return one;
        throw std::logic_error{"no such member: " + name};
    }
    std::int64_t count(const std::string& slug) {
        auto now = group(slug);
        auto lease = office.database().read();
        return std::int64_t(members_of(*lease, now.id).size());
    }
    static http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"jmeno", "Jana Nová"},
                                                    {"organizace", "Spolek Most"},
                                                    {"ucet", ""},
                                                    {"role", "member"},
                                                    {"strana", "provider"},
                                                    {"od", "1. 12. 2026"},
                                                    {"do", ""},
                                                    {"nahrazuje", ""},
                                                    {"email", ""},
                                                    {"telefon", ""}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    http::Response add(const User& who, const std::string& slug,
                       std::vector<std::pair<std::string, std::string>> typed) {
        return office.post(who, "/skupiny/" + slug + "/clenove/novy", form(std::move(typed)));
    }

    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(GroupMandates, are_added_by_those_who_keep_the_group) {
    EXPECT_EQ(add(office.eva, "seniori", {}).location, "/skupiny/seniori/clenove?hotovo=pridan");
    auto jana = member("seniori", "Jana Nová");
    EXPECT_EQ(jana.member.valid_from, day_of(2026, 12, 1));
    EXPECT_FALSE(jana.member.valid_to);
    EXPECT_EQ(add(office.petr, "seniori", {}).status, http::forbidden);
    EXPECT_EQ(add(office.stranger, "seniori", {}).status, http::unauthorized);
}

TEST_F(GroupMandates, of_one_person_do_not_overlap_in_a_group) {
    add(office.eva, "seniori", {{"do", "31. 12. 2026"}});
    auto twice =
        add(office.eva, "seniori", {{"jmeno", "JANA NOVA"}, {"organizace", "spolek most"}, {"od", "31. 12. 2026"}});
    EXPECT_EQ(twice.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(twice.body), HasSubstr("V té době už tento člověk ve skupině je."));
    // The day after the last one is free again, and so is another group.
    EXPECT_EQ(add(office.eva, "seniori", {{"od", "1. 1. 2027"}}).status, http::see_other);
    EXPECT_EQ(add(office.eva, "dusevni-zdravi", {}).status, http::see_other);
    // The same name of another organisation is another person.
    EXPECT_EQ(add(office.eva, "seniori", {{"organizace", "Jiný spolek"}}).status, http::see_other);
}

TEST_F(GroupMandates, end_with_a_day_and_stay_among_the_former) {
    auto dub = member("seniori", "Čeněk Dub").member;
    auto at = "/skupiny/seniori/clenove/" + to_text(dub.id) + "/konec";
    auto early = office.post(office.eva, at, {{"verze", "1"}, {"do", "1. 1. 2020"}, {"duvod", ""}});
    EXPECT_EQ(early.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(early.body), HasSubstr("Konec je dřív než začátek"));
    auto done = office.post(office.eva, at, {{"verze", "1"}, {"do", "23. 11. 2026"}, {"duvod", "změnil práci"}});
    EXPECT_EQ(done.location, "/skupiny/seniori/clenove?hotovo=ukoncen");
    auto page = office.get(office.eva, "/skupiny/seniori/clenove").body;
    EXPECT_LT(page.find("Bývalí členové"), page.find("Čeněk Dub"));
    EXPECT_THAT(page, HasSubstr("změnil práci"));
}

TEST_F(GroupMandates, that_were_a_slip_are_taken_back_from_the_history) {
    auto before = count("seniori");
    add(office.eva, "seniori", {});
    auto jana = member("seniori", "Jana Nová").member;
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(history::changes_of(*lease, jana.id.uuid).front().id);
    }
    EXPECT_THAT(office.get(office.eva, "/skupiny/seniori/historie").body, HasSubstr("Jana Nová"));
    EXPECT_EQ(office.post(office.eva, "/skupiny/seniori/historie/" + id + "/zpet").status, http::see_other);
    EXPECT_EQ(count("seniori"), before);
    // And may be entered again for the same day.
    EXPECT_EQ(add(office.eva, "seniori", {}).status, http::see_other);
}

TEST_F(GroupMandates, are_kept_by_the_leader_of_the_group_while_the_mandate_holds) {
    auto at = std::string{"/skupiny/seniori/clenove"};
    EXPECT_EQ(office.get(office.petr, at).status, http::forbidden);
    EXPECT_EQ(add(office.eva, "seniori",
                  {{"jmeno", ""},
                   {"ucet", "petr@opora.example"},
                   {"role", "chair"},
                   {"od", "1. 11. 2026"},
                   {"do", "30. 11. 2026"}})
                  .status,
              http::see_other);
    EXPECT_EQ(office.get(office.petr, at).status, http::ok);
    EXPECT_EQ(add(office.petr, "seniori", {}).status, http::see_other);
    EXPECT_EQ(office.get(office.petr, "/skupiny/seniori/upravit").status, http::forbidden);
    EXPECT_EQ(office.get(office.petr, "/skupiny/dusevni-zdravi/clenove").status, http::forbidden);
    office.clock().set(office.clock().now() + std::chrono::days{7});
    EXPECT_EQ(office.get(office.petr, at).status, http::forbidden);
}

TEST_F(GroupMandates, by_an_account_say_the_organisation_of_that_account_unless_another_is_typed) {
    auto by_account = [&](const std::string& slug, const char* organisation, const char* side) {
        add(office.eva, slug,
            {{"jmeno", ""}, {"organizace", organisation}, {"ucet", "petr@opora.example"}, {"strana", side}});
        return member(slug, "petr").organisation;
    };
    EXPECT_FALSE(by_account("seniori", "", "user")) << "it would tell whose service somebody uses";
    auto named = office.database().read()->one<std::string>("SELECT name FROM organisations WHERE id = $1",
                                                            *office.petr.organisation_id);
    EXPECT_EQ(by_account("dusevni-zdravi", "", "provider"), named);
    EXPECT_EQ(by_account("deti-a-mladez", "Spolek Most", "provider"), "Spolek Most");
}

TEST_F(GroupMandates, of_users_are_public_as_a_number_alone) {
    auto page = office.get(office.stranger, "/skupiny/dusevni-zdravi").body;
    EXPECT_THAT(page, AllOf(HasSubstr("Emilie Pampelišková"), HasSubstr("Libuše Mateřídoušková")));
    EXPECT_THAT(page, AllOf(Not(HasSubstr("Otakar")), HasSubstr("člena není veřejné")));
    auto json = office.get(office.stranger, "/skupiny/dusevni-zdravi", "application/json").body;
    EXPECT_THAT(json, Not(HasSubstr("Otakar")));
    // Where the group shows its leaders only.
    auto region =
        office.get(office.stranger, "/skupiny/krajska-koordinacni-skupina-pro-reformu-psychiatricke-pece").body;
    EXPECT_THAT(region, AllOf(HasSubstr("Radim Javorník"), Not(HasSubstr("Dalibor Rákos"))));
    EXPECT_THAT(world::whole(office.get(office.stranger, "/skupiny.csv")), Not(HasSubstr("Otakar")));
}

TEST_F(GroupMandates, are_reached_by_contacts_that_few_may_read_and_each_reading_is_on_record) {
    auto at = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku/kontakty";
    EXPECT_THAT(office.get(office.klara, at).body, HasSubstr("jasminova@jilemnice.example"));
    EXPECT_THAT(world::whole(office.get(office.klara, std::string{at} + ".csv")), HasSubstr("481 000 301"));
    EXPECT_EQ(office.get(office.petr, at).status, http::forbidden);
    EXPECT_THAT(office.audit(),
                AllOf(Contains("workgroups.read_contacts allowed"), Contains("workgroups.read_contacts forbidden")));
    for (auto page : {"", "/clenove"})
        EXPECT_THAT(
            office.get(office.klara, "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku" + std::string{page})
                .body,
            Not(HasSubstr("jasminova@")));
}

TEST_F(GroupMandates, say_what_is_wrong_with_what_was_typed) {
    auto nobody = add(office.eva, "seniori", {{"jmeno", ""}});
    EXPECT_THAT(world::with_plain_spaces(nobody.body), HasSubstr("Napište jméno, nebo e-mail účtu."));
    auto wrong = add(office.eva, "seniori",
                     {{"ucet", "nikdo@opora.example"}, {"email", "jana"}, {"od", "brzy"}, {"role", "král"}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(wrong.body),
                AllOf(HasSubstr("Účet s tímto e-mailem tu není"), HasSubstr("není e-mailová adresa"),
                      HasSubstr("Vyberte ze seznamu."), HasSubstr("brzy")));
}

TEST(TriadBalances, say_which_side_is_missing_or_too_heavy) {
    auto seat = [](const char* side, const char* role = "member") {
        NamedMember one;
        one.member.side = side, one.member.role = role;
        return one;
    };
    EXPECT_EQ(balance_of({}).finding(), "nobody");
    EXPECT_EQ(balance_of({seat("provider"), seat("commissioner")}).finding(), "lacking_user");
    EXPECT_EQ(balance_of({seat("provider"), seat("commissioner"), seat("user", "guest")}).finding(), "lacking_user");
    EXPECT_EQ(balance_of({seat("provider"), seat("commissioner"), seat("user")}).finding(), "even");
    auto heavy = balance_of({seat("provider"), seat("provider"), seat("provider"), seat("commissioner"), seat("user")});
    EXPECT_EQ(heavy.finding(), "heavy");
    EXPECT_EQ(heavy.heaviest(), 1u);
}

TEST(SampleGroups, hold_no_mandate_that_ends_before_it_begins_and_no_user_with_a_contact) {
    auto lease = world::town().database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM group_members WHERE valid_to < valid_from"), 0);
    EXPECT_GT(lease->one<std::int64_t>("SELECT count(*) FROM group_members"), 60);
    EXPECT_EQ(
        lease->one<std::int64_t>("SELECT count(*) FROM planning_contacts JOIN group_members"
                                 " ON group_members.planner_id = planning_contacts.planner_id WHERE side = 'user'"),
        0);
}

TEST_F(GroupMandates, take_one_line_for_a_name_and_a_number_for_a_telephone) {
    for (auto field : {"jmeno", "organizace", "telefon"}) {
        auto answer = add(office.eva, "seniori", {{field, "Jan\r\nNovák"}});
        EXPECT_EQ(answer.status, http::unprocessable) << field;
        EXPECT_THAT(world::with_plain_spaces(answer.body), HasSubstr("Sem patří jen jeden řádek.")) << field;
    }
    EXPECT_EQ(add(office.eva, "seniori", {{"telefon", std::string(299, '7')}}).status, http::unprocessable);
    EXPECT_EQ(add(office.eva, "seniori", {{"telefon", "+420 777 000 111, kl. 12"}}).status, http::see_other);
}

TEST_F(GroupMandates, of_somebody_who_signed_up_since_are_linked_once_a_keeper_says_so) {
    auto email = office.database().read()->one<std::string>("SELECT email FROM people WHERE id = $1", office.petr.id);
    ASSERT_EQ(add(office.eva, "seniori", {{"od", "1. 1. 2026"}, {"email", email}}).status, http::see_other);
    auto jana = member("seniori", "Jana Nová");
    auto sheet = "/skupiny/seniori/clenove/" + to_text(jana.member.id);
    auto shown = [&](const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(office.eva, address)));
    };
    EXPECT_THAT(shown("/skupiny/seniori/clenove"), HasSubstr(sheet + "?ucet=propojit"));
    EXPECT_THAT(shown("/prehled-planovani"), HasSubstr("1 člen má účet, ale není s ním propojený."));
    EXPECT_THAT(shown(sheet), Not(HasSubstr("patří: ")));
    EXPECT_THAT(shown(sheet + "?ucet=propojit"),
                AllOf(HasSubstr("má účet, který patří: "), HasSubstr("Je to tentýž člověk?")));
    EXPECT_FALSE(planner_of_account(*office.database().read(), office.petr.id)) << "looking links nobody";
    auto version = office.database().read()->one<std::int64_t>(
        "SELECT group_members.version + planning_people.version + planning_contacts.version FROM group_members"
        " JOIN planning_people ON planning_people.id = group_members.planner_id"
        " JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id WHERE group_members.id = $1",
        jana.member.id);
    auto typed = form({{"od", "1. 1. 2026"}, {"email", email}, {"ucet", email}});
    typed.add("verze", std::to_string(version));
    ASSERT_EQ(office.post(office.eva, sheet, typed).status, http::see_other);
    EXPECT_TRUE(planner_of_account(*office.database().read(), office.petr.id));
    EXPECT_THAT(shown("/skupiny/seniori/clenove"), Not(HasSubstr("?ucet=propojit")));
}
