// What the national catalogue of open data reads of us; tests/open_data holds a served region against the norm's
// schemas.
#include "network/public_pages/data_catalogue.hpp"
#include "platform/base/ico.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

using namespace network;
using testing::EndsWith;
using testing::StartsWith;

namespace {

boost::json::object read(const std::string& text) { return boost::json::parse(text).as_object(); }

std::string text(const boost::json::value& value) { return std::string{value.as_string()}; }

const http::SiteFacts liberec{.public_url = "https://opora.example"};

}

// row X.3, feature I3
TEST(DataCatalogues, name_their_publisher_and_the_address_of_every_set) {
    auto catalogue = read(data_catalogue(liberec));
    EXPECT_EQ(text(catalogue["iri"]), "https://opora.example/otevrena-data/katalog.jsonld");
    EXPECT_THAT(text(catalogue["poskytovatel"]), EndsWith("/70891508"));
    EXPECT_EQ(catalogue["datová_sada"].as_array().size(), data_set_names().size());
    for (auto& address : catalogue["datová_sada"].as_array())
        EXPECT_THAT(text(address), StartsWith("https://opora.example/otevrena-data/"));
}

TEST(DataCatalogues, describe_each_set_with_what_the_norm_requires) {
    for (auto& name : data_set_names()) {
        auto set = read(*data_set(liberec, name));
        for (auto field : {"@context", "typ", "iri", "název", "popis", "poskytovatel", "téma",
                           "periodicita_aktualizace", "klíčové_slovo", "prvek_rúian"})
            EXPECT_TRUE(set.contains(field)) << name << " " << field;
        EXPECT_EQ(text(set["prvek_rúian"].at(0)), "https://linked.cuzk.cz/resource/ruian/vusc/78");
        for (auto& one : set["distribuce"].as_array()) {
            auto& distribution = one.as_object();
            EXPECT_NE(distribution.contains("soubor_ke_stažení"), distribution.contains("přístupová_služba")) << name;
            EXPECT_THAT(text(distribution.at("přístupové_url")), StartsWith("https://opora.example/"));
        }
    }
    EXPECT_FALSE(data_set(liberec, "tajne"));
}

TEST(DataCatalogues, know_the_authority_of_each_region_by_a_number_that_can_be) {
    for (auto region : {"CZ010", "CZ020", "CZ031", "CZ032", "CZ041", "CZ042", "CZ051", "CZ052", "CZ053", "CZ063",
                        "CZ064", "CZ071", "CZ072", "CZ080"}) {
        http::SiteFacts facts{.public_url = "https://opora.example", .region_code = region};
        auto publisher = text(read(data_catalogue(facts))["poskytovatel"]);
        ASSERT_THAT(publisher, StartsWith("https://rpp-opendata.egon.gov.cz/")) << region;
        EXPECT_TRUE(is_ico(publisher.substr(publisher.rfind('/') + 1))) << region;
    }
    http::SiteFacts abroad{.public_url = "https://opora.example", .region_code = "DED2"};
    EXPECT_EQ(text(read(data_catalogue(abroad))["poskytovatel"]), "https://opora.example");
}
