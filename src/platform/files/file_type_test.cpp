// Files are what their bytes say, and what is not on the list is refused with a sentence.
#include "platform/documents/zip_stream.hpp"
#include "platform/files/file_type.hpp"
#include "platform/files/stored_file.hpp"
#include "platform/i18n/texts.hpp"
#include "tests/world/handed_files.hpp"

#include <gmock/gmock.h>

namespace files {

namespace {

using namespace world;

std::string said(const std::string& bytes, const std::string& name) {
    auto look = look_at(content_in(std::string_view{bytes}), name);
    return look.type ? std::string{look.type->code} : look.refused.substr(std::string_view{"files.refused."}.size());
}

std::string with_entry(const std::string& entry, const std::string& bytes = "x") {
    return office_file("docx", {{entry, bytes}});
}

}

TEST(FileTypes, are_told_from_bytes) {
    EXPECT_EQ(said(small_pdf(), "Smlouva.PDF"), "pdf");
    EXPECT_EQ(said(small_pdf(), "Smlouva"), "pdf");
    for (auto kind : {"docx", "xlsx", "odt", "ods"}) EXPECT_EQ(said(office_file(kind), std::string{"a."} + kind), kind);
    EXPECT_EQ(said(small_png(), "mapa.png"), "png");
    EXPECT_EQ(said("\xFF\xD8\xFF\xE0 JFIF", "foto.jpeg"), "jpeg");
    EXPECT_EQ(said("GIF89a....", "obr.gif"), "gif");
    EXPECT_EQ(said("RIFF....WEBPVP8 ", "obr.webp"), "webp");
    EXPECT_EQ(said("Ceník\r\n\tOběd 80 Kč\n", "cenik.txt"), "text");
    EXPECT_EQ(said("MZDY;částka\n1;2\n", "mzdy.csv"), "csv");
    EXPECT_EQ(said("\xEF\xBB\xBFsluzba;pocet\n", "a.csv"), "csv");
}

TEST(FileTypes, that_are_not_what_their_name_says_are_refused) {
    EXPECT_EQ(said(small_pdf(), "smlouva.docx"), "name");
    EXPECT_EQ(said(office_file("docx"), "smlouva.pdf"), "name");
    EXPECT_EQ(said("Jen text.", "smlouva.pdf"), "name");
    EXPECT_EQ(said("alert(1)", "a.js"), "script");
    EXPECT_EQ(said("#!/bin/sh\nrm", "a.txt"), "script");
}

TEST(FileTypes, of_pages_and_programs_are_refused_under_any_name) {
    for (auto page : {"<!DOCTYPE html><p>a", "\xEF\xBB\xBF  <html>", "<svg xmlns='x'/>", "<?xml version='1.0'?><svg/>",
                      "text, then <ScRiPt>alert(1)</script>"})
        EXPECT_EQ(said(page, "cenik.pdf"), "markup") << page;
    EXPECT_EQ(said(std::string("MZ\x90\0\3", 5), "cenik.pdf"), "program");
    EXPECT_EQ(said("\x7f"
                   "ELF\2",
                   "cenik.pdf"),
              "program");
    EXPECT_EQ(said("Rar!\x1a\7", "cenik.pdf"), "archive");
    EXPECT_EQ(said("\x1f\x8b\b", "cenik.txt"), "archive");
    EXPECT_EQ(said(std::string("a\0b", 3), "cenik.txt"), "unknown");
    EXPECT_EQ(said("Cen\xedk", "cenik.csv"), "not_utf8");
    EXPECT_EQ(said("\xFF\xFE"
                   "C",
                   "cenik.csv"),
              "not_utf8");
    EXPECT_EQ(said("", "cenik.csv"), "empty");
}

TEST(FileTypes, of_two_kinds_at_once_are_refused) {
    EXPECT_EQ(said(small_pdf() + plain_zip(), "a.pdf"), "hidden");
    EXPECT_EQ(said(small_png() + plain_zip(), "a.png"), "hidden");
    EXPECT_EQ(said("%PDF-1.4\n<script>alert(1)</script>\n%%EOF\n", "a.pdf"), "hidden");
    EXPECT_EQ(said("%PDF-1.4 nothing more", "a.pdf"), "damaged");
    EXPECT_EQ(said("PK\3\4" + plain_zip(), "a.docx"), "damaged") << "with something before it";
}

TEST(FileTypes, of_office_are_looked_into_by_their_directory) {
    EXPECT_EQ(said(plain_zip(), "a.docx"), "archive");
    EXPECT_EQ(said(plain_zip(), "a.zip"), "archive");
    EXPECT_EQ(said(with_entry("word/vbaProject.bin"), "a.docx"), "macros");
    EXPECT_EQ(said(with_entry("xl/macrosheets/sheet1.xml"), "a.docx"), "macros");
    EXPECT_EQ(said(with_entry("word/embeddings/oleObject1.bin"), "a.docx"), "embedded");
    EXPECT_EQ(said(with_entry("word/media/setup.EXE"), "a.docx"), "embedded");
    EXPECT_EQ(said(office_file("odt", {{"Basic/Standard/Module1.xml", "x"}}), "a.odt"), "macros");
    EXPECT_EQ(said(office_file("odt", {}, "<manifest:encryption-data/>"), "a.odt"), "encrypted");
    EXPECT_EQ(said(with_entry("../../etc/passwd"), "a.docx"), "damaged");
    EXPECT_EQ(said(with_entry("[CONTENT_TYPES].xml"), "a.docx"), "damaged") << "one name twice";
    auto cut = office_file("docx");
    EXPECT_EQ(said(cut.substr(0, cut.size() - 1), "a.docx"), "damaged");
}

// Macros may stand under any name; the list of types says what they are.
TEST(FileTypes, of_macros_are_found_by_their_type) {
    auto types = [](const std::string& more) {
        documents::ZipStream zip{Instant{}};
        zip.add("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
                                       "wordprocessingml.document.main+xml\"/>" +
                                           more + "</Types>");
        zip.add("word/obrazek.png", "x");
        zip.finish();
        return zip.take();
    };
    EXPECT_EQ(said(types(""), "a.docx"), "docx");
    EXPECT_EQ(said(types("<Override ContentType=\"application/vnd.ms-office.vbaProject\"/>"), "a.docx"), "macros");
    EXPECT_EQ(said(types("<Override ContentType=\"application/vnd.ms-office.vba&#80;roject\"/>"), "a.docx"), "damaged");
    EXPECT_EQ(said(types(std::string(2 << 20, ' ')), "a.docx"), "damaged") << "longer than anybody's list";
}

TEST(FileTypes, of_old_office_and_locked_office_are_told_apart) {
    std::string old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    old.resize(1024);
    EXPECT_EQ(said(old, "a.doc"), "old_office");
    for (std::string_view word = "EncryptedPackage"; char letter : word) old += letter, old += '\0';
    old[48] = 1;    // the directory is the second sector
    EXPECT_EQ(said(old, "a.docx"), "encrypted");
    EXPECT_EQ(said("{\\rtf1 }", "a.rtf"), "old_office");
}

TEST(FileTypes, long_texts_are_read_to_their_end) {
    std::string text(64 * 1024 - 1, 'a');
    EXPECT_EQ(said(text + "ž" + text, "a.txt"), "text") << "a letter cut in two by our reading";
    EXPECT_EQ(said(text + "ž" + text + "\xC5", "a.txt"), "not_utf8");
    EXPECT_EQ(said(text + text + std::string(1, '\1'), "a.txt"), "unknown");
}

TEST(FileTypes, and_refusals_have_their_sentences) {
    i18n::Texts texts{"cs", platform::files()};
    for (auto& type : file_types()) EXPECT_TRUE(texts.has("files.type." + std::string{type.code})) << type.code;
    for (auto why : {"empty", "too_large", "too_many_today", "unknown", "name", "program", "script", "markup",
                     "archive", "macros", "embedded", "encrypted", "old_office", "not_utf8", "damaged", "hidden"})
        EXPECT_TRUE(texts.has(std::string{"files.refused."} + why)) << why;
}

TEST(FileNames, are_names_and_nothing_else) {
    EXPECT_EQ(clean_name("C:\\Users\\eva\\Ceník 2027.pdf"), "Ceník 2027.pdf");
    EXPECT_EQ(clean_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(clean_name("smlouva\u202Efdp.exe"), "smlouvafdp.exe");
    EXPECT_EQ(clean_name("a\r\nSet-Cookie: x.pdf"), "a  Set-Cookie_ x.pdf");
    EXPECT_EQ(clean_name("..."), "");
    EXPECT_EQ(clean_name(".htaccess"), "htaccess");
    EXPECT_EQ(clean_name("a.exe. "), "a.exe");
    EXPECT_EQ(clean_name("\xff.pdf"), "");
    auto cut = clean_name(std::string(300, 'a') + "ž.pdf");
    EXPECT_LE(cut.size(), 150u);
    EXPECT_TRUE(cut.ends_with(".pdf"));
    EXPECT_EQ(ending_of("Zpráva.PDF"), ".pdf");
    EXPECT_EQ(size_in_words(1'234'567), "1,2\u00a0MB");
    EXPECT_EQ(size_in_words(12'000), "12\u00a0kB");
}

}
