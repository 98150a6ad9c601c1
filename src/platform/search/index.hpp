// Texts that can be searched: built once from documents, then only read – from as many threads as like.
//
//     search::IndexBuilder builder{search::czech(), {{"name", 4, true}, {"place", 3, true, true}, {"description", 1}}};
//     builder.add(number, std::array<std::string_view, 3>{name, place, description});
//     auto index = std::move(builder).build();
//     for (auto& hit : index.find("ranna pece Semily", {.limit = 20}).hits) …
#pragma once

#include "platform/search/vocabulary.hpp"

namespace search {

// A part of every document.  What stands in a weightier field ranks higher; suggestions come from suggested fields.
struct Field {
    std::string name;
    float weight = 1;
    bool suggested = false;
    bool decisive = false;    // places: who names a town rather gives up another word than the town
};

struct Hit {
    std::uint32_t id;
    float score;
};

// A word that was taken for a mistyped one, and the word that was looked for instead, without accents.
struct Correction {
    std::string typed, taken_for;
};

struct Asked {
    std::size_t limit = 50;
    std::size_t skip = 0;
    bool typing = false;    // the last word may be unfinished
};

struct Found {
    std::vector<Hit> hits;    // the best first; equal ones by id
    std::size_t total = 0;
    bool all_words = true;    // false: nothing has all the words; these have the most of them
    std::vector<Correction> corrections;
};

// Everything that is found, for counting: sorted by id, a score for each.
struct FoundAll {
    std::vector<std::uint32_t> ids;
    std::vector<float> scores;
    bool all_words = true;
    std::vector<Correction> corrections;
};

struct Suggestion {
    std::string text;
    std::uint32_t field;    // which field it is from
    std::uint32_t count;    // how many documents say so
};

class Index {
public:
    Found find(std::string_view query, Asked = {}) const;
    FoundAll find_all(std::string_view query, bool typing = false) const;
    std::vector<Suggestion> suggest(std::string_view beginning, std::size_t limit = 10) const;

    std::size_t documents() const { return documents_; }
    std::size_t bytes() const;    // about how much memory it holds
    const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    friend class IndexBuilder;
    friend class Question;

    struct Posting {
        std::uint32_t document;
        std::uint16_t frequency;    // weighted by field and length, in 256ths
        std::uint16_t fields;       // a bit for each field the word stands in
    };

    struct Phrase {
        std::string text;
        std::string folded;
        std::uint32_t field, count;
    };

    explicit Index(const Language& language) : language_{&language} {}
    std::span<const Posting> postings(std::uint32_t word) const;

    const Language* language_;
    Vocabulary vocabulary_;
    std::vector<Posting> postings_;
    std::vector<std::uint32_t> starts_;    // of each word's postings
    std::vector<Phrase> phrases_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        phrase_words_;                           // alphabetical rank of a word, phrase; sorted
    std::uint16_t decisive_ = 0;                 // a bit for each decisive field
    std::size_t documents_ = 0, numbers_ = 0;    // numbers_: the greatest id + 1
};

class IndexBuilder {
public:
    // At most 16 fields (std::invalid_argument).  The language must outlive the index.
    IndexBuilder(const Language&, std::vector<Field>);

    // Ids should be dense, each added once; one text for each field (std::invalid_argument).
    void add(std::uint32_t id, std::span<const std::string_view> texts);
    Index build() &&;

private:
    struct Occurrence {
        std::uint32_t word, document;
        std::uint16_t field, times;
    };
    struct Length {
        std::uint32_t document, words;
    };

    void add_word(std::uint32_t id, std::uint32_t field, const Word&);
    void add_abbreviations(std::vector<Word>&) const;
    void add_phrase(std::uint32_t field, std::string_view text);
    std::vector<float> weights_by_length(std::uint32_t field) const;
    void write_postings(Index&) const;
    void write_phrases(Index&);

    const Language& language_;
    std::vector<Field> fields_;
    Index index_;
    std::vector<Occurrence> occurrences_;
    std::vector<std::vector<Length>> lengths_;    // by field
    std::unordered_map<std::string, std::uint32_t> phrase_numbers_;
    std::size_t this_document_ = 0;    // where its occurrences begin
};

}
