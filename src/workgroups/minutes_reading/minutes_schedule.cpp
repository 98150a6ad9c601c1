// When the group meets again – a sentence, a list, a table, a year's plan – and which meetings do not take place.
#include "workgroups/minutes_reading/event_reading.hpp"
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class ScheduleReader {
public:
    ScheduleReader(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at) heading(at);
        for (std::size_t at = 0; at < source_.lines.size(); ++at)
            if (source_.lines[at].kind == LineKind::row && !source_.used_lines.contains(at)) {
                months_above_days(at);
                table_of_days(at);
            }
        for (auto& plain : source_.sentences) {
            if (used(plain)) continue;
            auto whole = with_bracket_closed(plain);
            auto& sentence = whole ? *whole : plain;
            auto& low = sentence.letters.low;
            static const Pattern meeting{"\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|schuzk)"};
            if (follows_event(sentence) || is_task(sentence) || of_others(low)) continue;
            only_moved_ = !announces(low) && !lists_meetings(sentence) && !goes_on_from_meeting(sentence) &&
                          !names_own_meeting(sentence) && !own_body_meets(sentence) && !goes_on_below(sentence);
            if ((cancels().stands_in(low) && meeting.stands_in(low)) || !only_moved_) dates_of_row(sentence);
        }
        for (auto& sentence : source_.sentences)
            if (!used(sentence)) nth_weekdays(sentence);
        std::ranges::sort(facts_.schedule, {}, &PlannedMeeting::day);
        if (!facts_.schedule.empty()) source_.next_meeting = facts_.schedule.front().day;
    }

private:
    bool used(const Sentence& sentence) const {
        static const Pattern next_in_head{
            "^\\W*(?:priste|pristi|dalsi (?:jednani|schuz|porad|setkani|zasedani|termin))"};
        bool in_head = sentence.place.first < source_.head_end && !next_in_head.stands_in(sentence.letters.low);
        return in_head || source_.used_lines.contains(sentence.place.first);
    }

    std::vector<DateInText> days_ahead(const Letters& letters) const {
        auto dates = single_days(dates_in(letters, source_.years));
        std::erase_if(dates, [&](auto& one) {
            return one.last || (facts_.date && one.first <= facts_.date->day && one.year_said);
        });
        return dates;
    }

    // „Porady týmu jsou první pondělí v měsíci: 5. 12. 2022, 9. 1. 2023“, „11. jednání – 23. 9. 2026 v 10:00“
    bool lists_meetings(const Sentence& sentence) const {
        static const Pattern subject{
            "^\\W*(?:\\(?\\d{1,3}\\.?\\)?\\s*|[a-z]+\\s+){0,3}?(?:jednani|schuz[ekiya]+|schuzk[ya]|porad[ya]|zasedani|setkani|sezeni|klub|sync|tymovk[ya])\\b"};
        static const Pattern elsewhere{
            "\\b(?:ukol|zodp|prihlas|seminar|konferenc|skolen|kurz|vystav|verejn|zadost|nejpozdeji|probehl|konal[aoy]? se|se konal|schvalen|z (?:jednani|porady|schuze)|(?:jednani|schuze|porady|setkani|zasedani) (?:ze dne|dne) )"};
        auto& letters = sentence.letters;
        if (cancels().stands_in(letters.low) && days_ahead(letters).size() < 3) return false;
        static const Pattern regularly{
            "\\b(?:kazd[a-z]+|vzdy|ob)\\s+(?:[a-z]+\\s+)?(?:pondel|uter|stred|ctvrt|pat|sobot|tyden|mesic|14 dni)"};
        static const Pattern days_alone{"^\\W*(?:[a-z]+ ){0,2}terminy\\s*:"};
        if (days_alone.stands_in(letters.low) && days_ahead(letters).size() >= 2 && !elsewhere.stands_in(letters.low) &&
            !event_noun().stands_in(letters.low))
            return true;
        if (regularly.stands_in(letters.low) && days_ahead(letters).size() >= 2 && !elsewhere.stands_in(letters.low))
            return true;
        if (elsewhere.stands_in(letters.low)) return false;
        if (of_others(letters.low)) return false;
        // „15. 12. od 9:15 | poslední letošní porada (Zlín)“
        static const Pattern behind_day{
            "^[\\s|:,)-]*(?:(?:od|ve?)\\s+)?(?:\\d{1,2}(?:[:.,]\\d\\d)?(?:\\s*hod[a-z]*\\.?)?)?[\\s|:,-]*(?:(?:nase|pristi|dalsi|posledni|prvni|letosni|radna|radne|pravidelna|pravidelne|mimoradna|mimoradne|cervnova|zarijova|\\d+\\.)\\s+){0,3}(?:porada|schuze|schuzka|jednani|zasedani|tymovka|sezeni)\\b(?:\\s*$|\\s*[(,;|.]|\\s+(?:skupin|pracovni|tymu|komise|vyboru|rady|rps|v |ve |od |na ))"};
        if (auto days = days_ahead(letters); days.size() == 1 && days.front().from < 6 && letters.size() < 110 &&
                                             behind_day.stands_in(letters.low.substr(days.front().to)))
            return true;
        static const Pattern own_body{
            "^(?:jednani|schuze|schuzka|porada|zasedani|setkani)\\s+(?:nasi |naseho )?(?:(?:pracovni|ridici|koordinacni)\\s+)?(?:skupiny|tymu|komise|vyboru|rady|rps|platformy)?\\s*(?:se (?:uskutecni|kona|bude konat)|probehne|bude)\\b"};
        if (own_body.stands_in(letters.low) && days_ahead(letters).size() == 1 && letters.size() < 130) return true;
        if (!subject.stands_in(letters.low) || event_lines_.contains(sentence.place.first)) return false;
        auto days = days_ahead(letters);
        return days.size() >= 2 || (days.size() == 1 && letters.size() < 70 && days.front().from < 30);
    }

    // „Setkání poskytovatelů“ is of others where the group is none of providers.
    bool of_others(const std::string& low) const {
        static const Pattern met{
            "^[^a-z]*(?:setkani|sezeni) (?!skupin|pracovni|tym|komis|vybor|rady|nasi|naseho|v |ve |na |dne|se |bude|budou|jsou|je |probehne)([a-z]{4,5})"};
        static const Pattern body{
            "\\b(zastupitelstv|rad[ay] mesta|rad[ay] kraje|rad[ay] obce|vlad[ay]|vyberov|hodnotici|dozorci|spravni rad|valn)[a-z]*\\s+(?:[a-z]+\\s+){0,2}?(?:se (?:[a-z]+ )?(?:sejde|kona|uskutecni)|zasedne|zaseda)"};
        auto found = met.in(low);
        if (!found) found = body.in(low);
        if (!found) return false;
        auto own =
            plain_small((facts_.group ? facts_.group->text : "") + " " + (facts_.title ? facts_.title->text : ""));
        return own.find((*found)[1]) == own.npos;
    }

    // The lines below „Akce, o kterých víme“.
    static std::set<std::size_t> lines_of_events(const std::vector<Line>& lines) {
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

    std::size_t index_of(const Sentence& sentence) const {
        auto found = std::ranges::find_if(source_.sentences, [&](auto& one) {
            return one.place.first == sentence.place.first && one.paragraph == sentence.paragraph &&
                   sentence.letters.source.starts_with(one.letters.source);
        });
        return found == source_.sentences.end() ? 0 : std::size_t(found - source_.sentences.begin());
    }

    // „… a 14. 6. (7. 6. NENÍ, školení)“: the full stop inside the brackets ended no sentence.
    std::optional<Sentence> with_bracket_closed(const Sentence& sentence) const {
        auto& low = sentence.letters.low;
        auto open = low.rfind('(');
        if (open == low.npos || low.find(')', open) != low.npos || sentence.row) return {};
        auto index = index_of(sentence) + 1;
        if (index >= source_.sentences.size() || source_.sentences[index].paragraph != sentence.paragraph) return {};
        auto whole = sentence;
        whole.letters = Letters{sentence.letters.source + " " + source_.sentences[index].letters.source};
        return whole;
    }

    // „… do příští schůzky. Ta bude ve středu 24. května“, „To znamená 16. dubna, …“
    bool goes_on_from_meeting(const Sentence& sentence) const {
        static const Pattern pronoun{
            "^(?:a )?(?:(?:ta|to|ten|tyto|jsou to|bude|budou)\\b(?:,)? (?:[a-z]+ ){0,5}?|"
            "(?:(?:jarni|letni|podzimni|zimni|druh[aey]|posledni|v (?:novem|pristim|dalsim) roce|(?:led|unor|brez|dub|kvet|cerv|srp|zari|rij|listopad|prosin)[a-z]*(?:ov[aey]|ni|jov[aey]))(?:\\s*:|\\s+(?:pak|bude|je|jsou|az))))"};
        static const Pattern meeting{
            "\\b(?:pristi|dalsi|nasledujici)[a-z]* (?:jednan|schuz|porad|setkan|zasedan|klub|skupin|snem|komis|vybor|rada\\b|tym|platform|kolegi|gremi)|\\bkazd[eay][a-z]* (?:[a-z]+ )?(?:pondel|uter|stred|ctvrt|pat|mesic)|\\b(?:schazi|kona) se\\b|^(?:porady|schuzky|schuze|jednani|setkani|zasedani)\\s+(?:tymu |skupiny )?(?:jsou|mame|byvaji|se konaji|probihaji|budou)\\b"};
        auto index = index_of(sentence);
        if (index == 0 || !pronoun.stands_in(sentence.letters.low)) return false;
        return meeting.stands_in(source_.sentences[index - 1].letters.low) && !days_ahead(sentence.letters).empty();
    }

    // A short line with rows of days below it is a plan where it speaks of meetings.
    bool heads_days(std::size_t at) const {
        static const Pattern meeting{
            "\\b(?:jednani|schuz[a-z]*|porad[ayueo]?u?|setkani|zasedani|sezeni|terminy|kalendar schuzek|sejdeme|schazime|potkame)\\b"};
        static const Pattern event{"\\b(?:akce|akci|udalost|ukol|splnen|seminar|vzdelav)"};
        auto low = plain_small(source_.lines[at].text);
        bool alone = at == 0 || source_.lines[at - 1].empty() || source_.lines[at].kind != LineKind::text;
        if (low.size() > 90 || !alone || !meeting.stands_in(low) || event.stands_in(low)) return false;
        std::size_t days = 0, seen = 0;
        for (auto next = at + 1; next < source_.lines.size() && seen < 4; ++next) {
            auto& line = source_.lines[next];
            if (line.empty()) continue;
            if (line.kind == LineKind::heading) break;
            ++seen;
            Letters letters{line.text};
            auto dates = dates_in(letters, source_.years);
            if (dates.empty()) dates = loose_dates(letters, source_.years, line);
            bool begins =
                !dates.empty() && (dates.front().from < 24 || line.kind == LineKind::row) && line.text.size() < 100;
            days += begins && (!facts_.date || dates.front().first > facts_.date->day || !dates.front().year_said);
        }
        return days >= 2;
    }

    void dates_of_row(const Sentence& sentence) {
        auto dates = without_events(sentence.letters);
        if (dates.empty()) return;
        if (take(sentence.letters, source_.years, source_.original(sentence), std::move(dates)) && !only_moved_)
            last_announced_ = sentence.place.last;
    }

    // „…; seminář bude 20. dubna“ in the sentence that announces a meeting.
    std::vector<DateInText> without_events(const Letters& letters) const {
        static const Pattern meeting{
            "\\b(?:jednani|schuz|porad[aeyu]?\\b|setkani|zasedani|sezeni|tymov|sejd|schaz|priste|klub)"};
        std::vector<DateInText> left;
        for (auto& clause : event_clauses(letters, dates_in(letters, source_.years))) {
            Letters part{letters.cut(clause.from, clause.to)};
            bool event = clause.from > 0 && event_noun().stands_in(part.low) && takes_place().stands_in(part.low) &&
                         !meeting.stands_in(part.low);
            if (!event) left.insert(left.end(), clause.dates.begin(), clause.dates.end());
        }
        return left;
    }

    // „Další jednání:  25. října, Kameničky“ / „13. prosince, Hlinsko“: the day on the line below belongs to it.
    bool goes_on_below(const Sentence& sentence) const {
        if (!last_announced_ || sentence.place.first != *last_announced_ + 1 || sentence.letters.size() > 90)
            return false;
        static const Pattern other{
            "\\b(?:ukol|zodp|zapsal|zapis|overil|seminar|konferenc|skolen|kurz|vystav|exkurz|den )"};
        auto days = days_ahead(sentence.letters);
        return !days.empty() && days.front().from < 14 && !other.stands_in(sentence.letters.low);
    }

    // „Testovací den byl 27. března. Další bude 22. května“ is no meeting of the group.
    bool follows_event(const Sentence& sentence) const {
        static const Pattern next{
            "^\\W*(?:dalsi|pristi|druhy|druha|druhe)\\s+(?:se\\s+)?(?:bud|je\\b|kona|probehn|uskutecn|v\\b|ve\\b|az\\b|\\d)"},
            meeting{"\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|tymovk|sejde|schaz)"};
        auto index = index_of(sentence);
        if (index == 0 || !next.stands_in(sentence.letters.low)) return false;
        auto& before = source_.sentences[index - 1];
        return before.paragraph == sentence.paragraph && event_noun().stands_in(before.letters.low) &&
               !meeting.stands_in(before.letters.low);
    }

    // „> sepsat seznam dětí (KD, příští schůzka)“, „co / kdo / do příští porady“: what is to be done until then.
    static bool is_task(const Sentence& sentence) {
        static const Pattern until{
            "\\([^)]*,\\s*(?:do |na )?(?:pristi|dalsi)[a-z]* [a-z]+\\)|[/|,]\\s*(?:do |na )?(?:pristi|dalsi)[a-z]* [a-z]+\\W*$"},
            sign{"^\\W*(?:>|->|\\[ ?x?\\]|\\[)"};
        auto& low = sentence.letters.low;
        return until.stands_in(low) || (sign.stands_in(low) && low.find("pristi") == low.npos);
    }

    // „osmý kulatý stůl: 30. listopadu“ where it was a round table that met.
    bool names_own_meeting(const Sentence& sentence) const {
        if (own_kind_.empty()) return false;
        auto& low = sentence.letters.low;
        auto at = low.find(own_kind_);
        if (at == low.npos || days_ahead(sentence.letters).empty()) return false;
        static const Pattern until{"\\b(?:na|do|k|ke|pred|po|od)\\s+[a-z0-9.]+\\s+$"};
        if (until.stands_in(low.substr(0, at))) return false;
        static const Pattern which{
            "\\b(?:pristi|dalsi|nasledujici|\\d+\\.|prvni|druh|tret|ctvrt|pat|sest|sedm|osm|devat|desat|jedenact|dvanact)[a-z]*\\s+$"};
        return which.stands_in(low.substr(0, at));
    }

    // „Výbor bude 18. dubna, potom až 20. června“ where it is a committee that met.
    bool own_body_meets(const Sentence& sentence) const {
        static const Pattern meets{
            "^(?:[^:]{3,30}:)?\\W*(?:nas[ei]? )?(vybor|komis|rad|skupin|tym|snem|platform|kolegi|gremi|klub)[a-z]{0,3}\\s+(?:se\\s+)?(?:bud|sejd|zasedn|zased|kona|uskutecn|setka|schazi)[a-z]*\\s"};
        auto found = meets.in(sentence.letters.low);
        if (!found || days_ahead(sentence.letters).empty() || sentence.letters.size() > 130) return false;
        auto own =
            plain_small((facts_.group ? facts_.group->text : "") + " " + (facts_.title ? facts_.title->text : ""));
        return own.find((*found)[1]) != own.npos;
    }

    // What the group calls its meetings where the name says it.
    static std::string kind_of_own(const MinutesFacts& facts) {
        auto low = plain_small((facts.group ? facts.group->text : "") + " " + (facts.title ? facts.title->text : ""));
        for (std::string_view kind : {"kulat", "valn", "klub", "workshop", "snem", "forum", "sync", "tymovk"})
            if (low.find(kind) != low.npos) return std::string{kind};
        return {};
    }

    // A stretch of weeks between two days in a plan is two meetings: „út 12. 3. – út 16. 4.“
    static std::vector<DateInText> single_days(std::vector<DateInText> dates) {
        for (std::size_t i = 0; i < dates.size(); ++i) {
            if (!dates[i].last || *dates[i].last - dates[i].first < std::chrono::days{5}) continue;
            auto last = dates[i];
            last.first = *last.last, last.last.reset(), dates[i].last.reset();
            dates.insert(dates.begin() + std::ptrdiff_t(++i), last);
        }
        return dates;
    }

    // Each date of a row or sentence: planned, cancelled, or what it was moved to.
    bool take(const Letters& letters, const YearContext& years, Place at, std::vector<DateInText> dates = {}) {
        if (dates.empty()) dates = dates_in(letters, years);
        dates = single_days(std::move(dates));
        if (dates.empty()) return false;
        auto cancelled = cancelled_ones(letters, dates);
        auto times = times_in(letters);
        std::erase_if(times, [&](auto& time) {
            return std::ranges::any_of(dates, [&](auto& date) { return time.from < date.to && time.to > date.from; });
        });
        auto time = times.empty() ? default_time_ : std::optional{times.front().start};
        Date before{};
        for (std::size_t i = 0; i < dates.size(); ++i) {
            static const Pattern instead{"\\b(?:kona se|se kona|bude|probehne|uskutecni|sejde)"};
            auto between = i > 0 ? letters.low.substr(dates[i - 1].to, dates[i].from - dates[i - 1].to) : std::string{};
            bool moved =
                i > 0 && (replaces().stands_in(between) || (cancelled.contains(i - 1) && instead.stands_in(between)));
            static const Pattern after_cancelled{
                "\\b(?:odpada|rusi|zrusena?o?)\\b[^.]{0,40}\\b(?:bude|kona|probehne|uskutecni)[^.]{0,30}$"};
            moved = moved || (i == 0 && after_cancelled.stands_in(letters.low.substr(0, dates[0].from)));
            static const Pattern until{
                "\\b(?:do|nejpozdeji|ze dne|ode dne|zapis z|uzaverk[a-z]*(?: je)?|zaslat|poslat|vcetne)\\s*(?:dne\\s*)?(?:(?:pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*\\s+)?$"};
            if (!moved && until.stands_in(letters.low.substr(0, dates[i].from)) &&
                letters.low.substr(0, dates[i].from).find("termin") == std::string::npos)
                continue;    // „podklady zasílejte do 1. 4.“
            if (cancelled.contains(i)) facts_.cancelled.push_back({dates[i].first, at});
            else if (only_moved_ && !moved) continue;
            else {
                auto day = ahead(dates[i]);
                // „29. 11. 2021, 24. ledna, 15. května“ go up
                if (i > 0 && !moved && !dates[i].year_said && day < before &&
                    plus_months(day, 12) - before < std::chrono::days{250})
                    day = plus_months(day, 12);
                before = day;
                plan(day, time, at);
            }
        }
        return true;
    }

    // The day that „není“ or „ruší se“ follows, with those listed beside it; all behind it where none stands before.
    static std::set<std::size_t> cancelled_ones(const Letters& letters, const std::vector<DateInText>& dates) {
        static const Pattern listed{"^[\\s,]*(?:a|i)?\\s*$"}, moved{"\\b(?:presun|preloz|posun|preklad)[a-z]* na\\b"};
        std::set<std::size_t> all;
        for (std::size_t i = 0; i + 1 < dates.size(); ++i)    // „9. dubna (přesunuto na 7. dubna)“
            if (dates[i + 1].from > dates[i].to &&
                moved.stands_in(letters.low.substr(dates[i].to, dates[i + 1].from - dates[i].to)))
                all.insert(i);
        static const Pattern except{"(?:\\b(?:krome|mimo|nikoli|vyjma|misto|namisto|ne vsak)|[(,]\\s*ne)\\s*$"};
        for (std::size_t i = 0; i < dates.size();
             ++i)    // „(ne 9. 4., jsou ředitelské dny)“, but a Sunday may be meant
            if (except.stands_in(letters.low.substr(0, dates[i].from)) &&
                std::chrono::weekday{dates[i].first} != std::chrono::Sunday)
                all.insert(i);
        for (auto& word : cancels().all(letters.low)) {
            std::optional<std::size_t> before;
            for (std::size_t i = 0; i < dates.size(); ++i)
                if (dates[i].to <= word.from() + 1) before = i;
            if (before) {
                all.insert(*before);
                for (auto i = *before; i > 0; --i) {
                    if (!listed.stands_in(letters.low.substr(dates[i - 1].to, dates[i].from - dates[i - 1].to))) break;
                    all.insert(i - 1);
                }
                continue;
            }
            for (std::size_t i = 0; i < dates.size(); ++i) {
                auto from = i == 0 ? word.to() : std::max(word.to(), dates[i - 1].to);
                auto between = dates[i].from > from ? letters.low.substr(from, dates[i].from - from) : std::string{};
                static const Pattern again{
                    "\\b(?:bude|kona|uskutecni|probehne|az|znovu|zase|opet|zacn|zacin|sejd|potkame|uvidime)"};
                if (replaces().stands_in(between) || again.stands_in(between) || between.find('(') != between.npos)
                    break;
                all.insert(i);
            }
        }
        return all;
    }

    // „Termín | Čas | Místo“ and nothing that would say what takes place.
    void table_of_days(std::size_t at) {
        static const Pattern day{"^(?:termin[a-z]*|datum|den|kdy|dne)$"},
            other{"^(?:cas|hodina|zacatek|od|do|od kdy|kde|misto|misto konani|v kolik|kolikate|c\\.?|poradi|\\W*)$"};
        auto& lines = source_.lines;
        if (at < source_.head_end || (at > 0 && lines[at - 1].table == lines[at].table && lines[at].table > 0)) return;
        std::size_t days = 0;
        for (auto& cell : lines[at].cells) {
            auto low = plain_small(squeezed(cell));
            if (day.stands_in(low)) ++days;
            else if (!other.stands_in(low)) return;
        }
        if (days != 1 || lines[at].cells.size() < 2) return;
        for (auto next = at + 1; next < lines.size() && lines[next].table == lines[at].table; ++next) {
            Letters letters{lines[next].text};
            if (dates_in(letters, source_.years).empty() || source_.used_lines.contains(next)) continue;
            only_moved_ = false;
            take(letters, source_.years, source_.original(next, next));
            source_.used_lines.insert(next);
        }
    }

    // „leden | únor | březen“ above „11. | 1. | 1.“
    void months_above_days(std::size_t at) {
        auto& lines = source_.lines;
        auto& months = lines[at].cells;
        auto named = std::ranges::count_if(months, [](auto& cell) { return month_cell(cell).has_value(); });
        if (named < 3) return;
        auto years = source_.years;
        static const Pattern of_year{"\\b(20\\d\\d)\\b"};
        for (auto above = at; above-- > 0 && above + 6 > at;)
            if (auto found = of_year.in(plain_small(lines[above].text))) {
                years.year = found->number(1);
                break;
            }
        static const Pattern days{"^\\W*(\\d{1,2})(?:\\.|\\b(?!\\s*:))"};
        for (auto next = at + 1; next < lines.size() && lines[next].table == lines[at].table; ++next)
            for (std::size_t i = 0; i < std::min(months.size(), lines[next].cells.size()); ++i) {
                auto month = month_cell(months[i]);
                auto day = days.in(plain_small(lines[next].cells[i]));
                auto year = years.year ? *years.year : years.document_day ? year_of(*years.document_day) : 0;
                if (!month || !day) continue;
                if (auto date = day_of(year, *month, day->number(1))) {
                    plan(*date, {}, source_.original(next, next));
                    source_.used_lines.insert(next);
                }
            }
    }

    static std::optional<int> month_cell(const std::string& cell) {
        auto low = plain_small(squeezed(cell));
        static const Pattern month{
            "^(?:leden|unor|brezen|duben|kveten|cerven|cervenec|srpen|zari|rijen|listopad|prosinec)$"};
        return month.stands_in(low) ? month_named(low) : std::nullopt;
    }

    // „Leden až červen 2023, vždy první středa v měsíci“, where no days are listed.
    void nth_weekdays(const Sentence& sentence) {
        static const Pattern rule{
            "\\b(prvni|druh[aeyou]+|treti|ctvrt[aeyou]+|posledni)\\s+(pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]+"};
        static const Pattern months{
            "\\b(led|unor|brez|dub|kvet|cervn|cerven|cervenec|cervenc|srp|zari|rij|listopad|prosin)([a-z]*)\\s*(?:-|az|do)\\s*([a-z]+)\\s+(20\\d\\d)"};
        auto& low = sentence.letters.low;
        auto said = rule.in(low);
        auto range = months.in(low);
        if (!said || !range || !facts_.schedule.empty()) return;
        auto first = month_named((*range)[1] + (*range)[2]), last = month_named((*range)[3]);
        if (!first || !last) return;
        static constexpr std::string_view weekdays[] = {"pondel", "uter", "stred", "ctvrt", "pat", "sobot", "nedel"};
        auto weekday = int(std::ranges::find(weekdays, std::string_view{(*said)[2]}) - weekdays) + 1;
        static constexpr std::string_view counts[] = {"prv", "dru", "tre", "ctv"};
        auto count = int(std::ranges::find(counts, std::string_view{(*said)[1]}.substr(0, 3)) - counts) + 1;
        auto times = times_in(sentence.letters);
        for (auto month = *first; month <= *last; ++month)
            if (auto day = nth_weekday(range->number(4), month, weekday, count))
                plan(*day, times.empty() ? std::nullopt : std::optional{times.front().start},
                     source_.original(sentence));
    }

    // The fifth is the last one of the month.
    static std::optional<Date> nth_weekday(int year, int month, int weekday, int count) {
        using namespace std::chrono;
        auto in_month = year_month{std::chrono::year{year}, std::chrono::month{unsigned(month)}};
        auto of_week = std::chrono::weekday{unsigned(weekday)};
        if (count > 4) return Date{sys_days{in_month / of_week[last]}};
        return Date{sys_days{in_month / of_week[unsigned(count)]}};
    }

    // In a plan „březen | 13“ and a cell „13.3“ are days too.
    static std::vector<DateInText> loose_dates(const Letters& letters, const YearContext& years, const Line& row) {
        static const Pattern by_month{
            "\\b(leden|unor|brezen|duben|kveten|cerven|cervenec|srpen|zari|rijen|listopad|prosinec)\\b[\\s|:,-]*(\\d{1,2})\\.?(?![\\d.:,])"};
        static const Pattern bare{"^\\s*(\\d{1,2})\\.\\s?(0?[1-9]|1[0-2])\\s*$"};
        std::vector<DateInText> dates;
        auto year = years.year ? *years.year : years.document_day ? year_of(*years.document_day) : 0;
        for (auto& found : by_month.all(letters.low))
            if (auto day = day_of(year, *month_named(found[1]), found.number(2)))
                dates.push_back({found.from(), found.to(), *day, {}, false});
        for (auto& cell : row.cells)
            if (auto found = bare.in(plain_small(cell)); found && dates.empty())
                if (auto day = day_of(year, found->number(2), found->number(1)))
                    dates.push_back({0, 0, *day, {}, false});
        return dates;
    }

    // In a plan a day without its year lies ahead.
    Date ahead(const DateInText& date) const {
        if (date.year_said || !facts_.date || date.first > facts_.date->day) return date.first;
        auto next = plus_months(date.first, 12);
        return next > facts_.date->day ? next : date.first;
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
        auto filled = std::ranges::count_if(line.cells, [](auto& cell) { return !cell.empty(); });
        if (line.empty() || (line.kind == LineKind::row && filled != 1) || line.text.size() > 110 ||
            source_.used_lines.contains(at))
            return;
        Letters letters{line.text};
        static const Pattern of_task{
            "^\\W*(?:>|->|\\[)|\\([^)]*(?:pristi|dalsi)[^)]*\\)\\W*$|/[^/]*(?:pristi|dalsi)[a-z ]*$|"
            "(?:\\.{3,}|\\||[,;>])\\s*(?:do |na )?(?:pristi|dalsi|nejblizsi)[a-z]* [a-z]+\\W*$"};
        if (of_task.stands_in(letters.low)) return;
        if (line.text.ends_with('.') || (!announces(letters.low) && !heads_days(at)) ||
            cancels().stands_in(letters.low))
            return;
        auto years = source_.years;
        static const Pattern of_year{"\\b(20\\d\\d)\\b"};
        if (!dates_in(letters, years).empty()) return;
        if (auto year = of_year.in(letters.low)) years.year = year->number(1);
        std::size_t without = 0, last = at;
        static const Pattern meetings{
            "\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|tymov|sejd|schaz|potkame|uvidime|setkavani|priste)"};
        bool any = false, of_meetings = meetings.stands_in(letters.low);
        default_time_.reset();
        for (auto next = at + 1; next < source_.lines.size() && without < 7; ++next) {
            auto& row = source_.lines[next];
            if (row.empty()) continue;
            Letters one{row.text};
            auto dates = dates_in(one, years);
            if (dates.empty()) dates = loose_dates(one, years, row);
            if (row.kind == LineKind::heading || is_heading_of_point(row)) break;
            if (dates.empty()) {
                // behind an empty line another thing begins
                if (any && row.kind != LineKind::row && source_.lines[next - 1].empty() && times_in(one).empty()) break;
                if (!any && row.kind != LineKind::row && row.text.size() > 90) break;    // the text goes on
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
            static const Pattern elsewhere{
                "\\b(?:zapsal|sepsal|zaznamenal|vyhotovil|poridil|zverejnil|overil)[aiy]?\\b|vyhotoven|\\bzapsan|rozdelovnik|zapis (?:poridi|vyhotovi|zpracova)|^\\s*ve? [a-z]+ (?:dne|\\d)"};
            if (elsewhere.stands_in(one.low)) break;
            if (!of_meetings && dates.size() == 1 && event_noun().stands_in(one.low) && !of_a_meeting(one))
                continue;    // „Den Země – 22. 4.“
            take(one, years, source_.original(next, next), dates);
            for (auto used = last; used <= next; ++used) source_.used_lines.insert(used);
            any = true, without = 0, last = next;
        }
        default_time_.reset();
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::optional<TimeOfDay> default_time_{};
    std::string own_kind_ = kind_of_own(facts_);
    std::set<std::size_t> event_lines_ = lines_of_events(source_.lines);
    std::optional<std::size_t> last_announced_{};    // the last line of the sentence that announced
    bool only_moved_ = false;                        // the sentence cancels and plans nothing but what replaces a day
};

}

void read_schedule(MinutesSource& source, MinutesFacts& facts) { ScheduleReader{source, facts}.read(); }

}
