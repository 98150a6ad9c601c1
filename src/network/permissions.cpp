// Finds what permissions are about.
#include "network/permissions.hpp"

#include "network/facilities/coverage.hpp"
#include "network/providers/slug.hpp"

namespace network {

namespace {

// What scopes ask: districts named by coverage, those around named towns, areas and places of performance.  A service of
// the whole region belongs to no single district.
std::vector<std::string> districts_reached(db::Session& db, Id<Service> service) {
    return db.all<std::string>(
        "SELECT code FROM coverages WHERE service_id = $1 AND level = 'orp'"
        " UNION SELECT orp_code FROM coverages JOIN districts ON kind = 'pou' AND districts.code = coverages.code"
        " WHERE service_id = $1 AND level = 'pou' AND orp_code IS NOT NULL"
        " UNION SELECT orp_code FROM coverages JOIN municipalities ON municipalities.code = coverages.code"
        " WHERE service_id = $1 AND level = 'municipality'"
        " UNION SELECT orp_code FROM coverages JOIN areas ON areas.code = coverages.code"
        " JOIN area_municipalities ON area_id = areas.id JOIN municipalities ON municipalities.code = municipality_code"
        " WHERE service_id = $1 AND level = 'area'"
        " UNION SELECT orp_code FROM service_facilities JOIN facilities ON facilities.id = facility_id"
        " JOIN municipalities ON municipalities.code = municipality_code WHERE service_id = $1", service);
}

}

std::optional<ServiceInView> ServiceInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "service", named);
    if (!answer) return {};
    auto service = find_service(db, Id<Service>{answer->record});
    if (!service) return {};
    return ServiceInView{*service, named, districts_reached(db, service->id)};
}

std::set<Id<Service>> services_reaching(db::Session& db, const std::string& orp) {
    auto ids = db.all<Id<Service>>(
        "SELECT service_id FROM coverages WHERE level = 'orp' AND code = $1"
        " UNION SELECT service_id FROM coverages JOIN districts ON kind = 'pou' AND districts.code = coverages.code"
        " WHERE level = 'pou' AND orp_code = $1"
        " UNION SELECT service_id FROM coverages JOIN municipalities ON municipalities.code = coverages.code"
        " WHERE level = 'municipality' AND orp_code = $1"
        " UNION SELECT service_id FROM coverages JOIN areas ON areas.code = coverages.code"
        " JOIN area_municipalities ON area_id = areas.id JOIN municipalities ON municipalities.code = municipality_code"
        " WHERE level = 'area' AND orp_code = $1"
        " UNION SELECT service_id FROM service_facilities JOIN facilities ON facilities.id = facility_id"
        " JOIN municipalities ON municipalities.code = municipality_code WHERE orp_code = $1", orp);
    return {ids.begin(), ids.end()};
}

std::optional<ProviderInView> ProviderInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "provider", named);
    if (!answer) return {};
    auto provider = find_provider(db, Id<Provider>{answer->record});
    if (!provider) return {};
    return ProviderInView{*provider, named};
}

}
