// What others read in the sheets that we write: a reader of the standard library of Python opens each.
#include "platform/documents/table_file.hpp"
#include "platform/documents/zip_stream.hpp"
#include "tests/source_folder.hpp"

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>

using namespace documents;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

const Instant made = *parse_instant("2026-11-24T08:00:00Z");

Table table_of(std::vector<Column> columns, std::vector<Row> rows) {
    Table table{"Služby", "cs", made, std::move(columns), {}};
    table.next = [rows = std::move(rows), n = std::size_t{}](Row& row) mutable {
        if (n == rows.size()) return false;
        row = rows[n++];
        return true;
    };
    return table;
}

std::string written(Table table, TableFormat format) {
    auto next = pieces(std::move(table), format);
    std::string all;
    while (auto piece = next()) all += *piece;
    return all;
}

// What tests/binary/sheets.py tells of the file.
boost::json::object told(const std::string& bytes) {
    auto folder = std::filesystem::temp_directory_path() / to_text(Uuid::made_at(made));
    std::filesystem::create_directory(folder);
    std::ofstream{folder / "sheet", std::ios::binary} << bytes;
    auto command = "python3 '" + source_folder() + "/tests/binary/sheets.py' '" + (folder / "sheet").string() +
                   "' > '" + (folder / "told").string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ifstream file{folder / "told"};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    std::filesystem::remove_all(folder);
    return text.empty() ? boost::json::object{} : boost::json::parse(text).as_object();
}

std::string cell_text(const boost::json::object& sheet, std::size_t row, std::size_t column) {
    return boost::json::serialize(sheet.at("rows").at(row).at(column));
}

constexpr TableFormat sheets[] = {TableFormat::xlsx, TableFormat::ods};

const std::vector<Column> all_kinds{{"nazev", "Název", Kind::text, 30},
                                    {"mist", "Míst", Kind::number, 8},
                                    {"od", "Od", Kind::date, 12},
                                    {"kdy", "Kdy", Kind::moment, 18},
                                    {"adresa", "Adresa", Kind::link, 40}};

}

// feature H6
TEST(TableFile, sheets_hold_texts_numbers_days_moments_and_links_as_what_they_are) {
    Row row{"Dílna <„Ruka“ & spol.>", std::int64_t{-12}, *day_of(2026, 7, 1), made,
            "https://opora.example/sluzby/dilna?a=1&b=2"};
    Row other{std::monostate{}, 7.5, *day_of(2000, 2, 29), std::monostate{}, "javascript:alert(1)"};
    for (auto format : sheets) {
        auto sheet = told(written(table_of(all_kinds, {row, other}), format));
        EXPECT_EQ(cell_text(sheet, 1, 0), R"("Dílna <„Ruka“ & spol.>")");
        EXPECT_EQ(cell_text(sheet, 1, 1), R"({"number":"-12"})");
        EXPECT_EQ(cell_text(sheet, 1, 2), R"({"date":"2026-07-01"})");
        EXPECT_EQ(cell_text(sheet, 1, 3), R"({"date":"2026-11-24T09:00"})");    // by the clocks of Prague
        EXPECT_THAT(cell_text(sheet, 1, 4), HasSubstr(R"("link":"https://opora.example/sluzby/dilna?a=1&b=2")"));
        EXPECT_EQ(cell_text(sheet, 2, 0), "null");
        EXPECT_EQ(cell_text(sheet, 2, 1), R"({"number":"7.5"})");
        EXPECT_EQ(cell_text(sheet, 2, 2), R"({"date":"2000-02-29"})");
        EXPECT_EQ(cell_text(sheet, 2, 4), "\"javascript:alert(1)\"");    // told, but leads nowhere
    }
}

TEST(TableFile, the_heading_is_bold_stays_in_sight_and_filters_the_whole_table) {
    for (auto format : sheets) {
        auto sheet = told(written(table_of(all_kinds, {Row{"a"}, Row{"b"}}), format));
        EXPECT_EQ(cell_text(sheet, 0, 0), R"("Název")");
        EXPECT_TRUE(sheet.at("heading_bold").as_bool());
        EXPECT_EQ(sheet.at("frozen").as_int64(), 1);
        EXPECT_EQ(sheet.at("filter").as_string(), format == TableFormat::xlsx ? "A1:E3" : "'Služby'.A1:'Služby'.E3");
        EXPECT_EQ(sheet.at("widths").as_array().size(), 5u);
        EXPECT_EQ(sheet.at("title").as_string(), "Služby");
        EXPECT_EQ(sheet.at("language").as_string(), "cs");
    }
}

TEST(TableFile, no_cell_begins_a_formula_and_every_text_comes_back_as_it_was) {
    const std::vector<std::string> hostile{"=HYPERLINK(\"http://evil.example\")",
                                           "+420 111 222 333",
                                           "-1+2",
                                           "@SUM(A1)",
                                           "\t=1+1",
                                           "=cmd|'/c calc'!A0",
                                           "_x0041_ is no A",
                                           "]]><script>alert(1)</script>",
                                           "  dvě  mezery ",
                                           "první\ndruhý",
                                           "😀 žluťoučký"};
    std::vector<Row> rows;
    for (auto& text : hostile) rows.push_back({text});
    for (auto format : sheets) {
        auto sheet = told(written(table_of({{"a", "=1+1"}}, rows), format));
        EXPECT_EQ(cell_text(sheet, 0, 0), R"("=1+1")");
        for (std::size_t n = 0; n < hostile.size(); ++n)
            EXPECT_EQ(sheet.at("rows").at(n + 1).at(0), boost::json::value(hostile[n]));
    }
    // A person who opens the cell and leaves it again types the text anew: in XLSX the prefix keeps it a text.
    auto csv = written(table_of({{"a", "A"}}, rows), TableFormat::csv);
    for (auto line : {"\r\n=", "\r\n+", "\r\n-", "\r\n@", "\r\n\t"}) EXPECT_THAT(csv, Not(HasSubstr(line)));
}

TEST(TableFile, what_xml_forbids_is_left_out_and_a_text_too_long_for_a_cell_is_cut) {
    std::string bytes{"a\0b\x01\x1F"
                      "c\xEF\xBF\xBF"
                      "d\xFF"
                      "e\r\nf",
                      16};
    Row row{bytes, std::string(40'000, 'x') + "konec"};
    auto xlsx = told(written(table_of({{"a", "A"}, {"b", "B"}}, {row}), TableFormat::xlsx));
    EXPECT_EQ(cell_text(xlsx, 1, 0), R"("abcde\nf")");
    EXPECT_LE(xlsx.at("rows").at(1).at(1).as_string().size(), 32'767u);
    EXPECT_TRUE(xlsx.at("rows").at(1).at(1).as_string().ends_with("…"));
    auto ods = told(written(table_of({{"a", "A"}, {"b", "B"}}, {row}), TableFormat::ods));
    EXPECT_EQ(cell_text(ods, 1, 0), R"("abcde\nf")");
    EXPECT_TRUE(ods.at("rows").at(1).at(1).as_string().ends_with("konec"));
}

TEST(TableFile, an_empty_table_is_a_heading) {
    for (auto format : sheets)
        EXPECT_EQ(told(written(table_of(all_kinds, {}), format)).at("rows").as_array().size(), 1u);
    EXPECT_EQ(written(table_of(all_kinds, {}), TableFormat::csv), "nazev,mist,od,kdy,adresa\r\n");
}

TEST(TableFile, numbers_that_are_none_and_days_before_sheets_can_count_do_no_harm) {
    Row row{std::string{}, std::nan(""), *day_of(1899, 12, 31), *parse_instant("1850-01-01T00:00:00Z"), std::string{}};
    auto sheet = told(written(table_of(all_kinds, {row}), TableFormat::xlsx));
    EXPECT_EQ(cell_text(sheet, 1, 1), "null");
    EXPECT_EQ(cell_text(sheet, 1, 2), R"("1899-12-31")");
    EXPECT_EQ(cell_text(told(written(table_of(all_kinds, {row}), TableFormat::ods)), 1, 2), R"({"date":"1899-12-31"})");
}

TEST(TableFile, the_first_piece_waits_for_no_row_and_none_is_large) {
    for (auto format : {TableFormat::csv, TableFormat::xlsx, TableFormat::ods}) {
        int asked = 0;
        Table table{"Velká", "cs", made, all_kinds, {}};
        table.next = [&](Row& row) {
            if (asked == 20'000) return false;
            ++asked;
            row = {"Služba " + std::to_string(asked), std::int64_t{asked}, *day_of(2026, 1, 1), made,
                   "https://opora.example/sluzby/" + std::to_string(asked * 7919)};
            return true;
        };
        auto next = pieces(std::move(table), format);
        auto first = *next();
        EXPECT_EQ(asked, 0);
        EXPECT_FALSE(first.empty());
        std::size_t longest = 0, count = 0;
        std::string all = std::move(first);
        while (auto piece = next()) all += *piece, longest = std::max(longest, piece->size()), ++count;
        EXPECT_GT(count, 50u);
        EXPECT_LT(longest, 512u * 1024) << "links of a sheet come at its end, everything else as it is made";
        if (format == TableFormat::csv) continue;
        auto sheet = told(all);
        EXPECT_EQ(sheet.at("rows").as_array().size(), 20'001u);
        EXPECT_THAT(cell_text(sheet, 20'000, 4), HasSubstr("\"link\":\"https://opora.example/sluzby/158380000\""));
    }
}

TEST(TableFile, a_sheet_that_cannot_hold_all_rows_is_refused_rather_than_cut) {
    Table table{"Milion", "cs", made, {{"a", "A"}}, [](Row& row) { return row.push_back(std::int64_t{1}), true; }};
    auto next = pieces(std::move(table), TableFormat::xlsx);
    EXPECT_THROW(while (next()){}, std::length_error);
}

TEST(TableFile, its_format_is_the_ending_of_the_address) {
    EXPECT_EQ(table_format("/sluzby.xlsx"), TableFormat::xlsx);
    EXPECT_EQ(table_format("obce.ods"), TableFormat::ods);
    for (auto other : {"/sluzby", "/sluzby.xls", "/sluzby.xlsx/", "csv"}) EXPECT_FALSE(table_format(other)) << other;
}
