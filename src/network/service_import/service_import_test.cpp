// Services out of a table: how its columns are understood and remembered, which service a row is about, what a person's
// hand keeps, and what is said of a wrong row.
#include "network/editing/record_change.hpp"
#include "network/facilities/facility.hpp"
#include "network/service_import/service_columns.hpp"
#include "network/service_import/service_import_command.hpp"
#include "network/service_import/service_import_jobs.hpp"
#include "network/services/registered_capacity.hpp"
#include "network/services/service_form.hpp"
#include "platform/base/json.hpp"
#include "tests/world/office.hpp"

#include <fstream>
#include <sstream>

using namespace network;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string without_breaks(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    return text;
}

struct TableOfServices : testing::Test {
    ~TableOfServices() override { std::filesystem::remove(file); }

    void write(const std::string& text) { std::ofstream{file, std::ios::binary | std::ios::trunc} << text; }
    std::string import(const std::string& text, ImportServicesOptions options = {}) {
        write(text);
        return import_file(options);
    }
    std::string import_file(ImportServicesOptions options = {}) {
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        options.file = file, options.organisation = office.region;
        std::ostringstream out, err;
        ended = import_services_command(office.database(), office.clock(), languages.czech(), options, out, err);
        return without_breaks(out.str() + err.str());
    }
    Service service(const std::string& slug) {
        auto lease = office.database().read();
        return find_service_by_slug(*lease, slug).value();
    }
    template <class Work>
    auto in(Work work) {
        return office.database().in_write_transaction(work);
    }
    // As a person at the form would.
    void type_name(const std::string& slug, const std::string& name) {
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        in([&](db::Session& work) {
            auto before = find_service_by_slug(work, slug).value(), after = before;
            after.name = name;
            change_service(office.as_nobody(work), before, after);
        });
    }
    void work_off() {
        while (office.application().workers().take_one()) {}
    }
    // Uploaded and opened.
    ServiceImport uploaded(const std::string& text) {
        write(text);
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        auto begun = in([&](db::Session& work) {
            auto import = begin_service_import(work, office.clock().now(), office.eva.id, office.region, "sluzby.csv");
            queue_opening_services(work, office.clock().now(), import, file);
            return import;
        });
        work_off();
        auto lease = office.database().read();
        return find_service_import(*lease, begun.id).value();
    }
    std::string page(const ServiceImport& import, const char* rest = "") {
        return without_breaks(office.get(office.eva, "/sprava/sluzby/import/" + to_text(import.id) + rest).body);
    }

    int ended = -1;
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("services-" + to_text(Uuid::made_at(Instant{})));
    const i18n::Languages languages{platform::files(), network::files()};
    world::Office office{world::Office::With::sample_region};
    std::string slug = "fokus-semily-std";
};

http::Values typed(std::initializer_list<std::pair<const char*, const char*>> fields) {
    http::Values values;
    for (auto& [name, value] : fields) values.add(name, value);
    return values;
}

}

TEST(ServiceColumns, are_known_by_headings_however_they_are_accented_and_marked) {
    EXPECT_EQ(plain_heading("  E-mail (služby):"), "e mail sluzby");
    EXPECT_THAT(guessed_mapping({"IČO", "Název služby", "DRUH SLUŽBY", "Tel.", "e-mail", "Barva", "Název"}),
                ElementsAre("ico", "name", "type", "phone", "email", "", ""));
    EXPECT_EQ(headings_key({"IČO", "Název"}), headings_key({"nazev", "ICO"}));
    EXPECT_NE(headings_key({"IČO", "Název"}), headings_key({"IČO"}));
    EXPECT_EQ(mapping_problem({"name", "phone"}), "service_import.mapping.no_key");
    EXPECT_EQ(mapping_problem({"slug", "name", "name"}), "service_import.mapping.repeated");
    EXPECT_EQ(mapping_problem({"ico", "type"}), std::nullopt);
}

TEST_F(TableOfServices, our_own_export_changes_nothing_and_a_changed_cell_changes_that_alone) {
    write(world::whole(office.get(office.eva, "/sluzby.xlsx")));
    auto said = import_file({.dry_run = true});
    EXPECT_THAT(said, AllOf(HasSubstr("Identifikátor → identifikátor služby"), HasSubstr("Ověřeno → nebrat"),
                            HasSubstr("nových 0, změněných 0"), HasSubstr("špatně 0")));
    auto id = to_text(service(slug).id);
    said = import("Identifikátor;Název;Popis\n" + id + ";Dílny U Mlýna;Šije se tu.\n");
    EXPECT_THAT(said, HasSubstr("změněných 1"));
    EXPECT_EQ(service(slug).name, "Dílny U Mlýna");
    EXPECT_EQ(service(slug).summary, "Šije se tu.");
    auto history = without_breaks(office.get(office.eva, "/sluzby/" + slug + "/historie").body);
    EXPECT_THAT(history, HasSubstr("import, services-"));
    EXPECT_THAT(import("Identifikátor;Název;Popis\n" + id + ";Dílny U Mlýna;Šije se tu.\n"), HasSubstr("beze změny 1"));
}

TEST_F(TableOfServices, what_a_person_wrote_stays_unless_somebody_wants_it_otherwise) {
    type_name(slug, "Naše dílny");
    auto table = "adresa stránky;název\nhttps://opora.example/sluzby/" + slug + ";Jejich dílny\n";
    EXPECT_THAT(import(table), HasSubstr("beze změny 1, špatně 0, s naší hodnotou 1"));
    EXPECT_EQ(service(slug).name, "Naše dílny");
    EXPECT_THAT(import(table, {.overwrite = true}), HasSubstr("změněných 1"));
    EXPECT_EQ(service(slug).name, "Jejich dílny");
    EXPECT_THAT(import("adresa stránky;název\n" + slug + ";\n"), HasSubstr("beze změny 1"))
        << "an empty cell says nothing";
}

TEST_F(TableOfServices, takes_forms_contacts_capacity_and_territory_the_way_offices_write_them) {
    auto said =
        import("adresa stránky;forma;počet klientů;jednotka;telefon;e-mail;území\n" + slug +
                   ";ambulantní;25;počet klientů;+420 481 000 111;nova@fokus.example;ORP Jilemnice, obec Semily\n",
               {.overwrite = true});
    EXPECT_EQ(ended, 0) << said;
    auto lease = office.database().read();
    auto id = service(slug).id;
    auto today = day_in_prague(office.clock().now());
    std::vector<std::string> forms;
    for (auto& form : forms_of(*lease, id))
        if (form.validity.holds_on(today)) forms.push_back(form.form_code);
    EXPECT_THAT(forms, ElementsAre("FormaSocialniSluzby/amb"));
    bool found = false;
    for (auto& number : capacities_of(*lease, id, today, office.clock().now()))
        found |= number.count == 25 && number.unit_code == "TypKapacitySocialniSluzby/klient";
    EXPECT_TRUE(found);
    std::string contacts, covered;
    for (auto& contact : contacts_of(*lease, id.uuid)) contacts += contact.value + ";";
    EXPECT_THAT(contacts, AllOf(HasSubstr("+420 481 000 111"), HasSubstr("nova@fokus.example")));
    for (auto& row : coverages_of(*lease, id))
        if (row.validity.holds_on(today)) covered += row.level + ":" + row.code + ";";
    EXPECT_THAT(covered, AllOf(HasSubstr("orp:5104"), HasSubstr("municipality:576964")));
}

TEST_F(TableOfServices, says_of_each_wrong_row_what_is_wrong_and_saves_nothing_then) {
    const auto head = std::string{"identifikátor;adresa stránky;název;IČO;druh;formy;kapacita;telefon;obec;od;do\n"};
    auto said = import(head +
                       "12;;;;;;;;;;\n"
                       ";neni;A;;;;;;;;\n"
                       ";;Jen název;;;;;;;;\n"
                       ";;B;12345678;azylové domy;;;;;;\n"
                       ";" +
                       slug +
                       ";;;;vodní;moc;volejte;Semily;32. 1. 2026;\n"
                       ";;C;25596641;azylové domy;;;;Neznámá;;\n"
                       ";;D;25596641;létání;;;;;;\n");
    EXPECT_EQ(ended, 1);
    EXPECT_THAT(said, AllOf(HasSubstr("řádek 2, IČO: službu s tímto identifikátorem nevedeme"),
                            HasSubstr("řádek 3, adresa stránky: službu „neni“")));
    EXPECT_THAT(said, AllOf(HasSubstr("řádek 4, IČO: nejde poznat"), HasSubstr("řádek 5, IČO: „12345678“ není platné"),
                            HasSubstr("řádek 6, formy: formu „vodní“"), HasSubstr("řádek 6, kapacita: „moc“"),
                            HasSubstr("řádek 6, telefon: „volejte“"), HasSubstr("řádek 6, od: „32. 1. 2026“")));
    EXPECT_THAT(said, AllOf(HasSubstr("řádek 7, obec: obec „Neznámá“"),
                            HasSubstr("řádek 8, druh: druh služby „létání“"), HasSubstr("Nic se neuložilo.")));
}

TEST_F(TableOfServices, founds_services_only_when_told_and_never_by_the_name_alone) {
    const std::string table =
        "IČO;poskytovatel;druh;název;obec;formy;kapacita;jednotka\n"
        "25596641;Nový poskytovatel, z. s.;azylové domy;Azyl U Lípy;Semily;pobytová;12;počet lůžek\n";
    EXPECT_THAT(import(table), HasSubstr("nových 1, změněných 0"));
    auto lease = office.database().read();
    EXPECT_FALSE(find_provider_by_ico(*lease, "25596641"));
    EXPECT_THAT(import(table, {.create_new = true}), HasSubstr("nových 1"));
    auto provider = find_provider_by_ico(*office.database().read(), "25596641").value();
    EXPECT_EQ(provider.name, "Nový poskytovatel, z. s.");
    auto services = services_of_provider(*office.database().read(), provider.id);
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].name, "Azyl U Lípy");
    EXPECT_EQ(facilities_of(*office.database().read(), services[0].id, day_in_prague(office.clock().now())).size(), 1u);
    EXPECT_THAT(office.get(office.stranger, "/sluzby/" + services[0].slug).body, HasSubstr("Semily"));
    EXPECT_THAT(import(table, {.create_new = true}), HasSubstr("nových 0, změněných 0, beze změny 1"));
    auto two = import("IČO;druh;název;formy\n25596641;azylové domy;Azyl U Lípy;pobytová\n"
                      "25596641;azylové domy;azyl u lipy;pobytová\n");
    EXPECT_THAT(two, HasSubstr("řádek 3, název: stejná služba je už na řádku 2"));
}

TEST_F(TableOfServices, in_windows_1250_and_with_tabs_is_read_as_well) {
    EXPECT_THAT(import("adresa str\xE1nky\tn\xE1zev\n" + slug + "\tD\xEDlny \x8Aum\xE1\n"), HasSubstr("změněných 1"));
    EXPECT_EQ(service(slug).name, "Dílny Šumá");
    EXPECT_THAT(import("\xFF\xFE"
                       "a"),
                HasSubstr("UTF-16"));
    EXPECT_THAT(import("PK\x03\x04 nic"), HasSubstr("není sešit XLSX"));
    EXPECT_THAT(import(""), HasSubstr("V souboru nic není."));
    EXPECT_THAT(import("barva;tvar\nmodrá;kruh\n"), HasSubstr("Určete, podle čeho poznáme službu"));
}

TEST_F(TableOfServices, is_mapped_on_a_page_which_remembers_it_for_the_same_headings) {
    auto import = uploaded("Kód;Jak se jmenuje\n" + slug + ";Dílny z tabulky\nneni;Nic\n");
    EXPECT_EQ(import.state, "mapping");
    auto shown = page(import);
    EXPECT_THAT(
        shown, AllOf(HasSubstr("Co který sloupec znamená"), HasSubstr("Jak se jmenuje"), HasSubstr("Dílny z tabulky")));
    auto address = "/sprava/sluzby/import/" + to_text(import.id);
    auto refused = office.post(office.eva, address + "/sloupce", typed({{"sloupec-1", ""}, {"sloupec-2", "name"}}));
    EXPECT_EQ(refused.status, http::unprocessable);
    EXPECT_THAT(without_breaks(refused.body), HasSubstr("Určete, podle čeho poznáme službu"));
    EXPECT_EQ(
        office.post(office.eva, address + "/sloupce", typed({{"sloupec-1", "slug"}, {"sloupec-2", "name"}})).status,
        http::see_other);
    work_off();
    shown = page(import);
    EXPECT_THAT(shown, AllOf(HasSubstr("Dílny z tabulky"), HasSubstr("1 špatný řádek"), HasSubstr("službu „neni“")));
    EXPECT_EQ(office.post(office.eva, address + "/pouzit").status, http::unprocessable)
        << "wrong rows are left out by a tick";
    EXPECT_EQ(office.post(office.eva, address + "/pouzit", typed({{"vynechat", "1"}})).status, http::see_other);
    work_off();
    EXPECT_EQ(service(slug).name, "Dílny z tabulky");
    EXPECT_THAT(page(import), HasSubstr("Služby jsou uložené a v katalogu."));
    EXPECT_FALSE(std::filesystem::exists(file)) << "the table is not kept";
    auto again = uploaded("jak se jmenuje;KÓD\nX;" + slug + "\n");
    EXPECT_EQ(again.mapping_from, "learned");
    EXPECT_THAT(again.mapping_list(), ElementsAre("name", "slug"));
    EXPECT_EQ(office.post(office.eva, "/sprava/sluzby/import/" + to_text(again.id) + "/zrusit").status,
              http::see_other);
    EXPECT_THAT(page(again), HasSubstr("Tato tabulka je zrušená."));
    EXPECT_EQ(office.get(office.petr, address).status, http::forbidden);
    EXPECT_THAT(without_breaks(office.get(office.eva, "/sprava/sluzby/import").body), HasSubstr("sluzby.csv"));
}

TEST_F(TableOfServices, goes_on_where_it_was_cut_off_and_a_cancelled_one_is_left) {
    std::string table = "adresa stránky;název\n";
    std::vector<std::string> slugs;
    for (auto& one : list_services(*office.database().read())) slugs.push_back(one.slug);
    for (auto& one : slugs) table += one + ";Služba " + one + "\n";
    write(table);
    auto begun = in([&](db::Session& work) {
        return begin_service_import(work, office.clock().now(), {}, office.region, "sluzby.csv");
    });
    auto import = open_services(office.database(), office.clock(), begun.id, file);
    in([&](db::Session& work) {
        auto reading = import;
        reading.state = "reading", reading.overwrite = true;
        save_service_import(work, office.clock().now(), import, reading);
    });
    read_services(office.database(), office.clock(), import.id, file, [](std::int64_t) {});
    std::int64_t reached = 0;
    EXPECT_THROW(apply_services(office.database(), office.clock(), import.id, file, 0,
                                [&](std::int64_t row) {
                                    reached = row;
                                    throw jobs::Cancelled{};
                                }),
                 jobs::Cancelled);
    EXPECT_GT(reached, 1);
    EXPECT_LT(reached, std::int64_t(slugs.size()));
    auto applied =
        apply_services(office.database(), office.clock(), import.id, file, std::uint64_t(reached), [](std::int64_t) {});
    EXPECT_EQ(applied.state, "applied");
    for (auto& one : slugs) EXPECT_EQ(service(one).name, "Služba " + one);
}
