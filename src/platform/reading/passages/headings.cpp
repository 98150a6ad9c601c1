// Tells lines that stand like headings though nothing marks them.
#include "platform/reading/passages/label_search.hpp"
#include "platform/reading/passages/people.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace passages {

namespace {

bool all_capitals(std::string_view text) {
    std::size_t capitals = 0;
    while (!text.empty()) {
        auto letter = search::take(text);
        if (!search::is_letter(letter)) continue;
        if (search::lower(letter) == letter) return false;
        ++capitals;
    }
    return capitals >= 3;
}

// "1.4 Formy, místo a čas" above "1.4.1 Terénní forma: …".
bool numbers_those_below(const reading::TextDocument& document, std::size_t n) {
    auto number = [](const reading::Line& line) { return std::string{trimmed(line.marker, ".")}; };
    auto own = number(document.lines[n]);
    if (own.empty() || own.find_first_not_of("0123456789.") != own.npos) return false;
    for (auto next = n + 1; next < document.lines.size() && next < n + 4; ++next)
        if (!document.lines[next].empty()) return number(document.lines[next]).starts_with(own + ".");
    return false;
}

// "4) Kolik lidí u vás bydlí?" above its answer.
bool asks(const reading::TextDocument& document, std::size_t n, const Tokens& tokens) {
    auto& line = document.lines[n];
    bool whole = tokens.size() > 2 && tokens.back().folded == "?" && tokens.front().capital &&
                 words_in(tokens) <= heading_words_max + 2 && !has(tokens, ".") && !has(tokens, ":");
    if (!whole || n + 1 >= document.lines.size()) return false;
    bool numbered =
        line.kind == reading::LineKind::item && line.marker.find_first_of("0123456789)") != line.marker.npos;
    bool alone = line.kind == reading::LineKind::text && (n == 0 || document.lines[n - 1].empty());
    auto& next = document.lines[n + 1];
    return (numbered || alone) && !next.empty() && next.kind == reading::LineKind::text && !next.text.ends_with('?');
}

}

bool looks_like_heading(const reading::TextDocument& document, std::size_t n) {
    auto& line = document.lines[n];
    if (line.kind == reading::LineKind::row || line.text.size() > 120) return false;
    auto tokens = tokens_of(line.text);
    if (auto person = person_at(line.text, tokens, 0); person && person->titled) return false;
    if (asks(document, n, tokens)) return true;
    bool chapter = line.kind == reading::LineKind::item && line.marker.size() >= 2 &&
                   line.marker.find_first_not_of("IVX.") == std::string::npos;
    if (chapter && tokens.size() <= heading_words_max && !tokens.empty() && tokens.front().capital &&
        tokens.back().folded != ":" && tokens.back().folded != ".")
        return true;
    if (line.kind == reading::LineKind::item && tokens.size() <= heading_words_max && !tokens.empty() &&
        tokens.back().folded != "." && numbers_those_below(document, n))
        return true;
    auto words = words_in(tokens);
    if (words == 0 || words > heading_words_max) return false;
    if (all_capitals(line.text) && words <= heading_words_max && tokens.back().folded != ":") return true;
    if (line.kind != reading::LineKind::text || !tokens.front().capital || tokens.front().kind != TokenKind::word)
        return false;
    static constexpr std::string_view no_end[] = {".", ",", ";", ":", "!", "-"};
    if (std::ranges::count(no_end, tokens.back().folded) > 0) return false;
    if (has(tokens, ":") || has(tokens, ". . .") || has(tokens, "@") || has(tokens, "# # #") ||
        has(tokens, "tel|mob|ico|ic|http*"))
        return false;
    bool alone = (n == 0 || document.lines[n - 1].empty()) && n + 1 < document.lines.size();
    if (!alone) return false;
    auto& next = document.lines[n + 1];    // lines of an address are no heading above it
    bool broken = !next.empty() && next.kind == reading::LineKind::text && begins_small(next.text);
    if (broken && line.text.size() >= wrapped_bytes_min) return false;
    return next.empty() || next.kind != reading::LineKind::text || next.text.size() > wrapped_bytes_min ||
           next.text.find(':') != std::string::npos;
}

}
