// Asking for the register as a job: every day, and again when somebody says so.
#pragma once

#include "network/register/register_day.hpp"

namespace network {

inline constexpr auto daily_register_job = "register.daily", register_again_job = "register.again";

// The settings live as long as the workers.
void know_register_days(jobs::Workers&, const RegisterSettings&);
// Nothing happens while such a job waits or runs.
void ask_for_register_again(db::Session& work, Instant now, std::optional<Id<User>>, Id<Organisation>);
bool asks_for_register_now(db::Session&);

}
