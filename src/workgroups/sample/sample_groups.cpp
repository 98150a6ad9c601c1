// Our share of the demonstration region: the groups of the documents with invented people, two years of mandates, a
// merge that was done and a split that is talked about.
#include "platform/auth/people.hpp"
#include "platform/base/parts.hpp"
#include "workgroups/groups/lineage.hpp"
#include "workgroups/sample/sample_meetings.hpp"
#include "workgroups/sample/sample_minutes.hpp"
#include "workgroups/sample/sample_parts.hpp"
#include "workgroups/sample/sample_tasks.hpp"
#include "workgroups/workgroups.hpp"

#include <map>

namespace workgroups {

namespace {

Date needed_day(const std::string& cell) {
    auto day = parse_date(cell);
    if (!day) throw std::runtime_error{"the demonstration region has no day: " + cell};
    return *day;
}

class SampleGroups {
public:
    explicit SampleGroups(const Author& author) : author_{author} {}

    void load() {
        for (auto& line : sample_lines("groups")) load_group(line);
        for (auto& line : sample_lines("members")) load_member(line);
        merge_rokytnicko();
        talk_of_a_split();
    }

private:
    // Saves that belong together have a source of their own, since they are taken back together.
    Author apart(const std::string& label) const {
        auto source = history::keep_source(author_.work, author_.now, {}, author_.organisation, "sample", label);
        return {author_.work, author_.now, {}, author_.organisation, source};
    }

    void load_group(const SampleLine& line) {
        WorkingGroup group;
        group.kind_code = line.at("kind"), group.name = line.at("name"),
        group.short_name = something(line.at("short_name"));
        group.aliases = text::joined(text::parted(line.at("aliases"), ";"), "\n");
        if (auto& parent = line.at("parent"); !parent.empty()) group.parent_id = groups_.at(parent).id;
        group.territory = something(line.at("territory")), group.target_group_code = something(line.at("target_group"));
        group.lead_text = something(line.at("lead_text")), group.founded_on = parse_date(line.at("founded_on"));
        group.founded_by = something(line.at("founded_by")), group.published = line.at("published") == "1";
        group.names_shown = line.at("names_shown");
        add_group(author_, group);
        groups_[line.at("key")] = group;
    }

    Id<PlanningPerson> person(const SampleLine& line) {
        auto key = line.at("name") + "|" + line.at("organisation");
        if (auto known = people_.find(key); known != people_.end()) return known->second;
        PlanningPerson person;
        person.name = line.at("name"), person.organisation = something(line.at("organisation"));
        // Klára of the demonstration signs in, where she is there.
        if (person.name == "Klára Příkladná")
            if (auto account = auth::person_by_email(author_.work, "koordinatorka@opora.example"))
                person.account_id = account->id;
        return people_[key] = add(author_, person);
    }

    void load_member(const SampleLine& line) {
        GroupMember member;
        member.group_id = groups_.at(line.at("group")).id, member.planner_id = person(line);
        member.role = line.at("role"), member.side = line.at("side");
        member.valid_from = needed_day(line.at("from"));
        if (auto last = parse_date(line.at("to"))) member.valid_to = *last + std::chrono::days{1};
        member.end_reason = something(line.at("end_reason"));
        if (auto& other = line.at("stands_in_for"); !other.empty())
            member.stands_in_for_id = seats_.at(line.at("group") + "|" + other);
        if (in_the_way(author_.work, member)) throw std::runtime_error{"a mandate stands twice: " + line.at("name")};
        seats_[line.at("group") + "|" + line.at("name")] = add(author_, member);
        if (!line.at("email").empty() || !line.at("phone").empty())
            keep_contact(author_, member.planner_id, something(line.at("email")), something(line.at("phone")));
    }

    void merge_rokytnicko() {
        LineagePlan plan;
        plan.event.kind = "merge", plan.event.day = needed_day("2025-07-01"), plan.event.members_go = "first";
        plan.event.reason = "Obce okolo Rokytnice plánují společně s Jilemnicí.";
        plan.from = {groups_.at("rokytnicko")}, plan.into = groups_.at("jilemnicko");
        carry_out(apart("sloučení skupin"), plan);
    }

    // Document 3: „Posledně se mluvilo o tom, zda ji nerozdělit“.
    void talk_of_a_split() {
        LineagePlan plan;
        plan.event.kind = "split", plan.event.new_names = "Děti, mládež a rodiny\nZaměstnání";
        plan.event.members_go = "all", plan.from = {groups_.at("deti")};
        plan.event.reason = "Jedni by se věnovali dětem a mládeži, druzí zaměstnání.";
        discuss(apart("dokument 3"), plan);
    }

    const Author author_;
    std::map<std::string, WorkingGroup> groups_;
    std::map<std::string, Id<PlanningPerson>> people_;
    std::map<std::string, Id<GroupMember>> seats_;
};

}

void load_sample(const history::Author& author) {
    load_lists(author);
    SampleGroups{author}.load();
    load_sample_plans(author);
    load_sample_meetings(author);
    load_sample_tasks(author);
    load_sample_minutes(author);
    load_sample_held_minutes(author);
    load_sample_events(author);
}

}
