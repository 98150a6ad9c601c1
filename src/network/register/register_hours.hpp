// Hours as the register writes them, as weekly recurrences.
#pragma once

#include "network/facilities/opening_time.hpp"
#include "network/register/register_service.hpp"

namespace network {

// One row for each range of hours with all the days on which it holds.  What cannot be read stays as a note, in its
// words.
std::vector<OpeningTime> opening_times_from(const RegisterForm&, const std::string& form_code);

}
