// Where a document announces the services that it describes.
#pragma once

#include "network/service_reading/service_labels.hpp"
#include "network/service_reading/service_type_names.hpp"

#include <vector>

namespace network {

struct Announced {
    const ServiceType* type = nullptr;
    std::size_t passage = 0, begin = 0;     // of all passages: the one that announces, the first that belongs to it
    bool labelled = false, told = false;    // by a label; by a sentence of prose
    bool ended = false;                     // the service is no longer, or not yet: what follows is nobody's
    std::size_t column = 0, columns = 1;
    std::size_t end = std::size_t(-1);    // behind the last that may belong to it
};

// In the order of the document.
std::vector<Announced> announcements(const std::vector<passages::Passage>&);

// Types that some sentence of the document names together with a paragraph or a number of the register.
std::vector<const ServiceType*> certain_types(const std::vector<passages::Passage>&);

// A heading above what others do: "Kam se ještě obrátit".
bool opens_others(const passages::Passage&);

std::size_t words_of(const passages::Tokens&);

}
