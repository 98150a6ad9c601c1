// Plans meetings out of accepted facts: of the year, of other groups, and those that do not come about.
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking.hpp"

#include <map>

namespace workgroups {

const WorkingGroup* group_meant(const std::optional<std::string>& name, const DocumentImport& import,
                                const TakeOverWish& wish) {
    if (name && !name->empty()) return group_called(wish.keeps, *name);
    auto own = std::ranges::find(wish.keeps, import.group_id, &WorkingGroup::id);
    return own == wish.keeps.end() ? nullptr : &*own;
}

bool stands_that_day(db::Session& db, Id<WorkingGroup> group, Date day) {
    auto all = meetings_of(db, group);
    return std::ranges::any_of(all,
                               [&](auto& one) { return one.day == day && (one.stands() || one.state == "on_demand"); });
}

namespace {

// What the series says once holds for each of its meetings (row 3.32).
MeetingSeries series_of_year(Taking& taking, int year, const std::vector<const DocumentFact*>& planned) {
    auto name = taking.texts.text("document.series", {std::to_string(year)});
    auto known = taking.db().maybe<MeetingSeries>("SELECT * FROM meeting_series WHERE group_id = $1 AND name = $2"
                                                  " ORDER BY id LIMIT 1",
                                                  taking.group.id, name);
    auto series = known.value_or(MeetingSeries{});
    series.group_id = taking.group.id, series.name = name;
    if (auto place = accepted_text(taking.facts, "schedule_place")) series.place = place;
    bool one_time = std::ranges::all_of(planned, [&](auto one) { return one->minute == planned.front()->minute; });
    if (one_time) series.from_minute = planned.front()->minute;
    if (known) change(taking.author, *known, series);
    else add(taking.author, series);
    return series;
}

// One that was taken back before lives again.
void plan_meeting(Taking& taking, const WorkingGroup& group, const MeetingSeries* series, const DocumentFact& fact) {
    if (stands_that_day(taking.db(), group.id, *fact.day)) return;
    ++taking.taken.planned;
    std::optional<Meeting> before;
    for (auto all = meetings_of(taking.db(), group.id); auto& one : all)
        if (one.day == *fact.day && one.state == "cancelled" && made_before(taking.db(), taking.import, one.id.uuid))
            before = one;
    auto meeting = before.value_or(Meeting{});
    meeting.group_id = group.id, meeting.day = *fact.day;
    if (series) meeting.series_id = series->id;
    meeting.state = "planned", meeting.state_reason.reset();
    if (!series || fact.minute != series->from_minute) meeting.from_minute = fact.minute;
    if (before) change(taking.author, *before, meeting);
    else add(taking.author, meeting);
}

}

void take_schedule(Taking& taking) {
    std::map<int, std::vector<const DocumentFact*>> years;
    for (auto fact : accepted_of(taking.facts, "planned"))
        if (fact->day) years[year_of(*fact->day)].push_back(fact);
    for (auto& [year, planned] : years) {
        auto series = series_of_year(taking, year, planned);
        for (auto fact : planned) plan_meeting(taking, taking.group, &series, *fact);
    }
}

void take_group_meetings(Taking& taking) {
    for (auto fact : accepted_of(taking.facts, "group_meeting"))
        if (auto group = fact->day ? group_meant(fact->body, taking.import, taking.wish) : nullptr)
            plan_meeting(taking, *group, nullptr, *fact);
}

// A meeting that does not come about is a state, not a gap (row 3.17).
void take_cancelled(Taking& taking) {
    for (auto fact : accepted_of(taking.facts, "cancelled")) {
        auto group = fact->day ? group_meant(fact->body, taking.import, taking.wish) : nullptr;
        if (!group) continue;
        ++taking.taken.cancelled;
        std::optional<Meeting> before;
        for (auto all = meetings_of(taking.db(), group->id); auto& one : all)
            if (one.day == *fact->day) before = one;
        if (before && (before->state == "held" || before->state == "cancelled")) continue;
        auto meeting = before.value_or(Meeting{});
        meeting.group_id = group->id, meeting.day = *fact->day, meeting.state = "cancelled";
        meeting.state_reason = taking.texts.text("document.cancelled.reason", {taking.import.title});
        if (before) change(taking.author, *before, meeting);
        else add(taking.author, meeting);
    }
}

}
