// Puts events of a document into the calendar.
#include "platform/base/parts.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/prose.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking.hpp"

namespace workgroups {

using reading::Letters;
using reading::Pattern;

namespace {

constexpr std::size_t longest_source = 2000;    // bytes

// Czech letters are two bytes; a small one follows its capital or stands 32 behind it.
std::string with_capital(std::string text) {
    if (text.empty()) return text;
    auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') text[0] = char(first - 32);
    else if (text.size() > 1 && first >= 0xC3 && first <= 0xC5) {
        auto second = static_cast<unsigned char>(text[1]);
        if (first == 0xC3 && second >= 0xA0) text[1] = char(second - 32);
        else if (first != 0xC3 && Letters{text.substr(0, 2)}.size() == 1 && !Letters{text.substr(0, 2)}.capital(0))
            text[1] = char(second - 1);
    }
    return text;
}

// „také 3. ročník setkání poskytovatelů“: the edition apart, so that each year has the same title.
void name_event(PlanningEvent& event, const std::string& body) {
    Letters letters{body};
    static const Pattern before{"^(?:take|tez|opet|znovu)\\s+"}, edition{"^(\\d{1,3})\\s*\\.\\s*rocnik\\w*\\s+"};
    std::size_t from = 0;
    if (auto found = before.in(letters.low)) from = found->to();
    auto rest = Letters{letters.cut(from)};
    if (auto found = edition.in(rest.low)) {
        auto number = found->number(1);
        if (number >= 1 && number <= 999) event.edition = number, rest = Letters{rest.cut(found->to())};
    }
    auto title = rest.source;
    while (!title.empty() && std::string_view{" ,;.:"}.find(title.back()) != std::string_view::npos) title.pop_back();
    event.title = shortened(with_capital(title.empty() ? body : title), longest_kept_line);
}

const char* kind_of_event(const std::string& title) {
    constexpr std::pair<std::string_view, const char*> kinds[] = {
        {"kulat", "round_table"},         {"seminar", "seminar"},  {"workshop", "seminar"}, {"konferenc", "seminar"},
        {"otevrenych dveri", "open_day"}, {"sbirk", "collection"}, {"kampan", "campaign"}};
    auto low = reading::plain_small(title);
    for (auto& [word, kind] : kinds)
        if (low.find(word) != std::string::npos) return kind;
    return "other";
}

// „Pořádá ho Advaita, z.ú, a protidrogová koordinátorka …“: one a line.
std::string organisers_in(const std::string& words) {
    Letters letters{words};
    static const Pattern who{"\\bporada(?:ji)?\\s+(?:ho\\s+|ji\\s+|je\\s+)?|\\borganizatore?[mi]?\\s*:\\s*"};
    static const Pattern between{"\\s*,?\\s+a\\s+(?=[a-z])"};
    auto found = who.in(letters.low);
    if (!found) return {};
    auto end = letters.size();
    for (auto& [from, to] : reading::sentence_bounds(letters))
        if (from <= found->from() && found->to() <= to) end = to;
    Letters named{letters.cut(found->to(), end)};
    std::vector<std::string> all;
    std::size_t from = 0;
    auto take = [&](std::size_t to) {
        auto one = std::string{text::trimmed(named.cut(from, to))};
        while (!one.empty() && std::string_view{" ,;."}.find(one.back()) != std::string_view::npos) one.pop_back();
        if (!one.empty()) all.push_back(shortened(one, longest_kept_line));
    };
    // „Centrum zdravotní a sociální péče“ is one: another begins behind a comma or with a capital.
    for (auto& word : between.all(named.low))
        if (word[0].find(',') != std::string::npos || named.capital(word.to())) take(word.from()), from = word.to();
    take(named.size());
    return text::joined(all, "\n");
}

std::optional<PlanningEvent> there_already(const Taking& taking, const PlanningEvent& event) {
    std::optional<PlanningEvent> cancelled;
    for (auto all = events_of(taking.db(), taking.group.id); auto& one : all) {
        if (one.first_day != event.first_day || search::fold(one.title) != search::fold(event.title)) continue;
        if (!one.cancelled()) return one;
        if (made_before(taking.db(), taking.import, one.id.uuid)) cancelled = one;
    }
    return cancelled;
}

std::optional<Id<PlanningEvent>> edition_before(const Taking& taking, const PlanningEvent& event) {
    if (event.edition)
        for (auto all = events_of(taking.db(), taking.group.id); auto& one : all)
            if (one.edition == *event.edition - 1 && search::fold(one.title) == search::fold(event.title))
                return one.id;
    return {};
}

PlanningEvent event_in(const Taking& taking, const DocumentFact& fact) {
    PlanningEvent event;
    event.group_id = taking.group.id, event.meeting_id = taking.meeting.id, event.published = taking.group.published;
    name_event(event, fact.body);
    event.kind = kind_of_event(event.title);
    event.first_day = *fact.day, event.last_day = fact.until.value_or(*fact.day);
    event.place = fact.extra;
    if (event.last_day <= taking.meeting.day) event.state = "held";
    auto words = taking.words(fact);
    if (!words.empty()) event.source_text = shortened(words, longest_source);
    // Several events of one paragraph share its words: who holds which nobody can tell.
    auto events = accepted_of(taking.facts, "event");
    bool alone = std::ranges::count_if(events, [&](auto one) { return one->first_line == fact.first_line; }) == 1;
    if (alone) event.organisers = organisers_in(words);
    return event;
}

}

void take_events(Taking& taking) {
    for (auto fact : accepted_of(taking.facts, "event")) {
        if (!fact->day) continue;
        auto event = event_in(taking, *fact);
        ++taking.taken.events;
        auto there = there_already(taking, event);
        if (there && !there->cancelled()) continue;
        event.edition_of_id = edition_before(taking, event);
        if (!there) {
            add_event(taking.author, event);
            continue;
        }
        event.id = there->id, event.slug = there->slug, event.kept = there->kept;
        change(taking.author, *there, event);
    }
}

}
