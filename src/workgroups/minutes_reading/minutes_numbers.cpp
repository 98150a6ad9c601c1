// Paragraphs, registration numbers, money, votes and resolutions.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/numbers_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

void add_once(std::vector<SaidText>& list, const std::string& text, Place at) {
    if (std::ranges::none_of(list, [&](auto& one) { return one.text == text; })) list.push_back({text, at});
}

void read_votes(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern vote{
        "\\bpro\\s*:?\\s*(\\d+)\\b.{0,20}?\\bproti\\s*:?\\s*(\\d+)\\b.{0,20}?\\bzdrzel[aoi]?(?:\\s*se)?\\s*(?:hlasovani)?\\s*:?\\s*(\\d+)"};
    for (auto& sentence : source.sentences)
        for (auto& found : vote.all(sentence.letters.low))
            if (found[1].size() < 5 && found[2].size() < 5 && found[3].size() < 5)
                facts.votes.push_back({found.number(1), found.number(2), found.number(3), source.original(sentence)});
}

void read_decisions(const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern decision{"^(?:usneseni|zaver|rozhodnuti)\\s+(?:c\\.|cislo)?\\s*([\\d][\\d/.-]*)\\s*:?"};
    for (auto& sentence : source.sentences)
        if (decision.stands_in(sentence.letters.low))
            facts.decisions.push_back({sentence.letters.source, source.original(sentence)});
    static const Pattern number{"^c\\.\\s*(\\d{1,5}/\\d{2,4}(?:-[a-z])?)$"};
    auto most = std::min<std::size_t>(source.lines.size(), 12);
    for (std::size_t at = 0; at < most; ++at)
        if (auto found = number.in(plain_small(source.lines[at].text)); found && !facts.resolution_number)
            facts.resolution_number = SaidText{(*found)[1], source.original(at, at)};
}

}

void read_numbers(MinutesSource& source, MinutesFacts& facts) {
    for (auto& sentence : source.sentences) {
        auto at = source.original(sentence);
        for (auto& found : paragraphs_in(sentence.letters))
            if (!found.other_act) add_once(facts.paragraphs, found.paragraph, at);
        for (auto& number : registration_numbers_in(sentence.letters)) add_once(facts.registration_numbers, number, at);
        for (auto amount : amounts_in(sentence.letters)) facts.amounts_czk.push_back(amount);
    }
    read_votes(source, facts);
    read_decisions(source, facts);
}

}
