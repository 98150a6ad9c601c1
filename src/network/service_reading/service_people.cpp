// For whom the service is.
#include "network/service_reading/service_fields.hpp"

#include "network/service_reading/service_announced.hpp"
#include "platform/reading/passages/groups_of_people.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <span>

namespace network {

namespace {

using passages::Passage;
using passages::Tokens;

// Sentences that say for whom the service is.
constexpr std::string_view for_whom[] = {"jsme|je|jsou ?tu|zde|tady pro",
                                         "pracuje*|pracuji s",
                                         "nabizi* podporu|pomoc|sluzbu",
                                         "urcen*",
                                         "pro koho",
                                         "slouzi",
                                         "pomaha*",
                                         "poskytuj* osob*|senior*|rodin*",
                                         "cilov* skupin*",
                                         "podporuje*",
                                         "obrac* na|se",
                                         "bydli u nas",
                                         "vyuzivat|vyuzit",
                                         "volat",
                                         "prijima*",
                                         "zameren*",
                                         "muze u nas bydlet|zit|byt|pracovat",
                                         "bere*|bereme",
                                         "miri na|za|k",
                                         "je|jsou ?tu|zde|tady ?hlavne|predevsim pro",
                                         "muzete ?k|za ?nam|nami poslat|posilat|odeslat"};

// Sentences that only tell who comes.
constexpr std::string_view who_comes[] = {"chodi|dochazi|jezdi|prichazi|prijde|prijdou|najdou|prichazeji|dochazeji",
                                          "zije|ziji|bydli",
                                          "doprovazi*",
                                          "pecuj* o",
                                          "stara* se o",
                                          "vyhledava*",
                                          "oslovuj*",
                                          "ubytova*",
                                          "klienty|klientum jsou"};

FoundTexts groups_in_sentence(const passages::Sentence& sentence, reading::Place at, std::size_t from) {
    FoundTexts groups;
    // "zařízení pro děti a mládež" is what the service is called
    for (auto& mention : type_mentions_in(sentence.tokens))
        if (from < mention.tokens.last) from = std::max(from, mention.tokens.first > from ? from : mention.tokens.last);
    for (auto& group : passages::groups_in_words(sentence.text, sentence.tokens, from)) groups.push_back({group, at});
    return groups;
}

// More than "rodiny" or "klienti" alone.
bool says_who(const FoundTexts& groups) {
    return std::ranges::any_of(groups, [](auto& group) {
        return group.value.find(' ') != std::string::npos || group.value.starts_with("sen");
    });
}

FoundTexts groups_by_cue(const ServicePart& part, std::span<const std::string_view> cues) {
    FoundTexts fallback;
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->field == other_field) continue;
        for (auto& sentence : passages::sentences_of(passage->text)) {
            if (sentence.tokens.empty() || sentence.tokens.back().folded == "?" || denies(sentence.tokens)) continue;
            for (auto cue : cues) {
                auto found = passages::find(sentence.tokens, cue);
                if (!found) continue;
                auto groups = groups_in_sentence(
                    sentence, passage->at, found->last > 0 ? found->last - (cue.starts_with("poskytuj") ? 1 : 0) : 0);
                if (groups.empty()) continue;
                if (says_who(groups)) return groups;
                if (fallback.empty()) fallback = groups;
            }
        }
    }
    return fallback;
}

// "Senioři a lidé s chronickým onemocněním", "seniorům nad 60 let a osobám …": the first that may stand alone.
std::size_t first_head_before(const Tokens& tokens, std::size_t at) {
    for (std::size_t n = 0; n < at; ++n)
        if (passages::match_at(tokens, n, "seniori|seniorum|senioru|seniory|rodiny|rodinam|rodin")) return n;
    bool joined =
        at >= 2 && passages::begins_group(tokens, at - 2) && passages::match_at(tokens, at - 1, "a|i|nebo|ci");
    if (joined) return at - 2;    // "matkám i otcům s dětmi"
    return at;
}

bool in_name_of_type(const Tokens& tokens, std::size_t at) {
    return std::ranges::any_of(type_mentions_in(tokens),
                               [&](auto& mention) { return mention.tokens.first <= at && at < mention.tokens.last; });
}

FoundTexts groups_anywhere(const ServicePart& part) {
    for (auto passage : part.passages) {
        if (passage->field == not_for_field || passage->heading()) continue;
        for (auto& sentence : passages::sentences_of(passage->text)) {
            if (denies(sentence.tokens)) continue;
            // "Muži a ženy od 18 let, kteří nemají kde spát": a line of a card.
            bool line = passage->field == no_field && sentence.tokens.size() <= 16 && !sentence.tokens.empty() &&
                        sentence.tokens.front().capital && passages::begins_group(sentence.tokens, 0) &&
                        passages::has(sentence.tokens, "od|nad|starsi*") && passages::has(sentence.tokens, "let");
            if (line)
                if (auto groups = groups_in_sentence(sentence, passage->at, 0); !groups.empty()) return groups;
            for (std::size_t n = 0; n < sentence.tokens.size(); ++n)
                if (passages::describes_group(sentence.tokens, n) && !in_name_of_type(sentence.tokens, n))
                    return groups_in_sentence(sentence, passage->at, first_head_before(sentence.tokens, n));
        }
    }
    return {};
}

// "Koho k nám můžete poslat.", "Kdo si vás může objednat?": a few words before those whom the service is for.
bool asks_for_whom(const Tokens& tokens) {
    static constexpr std::string_view others[] = {"ne*",     "provozuj*",  "pecuje|peci",     "stara*",
                                                  "zajist*", "poskytuje*", "vede|ridi|dela*", "plati|hradi"};
    return tokens.size() <= 12 && passages::has(tokens, "koho|komu|kdo|kym|kterym") &&
           !passages::has_any(tokens, others);
}

bool begins_with_group(const Tokens& tokens) {
    for (std::size_t at = 0; at < std::min<std::size_t>(2, tokens.size()); ++at)
        if (passages::begins_group(tokens, at)) return true;
    return false;
}

// "Koho k nám můžete poslat. Osoby v krizi, oběti násilí …": the sentence behind the question.
FoundTexts groups_behind_question(const ServicePart& part) {
    FoundTexts groups;
    Tokens before;
    for (auto passage : part.passages) {
        bool other = passage->field == not_for_field || (passage->field == other_field && !passage->heading());
        if (other) before.clear();
        for (auto& sentence : passages::sentences_of(passage->text)) {
            if (other || words_of(sentence.tokens) == 0) continue;
            bool answers = asks_for_whom(before) && begins_with_group(sentence.tokens) && !denies(sentence.tokens);
            if (!answers || passage->heading()) {
                if (says_who(groups)) return groups;
                before = sentence.tokens;
                continue;
            }
            for (auto& group : groups_in_sentence(sentence, passage->at, 0)) groups.push_back(group);
        }
    }
    return says_who(groups) ? groups : FoundTexts{};
}

// "máte dítě se zrakovým postižením", "jste senior": whom a list addresses.
bool addresses_reader(const Tokens& tokens) {
    return passages::match_at(tokens, 0, "mate|mas|jste|jsi|zijete|zijes|pecujete|pecujes|starate|vychovavate")
        .has_value();
}

// Under the label of target groups stands a list, so that what is no item of it is a remark.
bool has_items(const ServicePart& part) {
    return std::ranges::any_of(part.passages, [](auto passage) {
        return passage->field == target_field && passage->kind == reading::LineKind::item && passage->label.empty();
    });
}

// "odlehčovací – senioři a osoby s demencí" of a document about several: without the name of the service.
Passage without_own_name(const ServicePart& part, const Passage& passage) {
    if (!part.in_turn) return passage;
    auto mentions = short_mentions_in(passage.tokens, {part.type}, true);
    if (mentions.empty() || mentions.front().tokens.first > 0 || mentions.front().tokens.last >= passage.tokens.size())
        return passage;
    auto own = passage;
    auto rest = std::string_view{passage.text}.substr(passage.tokens[mentions.front().tokens.last - 1].end);
    while (rest.starts_with("–") || rest.starts_with(" ") || rest.starts_with("-") || rest.starts_with(":"))
        rest.remove_prefix(rest.starts_with("–") ? std::string_view{"–"}.size() : 1);
    own.text = rest;
    own.tokens = passages::tokens_of(own.text);
    return own.tokens.empty() ? passage : own;
}

constexpr std::string_view refusals[] = {"odkaz*",    "doporucime|doporucujeme", "jinde", "nemuzeme",
                                         "netlumoc*", "nejsou urcen*",           "neber*"};

// Names a group, or is at least short and says nothing of hours, ages, money or what we do.
bool could_be_group(const std::string& text) {
    auto tokens = passages::tokens_of(text);
    if (tokens.empty() || tokens.front().kind == passages::TokenKind::number) return false;
    bool head = false;
    for (std::size_t at = 0; at < tokens.size() && !head; ++at) head = passages::begins_group(tokens, at);
    static constexpr std::string_view said[] = {"odkaz*",      "doporuc*",   "jinde",
                                                "nabizime",    "prijimame",  "nemame",
                                                "netlumocime", "nemuze*",    "poskytujeme",
                                                "kc",          "uvazk*",     "hod",
                                                "omezen*",     "omezeni",    "vek uzivatel*|klient*|osob*",
                                                "viz",         "beze zmeny", "hranic*",
                                                "vyse",        "kapacit*",   "nerozhoduje|nezalezi|nehraje",
                                                "provoz*",     "# : #",      "sluzb*",
                                                "zastupc*"};
    if (passages::has_any(tokens, said))
        return head && begins_with_group(tokens) && !passages::has_any(tokens, refusals);
    if (head) return true;
    if (passages::has(tokens, "pobytov*|ambulantn*|terenn*")) return false;
    auto words = std::ranges::count(tokens, passages::TokenKind::word, &passages::Token::kind);
    return words <= 5 && !passages::has(tokens, "#");
}

}

FoundTexts find_target_groups(const ServicePart& part) {
    FoundTexts groups;
    auto add = [&](const std::string& group, reading::Place at) {
        if (could_be_group(group)) groups.push_back({group, at});
    };
    bool listed = has_items(part);
    for (auto given : part.passages) {
        if (given->field != target_field || given->heading() || given->text.empty() ||
            given->text.find('@') != std::string::npos)
            continue;
        auto whole = without_own_name(part, *given);
        auto passage = &whole;
        auto& tokens = passage->tokens;
        bool remark = listed && passage->kind == reading::LineKind::text && passage->label.empty();
        if (remark && (tokens.empty() || !passages::begins_group(tokens, 0))) continue;
        if (passages::has(tokens, "#") && !passages::begins_group(tokens, 0) &&
            passages::has(tokens, "let")) {    // a sentence about ages
            if (tokens.back().folded == ":" || !passages::has_any(tokens, for_whom)) continue;
        }
        if (tokens.back().folded == ":" || denies(tokens)) continue;
        bool sentence = addresses_reader(tokens) || (!passages::begins_group(tokens, 0) && tokens.front().capital &&
                                                     passages::has_any(tokens, for_whom));
        if (sentence) {
            for (auto& said : passages::sentences_of(passage->text))
                for (auto& group : groups_in_sentence(said, passage->at, 0)) add(group.value, group.at);
            continue;
        }
        for (auto& said : passages::sentences_of(passage->text))
            if (!denies(said.tokens) && !passages::has_any(said.tokens, refusals))
                for (auto& group : passages::groups_in_list(said.text)) add(group, passage->at);
    }
    if (groups.empty()) groups = groups_behind_question(part);
    if (groups.empty()) groups = groups_by_cue(part, for_whom);
    if (groups.empty()) groups = groups_by_cue(part, who_comes);
    if (groups.empty()) groups = groups_anywhere(part);
    return groups;
}

}
