// What the register says of a service, as a text that is kept and read again.
#pragma once

#include "network/register/register_fields.hpp"

namespace network {

std::string said_as_json(const RegisterService&);
RegisterService said_from_json(std::string_view);    // of what said_as_json wrote; anything else is a std::exception

// A difference of one field, and our own value where that was kept instead.
struct ShownDifference {
    RegisterDifference difference;
    std::string held{};    // empty: the register's value was or will be taken

    static void each_field(auto& shown, auto& visit) {
        visit("name", shown.difference.name), visit("about", shown.difference.about);
        visit("before", shown.difference.before), visit("after", shown.difference.after), visit("held", shown.held);
    }
};

std::vector<ShownDifference> shown_differences_from_json(std::string_view);
std::vector<std::string> texts_from_json(std::string_view);

}
