// Passages while they are taken line by line: what is open, and whose label the next line stands under.
#pragma once

#include "platform/reading/passages/label_search.hpp"

namespace passages {

struct PassagesTaken {
    const reading::TextDocument& document;
    std::span<const KnownLabel> labels;
    std::vector<Passage> all{};
    int section = 0, base = 0;    // of this line, of the heading above it
    bool open = false;            // the last passage may go on in the next line
    bool answer = false;          // these lines answer the question above them
    bool until_blank = false;     // the label had its value beside it

    Passage& add(std::size_t n, const reading::Line&, int field, std::string_view text);
    // The line is a label alone: what it labels stands below.
    void add_label(std::size_t n, const reading::Line&, int field);

    void begin_section(int field);
    void back_to_heading();    // behind the value of a label
};

// Paragraphs and items, with the labels inside them.
class PassagesOfText {
public:
    explicit PassagesOfText(PassagesTaken&);

    void take(std::size_t n, const reading::Line&);

private:
    bool is_unknown_label(const Tokens&, const reading::Line&) const;
    bool splits_sentence(std::size_t n, const reading::Line&) const;
    bool goes_on(std::size_t n, const reading::Line&) const;
    void go_on(std::size_t n, const reading::Line&, const Tokens&);
    bool opens_section(std::size_t n, const reading::Line&, const Tokens&);
    void pieces(std::size_t n, const reading::Line&, const Tokens&, std::optional<LabelFound>);
    void labelled(std::size_t n, const reading::Line&, std::string_view label, int field, std::string_view value);
    std::optional<LabelFound> next_label(const Tokens&, std::size_t from, bool behind_label) const;

    PassagesTaken& taken_;
    std::size_t wrapped_;    // bytes: a line as long as this went on in the next
    bool labelled_item_ = false;
    int opener_ = 0;    // the number of the item whose words opened the section: the next one ends it
};

// Rows of forms and lists: labels in the first column, in the first row, or in every other column.
class PassagesOfTables {
public:
    PassagesOfTables(PassagesTaken& taken, PassagesOfText& text) : taken_{taken}, text_{text} {}

    void take(std::size_t n);
    void end_equations();

private:
    using Cells = std::vector<std::string>;
    struct Table {
        int number = -1;
        std::vector<int> columns{};    // what the first row says that they are
        Cells column_names{};
        std::size_t thing_cells = 0;    // of the first row, where it names several things
        bool pairs = false;
        bool labelled = false, labels_below = false;              // labels in its first column: some, most rows
        std::vector<std::optional<std::size_t>> pair_fields{};    // the last passage under each label
        int row_field = 0;                                        // of the label that the next row may go on with
    };

    void begin(std::size_t n);
    bool names_columns(const Cells&);
    bool names_things(std::size_t n) const;
    int field_of_cell(std::string_view) const;

    Passage& add(std::size_t n, int field, std::string_view cell);
    void row_below(std::size_t n);
    void only_cell(std::size_t n, int field);
    void without_known_label(std::size_t n);
    void values(std::size_t n, int field);
    void go_on(std::size_t n);
    void go_on_in_columns(std::size_t n);
    Passage* open_in_column(std::size_t passages, std::size_t column);
    void columns(std::size_t n);
    void pairs(std::size_t n);

    // The rows of the table from this one on.
    template <class Each>
    void each_row(std::size_t from, Each each) const {
        auto& lines = taken_.document.lines;
        for (auto n = from; n < lines.size() && lines[n].table == lines[from].table; ++n) each(lines[n].cells);
    }
    const reading::Line& line(std::size_t n) const { return taken_.document.lines[n]; }

    PassagesTaken& taken_;
    PassagesOfText& text_;
    Table table_{};
    std::optional<int> equations_{};    // "kapacita = 44 lůžek": of the heading above them
};

}
