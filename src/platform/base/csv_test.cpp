// What a table handed over by an office may look like, and what is refused with a clear reason.
#include "platform/base/csv.hpp"

#include "platform/base/utf8.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& text, csv::Options options = {}) {
    std::istringstream in{text};
    csv::Reader reader{in, std::move(options)};
    std::vector<std::vector<std::string>> rows{reader.header()};
    while (auto* row = reader.next()) {
        rows.emplace_back();
        for (std::size_t n = 0; n < row->size(); ++n) rows.back().emplace_back((*row)[n]);
    }
    return rows;
}

csv::Error error_of(const std::string& text, csv::Options options = {}) {
    try {
        rows_of(text, std::move(options));
    } catch (const csv::Error& error) { return error; }
    ADD_FAILURE() << "read without an error: " << text.substr(0, 80);
    return {csv::Fault::empty, 0};
}

using Table = std::vector<std::vector<std::string>>;

}

TEST(Csv, the_separator_is_found_in_the_header) {
    Table expected{{"kod", "nazev"}, {"577626", "Víchová, horní"}};
    EXPECT_EQ(rows_of("kod,nazev\n577626,\"Víchová, horní\"\n"), expected);
    EXPECT_EQ(rows_of("kod;nazev\r\n577626;Víchová, horní\r\n"), expected);
    EXPECT_EQ(rows_of("kod\tnazev\n577626\tVíchová, horní"), expected);
    EXPECT_EQ(rows_of("\xEF\xBB\xBFkod;\"nazev\"\n577626;Víchová, horní"), expected);
    EXPECT_EQ(rows_of("kod|nazev\n577626|Víchová, horní", {.separator = '|'}), expected);
}

TEST(Csv, quotes_line_ends_and_empty_cells_are_kept) {
    EXPECT_EQ(rows_of("a,b,c\n\"řekl \"\"ano\"\"\",,\"dva\r\nřádky\"\n\n"),
              (Table{{"a", "b", "c"}, {"řekl \"ano\"", "", "dva\r\nřádky"}}));
    EXPECT_EQ(rows_of("a\n\"\"\n"), (Table{{"a"}, {""}}));
}

TEST(Csv, a_column_is_looked_up_by_its_name) {
    std::istringstream in{"code,name\n554782,Praha\n"};
    csv::Reader reader{in, {.required_columns = {"name"}}};
    EXPECT_EQ(reader.column("name"), 1u);
    EXPECT_FALSE(reader.find_column("orp"));
    auto* row = reader.next();
    ASSERT_TRUE(row);
    EXPECT_EQ((*row)[reader.column("code")], "554782");
    EXPECT_EQ(row->number(), 2u);
    EXPECT_FALSE(reader.next());
}

TEST(Csv, a_wrong_table_names_its_row_and_reason) {
    struct {
        std::string text;
        csv::Fault fault;
        std::uint64_t row;
    } wrong[]{
        {"", csv::Fault::empty, 1},
        {"\r\n\n", csv::Fault::empty, 3},
        {"a,b\n1\n", csv::Fault::cell_count, 2},
        {"a,b\n1,2,3\n", csv::Fault::cell_count, 2},
        {"a,a\n1,2\n", csv::Fault::column_repeated, 1},
        {"a,b\n1,\"2\n3,4\n", csv::Fault::quote_open, 2},
        {"a,b\n\"x\n\ny\",2\n1,2\"\n", csv::Fault::quote_stray, 5},
        {"a,b\n1,\"2\"x\n", csv::Fault::quote_stray, 2},
        {"a,b\n1,2\n1,p\xF8\xEDklad\n", csv::Fault::not_utf8, 3},
    };
    for (auto& [text, fault, row] : wrong) {
        auto error = error_of(text);
        EXPECT_EQ(error.fault, fault) << text;
        EXPECT_EQ(error.row, row) << text;
        EXPECT_EQ(error.values.back(), std::to_string(row));
    }
}

TEST(Csv, a_missing_column_is_named) {
    auto error = error_of("kod;nazev\n1;2\n", {.required_columns = {"kod", "orp_kod"}});
    EXPECT_EQ(error.fault, csv::Fault::column_missing);
    EXPECT_EQ(error.values.front(), "orp_kod");
    EXPECT_EQ(error.text_key(), "csv.error.column_missing");
}

TEST(Csv, has_a_longest_cell_and_a_last_row) {
    EXPECT_EQ(error_of("a\n" + std::string(1001, 'x'), {.cell_bytes_max = 1000}).fault, csv::Fault::cell_too_long);
    EXPECT_EQ(rows_of("a\n" + std::string(1000, 'x'), {.cell_bytes_max = 1000})[1][0].size(), 1000u);
    EXPECT_EQ(error_of("a\n1\n2\n3\n", {.rows_max = 2}).fault, csv::Fault::too_many_rows);
    EXPECT_EQ(rows_of("a\n1\n2\n", {.rows_max = 2}).size(), 3u);
}

TEST(Csv, rows_longer_than_the_buffer_read_whole) {
    std::string text = "a,b\r\n";
    for (int n = 0; n < 5000; ++n) text += std::string(30, 'c') + ",\"č\r\nž\"\r\n";
    auto rows = rows_of(text);
    ASSERT_EQ(rows.size(), 5001u);
    for (std::size_t n = 1; n < rows.size(); ++n)
        ASSERT_EQ(rows[n], (std::vector<std::string>{std::string(30, 'c'), "č\r\nž"}));
}

TEST(Csv, no_spreadsheet_runs_a_cell_that_we_wrote) {
    std::string out;
    csv::write_row(out, {"=1+1", "+CMD", "-1+2", "@SUM(A1)", "\tx", "Domov, s. r. o.", "řekl \"ano\""});
    EXPECT_EQ(out, "\"'=1+1\",\"'+CMD\",\"'-1+2\",\"'@SUM(A1)\",\"'\tx\",\"Domov, s. r. o.\",\"řekl \"\"ano\"\"\"\r\n");
}

// feature H6
TEST(Csv, nor_one_that_begins_where_another_program_sees_a_separator) {
    std::string out;
    csv::write_row(out, {"x;=1+1", "x\t@SUM(A1)", "x;\"=1+1", "a\n+CMD", "＝1+1", "od 5; -7, +420 111"});
    EXPECT_EQ(out, "\"x;'=1+1\",\"x\t'@SUM(A1)\",\"x;'\"\"=1+1\",\"a\n'+CMD\",\"'＝1+1\",\"od 5; -7, +420 111\"\r\n");
    out.clear();
    csv::write_row(out, {"1;-2", "", ";"});
    EXPECT_EQ(out, "1;-2,,;\r\n");
}

TEST(Csv, numbers_stay_numbers) {
    std::string out;
    csv::write_row(out, {"-5", "-7,30", "+12.5", "0"}, ';');
    EXPECT_EQ(out, "-5;-7,30;+12.5;0\r\n");
}

TEST(Csv, reads_back_what_it_wrote) {
    std::vector<std::string> header{"a", "b", "c"}, cells{"\"", "první\r\ndruhý", "x,y;z"};
    std::string out;
    csv::write_row(out, header), csv::write_row(out, cells);
    EXPECT_EQ(rows_of(out), (Table{header, cells}));
}

TEST(Utf8, is_told_from_other_encodings) {
    EXPECT_EQ(utf8::first_fault("Žižkova čtvrť – 😀"), std::string::npos);
    EXPECT_EQ(utf8::first_fault("osm znak\xF9"), 8u);
    for (auto text : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"})
        EXPECT_EQ(utf8::first_fault(text), 0u);
    EXPECT_EQ(utf8::first_fault_in_piece("\x8D konec \xC4"), std::string::npos);
    EXPECT_EQ(utf8::first_fault_in_piece("\x8D \xC4 konec"), 2u);
}
