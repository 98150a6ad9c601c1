// Who provides the service: by a label, by a sentence, or whom the document is from.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/organisations.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <map>

namespace network {

namespace {

using passages::Passage;
using passages::Tokens;

std::optional<FoundText> named(std::string_view text, reading::Place at) {
    auto name = passages::organisation_name(text);
    if (name.size() < 3) return {};
    return FoundText{name, at};
}

// Sentences: the name behind the words, or before them.
struct Said {
    std::string_view pattern;
    bool behind;
};

constexpr Said sayings[] = {
    {"provozuje|poskytuje|zajistuje|vede|dela ji|ho|je|to ?nas ?nase ?obecne ?prospesna ?spolek|ustav|organizace|spolecnost",
     true},
    {"poskytovatel* ?vsech ?nize ?uvedenych ?teto|techto ?socialni* ?sluz* je|jsou", true},
    {"poskytovatel* ?sluzby :|-", true},
    {"sluz* ?pro ?vas ?primo zajistuje|poskytuje|provozuje ?primo", true},
    {"zajistuje|poskytuje|provozuje primo", true},
    {"sluzbu|sluzby|ji|je|linku|domov|zarizeni|centrum|stacionar provozuje|poskytuje|zajistuje", true},
    {"provozovatelem|poskytovatelem ?sluzby|sluzeb|teto|domova je|jsou", true},
    {"je ?jedinym|nasim|registrovanym poskytovatelem", false},
    {"jmenujeme se", true},
    {"pracovnici|pracovnice ?spolku|ustavu|charity|organizace", true},
    {"jsme ?porad|stale|tu ?nestatni ?neziskova ?organizace", true},
    {"poskytuje|provozuje|zajistuje|nabizi ?sluzbu|sluzby ?socialni* ?sluz*", false},
    {"provozuje|poskytuje|zajistuje", true},
};

std::optional<FoundText> name_behind(const passages::Sentence& sentence, std::size_t at, reading::Place place) {
    if (at >= sentence.tokens.size()) return {};
    auto behind = std::string_view{sentence.text}.substr(sentence.tokens[at].begin);
    auto tokens = passages::tokens_of(behind);
    auto found = passages::organisations_in(behind, tokens);
    auto first = std::ranges::find_if(found, [](auto& one) { return one.tokens.first <= 1; });
    if (first != found.end()) return FoundText{first->name, place};
    if (tokens.empty()) return {};
    if (passages::match_at(tokens, 0,
                           "mesto|obec|mestys|charita|diakonie|statutarni")) {    // "město Podhájí nad Labem"
        auto end = std::size_t{1};
        while (end < tokens.size() && tokens[end].kind == passages::TokenKind::word &&
               (tokens[end].capital || passages::match_at(tokens, end, "nad|pod|u|na|v|ve")))
            ++end;
        if (end > 1) return FoundText{passages::printed(behind, tokens, {0, end}), place};
    }
    return {};
}

std::optional<FoundText> name_before(const passages::Sentence& sentence, std::size_t at, reading::Place place) {
    auto found = passages::organisations_in(sentence.text, sentence.tokens);
    for (auto one = found.rbegin(); one != found.rend(); ++one)
        if (!one->legal_form && !type_mentions_in(passages::tokens_of(one->name)).empty()) continue;
        else if (one->tokens.last <= at && (one->legal_form || one->tokens.last + 1 >= at))
            return FoundText{one->name, place};
    return {};
}

// What each saying finds in one passage.
using Told = std::vector<std::optional<FoundText>>;

Told told_in(const Passage& passage) {
    Told told(std::size(sayings));
    if (passage.field == other_field && !passage.label.empty() && !passage.heading()) return told;
    for (auto& sentence : passages::sentences_of(passage.text)) {
        if (denies(sentence.tokens)) continue;
        for (std::size_t n = 0; n < told.size(); ++n) {
            auto words = told[n] ? std::nullopt : passages::find(sentence.tokens, sayings[n].pattern);
            if (words)
                told[n] = sayings[n].behind ? name_behind(sentence, words->last, passage.at)
                                            : name_before(sentence, words->first, passage.at);
        }
    }
    return told;
}

std::string key_of(std::string_view name) {
    std::string key;
    for (auto letter : search::fold(name))
        if (letter >= 'a' && letter <= 'z') key += letter;
    return key.substr(0, 16);
}

// Named most often, legal forms before others; the signature of a letter, the head of a page.
std::optional<FoundText> most_named(const std::vector<const Passage*>& passages) {
    std::map<std::string, int> weights;
    std::map<std::string, FoundText> names;
    std::vector<std::string> order;
    for (auto passage : passages)
        for (auto& one : passages::organisations_in(passage->text, passage->tokens)) {
            bool alone = one.tokens.size() + 2 >= passage->tokens.size();
            if (!one.legal_form && (!alone || passages::has(passage->tokens, "sluz*"))) continue;
            if (!one.legal_form && !type_mentions_in(passages::tokens_of(one.name)).empty()) continue;
            auto key = key_of(one.name);
            if (key.empty()) continue;
            weights[key] += one.legal_form ? 4 : 1;
            if (names.emplace(key, FoundText{one.name, passage->at}).second) order.push_back(key);
        }
    if (order.empty()) return {};
    auto best = std::ranges::max_element(order, {}, [&](auto& key) { return weights[key]; });
    return names[*best];
}

// "tísňová péče · Charita Úvalno", "Noclehárna (Útulek, z. s.)": in the line that names the type, behind a sign.
std::optional<FoundText> named_beside_type(const ServicePart& part) {
    for (auto passage : part.passages) {
        auto mentions = type_mentions_in(passage->tokens);
        bool of_card = passage->at.first == part.type_at.first && !mentions.empty();
        if (!of_card) continue;
        for (auto& one : passages::organisations_in(passage->text, passage->tokens)) {
            bool behind = one.tokens.first >= mentions.front().tokens.last && one.tokens.first > 0;
            auto& sign = passage->tokens[behind ? one.tokens.first - 1 : 0];
            bool parted = behind && sign.kind == passages::TokenKind::sign && sign.folded != "\"" && sign.folded != ".";
            auto from = passage->tokens[mentions.front().tokens.last - 1].end;
            bool far = behind && passage->text.find('\n', from) < passage->tokens[one.tokens.first].begin;
            if (parted && !far && type_mentions_in(passages::tokens_of(one.name)).empty())
                return FoundText{one.name, passage->at};
        }
    }
    return {};
}

}

ProviderReader::ProviderReader(const std::vector<Passage>& all) {
    for (auto& passage : all) all_.push_back(&passage);
}

std::optional<FoundText> ProviderReader::of(const ServicePart& part) {
    if (auto own = labelled_in(part.passages)) return own;
    if (auto own = said_in(part.passages)) return own;
    if (auto own = named_beside_type(part)) return own;
    auto& before = part.before;
    std::optional<FoundText> last;
    for (std::size_t n = before.size(); n-- > 0 && !last;) {    // the nearest above
        if (before[n]->heading() && before[n]->field == provider_field)
            last = labelled_in({before.begin() + std::ptrdiff_t(n), before.end()});
        else if (before[n]->field == provider_field && !before[n]->label.empty()) last = labelled_in({before[n]});
    }
    if (last) return last;
    if (auto common = said_in(before)) return common;
    if (!anywhere_) anywhere_ = named_anywhere();
    return *anywhere_;
}

std::optional<FoundText> ProviderReader::named_anywhere() {
    if (auto labelled = labelled_in(all_)) return labelled;
    if (auto said = said_in(all_)) return said;
    return most_named(all_);
}

// The first saying before the others, wherever it stands.
std::optional<FoundText> ProviderReader::said_in(const Passages& passages) {
    for (std::size_t saying = 0; saying < std::size(sayings); ++saying)
        for (auto passage : passages)
            if (auto& found = told(*passage)[saying]) return found;
    return {};
}

const ProviderReader::Told& ProviderReader::told(const Passage& passage) {
    auto [known, is_new] = told_.try_emplace(&passage);
    if (is_new) known->second = told_in(passage);
    return known->second;
}

std::optional<FoundText> ProviderReader::labelled_in(const Passages& passages) {
    bool of_provider = false;
    for (auto passage : passages) {
        if (passage->heading()) of_provider = passage->field == provider_field;
        if (passage->heading() || passage->text.empty()) continue;
        bool label = passage->field == provider_field && !passage->label.empty() &&
                     !passages::has(passage->tokens, "je|jsou|zajist*");
        bool name = of_provider && passage->field == name_field;
        bool below = passage->field == provider_field && passage->label.empty() &&
                     !passages::organisations_in(passage->text, passage->tokens).empty();
        if (below)
            if (auto told = said_in({passage})) return told;
        if (label || name || below)
            if (auto found =
                    below ? named(passages::organisations_in(passage->text, passage->tokens).front().name, passage->at)
                          : named(passage->text, passage->at))
                return found;
    }
    return {};
}

}
