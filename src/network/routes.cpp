// The table of contents of network.
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/network.hpp"
#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

using auth::may::Read;

void routes(http::Routes& at, Catalogue& catalogue) {
    // Finding help
    at.get<Read>("/sluzby", show_catalogue, {.quick = catalogue.quick()});
    at.get<Read>("/sluzby.csv", export_catalogue);
}

void menu(http::Surroundings&) {}

void know_jobs(jobs::Workers&) {}

std::int64_t load_lists(const history::Author& author) { return load_code_lists(author, files()); }

}
