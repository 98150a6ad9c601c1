// Finds what a typed word may stand for.
#include "platform/search/vocabulary.hpp"

#include "platform/search/distance.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace search {

namespace {

// How surely a typed word stands for a word of the text.
constexpr float the_word = 1, a_form = 0.85f, a_relative = 0.4f, a_beginning = 0.45f;
constexpr float one_mistake = 0.5f, two_mistakes = 0.3f, mistake_in_text = 0.25f;
constexpr float another_first_letter = 0.6f;    // people rarely mistype the first one

constexpr std::size_t most_beginnings = 500;
constexpr std::size_t shortest_mistaken_in_text = 5, shortest_known_to_be_mistaken = 6;

std::uint32_t letters_of(std::string_view word) {
    std::uint32_t letters = 0;
    for (auto letter : word) letters |= 1u << (static_cast<unsigned char>(letter) & 31);
    return letters;
}

void add_once(std::vector<Variant>& variants, Variant variant) {
    auto same = [&](auto& each) { return each.word == variant.word; };
    if (std::ranges::none_of(variants, same)) variants.push_back(variant);
}

}

void Vocabulary::keep(const std::string& key, std::uint32_t word) { by_key_[key].push_back(word); }

std::uint32_t Vocabulary::add(const Word& word, const Language& language) {
    auto [at, is_new] = numbers_.try_emplace(word.folded, std::uint32_t(entries_.size()));
    if (!is_new) return at->second;
    auto keys = language.keys(word);
    auto number = at->second;
    for (auto& stem : keys.stems) keep(stem, number);
    for (auto& root : keys.roots) keep("~" + root, number);
    auto misspelled =
        language.has_dictionary() && word.folded.size() >= shortest_mistaken_in_text && !language.spelled(word);
    entries_.push_back(
        {keys.folded, keys.stems.front(), letters_of(keys.folded), letters_of(keys.stems.front()), misspelled});
    if (misspelled) misspelled_.push_back(number);
    return number;
}

std::uint32_t Vocabulary::find(const std::string& folded) const {
    auto at = numbers_.find(folded);
    return at == numbers_.end() ? none : at->second;
}

void Vocabulary::finish() {
    alphabetical_.resize(size());
    ranks_.resize(size());
    std::iota(alphabetical_.begin(), alphabetical_.end(), 0u);
    std::ranges::sort(alphabetical_, {}, [&](auto word) -> const std::string& { return entries_[word].folded; });
    for (std::uint32_t rank = 0; rank < size(); ++rank) ranks_[alphabetical_[rank]] = rank;
}

std::pair<std::uint32_t, std::uint32_t> Vocabulary::ranks(std::string_view beginning) const {
    auto begins = [&](auto word) { return std::string_view{entries_[word].folded}.substr(0, beginning.size()); };
    auto range = std::ranges::equal_range(alphabetical_, beginning, {}, begins);
    return {std::uint32_t(range.begin() - alphabetical_.begin()), std::uint32_t(range.end() - alphabetical_.begin())};
}

std::size_t Vocabulary::bytes() const {
    auto long_part = [](const std::string& text) { return text.capacity() > 15 ? text.capacity() + 1 : 0; };
    auto sum = entries_.capacity() * sizeof(Entry) + numbers_.bucket_count() * sizeof(*numbers_.begin()) +
               by_key_.bucket_count() * sizeof(*by_key_.begin()) +
               (alphabetical_.capacity() + ranks_.capacity() + misspelled_.capacity()) * sizeof(std::uint32_t);
    for (auto& entry : entries_) sum += long_part(entry.folded) + long_part(entry.stem);
    for (auto& each : numbers_) sum += long_part(each.first);
    for (auto& each : by_key_) sum += long_part(each.first) + each.second.capacity() * sizeof(std::uint32_t);
    return sum;
}

std::vector<Variant> Vocabulary::forms(const Keys& keys) const {
    std::vector<Variant> found;
    auto add_all = [&](const std::string& key, float weight) {
        if (auto at = by_key_.find(key); at != by_key_.end())
            for (auto word : at->second) add_once(found, {word, weight});
    };
    if (auto word = find(keys.folded); word != none) found.push_back({word, the_word});
    for (auto& stem : keys.stems) add_all(stem, a_form);
    for (auto& root : keys.roots) add_all("~" + root, a_relative);
    return found;
}

std::vector<Variant> Vocabulary::beginning_with(std::string_view folded, const Counts& counts) const {
    std::vector<Variant> found;
    auto [first, last] = ranks(folded);
    for (auto rank = first; rank < last && found.size() < most_beginnings; ++rank)
        if (counts(by_rank(rank))) found.push_back({by_rank(rank), a_beginning});
    return found;
}

int Vocabulary::away(const Entry& entry, const Keys& keys, std::uint32_t letters, std::uint32_t stem_letters,
                     int most) const {
    auto nearest = most + 1;
    if (std::popcount(entry.letters ^ letters) <= 2 * most) nearest = distance(keys.folded, entry.folded, most);
    auto& stem = keys.stems.front();
    if (nearest > 1 && stem.size() >= 4 && std::popcount(entry.stem_letters ^ stem_letters) <= 2 * most) {
        // NB: of stems that are further than what is forgiven in one so short only that is known, not how far.
        auto forgiving = std::min(most, forgiven(stem.size() + 1));
        if (auto by_stem = distance(stem, entry.stem, forgiving); by_stem <= forgiving)
            nearest = std::min(nearest, by_stem);
    }
    return nearest;
}

std::vector<Variant> Vocabulary::like(const Keys& keys, const Counts& counts) const {
    std::vector<Variant> found;
    auto nearest = forgiven(keys.folded.size());
    if (nearest == 0) return found;
    auto letters = letters_of(keys.folded), stem_letters = letters_of(keys.stems.front());
    for (std::uint32_t word = 0; word < size(); ++word) {
        auto& entry = entries_[word];
        auto mistakes = away(entry, keys, letters, stem_letters, nearest);
        if (mistakes > nearest || !counts(word)) continue;
        if (mistakes < nearest) found.clear(), nearest = mistakes;
        auto weight = mistakes < 2 ? one_mistake : two_mistakes;
        found.push_back({word, entry.folded.front() == keys.folded.front() ? weight : weight * another_first_letter});
    }
    return found;
}

std::vector<Variant> Vocabulary::misspelled_like(const Keys& keys) const {
    std::vector<Variant> found;
    if (keys.folded.size() < shortest_known_to_be_mistaken) return found;
    auto letters = letters_of(keys.folded);
    for (auto word : misspelled_) {
        auto& entry = entries_[word];
        if (entry.folded.front() != keys.folded.front() || std::popcount(entry.letters ^ letters) > 2) continue;
        if (distance(keys.folded, entry.folded, 1) == 1 || distance(entry.folded, keys.folded, 1) == 1)
            found.push_back({word, mistake_in_text});
    }
    return found;
}

}
