// What a group's meetings, planned and held, break of its rules, and on which days it could be mended.
#pragma once

#include "workgroups/meetings/meeting.hpp"
#include "workgroups/statutes/statute.hpp"

#include <map>
#include <set>

namespace workgroups {

// Everything that the rules are checked against, read once.
struct WatchedPlan {
    std::vector<Meeting> meetings{};                         // all of the group, by day
    std::vector<Statute> versions{};                         // newest first
    std::vector<BlockedPeriod> blocked{};                    // of the group and of all groups, without ended ones
    std::map<Id<Meeting>, std::optional<Date>> minutes{};    // meetings that have them, and the day they are from
    std::set<Id<Meeting>> told_cancelled{};                  // planned again; those who were invited do not know it
    Date today{};
};

// Why a gap is as it is, as somebody stated it: it stays a breach.
struct StatedExcuse {
    std::string kind{};    // closed, on_demand; by_statute: months in which the statute itself asks for none
    Date first{}, last{};
    std::string reason{};

    static void each_field(auto& excuse, auto& visit) {
        visit("kind", excuse.kind), visit("first_day", excuse.first), visit("last_day", excuse.last);
        visit("reason", excuse.reason);
    }
};

// Days that would close a gap: one of them, or all of them together where one is not enough.
struct Replacement {
    std::vector<Date> days{};
    bool all_needed = false;
    bool within_closed = false;    // there is none outside of periods without meetings

    static void each_field(auto& one, auto& visit) {
        visit("days", one.days), visit("all_needed", one.all_needed), visit("within_closed", one.within_closed);
    }
};

// Longer from one meeting to the next than the rule in force on the day of the first one allows.
struct PlanGap {
    Date from{};
    std::optional<Date> to{};    // nothing: no meeting is planned after it
    Date latest{};               // the last day on which the next one could be
    std::int64_t months = 0;     // what the rule says
    std::string statute{};
    Date statute_from{};
    std::vector<StatedExcuse> excuses{};
    std::vector<Date> on_demand{};    // slots within the gap that would count if they came about
    Replacement replacement{};

    std::int64_t days() const { return to ? (*to - from).count() : 0; }
    bool touches(int year) const;

    static void each_field(auto& gap, auto& visit) {
        visit("from", gap.from), visit("to", gap.to), visit("days", gap.days()), visit("latest", gap.latest);
        visit("months_between", gap.months), visit("statute", gap.statute), visit("statute_from", gap.statute_from);
        visit("excuses", gap.excuses), visit("on_demand", gap.on_demand), visit("replacement", gap.replacement);
    }
};

// What is wrong with one meeting.
struct MeetingFinding {
    // holiday, weekend, closed, on_demand (a fixed meeting where only needed ones are), late_invitation (it left late),
    // invitation_due (it should have left), told_cancelled (planned again, people know of its end), late_minutes (they
    // were late), minutes_due (there are none)
    std::string kind{};
    Id<Meeting> meeting_id{};
    Date day{};
    std::optional<Date> due{};    // by when it was to be
    std::string why{};            // the reason of a blocked period; empty otherwise

    static void each_field(auto& finding, auto& visit) {
        visit("kind", finding.kind), visit("meeting_id", finding.meeting_id), visit("day", finding.day);
        visit("due", finding.due), visit("why", finding.why);
    }
};

struct PlanFindings {
    std::vector<PlanGap> gaps{};    // by day; without a next meeting at the end
    std::vector<MeetingFinding> meetings{};
};

// Statutes say „at least once in two months“: the next meeting is by the same day of the second month after (a breach
// is later than plus_months).  Only what stands counts: planned, convened, held.  The last meeting of all is a gap
// without an end where its next one would be due before `until`.
std::vector<PlanGap> gaps_of(const WatchedPlan&, Date until);
std::vector<MeetingFinding> meeting_findings(const WatchedPlan&, int year);
// Those of a year: gaps that touch it, meetings in it.
PlanFindings check_plan(const WatchedPlan&, int year);

// Same weekday as most meetings of the group, no holiday, so that the time before and after holds; nothing where the
// gap has no such day.
Replacement replacement_of(const WatchedPlan&, const PlanGap&);

// Meetings that are planned and of which the last letter said that they are not to be.
std::set<Id<Meeting>> told_cancelled(db::Session&);

WatchedPlan watched_plan(db::Session&, const WorkingGroup&, Date today);

}
