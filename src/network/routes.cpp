// The table of contents of network.
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/hsds/hsds_api.hpp"
#include "network/hsds/openapi.hpp"
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

    // For programs: HSDS 3.1 and the description of the whole interface
    at.get<Read>("/api/openapi.json", hsds::show_openapi);
    at.get<Read>("/api/hsds", hsds::show_api);
    at.get<Read>("/api/hsds/", hsds::show_api);
    at.get<Read>("/api/hsds/services", hsds::list_services);
    at.get<Read>("/api/hsds/services/{id}", hsds::show_service);
    at.get<Read>("/api/hsds/organizations", hsds::list_organizations);
    at.get<Read>("/api/hsds/organizations/{id}", hsds::show_organization);
    at.get<Read>("/api/hsds/service_at_locations", hsds::list_service_at_locations);
    at.get<Read>("/api/hsds/service_at_locations/{id}", hsds::show_service_at_location);
    at.get<Read>("/api/hsds/taxonomies", hsds::list_taxonomies);
    at.get<Read>("/api/hsds/taxonomies/{id}", hsds::show_taxonomy);
    at.get<Read>("/api/hsds/taxonomy_terms", hsds::list_taxonomy_terms);
    at.get<Read>("/api/hsds/taxonomy_terms/{id}", hsds::show_taxonomy_term);
}

void menu(http::Surroundings&) {}

void know_jobs(jobs::Workers&) {}

std::int64_t load_lists(const history::Author& author) { return load_code_lists(author, files()); }

}
