// The pages of the platform itself.
#pragma once

#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"

namespace i18n {
class Languages;
}
namespace jobs {
class Workers;
}

namespace platform {

void routes(http::Routes&);
void menu(http::Surroundings&);
// Checking the seals of the audit, links for forgotten passwords.  What it is given must outlive the workers.
void know_jobs(jobs::Workers&, const http::SiteFacts&, const i18n::Languages&);

}
