// The face of network: the region's territory and its social services.
#pragma once

#include "platform/base/embedded.hpp"
#include "platform/history/history.hpp"

namespace http {
class Routes;
struct SiteFacts;
struct Surroundings;
}
namespace i18n {
class Languages;
}
namespace jobs {
class Workers;
}

namespace network {

class Catalogue;

std::span<const embedded::File> files();    // migrations, texts, code lists

void routes(http::Routes&, Catalogue&);
void menu(http::Surroundings&);    // what the region's staff have to do here
// Importing the register; letters that ask whether free places still hold.
void know_jobs(jobs::Workers&, const i18n::Languages&, const http::SiteFacts&);
void begin_rounds(db::Session& work, Instant now);    // what is done every day, where no server has begun it yet

// The description of the whole interface by OpenAPI 3.1, pages included: GET /api/openapi.json and `opora openapi`.
std::string openapi_text(const http::Routes&, const http::SiteFacts&);

// The law's and the register's lists, as the program carries them; what stands already stays.
std::int64_t load_lists(const history::Author&);

// The demonstration region: code lists, territory, providers and services of Liberecký kraj, real and invented.
// Expects a migrated database without a network, in the author's transaction.
void load_sample(const history::Author&);

}
