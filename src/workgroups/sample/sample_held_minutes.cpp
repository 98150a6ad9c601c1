// Minutes of the meetings that the demonstration region held: sentences of a table taken in turn, most of them approved
// at the meeting after and published, the latest still open to comments.
#include "network/network.hpp"
#include "platform/i18n/texts.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/minutes/minutes_keeping.hpp"
#include "workgroups/minutes/minutes_phases.hpp"
#include "workgroups/sample/sample_minutes.hpp"
#include "workgroups/sample/sample_parts.hpp"
#include "workgroups/workgroups.hpp"

#include <map>

namespace workgroups {

namespace {

using std::chrono::days;
using std::chrono::hours;

struct ToldItem {
    std::string title{};
    std::vector<std::string> bodies{};    // of one meeting after another
};
using ToldGroups = std::map<std::string, std::vector<ToldItem>>;    // by short name, else name

ToldGroups told_groups() {
    ToldGroups told;
    for (auto& line : sample_lines("held_minutes")) {
        auto& items = told[line.at("group")];
        if (items.empty() || items.back().title != line.at("item")) items.push_back({line.at("item")});
        items.back().bodies.push_back(line.at("body"));
    }
    return told;
}

// Long ago enough that nothing is open any more; long enough that it is time to comment.
constexpr auto settled_after = days{120}, commented_after = days{5};

class SampleHeldMinutes {
public:
    explicit SampleHeldMinutes(const Author& author) : author_{author} { author_.quietly = true; }

    void load() {
        auto told = told_groups();
        for (auto& group : list_groups(author_.work))
            if (auto found = told.find(group.short_name.value_or(group.name)); found != told.end())
                load_group(group, found->second);
    }

private:
    Author at(Date day, int hour) const {
        auto then = author_;
        then.now = std::min(author_.now, from_prague(day) + hours{hour});
        return then;
    }

    void load_group(const WorkingGroup& group, const std::vector<ToldItem>& told) {
        auto held = meetings_of(author_.work, group.id);
        std::erase_if(held, [](auto& one) { return one.state != "held"; });
        for (std::size_t n = 0; n < held.size(); ++n) {
            if (minutes_of(author_.work, held[n].id)) continue;
            auto next = n + 1 < held.size() ? std::optional{held[n + 1]} : std::nullopt;
            if (attendance_of(author_.work, held[n].id).empty()) put_attendance(held[n], n);
            if (agenda_of(author_.work, held[n].id).empty()) put_agenda(held[n], told);
            write(group, held[n], told, n);
            pass(group, held[n], next);
        }
    }

    void put_attendance(const Meeting& meeting, std::size_t turn) {
        auto author = at(meeting.day, 12);
        auto members = members_on(author.work, meeting.group_id, meeting.day);
        for (std::size_t n = 0; n < members.size(); ++n)
            if (!members[n].member.stands_in_for_id)
                mark_attendance(author, meeting, members, members[n],
                                (n * 3 + turn) % 6 == 5 ? "apologised" : "present", "typed");
    }

    void put_agenda(const Meeting& meeting, const std::vector<ToldItem>& told) {
        for (auto& one : told) {
            AgendaItem item;
            item.title = one.title, item.state = "done";
            put_on_agenda(at(meeting.day, 8), meeting, item);
        }
    }

    std::optional<std::string> recorder(const Meeting& meeting) const {
        auto members = members_on(author_.work, meeting.group_id, meeting.day);
        for (auto role : {"secretary", "chair"})
            for (auto& one : members)
                if (one.member.role == role) return one.person_name;
        return {};
    }

    void write(const WorkingGroup& group, const Meeting& meeting, const std::vector<ToldItem>& told, std::size_t turn) {
        auto author = at(meeting.day + days{1}, 9);
        MeetingMinutes minutes;
        minutes.meeting_id = meeting.id, minutes.label_style = group.short_name == "KPSS Jilemnicko" ? "slash" : "ad";
        minutes.recorded_by = recorder(meeting), minutes.recorded_on = meeting.day + days{1};
        add(author, minutes);
        std::int64_t place = 0;
        for (auto& item : agenda_of(author.work, meeting.id)) {
            MinutesPart part;
            part.minutes_id = minutes.id, part.place_in_order = ++place;
            part.agenda_item_id = item.id, part.heading = item.title;
            auto words = std::ranges::find(told, item.title, &ToldItem::title);
            if (words != told.end()) part.body = words->bodies[turn % words->bodies.size()];
            add(author, part);
        }
    }

    void step(const WorkingGroup& group, const Meeting& meeting, Date day, const char* name, TypedStep typed = {}) {
        MinutesInView view{{{group}, meeting}, *minutes_of(author_.work, meeting.id)};
        static const std::string no_address{};
        take_step(at(day, 10), view, name, typed, {czech_, no_address});
    }

    // Through the phases, as far as its day is behind us.
    void pass(const WorkingGroup& group, const Meeting& meeting, const std::optional<Meeting>& next) {
        auto today = day_in_prague(author_.now);
        auto written = meeting.day + commented_after;
        if (written > today) return;
        bool settled = meeting.day + settled_after < today;
        auto until = settled || next ? written + days{7} : today + days{10};
        step(group, meeting, written, "comments", {.comments_until = until});
        if (!settled && !next) return;
        auto approved = next ? next->day : meeting.day + days{30};
        step(group, meeting, std::min(written + days{7}, approved), "verified");
        step(group, meeting, approved, "approved", {.approved_at = next ? std::optional{next->id} : std::nullopt});
        if (settled) step(group, meeting, approved + days{1}, "published");
    }

    Author author_;
    i18n::Texts czech_{"cs", platform::files(), network::files(), files()};
};

}

void load_sample_held_minutes(const Author& author) { SampleHeldMinutes{author}.load(); }

}
