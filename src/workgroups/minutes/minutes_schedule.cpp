// When the group meets again – a sentence, a list, a table, a year's plan – and which meetings do not take place.
#include "workgroups/minutes/minutes_readers.hpp"

#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

const std::string meeting_nouns =
    "(?:jednani|porad[a-z]*|schuz[a-z]*|setkani[a-z]*|zasedani|sezeni|schuzk[a-z]*|setkavani|termin[a-z]*)";

const Pattern& cancels() {
    static const Pattern words{
        "\\bzrusen|\\brusi\\b|\\bodpad[alo]|\\bnekona|\\bneprobehne|\\bneuskutecn|\\bnebude konat|\\bnekonal"};
    return words;
}

const Pattern& replaces() {
    static const Pattern words{"nahradni|novy termin|presouva|presunut|preklada|prelozen|misto nej|nove"};
    return words;
}

// „do příští porady“ is a deadline, „příští porada“ a plan.
bool announces(const std::string& low) {
    static const Pattern next{
        "(?<![a-z])(do |k |ke |pred |pro |na |od )?(?:pristi|dalsi|nasledujici|nejblizsi)(?:ho|m|ch|mu|mi)?\\s+(?:[a-z]+\\s+){0,2}?" +
        meeting_nouns + "\\b"};
    static const Pattern plan{
        "\\b(?:harmonogram|plan|terminy?|kalendar|rozpis)\\s+(?:[a-z]+\\s+){0,2}?(?:jednani|schuz[a-z]*|porad|setkani|zasedani|schuzek|setkavani)\\b"};
    static const Pattern meets{
        "\\b(?:priste se|se priste|sejdeme se|se sejdeme|uvidime se|se uvidime|sejde se|se (?:[a-z]+ ){0,2}?sejde)\\b"};
    static const Pattern ordinal{
        "\\b(?:prvni|druhe|treti|ctvrte|pate|seste|sedme|osme|devate|desate|\\d+\\.)\\s+(?:jednani|setkani|zasedani)\\s+(?:[a-z]+\\s+){0,3}?(?:se uskutecni|se kona|bude|probehne|se bude)"};
    static const Pattern reported{"\\b(?:manazer|vedouci skupiny|informoval|oznamil|sdelil|uvedl[ao]?,? ze)"};
    for (auto& found : next.all(low))
        if (!found.has(1)) return true;
    if (plan.stands_in(low) || ordinal.stands_in(low)) return true;
    static const Pattern alone{"^\\W*(?:priste|dalsi terminy?|pristi terminy?|kdy se (?:zase )?(?:sejdeme|uvidime)|kdy priste|pristi setkavani)\\W*$"};
    if (alone.stands_in(low)) return true;
    return meets.stands_in(low) && !reported.stands_in(low);
}

class ScheduleReader {
public:
    ScheduleReader(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at) heading(at);
        for (auto& sentence : source_.sentences) {
            if (used(sentence)) continue;
            auto& low = sentence.letters.low;
            static const Pattern meeting{"\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|schuzk)"};
            if (cancels().stands_in(low) && meeting.stands_in(low))
                dates_of_row(sentence.letters, source_.years, source_.original(sentence), sentence);
            else if (announces(low))
                dates_of_row(sentence.letters, source_.years, source_.original(sentence), sentence);
        }
        std::ranges::sort(facts_.schedule, {}, &PlannedMeeting::day);
        if (!facts_.schedule.empty()) source_.next_meeting = facts_.schedule.front().day;
    }

private:
    bool used(const Sentence& sentence) const {
        return sentence.place.first < source_.head_end || source_.used_lines.contains(sentence.place.first);
    }

    void dates_of_row(const Letters& letters, const YearContext& years, Place at, const Sentence& sentence) {
        if (take(letters, years, at))
            for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
                if (sentence.place.first == sentence.place.last || line > sentence.place.first ||
                    source_.lines[line].text.size() < letters.source.size())
                    own_.insert(line);
        used_sentences_ += 1;
    }

    // Each date of a row or sentence: planned, cancelled, or what it was moved to.
    bool take(const Letters& letters, const YearContext& years, Place at) {
        auto dates = dates_in(letters, years);
        if (dates.empty()) return false;
        auto cancelled = cancels().in(letters.low);
        auto times = times_in(letters);
        std::erase_if(times, [&](auto& time) {
            return std::ranges::any_of(dates, [&](auto& date) { return time.from < date.to && time.to > date.from; });
        });
        auto time = times.empty() ? default_time_ : std::optional{times.front().start};
        for (std::size_t i = 0; i < dates.size(); ++i) {
            bool replacement =
                i > 0 && replaces().stands_in(letters.low.substr(dates[i - 1].to, dates[i].from - dates[i - 1].to));
            if (cancelled && !replacement) facts_.cancelled.push_back({dates[i].first, at});
            else plan(dates[i].first, time, at);
        }
        return true;
    }

    void plan(Date day, std::optional<TimeOfDay> time, Place at) {
        if (facts_.date && day <= facts_.date->day) return;
        for (auto& one : facts_.schedule)
            if (one.day == day) return;
        facts_.schedule.push_back({day, time, at});
    }

    // „Harmonogram jednání pro rok 2016“ above a list or table.
    void heading(std::size_t at) {
        auto& line = source_.lines[at];
        if (line.empty() || line.kind == LineKind::row || line.text.size() > 110 || source_.used_lines.contains(at))
            return;
        Letters letters{line.text};
        if (line.text.ends_with('.') || !announces(letters.low) || cancels().stands_in(letters.low)) return;
        auto years = source_.years;
        static const Pattern of_year{"\\b(20\\d\\d)\\b"};
        if (!dates_in(letters, years).empty()) return;
        if (auto year = of_year.in(letters.low)) years.year = year->number(1);
        std::size_t without = 0, last = at;
        bool any = false;
        default_time_.reset();
        for (auto next = at + 1; next < source_.lines.size() && without < 7; ++next) {
            auto& row = source_.lines[next];
            if (row.empty()) continue;
            Letters one{row.text};
            auto dates = dates_in(one, years);
            if (row.kind == LineKind::heading || is_heading_of_point(row)) break;
            if (dates.empty()) {
                // behind an empty line another thing begins
                if (any && row.kind != LineKind::row && source_.lines[next - 1].empty() && times_in(one).empty()) break;
                if (any && (row.text.size() > 60 || (!labels_in(row.text).empty() && label_kind(row.text).empty())))
                    break;
                if (auto times = times_in(one); !times.empty()) {
                    if (!any && !default_time_) default_time_ = times.front().start;
                    else if (any && !facts_.schedule.empty() && !facts_.schedule.back().time)
                        facts_.schedule.back().time = times.front().start;
                }
                ++without;
                continue;
            }
            if (any && row.kind == LineKind::text && row.text.size() > 110) break;
            static const Pattern elsewhere{"\\bzaps(?:al|ala)\\b|zapis (?:poridi|vyhotovi|zpracova)|^\\s*ve? [a-z]+ (?:dne|\\d)"};
            if (elsewhere.stands_in(one.low)) break;
            take(one, years, source_.original(next, next));
            for (auto used = last; used <= next; ++used) source_.used_lines.insert(used);
            any = true, without = 0, last = next;
        }
        default_time_.reset();
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::optional<TimeOfDay> default_time_{};
    std::set<std::size_t> own_{};
    int used_sentences_ = 0;
};

}

void read_schedule(MinutesSource& source, MinutesFacts& facts) { ScheduleReader{source, facts}.read(); }

}
