// What takes place and when: items of lists of events, rows of tables, sentences. Meetings of groups, deadlines, and
// what has passed are none.
#include "workgroups/minutes_reading/event_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class EventReader {
public:
    EventReader(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        read_event_tables(source_, facts_);
        read_labelled();
        read_dated_lines();
        bool in_list = false;
        std::size_t list_begun = 0;
        std::size_t next_line = 0;
        for (std::size_t i = 0; i < source_.sentences.size(); ++i) {
            auto& sentence = source_.sentences[i];
            for (; next_line <= sentence.place.first && next_line < source_.lines.size(); ++next_line) {
                auto& line = source_.lines[next_line];
                if (line.empty() || line.kind == LineKind::row) continue;
                if (heads_event_list(line) && !has_sibling(next_line)) in_list = true, list_begun = next_line;
                else if (in_list && line.kind == LineKind::item && list_begun < next_line && numbered(line) &&
                         numbered(source_.lines[list_begun]))
                    in_list = false;
                else if (in_list && (line.kind == LineKind::heading || is_heading_of_point(line) ||
                                     (next_line > list_begun + 1 && line.kind == LineKind::text &&
                                      line.text.size() < 60 && dates_in(Letters{line.text}, source_.years).empty() &&
                                      line.indent == 0 && next_line > 0 && source_.lines[next_line - 1].empty())))
                    in_list = false;
            }
            if (begun_above_.contains(i) || of_taken_lines(sentence)) continue;
            auto whole = with_name_behind_day(i);
            bool long_cells = sentence.row && sentence.letters.size() > 160;
            if (!long_cells && unusable(whole)) continue;
            if (!long_cells) one(whole, i, in_list);
            else
                for (auto& part : sentences_of_cells(sentence))
                    if (!unusable(part)) one(part, i, in_list);
        }
    }

private:
    // „22. 4. Den Země“: the full stop behind the month ended a sentence.
    Sentence with_name_behind_day(std::size_t index) {
        auto joined = source_.sentences[index];
        auto tail = joined.letters.low.substr(joined.letters.size() > 16 ? joined.letters.size() - 16 : 0);
        if (joined.row || tail.find_first_of("0123456789") == tail.npos) return joined;
        static const Pattern opens{
            "(?:^\\W*|(?:[,:;(-]|\\s[ai]\\b)\\s*(?:(?:v |ve )?(?:pondel|uter|stred|ctvrt|patek|patku|sobot|nedel)[a-z]*\\s+)?)$"};
        for (auto next = index + 1; next < source_.sentences.size() && joined.letters.size() < 400; ++next) {
            auto& below = source_.sentences[next];
            if (below.place.first > joined.place.last || below.paragraph != joined.paragraph) break;
            auto dates = dates_in(joined.letters, source_.years);
            if (dates.empty() || dates.back().to + 2 < joined.letters.size() ||
                !opens.stands_in(joined.letters.low.substr(0, dates.back().from)))
                break;
            begun_above_.insert(next);
            joined.letters = Letters{joined.letters.source + " " + below.letters.source};
            joined.place.last = below.place.last;
        }
        return joined;
    }

    // „Název akce: Den rodiny“ / „Termín: 15. 5. 2021“ / „Místo: park“
    void read_labelled() {
        static const Pattern name{"^(?:nazev )?(?:akce|udalosti|akci)$|^udalost$"};
        for (auto& one : source_.labelled) {
            if (!name.stands_in(one.label) || one.line < source_.head_end || one.value.empty()) continue;
            EventFound event{.title = one.value, .at = source_.original(one.line, one.last_line)};
            bool dated = false;
            for (auto& beside : source_.labelled) {
                if (beside.line <= one.line || beside.line > one.last_line + 4) continue;
                if (beside.kind == "place") event.place = beside.value;
                if (beside.kind != "date" && beside.kind != "due") continue;
                if (auto dates = dates_in(Letters{beside.value}, source_.years); !dates.empty() && !dated)
                    event.date = dates.front().first, event.end = dates.front().last, dated = true;
            }
            if (!dated || (facts_.date && event.end.value_or(event.date) <= facts_.date->day)) continue;
            facts_.events.push_back(std::move(event));
        }
    }

    // „sobota 2. 10. – Den seniorů na zámku“, line by line below a heading of events.
    void read_dated_lines() {
        auto& lines = source_.lines;
        bool headed = false;
        for (std::size_t at = source_.head_end; at < lines.size(); ++at) {
            auto& line = lines[at];
            if (line.empty()) continue;
            if (heads_event_list(line) && !has_sibling(at)) {
                headed = true;
                continue;
            }
            Letters letters{line.text};
            auto dates = dates_in(letters, source_.years);
            bool dated = !dates.empty() && dates.front().from < 4 && line.kind != LineKind::row &&
                         letters.size() < 130 && !is_prose(letters, at);
            if (!dated) {
                headed = headed && line.kind == LineKind::item && at + 1 < lines.size() &&
                         lines[at + 1].kind == LineKind::text && !lines[at + 1].empty();
                continue;
            }
            auto beside = [&](std::size_t other) {
                if (other >= lines.size() || lines[other].empty() || lines[other].kind == LineKind::row) return false;
                auto near = dates_in(Letters{lines[other].text}, source_.years);
                return !near.empty() && near.front().from < 4;
            };
            bool among = !headed && ((at > 0 && beside(at - 1)) || beside(at + 1)) &&
                         event_noun().stands_in(letters.low) && !of_a_meeting(letters) && !has_passed(letters.low);
            if (!(headed || among) || (!headed && source_.used_lines.contains(at)) ||
                refused_words().stands_in(letters.low))
                continue;
            Sentence sentence{.letters = letters, .place = {at, at}, .item = true};
            if (headed && line.kind == LineKind::text && at > 0 && lines[at - 1].kind == LineKind::item &&
                dates_in(Letters{lines[at - 1].text}, source_.years).empty() && lines[at - 1].text.size() < 90)
                sentence.letters = Letters{lines[at - 1].text + ": " + line.text};    // its name stands above
            taken_.insert(at);
            one(sentence, 0, true);
            source_.used_lines.insert(at);
        }
    }

    static bool numbered(const Line& line) {
        return line.kind == LineKind::item && !line.marker.empty() && line.marker[0] >= '0' && line.marker[0] <= '9';
    }

    // „- letní akce“ followed by „- auto“ is a point of a programme, no heading.
    bool has_sibling(std::size_t at) const {
        if (source_.lines[at].kind != LineKind::item) return false;
        for (auto next = at + 1; next < source_.lines.size(); ++next) {
            auto& line = source_.lines[next];
            if (line.empty()) continue;
            return line.kind == LineKind::item && line.indent == source_.lines[at].indent &&
                   numbered(line) == numbered(source_.lines[at]) && dates_in(Letters{line.text}, source_.years).empty();
        }
        return true;
    }

    bool is_prose(const Letters& letters, std::size_t at) const {
        static const Pattern full_stop{"[a-z)]\\.\\s+[A-Z]"};
        if (full_stop.stands_in(letters.plain)) return true;
        if (at + 1 >= source_.lines.size() || source_.lines[at + 1].empty()) return false;
        Letters next{source_.lines[at + 1].text};
        return source_.lines[at + 1].kind == LineKind::text && next.low[0] >= 'a' && next.plain[0] == next.low[0] &&
               dates_in(next, source_.years).empty();
    }

    // A row whose cells hold whole sentences.
    std::vector<Sentence> sentences_of_cells(const Sentence& row) const {
        std::vector<Sentence> all;
        for (auto& cell : source_.lines[row.place.first].cells)
            for (auto& paragraph : text::parted(cell, "\n")) {
                Letters letters{squeezed(paragraph)};
                for (auto [from, to] : sentence_bounds(letters))
                    all.push_back({.letters = Letters{letters.cut(from, to)},
                                   .place = row.place,
                                   .paragraph = row.paragraph,
                                   .item = true});
            }
        return all;
    }

    bool of_used_lines(const Sentence& sentence) const {
        for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
            if (source_.used_lines.contains(line)) return true;
        return false;
    }

    bool of_taken_lines(const Sentence& sentence) const {
        for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
            if (taken_.contains(line)) return true;
        return false;
    }

    // A task, a plan or a table was read there; what takes place may be told beside it all the same.
    bool told_beside(const Sentence& sentence, std::optional<std::size_t> noun, const DateInText& date) const {
        if (!noun || taken_.contains(sentence.place.first)) return false;
        auto& low = sentence.letters.low;
        static const Pattern surely{
            "\\b(?:kona(?:ji)?|konat|probehn(?:e|ou)|uskutecni|svolan[aoy]?|zve(?:me)?|porada(?:ji)?|usporada|mame|hostit|bude|budou)\\b"};
        bool named = *noun < 30 && *noun < date.from && (date.from < 70 || takes_place().stands_in(low));
        bool behind_day = date.from < 14 && *noun > date.to && *noun < date.to + 24;
        if (!surely.stands_in(low) && !named && !behind_day) return false;
        auto at = source_.original(sentence);
        return std::ranges::none_of(facts_.tasks, [&](auto& task) {
            return !date.last && task.due == date.first && task.at.first <= at.last && at.first <= task.at.last;
        });
    }

    bool unusable(const Sentence& sentence) const {
        static const Pattern question{"\\?\\W*$"},
            of_page{"^\\W*(?:aktualizovan|vlozen|publikovan|zverejnen|posledni uprava|naposledy)"},
            for_ever{"\\b(?:odlozen|odklad|odsunut)[a-z]* (?:se )?na (?:neurcito|pozdeji)|\\bdo odvolani\\b"};
        auto& low = sentence.letters.low;
        if (question.stands_in(low) || of_page.stands_in(low) || for_ever.stands_in(low)) return true;
        if (sentence.place.first < std::max<std::size_t>(source_.head_end, 1) && sentence.place.first < 40) return true;
        return refused_words().stands_in(sentence.letters.low);
    }

    static const Pattern& refused_words() {
        static const Pattern refused{
            "^(?:usneseni|hlasovani|priloha|datum|zapsal|overil|vyhotoven)|\\b(?:protokol|zapis|zaznam)\\b.*\\b(?:psal|rozesl|vyhotov|sepsan)|\\bsepsano\\b|\\brozeslano\\b|\\bzadosti se podavaji\\b|\\bjsme chteli mit\\b|\\bukol\\b|\\bzrusen|\\bzruseno|\\bse rusi\\b|\\bodpada\\b|\\bnekona\\b|\\bnebude\\b"};
        return refused;
    }

    void one(const Sentence& sentence, std::size_t index, bool in_list) {
        auto dates = with_days_joined(sentence.letters, dates_in(sentence.letters, source_.years));
        auto clauses = event_clauses(sentence.letters, dates);
        bool verb = takes_place().stands_in(sentence.letters.low);
        if (clauses.size() > 1 && names_follow_days(sentence.letters, clauses)) in_list = true;
        for (std::size_t at = 0; at + 1 < clauses.size();) {    // „…, původně 26. 9., se přesouvá na 21. 11.“
            bool none = std::ranges::all_of(clauses[at].dates, [&](auto& date) {
                auto before = Letters{sentence.letters.cut(0, date.to)};
                return is_other_day(before, date) ||
                       (facts_.date && date.last.value_or(date.first) <= facts_.date->day);
            });
            auto inside = sentence.letters.low.substr(clauses[at + 1].from, clauses[at + 1].to - clauses[at + 1].from);
            if (!none || event_noun().stands_in(inside)) {
                ++at;
                continue;
            }
            clauses[at + 1].from = clauses[at].from;
            clauses[at + 1].dates.insert(clauses[at + 1].dates.begin(), clauses[at].dates.begin(),
                                         clauses[at].dates.end());
            clauses.erase(clauses.begin() + std::ptrdiff_t(at));
        }
        for (auto& clause : clauses) {
            Sentence part{.letters = Letters{sentence.letters.cut(clause.from, clause.to)},
                          .place = sentence.place,
                          .paragraph = sentence.paragraph,
                          .item = sentence.item && clause.from == 0,
                          .marker = sentence.marker,
                          .row = sentence.row};
            for (auto& date : clause.dates) date.from -= clause.from, date.to -= clause.from;
            of_clause(part, clause.dates, index, in_list, verb);
        }
    }

    // „Akce: 3. 4. Vítání jara, 30. 4. …“, „Charita: 17. 4. postní polévka, 5. 6. zahradní slavnost“
    static bool names_follow_days(const Letters& letters, const std::vector<EventClause>& clauses) {
        static const Pattern label{"\\b(?:akc[ei]|kalendar|cek|chysta|pozvank|program)[a-z]*[^:]{0,30}:\\W*$"},
            colon{"^[^:]{0,60}:\\W*$"};
        auto before = letters.low.substr(0, clauses.front().dates.front().from);
        if (label.stands_in(before)) return true;
        if (!before.empty() && !colon.stands_in(before)) return false;
        return std::ranges::any_of(clauses, [&](auto& clause) {
            auto part = Letters{letters.cut(clause.from, clause.to)};
            return event_noun().stands_in(part.low) && !of_a_meeting(part);
        });
    }

    void of_clause(const Sentence& sentence, const std::vector<DateInText>& dates, std::size_t index, bool in_list,
                   bool verb) {
        auto& letters = sentence.letters;
        for (auto date : dates) {
            if (in_list || lies_ahead(letters)) put_ahead(date);
            if (facts_.date && date.last.value_or(date.first) <= facts_.date->day) continue;
            if (is_other_day(letters, date) || is_planned(date.first, sentence)) continue;
            bool listed = in_list || (sentence.item && date.from < 14) || in_table_of_events(sentence);
            auto noun = nearest_noun(letters, date);
            if (of_used_lines(sentence) && !told_beside(sentence, noun, date) && !taken_.contains(sentence.place.first))
                continue;
            bool bare_verb = begins_bare(letters);
            if (!listed && dates.size() == 1 && !bare_verb && short_item(sentence, date)) listed = true;
            if (bare_verb && !in_list) listed = false;
            std::string told;
            if (!in_list && !in_table_of_events(sentence)) {
                if (of_a_meeting(letters) || has_passed(letters.low)) continue;
                bool goes_on = bare_verb;
                if (!noun && !goes_on) told = told_title(letters, date);
                if (!noun && told.empty() && !short_item(sentence, date) && !(verb && goes_on) &&
                    !(verb && hour_behind(letters, date)))
                    continue;
                if (!verb && !listed && !in_brackets(letters, date) && !sentence.row && date.from > 30 &&
                    letters.size() - date.to > 60 && !(noun && *noun < date.from && date.from - *noun < 60))
                    continue;
            }
            EventFound event{.title = told, .date = date.first, .end = date.last, .at = source_.original(sentence)};
            static const Pattern verb_first{
                "^[\\s,:-]*(?:se )?(?:bude|budou|probehne|kona|konaji|uskutecni|zveme|jedeme|mame|ceka)\\b"};
            bool tells =
                noun && (tells_in_sentence(letters, date) || verb_first.stands_in(letters.low.substr(date.to)));
            if (event.title.empty() && (listed || sentence.row) && !tells) event.title = listed_title(sentence, date);
            if (event.title.size() < 4) event.title = title_in_sentence(source_, sentence, index, noun, date, dates);
            static const Pattern hour{
                "^\\W*\\d{1,2}[:.]\\d\\d\\s*(?:-|\\||$)|^\\W*(?:dalsi|pristi|prvni|druh[yae]|treti)\\W*$"};
            auto letters_said =
                std::ranges::count_if(plain_small(event.title), [](char c) { return c >= 'a' && c <= 'z'; });
            if (letters_said < 4 || is_something_to_do(event.title) || hour.stands_in(plain_small(event.title)))
                continue;
            if (auto open = event.title.rfind('(');
                open != event.title.npos && open > 4 && event.title.find(')', open) == event.title.npos)
                event.title = squeezed(event.title.substr(0, open));
            while (event.title.ends_with('.') || event.title.ends_with(',') || event.title.ends_with(' '))
                event.title.pop_back();
            event.title = event_in_nominative(event.title);
            event.place = place_of(letters, date, event.title);
            add(std::move(event));
        }
    }

    static bool lies_ahead(const Letters& letters) {
        static const Pattern ahead{
            "\\b(?:bude|budou|probehne|probehnou|uskutecni|se kona|konaji se|chystame|planujeme|zveme)\\b"};
        return ahead.stands_in(letters.low);
    }

    // „26. 11.“ in January, where something is to come, is this year's.
    void put_ahead(DateInText& date) const {
        if (date.year_said || !facts_.date || facts_.date->day - date.last.value_or(date.first) < std::chrono::days{45})
            return;
        date.first = plus_months(date.first, 12);
        if (date.last) date.last = plus_months(*date.last, 12);
    }

    // A whole sentence stands before the day, no name alone.
    static bool tells_in_sentence(const Letters& letters, const DateInText& date) {
        static const Pattern verb{
            "\\b(?:jsme|jsem|si|potvrdil[aiy]?|pozval[aiy]?|zve|zveme|zucastni|zucastnime|pojede|informoval[aiy]?|upozornil[aiy]?|pripomnel[aiy]?|oznamil[aiy]?|chysta|porada|pripravuje|projdou|absolvuji|absolvuje|uzavre|ukonci|zahaji|zacne|vzal[aoi]?|doporucil[aiy]?|proberl[aiy]?|nezapomente)\\b|\\bze\\W*$"};
        return verb.stands_in(letters.low.substr(0, date.from));
    }

    // „opravit výkaz“, „Pleskot] připraví“: of a task.
    static bool is_something_to_do(const std::string& title) {
        static const Pattern infinitive{"^\\W*[a-z]{2,}(?:it|at|et|yt|out|ovat|nout|est|ist|ast|ezt|izt|ict)\\s"},
            bracket{"\\]|\\[|^\\W*->"};
        auto low = plain_small(title);
        if (bracket.stands_in(low)) return true;
        return infinitive.stands_in(low) && !event_noun().stands_in(low.substr(0, low.find(' ')));
    }

    // „- Jarní úklid zahrady: sobota 15. 4. 2023“, „4. května  Otevírání studánek“
    static bool short_item(const Sentence& sentence, const DateInText& date) {
        auto& letters = sentence.letters;
        static const Pattern to_do{
            "\\b(?:trva|hotovo|splneno|zodp|odpov|zrusen|hlasovan|schvalen|usneseni|prijat|[a-z]+(?:al|il|el)[aoiy]?)\\b"};
        if (letters.size() > 120 || to_do.stands_in(letters.low)) return false;
        bool colon = date.from > 8 && letters.low.substr(0, date.from).find(": ") != std::string::npos;
        bool first =
            date.from < 3 && letters.size() > date.to + 8 && (sentence.item || (sentence.row && date.year_said));
        return (sentence.item && colon && letters.size() < date.to + 60) || first;
    }

    // Rows below „Akce | Kdy | Kde“.
    bool in_table_of_events(const Sentence& sentence) const {
        if (!sentence.row) return false;
        auto at = sentence.place.first;
        while (at > 0 && source_.lines[at - 1].table == source_.lines[at].table) --at;
        static const Pattern event{"\\b(?:akce|udalost|nazev akce|co se chysta|co se deje)\\b"},
            day{"\\b(?:kdy|datum|termin|den)\\b"};
        auto low = plain_small(source_.lines[at].text);
        return low.size() < 120 && event.stands_in(low) && day.stands_in(low);
    }

    // One day may hold a meeting and an event that another sentence tells of.
    bool is_planned(Date day, const Sentence& sentence) const {
        auto at = source_.original(sentence);
        bool named = event_noun().stands_in(sentence.letters.low) && !of_a_meeting(sentence.letters);
        return std::ranges::any_of(facts_.schedule,
                                   [&](auto& one) {
                                       bool here = one.at.first <= at.last && at.first <= one.at.last;
                                       return one.day == day && (here || !named);
                                   }) ||
               std::ranges::any_of(facts_.cancelled, [&](auto& one) { return one.day == day; });
    }

    static bool in_brackets(const Letters& letters, const DateInText& date) {
        auto open = letters.low.rfind('(', date.from);
        return open != std::string::npos && letters.low.find(')', open) != std::string::npos &&
               letters.low.find(')', open) >= date.to;
    }

    // „… budou v sobotu 30. 11. od 14 h“
    static bool hour_behind(const Letters& letters, const DateInText& date) {
        auto times = times_in(letters);
        return std::ranges::any_of(times, [&](auto& time) { return time.from >= date.to && time.from < date.to + 12; });
    }

    // „v hotelu Orion“, „Kulturní centrum Střelnice“ behind a comma; „v hotelu Orion AT seminář“ ends before the title.
    static std::string place_of(const Letters& letters, const DateInText& date, const std::string& title) {
        static const Pattern place{
            "\\b(?:ve?|na)\\s+((?!pondeli|utery|stredu|ctvrtek|patek|sobotu|nedeli|roce|dnech|\\d|termin|nem\\b|pristi|spoluprac|soucinnost|ramci|souvislost|pripade|prubehu)[a-z][^,;.()]*)"};
        static const Pattern end{"\\s(?:od|do|dne|a to|proto|pozvanky|kona|se|porada)\\b.*$"};
        auto title_begins = plain_small(title.substr(0, title.find(' ')));
        std::string chosen;
        for (auto& found : place.all(letters.low)) {
            if (found.from() < date.from && date.to < found.to()) continue;
            auto text = squeezed(letters.cut(found.from(1), found.to(1)));
            Letters inside{text};
            if (auto stop = end.in(inside.low)) text = squeezed(inside.cut(0, stop->from()));
            if (auto name = plain_small(text).find(" " + title_begins); !title_begins.empty() && name != text.npos)
                text = squeezed(Letters{text}.cut(0, name));
            if (chosen.empty() || found.from() > date.to) chosen = text;
            if (found.from() > date.to) break;
        }
        return chosen.size() > 80 ? std::string{} : place_in_nominative(chosen);
    }

    void add(EventFound event) {
        auto words = [](const std::string& text) {
            std::set<std::string> all;
            for (auto& word : text::parted(plain_small(text), " "))
                if (word.size() > 4) all.insert(word.substr(0, 5));
            return all;
        };
        auto mine = words(event.title);
        for (auto& other : facts_.events) {
            if (other.date != event.date) continue;
            auto theirs = words(other.title);
            bool shared = std::ranges::any_of(mine, [&](auto& word) { return theirs.contains(word); });
            if (!shared && other.end == event.end && !(mine.empty() || theirs.empty())) continue;
            if (event.end && !other.end) other.end = event.end;
            if (other.place.empty()) other.place = event.place;
            return;
        }
        facts_.events.push_back(std::move(event));
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::set<std::size_t> begun_above_{};    // sentences joined to the one before
    std::set<std::size_t> taken_{};          // lines read here
};

}

void read_events(MinutesSource& source, MinutesFacts& facts) { EventReader{source, facts}.read(); }

}
