// The pages of the platform itself.
#pragma once

#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"

namespace jobs {
class Workers;
}

namespace platform {

void routes(http::Routes&);
void menu(http::Surroundings&);
void know_jobs(jobs::Workers&);    // checking the seals of the audit

}
