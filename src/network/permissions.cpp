// Finds what permissions are about.
#include "network/permissions.hpp"

#include "network/facilities/coverage.hpp"
#include "network/providers/slug.hpp"

namespace network {

std::optional<ServiceInView> ServiceInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "service", named);
    if (!answer) return {};
    auto service = find_service(db, Id<Service>{answer->record});
    if (!service) return {};
    // The districts are asked for by scopes only: those named by coverage, and those around named towns.
    auto districts = db.all<std::string>(
        "SELECT code FROM coverages WHERE service_id = $1 AND level = 'orp'"
        " UNION SELECT orp_code FROM coverages JOIN municipalities ON municipalities.code = coverages.code"
        " WHERE service_id = $1 AND level = 'municipality'"
        " UNION SELECT orp_code FROM service_facilities JOIN facilities ON facilities.id = facility_id"
        " JOIN municipalities ON municipalities.code = municipality_code WHERE service_id = $1", service->id);
    return ServiceInView{*service, named, districts};
}

std::optional<ProviderInView> ProviderInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "provider", named);
    if (!answer) return {};
    auto provider = find_provider(db, Id<Provider>{answer->record});
    if (!provider) return {};
    return ProviderInView{*provider, named};
}

}
