// The numbers of a service: in the register, of its contract, of the project that pays for it.
#include "network/service_reading/service_fields.hpp"

#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace network {

namespace {

using passages::Passage;
using passages::Tokens;

// Seven digits, letters that a scanner takes for them mended.
std::optional<std::string> seven_digits(std::string_view run) {
    if (run.size() != 7) return {};
    std::string digits;
    int real = 0;
    for (auto sign : run) {
        real += sign >= '0' && sign <= '9';
        digits += passages::digit_meant(sign);
        if (digits.back() < '0' || digits.back() > '9') return {};
    }
    if (real < 4) return {};
    return digits;
}

constexpr std::string_view of_other_numbers[] = {"ico|ic", "ucet*|ucty|uctu", "symbol*", "vs", "tel*",
                                                 "mob*",   "smlouv*",         "psc"};

bool is_in_wrong_hands(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && at - n < 8; --n)
        if (passages::match_at(tokens, n - 1, "mate|chyb*|prohozen*|spatn*|puvodni*|drive|stary|misto")) {
            for (auto bracket = n - 1; bracket > 0 && n - bracket < 4; --bracket)
                if (tokens[bracket - 1].folded == "(") return true;
            if (passages::match_at(tokens, n - 1, "chyb*|spatn*|prohozen*")) return true;
        }
    return false;
}

// "3384-906", "9 0 3 1 1 7 5": seven digits in pieces.
std::optional<std::string> digits_in_pieces(const Tokens& tokens, std::size_t at) {
    std::string digits;
    for (auto next = at; next < tokens.size() && tokens[next].kind == passages::TokenKind::number; ++next) {
        digits += tokens[next].folded;
        bool goes_on = next + 1 < tokens.size() && tokens[next + 1].kind == passages::TokenKind::number;
        if (digits.size() == 7 && !goes_on) return digits;
        bool hyphen = next + 2 < tokens.size() && tokens[next + 1].folded == "-" && !tokens[next + 1].spaced;
        if (hyphen) ++next;
    }
    return {};
}

std::optional<std::string> registration_in(const std::string& text, const Tokens& tokens, std::size_t from) {
    for (auto at = from; at < tokens.size(); ++at) {
        if (!(tokens[at].spaced || (at > 0 && tokens[at - 1].kind == passages::TokenKind::sign)) ||
            is_in_wrong_hands(tokens, at))
            continue;
        if (at > 0 && passages::match_at(tokens, at - 1, "-|/|_|+")) continue;
        if (at > 0 && tokens[at - 1].folded == "=" && !tokens[at].spaced) continue;    // of an address on the web
        auto end = passages::end_of_run(tokens, at);
        if (auto digits = seven_digits(passages::printed(text, tokens, {at, end}))) return digits;
        if (auto digits = digits_in_pieces(tokens, at)) return digits;
    }
    return {};
}

constexpr std::string_view registration_cues[] = {"identifik*", "registr*",   "ident", "cislo sluzby", "id sluzby",
                                                  "reg . c",    "c . sluzby", "id",    "rpss"};

std::optional<std::string> registration_by_cue(const passages::Sentence& sentence) {
    for (auto cue : registration_cues)
        for (auto found = passages::find(sentence.tokens, cue); found;
             found = passages::find(sentence.tokens, cue, found->last)) {
            auto last = std::min(found->last + 9, sentence.tokens.size());
            Tokens near(sentence.tokens.begin() + std::ptrdiff_t(found->last),
                        sentence.tokens.begin() + std::ptrdiff_t(last));
            if (passages::has(near, "projekt*")) continue;
            if (auto digits = registration_in(sentence.text, near, 0)) return digits;
        }
    return {};
}

bool counts_something_else(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && at - n < 4; --n)
        if (passages::has_any({tokens[n - 1]}, of_other_numbers)) return true;
    return false;
}

// "chráněné bydlení 2214478", "Evidováno pod 7730154 (registr poskytovatelů)", "SLUŽBA Č. 6655031"
std::optional<std::string> registration_beside(const passages::Sentence& sentence, const ServiceType& type) {
    auto& tokens = sentence.tokens;
    bool named = passages::has(tokens, "evidovan*|zapsan*|registr*|mpsv|cislo|cislem");
    for (auto& mention : short_mentions_in(tokens, {&type})) named = named || mention.type;
    if (!named) return {};
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        bool begins = tokens[at].spaced || (at > 0 && tokens[at - 1].folded == "(");
        if (!begins || counts_something_else(tokens, at) || is_in_wrong_hands(tokens, at)) continue;
        auto end = passages::end_of_run(tokens, at);
        if (end > at + 1) continue;
        if (auto digits = seven_digits(passages::printed(sentence.text, tokens, {at, end}))) return digits;
    }
    return {};
}

bool of_another_contract(const Tokens& tokens, std::size_t at) {
    static constexpr std::string_view others = "darovac*|najemni*|kupni*|pracovni*|poveren*|vzorov*";
    if (at > 0 && passages::match_at(tokens, at - 1, others)) return true;
    if (at > 0 && passages::match_at(tokens, at - 1, "nahrazuje|nahrazuji|rusi")) return true;
    for (auto n = at; n > 0 && at - n < 6; --n)    // "nahrazuje přílohu č. 1 smlouvy č. …"
        if (passages::match_at(tokens, n - 1, "nahrazuje|nahrazuji")) return true;
    return passages::match_at(tokens, at + 1, others) ||
           passages::match_at(tokens, at + 1, "o najmu|pronajmu|dilo|vypujcce|zapujcce|praci");
}

// OLP/0412/2025, S-3305/SOC/2024, 01187/2024/SOC; bare digits only where "č." stands before.
bool looks_like_contract(std::string_view run, bool numbered) {
    auto digits = std::ranges::count_if(run, [](char sign) { return sign >= '0' && sign <= '9'; });
    auto letters = std::ranges::count_if(run, [](char sign) { return (sign | 32) >= 'a' && (sign | 32) <= 'z'; });
    auto joints = std::ranges::count_if(run, [](char sign) { return sign == '/' || sign == '-' || sign == '_'; });
    if (digits < 2 || run.size() < 4 || run.starts_with("CZ.") || run.find('@') != run.npos) return false;
    if (numbered) return true;
    return run.size() >= 6 && joints > 0 && (letters > 0 || joints > 1);
}

// "KK 01744/2025", "D/0631/2025/SOC": a contract's number may begin with letters and a blank.
std::size_t end_of_contract(const Tokens& tokens, std::size_t at) {
    auto end = passages::end_of_run(tokens, at);
    bool letters = end == at + 1 && tokens[at].kind == passages::TokenKind::word && tokens[at].capital &&
                   tokens[at].folded.size() <= 4 && !passages::match_at(tokens, at, "c|cj|ev|ze|na");
    bool number = letters && end + 2 < tokens.size() && tokens[end].kind == passages::TokenKind::number &&
                  tokens[end].folded.size() >= 3 && passages::match_at(tokens, end + 1, "/|-") &&
                  !tokens[end + 1].spaced && !tokens[end + 2].spaced;
    return number ? passages::end_of_run(tokens, end) : end;
}

// "JMKO77O29/25": letters between digits, as a scanner reads them.
std::string with_digits_meant(std::string run) {
    auto digit = [&](std::size_t n) { return n < run.size() && run[n] >= '0' && run[n] <= '9'; };
    auto taken = [&](std::size_t n) { return passages::digit_meant(run[n]) != run[n]; };
    bool scanned = false;
    for (std::size_t n = 1; n < run.size(); ++n) scanned = scanned || (taken(n) && digit(n - 1) && digit(n + 1));
    for (std::size_t n = 1; scanned && n < run.size(); ++n)
        if (taken(n) && (digit(n - 1) || digit(n + 1))) run[n] = passages::digit_meant(run[n]);
    return run;
}

// Of a town, a ministry, a fund; the contract of a service is the one with the region.
bool of_another_payer(const Tokens& tokens, std::size_t at, std::size_t next) {
    bool region = false, other = false;
    for (auto n = at > 10 ? at - 10 : 0; n < next; ++n) {
        if (tokens[n].folded == ";" || tokens[n].folded == ".") region = region && n > at, other = other && n > at;
        region = region || passages::match_at(tokens, n, "kraj*|objednatel*|jmk|khk");
        other = other || passages::match_at(tokens, n, "mesto|mestem|mesta|obec|obci|ministerstv*|mpsv|nadac*");
    }
    return other && !region;
}

// "podle smlouvy 1234/2025", "smlouvou FO02793.0041": right behind the word.
bool is_number_of_paper(std::string_view run) {
    auto digits = std::ranges::count_if(run, [](char sign) { return sign >= '0' && sign <= '9'; });
    bool letter = !run.empty() && run[0] >= 'A' && run[0] <= 'Z';
    return run.find("/20") != run.npos || (letter && digits >= 4);
}

// "smlouvy č. 23/SOC/0418", "číslo smlouvy s krajem na obě služby: 01187/2024/SOC", "smlouva S-3305/SOC/2024"
std::optional<std::string> contract_in(const std::string& text, const Tokens& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "smlouv*|dotac*") || of_another_contract(tokens, at)) continue;
        bool numbered = at > 0 && (passages::match_at(tokens, at - 1, "cislo|cislem") || tokens[at - 1].folded == ".");
        numbered = numbered && passages::match_at(tokens, at, "smlouv*");
        for (auto next = at + 1; next < tokens.size() && next < at + 24; ++next) {
            if (passages::match_at(tokens, next, "c|cislo|cislem|cj|sp|:|ev")) numbered = true;
            if (passages::match_at(tokens, next, "kc|smlouv*|ico|ic|identifik*|registr*")) break;
            if (!(tokens[next].spaced || tokens[next - 1].kind == passages::TokenKind::sign)) continue;
            if (!tokens[next].spaced && passages::match_at(tokens, next - 1, "/|-|.|_")) continue;
            auto end = end_of_contract(tokens, next);
            auto run = passages::printed(text, tokens, {next, end});
            bool near = numbered && passages::match_at(tokens, next - 1, ".|:|c|cislo|cislem|-|=|\"|(");
            bool beside = next == at + 1 && is_number_of_paper(run);
            if (!looks_like_contract(run, near || beside) || passages::match_at(tokens, end, ". #|kc|sb")) continue;
            if (of_another_payer(tokens, at, next)) break;
            return with_digits_meant(run);
        }
    }
    return {};
}

bool of_another_thing(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"nejsou",   "neni",       "nehrad*",   "katalog*",
                                                 "auto",     "automobil*", "publikac*", "minul*",
                                                 "skoncil*", "ukoncen*",   "predchoz*"};
    return passages::has_any(tokens, words);
}

// CZ.03.02.01/00/22_003/0001885, read by a scanner too.
std::optional<std::string> project_no_in(const std::string& text, const Tokens& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "cz .")) continue;
        auto run = passages::printed(text, tokens, {at, passages::end_of_run(tokens, at)});
        if (run.size() < 20) continue;
        for (std::size_t n = 2; n < run.size(); ++n) run[n] = passages::digit_meant(run[n]);
        return run;
    }
    return {};
}

template <class Find>
std::optional<FoundText> first_in(const std::vector<const Passage*>& passages, Find find) {
    for (auto passage : passages)
        if (auto text = find(*passage)) return FoundText{*text, passage->at};
    return {};
}

// "… kraje, který nás financuje (JMK085512/25/OSV)"
std::optional<std::string> contract_of_payer(const std::string& text) {
    for (auto& sentence : passages::sentences_of(text)) {
        auto& tokens = sentence.tokens;
        bool pays =
            passages::has(tokens, "financuje*|plati|hradi|podporuje|prispiva|dotuje") && passages::has(tokens, "kraj*");
        for (std::size_t at = 2; at < tokens.size(); ++at) {
            bool led = pays && passages::match_at(tokens, at - 1, "(|:").has_value();
            bool beside =
                passages::match_at(tokens, at - 2, "kraj ,").has_value();    // "Středočeský kraj, S-4102/SOC/2025"
            if (!led && !beside) continue;
            auto end = end_of_contract(tokens, at);
            auto run = passages::printed(sentence.text, tokens, {at, end});
            if (run.size() >= 8 && looks_like_contract(run, false) && !passages::match_at(tokens, end, "kc"))
                return with_digits_meant(run);
        }
    }
    return {};
}

std::optional<std::string> contract_of(const Passage& passage) {
    if (passage.field == contract_field && !(passage.label.empty() && passage.column_name.empty())) {
        auto text = passage.label + " " + passage.text;
        if (auto found = contract_in(text, passages::tokens_of(text))) return found;
        for (std::size_t at = 0; at < passage.tokens.size(); ++at) {
            auto run = passages::printed(passage.text, passage.tokens, {at, passages::end_of_run(passage.tokens, at)});
            if (passage.tokens[at].spaced && looks_like_contract(run, false)) return run;
        }
    }
    if (auto found = contract_in(passage.text, passage.tokens)) return found;
    return contract_of_payer(passage.text);
}

std::optional<std::string> project_of(const Passage& passage) {
    for (auto& sentence : passages::sentences_of(passage.text))
        if (!of_another_thing(sentence.tokens))
            if (auto number = project_no_in(sentence.text, sentence.tokens)) return number;
    return {};
}

}

std::optional<FoundText> find_registration_id(const ServicePart& part) {
    auto labelled = first_in(part.passages, [](const Passage& passage) -> std::optional<std::string> {
        if (passage.field != registration_field || passage.heading()) return {};
        return registration_in(passage.text, passage.tokens, 0);
    });
    if (labelled) return labelled;
    auto told = first_in(part.passages, [](const Passage& passage) -> std::optional<std::string> {
        for (auto& sentence : passages::sentences_of(passage.text))
            if (auto digits = registration_by_cue(sentence)) return digits;
        return {};
    });
    if (told) return told;
    return first_in(part.passages, [&](const Passage& passage) -> std::optional<std::string> {
        for (auto& sentence : passages::sentences_of(passage.text))
            if (auto digits = registration_beside(sentence, *part.type)) return digits;
        return {};
    });
}

std::optional<FoundText> find_contract_no(const ServicePart& part) {
    if (auto own = first_in(part.passages, contract_of)) return own;
    return first_in(part.common, contract_of);
}

namespace {

// 5032/2025; 06/2025 is a month.
bool is_counted_by_year(std::string_view run) {
    auto slash = run.find("/20");
    return slash >= 3 && slash != run.npos && run.size() == slash + 5 &&
           run.find_first_not_of("0123456789/") == run.npos;
}

}

std::vector<NumberTold> numbers_told_in(const Passage& passage) {
    std::vector<NumberTold> told;
    for (auto& sentence : passages::sentences_of(passage.text)) {
        bool registers = passage.field == registration_field ||
                         passages::has(sentence.tokens, "registr*|registrac*|reg|identif*|ident|id|rpss");
        bool contracts =
            (passage.field == contract_field || passages::has(sentence.tokens, "smlouv*")) && !denies(sentence.tokens);
        auto& tokens = sentence.tokens;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            bool begins = tokens[at].spaced || (at > 0 && passages::match_at(tokens, at - 1, "(|:"));
            if (!begins || is_in_wrong_hands(tokens, at)) continue;
            auto run = passages::printed(sentence.text, tokens, {at, end_of_contract(tokens, at)});
            if (auto digits = registers ? seven_digits(run) : std::nullopt)
                told.push_back({*digits, sentence, at, false});
            else if (contracts && (looks_like_contract(run, false) || is_counted_by_year(run)) &&
                     !of_another_payer(tokens, at, at + 1)) {
                told.push_back({with_digits_meant(run), sentence, at, true});
                at = end_of_contract(tokens, at) - 1;
            }
        }
    }
    return told;
}

std::optional<FoundText> find_project_no(const ServicePart& part) {
    if (auto own = first_in(part.passages, project_of)) return own;
    return first_in(part.before, project_of);
}

}
