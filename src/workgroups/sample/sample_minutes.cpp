// Makes the minutes of the demonstration region in all phases.
#include "workgroups/sample/sample_minutes.hpp"

#include "network/network.hpp"
#include "platform/base/embedded.hpp"
#include "platform/i18n/texts.hpp"
#include "workgroups/minutes/minutes_keeping.hpp"
#include "workgroups/sample/sample_parts.hpp"
#include "workgroups/workgroups.hpp"

#include <map>

namespace workgroups {

namespace {

class SampleMinutes {
public:
    explicit SampleMinutes(const Author& author) : author_{author} {
        author_.quietly = true;
        for (auto& line : sample_lines("minutes")) lines_[line.at("meeting")].push_back(line);
    }

    void load() {
        auto jilemnicko = group_called("KPSS Jilemnicko"), rps = group_called("ŘPS");
        auto april = minutes("jilemnicko-duben", jilemnicko, *day_of(2026, 4, 15), "slash");
        auto june = minutes("jilemnicko-cerven", jilemnicko, *day_of(2026, 6, 17), "slash");
        minutes("jilemnicko-rijen", jilemnicko, *day_of(2026, 10, 14), "slash");
        minutes("rps-2015", rps, *day_of(2015, 11, 18), "ad");
        given(april);
        step(april, "comments", 10), step(april, "verified"), step(april, "approved", 0, june);
        step(april, "published"), step(june, "comments", 10);
        comment(june);
    }

private:
    WorkingGroup group_called(const std::string& short_name) {
        return author_.work.one<WorkingGroup>("SELECT * FROM working_groups WHERE short_name = $1", short_name);
    }

    Meeting meeting_on(const WorkingGroup& group, Date day, const std::vector<SampleLine>& lines) {
        for (auto& one : meetings_of(author_.work, group.id))
            if (one.day == day) {
                if (!minutes_of(author_.work, one.id)) agree_on_agenda(one, lines);
                return one;
            }
        Meeting meeting;
        bool rps = group.short_name == "ŘPS";
        meeting.group_id = group.id, meeting.day = day, meeting.state = "held", meeting.from_minute = 14 * 60;
        meeting.place = rps ? "tř. 1. máje 108, Liberec – budova „Uran“, zasedací místnost č. 17"
                            : "zasedací místnost MÚ Jilemnice";
        add(author_, meeting);
        if (rps)
            for (auto title :
                 {"Úvod", "Zprávy z pracovních skupin Komunitního plánování v sociální oblasti",
                  "Zprávy z Libereckého kraje", "Základní síť sociální služeb v regionu Liberec", "Diskuze"})
                put_on_agenda(meeting, title);
        else
            for (auto& line : lines) put_on_agenda(meeting, line.at("heading"));
        std::size_t n = 0;
        for (auto& one : members_on(author_.work, group.id, day)) {
            Attendance came;
            came.meeting_id = meeting.id, came.planner_id = one.member.planner_id, came.name = one.person_name;
            came.organisation = one.organisation, came.status = ++n % 5 == 4 ? "apologised" : "present";
            add(author_, came);
        }
        return meeting;
    }

    // The meeting talked about what its minutes tell of, and about nothing else.
    void agree_on_agenda(const Meeting& meeting, const std::vector<SampleLine>& lines) {
        auto agenda = agenda_of(author_.work, meeting.id);
        for (std::size_t n = 0; n < agenda.size(); ++n) {
            auto after = agenda[n];
            if (n < lines.size()) after.title = lines[n].at("heading");
            else after.state = "refused";
            change(author_, agenda[n], after);
        }
    }

    void put_on_agenda(const Meeting& meeting, const std::string& title) {
        AgendaItem item;
        item.group_id = meeting.group_id, item.meeting_id = meeting.id, item.title = title;
        item.place_in_order = std::int64_t(agenda_of(author_.work, meeting.id).size() + 1);
        add(author_, item);
    }

    Meeting minutes(const std::string& key, const WorkingGroup& group, Date day, const char* style) {
        auto& lines = lines_.at(key);
        auto meeting = meeting_on(group, day, lines);
        if (minutes_of(author_.work, meeting.id)) return meeting;
        bool rps = group.short_name == "ŘPS";
        MeetingMinutes minutes;
        minutes.meeting_id = meeting.id, minutes.label_style = style;
        minutes.recorded_by = rps ? "K. Mařinková" : "Klára Příkladná";
        minutes.recorded_on = day + std::chrono::days{rps ? 5 : 1}, minutes.recorded_in = rps ? "Liberec" : "Jilemnice";
        if (!rps) {
            minutes.programme = "Operační program Zaměstnanost", minutes.project_title = "Rozvoj MA21 v Jilemnici";
            minutes.project_number = "CZ.03.4.74/0.0/0.0/16_033/0003005", minutes.project_term = "01/2017–12/2018";
        }
        add(author_, minutes);
        auto agenda = agenda_of(author_.work, meeting.id);
        for (auto& line : lines) {
            MinutesPart part;
            part.minutes_id = minutes.id, part.heading = line.at("heading"), part.body = line.at("body");
            if (!line.at("label").empty()) part.label = line.at("label");
            auto item = line.at("item").empty() ? 0 : std::stoul(line.at("item"));
            if (item > 0 && item <= agenda.size()) part.agenda_item_id = agenda[item - 1].id;
            if (!line.at("report_of").empty()) part.about_group_id = group_called(line.at("report_of")).id;
            add_part(author_, part, {});
        }
        return meeting;
    }

    void given(const Meeting& meeting) {
        auto agenda = agenda_of(author_.work, meeting.id);
        if (agenda.size() < 3 || !tasks_given_at(author_.work, meeting.id).empty()) return;
        Decision decision;
        decision.group_id = meeting.group_id, decision.meeting_id = meeting.id, decision.agenda_item_id = agenda[2].id;
        decision.body = "Skupina souhlasí s osnovou akčního plánu na rok 2027.", decision.decided_on = meeting.day;
        decision.number = "2/2026";    // between those of March and June in decisions.csv
        add_sample_decision(author_, decision);
        Task task;
        task.group_id = meeting.group_id, task.meeting_id = meeting.id, task.agenda_item_id = agenda[2].id;
        task.body = "Napsat, kolik zájemců jste loni odmítli a z které obce.", task.due_on = *day_of(2026, 6, 10);
        for (auto& one : members_on(author_.work, meeting.group_id, meeting.day))
            if (one.person_name == "Jitka Lískovcová") task.owner_id = one.member.planner_id;
        add_task(author_, task);
    }

    void step(const Meeting& meeting, const std::string& step, int days = 0, std::optional<Meeting> approved_at = {}) {
        auto today = day_in_prague(author_.now);
        auto view = MinutesInView::find(author_.work, to_text(meeting.id), today);
        TypedStep typed;
        if (days > 0) typed.comments_until = today + std::chrono::days{days};
        if (approved_at) typed.approved_at = approved_at->id;
        static const std::string no_address{};
        if (view) take_step(author_, *view, step, typed, {czech_, no_address});
    }

    void comment(const Meeting& meeting) {
        auto minutes = *minutes_of(author_.work, meeting.id);
        auto parts = parts_of(author_.work, minutes.id);
        if (parts.size() < 2) return;
        MinutesComment comment;
        comment.minutes_id = minutes.id, comment.part_id = parts[1].id, comment.author_name = "Vít Náprstník";
        comment.body = "Fokus Turnov odevzdal čísla také, v zápisu chybí: odmítli jsme tři lidi.";
        add(author_, comment);
    }

    Author author_;
    i18n::Texts czech_{"cs", platform::files(), network::files(), files()};
    std::map<std::string, std::vector<SampleLine>> lines_;
};

}

void load_sample_minutes(const Author& author) { SampleMinutes{author}.load(); }

}
