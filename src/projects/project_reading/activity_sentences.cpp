// Activities that sentences tell: counted in words, listed behind „aktivity“, in the answer to a question.
#include "projects/project_reading/activity_lists.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "projects/project_reading/activity_marks.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

struct Ordinal {
    std::string_view pattern, no;
};

constexpr Ordinal ordinals[] = {{"zaprve", "1"},          {"zadruhe", "2"},
                                {"zatreti", "3"},         {"zactvrte", "4"},
                                {"zapate", "5"},          {"zaseste", "6"},
                                {"za prve", "1"},         {"za druhe", "2"},
                                {"za treti", "3"},        {"za ctvrte", "4"},
                                {"za pate", "5"},         {"za seste", "6"},
                                {"prvni|prvou", "1"},     {"druha|druhou|druhe", "2"},
                                {"treti", "3"},           {"ctvrta|ctvrtou|ctvrte", "4"},
                                {"pata|patou|pate", "5"}, {"sesta|sestou", "6"}};

std::optional<Mark> activity_ordinal_at(const Tokens& tokens, std::size_t at) {
    for (auto& ordinal : ordinals)
        if (auto word = passages::match_at(tokens, at, ordinal.pattern)) {
            auto next = word->last;
            if (auto thing =
                    passages::match_at(tokens, next, "casti|fazi|etape|oblasti|rade|kroku|piliri|linii|rovine|miste"))
                next = thing->last;
            while (passages::match_at(
                tokens, next,
                "aktivita|aktivitou|je|tvori|bude|jsou|budou|predstavuje|predstavuji|samotne|zahrnuje|se|pak|:|-"))
                ++next;
            return Mark{std::string{ordinal.no}, word_mark, next};
        }
    return {};
}

}

namespace {

std::size_t number_before(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && n + 4 > at; --n)
        if (auto number = passages::number_at(tokens, n - 1); number && number->value > 1 && number->value < 13)
            return std::size_t(number->value);
    return 0;
}

// „na čtyřech věcech“, „tři nohy“: as many things as were told.
bool says_how_many(const Tokens& tokens, std::size_t told) {
    for (auto words = passages::find(
             tokens, "vec*|noh*|nohach|zaklad*|bod*|slozk*|programy|smer*|krocich|oblast*|cinnost*|prac*|rovin*");
         words; words = passages::find(
                    tokens, "vec*|noh*|nohach|zaklad*|bod*|slozk*|programy|smer*|krocich|oblast*|cinnost*|prac*|rovin*",
                    words->last))
        if (number_before(tokens, words->first) == told) return true;
    return false;
}

}

std::vector<ReadActivity> told_in_words(const Passages& passages) {
    for (auto& passage : passages) {
        if (passage.kind != reading::LineKind::text || passage.field == other_project_field) continue;
        bool announced = passages::has(passage.tokens, "aktivit*|kroky|kroku|casti|pilir*");
        std::vector<ReadActivity> told;
        auto& tokens = passage.tokens;
        for (std::size_t at = 0; at < tokens.size();) {
            auto mark = activity_ordinal_at(tokens, at);
            if (!mark || mark->no != std::to_string(told.size() + 1)) {
                ++at;
                continue;
            }
            auto end = mark->text;
            while (end < tokens.size() && tokens[end].folded != "." && tokens[end].folded != "," &&
                   tokens[end].folded != ";" &&
                   !(passages::match_at(tokens, end, "a ?v|ve|na") &&
                     activity_ordinal_at(tokens, passages::match_at(tokens, end, "a ?v|ve|na")->last)))
                ++end;
            auto title = passages::printed(passage.text, tokens, {mark->text, end});
            std::ranges::replace(title, '\n', ' ');
            if (!title.empty()) told.push_back({mark->no, title, passage.at, {}});
            at = std::max(end, at + 1);
        }
        if (told.size() >= 2 && (announced || says_how_many(passage.tokens, told.size()))) return told;
    }
    return {};
}

namespace {

struct ListCue {
    std::string_view pattern;
    bool counted;    // only with a number before it: „má tři části:“
};

constexpr ListCue list_cues[] = {
    {"?klicov* ?hlavni* aktivit*", false},
    {"cinnost*", false},
    {"krok*|krocich|casti|castech|pilir*|oblast*|oblastech|etap*|etapach|fazi|fazich|smer*|smerech|temat*|ukol*|veci|okruh*",
     true}};

// Behind „aktivity“: a colon within a few words, or „jsou“, „patří“.
std::optional<std::size_t> begin_of_list(const Tokens& tokens, std::size_t from) {
    for (auto at = from; at < tokens.size() && at < from + 6; ++at) {
        if (tokens[at].folded == ":") return at + 1;
        if (tokens[at].folded == "." || tokens[at].folded == ",") return {};
        if (passages::match_at(tokens, at, "jsou|patri|tvori|predstavuji|zahrnuji|budou|byly")) {
            auto next = at + 1;
            while (passages::match_at(tokens, next, "zejmena|predevsim|hlavne|tyto|tedy|mimo|jine|:")) ++next;
            if (auto number = passages::number_at(tokens, next);    // „jsou čtyři – poradna, klub …“
                number && passages::match_at(tokens, number->last, "-|:"))
                next = number->last + 1;
            return next;
        }
    }
    return {};
}

std::vector<ReadActivity> listed_in_sentence(const passages::Sentence& sentence, const ListCue& cue,
                                             reading::Place at) {
    auto& tokens = sentence.tokens;
    for (auto words = passages::find(tokens, cue.pattern); words;
         words = passages::find(tokens, cue.pattern, words->last)) {
        auto begin = begin_of_list(tokens, words->last);
        auto wanted = number_before(tokens, words->first);
        if (!begin || (cue.counted && wanted == 0)) continue;
        auto items = items_behind(sentence, *begin, wanted, at);
        if (fit_for_titles(items) && (!cue.counted || items.size() == wanted)) return items;
    }
    return {};
}

// „Děláme čtyři věci. Jezdíme za rodinami, učíme děti, půjčujeme pomůcky a pořádáme setkání.“
std::vector<ReadActivity> listed_behind_count(const std::vector<passages::Sentence>& sentences, reading::Place at) {
    for (std::size_t n = 0; n + 1 < sentences.size(); ++n) {
        auto& tokens = sentences[n].tokens;
        auto things =
            passages::find(tokens, "veci|aktivit*|cinnost*|kroky|casti|pilire|pilirich|vecech|krocich|castech");
        auto wanted = things && tokens.size() < 12 ? number_before(tokens, things->first) : 0;
        if (wanted < 3) continue;
        auto items = items_behind(sentences[n + 1], 0, wanted, at);
        if (items.size() == wanted && fit_for_titles(items)) return items;
    }
    return {};
}

// „Projekt zahrnuje terénní práci, poradnu a kurzy.“: three things at least.
std::vector<ReadActivity> included_in_project(const passages::Sentence& sentence, reading::Place at) {
    auto& tokens = sentence.tokens;
    auto verb = passages::find(tokens, "zahrnuje|obsahuje|obnasi|nabizi");
    if (!verb || verb->first > 6 ||
        !passages::has(Tokens(tokens.begin(), tokens.begin() + std::ptrdiff_t(verb->first)), "projekt*"))
        return {};
    auto items = items_behind(sentence, verb->last, 0, at);
    return items.size() > 2 && fit_for_titles(items) ? items : std::vector<ReadActivity>{};
}

bool may_list_activities(const Passage& passage) {
    return !passage.heading() && (passage.cells.size() < 2 || passage.tokens.size() > 12) &&
           passage.field != other_project_field && passage.field != target_field && passage.field != team_field &&
           passage.field != funding_field;
}

// „A co vlastně děláme? Učíme češtinu, provozujeme poradnu a pořádáme večery.“
std::vector<ReadActivity> answer_what_we_do(const std::vector<passages::Sentence>& sentences, reading::Place at) {
    for (std::size_t n = 0; n + 1 < sentences.size(); ++n) {
        auto& question = sentences[n].tokens;
        bool asks =
            question.back().folded == "?" && question.size() < 14 && passages::has(question, "co") &&
            passages::has(question,
                          "delame|chystame|nabizime|budeme|planujeme|obnasi|zahrnuje|nabizi|dela|chysta|prinese|ceka");
        if (!asks) continue;
        auto items = items_behind(sentences[n + 1], 0, 0, at);
        if (items.size() > 2 && fit_for_titles(items)) return items;
    }
    return {};
}

}

std::vector<ReadActivity> activities_in_sentences(const Passages& all) {
    for (auto& cue : list_cues)
        for (auto& passage : all) {
            if (!may_list_activities(passage) || !passages::has(passage.tokens, cue.pattern)) continue;
            for (auto& sentence : passages::sentences_of(passage.text)) {
                Passage alone{.field = passage.field, .tokens = sentence.tokens};
                if (of_another_project(alone)) continue;
                if (auto items = listed_in_sentence(sentence, cue, passage.at); !items.empty()) return items;
            }
        }
    for (auto& passage : all) {
        if (!may_list_activities(passage)) continue;
        auto sentences = passages::sentences_of(passage.text);
        if (auto items = answer_what_we_do(sentences, passage.at); !items.empty()) return items;
        if (auto items = listed_behind_count(sentences, passage.at); !items.empty()) return items;
        for (auto& sentence : sentences)
            if (auto items = included_in_project(sentence, passage.at); !items.empty()) return items;
    }
    return {};
}

}
