// The table of contents of network.
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/network.hpp"
#include "network/register/register_jobs.hpp"
#include "network/register/register_pages.hpp"
#include "platform/http/reading.hpp"
#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

using auth::may::Read;

void routes(http::Routes& at, Catalogue& catalogue) {
    // Finding help
    at.get<Read>("/sluzby", show_catalogue, {.quick = catalogue.quick()});
    at.get<Read>("/sluzby.csv", export_catalogue);

    // Import of the national register
    at.get<may::ImportRegister>("/sprava/registr", list_imports);
    at.post<may::ImportRegister>("/sprava/registr", upload_register, {.body_limit = http::upload_most, .uploads = true});
    at.get<may::ReviewImport>("/sprava/registr/{import}", show_import);
    at.post<may::ReviewImport>("/sprava/registr/{import}/pouzit", apply_import);
    at.post<may::ReviewImport>("/sprava/registr/{import}/zrusit", stop_import);
    at.post<may::ReviewImport>("/sprava/registr/{import}/rozhodnout", decide_held);
}

void menu(http::Surroundings& around) {
    around.rail.push_back({"rail.network", "/sprava/registr", "rail.register",
                           [](const User& user) { return may::ImportRegister::allows(user, Everything{}); }});
}

void know_jobs(jobs::Workers& workers) { know_register_jobs(workers); }

std::int64_t load_lists(const history::Author& author) { return load_code_lists(author, files()); }

}
