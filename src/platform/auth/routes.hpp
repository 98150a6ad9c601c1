// The pages of the platform itself.
#pragma once

#include "platform/http/routes.hpp"

namespace platform {
void routes(http::Routes&);
}
