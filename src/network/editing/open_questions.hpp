// What the catalogue asks its keepers: facts that are missing, old or do not fit together, each with the services it is
// about.
#pragma once

#include "network/permissions.hpp"

namespace network {

struct QuestionAbout {
    Id<Service> id{};
    std::string slug{};
    std::string name{};
    std::string detail{};      // number of the contract, name of the premises
    std::string provider{};    // many services are called by their type alone

    static void each_field(auto& about, auto& visit) {
        visit("id", about.id), visit("slug", about.slug), visit("name", about.name), visit("detail", about.detail);
        visit("provider", about.provider);
    }
};

struct OpenQuestion {
    std::string code;    // neovereno; the text is overview.question.CODE
    std::vector<QuestionAbout> about{};
    static void each_field(auto& question, auto& visit) {
        visit("code", question.code), visit("about", question.about);
    }
};

// Only about services that the person may edit; questions without any are left out.
std::vector<OpenQuestion> open_questions(db::Session&, const User&, Date today);

}
