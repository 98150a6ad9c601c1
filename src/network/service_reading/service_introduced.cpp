// Finds services that sentences introduce: by their paragraph of the law, by their number, by the heading above.
#include "network/service_reading/service_introduced.hpp"

#include "network/service_reading/service_announced.hpp"
#include "network/service_reading/service_parts.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace network {

namespace {

using passages::Passage;
using reading::LineKind;

constexpr std::string_view register_cues = "registr*|registrac*|reg|identif*|ident|id|rpss";

// "Tísňová péče (§ 41) je naše nejmladší služba", "Začnu ranou péčí, registrace 2278150": a name with its paragraph or
// its number.  Several of them in one sentence are a summary.
const ServiceType* introduced_in(const passages::Tokens& tokens) {
    auto mentions = type_mentions_in(tokens);
    auto by_law = type_by_paragraph_in(tokens);
    bool numbered =
        has_number_of_register(tokens) || (passages::has(tokens, register_cues) && passages::has(tokens, "#"));
    const ServiceType* one = nullptr;
    for (auto& mention : mentions) {
        if (one && one != mention.type) return nullptr;
        one = mention.type;
    }
    if (!one) return numbered ? by_law : nullptr;
    return one == by_law || (numbered && !by_law) ? one : nullptr;
}

// "Týdenní stacionář Mozaika je určen dětem": the first words of a paragraph.
const ServiceType* presented_in(const passages::Tokens& tokens) {
    auto mentions = type_mentions_in(tokens);
    if (mentions.empty() || mentions.front().tokens.first > 1) return nullptr;
    auto last = mentions.front().tokens.last;
    for (auto at = last; at < tokens.size() && at < last + 4; ++at)
        if (passages::match_at(tokens, at, "je|jsou urcen*|pro|tu") ||
            passages::match_at(tokens, at, "slouzi|nabizi|poskytuje|pomaha"))
            return mentions.front().type;
    return nullptr;
}

// "… intervenční centrum (§ 60a). To u nás nesídlí.": the sentence behind denies it.
bool denied_behind(const std::vector<passages::Sentence>& sentences, std::size_t at) {
    if (at + 1 >= sentences.size()) return false;
    auto& next = sentences[at + 1].tokens;
    return passages::match_at(next, 0, "to|ten|ta|tu|tyto|tuto|toto|takov*|jej|ji|tato|ty") &&
           !passages::match_at(next, 1, "prvni|druh*|treti|ctvrt*|dalsi|ostatni|posledni") &&
           (denies(next) || passages::has(next, "nemame|nema|nemaji|nevedeme|neni"));
}

void add_type(std::vector<const ServiceType*>& types, const ServiceType* type) {
    if (std::ranges::count(types, type) == 0) types.push_back(type);
}

void add_certain_types(const std::vector<passages::Sentence>& sentences, std::vector<const ServiceType*>& types) {
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        auto& tokens = sentences[n].tokens;
        bool evident = passages::has(tokens, "§|paragraf* #") || has_number_of_register(tokens) ||
                       (passages::has(tokens, register_cues) && passages::has(tokens, "#"));
        if (!evident || denies(tokens) || says_what_we_are_not(tokens) || denied_behind(sentences, n)) continue;
        for (auto& mention : type_mentions_in(tokens)) add_type(types, mention.type);
    }
}

const ServiceType* only_type_in(const passages::Tokens& tokens) {
    const ServiceType* only = nullptr;
    for (auto& mention : type_mentions_in(tokens)) {
        if (only && only != mention.type) return nullptr;
        only = mention.type;
    }
    return only;
}

}

bool says_what_we_are_not(const passages::Tokens& tokens) {
    return passages::match_at(tokens, 0, "nejsme|nejsou|neposkytujeme|nenabizime|neprovozujeme ?:|to ?socialni ?sluz*")
        .has_value();
}

bool is_seven_digits(const passages::Token& token) {
    return token.kind == passages::TokenKind::number && token.folded.size() == 7;
}

bool has_number_of_register(const passages::Tokens& tokens) {
    bool said = passages::has(tokens, register_cues) || passages::has(tokens, "cislo|cislem");
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!is_seven_digits(tokens[at]) || passages::match_at(tokens, at + 1, "/")) continue;
        bool of_other = at > 1 && passages::match_at(tokens, at - 2,
                                                     "uctu|ucet|telefon|tel|ico|ic|dotazu|dokumentu|zaznamu ?.|:|c");
        bool bracketed = at > 0 && tokens[at - 1].folded == "(" && passages::match_at(tokens, at + 1, ")");
        if (!of_other && (said || bracketed)) return true;
    }
    return false;
}

bool goes_on_asking(const Passage& passage) {
    auto& tokens = passage.tokens;
    return passage.heading() && !tokens.empty() && tokens.back().folded == "?" &&
           passages::match_at(tokens, 0, "a|i|ale|takze|jeste");
}

bool leads_to_card(const Passage& passage) {
    return !passage.table && !passage.heading() && type_mentions_in(passage.tokens).empty() &&
           has_number_of_register(passage.tokens);
}

bool is_prose(const Passage& passage) {
    return !passage.heading() && passage.kind != LineKind::row && passage.label.empty() &&
           words_of(passage.tokens) >= 5;
}

const ServiceType* introduced_by_text(const Passage& passage) {
    auto sentences = passages::sentences_of(passage.text);
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        auto& tokens = sentences[n].tokens;
        if (denies(tokens) || says_what_we_are_not(tokens) || denied_behind(sentences, n)) continue;
        if (auto type = introduced_in(tokens)) return type;
        if (auto type = n == 0 ? presented_in(tokens) : nullptr) return type;
    }
    return nullptr;
}

const ServiceType* named_below_heading(const std::vector<Passage>& passages, std::size_t at) {
    auto& passage = passages[at];
    bool below = at > 0 && (passages[at - 1].heading() || (at > 1 && passages[at - 2].heading()));
    if (!below || passage.kind != LineKind::text || words_of(passage.tokens) > 14) return nullptr;
    bool names = passages::has(passage.tokens, "rika|rikaji|nazyva*|jmenuje|registr*|zakon*|uredne|druh*|§");
    return names ? only_type_in(passage.tokens) : nullptr;
}

std::vector<const ServiceType*> certain_types(const std::vector<Passage>& passages) {
    std::vector<const ServiceType*> types;
    for (auto& passage : passages) add_certain_types(passages::sentences_of(passage.text), types);
    for (auto& passage : passages)    // "První je osobní asistence. … Identifikátor 5174420."
        if (is_prose(passage) && has_number_of_register(passage.tokens))
            if (auto type = only_type_in(passage.tokens)) add_type(types, type);
    return types;
}

}
