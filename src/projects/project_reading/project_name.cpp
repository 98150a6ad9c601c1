// The name of the project: behind a label, in quotation marks, or the heading of the page.
#include "projects/project_reading/project_fields.hpp"

#include "platform/search/fold.hpp"
#include "projects/project_reading/quoted_names.hpp"

#include <algorithm>
#include <map>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

std::size_t words_in_name(const Tokens& tokens) {
    return std::size_t(std::ranges::count(tokens, passages::TokenKind::word, &passages::Token::kind));
}

std::string unquoted(std::string text) {
    for (std::string_view quote : {"„", "“", "”", "\""}) {
        if (text.starts_with(quote)) text.erase(0, quote.size());
        if (text.ends_with(quote)) text.erase(text.size() - quote.size());
    }
    return text;
}

// What follows „projekt“ and is not its name: whose it is, its number, its programme.
bool is_owner_or_number(const Tokens& tokens, std::size_t at) {
    static constexpr std::string_view others =
        "cz|eu|opz|je|charit*|mesta|mestske|kraje|evropsk*|mas|diakoni*|ministerstv*|norsk*|esf*|irop|npo|operacni*|obce|spolku|fakultni*|univerzit*|nadac*|sdruzeni|reg|ve|v|na|se";
    auto& word = tokens[at].folded;
    bool genitive = word.ends_with("skeho") || word.ends_with("ckeho");
    return passages::match_at(tokens, at, others).has_value() || genitive;
}

// „vstoupil“, „získala“: in small letters, and no noun that only ends so.
// The next line, and it begins with a capital.
bool begins_new_line(std::string_view text, const Tokens& tokens, std::size_t at) {
    return at > 0 && tokens[at].capital &&
           text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != text.npos;
}

bool is_past_verb(const passages::Token& token) {
    static constexpr std::string_view nouns[] = {"podil", "cil",  "detail", "material", "potencial", "kapital",
                                                 "skala", "mala", "cela",   "bila",     "skola"};
    if (token.capital || token.folded.size() < 5 || std::ranges::count(nouns, token.folded) > 0) return false;
    for (std::string_view ending : {"il", "al", "ila", "ala", "ilo", "alo", "ili"})
        if (token.folded.ends_with(ending)) return true;
    return false;
}

// „na projekt Blíž domovu – přechod od ústavů k péči v komunitě.“: a capital behind the word, up to the verb.
std::optional<std::string> bare_name_in(const Passage& passage) {
    static constexpr std::string_view calls[] = {
        "jmenuje ?se ?to",  "cely nazev ?projektu zni|je",  "celym nazvem|jmenem",
        "nese nazev|jmeno", "projekt* nazvan*|pojmenovan*", "?pod|s nazvem"};
    static constexpr std::string_view verbs =
        "?a potrva*|jeho|jeji|bezi|trva|je|ma|pomaha|pomuze|podporuje|podpori|nabizi|vznikl*|realizuje|resi|prinasi|prinese|reaguje|navazuje|zacal*|zacina|skonci*|byl|bude|vyjde|stoji|ziskal*|uspel*|pokracuje|odstartoval*|startuje|se|si|vede|poskytuje|umozn*|zahrnuje|probiha|potrva|slouzi";
    auto& tokens = passage.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        std::optional<passages::Span> called;
        for (auto call : calls)
            if (!called) called = passages::match_at(tokens, at, call);
        if (is_led_to_another(tokens, at)) continue;
        if (!called && !passages::match_at(tokens, at, "projekt|projektu|projektem")) continue;
        auto begin = called ? called->last : at + 1;
        while (passages::match_at(tokens, begin, "s|nazvem|:")) ++begin;
        if (begin >= tokens.size() || !tokens[begin].capital || is_owner_or_number(tokens, begin)) continue;
        auto end = begin + 1;
        while (end < tokens.size() && tokens[end].folded != "." && tokens[end].folded != "(" &&
               tokens[end].folded != ")" && tokens[end].folded != ";" && (tokens[end].folded != ":" || called) &&
               !passages::match_at(tokens, end, ", ?do ?na ?v ?ve ?pro reg*|kter*|c|cislo|cz|jehoz|jejiz|jez") &&
               !passages::match_at(tokens, end, verbs) && !(end > begin + 1 && is_past_verb(tokens[end])) &&
               end - begin < 30)
            ++end;
        while (end > begin + 1 && (tokens[end - 1].folded == "," || tokens[end - 1].folded == "-")) --end;
        std::size_t capitals = 0;
        for (auto n = begin; n < end; ++n) capitals += tokens[n].capital;
        if (end - begin >= 2 && (capitals * 2 <= end - begin || end - begin < 4))
            return one_line_name(passages::printed(passage.text, tokens, {begin, end}));
    }
    return {};
}

// The name that the page says whole somewhere: "Blíž domovu" and then "Blíž domovu – přechod od ústavů k péči v
// komunitě".
std::string whole_name(const Passages& all, const std::string& name) {
    auto own = passages::tokens_of(name);
    std::string best = name;
    if (own.size() < 2 || passages::has(own, "-|:")) return best;
    for (auto& passage : all) {
        if (passage.table && passage.cells.size() > 1) continue;
        auto& tokens = passage.tokens;
        for (std::size_t at = 0; at + own.size() + 3 < tokens.size(); ++at) {
            bool same = tokens[at].capital;
            for (std::size_t n = 0; same && n < own.size(); ++n) same = tokens[at + n].folded == own[n].folded;
            auto sign = at + own.size();
            bool goes_on = same &&
                           ((tokens[sign].folded == "-" && tokens[sign].spaced) || tokens[sign].folded == ":") &&
                           tokens[sign + 1].spaced && tokens[sign + 1].kind == passages::TokenKind::word;
            if (!goes_on) continue;
            auto end = sign + 1;
            while (end < tokens.size() && end < sign + 20 && !begins_new_line(passage.text, tokens, end) &&
                   tokens[end].folded != "." && tokens[end].folded != "(" && tokens[end].folded != "\"" &&
                   tokens[end].folded != ")" && tokens[end].folded != "|" && tokens[end].folded != "," &&
                   tokens[end].folded != ";" && tokens[end].folded != ":")
                ++end;
            auto longer = one_line_name(passages::printed(passage.text, tokens, {at, end}));
            bool fits = end - sign >= 4 && !passages::has(Tokens(tokens.begin() + std::ptrdiff_t(sign),
                                                                 tokens.begin() + std::ptrdiff_t(end)),
                                                          "cz|kc|aktualit*|prihlas*|pozvank*|je|jsou|bude");
            if (fits && longer.size() > best.size()) best = longer;
        }
    }
    return best;
}

// The heading of a page without its menu: a phrase that begins again in the same line is there once.
std::string without_repetition(std::string text) {
    auto tokens = passages::tokens_of(text);
    for (std::size_t at = 2; at + 1 < tokens.size(); ++at)
        if (tokens[at].folded == tokens[0].folded && tokens[at + 1].folded == tokens[1].folded && tokens[at].capital)
            return passages::printed(text, tokens, {0, at});
    return text;
}

bool is_furniture(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"cookies",
                                                 "menu",
                                                 "domu",
                                                 "odbor",
                                                 "nachazite",
                                                 "spolufinancovan*",
                                                 "uvod",
                                                 "evropsk*",
                                                 "ministerstvo",
                                                 "tiskova zprava",
                                                 "rozhodnuti",
                                                 "karta projektu",
                                                 "priloha",
                                                 "strana",
                                                 "monitorovaci",
                                                 "operacni*",
                                                 "prejit",
                                                 "o projektu",
                                                 "charakteristika",
                                                 "zpravodaj",
                                                 "projekty ?eu",
                                                 "vyrocni zprava",
                                                 "smlouva o",
                                                 "nase projekty",
                                                 "od :",
                                                 "projektovy list",
                                                 "c j",
                                                 "identifikace",
                                                 "aktuality",
                                                 "krajsky urad",
                                                 "v kostce",
                                                 "zprava o",
                                                 "popis projektu",
                                                 "zakladni",
                                                 "informace o",
                                                 "infobox",
                                                 "informacni panel",
                                                 "blog",
                                                 "newsletter",
                                                 "ahoj",
                                                 "dobry den",
                                                 "vazen*"};
    return passages::has_any(tokens, words);
}

std::string sentence_case(std::string_view text) {
    std::string out;
    bool first = true;
    while (!text.empty()) {
        auto letter = search::take(text);
        if (!first) letter = search::lower(letter);
        if (search::is_letter(letter)) first = false;
        search::append(out, letter);
    }
    return out;
}

bool is_capitals(std::string_view text) {
    bool letters = false;
    while (!text.empty()) {
        auto letter = search::take(text);
        if (!search::is_letter(letter)) continue;
        if (search::lower(letter) == letter) return false;
        letters = true;
    }
    return letters;
}

// A poster: lines of capitals one below another.
std::optional<FoundText> name_in_capitals(const Passages& passages) {
    for (std::size_t n = 0; n < passages.size(); ++n) {
        auto& first = passages[n];
        if (first.table || !is_capitals(first.text) || is_furniture(first.tokens)) continue;
        auto text = first.text;
        auto at = first.at;
        while (n + 1 < passages.size() && passages[n + 1].at.first == at.last + 1 && !passages[n + 1].table &&
               is_capitals(passages[n + 1].text))
            text += ' ' + passages[++n].text, at.last = passages[n].at.last;
        auto words = words_in_name(passages::tokens_of(text));
        if (words >= 3 && words <= 20) return FoundText{sentence_case(text), at};
    }
    return {};
}

// "Hory nás nerozdělí / Góry nas nie dzielą": two or more words on both sides.
bool is_in_two_languages(const Tokens& tokens) {
    auto sign = passages::find(tokens, "/");
    return sign && sign->first >= 2 && sign->last + 2 <= tokens.size() && !is_furniture(tokens) &&
           !passages::has(tokens, "projekt*");
}

std::optional<FoundText> name_of_heading(const Passages& passages) {
    std::map<std::string, int> seen;
    for (auto& passage : passages) ++seen[search::fold(passage.text)];
    const Passage* best = nullptr;
    int weight = 0;
    for (std::size_t n = 0; n < std::min<std::size_t>(passages.size(), 12); ++n) {
        auto& passage = passages[n];
        auto words = words_in_name(passage.tokens);
        auto steps = std::ranges::count_if(passage.tokens, [](auto& token) {
            return token.spaced && (token.folded == "/" || token.folded == ">" || token.folded == "»" ||
                                    token.folded == "·" || token.folded == "|");
        });
        bool two_languages =
            steps == 1 && passage.heading() && passage.level == 1 && is_in_two_languages(passage.tokens);
        if (steps > 0 && !two_languages) continue;               // "Úvod / Projekty / Detail"
        bool greeting = passage.text.ends_with(',') && n < 3;    // „Milí kolegové,“
        if (greeting || passage.table || words < 2 || words > 25 || (is_furniture(passage.tokens) && n > 0) ||
            !passage.tokens.front().capital)
            continue;
        if (passage.field != no_field && passage.field != name_field && !passage.heading()) continue;
        int own = (passage.heading() ? 3 : 1) + 3 * (seen[search::fold(passage.text)] - 1) + (n == 0 ? 1 : 0) -
                  (passage.tokens.back().folded == "." ? 2 : 0);
        if (passage.heading() && passage.field != no_field) own -= 2;
        if (own > weight) best = &passage, weight = own;
    }
    if (!best) return {};
    auto text = best->text.substr(0, best->text.find('\n'));
    return FoundText{one_line_name(without_repetition(text)), best->at};
}

}

namespace {

// "Název organizace:", "Název klíčové aktivity:"
bool names_something_else(const Tokens& label) {
    auto name = passages::find(label, "nazev");
    if (!name || name->last >= label.size()) return false;
    auto& next = label[name->last];
    return next.kind == passages::TokenKind::word &&
           !passages::match_at(label, name->last,
                               "projekt*|akce|cesky|cesk*|v|je|zni|a|zakazky|zameru|stavby|cely|plny|reg|dila");
}

std::optional<FoundText> labelled_name(const Passages& passages) {
    for (auto& passage : passages) {
        bool column = passage.table && passage.cells.size() > 1 && passage.tokens.size() > 2 &&
                      passage.field == name_field && !of_another_project(passage);
        if (column && passage.label.empty()) return FoundText{unquoted(one_line_name(passage.text)), passage.at};
        if (passage.field != name_field || passage.heading() || passage.label.empty() || passage.text.empty()) continue;
        if (passages::has(passages::tokens_of(passage.label), "projekt vede|ridi|financuje")) continue;
        auto label = passages::tokens_of(passage.label);
        if (names_something_else(label)) continue;
        if (auto dash = passages::find(label, "nazev -");
            dash && dash->last + 1 < label.size())    // "Název — Most: provázení"
            return FoundText{
                one_line_name(passages::printed(passage.label, label, {dash->last, label.size()}) + ' ' + passage.text),
                passage.at};
        if (passages::has(label, "nazev|projekt") && !of_another_project(passage)) {
            auto quoted = passage.text.find('(');
            return FoundText{unquoted(one_line_name(passage.text.substr(0, quoted))), passage.at};
        }
    }
    return {};
}

std::optional<FoundText> name_in_text(const Passages& passages, const reading::TextDocument& document) {
    std::optional<FoundText> bare, quoted;
    for (auto& passage : passages) {
        if (passage.field == other_project_field) continue;
        if (auto name = quoted_name_in(passage); name && !quoted) quoted = FoundText{*name, passage.at};
        bool titled =
            passage.heading() && passages::match_at(passage.tokens, 0, "projekt") && passage.tokens.size() < 16;
        auto name = passage.heading() && !titled ? std::nullopt : bare_name_in(passage);
        bool longer = name && bare && search::fold(*name).starts_with(search::fold(bare->value));
        if (name && (!bare || longer)) bare = FoundText{*name, passage.at};
    }
    // The whole name rather than its beginning.
    if (quoted && bare && search::fold(bare->value).starts_with(search::fold(quoted->value))) return bare;
    if (quoted) return quoted;
    if (auto subject = name_of_subject(passages, document)) return subject;
    auto words = bare ? words_in_name(passages::tokens_of(bare->value)) : 0;
    if (words >= 4) return bare;
    if (auto poster = name_in_capitals(passages)) return poster;
    if (words >= 2) return bare;
    if (auto phrase = phrase_in_quotes(passages)) return phrase;
    return name_of_heading(passages);
}

}

std::optional<FoundText> find_name(const Passages& passages, const reading::TextDocument& document) {
    auto name = labelled_name(passages);
    if (!name) name = name_in_text(passages, document);
    if (name) name->value = whole_name(passages, name->value);
    return name;
}

}
