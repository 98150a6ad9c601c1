// Who may do what with the network.
#pragma once

#include "network/register/register_import.hpp"
#include "network/services/service.hpp"
#include "platform/auth/permissions.hpp"

#include <set>

namespace network {

// A public service, as permissions see it: found by its readable name, old ones included.
struct ServiceInView {
    Service service;
    std::string asked;                      // the slug that was asked for
    std::vector<std::string> districts{};   // ORP codes that it reaches

    static std::optional<ServiceInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return service.id.uuid; }
    bool renamed() const { return asked != service.slug; }
    Lies lies() const { return {.organisation = service.kept.organisation_id, .districts = districts}; }
};

// Services that reach a district, as permissions count it: the same rule for a list as for one service.
std::set<Id<Service>> services_reaching(db::Session&, const std::string& orp_code);

struct ProviderInView {
    Provider provider;
    std::string asked;

    static std::optional<ProviderInView> find(db::Session&, const std::string& named);
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return provider.id.uuid; }
    bool renamed() const { return asked != provider.slug; }
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

// The region's staff keep the catalogue: a planner the whole region, a coordinator the districts of the grant.
struct EditService {
    using About = ServiceInView;
    static constexpr auto name = "network.edit_service";
    static bool allows(const User& user, const ServiceInView& view) {
        return user.reaches(Role::regional_planner, view.lies()) || user.reaches(Role::planning_coordinator, view.lies());
    }
};

struct EditProvider {
    using About = ProviderInView;
    static constexpr auto name = "network.edit_provider";
    static bool allows(const User& user, const ProviderInView& view) {
        return user.reaches(Role::regional_planner, {.organisation = view.provider.kept.organisation_id});
    }
};

// New records, lists of the staff, reports of mistakes.
struct KeepCatalogue {
    using About = Everything;
    static constexpr auto name = "network.keep_catalogue";
    static bool allows(const User& user, const Everything&) { return user.reaches(Role::regional_planner, Lies::everywhere()); }
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
    static bool allows(const User& user, const Everything&) { return user.reaches(Role::regional_planner, Lies::everywhere()); }
};

// One import of it.
struct ReviewImport {
    using About = RegisterImport;
    static constexpr auto name = "network.review_import";
    static bool allows(const User& user, const RegisterImport&) { return user.reaches(Role::regional_planner, Lies::everywhere()); }
};

}

}
