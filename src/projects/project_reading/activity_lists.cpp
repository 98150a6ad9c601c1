// Cuts a list of activities where its items part.
#include "projects/project_reading/activity_lists.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Span;
using passages::Tokens;

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

}
