// What the law would not allow a service: said to a person, never a reason to drop a row.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/services/service_form.hpp"

namespace network {

struct LawWarning {
    std::string text_key{};    // law.form_not_allowed, law.form_unknown, law.type_not_valid
    std::string type_code{};
    std::string form_code{};    // empty where the type itself is meant
};

std::vector<LawWarning> law_warnings(const Service&, const std::vector<ServiceForm>&, const CodeLists&, Date day);

}
