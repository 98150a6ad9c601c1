// What another site frames, and what goes along into the field.
#include "network/catalogue/catalogue.hpp"
#include "tests/world/office.hpp"

#include <boost/json.hpp>
#include <sodium.h>

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct WaysOut : testing::Test {
    static world::Office& town() {
        static world::Office office{world::With::sample_region};
        return office;
    }
    static http::Response asked(const std::string& address) { return town().get(town().stranger, address); }

    // Headers as they leave.
    static http::Answer sent(const std::string& target, std::string_view cookie = "") {
        http::Head head{
            .method = "GET", .target = target, .path = std::string_view{target}.substr(0, target.find('?'))};
        if (auto mark = target.find('?'); mark != target.npos) head.query = std::string_view{target}.substr(mark + 1);
        if (!cookie.empty()) head.headers.emplace_back("cookie", cookie);
        return town().application().dispatcher().answer(head, {});
    }
    static std::string header(const http::Answer& answer, std::string_view name) {
        std::string all;
        for (auto& [key, value] : answer.headers)
            if (key == name) all += (all.empty() ? "" : " | ") + value;
        return all;
    }
};

}

// feature A14
TEST_F(WaysOut, one_page_may_be_framed_by_others_and_no_other_page_may) {
    auto framed = sent("/vlozene/hledani?orp=5104");
    EXPECT_THAT(header(framed, "Content-Security-Policy"),
                AllOf(HasSubstr("frame-ancestors *"), HasSubstr("default-src 'none'"), Not(HasSubstr("script-src")),
                      Not(HasSubstr(" | "))));
    EXPECT_EQ(header(framed, "Set-Cookie"), "");
    for (auto other : {"/", "/vlozit", "/sluzby/fokus-semily-std", "/prihlaseni", "/vlozene/jine"})
        EXPECT_THAT(header(sent(other), "Content-Security-Policy"), HasSubstr("frame-ancestors 'none'")) << other;
}

TEST_F(WaysOut, the_framed_search_finds_in_its_district_and_leads_out_of_the_frame) {
    auto page = asked("/vlozene/hledani?orp=5104&q=dílny").body;
    EXPECT_THAT(page, AllOf(HasSubstr("<h1>Sociální služby: Jilemnice</h1>"), HasSubstr("fokus-semily-std"),
                            HasSubstr("name=\"orp\" value=\"5104\""), HasSubstr("target=\"_blank\" rel=\"noopener\"")));
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("method=\"post\""))));
    // Every link but telephones leaves the frame.
    for (auto at = page.find("<a href=\""); at != page.npos; at = page.find("<a href=\"", at + 1)) {
        auto link = page.substr(at, page.find('>', at) - at);
        EXPECT_TRUE(link.starts_with("<a href=\"tel:") || link.find("target=\"_blank\"") != link.npos) << link;
    }
    EXPECT_THAT(asked("/vlozene/hledani").body, Not(HasSubstr("class=\"hit\"")));
    EXPECT_THAT(asked("/vlozene/hledani?q=nicneniciho").body, HasSubstr("class=\"empty\""));
    EXPECT_THAT(asked("/vlozene/hledani?q=<script>alert(1)</script>").body, Not(HasSubstr("<script>alert")));
}

TEST_F(WaysOut, whoever_is_signed_in_sees_the_same_in_the_frame_as_a_stranger) {
    EXPECT_EQ(town().get(town().eva, "/vlozene/hledani?q=pomoc").body, asked("/vlozene/hledani?q=pomoc").body);
}

TEST_F(WaysOut, the_code_to_copy_names_the_frame_of_the_chosen_district) {
    auto page = asked("/vlozit?orp=5104").body;
    EXPECT_THAT(page,
                HasSubstr("/vlozene/hledani?orp=5104&quot; title=&quot;Hledání sociálních služeb: Jilemnice&quot;"));
    EXPECT_THAT(page, HasSubstr("<iframe class=\"embedding\" src=\"/vlozene/hledani?orp=5104\""));
    // A district that is not here is none.
    EXPECT_THAT(asked("/vlozit?orp=\"><script>").body, AllOf(Not(HasSubstr("<script>")), HasSubstr("value=\"5104\"")));
}

// feature A19
TEST_F(WaysOut, the_offline_file_holds_every_service_and_asks_nobody) {
    auto answer = asked("/sluzby-bez-site.html");
    EXPECT_EQ(answer.header("Content-Disposition"), "attachment; filename=\"sluzby-2026-11-24.html\"");
    auto file = world::whole(answer);
    auto lease = town().database().read();
    auto model = town().application().catalogue().model(*lease);
    for (std::size_t at = 0; at < model->size(); ++at)
        EXPECT_THAT(file, HasSubstr("/sluzby/" + model->entry(at).slug + "\""));
    EXPECT_THAT(file, AllOf(HasSubstr("stav ke dni 24.\u00a011.\u00a02026"), HasSubstr("data-one=\"# služba\""),
                            HasSubstr("data-other=\"# služeb\""), Not(HasSubstr("utajené místo"))));
    for (auto fetched : {"<link", "src=\"", "@import", "url(", "fetch("}) EXPECT_THAT(file, Not(HasSubstr(fetched)));
    EXPECT_TRUE(file.ends_with("</html>\n"));
}

TEST_F(WaysOut, the_policy_of_the_offline_file_allows_its_own_script_and_style_alone) {
    auto answer = sent("/sluzby-bez-site.html");
    auto policy = header(answer, "Content-Security-Policy");
    std::string file;
    while (auto piece = answer.pieces()) file += *piece;
    for (std::string name : {"script", "style"}) {
        auto begins = file.find("<" + name + ">") + name.size() + 2, ends = file.find("</" + name + ">");
        ASSERT_NE(ends, file.npos);
        EXPECT_EQ(file.find("<" + name, ends), file.npos) << "one alone";
        auto text = file.substr(begins, ends - begins);
        unsigned char hash[crypto_hash_sha256_BYTES];
        crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        char base64[sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_ORIGINAL)];
        sodium_bin2base64(base64, sizeof base64, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL);
        EXPECT_THAT(policy, HasSubstr(name + "-src 'sha256-" + base64 + "'"));
        EXPECT_THAT(file, HasSubstr(base64)) << "the file says it too, for when nobody sends headers";
    }
    EXPECT_THAT(policy, AllOf(HasSubstr("default-src 'none'"), Not(HasSubstr("unsafe"))));
}

TEST_F(WaysOut, lists_go_out_as_sheets_with_the_same_filters) {
    for (auto list : {"/sluzby", "/poskytovatele", "/otevrena-data/obce", "/otevrena-data/forms"})
        for (auto ending : {".xlsx", ".ods"}) {
            auto answer = asked(std::string{list} + ending);
            EXPECT_EQ(answer.status, http::ok) << list << ending;
            EXPECT_THAT(world::whole(answer), testing::StartsWith("PK")) << list << ending;
        }
    auto all = world::whole(asked("/sluzby.csv")), some = world::whole(asked("/sluzby.csv?druh=70"));
    EXPECT_GT(all.size(), some.size());
    EXPECT_GT(world::whole(asked("/sluzby.xlsx")).size(), world::whole(asked("/sluzby.xlsx?druh=70")).size());
    EXPECT_THAT(asked("/sluzby?druh=70").body,
                AllOf(HasSubstr("href=\"/sluzby.xlsx?druh=70\""), HasSubstr("href=\"/sluzby.ods?druh=70\""),
                      HasSubstr("href=\"/sluzby.pdf?druh=70\""), HasSubstr("href=\"/sluzby.csv?druh=70\"")));
    for (auto none : {"/sluzby.xls", "/otevrena-data/obce.pdf", "/otevrena-data/neni.xlsx", "/otevrena-data/obce"})
        EXPECT_EQ(asked(none).status, http::not_found) << none;
}
