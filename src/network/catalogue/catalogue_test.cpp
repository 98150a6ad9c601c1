// What somebody who looks for help finds, and in which order.
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "platform/search/language.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Catalogues : testing::Test {
    static std::shared_ptr<const CatalogueModel> model() {
        auto lease = world::town().database().read();
        return world::town().application().catalogue().model(*lease);
    }
    static CatalogueQuery query(const http::Values& asked) {
        std::vector<std::pair<std::string, std::string>> problems;
        return CatalogueQuery::read(asked, problems);
    }
    static std::vector<std::string> slugs(const http::Values& asked) {
        std::vector<std::string> slugs;
        auto found = model();
        for (auto at : found->find_all(query(asked))) slugs.push_back(found->entry(at).slug);
        return slugs;
    }
    static std::size_t count(const std::vector<FacetCount>& facet, const std::string& code) {
        for (auto& value : facet)
            if (value.value->code == code) return value.count;
        return 0;
    }
    static std::string page(const std::string& address) {
        return world::town().get(world::town().stranger, address).body;
    }
};

}

// row X.1
// feature A14
TEST_F(Catalogues, the_district_jilemnice_shows_document_0_and_what_reaches_it_of_document_4) {
    auto found = slugs({{"orp", "Jilemnice"}});
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr", "fokus-turnov-psb", "ps-jilemnice-pece"})
        EXPECT_THAT(found, Contains(slug));
    EXPECT_EQ(found, slugs({{"orp", "5104"}}));
    EXPECT_EQ(found, slugs({{"orp", "ORP Jilemnice"}}));
}

TEST_F(Catalogues, understand_paragraphs_names_and_register_codes_of_a_kind) {
    auto workshops = slugs({{"druh", "67"}});
    EXPECT_THAT(workshops, Contains("fokus-semily-std"));
    EXPECT_EQ(workshops, slugs({{"druh", "§ 67"}}));
    EXPECT_EQ(workshops, slugs({{"druh", "DruhSocialniSluzby/30"}}));
    EXPECT_EQ(workshops, slugs({{"druh", "Socialne terapeuticke dilny"}}));
}

// row 0.12
// feature A9
TEST_F(Catalogues, show_services_for_an_age_and_keep_those_whose_limit_is_not_clear) {
    auto with = [&](const char* age, const char* slug) {
        auto found = slugs({{"vek", age}});
        return std::ranges::find(found, slug) != found.end();
    };
    EXPECT_FALSE(with("14", "fokus-semily-std"));
    EXPECT_TRUE(with("15", "fokus-semily-std"));
    EXPECT_TRUE(with("65", "fokus-semily-std"));
    EXPECT_FALSE(with("66", "fokus-semily-std"));
    EXPECT_TRUE(with("75", "fokus-semily-sr"));
    EXPECT_FALSE(with("76", "fokus-semily-sr"));
}

// row 4.29
TEST_F(Catalogues, are_searched_without_diacritics_in_other_forms_and_with_typing_errors) {
    EXPECT_THAT(slugs({{"q", "ranna pece"}}), Contains("lira-rana-pece"));
    EXPECT_THAT(slugs({{"q", "pecovatelska"}}), Contains("ps-jilemnice-pece"));
    EXPECT_THAT(slugs({{"q", "terapeutické dílně"}}), Contains("fokus-semily-std"));
}

TEST_F(Catalogues, count_what_each_tick_would_leave) {
    auto all = model()->find(query({}));
    auto chosen = model()->find(query({{"druh", "67"}}));
    EXPECT_EQ(count(all.types, "67"), chosen.total);
    EXPECT_EQ(count(chosen.types, "70"), count(all.types, "70"));    // a second tick of the same group adds
    EXPECT_EQ(model()->find(query({{"druh", "67"}, {"druh", "70"}})).total,
              count(all.types, "67") + count(all.types, "70"));
    for (auto& form : chosen.forms)
        EXPECT_EQ(model()->find(query({{"druh", "67"}, {"forma", form.value->code}})).total, form.count);
}

TEST_F(Catalogues, every_page_together_shows_each_service_once) {
    std::vector<std::uint32_t> seen;
    auto total = model()->find(query({})).total;
    for (std::size_t n = 1; seen.size() < total; ++n) {
        auto shown = model()->find(query({{"strana", std::to_string(n)}})).shown;
        ASSERT_FALSE(shown.empty());
        seen.insert(seen.end(), shown.begin(), shown.end());
    }
    std::ranges::sort(seen);
    EXPECT_TRUE(std::ranges::adjacent_find(seen) == seen.end());
    EXPECT_EQ(seen.size(), total);
}

// feature A15
TEST_F(Catalogues, sort_by_distance_from_a_municipality) {
    auto asked = query({{"orp", "Jilemnice"}, {"razeni", "vzdalenost"}});
    auto from = *model()->find(asked).from;
    double last = 0;
    for (auto at : model()->find_all(asked)) {
        auto km = 1e9;
        for (auto& point : model()->entry(at).points) km = std::min(km, distance_km(from, point));
        EXPECT_GE(km, last);
        last = km;
    }
    EXPECT_GT(last, 0);
}

TEST_F(Catalogues, say_what_they_could_not_understand_and_show_the_rest) {
    EXPECT_THAT(page("/sluzby?vek=sto"), HasSubstr("Věk napište celým číslem"));
    EXPECT_THAT(page("/sluzby?druh=999"), HasSubstr("vynechali"));
    EXPECT_THAT(page("/sluzby?obec=Atlantida"), HasSubstr("Takovou obec neznáme"));
    EXPECT_THAT(page("/sluzby?strana=99"), HasSubstr("Tolik stran"));
    EXPECT_THAT(page("/sluzby?q=xyzxyzxyz"), HasSubstr("116\u00a0123"));
}

TEST_F(Catalogues, show_no_script_that_was_asked_for) {
    EXPECT_THAT(page("/sluzby?q=<script>alert(1)</script>"), Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page("/sluzby?q=\"><img src=x>"), Not(HasSubstr("<img")));
}

TEST_F(Catalogues, have_the_same_address_for_the_same_search) {
    auto one = query({{"druh", "70"}, {"druh", "67"}, {"orp", "5104"}, {"strana", "1"}}),
         other = query({{"orp", " 5104 "}, {"druh", "67"}, {"druh", "70"}, {"q", ""}});
    EXPECT_EQ(one.address(), other.address());
    EXPECT_EQ(query({}).address(), "/sluzby");
}

TEST_F(Catalogues, say_where_the_first_place_of_each_service_stands) {
    auto address_of = [&](const std::string& slug) -> std::string {
        auto found = model();
        for (std::size_t at = 0; at < found->size(); ++at)
            if (found->entry(at).slug == slug) return found->entry(at).address;
        return "no such service";
    };
    EXPECT_EQ(address_of("vlnka-pece"), "Smyšlená 25, Liberec");
    EXPECT_EQ(address_of("mostik-poradna"), "Příkladná 72, Liberec a\u00a0další");
    EXPECT_EQ(address_of("lampa-azyl"), "") << "its only place is secret";
    EXPECT_THAT(page("/sluzby?q=mostik"), HasSubstr("Příkladná 72, Liberec"));
}

TEST_F(Catalogues, keep_secret_places_out_of_every_list) {
    world::Office office{world::Office::With::sample_region};
    auto points_of = [&](const std::string& slug) -> std::optional<std::size_t> {
        auto lease = office.database().read();
        auto found = office.application().catalogue().model(*lease);
        for (std::size_t at = 0; at < found->size(); ++at)
            if (found->entry(at).slug == slug) return found->entry(at).points.size();
        return {};    // no such service
    };
    EXPECT_EQ(points_of("lampa-azyl"), std::size_t{0});
    auto csv = world::whole(office.get(office.stranger, "/sluzby.csv"));
    EXPECT_THAT(csv, AllOf(HasSubstr("Azylový dům Lampa"), Not(HasSubstr("utajené místo"))));

    // A service may ask for secrecy whose place another one shows.
    EXPECT_EQ(points_of("lampa-ic"), std::size_t{1});
    office.database().in_write_transaction([&](db::Session& work) {
        auto service = *find_service_by_slug(work, "lampa-ic");
        auto hidden = service;
        hidden.secret = true;
        change_service(office.as_nobody(work), service, hidden);
    });
    EXPECT_EQ(points_of("lampa-ic"), std::size_t{0});
}

// What is in memory follows each save at once.
TEST(CatalogueInMemory, is_in_step_with_the_database_after_every_save) {
    world::Office office{world::Office::With::sample_region};
    auto names = [&] { return office.get(office.stranger, "/sluzby?q=fialova").body; };
    EXPECT_THAT(names(), Not(HasSubstr("Fialová dílna")));
    office.database().in_write_transaction([&](db::Session& work) {
        auto service = *find_service_by_slug(work, "fokus-semily-std");
        auto renamed = service;
        renamed.name = "Fialová dílna";
        change_service(office.as_nobody(work), service, renamed);
    });
    EXPECT_THAT(names(), HasSubstr("Fialová dílna"));
}
