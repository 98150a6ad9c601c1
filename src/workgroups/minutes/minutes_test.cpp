// Minutes from the first word to the published copy: several people who write at once, phases, names that are left out,
// files, and what was when.
#include "platform/drafts/draft.hpp"
#include "platform/notices/notice.hpp"
#include "tests/world/office.hpp"
#include "tests/world/printed.hpp"
#include "workgroups/minutes/minutes_document.hpp"
#include "workgroups/minutes/minutes_keeping.hpp"
#include "workgroups/statutes/statute.hpp"
#include "workgroups/tasks/task.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string jilemnicko_group = "komunitni-planovani-socialnich-sluzeb-na-jilemnicku";

struct TakingMinutes : testing::Test {
    void SetUp() override {
        office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            group = *find_group_by_slug(work, jilemnicko_group);
            meeting = made(author, day_of(2026, 10, 1), "held");
            later = made(author, day_of(2026, 11, 20), "held");
            for (auto title : {"Úvod", "Zprávy z území", "Diskuze"}) {
                AgendaItem item;
                item.group_id = group.id, item.meeting_id = meeting.id, item.title = title;
                item.place_in_order = std::int64_t(items.size() + 1);
                add(author, item), items.push_back(item);
            }
            for (auto& one : members_on(work, group.id, meeting.day)) people[one.person_name] = one.member.planner_id;
            come(author, "Kamila Jasmínová", "present"), come(author, "Božena Krokusová", "present");
            come(author, "Radek Habr", "apologised");
            PlanningPerson petr;
            petr.name = "petr", petr.account_id = office.petr.id;
            GroupMember member;
            member.group_id = group.id, member.planner_id = add(author, petr), member.side = "provider";
            member.valid_from = *day_of(2026, 1, 1);
            add(author, member), people["petr"] = member.planner_id;
        });
    }
    Meeting made(const Author& author, std::optional<Date> day, const char* state) const {
        Meeting one;
        one.group_id = group.id, one.day = *day, one.state = state, one.place = "zasedací místnost MÚ Jilemnice";
        one.from_minute = 14 * 60;
        add(author, one);
        return one;
    }
    void come(const Author& author, const std::string& name, const char* status) {
        Attendance one;
        one.meeting_id = meeting.id, one.planner_id = people.at(name), one.name = name, one.status = status;
        add(author, one);
    }

    std::string at(const std::string& rest = "") const { return "/jednani/" + to_text(meeting.id) + "/zapis" + rest; }
    MeetingMinutes minutes() {
        auto lease = office.database().read();
        return *minutes_of(*lease, meeting.id);
    }
    std::vector<MinutesPart> parts() {
        auto lease = office.database().read();
        return parts_of(*lease, minutes_of(*lease, meeting.id)->id);
    }
    void begin() { ASSERT_EQ(office.post(office.eva, at()).location, at("?hotovo=zacato")); }
    std::string part_at(const MinutesPart& part, const char* rest = "") const {
        return at("/" + to_text(part.id) + rest);
    }
    // As the browser sends the form that was made from this state.
    static http::Values typed(const MinutesPart& from, const std::string& body, const std::string& heading = "") {
        return {{"verze", std::to_string(from.kept.version)},
                {"bylo.nadpis", from.heading},
                {"bylo.text", from.body},
                {"nadpis", heading.empty() ? from.heading : heading},
                {"text", body},
                {"bod", from.agenda_item_id ? to_text(*from.agenda_item_id) : ""},
                {"skupina", ""}};
    }
    void write(std::size_t n, const std::string& body) {
        auto part = parts().at(n);
        ASSERT_EQ(office.post(office.eva, part_at(part), typed(part, body)).status, http::see_other);
    }
    void step(const User& who, const std::string& name, http::Values values = {}) {
        auto answer = office.post(who, at("/faze/" + name), std::move(values));
        ASSERT_EQ(answer.location, at("?hotovo=faze")) << name << " " << answer.body;
    }
    void publish() {
        step(office.eva, "comments", {{"do", "30. 11. 2026"}});
        step(office.eva, "verified");
        step(office.eva, "approved", {{"schuzka", to_text(later.id)}});
        step(office.eva, "published");
    }
    std::string page(const User& who, const std::string& address) {
        return world::with_plain_spaces(office.get(who, address).body);
    }
    void tick(std::chrono::seconds by = std::chrono::seconds{60}) { office.clock().set(office.clock().now() + by); }

    world::Office office{world::Office::With::sample_region};
    WorkingGroup group;
    Meeting meeting, later;
    std::vector<AgendaItem> items;
    std::map<std::string, Id<PlanningPerson>> people;
};

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

// Recorded five days later; on the same day.
// row 3.05
// row 4.28
TEST_F(TakingMinutes, tell_who_recorded_them_where_and_when) {
    begin();
    auto facts = [&](const char* day) {
        return http::Values{{"verze", std::to_string(minutes().kept.version)},
                            {"zapsal", "Kamila Jasmínová"},
                            {"kdy", day},
                            {"misto", "Jilemnice"},
                            {"overovatel", ""},
                            {"styl", "ad"}};
    };
    EXPECT_EQ(office.post(office.eva, at("/udaje"), facts("30. 9. 2026")).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at("/udaje"), facts("1. 10. 2026")).location, at("?hotovo=udaje"));
    EXPECT_EQ(office.post(office.eva, at("/udaje"), facts("6. 10. 2026")).location, at("?hotovo=udaje"));
    EXPECT_THAT(page(office.eva, at()),
                AllOf(HasSubstr("Jilemnice, 6. 10. 2026, zapsal(a) Kamila Jasmínová"), HasSubstr("Ad 2)")));
}

// The style belongs to the document; the group's next minutes begin with it.
// row 4.31
TEST_F(TakingMinutes, take_the_style_of_the_groups_last_minutes) {
    begin();
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto before = *minutes_of(work, meeting.id);
        auto after = before;
        after.label_style = "number", after.programme = "Operační program Zaměstnanost";
        change(author, before, after);
        auto next = begin_minutes(author, made(author, day_of(2026, 10, 5), "held"));
        EXPECT_EQ(next.label_style, "number");
        EXPECT_EQ(next.programme, "Operační program Zaměstnanost");
    });
}

// The printed label stays, beside it the item that is meant.
// row 3.04
TEST_F(TakingMinutes, keep_the_labels_of_a_document_and_tell_what_is_wrong_with_them) {
    begin();
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto all = parts_of(work, minutes_of(work, meeting.id)->id);
        const char* labels[] = {"Ad. 2)", "Ad 3.)", "Ad. 3)"};
        for (std::size_t n = 0; n < 3; ++n) {
            auto after = all[n];
            after.label = labels[n];
            change(author, all[n], after);
        }
    });
    EXPECT_THAT(page(office.eva, at()), AllOf(HasSubstr("Ad 3.)"), HasSubstr("bod 3 programu: Diskuze"),
                                              HasSubstr("Chybí bod 1"), HasSubstr("Bod 3 je v zápisu 2×")));
    EXPECT_THAT(office.get(office.eva, at(".md")).body, HasSubstr("Ad 3.)"));
}

TEST_F(TakingMinutes, hold_tasks_and_decisions_that_were_given_at_an_item) {
    begin();
    auto part = parts()[1];
    auto early = office.post(office.eva, part_at(part, "/ukol"), {{"co", "Sebrat podklady"}, {"do", "1. 1. 2026"}});
    EXPECT_EQ(early.status, http::unprocessable);
    EXPECT_THAT(early.body, HasSubstr("Sebrat podklady"));
    auto task =
        office.post(office.eva, part_at(part, "/ukol"),
                    {{"co", "Sebrat podklady"}, {"kdo", to_text(people.at("Radek Habr"))}, {"do", "9. 12. 2026"}});
    EXPECT_EQ(task.location, at("?hotovo=ukol#cast-" + to_text(part.id)));
    office.post(office.eva, part_at(part, "/usneseni"), {{"co", "Skupina bere zprávu na vědomí."}});
    auto number = decisions_of(*office.database().read(), meeting.id).back().number;
    EXPECT_THAT(page(office.petr, at()), AllOf(HasSubstr("Sebrat podklady"), HasSubstr("Radek Habr"),
                                               HasSubstr("do 9. 12. 2026"), HasSubstr("Usnesení " + number)));
    EXPECT_THAT(office.get(office.eva, at(".md")).body,
                AllOf(HasSubstr("| Sebrat podklady | Radek Habr |"), HasSubstr("**Usnesení " + number + "**")));
    EXPECT_EQ(office.post(office.petr, part_at(part, "/ukol"), {{"co", "x"}}).status, http::forbidden);
}

TEST_F(TakingMinutes, hold_events_at_the_part_that_speaks_of_them_and_others_behind) {
    begin();
    write(1, "Skupina zve na Den otevřených dveří.");
    office.database().in_write_transaction([&](db::Session& work) {
        for (auto& [title, published] :
             {std::pair{"Den otevřených dveří", true}, {"Výjezd skupiny", false}, {"Kulatý stůl", true}}) {
            PlanningEvent event;
            event.group_id = group.id, event.meeting_id = meeting.id, event.title = title;
            event.published = published, event.first_day = event.last_day = *day_of(2027, 1, 20);
            add_event(office.as_nobody(work), event);
        }
    });
    auto shown = page(office.petr, at());
    EXPECT_THAT(shown,
                AllOf(HasSubstr("href=\"/akce/den-otevrenych-dveri\""), HasSubstr("href=\"/akce/kulaty-stul\"")));
    EXPECT_LT(shown.find("/akce/den-otevrenych-dveri"), shown.find("/akce/kulaty-stul"));
    EXPECT_THAT(page(office.eva, at(".md")), AllOf(HasSubstr("1. 2027: Kulatý stůl"), HasSubstr("Výjezd skupiny")))
        << "those that no part speaks of";
    publish();
    EXPECT_THAT(office.get(office.stranger, at(".md")).body,
                AllOf(HasSubstr("Kulatý stůl"), Not(HasSubstr("Výjezd skupiny"))));
}

TEST_F(TakingMinutes, are_commented_on_until_a_day_and_each_comment_is_settled) {
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

TEST_F(TakingMinutes, tell_members_when_comments_open_and_when_they_are_published) {
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

TEST_F(TakingMinutes, are_verified_by_the_verifier_and_nobody_else) {
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

TEST_F(TakingMinutes, go_back_only_before_the_approval_and_with_a_reason) {
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

TEST_F(TakingMinutes, that_are_locked_cannot_be_edited_by_any_address) {
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

TEST_F(TakingMinutes, that_are_published_leave_out_names_of_users_in_any_case_and_carry_their_hash) {
    begin();
    write(
        0,
        "Paní Krokusová přivítala Kamilu Jasmínovou. Zprávu podala Božena Krokusová a s Boženou Krokusovou mluvil Dub.");
    publish();
    auto shown = page(office.stranger, at());
    EXPECT_THAT(shown, AllOf(Not(HasSubstr("Krokus")), Not(HasSubstr("Bože")), HasSubstr("zástupce uživatelů")));
    EXPECT_THAT(shown,
                AllOf(HasSubstr("Kamilu Jasmínovou"), HasSubstr(*minutes().content_hash), HasSubstr("otisk souhlasí")));
    auto markdown = office.get(office.stranger, at(".md")).body;
    EXPECT_EQ(sha256_hex(markdown), *minutes().content_hash);
    EXPECT_THAT(markdown, Not(HasSubstr("Krokus")));
    for (auto ending : {".html", ".docx", ".odt", ".pdf"})
        EXPECT_EQ(office.get(office.stranger, at(ending)).status, http::ok) << ending;
    EXPECT_THAT(office.get(office.stranger, at(".html")).body, Not(HasSubstr("Krokus")));
    // Members read the whole; what strangers read they see by a link.
    EXPECT_THAT(page(office.petr, at()), HasSubstr("Paní Krokusová"));
    EXPECT_THAT(page(office.petr, at("?kopie=1")), Not(HasSubstr("Krokus")));
    EXPECT_THAT(office.get(office.stranger, at(), "application/json").body, Not(HasSubstr("Krokus")));
    // The copy stays as it was published, whatever the group shows later.
    office.database().in_write_transaction([&](db::Session& work) {
        auto now = *find_group(work, group.id), after = now;
        after.names_shown = "nobody";
        change(office.as_nobody(work), now, after);
    });
    EXPECT_EQ(office.get(office.stranger, at(".md")).body, markdown);
}

TEST_F(TakingMinutes, of_a_group_that_shows_no_names_are_published_without_any) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto now = *find_group(work, group.id), after = now;
        after.names_shown = "nobody";
        change(office.as_nobody(work), now, after);
    });
    begin();
    write(0, "Mluvila Kamila Jasmínová s Radkem Habrem.");
    publish();
    EXPECT_THAT(page(office.stranger, at()),
                AllOf(Not(HasSubstr("Jasmín")), Not(HasSubstr("Habr")), HasSubstr("2 lidé")));
}

TEST_F(TakingMinutes, are_listed_and_found_by_words_only_as_far_as_one_may_read) {
    auto list = "/skupiny/" + jilemnicko_group + "/zapisy";
    begin();
    write(0, "Paní Krokusová mluvila o hospicu.");
    EXPECT_THAT(page(office.petr, list + "?q=hospic"), HasSubstr(at()));
    EXPECT_THAT(page(office.stranger, list), Not(HasSubstr(at())));
    publish();
    EXPECT_THAT(page(office.stranger, list), HasSubstr(at()));
    EXPECT_THAT(page(office.stranger, list + "?q=HOSPIC"), AllOf(HasSubstr(at()), HasSubstr("hospicu")));
    EXPECT_THAT(page(office.stranger, list + "?q=krokusova"), Not(HasSubstr(at())));
    EXPECT_THAT(page(office.petr, list + "?q=krokusova"), HasSubstr(at()));
}

TEST_F(TakingMinutes, are_taken_home_as_a_table_only_as_far_as_one_may_read) {
    auto list = "/skupiny/" + jilemnicko_group + "/zapisy";
    begin();
    write(0, "Paní Krokusová mluvila o hospicu.");
    EXPECT_THAT(world::whole(office.get(office.petr, list + ".csv")), AllOf(HasSubstr(at()), HasSubstr("Návrh")));
    EXPECT_THAT(page(office.petr, list), HasSubstr(list + ".xlsx"));
    EXPECT_THAT(world::whole(office.get(office.stranger, list + ".csv")), Not(HasSubstr(at())));
    publish();
    EXPECT_THAT(world::whole(office.get(office.stranger, list + ".csv")), HasSubstr(at()));
    EXPECT_THAT(world::whole(office.get(office.stranger, list + ".csv?q=krokusova")), Not(HasSubstr(at())));
    EXPECT_THAT(world::whole(office.get(office.petr, list + ".csv?q=krokusova")), HasSubstr(at()));
    EXPECT_THAT(page(office.petr, list + "?q=hospic"), HasSubstr(list + ".csv?q=hospic"));
    EXPECT_EQ(world::whole(office.get(office.petr, list + ".xlsx")).substr(0, 2), "PK");
    EXPECT_THAT(page(office.petr, list), HasSubstr("class=\"rail")) << "as other pages of those who work here";
    EXPECT_THAT(page(office.stranger, list), Not(HasSubstr("class=\"rail")));
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

namespace {

// As a program that knows nothing of ours reads the archive: every part of XML is well-formed.
std::string unpacked(const std::string& bytes, const std::string& ending) {
    world::Printed file{bytes};
    auto script = std::string{"python3 -c 'import sys,zipfile,xml.dom.minidom as m\n"
                              "z=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                              "for n in z.namelist():\n"
                              "  t=z.read(n).decode()\n"
                              "  if n.endswith((\".xml\",\".rels\")): m.parseString(t)\n"
                              "  print(n); print(t)'"};
    auto said = file.said(script);
    EXPECT_FALSE(said.empty()) << ending << file.complaints(script);
    return said;
}

}

// Publicity above, project below, in every file.
// row 4.30
TEST_F(TakingMinutes, leave_as_files_that_others_open_with_publicity_and_hostile_letters_as_text) {
    begin();
    write(0, "Odstavec <script>alert(1)</script> & \"uvozovky\" ]]> | `kód`\n\n- první položka\n- druhá položka");
    auto part = parts()[0];
    office.post(office.eva, part_at(part, "/ukol"), {{"co", "Napsat <b>zprávu</b> & poslat"}, {"kdo_text", "A & B"}});
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *minutes_of(work, meeting.id);
        auto after = before;
        after.programme = "Operační program Zaměstnanost", after.project_title = "Rozvoj MA21 v Jilemnici";
        after.project_number = "CZ.03.4.74/0.0/0.0/16_033/0003005", after.project_term = "01/2017–12/2018";
        change(office.as_nobody(work), before, after);
    });
    auto escaped = AllOf(HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script>")), HasSubstr("druhá položka"),
                         HasSubstr("Napsat &lt;b&gt;zprávu"), HasSubstr("A &amp; B"),
                         HasSubstr("Operační program Zaměstnanost"), HasSubstr("CZ.03.4.74/0.0/0.0/16_033/0003005"),
                         HasSubstr("01/2017–12/2018"), HasSubstr("Evropský sociální fond"));
    EXPECT_THAT(unpacked(office.get(office.petr, at(".docx")).body, "docx"),
                AllOf(escaped, HasSubstr("w:footerReference"), HasSubstr("w:val=\"Heading1\""), HasSubstr("cs-CZ"),
                      HasSubstr("<w:tbl>"), HasSubstr("w:numId")));
    EXPECT_THAT(unpacked(office.get(office.petr, at(".odt")).body, "odt"),
                AllOf(escaped, HasSubstr("text:outline-level"), HasSubstr("<style:footer>"),
                      HasSubstr("fo:language=\"cs\""), HasSubstr("table:table-row"), HasSubstr("<text:list-item>")));
    EXPECT_THAT(office.get(office.petr, at(".html")).body,
                AllOf(escaped, HasSubstr("lang=\"cs\""), HasSubstr("<li>druhá")));
    EXPECT_THAT(office.get(office.petr, at(".md")).body, AllOf(HasSubstr("\\<script\\>"), HasSubstr("\\`kód\\`")));
    world::Printed pdf{office.get(office.petr, at(".pdf")).body};
    EXPECT_THAT(pdf.said("pdftotext", "-"),
                AllOf(HasSubstr("druhá položka"), HasSubstr("<script>"), HasSubstr("Rozvoj MA21")));
    EXPECT_THAT(pdf.said("pdfinfo"), AllOf(HasSubstr("Tagged:"), HasSubstr("yes")));
    EXPECT_THAT(pdf.bytes(), HasSubstr("/Lang (cs-CZ)"));
}

TEST_F(TakingMinutes, of_many_pages_are_a_file_of_many_pages) {
    begin();
    std::string much;
    for (int n = 0; n < 400; ++n) much += "Odstavec číslo " + std::to_string(n) + " o službách v území.\n\n";
    write(0, much);
    world::Printed pdf{office.get(office.petr, at(".pdf")).body};
    EXPECT_THAT(pdf.said("pdftotext", "-"), HasSubstr("Odstavec číslo 399"));
    auto part = parts()[1];
    EXPECT_EQ(office.post(office.eva, part_at(part), typed(part, std::string(31'000, 'x'))).status,
              http::unprocessable);
}

TEST(MinutesDocuments, are_read_back_as_they_were_written) {
    MinutesDocument document{"Skupina\tA", "cs", {{"paragraph", "a\nb\\t\tc", "", ""}, {"task", "x", "kdo", "kdy"}}};
    auto back = document_from(document_text(document));
    EXPECT_EQ(back.title, document.title);
    EXPECT_EQ(back.pieces, document.pieces);
}
