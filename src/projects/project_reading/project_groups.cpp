// For whom the project is: lists under a label, else sentences.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"
#include "projects/project_reading/group_cases.hpp"

#include <algorithm>
#include <utility>

namespace projects {

using passages::Passage;
using passages::Tokens;

namespace {

// "(podpořeno 61)", "Popis: asi 40 rodin" are said of a group and no part of its name.
std::string cleaned_group(std::string_view text) {
    auto clean = std::string{passages::trimmed(text, ".,;-|•")};
    std::ranges::replace(clean, '\n', ' ');
    auto tokens = passages::tokens_of(clean);
    if (auto rank =
            passages::match_at(tokens, 0, "primarni|sekundarni|hlavni|vedlejsi|prima|neprima ?cilova ?skupina :|-"))
        clean = passages::printed(clean, tokens, {rank->last, tokens.size()}), tokens = passages::tokens_of(clean);
    if (passages::match_at(tokens, 0,
                           "popis|specifikace|pocet|celkem|asi|cca|zhruba|ministerstvo|strana|priloha|zprava"))
        return {};
    if (!clean.ends_with(')')) return clean;
    auto bracket = clean.rfind('(');
    if (bracket == std::string::npos || bracket == 0) return clean;
    auto inside = passages::tokens_of(std::string_view{clean}.substr(bracket));
    bool counted =
        passages::has(inside, "podporen*|osob*|#") && inside.size() <= 6 && !passages::has(inside, "let|roku|rok");
    return counted ? std::string{passages::trimmed(std::string_view{clean}.substr(0, bracket))} : clean;
}

// Short lines one below another are a list though nothing marks them.
bool lines_are_items(std::string_view text) {
    std::size_t lines = 0;
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        if (line.size() > 60 || line.ends_with(',') || line.find(" / ") != line.npos) return false;
        ++lines, text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return lines > 1;
}

// Where one group ends and the next begins.
bool parts_groups(const Passage& passage, std::size_t at, bool list) {
    auto& tokens = passage.tokens;
    auto& sign = tokens[at].folded;
    if (sign == ";" || sign == "|" || sign == "•") return true;
    if (sign == "/" && tokens[at].spaced && at + 1 < tokens.size() && tokens[at + 1].spaced) return true;
    bool relative = passages::match_at(tokens, at + 1, "kter*|jejichz|jejimz|jejiz|jehoz|kdo|jez").has_value();
    return list && ((sign == "," && !relative) || (sign == "." && at + 1 == tokens.size()));
}

// A sentence under the label: the list behind its verb, or from its first group on.
bool add_groups_of_prose(const Passage& passage, FoundTexts& groups, bool plain) {
    bool added = false;
    for (auto& sentence : passages::sentences_of(passage.text)) {
        auto& tokens = sentence.tokens;
        auto verb = passages::find(
            tokens,
            "jsou|tvori|zahrnuji|zahrnuje|predstavuji|patri|urcen*|pomaha*|pomuze|podporuje|podpori|slouzi|miri|cili|zameruje|zameren*|pracujeme|podporujeme|myslime|obraci|venuje*|zapojit");
        if (!verb) continue;
        for (auto n = verb->last; n < tokens.size() && n < verb->last + 8; ++n) {
            if (tokens[n].folded == "." || !people_noun_at(sentence.text, tokens, n)) continue;
            for (auto& group : people_listed(sentence.text, tokens, n, plain))
                groups.push_back({group, passage.at}), added = true;
            break;
        }
    }
    return added;
}

// „a“ before the last of a list with commas, where both sides stand in the same case.
bool joins_last(const Passage& passage, std::size_t at, bool list) {
    auto& tokens = passage.tokens;
    if (!list || !passages::match_at(tokens, at, "a|i|nebo|dale ?pak")) return false;
    auto noun = people_noun_at(passage.text, tokens, at + 1);
    return noun && !noun->changed && passages::has(Tokens(tokens.begin(), tokens.begin() + std::ptrdiff_t(at)), ",") &&
           !passages::has(Tokens(tokens.begin() + std::ptrdiff_t(at), tokens.end()), ",");
}

void add_groups(const Passage& passage, FoundTexts& groups, bool plain) {
    auto add = [&](std::string_view text) {
        auto clean = cleaned_group(text);
        auto tokens = passages::tokens_of(clean);
        if (auto led = passages::match_at(tokens, 0, "pro|na|s|se"))
            clean = passages::printed(clean, tokens, {led->last, tokens.size()});
        if (clean.size() > 3) groups.push_back({people_in_nominative(clean, plain), passage.at});
    };
    bool item = passage.kind == reading::LineKind::item;
    if (!item && lines_are_items(passage.text)) {
        for (std::string_view rest = passage.text; !rest.empty();) {
            auto line = rest.substr(0, rest.find('\n'));
            add(line), rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        }
        return;
    }
    auto& tokens = passage.tokens;
    if (!item && passage.text.ends_with('.') && add_groups_of_prose(passage, groups, plain)) return;
    auto led = item ? std::nullopt : passages::match_at(tokens, 0, "pro|na");
    if (!led) led = passages::match_at(tokens, 0, "?projektu jsou|je|tvori|budou|predstavuji");
    auto first = item ? std::nullopt : people_noun_at(passage.text, tokens, 0);
    if (!led && first && first->changed) led = passages::Span{0, 0};    // „Matkám s dětmi, jejich …“
    if (led) {
        for (auto& group : people_listed(passage.text, tokens, led->last, plain)) groups.push_back({group, passage.at});
        return;
    }
    bool list = !item && (!passage.label.empty() || passage.text.find(',') != std::string::npos);
    std::size_t from = 0;
    int open = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        open += tokens[at].folded == "(" ? 1 : tokens[at].folded == ")" ? -1 : 0;
        if (open > 0 || !(parts_groups(passage, at, list) || joins_last(passage, at, list))) continue;
        if (at > from) add(passages::printed(passage.text, tokens, {from, at}));
        from = at + 1;
    }
    if (from < tokens.size()) add(passages::printed(passage.text, tokens, {from, tokens.size()}));
}

// "1 | Neformální pečující | 40 osob": the first cell with words.
Passage without_other_cells(Passage passage) {
    if (!passage.table || passage.cells.size() < 2 || passage.text.find('|') == std::string::npos) return passage;
    for (auto& cell : passage.cells) {
        auto tokens = passages::tokens_of(cell);
        if (tokens.empty() || tokens[0].kind != passages::TokenKind::word) continue;
        passage.text = cell, passage.tokens = tokens;
        break;
    }
    return passage;
}

}

namespace {

// How a sentence says for whom the project is: the surest way first.  Behind the words stand the groups.
struct GroupCue {
    std::string_view pattern;
    bool of_project;    // only in sentences on the project, its team or its activities
};

constexpr GroupCue called_groups[] = {
    {"cilov* skupin* ?( ?projektu ?aktivit* ?) jsou|je|tvori|zahrnuji|zahrnuje|predstavuji|patri|budou|bude|byli|byly|:",
     false},
    {"cilov* skupin* ?projektu ?nasi|nase|jeho ?tedy ?jsou|tvori", false},
    {"cilov* skupin*", false},
    {"cilovk*", false},
    {"klienti|klienty|uzivatele|uzivateli|klientelou|klientelu ?projektu|sluzby|programu|nasi|tymu jsou|tvori|byli|budou",
     false},
};

constexpr GroupCue group_cues[] = {
    {"urcen*|adresovan*", true},
    {"zapojit|zapojuje|zapojuji|ucastnit ?se ?mohou", true},
    {"zamer* ?se ?zejmena|predevsim|hlavne ?na", true},
    {"miri|cili|zacilen* ?predevsim|hlavne|zejmena ?na|:", true},
    {"slouzi*", true},
    {"pomaha*|pomuze|pomoci|pomoct|pomohl*", true},
    {"podpori*|podporuje*|podporujeme|podporime", true},
    {"obraci ?se ?na|k", true},
    {"tyka ?se", true},
    {"venuje* ?se", true},
    {"stara* ?se o", true},
    {"pecuje* o", true},
    {"pracuje*|pracujeme|spolupracuje* ?zejmena|predevsim|hlavne s|se", true},
    {"provazi*|doprovazi*|provazime|doprovazime", true},
    {"uzitek|prospech|tezit ?z ?projektu|toho ?maji|budou|mit ?predevsim|hlavne|zejmena", true},
    {"nabizi*|poskytuje*|prinasi*|prinese", true},
    {"mysli ?na", true},
    {"pece o", true},
    {"peci o", true},
    {"pro", true},
    {"mezi ?ne|podporene patri", false},
    {"podporime|podporeno|zapojime|oslovime|proskolime|vyskolime ?bude|bylo|budou", false},
    {"?projektu se zapoji|zapoji|ucastni|zucastni ?take|i", false},
    {"mohou|muzou ?sluzby|projekt|pomoc vyuzit|vyuzivat|prijit|prihlasit ?se ?take", false},
    {"chceme|chce pomoci|pomoct|pomahat|podporit|podporovat", false},
    {"pomoci|pomoct predevsim|hlavne|zejmena", false},
    {"chodi k nam", false},
    {"je|jsou ?to ?tu ?tady ?tedy pro", false},
    {"stara* ?se o", false},
    {"pomaha*|pomuze|pomahame|podporujeme|provazime|doprovazime", false},
    {"pracujeme s|se", false},
    {"urcen*|slouzi*", false},
    {"cekaji|najdou|najde|dostanou|ziskaji|vyuziji", false},
    {"pro", false},
};

bool speaks_of_its_work(const Tokens& tokens) {
    return passages::has(tokens, "projekt*|tym*|aktivit*|program*|sluzb*|poradn*|centrum|centra");
}

// The list may begin a few words further on, behind a colon at most: „určen čtyřem skupinám: …“.
FoundTexts groups_behind(const passages::Sentence& sentence, std::size_t from, reading::Place at, bool plain) {
    auto& tokens = sentence.tokens;
    FoundTexts groups;
    for (auto n = from; n < tokens.size() && n < from + 10 && groups.empty(); ++n) {
        if (tokens[n].folded == "," || tokens[n].folded == "." || tokens[n].folded == ";") break;
        if (passages::match_at(tokens, n, "jim|jemu|ji|nam|vam|mu|jich")) break;
        if (!people_noun_at(sentence.text, tokens, n)) continue;
        for (auto& group : people_listed(sentence.text, tokens, n, plain)) groups.push_back({group, at});
    }
    return groups;
}

// „cílové skupiny, takže oficiálně: rodiny s dětmi, senioři“, „Cílovky máme tři: …“
FoundTexts groups_behind_colon(const passages::Sentence& sentence, std::size_t from, reading::Place at, bool plain) {
    auto& tokens = sentence.tokens;
    for (auto n = from; n + 1 < tokens.size() && n < from + 9; ++n)
        if (tokens[n].folded == ":" && people_noun_at(sentence.text, tokens, n + 1))
            return groups_behind(sentence, n + 1, at, plain);
    return {};
}

bool may_tell_groups(const Passage& passage) {
    bool figures =
        passage.table && passage.cells.size() > 1 &&
        (passage.cells.size() > 2 || passage.tokens.size() < 12 || !passages::has(passage.tokens, "projekt*"));
    return !passage.heading() && !figures && passage.field != other_project_field && passage.field != team_field &&
           (passage.field != activities_field ||
            (passage.kind == reading::LineKind::text && passages::has(passage.tokens, "projekt*|cilov*")));
}

struct OwnSentence {
    passages::Sentence words{};
    reading::Place at{};
    bool first = false;    // of its passage
};

std::vector<OwnSentence> sentences_that_may_tell(const Passages& all) {
    std::vector<OwnSentence> sentences;
    for (auto& passage : all) {
        if (!may_tell_groups(passage)) continue;
        bool first = true;
        for (auto& sentence : passages::sentences_of(passage.text))
            if (!of_another_project({.field = passage.field, .tokens = sentence.tokens}))
                sentences.push_back({sentence, passage.at, std::exchange(first, false)});
    }
    return sentences;
}

// Within three words, and more is said of them than one word.
bool near_people(const passages::Sentence& sentence, std::size_t at) {
    auto noun = people_noun_at(sentence.text, sentence.tokens, at);
    return noun && noun->at < at + 3 && noun->at + 2 < sentence.tokens.size() &&
           sentence.tokens[noun->at + 1].folded != "." && sentence.tokens[noun->at + 1].folded != ")";
}

FoundTexts groups_by_cue(const std::vector<OwnSentence>& sentences, const GroupCue& cue, bool every, bool plain) {
    FoundTexts groups;
    for (auto& [sentence, at, first] : sentences) {
        auto words = passages::find(sentence.tokens, cue.pattern);
        if (!words || (cue.of_project && !speaks_of_its_work(sentence.tokens))) continue;
        bool denied = words->first > 0 && passages::match_at(sentence.tokens, words->first - 1, "ne|neni|nejsou");
        bool next = cue.pattern != "pro" || (passages::match_at(sentence.tokens, words->last, "#") == std::nullopt &&
                                             near_people(sentence, words->last));
        auto found = denied || !next ? FoundTexts{} : groups_behind(sentence, words->last, at, plain);
        if (found.empty() && cue.pattern.starts_with("cilov"))
            found = groups_behind_colon(sentence, words->last, at, plain);
        if (auto beside = passages::find(sentence.tokens, "krome"); beside && !found.empty())
            groups = groups_behind(sentence, beside->last, at, plain);
        groups.insert(groups.end(), found.begin(), found.end());
        if (!found.empty() && !every) return groups;
    }
    return groups;
}

// „Komu to pomůže? Seniorům, lidem s postižením a těm, kdo o ně pečují.“
FoundTexts groups_in_answer(const std::vector<OwnSentence>& sentences, bool plain) {
    for (std::size_t n = 0; n + 1 < sentences.size(); ++n) {
        auto& question = sentences[n].words.tokens;
        bool asks = question.back().folded == "?" && question.size() < 12 && !sentences[n + 1].first &&
                    passages::match_at(question, 0, "?a ?pro ?s komu|koho|kym|kdo");
        if (!asks) continue;
        FoundTexts groups;
        auto& answer = sentences[n + 1];
        for (auto& group : people_listed(answer.words.text, answer.words.tokens, 0, plain))
            groups.push_back({group, answer.at});
        if (!groups.empty()) return groups;
    }
    return {};
}

// Where no label says it: what is called a group, then sentences on whom the project is for.
FoundTexts groups_in_sentences(const Passages& all, bool plain) {
    auto sentences = sentences_that_may_tell(all);
    for (auto& cue : called_groups)
        if (auto groups = groups_by_cue(sentences, cue, true, plain); !groups.empty()) return groups;
    if (auto groups = groups_in_answer(sentences, plain); !groups.empty()) return groups;
    for (auto& cue : group_cues)
        if (auto groups = groups_by_cue(sentences, cue, false, plain); !groups.empty()) return groups;
    return {};
}

// "CS1 – senioři", "Cílová skupina A: děti": lines with marks of their own.
FoundTexts marked_groups(const Passages& all, bool plain) {
    FoundTexts groups;
    for (auto& passage : all) {
        auto text = (passage.label.empty() || passage.heading() ? "" : passage.label + ' ') + passage.text;
        auto tokens = passages::tokens_of(text);
        auto mark = passages::match_at(tokens, 0, "cs ?c ?. #|a|b|c|d");
        if (!mark) mark = passages::match_at(tokens, 0, "cilova skupina ?c|cislo ?. #|a|b|c|d");
        if (!mark || mark->last + 1 >= tokens.size() || passage.field == other_project_field) continue;
        auto begin = mark->last;
        while (begin < tokens.size() && tokens[begin].kind == passages::TokenKind::sign) ++begin;
        auto group = cleaned_group(passages::printed(text, tokens, {begin, tokens.size()}));
        if (group.size() > 3) groups.push_back({people_in_nominative(group, plain), passage.at});
    }
    return groups.size() > 1 ? groups : FoundTexts{};
}

// Items below a heading that we do not know, all of them groups of people.
FoundTexts groups_in_items(const Passages& all, bool plain) {
    for (std::size_t n = 0; n < all.size(); ++n) {
        FoundTexts groups;
        auto end = n;
        for (; end < all.size() && all[end].kind == reading::LineKind::item && all[end].field == no_field; ++end) {
            auto tokens = passages::tokens_of(all[end].text);
            auto noun = people_noun_at(all[end].text, tokens, 0);
            if (!noun || noun->at > 4 || tokens.size() > 25) break;
            groups.push_back({people_in_nominative(passages::trimmed(all[end].text, ".,;"), plain), all[end].at});
        }
        if (groups.size() > 1 && (end == all.size() || all[end].kind != reading::LineKind::item)) return groups;
        n = std::max(n, end > n ? end - 1 : end);
    }
    return {};
}

bool without_accents(const Passages& all) {
    return std::ranges::none_of(all, [](auto& passage) {
        return (passage.label + passage.text).find("\u011b") != std::string::npos ||
               (passage.label + passage.text).find("\u00ed") != std::string::npos;
    });
}

bool same_group(const FoundText& one, const FoundText& other) {
    return search::fold(one.value) == search::fold(other.value);
}

}

FoundTexts find_project_groups(const Passages& all) {
    FoundTexts groups;
    bool plain = without_accents(all);
    for (auto& passage : all) {
        bool of_project = passage.kind == reading::LineKind::text && passages::match_at(passage.tokens, 0, "projekt") &&
                          passages::has(passage.tokens, "cz|financov*|spolufinancov*|podporen*");
        bool aside = passage.text.ends_with(':') || passage.text.ends_with('(') || of_project;
        if (passage.field == target_field && !passage.heading() && !passage.text.empty() && !aside)
            add_groups(without_other_cells(passage), groups, plain);
    }
    if (auto marked = marked_groups(all, plain); marked.size() > groups.size()) groups = marked;
    if (groups.empty()) groups = groups_in_items(all, plain);
    if (groups.empty()) groups = groups_in_sentences(all, plain);
    FoundTexts once;
    for (auto& group : groups)
        if (std::ranges::none_of(once, [&](auto& one) { return same_group(one, group); })) once.push_back(group);
    return once;
}

}
