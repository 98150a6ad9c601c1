// Small files as the register writes them, with its traps, and a region in which they are imported.
#pragma once

#include "network/network.hpp"
#include "network/register/register_apply.hpp"
#include "platform/db/migrate.hpp"
#include "tests/world/empty_database.hpp"
#include "tests/world/region.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>

namespace network::test {

// Names that no table may ever hold.
inline const std::vector<std::string> persons{"Nesmívejít", "Neproniknutelná", "Zamlčený"};

// One service of a file.
struct SaidService {
    std::string identifier = "4526320";
    int type = 30;
    std::string provider = "Fokus Semily, z. ú.", ico = "26635283";
    std::string from = "2007-01-01", to{};
    std::string phone = "481 622 000", provider_phone = "481 111 222";
    int capacity = 12;
    std::string place = "Dílna", town = "577197", street = "Nemocniční", place_to{};
    bool secret = false;
    std::string group_note = "od 15 let", band = "adult";
    std::vector<std::string> further_regions{};    // RÚIAN codes

    static std::string day(const std::string& text) { return text.empty() ? "null" : "\"" + text + "\""; }

    std::string address() const {
        return fmt::format(
            R"({{"cisloDomovni":72,"cisloOrientacni":null,"kodAdresnihoMista":11867906,"psc":"51401","kraj":{{"id":"Kraj/78"}},
            "obec":{{"id":"Obec/{}"}},"ulice":{{"nazev":"{}"}},"typCislaDomovniho":{{"id":"TypStavebnihoObjektu/1"}}}})",
            town, street);
    }

    std::string regions() const {
        std::string list;
        for (auto& code : further_regions)
            list += (list.empty() ? "" : ",") + fmt::format(R"({{"kraj":{{"id":"Kraj/{}"}}}})", code);
        return list;
    }

    std::string json() const {
        auto number = [](const std::string& phone) {
            return R"([{"telefon":")" + phone + R"(","poznamka":"Petr Zamlčený"}])";
        };
        return fmt::format(R"({{"portalId":1{},"identifikator":"{}","datumPoskytovaniOd":{},"datumPoskytovaniDo":{},
            "druhSocialniSluzby":{{"id":"DruhSocialniSluzby/{}"}},
            "poskytovatel":{{"nazev":"{}","ico":"{}","telefony":{},"adresa":{},
              "statutarniOrgany":[{{"jmeno":"Jan","prijmeni":"Nesmívejít"}}]}},
            "telefony":{},"emaily":[{{"email":"dilna@fokus.example"}}],"weby":[],
            "ciloveSkupiny":[{{"cilovaSkupina":{{"id":"CilovaSkupinaOsoby/10"}},"popis":"{}"}}],
            "vekoveSkupiny":[{{"vekovaSkupina":{{"id":"VekovaSkupinaOsoby/{}"}}}}],"rozsirenePusobnostiVKraji":[{}],
            "formy":[{{"forma":{{"id":"FormaSocialniSluzby/amb"}},"nepretrzitePoskytovani":false,
              "casoveRozsahy":[{{"den":{{"id":"DenVTydnu/1"}},"casOd":"08:00","casDo":"15:30"}},{{"den":{{"id":"DenVTydnu/2"}},"casOd":"08:00","casDo":"15:30"}}],
              "kapacity":[{{"pocet":{},"popis":"okamžitá","typ":{{"id":"TypKapacitySocialniSluzby/klient"}}}}]}}],
            "zarizeni":[{{"nazev":"{}","poskytujeOd":{},"poskytujeDo":{},"utajenaAdresa":{},"adresa":{},
              "vedouci":{{"jmeno":"Eva","prijmeni":"Neproniknutelná"}}}}]}})",
                           identifier, identifier, day(from), day(to), type, provider, ico, number(provider_phone),
                           address(), number(phone), group_note, band, regions(), capacity, place, day(from),
                           day(place_to), secret ? "true" : "false", address());
    }
};

inline std::string file_of(const std::vector<SaidService>& services) {
    std::string text = "{\"polozky\":[";
    for (auto& service : services) text += (text.back() == '[' ? "" : ",\n") + service.json();
    return text + "]}";
}

// Many different ones, all of one provider after another.
inline std::vector<SaidService> many(int count) {
    std::vector<SaidService> services;
    for (int n = 0; n < count; ++n) {
        SaidService said;
        said.identifier = fmt::format("{:07d}", 2000000 + n), said.type = 30 + n % 4;
        said.provider = fmt::format("Poskytovatel {}", n / 3), said.ico = fmt::format("{:08d}", 10000000 + n / 3);
        said.place = fmt::format("Místo {}", n), said.street = fmt::format("Ulice {}", n);
        services.push_back(said);
    }
    return services;
}

inline void fill_jilemnicko(const std::string& url) {
    db::Session session{url};
    world::migrate_network(session);
    db::Transaction work{session, db::Intent::write};
    auto author = world::author(work.session());
    load_lists(author);
    add(author, network::Region{{}, "CZ051", "Liberecký kraj"});
    for (auto [orp, town, name] : {std::tuple{"5104", "577197", "Jilemnice"}, std::tuple{"5110", "577626", "Turnov"}}) {
        District district;
        district.code = orp, district.name = district.short_name = name, district.region_code = "CZ051";
        add(author, district);
        Municipality municipality;
        municipality.code = town, municipality.name = name, municipality.orp_code = orp,
        municipality.region_code = "CZ051";
        municipality.latitude = 50.6, municipality.longitude = 15.5;
        add(author, municipality);
    }
    work.commit();
}

// The Jilemnice and Turnov districts, code lists, nobody's services.
class Jilemnicko {
public:
    ~Jilemnicko() { std::filesystem::remove(file); }

    void write(const std::string& text) { std::ofstream{file, std::ios::binary} << text; }

    RegisterImport read(const std::string& text, const StageOptions& options = {"rpss.json"}) {
        write(text);
        clock.set(clock.now() + std::chrono::hours{1});
        auto begun = data->in_write_transaction(
            [&](db::Session& work) { return begin_import(work, clock.now(), {}, world::regional_office, options); });
        return stage(*data, clock, begun.id, file);
    }
    RegisterImport read(const std::vector<SaidService>& services, const StageOptions& options = {"rpss.json"}) {
        return read(file_of(services), options);
    }

    RegisterImport begin(const RegisterImport& import, bool allow_drop = false) {
        return data->in_write_transaction(
            [&](db::Session& work) { return begin_applying(work, clock.now(), import.id, {allow_drop, {}}); });
    }
    RegisterImport take(const std::vector<SaidService>& services) {
        auto import = begin(read(services));
        return apply(*data, clock, import.id);
    }

    template <class Work>
    auto in(Work work) {
        return data->in_write_transaction(work);
    }

    Service service(const std::string& identifier) {
        return in([&](db::Session& db) { return find_service_by_register_identifier(db, identifier).value(); });
    }
    std::vector<ServiceDifference> differences(const RegisterImport& import) {
        return in([&](db::Session& db) {
            return db.all<ServiceDifference>(
                "SELECT * FROM register_differences WHERE import_id = $1 ORDER BY position", import.id);
        });
    }
    std::int64_t count(db::Statement<> sql) {
        return in([&](db::Session& db) { return db.one<std::int64_t>(sql); });
    }

    static const MadeOnce& made() {
        static const MadeOnce made{fill_jilemnicko};
        return made;
    }

    EmptyDatabase data{made()};
    Clock clock{world::sample_now};
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("register-" + to_text(Uuid::made_at(Instant{})) + ".json");
};

}
