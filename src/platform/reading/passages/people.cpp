// Recognises people by titles and capitals.
#include "platform/reading/passages/people.hpp"

namespace passages {

namespace {

constexpr std::string_view titles_before =
    "mgr|bc|ing|phdr|mudr|judr|rndr|doc|prof|paeddr|mga|thlic|mvdr|arch|dr|thdr|pharmdr|et|mddr|icdr";
constexpr std::string_view titles_behind[] = {"ph . d ?.", "phd ?.",    "csc ?.",  "dis ?.", "mba", "mpa",
                                              "ll . m ?.", "th . d ?.", "drsc ?.", "msc ?.", "mha", "ma"};

std::size_t past_titles(const Tokens& tokens, std::size_t at) {
    while (match_at(tokens, at, titles_before)) {
        ++at;
        if (at < tokens.size() && tokens[at].folded == ".") ++at;
        if (at < tokens.size() && tokens[at].folded == ",") ++at;
    }
    return at;
}

std::size_t past_titles_behind(const Tokens& tokens, std::size_t at) {
    for (;;) {
        auto next = at;
        if (next < tokens.size() && tokens[next].folded == ",") ++next;
        std::optional<Span> found;
        for (auto title : titles_behind)
            if (auto words = match_at(tokens, next, title)) found = found && found->last > words->last ? found : words;
        if (!found) return at;
        at = found->last;
    }
}

}

std::optional<NamedPerson> person_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto begin = past_titles(tokens, at);
    auto end = begin;
    std::size_t words = 0;
    while (end < tokens.size() && words < 4) {
        bool word = tokens[end].kind == TokenKind::word && tokens[end].capital && tokens[end].folded.size() > 1;
        if (!word || (words > 0 && !tokens[end].spaced)) break;
        ++end, ++words;
        if (end + 1 < tokens.size() && tokens[end].folded == "-" && !tokens[end].spaced && tokens[end + 1].capital)
            end += 2;
    }
    bool initial = words == 0 && begin + 2 < tokens.size() && tokens[begin].capital &&
                   tokens[begin].folded.size() == 1 && tokens[begin + 1].folded == "." && tokens[begin + 2].capital;
    if (initial) end = begin + 3, words = 2;
    if (words < 2) return {};
    auto last = past_titles_behind(tokens, end);
    auto shown = printed(text, tokens, {at, last});
    if (last < tokens.size() && tokens[last - 1].folded == "dis" && tokens[last].folded == ".") shown += '.';
    return NamedPerson{shown, {at, last}, begin > at || last > end};
}

}
