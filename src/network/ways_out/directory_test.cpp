// The directory on paper and the leaflet of a service, as a reader of PDF sees them.
#include "network/catalogue/catalogue.hpp"
#include "network/ways_out/directory.hpp"
#include "tests/world/office.hpp"
#include "tests/world/printed.hpp"

using namespace network;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Directories : testing::Test {
    static world::Office& town() {
        static world::Office office{world::With::sample_region};
        return office;
    }
    static http::Response asked(const std::string& address) { return town().get(town().stranger, address); }

    // Spaces that do not break and parted words are as good as others here.
    static std::string text_of(const std::string& bytes) {
        auto text = world::Printed{bytes}.said("pdftotext -raw", "-");
        for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
        for (auto at = text.find("-\n"); at != text.npos; at = text.find("-\n", at)) text.erase(at, 2);
        return text;
    }
};

}

// feature A19
TEST_F(Directories, show_what_the_filters_found_by_types_with_contents_and_pages) {
    auto answer = asked("/sluzby.pdf?orp=Jilemnice");
    EXPECT_EQ(answer.status, http::ok);
    EXPECT_EQ(answer.type, "application/pdf");
    EXPECT_EQ(answer.header("Content-Disposition"), "attachment; filename=\"sluzby.pdf\"");
    auto bytes = world::whole(answer);
    auto text = text_of(bytes);
    EXPECT_THAT(text, AllOf(HasSubstr("Liberecký kraj"), HasSubstr("Adresář sociálních služeb"),
                            HasSubstr("místo: Jilemnice"), HasSubstr("Stav ke dni 24. 11. 2026"), HasSubstr("Obsah")));
    EXPECT_THAT(text, AllOf(HasSubstr("§ 67 sociálně terapeutické dílny"), HasSubstr("Otevřeno: po–pá 7.30–15.30")));
    EXPECT_THAT(text, HasSubstr("/sluzby?orp=Jilemnice"));
    world::Printed pdf{bytes};
    EXPECT_THAT(pdf.said("pdfinfo"), AllOf(HasSubstr("Tagged:          yes"), HasSubstr("Liberecký kraj")));
    EXPECT_THAT(pdf.said("pdfinfo -struct"),
                AllOf(HasSubstr("Document"), HasSubstr("Sect"), HasSubstr("H2"), HasSubstr("H3"), HasSubstr("Link")));
    EXPECT_EQ(pdf.complaints("pdftotext"), "");
}

TEST_F(Directories, hold_every_service_once_and_the_contents_tell_the_right_pages) {
    auto bytes = world::whole(asked("/sluzby.pdf"));
    world::Printed pdf{bytes};
    auto lease = town().database().read();
    auto model = town().application().catalogue().model(*lease);
    for (std::size_t at = 0; at < model->size(); ++at) {
        auto address = "/sluzby/" + model->entry(at).slug + ")";
        auto found = bytes.find(address);
        ASSERT_NE(found, bytes.npos) << address;
        EXPECT_EQ(bytes.find(address, found + 1), bytes.npos) << address;
    }
    // The last line of the contents, and what stands on the page it names.
    auto contents = pdf.said("pdftotext -layout -f 2 -l 2", "-");
    for (auto title : {"37 odborné sociální poradenství", "70 sociální rehabilitace"}) {
        auto line = contents.find(title);
        ASSERT_NE(line, contents.npos) << title << "\n" << contents;
        auto end = contents.find('\n', line);
        auto page = contents.substr(contents.find_last_of(' ', end) + 1, end - contents.find_last_of(' ', end) - 1);
        auto there = pdf.said("pdftotext -raw -f " + page + " -l " + page, "-");
        EXPECT_THAT(there, HasSubstr(title)) << page;
    }
}

TEST_F(Directories, say_so_where_nothing_was_found_and_speak_english_too) {
    auto text = text_of(world::whole(asked("/sluzby.pdf?q=nicneniciho")));
    EXPECT_THAT(text, HasSubstr("Tomuto výběru neodpovídá žádná služba."));
    EXPECT_THAT(text, HasSubstr("0 služeb"));
}

TEST_F(Directories, and_leaflets_lead_nobody_to_a_secret_place) {
    auto all = text_of(world::whole(asked("/sluzby.pdf")));
    EXPECT_THAT(all, AllOf(HasSubstr("Azylový dům Lampa"), Not(HasSubstr("utajené místo"))));
    auto leaflet = text_of(world::whole(asked("/sluzby/lampa-azyl/letak.pdf")));
    EXPECT_THAT(leaflet, AllOf(HasSubstr("Azylový dům Lampa"), HasSubstr("Adresa je utajená.")));
}

TEST_F(Directories, a_leaflet_says_how_to_begin_and_where_its_page_is) {
    auto answer = asked("/sluzby/fokus-semily-std/letak.pdf");
    EXPECT_EQ(answer.type, "application/pdf");
    auto text = text_of(answer.body);
    EXPECT_THAT(text, AllOf(HasSubstr("Sociálně terapeutické dílny"), HasSubstr("/sluzby/fokus-semily-std"),
                            HasSubstr("7.30–15.30"), HasSubstr("Kontakt")));
    EXPECT_EQ(asked("/sluzby/neni/letak.pdf").status, http::not_found);
}

TEST_F(Directories, are_made_two_at_a_time_and_a_reader_who_leaves_makes_room) {
    auto first = asked("/sluzby.pdf"), second = asked("/sluzby.pdf");
    auto third = asked("/sluzby.pdf");
    EXPECT_EQ(third.status, http::unavailable);
    EXPECT_EQ(third.header("Retry-After"), "20");
    first.pieces();
    first.pieces = nullptr;    // as the server does when the connection is gone
    EXPECT_EQ(asked("/sluzby.pdf").status, http::ok);
}

TEST_F(Directories, begin_to_leave_before_anything_was_set) {
    auto answer = asked("/sluzby.pdf");
    auto first = answer.pieces();
    ASSERT_TRUE(first) << "so that the head of the answer is on its way";
    EXPECT_LT(first->size(), 100u);
    EXPECT_THAT(*first + world::whole(std::move(answer)), testing::StartsWith("%PDF-1."));
}

TEST_F(Directories, the_page_of_a_service_has_a_code_for_paper_only) {
    auto page = asked("/sluzby/fokus-semily-std").body;
    EXPECT_THAT(page,
                AllOf(HasSubstr("<section class=\"panel onpaper code\">"), HasSubstr("<svg class=\"qr\" role=\"img\""),
                      HasSubstr("QR kód s\u00a0adresou této stránky"), HasSubstr("/letak.pdf")));
}
