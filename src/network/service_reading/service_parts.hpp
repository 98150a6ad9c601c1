// Cuts a document into the descriptions of single services that it holds.
#pragma once

#include "network/service_reading/service_labels.hpp"
#include "network/service_reading/service_type_names.hpp"

#include <deque>
#include <memory>
#include <vector>

namespace network {

struct ServicePart {
    const ServiceType* type = nullptr;
    reading::Place type_at{};
    std::vector<const passages::Passage*> passages{};    // in the order of the document
    std::vector<const passages::Passage*>
        before{};    // what stands before the first of the services, or this one's neighbours
    std::vector<const passages::Passage*> common{};                   // what the document says of all its services
    std::vector<const passages::Passage*> own{};                      // in turn: what names this service alone
    bool in_turn = false;                                             // made of sentences about several services
    std::shared_ptr<const std::deque<passages::Passage>> pieces{};    // of passages that speak of several services
};

// One for each service described; of several columns of a table one each.  Where nothing announces a service, the
// type that is spoken of most is one, and the whole document its description.
std::vector<ServicePart> service_parts(const std::vector<passages::Passage>&);

// The passage says that this is not done, or no longer.
bool denies(const passages::Tokens&);

}
