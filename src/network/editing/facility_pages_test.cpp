// The places of a service on the staff's pages: what is kept, what is hidden, and that nobody's typing is lost.
#include "network/editing/facility_sheet.hpp"
#include "network/editing/record_change.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct StaffPlaces : testing::Test {
    // Two services of one provider share the places in Semily and Jilemnice.
    static constexpr auto slug = "fokus-semily-std", sister = "fokus-semily-sr";

    void SetUp() override { tick(); }
    void tick() { office.clock().set(office.clock().now() + std::chrono::seconds{1}); }
    Date today() { return day_in_prague(office.clock().now()); }

    Service service(const char* named = slug) {
        auto lease = office.database().read();
        return *find_service_by_slug(*lease, named);
    }
    Facility place(const std::string& name) {
        auto lease = office.database().read();
        return lease->one<Facility>("SELECT * FROM facilities WHERE name = $1", name);
    }
    std::vector<std::string> names_on(Date day, const char* named = slug) {
        auto lease = office.database().read();
        std::vector<std::string> names;
        auto places = facilities_of(*lease, find_service_by_slug(*lease, named)->id, day);
        for (auto& one : places) names.push_back(one.name);
        return names;
    }
    ServiceFacility link_to(const Facility& facility, const char* named = slug) {
        auto lease = office.database().read();
        return lease->one<ServiceFacility>(
            "SELECT * FROM service_facilities WHERE facility_id = $1 AND service_id = $2 ORDER BY id LIMIT 1",
            facility.id, find_service_by_slug(*lease, named)->id);
    }
    // The form as it came to the browser, with some fields typed anew.
    http::Values form_of(const Facility& facility, const Sheet& typed = {}) {
        auto lease = office.database().read();
        auto now = *find_facility(*lease, facility.id);
        auto standing = sheet_of(EditedFacility::read(*lease, now, today())), sheet = standing;
        for (auto& [name, text] : typed) sheet[name] = text;
        http::Values values{{"verze", std::to_string(now.kept.version)}};
        for (auto& [name, text] : sheet) values.add(name, text);
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        return values;
    }
    http::Response save(const User& who, const Facility& facility, const Sheet& typed) {
        tick();
        return office.post(who, at(facility), form_of(facility, typed));
    }
    static std::string at(const Facility& facility, const char* rest = "") {
        return "/sprava/zarizeni/" + to_text(facility.id) + rest;
    }
    std::string places(const char* rest = "") { return std::string{"/sluzby/"} + slug + "/zarizeni" + rest; }
    std::string public_page(const char* named = slug) {
        return office.get(office.stranger, std::string{"/sluzby/"} + named).body;
    }

    world::Office office{world::Office::With::sample_region};
    Facility semily = place("Fokus Semily – Semily"), jilemnice = place("Fokus Semily – Jilemnice");
};

}

TEST_F(StaffPlaces, are_listed_with_what_they_share_and_reached_from_the_service) {
    EXPECT_THAT(office.get(office.eva, std::string{"/sluzby/"} + slug + "/upravit").body, HasSubstr(places()));
    auto body = office.get(office.eva, places()).body;
    EXPECT_THAT(body, AllOf(HasSubstr("Fokus Semily\u00a0– Semily"), HasSubstr("společné: "), HasSubstr(at(semily)),
                            HasSubstr("Nové místo")));
}

TEST_F(StaffPlaces, sent_back_as_they_came_change_nothing) {
    db::Transaction work{office.database(), db::Intent::write};
    auto author = office.as_nobody(work.session());
    auto all = work.session().all<Facility>("SELECT * FROM facilities");
    ASSERT_GT(all.size(), 20u);
    for (auto& one : all) {
        auto edited = EditedFacility::read(work.session(), one, today());
        auto sheet = sheet_of(edited);
        std::vector<html::Note> notes;
        EXPECT_TRUE(problems_of(sheet, edited, office.application().languages().czech(), notes).empty()) << one.name;
        EXPECT_FALSE(save_facility(author, edited, sheet)) << one.name;
    }
}

TEST_F(StaffPlaces, that_are_new_stand_in_the_catalogue_with_the_point_of_their_town) {
    http::Values typed{{"nazev", "Dílna Tanvald"},
                       {"ulice", "Krkonošská 5"},
                       {"psc", "468 41"},
                       {"obec", "Tanvald"},
                       {"od", "1. 11. 2026"},
                       {"kontakty", "483 000 000 | vrátnice"},
                       {std::string{"doba."} + slug, "Po, St 8.00–12.00"},
                       {"luzka", "3"}};
    auto made = office.post(office.eva, places("/nove"), typed);
    ASSERT_EQ(made.status, http::see_other) << made.body.substr(0, 3000);
    auto fresh = place("Dílna Tanvald");
    EXPECT_EQ(fresh.provider_id, service().provider_id);
    EXPECT_EQ(fresh.municipality_name, "Tanvald");
    EXPECT_TRUE(fresh.approximate && fresh.latitude);
    EXPECT_EQ(fresh.total_beds, 3);
    EXPECT_THAT(names_on(today()), Contains("Dílna Tanvald"));
    EXPECT_THAT(names_on(today(), sister), Not(Contains("Dílna Tanvald")));
    EXPECT_THAT(public_page(), AllOf(HasSubstr("Krkonošská"), HasSubstr("Tanvald")));
    EXPECT_THAT(office.get(office.eva, at(fresh)).body,
                AllOf(HasSubstr("483 000 000 | vrátnice"), HasSubstr("Po, St 8.00–12.00")));
    EXPECT_THAT(office.audit(), Contains("network.facility_added done"));
}

TEST_F(StaffPlaces, say_what_is_not_understood_and_keep_what_was_typed) {
    auto answer = save(office.eva, semily,
                       {{"nazev", ""},
                        {"psc", "512"},
                        {"obec", "Narnie"},
                        {"souradnice", "0, 0"},
                        {"luzka", "moc"},
                        {"kontakty", "zavolejte Máně"},
                        {std::string{"doba."} + slug, "někdy ráno"},
                        {"od", "1. 1. 2027"},
                        {"do", "1. 1. 2026"}});
    EXPECT_EQ(answer.status, http::unprocessable);
    for (auto said : {"#nazev", "#psc", "#obec", "#souradnice", "#luzka", "#kontakty", "#doba.fokus-semily-std", "#do",
                      "Narnie", "někdy ráno", "zavolejte Máně"})
        EXPECT_THAT(answer.body, HasSubstr(said));
    EXPECT_EQ(place("Fokus Semily – Semily").kept.version, semily.kept.version);
}

TEST_F(StaffPlaces, move_on_the_map_with_their_town_unless_somebody_measured) {
    ASSERT_EQ(save(office.eva, semily, {{"obec", "Turnov"}, {"souradnice", ""}}).status, http::see_other);
    auto moved = place("Fokus Semily – Semily");
    EXPECT_EQ(moved.municipality_code, "577626");
    EXPECT_NE(moved.latitude, semily.latitude);
    EXPECT_TRUE(moved.approximate);
    ASSERT_EQ(save(office.eva, semily, {{"souradnice", "50.58720N, 15.15640E"}}).status, http::see_other);
    moved = place("Fokus Semily – Semily");
    EXPECT_EQ(moved.latitude, 50.5872);
    EXPECT_FALSE(moved.approximate);
}

TEST_F(StaffPlaces, that_become_secret_lose_their_address_everywhere) {
    ASSERT_EQ(save(office.eva, semily, {{"ulice", "Tichá 13"}, {"psc", "513 01"}, {"cesta", "Druhý vchod za kostelem"}})
                  .status,
              http::see_other);
    EXPECT_THAT(public_page(), HasSubstr("Tichá"));
    ASSERT_EQ(save(office.eva, semily, {{"tajne", "ano"}}).status, http::see_other);
    auto hidden = place("Fokus Semily – Semily");
    EXPECT_FALSE(hidden.street || hidden.postal_code || hidden.municipality_code || hidden.municipality_name ||
                 hidden.latitude || hidden.directions);
    for (auto& address : {places(), at(semily), at(semily, "/historie"), std::string{"/sluzby/"} + slug + "/historie",
                          std::string{"/sluzby/"} + slug})
        for (auto as : {"text/html", "application/json"}) {
            auto body = office.get(office.eva, address, as).body;
            EXPECT_THAT(body, AllOf(Not(HasSubstr("Tichá")), Not(HasSubstr("za kostelem")))) << address;
        }
    // Undoing it would bring the address back, so it is not offered, and not done.
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, semily.id.uuid, 1, 0).at(0).change;
    }
    EXPECT_EQ(office.post(office.eva, at(semily, "/historie/") + to_text(change.id) + "/zpet").status, http::conflict);
    EXPECT_FALSE(place("Fokus Semily – Semily").street);
}

// A backup or an export holds what the history holds.
TEST_F(StaffPlaces, that_become_secret_lose_their_address_in_the_history_itself) {
    auto told = [&](const char* words) {
        auto lease = office.database().read();
        return lease->one<std::int64_t>(
            "SELECT count(*) FROM field_changes WHERE old_value LIKE $1 OR new_value LIKE $1", std::string{words});
    };
    ASSERT_EQ(save(office.eva, semily, {{"ulice", "Tichá 13"}, {"cesta", "Za kostelem"}}).status, http::see_other);
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, semily.id.uuid, 1, 0).at(0).change;
    }
    EXPECT_GT(told("Tichá 13") * told("Za kostelem"), 0);
    ASSERT_EQ(save(office.eva, semily, {{"tajne", "ano"}}).status, http::see_other);
    EXPECT_EQ(told("Tichá 13") + told("Za kostelem"), 0);
    EXPECT_THAT(office.get(office.eva, at(semily, "/historie")).body,
                AllOf(HasSubstr("co k\u00a0místu vedlo"), HasSubstr("smazáno i\u00a0z\u00a0historie")));
    auto refused = office.post(office.eva, at(semily, "/historie/") + to_text(change.id) + "/zpet");
    EXPECT_EQ(refused.status, http::conflict);
    EXPECT_THAT(refused.body, HasSubstr("místo se stalo utajeným"));
    // A name that told too much may be changed afterwards.
    ASSERT_EQ(save(office.eva, semily, {{"nazev", "Tajné místo"}}).status, http::see_other);
    EXPECT_EQ(told("Fokus Semily – Semily"), 0);
}

TEST_F(StaffPlaces, have_a_history_that_names_towns_not_only_their_codes) {
    ASSERT_EQ(save(office.eva, semily, {{"obec", "Turnov"}, {"souradnice", ""}}).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, at(semily, "/historie")).body,
                AllOf(HasSubstr("Semily (576964)"), HasSubstr("Turnov (577626)")));
    EXPECT_THAT(office.get(office.eva, "/sluzby/ps-jilemnice-pece/historie").body, HasSubstr("Jilemnice (577197)"));
}

TEST_F(StaffPlaces, typed_with_an_address_and_the_tick_are_secret_from_the_start) {
    http::Values typed{{"nazev", "Dům na půli cesty"}, {"ulice", "Tichá 13"}, {"obec", "kdesi"}, {"tajne", "ano"}};
    ASSERT_EQ(office.post(office.eva, places("/nove"), typed).status, http::see_other);
    auto hidden = place("Dům na půli cesty");
    EXPECT_TRUE(hidden.secret);
    EXPECT_FALSE(hidden.street || hidden.municipality_name || hidden.latitude);
}

TEST_F(StaffPlaces, end_for_one_service_and_go_on_for_the_other) {
    auto link = link_to(jilemnice);
    auto address = places("/") + to_text(link.id);
    EXPECT_THAT(office.get(office.eva, address).body, HasSubstr("nesmaže"));
    http::Values end{{"verze", std::to_string(link.kept.version)}, {"od", ""}, {"do", "1. 10. 2026"}};
    if (link.validity.valid_from != beginning) {
        std::chrono::year_month_day from{link.validity.valid_from};
        end = {{"verze", std::to_string(link.kept.version)},
               {"od", to_iso(link.validity.valid_from)},
               {"do", "1. 10. 2026"}};
    }
    ASSERT_EQ(office.post(office.eva, address, end).status, http::see_other);
    EXPECT_THAT(names_on(today()), Not(Contains(jilemnice.name)));
    EXPECT_THAT(names_on(*day_of(2026, 9, 30)), Contains(jilemnice.name)) << "what was stays readable";
    EXPECT_THAT(names_on(today(), sister), Contains(jilemnice.name));
    EXPECT_THAT(office.get(office.eva, places()).body, HasSubstr("1 místo, kde služba už není"));
    EXPECT_EQ(office
                  .post(office.eva, address,
                        {{"verze", std::to_string(link_to(jilemnice).kept.version)},
                         {"od", "2. 10. 2026"},
                         {"do", "1. 10. 2026"}})
                  .status,
              http::unprocessable);
    // And it may come back from a later day.
    http::Values again{{"misto", to_text(jilemnice.id)}, {"od", "1. 12. 2026"}};
    for (int click : {1, 2}) ASSERT_EQ(office.post(office.eva, places(), again).status, http::see_other) << click;
    EXPECT_THAT(names_on(*day_of(2026, 12, 1)), Contains(jilemnice.name));
    auto lease = office.database().read();
    EXPECT_EQ(
        lease->one<std::int64_t>("SELECT count(*) FROM service_facilities WHERE facility_id = $1 AND service_id = $2",
                                 jilemnice.id, service().id),
        2);
}

TEST_F(StaffPlaces, of_another_provider_cannot_be_taken_over) {
    auto foreign = [&] {
        auto lease = office.database().read();
        return lease->one<Facility>("SELECT * FROM facilities WHERE provider_id <> $1 ORDER BY id LIMIT 1",
                                    service().provider_id);
    }();
    for (auto& wish : {to_text(foreign.id), std::string{}, std::string{"neni"}})
        EXPECT_EQ(office.post(office.eva, places(), {{"misto", wish}}).status, http::unprocessable) << wish;
}

TEST_F(StaffPlaces, keep_hours_for_each_service_apart_and_the_service_form_leaves_them_alone) {
    ASSERT_EQ(save(office.eva, semily,
                   {{std::string{"doba."} + slug, "Út 9.00–11.00"}, {std::string{"doba."} + sister, "Čt 13.00–15.00"}})
                  .status,
              http::see_other);
    auto edit = office.get(office.eva, std::string{"/sluzby/"} + slug + "/upravit").body;
    EXPECT_THAT(edit, Not(HasSubstr("Út 9.00–11.00")));
    EXPECT_THAT(public_page(), HasSubstr("9.00–"));
    ASSERT_EQ(save(office.eva, semily, {{std::string{"doba."} + slug, ""}}).status, http::see_other);
    auto lease = office.database().read();
    EXPECT_EQ(lease->one<std::int64_t>("SELECT count(*) FROM opening_times WHERE facility_id = $1", semily.id), 1)
        << "of the other service";
}

TEST_F(StaffPlaces, edited_by_two_at_once_lose_nothing) {
    auto evas = form_of(semily, {{"ulice", "Evina 1"}, {"cesta", "Od nádraží vlevo."}}),
         klaras = form_of(semily, {{"ulice", "Klářina 2"}, {"poznamka", "Zvonek nefunguje."}});
    ASSERT_EQ(office.post(office.klara, at(semily), klaras).status, http::see_other);
    auto conflict = office.post(office.eva, at(semily), evas);
    EXPECT_EQ(conflict.status, http::conflict);
    for (auto text : {"Evina 1", "Klářina 2", "Od nádraží vlevo.", "Zvonek nefunguje."})
        EXPECT_THAT(conflict.body, HasSubstr(text));
    EXPECT_EQ(place("Fokus Semily – Semily").street, "Klářina 2");
    auto decided =
        form_of(semily, {{"ulice", "Evina 1"}, {"cesta", "Od nádraží vlevo."}, {"poznamka", semily.note.value_or("")}});
    for (auto& [field, choice] : std::vector<std::pair<std::string, std::string>>{
             {"volba.ulice", "moje"}, {"volba.cesta", "moje"}, {"volba.poznamka", "jejich"}})
        decided.add(field, choice);
    ASSERT_EQ(office.post(office.eva, at(semily), decided).status, http::see_other);
    auto now = place("Fokus Semily – Semily");
    EXPECT_EQ(now.street, "Evina 1");
    EXPECT_EQ(now.note, "Zvonek nefunguje.");
}

TEST_F(StaffPlaces, are_changed_back_from_their_history) {
    ASSERT_EQ(save(office.eva, semily, {{"ulice", "Nová 1"}}).status, http::see_other);
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, semily.id.uuid, 1, 0).at(0).change;
    }
    EXPECT_THAT(office.get(office.eva, at(semily, "/historie")).body,
                AllOf(HasSubstr("Nová 1"), HasSubstr("Vrátit změnu")));
    tick();
    ASSERT_EQ(office.post(office.eva, at(semily, "/historie/") + to_text(change.id) + "/zpet").status, http::see_other);
    EXPECT_EQ(place("Fokus Semily – Semily").street, semily.street);
    // The same change named at another place is not there.
    EXPECT_EQ(office.post(office.eva, at(jilemnice, "/historie/") + to_text(change.id) + "/zpet").status,
              http::not_found);
}

TEST_F(StaffPlaces, outside_of_the_district_are_not_there_for_a_coordinator) {
    auto far = [&] {
        auto lease = office.database().read();
        return lease->one<Facility>(
            "SELECT facilities.* FROM facilities JOIN service_facilities ON facility_id = facilities.id"
            " JOIN services ON services.id = service_id WHERE services.slug = 'kotva-nocleh' ORDER BY facilities.id "
            "LIMIT 1");
    }();
    EXPECT_EQ(office.get(office.klara, at(far)).status, http::not_found);
    EXPECT_EQ(office.get(office.klara, at(semily)).status, http::ok);
    EXPECT_EQ(office.get(office.petr, at(semily)).status, http::not_found);
    EXPECT_EQ(office.get(office.petr, places()).status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, at(semily)).status, http::see_other);
}

// --- the provider's history ------------------------------------------------------------------------------------------

TEST_F(StaffPlaces, belong_to_a_provider_whose_own_history_can_be_taken_back_too) {
    auto before = [&] {
        auto lease = office.database().read();
        return *find_provider_by_slug(*lease, "fokus-semily");
    };
    auto old = before();
    EXPECT_THAT(office.get(office.eva, "/poskytovatele/fokus-semily/upravit").body,
                HasSubstr("/poskytovatele/fokus-semily/historie"));
    auto form = [&](const std::string& description) {
        http::Values values{{"verze", std::to_string(before().kept.version)},
                            {"nazev", old.name},
                            {"zkratka", old.short_name.value_or("")},
                            {"ico", old.ico.value_or("")},
                            {"pravni_forma", old.legal_form.value_or("")},
                            {"ulice", old.street.value_or("")},
                            {"psc", old.postal_code.value_or("")},
                            {"obec", old.municipality_name.value_or("")},
                            {"popis", description},
                            {"poznamka", old.note.value_or("")}};
        auto lease = office.database().read();
        std::string lines;
        auto contacts = contacts_of(*lease, old.id.uuid);
        for (auto& contact : contacts)
            lines += (lines.empty() ? "" : "\n") + contact.value + (contact.label ? " | " + *contact.label : "");
        values.add("kontakty", lines);
        return values;
    };
    ASSERT_EQ(office.post(office.eva, "/poskytovatele/fokus-semily/upravit", form("Pomáháme v Podkrkonoší.")).status,
              http::see_other);
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, old.id.uuid, 1, 0).at(0).change;
    }
    auto history = std::string{"/poskytovatele/fokus-semily/historie"};
    EXPECT_THAT(office.get(office.eva, history).body,
                AllOf(HasSubstr("Pomáháme v\u00a0Podkrkonoší."), HasSubstr("poskytovatel"), HasSubstr("Vrátit změnu")));
    EXPECT_EQ(office.get(office.klara, history).status, http::forbidden);
    auto back = history + "/" + to_text(change.id) + "/zpet";
    EXPECT_EQ(office.post(office.eva, "/poskytovatele/kotva/historie/" + to_text(change.id) + "/zpet").status,
              http::not_found);
    tick();
    ASSERT_EQ(office.post(office.eva, back).status, http::see_other);
    EXPECT_EQ(before().description, old.description);
    EXPECT_EQ(office.post(office.eva, back).status, http::conflict) << "the second click finds another value";
}
