// Cuts lists of activities where their items part.
#include "projects/project_reading/activity_lists.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "projects/project_reading/activity_marks.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Span;
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
            while (passages::match_at(
                tokens, next,
                "aktivita|aktivitou|je|tvori|bude|jsou|budou|predstavuje|predstavuji|samotne|zahrnuje|se|pak|:|-"))
                ++next;
            return Mark{std::string{ordinal.no}, word_mark, next};
        }
    return {};
}

// „První je vyškolení průvodců. Druhou je provázení rodin, třetí tvoří kurzy a čtvrtou víkendy.“
}

std::vector<ReadActivity> told_in_words(const Passages& passages) {
    for (auto& passage : passages) {
        if (!passages::has(passage.tokens, "aktivit*|kroky|kroku|casti|pilir*") ||
            passage.kind != reading::LineKind::text)
            continue;
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
                   !(passages::match_at(tokens, end, "a") && activity_ordinal_at(tokens, end + 1)))
                ++end;
            auto title = passages::printed(passage.text, tokens, {mark->text, end});
            std::ranges::replace(title, '\n', ' ');
            if (!title.empty()) told.push_back({mark->no, title, passage.at, {}});
            at = std::max(end, at + 1);
        }
        if (told.size() >= 2) return told;
    }
    return {};
}

namespace {

std::string without_sign(std::string_view line);

std::string activity_words_of(std::string_view text, const Tokens& tokens, Span span) {
    while (span.first < span.last &&
           (tokens[span.first].kind == passages::TokenKind::sign
                ? tokens[span.first].folded != "\"" && tokens[span.first].folded != "("
                : passages::match_at(tokens, span.first, "a|i|dale|take|konecne|pak|jsou|to").has_value()))
        ++span.first;
    while (span.last > span.first + 1 && passages::match_at(tokens, span.last - 1, "a|to|,|i|take")) --span.last;
    auto title = passages::printed(text, tokens, span);
    std::ranges::replace(title, '\n', ' ');
    return std::string{passages::trimmed(title, ".,;:")};
}

// "(1) a, (2) b", "a) x; b) y": where each mark begins, they count from the first.
std::vector<std::size_t> counted_marks(const Tokens& tokens, std::size_t from) {
    static constexpr std::string_view counts[][9] = {{"1", "2", "3", "4", "5", "6", "7", "8", "9"},
                                                     {"a", "b", "c", "d", "e", "f", "g", "h", "i"},
                                                     {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}};
    for (auto& count : counts) {
        std::vector<std::size_t> begins;
        for (auto at = from; at + 2 < tokens.size() && begins.size() < 9; ++at)
            if (tokens[at].folded == count[begins.size()] &&
                (tokens[at + 1].folded == ")" || tokens[at + 1].folded == ".") && !tokens[at + 1].spaced &&
                tokens[at + 2].spaced)
                begins.push_back(at);
        if (begins.size() >= 2 && begins.front() < from + 3) return begins;
    }
    return {};
}

std::vector<ReadActivity> marked_items(std::string_view text, const Tokens& tokens,
                                       const std::vector<std::size_t>& begins, std::size_t end, reading::Place at) {
    std::vector<ReadActivity> items;
    for (std::size_t n = 0; n < begins.size(); ++n) {
        auto last = n + 1 < begins.size() ? begins[n + 1] : end;
        while (last > begins[n] + 2 && (tokens[last - 1].folded == "(" || tokens[last - 1].folded == "," ||
                                        tokens[last - 1].folded == ";" || passages::match_at(tokens, last - 1, "a")))
            --last;
        items.push_back({tokens[begins[n]].folded, activity_words_of(text, tokens, {begins[n] + 2, last}), at, {}});
    }
    return items;
}

bool belongs_to_item(const Tokens& tokens, std::size_t at) {
    return passages::match_at(tokens, at, "?s|se|v|ve|pro|o|u|na|za|k kter*|jejichz|kdo|jez|kde|aby|ze|jehoz|jejiz")
        .has_value();
}

// At semicolons where there are some, else at commas; the last „a“ parts the last two.
std::vector<Span> parts_of_list(const Tokens& tokens, Span list, std::size_t wanted) {
    bool semicolons = false;
    for (auto at = list.first; at < list.last; ++at) semicolons = semicolons || tokens[at].folded == ";";
    std::vector<Span> parts;
    int open = 0;
    bool quoted = false;
    auto from = list.first;
    for (auto at = list.first; at < list.last; ++at) {
        auto& sign = tokens[at].folded;
        open += sign == "(" ? 1 : sign == ")" ? -1 : 0;
        if (sign == "\"") quoted = !quoted;
        bool spaced = at + 1 == list.last || tokens[at + 1].spaced;
        if (open > 0 || quoted || !spaced || sign != (semicolons ? ";" : ",") || belongs_to_item(tokens, at + 1))
            continue;
        if (at > from) parts.push_back({from, at});
        from = at + 1;
    }
    if (from < list.last) parts.push_back({from, list.last});
    if (parts.empty() || semicolons || (wanted > 0 && parts.size() >= wanted)) return parts;
    auto last = parts.back();
    bool whole = parts.size() == 1 && wanted == 0;
    for (auto at = last.last; at > last.first + 1; --at)
        if (passages::match_at(tokens, at - 1, "a|i") && at < last.last) {
            if (whole && (at - 1 - last.first < 2 || last.last - at < 2)) break;
            parts.back().last = at - 1;
            parts.push_back({at, last.last});
            break;
        }
    return parts;
}

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
            return next;
        }
    }
    return {};
}

std::size_t number_before(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && n + 4 > at; --n)
        if (auto number = passages::number_at(tokens, n - 1); number && number->value > 1 && number->value < 13)
            return std::size_t(number->value);
    return 0;
}

bool fit_for_titles(const std::vector<ReadActivity>& items) {
    if (items.size() < 2 || items.size() > 15) return false;
    return std::ranges::all_of(items, [](auto& item) {
        auto tokens = passages::tokens_of(item.title);
        return !tokens.empty() && tokens.size() <= 22 && item.title.size() > 3 &&
               !passages::has(tokens, "kc|@|http*|tel");
    });
}

std::vector<ReadActivity> items_behind(const passages::Sentence& sentence, std::size_t begin, std::size_t wanted,
                                       reading::Place at) {
    auto& tokens = sentence.tokens;
    auto end = tokens.size();
    while (end > begin && (tokens[end - 1].folded == "." || tokens[end - 1].folded == "!")) --end;
    if (auto marks = counted_marks(tokens, begin); !marks.empty())
        return marked_items(sentence.text, tokens, marks, end, at);
    std::vector<ReadActivity> items;
    for (auto& part : parts_of_list(tokens, {begin, end}, wanted))
        items.push_back({"", activity_words_of(sentence.text, tokens, part), at, {}});
    return items;
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

}

namespace {

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
        for (auto& sentence : sentences)
            if (auto items = included_in_project(sentence, passage.at); !items.empty()) return items;
    }
    return {};
}

std::vector<ReadActivity> activities_in_lines(const Passages& all, std::size_t opening) {
    auto n = opening;
    if (all[n].text.empty() || all[n].heading()) ++n;
    if (n >= all.size() || all[n].field != activities_field || all[n].heading() || all[n].cells.size() > 1) return {};
    auto passage = all[n];
    for (auto next = n + 1;
         next < all.size() && all[next].field == activities_field && all[next].at.first == passage.at.last + 1 &&
         all[next].kind == reading::LineKind::text && !all[next].table && all[next].label.empty();
         ++next)
        passage.text += '\n' + all[next].text, passage.at.last = all[next].at.last;
    std::vector<ReadActivity> items;
    bool lines = passage.text.find('\n') != std::string::npos;
    for (std::string_view rest = passage.text; lines && !rest.empty();) {
        auto line = rest.substr(0, rest.find('\n'));
        lines = line.size() <= 70 && !line.ends_with('?') && !line.ends_with('.') && !line.ends_with(',');
        items.push_back({"", without_sign(line), passage.at, {}});
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    if (lines && fit_for_titles(items)) return items;
    auto sentences = passages::sentences_of(passage.text);
    if (sentences.size() != 1) return {};
    bool semicolons = passage.text.find(';') != std::string::npos;
    items = items_behind(sentences.front(), 0, 0, passage.at);
    return (semicolons || items.size() > 2) && fit_for_titles(items) ? items : std::vector<ReadActivity>{};
}

namespace {

bool ends_section(const Passage& opening, const Passage& passage) {
    if (passage.field == activities_field)
        return passage.heading() && &opening != &passage && passage.label != opening.label && passage.level > 0;
    return passage.field != no_field || (passage.heading() && passage.level > 0);
}

// The number that a line begins with, and where its title does.
std::optional<std::pair<int, std::size_t>> count_at(const Tokens& tokens) {
    std::size_t at = 0;
    bool bracket = passages::match_at(tokens, 0, "[|(").has_value();
    if (bracket) ++at;
    if (auto word = passages::match_at(tokens, at, "c .|cislo")) at = word->last;
    auto number =
        at < tokens.size() && tokens[at].folded.size() <= 2 ? passages::small_number(tokens[at]) : std::nullopt;
    if (!number) return {};
    ++at;
    while (at < tokens.size() && (tokens[at].folded == "]" || tokens[at].folded == ")" || tokens[at].folded == ":" ||
                                  tokens[at].folded == "-" || tokens[at].folded == "|"))
        ++at;
    if (at >= tokens.size() || !tokens[at].capital || !tokens[at].spaced) return {};
    return std::pair{*number, at};
}

// Headings of other chapters, though of no field that we look for.
bool is_other_chapter(const Tokens& tokens) {
    return passages::has(
               tokens,
               "aktualit*|kontakt*|partner*|vysled*|dokument*|stazeni|galerie|foto*|zprav*|clank*|financ*|rozpoc*|harmonogram|proc|kde|pribeh*|media|projekt*|zakladni|identifik*|indikator*|publicit*|odkaz*|menu|uvod|prilohy|priloha") ||
           passages::match_at(tokens, 0, "o|jak|kdo|co|kdy|cil*|tym*|lide").has_value();
}

// The lines of a passage, each with its words.
std::vector<std::string> lines_of_text(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        lines.emplace_back(passages::trimmed(line));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return lines;
}

std::string without_sign(std::string_view line) {
    auto tokens = passages::tokens_of(line);
    std::size_t first = 0;
    while (first < tokens.size() && tokens[first].kind == passages::TokenKind::sign && tokens[first].folded != "\"" &&
           tokens[first].folded != "(")
        ++first;
    if (first > 0 && first < tokens.size() && !tokens[first].spaced) first = 0;
    if (passages::match_at(tokens, first, "o") && first + 1 < tokens.size() && tokens[first + 1].capital) ++first;
    return std::string{passages::trimmed(passages::printed(line, tokens, {first, tokens.size()}), ".,;:")};
}

}

std::vector<ReadActivity> counted_activities(const Passages& all, std::size_t opening) {
    std::vector<ReadActivity> items;
    for (auto n = opening; n < all.size(); ++n) {
        auto& passage = all[n];
        if (n > opening && ends_section(all[opening], passage)) break;
        if (n == opening && passage.heading()) continue;
        for (auto& line : lines_of_text(passage.text)) {
            auto tokens = passages::tokens_of(line);
            auto count = tokens.size() <= 24 ? count_at(tokens) : std::nullopt;
            if (!count || count->first != int(items.size()) + 1) continue;
            items.push_back({passages::printed(line, tokens, {0, 1}),
                             std::string{passages::trimmed(
                                 passages::printed(line, tokens, {count->second, tokens.size()}), ".,;:")},
                             passage.at,
                             {}});
            items.back().no = std::to_string(count->first);
        }
    }
    return fit_for_titles(items) ? items : std::vector<ReadActivity>{};
}

std::vector<ReadActivity> titled_activities(const Passages& all, std::size_t opening) {
    if (all[opening].field != activities_field ||
        (all[opening].heading() && all[opening].level > 0 && all[opening].kind != reading::LineKind::heading))
        return {};
    std::vector<ReadActivity> items;
    for (auto n = opening + 1; n < all.size(); ++n) {
        auto& passage = all[n];
        if (ends_section(all[opening], passage) || passage.kind == reading::LineKind::item || passage.table) break;
        auto lines = lines_of_text(passage.text);
        if (lines.empty()) break;
        auto& first = lines.front();
        auto tokens = passages::tokens_of(first);
        if (tokens.empty() || is_other_chapter(tokens)) break;
        if (written_mark(first, tokens)) break;
        bool title = first.size() <= 70 && tokens.size() <= 10 && !first.ends_with(':') && !first.ends_with(',') &&
                     (!first.ends_with('.') || lines.size() == 1);
        bool prose = lines.size() > 1 && passage.text.ends_with('.');
        if (lines.size() == 1 && title) items.push_back({"", without_sign(first), passage.at, {}});
        else if (title && prose && first.size() < 45 && !first.ends_with('.'))
            items.push_back({"", without_sign(first), passage.at, {}});
        else if (items.empty()) break;
    }
    return fit_for_titles(items) ? items : std::vector<ReadActivity>{};
}

}
