// What a group goes by – statute, rules of procedure – in versions, with the rules that are watched over.
#pragma once

#include "workgroups/groups/group.hpp"

#include <map>

namespace workgroups {

struct Statute {
    Id<Statute> id{};
    Id<WorkingGroup> group_id{};
    std::string kind = "statute";    // statute, rules_of_procedure, code_of_ethics, charter
    std::string title{};
    std::string body{};
    std::optional<std::string> approved_by{};
    Date valid_from{};
    std::optional<Date> valid_to{};                   // the first day without it
    std::optional<std::int64_t> months_between{};     // at most so many calendar months from a meeting to the next
    std::optional<std::string> on_demand_months{};    // 7,8
    std::optional<std::int64_t> notice_days{};        // the invitation leaves at least so many days before
    std::optional<std::string> quorum{};              // majority, half, third, two_thirds, none
    std::optional<std::string> voting{};              // majority_present, majority_all, two_thirds_present, consensus
    std::optional<std::string> minutes_by{};          // next_meeting, verifier, chair
    std::optional<std::int64_t> minutes_days{};       // minutes are written within so many days
    Kept kept{};

    bool holds_on(Date day) const { return valid_from <= day && (!valid_to || day < *valid_to); }

    static constexpr auto table = "group_statutes";
    static void each_field(auto& statute, auto& visit) {
        visit("id", statute.id), visit("group_id", statute.group_id), visit("kind", statute.kind);
        visit("title", statute.title), visit("body", statute.body), visit("approved_by", statute.approved_by);
        visit("valid_from", statute.valid_from), visit("valid_to", statute.valid_to);
        visit("months_between", statute.months_between), visit("on_demand_months", statute.on_demand_months);
        visit("notice_days", statute.notice_days), visit("quorum", statute.quorum);
        visit("voting", statute.voting), visit("minutes_by", statute.minutes_by);
        visit("minutes_days", statute.minutes_days);
        Kept::each_field(statute.kept, visit);
    }
};

// The rules that hold for a group on a day: each from the newest version that holds and says something of it.
struct GroupRules {
    std::optional<std::int64_t> months_between{}, notice_days{}, minutes_days{};
    std::vector<int> on_demand_months{};    // 1 to 12
    std::string quorum = "majority", voting = "majority_present", minutes_by = "next_meeting";

    // How many of the members who vote have to be there.
    std::int64_t needed_of(std::int64_t members) const;
};

struct BlockedPeriod {
    Id<BlockedPeriod> id{};
    std::optional<Id<WorkingGroup>> group_id{};    // nothing: of all groups
    std::string kind = "closed";                   // closed, on_demand
    Date first_day{}, last_day{};                  // both belong to it
    std::string reason{};
    std::string came_from = "people";    // or the capability that says so
    bool ended = false;
    Kept kept{};

    bool covers(Date day) const { return !ended && first_day <= day && day <= last_day; }

    static constexpr auto table = "blocked_periods";
    static void each_field(auto& period, auto& visit) {
        visit("id", period.id), visit("group_id", period.group_id), visit("kind", period.kind);
        visit("first_day", period.first_day), visit("last_day", period.last_day), visit("reason", period.reason);
        visit("came_from", period.came_from), visit("ended", period.ended);
        Kept::each_field(period.kept, visit);
    }
};

inline constexpr const char* statute_kinds[] = {"statute", "rules_of_procedure", "code_of_ethics", "charter"};
inline constexpr const char* quorum_choices[] = {"majority", "half", "third", "two_thirds", "none"};
inline constexpr const char* voting_choices[] = {"majority_present", "majority_all", "two_thirds_present", "consensus"};
inline constexpr const char* minutes_by_choices[] = {"next_meeting", "verifier", "chair"};
inline constexpr const char* blocked_kinds[] = {"closed", "on_demand"};

std::vector<Statute> statutes_of(db::Session&, Id<WorkingGroup>);                  // newest first
std::map<Id<WorkingGroup>, std::vector<Statute>> statutes_of_all(db::Session&);    // the same of every group
std::optional<Statute> find_statute(db::Session&, Id<Statute>);
GroupRules rules_on(db::Session&, Id<WorkingGroup>, Date day);
GroupRules rules_of(const std::vector<Statute>&, Date day);    // the same out of versions at hand, newest first
// Which version says a rule on a day: the newest of those that hold then; nothing where none does.
const Statute* rule_source(const std::vector<Statute>&, std::optional<std::int64_t> Statute::* rule, Date day);

// A new version: the one of its kind that goes on ends the day before.  False, and nothing is kept, where another one
// of its kind holds from that day or later.
bool add_version(const Author&, Statute&);
// A version of the same kind and group that holds at some of the same time.
std::optional<Statute> version_in_the_way(db::Session&, const Statute&);
// As if it had never been; the version that it ended goes on.  False where somebody changed it since.
bool take_version_back(const Author&, const Statute&);

std::optional<BlockedPeriod> find_blocked(db::Session&, Id<BlockedPeriod>);
// Of one group, or (without it) those of all groups; ended ones too, the latest first.
std::vector<BlockedPeriod> blocked_periods_of(db::Session&, std::optional<Id<WorkingGroup>>);
// Those of the group and those of all that touch the days, by their first day; without ended ones.
std::vector<BlockedPeriod> blocked_between(db::Session&, Id<WorkingGroup>, Date first, Date last);

}
