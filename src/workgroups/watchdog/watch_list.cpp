// Looks over many groups at once: everything is read in a few questions and parted by group.
#include "workgroups/watchdog/watch_list.hpp"

#include "platform/base/steady_sort.hpp"
#include "workgroups/groups/group_list.hpp"

#include <charconv>

namespace workgroups {

namespace {

struct MinutesOfMeeting {
    Id<Meeting> meeting_id{};
    std::string phase{};
    std::optional<Date> recorded_on{};
    static void each_field(auto& one, auto& visit) {
        visit("meeting_id", one.meeting_id), visit("phase", one.phase), visit("recorded_on", one.recorded_on);
    }
};

// What stands of all groups from the year on – of a year to come from today on –, and before it the last meeting of
// each: the first gap begins there.
std::vector<Meeting> meetings_watched(db::Session& db, int year, Date today) {
    return db.all<Meeting>(
        "SELECT * FROM meetings WHERE day >= $1 AND day < $2 OR (group_id, day) IN"
        " (SELECT group_id, max(day) FROM meetings WHERE day < $1 AND state IN ('planned', 'convened', 'held')"
        " GROUP BY group_id) ORDER BY day, from_minute, id",
        std::min(*day_of(year, 1, 1), today), *day_of(year + 2, 1, 1));
}

// What all groups have, of the year and so long before it that the first gap is known.
struct AllPlans {
    std::map<Id<WorkingGroup>, std::vector<Meeting>> meetings{};
    std::map<Id<WorkingGroup>, std::vector<Statute>> versions{};
    std::vector<BlockedPeriod> blocked{};
    std::map<Id<Meeting>, std::optional<Date>> minutes{};
    std::set<Id<Meeting>> cancelled{};

    static AllPlans read(db::Session& db, int year, Date today) {
        AllPlans all;
        for (auto& meeting : meetings_watched(db, year, today))
            all.meetings[meeting.group_id].push_back(std::move(meeting));
        all.versions = statutes_of_all(db);
        all.blocked = db.all<BlockedPeriod>("SELECT * FROM blocked_periods WHERE ended = FALSE ORDER BY first_day, id");
        for (auto& one : db.all<MinutesOfMeeting>("SELECT meeting_id, phase, recorded_on FROM meeting_minutes"
                                                  " JOIN meetings ON meetings.id = meeting_id WHERE day >= $1"
                                                  " AND day < $2",
                                                  *day_of(year, 1, 1), *day_of(year + 1, 1, 1)))
            if (one.phase != "draft" || one.recorded_on) all.minutes[one.meeting_id] = one.recorded_on;
        all.cancelled = told_cancelled(db);
        return all;
    }

    WatchedPlan plan_of(Id<WorkingGroup> group, Date today) {
        WatchedPlan plan{meetings[group], versions[group]};
        for (auto& period : blocked)
            if (!period.group_id || period.group_id == group) plan.blocked.push_back(period);
        for (auto& meeting : plan.meetings)
            if (auto found = minutes.find(meeting.id); found != minutes.end()) plan.minutes.insert(*found);
        plan.today = today, plan.told_cancelled = cancelled;
        return plan;
    }
};

WatchedGroup watched(const WorkingGroup& group, const WatchedPlan& plan, int year) {
    WatchedGroup one{group.name, group.slug};
    for (auto& meeting : plan.meetings) {
        if (!meeting.stands()) continue;
        if (meeting.day < plan.today) one.last = meeting.day;
        else if (!one.next) one.next = meeting.day;
    }
    auto at = one.last.value_or(plan.today);
    if (auto source = rule_source(plan.versions, &Statute::months_between, at)) {
        one.months = source->months_between;
        if (one.last) one.latest = plus_months(*one.last, int(*one.months));
    }
    auto found = check_plan(plan, year);
    one.gaps = std::int64_t(found.gaps.size()), one.findings = std::int64_t(found.meetings.size());
    one.excused = std::ranges::count_if(found.gaps, [](auto& gap) { return !gap.excuses.empty(); });
    return one;
}

int year_wished(const http::Request& request) {
    auto typed = request.asked.first("rok");
    int year = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), year);
    return year > earliest_year + 2 && year < latest_year - 2 ? year : year_of(request.today());
}

std::vector<WatchedGroup> asked_groups(const http::Request& request, db::Session& db) {
    // Who keeps a group depends on its land; code lists say nothing here.
    GroupWords words{{}, {}, network::named_lands(db, request.today()), *request.texts};
    return watched_groups(db, *request.user, words, year_wished(request), request.today());
}

html::Tag tag_of(const WatchedGroup& one, const html::Out& out) {
    auto kind = one.gaps > 0 ? html::Tag::bad : one.findings > 0 ? html::Tag::part : html::Tag::ok;
    if (one.gaps == 0 && !one.months) kind = html::Tag::unknown;
    return {kind, out.text(one.state())};
}

std::string shown_day(const std::optional<Date>& day) { return day ? to_czech(*day) : "–"; }

}

std::string WatchedGroup::state() const {
    if (gaps > 0) return gaps == excused ? "watch.state.excused" : "watch.state.broken";
    if (!months) return "watch.state.no_rule";
    return findings > 0 ? "watch.state.findings" : "watch.state.fine";
}

std::vector<WatchedGroup> watched_groups(db::Session& db, const User& user, const GroupWords& words, int year,
                                         Date today) {
    auto all = AllPlans::read(db, year, today);
    std::vector<WatchedGroup> found;
    for (auto& group : groups_kept_by(db, user, words))
        if (group.lives_on(today)) found.push_back(watched(group, all.plan_of(group.id, today), year));
    steady_sort(found, [](auto& a, auto& b) { return std::pair{a.gaps, a.findings} > std::pair{b.gaps, b.findings}; });
    return found;
}

std::vector<PlanToMend> plans_to_mend(db::Session& db, const std::vector<Id<WorkingGroup>>& groups, Date today) {
    auto year = year_of(today);
    auto all = AllPlans::read(db, year + 1, today);
    std::vector<PlanToMend> found;
    for (auto& group : groups) {
        auto plan = all.plan_of(group, today);
        PlanToMend one{group, gaps_of(plan, plus_months(today, 2)), meeting_findings(plan, year)};
        for (auto& finding : meeting_findings(plan, year + 1)) one.meetings.push_back(finding);
        std::erase_if(one.gaps, [&](auto& gap) { return gap.to && *gap.to <= today; });
        std::erase_if(one.meetings,
                      [&](auto& finding) { return finding.day < today || finding.kind == "late_invitation"; });
        if (!one.gaps.empty() || !one.meetings.empty()) found.push_back(std::move(one));
    }
    return found;
}

http::PageHead WatchListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("watch.title", {std::to_string(year)}), .section = "/hlidac", .staff = true};
}

html::Table WatchListPage::table(html::Out& out) const {
    html::Table table{out.text("watch.title", std::to_string(year)),
                      {{"watch.group"},
                       {"watch.state"},
                       {"watch.gaps", true},
                       {"watch.findings", true},
                       {"watch.rule"},
                       {"watch.last"},
                       {"watch.next"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : groups)
        table.rows.push_back({{one.name, one.plan_at(year)},
                              {"", "", tag_of(one, out)},
                              {std::to_string(one.gaps)},
                              {std::to_string(one.findings)},
                              {one.months ? out.text("watch.once_in", *one.months) : "–"},
                              {shown_day(one.last)},
                              {shown_day(one.next)}});
    return table;
}

http::Response list_watched_groups(const http::Request& request, Permit<may::WatchGroups> permit) {
    WatchListPage page{year_wished(request), asked_groups(request, permit.db())};
    page.broken = std::ranges::count_if(page.groups, [](auto& one) { return one.gaps > 0; });
    return respond(request, page);
}

http::Response export_watched_groups(const http::Request& request, Permit<may::WatchGroups> permit) {
    auto& texts = *request.texts;
    auto year = year_wished(request);
    using enum documents::Kind;
    documents::Table table{texts.text("watch.title", {std::to_string(year)}),
                           texts.language(),
                           request.now,
                           {{"skupina", texts.text("watch.group"), text, 44},
                            {"stav", texts.text("watch.state"), text, 30},
                            {"mezer", texts.text("watch.gaps"), number, 9},
                            {"mezer_s_duvodem", texts.text("watch.excused"), number, 14},
                            {"dalsich_nalezu", texts.text("watch.findings"), number, 12},
                            {"mesicu", texts.text("watch.rule"), number, 10},
                            {"posledni", texts.text("watch.last"), date, 12},
                            {"pristi", texts.text("watch.next"), date, 12},
                            {"nejpozdeji", texts.text("watch.latest"), date, 12},
                            {"adresa", texts.text("group.address"), link, 60}}};
    table.next = [lines = asked_groups(request, permit.db()), at = request.facts->public_url, year, &texts,
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& one = lines[n++];
        row = {one.name,
               texts.text(one.state()),
               one.gaps,
               one.excused,
               one.findings,
               documents::cell(one.months),
               documents::cell(one.last),
               documents::cell(one.next),
               documents::cell(one.latest),
               at + one.plan_at(year)};
        return true;
    };
    return documents::table_answer(request, std::move(table), "hlidac");
}

}
