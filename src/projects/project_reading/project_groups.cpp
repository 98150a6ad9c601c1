// For whom the project is: lists under a label, else sentences.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/groups_of_people.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace projects {

using passages::Passage;

namespace {

// Where no label says it: sentences about whom the project is for, then what it is about.
constexpr std::string_view group_cues[] = {
    "cilov* skupin*", "urcen*", "zamer* na|se", "miri|cili na", "pomaha*|pomuze|pomoci|pomoct", "podpori*", "slouzi*",
    "mysli",          "pece o", "peci o",       "pro"};

FoundTexts groups_by_words(const Passages& passages) {
    for (bool of_project : {true, false})
        for (auto cue : group_cues)
            for (auto& passage : passages) {
                bool weak = cue == "pece o" || cue == "peci o" || cue == "pro";
                if (weak && !of_project) continue;
                if (passage.heading() || passage.table || of_another_project(passage)) continue;
                for (auto& sentence : passages::sentences_of(passage.text)) {
                    auto words = passages::find(sentence.tokens, cue);
                    if (!words || (of_project && cue != group_cues[0] && !passages::has(sentence.tokens, "projekt*")))
                        continue;
                    FoundTexts groups;
                    for (auto n = words->last; n < sentence.tokens.size() && groups.empty(); ++n)
                        if (passages::describes_group(sentence.tokens, n))
                            for (auto& group : passages::groups_in_words(sentence.text, sentence.tokens, n))
                                if (groups.empty() || !weak) groups.push_back({group, passage.at});
                    if (!groups.empty()) return groups;
                }
            }
    return {};
}

}

namespace {

// "(podpořeno 61)", "Popis: asi 40 rodin" are said of a group and no part of its name.
std::string cleaned_group(std::string_view text) {
    auto clean = std::string{passages::trimmed(text, ".,;-|•")};
    std::ranges::replace(clean, '\n', ' ');
    auto tokens = passages::tokens_of(clean);
    if (passages::match_at(tokens, 0, "popis|specifikace|pocet|celkem")) return {};
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
    bool relative = passages::match_at(tokens, at + 1, "kter*|jejich*|kdo|jez").has_value();
    return list && ((sign == "," && !relative) || (sign == "." && at + 1 == tokens.size()));
}

// "neformální pečující, sociální pracovníci obcí a poskytovatelé sociálních služeb"
std::vector<std::string> groups_of_sentence(const std::string& text) {
    auto tokens = passages::tokens_of(text);
    std::vector<std::string> groups;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= tokens.size(); ++at) {
        bool relative = passages::match_at(tokens, at + 1, "kter*|jejich*|kdo|jez|s|v|na").has_value();
        bool joins = at < tokens.size() && passages::match_at(tokens, at, "a|i|ci") &&
                     (passages::begins_group(tokens, at + 1) || passages::begins_group(tokens, at + 2));
        bool ends = at == tokens.size() || (tokens[at].folded == "," && !relative) || tokens[at].folded == ";" || joins;
        if (!ends) continue;
        if (at > from) groups.push_back(passages::printed(text, tokens, {from, at}));
        from = at + 1;
    }
    return groups;
}

void add_groups(const Passage& passage, FoundTexts& groups) {
    auto add = [&](std::string_view text) {
        auto clean = cleaned_group(text);
        if (clean.size() > 3) groups.push_back({clean, passage.at});
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
    auto said =
        item ? std::nullopt : passages::find(tokens, "cilov* skupin* ?projektu jsou|tvori|zahrnuji|predstavuji");
    if (said) {
        auto text = passages::printed(passage.text, tokens, {said->last, tokens.size()});
        for (auto& group : groups_of_sentence(text.substr(0, text.find(". ")))) add(group);
        return;
    }
    bool list = !item && !passage.label.empty();
    std::size_t from = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!parts_groups(passage, at, list)) continue;
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

// „Projekt míří na romské ženy a dívky a na pracovnice pomáhajících profesí.“
FoundTexts groups_aimed_at(const Passages& all) {
    for (auto& passage : all) {
        if (passage.heading() || passage.table || of_another_project(passage)) continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            auto& tokens = sentence.tokens;
            auto cue = passages::find(tokens, "miri|cili|zameruje ?se ?predevsim|hlavne|zejmena na");
            if (!cue || !passages::has(tokens, "projekt*")) continue;
            FoundTexts groups;
            auto from = cue->last;
            for (auto at = from; at <= tokens.size(); ++at) {
                bool ends =
                    at == tokens.size() || tokens[at].folded == "." || passages::match_at(tokens, at, "a|,|i na");
                if (!ends) continue;
                auto text = passages::printed(sentence.text, tokens, {from, at});
                bool people = false;
                for (auto n = from; n < at; ++n) people = people || passages::begins_group(tokens, n);
                if (people && at - from <= 12) groups.push_back({text, passage.at});
                from = at + 1 < tokens.size() && passages::match_at(tokens, at + 1, "na") ? at + 2 : at + 1;
            }
            if (!groups.empty()) return groups;
        }
    }
    return {};
}

}

FoundTexts find_project_groups(const Passages& all) {
    FoundTexts groups;
    for (auto& passage : all) {
        bool aside = passage.text.ends_with(':') || passage.text.ends_with('(');
        if (passage.field == target_field && !passage.heading() && !passage.text.empty() && !aside)
            add_groups(without_other_cells(passage), groups);
    }
    if (groups.empty()) groups = groups_aimed_at(all);
    return groups.empty() ? groups_by_words(all) : groups;
}

}
