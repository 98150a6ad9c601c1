// The pages of the platform itself.
#pragma once

#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"

namespace platform {

void routes(http::Routes&);
void menu(http::Surroundings&);

}
