// A document as those see it who look for facts in it: lines in reading order, whatever program wrote it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

enum class LineKind { text, heading, item, row };    // of a list, of a table

struct Line {
    std::string text{};    // UTF-8, runs of blanks as one; of a row: its cells joined by " | "
    LineKind kind = LineKind::text;
    int level = 0;                       // of a heading or an item, from 1; 0 for others
    std::string marker{};                // of an item: "1.", "a)", "•", also where the program only counts them
    std::vector<std::string> cells{};    // of a row, empty ones too; paragraphs inside a cell are parted by \n
    int table = 0;                       // rows of one table share a number from 1; 0 for others
    int page = 0;                        // from 1; 0 where the format knows no pages
    int indent = 0;                      // of a plain text, in characters

    bool empty() const { return text.empty(); }
};

struct TextDocument {
    std::string format{};         // txt, md, html, docx, odt, pdf, eml
    std::string title{};          // as the file itself says; mostly nothing, and often wrong; of a letter its subject
    std::string sender{};         // of a letter: the name, otherwise the address
    std::string sent_on{};        // of a letter: 2021-04-12
    std::vector<Line> lines{};    // an empty line stands where a paragraph ended
    std::vector<std::string> footer{};    // lines of a web page's footer, which are not among the others

    std::string text() const;    // of all lines
};

// Where in a document a fact was read: whole lines, the first and the last, from nought.
struct Place {
    std::size_t first = 0, last = 0;
};

// The bytes of a plain text (UTF-8, UTF-16 with a mark, windows-1250 or ISO 8859-2; ends of lines of any system), and
// of Markdown.  Hyphenated ends of lines, page numbers and running heads stay: what is to be thought of them, readers
// of facts decide.
TextDocument read_plain_text(std::string_view bytes);
TextDocument read_markdown(std::string_view bytes);

}
