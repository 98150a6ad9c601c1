// Says events and notices in the words of the norms.
#include "workgroups/events/event_open_data.hpp"

#include "network/network.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/events/event_page.hpp"
#include "workgroups/events/feed_pages.hpp"

#include <boost/json.hpp>

namespace workgroups {

namespace {

namespace json = boost::json;

constexpr const char* event_context = "https://ofn.gov.cz/události/2020-07-01/kontexty/událost.jsonld";
constexpr const char* board_context = "https://ofn.gov.cz/úřední-desky/2021-07-20/kontexty/úřední-deska.jsonld";
constexpr const char* town_in_register = "https://linked.cuzk.cz/resource/ruian/obec/";

json::object in_czech(const std::string& text) { return {{"cs", text}}; }

// A day, or a moment with its offset from Greenwich.
json::object moment(Date day, std::optional<std::int64_t> minute = {}) {
    return {{"typ", "Časový okamžik"}, {minute ? "datum_a_čas" : "datum", EventPage::moment_text(day, minute)}};
}

json::array taking_place(const PlanningEvent& event) {
    return {json::object{{"typ", "Časová specifikace"},
                         {"časový_interval", json::object{{"typ", "Časový interval"},
                                                          {"začátek", moment(event.first_day, event.from_minute)},
                                                          {"konec", moment(event.last_day, event.to_minute)}}}}};
}

json::object place_of(const PlanningEvent& event, const CalendarItem& item) {
    json::object place{{"typ", "Umístění"}, {"název", in_czech(item.place.empty() ? item.town : item.place)}};
    if (event.latitude)
        place["geometrie"] =
            json::object{{"type", "Point"}, {"coordinates", json::array{*event.longitude, *event.latitude}}};
    if (event.municipality_code)
        place["adresa"] = json::object{{"typ", "Adresa"},
                                       {"obec", town_in_register + *event.municipality_code},
                                       {"název_obce", in_czech(item.town)}};
    return place;
}

// Organisers are told in the description: the norm wants an IČO for each, which nobody types.
std::string about(const PlanningEvent& event, const CalendarItem& item, const i18n::Texts& texts) {
    auto organisers = item.organisers.empty() ? "" : texts.text("event.organised_by", {item.organisers});
    return text::joined(std::vector{event.description.value_or(""), organisers}, "\n");
}

json::object open_event(const PlanningEvent& event, const CalendarItem& item, const std::string& site,
                        const i18n::Texts& texts) {
    json::object said{{"@context", event_context},
                      {"typ", "Událost"},
                      {"iri", site + item.href},
                      {"název", in_czech(item.title)},
                      {"doba_trvání", taking_place(event)}};
    if (auto words = about(event, item, texts); !words.empty()) said["popis"] = in_czech(words);
    if (!item.place.empty() || !item.town.empty()) said["umístění"] = json::array{place_of(event, item)};
    return said;
}

struct Notice {
    std::string at{}, title{};
    Date posted{};
    std::optional<Date> until{};    // nothing: it stays of interest
};

json::object notice_as_json(const Notice& notice, const std::string& site) {
    json::object until{{"typ", "Časový okamžik"}};
    if (notice.until) until["datum"] = to_iso(*notice.until);
    else until["nespecifikovaný"] = true;
    return {{"typ", json::array{"Digitální objekt", "Informace na úřední desce"}},
            {"iri", site + notice.at},
            {"url", site + notice.at},
            {"název", in_czech(notice.title)},
            {"vyvěšení", moment(notice.posted)},
            {"relevantní_do", std::move(until)}};
}

struct PostedMeeting {
    Id<Meeting> id{};
    std::string group_name{};
    Date day{};
    Instant posted_at{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("group_name", one.group_name), visit("day", one.day);
        visit("posted_at", one.posted_at);
    }
};

std::vector<PostedMeeting> posted_invitations(db::Session& db) {
    return db.all<PostedMeeting>("SELECT meetings.id, working_groups.name AS group_name, day, convened_at AS posted_at"
                                 " FROM meetings JOIN working_groups ON working_groups.id = group_id"
                                 " WHERE published = $1 AND convened_at IS NOT NULL"
                                 " AND state IN ('convened', 'held') ORDER BY convened_at DESC, meetings.id",
                                 true);
}

std::vector<PostedMeeting> posted_minutes(db::Session& db) {
    return db.all<PostedMeeting>(
        "SELECT meetings.id, working_groups.name AS group_name, day,"
        " published_at AS posted_at FROM meeting_minutes"
        " JOIN meetings ON meetings.id = meeting_id"
        " JOIN working_groups ON working_groups.id = group_id WHERE working_groups.published = $1"
        " AND phase = 'published' AND published_at IS NOT NULL"
        " ORDER BY published_at DESC, meetings.id",
        true);
}

http::Response as_json_ld(const json::value& said) { return {http::ok, json::serialize(said), "application/ld+json"}; }

std::string notice_board(db::Session& db, const i18n::Texts& texts, const http::SiteFacts& facts) {
    auto& site = facts.public_url;
    json::array notices;
    for (auto& one : posted_invitations(db))
        notices.push_back(notice_as_json({"/jednani/" + to_text(one.id),
                                          texts.text("event.notice.invitation", {one.group_name, to_czech(one.day)}),
                                          day_in_prague(one.posted_at), one.day},
                                         site));
    for (auto& one : posted_minutes(db))
        notices.push_back(notice_as_json({"/jednani/" + to_text(one.id) + "/zapis",
                                          texts.text("event.notice.minutes", {one.group_name, to_czech(one.day)}),
                                          day_in_prague(one.posted_at),
                                          {}},
                                         site));
    json::object board{{"@context", board_context},
                       {"typ", "Úřední deska"},
                       {"iri", site + "/otevrena-data/uredni-deska.jsonld"},
                       {"stránka", site + "/akce"}};
    board["provozovatel"] = json::object{{"typ", "Osoba"}, {"ičo", network::authority_ico(facts.region_code)}};
    board["informace"] = std::move(notices);
    return json::serialize(board);
}

}

http::Response send_open_events(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    CalendarGround ground{db, User{}, *request.texts, permit.today()};
    json::array all;
    auto events = events_between(db, *day_of(earliest_year, 1, 1), *day_of(latest_year, 1, 1));
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (auto item = event->cancelled() ? std::nullopt : ground.item_of(*event))
            all.push_back(open_event(*event, *item, request.facts->public_url, *request.texts));
    return as_json_ld(all);
}

http::Response send_notice_board(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& db = permit.db();
    return kept_answer(request, "board", public_stamp(db, permit.today()), "application/ld+json",
                       [&](std::string& into) { into = notice_board(db, *request.texts, *request.facts); });
}

}
