// A light Czech stemmer for accent-free words, after the idea of Dolamic and Savoy (2009), with palatalisation,
// fleeting e and the commonest misspellings (i/y, doubled letters) evened out.
#include "platform/search/stem.hpp"

#include <algorithm>
#include <utility>

namespace search {

namespace {

using namespace std::literals;

// Words whose stem changes inside: no ending explains dítě – děti or člověk – lidé.
constexpr std::pair<std::string_view, std::string_view> irregular[] = {
    {"dite", "dit"},    {"ditete", "dit"},   {"diteti", "dit"},   {"ditetem", "dit"},   {"deti", "dit"},
    {"detem", "dit"},   {"detmi", "dit"},    {"detech", "dit"},   {"detsky", "dit"},    {"detska", "dit"},
    {"detske", "dit"},  {"detskych", "dit"}, {"detskeho", "dit"}, {"detskou", "dit"},   {"lide", "clovek"},
    {"lidi", "clovek"}, {"lidem", "clovek"}, {"lidmi", "clovek"}, {"lidech", "clovek"}, {"dum", "dum"},
    {"domu", "dum"},    {"dome", "dum"},     {"domem", "dum"},    {"domy", "dum"},      {"domum", "dum"},
    {"domech", "dum"}};

constexpr std::string_view endings[] = {
    "a",   "e",   "i",    "o",    "u",    "y",     "ou",   "um",   "em",    "im",    "am",    "ym",    "ho",
    "mu",  "mi",  "ej",   "ie",   "ii",   "iu",    "us",   "ich",  "iho",   "eho",   "emi",   "imi",   "imu",
    "ych", "ymi", "ech",  "ach",  "ama",  "ami",   "ove",  "ovi",  "emu",   "ymu",   "iim",   "ata",   "aty",
    "ete", "eti", "atum", "etem", "etim", "atech", "iemi", "iich", "ovych", "ovymi", "ovemu", "oveho", "ovou"};

// Longest first; they meet words whose i and k are already evened out.
constexpr std::string_view derivations[] = {"eutik", "enstv", "istik", "ovak", "ovan", "eut", "ovn", "stv", "ost",
                                            "ism",   "an",    "en",    "at",   "et",   "ik",  "sk",  "n"};

bool vowel(char letter) { return "aeiouy"sv.find(letter) != std::string_view::npos; }

void palatalise(std::string& word) {
    if (word.size() < 4) return;
    if (word.ends_with("ct") || word.ends_with("cn")) word.replace(word.size() - 2, 1, "k");
    if (word.ends_with("kt")) word.back() = 'k';
    if (word.ends_with("ck")) word.erase(word.size() - 2, 1);
    if (word.back() == 'c') word.back() = 'k';
    if (word.back() == 'z') word.back() = 'h';
}

bool fleeting(std::string_view word) {
    auto size = word.size();
    return size >= 5 && word[size - 2] == 'e' && "bcknr"sv.find(word.back()) != std::string_view::npos &&
           !vowel(word[size - 3]);
}

// The mistakes people make most: y for i, one letter for two, th for t.
void even_out(std::string& word) {
    std::ranges::replace(word, 'y', 'i');
    std::ranges::replace(word, 'w', 'v');
    auto once = word;
    once.erase(std::unique(once.begin(), once.end()), once.end());
    if (once.size() > 2) word = std::move(once);    // „aaaa“ is no „a“
    for (auto at = word.find("th"); at != std::string::npos; at = word.find("th")) word.erase(at + 1, 1);
}

std::string finished(std::string word) {
    if (word.size() > 5 && word.ends_with("ov")) word.resize(word.size() - 2);
    palatalise(word);
    even_out(word);
    return word;
}

bool plain_letters(std::string_view word) {
    return std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

std::size_t ending(std::string_view word) {
    std::size_t longest = 0;
    for (auto each : endings)
        if (each.size() > longest && word.size() >= each.size() + 3 && word.ends_with(each)) longest = each.size();
    return longest;
}

}

std::vector<std::string> stems(std::string_view folded) {
    if (!plain_letters(folded)) return {std::string{folded}};
    for (auto& [form, stem] : irregular)
        if (form == folded) return {std::string{stem}};
    std::string word{folded.substr(0, folded.size() - ending(folded))};
    std::vector<std::string> all{finished(word)};
    if (word.size() == folded.size() && fleeting(word)) {
        word.erase(word.size() - 2, 1);
        all.push_back(finished(word));
    }
    return all;
}

std::string root(std::string_view stem) {
    std::string word{stem};
    if (!plain_letters(stem)) return word;
    if (stem.ends_with("ism") && stem.size() < 7) return word.replace(word.size() - 1, 1, "t");
    if (stem.ends_with("telk")) word.pop_back();
    for (auto each : derivations) {
        if (!stem.ends_with(each) || stem.size() < each.size() + 4) continue;
        if (each == "n" && vowel(stem[stem.size() - 2])) continue;
        word.resize(word.size() - each.size());
        break;
    }
    if (fleeting(word)) word.erase(word.size() - 2, 1);
    return finished(word);
}

}
