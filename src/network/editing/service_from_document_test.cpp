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

TEST_F(ServiceFromDocument, puts_capacity_and_contract_into_fields_of_their_own) {
    auto text = std::string{description} + "Kapacita: 12 klientů současně\nČíslo smlouvy: OLP/2668/2023\n";
    auto page =
        world::with_plain_spaces(world::whole(office.post(office.eva, "/sluzby/nova/dokument", {{"text", text}})));
    EXPECT_THAT(page, AllOf(HasSubstr("inputmode=\"numeric\" value=\"12\""),
                            HasSubstr("TypKapacitySocialniSluzby/klient\" selected"), HasSubstr("OLP/2668/2023")));
    http::Values typed{{"poskytovatel", "fokus-turnov"},
                       {"druh", "DruhSocialniSluzby/33"},
                       {"nazev", "Rehabilitace z dokumentu"},
                       {"identifikator", ""},
                       {"formy", "FormaSocialniSluzby/amb"},
                       {"kapacita", "12"},
                       {"kapacita_jednotka", "TypKapacitySocialniSluzby/klient"},
                       {"kapacita_forma", ""},
                       {"smlouva", "OLP/99/2026"}};
    auto bad = office.post(office.eva, "/sluzby/nova/z-dokumentu", typed);
    EXPECT_EQ(bad.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(world::whole(bad)), HasSubstr("Vyberte formu."));
    typed.add("kapacita_forma", "FormaSocialniSluzby/amb");
    http::Values right;
    for (auto name :
         {"poskytovatel", "druh", "nazev", "identifikator", "formy", "kapacita", "kapacita_jednotka", "smlouva"})
        right.add(name, typed.first(name));
    right.add("kapacita_forma", "FormaSocialniSluzby/amb");
    auto saved = office.post(office.eva, "/sluzby/nova/z-dokumentu", right);
    ASSERT_EQ(saved.status, http::see_other) << world::with_plain_spaces(world::whole(saved));
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM registered_capacities JOIN services ON services.id ="
                                       " service_id WHERE services.name = $1 AND count = 12",
                                       std::string{"Rehabilitace z dokumentu"}),
              1);
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM financing_contracts WHERE number = $1",
                                       std::string{"OLP/99/2026"}),
              1);
}
