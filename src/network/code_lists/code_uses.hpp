// Which records bear a code, counted.
#pragma once

#include "platform/db/session.hpp"
#include "platform/time/date.hpp"

namespace network {

struct CodeUse {
    std::string what;    // services, places, networks…: text keys code_lists.use.WHAT
    std::int64_t count{};

    static void each_field(auto& use, auto& visit) { visit("what", use.what), visit("count", use.count); }
};

// Those that bear it on the day or will after it, as far as we know; kinds of records without any are left out.
std::vector<CodeUse> uses_of(db::Session&, const std::string& list, const std::string& code, Date day);
std::int64_t all_of(const std::vector<CodeUse>&);

}
