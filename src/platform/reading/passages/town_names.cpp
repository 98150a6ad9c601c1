// Names of towns in whatever case, and their nominatives.
#include "platform/reading/passages/addresses.hpp"
#include "platform/reading/passages/pattern_rows.hpp"
#include "platform/search/fold.hpp"

#include <map>
#include <optional>

namespace passages {

namespace {

// Between the parts of one name: Ústí nad Labem, Kostelec u Křížků.
constexpr std::string_view joints_of_towns = "nad|pod|u|na|v|ve|pri|za";

// Without the ending of its case, and with the changes that endings bring: Praze and Praha, Hradci and Hradec.
std::string stem_of(std::string_view word) {
    auto stem = search::fold(word);
    static constexpr std::string_view endings[] = {"ich", "ech", "ach", "emi", "ami", "eho", "emu",
                                                   "ych", "ymi", "em",  "um",  "ou",  "im",  "ym",
                                                   "am",  "a",   "e",   "i",   "o",   "u",   "y"};
    for (auto ending : endings)
        if (stem.size() >= ending.size() + 3 && stem.ends_with(ending)) {
            stem.resize(stem.size() - ending.size());
            break;
        }
    auto vowel = [](char letter) { return std::string_view{"aeiouy"}.find(letter) != std::string_view::npos; };
    if (stem.size() >= 4 && stem[stem.size() - 2] == 'e' && !vowel(stem.back()) && !vowel(stem[stem.size() - 3]))
        stem.erase(stem.size() - 2, 1);
    if (stem.back() == 'h' || stem.back() == 'g') stem.back() = 'z';
    if (stem.back() == 'k') stem.back() = 'c';
    return stem;
}

// Of all words of a name; what stands between its parts has no cases.
std::string stems_of(std::string_view name) {
    std::string stems;
    auto tokens = tokens_of(name);
    for (auto& token : tokens) {
        bool joint = match_at(tokens, std::size_t(&token - tokens.data()), joints_of_towns).has_value();
        stems += joint || token.kind != TokenKind::word ? token.folded : stem_of(token.folded);
        stems += ' ';
    }
    return stems;
}

struct Ending {
    std::string_view from, to;
};

constexpr Ending endings[] = {{"icích", "ice"}, {"ici", "ice"},  {"ově", "ov"},   {"ích", "e"},   {"ouce", "ouc"},
                              {"ách", "y"},     {"ech", "y"},    {"ni", "ň"},     {"ské", "ská"}, {"sku", "sko"},
                              {"cka", "cko"},   {"cku", "cko"},  {"ska", "sko"},  {"ova", "ov"},  {"ína", "ín"},
                              {"ic", "ice"},    {"čan", "čany"}, {"enou", "ená"}, {"ého", "é"}};

using Towns = std::map<std::string, std::vector<std::string_view>, std::less<>>;

const Towns& towns_by_stems() {
    static const auto towns = [] {
        Towns all;
        for (auto name : patterns("towns")) all[stems_of(name)].push_back(name);
        return all;
    }();
    return towns;
}

// Pečky and Pecka have one stem: as it is printed, then "Pečkách" a plural, else the first.
std::optional<std::string_view> town_of(std::string_view folded, const std::string& stems) {
    auto found = towns_by_stems().find(stems);
    if (found == towns_by_stems().end()) return {};
    for (auto name : found->second)
        if (search::fold(name) == folded) return name;
    bool plural = folded.ends_with("ach") || folded.ends_with("ech") || folded.ends_with("ich");
    for (auto name : found->second)
        if (bool ends = name.ends_with("y") || name.ends_with("e"); ends == plural) return name;
    return found->second.front();
}

}

namespace {

// "Chrudimi", "Kuřimi": a town's name with an ending behind its last letter.
std::optional<std::string_view> town_before_ending(std::string_view folded) {
    if (folded.size() < 5 || std::string_view{"eiu"}.find(folded.back()) == folded.npos) return {};
    folded.remove_suffix(1);
    for (auto name : patterns("towns"))
        if (search::fold(name) == folded) return name;
    return {};
}

}

bool is_town(std::string_view name) { return towns_by_stems().contains(stems_of(name)); }

std::string in_nominative(std::string_view inflected, const std::vector<std::string>& known) {
    auto folded = search::fold(inflected);
    auto stems = stems_of(inflected);
    for (auto& name : known)
        if (search::fold(name) == folded) return std::string{inflected};
    if (auto town = town_of(folded, stems)) return std::string{*town};
    if (auto town = town_before_ending(folded)) return std::string{*town};
    if (auto scanned = folded.find("rn"); scanned != folded.npos) {    // "Týnec nad Labern"
        auto meant = folded;
        meant.replace(scanned, 2, "m");
        if (auto town = town_of(meant, stems_of(meant))) return std::string{*town};
    }
    const std::string* best = nullptr;
    for (auto& name : known)
        if (stems_of(name) == stems && (!best || name.size() < best->size())) best = &name;
    if (best) return *best;
    auto words = tokens_of(inflected);    // "Lom u Tachova": what stands behind has its case anyway
    bool has_joint = words.size() > 2 && match_at(words, words.size() - 2, joints_of_towns);
    if (has_joint && words.size() == 3) {    // "Boru u Vimperka"
        auto head = printed(inflected, words, {0, 1});
        if (auto town = town_of(words[0].folded, stems_of(head)))
            return std::string{*town} + std::string{inflected.substr(words[0].end)};
    }
    if (words.size() == 2 && words[0].folded.ends_with("ho")) {    // "Dolního Rychnova"
        auto first = printed(inflected, words, {0, 1});
        auto noun = in_nominative(printed(inflected, words, {1, 2}), known);
        if (first.ends_with("\u00EDho")) return first.substr(0, first.size() - 2) + " " + noun;
        if (first.ends_with("\u00E9ho")) return first.substr(0, first.size() - 4) + "\u00FD " + noun;
    }
    for (auto& ending : endings)
        if (!has_joint && inflected.size() > ending.from.size() + 2 && inflected.ends_with(ending.from))
            return std::string{inflected.substr(0, inflected.size() - ending.from.size())} + std::string{ending.to};
    return std::string{inflected};
}

}
