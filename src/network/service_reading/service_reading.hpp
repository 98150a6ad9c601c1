// Finds the services that a document describes, with their facts.
#pragma once

#include "network/service_reading/service_facts.hpp"

#include <string>

namespace network {

std::vector<ServiceFacts> read_services(const reading::TextDocument&);

// One JSON object {"services": […]}; what the document does not give is null or [].  "at" names for each fact the
// lines it was read from, counted from nought.
std::string services_json(const std::vector<ServiceFacts>&);

}
