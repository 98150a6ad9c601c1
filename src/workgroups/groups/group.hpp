// A group of community planning: what it is, whose, where it stands in the tree, and from when to when.
#pragma once

#include "workgroups/kept_records.hpp"

namespace workgroups {

struct WorkingGroup {
    Id<WorkingGroup> id{};
    std::string slug{};         // for ever
    std::string kind_code{};    // code list group_kinds
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> short_name{};    // ŘPS
    std::string aliases{};                      // one a line
    std::optional<Id<WorkingGroup>> parent_id{};
    std::optional<std::string> territory{};            // as network names land: orp:5104
    std::optional<std::string> target_group_code{};    // code list target_groups
    std::optional<std::string> lead_text{};
    std::optional<Date> founded_on{};    // nothing: before anybody remembers
    std::optional<std::string> founded_by{};
    std::optional<Date> ended_on{};    // the first day without it
    bool published = true;
    std::string names_shown = "leaders";    // nobody, leaders, members; never those of users
    Kept kept{};

    bool begun_on(Date day) const { return !founded_on || *founded_on <= day; }
    bool ended_by(Date day) const { return ended_on && *ended_on <= day; }
    bool lives_on(Date day) const { return begun_on(day) && !ended_by(day); }
    bool never_was() const { return founded_on && ended_on && *founded_on == *ended_on; }
    // Whether the words are in its name, its abbreviation, what else it is called or what it is for; expects them
    // folded.
    bool is_called(const std::string& folded) const;

    static constexpr auto table = "working_groups";
    static constexpr auto content = "planning";
    static void each_field(auto& group, auto& visit) {
        visit("id", group.id), visit("slug", group.slug), visit("kind_code", group.kind_code);
        visit("name", group.name), visit("name_sort", group.name_sort), visit("short_name", group.short_name);
        visit("aliases", group.aliases), visit("parent_id", group.parent_id), visit("territory", group.territory);
        visit("target_group_code", group.target_group_code), visit("lead_text", group.lead_text);
        visit("founded_on", group.founded_on), visit("founded_by", group.founded_by);
        visit("ended_on", group.ended_on), visit("published", group.published);
        visit("names_shown", group.names_shown);
        Kept::each_field(group.kept, visit);
    }
};

inline constexpr auto group_kinds = "group_kinds";
inline constexpr const char* names_shown_choices[] = {"nobody", "leaders", "members"};

Id<WorkingGroup> add_group(const Author&, WorkingGroup&);    // makes the slug out of its name
std::optional<WorkingGroup> find_group(db::Session&, Id<WorkingGroup>);
std::optional<WorkingGroup> find_group_by_slug(db::Session&, const std::string& slug);
std::vector<WorkingGroup> list_groups(db::Session&);    // by name, without those that never were

// The nearest group above that lives on the day; nothing at the top.
const WorkingGroup* above(const std::vector<WorkingGroup>&, const WorkingGroup&, Date day);
// In the tree below the group, or the group itself: what may not become its parent.
bool is_within(const std::vector<WorkingGroup>&, const WorkingGroup& group, Id<WorkingGroup> of);

}
