// Our open data as the national catalogue harvests them: the interface of catalogues of open data of 28. 5. 2024
// (https://ofn.gov.cz/dcat-ap-cz-rozhraní-katalogů-otevřených-dat/2024-05-28/), DCAT-AP-CZ in JSON-LD.
#pragma once

#include "platform/http/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace network {

// /otevrena-data/katalog.jsonld: who publishes, and the addresses of all sets.
std::string data_catalogue(const http::SiteFacts&);

// One set with its files and services, by the name of its file without the ending; nothing where there is none.
std::optional<std::string> data_set(const http::SiteFacts&, const std::string& name);

std::vector<std::string> data_set_names();

}
