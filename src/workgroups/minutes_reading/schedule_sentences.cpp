// Meetings told in sentences: which of those that name days announce one, and which only cancel or move one.
#include "workgroups/minutes_reading/event_reading.hpp"
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// „> sepsat seznam dětí (KD, příští schůzka)“, „co / kdo / do příští porady“: what is to be done until then.
bool tells_task_until(const std::string& low) {
    static const Pattern until{
        "\\([^)]*,\\s*(?:do |na )?(?:pristi|dalsi)[a-z]* [a-z]+\\)|[/|,]\\s*(?:do |na )?(?:pristi|dalsi)[a-z]* [a-z]+\\W*$"},
        sign{"^\\W*(?:>|->|\\[ ?x?\\]|\\[)"};
    return until.stands_in(low) || (sign.stands_in(low) && low.find("pristi") == low.npos);
}

// „Termíny: 5. 12., 9. 1.“, „Porady týmu jsou první pondělí v měsíci: 5. 12. 2022, 9. 1. 2023“
bool lists_days(const std::string& low) {
    static const Pattern days_alone{"^\\W*(?:[a-z]+ ){0,2}terminy\\s*:"};
    static const Pattern regularly{
        "\\b(?:kazd[a-z]+|vzdy|ob)\\s+(?:[a-z]+\\s+)?(?:pondel|uter|stred|ctvrt|pat|sobot|tyden|mesic|14 dni)"};
    return (days_alone.stands_in(low) && !event_noun().stands_in(low)) || regularly.stands_in(low);
}

// „15. 12. od 9:15 | poslední letošní porada (Zlín)“
bool meeting_stands_behind(const Letters& letters, const DateInText& day) {
    static const Pattern meeting{
        "^[\\s|:,)-]*(?:(?:od|ve?)\\s+)?(?:\\d{1,2}(?:[:.,]\\d\\d)?(?:\\s*hod[a-z]*\\.?)?)?[\\s|:,-]*(?:(?:nase|pristi|dalsi|posledni|prvni|letosni|radna|radne|pravidelna|pravidelne|mimoradna|mimoradne|cervnova|zarijova|\\d+\\.)\\s+){0,3}(?:porada|schuze|schuzka|jednani|zasedani|tymovka|sezeni)\\b(?:\\s*$|\\s*[(,;|.]|\\s+(?:skupin|pracovni|tymu|komise|vyboru|rady|rps|v |ve |od |na ))"};
    return day.from < 6 && letters.size() < 110 && meeting.stands_in(std::string_view{letters.low}.substr(day.to));
}

// „Jednání pracovní skupiny se uskuteční 5. 5.“
bool begins_with_meeting_of_body(const Letters& letters) {
    static const Pattern meeting{
        "^(?:jednani|schuze|schuzka|porada|zasedani|setkani)\\s+(?:nasi |naseho )?(?:(?:pracovni|ridici|koordinacni)\\s+)?(?:skupiny|tymu|komise|vyboru|rady|rps|platformy)?\\s*(?:se (?:uskutecni|kona|bude konat)|probehne|bude)\\b"};
    return letters.size() < 130 && meeting.stands_in(letters.low);
}

// „…; seminář bude 20. dubna“ in the sentence that announces a meeting.
DaysInText without_events(const Letters& letters, const DaysInText& dates) {
    static const Pattern meeting{
        "\\b(?:jednani|schuz|porad[aeyu]?\\b|setkani|zasedani|sezeni|tymov|sejd|schaz|priste|klub)"};
    DaysInText left;
    for (auto& clause : event_clauses(letters, dates)) {
        Letters part{letters.cut(clause.from, clause.to)};
        bool event = clause.from > 0 && event_noun().stands_in(part.low) && takes_place().stands_in(part.low) &&
                     !meeting.stands_in(part.low);
        if (!event) left.insert(left.end(), clause.dates.begin(), clause.dates.end());
    }
    return left;
}

// The lines below „Akce, o kterých víme“.
std::set<std::size_t> lines_of_events(const std::vector<Line>& lines) {
    std::set<std::size_t> all;
    bool below = false, any = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].empty()) below = below && !any;
        else if (heads_event_list(lines[at])) below = true, any = false;
        else if (lines[at].kind == LineKind::heading || is_heading_of_point(lines[at])) below = false;
        else if (below) all.insert(at), any = true;
    }
    return all;
}

std::string names_of_group(const MinutesFacts& facts) {
    return plain_small((facts.group ? facts.group->text : "") + " " + (facts.title ? facts.title->text : ""));
}

// What the group calls its meetings where its name says it.
std::string kind_of_meetings(const std::string& names) {
    for (std::string_view kind : {"kulat", "valn", "klub", "workshop", "snem", "forum", "sync", "tymovk"})
        if (names.find(kind) != names.npos) return std::string{kind};
    return {};
}

class ScheduleSentences {
public:
    ScheduleSentences(const MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (std::size_t i = 0; i < source_.sentences.size(); ++i) {
            auto& sentence = source_.sentences[i];
            if (!open_to_schedule(sentence, source_)) continue;
            auto whole = with_bracket_closed(i);
            one(i, whole ? *whole : sentence.letters);
        }
    }

private:
    // The letters are those of the sentence, or go on with the next one.
    void one(std::size_t index, const Letters& letters) {
        static const Pattern meeting{"\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|schuzk)"};
        auto dates = dates_in(letters, source_.years);
        if (dates.empty() || follows_event(index, letters) || tells_task_until(letters.low) || of_others(letters.low))
            return;
        bool announced = announces_meeting(index, letters, days_ahead(dates));
        if (!announced && !(cancels().stands_in(letters.low) && meeting.stands_in(letters.low))) return;
        auto days = without_events(letters, dates);
        if (days.empty()) return;
        auto& sentence = source_.sentences[index];
        take_days({letters, std::move(days), source_.original(sentence), {}, !announced}, facts_);
        if (announced) last_announced_ = sentence.place.last;
    }

    bool announces_meeting(std::size_t index, const Letters& letters, const DaysInText& ahead) const {
        if (announces(letters.low)) return true;
        return !ahead.empty() &&
               (lists_meetings(index, letters, ahead) || goes_on_from_meeting(index, letters.low) ||
                names_own_meeting(letters.low) || own_body_meets(letters) || goes_on_below(index, letters, ahead));
    }

    DaysInText days_ahead(const DaysInText& dates) const {
        auto days = single_days(dates);
        std::erase_if(days, [&](auto& one) {
            return one.last || (facts_.date && one.first <= facts_.date->day && one.year_said);
        });
        return days;
    }

    // „… a 14. 6. (7. 6. NENÍ, školení)“: the full stop inside the brackets ended no sentence.
    std::optional<Letters> with_bracket_closed(std::size_t index) const {
        auto& sentence = source_.sentences[index];
        auto& low = sentence.letters.low;
        auto open = low.rfind('(');
        if (open == low.npos || low.find(')', open) != low.npos || sentence.row) return {};
        if (index + 1 == source_.sentences.size()) return {};
        auto& next = source_.sentences[index + 1];
        if (next.paragraph != sentence.paragraph) return {};
        return Letters{sentence.letters.source + " " + next.letters.source};
    }

    // „Testovací den byl 27. března. Další bude 22. května“ is no meeting of the group.
    bool follows_event(std::size_t index, const Letters& letters) const {
        static const Pattern next{
            "^\\W*(?:dalsi|pristi|druhy|druha|druhe)\\s+(?:se\\s+)?(?:bud|je\\b|kona|probehn|uskutecn|v\\b|ve\\b|az\\b|\\d)"},
            meeting{"\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|tymovk|sejde|schaz)"};
        if (index == 0 || !next.stands_in(letters.low)) return false;
        auto& before = source_.sentences[index - 1];
        return before.paragraph == source_.sentences[index].paragraph && event_noun().stands_in(before.letters.low) &&
               !meeting.stands_in(before.letters.low);
    }

    // „Setkání poskytovatelů“ is of others where the group is none of providers.
    bool of_others(const std::string& low) const {
        static const Pattern met{
            "^[^a-z]*(?:setkani|sezeni) (?!skupin|pracovni|tym|komis|vybor|rady|nasi|naseho|v |ve |na |dne|se |bude|budou|jsou|je |probehne)([a-z]{4,5})"};
        static const Pattern body{
            "\\b(zastupitelstv|rad[ay] mesta|rad[ay] kraje|rad[ay] obce|vlad[ay]|vyberov|hodnotici|dozorci|spravni rad|valn)[a-z]*\\s+(?:[a-z]+\\s+){0,2}?(?:se (?:[a-z]+ )?(?:sejde|kona|uskutecni)|zasedne|zaseda)"};
        auto found = met.in(low);
        if (!found) found = body.in(low);
        return found && group_names_.find((*found)[1]) == group_names_.npos;
    }

    // „11. jednání – 23. 9. 2026 v 10:00“
    bool lists_meetings(std::size_t index, const Letters& letters, const DaysInText& ahead) const {
        static const Pattern subject{
            "^\\W*(?:\\(?\\d{1,3}\\.?\\)?\\s*|[a-z]+\\s+){0,3}?(?:jednani|schuz[ekiya]+|schuzk[ya]|porad[ya]|zasedani|setkani|sezeni|klub|sync|tymovk[ya])\\b"};
        static const Pattern elsewhere{
            "\\b(?:ukol|zodp|prihlas|seminar|konferenc|skolen|kurz|vystav|verejn|zadost|nejpozdeji|probehl|konal[aoy]? se|se konal|schvalen|z (?:jednani|porady|schuze)|(?:jednani|schuze|porady|setkani|zasedani) (?:ze dne|dne) )"};
        if (elsewhere.stands_in(letters.low) || (ahead.size() < 3 && cancels().stands_in(letters.low))) return false;
        bool single = ahead.size() == 1;
        if (!single && lists_days(letters.low)) return true;
        if (single && (meeting_stands_behind(letters, ahead.front()) || begins_with_meeting_of_body(letters)))
            return true;
        if (single && (letters.size() >= 70 || ahead.front().from >= 30)) return false;
        return subject.stands_in(letters.low) && !event_lines_.contains(source_.sentences[index].place.first);
    }

    // „… do příští schůzky. Ta bude ve středu 24. května“, „To znamená 16. dubna, …“
    bool goes_on_from_meeting(std::size_t index, const std::string& low) const {
        static const Pattern pronoun{
            "^(?:a )?(?:(?:ta|to|ten|tyto|jsou to|bude|budou)\\b(?:,)? (?:[a-z]+ ){0,5}?|"
            "(?:(?:jarni|letni|podzimni|zimni|druh[aey]|posledni|v (?:novem|pristim|dalsim) roce|(?:led|unor|brez|dub|kvet|cerv|srp|zari|rij|listopad|prosin)[a-z]*(?:ov[aey]|ni|jov[aey]))(?:\\s*:|\\s+(?:pak|bude|je|jsou|az))))"};
        static const Pattern meeting{
            "\\b(?:pristi|dalsi|nasledujici)[a-z]* (?:jednan|schuz|porad|setkan|zasedan|klub|skupin|snem|komis|vybor|rada\\b|tym|platform|kolegi|gremi)|\\bkazd[eay][a-z]* (?:[a-z]+ )?(?:pondel|uter|stred|ctvrt|pat|mesic)|\\b(?:schazi|kona) se\\b|^(?:porady|schuzky|schuze|jednani|setkani|zasedani)\\s+(?:tymu |skupiny )?(?:jsou|mame|byvaji|se konaji|probihaji|budou)\\b"};
        return index > 0 && pronoun.stands_in(low) && meeting.stands_in(source_.sentences[index - 1].letters.low);
    }

    // „osmý kulatý stůl: 30. listopadu“ where it was a round table that met.
    bool names_own_meeting(const std::string& low) const {
        static const Pattern until{"\\b(?:na|do|k|ke|pred|po|od)\\s+[a-z0-9.]+\\s+$"};
        static const Pattern which{
            "\\b(?:pristi|dalsi|nasledujici|\\d+\\.|prvni|druh|tret|ctvrt|pat|sest|sedm|osm|devat|desat|jedenact|dvanact)[a-z]*\\s+$"};
        auto at = kind_of_meetings_.empty() ? low.npos : low.find(kind_of_meetings_);
        if (at == low.npos) return false;
        auto before = std::string_view{low}.substr(0, at);
        return !until.stands_in(before) && which.stands_in(before);
    }

    // „Výbor bude 18. dubna, potom až 20. června“ where it is a committee that met.
    bool own_body_meets(const Letters& letters) const {
        static const Pattern meets{
            "^(?:[^:]{3,30}:)?\\W*(?:nas[ei]? )?(vybor|komis|rad|skupin|tym|snem|platform|kolegi|gremi|klub)[a-z]{0,3}\\s+(?:se\\s+)?(?:bud|sejd|zasedn|zased|kona|uskutecn|setka|schazi)[a-z]*\\s"};
        auto found = letters.size() > 130 ? std::nullopt : meets.in(letters.low);
        return found && group_names_.find((*found)[1]) != group_names_.npos;
    }

    // „Další jednání:  25. října, Kameničky“ / „13. prosince, Hlinsko“: the day on the line below belongs to it.
    bool goes_on_below(std::size_t index, const Letters& letters, const DaysInText& ahead) const {
        static const Pattern other{
            "\\b(?:ukol|zodp|zapsal|zapis|overil|seminar|konferenc|skolen|kurz|vystav|exkurz|den )"};
        bool below = last_announced_ && source_.sentences[index].place.first == *last_announced_ + 1;
        return below && letters.size() <= 90 && ahead.front().from < 14 && !other.stands_in(letters.low);
    }

    const MinutesSource& source_;
    MinutesFacts& facts_;
    std::string group_names_ = names_of_group(facts_);
    std::string kind_of_meetings_ = kind_of_meetings(group_names_);
    std::set<std::size_t> event_lines_ = lines_of_events(source_.lines);
    std::optional<std::size_t> last_announced_{};    // the last line of the sentence that announced
};

}

void read_schedule_sentences(const MinutesSource& source, MinutesFacts& facts) {
    ScheduleSentences{source, facts}.read();
}

}
