// Empties furniture of pages and joins what it parted.
#include "platform/reading/passages/cleaned.hpp"

#include "platform/reading/passages/tokens.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <map>

namespace passages {

namespace {

constexpr std::size_t furniture_bytes_max = 160, furniture_times_min = 3;

bool is_page_number(const Tokens& tokens) {
    static constexpr std::string_view patterns[] = {"strana|stranka|str|list ?. # ?z|/ ?#", "# / #", "- # -", "# z #"};
    for (auto pattern : patterns)
        if (auto words = match_at(tokens, 0, pattern);
            words && (words->last == tokens.size() || tokens[0].folded.starts_with("str")))
            return tokens.size() <= 16;
    return false;
}

bool may_be_furniture(const reading::Line& line) {
    return (line.kind == reading::LineKind::text || line.kind == reading::LineKind::heading) && !line.empty() &&
           line.text.size() <= furniture_bytes_max;
}

void empty_furniture(reading::TextDocument& document, std::vector<bool>& gone) {
    std::map<std::string, std::size_t> times;
    std::size_t pages = 0;
    for (auto& line : document.lines) {
        if (!may_be_furniture(line)) continue;
        ++times[line.text];
        pages += is_page_number(tokens_of(line.text));
    }
    for (std::size_t n = 0; n < document.lines.size(); ++n) {
        auto& line = document.lines[n];
        if (!may_be_furniture(line)) continue;
        bool repeated = pages >= 2 && times[line.text] >= furniture_times_min && line.text.size() > 8 && n > 0;
        if (repeated || is_page_number(tokens_of(line.text))) line = {}, gone[n] = true;
    }
}

bool is_small_letter(std::string_view text) {
    if (text.empty()) return false;
    auto letter = search::take(text);
    return search::is_letter(letter) && search::lower(letter) == letter;
}

bool is_open(std::string_view text) {
    static constexpr std::string_view ends = ".!?:;";
    return !text.empty() && ends.find(text.back()) == std::string_view::npos;
}

// A sentence that a page's end parted: its rest joins its beginning.
void join_over_pages(reading::TextDocument& document, const std::vector<bool>& gone) {
    for (std::size_t n = 1; n < document.lines.size(); ++n) {
        auto& line = document.lines[n];
        if (line.kind != reading::LineKind::text || !is_small_letter(line.text)) continue;
        auto before = n;
        bool page = false;
        while (before > 0 && document.lines[before - 1].empty()) --before, page = page || gone[before];
        if (!page || before == 0 || document.lines[before - 1].kind == reading::LineKind::row ||
            !is_open(document.lines[before - 1].text))
            continue;
        document.lines[before - 1].text += ' ' + line.text;
        line = {};
    }
}

// "zaměstna-" and "vateli"; a hyphen between two words with capitals stays.
void join_divided_words(reading::TextDocument& document) {
    for (std::size_t n = 0; n + 1 < document.lines.size(); ++n) {
        auto &line = document.lines[n], &next = document.lines[n + 1];
        if (line.kind == reading::LineKind::row || next.kind != reading::LineKind::text || !line.text.ends_with('-') ||
            line.text.size() < 3 || !is_small_letter(next.text))
            continue;
        auto end = std::min(next.text.find(' '), next.text.size());
        line.text.pop_back();
        line.text += next.text.substr(0, end);
        next.text.erase(0, std::min(end + 1, next.text.size()));
    }
}

}

reading::TextDocument without_furniture(reading::TextDocument document) {
    bool scanned = looks_scanned(document);
    join_divided_words(document);
    for (auto& line : document.lines) {
        if (scanned) {
            line.text = letters_mended(line.text);
            for (auto& cell : line.cells) cell = letters_mended(cell);
        }
        line.text = spaced_letters_joined(line.text);
    }
    std::vector<bool> gone(document.lines.size());
    empty_furniture(document, gone);
    join_over_pages(document, gone);
    return document;
}

}
