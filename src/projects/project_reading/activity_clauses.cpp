// Activities that a text tells by the way: behind marks inside sentences, as the work that we do first, then and at
// last.
#include "projects/project_reading/activity_lists.hpp"
#include "projects/project_reading/activity_marks.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Span;
using passages::Tokens;

// „je zaměřena na“, „se věnuje“, „s názvem“ between a mark and what it marks.
std::size_t past_link(const Tokens& tokens, std::size_t at) {
    static constexpr std::string_view links[] = {
        "je|byla|bude ?pak zameren*|venovan*|soustreden* ?na",
        "se zameruje|soustredi|zamerila|zameri na",
        "se venuje|venovala|tyka|jmenuje",
        "spociva|spocivala|bude ?spocivat v|ve",
        "zahrnuje|zahrnovala|obsahuje|predstavuje|resi|znamena|je|byla|bude|s|nese|nazvan* ?nazvem|nazev",
        "na|v|ve"};
    for (bool moved = true; moved;) {
        moved = false;
        while (at < tokens.size() && (tokens[at].folded == ":" || tokens[at].folded == "-" || tokens[at].folded == "|"))
            ++at, moved = true;
        for (auto link : links)
            if (auto words = passages::match_at(tokens, at, link)) at = words->last, moved = true;
    }
    return at;
}

std::size_t closing(const Tokens& tokens, std::size_t open, std::string_view sign) {
    auto at = open + 1;
    while (at < tokens.size() && tokens[at].folded != sign) ++at;
    return at;
}

// In brackets or quotation marks, else up to the end of the sentence or the next mark.
std::string title_behind(std::string_view text, const Tokens& tokens, std::size_t from, std::size_t next) {
    auto at = past_link(tokens, from);
    if (at >= next) return {};
    auto end = at;
    if (tokens[at].folded == "(") end = closing(tokens, at++, ")");
    else if (tokens[at].folded == "\"") end = closing(tokens, at++, "\"");
    else
        while (end < next && tokens[end].folded != ";" &&
               !(tokens[end].folded == "." && tokens[end - 1].folded.size() > 2))
            ++end;
    end = std::min(end, next);
    while (end > at &&
           (tokens[end - 1].folded == "," || passages::match_at(tokens, end - 1, "a|v|ve|i|aktivite|aktivita")))
        --end;
    auto title = passages::printed(text, tokens, {at, end});
    std::ranges::replace(title, '\n', ' ');
    return std::string{passages::trimmed(title, ".,;:")};
}

// What was done in an activity is not its name: „V KA1 jsme oslovili třicet rodin.“
bool tells_what_was_done(std::string_view title) {
    return passages::match_at(passages::tokens_of(title), 0,
                              "jsme|jsou|byl|bylo|byly|byli|se|si|probehl*|probih*|vznikl*|uz|jiz|jsem|kter*|ma|bude")
        .has_value();
}

}

std::vector<ReadActivity> marked_in_text(const Passages& all) {
    std::vector<ReadActivity> items;
    for (auto& passage : all) {
        if (passage.field == other_project_field || of_another_project(passage)) continue;
        auto marks = marks_in_text(passage.tokens, int(items.size()) + 1);
        for (std::size_t n = 0; n < marks.size(); ++n) {
            auto next = n + 1 < marks.size() ? marks[n + 1].tokens.first : passage.tokens.size();
            auto title = title_behind(passage.text, passage.tokens, marks[n].tokens.last, next);
            if (title.empty() || tells_what_was_done(title)) break;
            items.push_back({marks[n].no, title, passage.at, {}});
        }
    }
    return fit_for_titles(items) ? items : std::vector<ReadActivity>{};
}

namespace {

// „vyškolíme“, „otevřeme“, „pořádáme“: what we do or shall do.
bool is_our_verb(const passages::Token& token) {
    static constexpr std::string_view not_work =
        "jsme|budeme|chceme|mame|nejsme|nemame|verime|vime|muzeme|nechceme|dekujeme|"
        "doufame|planujeme|tesime|myslime|potrebujeme|zname|hledame|prosime|zveme";
    bool form = token.folded.size() > 5 &&
                (token.folded.ends_with("ime") || token.folded.ends_with("eme") || token.folded.ends_with("ame"));
    return form && !token.capital && !passages::match_at({token}, 0, not_work);
}

bool is_infinitive(const passages::Token& token) {
    return token.folded.size() > 4 && !token.capital &&
           (token.folded.ends_with("at") || token.folded.ends_with("it") || token.folded.ends_with("et"));
}

// „a nakonec“, „potom“ before what is done.
std::size_t past_order(const Tokens& tokens, std::size_t at, std::size_t end) {
    while (at < end &&
           passages::match_at(tokens, at,
                              "a|i|nejdriv|nejdrive|nejprve|napred|potom|pak|dale|nakonec|zaroven|take|pote|nasledne|"
                              "konecne|rovnez|taky|prvni|tez|navic|soucasne|,"))
        ++at;
    return at;
}

template <class IsWork>
std::vector<ReadActivity> clauses_of_work(const passages::Sentence& sentence, std::size_t from, reading::Place at,
                                          IsWork is_work) {
    auto& tokens = sentence.tokens;
    std::vector<std::size_t> begins;
    for (auto n = from; n < tokens.size(); ++n) {
        auto verb = past_order(tokens, n, tokens.size());
        bool first = n == from || tokens[n].folded == "," || passages::match_at(tokens, n, "a|i");
        auto word = verb < tokens.size() ? tokens[verb] : passages::Token{};
        if (n == from) word.capital = false;
        if (!first || !is_work(word)) continue;
        begins.push_back(verb), n = verb;
    }
    std::vector<ReadActivity> items;
    for (std::size_t n = 0; n < begins.size(); ++n) {
        auto end = n + 1 < begins.size() ? begins[n + 1] : tokens.size();
        while (end > begins[n] + 1 && past_order(tokens, end - 1, end) == end) --end;
        auto title = passages::printed(sentence.text, tokens, {begins[n], end});
        std::ranges::replace(title, '\n', ' ');
        items.push_back({"", std::string{passages::trimmed(title, ".,;:!")}, at, {}});
    }
    bool told = items.size() > 2 && begins.front() == past_order(tokens, from, tokens.size()) && fit_for_titles(items);
    return told ? items : std::vector<ReadActivity>{};
}

// „Naším úkolem je mapovat potřeby, rozvíjet …“, „Chceme otevřít …, vyškolit …“
std::optional<std::size_t> begin_of_intent(const Tokens& tokens) {
    for (std::string_view words : {"ukolem|cilem|naplni ?projektu je|bude", "chceme|budeme|planujeme|hodlame"})
        if (auto found = passages::find(tokens, words); found && found->first < 8 && found->last < tokens.size())
            return found->last;
    return {};
}

}

std::vector<ReadActivity> told_as_work(const Passages& all) {
    for (auto& passage : all) {
        bool text = passage.kind == reading::LineKind::text && passage.cells.size() < 2;
        bool other = passage.field == other_project_field || passage.field == team_field ||
                     passage.field == target_field || passage.field == funding_field;
        if (!text || other) continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            if (of_another_project({.field = passage.field, .tokens = sentence.tokens})) continue;
            std::size_t from = 0;
            if (auto led = passages::match_at(sentence.tokens, 0, "v|diky ?ramci projektu|nem ?take ?proto"))
                from = led->last;
            if (auto items = clauses_of_work(sentence, from, passage.at, is_our_verb); !items.empty()) return items;
            auto intent = begin_of_intent(sentence.tokens);
            auto items =
                intent ? clauses_of_work(sentence, *intent, passage.at, is_infinitive) : std::vector<ReadActivity>{};
            if (!items.empty()) return items;
        }
    }
    return {};
}

}
