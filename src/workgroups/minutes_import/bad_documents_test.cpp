// Documents that nobody can or may read are refused with a sentence, and nothing comes into being.
#include "tests/world/handed_documents.hpp"
#include "tests/world/handed_files.hpp"
#include "workgroups/minutes_import/document_import.hpp"

using namespace workgroups;
using testing::HasSubstr;

namespace {

// A document of Word whose XML is what is given.
std::string word_of(const std::string& xml) {
    documents::ZipStream zip{Instant{}};
    zip.add("[Content_Types].xml",
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            ".main+xml\"/></Types>");
    zip.add("word/document.xml", xml);
    zip.finish();
    return zip.take();
}

std::string opendocument_of(const std::string& content, const std::string& in_manifest = "") {
    documents::ZipStream zip{Instant{}};
    zip.store("mimetype", "application/vnd.oasis.opendocument.text");
    zip.add("META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">" + in_manifest +
                "</manifest:manifest>");
    zip.add("content.xml", content);
    zip.finish();
    return zip.take();
}

// A billion laughs.
std::string entity_bomb(const std::string& root) {
    std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE " + root + " [<!ENTITY a0 \"zápis\">";
    for (int n = 1; n < 10; ++n) {
        auto before = "&a" + std::to_string(n - 1) + ";";
        xml += "<!ENTITY a" + std::to_string(n) + " \"";
        for (int times = 0; times < 10; ++times) xml += before;
        xml += "\">";
    }
    return xml + "]><" + root + ">&a9;</" + root + ">";
}

// What Word makes of a document behind a password: a container with an encrypted package.
std::string word_behind_password() {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0');
    for (char letter : std::string_view{"EncryptedPackage"}) bytes += letter, bytes += '\0';
    return bytes + std::string(512, '\0');
}

// Its objects, with the table of where each lies.
std::string pdf_of(const std::vector<std::string>& objects, const std::string& in_trailer = "") {
    std::string pdf = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t n = 0; n < objects.size(); ++n) {
        auto at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(n + 1) + " 0 obj\n" + objects[n] + "\nendobj\n";
    }
    auto begins = std::to_string(pdf.size());
    return pdf + table + "trailer\n<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + in_trailer +
           ">>\nstartxref\n" + begins + "\n%%EOF\n";
}

// A page that is a picture, as scanners make it.
std::vector<std::string> scanned_page() {
    std::string draws = "q 100 0 0 100 0 0 cm /Im0 Do Q";
    return {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</Im0 5 0 R>>>>>>",
            "<</Length " + std::to_string(draws.size()) + ">>\nstream\n" + draws + "\nendstream",
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\n"
            "stream\n\x7f\nendstream"};
}

std::string pdf_behind_password() {
    auto objects = scanned_page();
    objects.push_back("<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, 'a') + ">/U<" + std::string(64, 'b') +
                      ">>>");
    return pdf_of(objects, "/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]");
}

struct BadDocuments : testing::Test {
    static constexpr auto seniors_documents = "/skupiny/seniori/dokument";

    struct Counts {
        std::int64_t meetings = 0, tasks = 0, events = 0, facts = 0, imports = 0, files = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };
    Counts counts() {
        auto lease = office.database().read();
        return {lease->one<std::int64_t>("SELECT count(*) FROM meetings"),
                lease->one<std::int64_t>("SELECT count(*) FROM tasks"),
                lease->one<std::int64_t>("SELECT count(*) FROM planning_events"),
                lease->one<std::int64_t>("SELECT count(*) FROM document_facts"),
                lease->one<std::int64_t>("SELECT count(*) FROM document_imports"),
                lease->one<std::int64_t>("SELECT count(*) FROM files")};
    }
    void refused_at_once(const std::string& name, const std::string& bytes, const std::string& why) {
        auto before = counts();
        auto answer = world::hand_over(office, office.eva, seniors_documents, name, bytes);
        EXPECT_EQ(answer.status, http::unprocessable) << name;
        EXPECT_THAT(world::with_plain_spaces(world::whole(answer)), HasSubstr(why)) << name;
        EXPECT_EQ(counts(), before) << name;
    }
    // PDF is read by a job: what remains is that it was refused, and why.
    void refused_by_job(const std::string& name, const std::string& bytes, const std::string& why) {
        auto before = counts();
        auto answer = world::hand_over(office, office.eva, seniors_documents, name, bytes);
        ASSERT_EQ(answer.status, http::see_other) << world::with_plain_spaces(world::whole(answer));
        while (office.application().workers().take_one()) {}
        auto page = world::with_plain_spaces(world::whole(office.get(office.eva, answer.location)));
        EXPECT_THAT(page, HasSubstr("Dokument se nepřečetl")) << name;
        EXPECT_THAT(page, HasSubstr(why)) << name;
        EXPECT_NE(office.get(office.eva, answer.location + "/soubor").status, http::ok)
            << "what cannot be read is not kept";
        EXPECT_EQ(office.post(office.eva, answer.location + "/prevzit").status, http::unprocessable);
        auto after = counts();
        EXPECT_EQ(after.meetings, before.meetings);
        EXPECT_EQ(after.tasks, before.tasks);
        EXPECT_EQ(after.events, before.events);
        EXPECT_EQ(after.facts, before.facts);
    }

    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(BadDocuments, behind_a_password_say_so) {
    refused_at_once("heslo.docx", word_behind_password(), "chráněn heslem");
    refused_at_once("heslo.odt",
                    opendocument_of("<office/>", "<manifest:file-entry manifest:full-path=\"content.xml\">"
                                                 "<manifest:encryption-data/></manifest:file-entry>"),
                    "heslem");
    refused_by_job("heslo.pdf", pdf_behind_password(), "chráněn heslem");
}

TEST_F(BadDocuments, with_entities_that_grow_are_not_opened) {
    refused_at_once("bomba.docx", word_of(entity_bomb("w")), "nedovolené definice XML");
    refused_at_once("bomba.odt", opendocument_of(entity_bomb("office")), "nedovolené definice XML");
}

TEST_F(BadDocuments, that_unpack_to_many_times_their_size_are_not_opened) {
    constexpr std::size_t much = 24u << 20;
    refused_at_once("bomba.docx", word_of("<w>" + std::string(much, ' ') + "</w>"), "mnohonásobné velikosti");
}

TEST_F(BadDocuments, without_anything_in_them_say_so) {
    refused_at_once("prazdny.txt", "", "prázdný");
    refused_at_once("mezery.txt", " \r\n\t\n ", "prázdný");
    refused_at_once("prazdny.docx", word_of("<w:document xmlns:w=\"w\"><w:body/></w:document>"), "prázdný");
}

TEST_F(BadDocuments, of_a_wrong_kind_say_which_ones_are_read) {
    refused_at_once("program.txt",
                    std::string{"\x7F"
                                "ELF\2\1\1\0\0\0",
                                10},
                    "neumíme číst");
    refused_at_once("tabulka.xlsx", world::office_file("xlsx"), "neumíme číst");
    refused_at_once("archiv.zip", world::plain_zip(), "neumíme číst");
    refused_at_once("uriznuty.docx", "PK\3\4 a dál nic", "poškozený");
    refused_at_once("makra.docx", world::office_file("docx", {{"word/vbaProject.bin", "x"}}), "makra");
}

TEST_F(BadDocuments, that_are_pictures_ask_for_the_original) {
    refused_at_once("sken.png", world::small_png(), "Toto je obrázek");
    refused_by_job("sken.pdf", pdf_of(scanned_page()), "Toto je obrázek");
}

TEST_F(BadDocuments, of_200_megabytes_are_too_large) {
    refused_at_once("velky.txt", std::string(200'000'000, 'a'), "větší, než tato instalace přijímá");
}
