// Registered numbers on the staff's pages: from a day to a day, corrected without losing what was believed, never
// twice.
#include "network/editing/facility_sheet.hpp"
#include "network/services/registered_capacity.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::HasSubstr;

namespace {

struct StaffCapacities : testing::Test {
    static constexpr auto form = "FormaSocialniSluzby/ter",
                          unit = "TypKapacitySocialniSluzby/kontakt";    // which nobody registered yet

    std::vector<RegisteredCapacity> known(const char* and_replaced = "no") {
        auto lease = office.database().read();
        auto all = lease->all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1 AND "
                                                  "form_code = $2 AND unit_code = $3 ORDER BY recorded_at, valid_from",
                                                  find_service_by_slug(*lease, "fokus-semily-std")->id,
                                                  std::string{form}, std::string{unit});
        if (std::string{and_replaced} == "no")
            std::erase_if(all, [](auto& one) { return one.recorded.replaced_at.has_value(); });
        return all;
    }
    void enter(const std::string& count, const std::string& from, const std::string& to = {}) {
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        http::Values typed{{"forma", form}, {"jednotka", unit}, {"pocet", count},
                           {"od", from},    {"do", to},         {"zpusob", "zmena"}};
        ASSERT_EQ(office.post(office.eva, page, typed).status, http::see_other);
    }
    http::Values typed(const RegisteredCapacity& capacity, const Sheet& typed) {
        Sheet standing{{"pocet", std::to_string(capacity.count)},
                       {"rozsah", capacity.scope.value_or("")},
                       {"z_celku", capacity.of_total ? std::to_string(*capacity.of_total) : ""},
                       {"poznamka", capacity.note.value_or("")}};
        show_validity(capacity.validity, standing);
        auto sheet = standing;
        for (auto& [name, text] : typed) sheet[name] = text;
        http::Values values{{"verze", std::to_string(capacity.kept.version)}};
        for (auto& [name, text] : sheet) values.add(name, text);
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        return values;
    }
    http::Response save(const RegisteredCapacity& capacity, const Sheet& sheet) {
        auto values = typed(capacity, sheet);
        office.clock().set(office.clock().now() + std::chrono::minutes{1});
        return office.post(office.eva, at(capacity), values);
    }
    std::string at(const RegisteredCapacity& capacity) const { return page + "/" + to_text(capacity.id); }

    const std::string page = "/sluzby/fokus-semily-std/kapacity";
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(StaffCapacities, hold_from_a_day_to_a_day) {
    enter("8", "1. 1. 2026", "1. 7. 2026");
    ASSERT_EQ(known().size(), 1u);
    EXPECT_EQ(known()[0].validity.valid_to, day_of(2026, 7, 1));
    EXPECT_THAT(office.get(office.eva, page).body,
                AllOf(HasSubstr("od 1.\u00a01.\u00a02026 do 1.\u00a07.\u00a02026"), HasSubstr(at(known()[0]))));
    http::Values backwards{
        {"forma", form}, {"jednotka", unit}, {"pocet", "8"}, {"od", "1. 7. 2026"}, {"do", "1. 7. 2026"}};
    auto answer = office.post(office.eva, page, backwards);
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(answer.body, HasSubstr("href=\"#do\""));
}

TEST_F(StaffCapacities, are_ended_and_begun_again_and_what_we_believed_stays_readable) {
    enter("8", "1. 1. 2026");
    auto first = known()[0];
    EXPECT_EQ(office.get(office.eva, at(first)).status, http::ok);
    ASSERT_EQ(save(first, {{"do", "1. 9. 2026"}, {"z_celku", "20"}, {"rozsah", "day"}}).status, http::see_other);
    auto ended = known()[0];
    EXPECT_EQ(ended.validity.valid_to, day_of(2026, 9, 1));
    EXPECT_EQ(ended.of_total, 20);
    EXPECT_EQ(ended.scope, "day");
    ASSERT_EQ(save(ended, {{"do", ""}}).status, http::see_other);
    EXPECT_FALSE(known()[0].validity.valid_to);
    EXPECT_EQ(known("too").size(), 3u);
}

TEST_F(StaffCapacities, of_one_form_and_unit_never_stand_twice_on_a_day) {
    enter("8", "1. 1. 2026", "1. 7. 2026"), enter("9", "1. 7. 2026");
    ASSERT_EQ(known().size(), 2u);
    auto earlier = known()[0].count == 8 ? known()[0] : known()[1];
    auto answer = save(earlier, {{"do", ""}});
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(answer.body, HasSubstr("jiný počet"));
    EXPECT_EQ(save(earlier, {{"pocet", "tucet"}, {"z_celku", "2"}, {"rozsah", "za život"}}).status,
              http::unprocessable);
}

TEST_F(StaffCapacities, corrected_by_two_at_once_lose_nothing) {
    enter("8", "1. 1. 2026");
    auto first = known()[0];
    auto evas = typed(first, {{"pocet", "10"}}),
         klaras = typed(first, {{"pocet", "12"}, {"poznamka", "Podle rozhodnutí."}});
    ASSERT_EQ(office.post(office.klara, at(first), klaras).status, http::see_other);
    auto conflict = office.post(office.eva, at(first), evas);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("10"), HasSubstr("12"), HasSubstr("Podle rozhodnutí.")));
    EXPECT_EQ(known()[0].count, 12);
}

TEST_F(StaffCapacities, of_another_service_are_not_there) {
    enter("8", "1. 1. 2026");
    EXPECT_EQ(office.get(office.eva, "/sluzby/fokus-semily-sr/kapacity/" + to_text(known()[0].id)).status,
              http::not_found);
    EXPECT_EQ(office.get(office.eva, page + "/neni").status, http::not_found);
}
