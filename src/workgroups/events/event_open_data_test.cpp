// Open data of events and of the notice board, by the facts of their norms; tests/open_data/validate.mjs holds them
// against the schemas.
#include "tests/world/office.hpp"
#include "workgroups/minutes/minutes_record.hpp"

#include <boost/json.hpp>

using namespace workgroups;

namespace {

namespace json = boost::json;

struct OpenEvents : testing::Test {
    json::value data(const std::string& address) {
        auto response = office.get(office.stranger, address);
        EXPECT_EQ(response.status, http::ok);
        EXPECT_EQ(response.type, "application/ld+json");
        return json::parse(response.body);
    }
    const json::object& called(const json::array& all, const std::string& name) {
        for (auto& one : all)
            if (one.at("název").at("cs").as_string() == name) return one.as_object();
        throw std::runtime_error{"nothing is called " + name};
    }
    world::Office office{world::Office::With::sample_region};
};

}

TEST_F(OpenEvents, say_when_and_where_they_are) {
    auto said = data("/otevrena-data/udalosti.jsonld");
    auto& all = said.as_array();
    auto& seminar = called(all, "Seminář AT: zaměstnávání lidí se závislostí");
    EXPECT_EQ(seminar.at("typ").as_string(), "Událost");
    EXPECT_EQ(seminar.at("@context").as_string(), "https://ofn.gov.cz/události/2020-07-01/kontexty/událost.jsonld");
    auto& interval = seminar.at("doba_trvání").at(0).at("časový_interval");
    EXPECT_EQ(interval.at("začátek").at("datum").as_string(), "2015-11-26");
    EXPECT_EQ(interval.at("konec").at("datum").as_string(), "2015-11-27");
    auto& place = seminar.at("umístění").at(0);
    EXPECT_EQ(place.at("název").at("cs").as_string(), "hotel Orion");
    EXPECT_EQ(place.at("adresa").at("obec").as_string(), "https://linked.cuzk.cz/resource/ruian/obec/563889");
    auto& table = called(all, "Kulatý stůl: bydlení s podporou");
    EXPECT_EQ(table.at("doba_trvání").at(0).at("časový_interval").at("začátek").at("datum_a_čas").as_string(),
              "2026-12-15T13:00:00+01:00");
    for (auto& one : all) {
        auto name = one.at("název").at("cs").as_string();
        EXPECT_NE(name, "Supervizní setkání skupiny") << "for members";
        EXPECT_NE(name, "Adventní jarmark chráněných dílen") << "called off";
    }
}

TEST_F(OpenEvents, stand_beside_a_board_of_invitations_and_published_minutes) {
    auto known = data("/otevrena-data/uredni-deska.jsonld").at("informace").as_array().size();
    std::string published;
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto add_meeting = [&](const std::string& slug, const std::string& state, Date day) {
            Meeting meeting;
            meeting.group_id = find_group_by_slug(work, slug)->id, meeting.day = day, meeting.state = state;
            if (state != "planned") meeting.convened_at = *parse_instant("2026-11-20T08:00:00Z");
            return workgroups::add(author, meeting);
        };
        add_meeting("seniori", "convened", *day_of(2026, 12, 2)),
            add_meeting("seniori", "planned", *day_of(2027, 1, 2));
        add_meeting("pripravna-skupina-pro-zadani-analyzy", "convened", *day_of(2026, 12, 3));
        MeetingMinutes minutes;
        minutes.meeting_id = add_meeting("dusevni-zdravi", "held", *day_of(2026, 10, 1));
        minutes.phase = "published", minutes.published_at = *parse_instant("2026-11-10T08:00:00Z");
        workgroups::add(author, minutes);
        published = to_text(minutes.meeting_id) + "/zapis";
    });
    auto board = data("/otevrena-data/uredni-deska.jsonld");
    EXPECT_EQ(board.at("typ").as_string(), "Úřední deska");
    EXPECT_EQ(board.at("provozovatel").at("ičo").as_string(), "70891508");
    auto& notices = board.at("informace").as_array();
    EXPECT_EQ(notices.size(), known + 3) << "two invitations and the minutes";
    std::string said = json::serialize(board);
    EXPECT_NE(said.find("Pozvánka na jednání: Senioři"), said.npos);
    EXPECT_EQ(said.find("Přípravná skupina"), said.npos);
    auto telling = [&](const std::string& of) -> const json::value& {
        return *std::ranges::find_if(notices,
                                     [&](auto& one) { return json::serialize(one).find(of) != std::string::npos; });
    };
    auto& invitation = telling("2026-11-20");
    EXPECT_EQ(invitation.at("vyvěšení").at("datum").as_string(), "2026-11-20");
    auto& minutes = telling(published);
    EXPECT_EQ(minutes.at("vyvěšení").at("datum").as_string(), "2026-11-10");
    EXPECT_TRUE(minutes.at("relevantní_do").at("nespecifikovaný").as_bool());
    EXPECT_TRUE(minutes.at("url").as_string().ends_with("/zapis"));
}
