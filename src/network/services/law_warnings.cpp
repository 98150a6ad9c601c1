// Compares a service with the law's table of types and forms.
#include "network/services/law_warnings.hpp"

namespace network {

std::vector<LawWarning> law_warnings(const Service& service, const std::vector<ServiceForm>& forms,
                                     const CodeLists& lists, Date day) {
    std::vector<LawWarning> found;
    auto type = lists.find("service_types", service.type_code);
    if (!type || !type->validity.holds_on(day)) found.push_back({"law.type_not_valid", service.type_code, {}});
    for (auto& form : forms) {
        if (!form.validity.holds_on(day)) continue;
        auto allowed = lists.allowed(service.type_code, form.form_code, day);
        if (!allowed) found.push_back({"law.form_unknown", service.type_code, form.form_code});
        else if (!*allowed) found.push_back({"law.form_not_allowed", service.type_code, form.form_code});
    }
    return found;
}

}
