// The numbers and the names that identify a project: its own, its programme's, its call's.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <map>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

// CZ.03.02.02/00/22_006/0001329; letters that a scanner put for digits are mended.
std::optional<std::string> european_number_in(std::string_view text, const Tokens& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "cz .")) continue;
        auto number = passages::printed(text, tokens, {at, passages::end_of_run(tokens, at)});
        if (std::ranges::count(number, '/') < 2) continue;
        std::transform(number.begin() + 2, number.end(), number.begin() + 2, passages::digit_meant);
        return number;
    }
    return {};
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

// Any number without blanks behind a label: ZD-MGS2-031.
std::optional<std::string> number_behind_label(const Passage& passage) {
    for (std::size_t at = 0; at < passage.tokens.size() && at < 3; ++at) {
        auto number = passages::printed(passage.text, passage.tokens, {at, passages::end_of_run(passage.tokens, at)});
        if (number.size() >= 5 && has_digit(number)) return number;
    }
    return {};
}

constexpr std::string_view number_cues[] = {"registracni*", "reg ?. c",       "registrovan*",
                                            "pod cislem",   "cislo projektu", "reg ?. cislo"};

// „registrační číslo LP-HROMB3-012“, „pod číslem JMK-2024-0331“ in a sentence: letters, digits and a sign among them.
std::optional<std::string> other_number_in(std::string_view text, const Tokens& tokens) {
    static constexpr std::string_view cues[] = {"registracni*|evidencni* cislo|cislem", "pod|s cislem",
                                                "cislo projektu", "reg ?. c .", "projekt ?( c|cislo ?."};
    for (auto cue : cues)
        for (auto words = passages::find(tokens, cue); words; words = passages::find(tokens, cue, words->last)) {
            auto at = words->last;
            while (passages::match_at(tokens, at, "je|:|projektu|ma")) ++at;
            if (at >= tokens.size()) break;
            auto run = passages::printed(text, tokens, {at, passages::end_of_run(tokens, at)});
            bool letters = std::ranges::any_of(run, [](char sign) { return sign >= 'A' && sign <= 'Z'; });
            bool signs = run.find('-') != std::string::npos || run.find('/') != std::string::npos;
            if (run.size() >= 6 && run.size() <= 40 && has_digit(run) && letters && signs) return run;
        }
    return {};
}

struct ProgrammeName {
    std::string_view pattern, name;
};

// Programmes by their names in any case.
constexpr ProgrammeName programme_names[] = {
    {"operacni*|operacnim|operacniho program* zamestnanost* plus", "Operační program Zaměstnanost plus"},
    {"operacni* program* zamestnanost*", "Operační program Zaměstnanost"},
    {"operacni* program* vyzkum* , vyvoj* a vzdelavani", "Operační program Výzkum, vývoj a vzdělávání"},
    {"operacni* program* jan* amos* komensk*", "Operační program Jan Amos Komenský"},
    {"operacni* program* lidske zdroje a zamestnanost", "Operační program Lidské zdroje a zaměstnanost"},
    {"operacni* program* lidskych zdroju a zamestnanosti", "Operační program Lidské zdroje a zaměstnanost"},
    {"operacni* program* praha - pol rustu cr|ceske", "Operační program Praha – pól růstu ČR"},
    {"operacni* program* spravedliva|spravedlive transformace", "Operační program Spravedlivá transformace"},
    {"operacni* program* technolog* a aplikac* pro konkurenceschopnost",
     "Operační program Technologie a aplikace pro konkurenceschopnost"},
    {"operacni* program* zivotni* prostredi", "Operační program Životní prostředí"},
    {"operacni* program* potravinov* a materialn* pomoc*", "Operační program potravinové a materiální pomoci"},
    {"integrovan* regionaln* operacni* program*", "Integrovaný regionální operační program"},
    {"narodni*|narodniho plan* obnov*", "Národní plán obnovy"},
    {"program* zdravi", "Zdraví"},
    {"norsk* fond*", "Norské fondy"},
    {"fond* ehp", "Fondy EHP"},
    {"interreg*", "Interreg"},
};

constexpr ProgrammeName programme_marks[] = {
    {"opz +", "OPZ+"},          {"opz plus", "OPZ+"},       {"opz", "OPZ"},
    {"irop ?2", "IROP"},        {"op vvv|opvvv", "OP VVV"}, {"op jak|opjak", "OP JAK"},
    {"op lzz|oplzz", "OP LZZ"}, {"op st|opst", "OP ST"},    {"npo", "NPO"}};

template <std::size_t Count>
std::optional<std::string> programme_in(const Tokens& tokens, const ProgrammeName (&names)[Count]) {
    for (auto& name : names)
        if (auto found = passages::find(tokens, name.pattern)) {
            bool behind_another =
                found->first > 0 && passages::match_at(tokens, found->first - 1, "kontextu|ministerstvo|ministerstva");
            if (!behind_another) return std::string{name.name};
        }
    return {};
}

// What a label calls a programme: without its abbreviation in brackets.
std::string programme_name(std::string_view text) {
    auto end = std::min(text.find('('), text.find(';'));
    return std::string{passages::trimmed(text.substr(0, end), ".,:")};
}

// 03_22_006, O3_22_O12: digits around low lines; for others only behind a label.
std::optional<std::string> call_in(std::string_view text, const Tokens& tokens, std::size_t from) {
    for (auto at = from; at < tokens.size(); ++at) {
        if (!tokens[at].spaced && at > 0 && tokens[at - 1].kind != passages::TokenKind::sign) continue;
        if (at > 0 && tokens[at - 1].folded == "/") continue;
        auto end = passages::end_of_run(tokens, at);
        auto run = passages::printed(text, tokens, {at, end});
        if (std::ranges::count(run, '_') < 1 || run.size() < 6 || run.find('/') != std::string::npos) continue;
        for (auto& sign : run) {
            if (sign == 'O' || sign == 'o') sign = '0';
            if (sign == 'l' || sign == 'I') sign = '1';
        }
        if (std::ranges::all_of(run, [](char sign) { return sign == '_' || (sign >= '0' && sign <= '9'); })) return run;
    }
    return {};
}

}

bool of_another_project(const Passage& passage) {
    static constexpr std::string_view words[] = {"navazuj* na ?projekt",
                                                 "predchoz* ?projekt*",
                                                 "skoncil*",
                                                 "realizuje i ?projekt",
                                                 "drivejsi*|starsi*",
                                                 "podobne* projekt*",
                                                 "obdobn* projekt*",
                                                 "uz|jiz v letech",
                                                 "zadosti o zmenu",
                                                 "navazuj* na",
                                                 "soubezne",
                                                 "dalsi projekt*",
                                                 "jiny|jine projekt*",
                                                 "minul* projekt*|obdobi|obdobim",
                                                 "v minulosti uskutecnil*|realizoval*|resil*|mel*",
                                                 "tehdy",
                                                 "jsme uzavreli|ukoncili|dokoncili",
                                                 "predchozi*"};
    if (passage.field == other_project_field) return true;
    return passages::has_any(passage.tokens, words);
}

namespace {

// A line that stands more than once; what stands there once and was left out speaks of something else.
template <class Find>
std::optional<FoundText> at_head_of_pages(const reading::TextDocument& document, Find find) {
    std::map<std::string_view, int> seen;
    for (auto& line : document.lines)
        if (line.text.size() > 5 && ++seen[line.text] == 2)
            if (auto found = find(line.text, passages::tokens_of(line.text)))
                return FoundText{
                    *found, {std::size_t(&line - document.lines.data()), std::size_t(&line - document.lines.data())}};
    return {};
}

}

std::optional<FoundText> find_registration_number(const Passages& passages, const reading::TextDocument& document) {
    for (auto& passage : passages) {
        if (passage.field != number_field || passage.heading() || of_another_project(passage)) continue;
        if (auto number = european_number_in(passage.text, passage.tokens)) return FoundText{*number, passage.at};
        auto label = passages::tokens_of(passage.label);
        bool bare = passages::match_at(label, 0, "cislo") && !passages::has(label, "projekt*") && label.size() > 2;
        if (label.empty() || bare) continue;
        if (auto number = number_behind_label(passage)) return FoundText{*number, passage.at};
    }
    for (bool cued : {true, false})
        for (auto& passage : passages) {
            if (passage.field == other_project_field) continue;
            for (auto& sentence : passages::sentences_of(passage.text)) {
                Passage alone{.field = passage.field, .tokens = sentence.tokens};
                if (of_another_project(alone) || (cued && !passages::has_any(sentence.tokens, number_cues))) continue;
                if (auto number = european_number_in(sentence.text, sentence.tokens))
                    return FoundText{*number, passage.at};
            }
        }
    for (auto& passage : passages) {
        if (passage.field == other_project_field) continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            auto number = of_another_project(alone) ? std::nullopt : other_number_in(sentence.text, sentence.tokens);
            if (number) return FoundText{*number, passage.at};
        }
    }
    return at_head_of_pages(
        document, [](std::string_view text, const Tokens& tokens) { return european_number_in(text, tokens); });
}

namespace {

// „z programu Lidská práva“, „program „Rodina a ochrana práv dětí““: a capital or quotation marks behind the word.
std::optional<std::string> programme_called(const Passage& passage) {
    auto& tokens = passage.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "programu|programem|program")) continue;
        auto begin = at + 1;
        if (tokens[begin].folded == "\"") {
            auto close = begin + 1;
            while (close < tokens.size() && tokens[close].folded != "\"" && close < begin + 14) ++close;
            if (close < tokens.size() && tokens[close].folded == "\"" && close > begin + 1)
                return passages::printed(passage.text, tokens, {begin + 1, close});
            continue;
        }
        bool dotation =
            at > 0 && passages::match_at(tokens, at - 1, "dotacniho|dotacnim|dotacni|narodniho|narodni|ramci|z");
        if (!tokens[begin].capital || !dotation) continue;
        auto end = begin + 1;
        while (end < tokens.size() && tokens[end].kind == passages::TokenKind::word && end < begin + 6 &&
               !passages::match_at(tokens, end, "na|pro|v|ve|je|byl|byla|jsme|kter*|ktery|a|s|se|ziskal*"))
            ++end;
        return passages::printed(passage.text, tokens, {begin, end});
    }
    return {};
}

}

std::optional<FoundText> find_programme(const Passages& passages, const reading::TextDocument& document) {
    for (auto& passage : passages) {
        if (passage.field != programme_field || passage.heading() || passage.label.empty()) continue;
        if (auto name = programme_in(passage.tokens, programme_names)) return FoundText{*name, passage.at};
        auto name = programme_name(passage.text);
        if (!name.empty()) return FoundText{name, passage.at};
    }
    for (auto& passage : passages)
        if (passage.field != other_project_field)
            if (auto name = programme_in(passage.tokens, programme_names)) return FoundText{*name, passage.at};
    for (auto& passage : passages)
        if (passage.field != other_project_field && !of_another_project(passage))
            if (auto mark = programme_in(passage.tokens, programme_marks)) return FoundText{*mark, passage.at};
    for (auto& passage : passages)
        if (passage.field != other_project_field && !of_another_project(passage) && !passage.heading())
            if (auto name = programme_called(passage)) return FoundText{*name, passage.at};
    return at_head_of_pages(
        document, [](std::string_view, const Tokens& tokens) { return programme_in(tokens, programme_names); });
}

std::optional<FoundText> find_call(const Passages& passages) {
    for (auto& passage : passages) {
        if (passage.field != call_field || passage.heading() || passage.text.empty()) continue;
        if (auto number = call_in(passage.text, passage.tokens, 0)) return FoundText{*number, passage.at};
        for (std::size_t at = 0; at < passage.tokens.size() && at < (passage.label.empty() ? 1u : 4u); ++at)
            if (passage.tokens[at].kind == passages::TokenKind::number &&
                !passages::match_at(passage.tokens, at + 1, ". #"))
                return FoundText{
                    passages::printed(passage.text, passage.tokens, {at, passages::end_of_run(passage.tokens, at)}),
                    passage.at};
    }
    for (auto& passage : passages) {
        auto cue = passages::find(passage.tokens, "vyzv*");
        if (!cue || of_another_project(passage)) continue;
        if (auto number = call_in(passage.text, passage.tokens, cue->last)) return FoundText{*number, passage.at};
        auto numbered = passages::find(passage.tokens, "vyzv* ?irop|opz ?+ c|cislo ?. #", 0);
        if (numbered) {
            auto at = numbered->last - 1;
            return FoundText{
                passages::printed(passage.text, passage.tokens, {at, passages::end_of_run(passage.tokens, at)}),
                passage.at};
        }
    }
    return {};
}

}
