// Premises and rooms on the staff's pages: kept once for all who share them, hidden where a place is secret, and
// nobody's typing lost.
#include "network/editing/kept_lines.hpp"
#include "network/editing/premises_sheet.hpp"
#include "network/editing/record_change.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

namespace {

struct StaffPremises : testing::Test {
    // Two services of one provider share the premises in a building of the region.
    static constexpr auto slug = "fokus-semily-std", sister = "fokus-semily-sr";

    void SetUp() override { tick(); }
    void tick(std::chrono::seconds by = std::chrono::seconds{1}) { office.clock().set(office.clock().now() + by); }
    Date today() { return day_in_prague(office.clock().now()); }

    auto asked(auto&& question) {
        auto lease = office.database().read();
        return question(*lease);
    }
    Id<Service> service(const char* named = slug) {
        return asked([&](db::Session& db) { return find_service_by_slug(db, named)->id; });
    }
    Premises premises(const std::string& name = "Prostory Fokusu Semily") {
        return asked([&](db::Session& db) { return db.one<Premises>("SELECT * FROM premises WHERE name = $1", name); });
    }
    std::vector<std::string> names_at(const char* named = slug) {
        return asked([&](db::Session& db) {
            std::vector<std::string> names;
            auto used = premises_of(db, find_service_by_slug(db, named)->id, today());
            for (auto& one : used) names.push_back(one.name);
            return names;
        });
    }
    std::vector<std::string> rooms(const Premises& of) {
        return asked([&](db::Session& db) { return lines_had(rooms_of(db, of.id)); });
    }
    std::string rooms_in_form(const Premises& of) { return text_of(rooms(of)); }
    std::vector<RecordChange> changes(const Uuid& owner) {
        return asked([&](db::Session& db) { return changes_around(db, owner, 20, 0); });
    }

    // The form as it came to the browser, with some fields typed anew.
    http::Values form_of(const Premises& of, const Sheet& typed = {}) {
        auto lease = office.database().read();
        auto edited = EditedPremises::read(*lease, *PremisesInView::find(*lease, to_text(of.id)), today());
        auto standing = sheet_of(edited), sheet = standing;
        for (auto& [name, text] : typed) sheet[name] = text;
        http::Values values{{"verze", std::to_string(edited.premises.kept.version)}};
        for (auto& [name, text] : sheet) values.add(name, text);
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        return values;
    }
    http::Response save(const User& who, const Premises& of, const Sheet& typed) {
        tick();
        return office.post(who, at(of), form_of(of, typed));
    }
    http::Response undo(const User& who, const Premises& of, const history::Change& change) {
        tick();
        return office.post(who, at(of, "/historie/") + to_text(change.id) + "/zpet");
    }
    // A new one with a name and nothing else.
    Premises added(const std::string& name, const char* to = slug) {
        EXPECT_EQ(office.post(office.eva, list(to), {{"nazev", name}}).status, http::see_other);
        return premises(name);
    }
    Facility place(const std::string& name) {
        return asked(
            [&](db::Session& db) { return db.one<Facility>("SELECT * FROM facilities WHERE name = $1", name); });
    }

    static std::string at(const Premises& premises, const char* rest = "") {
        return "/sprava/prostory/" + to_text(premises.id) + rest;
    }
    static std::string list(const char* of = slug) { return std::string{"/sluzby/"} + of + "/prostory"; }
    static std::string leave(const Premises& premises, const char* of = slug) {
        return list(of) + "/" + to_text(premises.id) + "/opustit";
    }
    std::string public_page(const char* named = slug, const char* accept = "text/html") {
        return office.get(office.stranger, std::string{"/sluzby/"} + named, accept).body;
    }

    world::Office office{world::Office::With::sample_region};
};

}

// --- lines -----------------------------------------------------------------------------------------------------------

TEST(RoomLines, say_name_kind_whether_it_counts_and_a_note) {
    auto read = [](const char* line) { return read_room_line(line).value(); };
    auto shower = read("sprcha, nepočítá se | na každém poschodí");
    EXPECT_EQ(shower.name, "sprcha");
    EXPECT_EQ(shower.kind, "shower");
    EXPECT_FALSE(shower.declared);
    EXPECT_EQ(shower.note, "na každém poschodí");
    auto hut = read("domek na zahradě (Dilna)");
    EXPECT_EQ(hut.name, "domek na zahradě");
    EXPECT_EQ(hut.kind, "workshop");
    EXPECT_TRUE(hut.declared);
    for (auto same : {"šatna (sklad), nepočítá se", "šatna, nepocita se (sklad)", "šatna (sklad, nepočítá se)",
                      "  šatna( Sklad ),NEPOČÍTÁ SE "})
        EXPECT_EQ(line_of(read(same)), "šatna (sklad), nepočítá se") << same;
}

TEST(RoomLines, leave_in_the_name_what_they_do_not_know) {
    for (auto line : {"kancelář (přízemí)", "sál, jeviště a zákulisí", "místnost 3", "(WC)", "кухня"})
        EXPECT_EQ(line_of(read_room_line(line).value()), line);
    EXPECT_EQ(read_room_line("kancelář (přízemí)")->name, "kancelář (přízemí)");
    for (auto nameless : {"", " | na chodbě", ", nepočítá se", "nepočítá se | sprcha"})
        EXPECT_FALSE(read_room_line(nameless)) << nameless;
}

TEST(RoomLines, tell_the_kind_by_the_name_and_the_brackets_overrule_it) {
    auto kind = [](const char* line) { return read_room_line(line)->kind.value_or("nothing"); };
    EXPECT_EQ(kind("bezbariérové WC"), "accessible_wc");
    EXPECT_EQ(kind("dívčí WC"), "wc");
    EXPECT_EQ(kind("dílna na výrobu svíček"), "workshop");
    EXPECT_EQ(kind("u dílny"), "nothing");
    EXPECT_EQ(kind("stará kuchyňka (sklad)"), "storage");
}

// --- the premises of a service ---------------------------------------------------------------------------------------

// row 0.31
// row 0.33
TEST_F(StaffPremises, are_listed_at_both_services_with_what_they_share_and_what_does_not_fit) {
    EXPECT_THAT(office.get(office.eva, std::string{"/sluzby/"} + slug + "/upravit").body, HasSubstr(list()));
    for (auto service : {slug, sister})
        EXPECT_THAT(office.get(office.eva, list(service)).body,
                    AllOf(HasSubstr("Prostory Fokusu Semily"), HasSubstr("200\u00a0m²"),
                          HasSubstr("2\u00a0000\u00a0m²"), HasSubstr("společné: "), HasSubstr("9 místností"),
                          HasSubstr("Poskytovatel uvádí 9 místností, ve výčtu je jich 8."), HasSubstr(at(premises()))))
            << service;
}

TEST_F(StaffPremises, that_are_new_begin_with_a_name_and_are_not_made_twice) {
    auto made = office.post(office.eva, list(), {{"nazev", "Zahradní domek"}});
    EXPECT_EQ(made.location, at(premises("Zahradní domek")) + "?ulozeno=ano");
    EXPECT_EQ(office.get(office.eva, made.location).status, http::ok);
    EXPECT_EQ(office.post(office.eva, list(), {{"nazev", "zahradni domek"}}).location, list() + "?ulozeno=ano");
    EXPECT_THAT(names_at(), ElementsAre("Prostory Fokusu Semily", "Zahradní domek"));
    EXPECT_THAT(office.audit(), Contains("network.premises_added done"));
    EXPECT_THAT(public_page(), HasSubstr("Zahradní domek"));
}

TEST_F(StaffPremises, without_a_name_or_with_one_too_long_are_not_added) {
    for (auto& name : {std::string{" "}, std::string(301, 'a')})
        EXPECT_EQ(office.post(office.eva, list(), {{"nazev", name}}).status, http::unprocessable);
    EXPECT_THAT(names_at(), ElementsAre("Prostory Fokusu Semily"));
}

// row 0.33
TEST_F(StaffPremises, of_a_sister_service_are_shared_and_their_area_is_counted_once) {
    auto house = added("Dům u potoka");
    ASSERT_EQ(save(office.eva, house, {{"plocha", "62,5"}}).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, list(sister)).body, HasSubstr("Dům u\u00a0potoka"));
    // The same name once more would count the house twice.
    EXPECT_EQ(office.post(office.eva, list(sister), {{"nazev", "Dům u potoka"}}).status, http::unprocessable);
    for (int click : {1, 2})
        ASSERT_EQ(office.post(office.eva, list(sister), {{"prostory", to_text(house.id)}}).location,
                  list(sister) + "?ulozeno=ano")
            << click;
    EXPECT_THAT(names_at(sister), UnorderedElementsAre("Prostory Fokusu Semily", "Dům u potoka"));
    EXPECT_EQ(asked([&](db::Session& db) { return total_area_m2(db, {service(), service(sister)}, today()); }), 262.5);
    EXPECT_EQ(asked([&](db::Session& db) {
                  return db.one<std::int64_t>("SELECT count(*) FROM service_premises WHERE premises_id = $1", house.id);
              }),
              2);
}

TEST_F(StaffPremises, of_another_provider_or_of_nobody_cannot_be_chosen) {
    auto foreign = added("Cizí dům", "kotva-nocleh");
    for (auto& wish : {to_text(foreign.id), std::string{}, std::string{"neni"}})
        EXPECT_EQ(office.post(office.eva, list(), {{"prostory", wish}}).status, http::unprocessable) << wish;
    EXPECT_THAT(office.get(office.eva, list()).body, Not(HasSubstr("Cizí dům")));
}

// row 0.33
TEST_F(StaffPremises, that_one_service_left_stay_with_the_other) {
    for (int click : {1, 2}) ASSERT_EQ(office.post(office.eva, leave(premises())).status, http::see_other) << click;
    EXPECT_THAT(names_at(), IsEmpty());
    EXPECT_THAT(names_at(sister), ElementsAre("Prostory Fokusu Semily"));
    EXPECT_THAT(rooms(premises()), testing::SizeIs(12));
    EXPECT_THAT(public_page(), Not(HasSubstr("ve výčtu je jich 8")));
    EXPECT_THAT(public_page(sister), AllOf(HasSubstr("ve výčtu je jich 8"), Not(HasSubstr("Společné se službou"))));
    EXPECT_THAT(office.get(office.eva, list()).body, HasSubstr("už nevyužívá (1)"));
    EXPECT_THAT(office.get(office.eva, at(premises(), "/historie")).body, HasSubstr("Sociálně terapeutické dílny"));
    // What was stays readable, the question of the overview is the other service's alone, and the service may come
    // back.
    EXPECT_EQ(asked([&](db::Session& db) { return premises_of(db, service(), today() - std::chrono::days{1}).size(); }),
              1u);
    EXPECT_THAT(office.get(office.eva, "/prehled?otazka=mistnosti").body, HasSubstr("o-mistnosti"));
    ASSERT_EQ(office.post(office.eva, list(), {{"prostory", to_text(premises().id)}}).status, http::see_other);
    EXPECT_THAT(names_at(), ElementsAre("Prostory Fokusu Semily"));
}

TEST_F(StaffPremises, left_on_the_day_they_came_leave_no_trace_but_in_history) {
    auto slip = added("Omyl");
    ASSERT_EQ(office.post(office.eva, leave(slip)).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, list()).body, Not(HasSubstr("Omyl")));
    EXPECT_EQ(asked([&](db::Session& db) {
                  return db.one<std::int64_t>("SELECT count(*) FROM service_premises WHERE premises_id = $1", slip.id);
              }),
              0);
    EXPECT_THAT(office.get(office.eva, at(slip, "/historie")).body, HasSubstr("Sociálně terapeutické dílny"));
    EXPECT_THAT(office.audit(), Contains("network.premises_left done"));
}

// --- the premises themselves -----------------------------------------------------------------------------------------

TEST_F(StaffPremises, sent_back_as_they_came_change_nothing) {
    auto before = premises();
    ASSERT_EQ(save(office.eva, before, {}).status, http::see_other);
    EXPECT_EQ(premises().kept.version, before.kept.version);
    EXPECT_THAT(changes(before.id.uuid), testing::SizeIs(3)) << "made, and two services in it";
}

// row 0.29
// row 0.30
// row 0.32
TEST_F(StaffPremises, are_described_once_for_both_services) {
    auto body = office.get(office.eva, at(premises())).body;
    EXPECT_THAT(body, AllOf(HasSubstr("odpočinková a relaxační místnost | V dokumentu jedna položka"),
                            HasSubstr("bezbariérové WC, nepočítá se | Mimo devět místností"),
                            HasSubstr("Prostory využívají 2 služby"), HasSubstr("ve výčtu je jich 8")));
    Sheet typed{{"nazev", "Dům v Nádražní"},
                {"vlastnik", "Město Semily"},
                {"uzivani", "lent"},
                {"normy", "ne"},
                {"mistnosti", "2"},
                {"plocha", "1 062,5 m²"},
                {"zahrada", "0"},
                {"obec", "Semily"},
                {"misto", to_text(place("Fokus Semily – Semily").id)},
                {"poznamka", "Stěhovali jsme se."},
                {"vycet", "dílna\nkancelář\nsprcha, nepočítá se"}};
    ASSERT_EQ(save(office.eva, premises(), typed).status, http::see_other);
    auto now = premises("Dům v Nádražní");
    EXPECT_EQ(now.owner, "Město Semily");
    EXPECT_EQ(now.tenure, "lent");
    EXPECT_EQ(now.meets_norms, false);
    EXPECT_EQ(now.declared_rooms, 2);
    EXPECT_EQ(now.area_m2, 1062.5);
    EXPECT_EQ(now.garden_m2, 0);
    EXPECT_EQ(now.municipality_code, "576964");
    EXPECT_EQ(now.facility_id, place("Fokus Semily – Semily").id);
    EXPECT_EQ(now.note, "Stěhovali jsme se.");
    EXPECT_THAT(rooms(now), ElementsAre("dílna", "kancelář", "sprcha, nepočítá se"));
    for (auto service : {slug, sister})
        EXPECT_THAT(public_page(service),
                    AllOf(HasSubstr("2 místnosti"), HasSubstr("1\u00a0062,5\u00a0m²"), HasSubstr("zapůjčené prostory"),
                          HasSubstr("vlastník Město Semily"), Not(HasSubstr("ve výčtu je jich"))))
            << service;
    EXPECT_THAT(office.audit(), Contains("network.premises_saved done"));
    // And everything may be unknown again.
    Sheet nothing{{"vlastnik", ""}, {"uzivani", ""}, {"normy", ""}, {"mistnosti", ""}, {"plocha", ""},
                  {"zahrada", ""},  {"obec", ""},    {"misto", ""}, {"vycet", ""},     {"poznamka", ""}};
    ASSERT_EQ(save(office.eva, now, nothing).status, http::see_other);
    now = premises("Dům v Nádražní");
    EXPECT_FALSE(now.owner || now.tenure || now.meets_norms || now.declared_rooms || now.area_m2 || now.garden_m2 ||
                 now.municipality_code || now.facility_id || now.note);
    EXPECT_THAT(rooms(now), IsEmpty());
    EXPECT_THAT(public_page(), HasSubstr("Dům v\u00a0Nádražní")) << "the name is all there is to say";
}

// row 0.30
TEST_F(StaffPremises, keep_their_rooms_in_the_order_of_the_lines) {
    auto kitchen = asked([&](db::Session& db) { return rooms_of(db, premises().id).front(); });
    auto lines = rooms(premises());
    std::swap(lines[0], lines[11]);
    lines.insert(lines.begin() + 1, "sušárna");
    lines.erase(lines.begin() + 3);
    ASSERT_EQ(save(office.eva, premises(), {{"vycet", text_of(lines)}}).status, http::see_other);
    EXPECT_EQ(rooms(premises()), lines);
    EXPECT_EQ(asked([&](db::Session& db) { return rooms_of(db, premises().id).back().id; }), kitchen.id)
        << "a room that moved is still the same room";
    EXPECT_THAT(public_page(), HasSubstr("sušárna"));
}

TEST_F(StaffPremises, say_what_is_not_understood_and_keep_what_was_typed) {
    auto answer = save(office.eva, premises(),
                       {{"nazev", ""},
                        {"vlastnik", std::string(301, 'v')},
                        {"obec", "Narnie"},
                        {"misto", "neni"},
                        {"uzivani", "ukradené"},
                        {"mistnosti", "moc"},
                        {"plocha", "-5"},
                        {"zahrada", "dost velká"},
                        {"vycet", "kuchyňka\n, nepočítá se | na chodbě\n" + std::string(301, 'm')}});
    EXPECT_EQ(answer.status, http::unprocessable);
    for (auto said :
         {"#nazev", "#vlastnik", "#obec", "#misto", "#uzivani", "#mistnosti", "#plocha", "#zahrada", "#vycet", "Narnie",
          "moc", "-5", "dost velká", "na chodbě", "číslem od 0 do", "jak se místnost jmenuje"})
        EXPECT_THAT(answer.body, HasSubstr(said));
    EXPECT_EQ(premises().kept.version, 1);
    EXPECT_THAT(rooms(premises()), testing::SizeIs(12));
}

TEST_F(StaffPremises, refuse_areas_and_numbers_that_cannot_be) {
    for (auto area : {"-1", "1e5", "nan", "inf", "12,345", "1000001", "12 m", "0x10"})
        EXPECT_EQ(save(office.eva, premises(), {{"plocha", area}}).status, http::unprocessable) << area;
    for (auto count : {"-1", "2,5", "301", "9999999999999999999999"})
        EXPECT_EQ(save(office.eva, premises(), {{"mistnosti", count}}).status, http::unprocessable) << count;
    std::string many, long_note = "sklad | " + std::string(20'000, 'x');
    for (int n = 0; n < 301; ++n) many += "sklad\n";
    for (auto& text : {many, long_note})
        EXPECT_EQ(save(office.eva, premises(), {{"vycet", text}}).status, http::unprocessable);
    EXPECT_EQ(premises().kept.version, 1);
    for (auto area : {"0", "62.5", "2 000", "2000 m2", "1000000"})
        EXPECT_EQ(save(office.eva, premises(), {{"plocha", area}}).status, http::see_other) << area;
}

TEST_F(StaffPremises, edited_by_two_at_once_lose_nothing) {
    auto evas = form_of(premises(), {{"vlastnik", "Evina"}, {"vycet", "Evin sál"}}),
         klaras = form_of(premises(), {{"vycet", "Klářin sál"}, {"poznamka", "Klářina poznámka."}});
    tick();
    ASSERT_EQ(office.post(office.klara, at(premises()), klaras).status, http::see_other);
    auto conflict = office.post(office.eva, at(premises()), evas);
    EXPECT_EQ(conflict.status, http::conflict);
    for (auto text : {"Evina", "Evin sál", "Klářin sál", "Klářina poznámka."})
        EXPECT_THAT(conflict.body, HasSubstr(text));
    EXPECT_THAT(rooms(premises()), ElementsAre("Klářin sál"));
}

// --- history ---------------------------------------------------------------------------------------------------------

TEST_F(StaffPremises, are_changed_back_from_their_history) {
    ASSERT_EQ(save(office.eva, premises(), {{"plocha", "62,5"}, {"uzivani", "owned"}}).status, http::see_other);
    EXPECT_THAT(
        office.get(office.eva, at(premises(), "/historie")).body,
        AllOf(HasSubstr("62,5\u00a0m²"), HasSubstr("200\u00a0m²"), HasSubstr("pronajaté"), HasSubstr("Vrátit změnu")));
    auto change = changes(premises().id.uuid).at(0).change;
    ASSERT_EQ(undo(office.eva, premises(), change).status, http::see_other);
    EXPECT_EQ(premises().area_m2, 200);
    EXPECT_EQ(premises().tenure, "rented");
    EXPECT_EQ(undo(office.eva, premises(), change).status, http::conflict) << "the second click finds another value";
    // The same change named at other premises is not there.
    EXPECT_EQ(undo(office.eva, added("Jinde"), change).status, http::not_found);
}

// row 0.30
TEST_F(StaffPremises, get_back_the_rooms_that_somebody_crossed_out_moved_or_renamed) {
    auto lines = rooms(premises()), other = lines;
    std::swap(other[0], other[1]);
    other[6] = "kancelář vedoucí", other.erase(other.begin() + 3);
    ASSERT_EQ(save(office.eva, premises(), {{"vycet", text_of(other)}}).status, http::see_other);
    auto change = changes(premises().id.uuid).at(0);
    EXPECT_TRUE(change.undoable);
    EXPECT_THAT(office.get(office.eva, at(premises(), "/historie")).body,
                AllOf(HasSubstr("kancelář vedoucí"), HasSubstr("šicí dílna"), Not(HasSubstr("keramická dílna"))))
        << "only the lines that differ";
    ASSERT_EQ(undo(office.eva, premises(), change.change).status, http::see_other);
    EXPECT_EQ(rooms(premises()), lines);
    EXPECT_EQ(changes(premises().id.uuid).at(0).change.kind, "undone");
    // Where somebody changed the list since, it is theirs.
    ASSERT_EQ(save(office.eva, premises(), {{"vycet", text_of(other)}}).status, http::see_other);
    auto older = changes(premises().id.uuid).at(0).change;
    ASSERT_EQ(save(office.eva, premises(), {{"vycet", "jedna velká místnost"}}).status, http::see_other);
    EXPECT_EQ(undo(office.eva, premises(), older).status, http::conflict);
    EXPECT_THAT(rooms(premises()), ElementsAre("jedna velká místnost"));
}

TEST_F(StaffPremises, that_a_service_left_by_mistake_come_back_from_history) {
    ASSERT_EQ(office.post(office.eva, leave(premises())).status, http::see_other);
    auto change = changes(service().uuid).at(0);
    EXPECT_EQ(change.about, "Prostory Fokusu Semily");
    ASSERT_EQ(undo(office.eva, premises(), change.change).status, http::see_other);
    EXPECT_THAT(names_at(), ElementsAre("Prostory Fokusu Semily"));
}

// --- secret places ---------------------------------------------------------------------------------------------------

TEST_F(StaffPremises, of_a_secret_place_are_hidden_from_the_public_and_lose_their_town) {
    // The place belongs to the provider but not to the service, so the service itself is no secret.
    auto there = added("Dům Kalich", "kotva-nocleh");
    auto shelter = office.database().in_write_transaction([&](db::Session& work) {
        Facility place;
        place.provider_id = find_service_by_slug(work, "kotva-nocleh")->provider_id, place.name = "Azyl";
        place.street = "Tichá 13", place.municipality_code = "576964", place.municipality_name = "Semily";
        return add_facility(office.as_nobody(work), place);
    });
    Sheet typed{{"misto", to_text(shelter)}, {"obec", "Semily"}, {"plocha", "77"}, {"vycet", "tajná komora"}};
    ASSERT_EQ(save(office.eva, there, typed).status, http::see_other);
    EXPECT_THAT(public_page("kotva-nocleh"), AllOf(HasSubstr("77\u00a0m²"), HasSubstr("tajná komora")));
    tick();
    http::Values secret{{"verze", "1"}, {"nazev", "Azyl"}, {"tajne", "ano"}};
    ASSERT_EQ(office.post(office.eva, "/sprava/zarizeni/" + to_text(shelter), secret).status, http::see_other);
    EXPECT_FALSE(premises("Dům Kalich").municipality_code);
    for (auto as : {"text/html", "application/json"})
        EXPECT_THAT(public_page("kotva-nocleh", as),
                    AllOf(Not(HasSubstr("Kalich")), Not(HasSubstr("tajná komora")), Not(HasSubstr("77\u00a0m²"))));
    // Nor do the staff read in history where it was; and neither undoing nor typing brings the town back.
    for (auto as : {"text/html", "application/json"})
        EXPECT_THAT(office.get(office.eva, at(there, "/historie"), as).body, Not(HasSubstr("576964")));
    for (auto& change : changes(there.id.uuid))
        if (std::ranges::count(change.fields, "municipality_code", &history::FieldChange::field) > 0)
            EXPECT_EQ(undo(office.eva, there, change.change).status, http::conflict);
    ASSERT_EQ(save(office.eva, there, {{"obec", "Semily"}}).status, http::see_other);
    EXPECT_FALSE(premises("Dům Kalich").municipality_code);
    // Taken away from the place, they are public again, but their history tells no more than before.
    ASSERT_EQ(save(office.eva, there, {{"misto", ""}}).status, http::see_other);
    EXPECT_THAT(public_page("kotva-nocleh"), HasSubstr("77\u00a0m²"));
    EXPECT_THAT(office.get(office.eva, at(there, "/historie")).body, Not(HasSubstr("576964")));
}

TEST_F(StaffPremises, shared_with_a_service_at_a_secret_place_do_not_name_it) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto open = *find_service_by_slug(work, sister), secret = open;
        secret.secret = true;
        change(office.as_nobody(work), open, secret);
    });
    EXPECT_THAT(public_page(), AllOf(HasSubstr("200\u00a0m²"), Not(HasSubstr("Společné se službou"))));
    EXPECT_THAT(public_page(sister), Not(HasSubstr("200\u00a0m²")));
}

// --- who may ---------------------------------------------------------------------------------------------------------

TEST_F(StaffPremises, that_reach_beyond_the_district_are_not_changed_by_its_coordinator) {
    EXPECT_EQ(office.get(office.klara, at(premises())).status, http::ok);
    office.database().in_write_transaction([&](db::Session& work) {
        auto far = find_service_by_slug(work, "kotva-nocleh")->id;
        use_premises(office.as_nobody(work), far, premises().id, beginning);
    });
    EXPECT_EQ(office.get(office.klara, at(premises())).status, http::forbidden);
    EXPECT_EQ(office.post(office.klara, at(premises()), {{"nazev", "Moje"}}).status, http::forbidden);
    EXPECT_EQ(office.get(office.klara, at(premises(), "/historie")).status, http::forbidden);
    EXPECT_EQ(office.post(office.klara, leave(premises())).status, http::forbidden);
    EXPECT_THAT(office.get(office.klara, list()).body,
                AllOf(HasSubstr("Prostory Fokusu Semily"), Not(HasSubstr(at(premises())))));
    EXPECT_EQ(office.get(office.eva, at(premises())).status, http::ok);
}

TEST_F(StaffPremises, outside_of_the_district_are_not_there_for_a_coordinator) {
    auto far = added("Vzdálený dům", "kotva-nocleh");
    for (auto rest : {"", "/historie"}) EXPECT_EQ(office.get(office.klara, at(far, rest)).status, http::not_found);
    EXPECT_EQ(office.post(office.klara, leave(far)).status, http::not_found);
    EXPECT_EQ(office.get(office.klara, list("kotva-nocleh")).status, http::forbidden);
    EXPECT_EQ(office.get(office.petr, at(premises())).status, http::not_found);
    EXPECT_EQ(office.get(office.petr, list()).status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, at(premises())).status, http::see_other);
    EXPECT_EQ(office.get(office.stranger, list()).status, http::see_other);
}

TEST_F(StaffPremises, of_services_elsewhere_are_not_offered_to_a_coordinator) {
    // The provider of Klára's service has another one in the far district, with premises of its own.
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        Service far;
        far.provider_id = find_service_by_slug(work, slug)->provider_id;
        far.type_code = find_service_by_slug(work, slug)->type_code, far.name = "Daleká služba";
        add_service(author, far);
        use_premises(author, far.id, add(author, Premises{.name = "Daleký dům"}), beginning);
    });
    EXPECT_THAT(office.get(office.eva, list()).body, HasSubstr("Daleký dům"));
    EXPECT_THAT(office.get(office.klara, list()).body, Not(HasSubstr("Daleký dům")));
    EXPECT_EQ(office.post(office.klara, list(), {{"prostory", to_text(premises("Daleký dům").id)}}).status,
              http::unprocessable);
}
