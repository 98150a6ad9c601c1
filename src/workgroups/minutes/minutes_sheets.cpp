// Sheets beside minutes: who recorded them and who pays, a task and a decision given at an item.
#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/sheets/text_fields.hpp"
#include "platform/time/coming_date.hpp"
#include "workgroups/minutes/minutes_page.hpp"
#include "workgroups/tasks/task_sheet.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetPage;
using sheets::SheetParts;
using sheets::TextField;
using sheets::value_in;

constexpr TextField<MeetingMinutes> texts_of_minutes[] = {
    {"zapsal", &MeetingMinutes::recorded_by},   {"misto", &MeetingMinutes::recorded_in},
    {"program", &MeetingMinutes::programme},    {"projekt", &MeetingMinutes::project_title},
    {"cislo", &MeetingMinutes::project_number}, {"doba", &MeetingMinutes::project_term}};

std::vector<html::Choice> people_of_meeting(db::Session& db, const Meeting& meeting, const std::string& none) {
    std::vector<html::Choice> people{{"", none}};
    for (auto& one : members_on(db, meeting.group_id, meeting.day))
        people.push_back({to_text(one.member.planner_id), one.person_name});
    return people;
}

SheetParts parts_of_facts(db::Session& db, const Meeting& meeting, const i18n::Texts& texts) {
    std::vector<html::Choice> styles;
    for (std::string style : label_styles) styles.push_back({style, texts.text("minutes.style." + style)});
    return {{"minutes.facts.recorded",
             {{"zapsal", "minutes.recorded_by"},
              {"kdy", "minutes.recorded_on"},
              {"misto", "minutes.recorded_in"},
              {"overovatel", "minutes.verifier", Control::one_of, "minutes.verifier.hint", true,
               people_of_meeting(db, meeting, texts.text("minutes.verifier.none"))}}},
            {"minutes.facts.labels", {{"styl", "minutes.style", Control::one_of, "minutes.style.hint", false, styles}}},
            {"minutes.facts.publicity",
             {{"program", "minutes.programme", Control::line, "minutes.programme.hint"},
              {"projekt", "minutes.project_title"},
              {"cislo", "minutes.project_number"},
              {"doba", "minutes.project_term", Control::line, "minutes.project_term.hint"}}}};
}

SheetPage facts_page(const http::Request& request, db::Session& db, const MeetingInView& at,
                     const MeetingMinutes& minutes) {
    SheetPage page{at.of.group.name, "minutes.facts", minutes_at(at.meeting, "/udaje"), minutes_at(at.meeting),
                   parts_of_facts(db, at.meeting, *request.texts)};
    page.sheet = {{"kdy", day_in_form(minutes.recorded_on)},
                  {"overovatel", minutes.verifier_id ? to_text(*minutes.verifier_id) : ""},
                  {"styl", minutes.label_style}};
    sheets::show_texts(minutes, texts_of_minutes, page.sheet);
    page.before = page.sheet, page.version = minutes.kept.version, page.form_token = request.form_token;
    return page;
}

// Too long, and no choice of the list.
void check_sheet(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields) {
            auto typed = value_in(page.sheet, field.name);
            if (typed.size() > (field.control == Control::area ? 5'000 : sheets::longest_line))
                page.problems.push_back({field.name, "edit.too_long"});
            bool chosen = field.control != Control::one_of ||
                          std::ranges::find(field.choices, typed, &html::Choice::value) != field.choices.end();
            if (!chosen) page.problems.push_back({field.name, "edit.choice.unknown"});
        }
}

// A day without a year is the nearest to come, where it may be one.
std::optional<Date> typed_day(SheetPage& page, const char* field, std::optional<Date> coming_from = {}) {
    auto typed = value_in(page.sheet, field);
    auto day = coming_from ? parse_coming_date(typed, *coming_from) : parse_date(typed);
    if (!typed.empty() && !day) page.problems.push_back({field, "form.date.unreadable"});
    return day;
}

}

http::Response show_minutes_facts(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto minutes = needed_minutes(permit.db(), permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    return sheets::show_sheet(request, permit.db(), facts_page(request, permit.db(), permit.about(), minutes));
}

http::Response edit_minutes_facts(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto minutes = needed_minutes(db, at);
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto page = facts_page(request, db, at, minutes);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return std::move(*conflict);
    auto after = minutes;
    check_sheet(page);
    after.recorded_on = typed_day(page, "kdy");
    // Row 3.05: days later is fine, before the meeting is a slip.
    if (after.recorded_on && *after.recorded_on < at.meeting.day)
        page.problems.push_back({"kdy", "minutes.recorded_on.early"});
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    sheets::take_texts(after, texts_of_minutes, page.sheet);
    after.label_style = value_in(page.sheet, "styl");
    after.verifier_id = Id<PlanningPerson>::parse(value_in(page.sheet, "overovatel"));
    change(history::author_of(permit), minutes, after);
    sheets::sheet_saved(request, permit);
    return http::redirect(minutes_at(at.meeting), "?hotovo=udaje");
}

namespace {

SheetPage given_page(const http::Request& request, db::Session& db, const MeetingInView& at, const MinutesPart& part,
                     bool task) {
    auto& texts = *request.texts;
    SheetParts parts;
    if (task)
        parts = {{"minutes.task.part",
                  {{"co", "minutes.task", Control::area, "minutes.task.hint", false},
                   {"kdo", "minutes.task.owner", Control::one_of, "", true,
                    people_of_meeting(db, at.meeting, texts.text("minutes.task.owner.other"))},
                   {"kdo_text", "minutes.task.owner_text", Control::line, "minutes.task.owner_text.hint"},
                   {"do", "minutes.task.due"},
                   {"do_text", "minutes.task.due_text", Control::line, "minutes.task.due_text.hint"}}}};
    else
        parts = {
            {"minutes.decision.part", {{"co", "minutes.decision", Control::area, "minutes.decision.hint", false}}}};
    SheetPage page{part.heading.empty() ? at.of.group.name : part.heading,
                   task ? "minutes.task.new" : "minutes.decision.new",
                   minutes_at(at.meeting, "/" + to_text(part.id) + (task ? "/ukol" : "/usneseni")),
                   minutes_at(at.meeting, "#cast-" + to_text(part.id)), std::move(parts)};
    page.form_token = request.form_token, page.save = task ? "minutes.task.add" : "minutes.decision.add";
    return page;
}

// The form as it was sent, with what is wrong so far.
SheetPage sent_page(const http::Request& request, db::Session& db, const MeetingInView& at, const MinutesPart& part,
                    bool task) {
    auto page = given_page(request, db, at, part, task);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    check_sheet(page);
    if (task && value_in(page.sheet, "co").size() > longest_task) page.problems.push_back({"co", "edit.too_long"});
    if (value_in(page.sheet, "co").empty()) page.problems.push_back({"co", "minutes.given.missing"});
    return page;
}

http::Response show_given(const http::Request& request, Permit<may::KeepMeeting>& permit, bool task) {
    auto& db = permit.db();
    auto minutes = needed_minutes(db, permit.about());
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    return sheets::show_sheet(request, db, given_page(request, db, permit.about(), part, task));
}

}

http::Response show_task_at_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return show_given(request, permit, true);
}

http::Response show_decision_at_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return show_given(request, permit, false);
}

http::Response add_task_at_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto minutes = needed_minutes(db, at);
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    auto page = sent_page(request, db, at, part, true);
    Task task;
    task.due_on = typed_day(page, "do", permit.today());
    if (task.due_on && *task.due_on < at.meeting.day) page.problems.push_back({"do", "minutes.task.due.early"});
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    task.group_id = at.meeting.group_id, task.meeting_id = at.meeting.id, task.agenda_item_id = part.agenda_item_id;
    task.body = value_in(page.sheet, "co");
    task.owner_id = Id<PlanningPerson>::parse(value_in(page.sheet, "kdo"));
    if (!task.owner_id) task.owner_text = sheets::text_or_nothing(value_in(page.sheet, "kdo_text"));
    if (!task.due_on) task.due_text = sheets::text_or_nothing(value_in(page.sheet, "do_text"));
    add_task(history::author_of(permit), task);
    sheets::sheet_saved(request, permit);
    return http::redirect(minutes_at(at.meeting), "?hotovo=ukol#cast-", part.id);
}

http::Response add_decision_at_part(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& at = permit.about();
    auto minutes = needed_minutes(db, at);
    if (auto locked = locked_answer(request, minutes)) return std::move(*locked);
    auto part = part_asked(request, db, minutes);
    auto page = sent_page(request, db, at, part, false);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    Decision decision;
    decision.group_id = at.meeting.group_id, decision.meeting_id = at.meeting.id;
    decision.agenda_item_id = part.agenda_item_id, decision.body = value_in(page.sheet, "co");
    decision.decided_on = at.meeting.day;
    add_decision(history::author_of(permit), decision);
    sheets::sheet_saved(request, permit);
    return http::redirect(minutes_at(at.meeting), "?hotovo=usneseni#cast-", part.id);
}

}
