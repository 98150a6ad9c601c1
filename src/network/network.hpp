// The face of network: the region's territory and its social services.
#pragma once

#include "platform/base/embedded.hpp"

namespace network {

std::span<const embedded::File> files();    // migrations, texts, code lists

}
