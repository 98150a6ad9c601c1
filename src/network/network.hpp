// The face of network: the region's territory and its social services.
#pragma once

#include "platform/base/embedded.hpp"
#include "platform/history/history.hpp"

namespace network {

std::span<const embedded::File> files();    // migrations, texts, code lists

// The demonstration region: code lists, territory, providers and services of Liberecký kraj, real and invented.
// Expects a migrated database without a network, in the author's transaction.
void load_sample(const history::Author&);

}
