// Reads the mark before an activity, with its word or without.
#include "projects/project_reading/activity_marks.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <cctype>

namespace projects {

namespace {

using passages::TokenKind;
using passages::Tokens;

std::string bare_mark(std::string_view marker) {
    while (!marker.empty() && std::string_view{".)/:"}.find(marker.back()) != std::string_view::npos)
        marker.remove_suffix(1);
    while (!marker.empty() && marker.front() == '(') marker.remove_prefix(1);
    return std::string{marker};
}

bool is_roman(std::string_view mark) {
    return !mark.empty() && mark.find_first_not_of("ivx") == std::string_view::npos;
}

bool is_short(const passages::Token& token) {
    if (token.kind == TokenKind::number) return token.folded.size() <= 3;
    return token.kind == TokenKind::word &&
           (token.folded.size() == 1 || (is_roman(token.folded) && token.folded.size() <= 4));
}

constexpr std::string_view activity_words[] = {"klicova|klicove aktivita|aktivity ?cislo|c ?.",
                                               "aktivita ?cislo|c ?.",
                                               "ka ?- ?c ?.",
                                               "podaktivita ?c ?.",
                                               "krok ?cislo|c ?.",
                                               "etapa ?cislo|c ?.",
                                               "modul ?cislo|c ?.",
                                               "blok ?cislo|c ?.",
                                               "faze ?cislo|c ?.",
                                               "pracovni balicek ?c ?.",
                                               "wp",
                                               "okruh ?c ?.",
                                               "cinnost ?c ?.",
                                               "pilir ?c ?.",
                                               "dilci projekt ?c ?.",
                                               "podprojekt ?c ?.",
                                               "cast ?c ?.",
                                               "komponenta ?c ?.",
                                               "opatreni ?c ?.",
                                               "balicek ?c ?.",
                                               "oblast ?c ?.",
                                               "ukol ?c ?.",
                                               "tema ?c ?.",
                                               "a|k"};

std::optional<passages::Span> word_before(const Tokens& tokens) {
    for (auto pattern : activity_words)
        if (auto words = passages::match_at(tokens, 0, pattern)) {
            bool glued = words->last < tokens.size() && !tokens[words->last].spaced;
            if (pattern != "a|k" || (glued && tokens[words->last].kind == TokenKind::number)) return words;
        }
    return {};
}

// The parts of a number: 2.1.3, 02.1, 2A, 2/1, B.1; how many there are and where they end.
std::pair<std::size_t, int> parts_from(const Tokens& tokens, std::size_t at) {
    int parts = 1;
    auto next = at + 1;
    while (next < tokens.size() && !tokens[next].spaced) {
        if (is_short(tokens[next]) && tokens[next].kind != tokens[next - 1].kind) ++parts, ++next;
        else if ((tokens[next].folded == "." || tokens[next].folded == "/") && next + 1 < tokens.size() &&
                 !tokens[next + 1].spaced && is_short(tokens[next + 1]))
            ++parts, next += 2;
        else break;
    }
    return {next, parts};
}

bool is_sign(const Tokens& tokens, std::size_t at, std::string_view signs) {
    return at < tokens.size() && tokens[at].folded.size() == 1 &&
           signs.find(tokens[at].folded) != std::string_view::npos;
}

}

std::optional<Mark> mark_of(std::string_view marker) {
    auto bare = bare_mark(marker);
    if (bare.empty() || bare.size() > 8) return {};
    if (bare.front() >= '0' && bare.front() <= '9')
        return Mark{bare, decimal_mark + int(std::ranges::count(bare, '.')) + int(std::isalpha(bare.back()) != 0)};
    auto folded = search::fold(bare);
    bool counted = folded.size() <= 3 && folded[0] >= 'a' && folded[0] <= 'z' && folded.size() > 1 &&
                   folded.find_first_not_of("0123456789", 1) == std::string::npos;    // A1
    if (counted) return Mark{bare, decimal_mark + 1};
    if (is_roman(folded)) return Mark{bare, roman_mark};
    if (folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z') return Mark{bare, letter_mark};
    return {};
}

bool begins_with_activity_word(const Tokens& tokens) {
    return passages::match_at(tokens, 0, "ka|klicova|krok|etapa|aktivita|modul|wp|pilir|podaktivita|faze")
               .has_value() ||
           passages::match_at(tokens, 0, "dilci projekt").has_value();
}

namespace {

// „První aktivita: …“, „Krok druhý – …“
std::optional<Mark> mark_in_words(const Tokens& tokens) {
    static constexpr std::string_view counts[] = {"prvni",
                                                  "druha|druhy|druhe",
                                                  "treti",
                                                  "ctvrta|ctvrty|ctvrte",
                                                  "pata|paty|pate",
                                                  "sesta|sesty|seste",
                                                  "sedma|sedmy|sedme",
                                                  "osma|osmy|osme"};
    static constexpr std::string_view things = "aktivita|krok|cast|oblast|etapa|faze|pilir|opatreni|cinnost|modul";
    for (std::size_t n = 0; n < std::size(counts); ++n) {
        bool before = passages::match_at(tokens, 0, counts[n]) &&
                      (passages::match_at(tokens, 1, things) || passages::match_at(tokens, 1, "klicova aktivita"));
        bool behind = passages::match_at(tokens, 0, things) && passages::match_at(tokens, 1, counts[n]);
        std::size_t end = before && passages::match_at(tokens, 1, "klicova aktivita") ? 3 : 2;
        if ((!before && !behind) || end + 1 >= tokens.size() || !is_sign(tokens, end, ":-|")) continue;
        return Mark{std::to_string(n + 1), word_mark, end + 1};
    }
    return {};
}

}

std::optional<Mark> written_mark(std::string_view text, const Tokens& tokens) {
    if (auto mark = mark_in_words(tokens)) return mark;
    auto word = word_before(tokens);
    std::size_t at = word ? word->last : 0;
    bool abbreviated = word && at > 1 && tokens[at - 1].folded == "c" && tokens[at - 1].capital &&
                       (at == tokens.size() || !is_short(tokens[at]));    // "Část C: …" is no „č.“
    if (abbreviated) --at;
    bool open = !word && is_sign(tokens, 0, "(");
    if (open) ++at;
    if (at >= tokens.size() || !is_short(tokens[at]) ||
        (word && tokens[at].kind == TokenKind::word && tokens[at].folded.size() > 1 && !is_roman(tokens[at].folded)))
        return {};
    auto [end, parts] = parts_from(tokens, at);
    if (end >= tokens.size()) return {};
    auto no = passages::printed(text, tokens, {at, end});
    bool point = is_sign(tokens, end, ".") && !tokens[end].spaced;
    bool dash = is_sign(tokens, end, "-|:");
    bool letter = tokens[at].kind == TokenKind::word;
    if (!word) {
        bool bracket = is_sign(tokens, end, ")/") && !tokens[end].spaced;
        if (parts == 1 && letter && !bracket && !(point && tokens[at].capital)) return {};
        if (parts == 1 && !letter && ((!bracket && !point) || no.size() > 2)) return {};
        bool card =
            parts == 2 && letter && end < tokens.size() && tokens[end].spaced && tokens[end].capital;    // A1 Depistáž
        if (parts > 1 && !card && !bracket && !point && !(dash && tokens[end].spaced) && !tokens[end].spaced) return {};
        if (parts > 2 && no.size() > 8) return {};
        bool day = parts > 1 && point && !letter && end + 1 < tokens.size() &&
                   tokens[end + 1].kind == TokenKind::number;    // 28. 3. 2025
        bool date = parts == 1 && point && end + 1 < tokens.size() && tokens[end + 1].kind == TokenKind::number &&
                    end + 2 < tokens.size() && tokens[end + 2].folded == ".";
        if (day || date) return {};
    }
    while (end < tokens.size() && tokens[end].kind == TokenKind::sign && tokens[end].folded != "\"" &&
           tokens[end].folded != "(")
        ++end;
    if (end >= tokens.size()) return {};
    int kind = decimal_mark;
    if (parts > 1) kind = decimal_mark + parts - 1;
    else if (word) kind = word_mark;
    else if (letter) kind = is_roman(tokens[at].folded) ? roman_mark : letter_mark;
    return Mark{no, kind, end};
}

std::vector<MarkInText> marks_in_text(const Tokens& tokens, int next) {
    static constexpr std::string_view words[] = {"ka ?c ?.", "klicov* aktivi* ?c|cislo ?.", "aktivi* ?c|cislo ?."};
    std::vector<MarkInText> marks;
    for (std::size_t at = 0; at < tokens.size(); ++at)
        for (auto word : words) {
            auto named = passages::match_at(tokens, at, word);
            auto number = named ? passages::number_at(tokens, named->last) : std::nullopt;
            if (named && passages::match_at(tokens, named->last, "jedna|jedno"))
                number = passages::NumberFound{1, named->last + 1, true};
            bool whole = number && (number->last == tokens.size() || tokens[number->last].spaced ||
                                    is_sign(tokens, number->last, "),:-"));
            if (!whole || number->value != next) continue;
            marks.push_back(
                {number->in_words ? std::to_string(number->value) : tokens[named->last].folded, {at, number->last}});
            ++next, at = number->last - 1;
            break;
        }
    return marks;
}

}
