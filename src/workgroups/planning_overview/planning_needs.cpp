// Asks for what waits, each kind in one question over all groups.
#include "workgroups/planning_overview/planning_needs.hpp"

#include "workgroups/statutes/statute.hpp"
#include "workgroups/watchdog/watch_list.hpp"
#include "workgroups/watchdog/year_picture.hpp"

namespace workgroups {

namespace {

constexpr std::int64_t minutes_days_usual = 14;    // where the statute says nothing

struct CountOfGroup {
    Id<WorkingGroup> group_id{};
    std::int64_t count{};
    static void each_field(auto& one, auto& visit) { visit("group_id", one.group_id), visit("count", one.count); }
};

struct CountOfMeeting {
    Id<Meeting> id{};
    Id<WorkingGroup> group_id{};
    Date day{};
    std::int64_t count{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("group_id", one.group_id), visit("day", one.day), visit("count", one.count);
    }
};

std::string counted(const NeedsQuestion& asked, const char* key, std::int64_t count) {
    return asked.texts.text(key, {std::to_string(count)}, count);
}

}

OwnPlanning OwnPlanning::read(db::Session& db, const User& user, const GroupWords& words, Date day) {
    OwnPlanning own;
    auto led = db.all<Id<WorkingGroup>>("SELECT DISTINCT group_id FROM group_members JOIN planning_people"
                                        " ON planning_people.id = planner_id WHERE account_id = $1 AND valid_from <= $2"
                                        " AND (valid_to IS NULL OR valid_to > $2)"
                                        " AND role IN ('chair', 'deputy', 'secretary')",
                                        user.id, day);
    if (founds_groups(user))
        for (auto& group : groups_kept_by(db, user, words)) led.push_back(group.id);
    auto inside = groups_known_inside(db, user, words, day);
    for (auto& group : list_groups(db))
        if (group.lives_on(day) && std::ranges::binary_search(inside, group.id))
            own.groups.push_back({group, std::ranges::count(led, group.id) > 0});
    if (auto planner = planner_of_account(db, user.id)) own.planner = planner->id;
    return own;
}

const OwnPlanning::Group* OwnPlanning::find(Id<WorkingGroup> id) const {
    for (auto& one : groups)
        if (one.group.id == id) return &one;
    return nullptr;
}

const OwnPlanning::Group* OwnPlanning::led(Id<WorkingGroup> id) const {
    auto one = find(id);
    return one && one->leads ? one : nullptr;
}

std::vector<PlanningNeed> own_tasks_overdue(const NeedsQuestion& asked) {
    if (!asked.own.planner) return {};
    auto count = asked.db.one<std::int64_t>("SELECT count(*) FROM tasks WHERE owner_id = $1 AND state = 'open'"
                                            " AND due_on < $2",
                                            *asked.own.planner, asked.today);
    if (count == 0) return {};
    return {{html::Tag::bad, counted(asked, "planning_overview.need.own_overdue", count), "/ukoly"}};
}

std::vector<PlanningNeed> group_tasks_overdue(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (auto& one : asked.db.all<CountOfGroup>("SELECT group_id, count(*) AS count FROM tasks WHERE state = 'open'"
                                                " AND due_on < $1 GROUP BY group_id ORDER BY count(*) DESC, group_id",
                                                asked.today))
        if (auto group = asked.own.led(one.group_id))
            needs.push_back({html::Tag::bad, counted(asked, "planning_overview.need.group_overdue", one.count),
                             "/skupiny/" + group->group.slug + "/ukoly?stav=po-terminu", group->group.name});
    return needs;
}

std::vector<PlanningNeed> minutes_late(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    auto versions = statutes_of_all(asked.db);
    for (auto& one : asked.db.all<CountOfMeeting>(
             "SELECT meetings.id AS id, group_id, day, CASE WHEN meeting_minutes.id IS NULL THEN 0 ELSE 1 END AS count"
             " FROM meetings LEFT JOIN meeting_minutes"
             " ON meeting_id = meetings.id WHERE state = 'held' AND day < $1 AND day > $2"
             " AND (meeting_minutes.id IS NULL OR phase = 'draft') ORDER BY day, meetings.id",
             asked.today, plus_months(asked.today, -12))) {
        auto group = asked.own.led(one.group_id);
        if (!group) continue;
        auto days = rules_of(versions[one.group_id], one.day).minutes_days.value_or(minutes_days_usual);
        if ((asked.today - one.day).count() > days)
            needs.push_back({html::Tag::bad,
                             asked.texts.text(one.count == 0 ? "planning_overview.need.minutes_late"
                                                             : "planning_overview.need.minutes_begun",
                                              {to_czech(one.day)}),
                             "/jednani/" + to_text(one.id) + "/zapis", group->group.name});
    }
    return needs;
}

namespace {

// Minutes between their draft and their publishing.
struct MinutesUnderWay {
    Id<Meeting> id{};
    Id<WorkingGroup> group_id{};
    Date day{};
    std::string phase{};
    std::optional<Date> comments_until{};
    std::optional<Id<User>> verifier{};
    std::int64_t unsettled{}, own{};    // comments: without an answer, and of who asks

    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("group_id", one.group_id), visit("day", one.day), visit("phase", one.phase);
        visit("comments_until", one.comments_until), visit("verifier", one.verifier);
        visit("unsettled", one.unsettled), visit("own", one.own);
    }
    bool open_on(Date day) const { return comments_until && day <= *comments_until; }
};

std::vector<MinutesUnderWay> all_under_way(const NeedsQuestion& asked) {
    return asked.db.all<MinutesUnderWay>(
        "SELECT meetings.id AS id, group_id, day, phase, comments_until, account_id AS verifier,"
        " (SELECT count(*) FROM minutes_comments WHERE minutes_id = meeting_minutes.id AND state = 'open') AS unsettled,"
        " (SELECT count(*) FROM minutes_comments WHERE minutes_id = meeting_minutes.id"
        " AND minutes_comments.created_by = $1) AS own"
        " FROM meeting_minutes JOIN meetings ON meetings.id = meeting_id"
        " LEFT JOIN planning_people ON planning_people.id = verifier_id"
        " WHERE phase IN ('comments', 'verified', 'approved') AND meetings.state = 'held' AND day > $2"
        " ORDER BY day, meetings.id",
        asked.user.id, plus_months(asked.today, -12));
}

// The sentence that waits for who asks; empty: nothing does.
std::string wait_of(const NeedsQuestion& asked, const MinutesUnderWay& one, const OwnPlanning::Group& group) {
    auto& texts = asked.texts;
    auto day = to_czech(one.day);
    auto said = [&](const char* key) { return texts.text(key, {day}); };
    bool open = one.open_on(asked.today);
    if (one.phase == "comments") {
        if (group.leads && one.unsettled > 0)
            return texts.text("planning_overview.need.unsettled", {std::to_string(one.unsettled), day}, one.unsettled);
        if (open)
            return group.leads || one.own > 0
                       ? ""
                       : texts.text("planning_overview.need.to_comment", {day, to_czech(*one.comments_until)});
        bool verifies = one.verifier ? one.verifier == asked.user.id : group.leads;
        return verifies ? said("planning_overview.need.to_verify") : "";
    }
    if (!group.leads) return {};
    if (one.phase == "verified") return said("planning_overview.need.to_approve");
    return group.group.published ? said("planning_overview.need.to_publish") : "";
}

}

std::vector<PlanningNeed> minutes_under_way(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (auto& one : all_under_way(asked)) {
        auto group = asked.own.find(one.group_id);
        auto text = group ? wait_of(asked, one, *group) : "";
        if (!text.empty())
            needs.push_back({html::Tag::part, text, "/jednani/" + to_text(one.id) + "/zapis", group->group.name});
    }
    return needs;
}

std::vector<PlanningNeed> proposals_open(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (auto& one : asked.db.all<CountOfGroup>("SELECT group_id, count(*) AS count FROM agenda_items"
                                                " WHERE state = 'proposed' GROUP BY group_id ORDER BY group_id"))
        if (auto group = asked.own.led(one.group_id))
            needs.push_back({html::Tag::part, counted(asked, "planning_overview.need.proposals", one.count),
                             "/skupiny/" + group->group.slug + "/jednani", group->group.name});
    return needs;
}

namespace {

// One line for all gaps of a group: the nearest in full.  A stated reason does not end a gap, it is only less urgent.
PlanningNeed need_of_gaps(const NeedsQuestion& asked, const WorkingGroup& group, const std::vector<PlanGap>& gaps) {
    bool excused = std::ranges::none_of(gaps, [](auto& gap) { return gap.excuses.empty(); });
    auto said = gap_in_words(gaps.front(), asked.texts);
    if (auto more = std::int64_t(gaps.size()) - 1; more > 0)
        said += " " + counted(asked, "planning_overview.need.more_gaps", more);
    auto year = std::to_string(year_of(gaps.front().latest));
    return {excused ? html::Tag::part : html::Tag::bad, said, "/skupiny/" + group.slug + "/plan/" + year, group.name};
}

}

std::vector<PlanningNeed> plan_to_mend(const NeedsQuestion& asked) {
    std::vector<Id<WorkingGroup>> led;
    for (auto& one : asked.own.groups)
        if (one.leads) led.push_back(one.group.id);
    if (led.empty()) return {};
    std::vector<PlanningNeed> needs;
    for (auto& plan : plans_to_mend(asked.db, led, asked.today)) {
        auto& group = asked.own.led(plan.group_id)->group;
        if (!plan.gaps.empty()) needs.push_back(need_of_gaps(asked, group, plan.gaps));
        for (auto& finding : plan.meetings) {
            bool late = finding.kind == "invitation_due" || finding.kind == "told_cancelled";
            needs.push_back({late ? html::Tag::bad : html::Tag::part, finding_in_words(finding, asked.texts),
                             "/jednani/" + to_text(finding.meeting_id) + (late ? "/svolat" : ""), group.name});
        }
    }
    return needs;
}

// Members who have not said whether they come, of meetings to which invitations left.
std::vector<PlanningNeed> replies_missing(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (
        auto& one : asked.db.all<CountOfMeeting>(
            "SELECT meetings.id AS id, meetings.group_id AS group_id, day, (SELECT count(*) FROM group_members"
            " WHERE group_members.group_id = meetings.group_id AND valid_from <= day"
            " AND (valid_to IS NULL OR valid_to > day) AND role <> 'guest' AND stands_in_for_id IS NULL"
            " AND planner_id NOT IN (SELECT planner_id FROM meeting_invitations WHERE meeting_id = meetings.id"
            " AND reply IS NOT NULL)"
            " AND planner_id NOT IN (SELECT planner_id FROM attendance WHERE attendance.meeting_id = meetings.id"
            " AND planner_id IS NOT NULL AND withdrawn = FALSE)) AS count FROM meetings WHERE state = 'convened' AND day >= $1"
            " AND day < $2 ORDER BY day, meetings.id",
            asked.today, asked.today + std::chrono::days{15}))
        if (auto group = asked.own.led(one.group_id); group && one.count > 0)
            needs.push_back({html::Tag::part,
                             asked.texts.text("planning_overview.need.replies",
                                              {std::to_string(one.count), to_czech(one.day)}, one.count),
                             "/jednani/" + to_text(one.id), group->group.name});
    return needs;
}

std::vector<PlanningNeed> checks_waiting(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (auto& one : asked.db.all<CountOfMeeting>(
             "SELECT meetings.id AS id, group_id, day, count(*) AS count FROM task_checks"
             " JOIN meetings ON meetings.id = meeting_id WHERE outcome = 'waiting' AND meetings.state = 'held'"
             " AND day > $1 GROUP BY meetings.id, group_id, day ORDER BY day, meetings.id",
             plus_months(asked.today, -6)))
        if (auto group = asked.own.led(one.group_id))
            needs.push_back({html::Tag::part,
                             asked.texts.text("planning_overview.need.checks",
                                              {std::to_string(one.count), to_czech(one.day)}, one.count),
                             "/jednani/" + to_text(one.id) + "/kontrola-ukolu", group->group.name});
    return needs;
}

// Members who signed up since somebody wrote their e-mail down see nothing of the group until they are linked.
std::vector<PlanningNeed> accounts_to_link(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (auto& one : asked.db.all<CountOfGroup>(
             "SELECT group_id, count(DISTINCT planning_people.id) AS count FROM group_members"
             " JOIN planning_people ON planning_people.id = group_members.planner_id"
             " JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id"
             " JOIN people ON people.email = lower(planning_contacts.email)"
             " WHERE planning_people.account_id IS NULL AND disabled_at IS NULL AND valid_from <= $1"
             " AND (valid_to IS NULL OR valid_to > $1)"
             " AND NOT EXISTS (SELECT 1 FROM planning_people AS others WHERE others.account_id = people.id)"
             " GROUP BY group_id ORDER BY group_id",
             asked.today))
        if (auto group = asked.own.led(one.group_id))
            needs.push_back({html::Tag::part, counted(asked, "planning_overview.need.accounts", one.count),
                             "/skupiny/" + group->group.slug + "/clenove", group->group.name});
    return needs;
}

}
