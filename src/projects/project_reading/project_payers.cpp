// Knows payers by their names in any case.
#include "projects/project_reading/project_payers.hpp"

#include "platform/reading/passages/addresses.hpp"
#include "platform/reading/passages/money_words.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Span;
using passages::TokenKind;
using passages::Tokens;

struct SourceName {
    std::string_view pattern, name;
};

constexpr SourceName source_names[] = {
    {"evropsk* socialni* fond* plus|+", "Evropský sociální fond plus"},
    {"esf plus|+", "Evropský sociální fond plus"},
    {"evropsk* socialni* fond*", "Evropský sociální fond"},
    {"esf", "Evropský sociální fond"},
    {"evropsk* fond* ?pro regionalni* rozvoj*", "Evropský fond pro regionální rozvoj"},
    {"efrr|erdf", "Evropský fond pro regionální rozvoj"},
    {"fond* soudrznosti", "Fond soudržnosti"},
    {"fond* pro spravedlivou transformaci", "Fond pro spravedlivou transformaci"},
    {"efs plus|+", "Evropský sociální fond plus"},
    {"esfplus", "Evropský sociální fond plus"},
    {"statni* rozpoc*", "státní rozpočet"},
    {"fond* solidarity ?eu", "Fond solidarity"},
    {"just transition fund*", "Fond pro spravedlivou transformaci"},
    {"norsk* fond*", "Norské fondy"},
    {"fond* ehp", "Fondy EHP"},
    {"narodni* plan* obnovy", "Národní plán obnovy"},
    {"vlastni* zdroj* prijemce|zadatele", "vlastní zdroje příjemce"},
    {"vlastni* prostredk*", "vlastní prostředky"},
    {"vlastni* zdroj*|podil*|spoluucast*", "vlastní zdroje"},
    {"prispevek unie", "příspěvek Unie"},
    {"nastroj* ?pro|na oziveni|obnovu a odolnost*", "Nástroj pro oživení a odolnost"},
    {"statni* fond* zivotniho prostredi", "Státní fond životního prostředí"},
    {"statni* fond* podpory investic", "Státní fond podpory investic"},
    {"statni* fond* rozvoje bydleni", "Státní fond rozvoje bydlení"},
    {"fond* pro azyl* , migrac* a integrac*", "Azylový, migrační a integrační fond"},
    {"azylov* , migracni* a integracni* fond*", "Azylový, migrační a integrační fond"},
    {"modernizacni* fond*", "Modernizační fond"},
    {"svycarsk* fond*", "Švýcarské fondy"},
    {"sbirk* a dary", "sbírky a dary"},
    {"fond* evropske pomoci nejchudsim osobam", "Fond evropské pomoci nejchudším osobám"},
};

constexpr SourceName ministries[] = {
    {"prace a socialnich veci", "Ministerstvo práce a sociálních věcí"},
    {"zdravotnictvi", "Ministerstvo zdravotnictví"},
    {"skolstvi ?, ?mladeze ?a ?telovychovy", "Ministerstvo školství, mládeže a tělovýchovy"},
    {"pro mistni rozvoj", "Ministerstvo pro místní rozvoj"},
    {"vnitra", "Ministerstvo vnitra"},
    {"spravedlnosti", "Ministerstvo spravedlnosti"},
    {"financi", "Ministerstvo financí"},
    {"kultury", "Ministerstvo kultury"},
    {"zivotniho prostredi", "Ministerstvo životního prostředí"},
    {"zemedelstvi", "Ministerstvo zemědělství"},
    {"prumyslu a obchodu", "Ministerstvo průmyslu a obchodu"},
};

std::size_t past_capitals(const Tokens& tokens, std::size_t at, std::size_t words_max) {
    auto end = at;
    while (end < tokens.size() && end < at + words_max && tokens[end].kind == TokenKind::word &&
           (tokens[end].capital || (end > at && passages::match_at(tokens, end, "nad|pod|u|v|ve") &&
                                    end + 1 < tokens.size() && tokens[end + 1].capital)))
        ++end;
    return end;
}

// The first words of all those names as one pattern: most words of a text begin none.
const std::string& words_that_open_funds() {
    static const auto words = [] {
        std::string joined;
        for (auto& source : source_names)
            joined += (joined.empty() ? "" : "|") + std::string{source.pattern.substr(0, source.pattern.find(' '))};
        return joined;
    }();
    return words;
}

std::optional<PayerFound> fund_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    std::optional<PayerFound> best;
    if (!passages::match_at(tokens, at, words_that_open_funds())) return best;
    for (auto& source : source_names)
        if (auto words = passages::match_at(tokens, at, source.pattern);
            words && (!best || words->last > best->tokens.last))
            best = PayerFound{std::string{source.name}, *words, !source.name.starts_with("vlastní")};
    if (!best || best->strong) return best;
    auto owner = passages::match_at(
        tokens, best->tokens.last,
        "mesta|kraje|obce|prijemce|zadatele|organizace|spolku|nemocnice|mas|charity|ustavu|statutarniho|oblastni");
    auto end = owner ? past_capitals(tokens, owner->last, 3) : best->tokens.last;
    if (!owner) {    // „vlastní zdroje Olomouckého kraje“
        end = past_capitals(tokens, end, 3);
        if (end > best->tokens.last && passages::match_at(tokens, end, "kraje")) ++end;
    }
    if (end > best->tokens.last)
        best->name += ' ' + passages::printed(text, tokens, {best->tokens.last, end}), best->tokens.last = end;
    return best;
}

// "z rozpočtu Libereckého kraje", "rozpočet města Mostu"
std::optional<PayerFound> budget_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    if (!passages::match_at(tokens, at, "rozpoc*")) return {};
    auto end = at + 1;
    while (
        end < tokens.size() && tokens[end].kind == TokenKind::word && end - at < 6 &&
        (tokens[end].capital ||
         passages::match_at(
             tokens, end,
             "kraje|kraj|mesta|obce|obci|mestysu|nad|pod|hlavniho|statutarniho|mestske|casti|spolku|organizace|prijemce")))
        ++end;
    if (end == at + 1) return {};
    return PayerFound{"rozpočet " + passages::printed(text, tokens, {at + 1, end}), {at, end}, false};
}

// "z obecního rozpočtu", "krajský rozpočet"
std::optional<PayerFound> local_budget_at(const Tokens& tokens, std::size_t at) {
    static constexpr SourceName budgets[] = {{"obecni* rozpoc*", "obecní rozpočet"},
                                             {"krajsk* rozpoc*", "krajský rozpočet"},
                                             {"mestsk* rozpoc*", "městský rozpočet"}};
    for (auto& budget : budgets)
        if (auto words = passages::match_at(tokens, at, budget.pattern))
            return PayerFound{std::string{budget.name}, *words, false};
    return {};
}

// "Ministerstvo práce a sociálních věcí", "MPSV"
std::optional<PayerFound> ministry_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    if (passages::match_at(tokens, at, "mpsv|mmr|msmt") ||
        (passages::match_at(tokens, at, "mz|mv|mf") && tokens[at].capital &&
         passages::match_at(tokens, at + 1, "cr|(|%|,|a")))
        return PayerFound{passages::printed(text, tokens, {at, at + 1}), {at, at + 1}, false};
    auto word = passages::match_at(tokens, at, "ministerstv*|mini");
    if (!word) return {};
    for (auto& ministry : ministries)
        if (auto words = passages::match_at(tokens, at + 1, ministry.pattern))
            return PayerFound{std::string{ministry.name}, {at, words->last}, false};
    return {};
}

struct LocalWord {
    std::string_view pattern, nominative;
};

constexpr LocalWord local_words[] = {{"statutarni* mesto|mesta|mestem", "statutární město"},
                                     {"hlavni* mesto|mesta|mestem", "hlavní město"},
                                     {"mesto|mesta|mestem|mestu", "město"},
                                     {"obec|obci", "obec"},
                                     {"obce", "obce"},
                                     {"mestys|mestyse|mestysem", "městys"},
                                     {"mestska|mestske|mestskou cast|casti", "městská část"}};

// "město Třebíč", "obce Vizovice a Lípa"
std::optional<PayerFound> town_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    for (auto& local : local_words) {
        auto word = passages::match_at(tokens, at, local.pattern);
        if (!word) continue;
        auto end = past_capitals(tokens, word->last, 4);
        if (local.nominative == "obce" && passages::match_at(tokens, end, "a") &&
            past_capitals(tokens, end + 1, 3) > end + 1)
            end = past_capitals(tokens, end + 1, 3);
        if (end == word->last) return PayerFound{std::string{local.nominative}, *word, false};
        return PayerFound{
            std::string{local.nominative} + ' ' + passages::printed(text, tokens, {word->last, end}), {at, end}, false};
    }
    return {};
}

// "Nadace Via", "Nadační fond Albert", "Výbor dobré vůle"
std::optional<PayerFound> foundation_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto word = passages::match_at(tokens, at, "nadacni* fond*");
    auto head = word ? "Nadační fond" : "Nadace";
    if (!word) word = passages::match_at(tokens, at, "nadac*");
    if (!word) return {};
    auto end = past_capitals(tokens, word->last, 4);
    if (end == word->last) return {};
    return PayerFound{std::string{head} + ' ' + passages::printed(text, tokens, {word->last, end}), {at, end}, false};
}

std::optional<PayerFound> local_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    if (auto foundation = foundation_at(text, tokens, at)) return foundation;
    if (auto region = passages::region_at(tokens, at)) return PayerFound{region->name, region->tokens, false};
    if (auto town = town_at(text, tokens, at)) return town;
    if (passages::match_at(tokens, at, "kraj|kraje|krajem|kraji") && !(at > 0 && tokens[at - 1].capital))
        return PayerFound{"kraj", {at, at + 1}, false};
    if (passages::match_at(tokens, at, "stat|statu|statem")) return PayerFound{"státní rozpočet", {at, at + 1}, false};
    if (auto gifts = passages::match_at(tokens, at, "dary|daru|darcu|darci")) return PayerFound{"dary", *gifts, false};
    return {};
}

bool has_share_beside(const Tokens& tokens, Span span) {
    auto behind = passages::match_at(tokens, span.last, "?(|:|- ?je|cini|castkou # ?,|. ?# %|procent*|kc");
    if (behind) return true;
    Tokens after(tokens.begin() + std::ptrdiff_t(span.last),
                 tokens.begin() + std::ptrdiff_t(std::min(span.last + 9, tokens.size())));
    auto amounts = passages::amounts_in(after);
    if (!amounts.empty() && amounts.front().tokens.first <= 1) return true;
    auto first = span.first;    // "5 % město", "z 5 % Karlovarský kraj"
    return first > 0 && passages::match_at(tokens, first - 1, "%|procent*|procenty").has_value();
}

// Behind a comma, an „a“, a preposition or a word for paying.
bool stands_like_payer(const Tokens& tokens, std::size_t at) {
    if (at == 0) return true;
    return passages::match_at(
               tokens, at - 1,
               "a|i|,|;|z|ze|od|)|pridava|prida|pridal*|spoluucast*|podil|podilem|prispevek|prispevkem|prispiva|prispeje|prispel*|doplaci|doplati|hradi|plati|dorovna|poskytne|poskytl*|podporuje|podporuji|podporily|zbytek|nese|dava|daji|dal|dala|podporil*|uhradi|zaplati|vcetne|-|:|prispely|take|jeste|dale|podpory|dotace|grant|grantu|zdroju|prostredku|penez|tez")
        .has_value();
}

}

bool has_money_behind(const Tokens& tokens, std::size_t at) {
    Tokens own(tokens.begin() + std::ptrdiff_t(at), tokens.end());
    return passages::has(own, "%|procent*|procenty|kc|czk|korun*|milion*");
}

std::optional<PayerFound> payer_at(std::string_view text, const Tokens& tokens, std::size_t at, bool local) {
    if (auto fund = fund_at(text, tokens, at)) return fund;
    if (auto budget = budget_at(text, tokens, at)) return budget;
    if (auto budget = local_budget_at(tokens, at)) return budget;
    if (auto ministry = ministry_at(text, tokens, at)) return ministry;
    if (auto united = passages::match_at(tokens, at, "evropsk* uni*"))
        return PayerFound{"Evropská unie", *united, false};
    if (passages::match_at(tokens, at, "eu") && tokens[at].capital)
        return PayerFound{"Evropská unie", {at, at + 1}, false};
    if (passages::match_at(tokens, at, "sr") && tokens[at].capital)
        return PayerFound{"státní rozpočet", {at, at + 1}, true};
    return local ? local_at(text, tokens, at) : std::nullopt;
}

std::vector<PayerFound> payers_in(std::string_view text, const Tokens& tokens) {
    std::vector<PayerFound> all;
    bool sure = false;
    for (std::size_t at = 0; at < tokens.size();) {
        auto payer = payer_at(text, tokens, at, true);
        if (!payer) {
            ++at;
            continue;
        }
        at = payer->tokens.last, all.push_back(std::move(*payer));
        sure = sure || payer_at(text, tokens, all.back().tokens.first, false).has_value() ||
               has_share_beside(tokens, all.back().tokens) || all.back().name.starts_with("Nada");
    }
    std::erase_if(all, [&](auto& payer) {
        if (payer.strong || payer_at(text, tokens, payer.tokens.first, false)) return false;
        bool share = has_share_beside(tokens, payer.tokens);
        bool state = passages::match_at(tokens, payer.tokens.first, "stat|dary|daru").has_value();
        return !share && (!sure || !stands_like_payer(tokens, payer.tokens.first) ||
                          (state && !passages::match_at(tokens, payer.tokens.first - 1, "zbytek|od|z|ze|,|a")));
    });
    return all;
}

}
