// For whom the service is: target groups and ages.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/sentences.hpp"

#include <algorithm>

namespace network {

namespace {

using reading::Passage;
using reading::Tokens;

// Words that begin the name of a group of people, in any case, and their nominative.
struct GroupHead {
    std::string_view pattern, nominative;
    bool bare = true;    // may stand alone
};

constexpr GroupHead group_heads[] = {
    {"osoby|osobam|osob|osobami|osobach", "osoby"},
    {"seniori|seniorum|senioru|seniory", "senioři"},
    {"rodiny|rodinam|rodin|rodinami", "rodiny"},
    {"deti|detem|detmi", "děti"},
    {"mladez|mladezi", "mládež"},
    {"obeti|obetem|obetmi", "oběti"},
    {"pachatele|pachatelum", "pachatelé"},
    {"lide|lidi|lidem|lidmi", "lidé"},
    {"matky|matkam|matek", "matky"},
    {"otcove|otcum", "otcové"},
    {"zeny|zenam|zen", "ženy"},
    {"muzi|muzum|muzu", "muži"},
    {"dospeli|dospelym|dospele", "dospělí"},
    {"rodice|rodicum|rodicu", "rodiče"},
    {"obcane|obcanum|obcanu", "občané"},
    {"cizinci|cizincum|cizincu", "cizinci"},
    {"imigranti|imigrantum", "imigranti"},
    {"jednotlivci|jednotlivcum", "jednotlivci"},
    {"pecujici|pecujicim", "pečující"},
    {"tehotne|tehotnym", "těhotné"},
    {"etnicke|etnickym", "etnické"},
    {"uzivatele|uzivatelum", "uživatelé"},
    {"klienti|klientum", "klienti"},
    {"kdokoli|kdokoliv|kazdy", ""},
    {"mladi|mladym", "mladí"},
    {"neslysici|neslysicim", "neslyšící"},
    {"nevidomi|nevidomym", "nevidomí"},
};

const GroupHead* head_at(const Tokens& tokens, std::size_t at) {
    for (auto& head : group_heads)
        if (reading::match_at(tokens, at, head.pattern)) return &head;
    return nullptr;
}

// A group is cut off before what is said of it: ages, reasons, what is done with it.
bool ends_group(const Tokens& tokens, std::size_t at) {
    auto& token = tokens[at];
    if (token.folded == ";" || token.folded == "|" || token.folded == ":") return true;
    if (token.folded == "." || token.folded == "?" || token.folded == "!") return at + 1 == tokens.size() || tokens[at + 1].spaced;
    if (token.folded == "-") return token.spaced;
    if (token.folded == ",") return !reading::match_at(tokens, at + 1, "kter*|kdo|jejich*|jez|jimz|u ?nichz|ktere|s|se|mentalni*|telesn*|zrakov*|sluchov*|kombinovan*|zdravotni*|dusevni*");
    return false;
}

// "děti a mládež" are one group.
bool match_youth(const Tokens& tokens, std::size_t at) { return reading::match_at(tokens, at, "mladez*").has_value(); }

bool joins_group(const Tokens& tokens, std::size_t at) {
    if (!reading::match_at(tokens, at, "a|i|nebo|ci|take|tez|rovnez|dale")) return false;
    auto next = at + 1;
    while (reading::match_at(tokens, next, "take|tez|i|rovnez|pro")) ++next;
    return next < tokens.size() && head_at(tokens, next) && !match_youth(tokens, next);
}

struct Group {
    std::string text;
    std::size_t last = 0;
};

Group group_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto end = at + 1;
    int open = 0;
    for (; end < tokens.size(); ++end) {
        if (tokens[end].folded == "(") ++open;
        if (tokens[end].folded == ")") --open;
        if (open < 0) break;
        if (open == 0 && (ends_group(tokens, end) || joins_group(tokens, end))) break;
        if (open == 0 && reading::match_at(tokens, end, ", ?a to") ) break;
        if (open == 0 && reading::match_at(tokens, end, "od|starsi* # ?let")) break;
        if (open == 0 && reading::match_at(tokens, end, "od narozeni")) break;
    }
    auto head = head_at(tokens, at);
    auto printed = reading::printed(text, tokens, {at, end});
    if (head && !head->nominative.empty()) {
        auto rest = end > at + 1 ? " " + reading::printed(text, tokens, {at + 1, end}) : std::string{};
        auto shown = reading::printed(text, tokens, {at, at + 1});
        bool nominative = std::string_view{head->pattern}.starts_with(tokens[at].folded + "|") || head->pattern == tokens[at].folded;
        printed = (nominative ? shown : std::string{head->nominative}) + rest;
    }
    std::ranges::replace(printed, '\n', ' ');
    return {std::string{reading::trimmed(printed, ",;.-–")}, end};
}

// Sentences that say for whom the service is.
constexpr std::string_view for_whom[] = {"urcen*", "pro koho", "slouzi", "pomaha*", "poskytuj* osob*|senior*|rodin*", "cilov* skupin*", "podporuje*", "obrac* na|se",
                                         "bydli u nas", "vyuzivat|vyuzit", "volat", "prijima*", "zameren*"};

FoundTexts groups_in_sentence(const reading::Sentence& sentence, reading::Place at, std::size_t from) {
    FoundTexts groups;
    for (auto n = from; n < sentence.tokens.size();) {
        if (!head_at(sentence.tokens, n)) {
            ++n;
            continue;
        }
        auto group = group_at(sentence.text, sentence.tokens, n);
        if (group.last > n + 1 || reading::match_at(sentence.tokens, n, "seniori|seniorum|rodiny|rodinam")) groups.push_back({group.text, at});
        n = group.last;
    }
    return groups;
}

// Somewhere in the text, where no label and no cue helps: "osoby s …, osoby s …" in one line.
bool describes_group(const Tokens& tokens, std::size_t at) {
    return head_at(tokens, at) && reading::match_at(tokens, at + 1, "s|se|bez|v|ve|ohrozen*|zavisl*|zijic*|," );
}

FoundTexts groups_by_cue(const ServicePart& part) {
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->field == other_field) continue;
        for (auto& sentence : reading::sentences_of(passage->text)) {
            if (denies(sentence.tokens)) continue;
            for (auto cue : for_whom) {
                auto found = reading::find(sentence.tokens, cue);
                if (!found) continue;
                auto groups = groups_in_sentence(sentence, passage->at, found->last > 0 ? found->last - (cue.starts_with("poskytuj") ? 1 : 0) : 0);
                if (!groups.empty()) return groups;
            }
        }
    }
    return {};
}

FoundTexts groups_anywhere(const ServicePart& part) {
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->heading()) continue;
        for (auto& sentence : reading::sentences_of(passage->text)) {
            if (denies(sentence.tokens)) continue;
            for (std::size_t n = 0; n < sentence.tokens.size(); ++n)
                if (describes_group(sentence.tokens, n)) return groups_in_sentence(sentence, passage->at, n);
        }
    }
    return {};
}

bool speaks_of_age(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"vek*", "urcen*", "vyuzi*", "prijima*", "poskytovan*", "veku", "dosahl*", "starsi*", "osobam od", "rodicum", "klienty od|do"};
    static constexpr std::string_view others[] = {"prumer*", "nejstarsi*", "tabor*", "zkusenost*", "krouzek", "pracovni* pomer", "praxe", "zamestnan*", "doprovod*"};
    return reading::has_any(tokens, words) && !reading::has_any(tokens, others);
}

struct Limits {
    std::optional<reading::Found<int>> from, to;
    bool open_end = false;

    void take(const reading::AgeLimits& found, reading::Place at) {
        if (found.from && (!from || *found.from < from->value)) from = {*found.from, at};
        if (found.to && (!to || *found.to > to->value)) to = {*found.to, at};
        open_end = open_end || found.open_end;
    }
    bool any() const { return from || to || open_end; }
};

Limits limits_of(const ServicePart& part, bool labelled) {
    Limits limits;
    for (auto passage : part.passages) {
        bool own = passage->field == age_field || (passage->field == target_field && !passage->heading());
        if (own != labelled || passage->field == not_for_field || (!labelled && passage->field == other_field)) continue;
        auto band = reading::age_band_in(passage->text, passage->tokens);
        if (band) {
            limits.take(reading::age_limits_in(reading::tokens_of(band->note)), passage->at);
            continue;
        }
        for (auto& sentence : reading::sentences_of(passage->text))
            if (labelled || (speaks_of_age(sentence.tokens) && !denies(sentence.tokens))) limits.take(reading::age_limits_in(sentence.tokens), passage->at);
    }
    return limits;
}

bool names_ages(const reading::AgeBand& band) {
    auto tokens = reading::tokens_of(band.label);
    static constexpr std::string_view words[] = {"det*", "dorost*", "dospel*", "senior*", "mladez*", "mladi*", "kojen*", "zaci|zaky"};
    return tokens.size() <= 5 && reading::has_any(tokens, words);
}

}

std::vector<std::string> groups_in_list(std::string_view text) {
    std::vector<std::string> groups;
    auto tokens = reading::tokens_of(text);
    std::size_t first = 0;
    int open = 0;
    auto add = [&](std::size_t end) {
        while (first < end && (tokens[first].kind == reading::TokenKind::sign || reading::match_at(tokens, first, "a|i|take|dale|pro"))) ++first;
        if (first >= end) return;
        auto whole = head_at(tokens, first) ? group_at(text, tokens, first) : Group{};
        auto shown = whole.last >= end ? whole.text : std::string{reading::trimmed(reading::printed(text, tokens, {first, end}), ",;.-–:")};
        std::ranges::replace(shown, '\n', ' ');
        if (!shown.empty()) groups.push_back(shown);
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].folded == "(") ++open;
        if (tokens[at].folded == ")") --open;
        if (open > 0) continue;
        bool hard = tokens[at].folded == ";" || tokens[at].folded == "|" || (tokens[at].folded == "." && (at + 1 == tokens.size() || tokens[at + 1].capital));
        bool soft = (tokens[at].folded == "," && at + 1 < tokens.size() && (head_at(tokens, at + 1) || joins_group(tokens, at + 1))) || joins_group(tokens, at);
        if (!hard && !soft) continue;
        add(at), first = at + 1;
    }
    add(tokens.size());
    return groups;
}

FoundTexts find_target_groups(const ServicePart& part) {
    FoundTexts groups;
    for (auto passage : part.passages) {
        if (passage->field != target_field || passage->heading() || passage->text.empty() || passage->text.find('@') != std::string::npos) continue;
        auto& tokens = passage->tokens;
        if (reading::has(tokens, "#") && !head_at(tokens, 0) && reading::has(tokens, "let")) {    // a sentence about ages
            if (tokens.back().folded == ":" || !reading::has_any(tokens, for_whom)) continue;
        }
        if (tokens.back().folded == ":" || denies(tokens)) continue;
        bool sentence = !head_at(tokens, 0) && tokens.front().capital && reading::has_any(tokens, for_whom);
        if (sentence) {
            for (auto& said : reading::sentences_of(passage->text))
                for (auto& group : groups_in_sentence(said, passage->at, 0)) groups.push_back(group);
            continue;
        }
        for (auto& group : groups_in_list(passage->text)) groups.push_back({group, passage->at});
    }
    if (groups.empty()) groups = groups_by_cue(part);
    if (groups.empty()) groups = groups_anywhere(part);
    return groups;
}

void find_ages(const ServicePart& part, ServiceFacts& facts) {
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->field == other_field) continue;
        auto band = reading::age_band_in(passage->text, passage->tokens);
        if (band && names_ages(*band)) facts.age_bands.push_back({*band, passage->at});
    }
    auto limits = limits_of(part, true);
    if (!limits.any()) limits = limits_of(part, false);
    facts.age_min = limits.from, facts.age_max = limits.to;
    for (auto& [band, at] : facts.age_bands) {
        bool lower = band.from && !limits.from && (!facts.age_min || *band.from < facts.age_min->value);
        if (lower) facts.age_min = {*band.from, at};
        bool upper = band.to && !limits.to && !limits.open_end && (!facts.age_max || *band.to > facts.age_max->value);
        if (upper) facts.age_max = {*band.to, at};
    }
    bool open_band = std::ranges::any_of(facts.age_bands, [](auto& found) { return !found.value.to; });
    if (open_band && !limits.to) facts.age_max.reset();
}

}
