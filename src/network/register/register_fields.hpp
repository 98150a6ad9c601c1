// A service as a list of fields with texts: for showing what changed from one day's file to the next, and for finding
// quickly that nothing did.
#pragma once

#include "network/register/register_service.hpp"

#include <array>

namespace network {

struct RegisterField {
    std::string name;     // text key is register.field.NAME
    std::string about;    // which one: a target group's code, a form, a facility's name; else empty
    std::string text;

    auto operator<=>(const RegisterField&) const = default;
};

// In an order that does not depend on the order in the file, which changes from day to day.
std::vector<RegisterField> fields_of(const RegisterService& service);

struct RegisterDifference {
    std::string name, about, before, after;    // one of the texts is empty for what came or went
};

std::vector<RegisterDifference> differences(const RegisterService& before, const RegisterService& after);

using RegisterFingerprint = std::array<unsigned char, 32>;

// BLAKE2b over the fields: equal when nothing that we read has changed.
RegisterFingerprint fingerprint(const RegisterService& service);

}
