// Recognises addresses by their numbers, names of places by their capitals.
#include "platform/reading/passages/addresses.hpp"

#include "platform/reading/passages/pattern_rows.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace passages {

namespace {

struct Region {
    std::string_view pattern, name;
};

constexpr Region regions[] = {
    {"hlavni*|hl ?. m|mest* ?. praz*|praha|prahy", "Praha"},
    {"cele|cela ?uzemi ceske|ceska republiky|republice|republika|republiku", "Česká republika"},
    {"cele|cela ?uzemi cr", "Česká republika"},
    {"cele|cela republiky|republika|republice", "Česká republika"},
    {"celostatni*", "Česká republika"},
    {"stredocesk* kraj*", "Středočeský kraj"},
    {"jihocesk* kraj*", "Jihočeský kraj"},
    {"plzensk* kraj*", "Plzeňský kraj"},
    {"karlovarsk* kraj*", "Karlovarský kraj"},
    {"usteck* kraj*", "Ústecký kraj"},
    {"libereck* kraj*", "Liberecký kraj"},
    {"kralovehradeck* kraj*", "Královéhradecký kraj"},
    {"pardubick* kraj*", "Pardubický kraj"},
    {"kraj* vysocin*", "Kraj Vysočina"},
    {"vysocina|vysociny|vysocine|vysocinu", "Kraj Vysočina"},
    {"jmk", "Jihomoravský kraj"},
    {"jihomoravsk* kraj*", "Jihomoravský kraj"},
    {"olomouck* kraj*", "Olomoucký kraj"},
    {"moravskoslezsk* kraj*", "Moravskoslezský kraj"},
    {"zlinsk* kraj*", "Zlínský kraj"},
};

// Kinds of places: they stand before a name and are no part of it.
constexpr std::string_view kinds_of_places =
    "so|obec|obce|obci|obcich|obcim|mesto|mesta|mestu|meste|mest|mestech|mestys|mestyse|okres|okresy|okrese|okresu|okresech|orp|spravni*|obvod*|"
    "uzemi|cele|celem|celeho|cely|cela|region|regionu|kraj|kraje|kraji|cast*|mistni*|okoli|lokalit*|mikroregion*|dso|mc|mestske";

// Written with capitals, and no places: days, politeness, abbreviations.
constexpr std::string_view no_places =
    "vam|vas|vami|vase|vasi|vasich|vasim|vaseho|vasem|dekuji|dekujeme|kc|ok|dk|up|cs|sms|po|ut|st|ct|pa|so|ne|tel|ico|ic|mpsv|dispecink|oduvodneni|pouceni|vyrok|priloha|prilohy|poznamka|poznamky|datum|zpracoval|zpracovala|vyhotovil|terenni|ambulantni|pobytova|forma";

// Words between parts of one name: Ústí nad Labem, Kostelec u Křížků.
constexpr std::string_view joints_of_names = "nad|pod|u|na|v|ve|pri|za";

bool is_house_number(const Tokens& tokens, std::size_t at) {
    auto& token = tokens[at];
    if (token.kind != TokenKind::number || token.folded.size() > 4 || token.folded[0] == '0') return false;
    if (!token.spaced && at > 0 && tokens[at - 1].kind == TokenKind::word) return false;    // SML1190
    if (match_at(tokens, at + 1, "/ #") && tokens[at + 2].folded.size() == 4 && tokens[at + 2].folded.starts_with("20"))
        return false;    // 298/2024
    if (at == 0 || tokens[at - 1].kind != TokenKind::word) {
        bool dotted = at > 1 && tokens[at - 1].folded == "." && match_at(tokens, at - 2, "cp|ul|nam|tr|nabr|c");
        if (!dotted) return false;
    }
    if (match_at(
            tokens, at - 1,
            "vs|ss|ks|sms|zn|znacce|oddil|vlozka|po|ut|st|ct|pa|so|ne|denne|patek|pondeli|nedele|sobota|od|do|az|pro|nebo|a|kapacit*|roce|rok*|leta|telefon*|tel|klapka|verze|vek*|par|paragraf|ico|ic|patro|nejvyse|celkem|jsme|bylo|ma|mame|je|jen|patre|karta|tabulka|strana|priloha|bod|dnu|den|lonska|skutecnost|plan|cil|stav|rozpocet|vyhled|navrh|obdobi|zprava|prehled|vydani|rocnik|leto|jaro|podzim|zima|leden|unor|brezen|duben|kveten|cerven|cervenec|srpen|zari|rijen|listopad|prosinec|lednu|unoru|breznu|dubnu|kvetnu|cervnu|cervenci|srpnu|rijnu|listopadu|prosinci"))
        return false;
    if (match_at(
            tokens, at + 1,
            "let*|rok*|hod*|klient*|uzivatel*|osob*|luz*|rodin*|%|kc|procent*|dni|dnu|mesic*|lidi|interven*|kontakt*|pokoj*|mist*|hovor*") ||
        match_at(tokens, at + 1, "- # let") || match_at(tokens, at + 1, ": #"))
        return false;
    return !match_at(tokens, at + 1,
                     ". #|ledna|unora|brezna|dubna|kvetna|cervna|cervence|srpna|zari|rijna|listopadu|prosince") &&
           !match_at(tokens, at + 1,
                     ". ledna|unora|brezna|dubna|kvetna|cervna|cervence|srpna|zari|rijna|listopadu|prosince");
}

bool opens_name(const Tokens& tokens, std::size_t at) {
    return tokens[at].kind == TokenKind::word && tokens[at].capital;
}

// Back from the number over the street: Farním náměstí, Na Hrázi, 28. října, nám. Míru.
std::size_t begin_of_street(const Tokens& tokens, std::size_t number) {
    auto begin = number;
    std::size_t words = 0;
    while (begin > 0 && words < 5) {
        auto& before = tokens[begin - 1];
        if (before.folded == "." && begin > 1 &&
            match_at(tokens, begin - 2, "ul|nam|tr|nabr|cp|c|p|sv|bl|gen|dr|j|t|g|k|m|#")) {
            begin -= 2, ++words;
            continue;
        }
        if (before.kind != TokenKind::word) break;
        if (!before.capital &&
            !match_at(
                tokens, begin - 1,
                "namesti|trida|tride|ulice|ulici|nabrezi|zahrad|brigady|kvetna|rijna|armady|republiky|lidu|hrdinu|miru|povstani|veznu|mucedniku|bratrstvi|pratelstvi|odboje|legii|legionaru|revoluce|partyzanu|letcu|horniku|osvobozeni|vitezstvi|mladeze|prace|skal|mlyna|mlynem|kostela|kostelem|nadrazi|nadrazim|hrbitova|hrbitovem|lesa|lesem|potoka|potokem|rybnika|rybnikem|skoly|skolou|hradeb|hradbami|parku|parkem|zamku|zamkem|branou|vinici|humny|dvora|mostem|mostu|vodou|trati|sidliste|sidlisti|stadionem|cp|pod|nad|u|na|v|ve|za|sadech|sady|vrch|svobody"))
            break;
        --begin, ++words;
    }
    while (begin < number && !tokens[begin].capital && tokens[begin].kind == TokenKind::word &&
           !match_at(tokens, begin, "namesti|cp|nam"))
        ++begin;
    return begin;
}

// More than "č. 1" or "U 214".
bool has_name(const Tokens& tokens, Span street) {
    for (auto at = street.first; at < street.last; ++at)
        if (tokens[at].kind == TokenKind::number ||
            (tokens[at].kind == TokenKind::word && tokens[at].folded.size() > 2))
            return true;
    return false;
}

// After the number: /8, a letter, then a comma, a post code, the name of the town.
struct TownFound {
    Span name;
    std::size_t last = 0;
};

std::size_t past_house_number(const Tokens& tokens, std::size_t at) {
    auto next = at + 1;
    if (next + 1 < tokens.size() && tokens[next].folded == "/" &&
        (tokens[next + 1].kind == TokenKind::number || match_at(tokens, next + 1, "i|ii|iii|iv|v|vi|vii|viii|ix|x")))
        next += 2;
    if (next < tokens.size() && !tokens[next].spaced && tokens[next].kind == TokenKind::word &&
        tokens[next].folded.size() == 1)
        ++next;
    return next;
}

std::size_t past_post_code(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].kind != TokenKind::number) return at;
    if (tokens[at].folded.size() == 5) return at + 1;
    if (tokens[at].folded.size() == 3 && at + 1 < tokens.size() && tokens[at + 1].kind == TokenKind::number &&
        tokens[at + 1].folded.size() == 2)
        return at + 2;
    return at;
}

std::size_t end_of_name(const Tokens& tokens, std::size_t at) {
    auto next = at;
    while (next < tokens.size()) {
        bool hyphen = next > at && next + 1 < tokens.size() && tokens[next].folded == "-" && !tokens[next].spaced &&
                      !tokens[next + 1].spaced && tokens[next + 1].kind == TokenKind::word;
        if (hyphen) {
            next += 2;
            continue;
        }
        bool goes_on = opens_name(tokens, next) && (next == at || tokens[next].spaced);
        bool joint = next > at && match_at(tokens, next, joints_of_names) && next + 1 < tokens.size() &&
                     opens_name(tokens, next + 1);
        if (!goes_on && !joint) break;
        next += joint ? 2 : 1;
    }
    if (next > at && next < tokens.size() && tokens[next].kind == TokenKind::number &&
        tokens[next].folded.size() <= 2 && tokens[next - 1].folded == "praha")
        ++next;
    return next;
}

std::optional<TownFound> town_behind(const Tokens& tokens, std::size_t number) {
    auto next = past_house_number(tokens, number);
    bool parted = false;
    while (next < tokens.size() &&
           (tokens[next].folded == "," || tokens[next].folded == ";" || tokens[next].folded == "|"))
        ++next, parted = true;
    auto coded = past_post_code(tokens, next);
    bool in = !parted && coded == next && match_at(tokens, next, "v|ve");
    if (!parted && coded == next && !in) return {};
    next = in ? next + 1 : coded;
    if (match_at(tokens, next, "mesto|obec")) ++next;
    auto end = end_of_name(tokens, next);
    if (end == next) return {};
    return TownFound{{next, end}, end};
}

bool is_known_town(const Tokens& tokens, Span name) {
    std::string words;
    for (auto at = name.first; at < name.last; ++at) words += (words.empty() ? "" : " ") + tokens[at].folded;
    return is_town(words);
}

// "do Třebíče na Karlovo náměstí 38", "v Příbrami, Březnická 135"
std::optional<Span> town_before(const Tokens& tokens, std::size_t street) {
    auto last = street;
    if (last > 1 && tokens[last - 1].folded == "(") {    // "v Hostinném (Labská 44)"
        for (auto first = last - 1; first > 0 && last - first < 5; --first)
            if (match_at(tokens, first - 1, "v|ve|na") && opens_name(tokens, first) &&
                end_of_name(tokens, first) == last - 1)
                return Span{first, last - 1};
        return {};
    }
    while (last > 0 && match_at(tokens, last - 1, "na|v|ve|,|ulice|ulici|do")) --last;
    if (last == street) return {};
    if (tokens[last].folded == ",")    // "Ostrov, Dukelských hrdinů 606"
        for (auto first = last > 4 ? last - 4 : 0; first < last; ++first)
            if (opens_name(tokens, first) && end_of_name(tokens, first) == last && is_known_town(tokens, {first, last}))
                return Span{first, last};
    for (auto first = last; first > 0 && last - first < 4; --first)
        if (match_at(tokens, first - 1, "v|ve|do|z") && first < last && opens_name(tokens, first) &&
            end_of_name(tokens, first) >= last)
            return Span{first, last};
    return {};
}

// "v Kostelecké 17" → Kostelecká 17, "v Palackého ulici 14" → Palackého 14
std::string in_street(std::string street, bool led) {
    for (std::string_view word : {" ulici ", " ulice "})
        if (auto at = street.find(word); at != std::string::npos) street.erase(at, word.size() - 1), led = true;
    auto blank = street.find(' ');
    static constexpr std::string_view inflected[][2] = {
        {"ov\u011B t\u0159\u00EDd\u011B ", "ova t\u0159\u00EDda "},
        {"\u00E9 t\u0159\u00EDd\u011B ", "\u00E1 t\u0159\u00EDda "},
        {"ov\u011B n\u00E1m\u011Bst\u00ED ", "ovo n\u00E1m\u011Bst\u00ED "},
        {"t\u0159\u00EDd\u011B ", "t\u0159\u00EDda "},
        {"n\u00E1b\u0159e\u017E\u00EDm ", "n\u00E1b\u0159e\u017E\u00ED "}};
    for (auto& [from, to] : inflected)    // "na Masarykově třídě 1500"
        if (auto at = street.find(from); led && at != std::string::npos) {
            street.replace(at, from.size(), to);
            return street;
        }
    bool one_word = blank != std::string::npos && blank > 4 && blank + 1 < street.size() && street[blank + 1] >= '0' &&
                    street[blank + 1] <= '9';
    auto word = std::string_view{street}.substr(0, one_word ? blank : 0);
    if (led && word.ends_with("\u00E9")) street.replace(blank - 2, 2, "\u00E1");
    else if (led && word.ends_with("ov\u011B")) street.replace(blank - 2, 2, "a");    // "v Husově 12"
    return street;
}

// "čp. 88 v Pivovarské ulici ve Vimperku": number first.
struct NumberFirst {
    Span street, town;
};

std::optional<NumberFirst> street_behind(const Tokens& tokens, std::size_t number) {
    auto led = match_at(tokens, number + 1, "v|ve|na");
    if (!led || number < 2 || !match_at(tokens, number - 2, "cp|c .")) return {};
    auto first = led->last, last = first;
    if (match_at(tokens, first, "ulici")) last = ++first;
    while (last < tokens.size() && opens_name(tokens, last)) ++last;
    if (last == first) return {};
    auto next = last;
    if (match_at(tokens, next, "ulici|ulice|namesti")) ++next;
    if (next == last && first == led->last) return {};
    if (match_at(tokens, last, "namesti")) ++last;
    NumberFirst found{{first, last}, {}};
    if (match_at(tokens, next, "v|ve") && next + 1 < tokens.size()) {
        found.town = {next + 1, next + 1};
        while (found.town.last < tokens.size() && opens_name(tokens, found.town.last)) ++found.town.last;
    }
    return found;
}

bool parted_by_line(std::string_view text, const Tokens& tokens, std::size_t at) {
    return text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != text.npos;
}

std::string one_space(std::string text) {
    std::string out;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text.compare(n, 2, "\u00A0") == 0) out += ' ', ++n;
        else out += text[n] == '\n' ? ' ' : text[n];
    }
    return out;
}

}

std::vector<AddressFound> addresses_in(std::string_view text, const Tokens& tokens, bool house_names) {
    std::vector<AddressFound> found;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        if (!is_house_number(tokens, at)) continue;
        if (auto first = street_behind(tokens, at)) {
            auto number = printed(text, tokens, {at, at + 1});
            AddressFound address{.text =
                                     in_street(one_space(printed(text, tokens, first->street)) + " " + number, true)};
            if (first->town.size()) address.town = in_nominative(one_space(printed(text, tokens, first->town)), {});
            if (!address.town.empty()) address.text += ", " + address.town;
            address.tokens = {at - 2, std::max(first->street.last, first->town.last)};
            found.push_back(address);
            continue;
        }
        auto begin = begin_of_street(tokens, at);
        if (begin == at || !has_name(tokens, {begin, at})) continue;
        if (begin > 0 && match_at(tokens, begin - 1, "do|v|ve|z"))    // "do Třebíče na Karlovo náměstí 38"
            for (auto n = begin + 1; n + 1 < at; ++n)
                if (match_at(tokens, n, "na|v|ve") && is_town(printed(text, tokens, {begin, n}))) begin = n + 1;
        auto town = town_behind(tokens, at);
        auto numbered = past_house_number(tokens, at);
        AddressFound address{.tokens = {begin, town ? town->last : numbered}};
        if (house_names && begin > 1 && (tokens[begin - 1].folded == "," || tokens[begin - 1].folded == ";")) {
            auto first = begin - 1;
            while (first > 0 && tokens[first - 1].kind == TokenKind::word && !parted_by_line(text, tokens, first))
                --first;
            bool whole = first == 0 || tokens[first - 1].kind == TokenKind::sign;
            bool of_hours = has({tokens.begin() + std::ptrdiff_t(first), tokens.begin() + std::ptrdiff_t(begin)},
                                "objednan*|domluv*|dohod*|zavren*|otevren*");
            bool in_town = of_hours || match_at(tokens, first, "v|ve|na|do").has_value() ||
                           is_known_town(tokens, {first, begin - 1});
            if (whole && first < begin - 1 && tokens[first].capital && begin - first <= 7 && !in_town) {
                address.text = one_space(printed(text, tokens, {first, begin - 1})) + ", ";
                address.tokens.first = first;
            }
        }
        while (begin < at && tokens[begin].kind == TokenKind::sign) ++begin;
        auto street = one_space(printed(text, tokens, {begin, numbered}));
        bool led = begin > 0 && match_at(tokens, begin - 1, "v|ve|na|do|z");
        street = in_street(street, led);
        // Farním náměstí → Farní náměstí: the street of "na Farním náměstí 3"
        if (auto square = street.find("m náměstí"); square != std::string::npos && square > 2) street.erase(square, 1);
        address.text += street;
        if (town) {
            address.town = one_space(printed(text, tokens, town->name));
            if (match_at(tokens, town->name.first - 1, "v|ve")) address.town = in_nominative(address.town, {});
        } else if (auto before = town_before(tokens, begin))
            address.town = in_nominative(one_space(printed(text, tokens, *before)), {});
        if (!address.town.empty()) address.text += ", " + address.town;
        at = address.tokens.last > at ? address.tokens.last - 1 : at;
        found.push_back(address);
    }
    return found;
}

std::optional<RegionFound> region_at(const Tokens& tokens, std::size_t at) {
    for (auto& region : regions)
        if (auto words = match_at(tokens, at, region.pattern)) {
            if (words->size() == 1 && !tokens[at].capital) continue;
            return RegionFound{std::string{region.name}, *words};
        }
    if (at >= tokens.size() || !tokens[at].capital) return {};
    // "Libereckého a Ústeckého kraje"
    for (auto& region : regions) {
        if (!region.pattern.ends_with(" kraj*")) continue;
        auto adjective = match_at(tokens, at, region.pattern.substr(0, region.pattern.size() - 6));
        if (adjective && match_at(tokens, adjective->last, "a|i|,|nebo") && region_at(tokens, adjective->last + 1))
            return RegionFound{std::string{region.name}, *adjective};
    }
    return {};
}

// "Rožnov p. R.", "Jablonec n. Nisou": the town that is written short, and the token behind it.
std::optional<std::pair<std::string, std::size_t>> shortened_town_at(const Tokens& tokens, std::string_view begin,
                                                                     std::size_t at) {
    auto joint = match_at(tokens, at, "n|p .");
    if (!joint || joint->last >= tokens.size() || !opens_name(tokens, joint->last)) return {};
    auto word = tokens[at].folded == "n" ? " nad " : " pod ";
    auto last = joint->last + 1;
    if (tokens[joint->last].folded.size() <= 2 && match_at(tokens, last, ".")) ++last;
    auto wanted = std::string{begin} + word;
    for (auto town : patterns("towns"))
        if (town.starts_with(wanted) &&
            search::fold(town.substr(wanted.size())).starts_with(tokens[joint->last].folded))
            return std::pair{std::string{town}, last};
    return {};
}

std::vector<std::string> territory_in(std::string_view text, const Tokens& tokens, bool among_names) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < tokens.size();) {
        if (auto region = region_at(tokens, at)) {
            names.push_back(region->name), at = region->tokens.last;
            continue;
        }
        bool led = match_at(tokens, at, "z|ze|v|ve|na|po|do|pro|mimo|take|i|a|jen|pouze|cely|cela|cele") &&
                   at + 1 < tokens.size();
        if (!opens_name(tokens, at) || match_at(tokens, at, kinds_of_places) || led ||
            match_at(tokens, at, no_places)) {
            ++at;
            continue;
        }
        auto end = end_of_name(tokens, at);
        if (end < tokens.size() && tokens[end].folded == "/" && !tokens[end].spaced) {    // OLP/0412/2025
            at = end_of_run(tokens, at);
            continue;
        }
        bool begins = at == 0 || tokens[at - 1].folded == "." || tokens[at - 1].folded == ":";
        bool ordinary = begins && end < tokens.size() && tokens[end].kind == TokenKind::word && end == at + 1 &&
                        !match_at(tokens, end, "a|i|vcetne|vc");
        if (begins && !among_names && end == at + 1) ordinary = ordinary || end >= tokens.size();
        bool initial = end == at + 1 && tokens[at].folded.size() == 1;
        auto name = one_space(printed(text, tokens, {at, end}));
        if (auto whole = shortened_town_at(tokens, name, end)) name = whole->first, end = whole->second;
        if (!ordinary && !initial) names.push_back(name);
        at = end;
    }
    return names;
}

}
