// Each format becomes the same lines: texts, headings, items with their markers, rows of tables.
#include "platform/documents/zip_stream.hpp"
#include "platform/reading/html_reader.hpp"
#include "platform/reading/limited.hpp"
#include "platform/reading/read_document.hpp"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace reading;
using testing::ElementsAre;

namespace {

// „# heading“, „1. item“, „[cell|cell]“, a text as it is; empty lines left out.
std::vector<std::string> told(const TextDocument& document) {
    std::vector<std::string> lines;
    for (auto& line : document.lines) {
        if (line.empty() && line.cells.empty()) continue;
        if (line.kind == LineKind::row) {
            std::string row;
            for (auto& cell : line.cells) row += (row.empty() ? "[" : "|") + cell;
            lines.push_back(row + "]");
        } else
            lines.push_back((line.kind == LineKind::heading ? "# "
                             : line.marker.empty()          ? ""
                                                            : line.marker + " ") +
                            line.text);
    }
    return lines;
}

class HandedFile {
public:
    HandedFile(const std::string& name, const std::string& bytes)
        : path_{std::filesystem::temp_directory_path() / (std::to_string(::getpid()) + "-" + name)} {
        std::ofstream{path_, std::ios::binary} << bytes;
    }
    HandedFile(const HandedFile&) = delete;
    HandedFile& operator=(const HandedFile&) = delete;
    ~HandedFile() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::string packed(const std::vector<std::pair<std::string, std::string>>& parts) {
    documents::ZipStream zip{Instant{}};
    for (auto& [name, content] : parts) {
        if (name == "mimetype") zip.store(name, content);
        else zip.add(name, content);
    }
    zip.finish();
    return zip.take();
}

TextDocument read(const std::string& name, const std::string& bytes) {
    HandedFile file{name, bytes};
    return read_document(file.path());
}

Fault fault_of(const std::string& name, const std::string& bytes) {
    try {
        read(name, bytes);
    } catch (const ReadingError& error) { return error.fault; }
    ADD_FAILURE() << name << " was read";
    return {};
}

const std::string word_numbering = R"x(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>)x";

std::string word_item(int level, const std::string& runs) {
    return R"(<w:p><w:pPr><w:numPr><w:ilvl w:val=")" + std::to_string(level) +
           R"("/><w:numId w:val="7"/></w:numPr></w:pPr>)" + runs + "</w:p>";
}

std::string run(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }

std::string cell(const std::string& text) { return "<w:tc><w:p>" + run(text) + "</w:p></w:tc>"; }

}

TEST(DocumentReaders, word_counts_its_lists_and_joins_what_was_cut) {
    auto body = "<w:p>" + run("Zápis z po") + run("rady") + "</w:p>" + word_item(0, run("Úvod")) +
                word_item(0, run("Termín: ") + "<w:del><w:r><w:delText>1. 5.</w:delText></w:r></w:del><w:ins>" +
                                 run("8. 5.") + "</w:ins>") +
                word_item(1, run("síť")) + word_item(0, run("Závěr")) + "<w:tbl><w:tr>" + cell("Úkol") + cell("Kdo") +
                "</w:tr><w:tr>" + cell("svolat") + cell("Jahůdka") + "</w:tr></w:tbl>";
    auto document =
        read("zapis.docx",
             packed({{"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"},
                     {"word/numbering.xml", word_numbering}}));
    EXPECT_EQ(document.format, "docx");
    EXPECT_THAT(told(document), ElementsAre("Zápis z porady", "1. Úvod", "2. Termín: 8. 5.", "a) síť", "3. Závěr",
                                            "[Úkol|Kdo]", "[svolat|Jahůdka]"));
}

TEST(DocumentReaders, opendocument_is_read_with_its_heads_lists_and_tables) {
    const std::string styles = R"(<text:list-style style:name="L1"><text:list-level-style-number text:level="1"
style:num-format="1" style:num-suffix="."/></text:list-style>)";
    const std::string body = R"(<text:h text:outline-level="1">Zápis z jednání výboru</text:h>
<text:p>Datum:<text:tab/>12. 4. 2021<text:line-break/>Místo: knihovna, <text:span>Sem</text:span>ily</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>Úvod</text:p></text:list-item>
<text:list-item><text:p>Různé</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Úkol</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Termín</text:p></table:table-cell>
</table:table-row></table:table>)";
    auto content = "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\">"
                   "<office:automatic-styles>" +
                   styles + "</office:automatic-styles><office:body><office:text>" + body +
                   "</office:text></office:body></office:document-content>";
    auto document =
        read("zapis.odt", packed({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}}));
    EXPECT_EQ(document.format, "odt");
    EXPECT_THAT(told(document), ElementsAre("# Zápis z jednání výboru", "Datum: 12. 4. 2021", "Místo: knihovna, Semily",
                                            "1. Úvod", "2. Různé", "[Úkol|||Termín]"));
}

TEST(DocumentReaders, a_page_of_the_web_is_its_text_without_menus) {
    auto document = read_html(R"(<!doctype html><html><head><meta charset="utf-8"><title>Obec</title>
<style>p{color:red}</style></head><body><nav><a href="/">Úřad</a><a href="/k">Kontakty</a></nav>
<h1>Zápis z komise</h1><p>Přítomni:&nbsp;Jahůdka,<br>Modrá</p><ol start="3"><li>Úvod<li>Síť</ol>
<table><tr><th>Úkol<th>Termín</tr><tr><td>svolat<td>12. 4.</tr></table><script>alert("x < y")</script>
<footer>© Obec</footer></body></html>)");
    EXPECT_THAT(told(document), ElementsAre("# Zápis z komise", "Přítomni: Jahůdka,", "Modrá", "3. Úvod", "4. Síť",
                                            "[Úkol|Termín]", "[svolat|12. 4.]"));
}

TEST(DocumentReaders, a_box_of_facts_and_what_unfolds_belong_to_the_page) {
    auto page =
        read_html("<body><aside><dl><dt>Od</dt><dd>1. 3. 2024</dd></dl></aside><aside>Reklama na kolo</aside><main>"
                  "<details><summary>Pro koho</summary><p>Rodiny v nouzi</p></details>"
                  "<div role=\"tabpanel\" hidden><p>Mgr. Ema Nová</p></div><p hidden>Skryté</p></main></body>");
    EXPECT_THAT(told(page), ElementsAre("Od: 1. 3. 2024", "Pro koho", "Rodiny v nouzi", "Mgr. Ema Nová"));
}

TEST(DocumentReaders, markdown_loses_its_signs_and_keeps_its_order) {
    auto document = read_markdown("# Zápis\n\n**Přítomni:** *Jahůdka*\n\n1. Úvod\n2. Síť\n   - kapacita\n\n"
                                  "| Úkol | Kdo |\n|---|:-:|\n| svolat | Modrá |\n\n> z dopisu\n");
    EXPECT_THAT(told(document),
                ElementsAre("# Zápis", "Přítomni: Jahůdka", "1. Úvod", "2. Síť", testing::HasSubstr("kapacita"),
                            "[Úkol|Kdo]", "[svolat|Modrá]", testing::HasSubstr("z dopisu")));
}

TEST(DocumentReaders, a_letter_is_what_its_sender_wrote) {
    auto document = read("dopis.eml", "From: =?utf-8?Q?Jana_Modr=C3=A1?= <jana@example.cz>\r\nTo: tym@example.cz\r\n"
                                      "Date: Mon, 12 Apr 2021 09:30:00 +0200\r\nSubject: zapis\r\nMIME-Version: 1.0\r\n"
                                      "Content-Type: text/plain; charset=utf-8\r\n"
                                      "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                                      "Ahoj,\r\npos=C3=ADl=C3=A1m z=C3=A1pis z =\r\nporady.\r\n\r\n"
                                      "> kdy bude z=C3=A1pis?\r\n");
    EXPECT_EQ(document.format, "eml");
    EXPECT_EQ(document.sender, "Jana Modrá");
    EXPECT_EQ(document.sent_on, "2021-04-12");
    EXPECT_THAT(told(document), ElementsAre("Ahoj,", "posílám zápis z porady."));
}

TEST(DocumentReaders, a_letter_that_only_sends_another_one_on_is_that_one) {
    auto document =
        read("preposlany.eml",
             "From: Jana <jana@example.cz>\nDate: Fri, 10 Nov 2023 06:52:11 +0100\nSubject: FW: rada\n"
             "Content-Type: text/plain; charset=utf-8\n\nAhoj, přeposílám.\n\n"
             "-----Původní zpráva-----\nOd: Radka Modrá <radka@example.cz>\n"
             "Odesláno: úterý 7. listopadu 2023 17:48\nKomu: Vedení\nPředmět: rada vedoucích\n\n"
             "dnes jsme se od devíti sešli v refektáři, bylo nás pět a probrali jsme mzdy, šatník, sbírku a "
             "večírek. Tabulku mezd udělá Marcel do dvacátého a pošle ji všem, kdo o ni požádali.\n");
    EXPECT_EQ(document.sender, "Radka Modrá");
    EXPECT_EQ(document.title, "rada vedoucích");
    EXPECT_EQ(document.sent_on, "2023-11-07");
    EXPECT_THAT(told(document).front(), testing::StartsWith("dnes jsme se"));
}

TEST(DocumentReaders, plain_text_is_understood_in_the_encodings_of_czech_offices) {
    for (auto bytes : {std::string{"P\xF8\xEDtomni: Jah\xF9"
                                   "dka \x8Ei\x9Eka"},    // windows-1250
                       std::string{"\xEF\xBB\xBFPřítomni: Jahůdka Žižka"}})
        EXPECT_THAT(told(read("zapis.txt", bytes)), ElementsAre("Přítomni: Jahůdka Žižka"));
    EXPECT_THAT(told(read("zapis.txt", std::string{"\xFF\xFEZ\0\xE1\0p\0i\0s\0", 12})), ElementsAre("Zápis"));
}

TEST(DocumentReaders, cells_of_columns_of_fixed_width_go_on_below_themselves) {
    auto rows = told(read_plain_text("Poskytovatel        Druh služby           Ident.   Kapacita    Místo\n"
                                     "----------------------------------------------------------------------\n"
                                     "Domov Jizera,       domovy pro osoby se   4839210  46 lůžek    Turnov,\n"
                                     "příspěvková         zdravotním                                 Zborovská 519\n"
                                     "organizace          postižením\n\n"
                                     "Diakonie            týdenní stacionáře    6170552  14 lůžek    Český Dub,\n"
                                     "Podještědí                                                     Řídící 12\n\n"
                                     "----------------------------------------------------------------------\n"
                                     "Vysvětlivky: ident. je číslo služby v registru poskytovatelů.\n"));
    EXPECT_THAT(rows, ElementsAre("[Poskytovatel|Druh služby|Ident.|Kapacita|Místo]",
                                  "[Domov Jizera, příspěvková organizace|domovy pro osoby se zdravotním postižením|"
                                  "4839210|46 lůžek|Turnov, Zborovská 519]",
                                  "[Diakonie Podještědí|týdenní stacionáře|6170552|14 lůžek|Český Dub, Řídící 12]",
                                  "Vysvětlivky: ident. je číslo služby v registru poskytovatelů."));
}

TEST(DocumentReaders, what_somebody_wrote_earlier_is_no_quotation) {
    auto letter = read("dopis.eml", "From: Jana <jana@example.cz>\nSubject: Projekt\nContent-Type: text/plain; "
                                    "charset=utf-8\n\nSkupiny zůstaly, jak jsme je napsali:\n- senioři\n");
    EXPECT_THAT(told(letter), ElementsAre("Skupiny zůstaly, jak jsme je napsali:", "• senioři"));
}

TEST(DocumentReaders, what_may_not_be_read_has_a_fault_of_its_own) {
    EXPECT_EQ(fault_of("a.txt", " \r\n"), Fault::empty);
    EXPECT_EQ(fault_of("a.txt", std::string{"\x7F"
                                            "ELF\0\0",
                                            6}),
              Fault::wrong_type);
    EXPECT_EQ(fault_of("a.png", "\x89PNG\r\n\x1a\n and more"), Fault::picture);
    EXPECT_EQ(fault_of("a.docx", "PK\3\4 and no more"), Fault::broken);
    EXPECT_EQ(fault_of("a.docx", packed({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})),
              Fault::with_doctype);
    EXPECT_EQ(fault_of("a.docm", packed({{"word/document.xml", "<a/>"}, {"word/vbaProject.bin", "x"}})), Fault::macros);
    EXPECT_EQ(fault_of("a.zip", packed({{"readme.txt", "x"}})), Fault::wrong_type);
}

TEST(DocumentReaders, what_goes_through_the_pipe_comes_out_the_same_and_nothing_else_is_taken) {
    auto document = read_markdown("# Zápis\n\n1. Úvod\n\n| a | b |\n|---|---|\n| „c“ | \\d |\n");
    EXPECT_EQ(told(document_from_json(to_json(document))), told(document));
    for (auto bytes : {"", "[]", "{}", R"({"lines":[1]})", R"({"lines":7})", "{\"fault\":\"no such\"}"}) try {
            EXPECT_TRUE(document_from_json(bytes).lines.empty()) << bytes;
        } catch (const ReadingError&) {}
}

TEST(DocumentReaders, whoever_reads_is_shut_in_for_ever) {
    auto alone = [] {
        shut_in();
        bool calls_nobody = ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM;
        std::signal(SIGXFSZ, SIG_IGN);
        HandedFile file{"grown.txt", "x"};
        bool writes = std::filesystem::exists(file.path()) && std::filesystem::file_size(file.path()) > 0;
        std::filesystem::remove(file.path());
        ::_exit(calls_nobody && !writes ? 0 : 1);
    };
    EXPECT_EXIT(alone(), testing::ExitedWithCode(0), "");
}
