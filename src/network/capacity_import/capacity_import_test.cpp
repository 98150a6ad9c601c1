// Capacities out of a table: what it says row by row, what is wrong with it, and that a second time changes nothing.
#include "network/capacity_import/capacity_import_command.hpp"
#include "network/capacity_import/capacity_import_jobs.hpp"
#include "network/services/agreed_capacity.hpp"
#include "network/services/capacity_interval.hpp"
#include "tests/world/office.hpp"

#include <fstream>
#include <random>
#include <sstream>

using namespace network;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

// As somebody reads it: without the breaks that typography and templates put in.
std::string read_out(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    std::erase(text, '\n');
    return text;
}

constexpr auto head_of_table = "sluzba;kapacita;forma;jednotka;pocet;plati_od;plati_do;poznamka\n";

struct TableOfCapacities : testing::Test {
    ~TableOfCapacities() override { std::filesystem::remove(file); }

    void write(const std::string& rows) { std::ofstream{file, std::ios::binary} << head_of_table << rows; }
    // What the command says; its end in `ended`.
    std::string import(const std::string& rows, bool skip_errors = false, bool dry_run = false) {
        write(rows);
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        std::ostringstream out, err;
        ended = import_capacities_command(office.database(), office.clock(), languages.czech(),
                                          {file, dry_run, skip_errors, false, office.region}, out, err);
        return read_out(out.str() + err.str());
    }
    std::vector<std::string> drawn(const std::string& kind, const std::string& slug = "fokus-semily-std",
                                   const std::string& form = "ter") {
        auto lease = office.database().read();
        AgreedCapacity like;
        like.service_id = find_service_by_slug(*lease, slug)->id, like.kind = kind;
        like.form_code = "FormaSocialniSluzby/" + form, like.unit_code = "TypKapacitySocialniSluzby/klient";
        std::vector<std::string> lines;
        for (auto& number : held_now(*lease, like))
            lines.push_back(std::to_string(number.count) + " " + to_iso(number.validity.valid_from) + "–" +
                            (number.validity.valid_to ? to_iso(*number.validity.valid_to) : ""));
        return lines;
    }
    std::int64_t count(db::Statement<> sql) {
        auto lease = office.database().read();
        return lease->one<std::int64_t>(sql);
    }
    void work_off() {
        while (true) {
            jobs::Workers workers{office.database(), office.clock()};
            know_capacity_jobs(workers);
            if (!workers.take_one()) return;
        }
    }

    int ended = -1;
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("capacities-" + to_text(Uuid::made_at(Instant{})) + ".csv");
    const i18n::Languages languages{platform::files(), network::files()};
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(TableOfCapacities, is_put_among_what_stands_and_a_second_time_changes_nothing) {
    const std::string rows =
        "fokus-semily-std;v síti;terénní;počet klientů;10;1. 1. 2024;1. 1. 2025;z dohody\n"
        "fokus-semily-std;v síti;ter;klient;12;2025-01-01;2026-01-01;\n"
        "fokus-semily-std;network;FormaSocialniSluzby/ter;TypKapacitySocialniSluzby/klient;14;1. 1. 2026;;\n"
        "fokus-semily-std;financovaná;ter;klient;8;1. 1. 2026;;\n"
        "fokus-semily-std;volná;amb;klient;5;20. 11. 2026;;\n";
    EXPECT_THAT(import(rows), HasSubstr("Řádků 5: nových 5, změněných 0, beze změny 0, špatně 0."));
    EXPECT_EQ(ended, 0);
    EXPECT_THAT(drawn("network"),
                ElementsAre("10 2024-01-01–2025-01-01", "12 2025-01-01–2026-01-01", "14 2026-01-01–"));
    auto version = count("SELECT version FROM content_versions WHERE content = 'network'");
    auto changes = count("SELECT count(*) FROM changes");
    EXPECT_THAT(import(rows), HasSubstr("beze změny 5"));
    EXPECT_EQ(count("SELECT count(*) FROM changes"), changes);
    EXPECT_EQ(count("SELECT version FROM content_versions WHERE content = 'network'"), version);
    EXPECT_THAT(import("fokus-semily-std;v síti;ter;klient;11;1. 7. 2024;1. 7. 2025;\n"), HasSubstr("změněných 1"));
    EXPECT_THAT(drawn("network"), ElementsAre("10 2024-01-01–2024-07-01", "11 2024-07-01–2025-07-01",
                                              "12 2025-07-01–2026-01-01", "14 2026-01-01–"));
    EXPECT_THAT(read_out(office.get(office.eva, "/sluzby/fokus-semily-std/kapacity").body),
                HasSubstr("import, capacities-"));
}

TEST_F(TableOfCapacities, says_what_is_wrong_by_row_and_column_and_saves_nothing_then) {
    const std::string rows = "neni;v síti;ter;klient;10;1. 1. 2024;;\n"
                             "fokus-semily-std;skoro;ter;klient;10;1. 1. 2024;;\n"
                             "fokus-semily-std;v síti;vodní;klient;10;1. 1. 2024;;\n"
                             "fokus-semily-std;v síti;ter;kus;10;1. 1. 2024;;\n"
                             "fokus-semily-std;v síti;ter;klient;deset;1. 1. 2024;;\n"
                             "fokus-semily-std;v síti;ter;klient;-1;1. 1. 2024;;\n"
                             "fokus-semily-std;v síti;ter;klient;10;30. 2. 2024;;\n"
                             "fokus-semily-std;v síti;ter;klient;10;1. 1. 2024;1. 1. 2024;\n"
                             "fokus-semily-std;volná;ter;klient;1;1. 1. 2099;;\n"
                             "fokus-semily-std;v síti;ter;klient;9;1. 1. 2020;1. 1. 2021;\n"
                             "fokus-semily-std;v síti;ter;klient;8;31. 12. 2020;1. 6. 2021;\n";
    auto said = import(rows);
    EXPECT_EQ(ended, 1);
    EXPECT_THAT(said, AllOf(HasSubstr("řádek 2, sluzba: službu „neni“ neznáme"), HasSubstr("řádek 3, kapacita"),
                            HasSubstr("řádek 4, forma"), HasSubstr("řádek 5, jednotka"), HasSubstr("řádek 6, pocet"),
                            HasSubstr("řádek 7, pocet"), HasSubstr("řádek 8, plati_od"), HasSubstr("řádek 9, plati_do"),
                            HasSubstr("řádek 10, plati_od")));
    EXPECT_THAT(said, AllOf(HasSubstr("řádek 12, plati_od: mluví o stejných dnech jako řádek 11"),
                            HasSubstr("Nic se neuložilo.")));
    EXPECT_THAT(drawn("network"), IsEmpty());
    import(rows, true);
    EXPECT_EQ(ended, 0);
    EXPECT_THAT(drawn("network"), ElementsAre("9 2020-01-01–2021-01-01"));
    import("fokus-semily-std;v síti;ter;klient;7;1. 1. 2020;1. 1. 2021;\n", false, true);
    EXPECT_THAT(drawn("network"), ElementsAre("9 2020-01-01–2021-01-01")) << "a dry run changes nothing";
}

// row 3.14
TEST_F(TableOfCapacities, asks_about_a_part_above_its_whole) {
    auto said = import("anavita-dzr;registrovaná;pob;luzka;90;1. 1. 2026;;\n");
    EXPECT_EQ(ended, 1);
    EXPECT_THAT(said, HasSubstr("řádek 2, count: 90 je víc, než dovolí celek"));
}

TEST_F(TableOfCapacities, that_is_no_table_is_told_so) {
    std::ofstream{file} << "sluzba;kapacita\n";
    std::ostringstream out, err;
    ImportCapacitiesOptions options{file, false, false, false, office.region};
    EXPECT_EQ(import_capacities_command(office.database(), office.clock(), languages.czech(), options, out, err), 1);
    EXPECT_THAT(read_out(err.str()), HasSubstr("forma"));
    std::ofstream{file} << "\xff\xfe";
    EXPECT_EQ(import_capacities_command(office.database(), office.clock(), languages.czech(), options, out, err), 1);
    options.file = "/neni/tu.csv";
    EXPECT_EQ(import_capacities_command(office.database(), office.clock(), languages.czech(), options, out, err), 1);
    EXPECT_EQ(count("SELECT count(*) FROM capacity_imports WHERE state = 'failed'"), 3);
}

// feature A4
TEST_F(TableOfCapacities, in_any_order_ends_the_same_and_never_holds_two_numbers_on_a_day) {
    std::mt19937 random{7};
    auto any = [&](int least, int most) { return std::uniform_int_distribution{least, most}(random); };
    for (auto kind : {"v síti", "financovaná"}) {
        std::vector<std::string> rows;
        for (int day = 0; day < 300; day += any(1, 20)) {
            auto to = day + any(1, 20);
            auto iso = [](int number) {
                return to_iso(Date{std::chrono::year{2024} / 1 / 1} + std::chrono::days{number});
            };
            rows.push_back(std::string{"fokus-semily-std;"} + kind + ";ter;klient;" + std::to_string(any(0, 30)) + ";" +
                           iso(day) + ";" + iso(to) + ";\n");
            day = to;
        }
        std::ranges::shuffle(rows, random);
        std::string table;
        for (auto& row : rows) table += row;
        import(table);
        ASSERT_EQ(ended, 0);
        auto lease = office.database().read();
        AgreedCapacity like;
        like.service_id = find_service_by_slug(*lease, "fokus-semily-std")->id;
        like.kind = std::string{kind} == "v síti" ? "network" : "funded";
        like.form_code = "FormaSocialniSluzby/ter", like.unit_code = "TypKapacitySocialniSluzby/klient";
        auto held = held_now(*lease, like);
        EXPECT_EQ(held.size(), rows.size());
        for (std::size_t n = 1; n < held.size(); ++n) EXPECT_FALSE(meet(held[n - 1].validity, held[n].validity));
    }
}

TEST_F(TableOfCapacities, on_the_pages_is_looked_at_first_and_then_saved) {
    write("fokus-semily-std;v síti;ter;klient;10;1. 1. 2024;;\nneni;v síti;ter;klient;10;1. 1. 2024;;\n");
    CapacityImport import;
    office.database().in_write_transaction([&](db::Session& work) {
        import = begin_capacity_import(work, office.clock().now(), office.eva.id, office.region, "tabulka.csv");
        queue_reading_capacities(work, office.clock().now(), import, file);
    });
    auto at = "/sprava/kapacity/import/" + to_text(import.id);
    auto reading = office.get(office.eva, at);
    EXPECT_THAT(reading.body, HasSubstr("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"));
    work_off();
    auto page = read_out(office.get(office.eva, at).body);
    EXPECT_THAT(page, AllOf(HasSubstr("čeká na vás"), HasSubstr("1 špatný řádek"), HasSubstr("službu „neni“ neznáme")));
    EXPECT_THAT(read_out(office.get(office.eva, at + "/chyby.csv").body), HasSubstr("3,sluzba,"));
    EXPECT_EQ(office.post(office.eva, at + "/pouzit").status, http::unprocessable);
    EXPECT_EQ(office.post(office.klara, at + "/pouzit", {{"vynechat", "1"}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.eva, at + "/pouzit", {{"vynechat", "1"}}).status, http::see_other);
    EXPECT_EQ(office.post(office.eva, at + "/pouzit", {{"vynechat", "1"}}).status, http::conflict) << "a second click";
    work_off();
    EXPECT_THAT(drawn("network"), ElementsAre("10 2024-01-01–"));
    EXPECT_THAT(read_out(office.get(office.eva, at).body), HasSubstr("Počty jsou uložené"));
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_EQ(office.post(office.eva, at + "/zrusit").status, http::conflict);
    EXPECT_EQ(office.post(office.eva, "/sprava/kapacity/import").status, http::unprocessable);
    EXPECT_THAT(read_out(office.get(office.eva, "/sprava/kapacity/import").body), HasSubstr("tabulka.csv"));
}

TEST_F(TableOfCapacities, given_up_leaves_nothing) {
    write("fokus-semily-std;v síti;ter;klient;10;1. 1. 2024;;\n");
    CapacityImport import;
    office.database().in_write_transaction([&](db::Session& work) {
        import = begin_capacity_import(work, office.clock().now(), office.eva.id, office.region, "tabulka.csv");
        queue_reading_capacities(work, office.clock().now(), import, file);
    });
    work_off();
    auto at = "/sprava/kapacity/import/" + to_text(import.id);
    EXPECT_EQ(office.post(office.eva, at + "/zrusit").status, http::see_other);
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_EQ(office.post(office.eva, at + "/pouzit").status, http::conflict);
    EXPECT_THAT(drawn("network"), IsEmpty());
}
