// Two years of meetings of three groups of the demonstration region: held ones with agenda and attendance, summer ones
// that nobody needed, a vote that became a decision, what waits for a later meeting, and the next one.
#include "workgroups/sample/sample_meetings.hpp"

#include "platform/sheets/record_sheet.hpp"
#include "workgroups/invitations/invitation.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/sample/sample_parts.hpp"
#include "workgroups/votes/vote.hpp"

namespace workgroups {

namespace {

struct SampleItem {
    std::string group, title, presenter;
    std::int64_t minutes;
};

std::vector<SampleItem> sample_agendas() {
    std::vector<SampleItem> items;
    for (auto& line : sample_lines("agendas"))
        items.push_back({line.at("group"), line.at("item"), line.at("presenter"),
                         sheets::whole_number(line.at("minutes"), 600).value_or(10)});
    return items;
}

struct SampleGroup {
    const char* key;
    const char* slug;
    const char* place;
    std::int64_t from;
    std::int64_t first_number;
    int month_step;
};
constexpr SampleGroup sample_groups_that_meet[] = {
    {"rps", "komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina",
     "Liberec, Nový magistrát, zasedací místnost č. 322", 9 * 60, 61, 2},
    {"jilemnicko", "komunitni-planovani-socialnich-sluzeb-na-jilemnicku", "Jilemnice, Společenský dům Jilm", 13 * 60,
     28, 2},
    {"kks", "krajska-koordinacni-skupina-pro-reformu-psychiatricke-pece", "Liberec, Krajský úřad, sál A", 10 * 60, 7,
     3},
};

class SampleMeetings {
public:
    explicit SampleMeetings(const Author& author) : author_{author}, items_{sample_agendas()} {}

    void load() {
        for (auto& one : sample_groups_that_meet)
            if (auto group = find_group_by_slug(author_.work, one.slug)) load_group(one, *group);
    }

private:
    // The second Wednesday or so: days that are no holidays.
    static Date meeting_day(Date month) {
        auto weekday = std::chrono::weekday{month}.iso_encoding();
        return month + std::chrono::days{(10 - weekday) % 7 + 7};
    }

    MeetingSeries series_of(const SampleGroup& one, const WorkingGroup& group, int year) {
        MeetingSeries series;
        series.group_id = group.id, series.name = "plán na rok " + std::to_string(year), series.place = one.place;
        series.from_minute = one.from, series.to_minute = one.from + 120;
        add(author_, series);
        return series;
    }

    void load_group(const SampleGroup& one, const WorkingGroup& group) {
        auto today = day_in_prague(author_.now);
        auto number = one.first_number;
        std::optional<MeetingSeries> series;
        int series_year = 0;
        auto first = *day_of(year_of(today) - 2, 1, 1);
        for (int month = 1; month < 38; month += one.month_step) {
            auto day = meeting_day(plus_months(first, month));
            if (day > today + std::chrono::days{150}) break;
            if (series_year != year_of(day)) series = series_of(one, group, year_of(day)), series_year = year_of(day);
            Meeting meeting;
            meeting.group_id = group.id, meeting.series_id = series->id, meeting.day = day;
            auto in_year = std::chrono::year_month_day{day}.month();
            if (in_year == std::chrono::July || in_year == std::chrono::August) meeting.state = "on_demand";
            bool held = day < today && meeting.state == "planned";
            if (held) meeting.state = "held", meeting.number = number++;
            add(author_, meeting);
            if (meeting.state != "on_demand") put_agenda(one, meeting);
            if (held) put_attendance(meeting, int(number));
            if (held && number == one.first_number + 3) vote_at(meeting);
            if (!held && day < today) no_need(meeting);
        }
        if (std::string_view{one.key} == "rps") propose(group);
    }

    void put_agenda(const SampleGroup& one, const Meeting& meeting) {
        for (auto& line : items_) {
            if (line.group != one.key) continue;
            AgendaItem item;
            item.title = line.title, item.minutes_long = line.minutes;
            if (!line.presenter.empty()) item.presenter = line.presenter;
            if (meeting.state == "held") item.state = "done";
            put_on_agenda(author_, meeting, item);
        }
    }

    // Most come, some apologise; who and when is always the same.
    void put_attendance(const Meeting& meeting, int turn) {
        auto members = members_on(author_.work, meeting.group_id, meeting.day);
        for (std::size_t n = 0; n < members.size(); ++n) {
            if (members[n].member.stands_in_for_id) continue;
            auto draw = (n * 7 + std::size_t(turn) * 3) % 10;
            mark_attendance(author_, meeting, members, members[n],
                            draw < 7   ? "present"
                            : draw < 9 ? "apologised"
                                       : "absent",
                            "typed");
        }
    }

    void vote_at(const Meeting& meeting) {
        Vote vote;
        vote.meeting_id = meeting.id, vote.question = "Skupina bere na vědomí návrh sítě služeb na další rok.";
        open_vote(author_, vote);
        auto quorum = quorum_of(author_.work, meeting, attendance_of(author_.work, meeting.id));
        close_vote(author_, vote, meeting, {quorum.there, 0, 0});
        auto closed = find_vote(author_.work, vote.id);
        if (closed->passed.value_or(false)) decide_by(author_, *closed, meeting);
    }

    // Document 3: „příště budou představeny 2 nové služby“.
    void propose(const WorkingGroup& group) {
        AgendaItem item;
        item.group_id = group.id, item.title = "Představení 2 nových služeb", item.state = "proposed";
        add(author_, item);
    }

    void no_need(const Meeting& meeting) { cancel_meeting(author_, meeting, "V létě nebylo co projednat."); }

    const Author author_;
    std::vector<SampleItem> items_;
};

}

void load_sample_meetings(const Author& author) { SampleMeetings{author}.load(); }

}
