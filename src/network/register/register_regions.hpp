// Regions as the register numbers them, beside the codes by which everybody else knows them.
#pragma once

#include "network/register/register_service.hpp"
#include "network/territory/territory.hpp"

namespace network {

struct RegisterRegion {
    std::string code;             // NUTS 3: CZ051
    std::string register_code;    // of the register of territory: 78
    std::string name;
};

const std::vector<RegisterRegion>& register_regions();
std::string region_by_register_code(std::string_view);      // empty where it is not known
std::string register_region_name(std::string_view nuts);    // the code itself where it is not known

// Where a service lies: regions of its places, else of its provider's seat, and the districts of what territory we
// hold.
struct RegisterPlaces {
    std::vector<std::string> regions;    // NUTS 3, in the order of its places
    std::set<std::string> orps;
};
RegisterPlaces places_of(const RegisterService&, const Territory&);

// Whether the region has to do with it: a place or seat there, or registered to go there as well.
bool concerns_region(const RegisterService&, std::string_view nuts);

}
