// Who a name in minutes is.
#include "workgroups/minutes_import/people_match.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

std::vector<KnownPerson> known_people(const std::vector<std::string>& names) {
    std::vector<KnownPerson> people;
    for (auto& name : names) people.push_back({Id<PlanningPerson>::made_at(Instant{}), name});
    return people;
}

// The name of who is meant; the question where it is none.
std::string meant(const std::string& printed, const std::vector<std::string>& names) {
    auto people = known_people(names);
    auto match = match_person(printed, people);
    if (!match.planner_id) return "? " + match.question();
    for (auto& person : people)
        if (person.id == *match.planner_id) return person.name;
    return "lost";
}

const std::vector<std::string> steering_people{"Oldřiška Jahůdková", "Prokop Heřmánek",   "Ludvík Pomněnka",
                                               "Kristýna Mařinková", "Karolína Šípková",  "Patrik Kopretina",
                                               "Jan Vlček Trnka",    "Stanislav Jeřabina"};

}

TEST(PeopleInDocuments, are_known_by_name_initial_surname_and_in_any_case) {
    for (auto& [printed, person] : std::vector<std::pair<std::string, std::string>>{
             {"Kristýna Mařinková", "Kristýna Mařinková"},
             {"Mařinková Kristýna", "Kristýna Mařinková"},
             {"K. Mařinková", "Kristýna Mařinková"},
             {"K.Mařinková", "Kristýna Mařinková"},
             {"Mgr. Kristýna Mařinková", "Kristýna Mařinková"},
             {"Mařinková", "Kristýna Mařinková"},
             {"MAŘINKOVÁ", "Kristýna Mařinková"},
             {"Marinkova", "Kristýna Mařinková"},
             {"s K. Mařinkovou", "Kristýna Mařinková"},
             {"K. Mařinkovou", "Kristýna Mařinková"},
             {"Kristýnu Mařinkovou", "Kristýna Mařinková"},
             {"Mařinkové", "Kristýna Mařinková"},
             {"P. Heřmánkem", "Prokop Heřmánek"},
             {"Prokopa Heřmánka", "Prokop Heřmánek"},
             {"Heřmánkovi", "Prokop Heřmánek"},
             {"L. Pomněnku", "Ludvík Pomněnka"},
             {"Ing. Ludvík Pomněnka, Ph.D.", "Ludvík Pomněnka"},
             {"Vlček Trnka", "Jan Vlček Trnka"},
             {"J. Vlček Trnka", "Jan Vlček Trnka"},
         })
        EXPECT_EQ(meant(printed, steering_people), person) << printed;
}

TEST(PeopleInDocuments, who_are_not_known_stay_a_question) {
    for (auto printed : {"Jana Nová", "K. Nová", "J. Mařinková", "Kristýna", "Petr Mařinka", "X. Y."})
        EXPECT_EQ(meant(printed, steering_people), "? nobody_fits") << printed;
}

TEST(PeopleInDocuments, whom_one_form_could_mean_two_of_stay_a_question) {
    std::vector<std::string> sisters{"Jana Nová", "Jiřina Nová", "Karel Nový"};
    EXPECT_EQ(meant("J. Nová", sisters), "? two_fit");
    EXPECT_EQ(meant("Nová", sisters), "? two_fit");
    EXPECT_EQ(meant("Jana Nová", sisters), "Jana Nová");
    EXPECT_EQ(meant("J. Novou", sisters), "? two_fit");
    EXPECT_EQ(meant("K. Nový", sisters), "Karel Nový");
    EXPECT_EQ(match_person("J. Nová", known_people(sisters)).candidates.size(), 2u);
}

// row 4.03
TEST(PeopleInDocuments, with_two_surnames_may_be_one_or_two_and_stay_a_question) {
    EXPECT_EQ(meant("Mátovič Kručinková", {"Jan Mátovič", "Eva Kručinková"}), "? one_or_two");
    EXPECT_EQ(meant("Mátovič Kručinková", {"Eva Kručinková"}), "? one_or_two");
    EXPECT_EQ(meant("Mátovič Kručinková", {}), "? one_or_two");
    EXPECT_EQ(meant("Mátovič Kručinková", {"Eva Mátovič Kručinková"}), "Eva Mátovič Kručinková");
    EXPECT_EQ(meant("Majerovič Krůfová", {}), "? one_or_two");
    EXPECT_FALSE(perhaps_two_people("Jana Nová"));
    EXPECT_FALSE(perhaps_two_people("K. Nová"));
    EXPECT_FALSE(perhaps_two_people("Lískovcová"));
    EXPECT_FALSE(perhaps_two_people("Nová-Stará"));
}

TEST(PeopleInDocuments, one_person_twice_in_the_list_is_one) {
    auto people = known_people({"Jana Nová"});
    people.push_back(people.front());
    EXPECT_EQ(match_person("J. Nová", people).fits, PersonMatch::one);
}

TEST(PeopleInDocuments, known_by_an_initial_only_are_met_by_their_full_name) {
    EXPECT_EQ(meant("Jana Nová", {"J. Nová"}), "J. Nová");
    EXPECT_EQ(meant("Petra Nová", {"J. Nová"}), "? nobody_fits");
}
