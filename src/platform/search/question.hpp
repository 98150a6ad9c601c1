// One search: what was typed, taken apart, and which documents answer it how well.
#pragma once

#include "platform/search/index.hpp"

namespace search {

class Question {
public:
    Question(const Index&, std::string_view query, bool typing, const std::vector<bool>* only = nullptr);

    FoundAll answer();

private:
    // How well each document answers one word: 0 not at all, near 1 very well; and in which fields.
    struct Column {
        std::vector<float> match;
        std::vector<std::uint16_t> fields;
        std::size_t documents = 0;
    };

    struct Slot {
        const Analysed* word;
        Column column;
        bool required = true;
        float importance = 0;    // rare words say more
        float need = 0;          // how badly a document without it is missed
    };

    bool there(std::uint32_t document) const { return !only_ || (document < only_->size() && (*only_)[document]); }
    std::size_t documents_with(std::uint32_t word) const;    // of those that are there
    bool counts(std::uint32_t word) const;                   // stands in one of them
    std::vector<Variant> there(std::vector<Variant>) const;
    void choose_words();
    std::vector<Variant> variants(const Analysed&, bool last, bool has_rule);
    void correct(const Analysed&, std::vector<Variant>&);
    void correct_everyday_words();
    Column column(std::span<const Variant>) const;
    Column phrase(std::span<const Analysed>) const;
    void apply_rules();
    void answer_also(const Span&, const Column&, float weight);
    bool decides(const Column&) const;
    void weigh();
    FoundAll rank() const;

    const Index& index_;
    const Language& language_;
    std::vector<Analysed> text_;
    std::vector<Span> rules_;
    std::vector<Slot> slots_;
    std::vector<Correction> corrections_;
    bool typing_;
    const std::vector<bool>* only_;    // nothing: all documents
};

// All that is found among some documents, one truth for each id, as if the others were not there: neither what is found
// nor how well nor any correction tells of them.
FoundAll find_among(const Index&, std::string_view query, const std::vector<bool>& only, bool typing = false);

}
