// The sheets of a task.
#include "workgroups/tasks/task_sheet.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/search/fold.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "platform/time/coming_date.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/tasks/task_list.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::SheetPage;

// Words of a name without titles: „Ing. Karla Nová, Ph.D.“ → karla, nova; an initial stays one letter.
std::vector<std::string> words_of_name(const std::string& name) {
    std::vector<std::string> words;
    for (auto& part : text::parted(search::fold(name.substr(0, name.find(','))), " ")) {
        bool dotted = part.ends_with('.');
        while (part.ends_with('.')) part.pop_back();
        bool title = dotted && part.size() > 1;
        if (!part.empty() && !title) words.push_back(part);
    }
    return words;
}

bool means(const std::vector<std::string>& written, const std::vector<std::string>& name) {
    if (written.empty() || name.empty() || written.back() != name.back()) return false;
    if (written.size() == 1) return true;
    return written.front().size() == 1 ? name.front().starts_with(written.front()) : written.front() == name.front();
}

std::vector<html::Choice> whose_choices(db::Session& db, const WorkingGroup& group, const Task& task, Date today,
                                        const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("task.owner.choose")}};
    for (auto& one : members_on(db, group.id, today))
        choices.push_back({to_text(one.member.planner_id), one.person_name});
    if (task.owner_id && std::ranges::find(choices, to_text(*task.owner_id), &html::Choice::value) == choices.end())
        if (auto person = find_planner(db, *task.owner_id)) choices.push_back({to_text(person->id), person->name});
    return choices;
}

// Meetings of two years back and of those planned; and the one it was given at.
std::vector<html::Choice> meeting_choices(db::Session& db, const WorkingGroup& group,
                                          const std::optional<Id<Meeting>>& held, Date today,
                                          const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("task.given.alone")}};
    auto meetings = meetings_of(db, group.id);
    for (auto one = meetings.rbegin(); one != meetings.rend(); ++one)
        if (held == one->id ||
            (one->stands() && one->day > plus_months(today, -24) && one->day < plus_months(today, 3)))
            choices.push_back({to_text(one->id), texts.text("task.given.at", {to_czech(one->day)})});
    return choices;
}

std::vector<html::Choice> decision_choices(db::Session& db, const WorkingGroup& group,
                                           const std::optional<Id<Decision>>& held, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("task.decision.none")}};
    auto all = db.all<Decision>(
        "SELECT * FROM decisions WHERE group_id = $1 ORDER BY decided_on DESC, number DESC LIMIT 60", group.id);
    if (held && std::ranges::find(all, *held, &Decision::id) == all.end())
        if (auto decision = find_decision(db, *held)) all.push_back(*decision);
    for (auto& one : all) choices.push_back({to_text(one.id), one.number + ": " + beginning_of(one.body, 70)});
    return choices;
}

// Items of the meeting where it was given, and the one that stands, though it may have been refused since.
std::vector<html::Choice> item_choices(db::Session& db, const Task& task, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("task.item.none")}};
    if (!task.meeting_id) return choices;
    auto agenda = agenda_of(db, *task.meeting_id);
    for (std::size_t n = 0; n < agenda.size(); ++n)
        choices.push_back({to_text(agenda[n].id), std::to_string(n + 1) + ". " + agenda[n].title});
    if (task.agenda_item_id && std::ranges::find(agenda, *task.agenda_item_id, &AgendaItem::id) == agenda.end())
        if (auto item = find_agenda_item(db, *task.agenda_item_id)) choices.push_back({to_text(item->id), item->title});
    return choices;
}

SheetPage task_sheet(const http::Request& request, db::Session& db, const WorkingGroup& group, const Task& task) {
    auto& texts = *request.texts;
    auto today = request.today();
    bool is_new = task.id == Id<Task>{};
    auto list = "/skupiny/" + group.slug + "/ukoly";
    auto own = "/ukoly/" + to_text(task.id);
    SheetPage page{
        is_new ? group.name : texts.text("task.one", {std::to_string(task.number)}),
        is_new ? "task.new" : "task.edit",
        is_new ? list + "/novy" : own + "/upravit",
        is_new ? list : own,
        {{"task.part.what",
          {{"text", "task.text", Control::area, "task.text.hint", false},
           {"zdroj", "task.source", Control::area, "task.source.hint"}}},
         {"task.part.who",
          {{"vlastnik", "task.owner", Control::one_of, "", true, whose_choices(db, group, task, today, texts)},
           {"vlastnik_slovy", "task.owner_text", Control::line, "task.owner_text.hint"},
           {"termin", "task.due", Control::line, "task.due.hint"},
           {"termin_slovy", "task.due_text", Control::line, "task.due_text.hint"}}},
         {"task.part.from",
          {{"jednani", "task.given", Control::one_of, "", true,
            meeting_choices(db, group, task.meeting_id, today, texts)},
           {"rozhodnuti", "task.decision", Control::one_of, "", true,
            decision_choices(db, group, task.decision_id, texts)}}}},
        {{"text", task.body},
         {"zdroj", task.source_text.value_or("")},
         {"vlastnik", task.owner_id ? to_text(*task.owner_id) : ""},
         {"vlastnik_slovy", task.owner_text.value_or("")},
         {"termin", day_in_form(task.due_on)},
         {"termin_slovy", task.due_text.value_or("")},
         {"jednani", task.meeting_id ? to_text(*task.meeting_id) : ""},
         {"rozhodnuti", task.decision_id ? to_text(*task.decision_id) : ""}}};
    if (auto items = item_choices(db, task, texts); items.size() > 1) {
        auto& from = page.parts.back().fields;
        from.insert(from.begin() + 1, {"bod", "task.item", Control::one_of, "task.item.hint", true, std::move(items)});
        page.sheet["bod"] = task.agenda_item_id ? to_text(*task.agenda_item_id) : "";
    }
    page.form_token = request.form_token;
    if (!is_new) page.before = page.sheet, page.version = task.kept.version;
    return page;
}

void check_task_sheet(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields) {
            auto typed = sheets::value_in(page.sheet, field.name);
            if (field.control == Control::one_of &&
                std::ranges::find(field.choices, typed, &html::Choice::value) == field.choices.end())
                page.problems.push_back({field.name, "edit.choice.unknown"});
            auto most = field.name == "text"             ? longest_task
                        : field.control == Control::area ? sheets::longest_text
                                                         : sheets::longest_line;
            if (typed.size() > most) page.problems.push_back({field.name, "edit.too_long"});
        }
}

// What the sheet means, where nothing is wrong with it.
Task read_task(SheetPage& page, db::Session& db, const WorkingGroup& group, Task task, Date today) {
    auto& sheet = page.sheet;
    check_task_sheet(page);
    if (sheet["text"].empty()) page.problems.push_back({"text", "task.text.missing"});
    auto due = parse_coming_date(sheet["termin"], today);
    if (!sheet["termin"].empty() && !due) page.problems.push_back({"termin", "form.date.unreadable"});
    task.body = sheet["text"], task.source_text = sheets::text_or_nothing(sheet["zdroj"]);
    task.owner_id = Id<PlanningPerson>::parse(sheet["vlastnik"]);
    task.owner_text = sheets::text_or_nothing(sheet["vlastnik_slovy"]);
    if (!task.owner_id && task.owner_text)
        task.owner_id = owner_called(members_on(db, group.id, today), *task.owner_text);
    task.due_on = due, task.due_text = sheets::text_or_nothing(sheet["termin_slovy"]);
    auto given = Id<Meeting>::parse(sheet["jednani"]);
    // An item belongs to one meeting; of another one it is chosen anew.
    task.agenda_item_id =
        given == task.meeting_id ? Id<AgendaItem>::parse(sheets::value_in(sheet, "bod")) : std::nullopt;
    task.meeting_id = given, task.decision_id = Id<Decision>::parse(sheet["rozhodnuti"]);
    return task;
}

// Who chose another meeting beside it did not mean the item of the one before.
void drop_item_of_another_meeting(SheetPage& page, db::Session& db, const Task& task) {
    auto typed = Id<AgendaItem>::parse(sheets::value_in(page.sheet, "bod"));
    auto item = typed ? find_agenda_item(db, *typed) : std::nullopt;
    if (item && item->meeting_id != task.meeting_id) page.sheet["bod"] = "";
}

}

std::optional<Id<PlanningPerson>> owner_called(const std::vector<NamedMember>& members, const std::string& written) {
    auto words = words_of_name(written);
    std::optional<Id<PlanningPerson>> found;
    for (auto& one : members) {
        if (!means(words, words_of_name(one.person_name))) continue;
        if (found && *found != one.member.planner_id) return {};    // two whom it could mean
        found = one.member.planner_id;
    }
    return found;
}

http::Response show_new_task(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    Task task;
    // From the page of a meeting or of a decision.
    auto meeting = Id<Meeting>::parse(request.asked.first("jednani"));
    auto decision = Id<Decision>::parse(request.asked.first("rozhodnuti"));
    if (auto known = meeting ? find_meeting(permit.db(), *meeting) : std::nullopt; known && known->group_id == group.id)
        task.meeting_id = meeting;
    auto item = Id<AgendaItem>::parse(request.asked.first("bod"));
    if (auto known = item ? find_agenda_item(permit.db(), *item) : std::nullopt;
        known && known->meeting_id && known->meeting_id == task.meeting_id)
        task.agenda_item_id = item;
    if (auto known = decision ? find_decision(permit.db(), *decision) : std::nullopt;
        known && known->group_id == group.id)
        task.decision_id = decision;
    return sheets::show_sheet(request, permit.db(), task_sheet(request, permit.db(), group, task));
}

http::Response new_task(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    Task task;
    task.meeting_id = Id<Meeting>::parse(request.values.first("jednani"));
    if (auto known = task.meeting_id ? find_meeting(db, *task.meeting_id) : std::nullopt;
        !known || known->group_id != group.id)
        task.meeting_id = {};
    auto page = task_sheet(request, db, group, task);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    drop_item_of_another_meeting(page, db, task);
    task = read_task(page, db, group, task, permit.today());
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    task.group_id = group.id;
    add_task(history::author_of(permit), task);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.task_given", task.id.uuid);
    return http::redirect("/ukoly/", task.id, "?hotovo=zadan");
}

http::Response show_edit_task(const http::Request& request, Permit<may::KeepTask> permit) {
    auto& view = permit.about();
    return sheets::show_sheet(request, permit.db(), task_sheet(request, permit.db(), view.of.group, view.task));
}

http::Response edit_task(const http::Request& request, Permit<may::KeepTask> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto page = task_sheet(request, db, view.of.group, view.task);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto after = read_task(page, db, view.of.group, view.task, permit.today());
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    change(history::author_of(permit), view.task, after);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.task_saved", view.task.id.uuid);
    return http::redirect("/ukoly/", view.task.id, "?hotovo=ulozen");
}

}
