// Which keys of the register file are read.  What is not listed never enters memory, and what may hold a person's name
// is passed over wherever it stands.
#pragma once

#include <string_view>

namespace network {

// Where in the file we are.  The elements of an array stand in the place of the array.
enum class RegisterPlace : unsigned char {
    root,
    items,
    item,
    reference,
    target_group,
    form,
    capacity,
    facility,
    address,
    street,
    provider,
    contact,
    value,    // text, number or yes/no; keys inside are not known
    loose,    // the register does not say how its inside is called: everything but persons is read
};

enum class KeyTreatment : unsigned char { read, passed_over, personal, unknown };

struct RegisterKey {
    std::string_view key;
    KeyTreatment treatment;
    RegisterPlace inside;
};

std::string_view name_of(RegisterPlace);    // as the file calls it, for warnings

RegisterKey register_key(RegisterPlace place, std::string_view key);

// Keys such as jmeno, prijmeni, titulPred, statutarniOrgany, vedouciZarizeni, kontaktniOsoba.
bool names_a_person(std::string_view key);

}
