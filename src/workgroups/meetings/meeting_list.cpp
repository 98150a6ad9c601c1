// Lists meetings.
#include "workgroups/meetings/meeting_list.hpp"

#include "platform/i18n/spoken_dates.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"

#include <charconv>
#include <map>
#include <set>

namespace workgroups {

namespace {

constexpr std::int64_t meetings_on_a_page = 40;

// Meetings with the place and the times of their series, each series read once.
std::vector<Meeting> placed_meetings(db::Session& db, Id<WorkingGroup> group) {
    std::map<Id<MeetingSeries>, MeetingSeries> series;
    for (auto& one : db.all<MeetingSeries>("SELECT * FROM meeting_series WHERE group_id = $1", group))
        series[one.id] = one;
    auto all = meetings_of(db, group);
    for (auto& meeting : all) {
        if (!meeting.series_id || !series.contains(*meeting.series_id)) continue;
        auto& of = series.at(*meeting.series_id);
        if (!meeting.place) meeting.place = of.place;
        if (!meeting.from_minute) meeting.from_minute = of.from_minute, meeting.to_minute = of.to_minute;
    }
    return all;
}

bool knows_reasons(const User& user, const GroupInView& view) {
    return view.kept_by(user) || view.led_by(user) || view.has(user);
}

MeetingLine line_of(const Meeting& placed, const WorkingGroup& group, const i18n::Texts& texts, bool reasons) {
    MeetingLine line{to_text(placed.id),
                     i18n::with_weekday(texts, placed.day),
                     clock_words(placed.from_minute, placed.to_minute),
                     placed.place.value_or(""),
                     meeting_name(placed, group),
                     meeting_number(placed, texts)};
    // NB: a reason may speak of people, so it is for those who sit in the group.
    if (reasons) line.reason = placed.state_reason.value_or("");
    line.iso = to_iso(placed.day), line.state = placed.state, line.tag = state_tag(placed, texts);
    return line;
}

struct MeetingQuery {
    std::string year{}, state{};
    static MeetingQuery read(const http::Request& request) {
        MeetingQuery query{request.asked.first("rok"), request.asked.first("stav")};
        if (query.year.size() != 4 || query.year.find_first_not_of("0123456789") != query.year.npos) query.year.clear();
        if (std::ranges::find(meeting_states, query.state) == std::end(meeting_states)) query.state.clear();
        return query;
    }
    bool takes(const Meeting& meeting) const {
        return (year.empty() || std::to_string(year_of(meeting.day)) == year) &&
               (state.empty() || meeting.state == state);
    }
};

// The newest first.
std::vector<Meeting> found_meetings(const std::vector<Meeting>& all, const MeetingQuery& query) {
    std::vector<Meeting> found;
    for (auto one = all.rbegin(); one != all.rend(); ++one)
        if (query.takes(*one)) found.push_back(*one);
    return found;
}

// By the day of the last meeting, the latest first; those without meetings before all.
std::vector<ListedSeries> listed_series(db::Session& db, const std::vector<Meeting>& all, Id<WorkingGroup> group,
                                        Date today) {
    std::vector<ListedSeries> listed;
    for (auto& one :
         db.all<MeetingSeries>("SELECT * FROM meeting_series WHERE group_id = $1 ORDER BY id DESC", group)) {
        ListedSeries line{one, Date::max()};
        for (auto& meeting : all)
            if (meeting.series_id == one.id) line.last = meeting.day;
        line.untouched = is_untouched(db, one.id, today);
        listed.push_back(std::move(line));
    }
    std::ranges::sort(listed, [](auto& one, auto& other) {
        return std::pair{other.last, other.series.id} < std::pair{one.last, one.series.id};
    });
    return listed;
}

}

std::string MeetingListPage::filters() const {
    std::string filters;
    if (!year.empty()) filters += "rok=" + year;
    if (!state.empty()) filters += (filters.empty() ? "stav=" : "&stav=") + state;
    return filters;
}

http::PageHead MeetingListPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("meeting.list"),
            .description = texts.text("meeting.list.description", {group.name}),
            .section = "/skupiny",
            .staff = true};
}

http::Response list_meetings(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto& texts = *request.texts;
    auto query = MeetingQuery::read(request);
    auto all = placed_meetings(db, view.group.id);
    auto found = found_meetings(all, query);
    MeetingListPage page{view.group};
    page.takes_part = knows_reasons(permit.user(), view);
    page.leads = may::LeadGroup::allows(permit.user(), view);
    page.year = query.year, page.state = query.state;
    page.all = std::int64_t(all.size()), page.found = std::int64_t(found.size());
    for (auto& one : all)
        if (!page.next && one.day >= permit.today() && (one.state == "planned" || one.state == "convened"))
            page.next = line_of(one, view.group, texts, page.takes_part);
    page.pages = std::max<std::int64_t>(1, (page.found + meetings_on_a_page - 1) / meetings_on_a_page);
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    auto first = (page.page - 1) * meetings_on_a_page;
    for (auto n = first; n < std::min(first + meetings_on_a_page, page.found); ++n) {
        auto& one = found[std::size_t(n)];
        if (page.years.empty() || page.years.back().year != year_of(one.day)) page.years.push_back({year_of(one.day)});
        page.years.back().lines.push_back(line_of(one, view.group, texts, page.takes_part));
    }
    std::set<int, std::greater<>> years;
    std::set<std::string> states;
    for (auto& one : all) years.insert(year_of(one.day)), states.insert(one.state);
    page.year_choices = {{"", texts.text("meeting.year.any")}};
    for (auto year : years) page.year_choices.push_back({std::to_string(year), std::to_string(year)});
    page.state_choices = {{"", texts.text("meeting.state.any")}};
    for (std::string state : meeting_states)
        if (states.contains(state)) page.state_choices.push_back({state, texts.text("meeting.state." + state)});
    if (page.leads) page.series = listed_series(db, all, view.group.id, permit.today());
    page.form_token = request.form_token;
    auto done = request.asked.first("hotovo");
    if (done == "rada") page.done = texts.text("meeting.series.saved");
    if (done == "rada-zpet") page.done = texts.text("meeting.series.taken_back");
    return respond(request, page);
}

http::Response export_meetings(const http::Request& request, Permit<may::ReadGroup> permit) {
    auto& view = permit.about();
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{view.group.name + " – " + texts.text("meeting.list"),
                           texts.language(),
                           request.now,
                           {{"den", texts.text("meeting.day"), date, 12},
                            {"cas", texts.text("meeting.time"), text, 14},
                            {"misto", texts.text("meeting.place"), text, 36},
                            {"nazev", texts.text("meeting.title"), text, 36},
                            {"cislo", texts.text("meeting.number"), number, 8},
                            {"stav", texts.text("meeting.state"), text, 16},
                            {"duvod", texts.text("meeting.reason"), text, 36},
                            {"adresa", texts.text("group.address"), link, 48}}};
    bool reasons = knows_reasons(permit.user(), view);
    auto found = found_meetings(placed_meetings(permit.db(), view.group.id), MeetingQuery::read(request));
    table.next = [found, group = view.group, &texts, reasons, at = request.facts->public_url,
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == found.size()) return false;
        auto& one = found[n++];
        row.push_back(one.day);
        row.push_back(documents::cell(clock_words(one.from_minute, one.to_minute)));
        row.push_back(documents::cell(one.place));
        row.push_back(documents::cell(meeting_name(one, group)));
        row.push_back(documents::cell(one.number));
        row.push_back(documents::cell(texts.text("meeting.state." + one.state)));
        row.push_back(reasons ? documents::cell(one.state_reason) : documents::Cell{});
        row.push_back(at + meeting_at(one));
        return true;
    };
    return documents::table_answer(request, std::move(table), "jednani-" + view.group.slug);
}

// --- attendance over time --------------------------------------------------------------------------------------------

std::vector<AttendedMeeting> attendance_over_time(db::Session& db, Id<WorkingGroup> group) {
    return db.all<AttendedMeeting>(
        "SELECT meetings.*, coalesce(counted.present, 0) AS present, coalesce(counted.apologised, 0) AS apologised,"
        " coalesce(counted.absent, 0) AS absent, coalesce(counted.guests, 0) AS guests FROM meetings JOIN"
        " (SELECT meeting_id, sum(CASE WHEN status = 'present' THEN 1 ELSE 0 END) AS present,"
        " sum(CASE WHEN status = 'apologised' THEN 1 ELSE 0 END) AS apologised,"
        " sum(CASE WHEN status = 'absent' AND (planner_id IS NOT NULL OR came_by = 'document') THEN 1 ELSE 0 END)"
        " AS absent,"
        " sum(CASE WHEN status = 'guest' THEN 1 ELSE 0 END) AS guests FROM attendance WHERE withdrawn = FALSE"
        " AND meeting_id IN (SELECT id FROM meetings WHERE group_id = $1) GROUP BY meeting_id) counted"
        " ON counted.meeting_id = meetings.id WHERE group_id = $1 AND state = 'held' ORDER BY day, meetings.id",
        group);
}

html::StepChart AttendanceTimePage::chart(html::Out& out) const {
    html::StepChart chart{out.text("attendance.over_time.finding", average()), out.text("attendance.over_time.chart"),
                          "meeting.day"};
    html::StepSeries present{out.text("attendance.came")}, known{out.text("attendance.known")};
    for (std::size_t n = 0; n < meetings.size(); ++n) {
        auto& one = meetings[n];
        std::optional<Date> until;
        if (n + 1 < meetings.size()) until = meetings[n + 1].meeting.day;
        if (until == one.meeting.day) continue;
        present.steps.push_back({one.meeting.day, until, one.present});
        known.steps.push_back({one.meeting.day, until, one.known()});
    }
    chart.series = {present, known}, chart.today = today;
    return chart;
}

html::Table AttendanceTimePage::table(html::Out& out) const {
    html::Table table{out.text("attendance.over_time"),
                      {{"meeting.day"},
                       {"attendance.status.present", true},
                       {"attendance.status.apologised", true},
                       {"attendance.status.absent", true},
                       {"attendance.guests", true},
                       {"attendance.percent", true}},
                      {}};
    table.folds = table.caption_is_above = true;
    for (auto one = meetings.rbegin(); one != meetings.rend(); ++one)
        table.rows.push_back({{to_czech(one->meeting.day), meeting_at(one->meeting)},
                              {std::to_string(one->present)},
                              {std::to_string(one->apologised)},
                              {std::to_string(one->absent)},
                              {std::to_string(one->guests)},
                              {std::to_string(one->percent()) + "\u00a0%"}});
    return table;
}

std::int64_t AttendanceTimePage::average() const {
    std::int64_t present = 0, known = 0;
    for (auto& one : meetings) present += one.present, known += one.known();
    return known ? (100 * present + known / 2) / known : 0;
}

http::PageHead AttendanceTimePage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("attendance.over_time"), .section = "/skupiny", .staff = true};
}

http::Response show_attendance_over_time(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& group = permit.about().group;
    return respond(request, AttendanceTimePage{group, attendance_over_time(permit.db(), group.id), permit.today()});
}

http::Response export_attendance_over_time(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    auto& group = permit.about().group;
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{group.name + " – " + texts.text("attendance.over_time"),
                           texts.language(),
                           request.now,
                           {{"den", texts.text("meeting.day"), date, 12},
                            {"pritomno", texts.text("attendance.status.present"), number, 10},
                            {"omluveno", texts.text("attendance.status.apologised"), number, 10},
                            {"chybi", texts.text("attendance.status.absent"), number, 10},
                            {"hoste", texts.text("attendance.guests"), number, 10},
                            {"ucast_procent", texts.text("attendance.percent"), number, 10}}};
    table.next = [all = attendance_over_time(permit.db(), group.id), n = std::size_t{}](documents::Row& row) mutable {
        if (n == all.size()) return false;
        auto& one = all[n++];
        row.insert(row.end(), {one.meeting.day, one.present, one.apologised, one.absent, one.guests, one.percent()});
        return true;
    };
    return documents::table_answer(request, std::move(table), "ucast-" + group.slug);
}

}
