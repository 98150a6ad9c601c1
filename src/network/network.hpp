// The face of network: the region's territory and its social services.
#pragma once

#include "platform/base/embedded.hpp"
#include "platform/history/history.hpp"

namespace http {
class Routes;
struct SiteFacts;
struct Surroundings;
}
namespace jobs {
class Workers;
}
namespace notices {
struct Kinds;
}

namespace network {

class Catalogue;

std::span<const embedded::File> files();    // migrations, texts, code lists

void routes(http::Routes&, Catalogue&);
void menu(http::Surroundings&);    // what the region's staff have to do here
void know_jobs(jobs::Workers&);    // importing the register
void tell_of(notices::Kinds&);     // what people may wish to learn of

// The description of the whole interface by OpenAPI 3.1, pages included: GET /api/openapi.json and `opora openapi`.
std::string openapi_text(const http::Routes&, const http::SiteFacts&);

// The law's and the register's lists, as the program carries them; what stands already stays.
std::int64_t load_lists(const history::Author&);

// The demonstration region: code lists, territory, providers and services of Liberecký kraj, real and invented.
// Expects a migrated database without a network, in the author's transaction.
void load_sample(const history::Author&);
// Its people of a provider act for an invented one, and may change its hours and say that its data are right at once.
void let_sample_provider_take_part(const history::Author&, Id<Organisation>);

}
