// What other capabilities have to say on the home page; the application connects them.
#pragma once

#include "platform/db/session.hpp"
#include "platform/i18n/texts.hpp"
#include "platform/time/date.hpp"

namespace network {

struct HomeEvent {
    std::string title{}, when{}, where{}, href{};
    static void each_field(auto& event, auto& visit) {
        visit("title", event.title), visit("when", event.when), visit("where", event.where);
        visit("address", event.href);
    }
};

struct HomeNews {
    // To which everybody may come, soonest first.
    std::vector<HomeEvent> (*next_events)(db::Session&, const i18n::Texts&, Date today);
};

}
