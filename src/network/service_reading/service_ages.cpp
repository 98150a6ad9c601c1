// How old those are whom the service is for.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace network {

namespace {

using passages::Passage;
using passages::Tokens;

bool speaks_of_age(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"od narozeni",
                                                 "det*|rodin*",
                                                 "klient* musi|muze|smi",
                                                 "bylo|nebylo",
                                                 "clovek*",
                                                 "dit*",
                                                 "muz*|zen*",
                                                 "zajemc*",
                                                 "vek*",
                                                 "urcen*",
                                                 "vyuzi*",
                                                 "prijima*",
                                                 "poskytovan*",
                                                 "veku",
                                                 "dosahl*",
                                                 "starsi*|mladsi*",
                                                 "osob*",
                                                 "uzivatel*|blizk*",
                                                 "nikoho|nikdo",
                                                 "lid*",
                                                 "rodicum",
                                                 "senior*",
                                                 "klient* od|do",
                                                 "dospel*",
                                                 "komu|kdo|jim|kterym",
                                                 "linka|linku",
                                                 "centr*|domov*|klub*|sluzb*",
                                                 "spodni|dolni|horni",
                                                 "musi ?mu|ji|jim|ti|vam byt",
                                                 "musis|musite mit",
                                                 "je|jsou|bere*|bereme"};
    static constexpr std::string_view others[] = {
        "prumer*", "nejstarsi*",       "tabor*",    "zkusenost*", "krouzek",      "pracovni* pomer",
        "praxe",   "zamestnan*",       "doprovod*", "smlouv*",    "oslav*|slavi", "existuj*|funguje*|pusobi* # let",
        "sbirk*",  "predsed*|reditel*"};
    bool alone = tokens.size() <= 6 && passages::has(tokens, "let");    // a line of a card: "18–60 let"
    return (alone || passages::has_any(tokens, words)) &&
           (passages::has(tokens, "muze|mohou|smi ?byt") || !passages::has_any(tokens, others));
}

// "jestliže vám ještě nebylo 15 let" denies nothing of the service.
bool says_who_is_too_young(const Tokens& tokens) {
    return passages::has(tokens, "jeste nebylo|neni # let|rok|roku|roky");
}

struct Limits {
    std::optional<passages::FoundAt<int>> from, to;
    bool open_end = false;

    void take(const passages::AgeLimits& found, reading::Place at) {
        if (found.from && (!from || *found.from < from->value)) from = {*found.from, at};
        if (found.to && (!to || *found.to > to->value)) to = {*found.to, at};
        open_end = open_end || found.open_end;
    }
    bool any() const { return from || to || open_end; }
};

// Parted by semicolons: "od 27 let; nejstarší klientce bylo 101".
std::vector<Tokens> parted_at_semicolons(const Tokens& tokens) {
    std::vector<Tokens> clauses(1);
    for (auto& token : tokens) {
        if (token.folded == ";") clauses.emplace_back();
        else clauses.back().push_back(token);
    }
    return clauses;
}

bool names_ages(const passages::AgeBand& band) {
    auto tokens = passages::tokens_of(band.label);
    static constexpr std::string_view words[] = {"det*",    "dorost*", "dospel*", "senior*",
                                                 "mladez*", "mladi*",  "kojen*",  "zaci|zaky"};
    return tokens.size() <= 6 && passages::has_any(tokens, words) && !passages::has(tokens, "s|se|bez|v|pro|od");
}

// "vek_od", "Věk do: 64 let", "Minimální věk | 18": the label says which bound the number is.
std::optional<passages::AgeLimits> bound_of_label(const Passage& passage, const std::string& label) {
    auto& tokens = passage.tokens;
    auto at = passages::match_at(tokens, 0, "je") ? std::size_t{1} : 0;
    auto numbers = std::ranges::count(tokens, passages::TokenKind::number, &passages::Token::kind);
    if (at >= tokens.size() || tokens[at].kind != passages::TokenKind::number || numbers != 1) return {};
    auto years = passages::small_number(tokens[at]);
    bool alone = tokens.size() == at + 1 || passages::match_at(tokens, at + 1, "let|roku|rok|roky");
    if (!years || *years > 120 || !alone) return {};
    auto name = passages::tokens_of(label);
    bool lower = passages::has(name, "od|min*|nejmene|nejnizsi|nejmladsi*|spodni|dolni|alespon");
    bool upper = passages::has(name, "do|max*|nejvyse|nejvyssi|nejstarsi*|horni");
    if (lower == upper) return {};
    return lower ? passages::AgeLimits{years, {}, false} : passages::AgeLimits{{}, years, false};
}

Limits limits_of(const ServicePart& part, bool labelled) {
    Limits limits;
    for (auto passage : part.passages) {
        bool of_age = passage->field == age_field && !passage->heading();
        bool own = of_age || (passage->field == target_field && !passage->heading());
        if (own != labelled || passage->field == not_for_field || (!labelled && passage->field == other_field))
            continue;
        auto& name = passage->column_name.empty() ? passage->label : passage->column_name;
        if (of_age && passages::match_at(passage->tokens, 0, "bez|neni ?vekov* omezeni|omezen*")) {
            limits.open_end = true;
            continue;
        }
        if (auto bound = bound_of_label(*passage, name); of_age && bound) {
            limits.take(*bound, passage->at);
            continue;
        }
        auto bands = passages::age_bands_in(passage->text, passage->tokens);
        if (!bands.empty()) {
            for (auto& band : bands) limits.take(passages::age_limits_in(passages::tokens_of(band.note)), passage->at);
            auto before = passage->text.substr(0, passage->text.find('('));
            if (bands.size() > 1 || names_ages(bands.front())) {
                for (auto& sentence : passages::sentences_of(before))
                    limits.take(passages::age_limits_in(sentence.tokens, of_age), passage->at);
                continue;
            }
        }
        for (auto& sentence : passages::sentences_of(passage->text))
            for (auto& clause : parted_at_semicolons(sentence.tokens))
                if (labelled || (speaks_of_age(clause) && (!denies(clause) || says_who_is_too_young(clause))))
                    limits.take(passages::age_limits_in(clause, of_age), passage->at);
    }
    return limits;
}

// "a to bez omezení věku": then other ages in the part are somebody else's.
ServicePart only_without_limits(const ServicePart& part) {
    static constexpr std::string_view without[] = {"bez omezeni veku", "bez vekov* omezeni", "na veku nezalezi",
                                                   "vek* nerozhoduje"};
    for (auto passage : part.passages)
        if (passages::has_any(passage->tokens, without)) {
            auto only = part;
            only.passages = {passage};
            return only;
        }
    return part;
}

}

void find_ages(const ServicePart& part, ServiceFacts& facts) {
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->field == other_field) continue;
        for (auto& band : passages::age_bands_in(passage->text, passage->tokens))
            if (names_ages(band)) facts.age_bands.push_back({band, passage->at});
    }
    auto limits = limits_of(part, true);
    if (!limits.any()) limits = limits_of(only_without_limits(part), false);
    facts.age_min = limits.from, facts.age_max = limits.to;
    for (auto& [band, at] : facts.age_bands) {
        bool lower = band.from && !limits.from && (!facts.age_min || *band.from < facts.age_min->value);
        if (lower) facts.age_min = {*band.from, at};
        bool upper = band.to && !limits.to && !limits.open_end && (!facts.age_max || *band.to > facts.age_max->value);
        if (upper) facts.age_max = {*band.to, at};
    }
    bool open_band = std::ranges::any_of(facts.age_bands, [](auto& found) { return !found.value.to; });
    if (open_band && !limits.to) facts.age_max.reset();
    // "matky od 18 let, děti do 18 let": the lower one is the service's.
    if (facts.age_min && facts.age_max && facts.age_max->value <= facts.age_min->value) facts.age_max.reset();
}

}
