// Builds an index: counts words by document and field, then lays them out by word.
#include "platform/search/fold.hpp"
#include "platform/search/index.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace search {

namespace {

// BM25's b: how much a long text counts less for the same word.
constexpr float length_matters = 0.5f;
constexpr float one = 256;    // a frequency of 1 in a posting
constexpr std::size_t longest_suggestion_bytes = 120;

}

IndexBuilder::IndexBuilder(const Language& language, std::vector<Field> fields)
    : language_{language}, fields_{std::move(fields)}, index_{language}, lengths_(fields_.size()) {
    if (fields_.empty() || fields_.size() > 16) throw std::invalid_argument{"a search index has 1 to 16 fields"};
    for (std::size_t field = 0; field < fields_.size(); ++field)
        if (fields_[field].decisive) index_.decisive_ = std::uint16_t(index_.decisive_ | 1u << field);
}

void IndexBuilder::add(std::uint32_t id, std::span<const std::string_view> texts) {
    if (texts.size() != fields_.size()) throw std::invalid_argument{"a document has one text for each field"};
    this_document_ = occurrences_.size();
    for (std::uint32_t field = 0; field < texts.size(); ++field) {
        auto said = words(texts[field]);
        add_abbreviations(said);
        for (auto& word : said) add_word(id, field, word);
        lengths_[field].push_back({id, std::uint32_t(said.size())});
        if (fields_[field].suggested) add_phrase(field, texts[field]);
    }
    ++index_.documents_;
    index_.numbers_ = std::max(index_.numbers_, std::size_t{id} + 1);
}

void IndexBuilder::add_word(std::uint32_t id, std::uint32_t field, const Word& word) {
    if (word.folded.starts_with("§")) {
        auto bare = word;
        bare.text.erase(0, 2), bare.folded.erase(0, 2);
        add_word(id, field, bare);
    }
    auto number = index_.vocabulary_.add(word, language_);
    for (auto n = occurrences_.size(); n-- > this_document_;) {
        auto& known = occurrences_[n];
        if (known.field != field) break;
        if (known.word == number) return void(known.times = std::uint16_t(std::min(known.times + 1, 1000)));
    }
    occurrences_.push_back({number, id, std::uint16_t(field), 1});
}

// What a text says shortly it also says at length: who looks for "sociální rehabilitace" finds "SR".
void IndexBuilder::add_abbreviations(std::vector<Word>& said) const {
    std::vector<Word> more;
    for (auto& word : said)
        if (auto* rule = language_.abbreviation(word))
            for (auto& part : rule->means.front()) more.push_back(part.word);
    std::ranges::move(more, std::back_inserter(said));
}

void IndexBuilder::add_phrase(std::uint32_t field, std::string_view text) {
    if (text.empty() || text.size() > longest_suggestion_bytes) return;
    auto [at, is_new] = phrase_numbers_.try_emplace(std::string{text}, std::uint32_t(index_.phrases_.size()));
    if (is_new) index_.phrases_.push_back({std::string{text}, fold(text), field, 0});
    ++index_.phrases_[at->second].count;
}

// For each document what one occurrence in this field is worth there.
std::vector<float> IndexBuilder::weights_by_length(std::uint32_t field) const {
    std::vector<float> weights(index_.numbers_, 0.0f);
    double sum = 0;
    for (auto& each : lengths_[field]) sum += each.words;
    auto average = std::max(1.0f, float(sum / double(std::max<std::size_t>(1, lengths_[field].size()))));
    for (auto& each : lengths_[field])
        weights[each.document] =
            fields_[field].weight / (1 - length_matters + length_matters * float(each.words) / average);
    return weights;
}

void IndexBuilder::write_postings(Index& index) const {
    std::vector<std::vector<float>> weights;
    for (std::uint32_t field = 0; field < fields_.size(); ++field) weights.push_back(weights_by_length(field));

    std::vector<std::uint32_t> last(index.vocabulary_.size(), Vocabulary::none), count(index.vocabulary_.size() + 1, 0);
    for (auto& each : occurrences_)
        if (std::exchange(last[each.word], each.document) != each.document) ++count[each.word + 1];
    std::partial_sum(count.begin(), count.end(), count.begin());
    index.starts_ = count;
    index.postings_.resize(count.back());

    std::ranges::fill(last, Vocabulary::none);
    auto& next = count;
    for (auto& each : occurrences_) {
        if (std::exchange(last[each.word], each.document) != each.document)
            index.postings_[next[each.word]++] = {each.document, 0, 0};
        auto& posting = index.postings_[next[each.word] - 1];
        auto worth = one * weights[each.field][each.document] * float(each.times);
        posting.frequency = std::uint16_t(std::min(65'535.0f, float(posting.frequency) + worth));
        posting.fields = std::uint16_t(posting.fields | 1u << each.field);
    }
}

void IndexBuilder::write_phrases(Index& index) {
    for (std::uint32_t phrase = 0; phrase < index.phrases_.size(); ++phrase)
        for (auto& word : words(index.phrases_[phrase].text))
            if (auto number = index.vocabulary_.find(word.folded); number != Vocabulary::none)
                index.phrase_words_.emplace_back(index.vocabulary_.rank(number), phrase);
    std::ranges::sort(index.phrase_words_);
    auto same = std::ranges::unique(index.phrase_words_);
    index.phrase_words_.erase(same.begin(), same.end());
    index.phrase_words_.shrink_to_fit();
}

Index IndexBuilder::build() && {
    index_.vocabulary_.finish();
    write_postings(index_);
    write_phrases(index_);
    return std::move(index_);
}

}
