// Puts a document together line by line: what all readers do alike.
#pragma once

#include "platform/reading/text_document.hpp"

namespace reading {

// Longer documents are refused: no minutes come near.
constexpr std::size_t text_bytes_most = 4u << 20, lines_most = 100'000;

class DocumentBuilder {
public:
    explicit DocumentBuilder(std::string format) { document_.format = std::move(format); }

    // What is blank makes the end of a paragraph.  These throw ReadingError where the document grows too large.
    void text(std::string_view);
    void heading(std::string_view, int level);
    void item(std::string_view, std::string marker, int level);
    void row(std::vector<std::string> cells, int table);
    // A line with tabulators is a row of the table above it; „Datum:⇥12. 4.“ and „1.⇥Úvod“ are a text and an item.
    // Several tabulators are one where they only align.
    void tabbed(std::string_view, bool each_counts);
    void line(Line);
    void paragraph_end();    // an empty line, never two

    int new_table() { return ++tables_; }
    void page(int number) { page_ = number; }

    TextDocument& document() { return document_; }
    TextDocument take();    // throws ReadingError where there is no text

private:
    TextDocument document_;
    std::size_t bytes_ = 0;
    int tables_ = 0, page_ = 0, tab_table_ = 0;
};

// How long the marker of a list at the beginning of a text is with its blanks, and its kind; nought where there is
// none. "1.", "2)", "3/", "a)", "•", "→", "–"; days such as "1. 9." and "12. dubna" are none.
struct Marker {
    std::size_t length = 0;
    std::string text{};
};
Marker marker_at(std::string_view text);

// "a)", "iv.", "3." as documents number their lists: decimal, lowerLetter, upperLetter, lowerRoman, upperRoman.
std::string numeral(int number, std::string_view kind);

}
