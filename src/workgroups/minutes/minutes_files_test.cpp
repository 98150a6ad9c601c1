// Minutes as files that others open.
#include "tests/world/minutes_world.hpp"
#include "tests/world/printed.hpp"
#include "workgroups/minutes/minutes_document.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct MinutesFiles : world::MinutesWorld {};

// As a program that knows nothing of ours reads the archive: every part of XML is well-formed.
std::string unpacked(const std::string& bytes, const std::string& ending) {
    world::Printed file{bytes};
    auto script = std::string{"python3 -c 'import sys,zipfile,xml.dom.minidom as m\n"
                              "z=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                              "for n in z.namelist():\n"
                              "  t=z.read(n).decode()\n"
                              "  if n.endswith((\".xml\",\".rels\")): m.parseString(t)\n"
                              "  print(n); print(t)'"};
    auto said = file.said(script);
    EXPECT_FALSE(said.empty()) << ending << file.complaints(script);
    return said;
}

}

// Publicity above, project below, in every file.
// row 4.30
TEST_F(MinutesFiles, leave_as_files_that_others_open_with_publicity_and_hostile_letters_as_text) {
    begin();
    write(0, "Odstavec <script>alert(1)</script> & \"uvozovky\" ]]> | `kód`\n\n- první položka\n- druhá položka");
    auto part = parts()[0];
    office.post(office.eva, part_at(part, "/ukol"), {{"co", "Napsat <b>zprávu</b> & poslat"}, {"kdo_text", "A & B"}});
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *minutes_of(work, meeting.id);
        auto after = before;
        after.programme = "Operační program Zaměstnanost", after.project_title = "Rozvoj MA21 v Jilemnici";
        after.project_number = "CZ.03.4.74/0.0/0.0/16_033/0003005", after.project_term = "01/2017–12/2018";
        change(office.as_nobody(work), before, after);
    });
    auto escaped = AllOf(HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script>")), HasSubstr("druhá položka"),
                         HasSubstr("Napsat &lt;b&gt;zprávu"), HasSubstr("A &amp; B"),
                         HasSubstr("Operační program Zaměstnanost"), HasSubstr("CZ.03.4.74/0.0/0.0/16_033/0003005"),
                         HasSubstr("01/2017–12/2018"), HasSubstr("Evropský sociální fond"));
    EXPECT_THAT(unpacked(office.get(office.petr, at(".docx")).body, "docx"),
                AllOf(escaped, HasSubstr("w:footerReference"), HasSubstr("w:val=\"Heading1\""), HasSubstr("cs-CZ"),
                      HasSubstr("<w:tbl>"), HasSubstr("w:numId")));
    EXPECT_THAT(unpacked(office.get(office.petr, at(".odt")).body, "odt"),
                AllOf(escaped, HasSubstr("text:outline-level"), HasSubstr("<style:footer>"),
                      HasSubstr("fo:language=\"cs\""), HasSubstr("table:table-row"), HasSubstr("<text:list-item>")));
    EXPECT_THAT(office.get(office.petr, at(".html")).body,
                AllOf(escaped, HasSubstr("lang=\"cs\""), HasSubstr("<li>druhá")));
    EXPECT_THAT(office.get(office.petr, at(".md")).body, AllOf(HasSubstr("\\<script\\>"), HasSubstr("\\`kód\\`")));
    world::Printed pdf{office.get(office.petr, at(".pdf")).body};
    EXPECT_THAT(pdf.said("pdftotext", "-"),
                AllOf(HasSubstr("druhá položka"), HasSubstr("<script>"), HasSubstr("Rozvoj MA21")));
    EXPECT_THAT(pdf.said("pdfinfo"), AllOf(HasSubstr("Tagged:"), HasSubstr("yes")));
    EXPECT_THAT(pdf.bytes(), HasSubstr("/Lang (cs-CZ)"));
}

TEST_F(MinutesFiles, of_many_pages_are_a_file_of_many_pages) {
    begin();
    std::string much;
    for (int n = 0; n < 400; ++n) much += "Odstavec číslo " + std::to_string(n) + " o službách v území.\n\n";
    write(0, much);
    world::Printed pdf{office.get(office.petr, at(".pdf")).body};
    EXPECT_THAT(pdf.said("pdftotext", "-"), HasSubstr("Odstavec číslo 399"));
    auto part = parts()[1];
    EXPECT_EQ(office.post(office.eva, part_at(part), typed(part, std::string(31'000, 'x'))).status,
              http::unprocessable);
}

TEST(MinutesDocuments, are_read_back_as_they_were_written) {
    MinutesDocument document{"Skupina\tA", "cs", {{"paragraph", "a\nb\\t\tc", "", ""}, {"task", "x", "kdo", "kdy"}}};
    auto back = document_from(document_text(document));
    EXPECT_EQ(back.title, document.title);
    EXPECT_EQ(back.pieces, document.pieces);
}

TEST_F(MinutesFiles, say_where_nothing_was_written_and_carry_no_marks_of_another_format) {
    begin();
    write(0, "Schválen program.");
    auto part = parts()[0];
    ASSERT_EQ(office.post(office.eva, part_at(part, "/usneseni"), {{"co", "Skupina souhlasí."}}).status,
              http::see_other);
    auto html = world::with_plain_spaces(office.get(office.eva, at(".html")).body);
    EXPECT_THAT(html, AllOf(HasSubstr("<strong>Usnesení "), Not(HasSubstr("**")), HasSubstr("Bez záznamu."),
                            HasSubstr("<title>Zápis z jednání 1. 10. 2026 – " + group.name)));
}

TEST_F(MinutesFiles, hold_no_page_with_the_project_alone) {
    begin();
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *minutes_of(work, meeting.id);
        auto after = before;
        after.project_title = "Rozvoj MA21 v Jilemnici", after.project_number = "CZ.03.4.74/0.0/0.0/16_033/0003005";
        after.project_term = "01/2017–12/2018";
        change(office.as_nobody(work), before, after);
    });
    // Wherever the words end on their page.
    for (int lines = 20; lines < 60; ++lines) {
        std::string much;
        for (int n = 0; n < lines; ++n) much += "- položka\n";
        write(0, much);
        world::Printed pdf{office.get(office.petr, at(".pdf")).body};
        auto last = pdf.said("pdftotext", "-");
        last = last.substr(0, last.find_last_not_of("\f\n ") + 1);
        last = last.substr(last.rfind('\f') == last.npos ? 0 : last.rfind('\f') + 1);
        EXPECT_THAT(last, AllOf(HasSubstr("01/2017–12/2018"),
                                testing::AnyOf(HasSubstr("položka"), HasSubstr("Diskuze"), HasSubstr("Bez záznamu"))));
    }
}
