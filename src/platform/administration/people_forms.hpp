// What an administrator types about people: who they are, where they work, what they may do.
#pragma once

#include "platform/auth/people.hpp"
#include "platform/http/form.hpp"

namespace auth {

// A role with its reach; also part of the form for a new person.
struct RoleForm : http::Form {
    RoleForm() = default;
    explicit RoleForm(const http::Request& request) : RoleForm{request, true} {}
    std::optional<Role> role = role_from(text("role"));
    std::optional<Scope> scope = scope_from(text("dosah"));
    std::vector<std::string> districts{};    // ORP codes

    Grant grant(Id<Organisation> organisation) const;

protected:
    RoleForm(const http::Request&, bool gives_role);    // nothing of a role is asked where none is given
};

// Chosen instead of a role: mandates in working groups say all that the person may.
inline constexpr auto no_role = "bez-role";

struct PersonForm : RoleForm {
    PersonForm() = default;
    explicit PersonForm(const http::Request&);
    std::string email = plain_email(text("email"));
    std::string name = text("jmeno");
    std::optional<Id<Organisation>> organisation = Id<Organisation>::parse(text("organizace"));
    std::string new_organisation = text("nova_organizace");
    std::string kind = text("druh_organizace");

    bool gives_role() const { return text("role") != no_role; }
};

}
