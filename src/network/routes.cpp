// The table of contents of network.
#include "network/catalogue/catalogue.hpp"
#include "network/catalogue/catalogue_pages.hpp"
#include "network/editing/area_pages.hpp"
#include "network/editing/capacity_pages.hpp"
#include "network/editing/history_pages.hpp"
#include "network/editing/overview_pages.hpp"
#include "network/network.hpp"
#include "platform/http/routes.hpp"
#include "platform/http/surroundings.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

using auth::may::Read;

void routes(http::Routes& at, Catalogue& catalogue) {
    // Keeping the catalogue.  NB: before the public pages, since /sluzby/nova is no service.
    at.get<may::SeeOverview>("/prehled", show_overview);
    at.get<may::KeepCatalogue>("/sluzby/nova", show_new_service);
    at.post<may::KeepCatalogue>("/sluzby/nova", new_service);
    at.get<may::EditService>("/sluzby/{sluzba}/upravit", show_edit_service);
    at.post<may::EditService>("/sluzby/{sluzba}/upravit", edit_service);
    at.get<may::EditService>("/sluzby/{sluzba}/kapacity", show_capacities);
    at.post<may::EditService>("/sluzby/{sluzba}/kapacity", change_capacity);
    at.get<may::EditService>("/sluzby/{sluzba}/historie", show_history);
    at.post<may::EditService>("/sluzby/{sluzba}/historie/{zmena}/zpet", undo);
    at.get<may::KeepCatalogue>("/poskytovatele/novy", show_new_provider);
    at.post<may::KeepCatalogue>("/poskytovatele/novy", new_provider);
    at.get<may::EditProvider>("/poskytovatele/{poskytovatel}/upravit", show_edit_provider);
    at.post<may::EditProvider>("/poskytovatele/{poskytovatel}/upravit", edit_provider);
    at.get<may::KeepCatalogue>("/sprava/oblasti", show_areas);
    at.post<may::KeepCatalogue>("/sprava/oblasti", add_area);
    at.get<may::KeepCatalogue>("/sprava/oblasti/nova", show_new_area);
    at.get<may::KeepCatalogue>("/sprava/oblasti/{oblast}", show_area);
    at.post<may::KeepCatalogue>("/sprava/oblasti/{oblast}", change_area);
    at.get<may::KeepCatalogue>("/sprava/klienti-podle-obvodu", show_clients_by_district);

    // Finding help
    at.get<Read>("/sluzby", show_catalogue, {.quick = catalogue.quick()});
    at.get<Read>("/sluzby.csv", export_catalogue);
}

namespace {

bool keeps_catalogue(const User& user) { return user.reaches(Role::regional_planner, Lies::everywhere()); }
bool edits_services(const User& user) { return keeps_catalogue(user) || user.holds(Role::planning_coordinator); }
bool signed_in(const User& user) { return user.signed_in(); }

}

void menu(http::Surroundings& around) {
    around.rail.push_back({"rail.own", "/prehled", "rail.overview", signed_in});
    around.rail.push_back({"rail.network", "/sluzby", "rail.catalogue", edits_services});
    around.rail.push_back({"rail.network", "/sluzby/nova", "rail.new_service", keeps_catalogue});
    around.rail.push_back({"rail.network", "/poskytovatele/novy", "rail.new_provider", keeps_catalogue});
    around.rail.push_back({"rail.network", "/sprava/oblasti", "rail.areas", keeps_catalogue});
    around.rail.push_back({"rail.network", "/sprava/klienti-podle-obvodu", "rail.clients", keeps_catalogue});
}

void know_jobs(jobs::Workers&) {}

std::int64_t load_lists(const history::Author& author) { return load_code_lists(author, files()); }

}
