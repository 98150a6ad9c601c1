// Who may do what with the network.
#pragma once

#include "network/capacity_import/capacity_import.hpp"
#include "network/facilities/premises.hpp"
#include "network/mistakes/mistake_report.hpp"
#include "network/register/register_import.hpp"
#include "network/services/financing_contract.hpp"
#include "network/services/related_service.hpp"
#include "network/services/service.hpp"
#include "platform/auth/permissions.hpp"

#include <set>

namespace network {

// A public service, as permissions see it: found by its readable name, old ones included.
struct ServiceInView {
    Service service;
    std::string asked;                       // the slug that was asked for
    std::vector<std::string> districts{};    // ORP codes that it reaches

    static std::optional<ServiceInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return service.id.uuid; }
    bool renamed() const { return asked != service.slug; }
    Lies lies() const { return {.organisation = service.kept.organisation_id, .districts = districts}; }
};

// Services that reach a district, as permissions count it: the same rule for a list as for one service.
std::set<Id<Service>> services_reaching(db::Session&, const std::string& orp_code);

// The region's staff keep the catalogue: a planner the whole region, a coordinator the districts of the grant.
bool may_edit(const User&, const ServiceInView&);
// The same rule for lists: the services that the person may edit, or nothing where it is all of them.
std::optional<std::set<Id<Service>>> services_edited_by(db::Session&, const User&);

// What services share is changed by those who may edit all of them; what none uses, by planners of whose it is.
bool may_edit_all(const User&, const std::vector<ServiceInView>&, Id<Organisation> kept_by);
// It is there for planners and for those who may edit one of them.
bool may_edit_one(const User&, const std::vector<ServiceInView>&);

struct ProviderInView {
    Provider provider;
    std::string asked;

    static std::optional<ProviderInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return provider.id.uuid; }
    bool renamed() const { return asked != provider.slug; }
};

// Help that is no registered service, as its keepers see it: what ended or has not begun too.
struct RelatedInView {
    RelatedService service;
    std::string asked;

    static std::optional<RelatedInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return service.id.uuid; }
    bool renamed() const { return asked != service.slug; }
};

// A report of a mistake: it is there for those who may edit the service that it is about.
struct MistakeInView {
    MistakeReport report;
    ServiceInView service;

    static std::optional<MistakeInView> find(db::Session&, const std::string& named);
    bool visible_to(const User& user) const { return may_edit(user, service); }
    Uuid uuid() const { return report.id.uuid; }
};

// A place with the services that are or were given there.  Who changes it changes what is said of them all.
struct FacilityInView {
    Facility facility;
    Provider provider;
    std::vector<ServiceInView> services;    // by name; those that ended there too

    static std::optional<FacilityInView> find(db::Session&, const std::string& named);
    // Nobody outside of the staff learns that a place is there: it may be a secret one.
    bool visible_to(const User& user) const { return may_edit_one(user, services); }
    Uuid uuid() const { return facility.id.uuid; }
};

// A contract with the services that it finances: one number, so who changes it changes it for them all.
struct ContractInView {
    FinancingContract contract;
    std::vector<ServiceInView> services;    // by name

    static std::optional<ContractInView> find(db::Session&, const std::string& named);
    bool visible_to(const User& user) const { return may_edit_one(user, services); }
    Uuid uuid() const { return contract.id.uuid; }
};

// Premises with the services that use or used them.  They may belong to a secret place, so they are there for the staff
// only.
struct PremisesInView {
    Premises premises;
    std::vector<ServiceInView> services;    // by name; those that left them too

    static std::optional<PremisesInView> find(db::Session&, const std::string& named);
    bool visible_to(const User& user) const { return may_edit_one(user, services); }
    Uuid uuid() const { return premises.id.uuid; }
};

namespace may {

struct ReadService {
    using About = ServiceInView;
    static constexpr auto name = "public.service";
    static constexpr bool open = true;
    static bool allows(const User&, const ServiceInView&) { return true; }
};

struct ReportMistake {
    using About = ServiceInView;
    static constexpr auto name = "public.report_mistake";
    static constexpr bool open = true;
    static bool allows(const User&, const ServiceInView&) { return true; }
};

struct ReadProvider {
    using About = ProviderInView;
    static constexpr auto name = "public.provider";
    static constexpr bool open = true;
    static bool allows(const User&, const ProviderInView&) { return true; }
};

struct EditService {
    using About = ServiceInView;
    static constexpr auto name = "network.edit_service";
    static bool allows(const User& user, const ServiceInView& view) { return may_edit(user, view); }
};

struct EditFacility {
    using About = FacilityInView;
    static constexpr auto name = "network.edit_facility";
    static bool allows(const User& user, const FacilityInView& view) {
        return may_edit_all(user, view.services, view.facility.kept.organisation_id);
    }
};

struct EditContract {
    using About = ContractInView;
    static constexpr auto name = "network.edit_contract";
    static bool allows(const User& user, const ContractInView& view) {
        return may_edit_all(user, view.services, view.contract.kept.organisation_id);
    }
};

struct EditPremises {
    using About = PremisesInView;
    static constexpr auto name = "network.edit_premises";
    static bool allows(const User& user, const PremisesInView& view) {
        return may_edit_all(user, view.services, view.premises.kept.organisation_id);
    }
};

struct EditProvider {
    using About = ProviderInView;
    static constexpr auto name = "network.edit_provider";
    static bool allows(const User& user, const ProviderInView& view) {
        return user.reaches(Role::regional_planner, {.organisation = view.provider.kept.organisation_id});
    }
};

struct EditRelated {
    using About = RelatedInView;
    static constexpr auto name = "network.edit_related";
    static bool allows(const User& user, const RelatedInView& view) {
        return user.reaches(Role::regional_planner, {.organisation = view.service.kept.organisation_id});
    }
};

// The list of reports; each person sees those about services that they may edit, and nobody's telephone or e-mail.
struct ListMistakes {
    using About = Everything;
    static constexpr auto name = "network.list_mistakes";
    static bool allows(const User& user, const Everything&) {
        return user.holds(Role::regional_planner) || user.holds(Role::planning_coordinator);
    }
};

// The list of capacities; each person sees the services that they may edit.
struct ListCapacities {
    using About = Everything;
    static constexpr auto name = "network.list_capacities";
    static bool allows(const User& user, const Everything&) {
        return user.holds(Role::regional_planner) || user.holds(Role::planning_coordinator);
    }
};

// Confirming free places by the link of a letter: whoever holds the link, and it acts once.
struct ConfirmPlaces {
    using About = Everything;
    static constexpr auto name = "public.confirm_places";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

// One report with what its sender left to be answered: every reading is on record.
struct SettleMistake {
    using About = MistakeInView;
    static constexpr auto name = "network.settle_mistake";
    static constexpr bool closed = true;
    static bool allows(const User& user, const MistakeInView& view) { return may_edit(user, view.service); }
};

// New records, lists of the staff.
struct KeepCatalogue {
    using About = Everything;
    static constexpr auto name = "network.keep_catalogue";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};

// The first page of everybody who signed in; what it shows is what each may see.
struct SeeOverview {
    using About = Everything;
    static constexpr auto name = "network.see_overview";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

// The national register: uploading its file, looking at the difference, applying it.
struct ImportRegister {
    using About = Everything;
    static constexpr auto name = "network.import_register";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};

// Tables of capacities: uploading one, and one of them with what it would change.
struct ImportCapacities {
    using About = Everything;
    static constexpr auto name = "network.import_capacities";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};
struct ReviewCapacities {
    using About = CapacityImport;
    static constexpr auto name = "network.review_capacities";
    static bool allows(const User& user, const CapacityImport&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};

// One import of it.
struct ReviewImport {
    using About = RegisterImport;
    static constexpr auto name = "network.review_import";
    static bool allows(const User& user, const RegisterImport&) {
        return user.reaches(Role::regional_planner, Lies::everywhere());
    }
};

}

}
