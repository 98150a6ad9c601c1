// Where the register's file is put every night, as the operator configures it.
#pragma once

#include "platform/time/time_of_day.hpp"

#include <filesystem>
#include <string>

namespace network {

struct RegisterSettings {
    std::string source{};               // a folder, a file, or http(s)://…; empty: nobody asks for it
    TimeOfDay earliest{5 * 60};         // of the day in Prague
    std::filesystem::path uploads{};    // where a file on its way lies
    std::string region{};               // NUTS 3 of our territory; empty: the whole country

    bool asks() const { return !source.empty(); }
};

bool is_web_address(const std::string& source);
// For people: without the name, the password and the query of an address.
std::string shown_source(const std::string& source);

}
