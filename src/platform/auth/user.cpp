// Roles and scopes as they are stored and shown.
#include "platform/auth/user.hpp"

const char* to_text(Role role) {
    switch (role) {
    case Role::administrator: return "administrator";
    case Role::regional_planner: return "regional_planner";
    case Role::planning_coordinator: return "planning_coordinator";
    case Role::provider_director: return "provider_director";
    case Role::key_worker: return "key_worker";
    case Role::project_manager: return "project_manager";
    case Role::auditor: return "auditor";
    }
    return "";
}

const char* to_text(Scope scope) {
    switch (scope) {
    case Scope::own: return "own";
    case Scope::team: return "team";
    case Scope::organisation: return "organisation";
    case Scope::area: return "area";
    case Scope::region: return "region";
    }
    return "";
}

std::optional<Role> role_from(std::string_view text) {
    for (auto role : all_roles)
        if (text == to_text(role)) return role;
    return {};
}

std::optional<Scope> scope_from(std::string_view text) {
    for (auto scope : all_scopes)
        if (text == to_text(scope)) return scope;
    return {};
}
