// Who is typing where: of drafts below an address the person and the form, never what they typed.
#pragma once

#include "platform/drafts/draft.hpp"

namespace drafts {

struct Typing {
    Id<User> person_id{};
    std::string name{};
    std::string form{};

    static void each_field(auto& typing, auto& visit) {
        visit("person_id", typing.person_id), visit("name", typing.name), visit("form", typing.form);
    }
};

// Drafts saved since a moment whose form begins with the address, by name.
std::vector<Typing> typing_below(db::Session&, const std::string& address, Instant since);

}
