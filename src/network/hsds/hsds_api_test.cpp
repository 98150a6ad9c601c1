// What programs get under /api/hsds/: asked over the dispatcher, of the demonstration region and of services made here.
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_query.hpp"
#include "network/facilities/facility.hpp"
#include "network/hsds/hsds_feed.hpp"
#include "network/network.hpp"
#include "network/providers/contact.hpp"
#include "network/services/availability.hpp"
#include "network/services/registered_capacity.hpp"
#include "platform/auth/routes.hpp"
#include "platform/http/dispatcher.hpp"
#include "tests/world/region.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

using namespace network;
namespace json = boost::json;

namespace {

// The region served, with a clock that can be moved.
class Feed {
public:
    Feed() {
        shelf.put(catalogue), shelf.put(feed), shelf.put(routes);
        network::routes(routes, catalogue);
    }

    void save(const std::function<void(const Author&)>& work) {
        db::Transaction transaction{*database, db::Intent::write};
        work(world::author(transaction.session(), clock.now()));
        transaction.commit();
    }

    http::Response get(const std::string& path, http::Values asked = {}) {
        http::Request request;
        request.path = path, request.asked = std::move(asked), request.accept = "*/*";
        return dispatcher.answer(User{}, request);
    }
    json::value read(const std::string& path, http::Values asked = {}) {
        auto response = get(path, std::move(asked));
        EXPECT_EQ(response.status, http::ok) << path << " " << response.body.substr(0, 300);
        return json::parse(response.body);
    }
    std::vector<json::value> lines(const std::string& path, http::Values asked) {
        auto response = get(path, std::move(asked));
        std::string text;
        while (auto piece = response.pieces()) text += *piece;
        std::vector<json::value> all;
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
            all.push_back(json::parse(text.substr(at, text.find('\n', at) - at)));
        return all;
    }
    std::int64_t count(const std::string& path, http::Values asked) {
        return read(path, std::move(asked)).at("total_items").to_number<std::int64_t>();
    }

    EmptyDatabase database{world::made_region()};
    Clock clock{world::sample_now};
    i18n::Languages languages{platform::files(), network::files()};
    http::SiteFacts facts{.public_url = "https://opora.example.cz"};
    http::Shelf shelf;
    http::Routes routes;
    Catalogue catalogue{*database, languages, clock, facts, shelf};
    hsds::HsdsFeed feed{languages};
    http::Dispatcher dispatcher{{*database, routes, clock, languages, shelf, facts}};
};

Feed& served() {
    static Feed feed;
    feed.clock.set(world::sample_now);
    return feed;
}

std::string text(const json::value& object, const char* name) {
    auto found = object.as_object().if_contains(name);
    return found ? std::string{found->as_string()} : std::string{};
}

// An invented service of a provider of its own.
struct Made {
    Provider provider;
    Service service;
};

Made make(Feed& feed, const std::string& name, const std::function<void(Service&)>& shape = {}) {
    Made made;
    feed.save([&](const Author& author) {
        made.provider.name = "Spolek " + name, made.provider.invented = true;
        add_provider(author, made.provider);
        made.service.provider_id = made.provider.id, made.service.name = name,
        made.service.type_code = "DruhSocialniSluzby/30";
        made.service.invented = true;
        if (shape) shape(made.service);
        add_service(author, made.service);
    });
    return made;
}

std::string address(const Service& service) { return "/api/hsds/services/" + to_text(service.id); }

}

TEST(Hsds, says_which_version_it_speaks_and_where_it_is_described) {
    for (auto path : {"/api/hsds", "/api/hsds/"}) {
        auto api = served().read(path);
        EXPECT_EQ(text(api, "version"), "3.1");
        EXPECT_EQ(text(api, "openapi_url"), "https://opora.example.cz/api/openapi.json");
        EXPECT_TRUE(text(api, "profile").starts_with("https://opora.example.cz/"));
    }
}

TEST(Hsds, a_list_comes_in_pages_that_add_up) {
    auto& feed = served();
    auto first = feed.read("/api/hsds/services", {{"per_page", "50"}});
    auto total = first.at("total_items").to_number<std::size_t>(),
         pages = first.at("total_pages").to_number<std::size_t>();
    EXPECT_GT(total, 100u);
    EXPECT_EQ(pages, (total + 49) / 50);
    EXPECT_TRUE(first.at("first_page").as_bool());
    EXPECT_FALSE(first.at("last_page").as_bool());
    EXPECT_FALSE(first.at("empty").as_bool());
    std::set<std::string> ids;
    for (std::size_t page = 1; page <= pages; ++page) {
        auto answer = feed.read("/api/hsds/services", {{"page", std::to_string(page)}});
        EXPECT_EQ(answer.at("size").to_number<std::size_t>(), answer.at("contents").as_array().size());
        EXPECT_EQ(answer.at("last_page").as_bool(), page == pages);
        for (auto& service : answer.at("contents").as_array()) ids.insert(text(service, "id"));
    }
    EXPECT_EQ(ids.size(), total);
    auto behind = feed.read("/api/hsds/services", {{"page", std::to_string(pages + 1)}});
    EXPECT_TRUE(behind.at("empty").as_bool());
    EXPECT_TRUE(behind.at("last_page").as_bool());
    EXPECT_EQ(behind.at("size").to_number<int>(), 0);
}

TEST(Hsds, what_cannot_be_read_is_refused_with_a_sentence) {
    struct {
        const char* name;
        const char* value;
    } wrong[] = {{"page", "0"},
                 {"page", "-1"},
                 {"page", "abc"},
                 {"page", ""},
                 {"page", "1.5"},
                 {"per_page", "0"},
                 {"per_page", "501"},
                 {"per_page", "99999999999999999999"},
                 {"format", "xml"},
                 {"full", "maybe"},
                 {"minimal", ""},
                 {"organization_id", "1"},
                 {"taxonomy_id", "x"},
                 {"taxonomy_term_id", "'"},
                 {"modified_after", "yesterday"},
                 {"modified_after", "2026-13-01"},
                 {"minimum_age", "-1"},
                 {"maximum_age", "151"},
                 {"proximity", "1000"}};
    for (auto& [name, value] : wrong) {
        auto response = served().get("/api/hsds/services", {{name, value}});
        EXPECT_EQ(response.status, http::bad_request) << name << "=" << value;
        EXPECT_EQ(response.type, "application/problem+json");
        EXPECT_EQ(response.header("Access-Control-Allow-Origin"), "*");
        auto problem = json::parse(response.body);
        EXPECT_EQ(problem.at("status").to_number<int>(), 400);
        EXPECT_GT(text(problem, "detail").size(), 20u);
    }
    EXPECT_EQ(served().get("/api/hsds/service_at_locations", {{"postcode", "Atlantis"}}).status, http::bad_request);
    EXPECT_EQ(served().get("/api/hsds/services", {{"per_page", "500"}, {"page", "1"}}).status, http::ok);
}

TEST(Hsds, nothing_stands_under_an_unknown_id) {
    for (auto path : {"/api/hsds/services/", "/api/hsds/organizations/", "/api/hsds/service_at_locations/",
                      "/api/hsds/taxonomies/", "/api/hsds/taxonomy_terms/"})
        for (auto id : {"019abcde-0000-7000-8000-00000000ffff", "1", ""}) {
            auto response = served().get(std::string{path} + id);
            EXPECT_EQ(response.status, http::not_found) << path << id;
            EXPECT_EQ(response.type, "application/problem+json");
        }
}

TEST(Hsds, others_may_keep_an_answer_until_the_content_changes) {
    auto& feed = served();
    auto before = feed.get("/api/hsds/services");
    EXPECT_EQ(before.header("Access-Control-Allow-Origin"), "*");
    EXPECT_TRUE(before.header("Cache-Control").starts_with("public"));
    EXPECT_FALSE(before.etag.empty());
    EXPECT_EQ(feed.get("/api/hsds/services").etag, before.etag);
    make(feed, "Klub Kompas");
    EXPECT_NE(feed.get("/api/hsds/services").etag, before.etag);
    EXPECT_EQ(feed.count("/api/hsds/services", {{"search", "klub kompas"}}), 1);
}

TEST(Hsds, json_lines_tell_everything_or_one_page) {
    auto& feed = served();
    auto total = std::size_t(feed.count("/api/hsds/services", {}));
    auto all = feed.lines("/api/hsds/services", {{"format", "ndjson"}, {"full", "true"}});
    EXPECT_EQ(all.size(), total);
    for (auto& service : all) EXPECT_FALSE(text(service, "id").empty());
    EXPECT_EQ(feed.lines("/api/hsds/services", {{"format", "ndjson"}, {"page", "1"}, {"per_page", "7"}}).size(), 7u);
    EXPECT_EQ(feed.get("/api/hsds/services", {{"format", "ndjson"}}).type, "application/x-ndjson");
    EXPECT_TRUE(feed.lines("/api/hsds/services", {{"format", "ndjson"}, {"search", "xyzzyqq"}}).empty());
}

TEST(Hsds, minimal_is_the_whole_list_with_id_and_time_of_change) {
    auto answer = served().read("/api/hsds/services", {{"minimal", "true"}});
    EXPECT_EQ(answer.at("size").to_number<int>(), answer.at("total_items").to_number<int>());
    for (auto& service : answer.at("contents").as_array()) EXPECT_EQ(service.as_object().size(), 2u);
}

TEST(Hsds, filters_hold_together) {
    auto& feed = served();
    auto made = make(feed, "Dílna Pod Lípou", [](Service& service) { service.age_min = 15, service.age_max = 65; });
    auto organization = to_text(made.provider.id);
    auto only = [&](http::Values more) {
        more.add("organization_id", organization);
        return feed.count("/api/hsds/services", more);
    };
    EXPECT_EQ(only({}), 1);
    EXPECT_EQ(only({{"search", "dilna lipou"}}), 1);
    EXPECT_EQ(only({{"search", "dilna hruskou"}}), 0);
    EXPECT_EQ(only({{"minimum_age", "65"}}), 1);
    EXPECT_EQ(only({{"minimum_age", "66"}}), 0);
    EXPECT_EQ(only({{"maximum_age", "14"}}), 0);
    EXPECT_EQ(only({{"minimum_age", "20"}, {"maximum_age", "30"}}), 1);
    EXPECT_EQ(only({{"modified_after", "2026-11-24"}}), 1);
    EXPECT_EQ(only({{"modified_after", "2026-11-24T08:00:00Z"}}), 1);
    EXPECT_EQ(only({{"modified_after", "2026-11-24T09:00:00+01:00"}}), 1);
    EXPECT_EQ(only({{"modified_after", "2026-11-24T08:00:01Z"}}), 0);
    auto types = feed.read("/api/hsds/taxonomies", {{"search", "druh"}}).at("contents").at(0);
    EXPECT_EQ(only({{"taxonomy_id", text(types, "id")}}), 1);
    auto workshop =
        feed.read("/api/hsds/taxonomy_terms", {{"taxonomy_id", text(types, "id")}, {"search", "terapeuticke dilny"}})
            .at("contents")
            .at(0);
    EXPECT_EQ(text(workshop, "code"), "DruhSocialniSluzby/30");
    EXPECT_EQ(only({{"taxonomy_term_id", text(workshop, "id")}}), 1);
    EXPECT_EQ(only({{"taxonomy_term_id", organization}}), 0);
}

TEST(Hsds, a_change_around_a_service_is_a_change_of_it) {
    auto& feed = served();
    auto made = make(feed, "Poradna Maják");
    feed.clock.set(world::sample_now + std::chrono::hours{1});
    feed.save([&](const Author& author) {
        add(author, Contact{{}, {made.service.id.uuid}, "phone", "+420 000 111 222", {}, 1, {}});
    });
    auto service = feed.read(address(made.service));
    EXPECT_EQ(text(service, "last_modified"), "2026-11-24T09:00:00.000Z");
    EXPECT_EQ(text(service.at("phones").at(0), "number"), "+420 000 111 222");
}

TEST(Hsds, an_ended_service_is_defunct_for_a_year_and_then_gone) {
    auto& feed = served();
    auto made = make(feed, "Stacionář U Jezu", [](Service& service) { service.ends_on = day_of(2026, 12, 1); });
    auto organization = to_text(made.provider.id);
    auto on = [&](const char* day) {
        feed.clock.set(*parse_instant(std::string{day} + "T12:00:00Z"));
        auto listed = feed.count("/api/hsds/services", {{"organization_id", organization}});
        auto response = feed.get(address(made.service));
        EXPECT_EQ(listed, response.status == http::ok ? 1 : 0) << day;
        return response.status == http::ok ? text(json::parse(response.body), "status")
                                           : std::to_string(int(response.status));
    };
    EXPECT_EQ(on("2026-11-30"), "active");
    EXPECT_EQ(on("2026-12-01"), "defunct");
    EXPECT_EQ(on("2027-11-30"), "defunct");
    EXPECT_EQ(on("2027-12-01"), "404");
    // Who harvests by the time of change learns of the end, though nobody saved anything that day.
    feed.clock.set(*parse_instant("2026-12-02T12:00:00Z"));
    EXPECT_EQ(feed.count("/api/hsds/services", {{"organization_id", organization}, {"modified_after", "2026-12-01"}}),
              1);
}

TEST(Hsds, interrupted_and_coming_services_say_so) {
    auto& feed = served();
    auto paused = make(feed, "Chráněné bydlení Na Stráni",
                       [](Service& service) { service.status = "paused", service.status_reason = "Rekonstrukce."; });
    auto coming = make(feed, "Noclehárna Za Mostem", [](Service& service) { service.starts_on = day_of(2027, 1, 1); });
    EXPECT_EQ(text(feed.read(address(paused.service)), "status"), "temporarily closed");
    EXPECT_EQ(text(feed.read(address(paused.service)), "alert"), "Rekonstrukce.");
    EXPECT_EQ(text(feed.read(address(coming.service)), "status"), "inactive");
}

TEST(Hsds, a_registered_number_is_an_attribute_and_never_free_places) {
    auto& feed = served();
    auto made = make(feed, "Azylový dům Přístav", [](Service& service) { service.register_identifier = "7654321"; });
    feed.save([&](const Author& author) {
        set_capacity(author, {{},
                              made.service.id,
                              "FormaSocialniSluzby/pob",
                              "TypKapacitySocialniSluzby/luzka",
                              80,
                              {},
                              110,
                              {},
                              {*day_of(2026, 1, 1), {}},
                              {},
                              {}});
    });
    auto service = feed.read(address(made.service));
    EXPECT_FALSE(service.as_object().contains("capacities"));
    std::map<std::string, std::string> values;
    for (auto& attribute : service.at("attributes").as_array())
        if (attribute.as_object().contains("value"))
            values[text(attribute.at("taxonomy_term"), "code")] = text(attribute, "value");
    EXPECT_EQ(values["TypKapacitySocialniSluzby/luzka"], "80");
    EXPECT_EQ(values["register_identifier"], "7654321");

    feed.save([&](const Author& author) {
        add(author, FreePlaces{{},
                               made.service.id,
                               "FormaSocialniSluzby/pob",
                               "TypKapacitySocialniSluzby/luzka",
                               2,
                               *day_of(2026, 11, 20),
                               {}});
    });
    auto free = feed.read(address(made.service)).at("capacities").at(0);
    EXPECT_EQ(free.at("available").to_number<int>(), 2);
    EXPECT_FALSE(free.as_object().contains("maximum"));
    EXPECT_EQ(text(free, "updated"), "2026-11-20T00:00:00.000Z");
}

TEST(Hsds, a_secret_place_is_told_without_name_address_and_point) {
    auto& feed = served();
    auto made = make(feed, "Dům pro ženy v tísni");
    Facility hidden, open;
    feed.save([&](const Author& author) {
        hidden.provider_id = open.provider_id = made.provider.id;
        hidden.name = "Domek Kalich", hidden.secret = true, hidden.municipality_code = "577197",
        hidden.municipality_name = "Jilemnice";
        open.name = "Poradna Kalich", open.street = "Zvědavá 7", open.municipality_code = "577197",
        open.municipality_name = "Jilemnice";
        open.postal_code = "51499", open.latitude = 50.6089, open.longitude = 15.5066, open.address_code = "12345678";
        add_facility(author, hidden), add_facility(author, open);
        for (auto id : {hidden.id, open.id})
            add(author, ServiceFacility{{}, made.service.id, id, {*day_of(2026, 1, 1), {}}, {}});
    });
    auto response = feed.get(address(made.service));
    auto organization = feed.get("/api/hsds/organizations/" + to_text(made.provider.id));
    for (auto& body : {response.body, organization.body}) {
        EXPECT_EQ(body.find("Domek"), std::string::npos);
        EXPECT_EQ(body.find(to_text(hidden.id)), std::string::npos);
    }
    auto places = json::parse(response.body).at("service_at_locations").as_array();
    ASSERT_EQ(places.size(), 2u);
    int hidden_ones = 0;
    for (auto& place : places) {
        auto& location = place.at("location").as_object();
        if (location.contains("name")) {
            EXPECT_EQ(text(location, "external_identifier"), "12345678");
            EXPECT_EQ(text(location.at("addresses").at(0), "address_1"), "Zvědavá 7");
            EXPECT_EQ(text(location.at("addresses").at(0), "state_province"), "Liberecký kraj");
            continue;
        }
        ++hidden_ones;
        for (auto name : {"latitude", "longitude", "addresses", "external_identifier", "transportation", "phones",
                          "accessibility", "organization_id"})
            EXPECT_FALSE(location.contains(name)) << name;
    }
    EXPECT_EQ(hidden_ones, 1);

    // Nobody finds it by asking around; the open one is found.
    auto around = [&](const char* postcode, const char* metres) {
        return feed.count(
            "/api/hsds/service_at_locations",
            {{"organization_id", to_text(made.provider.id)}, {"postcode", postcode}, {"proximity", metres}});
    };
    EXPECT_EQ(around("514 99", "500"), 1);
    EXPECT_EQ(around("Jilemnice", "5000"), 1);
    EXPECT_EQ(around("577197", "500000"), 1);
    EXPECT_EQ(around("Liberec", "5000"), 0);
    EXPECT_EQ(feed.count("/api/hsds/service_at_locations",
                         {{"organization_id", to_text(made.provider.id)}, {"postcode", "Jilemnice"}}),
              1);
}

TEST(Hsds, a_service_that_hides_hides_all_its_places) {
    auto& feed = served();
    auto made = make(feed, "Krizové lůžko Sova", [](Service& service) { service.secret = true; });
    Facility place;
    feed.save([&](const Author& author) {
        place.provider_id = made.provider.id, place.name = "Vila Sova", place.street = "Tichá 3",
        place.municipality_code = "577197";
        place.municipality_name = "Jilemnice", place.latitude = 50.6, place.longitude = 15.5;
        add_facility(author, place);
        add(author, ServiceFacility{{}, made.service.id, place.id, {*day_of(2026, 1, 1), {}}, {}});
    });
    for (auto path : {address(made.service), "/api/hsds/organizations/" + to_text(made.provider.id)}) {
        auto body = feed.get(path).body;
        EXPECT_NE(body.find("Krizové lůžko Sova"), std::string::npos) << path;
        for (auto word : {"Vila", "Tichá", "Jilemnice", "50.6"}) EXPECT_EQ(body.find(word), std::string::npos) << word;
    }
}

// row X.1
TEST(Hsds, what_reaches_jilemnice_is_found_by_its_name) {
    std::set<std::string> names;
    for (auto& place : served().lines("/api/hsds/service_at_locations",
                                      {{"format", "ndjson"}, {"full", "true"}, {"postcode", "Jilemnice"}}))
        names.insert(text(place.at("service"), "name"));
    EXPECT_TRUE(names.contains("Sociálně terapeutické dílny"));
    EXPECT_TRUE(names.contains("Sociální rehabilitace Rytmus"));
}

// row X.3: the same type in documents 0, 3 and 4 is one item of one list.
TEST(Hsds, services_of_all_documents_share_one_code_list) {
    auto& feed = served();
    std::map<std::string, std::set<std::string>> terms;    // by code
    std::map<std::string, int> services;
    for (auto& service : feed.lines("/api/hsds/services", {{"format", "ndjson"}, {"full", "true"}}))
        for (auto& attribute : service.at("attributes").as_array()) {
            auto& term = attribute.at("taxonomy_term");
            if (text(term, "taxonomy") != "MPSV druh sociální služby") continue;
            terms[text(term, "code")].insert(text(attribute, "taxonomy_term_id"));
            ++services[text(term, "code")];
        }
    for (auto& [code, ids] : terms) EXPECT_EQ(ids.size(), 1u) << code;
    for (auto code : {"DruhSocialniSluzby/30", "DruhSocialniSluzby/33"}) EXPECT_GT(services[code], 1) << code;
    auto id = *terms["DruhSocialniSluzby/33"].begin();
    EXPECT_EQ(feed.count("/api/hsds/services", {{"taxonomy_term_id", id}}), services["DruhSocialniSluzby/33"]);
    EXPECT_EQ(text(feed.read("/api/hsds/taxonomy_terms/" + id), "code"), "DruhSocialniSluzby/33");
}

TEST(Hsds, hours_stand_as_a_weekly_recurrence) {
    auto found = served().lines("/api/hsds/services",
                                {{"format", "ndjson"}, {"full", "true"}, {"search", "fokus semily dilny"}});
    ASSERT_EQ(found.size(), 1u);
    auto schedule = found.front().at("schedules").at(0);
    EXPECT_EQ(text(schedule, "byday"), "MO,TU,WE,TH,FR");
    EXPECT_EQ(text(schedule, "opens_at"), "07:30");
    EXPECT_EQ(text(schedule, "closes_at"), "15:30");
    EXPECT_EQ(text(schedule, "freq"), "WEEKLY");
    EXPECT_FALSE(found.front().as_object().contains("wait_time"));    // there are free places
}

TEST(Hsds, an_organisation_is_known_by_its_number_and_its_services) {
    auto& feed = served();
    auto made = make(feed, "Rodinné centrum Pramen");
    feed.save([&](const Author& author) {
        auto after = *find_provider(author.work, made.provider.id);
        auto before = after;
        after.ico = "99000019";
        change_provider(author, before, after);
    });
    auto organization = feed.read("/api/hsds/organizations/" + to_text(made.provider.id));
    EXPECT_EQ(text(organization.at("organization_identifiers").at(0), "identifier"), "99000019");
    EXPECT_EQ(text(organization.at("organization_identifiers").at(0), "identifier_scheme"), "CZ-ICO");
    EXPECT_EQ(text(organization, "description"), "Poskytovatel sociálních služeb, IČO 99000019.");
    EXPECT_EQ(text(organization.at("services").at(0), "name"), "Rodinné centrum Pramen");
    EXPECT_EQ(feed.count("/api/hsds/organizations", {{"search", "99000019"}}), 1);
}

TEST(Hsds, the_description_lists_every_address_of_ours) {
    auto& feed = served();
    auto document = feed.read("/api/openapi.json");
    EXPECT_EQ(text(document, "openapi"), "3.1.0");
    auto& paths = document.at("paths").as_object();
    for (auto& route : feed.routes.all()) {
        if (!route.path.starts_with("/api/") || route.path == "/api/hsds/") continue;
        EXPECT_TRUE(paths.contains(route.path)) << route.path;
    }
    EXPECT_TRUE(paths.at("/sluzby").at("get").at("x-experimental").as_bool());
    EXPECT_EQ(text(document.at("servers").at(0), "url"), "https://opora.example.cz");
}

// The names that a search is read from are those that the description gives, and its examples are understood.
TEST(Hsds, the_description_knows_what_the_catalogue_can_be_asked) {
    auto document = served().read("/api/openapi.json");
    auto& known = document.at("components").at("parameters").as_object();
    CatalogueQuery whole{.words = "dilna", .situation = "bydlet", .municipality = "Jilemnice", .district = "5104"};
    whole.neighbours = whole.free_now = true;
    whole.types = {"1"}, whole.forms = {"amb"}, whole.groups = {"1"};
    whole.age = 35, whole.region = "CZ051", whole.order = CatalogueOrder::by_name, whole.page = 2;
    std::set<std::string> names, described;
    auto asked = whole.address("");
    for (std::size_t at = 0; at != asked.npos; at = asked.find('&', at + 1))
        names.insert(asked.substr(at + 1, asked.find('=', at) - at - 1));
    http::Values examples;
    auto parameters = document.at("paths").at("/sluzby").at("get").at("parameters").as_array();
    for (auto& reference : parameters) {
        auto& parameter = known.at(text(reference, "$ref").substr(std::string_view{"#/components/parameters/"}.size()));
        auto& example = parameter.at("example");
        described.insert(text(parameter, "name"));
        auto plain = example.is_array() ? example.at(0) : example;
        examples.add(text(parameter, "name"),
                     plain.is_string() ? std::string{plain.as_string()} : json::serialize(plain));
    }
    EXPECT_EQ(described, names);
    std::vector<std::pair<std::string, std::string>> problems;
    auto query = CatalogueQuery::read(examples, problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(query.filters(), whole.filters());
}

TEST(Hsds, an_office_is_reached_by_the_role_that_answers) {
    auto& feed = served();
    auto made = make(feed, "Služebna U Lávky");
    feed.save([&](const Author& author) {
        auto owner = Id<void>{made.service.id.uuid};
        add(author, Contact{{}, owner, "phone", "+420 000 111 000", {}, 1, {}});
        add(author, Contact{{}, owner, "email", "lavka@opora.example", {}, 2, {}});
        add(author, Contact{{}, owner, "phone", "+420 000 111 001", "v noci", 3, {}});
        add(author, Contact{{}, {made.provider.id.uuid}, "email", "spolek@opora.example", {}, 1, {}});
    });
    auto contacts = feed.read(address(made.service)).at("contacts").as_array();
    ASSERT_EQ(contacts.size(), 2u);
    EXPECT_EQ(text(contacts[0], "name"), "Služebna U Lávky");
    EXPECT_EQ(text(contacts[0], "email"), "lavka@opora.example");
    EXPECT_FALSE(contacts[0].as_object().contains("title"));
    EXPECT_EQ(text(contacts[1], "title"), "v noci");
    EXPECT_EQ(text(contacts[1].at("phones").at(0), "number"), "+420 000 111 001");
    EXPECT_EQ(text(contacts[1].at("phones").at(0), "contact_id"), text(contacts[1], "id"));
    auto provider = feed.read("/api/hsds/organizations/" + to_text(made.provider.id)).at("contacts").as_array();
    ASSERT_EQ(provider.size(), 1u);
    EXPECT_EQ(text(provider[0], "email"), "spolek@opora.example");
    EXPECT_EQ(text(provider[0], "organization_id"), to_text(made.provider.id));
}

TEST(Hsds, a_service_without_contacts_is_reached_through_its_provider) {
    auto& feed = served();
    auto made = make(feed, "Klubovna Bez Telefonu");
    feed.save([&](const Author& author) {
        add(author, Contact{{}, {made.provider.id.uuid}, "phone", "+420 000 111 002", "recepce", 1, {}});
    });
    auto contact = feed.read(address(made.service)).at("contacts").at(0);
    EXPECT_EQ(text(contact, "organization_id"), to_text(made.provider.id));
    EXPECT_EQ(text(contact, "title"), "recepce");
    EXPECT_FALSE(contact.as_object().contains("service_id"));
}
