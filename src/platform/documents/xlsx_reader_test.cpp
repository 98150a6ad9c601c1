// Workbooks as programs write them and as somebody breaks them: read, or refused with a sentence.
#include "platform/documents/table_file.hpp"
#include "platform/documents/xlsx_reader.hpp"
#include "platform/documents/zip_reader.hpp"
#include "platform/documents/zip_stream.hpp"

#include <gmock/gmock.h>

#include <fmt/format.h>
#include <fstream>

using namespace documents;
using testing::ElementsAre;

namespace {

const Instant noon = *parse_instant("2026-11-24T11:00:00Z");

class WorkbookFile {
public:
    explicit WorkbookFile(const std::string& bytes) { std::ofstream{path, std::ios::binary} << bytes; }
    ~WorkbookFile() { std::filesystem::remove(path); }
    WorkbookFile(const WorkbookFile&) = delete;

    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("workbook-" + to_text(Uuid::made_at(noon)));
};

// The parts of a workbook; what is left out is as simple as it may be.
struct Parts {
    std::string sheet{}, shared{}, styles{}, workbook_more{};
    std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    std::string packed() const {
        ZipStream zip{noon};
        zip.add(
            "_rels/.rels",
            R"(<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
        zip.add(
            "xl/workbook.xml",
            R"(<workbook xmlns:r="http://r">)" + workbook_more +
                R"(<sheets><sheet name="Služby" sheetId="1" r:id="rId1"/><sheet name="Druhý" sheetId="2" r:id="rId2"/></sheets></workbook>)");
        zip.add(
            "xl/_rels/workbook.xml.rels",
            R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="http://x/styles" Target="styles.xml"/></Relationships>)");
        if (!shared.empty()) zip.add("xl/sharedStrings.xml", shared);
        if (!styles.empty()) zip.add("xl/styles.xml", styles);
        zip.add("xl/worksheets/sheet1.xml", head + "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>");
        zip.add(
            "xl/worksheets/sheet2.xml",
            R"(<worksheet><sheetData><row><c t="inlineStr"><is><t>jinde</t></is></c></row></sheetData></worksheet>)");
        zip.finish();
        return zip.take();
    }
};

std::vector<std::string> rows_in(const std::string& bytes, const XlsxOptions& options = {}) {
    WorkbookFile file{bytes};
    XlsxReader reader{file.path, options};
    std::vector<std::string> rows;
    while (auto row = reader.next()) {
        auto line = std::to_string(row->number);
        for (auto& cell : row->cells) line += fmt::format(" {}:{}:{}", cell.column, "tndmbe"[cell.kind], cell.value);
        rows.push_back(line);
    }
    return rows;
}

std::string refusal_of(const std::string& bytes, const XlsxOptions& options = {}) {
    try {
        rows_in(bytes, options);
        return "read";
    } catch (const XlsxError& error) { return std::string{error.text_key().substr(11)}; }
}

std::string text_row(int number, const std::string& text) {
    return fmt::format(R"(<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c></row>)", number, text);
}

}

TEST(XlsxReader, reads_back_what_we_write_ourselves) {
    Table table{"Služby",
                "cs",
                noon,
                {{"nazev", "Název"},
                 {"pocet", "Počet", Kind::number},
                 {"den", "Den", Kind::date},
                 {"kdy", "Kdy", Kind::moment},
                 {"web", "Web", Kind::link}},
                [n = 0](Row& row) mutable {
                    if (n++ == 2) return false;
                    if (n == 1)
                        row = {std::string{"Domov <&> „růže“"}, std::int64_t{12}, *parse_date("24. 11. 2026"), noon,
                               std::string{"https://opora.example/"}};
                    else row = {std::string{"=1+1"}, 1.5, Cell{}, Cell{}, Cell{}};
                    return true;
                }};
    std::string bytes;
    auto next = pieces(std::move(table), TableFormat::xlsx);
    while (auto piece = next()) bytes += *piece;
    EXPECT_THAT(
        rows_in(bytes),
        ElementsAre("1 0:t:Název 1:t:Počet 2:t:Den 3:t:Kdy 4:t:Web",
                    "2 0:t:Domov <&> „růže“ 1:n:12 2:d:2026-11-24 3:m:2026-11-24T12:00 4:t:https://opora.example/",
                    "3 0:t:=1+1 1:n:1.5"));
}

TEST(XlsxReader, knows_shared_texts_booleans_errors_and_the_last_value_of_a_formula) {
    Parts parts;
    parts.shared = "<sst><si><t>první</t></si><si><r><t>dru</t></r><r><t>hý</t></r><rPh><t>zvuk</t></rPh></si></sst>";
    parts.sheet =
        R"(<row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>0</v></c><c r="E2" t="b"><v>1</v></c></row>)"
        R"(<row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C5" t="e"><v>#N/A</v></c><c r="AA5"><v>26001234</v></c></row>)";
    EXPECT_THAT(rows_in(parts.packed()),
                ElementsAre("2 1:t:druhý 3:t:první 4:b:1", "5 0:n:2 1:t:ab 2:e:#N/A 26:n:26001234"));
}

TEST(XlsxReader, tells_days_from_numbers_by_their_style_in_both_calendars) {
    Parts parts;
    parts.styles =
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\.\ m\.\ yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; dny&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs></styleSheet>)";
    parts.sheet =
        R"(<row r="1"><c r="A1" s="0"><v>46350</v></c><c r="B1" s="1"><v>46350</v></c><c r="C1" s="2"><v>59</v></c><c r="D1" s="2"><v>61</v></c><c r="E1" s="3"><v>46350</v></c><c r="F1" s="4"><v>46350.5</v></c><c r="G1" s="5"><v>1.5</v></c></row>)";
    EXPECT_THAT(rows_in(parts.packed()),
                ElementsAre("1 0:n:46350 1:d:2026-11-24 2:d:1900-02-28 3:d:1900-03-01 4:n:46350"
                            " 5:m:2026-11-24T12:00 6:n:1.5"));
    parts.workbook_more = R"(<workbookPr date1904="1"/>)";
    parts.sheet = R"(<row><c s="1"><v>44888</v></c></row>)";
    EXPECT_THAT(rows_in(parts.packed()), ElementsAre("1 0:d:2026-11-24"));
}

TEST(XlsxReader, takes_the_first_sheet_or_the_one_that_is_named) {
    Parts parts;
    parts.sheet = text_row(1, "tady");
    EXPECT_THAT(rows_in(parts.packed()), ElementsAre("1 0:t:tady"));
    XlsxOptions second;
    second.sheet = "Druhý";
    EXPECT_THAT(rows_in(parts.packed(), second), ElementsAre("1 0:t:jinde"));
    second.sheet = "Třetí";
    EXPECT_EQ(refusal_of(parts.packed(), second), "no_sheet");
}

TEST(XlsxReader, says_what_it_was_given_instead_of_a_workbook) {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    std::string wide;
    for (char c : std::string{"EncryptedPackage"}) wide += c, wide += '\0';
    EXPECT_EQ(refusal_of("název;počet\n"), "not_a_workbook");
    EXPECT_EQ(refusal_of(""), "not_a_workbook");
    EXPECT_EQ(refusal_of(ole + std::string(600, '\0')), "old_excel");
    EXPECT_EQ(refusal_of(ole + std::string(600, '\0') + wide), "encrypted");
    ZipStream document{noon};
    document.store("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    document.add("content.xml", "<office/>");
    document.finish();
    EXPECT_EQ(refusal_of(document.take()), "open_document");
    EXPECT_EQ(refusal_of(Parts{}.packed()), "empty");
}

TEST(XlsxReader, refuses_entities_bombs_and_what_is_broken_wherever_it_is_cut) {
    Parts parts;
    parts.sheet = text_row(1, "tady");
    parts.head = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>";
    EXPECT_EQ(refusal_of(parts.packed()), "with_doctype");
    parts.head.clear(), parts.sheet = text_row(1, std::string(100u << 20, ' '));
    EXPECT_EQ(refusal_of(parts.packed()), "too_dense");
    XlsxOptions little;
    little.sheet_bytes_most = 10'000, parts.sheet = text_row(1, std::string(20'000, 'a'));
    EXPECT_EQ(refusal_of(parts.packed(), little), "too_large");
    parts.sheet = text_row(2, "a") + text_row(1, "b");
    EXPECT_EQ(refusal_of(parts.packed()), "broken") << "rows out of their order";
    parts.sheet = R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)";
    EXPECT_EQ(refusal_of(parts.packed()), "broken") << "a shared text that is not there";
    parts.sheet = text_row(1, "tady");
    auto whole = parts.packed();
    for (std::size_t length = 0; length < whole.size(); length += 7)
        EXPECT_NE(refusal_of(whole.substr(0, length)), "read") << length;
    auto flipped = whole;
    flipped[whole.find("sheet1.xml") + 30] = char(flipped[whole.find("sheet1.xml") + 30] ^ 0x55);
    EXPECT_NE(refusal_of(flipped), "read") << "the checksum says so";
}

TEST(XlsxReader, refuses_more_rows_and_columns_than_were_agreed) {
    Parts parts;
    parts.sheet = text_row(1, "a") + text_row(1'000'001, "b");
    EXPECT_EQ(refusal_of(parts.packed()), "too_many_rows");
    parts.sheet = R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)";
    EXPECT_EQ(refusal_of(parts.packed()), "too_many_columns");
    parts.sheet = R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)";
    EXPECT_THAT(rows_in(parts.packed()), ElementsAre("1 16383:n:1"));
}

TEST(ZipReader, finds_entries_by_either_case_and_reads_them_whole) {
    ZipStream zip{noon};
    zip.store("A.txt", "abc");
    zip.begin("b.txt"), zip.write(std::string(200'000, 'b')), zip.end();
    zip.finish();
    WorkbookFile file{zip.take()};
    ZipReader reader{file.path};
    ASSERT_NE(reader.find("a.TXT"), nullptr);
    EXPECT_EQ(unzipped(reader, *reader.find("a.txt"), 100), "abc");
    EXPECT_EQ(unzipped(reader, *reader.find("b.txt"), 200'000).size(), 200'000u);
    EXPECT_THROW(unzipped(reader, *reader.find("b.txt"), 100'000), ZipError);
    EXPECT_EQ(reader.find("c.txt"), nullptr);
}
