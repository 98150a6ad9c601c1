// Services that a document parts by its chapters, cards or points, one number of the register in each.
#pragma once

#include "network/service_reading/service_announced.hpp"

namespace network {

// Of the kind of heading or of numbered point that parts most of them; empty where fewer than two are so parted.
std::vector<Announced> announced_by_chapters(const std::vector<passages::Passage>&);

}
