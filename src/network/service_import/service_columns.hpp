// What the columns of a table of services may mean, and what their headings say they do.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace network {

// service_import.field.CODE names it to people.
struct ServiceField {
    const char* code;
    std::vector<const char*> headings;    // in small plain letters, without signs; those of our own exports among them
};

std::span<const ServiceField> service_fields();
bool is_service_field(std::string_view code);

// „Tel. č. (služba)“ → tel c sluzba
std::string plain_heading(std::string_view);

// The field of each column, empty where the heading says none; each field once, the earlier column has it.
std::vector<std::string> guessed_mapping(const std::vector<std::string>& headings);

// Under which a mapping is remembered: the same headings in any order, however they are accented.
std::string headings_key(const std::vector<std::string>& headings);

}
