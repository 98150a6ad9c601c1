// Two people changed one text: what both did, put together line by line; and what differs between two texts, word by
// word.  Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workgroups {

struct MergedText {
    std::string text{};
    std::size_t touching = 0;    // places where both changed the same lines: theirs stand there, then mine
    bool clean() const { return touching == 0; }
};

// Lines that only one of them changed are taken as changed.  No word of either is left out, unless the other, too,
// took it out or changed nothing around it.
MergedText merged_texts(const std::string& base, const std::string& mine, const std::string& theirs);

struct TextPiece {
    enum Kind { same, gone, come };
    Kind kind = same;
    std::string text{};
    bool operator==(const TextPiece&) const = default;
    static void each_field(auto& piece, auto& visit) {
        visit("kind", std::string{piece.kind == same ? "same" : piece.kind == gone ? "gone" : "come"});
        visit("text", piece.text);
    }
};

// The pieces without `come` give the former text to the letter, those without `gone` the later one.
std::vector<TextPiece> differing_words(const std::string& before, const std::string& after);

std::vector<std::string> lines_of_text(std::string_view);    // each with its end, the last one as it is

}
