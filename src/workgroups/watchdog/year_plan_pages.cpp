// Shows a year of a group and adds days to it.
#include "workgroups/watchdog/year_plan_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/time/weekdays.hpp"

#include <charconv>

namespace workgroups {

namespace {

constexpr std::size_t proposed_most = 12;    // days that are needed together; beyond, those of the year alone

// Of a day that has passed: středa 10. 8. 2016; else the words of its button.
std::string day_to_plan(Date day, bool over, const i18n::Texts& texts) {
    if (over) return full_day(day, texts);
    return texts.text("plan.add." + std::to_string(weekday_of(day)), {to_czech(day)});
}

void add_proposed(ShownGap& one, int year, const i18n::Texts& texts) {
    auto days = one.gap.replacement.days;
    std::ranges::sort(days);
    if (days.size() > proposed_most) std::erase_if(days, [&](Date day) { return year_of(day) != year; });
    for (auto day : days) one.proposed.push_back({day, day_to_plan(day, one.over, texts)});
}

std::string offer_of(const ShownGap& one, int year, const i18n::Texts& texts) {
    auto& replacement = one.gap.replacement;
    auto said = [&](const std::string& key) { return texts.text("plan.offer." + key); };
    if (replacement.days.empty()) return said(one.gap.to ? "none" : "none_open");
    auto all = std::int64_t(replacement.days.size());
    if (std::int64_t(one.proposed.size()) < all) {
        auto key = one.proposed.empty() ? "elsewhere" : one.over ? "past_part" : "part";
        return (replacement.within_closed ? said("closed_only") + " " : "") +
               texts.text(std::string{"plan.offer."} + key, {std::to_string(all), std::to_string(year)}, all);
    }
    if (replacement.within_closed) return said(replacement.all_needed ? "closed_all" : "closed");
    return said(std::string{one.over ? "past_" : ""} + (replacement.all_needed ? "all" : "one"));
}

ShownGap shown(const PlanGap& gap, int year, Date today, const i18n::Texts& texts) {
    ShownGap one{gap, gap_in_words(gap, texts)};
    for (auto& excuse : gap.excuses) one.excuses.push_back(excuse_in_words(excuse, texts));
    std::vector<std::string> slots;
    for (auto day : gap.on_demand) slots.push_back(to_czech(day));
    if (!slots.empty()) one.on_demand = texts.text("plan.gap.on_demand", {text::joined(slots)});
    one.over = gap.to && *gap.to < today;
    add_proposed(one, year, texts);
    one.offer = offer_of(one, year, texts);
    return one;
}

ShownFinding shown(const MeetingFinding& finding, const i18n::Texts& texts) {
    return {finding, finding_in_words(finding, texts), "/jednani/" + to_text(finding.meeting_id)};
}

std::string rule_in_words(const std::vector<Statute>& versions, Date day, const i18n::Texts& texts) {
    auto source = rule_source(versions, &Statute::months_between, day);
    if (!source) return {};
    return texts.text("plan.rule",
                      {std::to_string(*source->months_between), source->title, to_czech(source->valid_from)},
                      *source->months_between);
}

// As near to the year as it can be: today in this year, its first or last day in others.
Date day_within(int year, Date today) { return std::clamp(today, *day_of(year, 1, 1), *day_of(year, 12, 31)); }

void put_times(WatchedPlan& plan, db::Session& db) {
    std::map<Id<MeetingSeries>, std::optional<MeetingSeries>> known;
    for (auto& meeting : plan.meetings) {
        if (!meeting.series_id || meeting.from_minute) continue;
        auto& series = known.try_emplace(*meeting.series_id, std::nullopt).first->second;
        if (!series) series = find_series(db, *meeting.series_id);
        if (series) meeting.from_minute = series->from_minute, meeting.to_minute = series->to_minute;
    }
}

YearPlanPage plan_page(const http::Request& request, db::Session& db, const GroupInView& view, int year) {
    auto& texts = *request.texts;
    auto plan = watched_plan(db, view.group, request.today());
    put_times(plan, db);
    auto found = check_plan(plan, year);
    YearPlanPage page{view.group, year, year_picture(plan, found, year, texts)};
    for (auto& gap : found.gaps) page.gaps.push_back(shown(gap, year, request.today(), texts));
    for (auto& finding : found.meetings) page.findings.push_back(shown(finding, texts));
    page.rule = rule_in_words(plan.versions, day_within(year, request.today()), texts);
    page.planned = std::ranges::any_of(plan.meetings, [&](auto& meeting) { return year_of(meeting.day) == year; });
    page.leads = may::LeadGroup::allows(*request.user, view);
    page.form_token = request.form_token;
    return page;
}

}

int year_asked(const http::Request& request) {
    auto typed = request.parameter("rok");
    int year = 0;
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), year);
    if (error != std::errc{} || end != typed.data() + typed.size() || year <= earliest_year || year >= latest_year)
        throw NotFound{};
    return year;
}

std::optional<MeetingSeries> series_of_year(db::Session& db, Id<WorkingGroup> group, int year) {
    auto found = db.all<MeetingSeries>("SELECT * FROM meeting_series WHERE id IN (SELECT series_id FROM meetings"
                                       " WHERE group_id = $1 AND day >= $2 AND day <= $3)"
                                       " ORDER BY created_at DESC, id DESC LIMIT 1",
                                       group, *day_of(year, 1, 1), *day_of(year, 12, 31));
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

http::PageHead YearPlanPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("plan.title", {std::to_string(year)}) + " – " + group.name,
            .section = "/skupiny",
            .staff = true};
}

http::Response show_plan_of_this_year(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    return http::redirect("/skupiny/", permit.about().group.slug, "/plan/", std::to_string(year_of(request.today())));
}

http::Response show_year_plan(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto page = plan_page(request, permit.db(), permit.about(), year_asked(request));
    auto done = request.asked.first("hotovo");
    for (auto known : {"pridano", "uz-je", "rada"})
        if (done == known) page.done = std::string{"plan.done."} + known;
    return respond(request, page);
}

http::Response add_planned_day(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto year = year_asked(request);
    auto day = parse_date(request.values.first("den"));
    // NB: the day comes from our own button, never from a keyboard.
    if (!day) return http::redirect("/skupiny/", group.slug, "/plan/", std::to_string(year));
    auto at = "/skupiny/" + group.slug + "/plan/" + std::to_string(year_of(*day));
    for (auto& other : meetings_of(db, group.id))
        if (other.day == *day && (other.stands() || other.state == "on_demand"))
            return http::redirect(at, "?hotovo=uz-je");
    Meeting meeting;
    meeting.group_id = group.id, meeting.day = *day;
    if (auto series = series_of_year(db, group.id, year)) meeting.series_id = series->id;
    add(history::author_of(permit), meeting);
    audit::note_done(permit, "workgroups.meeting_planned", meeting.id.uuid);
    return http::redirect(at, "?hotovo=pridano");
}

}
