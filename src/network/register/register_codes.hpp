// Which codes of the register are known, and which form of service the law allows for which type.  Data, not law in
// code.
#pragma once

#include "network/code_lists/code_list.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace network {

// An empty list means that nothing is known of it, so nothing is checked.
struct RegisterCodes {
    struct Type {
        std::set<std::string> forms;    // allowed; empty when the law's rule is not known to us
        std::optional<Date> ends_on;    // first day when the law no longer knows it
    };

    std::map<std::string, Type> types;
    std::set<std::string> target_groups, age_bands, forms, units;
};

// Reads a table with the columns list, code, forms, ends_on; list is one of type, target_group, age_band, form, unit.
// Throws csv::Error, or std::runtime_error for a list that it does not know.
RegisterCodes register_codes_from_csv(std::string_view table);

// What the program carries (data/register_codes.csv).
const RegisterCodes& carried_register_codes();

// The same with the age bands of our lists: by our own code, and by the register's where the list's column
// register_code has one.
RegisterCodes register_codes_known(const CodeLists&, Date day);

// Our age band for one of the register's codes; nothing where it is not known, because a wrong age sends people to the
// wrong door.
const CodeListItem* age_band_said(const CodeLists&, const std::string& code);
}
