// Checks what an administrator typed.
#include "platform/administration/people_forms.hpp"

#include "platform/mail/mail.hpp"

#include <algorithm>

namespace auth {

namespace {

// Codes of districts, four digits each, parted by spaces, commas or semicolons.
std::optional<std::vector<std::string>> read_districts(const std::string& typed) {
    std::vector<std::string> codes;
    std::string code;
    for (char c : typed + " ") {
        if (c >= '0' && c <= '9') code += c;
        else if (c != ' ' && c != ',' && c != ';' && c != '\r' && c != '\n') return {};
        else if (!code.empty()) {
            if (code.size() != 4) return {};
            codes.push_back(code), code.clear();
        }
    }
    return codes;
}

}

RoleForm::RoleForm(const http::Request& request, bool gives_role) : Form{request} {
    if (!gives_role) return;
    if (!role) problem("role", "people.role.missing");
    if (!scope) problem("dosah", "people.scope.missing");
    auto read = read_districts(text("obvody"));
    if (!read) problem("obvody", "people.districts.unreadable");
    else districts = *read;
    if (scope == Scope::area && read && read->empty()) problem("obvody", "people.districts.missing");
}

Grant RoleForm::grant(Id<Organisation> organisation) const {
    return {*role, *scope, organisation, {}, *scope == Scope::area ? districts : std::vector<std::string>{}};
}

PersonForm::PersonForm(const http::Request& request) : RoleForm{request, request.values.first("role") != no_role} {
    if (!mail::is_address(email)) problem("email", "people.email.wrong");
    if (name.empty()) problem("jmeno", "people.name.missing");
    if (name.size() > 200) problem("jmeno", "people.name.long");
    if (!organisation && new_organisation.empty()) problem("organizace", "people.organisation.missing");
    constexpr std::string_view kinds[] = {"region", "municipality", "provider", "other"};
    if (!organisation && !std::ranges::count(kinds, kind))
        problem("druh_organizace", "people.organisation.kind.missing");
}

}
