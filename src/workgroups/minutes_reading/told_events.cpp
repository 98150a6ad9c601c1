// What a part of a sentence says of each of its days: whether an event takes place then, and what it is called.
#include "workgroups/minutes_reading/told_events.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// „Akce: 3. 4. Vítání jara, 30. 4. …“, „Charita: 17. 4. postní polévka, 5. 6. zahradní slavnost“
bool names_follow_days(const Letters& letters, const std::vector<EventClause>& clauses) {
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

bool lies_ahead(const Letters& letters) {
    static const Pattern ahead{
        "\\b(?:bude|budou|probehne|probehnou|uskutecni|se kona|konaji se|chystame|planujeme|zveme)\\b"};
    return ahead.stands_in(letters.low);
}

// A whole sentence stands before the day, or goes on behind it: no name alone.
bool tells_in_sentence(const Letters& letters, const DateInText& date) {
    static const Pattern verb{
        "\\b(?:jsme|jsem|si|potvrdil[aiy]?|pozval[aiy]?|zve|zveme|zucastni|zucastnime|pojede|informoval[aiy]?|upozornil[aiy]?|pripomnel[aiy]?|oznamil[aiy]?|chysta|porada|pripravuje|projdou|absolvuji|absolvuje|uzavre|ukonci|zahaji|zacne|vzal[aoi]?|doporucil[aiy]?|proberl[aiy]?|nezapomente)\\b|\\bze\\W*$"};
    static const Pattern verb_first{
        "^[\\s,:-]*(?:se )?(?:bude|budou|probehne|kona|konaji|uskutecni|zveme|jedeme|mame|ceka)\\b"};
    std::string_view low = letters.low;
    return verb.stands_in(low.substr(0, date.from)) || verb_first.stands_in(low.substr(date.to));
}

// „opravit výkaz“, „Pleskot] připraví“: of a task.
bool is_something_to_do(const std::string& low) {
    static const Pattern infinitive{"^\\W*[a-z]{2,}(?:it|at|et|yt|out|ovat|nout|est|ist|ast|ezt|izt|ict)\\s"},
        bracket{"\\]|\\[|^\\W*->"};
    if (bracket.stands_in(low)) return true;
    return infinitive.stands_in(low) && !event_noun().stands_in(low.substr(0, low.find(' ')));
}

// An hour or „další“ names nothing.
bool names_event(const std::string& title) {
    static const Pattern hour{
        "^\\W*\\d{1,2}[:.]\\d\\d\\s*(?:-|\\||$)|^\\W*(?:dalsi|pristi|prvni|druh[yae]|treti)\\W*$"};
    auto low = plain_small(title);
    auto letters = std::ranges::count_if(low, [](char c) { return c >= 'a' && c <= 'z'; });
    return letters >= 4 && !is_something_to_do(low) && !hour.stands_in(low);
}

// Without the bracket that nobody closed and the signs at its end.
std::string finished_title(std::string title) {
    auto open = title.rfind('(');
    if (open != title.npos && open > 4 && title.find(')', open) == title.npos) title = squeezed(title.substr(0, open));
    while (title.ends_with('.') || title.ends_with(',') || title.ends_with(' ')) title.pop_back();
    return event_in_nominative(title);
}

// „- Jarní úklid zahrady: sobota 15. 4. 2023“, „4. května  Otevírání studánek“
bool is_short_item(const Sentence& sentence, const DateInText& date) {
    auto& letters = sentence.letters;
    static const Pattern to_do{
        "\\b(?:trva|hotovo|splneno|zodp|odpov|zrusen|hlasovan|schvalen|usneseni|prijat|[a-z]+(?:al|il|el)[aoiy]?)\\b"};
    if (letters.size() > 120 || to_do.stands_in(letters.low)) return false;
    bool colon = date.from > 8 && letters.low.substr(0, date.from).find(": ") != std::string::npos;
    bool first = date.from < 3 && letters.size() > date.to + 8 && (sentence.item || (sentence.row && date.year_said));
    return (sentence.item && colon && letters.size() < date.to + 60) || first;
}

bool in_brackets(const Letters& letters, const DateInText& date) {
    auto open = letters.low.rfind('(', date.from);
    auto close = open == std::string::npos ? open : letters.low.find(')', open);
    return close != std::string::npos && close >= date.to;
}

// „… budou v sobotu 30. 11. od 14 h“
bool hour_stands_behind(const Letters& letters, const DateInText& date) {
    auto times = times_in(letters);
    return std::ranges::any_of(times, [&](auto& time) { return time.from >= date.to && time.from < date.to + 12; });
}

// A day deep in a long sentence that tells of something else.
bool stands_aside(const Sentence& sentence, const DateInText& date, std::optional<std::size_t> noun) {
    auto& letters = sentence.letters;
    bool behind_noun = noun && *noun < date.from && date.from - *noun < 60;
    return !in_brackets(letters, date) && !sentence.row && date.from > 30 && letters.size() - date.to > 60 &&
           !behind_noun;
}

// The first five letters of its longer words, whatever their case.
std::set<std::string> beginnings_of_words(const std::string& text) {
    std::set<std::string> all;
    for (auto& word : text::parted(plain_small(text), " "))
        if (word.size() > 4) all.insert(word.substr(0, 5));
    return all;
}

}

void ToldEvents::read(const Sentence& sentence, std::size_t index, bool in_list) {
    auto& letters = sentence.letters;
    auto clauses = event_clauses(letters, with_days_joined(letters, dates_in(letters, source_.years)));
    bool verb = takes_place().stands_in(letters.low);
    in_list = in_list || (clauses.size() > 1 && names_follow_days(letters, clauses));
    join_other_days(letters, clauses);
    for (auto& clause : clauses) {
        Sentence part{.letters = Letters{letters.cut(clause.from, clause.to)},
                      .place = sentence.place,
                      .paragraph = sentence.paragraph,
                      .item = sentence.item && clause.from == 0,
                      .marker = sentence.marker,
                      .row = sentence.row};
        for (auto& date : clause.dates) date.from -= clause.from, date.to -= clause.from;
        for (auto& date : clause.dates) read_day({part, clause.dates, index, in_list, verb}, date);
    }
}

void ToldEvents::keep_for_events(std::size_t line) { kept_.insert(line); }

bool ToldEvents::is_kept(const Sentence& sentence) const {
    auto next = kept_.lower_bound(sentence.place.first);
    return next != kept_.end() && *next <= sentence.place.last;
}

// „…, původně 26. 9., se přesouvá na 21. 11.“: days that are none of events go with the clause behind them.
void ToldEvents::join_other_days(const Letters& letters, std::vector<EventClause>& clauses) const {
    for (std::size_t at = 0; at + 1 < clauses.size();) {
        auto &one = clauses[at], &next = clauses[at + 1];
        bool none = std::ranges::all_of(one.dates, [&](auto& date) {
            return is_other_day(Letters{letters.cut(0, date.to)}, date) || is_behind(date);
        });
        if (!none || event_noun().stands_in(std::string_view{letters.low}.substr(next.from, next.to - next.from))) {
            ++at;
            continue;
        }
        next.from = one.from;
        next.dates.insert(next.dates.begin(), one.dates.begin(), one.dates.end());
        clauses.erase(clauses.begin() + std::ptrdiff_t(at));
    }
}

void ToldEvents::read_day(const Part& part, DateInText date) {
    auto& sentence = part.sentence;
    auto& letters = sentence.letters;
    if (part.in_list || lies_ahead(letters)) put_ahead(date);
    if (is_behind(date) || is_other_day(letters, date) || is_planned(date.first, sentence)) return;
    auto noun = nearest_noun(letters, date);
    if (!kept_.contains(sentence.place.first) && of_used_lines(sentence) && !told_beside(sentence, noun, date)) return;
    bool listed = is_listed(part, date);
    std::string title;
    if (!part.in_list && !in_table_of_events(sentence)) {
        auto told = told_in_text(part, date, noun, listed);
        if (!told) return;
        title = *told;
    }
    bool tells = noun && tells_in_sentence(letters, date);
    if (title.empty() && (listed || sentence.row) && !tells) title = listed_title(sentence, date);
    if (title.size() < 4) title = title_in_sentence(source_, sentence, part.index, noun, date, part.dates);
    if (!names_event(title)) return;
    title = finished_title(std::move(title));
    auto place = event_place(letters, date, title);
    add({.title = title, .place = place, .date = date.first, .end = date.last, .at = source_.original(sentence)});
}

bool ToldEvents::is_listed(const Part& part, const DateInText& date) const {
    auto& sentence = part.sentence;
    if (part.in_list) return true;
    if (begins_bare(sentence.letters)) return false;
    return (sentence.item && date.from < 14) || in_table_of_events(sentence) ||
           (part.dates.size() == 1 && is_short_item(sentence, date));
}

// Outside lists a noun, a verb or the shape of an item has to tell of an event: what the verb tells, which may be
// nothing; no value where none tells.
std::optional<std::string> ToldEvents::told_in_text(const Part& part, const DateInText& date,
                                                    std::optional<std::size_t> noun, bool listed) const {
    auto& letters = part.sentence.letters;
    if (of_a_meeting(letters) || has_passed(letters.low)) return {};
    bool goes_on = begins_bare(letters);
    auto told = !noun && !goes_on ? told_title(letters, date) : std::string{};
    bool by_verb = part.has_verb && (goes_on || hour_stands_behind(letters, date));
    if (!noun && told.empty() && !is_short_item(part.sentence, date) && !by_verb) return {};
    if (!part.has_verb && !listed && stands_aside(part.sentence, date, noun)) return {};
    return told;
}

bool ToldEvents::is_behind(const DateInText& date) const {
    return facts_.date && date.last.value_or(date.first) <= facts_.date->day;
}

// „26. 11.“ in January, where something is to come, is this year's.
void ToldEvents::put_ahead(DateInText& date) const {
    if (date.year_said || !facts_.date || facts_.date->day - date.last.value_or(date.first) < std::chrono::days{45})
        return;
    date.first = plus_months(date.first, 12);
    if (date.last) date.last = plus_months(*date.last, 12);
}

// One day may hold a meeting and an event that another sentence tells of.
bool ToldEvents::is_planned(Date day, const Sentence& sentence) const {
    auto at = source_.original(sentence);
    bool named = event_noun().stands_in(sentence.letters.low) && !of_a_meeting(sentence.letters);
    auto met = [&](auto& one) {
        bool here = one.at.first <= at.last && at.first <= one.at.last;
        return one.day == day && (here || !named);
    };
    return std::ranges::any_of(facts_.schedule, met) ||
           std::ranges::any_of(facts_.cancelled, [&](auto& one) { return one.day == day; });
}

bool ToldEvents::of_used_lines(const Sentence& sentence) const {
    auto next = source_.used_lines.lower_bound(sentence.place.first);
    return next != source_.used_lines.end() && *next <= sentence.place.last;
}

// A task, a plan or a table was read there; what takes place may be told beside it all the same.
bool ToldEvents::told_beside(const Sentence& sentence, std::optional<std::size_t> noun, const DateInText& date) const {
    if (!noun) return false;
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

// Rows below „Akce | Kdy | Kde“.
bool ToldEvents::in_table_of_events(const Sentence& sentence) const {
    if (!sentence.row) return false;
    auto at = sentence.place.first;
    while (at > 0 && source_.lines[at - 1].table == source_.lines[at].table) --at;
    static const Pattern event{"\\b(?:akce|udalost|nazev akce|co se chysta|co se deje)\\b"},
        day{"\\b(?:kdy|datum|termin|den)\\b"};
    auto low = plain_small(source_.lines[at].text);
    return low.size() < 120 && event.stands_in(low) && day.stands_in(low);
}

// Once: what shares a word with an event of the same day adds to it.
void ToldEvents::add(EventFound event) {
    auto low = plain_small(event.title);
    if (words_of("task_verbs").contains(low.substr(0, low.find(' ')))) return;    // „Pošle ho ve středu …“
    auto mine = beginnings_of_words(event.title);
    for (auto& other : facts_.events) {
        if (other.date != event.date) continue;
        auto theirs = beginnings_of_words(other.title);
        bool shared = std::ranges::any_of(mine, [&](auto& word) { return theirs.contains(word); });
        if (!shared && other.end == event.end && !(mine.empty() || theirs.empty())) continue;
        if (event.end && !other.end) other.end = event.end;
        if (other.place.empty()) other.place = event.place;
        return;
    }
    facts_.events.push_back(std::move(event));
}

}
