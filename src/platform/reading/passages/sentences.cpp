// Cuts where a stop stands before a capital or the end.
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace passages {

namespace {

constexpr std::string_view abbreviations[] = {
    "c",   "cp",   "tel",  "mob",  "ul",   "nam",  "tr",  "mgr",  "bc",  "ing",  "phdr", "mudr", "judr",
    "doc", "prof", "tzv",  "tj",   "resp", "napr", "kap", "st",   "sv",  "reg",  "rev",  "et",   "dis",
    "ph",  "hod",  "odst", "pism", "cca",  "mil",  "tis", "zast", "tzn", "popr", "prip"};

bool ends_sentence(const Tokens& tokens, std::size_t at) {
    auto& token = tokens[at];
    if (token.folded == "!" || token.folded == "?") return true;
    if (token.folded != ".") return false;
    if (at + 1 == tokens.size()) return true;
    auto& next = tokens[at + 1];
    if (!next.spaced || !(next.capital || next.folded == "\"")) return false;
    if (at == 0) return false;
    auto& before = tokens[at - 1];
    if (before.kind == TokenKind::word && before.folded.size() == 1) return false;
    if (before.kind == TokenKind::number)
        return before.folded.size() >= 4 ||
               (at > 1 && tokens[at - 2].kind == TokenKind::sign && tokens[at - 2].folded != ".");
    return std::ranges::count(abbreviations, before.folded) == 0;
}

}

std::vector<Sentence> sentences_of(std::string_view text) {
    auto tokens = tokens_of(text);
    std::vector<Sentence> sentences;
    std::size_t first = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!ends_sentence(tokens, at) && at + 1 < tokens.size()) continue;
        auto& sentence = sentences.emplace_back();
        sentence.text = printed(text, tokens, {first, at + 1});
        sentence.tokens = tokens_of(sentence.text);
        first = at + 1;
    }
    return sentences;
}

}
