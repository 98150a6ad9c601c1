// What became otherwise since the letters of a meeting left: only that is worth another letter to everybody.
#pragma once

#include "workgroups/invitations/invitation.hpp"

namespace workgroups {

struct NewsSince {
    bool placed = false;    // day, time or place
    bool agenda = false;    // what stands on it, in which order, how long, who presents
    bool papers = false;
    std::int64_t uninvited = 0;    // could have a letter, and have none

    bool any() const { return placed || agenda || papers || uninvited > 0; }
};

// Nothing, while it is not convened.
NewsSince news_since(db::Session&, const Meeting&);
// What the next letters are: request; update; repeat, where there is no news.
const char* next_letter(db::Session&, const Meeting&);

}
