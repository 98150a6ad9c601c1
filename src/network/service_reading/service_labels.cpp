// The labels of services, from their data file.
#include "network/service_reading/service_labels.hpp"

#include "network/network.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace network {

namespace {

struct NamedField {
    std::string_view name;
    DescribedField field;
};

constexpr NamedField named_fields[] = {{"provider", provider_field}, {"name", name_field},
                                       {"type", type_field},         {"registration", registration_field},
                                       {"target", target_field},     {"not_for", not_for_field},
                                       {"age", age_field},           {"form", form_field},
                                       {"capacity", capacity_field}, {"where", where_field},
                                       {"address", address_field},   {"territory", territory_field},
                                       {"hours", hours_field},       {"contract", contract_field},
                                       {"project", project_field},   {"other", other_field}};

DescribedField field_named(std::string_view name) {
    auto found = std::ranges::find(named_fields, name, &NamedField::name);
    if (found == std::end(named_fields)) throw std::logic_error{"no such field: " + std::string{name}};
    return found->field;
}

std::vector<passages::KnownLabel> carried_labels() {
    std::vector<passages::KnownLabel> labels;
    for (auto& [pattern, field, where, rest] :
         passages::pattern_rows(files(), "network/service_reading/data/service_labels.csv"))
        labels.push_back({pattern, field_named(field), where == "bare", where != "told"});
    return labels;
}

}

const std::vector<passages::KnownLabel>& service_labels() {
    static const auto labels = carried_labels();
    return labels;
}

}
