// The labels under which descriptions of services give their facts.
#pragma once

#include "platform/reading/passages/passages.hpp"

#include <vector>

namespace network {

enum DescribedField : int {
    no_field,
    provider_field,
    name_field,
    type_field,
    registration_field,
    target_field,
    not_for_field,
    age_field,
    form_field,
    capacity_field,
    where_field,    // a place or a territory: Kde
    address_field,
    territory_field,
    hours_field,
    contract_field,
    project_field,
    other_field,    // what is no fact of the service: office hours, payments, contacts
};

// Of data/service_labels.csv: a pattern, the field, and where it counts – "bare" also without a colon in an item,
// "told" only with a colon or as the first cell of a row, not as a heading.
const std::vector<passages::KnownLabel>& service_labels();

}
