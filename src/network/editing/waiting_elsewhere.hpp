// What waits for a person in other capabilities; the application connects them.
#pragma once

#include "platform/auth/user.hpp"
#include "platform/db/session.hpp"
#include "platform/i18n/texts.hpp"
#include "platform/time/date.hpp"

namespace network {

struct WaitingThing {
    std::string text{}, href{};
    static void each_field(auto& thing, auto& visit) { visit("text", thing.text), visit("address", thing.href); }
};

struct WaitingElsewhere {
    std::vector<WaitingThing> (*things)(db::Session&, const User&, const i18n::Texts&, Date today);
};

}
