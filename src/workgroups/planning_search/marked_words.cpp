// Finds words in a text in any of their forms.
#include "workgroups/planning_search/marked_words.hpp"

#include "platform/search/fold.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace workgroups {

namespace {

std::set<std::string> stems_of(const std::vector<std::string>& folded_words) {
    std::set<std::string> stems;
    for (auto& word : folded_words)
        for (auto& stem : search::stems(word)) stems.insert(stem);
    return stems;
}

struct FoundWord {
    std::size_t begin, end;
    bool wanted;
};

// Which words are wanted; a long text says most of its words many times.
class WantedWords {
public:
    explicit WantedWords(std::set<std::string> stems) : stems_{std::move(stems)} {}
    bool wants(const std::string& folded) {
        auto [at, is_new] = known_.try_emplace(folded, false);
        if (is_new)
            for (auto& stem : search::stems(folded)) at->second |= stems_.contains(stem);
        return at->second;
    }

private:
    std::set<std::string> stems_;
    std::unordered_map<std::string, bool> known_;
};

// All words up to the first one behind the window, which begins with the text or some words before the first wanted.
struct WordsToShow {
    static constexpr std::size_t words_before = 6;

    std::vector<FoundWord> words{};
    std::size_t from = 0;    // the first byte to show
    bool any = false;

    static WordsToShow read(const std::string& text, WantedWords wanted, std::size_t letters) {
        WordsToShow shown;
        std::string folded;
        auto finish = [&] {
            if (folded.empty()) return;
            auto& last = shown.words.back();
            last.wanted = wanted.wants(folded);
            folded.clear();
            if (!last.wanted || shown.any) return;
            shown.any = true;
            auto before = std::min(shown.words.size() - 1, words_before);
            if (last.end > letters) shown.from = shown.words[shown.words.size() - 1 - before].begin;
        };
        for (std::string_view rest = text; !rest.empty();) {
            auto at = std::size_t(rest.data() - text.data());
            auto letter = search::take(rest);
            if (!search::is_letter(letter) && !search::is_digit(letter)) {
                finish();
                if (shown.any && shown.words.back().end > shown.from + letters) break;
                continue;
            }
            if (folded.empty()) shown.words.push_back({at, at, false});
            shown.words.back().end = std::size_t(rest.data() - text.data());
            search::append(folded, search::plain(letter));
        }
        finish();
        return shown;
    }
};

}

std::vector<SearchPiece> with_words_marked(const std::string& text, const std::vector<std::string>& folded_words,
                                           std::size_t letters) {
    auto [words, from, any] = WordsToShow::read(text, WantedWords{stems_of(folded_words)}, letters);
    std::vector<SearchPiece> pieces;
    if (from > 0) pieces.push_back({"… "});
    auto at = from;
    for (auto& word : words) {
        if (word.begin < from) continue;
        if (word.end - from > letters) {
            pieces.push_back({text.substr(at, word.begin - at) + "…"});
            return pieces;
        }
        if (!word.wanted) continue;
        if (word.begin > at) pieces.push_back({text.substr(at, word.begin - at)});
        pieces.push_back({text.substr(word.begin, word.end - word.begin), true});
        at = word.end;
    }
    if (at < text.size()) pieces.push_back({text.substr(at)});
    return pieces;
}

void MarkedText::write(html::Out& out) const {
    for (auto& piece : pieces) {
        if (piece.marked) out.put(R"(<mark>{}</mark>)", piece.text);
        else out.put(R"({})", piece.text);
    }
}

}
