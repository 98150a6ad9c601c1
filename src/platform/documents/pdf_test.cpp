// Poppler's programs read what we printed.
#include "platform/documents/hyphenation.hpp"
#include "platform/documents/pdf.hpp"
#include "tests/world/printed.hpp"

#include <gmock/gmock.h>

using namespace documents;
using testing::HasSubstr;
using testing::Not;

namespace {

const Instant printed_at = *parse_instant("2026-11-24T08:00:00Z");

std::string two_pages() {
    Pdf pdf{{"Adresář „Příklad“", "Liberecký kraj", "zkouška", "cs", printed_at}};
    pdf.begin("Document");
    pdf.bookmark("První díl", 60);
    pdf.draw(pdf.lay({"Žluťoučký kůň", Look::title, 400}), 60, 60, "H1");
    Words forward{"na druhou stranu", Look::text, 400};
    forward.to_page = 2;
    pdf.draw(pdf.lay(forward), 60, 100, "P");
    pdf.next_page();
    Words away{"Dílna „Ruka's“", Look::name, 400};
    away.link = "https://opora.example/sluzby/dilna?a='b'";
    pdf.draw(pdf.lay(away), 60, 60, "H2");
    pdf.draw(pdf.lay({"první\x01\xFF\ndruhý", Look::text, 400}), 60, 90, "P");
    pdf.end("Document");
    pdf.finish();
    return pdf.take();
}

}

// fontconfig keeps what it read of the system's fonts until the program ends, and lets it go then without freeing it.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

// feature A19
TEST(Pdf, is_tagged_has_a_title_a_language_and_letters_of_its_own) {
    world::Printed pdf{two_pages()};
    EXPECT_THAT(pdf.said("pdfinfo"), HasSubstr("Title:           Adresář „Příklad“"));
    EXPECT_THAT(pdf.said("pdfinfo"), HasSubstr("Tagged:          yes"));
    EXPECT_THAT(pdf.said("pdfinfo"), HasSubstr("Pages:           2"));
    EXPECT_THAT(pdf.said("pdfinfo"), HasSubstr("Page size:       595.28 x 841.89 pts (A4)"));
    EXPECT_THAT(pdf.bytes(), HasSubstr("/Lang (cs-CZ)"));
    EXPECT_THAT(pdf.bytes(), HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(pdf.said("pdfinfo -struct-text"),
                testing::AllOf(HasSubstr("H1"), HasSubstr("Žluťoučký kůň"), HasSubstr("Link")));
    EXPECT_THAT(pdf.said("pdffonts"), Not(HasSubstr(" no  ")));    // embedded, subsets, with Unicode
    EXPECT_EQ(pdf.complaints("pdfinfo -struct"), "");    // the tables of places fit after the language came in
}

TEST(Pdf, its_text_can_be_taken_out_and_its_links_lead_somewhere) {
    world::Printed pdf{two_pages()};
    auto text = pdf.said("pdftotext -layout", "-");
    EXPECT_THAT(text, HasSubstr("Žluťoučký kůň"));
    EXPECT_THAT(text, HasSubstr("první\n"));
    EXPECT_THAT(text, Not(HasSubstr("\x01")));
    EXPECT_THAT(pdf.bytes(), HasSubstr("https://opora.example/sluzby/dilna?a='b'"));
    EXPECT_THAT(pdf.bytes(), HasSubstr("/Dest"));
}

TEST(Pdf, lines_that_are_too_many_end_in_an_ellipsis) {
    Pdf pdf{{"a", "b", "c", "cs", printed_at}};
    std::string text;
    for (int n = 0; n < 200; ++n) text += "dlouhý text ";
    EXPECT_LT(pdf.lay({text, Look::text, 200, 3}).height(), 50);
    EXPECT_GT(pdf.lay({text, Look::text, 200}).height(), 300);
}

TEST(Hyphenation, parts_czech_words_and_leaves_alone_what_is_none) {
    Hyphenation czech;
    EXPECT_EQ(czech.soften("terapeutické dílny"), "te\u00ADrape\u00ADu\u00ADtické dílny");
    for (auto whole :
         {"dílna", "OPORA123", "https://opora.example/sluzby", "XLSXsoubor", "соціальна допомога", "", "  "})
        EXPECT_EQ(czech.soften(whole), whole);
    EXPECT_EQ(czech.soften("(terapeutické),"), "(te\u00ADrape\u00ADu\u00ADtické),");
}

TEST(QrCode, holds_an_address_and_refuses_what_no_code_holds) {
    QrCode code{"https://opora.example.cz/sluzby/fokus-semily-std"};
    EXPECT_GE(code.size(), 25);
    for (int n = 0; n < 7; ++n) EXPECT_TRUE(code.dark(n, 0) && code.dark(0, n));    // the corner that readers look for
    EXPECT_THAT(code.path(), testing::StartsWith("M4 4h7v1h-7z"));
    EXPECT_THROW(QrCode{std::string(3000, 'x')}, std::length_error);
}
