// Reads seminars, round tables and conferences out of sentences that say on which days they are.
#include "platform/base/parts.hpp"
#include "platform/reading/dates_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/prose.hpp"
#include "workgroups/minutes_import/sentence_facts.hpp"

namespace workgroups {

using reading::Letters;
using reading::Pattern;

namespace {

// „AT seminář“, „kulatý stůl „Poptávka po službách …““: with the mark before it and the name in quotes behind it.
std::string title_from(const Letters& letters, std::size_t from, std::size_t to) {
    static const Pattern mark{"\\b[a-z]{2,5}\\s+$"};
    auto before = letters.low.substr(0, from);
    if (auto found = mark.in(before)) {
        bool capitals = true;
        for (auto at = found->from(); at < from; ++at)
            if (letters.low[at] != ' ') capitals &= letters.capital(at);
        if (capitals) from = found->from();
    }
    static const Pattern quoted{"^\\s{0,2}\"([^\"]{3,200})\"?"};
    auto behind = letters.low.substr(to);
    if (auto name = quoted.in(behind)) return letters.cut(from, to + name->to());
    return letters.cut(from, to);
}

std::optional<std::string> place_in(const Letters& letters) {
    static const Pattern hotel{"\\bv\\s+hotelu\\s+(\\w+)"};
    if (auto found = hotel.in(letters.low)) return "hotel " + letters.cut(found->from(1), found->to(1));
    static const Pattern rooms{
        "\\bve?\\s+((?:prostorach|budove|sale|knihovne|aule|zasedaci\\s+mistnosti)\\s[^.,;()]{3,60}?)"
        "(?=\\s+(?:se|kona|uskutecni|probehne|porada)\\b|[.,;()]|$)"};
    if (auto found = rooms.in(letters.low)) return letters.cut(found->from(1), found->to(1));
    return {};
}

bool known_already(const DocumentFacts& facts, Date first, std::int64_t from_line, std::int64_t to_line) {
    return std::ranges::any_of(facts, [&](auto& one) {
        return one.kind == "event" && one.day == first && one.first_line <= to_line && from_line <= one.last_line;
    });
}

}

void add_gatherings(const reading::TextDocument& document, DocumentFacts& facts) {
    static const Pattern gathering{"\\b(?:kulat(?:y|eho)\\s+st[uo]l\\w{0,2}|seminar|konference|workshop)\\b"};
    static const Pattern takes_place{"\\b(?:kona|konal|konala|konaji|uskutecni|uskutecnil|uskutecnila|probehne|probehl|"
                                     "probehla|porada|poradal|poradala|zve|pozvani)\\b"};
    auto years = years_of(facts);
    for (auto& sentence : reading::sentences_of(document.lines)) {
        auto& letters = sentence.letters;
        auto found = sentence.row ? std::nullopt : gathering.in(letters.low);
        if (!found || !takes_place.stands_in(letters.low)) continue;
        auto dates = reading::dates_in(letters, years);
        auto first_line = std::int64_t(sentence.place.first), last_line = std::int64_t(sentence.place.last);
        if (dates.size() != 1 || known_already(facts, dates.front().first, first_line, last_line)) continue;
        DocumentFact fact;
        fact.kind = "event", fact.first_line = first_line, fact.last_line = last_line;
        fact.body = text::trimmed(title_from(letters, found->from(), found->to()));
        fact.day = dates.front().first, fact.until = dates.front().last, fact.extra = place_in(letters);
        facts.push_back(std::move(fact));
    }
}

}
