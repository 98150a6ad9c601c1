// One element of polozky, already parsed, becomes a RegisterService.
#pragma once

#include "network/register/register_file.hpp"

#include <boost/json/value.hpp>

namespace network {

// What in an item makes the whole file untrustworthy; the reader adds where it stands.
struct RegisterRefusal {
    RegisterFault kind;
    std::vector<std::string> values;
};

// Throws RegisterRefusal for an essential key of a wrong type.
RegisterService register_service_from(const boost::json::value& item, const RegisterFileOptions& options,
                                      RegisterFileSummary& summary);

}
