// Answers searches and suggestions from an index.
#include "platform/search/index.hpp"

#include "platform/search/fold.hpp"
#include "platform/search/question.hpp"

#include <algorithm>

namespace search {

std::span<const Index::Posting> Index::postings(std::uint32_t word) const {
    return std::span{postings_}.subspan(starts_[word], starts_[word + 1] - starts_[word]);
}

std::size_t Index::bytes() const {
    auto sum = vocabulary_.bytes() + postings_.capacity() * sizeof(Posting) + starts_.capacity() * sizeof(starts_[0]) +
               phrase_words_.capacity() * sizeof(phrase_words_[0]) + phrases_.capacity() * sizeof(Phrase);
    for (auto& phrase : phrases_) sum += phrase.text.capacity() + phrase.folded.capacity();
    return sum;
}

FoundAll Index::find_all(std::string_view query, bool typing) const { return Question{*this, query, typing}.answer(); }

Found Index::find(std::string_view query, Asked asked) const {
    auto all = find_all(query, asked.typing);
    Found found{.total = all.ids.size(), .all_words = all.all_words, .corrections = std::move(all.corrections)};
    for (std::size_t n = 0; n < all.ids.size(); ++n) found.hits.push_back({all.ids[n], all.scores[n]});
    auto skip = std::min(asked.skip, found.total), end = skip + std::min(asked.limit, found.total - skip);
    auto better = [](const Hit& one, const Hit& other) {
        return one.score != other.score ? one.score > other.score : one.id < other.id;
    };
    std::ranges::partial_sort(found.hits, found.hits.begin() + std::ptrdiff_t(end), better);
    found.hits.resize(end);
    found.hits.erase(found.hits.begin(), found.hits.begin() + std::ptrdiff_t(skip));
    return found;
}

// Names that have all the words typed, the last of them perhaps unfinished: those that begin so first, then by how many
// documents say so.
std::vector<Suggestion> Index::suggest(std::string_view beginning, std::size_t limit) const {
    auto typed = language_->analyse(beginning);
    if (typed.empty()) return {};
    std::vector<std::uint16_t> has(phrases_.size());
    auto mark = [&](std::uint32_t first, std::uint32_t last, std::uint16_t before) {
        auto at = std::ranges::lower_bound(phrase_words_, std::pair{first, 0u});
        for (; at != phrase_words_.end() && at->first < last; ++at)
            if (has[at->second] == before) has[at->second] = std::uint16_t(before + 1);
    };
    typed.resize(std::min<std::size_t>(typed.size(), 12));
    for (std::uint16_t n = 0, count = std::uint16_t(typed.size()); n < count; ++n) {
        auto [first, last] = vocabulary_.ranks(typed[n].folded);
        if (n + 1u == typed.size() && first < last) {
            mark(first, last, n);
            continue;
        }
        auto forms = vocabulary_.forms(typed[n]);
        if (forms.empty()) forms = vocabulary_.like(typed[n]);
        for (auto& form : forms) mark(vocabulary_.rank(form.word), vocabulary_.rank(form.word) + 1, n);
    }

    std::vector<std::uint32_t> matching;
    for (std::uint32_t phrase = 0; phrase < phrases_.size(); ++phrase)
        if (has[phrase] == typed.size()) matching.push_back(phrase);
    auto folded = fold(beginning);
    auto order = [&](std::uint32_t phrase) {
        auto& each = phrases_[phrase];
        return std::tuple{!each.folded.starts_with(folded), -std::int64_t{each.count}, std::string_view{each.folded}};
    };
    auto end = std::min(limit, matching.size());
    std::ranges::partial_sort(matching, matching.begin() + std::ptrdiff_t(end), {}, order);
    std::vector<Suggestion> suggestions;
    for (std::size_t n = 0; n < end; ++n) {
        auto& phrase = phrases_[matching[n]];
        suggestions.push_back({phrase.text, phrase.field, phrase.count});
    }
    return suggestions;
}

}
