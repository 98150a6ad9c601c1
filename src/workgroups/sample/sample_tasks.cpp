// Two years of decisions and tasks of the demonstration's groups, out of the documents' facts, with invented people.
#include "workgroups/sample/sample_tasks.hpp"

#include "platform/time/prague.hpp"
#include "workgroups/sample/sample_parts.hpp"
#include "workgroups/tasks/task_acts.hpp"

#include <map>

namespace workgroups {

namespace {

class SampleTasks {
public:
    explicit SampleTasks(const Author& author) : author_{author}, groups_{list_groups(author.work)} {}

    void load() {
        for (auto& line : sample_lines("decisions")) load_decision(line);
        for (auto& [key, later] : later_) {
            auto before = *find_decision(author_.work, decisions_.at(key)), after = before;
            after.replaced_by_id = decisions_.at(later);
            change(author_, before, after);
        }
        for (auto& line : sample_lines("tasks")) load_task(line);
    }

private:
    const WorkingGroup& group(const std::string& called) const {
        for (auto& one : groups_)
            if (one.short_name == called || one.name == called) return one;
        throw std::runtime_error{"the demonstration region has no group " + called};
    }

    // The meeting that stands nearest to the day in the sample already, else a held one.
    Id<Meeting> meeting_near(const WorkingGroup& group, Date day) {
        std::optional<Meeting> nearest;
        for (auto& one : meetings_of(author_.work, group.id)) {
            if (one.state != "held") continue;
            auto apart = [&](const Meeting& meeting) { return std::abs((meeting.day - day).count()); };
            if (apart(one) <= 20 && (!nearest || apart(one) < apart(*nearest))) nearest = one;
        }
        if (nearest) return nearest->id;
        Meeting meeting;
        meeting.group_id = group.id, meeting.day = day, meeting.state = "held";
        return add(author_, meeting);
    }

    void load_decision(const SampleLine& line) {
        auto& of = group(line.at("group"));
        Decision decision;
        decision.group_id = of.id, decision.decided_on = *parse_date(line.at("day"));
        decision.meeting_id = meeting_near(of, decision.decided_on);
        decision.number = line.at("number"), decision.body = line.at("text"), decision.state = line.at("state");
        decisions_[line.at("key")] = add_sample_decision(author_, decision);
        if (!line.at("replaced_by").empty()) later_[line.at("key")] = line.at("replaced_by");
    }

    std::optional<Id<PlanningPerson>> owner(const WorkingGroup& of, const std::string& name) const {
        if (name.empty()) return {};
        for (auto& one : members_of(author_.work, of.id))
            if (one.person_name == name || find_planner(author_.work, one.member.planner_id)->name == name)
                return one.member.planner_id;
        throw std::runtime_error{"nobody in the group is called " + name};
    }

    void load_task(const SampleLine& line) {
        auto& of = group(line.at("group"));
        Task task;
        task.group_id = of.id, task.body = line.at("text"), task.source_text = something(line.at("source_text"));
        if (auto given = parse_date(line.at("given_on"))) task.meeting_id = meeting_near(of, *given);
        if (!line.at("decision").empty()) task.decision_id = decisions_.at(line.at("decision"));
        task.owner_id = owner(of, line.at("owner")), task.owner_text = something(line.at("owner_text"));
        task.due_on = parse_date(line.at("due")), task.due_text = something(line.at("due_text"));
        task.state = line.at("state"), task.closed_on = parse_date(line.at("closed_on"));
        task.closing_note = something(line.at("note"));
        add_task(author_, task);
        tell_its_way(of, task);
    }

    // A task that was closed after further meetings went through their checks.
    void tell_its_way(const WorkingGroup& of, const Task& task) {
        auto given = task.meeting_id ? find_meeting(author_.work, *task.meeting_id) : std::nullopt;
        if (!given || !task.due_on) return;
        for (auto& one : meetings_of(author_.work, of.id)) {
            bool later = one.state == "held" && one.day > given->day && one.day <= day_in_prague(author_.now);
            if (!later || (task.closed_on && *task.closed_on < one.day)) continue;
            TaskCheck check;
            check.task_id = task.id, check.meeting_id = one.id, check.due_before = task.due_on;
            check.outcome = task.closed_on == one.day ? task.state : "goes_on";
            add(author_, check);
        }
    }

    const Author author_;
    std::vector<WorkingGroup> groups_;
    std::map<std::string, Id<Decision>> decisions_;
    std::map<std::string, std::string> later_;
};

}

void load_sample_tasks(const Author& author) { SampleTasks{author}.load(); }

}
