// Handlers of lists of tasks.
#include "workgroups/tasks/task_list_pages.hpp"

#include <charconv>
#include <map>

namespace workgroups {

namespace {

constexpr std::size_t tasks_on_a_page = 40;

// Who owns a task of the group, by name as the list has them; counts say how many tasks.
std::vector<html::Choice> owner_choices(const std::vector<ListedTask>& tasks, const i18n::Texts& texts) {
    std::map<db::Bytes, html::Choice> named;
    std::int64_t nobody = 0;
    for (auto& one : tasks) {
        if (!one.task.owner_id) nobody += !one.task.owner_text;
        else
            named.try_emplace(i18n::sort_key(one.owner + to_text(*one.task.owner_id)),
                              html::Choice{to_text(*one.task.owner_id), one.owner});
    }
    std::vector<html::Choice> choices{{"", texts.text("task.owner.any")}};
    if (nobody > 0) choices.push_back({"nikdo", texts.text("task.owner.nobody")});
    for (auto& [key, choice] : named) choices.push_back(choice);
    return choices;
}

std::vector<html::Choice> state_choices(const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("task.filter.otevrene")}};
    for (std::string state : {"po-terminu", "hotove", "zrusene", "vse"})
        choices.push_back({state, texts.text("task.filter." + state)});
    return choices;
}

std::vector<ListedTask> found_in(const std::vector<ListedTask>& all, const TaskQuery& query, Date today) {
    std::vector<ListedTask> found;
    for (auto& one : all)
        if (query.takes(one, today)) found.push_back(one);
    return found;
}

}

PageOfList PageOfList::wished(const http::Request& request, std::size_t all, std::size_t on_a_page) {
    PageOfList at;
    at.pages = std::max<std::int64_t>(1, std::int64_t((all + on_a_page - 1) / on_a_page));
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), at.page);
    at.page = std::clamp<std::int64_t>(at.page, 1, at.pages);
    return at;
}

http::PageHead GroupTasksPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("task.list"), .section = "/skupiny", .staff = true};
}

html::Table GroupTasksPage::table(html::Out& out) const {
    html::Table table{
        out.text("task.list"), {{"task.text"}, {"task.owner"}, {"task.due"}, {"task.state"}, {"task.given"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : tasks)
        table.rows.push_back(
            {{std::to_string(one.task.number) + ". " + beginning_of(one.task.body, 140), one.address()},
             {one.owner},
             {due_words(one.task.due_on, one.task.due_text)},
             {"", "", task_tag(one.task, today, *texts)},
             {one.given_on ? to_czech(*one.given_on) : out.text("task.given.alone")}});
    return table;
}

http::Response list_group_tasks(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& view = permit.about();
    GroupTasksPage page{view.group, TaskQuery::read(request), permit.today()};
    page.texts = request.texts;
    auto all = tasks_of_group(permit.db(), view.group.id);
    auto found = found_in(all, page.query, page.today);
    page.all = std::int64_t(all.size()), page.found = std::int64_t(found.size());
    page.overdue = std::ranges::count_if(all, [&](auto& one) { return one.task.overdue_on(page.today); });
    page.at = PageOfList::wished(request, found.size(), tasks_on_a_page);
    page.tasks = page.at.part(found, tasks_on_a_page);
    page.states = state_choices(*request.texts), page.owners = owner_choices(all, *request.texts);
    page.leads = may::LeadGroup::allows(permit.user(), view);
    return respond(request, page);
}

http::Response export_group_tasks(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& texts = *request.texts;
    auto& group = permit.about().group;
    using enum documents::Kind;
    documents::Table table{group.name + " – " + texts.text("task.list"),
                           texts.language(),
                           request.now,
                           {{"cislo", texts.text("task.number"), number, 7},
                            {"ukol", texts.text("task.text"), text, 60},
                            {"vlastnik", texts.text("task.owner"), text, 26},
                            {"termin", texts.text("task.due"), date, 12},
                            {"termin_slovy", texts.text("task.due_text"), text, 18},
                            {"stav", texts.text("task.state"), text, 14},
                            {"uzavreno", texts.text("task.closed_on"), date, 12},
                            {"poznamka", texts.text("task.closing_note"), text, 30},
                            {"ulozeno", texts.text("task.given"), date, 12},
                            {"adresa", texts.text("task.address"), link, 48}}};
    auto today = permit.today();
    auto lines = found_in(tasks_of_group(permit.db(), group.id), TaskQuery::read(request), today);
    table.next = [lines = std::move(lines), &texts, at = request.facts->public_url,
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& one = lines[n++];
        auto& task = one.task;
        row.insert(row.end(), {task.number, documents::cell(task.body), documents::cell(one.owner),
                               documents::cell(task.due_on), documents::cell(task.due_text),
                               documents::cell(texts.text("task.state." + task.state)), documents::cell(task.closed_on),
                               documents::cell(task.closing_note), documents::cell(one.given_on), at + one.address()});
        return true;
    };
    return documents::table_answer(request, std::move(table), "ukoly-" + group.slug);
}

// --- one's own -------------------------------------------------------------------------------------------------------

html::Tag OwnTasksPage::tag(const ListedTask& listed, html::Out&) const { return task_tag(listed.task, today, *texts); }

html::Table OwnTasksPage::table(html::Out& out) const {
    html::Table table{out.text("task.closed"), {{"task.text"}, {"task.group"}, {"task.state"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : closed)
        table.rows.push_back({{beginning_of(one.task.body, 140), one.address()},
                              {one.group_name},
                              {"", "", task_tag(one.task, today, *texts)}});
    return table;
}

http::PageHead OwnTasksPage::head(const i18n::Texts& said) const {
    return {.title = said.text("task.own"), .section = "/ukoly", .staff = true};
}

std::int64_t count_own_open(db::Session& db, const User& user) {
    return db.one<std::int64_t>("SELECT count(*) FROM tasks JOIN planning_people ON planning_people.id = owner_id"
                                " WHERE account_id = $1 AND state = 'open'",
                                user.id);
}

http::Response list_own_tasks(const http::Request& request, Permit<may::SeeOwnTasks> permit) {
    auto& db = permit.db();
    OwnTasksPage page{permit.today()};
    page.texts = request.texts, page.form_token = request.form_token;
    std::vector<ListedTask> closed;
    if (auto planner = planner_of_account(db, permit.user().id))
        for (auto& one : tasks_of_owner(db, planner->id))
            (one.task.state == "open" ? page.open : closed).push_back(std::move(one));
    page.overdue = std::ranges::count_if(page.open, [&](auto& one) { return one.task.overdue_on(page.today); });
    page.closed_all = std::int64_t(closed.size());
    page.at = PageOfList::wished(request, closed.size(), tasks_on_a_page);
    page.closed = page.at.part(closed, tasks_on_a_page);
    if (request.asked.first("hotovo") == "uzavren") page.done = request.texts->text("task.done.closed");
    return respond(request, page);
}

}
