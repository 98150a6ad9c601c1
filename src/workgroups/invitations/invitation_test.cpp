// Invitations: the letters of a meeting with their events for calendars, and answers behind a link.
#include "workgroups/invitations/invitation.hpp"

#include "platform/notices/notice.hpp"
#include "tests/world/meeting_letters.hpp"
#include "workgroups/statutes/statute.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

namespace {

struct MeetingLetters : world::WithLetters {};

}

TEST_F(MeetingLetters, go_to_everybody_who_sits_there_with_agenda_and_an_event_for_the_calendar) {
    auto meeting = meeting_on(soon);
    office.post(office.eva, at(meeting, "/program"), {{"nazev", "Síť služeb"}, {"minut", "30"}});
    auto preview = said(office.eva, at(meeting, "/svolat"));
    EXPECT_THAT(preview,
                AllOf(HasSubstr("Kdy: čtvrtek 10. 12. 2026"), HasSubstr("1. Síť služeb"), HasSubstr("Věra Malá"),
                      HasSubstr("bez e-mailu"), HasSubstr("1 člověku musíte zavolat")));
    EXPECT_EQ(letters().size(), 0u);
    ASSERT_EQ(send(meeting, "Prosíme o dochvilnost.").status, http::see_other);
    EXPECT_EQ(again(meeting).state, "convened");
    std::vector<std::string> to;
    for (auto& one : letters()) to.push_back(one.to);
    EXPECT_THAT(to, UnorderedElementsAre("nova@obec.example", "tichy@obec.example", "petr@opora.example"));
    auto letter = last_to("nova@obec.example");
    EXPECT_EQ(world::with_plain_spaces(letter.subject), "Pozvánka: Skupina pro Jilemnicko, 10. 12. 2026");
    EXPECT_THAT(world::with_plain_spaces(letter.text),
                AllOf(HasSubstr("Kde: Jilemnice, radnice"), HasSubstr("Síť služeb"),
                      HasSubstr("Prosíme o dochvilnost."), HasSubstr("/ucast/")));
    ASSERT_EQ(letter.attachments.size(), 1u);
    EXPECT_EQ(letter.attachments[0].type, "text/calendar; method=REQUEST");
    EXPECT_THAT(letter.attachments[0].bytes,
                AllOf(HasSubstr("METHOD:REQUEST\r\n"), HasSubstr("DTSTART;TZID=Europe/Prague:20261210T090000\r\n"),
                      HasSubstr("DTEND;TZID=Europe/Prague:20261210T110000\r\n"), HasSubstr("SEQUENCE:0\r\n"),
                      HasSubstr("Program:\\n1. Síť"), HasSubstr("mailto:nova@obec.example"),
                      HasSubstr("UID:jednani-" + to_text(meeting.id))));
    EXPECT_NE(link_in(letter), link_in(last_to("tichy@obec.example"))) << "each has a link of their own";
}

TEST_F(MeetingLetters, are_beside_a_notice_for_who_has_an_account_and_that_sends_no_second_letter) {
    auto meeting = meeting_on(soon);
    send(meeting);
    auto lease = office.database().read();
    auto told = notices::notices_of(*lease, office.petr.id, true, 9, 0);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].kind, convened_notice);
    EXPECT_EQ(told[0].address, at(meeting));
    EXPECT_EQ(told[0].mail, "never");
    EXPECT_THAT(said(office.petr, "/oznameni"), HasSubstr("Svolává se jednání: Skupina pro Jilemnicko, 10. 12. 2026"));
}

TEST_F(MeetingLetters, that_cancel_or_move_a_meeting_are_beside_a_notice_too_and_the_earlier_one_ends) {
    auto cancelled = meeting_on(soon), moved = meeting_on(*day_of(2026, 12, 14));
    send(cancelled), send(moved);
    office.post(office.eva, at(cancelled, "/zruseni"), {{"duvod", "nemoc"}});
    office.post(office.eva, at(moved, "/presun"),
                {{"duvod", "kolize"}, {"den", "17. 12. 2026"}, {"od", ""}, {"do", ""}, {"misto", ""}, {"online", ""}});
    std::vector<std::string> unread;
    auto lease = office.database().read();
    for (auto& one : notices::notices_of(*lease, office.petr.id, true, 9, 0))
        unread.push_back(one.kind + " " + one.address);
    auto next = "/jednani/" + to_text(*find_meeting(*lease, moved.id)->moved_to_id);
    EXPECT_THAT(unread, UnorderedElementsAre(std::string{cancelled_notice} + " " + at(cancelled),
                                             std::string{moved_notice} + " " + next));
    EXPECT_THAT(said(office.petr, "/oznameni"),
                AllOf(HasSubstr("Jednání se nekoná: Skupina pro Jilemnicko, 10. 12. 2026"),
                      HasSubstr("Jednání se přesouvá: Skupina pro Jilemnicko, z 14. 12. 2026 na 17. 12. 2026")));
}

TEST_F(MeetingLetters, take_the_meeting_back_from_who_does_not_sit_there_any_more) {
    auto meeting = meeting_on(soon), earlier = meeting_on(*day_of(2026, 12, 1));
    send(meeting), send(earlier);
    auto link = link_in(last_to("tichy@obec.example"));
    std::string karel;
    {
        auto lease = office.database().read();
        for (auto& one : members_of(*lease, group.id))
            if (one.person_name == "Karel Tichý") karel = to_text(one.member.id);
    }
    auto before = letters().size();
    later(office.clock().now() + std::chrono::minutes{1});
    auto end = "/skupiny/" + group.slug + "/clenove/" + karel + "/konec";
    ASSERT_EQ(office.post(office.eva, end, {{"verze", "1"}, {"do", "5. 12. 2026"}, {"duvod", ""}}).status,
              http::see_other);
    EXPECT_EQ(letters().size(), before + 1) << "to one person, of one meeting";
    auto letter = last_to("tichy@obec.example");
    EXPECT_THAT(world::with_plain_spaces(letter.subject), HasSubstr("Pozvánka už neplatí"));
    EXPECT_EQ(letter.attachments.at(0).type, "text/calendar; method=CANCEL");
    EXPECT_THAT(letter.attachments[0].bytes,
                AllOf(HasSubstr("UID:jednani-" + to_text(meeting.id)), HasSubstr("STATUS:CANCELLED")));
    EXPECT_EQ(office.get(office.stranger, link).status, http::ok) << "that of the earlier meeting still holds";
    EXPECT_EQ(again(meeting).state, "convened");
    // Nobody is told twice, neither by a change nor by the end of the meeting.
    send(meeting);
    office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc"}});
    EXPECT_EQ(letters().size(), before + 1 + 2 + 2);
}

TEST_F(MeetingLetters, are_not_sent_twice_by_a_second_click) {
    auto meeting = meeting_on(soon);
    ASSERT_EQ(send(meeting).status, http::see_other);
    EXPECT_EQ(office.post(office.eva, at(meeting, "/svolat"), {{"krok", "poslat"}, {"rozeslano", "0"}}).status,
              http::conflict);
    EXPECT_EQ(letters().size(), 3u);
}

TEST_F(MeetingLetters, say_when_they_leave_later_than_the_rules_of_the_group_ask) {
    in_work([&](const Author& author) {
        Statute rules;
        rules.group_id = group.id, rules.kind = "rules_of_procedure", rules.title = "Jednací řád";
        rules.valid_from = *day_of(2026, 1, 1), rules.notice_days = 14;
        add(author, rules);
    });
    EXPECT_THAT(said(office.eva, at(meeting_on(*day_of(2026, 12, 20)), "/svolat")), HasSubstr("odejít do 6. 12. 2026"));
    auto late = meeting_on(*day_of(2026, 12, 1));
    EXPECT_THAT(said(office.eva, at(late, "/svolat")), HasSubstr("14 dní předem"));
    EXPECT_EQ(send(late).status, http::see_other) << "it may leave all the same";
    EXPECT_THAT(said(office.eva, at(late)), HasSubstr("později, než říkají pravidla"));
}

TEST_F(MeetingLetters, change_and_cancel_the_same_event_with_a_growing_sequence) {
    auto meeting = meeting_on(soon);
    send(meeting);
    auto first_link = link_in(last_to("nova@obec.example"));
    in_work([&](const Author& author) {
        auto before = *find_meeting(author.work, meeting.id);
        auto after = before;
        after.from_minute = 10 * 60, after.place = "Sokolovna";
        change(author, before, after);
    });
    EXPECT_THAT(said(office.eva, at(meeting)), HasSubstr("lidé to ještě nevědí"));
    ASSERT_EQ(send(meeting).status, http::see_other);
    auto update = last_to("nova@obec.example");
    EXPECT_THAT(update.attachments[0].bytes, AllOf(HasSubstr("SEQUENCE:1\r\n"), HasSubstr("T100000"),
                                                   HasSubstr("UID:jednani-" + to_text(meeting.id))));
    EXPECT_THAT(said(office.eva, at(meeting)), Not(HasSubstr("lidé to ještě nevědí")));
    EXPECT_EQ(office.get(office.stranger, first_link).status, http::gone) << "the newest letter holds";
    later(office.clock().now() + std::chrono::minutes{1});
    ASSERT_EQ(office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc"}}).status, http::see_other);
    auto cancelled = last_to("nova@obec.example");
    EXPECT_THAT(cancelled.text, HasSubstr("nemoc"));
    EXPECT_EQ(cancelled.attachments[0].type, "text/calendar; method=CANCEL");
    EXPECT_THAT(cancelled.attachments[0].bytes,
                AllOf(HasSubstr("METHOD:CANCEL\r\n"), HasSubstr("SEQUENCE:2\r\n"), HasSubstr("STATUS:CANCELLED\r\n")));
    EXPECT_EQ(office.get(office.stranger, link_in(update)).status, http::gone);
    EXPECT_EQ(letters().size(), 9u);
}

TEST_F(MeetingLetters, to_nobody_leave_when_a_meeting_that_was_not_convened_is_cancelled) {
    auto meeting = meeting_on(soon);
    office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc"}});
    EXPECT_EQ(letters().size(), 0u);
}

TEST_F(MeetingLetters, carry_nothing_typed_as_a_line_of_a_header_or_of_a_calendar) {
    auto meeting = meeting_on(soon);
    in_work([&](const Author& author) {
        auto before = *find_meeting(author.work, meeting.id);
        auto after = before;
        // As an import could bring them, past every form.
        after.title = "Jednání\r\nBcc: vsem@zlo.example", after.place = "Sál\r\nATTENDEE:mailto:zlo@zlo.example";
        change(author, before, after);
    });
    send(meeting, "Ahoj\r\nBcc: vsem@zlo.example");
    auto letter = last_to("nova@obec.example");
    EXPECT_THAT(letter.attachments[0].bytes, Not(HasSubstr("\nATTENDEE:mailto:zlo")));
    auto message = mail::message({"a", office.clock().now(), {"opora@kraj.example", "Opora"}}, letter);
    EXPECT_THAT(message.substr(0, message.find("\r\n\r\n")), Not(HasSubstr("\nBcc")));
}

TEST_F(MeetingLetters, are_answered_by_one_button_until_the_meeting_begins) {
    auto meeting = meeting_on(soon);
    send(meeting);
    auto link = link_in(last_to("nova@obec.example"));
    auto page = office.get(office.stranger, link);
    EXPECT_EQ(page.status, http::ok);
    EXPECT_EQ(page.header("Cache-Control"), "no-store");
    EXPECT_THAT(page.body, AllOf(HasSubstr("Jana Nová"), Not(HasSubstr("Karel Tichý"))));
    EXPECT_FALSE(reply_of(meeting, "Jana Nová")) << "opening changes nothing";
    EXPECT_EQ(office.post(office.stranger, link, {{"odpoved", "comes"}}).status, http::see_other);
    EXPECT_EQ(reply_of(meeting, "Jana Nová"), "comes");
    EXPECT_EQ(office.post(office.stranger, link, {{"odpoved", "substitute"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.stranger, link, {{"odpoved", "nesmysl"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.stranger, link, {{"odpoved", "substitute"}, {"nahradnik", "Ota Nový"}}).status,
              http::see_other);
    EXPECT_EQ(reply_of(meeting, "Jana Nová"), "substitute");
    EXPECT_THAT(said(office.eva, at(meeting)),
                AllOf(HasSubstr("pošle: Ota Nový"), HasSubstr("náhradníků 1"), HasSubstr("ke kvoru je potřeba 3")));
    later(*parse_instant("2026-12-10T08:30:00Z"));
    EXPECT_EQ(office.post(office.stranger, link, {{"odpoved", "comes"}}).status, http::gone) << "it has begun";
    EXPECT_EQ(reply_of(meeting, "Jana Nová"), "substitute");
    EXPECT_EQ(office.get(office.stranger, "/ucast/vymysleny").status, http::gone);
    EXPECT_THAT(said(office.stranger, "/ucast/vymysleny"), HasSubstr("Tento odkaz už neplatí"));
}

TEST_F(MeetingLetters, are_answered_on_the_page_by_those_with_an_account_and_noted_for_those_who_were_called) {
    auto meeting = meeting_on(soon);
    send(meeting);
    EXPECT_THAT(said(office.petr, at(meeting)), HasSubstr("Přijdete?"));
    EXPECT_THAT(said(office.eva, at(meeting)), Not(HasSubstr("Přijdete?")));
    EXPECT_EQ(office.post(office.petr, at(meeting, "/odpoved"), {{"odpoved", "apologises"}}).status, http::see_other);
    EXPECT_EQ(reply_of(meeting, "petr"), "apologises");
    EXPECT_EQ(office.post(office.eva, at(meeting, "/odpoved"), {{"odpoved", "comes"}}).status, http::forbidden);
    auto vera = to_text(planner("Věra Malá"));
    EXPECT_EQ(office.post(office.eva, at(meeting, "/odpovedi"), {{"kdo", vera}, {"odpoved", "comes"}}).status,
              http::see_other);
    EXPECT_EQ(reply_of(meeting, "Věra Malá"), "comes");
    EXPECT_EQ(office.post(office.petr, at(meeting, "/odpovedi"), {{"kdo", vera}, {"odpoved", "comes"}}).status,
              http::forbidden);
}

TEST_F(MeetingLetters, that_cancelled_a_meeting_ask_for_new_ones_when_it_is_planned_again) {
    auto meeting = meeting_on(soon);
    send(meeting);
    office.post(office.stranger, link_in(last_to("nova@obec.example")), {{"odpoved", "comes"}});
    office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc"}});
    ASSERT_EQ(office.post(office.eva, at(meeting, "/stav"), {{"stav", "planned"}}).status, http::see_other);
    constexpr auto told = "Pozvaní mají zrušení, svolejte znovu";
    EXPECT_THAT(said(office.eva, at(meeting)), AllOf(HasSubstr(told), Not(HasSubstr("Pozvánka odešla"))));
    EXPECT_THAT(said(office.eva, at(meeting, "/svolat")), HasSubstr("pozvaní mají zrušení"));
    EXPECT_THAT(said(office.eva, "/prehled-planovani"), HasSubstr("pozvaní mají zrušení"));
    EXPECT_THAT(said(office.eva, "/skupiny/" + group.slug + "/plan/2026"), HasSubstr("pozvaní mají zrušení"));
    send(meeting);
    EXPECT_THAT(said(office.eva, at(meeting)), AllOf(Not(HasSubstr(told)), HasSubstr("Pozvánka odešla")));
    EXPECT_THAT(said(office.eva, "/prehled-planovani"), Not(HasSubstr("pozvaní mají zrušení")));
    EXPECT_FALSE(reply_of(meeting, "Jana Nová")) << "of what was cancelled";
    auto letter = last_to("nova@obec.example");
    EXPECT_THAT(letter.attachments[0].bytes, AllOf(HasSubstr("METHOD:REQUEST"), HasSubstr("SEQUENCE:2")));
    EXPECT_EQ(office.get(office.stranger, link_in(letter)).status, http::ok);
}

TEST_F(MeetingLetters, are_offered_again_only_once_something_is_otherwise_than_they_said) {
    auto meeting = meeting_on(soon);
    office.post(office.eva, at(meeting, "/program"), {{"nazev", "Síť služeb"}, {"minut", "30"}});
    auto page = [&] { return said(office.eva, at(meeting, "/svolat")); };
    EXPECT_THAT(page(), AllOf(HasSubstr("Poslat pozvánky"), Not(HasSubstr("nic nezměnilo"))));
    send(meeting);
    EXPECT_THAT(page(), AllOf(HasSubstr("Od posledního dopisu se nic nezměnilo"), Not(HasSubstr("Poslat změnu všem"))));
    later(office.clock().now() + std::chrono::minutes{1});
    auto item = office.database().read()->one<Id<AgendaItem>>("SELECT id FROM agenda_items");
    in_work([&](const Author& author) { postpone_item(author, *find_agenda_item(author.work, item)); });
    EXPECT_THAT(page(), AllOf(HasSubstr("se změnil program"), HasSubstr("Poslat změnu všem")));
    send(meeting);
    EXPECT_THAT(page(), HasSubstr("nic nezměnilo"));
    later(office.clock().now() + std::chrono::minutes{1});
    in_work([&](const Author& author) { sit(author, "Olga Nová", "member", "olga@obec.example"); });
    EXPECT_THAT(page(), AllOf(HasSubstr("1 člověk ještě žádnou pozvánku nedostal"), HasSubstr("Poslat změnu všem")));
}

TEST_F(MeetingLetters, that_say_nothing_new_remind_and_change_nothing) {
    auto meeting = meeting_on(soon);
    send(meeting), send(meeting);
    auto letter = last_to("nova@obec.example");
    EXPECT_THAT(world::with_plain_spaces(letter.subject), HasSubstr("Připomínáme: "));
    EXPECT_THAT(letter.attachments[0].bytes, HasSubstr("SEQUENCE:1\r\n"));
}

TEST_F(MeetingLetters, greet_and_bend_the_day_of_the_week_within_a_sentence) {
    auto meeting = meeting_on(soon);
    send(meeting);
    EXPECT_THAT(
        world::with_plain_spaces(last_to("nova@obec.example").text),
        AllOf(testing::StartsWith("Dobrý den,\n\nzveme vás na jednání: "), HasSubstr("Kdy: čtvrtek 10. 12. 2026")));
    later(office.clock().now() + std::chrono::minutes{1});
    office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc"}});
    EXPECT_THAT(world::with_plain_spaces(last_to("nova@obec.example").text),
                AllOf(testing::StartsWith("Dobrý den,\n\njednání "),
                      HasSubstr("které mělo být ve čtvrtek 10. 12. 2026 v čase 9.00")));
}
