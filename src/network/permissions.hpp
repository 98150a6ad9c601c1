// Who may do what with the network.
#pragma once

#include "network/capacity_import/capacity_import.hpp"
#include "network/collections/collection.hpp"
#include "network/facilities/premises.hpp"
#include "network/mistakes/mistake_report.hpp"
#include "network/proposals/proposal.hpp"
#include "network/proposals/representation.hpp"
#include "network/register/register_import.hpp"
#include "network/service_networks/service_network.hpp"
#include "network/services/financing_contract.hpp"
#include "network/services/related_service.hpp"
#include "network/services/service.hpp"
#include "platform/auth/permissions.hpp"

#include <set>

namespace network {

// A public service, as permissions see it: found by its readable name, old ones included.
struct ServiceInView {
    Service service;
    std::string asked;                                 // the slug that was asked for
    std::vector<std::string> districts{};              // ORP codes that it reaches
    std::vector<Id<Organisation>> represented_by{};    // who stands for its provider

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

// Whose all of them are, a provider's people see and may wish to change; what others share with them they do not.
bool represents_all(const User&, const std::vector<ServiceInView>&);

// The same service as a provider's people come to it: there is no way from here to those of others.
struct OwnService : ServiceInView {
    static std::optional<OwnService> find(db::Session&, const std::string& named);
    bool visible_to(const User& user) const { return represents(user, represented_by); }
};

struct ProviderInView {
    Provider provider;
    std::string asked;
    std::vector<Id<Organisation>> represented_by{};

    static std::optional<ProviderInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return provider.id.uuid; }
    bool renamed() const { return asked != provider.slug; }
};

struct OwnProvider : ProviderInView {
    static std::optional<OwnProvider> find(db::Session&, const std::string& named);
    bool visible_to(const User& user) const { return represents(user, represented_by); }
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
    std::vector<Id<Organisation>> represented_by{};

    static std::optional<FacilityInView> find(db::Session&, const std::string& named);
    bool own(const User& user) const { return represents(user, represented_by); }
    // Nobody outside of the staff and the provider learns that a place is there: it may be a secret one.
    bool visible_to(const User& user) const { return may_edit_one(user, services) || own(user); }
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
// and for the provider whose services alone use them.
struct PremisesInView {
    Premises premises;
    std::vector<ServiceInView> services;    // by name; those that left them too

    static std::optional<PremisesInView> find(db::Session&, const std::string& named);
    bool own(const User& user) const { return represents_all(user, services); }
    bool visible_to(const User& user) const { return may_edit_one(user, services) || own(user); }
    Uuid uuid() const { return premises.id.uuid; }
};

// A wish of a provider: it is there for the provider's people and for who keeps the record that it is about.
struct ProposalInView {
    Proposal proposal;
    Provider provider;
    std::vector<ServiceInView> services{};    // whose keepers decide; none for those that planners decide
    std::vector<Id<Organisation>> represented_by{};

    static std::optional<ProposalInView> find(db::Session&, const std::string& named);
    bool own(const User& user) const { return represents(user, represented_by); }
    bool decided_by(const User&) const;
    bool visible_to(const User& user) const;
    Uuid uuid() const { return proposal.id.uuid; }
};

// A network of a year.  Until it is published it is there for those who keep it: planners, and of a municipal one the
// coordinators of its district.
struct NetworkInView {
    ServiceNetwork network;
    std::string asked;
    std::vector<std::string> districts{};    // of the municipality whose it is

    static std::optional<NetworkInView> find(db::Session&, const std::string& named);
    bool kept_by(const User&) const;
    bool visible_to(const User& user) const { return network.published || kept_by(user); }
    Uuid uuid() const { return network.id.uuid; }
    bool renamed() const { return asked != network.slug; }
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

// The same sheets for the provider's own people: what they send is a wish until the region approves it.
struct ProposeService {
    using About = OwnService;
    static constexpr auto name = "network.propose_service";
    static bool allows(const User& user, const OwnService& view) { return represents(user, view.represented_by); }
};

struct ProposeProvider {
    using About = OwnProvider;
    static constexpr auto name = "network.propose_provider";
    static bool allows(const User& user, const OwnProvider& view) { return represents(user, view.represented_by); }
};

struct ProposeFacility {
    using About = FacilityInView;
    static constexpr auto name = "network.propose_facility";
    static bool allows(const User& user, const FacilityInView& view) { return view.own(user); }
};

struct ProposePremises {
    using About = PremisesInView;
    static constexpr auto name = "network.propose_premises";
    static bool allows(const User& user, const PremisesInView& view) { return view.own(user); }
};

// What the own provider wished, and what came of it.
struct ListOwnProposals {
    using About = Everything;
    static constexpr auto name = "network.list_own_proposals";
    static bool allows(const User& user, const Everything&) { return user.holds(Role::provider_director); }
};

struct KeepOwnProposal {
    using About = ProposalInView;
    static constexpr auto name = "network.keep_own_proposal";
    static bool allows(const User& user, const ProposalInView& view) { return view.own(user); }
};

// The list of wishes; each person sees those about records that they may edit.
struct ListProposals {
    using About = Everything;
    static constexpr auto name = "network.list_proposals";
    static bool allows(const User& user, const Everything&) {
        return user.holds(Role::regional_planner) || user.holds(Role::planning_coordinator);
    }
};

struct DecideProposal {
    using About = ProposalInView;
    static constexpr auto name = "network.decide_proposal";
    static bool allows(const User& user, const ProposalInView& view) { return view.decided_by(user); }
};

// Which organisation stands for which provider.
struct JoinProviders {
    using About = Everything;
    static constexpr auto name = "network.join_providers";
    static bool allows(const User& user, const Everything&) {
        return user.reaches(Role::regional_planner, Lies::everywhere()) ||
               user.reaches(Role::administrator, Lies::everywhere());
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

struct ReadNetwork {
    using About = NetworkInView;
    static constexpr auto name = "public.network";
    static constexpr bool open = true;
    static bool allows(const User&, const NetworkInView&) { return true; }
};

// Members of a network, proposals for it, statements of municipalities.
struct KeepNetwork {
    using About = NetworkInView;
    static constexpr auto name = "network.keep_network";
    static bool allows(const User& user, const NetworkInView& view) { return view.kept_by(user); }
};

struct KeepCollection {
    using About = Collection;
    static constexpr auto name = "network.keep_collection";
    static bool allows(const User& user, const Collection& collection) { return collection.visible_to(user); }
};

// What a recipient answers behind a personal link: the link itself is the proof.
struct AnswerCollection {
    using About = Everything;
    static constexpr auto name = "public.answer_collection";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
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
