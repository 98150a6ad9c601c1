// The four capacities on the staff's pages: side by side, in two times, taken back; states, refusals and the list.
#include "network/editing/facility_sheet.hpp"
#include "network/editing/record_change.hpp"
#include "network/services/agreed_capacity.hpp"
#include "network/services/capacity_state.hpp"
#include "network/services/registered_capacity.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

// As somebody reads it: without the breaks that typography and templates put in.
std::string read(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    std::erase(text, '\n');
    return text;
}

struct FourCapacities : testing::Test {
    static constexpr auto form = "FormaSocialniSluzby/ter", unit = "TypKapacitySocialniSluzby/kontakt";

    void tick() { office.clock().set(office.clock().now() + std::chrono::minutes{1}); }
    http::Response enter(const std::string& kind, const std::string& count, const std::string& from,
                         const std::string& to = {}, const std::string& way = "zmena") {
        tick();
        return office.post(office.eva, page,
                           {{"druh", kind},
                            {"forma", form},
                            {"jednotka", unit},
                            {"pocet", count},
                            {"od", from},
                            {"do", to},
                            {"zpusob", way}});
    }
    Service service(const std::string& named = "fokus-semily-std") {
        auto lease = office.database().read();
        return *find_service_by_slug(*lease, named);
    }
    std::vector<AgreedCapacity> held(const std::string& kind) {
        auto lease = office.database().read();
        AgreedCapacity like;
        like.service_id = service().id, like.kind = kind, like.form_code = form, like.unit_code = unit;
        return held_now(*lease, like);
    }
    // As „12 2026-01-01–2026-07-01“, earliest first.
    std::vector<std::string> drawn(const std::string& kind) {
        std::vector<std::string> lines;
        for (auto& number : held(kind))
            lines.push_back(std::to_string(number.count) + " " + to_iso(number.validity.valid_from) + "–" +
                            (number.validity.valid_to ? to_iso(*number.validity.valid_to) : ""));
        return lines;
    }
    http::Values sheet_of_agreed(const AgreedCapacity& number, const std::string& count) {
        Sheet standing{{"pocet", std::to_string(number.count)}, {"poznamka", number.note.value_or("")}};
        show_validity(number.validity, standing);
        http::Values values{{"verze", std::to_string(number.kept.version)}};
        for (auto& [name, text] : standing) values.add(name, name == "pocet" ? count : text);
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        return values;
    }
    std::string mmn() {
        auto lease = office.database().read();
        return lease->one<std::string>("SELECT slug FROM services JOIN capacity_states ON service_id = services.id"
                                       " WHERE capacity_states.kind = 'seeking_staff'");
    }
    // The newest save that can be taken back.
    std::string undo_at() {
        auto body = office.get(office.eva, history).body;
        auto at = body.find("/historie/");
        return "/sluzby/fokus-semily-std" + body.substr(at, body.find('"', at) - at);
    }

    const std::string page = "/sluzby/fokus-semily-std/kapacity", history = "/sluzby/fokus-semily-std/historie";
    world::Office office{world::Office::With::sample_region};
};

}

// feature A4
TEST_F(FourCapacities, stand_side_by_side_and_are_never_added_up) {
    for (auto& [kind, count] : {std::pair{"registered", "31"}, {"network", "23"}, {"funded", "17"}})
        ASSERT_EQ(enter(kind, count, "1. 1. 2026").status, http::see_other);
    ASSERT_EQ(enter("free", "7", "20. 11. 2026").status, http::see_other);
    auto body = read(office.get(office.eva, page).body);
    EXPECT_THAT(body, AllOf(HasSubstr(">31<"), HasSubstr(">23<"), HasSubstr(">17<"), HasSubstr("7, hlášeno")));
    for (auto sum : {">54<", ">40<", ">71<", ">78<"}) EXPECT_THAT(body, Not(HasSubstr(sum)));
    EXPECT_THAT(body, AllOf(HasSubstr("class=\"steps-chart\""), HasSubstr("eva, úprava v katalogu")));
    auto json = office.get(office.eva, page, "application/json").body;
    EXPECT_THAT(json, AllOf(HasSubstr("\"kind\":\"funded\""), HasSubstr("\"count\":17")));
}

TEST_F(FourCapacities, change_from_a_day_and_are_corrected_in_two_times) {
    enter("network", "10", "1. 1. 2026"), enter("network", "12", "1. 7. 2026");
    EXPECT_THAT(drawn("network"), ElementsAre("10 2026-01-01–2026-07-01", "12 2026-07-01–"));
    auto believed = office.clock().now();
    EXPECT_EQ(enter("network", "11", "1. 3. 2026", "", "oprava").status, http::see_other);
    EXPECT_THAT(drawn("network"), ElementsAre("11 2026-01-01–2026-07-01", "12 2026-07-01–"));
    auto lease = office.database().read();
    auto march = day_of(2026, 3, 1).value();
    auto of_kind = [&](Instant known_at) {
        auto all = agreed_capacities_of(*lease, service().id, march, known_at);
        std::erase_if(all, [](auto& one) { return one.kind != "network" || one.form_code != form; });
        return all.at(0).count;
    };
    EXPECT_EQ(of_kind(believed), 10);
    EXPECT_EQ(of_kind(office.clock().now()), 11);
    EXPECT_EQ(enter("funded", "3", "1. 1. 2026", "", "oprava").status, http::unprocessable);
    EXPECT_EQ(enter("cizi", "3", "1. 1. 2026").status, http::unprocessable);
    EXPECT_EQ(enter("free", "3", "1. 1. 2030").status, http::unprocessable);
}

TEST_F(FourCapacities, of_a_while_let_the_former_go_on) {
    enter("funded", "10", "1. 1. 2026"), enter("funded", "4", "1. 3. 2026", "1. 5. 2026");
    EXPECT_THAT(drawn("funded"), ElementsAre("10 2026-01-01–2026-03-01", "4 2026-03-01–2026-05-01", "10 2026-05-01–"));
}

TEST_F(FourCapacities, are_taken_back_whole_while_nobody_changed_them_since) {
    enter("funded", "10", "1. 1. 2026"), enter("funded", "4", "1. 3. 2026", "1. 5. 2026");
    tick();
    EXPECT_EQ(office.post(office.eva, undo_at()).status, http::see_other);
    EXPECT_THAT(drawn("funded"), ElementsAre("10 2026-01-01–"));
    auto again = undo_at();
    enter("funded", "5", "1. 4. 2026"), tick();
    EXPECT_EQ(office.post(office.eva, again).status, http::conflict);
    EXPECT_THAT(drawn("funded"), ElementsAre("10 2026-01-01–2026-04-01", "5 2026-04-01–"));
}

TEST_F(FourCapacities, of_free_places_are_taken_back_to_the_report_before) {
    enter("free", "3", "20. 11. 2026"), enter("free", "9", "24. 11. 2026");
    tick();
    EXPECT_EQ(office.post(office.eva, undo_at()).status, http::see_other);
    EXPECT_THAT(read(office.get(office.eva, page).body), HasSubstr("3, hlášeno 20. 11. 2026"));
}

TEST_F(FourCapacities, edited_by_two_at_once_lose_nothing) {
    enter("network", "10", "1. 1. 2026");
    auto number = held("network").at(0);
    auto at = page + "/" + to_text(number.id);
    EXPECT_THAT(read(office.get(office.eva, at).body), HasSubstr("V síti"));
    ASSERT_EQ(office.post(office.klara, at, sheet_of_agreed(number, "12")).status, http::see_other);
    auto conflict = office.post(office.eva, at, sheet_of_agreed(number, "15"));
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("12"), HasSubstr("15")));
    EXPECT_EQ(held("network").at(0).count, 12);
    EXPECT_EQ(office.get(office.eva, "/sluzby/fokus-semily-sr/kapacity/" + to_text(number.id)).status, http::not_found);
}

// row 3.14
TEST_F(FourCapacities, a_part_above_its_whole_is_refused_in_words) {
    auto at = std::string{"/sluzby/anavita-dzr/kapacity"};
    http::Values more{{"druh", "registered"},
                      {"forma", "FormaSocialniSluzby/pob"},
                      {"jednotka", "TypKapacitySocialniSluzby/luzka"},
                      {"pocet", "90"},
                      {"od", "1. 1. 2026"},
                      {"zpusob", "zmena"}};
    auto answer = office.post(office.eva, at, more);
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(read(answer.body), HasSubstr("Části jednoho celku by dohromady byly víc než celek."));
    EXPECT_THAT(read(office.get(office.eva, at).body), HasSubstr("80 z 110"));
    auto lease = office.database().read();
    EXPECT_EQ(capacities_of(*lease, service("anavita-dzr").id, day_in_prague(world::office_now), world::office_now)
                  .at(0)
                  .count,
              80);
}

// row 4.26
TEST_F(FourCapacities, states_are_told_with_territory_day_and_words_and_end) {
    auto at = std::string{"/sluzby/fokus-semily-std/stavy/novy"};
    EXPECT_EQ(office.get(office.eva, at).status, http::ok);
    http::Values typed{{"stav", "waiting_for_tender"},
                       {"uzemi", "Rokytnicko, jilemnice"},
                       {"poznamka", "Čekáme na vyhlášení."},
                       {"od", "1. 10. 2026"},
                       {"do", ""}};
    tick();
    ASSERT_EQ(office.post(office.eva, at, typed).status, http::see_other);
    EXPECT_THAT(read(office.get(office.stranger, "/sluzby/fokus-semily-std").body),
                AllOf(HasSubstr("čeká na výběrové řízení"), HasSubstr("Čekáme na vyhlášení.")));
    EXPECT_THAT(read(office.get(office.eva, page).body), HasSubstr("Rokytnicko, ORP Jilemnice"));
    EXPECT_THAT(read(office.get(office.eva, "/sprava/kapacity?stav=waiting_for_tender").body),
                HasSubstr("/sluzby/fokus-semily-std/kapacity"));
    CapacityState state;
    {
        auto lease = office.database().read();
        state = capacity_states_of_service(*lease, service().id).at(0);
    }
    EXPECT_EQ(state.territory, "rokytnicko;5104");
    http::Values ended{{"verze", std::to_string(state.kept.version)},
                       {"stav", state.kind},
                       {"uzemi", "Rokytnicko, ORP Jilemnice"},
                       {"poznamka", *state.note},
                       {"od", "1. 10. 2026"},
                       {"do", "1. 11. 2026"}};
    ASSERT_EQ(office.post(office.eva, "/sluzby/fokus-semily-std/stavy/" + to_text(state.id), ended).status,
              http::see_other);
    EXPECT_THAT(read(office.get(office.stranger, "/sluzby/fokus-semily-std").body),
                Not(HasSubstr("Čekáme na vyhlášení.")));
    EXPECT_THAT(read(office.get(office.eva, history).body), HasSubstr("Rokytnicko, ORP Jilemnice"));
    EXPECT_EQ(office.post(office.eva, at, {{"stav", "prazdno"}, {"uzemi", "Atlantida"}, {"od", "včera"}}).status,
              http::unprocessable);
}

// row 4.14
// row 4.18
// row 4.22
TEST_F(FourCapacities, states_of_the_documents_are_in_the_list) {
    auto with = [&](const std::string& state) {
        return office.get(office.eva, "/sprava/kapacity.csv?stav=" + state).body;
    };
    EXPECT_THAT(with("expansion_planned"), HasSubstr("rytmus-sr"));
    EXPECT_THAT(with("waiting_for_tender"), HasSubstr("Diakonie"));
    // That one ended meanwhile, so the list of what is given does not hold it; its own page does.
    EXPECT_THAT(read(office.get(office.eva, "/sluzby/" + mmn() + "/kapacity").body), HasSubstr("hledá pracovníky"));
    EXPECT_THAT(read(office.get(office.eva, "/sluzby/rytmus-sr/kapacity").body), HasSubstr("Rokytnicko"));
}

// feature A6
TEST_F(FourCapacities, refusals_are_counts_by_reason_and_small_ones_stay_here) {
    auto at = std::string{"/sluzby/fokus-semily-std/odmitnuti"};
    http::Values year{{"od", "1. 1. 2025"}, {"do", "31. 12. 2025"}, {"duvod_a", "2"}, {"duvod_b", "14"}};
    ASSERT_EQ(office.post(office.eva, at, year).status, http::see_other);
    EXPECT_THAT(read(office.get(office.eva, at).body), AllOf(HasSubstr("14"), HasSubstr(">16<")));
    auto shown = read(office.get(office.stranger, "/sluzby/fokus-semily-std").body);
    EXPECT_THAT(shown, HasSubstr("odmítnuto 16 zájemců"));
    EXPECT_THAT(shown, Not(HasSubstr("okruhu osob: 2")));
    EXPECT_THAT(shown, Not(HasSubstr("volné kapacity: 14"))) << "the two would be what is left of sixteen";
    http::Values corrected{{"od", "1. 1. 2025"}, {"do", "31. 12. 2025"}, {"duvod_a", "6"}};
    ASSERT_EQ(office.post(office.eva, at, corrected).status, http::see_other);
    EXPECT_THAT(read(office.get(office.stranger, "/sluzby/fokus-semily-std").body), HasSubstr("odmítnuto 20 zájemců"));
    EXPECT_EQ(office.post(office.eva, at, {{"od", "1. 6. 2025"}, {"do", "30. 6. 2025"}, {"duvod_a", "1"}}).status,
              http::unprocessable)
        << "some people would be counted twice";
    EXPECT_EQ(office.post(office.eva, at, {{"od", "1. 1. 2026"}, {"do", "31. 12. 2026"}, {"duvod_a", "1"}}).status,
              http::unprocessable)
        << "the period is not over";
    EXPECT_EQ(office.post(office.eva, at, {{"od", "1. 1. 2024"}, {"do", "31. 12. 2024"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.petr, at, year).status, http::forbidden);
}

TEST_F(FourCapacities, the_list_is_narrowed_ordered_and_taken_home) {
    auto count = [](const std::string& body) { return std::ranges::count(body, '\n'); };
    auto all = office.get(office.eva, "/sprava/kapacity.csv").body;
    auto here = office.get(office.eva, "/sprava/kapacity.csv?orp=5104").body;
    EXPECT_GT(count(all), count(here));
    EXPECT_GT(count(here), 5);
    auto klaras = office.get(office.klara, "/sprava/kapacity.csv").body;
    EXPECT_EQ(count(klaras), count(here)) << "a coordinator sees the district only";
    EXPECT_THAT(read(office.get(office.eva, "/sprava/kapacity?potvrzeni=neovereno&razeni=stari").body),
                HasSubstr("neověřeno od"));
    EXPECT_THAT(read(office.get(office.eva, "/sprava/kapacity?strana=2").body), HasSubstr("aria-current=\"page\""));
    EXPECT_THAT(read(office.get(office.eva, "/sprava/kapacity?druh=neznamy").body), HasSubstr("Nic takového tu není."));
    EXPECT_EQ(office.get(office.petr, "/sprava/kapacity").status, http::forbidden);
    EXPECT_THAT(read(office.get(office.eva, "/sprava/kapacity", "application/json").body), HasSubstr("\"found\":"));
}
