// When the project begins and ends and how many months it lasts.
#include "projects/project_reading/old_values.hpp"
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/dates_of_period.hpp"
#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <utility>

namespace projects {

namespace {

using passages::DayOrMonth;
using passages::Passage;
using passages::Tokens;

constexpr std::string_view of_other_period[] = {"vykazovan*", "sledovan* obdobi", "monitorovaci* obdobi", "zprava za",
                                                "za obdobi"};

bool speaks_of_running(const Tokens& tokens) {
    static constexpr std::string_view words[] = {
        "realiz*", "potrva*", "probih*", "trva*",    "bezi",     "obdobi", "uskutecn*", "projekt*",   "pobezi",
        "jedeme",  "zacin*",  "zacal*",  "rozbehl*", "startuj*", "konci*", "skonci*",   "odstartov*", "koncime"};
    return passages::has_any(tokens, words) && !passages::has_any(tokens, of_other_period);
}

struct MonthsSaid {
    int months = 0;
    passages::Span tokens{};
};

// „36 měsíců“, „(30 měsíců)“, „36 mes.“, „třicet šest kalendářních měsíců“, „24měsíční“
std::optional<MonthsSaid> months_said(const Tokens& tokens) {
    std::optional<MonthsSaid> old;    // „místo 24 měsíců 30“; where only it is told, it is what is told
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        auto number = passages::number_at(tokens, at);
        if (!number || number->value < 2 || number->value >= 200) continue;
        auto words = passages::match_at(tokens, number->last, "?: ?cel* ?kalendarni* ?( ?slov* mesic*|mes");
        if (words && !is_old_value(tokens, {at, words->last})) return MonthsSaid{number->value, {at, words->last}};
        if (words) old = MonthsSaid{number->value, {at, words->last}};
    }
    return old;
}

void take_period(const Tokens& tokens, reading::Place at, ProjectFacts& facts) {
    auto period = passages::period_in(tokens);
    if (!period) return;
    if (!facts.start) facts.start = {period->from.first, at};
    if (!facts.end) facts.end = {period->to.last, at};
}

void labelled_months(const Passage& passage, ProjectFacts& facts) {
    if (facts.months || (passage.field != months_field && passage.field != period_field)) return;
    auto said = months_said(passage.tokens);
    auto months = said ? std::optional{said->months} : std::nullopt;
    bool told = passages::has(passages::tokens_of(passage.label), "mes|mesic*") ||
                (passage.table && passage.field == months_field);
    if (!months && told && passage.tokens.size() <= 3 && !passage.tokens.empty())
        months = passages::small_number(passage.tokens.front());
    if (months && *months > 0) facts.months = {*months, passage.at};
}

// Words shortly before or behind a day: „zahájen byl dne 1. 5.“, „dne 1. 5. zahájí“; a comma, an „a“ or another day
// stands between them and other words.
bool near_day(const Tokens& tokens, const DayOrMonth& day, std::string_view words) {
    auto first = day.tokens.first;
    for (auto at = first; at > 0 && at + 6 > first; --at) {
        if (passages::match_at(tokens, at - 1, words)) return true;
        if (passages::match_at(tokens, at - 1, ",|a|;|do|od|az") && at < first) break;
        if (tokens[at - 1].kind == passages::TokenKind::number) break;
    }
    for (auto at = day.tokens.last; at < tokens.size() && at < day.tokens.last + 3; ++at) {
        if (passages::match_at(tokens, at, words)) return true;
        if (passages::match_at(tokens, at, ",|a|;|do|az|-")) break;
    }
    return false;
}

constexpr std::string_view begin_words =
    "zacal*|zacin*|zacne|odstartov*|odstartuj*|startuj*|rozbehl*|rozjel*|rozbiha|zahaj*|pustili|pustily|spustil*";
constexpr std::string_view finish_words =
    "konci*|skonci*|ukonc*|zakonc*|konec|dokonc*|hotov*|uzavr*|dobehne|dobehl|rozlouci";
// Those that say it also where the sentence names no project.
constexpr std::string_view sure_finish_words = "konci*|skonci*|ukonci*|konec|uzavreme|hotovo";

// Of the project itself, or of us who do it.
bool speaks_of_project(const Tokens& tokens) {
    return passages::has(tokens, "projekt*|realizac*|realizuj*") ||
           passages::has(tokens,
                         "startujeme|zaciname|zacali|zacaly|jedeme|koncime|skoncime|rozbihame|zacalo|odstartovali");
}

// „Od 1. února 2024 uskutečňuje projekt …“, „poběží do 31. ledna 2027“, „začal 1. září 2023“: one end of the time
// alone.
void take_one_end(const Tokens& tokens, reading::Place at, ProjectFacts& facts) {
    static constexpr std::string_view runs[] = {"uskutecn*", "pobezi",   "bezi",       "jedeme", "zacin*",    "zacal*",
                                                "rozbehl*",  "startuj*", "odstartov*", "zahaj*", "realizuj*", "probih*",
                                                "potrva*",   "trva*",    "pracuj*",    "resi*"};
    static constexpr std::string_view ends[] = {"konci*", "skonci*", "konec",   "ukonc*", "rozlouci", "zakonci*",
                                                "pobezi", "potrva*", "probih*", "bezi",   "trva*",    "ma"};
    auto days = passages::days_and_months_in(tokens);
    if (days.size() > 4 || passages::has(tokens, "puvodne|puvodni")) return;
    for (auto& day : days) {
        auto before = day.tokens.first;
        bool from = before > 0 && passages::match_at(tokens, before - 1, "od");
        bool until = before > 0 && passages::match_at(tokens, before - 1, "do");
        bool opens = near_day(tokens, day, begin_words) && !until;
        bool closes = near_day(tokens, day, speaks_of_project(tokens) ? finish_words : sure_finish_words) && !from;
        if (!facts.start && ((from && passages::has_any(tokens, runs)) || (opens && !closes)))
            facts.start = {day.first, at};
        if (!facts.end && (closes || (until && passages::has_any(tokens, ends)))) facts.end = {day.last, at};
    }
}

void labelled_days(const Passage& passage, ProjectFacts& facts) {
    auto days = passages::days_and_months_in(passage.tokens);
    if (passage.field == start_field && !days.empty() && !facts.start) {
        facts.start = {days.front().first, passage.at};
        if (days.size() > 1) take_period(passage.tokens, passage.at, facts);
    }
    if (passage.field == end_field && !days.empty() && !facts.end) facts.end = {days.back().last, passage.at};
    if (passage.field == period_field || passage.field == months_field) take_period(passage.tokens, passage.at, facts);
    if (passage.field == period_field && days.size() == 1) take_one_end(passage.tokens, passage.at, facts);
}

// The sentences of the page that may speak of this project.
struct PeriodSentence {
    Tokens tokens{};
    const Passage* passage = nullptr;
};
using PeriodSentences = std::vector<PeriodSentence>;

PeriodSentences sentences_on_time(const Passages& passages) {
    PeriodSentences own;
    for (auto& passage : passages) {
        if (passage.field == other_project_field) continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            Passage alone{.field = passage.field, .tokens = std::move(sentence.tokens)};
            if (!of_another_project(alone)) own.push_back({std::move(alone.tokens), &passage});
        }
    }
    return own;
}

template <class Visit>
void each_own_sentence(const PeriodSentences& sentences, Visit visit) {
    for (auto& sentence : sentences) visit(sentence.tokens, *sentence.passage);
}

// A project lasts at least half a year: no course, no call for offers.
bool long_enough(const passages::PeriodFound& period) { return plus_months(period.from.first, 5) < period.to.last; }

// „Projekt byl prodloužen do 30. 6. 2026“: the new end holds, whatever a table still says.
void take_prolonged(const PeriodSentences& sentences, ProjectFacts& facts) {
    each_own_sentence(sentences, [&](auto& tokens, auto& passage) {
        if (!passages::has(tokens, "prodlouz*|prodluz*|posouva|posunul*|posunut*|meni") || !speaks_of_project(tokens))
            return;
        for (auto& day : passages::days_and_months_in(tokens))
            if (passages::match_at(tokens, day.tokens.first - std::min<std::size_t>(day.tokens.first, 1), "do|na") &&
                (!facts.end || facts.end->value < day.last))
                facts.end = {day.last, passage.at};
    });
}

void said_in_sentences(const PeriodSentences& sentences, ProjectFacts& facts) {
    each_own_sentence(sentences, [&](auto& tokens, auto& passage) {
        if (speaks_of_running(tokens)) take_period(tokens, passage.at, facts);
    });
    each_own_sentence(sentences, [&](auto& tokens, auto& passage) {    // „Od dubna 2024 do března 2026 provázíme …“
        auto period = facts.start || facts.end ? std::nullopt : passages::period_in(tokens);
        bool from =
            period && period->from.tokens.first > 0 && passages::match_at(tokens, period->from.tokens.first - 1, "od");
        if (from && long_enough(*period) && !passages::has_any(tokens, of_other_period))
            take_period(tokens, passage.at, facts);
    });
    for (bool of_project : {true, false}) {
        if (facts.start && facts.end) return;
        each_own_sentence(sentences, [&](auto& tokens, auto& passage) {
            bool other = passages::has_any(tokens, of_other_period) || passage.field == other_field;
            if (!other && (!of_project || speaks_of_project(tokens))) take_one_end(tokens, passage.at, facts);
        });
    }
    if (facts.start || facts.end) return;
    each_own_sentence(sentences, [&](auto& tokens, auto& passage) {
        auto period = passages::period_in(tokens);
        if (period && long_enough(*period) && !passages::has_any(tokens, of_other_period) && !passage.table)
            take_period(tokens, passage.at, facts);
    });
}

// How many months there are from the beginning to the end; a day more or less does no harm.
int months_between(Date start, Date end) {
    int months = 0;
    while (months < 200 && plus_months(start, months + 1) <= end + std::chrono::days{3}) ++months;
    return months;
}

int months_of(const ProjectFacts& facts) {
    return facts.start && facts.end ? months_between(facts.start->value, facts.end->value) : 0;
}

// Months that agree with the days, wherever they are said.
void months_that_agree(const PeriodSentences& sentences, int counted, ProjectFacts& facts) {
    if (counted == 0) return;
    each_own_sentence(sentences, [&](auto& tokens, auto& passage) {
        auto said = facts.months ? std::nullopt : months_said(tokens);
        if (said && said->months == counted) facts.months = {said->months, passage.at};
    });
}

// Where the days are not known, only in a sentence on how long the project runs.
void months_in_text(const PeriodSentences& sentences, ProjectFacts& facts) {
    if (months_of(facts) > 0) return;
    each_own_sentence(sentences, [&](auto& tokens, auto& passage) {
        if (facts.months) return;
        auto said = months_said(tokens);
        bool lasts =
            passages::has(tokens, "potrva*|trva*|realiz*|dobu|delka|pobezi|jedeme|celkem|trvani|naplanovan*|rozvrz*");
        if (said && lasts && (speaks_of_running(tokens) || tokens.size() < 8))
            facts.months = {said->months, passage.at};
    });
}

}

void find_period(const Passages& passages, ProjectFacts& facts) {
    for (auto& passage : passages) {
        if (passage.heading() || passage.text.empty() || of_another_project(passage) ||
            passages::has_any(passages::tokens_of(passage.label), of_other_period))
            continue;
        labelled_days(passage, facts);
        labelled_months(passage, facts);
    }
    auto sentences = sentences_on_time(passages);
    if (!facts.start || !facts.end) said_in_sentences(sentences, facts);
    auto before_change = months_of(facts);
    take_prolonged(sentences, facts);
    months_that_agree(sentences, months_of(facts), facts);
    months_that_agree(sentences, before_change, facts);
    months_in_text(sentences, facts);
}
}
