// Answers one search.  Every word of the question becomes a column over all documents; a document's score adds up its
// row.
#include "platform/search/question.hpp"

#include "platform/search/distance.hpp"

#include <algorithm>
#include <cmath>

namespace search {

namespace {

constexpr float saturation = 1.2f;         // BM25's k1: the tenth mention says little new
constexpr float same_thing = 0.95f;        // an abbreviation written out
constexpr float near_in_meaning = 0.4f;    // a synonym: below any direct hit
constexpr float surely_near_in_meaning = 0.6f;
constexpr float less_likely = 0.75f;    // the second meaning of an abbreviation or a synonym
constexpr float weak_word = 0.3f;
constexpr float decisive = 2;             // a town, when not all words can be had
constexpr float in_one_field = 1.25f;     // all words in the name say more than each in another field
constexpr float nearly_as_many = 0.6f;    // when nothing has all words: how close to the best of what there is
constexpr std::size_t shortest_beginning = 3, shortest_shortened = 4;

bool covers(const Span& span, std::size_t at) { return at >= span.first && at < span.first + span.count; }

}

Question::Question(const Index& index, std::string_view query, bool typing, const std::vector<bool>* only)
    : index_{index}, language_{*index.language_}, text_{language_.analyse(query)}, typing_{typing}, only_{only} {
    constexpr std::size_t most_words = 24;
    if (text_.size() > most_words) text_.resize(most_words);
    rules_ = language_.rules_in(text_);
    correct_everyday_words();
    choose_words();
}

std::size_t Question::documents_with(std::uint32_t word) const {
    auto all = index_.postings(word);
    if (!only_) return all.size();
    return std::size_t(std::ranges::count_if(all, [&](auto& posting) { return there(posting.document); }));
}

bool Question::counts(std::uint32_t word) const {
    return !only_ || std::ranges::any_of(index_.postings(word), [&](auto& posting) { return there(posting.document); });
}

// Of words that stand only in documents that are not there nothing is known.
std::vector<Variant> Question::there(std::vector<Variant> variants) const {
    if (only_) std::erase_if(variants, [&](auto& each) { return !counts(each.word); });
    return variants;
}

// „alkoholysmus“: a mistyped everyday word is put right before anything else, unless the texts know it as it is.
void Question::correct_everyday_words() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
        auto most = std::min(forgiven(text_[at].folded.size()), 1);
        auto known = std::ranges::any_of(rules_, [&](auto& span) { return covers(span, at); });
        if (most == 0 || known || language_.spelled(text_[at].word) || text_[at].standing != Standing::full ||
            !there(index_.vocabulary_.forms(text_[at])).empty())
            continue;
        for (auto& word : language_.everyday_words())
            if (distance(text_[at].folded, word, most) == 1) {
                corrections_.push_back({text_[at].word.text, word});
                text_[at] = language_.analyse(word).front();
                rules_ = language_.rules_in(text_);
                break;
            }
    }
}

// Empty words count only when there are no others; weak ones are required only then.
void Question::choose_words() {
    auto best = Standing::empty;
    for (auto& word : text_) best = std::min(best, word.standing);
    for (std::size_t at = 0; at < text_.size(); ++at) {
        auto& word = text_[at];
        if (word.standing == Standing::empty && best != Standing::empty) continue;
        bool has_rule = std::ranges::any_of(rules_, [&](auto& span) { return covers(span, at); });
        slots_.push_back({&word, column(variants(word, at + 1 == text_.size(), has_rule)), word.standing == best});
    }
}

// Forms of the word; while typing also words that begin so.  A word nobody knows may be shortened ("odleh. služby") or
// mistyped.
std::vector<Variant> Question::variants(const Analysed& word, bool last, bool has_rule) {
    auto& known = index_.vocabulary_;
    auto found = there(known.forms(word));
    auto add = [&](const std::vector<Variant>& more) {
        for (auto& each : more)
            if (std::ranges::none_of(found, [&](auto& other) { return other.word == each.word; }))
                found.push_back(each);
    };
    bool unknown = found.empty() && !has_rule;
    auto shortest = last ? shortest_beginning : shortest_shortened;
    if (word.folded.size() >= shortest && ((last && typing_) || (unknown && (last || !language_.spelled(word.word)))))
        add(known.beginning_with(word.folded, [&](auto other) { return counts(other); }));
    if (found.empty() && !has_rule && !language_.spelled(word.word)) correct(word, found);
    add(there(known.misspelled_like(word)));
    return found;
}

void Question::correct(const Analysed& word, std::vector<Variant>& found) {
    found = index_.vocabulary_.like(word, [&](auto other) { return counts(other); });
    if (found.empty()) return;
    auto surest = std::ranges::max_element(
        found, {}, [&](auto& each) { return std::pair{each.weight, documents_with(each.word)}; });
    corrections_.push_back({word.word.text, index_.vocabulary_[surest->word]});
}

Question::Column Question::column(std::span<const Variant> variants) const {
    Column column{std::vector<float>(index_.numbers_), std::vector<std::uint16_t>(index_.numbers_)};
    std::vector<float> surest(index_.numbers_);
    for (auto& variant : variants)
        for (auto& posting : index_.postings(variant.word)) {
            if (!there(posting.document)) continue;
            column.match[posting.document] += variant.weight * float(posting.frequency) / 256;
            column.fields[posting.document] |= posting.fields;
            surest[posting.document] = std::max(surest[posting.document], variant.weight);
        }
    for (std::size_t document = 0; document < index_.numbers_; ++document) {
        auto& match = column.match[document];
        if (match <= 0) continue;
        match = surest[document] * match / (saturation * surest[document] + match);
        ++column.documents;
    }
    return column;
}

// Documents that have every word of the phrase; the match is the average of its words.
Question::Column Question::phrase(std::span<const Analysed> words) const {
    Column all{std::vector<float>(index_.numbers_), std::vector<std::uint16_t>(index_.numbers_)};
    std::vector<Column> parts;
    for (auto& word : words)
        if (word.standing == Standing::full) parts.push_back(column(index_.vocabulary_.forms(word)));
    if (parts.empty())
        for (auto& word : words) parts.push_back(column(index_.vocabulary_.forms(word)));
    for (std::size_t document = 0; document < index_.numbers_; ++document) {
        float sum = 0;
        std::uint16_t fields = 0xFFFF;
        bool whole = !parts.empty();
        for (auto& part : parts) {
            sum += part.match[document];
            fields &= part.fields[document];
            whole = whole && part.match[document] > 0;
        }
        if (!whole) continue;
        all.match[document] = sum / float(parts.size());
        all.fields[document] = fields;
    }
    return all;
}

void Question::answer_also(const Span& span, const Column& other, float weight) {
    for (auto& slot : slots_) {
        if (!covers(span, std::size_t(slot.word - text_.data()))) continue;
        for (std::size_t document = 0; document < index_.numbers_; ++document) {
            auto match = weight * other.match[document];
            if (match <= slot.column.match[document]) continue;
            slot.column.documents += slot.column.match[document] == 0;
            slot.column.match[document] = match;
            slot.column.fields[document] |= other.fields[document];
        }
    }
}

// A rule's meaning answers each of the words it covers, where the words themselves do not answer better.  The first
// meaning is the likeliest; several words say more surely what is meant than one.
void Question::apply_rules() {
    for (auto& span : rules_) {
        auto weight = span.rule->abbreviation ? same_thing : span.count > 1 ? surely_near_in_meaning : near_in_meaning;
        for (auto& meant : span.rule->means) {
            answer_also(span, phrase(meant), weight);
            weight = std::min(weight, (span.rule->abbreviation ? same_thing : near_in_meaning) * less_likely);
        }
    }
}

// Does the word stand mostly in a decisive field – is it the name of a place?
bool Question::decides(const Column& column) const {
    auto in_field = std::ranges::count_if(column.fields, [&](auto fields) { return (fields & index_.decisive_) != 0; });
    return std::size_t(in_field) * 2 > column.documents;
}

void Question::weigh() {
    auto all = float(only_ ? std::size_t(std::ranges::count(*only_, true)) : index_.documents_);
    for (auto& slot : slots_) {
        auto having = float(slot.column.documents);
        slot.importance = std::log(1 + (all - having + 0.5f) / (having + 0.5f)) * (slot.required ? 1 : weak_word);
        slot.need = slot.required ? slot.importance * (decides(slot.column) ? decisive : 1) : 0;
    }
}

FoundAll Question::answer() {
    apply_rules();
    weigh();
    return rank();
}

FoundAll Question::rank() const {
    std::vector<float> scores(index_.numbers_), share(index_.numbers_);
    float required = 0, best = 0;
    for (auto& slot : slots_) required += slot.need;
    for (std::size_t document = 0; document < index_.numbers_; ++document) {
        float has = 0;
        std::uint16_t common = 0xFFFF;
        for (auto& slot : slots_) {
            auto match = slot.column.match[document];
            scores[document] += slot.importance * match;
            if (!slot.required) continue;
            has += match > 0 ? slot.need : 0;
            common &= slot.column.fields[document];
        }
        if (common) scores[document] *= in_one_field;
        share[document] = required > 0 ? has / required : 0;
        best = std::max(best, share[document]);
    }
    FoundAll found{.all_words = best > 0.999f, .corrections = corrections_};
    if (best <= 0) return found;
    auto enough = found.all_words ? 0.999f : best * nearly_as_many;
    for (std::uint32_t document = 0; document < index_.numbers_; ++document) {
        if (share[document] < enough) continue;
        found.ids.push_back(document);
        found.scores.push_back(scores[document] * share[document] * share[document]);
    }
    return found;
}

FoundAll find_among(const Index& index, std::string_view query, const std::vector<bool>& only, bool typing) {
    return Question{index, query, typing, &only}.answer();
}

}
