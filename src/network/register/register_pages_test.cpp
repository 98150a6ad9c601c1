// Importing the register as the region's planner does it in a browser.
#include "network/catalogue/catalogue.hpp"
#include "network/collections/collection.hpp"    // before names of the tests that it would meet
#include "network/proposals/representation.hpp"
#include "network/register/register_settings.hpp"
#include "platform/auth/people.hpp"
#include "platform/http/asset_pages.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/http/temporary_file.hpp"
#include "platform/notices/notice.hpp"
#include "tests/world/jilemnicko.hpp"

namespace network {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;

// A program with the network's pages and its jobs, worked off when a test says so.
class Office {
public:
    Office() {
        surroundings.assets = http::asset_names();
        menu(surroundings);
        shelf.put(surroundings);
        shelf.put(catalogue);
        shelf.put(nobody_asks);
        routes(lines, catalogue);
        know_jobs(workers, languages, facts);
        for (auto role : {Role::regional_planner, Role::key_worker}) {
            auto& person = role == Role::regional_planner ? eva : petr;
            person.id = Id<User>::made_at(world::sample_now), person.name = "Eva",
            person.organisation_id = world::regional_office;
            person.grants = {Grant{role, Scope::region, world::regional_office}};
        }
    }

    http::Response get(const User& who, const std::string& path, http::Values asked = {},
                       const std::string& accept = "text/html") {
        return dispatcher.answer(
            who, http::Request{.method = "GET", .path = path, .asked = std::move(asked), .accept = accept});
    }
    http::Response post(const User& who, const std::string& path, http::Values typed = {}) {
        return dispatcher.answer(who, http::Request{.method = "POST", .path = path, .values = std::move(typed)});
    }
    // As the multipart reader hands it over: the file is removed with the request.
    http::Response upload(const User& who, const std::string& text) {
        http::Request request{.method = "POST", .path = "/sprava/registr", .values = {{"rozsah", "cr"}}};
        {
            auto file = http::make_temporary_file(std::filesystem::temp_directory_path());
            file.file.write(text);
            request.files.push_back({"soubor", "rpss.json", file.path, text.size()});
        }
        return dispatcher.answer(who, std::move(request));
    }
    std::string work_off(const std::string& address) {
        region.clock.set(region.clock.now() + std::chrono::minutes{1});
        while (workers.take_one()) {}
        return get(eva, address).body;
    }

    Jilemnicko region;
    http::SiteFacts facts;
    http::Shelf shelf;
    RegisterSettings nobody_asks;
    http::Surroundings surroundings;
    i18n::Languages languages{platform::files(), files()};
    Catalogue catalogue{*region.data, languages, region.clock, facts, shelf};
    jobs::Workers workers{*region.data, region.clock};
    http::Routes lines;
    http::Dispatcher dispatcher{{*region.data, lines, region.clock, languages, shelf, facts}};
    User eva, petr;
    const User stranger;
};

}

TEST(RegisterPages, the_planner_uploads_looks_and_applies) {
    Office office;
    EXPECT_THAT(office.get(office.eva, "/sprava/registr").body, HasSubstr("Registr se zatím neimportoval"));
    auto sent = office.upload(office.eva, file_of(many(3)));
    ASSERT_EQ(sent.status, 303) << sent.body;
    auto address = sent.location;
    auto reading = office.get(office.eva, address);
    EXPECT_THAT(reading.body, HasSubstr("Soubor čteme"));
    EXPECT_THAT(reading.body, HasSubstr("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"));
    EXPECT_THAT(reading.body, HasSubstr("data-job=\""));

    auto ready = office.work_off(address);
    EXPECT_THAT(ready, HasSubstr("ORP Jilemnice"));
    EXPECT_THAT(ready, HasSubstr("Poskytovatel 0"));
    EXPECT_THAT(ready, HasSubstr("Použít změny"));
    EXPECT_THAT(office.get(office.eva, address, {{"druh", "vanished"}}).body, HasSubstr("Tady není žádný rozdíl"));
    EXPECT_THAT(office.get(office.eva, address, {{"uzemi", "5104"}}, "application/json").body,
                HasSubstr("\"found\":3"));

    EXPECT_EQ(office.post(office.eva, address + "/pouzit").status, 303);
    EXPECT_THAT(office.get(office.eva, address).body, HasSubstr("Změny používáme"));
    EXPECT_THAT(office.work_off(address), HasSubstr("Změny jsou použité"));
    EXPECT_EQ(office.region.count("SELECT count(*) FROM services"), 3);
    EXPECT_THAT(office.get(office.eva, "/sprava/registr").body, HasSubstr("použito"));
    EXPECT_EQ(office.post(office.eva, address + "/pouzit").status, 409) << "the second click";
}

TEST(RegisterPages, a_value_of_ours_waits_for_a_decision) {
    Office office;
    office.region.take(many(3));
    auto service = office.region.service("2000000");
    office.region.in([&](db::Session& db) {
        auto after = service;
        after.starts_on = parse_date("2010-01-01");
        change_service(world::author(db, office.region.clock.now()), service, after);
    });
    auto tomorrow = many(3);
    tomorrow[0].from = "2008-05-01";
    auto address = office.upload(office.eva, file_of(tomorrow)).location;
    auto page = office.work_off(address);
    EXPECT_THAT(page, HasSubstr("Nechat naše"));
    EXPECT_THAT(page, HasSubstr("2010</td>"));
    auto import = *Id<RegisterImport>::parse(address.substr(address.rfind('/') + 1));
    auto difference =
        to_text(office.region.differences(*office.region.in([&](db::Session& db) { return find_import(db, import); }))
                    .at(0)
                    .id);
    EXPECT_EQ(office.post(office.eva, address + "/rozhodnout", {{"rozdil", difference}, {"jak", "prevzit"}}).status,
              303);
    office.post(office.eva, address + "/pouzit");
    office.work_off(address);
    EXPECT_EQ(to_iso(*office.region.service("2000000").starts_on), "2008-05-01");
}

TEST(RegisterPages, differences_are_told_to_the_people_of_the_provider_that_they_are_about) {
    Office office;
    office.region.take(many(4));
    auto service = office.region.service("2000000");
    auto director = office.region.in([&](db::Session& db) {
        auto author = world::author(db, office.region.clock.now());
        auto organisation = auth::ensure_organisation(author, "Lidé poskytovatele", "provider");
        let_represent(author, service.provider_id, organisation);
        auto id = auth::add_person(author, "tomas@opora.example", "Tomáš Smyšlený", organisation);
        auth::grant(author, id, {Role::provider_director, Scope::organisation, organisation},
                    day_in_prague(author.now));
        return id;
    });
    auto tomorrow = many(4);
    tomorrow[0].capacity = 30, tomorrow[3].capacity = 31;    // of two providers
    office.work_off(office.upload(office.eva, file_of(tomorrow)).location);
    auto told = office.region.in([&](db::Session& db) { return notices::notices_of(db, director, true, 10, 0); });
    ASSERT_EQ(told.size(), 1u) << "of the other provider's service they hear nothing";
    EXPECT_EQ(told[0].kind, "register_differs");
    EXPECT_EQ(told[0].address, "/sluzby/" + service.slug);
}

TEST(RegisterPages, a_drop_is_applied_only_with_its_box_ticked) {
    Office office;
    office.region.take(many(40));
    auto address = office.upload(office.eva, file_of(many(30))).location;
    EXPECT_THAT(office.work_off(address), HasSubstr("Ubylo 25"));
    auto refused = office.post(office.eva, address + "/pouzit");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("href=\"#pokles\""));
    EXPECT_EQ(office.post(office.eva, address + "/pouzit", {{"pokles", "1"}}).status, 303);
    office.work_off(address);
    EXPECT_EQ(office.region.count("SELECT count(*) FROM services WHERE status = 'ended'"), 10);
}

TEST(RegisterPages, a_broken_file_is_told_in_a_sentence) {
    Office office;
    auto nothing = office.post(office.eva, "/sprava/registr", {{"rozsah", "cr"}});
    EXPECT_EQ(nothing.status, 422);
    EXPECT_THAT(nothing.body, HasSubstr("Vyberte soubor registru"));
    auto address = office.upload(office.eva, "{\"polozky\":[{").location;
    EXPECT_THAT(office.work_off(address), HasSubstr("Soubor končí uprostřed"));
    EXPECT_EQ(office.region.count("SELECT count(*) FROM register_services"), 0);
}

TEST(RegisterPages, an_import_can_be_given_up) {
    Office office;
    auto waiting = office.upload(office.eva, file_of(many(3))).location;
    EXPECT_EQ(office.post(office.eva, waiting + "/zrusit").status, 303);
    EXPECT_THAT(office.work_off(waiting), HasSubstr("Import je zrušený"));
    auto ready = office.upload(office.eva, file_of(many(3))).location;
    office.work_off(ready);
    office.post(office.eva, ready + "/zrusit");
    EXPECT_THAT(office.get(office.eva, ready).body, HasSubstr("Import je zrušený"));
    EXPECT_EQ(office.post(office.eva, ready + "/pouzit").status, 409);
    EXPECT_EQ(office.region.count("SELECT count(*) FROM services"), 0);
}

TEST(RegisterPages, are_for_the_planner_alone) {
    Office office;
    auto address = office.upload(office.eva, file_of(many(3))).location;
    EXPECT_EQ(office.get(office.petr, "/sprava/registr").status, 403);
    EXPECT_EQ(office.get(office.petr, address).status, 403);
    EXPECT_EQ(office.post(office.petr, address + "/pouzit").status, 403);
    EXPECT_EQ(office.get(office.stranger, address).status, 303);
    EXPECT_EQ(office.get(office.eva, "/sprava/registr/neznamy").status, 404);
}

}
