// Reads and narrows lists of tasks.
#include "workgroups/tasks/task_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/search/fold.hpp"

namespace workgroups {

namespace {

// Open ones by day due, the closed behind them by the day they were closed.
void in_order(std::vector<ListedTask>& tasks) {
    auto last = *day_of(latest_year, 12, 31), first = *day_of(earliest_year, 1, 1);
    steady_sort(tasks, [last, first](const ListedTask& a, const ListedTask& b) {
        bool open = a.task.state == "open", other_open = b.task.state == "open";
        if (open != other_open) return open;
        if (!open) return a.task.closed_on.value_or(first) > b.task.closed_on.value_or(first);
        return a.task.due_on.value_or(last) < b.task.due_on.value_or(last);
    });
}

}

std::vector<ListedTask> tasks_of_group(db::Session& db, Id<WorkingGroup> group) {
    auto tasks = db.all<ListedTask>(
        "SELECT tasks.*, coalesce(people.name, planning_people.name, owner_text, '') AS owner,"
        " working_groups.slug AS group_slug, working_groups.name AS group_name, meetings.day AS given_on FROM tasks"
        " JOIN working_groups ON working_groups.id = tasks.group_id"
        " LEFT JOIN planning_people ON planning_people.id = owner_id LEFT JOIN people ON people.id = account_id"
        " LEFT JOIN meetings ON meetings.id = tasks.meeting_id WHERE tasks.group_id = $1 ORDER BY tasks.number",
        group);
    in_order(tasks);
    return tasks;
}

std::vector<ListedTask> tasks_of_owner(db::Session& db, Id<PlanningPerson> owner) {
    auto tasks = db.all<ListedTask>(
        "SELECT tasks.*, coalesce(people.name, planning_people.name, owner_text, '') AS owner,"
        " working_groups.slug AS group_slug, working_groups.name AS group_name, meetings.day AS given_on FROM tasks"
        " JOIN working_groups ON working_groups.id = tasks.group_id"
        " LEFT JOIN planning_people ON planning_people.id = owner_id LEFT JOIN people ON people.id = account_id"
        " LEFT JOIN meetings ON meetings.id = tasks.meeting_id WHERE tasks.owner_id = $1"
        " ORDER BY group_name, tasks.number",
        owner);
    in_order(tasks);
    return tasks;
}

void each_open_task(db::Session& db, const std::function<bool(const ListedTask&)>& take) {
    db.for_each<ListedTask>(
        "SELECT tasks.*, coalesce(people.name, planning_people.name, owner_text, '') AS owner,"
        " working_groups.slug AS group_slug, working_groups.name AS group_name, meetings.day AS given_on FROM tasks"
        " JOIN working_groups ON working_groups.id = tasks.group_id"
        " LEFT JOIN planning_people ON planning_people.id = owner_id LEFT JOIN people ON people.id = account_id"
        " LEFT JOIN meetings ON meetings.id = tasks.meeting_id WHERE tasks.state = 'open'"
        " ORDER BY coalesce(tasks.due_on, $1), group_name, tasks.number",
        take, *day_of(latest_year, 12, 31));
}

TaskQuery TaskQuery::read(const http::Request& request) {
    auto& asked = request.asked;
    TaskQuery query;
    query.words = std::string{text::trimmed(asked.first("q").substr(0, 100))};
    query.owner = asked.first("vlastnik").substr(0, 40);
    for (auto known : {"po-terminu", "hotove", "zrusene", "vse"})
        if (asked.first("stav") == known) query.state = known;
    return query;
}

bool TaskQuery::takes(const ListedTask& listed, Date today) const {
    auto& task = listed.task;
    if (state.empty() && task.state != "open") return false;
    if (state == "po-terminu" && !task.overdue_on(today)) return false;
    if (state == "hotove" && task.state != "done") return false;
    if (state == "zrusene" && task.state != "dropped") return false;
    if (owner == "nikdo" && (task.owner_id || task.owner_text)) return false;
    if (!owner.empty() && owner != "nikdo" && (!task.owner_id || to_text(*task.owner_id) != owner)) return false;
    if (words.empty()) return true;
    auto said = search::fold(task.body + " " + listed.owner + " " + task.source_text.value_or(""));
    auto asked = text::parted(search::fold(words), " ");
    return std::ranges::all_of(asked, [&](auto& word) { return said.find(word) != said.npos; });
}

std::string TaskQuery::address() const {
    std::string address;
    auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
    };
    add("q", words), add("stav", state), add("vlastnik", owner);
    return address;
}

html::Tag task_tag(const Task& task, Date today, const i18n::Texts& texts) {
    auto closed = task.closed_on ? to_czech(*task.closed_on) : "";
    if (task.state == "done") return {html::Tag::ok, texts.text("task.tag.done", {closed})};
    if (task.state == "dropped") return {html::Tag::unknown, texts.text("task.tag.dropped", {closed})};
    if (!task.due_on) return {html::Tag::run, texts.text("task.tag.open")};
    auto days = (*task.due_on - today).count();
    if (days < 0) return {html::Tag::bad, texts.text("task.tag.overdue", {std::to_string(-days)}, -days)};
    if (days == 0) return {html::Tag::part, texts.text("task.tag.today")};
    auto kind = days <= 7 ? html::Tag::part : html::Tag::run;
    return {kind, texts.text("task.tag.in_days", {std::to_string(days)}, days)};
}

std::string due_words(const std::optional<Date>& day, const std::optional<std::string>& words) {
    if (day && words) return to_czech(*day) + " (" + *words + ")";
    return day ? to_czech(*day) : words.value_or("");
}

std::string beginning_of(const std::string& whole, std::size_t letters) {
    std::size_t seen = 0, blank = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        if ((static_cast<unsigned char>(whole[at]) & 0xC0) != 0x80) ++seen;
        if (whole[at] == ' ' || whole[at] == '\n') blank = at;
        if (seen > letters) return whole.substr(0, blank ? blank : at) + "…";
    }
    return whole;
}

}
