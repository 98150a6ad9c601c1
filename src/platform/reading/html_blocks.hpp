// The blocks of a web page that are shown, as lines: paragraphs, headings, items, terms with what they mean, tables.
#pragma once

#include "platform/reading/document_builder.hpp"
#include "platform/reading/html_table.hpp"
#include "platform/reading/html_tokens.hpp"

namespace reading {

class HtmlBlocks {
public:
    void words(const std::string&);
    void words_of_marker(const std::string& text) { marker_ += text; }
    void line_break() { text_ += '\n'; }
    void rule();
    void control(const std::string& value);    // of a form, filled in
    void link(std::string_view address);

    void inline_begins();    // of the tags that mark labels
    void inline_ends();
    void opens(const HtmlToken&);
    void closes(const std::string& name);

    void flush();    // what was gathered goes out: into the cell that is open, or as lines
    TextDocument& finish();

private:
    struct List {
        bool numbered = false;
        std::string kind{};
        int next = 1;
    };

    void begin_list(const HtmlToken&);
    void end_list();
    void begin_item(const HtmlToken&);
    void begin_term();
    void begin_meaning();
    void begin_table();
    void begin_row();
    void begin_cell(const HtmlToken&);
    void end_cell();
    void end_row();
    void end_table();
    void end_block(const std::string& name);
    bool in_cell() const { return !tables_.empty() && tables_.back().in_cell; }

    void lines(std::string_view text, const std::string& marker);
    void lines_of_layout(std::string_view cell);
    void out_line(std::string_view);

    DocumentBuilder out_{"html"};
    std::vector<List> lists_{};
    std::vector<HtmlTable> tables_{};
    std::string text_{}, marker_{}, term_{};
    int heading_ = 0, preformatted_ = 0;
    bool in_term_ = false;
    bool inline_blank_ = false;     // the inline tag that is open begins its block
    std::size_t label_ends_ = 0;    // bytes of the text: where such a tag closed
};

}
