// Counts the triad over time.
#include "workgroups/groups/group_balance_time.hpp"

#include "workgroups/meetings/meeting_list.hpp"

#include <map>
#include <set>

namespace workgroups {

namespace {

constexpr std::size_t half_years_most = 20, balanced_meetings_most = 60;

// What was written down of one person at one meeting.
struct CameToMeeting {
    Id<Meeting> meeting_id{};
    std::optional<Id<PlanningPerson>> planner_id{}, stands_in_for{};
    std::string status{};
    static void each_field(auto& one, auto& visit) {
        visit("meeting_id", one.meeting_id), visit("planner_id", one.planner_id);
        visit("stands_in_for", one.stands_in_for), visit("status", one.status);
    }
};
using CameRows = std::map<Id<Meeting>, std::vector<CameToMeeting>>;

CameRows rows_by_meeting(db::Session& db, Id<WorkingGroup> group) {
    CameRows rows;
    for (auto& one : db.all<CameToMeeting>("SELECT meeting_id, planner_id, stands_in_for, status FROM attendance"
                                           " WHERE withdrawn = FALSE AND meeting_id IN"
                                           " (SELECT id FROM meetings WHERE group_id = $1 AND state = 'held')",
                                           group))
        rows[one.meeting_id].push_back(one);
    return rows;
}

std::vector<NamedMember> seated(const std::vector<NamedMember>& all, Date day) {
    std::vector<NamedMember> sitting;
    std::ranges::copy_if(all, std::back_inserter(sitting), [&](auto& one) { return one.member.holds_on(day); });
    return sitting;
}

Date next_half_year(Date day) {
    std::chrono::year_month_day parts{day};
    if (parts.month() < std::chrono::July) return parts.year() / 7 / 1;
    return (parts.year() + std::chrono::years{1}) / 1 / 1;
}

std::vector<SidesAt> sat_by_half_years(const std::vector<NamedMember>& all, Date today, const i18n::Texts& texts) {
    std::vector<SidesAt> rows;
    if (all.empty()) return rows;
    auto first = std::ranges::min(all, {}, [](auto& one) { return one.member.valid_from; }).member.valid_from;
    for (auto day = next_half_year(first - std::chrono::days{1}); day < today; day = next_half_year(day))
        rows.push_back({to_czech(day), "", balance_of(seated(all, day))});
    rows.push_back({texts.text("balance_time.today"), "", balance_of(seated(all, today))});
    std::ranges::reverse(rows);
    if (rows.size() > half_years_most) rows.resize(half_years_most);
    return rows;
}

// Each side as it was at the table: who stands in sits there for whom they stand in for.
TriadBalance who_came(const std::vector<NamedMember>& sitting, const std::vector<CameToMeeting>& rows) {
    std::set<Id<PlanningPerson>> there;
    std::set<Id<GroupMember>> represented;
    for (auto& one : rows) {
        if (one.status != "present") continue;
        if (one.planner_id) there.insert(*one.planner_id);
        if (one.stands_in_for) there.insert(*one.stands_in_for);
    }
    for (auto& one : sitting)
        if (one.member.stands_in_for_id && there.contains(one.member.planner_id))
            represented.insert(*one.member.stands_in_for_id);
    auto sat = sitting;
    std::erase_if(
        sat, [&](auto& one) { return !there.contains(one.member.planner_id) && !represented.contains(one.member.id); });
    return balance_of(sat);
}

std::vector<MemberOverTime> members_over_time(const std::vector<NamedMember>& all,
                                              const std::vector<AttendedMeeting>& meetings, const CameRows& rows,
                                              Date today, const i18n::Texts& texts) {
    std::vector<MemberOverTime> members;
    for (auto& now : seated(all, today)) {
        if (!now.member.counts()) continue;
        MemberOverTime told{now.person_name, texts.text("member.side." + now.member.side)};
        for (auto& one : meetings) {
            if (std::ranges::none_of(all, [&](auto& held) {
                    return held.member.planner_id == now.member.planner_id && held.member.counts() &&
                           held.member.holds_on(one.meeting.day);
                }))
                continue;
            ++told.meetings;
            for (auto& row : rows.at(one.meeting.id))
                if (row.planner_id == now.member.planner_id)
                    told.came += row.status == "present", told.apologised += row.status == "apologised";
        }
        members.push_back(std::move(told));
    }
    return members;
}

}

html::Bar MemberOverTime::bar(const html::Out& out) const {
    return {out.text("balance_time.came_to", std::to_string(came), std::to_string(meetings)), came, meetings};
}

http::PageHead BalanceTimePage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("balance_time.title"), .section = "/skupiny", .staff = true};
}

http::Response show_balance_over_time(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto& texts = *request.texts;
    auto all = members_of(db, view.group.id);
    auto meetings = attendance_over_time(db, view.group.id);
    auto rows = rows_by_meeting(db, view.group.id);
    BalanceTimePage page{view.group};
    page.sat.rows = sat_by_half_years(all, permit.today(), texts);
    for (auto one = meetings.rbegin(); one != meetings.rend() && page.came.rows.size() < balanced_meetings_most; ++one)
        page.came.rows.push_back({to_czech(one->meeting.day), meeting_at(one->meeting),
                                  who_came(seated(all, one->meeting.day), rows[one->meeting.id])});
    if (view.kept_by(permit.user()) || view.led_by(permit.user()))
        page.members = members_over_time(all, meetings, rows, permit.today(), texts);
    return respond(request, page);
}

}
