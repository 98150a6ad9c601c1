// Finds where a service is announced: by a label, a heading, an item that begins with its name.
#include "network/service_reading/service_announced.hpp"

#include "network/service_reading/service_introduced.hpp"
#include "network/service_reading/service_parts.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <optional>

namespace network {

namespace {

using passages::Passage;
using reading::LineKind;
using Passages = std::vector<Passage>;

std::vector<const ServiceType*> every_type() {
    std::vector<const ServiceType*> types;
    for (auto& type : service_types()) types.push_back(&type);
    return types;
}

// The type named by a passage whose label says that it names one.
const ServiceType* type_under_label(const Passage& passage) {
    auto mentions = type_mentions_in(passage.tokens);
    if (!mentions.empty()) return mentions.front().type;
    if (auto type = type_by_paragraph_in(passage.tokens)) return type;
    if (words_of(passage.tokens) > 4 || passage.tokens.empty()) return nullptr;
    auto in_short = short_mentions_in(passage.tokens, every_type());
    return in_short.size() == 1 && in_short.front().tokens.first == 0 ? in_short.front().type : nullptr;
}

// „Zajištění sociální služby „Sociální rehabilitace v Libereckém kraji“"
bool named_as_service(const passages::Tokens& tokens, std::size_t mention) {
    for (std::size_t back = 1; back <= 3 && back <= mention; ++back)
        if (passages::match_at(tokens, mention - back, "sluz*")) return true;
    return false;
}

// "TERÉN", "Dílny Kolovrat": a heading that begins with a short name of a type that is certain.
const ServiceType* announced_in_short(const Passage& passage, const std::vector<const ServiceType*>& certain) {
    if (passage.field != no_field || words_of(passage.tokens) > 5 || goes_on_asking(passage)) return nullptr;
    auto mentions = short_mentions_in(passage.tokens, certain);
    if (mentions.size() != 1 || mentions.front().tokens.first > 1) return nullptr;
    return mentions.front().type;
}

const ServiceType* announced_by_heading(const Passage& passage) {
    auto& tokens = passage.tokens;
    auto mentions = type_mentions_in(tokens);
    bool of_person = passages::has(tokens, "vedouci|reditel*|koordinator*|pracovni*|pracovnice|manazer*");
    bool by_law = mentions.empty() && words_of(tokens) <= 6 && passages::has(tokens, "( §");
    if (by_law && !of_person) return type_by_paragraph_in(tokens);    // "DENNÍ CENTRUM (§ 61)"
    if (mentions.empty() || tokens.back().folded == "?" || of_person) return nullptr;
    auto& first = mentions.front();
    if (words_of(tokens) > first.tokens.size() + 7) return nullptr;    // a sentence set as a headline
    bool begins = first.tokens.first == 0 || tokens[first.tokens.first - 1].kind == passages::TokenKind::sign ||
                  passages::match_at(tokens, first.tokens.first - 1, "socialni|sluzba|sluzby");
    return begins || first.tokens.size() * 5 >= words_of(tokens) * 2 ? first.type : nullptr;
}

// A letter or a number that the reader of lines took for text: "A. ", "(1) ".
std::size_t past_own_mark(const passages::Tokens& tokens) {
    if (auto mark = passages::match_at(tokens, 0, "( # )|.")) return mark->last;
    if (tokens.size() > 2 && tokens[0].folded.size() <= 2 && passages::match_at(tokens, 1, ".|)|/") && tokens[2].spaced)
        return 2;
    return 0;
}

// 1., a), 1.2, IV/: not a bullet.
bool has_number(const Passage& passage) {
    if (passage.kind != LineKind::item || passage.marker.empty()) return false;
    auto last = passage.marker.back();
    return last == ')' || last == '.' || last == '/' || (last >= '0' && last <= '9');
}

// A line of a card: a label of ours, or a sentence for whom the service is.
bool has_facts(const Passage& passage) {
    bool labelled = passage.field > type_field && passage.field < other_field && !passage.label.empty();
    return labelled || passages::has(passage.tokens, "urceno|urcena ?pro") ||
           passages::match_at(passage.tokens, 0, "pro");
}

// "[1] 1290775 telefonická krizová pomoc AKTIVNÍ", "Krizová pomoc – 1290998"
bool is_line_of_register(const passages::Tokens& tokens, passages::Span type) {
    bool before = type.first > 0 && is_seven_digits(tokens[type.first - 1]);
    bool behind = type.first <= 2 && type.last + 1 < tokens.size() && tokens[type.last].folded == "-" &&
                  is_seven_digits(tokens[type.last + 1]);
    return (before && type.first <= 5) || behind;
}

// "1. Osobní asistence" alone too, where a label stands below it.
const ServiceType* announced_by_text(const Passage& passage, const Passage* below) {
    auto& tokens = passage.tokens;
    auto mentions = type_mentions_in(tokens);
    if (mentions.empty()) return nullptr;
    auto& first = mentions.front();
    auto words = first.tokens;
    bool short_line = words_of(tokens) <= 16;
    if (short_line && passage.field == project_field && named_as_service(tokens, words.first)) return first.type;
    bool numbered = has_number(passage);
    auto past = past_own_mark(tokens);
    numbered = numbered || past > 0;
    bool begins = words.first == past || (words.first <= past + 4 && named_as_service(tokens, words.first));
    // "poskytovat sociální službu prevence krizová pomoc podle § 60": the paragraph is its own
    bool by_law = words.first <= past + 6 && type_by_paragraph_in(tokens) == first.type &&
                  (words.first <= past + 1 || passages::has(tokens, "sluz*|poskyt*|provoz*|zajist*"));
    if (numbered && by_law) return first.type;
    if (short_line && is_line_of_register(tokens, words)) return first.type;
    // "* NOCLEHÁRNA (č. v registru 2907715)"
    bool certain = has_number_of_register(tokens) || type_by_paragraph_in(tokens) == first.type;
    // "terénní programy (9040335); uživatelům drog …"
    bool number_behind =
        words.last + 1 < tokens.size() && tokens[words.last].folded == "(" && is_seven_digits(tokens[words.last + 1]);
    if (number_behind && passage.kind == LineKind::item && words.first <= past) return first.type;
    bool lone = passage.kind == LineKind::item || (words_of(tokens) <= 10 && has_number_of_register(tokens));
    if (short_line && lone && words.first <= past && certain) return first.type;
    if (begins && numbered && words.last == tokens.size() && below && below->field > type_field &&
        below->field < other_field && !below->label.empty())
        return first.type;
    bool bare = passage.kind == LineKind::text && passage.label.empty() && words.first == 0 && words_of(tokens) <= 8 &&
                tokens.back().folded != "." && tokens.back().folded != ",";
    bool card_below = below && below->at.first == passage.at.last + 1 && has_facts(*below);
    if (bare && card_below) return first.type;
    if (!begins || words.last >= tokens.size()) return nullptr;
    auto& next = tokens[words.last];
    static constexpr std::string_view parting[] = {"-", "(", ":", ",", "\"", "§", "|"};
    bool parted = std::ranges::count(parting, next.folded) > 0 || passages::match_at(tokens, words.last, "podle|dle");
    bool told = tokens.size() > words.last + 3 || passages::has(tokens, "§");
    return numbered && parted && told ? first.type : nullptr;
}

// "2) Sociálně terapeutické dílny Vor" above its points: a name of the type and of the house, no sentence.
const ServiceType* announced_by_title(const Passage& passage, const Passage* below) {
    auto& tokens = passage.tokens;
    auto mentions = type_mentions_in(tokens);
    bool title = has_number(passage) && mentions.size() == 1 && words_of(tokens) <= 9 &&
                 tokens.back().kind == passages::TokenKind::word;
    if (!title || !below || below->heading() || has_number(*below)) return nullptr;
    auto words = mentions.front().tokens;
    if (words.first > 0 || words.last >= tokens.size()) return nullptr;
    bool named = tokens[words.last].capital || tokens[words.last].folded == "\"" ||
                 (tokens.size() > words.last + 1 && tokens[words.last + 1].capital &&
                  passages::match_at(tokens, words.last, "u|na|v|ve|pod|nad|za|pri|pro"));
    return named ? mentions.front().type : nullptr;
}

// The row of a table that holds a service each.
std::size_t begin_of_row(const Passages& passages, std::size_t at) {
    auto begin = at;
    while (begin > 0 && passages[begin - 1].table == passages[at].table &&
           passages[begin - 1].at.first == passages[at].at.first)
        --begin;
    return begin;
}

// The card of a service begins with the heading above the label of its type, or where its lines begin.
std::size_t begin_of_card(const Passages& passages, std::size_t mention, std::size_t after) {
    for (auto n = mention + 1; n-- > after;)
        if (passages[n].heading() && passages[n].field != provider_field) return n;
    auto begin = mention;
    while (begin > after && begin > 0) {
        auto& above = passages[begin - 1];
        bool same_table = above.table != 0 && above.table == passages[mention].table;
        bool near = passages[begin].at.first <= above.at.last + 1 && above.kind == passages[mention].kind &&
                    above.field != no_field;
        if (!same_table && !near) break;
        --begin;
    }
    if (begin > after && leads_to_card(passages[begin - 1])) --begin;
    return begin;
}

// A cell of the first row, above the values of one service.
bool heads_column(const Passage& passage) {
    return passage.table && passage.field == no_field && passage.cells.empty() && words_of(passage.tokens) <= 14 &&
           !type_mentions_in(passage.tokens).empty();
}

// A cell with the name of a service in a row that has a number of the register in another.
bool names_row(const Passages& passages, std::size_t at) {
    auto& passage = passages[at];
    if (!passage.table || passage.cells.size() < 3 || passage.field > registration_field ||
        type_mentions_in(passage.tokens).empty())
        return false;
    return std::ranges::any_of(passages, [&](auto& other) {
        return other.table == passage.table && other.at.first == passage.at.first &&
               other.field == registration_field && std::ranges::any_of(other.tokens, is_seven_digits);
    });
}

std::size_t columns_of(const Passages& passages, std::size_t at) {
    std::size_t columns = 1;
    for (auto n = at; n < passages.size() && passages[n].at.first == passages[at].at.first &&
                      passages[n].table == passages[at].table;
         ++n)
        if ((passages[n].field == type_field || heads_column(passages[n])) && passages[n].column + 1 > columns &&
            type_under_label(passages[n]))
            columns = passages[n].column + 1;
    return columns;
}

// Lines without an empty one between them, that hold one name of a service and one number of the register: a card.
// Gives where it begins.
std::optional<std::size_t> begin_of_block(const Passages& passages, std::size_t at) {
    auto joined = [&](std::size_t next) { return passages[next].at.first <= passages[next - 1].at.last + 1; };
    auto first = at, last = at + 1;
    while (first > 0 && joined(first) && !passages[first].heading()) --first;
    while (last < passages.size() && joined(last)) ++last;
    if (last - first < 3) return {};
    std::size_t types = 0, numbers = 0;
    for (auto n = first; n < last; ++n) {
        types += !type_mentions_in(passages[n].tokens).empty();
        numbers += std::size_t(std::ranges::count_if(passages[n].tokens, is_seven_digits));
        if (passages[n].table || passages[n].kind == LineKind::item) return {};
    }
    if (types != 1 || numbers != 1) return {};
    return first;
}

bool begins_with_denial(const Passage& passage) {
    auto sentences = passages::sentences_of(passage.text);
    return !sentences.empty() && (denies(sentences.front().tokens) || says_what_we_are_not(passage.tokens));
}

// Under "Druh služby" an item that is nothing but the name of a type: ticked in a form, or one of several.
const ServiceType* listed_under_label(const Passage& passage) {
    if (passage.field != type_field || passage.kind != LineKind::item || !passage.label.empty()) return nullptr;
    auto mentions = type_mentions_in(passage.tokens);
    bool whole = mentions.size() == 1 && mentions.front().tokens.first == 0 &&
                 words_of(passage.tokens) <= mentions.front().tokens.size() + 1;
    return whole ? mentions.front().type : nullptr;
}

// "Centrum: krizová pomoc podle § 60, identifikátor 7720562, …": all of a card in one paragraph.
bool is_card_in_words(const Passage& passage, const ServiceType* type) {
    return type_by_paragraph_in(passage.tokens) == type && has_number_of_register(passage.tokens);
}

std::size_t begin_of(const Passages& passages, std::size_t at, std::size_t after, bool labelled) {
    bool row_of_columns = passages[at].table && !passages[at].cells.empty();
    if (row_of_columns) return begin_of_row(passages, at);
    return labelled ? begin_of_card(passages, at, after) : at;
}

}

bool opens_others(const Passage& passage) {
    static constexpr std::string_view others[] = {
        "kam ?se jeste|dal|jinam ?se ?obratit",
        "dalsi|jine|ostatni|navazujici ?socialni sluzby|organizace|pomoc|poskytovatele",
        "uzitecne|dulezite odkazy|kontakty|telefony|cisla", "nenasli|nehledate jste ?co|neco ?jineho"};
    return words_of(passage.tokens) <= 8 && passages::has_any(passage.tokens, others);
}

std::size_t words_of(const passages::Tokens& tokens) {
    return std::size_t(std::ranges::count(tokens, passages::TokenKind::word, &passages::Token::kind));
}

std::vector<Announced> announcements(const Passages& passages) {
    std::vector<Announced> found;
    auto certain = certain_types(passages);
    std::size_t free_from = 0;    // passages below belong to the service before
    bool others = false;
    for (std::size_t n = 0; n < passages.size(); ++n) {
        auto& passage = passages[n];
        bool prose = is_prose(passage), below_heading = false;
        if (passage.heading()) others = opens_others(passage);
        if (others) continue;
        Announced now{.passage = n, .ended = begins_with_denial(passage)};
        if (now.ended && (prose || passage.field == not_for_field)) continue;
        bool above = n > 0 && passages[n - 1].field == type_field && passages[n - 1].text.empty();
        bool own_label = passage.field == type_field && (above || !passage.label.empty()) && !passage.heading();
        if (own_label || (passage.field == type_field && passage.table) || heads_column(passage) ||
            names_row(passages, n))
            now.type = type_under_label(passage), now.labelled = now.type != nullptr;
        if (!now.type) now.type = listed_under_label(passage);
        if (!now.type && passage.heading()) now.type = announced_by_heading(passage);
        if (!now.type && passage.heading()) now.type = announced_in_short(passage, certain);
        if (!now.type && !passage.heading())
            now.type = announced_by_text(passage, n + 1 < passages.size() ? &passages[n + 1] : nullptr);
        if (!now.type) now.type = announced_by_title(passage, n + 1 < passages.size() ? &passages[n + 1] : nullptr);
        if (!now.type && !passage.heading())
            now.type = named_below_heading(passages, n), below_heading = now.type != nullptr;
        std::optional<std::size_t> block;
        if (!now.type && !passage.heading() && words_of(passage.tokens) <= 10 &&
            !type_mentions_in(passage.tokens).empty())
            if ((block = begin_of_block(passages, n))) now.type = type_mentions_in(passage.tokens).front().type;
        if (!now.type && prose) now.type = introduced_by_text(passage), now.told = now.type != nullptr;
        if (!now.type) continue;
        auto* last = found.empty() ? nullptr : &found.back();
        if (now.labelled && passage.table) now.column = passage.column, now.columns = columns_of(passages, n);
        if (now.column > 0 && last) now.columns = last->columns;
        bool same_row = last && now.column > 0 && passages[last->passage].at.first == passage.at.first;
        bool named_before = std::ranges::count(found, now.type, &Announced::type) > 0;
        bool card_of_another = last && last->type != now.type && is_card_in_words(passage, now.type);
        bool again = now.told && named_before && !card_of_another;
        auto same_column = [&](auto& other) {    // "Druh služby", below it "Paragraf"
            return now.labelled && other.type == now.type && other.columns > 1 && other.column == now.column &&
                   passages[other.passage].table == passage.table;
        };
        if (passage.table && passage.cells.empty() && std::ranges::any_of(found, same_column)) continue;
        bool same_card =
            last && last->type == now.type && !passage.table && n - last->passage <= 4;    // name, then type
        bool repeats = last && !same_row && last->type == now.type && !now.ended &&
                       (same_card || !(now.labelled && last->labelled));
        if (again || repeats) {
            if (again) continue;
            last->labelled = last->labelled || now.labelled;
            continue;
        }
        bool card = n > 0 && passages[n - 1].heading() && !prose && !passage.heading();
        bool of_card = now.labelled || below_heading || (card && has_number_of_register(passage.tokens));
        now.begin = same_row ? last->begin : begin_of(passages, n, free_from, of_card);
        if (block) now.begin = std::max(free_from, *block);
        // What a heading only seemed to announce, the label below it says.
        if (last && !same_row && now.labelled && !last->labelled && now.begin <= last->passage) {
            now.begin = last->begin;
            found.back() = now;
        } else found.push_back(now);
        if (own_label && !passage.table)    // "Druh služby: domovy pro seniory; odlehčovací služby"
            for (auto& mention : type_mentions_in(passage.tokens)) {
                bool known = std::ranges::count(found, mention.type, &Announced::type) > 0;
                if (!known) found.push_back({mention.type, n, now.begin, true});
            }
        free_from = n + 1;
    }
    return found;
}

}
