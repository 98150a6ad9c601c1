// Recognises groups by the words they begin with and where what is said of them begins.
#include "platform/reading/passages/groups_of_people.hpp"

#include "platform/reading/passages/ages.hpp"
#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <algorithm>

namespace passages {

namespace {

// Words that begin the name of a group of people, in any case, and their nominative: data/group_heads.csv.
struct GroupHead {
    std::string_view pattern;
    std::string nominative;
    std::size_t words = 1;
};

// "zadluženým osobám", "osamělí lidé": any adjective before people; nothing where the word is none.
std::string adjective_of_people(const Tokens& tokens, std::size_t at) {
    static constexpr std::string_view others =
        "dalsi*|ostatni*|vsem|vsech|vsichni|nasi*|vasi*|svym*|techto|jejich|kter*|nekter*|jin*|jednotliv*|rodinny*|"
        "cizi*|prvni*|druh*|posledni*|socialni*|tri|ctyri|peti|sesti|sedmi|osmi|deviti|deseti|dvaceti|triceti|"
        "pracovni*|terenni*|zajisteni|poskytovani|pomahani|doprovazeni|bydleni|zajisti|pusobi|hledani";
    static constexpr std::string_view people = "lide|lidem|lidi|lidmi|osoby|osobam|osob|osobami";
    auto& word = tokens[at];
    if (word.kind != TokenKind::word || word.folded.size() < 6 || match_at(tokens, at, others)) return {};
    if (!match_at(tokens, at + 1, people)) return {};
    for (std::string_view ending : {"eni", "enym", "enych", "ene", "ani", "anym", "anych", "ane", "eli", "elym",
                                    "elych", "ele", "ici", "icim", "icich"})
        if (word.folded.ends_with(ending)) return word.folded;
    return {};
}

std::optional<GroupHead> head_at(const Tokens& tokens, std::size_t at) {
    for (auto& [pattern, nominative, more, rest] : pattern_rows("group_heads"))
        if (auto words = match_at(tokens, at, pattern))
            return GroupHead{pattern, std::string{nominative}, words->size()};
    if (at < tokens.size() && !adjective_of_people(tokens, at).empty()) return GroupHead{{}, {}, 2};
    return {};
}

// "se stařeckou, Alzheimerovou demencí", "s mentálním, tělesným postižením": adjectives in one case.
bool agree(const Tokens& tokens, std::size_t comma) {
    if (comma == 0 || comma + 1 >= tokens.size()) return false;
    auto &before = tokens[comma - 1], &next = tokens[comma + 1];
    for (std::string_view ending : {"ou", "ym", "ymi"})
        if (before.folded.size() > 5 && next.folded.size() > 5 && before.folded.ends_with(ending) &&
            next.folded.ends_with(ending))
            return true;
    return false;
}

// "rodiny s dětmi navštěvujeme doma": what we do with them.
bool is_our_doing(const Token& token) {
    static constexpr std::string_view others[] = {"jezdime",   "doprovazime", "pomahame",  "prijimame",
                                                  "mame",      "jsme",        "muzeme",    "chodime",
                                                  "provazime", "nabizime",    "prijizdime"};
    if (token.kind != TokenKind::word || token.capital) return false;
    return (token.folded.size() > 7 && token.folded.ends_with("ujeme")) || std::ranges::count(others, token.folded) > 0;
}

// A group is cut off before what is said of it: ages, reasons, what is done with it.
bool ends_group(const Tokens& tokens, std::size_t at) {
    auto& token = tokens[at];
    if (token.folded == ";" || token.folded == "|" || token.folded == ":") return true;
    if (token.folded == "." || token.folded == "?" || token.folded == "!")
        return at + 1 == tokens.size() || tokens[at + 1].spaced;
    if (token.folded == "-") return token.spaced;
    if (match_at(tokens, at, "a|ale obe|oba|jsou|je|maji|ma|mame|to|proto|zaroven|sluzba|sluzby|kapacita|slouzi"))
        return true;    // "… postižením a obě mají klienty od 18 let"
    if (token.folded == ",") {
        static constexpr std::string_view said_of_it =
            "kter*|kdo|jejich*|jez|jimz|jimiz|jemuz|s|se|mentalni*|telesn*|zrakov*|sluchov*|kombinovan*|zdravotni*|dusevni*|smyslov*|pohybov*|chronick*|tezk*|lehk*|o|pripadne|zejmena|prevazne|predevsim|nebo|ci|popr";
        if (agree(tokens, at)) return false;
        return !match_at(tokens, at + 1, said_of_it) &&
               !match_at(tokens, at + 1, "u|v|na|z|ve|za nichz|ktere|kterych|niz|nemz");
    }
    return false;
}

// "děti a mládež" are one group.
bool match_youth(const Tokens& tokens, std::size_t at) {
    return match_at(tokens, at, "mladez*|azylant*|dorost*").has_value();
}

bool joins_group(const Tokens& tokens, std::size_t at) {
    if (!match_at(tokens, at, "a|i|nebo|ci|take|tez|rovnez|dale")) return false;
    // "osoby ohrožené závislostí nebo závislé na návykových látkách" are one circle of the law
    if (at > 1 && match_at(tokens, at - 2, "ohrozen* zavislost*") && match_at(tokens, at + 1, "zavisl*")) return false;
    auto next = at + 1;
    while (match_at(tokens, next, "take|tez|i|rovnez|pro|s|se|k|ke|o|jejich")) ++next;
    return next < tokens.size() && head_at(tokens, next) && !match_youth(tokens, next);
}

bool begins_line(std::string_view text, const Tokens& tokens, std::size_t at) {
    return text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != text.npos;
}

// The line before goes on: "rodiny s" / "dětmi", "pro" / "seniory".
bool leads_on(const Tokens& tokens, std::size_t at) {
    return match_at(tokens, at, "s|se|bez|pro|a|i|nebo|ci|u|o|k|na|v|ve|od|do|mezi|,|-|(") ||
           (tokens[at].kind == TokenKind::word && tokens[at].folded.ends_with("ymi"));
}

// One word that says whom.
constexpr std::string_view names_enough =
    "seniori|seniorum|seniory|rodiny|rodinam|dluznici|dluznikum|bezdomovci|bezdomovcum|nezamestnani|nezamestnanym|"
    "cizinci|cizincum|azylanti|azylantum|uprchlici|uprchlikum|migranti|migrantum|pestouni|pestounum|neslysici|"
    "neslysicim|nevidomi|nevidomym|slabozraci|slabozrakym|nedoslychavi|nedoslychavym|hluchoslepi|hluchoslepym|"
    "ohluchli|ohluchlym|samozivitelky|samozivitelkam|samozivitele|samozivitelum";

struct Group {
    std::string text;
    std::size_t last = 0;
};

// " ohroženým násilím" behind „osobám“: " ohrožené násilím".
std::string adjective_in_nominative(std::string_view head, std::string rest) {
    auto end = rest.find(' ', 1);
    auto word = rest.substr(0, end);
    if (!word.ends_with("ým")) return rest;
    bool people = head == "lidé" || head == "senioři" || head == "muži" || head == "cizinci" || head == "rodiče" ||
                  head == "klienti" || head == "občané";
    word = word.substr(0, word.size() - std::string_view{"ým"}.size()) + (people ? "í" : "é");
    return word + (end == std::string::npos ? "" : rest.substr(end));
}

// "zadluženým osobám …" → "zadlužené osoby …"
std::string people_with_adjective(std::string adjective, bool of_lide) {
    struct Ending {
        std::string_view from, lide, osoby;
    };
    static constexpr Ending endings[] = {{"\u00FDm", "\u00ED", "\u00E9"},
                                         {"\u00FDch", "\u00ED", "\u00E9"},
                                         {"\u00E9", "\u00ED", "\u00E9"},
                                         {"\u00EDm", "\u00ED", "\u00ED"},
                                         {"\u00EDch", "\u00ED", "\u00ED"}};
    for (auto& [from, lide, osoby] : endings)
        if (adjective.ends_with(from)) {
            adjective.resize(adjective.size() - from.size());
            adjective += of_lide ? lide : osoby;
            break;
        }
    return adjective + (of_lide ? " lid\u00E9" : " osoby");
}

// "ve věku 3–30 let", "věk 18+", "(19 až 60 let)" at the end of what is said; "ve věku od 6 do 26 let ohrožené" goes
// on.
bool ends_with_age(const Tokens& tokens, std::size_t at) {
    auto words = match_at(tokens, at, "( ?ve ?vek* ?od|nad|do|starsi*|mladsi* #");
    if (!words) words = match_at(tokens, at, ", ?ve vek*|veku");
    if (!words) words = match_at(tokens, at, "ve veku");
    if (!words) words = match_at(tokens, at, ", kter* je|bylo|jsou|neni ?uz|jiz ?alespon|aspon|mezi|od|nad|pod");
    if (!words) words = match_at(tokens, at, ", ?a starsi*|mladsi*|od|nad|do ?nez #");
    if (!words) words = match_at(tokens, at, "starsi*|mladsi*|nad ?nez #");
    if (!words) return false;
    auto limits = age_limits_in({tokens.begin() + std::ptrdiff_t(at), tokens.end()}, true);
    if (!limits.from && !limits.to) return false;
    for (auto next = words->last; next < tokens.size() && next < words->last + 8; ++next) {
        if (tokens[next].folded == "," || tokens[next].folded == "." || tokens[next].folded == ";") return true;
        if (match_at(tokens, next, "ohrozen*|zavisl*|opoust*|vede*|zijic*|s|se|bez|v")) return false;
    }
    return true;
}

// "muži od 18 let | bez přístřeší": behind the age in the middle it goes on.
std::optional<std::size_t> past_age_inside(const Tokens& tokens, std::size_t at) {
    auto words = match_at(tokens, at, "?ve ?veku od|do|nad|starsi*");
    if (!words) words = match_at(tokens, at, "ve veku");
    auto years = words ? number_at(tokens, words->last) : std::nullopt;
    auto to = years ? match_at(tokens, years->last, "?let do|az|- ?do") : std::nullopt;    // "od 27 do 80 let, kteří …"
    if (to) years = number_at(tokens, to->last);
    auto unit = years ? match_at(tokens, years->last, "let ?veku") : std::nullopt;
    if (!unit || (!match_at(tokens, unit->last, "bez|s|se|ohrozen*|zavisl*|zijic*|trpic*|pecujic*") &&
                  !match_at(tokens, unit->last, ", kter*|jejichz")))
        return {};
    return unit->last;
}

std::size_t end_of_words(const Tokens& tokens, std::size_t at) {
    while (at < tokens.size() && !ends_group(tokens, at) && !joins_group(tokens, at) && tokens[at].folded != "(") ++at;
    return at;
}

Group group_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto own = head_at(tokens, at);
    auto end = at + (own ? own->words : 1);
    int open = 0;
    for (; end < tokens.size(); ++end) {
        if (tokens[end].folded == "(") ++open;
        if (tokens[end].folded == ")") --open;
        if (open < 0 || (at > 0 && tokens[at - 1].folded == "\"" && tokens[end].folded == "\"")) break;
        if (open == 0 && (ends_group(tokens, end) || joins_group(tokens, end))) break;
        if (open == 0 && (match_at(tokens, end, ", ?a to") || is_our_doing(tokens[end]))) break;
        if (open == 0 && match_at(tokens, end, "od|starsi* # ?let")) break;
        if (open == 0 && match_at(tokens, end, "?az od") && number_at(tokens, end + 1)) break;
        if (open == 0 && match_at(tokens, end, "od narozeni|dovrseni|dosazeni")) break;
        if (open == 0 && match_at(tokens, end, "otevren*|zdarma|bezplatn*|k dispozici|v pondel*|uter*|stred*")) break;
        if (open == 0 && ends_with_age(tokens, end)) break;
    }
    auto head = head_at(tokens, at);
    auto name = printed(text, tokens, {at, end});
    if (head && !head->nominative.empty()) {
        auto word = printed(text, tokens, {at, at + head->words});
        bool nominative = head->pattern.starts_with(tokens[at].folded + "|") || head->pattern == tokens[at].folded;
        if (!nominative)
            name = std::string{head->nominative} + adjective_in_nominative(head->nominative, name.substr(word.size()));
    }
    if (head && head->pattern.empty()) {
        auto words = printed(text, tokens, {at, at + 2});
        bool of_lide = match_at(tokens, at + 1, "lid*").has_value();
        name = people_with_adjective(printed(text, tokens, {at, at + 1}), of_lide) +
               (name.size() > words.size() ? name.substr(words.size()) : std::string{});
    }
    if (auto rest = past_age_inside(tokens, end)) {
        end = end_of_words(tokens, *rest);
        auto more = (tokens[*rest].folded == "," ? "" : " ") + printed(text, tokens, {*rest, end});
        name += head && more.starts_with(' ') ? adjective_in_nominative(head->nominative, more) : more;
    }
    std::ranges::replace(name, '\n', ' ');
    return {std::string{trimmed(name, ",;.-–")}, end};
}

}

bool begins_group(const Tokens& tokens, std::size_t at) { return head_at(tokens, at).has_value(); }

bool describes_group(const Tokens& tokens, std::size_t at) {
    return head_at(tokens, at) &&
           !match_at(tokens, at + 1,
                     "v jeden|jednu|jednom|jedne|dany|danem|danou|kazdem|kazdy|stejnou|stejny|tutez|tentyz") &&
           match_at(
               tokens, at + 1,
               "s|se|bez|v|ve|po|ohrozen*|zadluzen*|trpici*|nemocn*|postizen*|zavisl*|zijic*|,|domaciho|trestn*|trestnych|hospitalizovan*|pecujic*|drog|navykovych|omamnych|alkohol*");
}

std::vector<std::string> groups_in_words(std::string_view text, const Tokens& tokens, std::size_t from) {
    std::vector<std::string> groups;
    for (auto n = from; n < tokens.size();) {
        bool counted = n > 0 && number_at(tokens, n - 1).has_value();    // 2 klienti současně
        bool whoever =
            match_at(tokens, n, "klienti|klientum|klienty|uzivatele|uzivatelum|uzivatelu|uzivateli").has_value();
        if (!head_at(tokens, n) || ((counted || whoever) && !describes_group(tokens, n))) {
            ++n;
            continue;
        }
        auto group = group_at(text, tokens, n);
        bool there = match_at(tokens, n + 1, "na|v|ve") && n + 2 < tokens.size() && tokens[n + 2].capital;
        if (there || match_at(tokens, n + 1, "z|ze")) {    // "lidi ze Sušice", "lidem na Vysočině"
            n = group.last;
            continue;
        }
        bool more = group.text.find(' ') != std::string::npos && group.last > n + 1;    // not „osoby“ alone
        if (more || match_at(tokens, n, names_enough)) groups.push_back(group.text);
        n = group.last;
    }
    return groups;
}

std::vector<std::string> groups_in_list(std::string_view text) {
    std::vector<std::string> groups;
    auto tokens = tokens_of(text);
    std::size_t first = 0;
    int open = 0;
    auto add = [&](std::size_t end) {
        while (first < end && (tokens[first].kind == TokenKind::sign || match_at(tokens, first, "a|i|take|dale|pro")))
            ++first;
        if (first >= end) return;
        Tokens own(tokens.begin(), tokens.begin() + std::ptrdiff_t(end));
        auto whole = head_at(tokens, first) ? group_at(text, own, first) : Group{};
        auto shown =
            whole.last >= end ? whole.text : std::string{trimmed(printed(text, tokens, {first, end}), ",;.-–:")};
        if (whole.last && match_at(own, whole.last, "-|, od|nad|do|starsi|mladsi|vek|#")) ++whole.last;
        bool aged = whole.last && whole.last < end &&
                    (ends_with_age(tokens, whole.last) ||
                     (match_at(tokens, whole.last, "od") && number_at(tokens, whole.last + 1)));
        if (aged) shown = whole.text;
        else if (whole.last && whole.last < end)
            shown =
                whole.text + " " +
                std::string{trimmed(
                    text.substr(tokens[whole.last - 1].end, tokens[end - 1].end - tokens[whole.last - 1].end), ";.")};
        shown = std::string{trimmed(shown, ",;.")};
        std::ranges::replace(shown, '\n', ' ');
        if (std::any_of(tokens.begin() + std::ptrdiff_t(first), tokens.begin() + std::ptrdiff_t(end),
                        [](auto& token) { return token.kind == TokenKind::word; }))
            groups.push_back(shown);
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].folded == "(") ++open;
        if (tokens[at].folded == ")") --open;
        if (open > 0) continue;
        if (at > first && begins_line(text, tokens, at) && head_at(tokens, at) && !leads_on(tokens, at - 1)) {
            add(at), first = at;
            continue;
        }
        auto lead = first;    // "muže a ženy v nouzi" are one group
        while (lead < at && (tokens[lead].kind == TokenKind::sign || match_at(tokens, lead, "a|i|take|dale|pro")))
            ++lead;
        if (auto head = lead < at ? head_at(tokens, lead) : std::nullopt; head && at < lead + head->words) continue;
        bool hard = tokens[at].folded == ";" || tokens[at].folded == "|" ||
                    (tokens[at].folded == "." && (at + 1 == tokens.size() || tokens[at + 1].capital));
        bool soft = (tokens[at].folded == "," && at + 1 < tokens.size() &&
                     (head_at(tokens, at + 1) || joins_group(tokens, at + 1))) ||
                    joins_group(tokens, at);
        if (!hard && !soft) continue;
        add(at), first = at + 1;
    }
    add(tokens.size());
    return groups;
}

}
