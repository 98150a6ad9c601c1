// Looks regions up in the table that the program carries.
#include "network/register/register_regions.hpp"

#include "network/network.hpp"
#include "platform/base/csv.hpp"

#include <algorithm>
#include <sstream>

namespace network {

const std::vector<RegisterRegion>& register_regions() {
    static const std::vector<RegisterRegion> regions = [] {
        std::vector<RegisterRegion> read;
        for (auto& file : files()) {
            if (file.path != "network/register/data/register_regions.csv") continue;
            std::istringstream text{std::string{file.bytes}};
            csv::Reader rows{text, {.required_columns = {"code", "register_code", "name"}}};
            auto cell = [&](const csv::Row& row, const char* column) { return std::string{row[rows.column(column)]}; };
            while (auto* row = rows.next())
                read.push_back({cell(*row, "code"), cell(*row, "register_code"), cell(*row, "name")});
        }
        return read;
    }();
    return regions;
}

std::string region_by_register_code(std::string_view code) {
    auto found = std::ranges::find(register_regions(), code, &RegisterRegion::register_code);
    return found == register_regions().end() ? "" : found->code;
}

std::string register_region_name(std::string_view nuts) {
    auto found = std::ranges::find(register_regions(), nuts, &RegisterRegion::code);
    return found == register_regions().end() ? std::string{nuts} : found->name;
}

RegisterPlaces places_of(const RegisterService& service, const Territory& territory) {
    RegisterPlaces places;
    auto add = [&](const RegisterAddress& at) {
        auto town = territory.municipality(at.municipality_code);
        auto region = town ? town->region_code : region_by_register_code(at.region_code);
        if (!region.empty() && std::ranges::find(places.regions, region) == places.regions.end())
            places.regions.push_back(region);
        if (town) places.orps.insert(town->orp_code);
    };
    for (auto& facility : service.facilities)
        if (facility.address) add(*facility.address);
    if (places.regions.empty() && service.provider.address) add(*service.provider.address);
    return places;
}

bool concerns_region(const RegisterService& service, std::string_view nuts) {
    auto in = [&](const std::optional<RegisterAddress>& at) {
        return at && region_by_register_code(at->region_code) == nuts;
    };
    return in(service.provider.address) ||
           std::ranges::any_of(service.facilities, [&](auto& facility) { return in(facility.address); }) ||
           std::ranges::any_of(service.extended_regions,
                               [&](auto& code) { return region_by_register_code(code) == nuts; });
}

}
