// What differs between two texts, line by line and in changed lines word by word, for people to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workgroups {

struct ComparedPiece {
    enum Kind { same, gone, come } kind = same;
    std::string text{};

    bool is_gone() const { return kind == gone; }
    bool is_come() const { return kind == come; }
    static void each_field(auto& piece, auto& visit) {
        visit("kind", piece.kind == same ? "same" : piece.kind == gone ? "gone" : "come"), visit("text", piece.text);
    }
};

struct ComparedLine {
    std::vector<ComparedPiece> pieces{};

    bool changed() const;
    static void each_field(auto& line, auto& visit) { visit("pieces", line.pieces); }
};

// In the order of reading: a changed line stands once, with what went and what came in it.
std::vector<ComparedLine> compared_texts(std::string_view before, std::string_view after);

}
