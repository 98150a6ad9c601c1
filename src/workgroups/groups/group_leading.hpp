// Who leads some group, whichever: what the menu asks.
#pragma once

#include "platform/auth/user.hpp"
#include "platform/db/session.hpp"
#include "platform/time/date.hpp"

namespace workgroups {

bool leads_a_group(db::Session&, const User&, Date day);    // chair, deputy or secretary

}
