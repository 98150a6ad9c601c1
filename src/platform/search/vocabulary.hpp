// All words of an index, and which of them a typed word may stand for.
#pragma once

#include "platform/search/language.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>

namespace search {

// A word of the index that a typed word stands for, and how surely (1: the very word).
struct Variant {
    std::uint32_t word;
    float weight;
};

class Vocabulary {
public:
    // Adds the word if it is new; answers its number.
    std::uint32_t add(const Word&, const Language&);
    std::uint32_t find(const std::string& folded) const;    // none if there is none
    void finish();                                          // after the last word

    static constexpr std::uint32_t none = ~0u;

    const std::string& operator[](std::uint32_t word) const { return entries_[word].folded; }
    std::size_t size() const { return entries_.size(); }

    std::size_t bytes() const;    // about how much memory it holds

    // Whether a word may be told of: not where only texts hold it that the person may not read.
    using Counts = std::function<bool(std::uint32_t word)>;
    static bool every_word(std::uint32_t) { return true; }

    std::vector<Variant> forms(const Keys&) const;    // the word, its forms, its relatives
    // At most most_beginnings of them.
    std::vector<Variant> beginning_with(std::string_view folded, const Counts& = every_word) const;
    // What a word nobody knows was meant to be, among the words that count.
    std::vector<Variant> like(const Keys&, const Counts& = every_word) const;
    std::vector<Variant> misspelled_like(const Keys&) const;    // mistakes in the texts: pečovatelska, ranná

    // Alphabetical ranks [first, last) of the words with this beginning; by_rank says which word has a rank.
    std::pair<std::uint32_t, std::uint32_t> ranks(std::string_view beginning) const;
    std::uint32_t by_rank(std::uint32_t rank) const { return alphabetical_[rank]; }
    std::uint32_t rank(std::uint32_t word) const { return ranks_[word]; }

private:
    struct Entry {
        std::string folded;
        std::string stem;
        std::uint32_t letters, stem_letters;    // which letters occur, a bit each: far words are left out quickly
        bool misspelled;
    };

    void keep(const std::string& key, std::uint32_t word);
    int away(const Entry&, const Keys&, std::uint32_t letters, std::uint32_t stem_letters, int most) const;

    std::vector<Entry> entries_;
    boost::unordered_flat_map<std::string, std::uint32_t> numbers_;
    boost::unordered_flat_map<std::string, std::vector<std::uint32_t>> by_key_;    // stems; roots with ~ before them
    std::vector<std::uint32_t> alphabetical_, ranks_, misspelled_;
};

}
