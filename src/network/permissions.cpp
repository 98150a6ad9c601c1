// Finds what permissions are about.
#include "network/permissions.hpp"

#include "network/facilities/coverage.hpp"
#include "network/providers/slug.hpp"

namespace network {

namespace {

// What scopes ask: districts named by coverage, those around named towns, areas and places of performance.  A service
// of the whole region belongs to no single district.
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
        " JOIN municipalities ON municipalities.code = municipality_code WHERE service_id = $1",
        service);
}

}

std::optional<ServiceInView> ServiceInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "service", named);
    if (!answer) return {};
    auto service = find_service(db, Id<Service>{answer->record});
    if (!service) return {};
    return ServiceInView{*service, named, districts_reached(db, service->id),
                         representatives_of(db, service->provider_id)};
}

std::optional<OwnService> OwnService::find(db::Session& db, const std::string& named) {
    auto view = ServiceInView::find(db, named);
    return view ? std::optional{OwnService{std::move(*view)}} : std::nullopt;
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
        " JOIN municipalities ON municipalities.code = municipality_code WHERE orp_code = $1",
        orp);
    return {ids.begin(), ids.end()};
}

namespace {

std::set<Id<Service>> services_of_organisation(db::Session& db, Id<Organisation> organisation) {
    auto ids = db.all<Id<Service>>("SELECT id FROM services WHERE organisation_id = $1", organisation);
    return {ids.begin(), ids.end()};
}

}

bool may_edit(const User& user, const ServiceInView& view) {
    return user.reaches(Role::regional_planner, view.lies()) || user.reaches(Role::planning_coordinator, view.lies());
}

std::optional<std::set<Id<Service>>> services_edited_by(db::Session& db, const User& user) {
    std::set<Id<Service>> edited;
    for (auto& grant : user.grants) {
        if (grant.role != Role::regional_planner && grant.role != Role::planning_coordinator) continue;
        if (grant.scope == Scope::region) return {};
        if (grant.scope == Scope::area)
            for (auto& code : grant.districts) edited.merge(services_reaching(db, code));
        if (grant.scope == Scope::organisation && grant.organisation)
            edited.merge(services_of_organisation(db, *grant.organisation));
    }
    return edited;
}

bool may_edit_all(const User& user, const std::vector<ServiceInView>& services, Id<Organisation> kept_by) {
    if (services.empty()) return user.reaches(Role::regional_planner, {.organisation = kept_by});
    return std::ranges::all_of(services, [&](auto& service) { return may_edit(user, service); });
}

bool may_edit_one(const User& user, const std::vector<ServiceInView>& services) {
    return user.holds(Role::regional_planner) ||
           std::ranges::any_of(services, [&](auto& service) { return may_edit(user, service); });
}

bool represents_all(const User& user, const std::vector<ServiceInView>& services) {
    return !services.empty() &&
           std::ranges::all_of(services, [&](auto& service) { return represents(user, service.represented_by); });
}

namespace {

std::vector<ServiceInView> in_view(db::Session& db, const std::vector<Service>& services) {
    std::vector<ServiceInView> views;
    for (auto& service : services)
        views.push_back(
            {service, service.slug, districts_reached(db, service.id), representatives_of(db, service.provider_id)});
    return views;
}

}

std::optional<MistakeInView> MistakeInView::find(db::Session& db, const std::string& named) {
    auto id = Id<MistakeReport>::parse(named);
    auto report = id ? find_mistake_report(db, *id) : std::nullopt;
    auto service = report ? find_service(db, report->service_id) : std::nullopt;
    if (!service) return {};
    return MistakeInView{*report, {*service, service->slug, districts_reached(db, service->id)}};
}

std::optional<FacilityInView> FacilityInView::find(db::Session& db, const std::string& named) {
    auto id = Id<Facility>::parse(named);
    auto facility = id ? find_facility(db, *id) : std::nullopt;
    if (!facility) return {};
    return FacilityInView{*facility, *find_provider(db, facility->provider_id), in_view(db, services_at(db, *id)),
                          representatives_of(db, facility->provider_id)};
}

std::optional<ContractInView> ContractInView::find(db::Session& db, const std::string& named) {
    auto id = Id<FinancingContract>::parse(named);
    auto contract = id ? find_financing_contract(db, *id) : std::nullopt;
    if (!contract) return {};
    return ContractInView{*contract, in_view(db, services_of_contract(db, *id))};
}

std::optional<PremisesInView> PremisesInView::find(db::Session& db, const std::string& named) {
    auto id = Id<Premises>::parse(named);
    auto premises = id ? find_premises(db, *id) : std::nullopt;
    if (!premises) return {};
    return PremisesInView{*premises, in_view(db, services_in(db, *id))};
}

std::optional<ProviderInView> ProviderInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "provider", named);
    if (!answer) return {};
    auto provider = find_provider(db, Id<Provider>{answer->record});
    if (!provider) return {};
    return ProviderInView{*provider, named, representatives_of(db, provider->id)};
}

std::optional<OwnProvider> OwnProvider::find(db::Session& db, const std::string& named) {
    auto view = ProviderInView::find(db, named);
    return view ? std::optional{OwnProvider{std::move(*view)}} : std::nullopt;
}

std::optional<ProposalInView> ProposalInView::find(db::Session& db, const std::string& named) {
    auto id = Id<Proposal>::parse(named);
    auto proposal = id ? find_proposal(db, *id) : std::nullopt;
    if (!proposal) return {};
    ProposalInView view{
        *proposal, *find_provider(db, proposal->provider_id), {}, representatives_of(db, proposal->provider_id)};
    auto record = proposal->record_id ? proposal->record_id->uuid : Uuid{};
    if (proposal->kind == "service")
        if (auto service = find_service(db, Id<Service>{record})) view.services = in_view(db, {*service});
    if (proposal->kind == "facility") view.services = in_view(db, services_at(db, Id<Facility>{record}));
    if (proposal->kind == "premises") view.services = in_view(db, services_in(db, Id<Premises>{record}));
    return view;
}

bool ProposalInView::decided_by(const User& user) const {
    return may_edit_all(user, services, provider.kept.organisation_id);
}

bool ProposalInView::visible_to(const User& user) const { return may_edit_one(user, services) || own(user); }

std::optional<RelatedInView> RelatedInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "related_service", named);
    if (!answer) return {};
    auto service = find_related_service_by_slug(db, answer->current);
    if (!service) return {};
    return RelatedInView{*service, named};
}

bool NetworkInView::kept_by(const User& user) const {
    Lies lies{.organisation = network.kept.organisation_id, .districts = districts};
    if (user.reaches(Role::regional_planner, lies)) return true;
    return network.municipality_code && user.reaches(Role::planning_coordinator, lies);
}

std::optional<NetworkInView> NetworkInView::find(db::Session& db, const std::string& named) {
    auto answer = ask_slug(db, "service_network", named);
    auto network = answer ? find_network(db, Id<ServiceNetwork>{answer->record}) : std::nullopt;
    if (!network) return {};
    NetworkInView view{*network, named};
    if (network->municipality_code)
        view.districts =
            db.all<std::string>("SELECT orp_code FROM municipalities WHERE code = $1", *network->municipality_code);
    return view;
}

}
