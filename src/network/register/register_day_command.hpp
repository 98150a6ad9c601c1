// opora fetch register: what the program does every day, by hand.
#pragma once

#include "network/register/register_day.hpp"
#include "platform/i18n/texts.hpp"

#include <iosfwd>

namespace network {

// 0 taken or unchanged, 1 it cannot be had (nothing has changed), 2 no source is configured.
int fetch_register_command(db::Database&, const Clock&, const i18n::Texts&, const RegisterSettings&, Id<Organisation>,
                           std::ostream& out, std::ostream& err);

}
