// A new service whose form a document fills in.
#include "tests/world/office.hpp"

using testing::AllOf;
using testing::HasSubstr;

namespace {

constexpr auto description = "Fokus Turnov, z. s.\n"
                             "Sociální rehabilitace (§ 70)\n"
                             "Identifikátor služby: 7654321\n"
                             "Forma poskytování: ambulantní, terénní\n"
                             "Věk: od 18 do 64 let\n"
                             "Provozní doba: Po–Pá 8:00–16:00\n";

struct ServiceFromDocument : testing::Test {
    std::int64_t services() { return office.database().read()->one<std::int64_t>("SELECT count(*) FROM services"); }
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(ServiceFromDocument, fills_the_form_and_keeps_nothing_before_it_is_saved) {
    auto before = services();
    auto form = office.post(office.eva, "/sluzby/nova/dokument", {{"text", description}});
    ASSERT_EQ(form.status, http::ok) << world::whole(form);
    auto page = world::with_plain_spaces(world::whole(form));
    EXPECT_THAT(page, AllOf(HasSubstr("action=\"/sluzby/nova/z-dokumentu\""), HasSubstr("7654321"),
                            HasSubstr("DruhSocialniSluzby/33\" selected"),
                            HasSubstr("FormaSocialniSluzby/ter\" checked"), HasSubstr("„Provozní doba: Po–Pá")));
    EXPECT_EQ(services(), before);
}

TEST_F(ServiceFromDocument, is_refused_where_the_document_describes_none) {
    EXPECT_EQ(office.post(office.eva, "/sluzby/nova/dokument", {{"text", "Nic o službách."}}).status,
              http::unprocessable);
    EXPECT_EQ(office.post(office.eva, "/sluzby/nova/dokument").status, http::unprocessable);
    EXPECT_EQ(office.post(office.petr, "/sluzby/nova/dokument", {{"text", description}}).status, http::forbidden);
}

TEST_F(ServiceFromDocument, keeps_what_the_person_saved) {
    auto before = services();
    http::Values typed{{"poskytovatel", "fokus-turnov"},
                       {"druh", ""},
                       {"nazev", "Nová služba"},
                       {"identifikator", ""},
                       {"vek_od", "18"},
                       {"doba", "Po–Pá 8.00–16.00"}};
    EXPECT_EQ(office.post(office.eva, "/sluzby/nova/z-dokumentu", typed).status, http::unprocessable);
    EXPECT_EQ(services(), before);
}
