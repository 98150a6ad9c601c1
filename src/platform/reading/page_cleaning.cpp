#include "platform/reading/page_cleaning.hpp"

#include "platform/reading/dates_in_text.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/letters.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"
#include "platform/search/dictionary.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace reading {

namespace {

const Pattern& page_words() {
    static const Pattern words{
        "\\b(?:str(?:ana|anka)?|s|page|list)\\.?\\s*[\\dlo]{1,3}\\s*(?:(?:z|ze|/|of|\\(celkem)\\s*[\\dlo]{1,3}\\)?)?\\s*$"};
    return words;
}

// „Výroční zpráva 2024 | 11“
bool ends_with_page(const Line& line) {
    static const Pattern number{"\\|\\s*\\d{1,3}$|^\\d{1,3}\\s*\\|"};
    return line.kind != LineKind::row && number.stands_in(plain_small(line.text));
}

// „Pohoda, z. ú.   strana 1 / 4   účinnost od 1. 4. 2025“
bool counts_pages(const Line& line) {
    static const Pattern counted{
        "\\b(?:str(?:ana|anka)?|list)\\.?\\s*\\d{1,3}\\s*(?:/|z|ze|\\(celkem|\\(z)\\s*\\d{1,3}\\b"};
    return counted.stands_in(plain_small(line.text));
}

// With every digit alike: „Strana 2 (celkem 5)“ and „Strana 3 (celkem 5)“ are one head.
std::string masked(const Line& line) {
    auto low = plain_small(line.kind == LineKind::item ? line.marker + ' ' + line.text : line.text);
    std::string out;
    for (auto c : low) {
        bool digit = c >= '0' && c <= '9';
        if (digit && out.ends_with('#')) continue;
        if (c == '|' || c == ' ') continue;
        out += digit ? '#' : c;
    }
    return out;
}

bool is_of_labels(const std::string& text) {
    static const Pattern label{"^[^:]{2,30}:|^hlasovani|^usneseni|^ukol|^termin|^zodp"};
    return label.stands_in(plain_small(text));
}

// Heads and feet: the same line at least twice, beside a page number or with one in it.
std::set<std::size_t> furniture_of(const TextDocument& document) {
    auto& lines = document.lines;
    std::set<std::size_t> furniture;
    std::map<std::string, std::vector<std::size_t>> same;
    std::vector<bool> number(lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].empty()) continue;
        number[at] =
            is_page_number(lines[at].kind == LineKind::item ? lines[at].marker + ' ' + lines[at].text : lines[at].text);
        if (number[at]) furniture.insert(at);
        auto mask = masked(lines[at]);
        if (mask.size() >= 8 && mask.size() < 160) same[mask].push_back(at);
    }
    auto beside_number = [&](std::size_t at) {
        int steps = 0;
        for (auto next = at + 1; next < lines.size() && steps < 2; ++next)
            if (!lines[next].empty()) {
                if (number[next]) return true;
                ++steps;
            }
        steps = 0;
        for (auto before = at; before > 0 && steps < 2; --before)
            if (!lines[before - 1].empty()) {
                if (number[before - 1]) return true;
                ++steps;
            }
        return at > 0 && lines[at].page != lines[at - 1].page && lines[at].page > 1;
    };
    for (auto& [mask, places] : same) {
        if (places.size() < 2) continue;
        auto paged = std::ranges::count_if(places, [&](auto at) {
            return page_words().stands_in(plain_small(lines[at].text)) || ends_with_page(lines[at]) ||
                   counts_pages(lines[at]);
        });
        auto beside = std::ranges::count_if(places, beside_number);
        bool head = paged >= 2 || (beside >= 2 && !is_of_labels(lines[places.front()].text)) ||
                    (beside >= 1 && places.size() == 2 && !is_of_labels(lines[places.front()].text) &&
                     beside == std::ptrdiff_t(places.size()));
        if (head) furniture.insert(places.begin(), places.end());
    }
    return furniture;
}

bool letter_at_end(const std::string& text) {
    Letters letters{text};
    return letters.size() > 2 && letters.plain.back() == '-' && letters.low[letters.size() - 2] >= 'a' &&
           letters.low[letters.size() - 2] <= 'z';
}

bool goes_on_small(const std::string& text) {
    Letters letters{text};
    return letters.size() > 0 && letters.plain[0] >= 'a' && letters.plain[0] <= 'z';
}

bool may_be_cut(const Line& before, const Line& next) {
    return (before.kind == LineKind::text || before.kind == LineKind::item) && next.kind == LineKind::text &&
           !before.empty() && !next.empty();
}

// „pro-“ and „puštěni“: the second line loses its first word to the first one.
void join_cut_words(CleanDocument& clean) {
    auto& lines = clean.document.lines;
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
        if (!may_be_cut(lines[at], lines[at + 1]) || !letter_at_end(lines[at].text)) continue;
        auto& next = lines[at + 1].text;
        // a surname in two parts keeps its hyphen
        bool small = goes_on_small(next);
        auto space = next.find(' ');
        auto word = next.substr(0, space);
        if (small) lines[at].text.pop_back();
        lines[at].text += word;
        next.erase(0, space == next.npos ? next.size() : space + 1);
    }
}

bool ends_open(const std::string& text) {
    return !text.empty() && std::string_view{".:;!?"}.find(text.back()) == std::string_view::npos;
}

// A page ended inside a paragraph: the empty lines there part nothing.
void close_gaps(CleanDocument& clean, const std::set<std::size_t>& removed) {
    auto& lines = clean.document.lines;
    for (std::size_t at = 1; at + 1 < lines.size();) {
        if (!lines[at].empty()) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < lines.size() && lines[end].empty()) ++end;
        bool paged = end < lines.size() && std::any_of(
                                               removed.lower_bound(clean.origin[at - 1]),
                                               removed.lower_bound(clean.origin[end]), [](auto) { return true; });
        if (paged && may_be_cut(lines[at - 1], lines[end]) && ends_open(lines[at - 1].text) &&
            (goes_over_page(lines[at - 1].text, lines[end].text) || letter_at_end(lines[at - 1].text))) {
            lines.erase(lines.begin() + std::ptrdiff_t(at), lines.begin() + std::ptrdiff_t(end));
            clean.origin.erase(clean.origin.begin() + std::ptrdiff_t(at), clean.origin.begin() + std::ptrdiff_t(end));
        } else at = end;
    }
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_any_letter(char c) { return is_small_letter(c) || (c >= 'A' && c <= 'Z'); }
bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_mistaken(char c) { return c == 'l' || c == 'I' || c == 'O' || c == 'o' || c == '|' || c == 'S' || c == 'B'; }

// Words of a scan, each taken for a number or a word by what most of it is.
std::string mended_word(const Letters& all, std::size_t from, std::size_t to, bool number_before) {
    std::size_t figures = 0, letters = 0, mistaken = 0;
    for (auto i = from; i < to; ++i) {
        auto c = all.plain[i];
        figures += is_figure(c), letters += is_any_letter(c);
        mistaken += is_mistaken(c);
    }
    if (figures + letters == 0) return all.cut(from, to);
    bool number = letters == mistaken && (figures > 0 || (number_before && to - from <= 3));
    // „ll. června“
    if (!number && to - from == 2 && all.plain[from] == 'l' && all.plain[from + 1] == 'l')
        number = to < all.size() && all.plain[to] == '.';
    // a date's or list's lone l
    if (!number && to - from == 1 && all.plain[from] == 'l')
        number = to < all.size() && (all.plain[to] == '.' || all.plain[to] == ')');
    bool word = !number && figures > 0 && letters > figures * 2;
    std::string out;
    for (auto i = from; i < to; ++i) {
        auto c = all.plain[i];
        if (number && (c == 'l' || c == 'I' || c == '|')) out += '1';
        else if (number && (c == 'O' || c == 'o')) out += '0';
        else if (number && c == 'S') out += '5';
        else if (number && c == 'B') out += '8';
        else if (word && c == '1') out += 'l';
        else if (word && c == '0') out += i == from || !is_small_letter(all.plain[i - 1]) ? "O" : "o";
        else if (word && c == '5') out += i == from ? "S" : "s";
        else out += all.cut(i, i + 1);
    }
    return out;
}

// The dictionary that the search knows words by; without it nothing is put right.
const search::Dictionary& spelling() {
    static const search::Dictionary dictionary{"/usr/share/hunspell/cs_CZ"};
    return dictionary;
}

std::string small_with_accents(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        auto letter = next_character(word, at);
        bool odd_capitals = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E);
        if ((letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7)) letter += 0x20;
        else if (letter >= 0x100 && letter <= 0x17F && (letter % 2 == 1) == odd_capitals) letter += 1;
        append_utf8(out, letter);
    }
    return out;
}

// „reforrnu“ is reformu: rn is read again only where the dictionary knows no such word and knows the other.
std::string with_letters_put_right(const std::string& word) {
    auto is_first_name = [](const std::string& text) { return words_of("first_names").contains(plain_small(text)); };
    if (word.size() > 2 && word[0] == 'l' && !is_first_name(word))    // „lrena“, „lng“
        if (auto other = "I" + word.substr(1); is_first_name(other) || other == "Ing") return other;
    if (auto at = word.find("rn"); at != word.npos && !is_first_name(word)) {
        auto other = word;
        for (; at != other.npos; at = other.find("rn")) other.replace(at, 2, "m");
        if (is_first_name(other)) return other;
    }
    std::vector<std::size_t> places;
    for (auto at = word.find("rn"); at != word.npos && places.size() < 4; at = word.find("rn", at + 1))
        places.push_back(at);
    if (places.empty() || spelling()[small_with_accents(word)].spelled) return word;
    for (unsigned which = (1u << places.size()) - 1; which > 0; --which) {
        auto other = word;
        for (auto i = places.size(); i-- > 0;)
            if (which >> i & 1) other.replace(places[i], 2, "m");
        if (spelling()[small_with_accents(other)].spelled) return other;
    }
    return word;
}

}

bool is_page_number(std::string_view line) {
    static const Pattern alone{
        "^\\s*(?:[-~]\\s*[\\dlo]{1,3}\\s*[-~]|[\\dl]{1,3}\\s*/\\s*[\\dl]{1,3}|(?:str(?:ana|anka)?|page|list)\\.?\\s*(?:c\\.\\s*)?[\\dlo]{1,3}\\s*(?:(?:z|ze|/|of|\\(celkem)\\s*[\\dlo]{1,3}\\)?)?)\\s*$|^\\s*\\d{1,3}\\s*$"};
    // „Strana 2 z 4   Hash žádosti: 19rXvP   Verze 0003“
    static const Pattern with_more{
        "^\\s*(?:strana|stranka|list)\\s+[\\dlo]{1,3}\\s*(?:z|ze|/)\\s*[\\dlo]{1,3}\\b.{0,100}$"};
    auto low = plain_small(line);
    return alone.stands_in(low) || with_more.stands_in(low);
}

bool was_scanned(const TextDocument& document) {
    static const Pattern in_number{
        "(?<![a-z0-9])(?:[l\\d]{0,2}l\\d?|\\dl)\\s?\\.\\s?[l\\d]{1,2}\\s?\\.|\\b\\d{1,2}\\.\\s?(?:l\\d?|\\dl)\\s?\\.|\\bl\\d\\.?\\s[a-z]{4}|\\b\\do\\s[a-z]{4}|\\b[12][o0]\\d[\\dlo]\\b|\\d[:,.]\\d?o+\\b"};
    static const Pattern in_word{"[a-z]{2}[10][a-z]{2}|\\b[10][a-z]{3}"};
    int signs = 0;
    for (auto& line : document.lines) {
        auto low = plain_small(line.text);
        for (auto& found : in_number.all(low))
            signs += found[0].find_first_of("lo") != std::string::npos &&
                     found[0].find_first_of("0123456789") != std::string::npos;
        if (low.find('@') == low.npos && low.find("http") == low.npos) signs += int(in_word.all(low).size());
        if (signs >= 4) return true;
    }
    return false;
}

std::string with_scan_mended(std::string_view text) {
    Letters letters{text};
    std::string out;
    bool number_before = false;
    for (std::size_t i = 0; i < letters.size();) {
        auto c = letters.plain[i];
        if (!is_any_letter(c) && !is_figure(c) && c != '|') {
            out += letters.cut(i, i + 1), ++i;
            if (c == '$') number_before = true;
            continue;
        }
        auto end = i;
        while (end < letters.size() &&
               (is_any_letter(letters.plain[end]) || is_figure(letters.plain[end]) || letters.plain[end] == '|'))
            ++end;
        auto word = mended_word(letters, i, end, number_before);
        number_before = !word.empty() && is_figure(word[0]);
        // „Dalšf“: no Czech word ends so
        if (word.ends_with("šf") || word.ends_with("řf")) word.replace(word.size() - 1, 1, "í");
        out += number_before ? word : with_letters_put_right(word);
        i = end;
    }
    return out;
}

bool goes_over_page(const std::string& above, const std::string& below) {
    static const Pattern leads_on{
        "(?:^|\\s)(?:do|od|v|ve|na|a|i|az|mezi|z|ze|s|se|k|ke|o|u|pro|po|nebo|jen|pouze|pri|za|tel\\.)$|,$"};
    constexpr std::size_t full_line_bytes = 90;    // only the width of the page ended it
    return goes_on_small(below) ||
           (ends_open(above) && (above.size() >= full_line_bytes || leads_on.stands_in(plain_small(above))));
}

namespace {

// „11. ledna 2022“ is no first item of a list.
bool begins_with_day(const std::string& text) {
    auto dates = dates_in(Letters{text}, {.document_day = {}, .year = 2020});
    return !dates.empty() && dates.front().from == 0;
}

}

namespace {

// „l.   Stav transformace“ of a scan was taken for a row of two cells; alone among items it is the first of them.
void make_items_of_lone_rows(std::vector<Line>& lines) {
    static const Pattern number{"^\\d{1,2}[.)]$"};
    for (std::size_t at = 0; at < lines.size(); ++at) {
        auto& line = lines[at];
        bool lone = line.kind == LineKind::row && line.cells.size() == 2 && number.stands_in(line.cells[0]) &&
                    (at == 0 || lines[at - 1].table != line.table) && at + 1 < lines.size() &&
                    lines[at + 1].kind == LineKind::item;
        if (!lone) continue;
        auto text = line.cells[1];
        line = {.text = text, .kind = LineKind::item, .level = 1, .marker = line.cells[0], .page = line.page};
    }
}

}

CleanDocument cleaned(const TextDocument& document) {
    CleanDocument clean;
    clean.scanned = was_scanned(document);
    clean.document = document;
    if (clean.scanned)
        for (auto& line : clean.document.lines) {
            line.text = with_scan_mended(line.text);
            if (!line.marker.empty() && line.marker[0] == 'l') line.marker[0] = '1';
            for (auto& cell : line.cells) cell = with_scan_mended(cell);
            // „l. Kontrola úkolů“ is the first of a list
            if (line.kind == LineKind::text)
                if (auto at = line.text.find(". "); at != line.text.npos && at <= 2 &&
                                                    line.text.find_first_not_of("0123456789") == at &&
                                                    !begins_with_day(line.text))
                    line.kind = LineKind::item, line.marker = line.text.substr(0, at + 1), line.text.erase(0, at + 2),
                    line.level = 1;
        }
    if (clean.scanned) make_items_of_lone_rows(clean.document.lines);
    auto furniture = furniture_of(clean.document);
    for (auto at : furniture) {
        auto& text = clean.document.lines[at].text;
        if (!is_page_number(text) && std::ranges::find(clean.heads, text) == clean.heads.end() &&
            clean.heads.size() < 6)
            clean.heads.push_back(text);
    }
    std::vector<Line> kept;
    for (std::size_t at = 0; at < clean.document.lines.size(); ++at)
        if (!furniture.contains(at)) kept.push_back(std::move(clean.document.lines[at])), clean.origin.push_back(at);
    clean.document.lines = std::move(kept);
    close_gaps(clean, furniture);
    join_cut_words(clean);
    return clean;
}

}
