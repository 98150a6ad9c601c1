// Events one under another: with a label each, or lines that begin with days.
#include "workgroups/minutes_reading/told_events.hpp"

namespace workgroups {

using namespace reading;

namespace {

class DatedLines {
public:
    DatedLines(MinutesSource& source, ToldEvents& events) : source_{source}, events_{events} {}

    void read() {
        bool headed = false;
        for (std::size_t at = source_.head_end; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            if (line.empty()) continue;
            if (begins_event_list(source_, at)) {
                headed = true;
                continue;
            }
            Letters letters{line.text};
            if (!begins_with_day(line, letters) || letters.size() >= 130 || is_prose(letters, at))
                headed = headed && names_day_below(at);
            else if (is_open(at, letters, headed) && !refuses_event(letters)) take(at, letters, headed);
        }
    }

private:
    bool begins_with_day(const Line& line, const Letters& letters) const {
        if (line.kind == LineKind::row) return false;
        auto dates = dates_in(letters, source_.years);
        return !dates.empty() && dates.front().from < 4;
    }

    bool is_prose(const Letters& letters, std::size_t at) const {
        static const Pattern full_stop{"[a-z)]\\.\\s+[A-Z]"};
        if (full_stop.stands_in(letters.plain)) return true;
        if (at + 1 >= source_.lines.size() || source_.lines[at + 1].empty()) return false;
        Letters next{source_.lines[at + 1].text};
        return source_.lines[at + 1].kind == LineKind::text && next.low[0] >= 'a' && next.plain[0] == next.low[0] &&
               dates_in(next, source_.years).empty();
    }

    // An item with a text right below it.
    bool names_day_below(std::size_t at) const {
        if (source_.lines[at].kind != LineKind::item || at + 1 == source_.lines.size()) return false;
        auto& below = source_.lines[at + 1];
        return below.kind == LineKind::text && !below.empty();
    }

    // Without a heading the lines beside it have to look alike, and none may have taken it before.
    bool is_open(std::size_t at, const Letters& letters, bool headed) const {
        if (headed) return true;
        bool among = (at > 0 && is_alike(at - 1)) || is_alike(at + 1);
        return among && event_noun().stands_in(letters.low) && !of_a_meeting(letters) && !has_passed(letters.low) &&
               !source_.used_lines.contains(at);
    }

    bool is_alike(std::size_t at) const {
        if (at >= source_.lines.size() || source_.lines[at].empty()) return false;
        return begins_with_day(source_.lines[at], Letters{source_.lines[at].text});
    }

    void take(std::size_t at, const Letters& letters, bool headed) {
        Sentence sentence{.letters = letters, .place = {at, at}, .item = true};
        if (headed && name_stands_above(at))
            sentence.letters = Letters{source_.lines[at - 1].text + ": " + source_.lines[at].text};
        events_.keep_for_events(at);
        events_.read(sentence, 0, true);
        source_.used_lines.insert(at);
    }

    bool name_stands_above(std::size_t at) const {
        if (at == 0 || source_.lines[at].kind != LineKind::text) return false;
        auto& above = source_.lines[at - 1];
        return above.kind == LineKind::item && above.text.size() < 90 &&
               dates_in(Letters{above.text}, source_.years).empty();
    }

    MinutesSource& source_;
    ToldEvents& events_;
};

}

void read_labelled_events(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern name{"^(?:nazev )?(?:akce|udalosti|akci)$|^udalost$"};
    for (auto& one : source.labelled) {
        if (!name.stands_in(one.label) || one.line < source.head_end || one.value.empty()) continue;
        EventFound event{.title = one.value, .at = source.original(one.line, one.last_line)};
        bool dated = false;
        for (auto& beside : source.labelled) {
            if (beside.line <= one.line || beside.line > one.last_line + 4) continue;
            if (beside.kind == "place") event.place = beside.value;
            if (dated || (beside.kind != "date" && beside.kind != "due")) continue;
            if (auto dates = dates_in(Letters{beside.value}, source.years); !dates.empty())
                event.date = dates.front().first, event.end = dates.front().last, dated = true;
        }
        if (!dated || (facts.date && event.end.value_or(event.date) <= facts.date->day)) continue;
        facts.events.push_back(std::move(event));
    }
}

void read_dated_lines(MinutesSource& source, ToldEvents& events) { DatedLines{source, events}.read(); }

bool is_numbered(const Line& line) {
    return line.kind == LineKind::item && !line.marker.empty() && line.marker[0] >= '0' && line.marker[0] <= '9';
}

namespace {

// „- letní akce“ followed by „- auto“ is a point of a programme, no heading.
bool has_sibling(const MinutesSource& source, std::size_t at) {
    auto& item = source.lines[at];
    if (item.kind != LineKind::item) return false;
    for (auto next = at + 1; next < source.lines.size(); ++next) {
        auto& line = source.lines[next];
        if (line.empty()) continue;
        return line.kind == LineKind::item && line.indent == item.indent && is_numbered(line) == is_numbered(item) &&
               dates_in(Letters{line.text}, source.years).empty();
    }
    return true;
}

}

bool begins_event_list(const MinutesSource& source, std::size_t line) {
    return heads_event_list(source.lines[line]) && !has_sibling(source, line);
}

}
