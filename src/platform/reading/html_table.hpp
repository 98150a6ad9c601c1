// A table of a web page while its cells come: those that span columns, and those that reach down into rows below.
#pragma once

#include "platform/reading/html_tokens.hpp"

namespace reading {

struct HtmlTable {
    explicit HtmlTable(int number) : number{number} {}

    int number;
    std::vector<std::string> cells{};    // of the row that is open
    bool in_cell = false, in_row = false;

    void begin_row();
    void begin_cell(const HtmlToken&);
    void end_cell();
    // Whole chapters in a cell: columns of an old page, not of a table.
    bool lays_out_page() const;

private:
    void leave_held_empty();

    std::vector<int> held_{};    // by cells of rows above: how many rows still
    int columns_ = 1, rows_ = 1;
};

int number_of_attribute(std::string_view value, int otherwise);

}
