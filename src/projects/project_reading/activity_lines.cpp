// Activities in lines of their own under a heading, counted or not.
#include "projects/project_reading/activity_lists.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "projects/project_reading/activity_marks.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

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

namespace {

// "Nábor dobrovolníků. Najdeme třicet lidí.": a sentence of few words opens the paragraph.
std::optional<std::string> opening_title(std::string_view paragraph) {
    auto sentences = passages::sentences_of(paragraph);
    if (sentences.size() < 2 || sentences[0].tokens.empty() || sentences[0].tokens.size() > 9) return {};
    if (sentences[0].tokens.back().folded != ".") return {};
    return without_sign(sentences[0].text);
}

// Where lines without a full stop stand among lines with one, these explain those.
std::vector<ReadActivity> without_explanations(std::vector<ReadActivity> items, const std::vector<bool>& closed) {
    auto open = std::ranges::count(closed, false);
    if (open < 2 || closed.front()) return items;
    std::vector<ReadActivity> titles;
    for (std::size_t n = 0; n < items.size(); ++n)
        if (!closed[n]) titles.push_back(std::move(items[n]));
    return titles;
}

}

std::vector<ReadActivity> titled_activities(const Passages& all, std::size_t opening) {
    if (all[opening].field != activities_field ||
        (all[opening].heading() && all[opening].level > 0 && all[opening].kind != reading::LineKind::heading))
        return {};
    std::vector<ReadActivity> items;
    std::vector<bool> closed;
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
        if (auto opened = opening_title(passage.text)) items.push_back({"", *opened, passage.at, {}});
        else if (lines.size() == 1 && title) items.push_back({"", without_sign(first), passage.at, {}});
        else if (title && prose && first.size() < 45 && !first.ends_with('.'))
            items.push_back({"", without_sign(first), passage.at, {}});
        else if (items.empty()) break;
        if (closed.size() < items.size()) closed.push_back(lines.size() == 1 && first.ends_with('.'));
    }
    items = without_explanations(std::move(items), closed);
    return fit_for_titles(items) ? items : std::vector<ReadActivity>{};
}

}
