// What an import brings, what it leaves alone, and what it never lets in.
#include "network/facilities/coverage.hpp"
#include "network/facilities/premises.hpp"
#include "network/register/register_command.hpp"
#include "tests/world/jilemnicko.hpp"

#include <atomic>
#include <regex>
#include <sstream>
#include <thread>

namespace network {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// Everything that history, the register's words and the tables about them hold, as one text.
std::string whole_database(Jilemnicko& region) {
    return region.in([](db::Session& db) {
        std::string all;
        auto take = [&](const std::vector<std::string>& texts) {
            for (auto& text : texts) all += text + "\n";
        };
        take(db.all<std::string>("SELECT coalesce(old_value, '') || coalesce(new_value, '') FROM field_changes"));
        take(db.all<std::string>("SELECT said FROM register_services"));
        take(db.all<std::string>(
            "SELECT fields || provider_name || coalesce(staged, '') || coalesce(before, '') FROM register_differences"));
        take(db.all<std::string>("SELECT note_values FROM register_notes"));
        take(db.all<std::string>("SELECT label FROM sources"));
        return all;
    });
}

}

TEST(RegisterImport, brings_a_service_with_its_provider_place_hours_and_registered_maximum) {
    Jilemnicko region;
    auto import = region.take({SaidService{}});
    EXPECT_EQ(import.state, "applied");
    EXPECT_EQ(import.new_count, 1);
    auto service = region.service("4526320");
    EXPECT_EQ(service.name, "Sociálně terapeutické dílny");
    EXPECT_EQ(service.type_code, "DruhSocialniSluzby/30");
    EXPECT_EQ(service.portal_id, 14526320);
    EXPECT_EQ(to_iso(*service.starts_on), "2007-01-01");
    region.in([&](db::Session& db) {
        EXPECT_EQ(find_provider(db, service.provider_id)->ico, "26635283");
        auto places = facilities_of(db, service.id, day_in_prague(region.clock.now()));
        ASSERT_THAT(places, SizeIs(1));
        EXPECT_EQ(places[0].street, "Nemocniční 72");
        EXPECT_EQ(places[0].municipality_name, "Jilemnice");
        EXPECT_TRUE(places[0].approximate);
        auto hours = opening_times_of(db, service.id);
        ASSERT_THAT(hours, SizeIs(1));
        EXPECT_EQ(hours[0].days, "MO,TU");
        EXPECT_EQ(hours[0].closes_at, 15 * 60 + 30);
        auto capacities = capacities_of(db, service.id, day_in_prague(region.clock.now()), region.clock.now());
        ASSERT_THAT(capacities, SizeIs(1));
        EXPECT_EQ(capacities[0].count, 12);
        EXPECT_EQ(capacities[0].scope, "at_once");
        EXPECT_EQ(target_groups_of(db, service.id).at(0).note, "od 15 let");
        EXPECT_EQ(age_bands_of(db, service.id).at(0).band_code, "adult");
        EXPECT_EQ(contacts_of(db, service.id.uuid).at(0).value, "481 622 000");
        EXPECT_THAT(coverages_of(db, service.id), SizeIs(0));
        EXPECT_EQ(history::changes_of(db, service.id.uuid).at(0).source_kind, "register");
    });
    EXPECT_EQ(history::content_version(*region.data->read(), "network"),
              region.count("SELECT version FROM content_versions WHERE content = 'network'"));
}

TEST(RegisterImport, the_same_file_again_changes_nothing) {
    Jilemnicko region;
    region.take(many(5));
    auto before = region.count("SELECT count(*) FROM changes WHERE record_table = 'services'");
    auto again = region.take(many(5));
    EXPECT_EQ(again.unchanged_count, 5);
    EXPECT_EQ(again.differences(), 0);
    EXPECT_EQ(region.count("SELECT count(*) FROM changes WHERE record_table = 'services'"), before);
}

TEST(RegisterImport, tomorrow_shows_new_changed_ended_and_vanished_services_by_territory) {
    Jilemnicko region;
    auto today = many(40);
    region.take(today);
    auto tomorrow = today;
    tomorrow[0].capacity = 20;
    tomorrow[1].to = "2026-11-24";
    tomorrow[2].town = "577626";
    tomorrow.pop_back();
    tomorrow.push_back(SaidService{});
    auto import = region.read(tomorrow);
    EXPECT_EQ(import.state, "ready");
    EXPECT_EQ(import.new_count, 1);
    EXPECT_EQ(import.changed_count, 2);
    EXPECT_EQ(import.ended_count, 1);
    EXPECT_EQ(import.vanished_count, 1);
    EXPECT_EQ(import.unchanged_count, 36);
    auto lines = region.in([&](db::Session& db) { return tally_of(db, import.id); });
    ASSERT_THAT(lines, SizeIs(3));
    EXPECT_EQ(lines[0].code, "CZ051");
    EXPECT_EQ(lines[0].count("changed"), 2);
    EXPECT_EQ(lines[1].code, "5104");
    EXPECT_EQ(lines[2].count("changed"), 1);
    EXPECT_EQ(region.service("2000001").status, "active") << "nothing changes before it is applied";

    apply(*region.data, region.clock, region.begin(import).id);
    EXPECT_EQ(region.service("2000001").status, "ended");
    auto gone = region.service("2000039");
    EXPECT_EQ(gone.status, "ended");
    EXPECT_THAT(gone.status_reason.value_or(""), HasSubstr("zmizela"));
    EXPECT_EQ(region.count("SELECT count(*) FROM register_services WHERE gone_at IS NOT NULL"), 1);
    auto changed = region.service("2000000").id, moved = region.service("2000002").id;
    region.in([&](db::Session& db) {
        auto capacities = capacities_of(db, changed, day_in_prague(region.clock.now()), region.clock.now());
        ASSERT_THAT(capacities, SizeIs(1));
        EXPECT_EQ(capacities[0].count, 20);
        auto places = facilities_of(db, moved, day_in_prague(region.clock.now()));
        ASSERT_THAT(places, SizeIs(1));
        EXPECT_EQ(places[0].municipality_name, "Turnov");
    });
    // The one that vanished comes back.
    region.take(today);
    EXPECT_EQ(region.service("2000039").status, "active");
}

TEST(RegisterImport, what_people_added_here_stays) {
    Jilemnicko region;
    region.take(many(3));
    auto before = region.service("2000000");
    region.in([&](db::Session& db) {
        auto eva = world::author(db, region.clock.now());
        auto after = before;
        after.summary = "Naučíte se pracovat se dřevem.", after.accessibility = "bez_barier",
        after.name = "Dílna U Lípy";
        change_service(eva, before, after);
        add(eva, Coverage{{}, before.id, "orp", "5104"});
        add(eva, Contact{{}, {before.id.uuid}, "phone", "777 000 111", "objednání", 9});
    });
    auto tomorrow = many(3);
    tomorrow[0].group_note = "od 16 let", tomorrow[0].phone = "481 622 999";
    auto import = region.take(tomorrow);
    EXPECT_EQ(import.changed_count, 1);
    auto after = region.service("2000000");
    EXPECT_EQ(after.summary, "Naučíte se pracovat se dřevem.");
    EXPECT_EQ(after.name, "Dílna U Lípy");
    region.in([&](db::Session& db) {
        EXPECT_THAT(coverages_of(db, after.id), SizeIs(1));
        EXPECT_EQ(target_groups_of(db, after.id).at(0).note, "od 16 let");
        std::vector<std::string> phones;
        for (auto& contact : contacts_of(db, after.id.uuid))
            if (contact.kind == "phone") phones.push_back(contact.value);
        EXPECT_THAT(phones, ElementsAre("481 622 999", "777 000 111"));
    });
}

TEST(RegisterImport, a_persons_value_is_kept_until_a_person_accepts_the_registers) {
    Jilemnicko region;
    region.take(many(3));
    auto service = region.service("2000000");
    auto capacity = [&] {
        return region.in([&](db::Session& db) {
            return capacities_of(db, service.id, day_in_prague(region.clock.now()), region.clock.now()).at(0);
        });
    };
    auto right = capacity();
    region.in([&](db::Session& db) { correct_capacity(world::author(db, region.clock.now()), right, 10); });
    auto tomorrow = many(3);
    tomorrow[0].capacity = 30, tomorrow[0].group_note = "od 18 let";
    auto import = region.take(tomorrow);
    EXPECT_EQ(import.suspicious_count, 1);
    EXPECT_EQ(capacity().count, 10) << "ours wins";
    region.in([&](db::Session& db) {
        EXPECT_EQ(target_groups_of(db, service.id).at(0).note, "od 18 let") << "the rest follows";
    });
    auto difference = region.differences(import).at(0);
    EXPECT_THAT(difference.fields, HasSubstr("\"held\":\"10\""));
    EXPECT_EQ(region.read(tomorrow).differences(), 0) << "it is asked once";

    region.in([&](db::Session& db) { decide_difference(db, region.clock.now(), {}, difference.id, true); });
    EXPECT_EQ(capacity().count, 30);
}

// row 3.14
TEST(RegisterImport, a_part_above_its_whole_is_a_question_and_no_dropped_row) {
    Jilemnicko region;
    region.take(many(2));
    auto service = region.service("2000000");
    auto capacity = [&] {
        return region.in([&](db::Session& db) {
            return capacities_of(db, service.id, day_in_prague(region.clock.now()), region.clock.now()).at(0);
        });
    };
    region.in([&](db::Session& db) {
        db.run("UPDATE registered_capacities SET of_total = 15 WHERE service_id = $1", service.id);
    });
    auto was = capacity().count;
    auto tomorrow = many(2);
    tomorrow[0].capacity = 16, tomorrow[0].group_note = "od 18 let";
    auto import = region.take(tomorrow);
    EXPECT_EQ(import.suspicious_count, 1) << "somebody has to say which of the two is wrong";
    EXPECT_EQ(capacity().count, was);
    region.in([&](db::Session& db) {
        EXPECT_EQ(target_groups_of(db, service.id).at(0).note, "od 18 let") << "the rest follows";
    });
    auto difference = region.differences(import).at(0);
    region.in([&](db::Session& db) { decide_difference(db, region.clock.now(), {}, difference.id, true); });
    EXPECT_EQ(capacity().count, 16);
    EXPECT_EQ(capacity().of_total, std::nullopt) << "whoever takes the register's number says that our whole is wrong";
    tomorrow[0].capacity = 15;
    region.take(tomorrow);
    EXPECT_EQ(capacity().count, 15);
}

// row X.2
TEST(RegisterImport, three_called_fokus_with_different_numbers_stay_three) {
    Jilemnicko region;
    std::vector<SaidService> services(4);
    for (int n = 0; n < 4; ++n)
        services[std::size_t(n)].identifier = fmt::format("300000{}", n),
        services[std::size_t(n)].provider = "Fokus, z. s.";
    services[0].ico = "26635283", services[1].ico = "26603489", services[2].ico = "44940505", services[3].ico = "";
    region.take(services);
    EXPECT_EQ(region.count("SELECT count(*) FROM providers WHERE name = 'Fokus, z. s.'"), 4);
    auto again = services;
    again[3].capacity = 99;
    again.push_back(services[3]);
    again.back().identifier = "3000009";
    region.take(again);
    EXPECT_EQ(region.count("SELECT count(*) FROM providers WHERE name = 'Fokus, z. s.'"), 4)
        << "one without a number is one at its seat";
}

TEST(RegisterImport, another_organisation_or_type_under_the_same_registration_waits_for_a_person) {
    Jilemnicko region;
    region.take(many(3));
    auto provider = region.service("2000000").provider_id;
    auto tomorrow = many(3);
    tomorrow[0].ico = "44940505", tomorrow[0].provider = "Nový", tomorrow[1].type = 13;
    auto import = region.take(tomorrow);
    EXPECT_EQ(import.suspicious_count, 2);
    EXPECT_EQ(region.service("2000000").provider_id, provider);
    EXPECT_EQ(region.service("2000001").type_code, "DruhSocialniSluzby/31");
    auto of_provider = region.differences(import).at(0);
    region.in([&](db::Session& db) { decide_difference(db, region.clock.now(), {}, of_provider.id, true); });
    EXPECT_NE(region.service("2000000").provider_id, provider);
}

TEST(RegisterImport, a_secret_address_is_neither_kept_nor_located) {
    Jilemnicko region;
    auto services = many(3);
    services[1].secret = true, services[1].place = "Azyl v Jilemnici", services[1].street = "Utajená";
    region.take(services);
    EXPECT_EQ(region.count("SELECT count(*) FROM facilities WHERE secret"), 1);
    EXPECT_EQ(
        region.count(
            "SELECT count(*) FROM facilities WHERE secret AND (street IS NOT NULL OR municipality_code IS NOT NULL OR latitude IS NOT NULL"
            " OR postal_code IS NOT NULL OR name LIKE '%Jilemnici%')"),
        0);
    EXPECT_TRUE(region.service("2000001").secret);
    // One that becomes secret loses its address, whatever stood there; nor does anything tell what it was.
    services[2].place = "Dům na Kozinci", services[2].street = "Zapomenutá";
    region.take(services);
    auto told = [&] {
        return region.count("SELECT count(*) FROM field_changes JOIN changes ON changes.id = change_id"
                            " WHERE record_table = 'facilities' AND (old_value IN ('Zapomenutá', 'Dům na Kozinci')"
                            " OR new_value IN ('Zapomenutá', 'Dům na Kozinci'))");
    };
    EXPECT_GT(told(), 0);
    // So do the premises that belong to it.
    auto open = region.service("2000002").id;
    region.in([&](db::Session& db) {
        auto place = facilities_of(db, open, day_in_prague(region.clock.now())).at(0);
        add(world::author(db, region.clock.now()),
            Premises{.name = "Dům", .municipality_code = "577197", .facility_id = place.id});
    });
    services[2].secret = true;
    region.take(services);
    EXPECT_EQ(told(), 0);
    EXPECT_EQ(region.count("SELECT count(*) FROM facilities WHERE secret"), 2);
    EXPECT_EQ(region.count("SELECT count(*) FROM facilities WHERE secret AND street IS NOT NULL"), 0);
    EXPECT_EQ(region.count("SELECT count(*) FROM premises WHERE municipality_code IS NULL"), 1);
}

TEST(RegisterImport, a_place_that_only_the_staff_keep_secret_is_not_shown_again_by_what_the_register_says_later) {
    for (bool moved : {false, true}) {
        Jilemnicko region;
        auto services = many(1);
        region.take(services);
        region.in([&](db::Session& db) {
            auto service = find_service_by_register_identifier(db, "2000000")->id;
            auto place = facilities_of(db, service, day_in_prague(region.clock.now())).at(0), hidden = place;
            hidden.secret = true;
            forget_place(hidden);
            change(world::author(db, region.clock.now()), place, hidden);
        });
        if (moved) services[0].place = "Nový dům", services[0].street = "Nová", services[0].town = "577626";
        else services[0].place_to = "2030-12-31";
        auto text = file_of(services);
        if (moved)
            text =
                std::regex_replace(text, std::regex{"11867906"}, "22222222");    // the address in the list of them all
        auto import = region.begin(region.read(text));
        apply(*region.data, region.clock, import.id);
        EXPECT_EQ(region.count("SELECT count(*) FROM facilities WHERE NOT secret OR street IS NOT NULL"), 0) << moved;
        EXPECT_EQ(region.count("SELECT count(*) FROM facilities"), 1) << moved;
        EXPECT_FALSE(region.differences(import).empty()) << "somebody is told";
    }
}

TEST(RegisterImport, nobodys_name_enters_any_table) {
    Jilemnicko region;
    region.take(many(12));
    auto tomorrow = many(11);
    tomorrow[0].capacity = 5;
    region.read(tomorrow, {"rpss.json", {}, true});
    auto all = whole_database(region);
    EXPECT_THAT(all, HasSubstr("Místo 3"));
    for (auto& name : persons) EXPECT_THAT(all, Not(HasSubstr(name)));
}

TEST(RegisterImport, a_file_with_many_services_gone_is_refused_until_somebody_allows_it) {
    Jilemnicko region;
    region.take(many(40));
    auto refused = region.read(many(37));
    EXPECT_EQ(refused.state, "refused");
    EXPECT_NEAR(refused.drop_percent, 7.5, 0.01);
    EXPECT_THROW(region.begin(refused), Conflict);
    EXPECT_EQ(region.service("2000039").status, "active");
    apply(*region.data, region.clock, region.begin(refused, true).id);
    EXPECT_EQ(region.service("2000039").status, "ended");
    EXPECT_EQ(region.read(many(36)).state, "ready") << "2.7 % are within what happens";
}

TEST(RegisterImport, an_import_older_than_what_was_applied_is_not_applied) {
    Jilemnicko region;
    auto first = region.read(many(10)), second = region.read(many(11));
    apply(*region.data, region.clock, region.begin(second).id);
    EXPECT_THROW(region.begin(first), Conflict);
}

TEST(RegisterImport, a_file_that_cannot_be_read_says_why_and_changes_nothing) {
    Jilemnicko region;
    region.take(many(4));
    auto whole = file_of(many(6));
    auto cut = region.read(whole.substr(0, whole.size() / 2));
    EXPECT_EQ(cut.state, "failed");
    EXPECT_EQ(cut.error_key, "register.error.truncated");
    auto twice = many(4);
    twice[3].identifier = twice[2].identifier;
    EXPECT_EQ(region.read(twice).error_key, "register.error.duplicate_id");
    EXPECT_EQ(region.count("SELECT count(*) FROM services"), 4);
    EXPECT_THAT(region.differences(cut), SizeIs(0));
}

TEST(RegisterImport, a_further_region_becomes_coverage_beside_the_towns_of_its_places) {
    using Reached = std::vector<std::string>;
    Jilemnicko region;
    auto reached = [&](const char* identifier) {
        auto id = region.service(identifier).id;
        return region.in([&](db::Session& db) {
            Reached all;
            for (auto& coverage : coverages_of(db, id))
                if (coverage.validity.holds_on(day_in_prague(region.clock.now())))
                    all.push_back(coverage.level + ":" + coverage.code);
            std::ranges::sort(all);
            return all;
        });
    };
    auto services = many(3);
    services[0].further_regions = {"78"}, services[1].further_regions = {"19"};
    region.take(services);
    EXPECT_EQ(reached("2000000"), (Reached{"municipality:577197", "region:CZ051"}));
    EXPECT_EQ(reached("2000001"), Reached{}) << "a region that our territory does not hold has no name";
    EXPECT_EQ(reached("2000002"), Reached{});

    services[0].town = "577626";
    region.clock.set(region.clock.now() + std::chrono::days{1});
    region.take(services);
    EXPECT_EQ(reached("2000000"), (Reached{"municipality:577626", "region:CZ051"})) << "it moves with its place";
    services[0].further_regions.clear();
    region.clock.set(region.clock.now() + std::chrono::days{1});
    region.take(services);
    EXPECT_EQ(reached("2000000"), Reached{});
}

TEST(RegisterImport, a_further_region_leaves_the_coverage_that_people_named) {
    Jilemnicko region;
    auto services = many(1);
    region.take(services);
    auto id = region.service("2000000").id;
    region.in([&](db::Session& db) { add(world::author(db, region.clock.now()), Coverage{{}, id, "orp", "5104"}); });
    services[0].further_regions = {"78"};
    region.take(services);
    region.in([&](db::Session& db) {
        auto coverages = coverages_of(db, id);
        ASSERT_THAT(coverages, SizeIs(2)) << "no towns are added where a person said what it reaches";
        EXPECT_EQ(coverages[0].code, "5104");
        EXPECT_EQ(coverages[1].code, "CZ051");
        EXPECT_EQ(history::changes_of(db, coverages[1].id.uuid).at(0).source_kind, "register");
    });
}

// How often an unknown age band was pointed out.
std::int64_t unknown_bands(Jilemnicko& region, const RegisterImport& import) {
    std::int64_t times = 0;
    for (auto& note : region.in([&](db::Session& db) { return notes_of(db, import.id, 100); }))
        if (note.kind == "register.warning.unknown_age_band") times += note.times;
    return times;
}

TEST(RegisterImport, an_age_band_with_an_unknown_code_is_something_to_look_at) {
    Jilemnicko region;
    auto services = many(3);
    services[0].band = services[1].band = "7";
    auto import = region.take(services);
    EXPECT_EQ(unknown_bands(region, import), 2);
    auto id = region.service("2000000").id;
    EXPECT_THAT(region.in([&](db::Session& db) { return age_bands_of(db, id); }), SizeIs(0))
        << "a wrong age sends people to the wrong door";
}

TEST(RegisterImport, an_age_band_is_known_by_the_registers_code_once_the_list_has_it) {
    Jilemnicko region;
    region.in([&](db::Session& work) {
        auto adult =
            work.one<CodeListItem>("SELECT * FROM code_list_items WHERE list = 'age_bands' AND code = 'adult'");
        auto better = adult;
        better.details = R"({"from":"27","to":"64","register_code":"7"})";
        replace(world::author(work, region.clock.now()), adult, better);
    });
    auto services = many(1);
    services[0].band = "7";
    auto import = region.take(services);
    auto id = region.service("2000000").id;
    EXPECT_EQ(unknown_bands(region, import), 0);
    EXPECT_EQ(region.in([&](db::Session& db) { return age_bands_of(db, id); }).at(0).band_code, "adult");
}

// Two programs apply one import at once: each difference is applied once.
TEST(RegisterImport, applied_from_two_sides_at_once_it_ends_the_same) {
    Jilemnicko region;
    auto import = region.begin(region.read(many(90)));
    std::atomic<int> ended = 0, overtaken = 0;
    auto work = [&] {
        try {
            apply(*region.data, region.clock, import.id), ++ended;
        } catch (const Conflict&) { ++overtaken; }
    };
    { std::jthread one{work}, other{work}; }
    EXPECT_EQ(ended, 1);
    EXPECT_EQ(overtaken, 1);
    EXPECT_EQ(region.count("SELECT count(*) FROM services"), 90);
    EXPECT_EQ(region.count("SELECT count(*) FROM contacts"), 90 * 2 + 30);
    EXPECT_EQ(region.count("SELECT count(*) FROM register_differences WHERE applied_at IS NULL"), 0);
}

// kill -9 after any step
TEST(RegisterImport, cut_off_in_the_middle_it_goes_on_to_the_same_end) {
    struct Cut {};
    Jilemnicko whole, cut;
    whole.take(many(130));
    auto import = cut.begin(cut.read(many(130)));
    auto times = 0;
    for (bool done = false; !done; ++times) try {
            apply(*cut.data, cut.clock, import.id, [](auto, auto) { throw Cut{}; });
            done = true;
        } catch (const Cut&) {}
    EXPECT_GT(times, 2);
    for (auto region : {&whole, &cut}) {
        EXPECT_EQ(region->count("SELECT count(*) FROM services"), 130);
        EXPECT_EQ(region->count("SELECT count(*) FROM providers"), 44);
        EXPECT_EQ(region->count("SELECT count(*) FROM facilities"), 130);
        EXPECT_EQ(region->count("SELECT count(*) FROM contacts"), 130 * 2 + 44);
        EXPECT_EQ(region->count("SELECT count(*) FROM registered_capacities"), 130);
    }
    EXPECT_EQ(cut.in([&](db::Session& db) { return find_import(db, import.id)->state; }), "applied");
}

TEST(RegisterImport, reading_that_was_cut_off_begins_again) {
    struct Cut {};
    Jilemnicko region;
    region.write(file_of(many(450)));
    auto begun = region.in([&](db::Session& work) {
        return begin_import(work, region.clock.now(), {}, world::regional_office, {"rpss.json"});
    });
    EXPECT_THROW(stage(*region.data, region.clock, begun.id, region.file, [](auto, auto) { throw Cut{}; }), Cut);
    EXPECT_EQ(stage(*region.data, region.clock, begun.id, region.file).new_count, 450);
    EXPECT_THAT(region.differences(begun), SizeIs(450));
}

TEST(RegisterImport, the_region_takes_only_what_concerns_it) {
    Jilemnicko region;
    auto services = many(4);
    auto foreign = services[0].json();
    for (auto at = foreign.find("Kraj/78"); at != foreign.npos; at = foreign.find("Kraj/78"))
        foreign.replace(at, 7, "Kraj/19");
    auto text = file_of({services[1], services[2]});
    text.insert(text.find('[') + 1, foreign + ",");
    auto import = region.read(text, {"rpss.json", "CZ051"});
    EXPECT_EQ(import.services, 2);
    EXPECT_EQ(region.read(text, {"rpss.json"}).services, 3);
}

TEST(RegisterCommand, goes_on_with_the_same_file_after_it_was_cut_off) {
    struct Cut {};
    Jilemnicko region;
    auto begun = region.begin(region.read(many(60)));
    EXPECT_THROW(apply(*region.data, region.clock, begun.id, [](auto, auto) { throw Cut{}; }), Cut);
    i18n::Texts texts{"cs", files()};
    std::ostringstream out, err;
    ImportRegisterOptions options{region.file};
    options.organisation = world::regional_office;
    EXPECT_EQ(import_register_command(*region.data, region.clock, texts, options, out, err), 0);
    EXPECT_THAT(err.str(), HasSubstr("pokračuje se tam, kde skončilo"));
    EXPECT_EQ(region.count("SELECT count(*) FROM register_imports"), 1);
    EXPECT_EQ(region.count("SELECT count(*) FROM services"), 60);
    EXPECT_EQ(region.count("SELECT count(*) FROM sources WHERE kind = 'register'"), 1);
}

TEST(RegisterCommand, a_reading_that_was_cut_off_is_given_up_by_the_next_one) {
    struct Cut {};
    Jilemnicko region;
    region.write(file_of(many(230)));
    auto begun = region.in([&](db::Session& work) {
        return begin_import(work, region.clock.now(), {}, world::regional_office, {"rpss.json"});
    });
    EXPECT_THROW(stage(*region.data, region.clock, begun.id, region.file, [](auto, auto) { throw Cut{}; }), Cut);
    i18n::Texts texts{"cs", files()};
    std::ostringstream out, err;
    ImportRegisterOptions options{region.file};
    options.organisation = world::regional_office;
    EXPECT_EQ(import_register_command(*region.data, region.clock, texts, options, out, err), 0);
    EXPECT_EQ(region.in([&](db::Session& db) { return find_import(db, begun.id)->state; }), "cancelled");
    EXPECT_THAT(region.differences(begun), SizeIs(0));
    EXPECT_EQ(region.count("SELECT count(*) FROM services"), 230);
}

TEST(RegisterCommand, a_dry_run_prints_the_difference_and_keeps_nothing) {
    Jilemnicko region;
    region.take(many(20));
    auto tomorrow = many(20);
    tomorrow[0].capacity = 20;
    region.write(file_of(tomorrow));
    i18n::Texts texts{"cs", files()};
    std::ostringstream out, err;
    ImportRegisterOptions options{region.file};
    options.dry_run = true, options.organisation = world::regional_office;
    EXPECT_EQ(import_register_command(*region.data, region.clock, texts, options, out, err), 0);
    EXPECT_THAT(out.str(), HasSubstr("ORP Jilemnice: změněné 1"));
    for (auto& name : persons) EXPECT_THAT(out.str(), Not(HasSubstr(name)));
    EXPECT_EQ(region.count("SELECT count(*) FROM register_imports"), 1);

    options.dry_run = false, options.json = true;
    std::ostringstream json;
    EXPECT_EQ(import_register_command(*region.data, region.clock, texts, options, json, err), 0);
    EXPECT_THAT(json.str(), HasSubstr("\"changed\":1"));

    options.json = false, options.region = "Liberec";
    EXPECT_EQ(import_register_command(*region.data, region.clock, texts, options, out, err), 2);
    options.region.reset();
    region.write("{");
    EXPECT_EQ(import_register_command(*region.data, region.clock, texts, options, out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("Soubor"));
}

}
