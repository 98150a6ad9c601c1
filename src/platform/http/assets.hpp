// What browsers load: styles, scripts, icons, fonts, under names that carry a hash of their bytes.  tools/assets.mjs
// makes them, the binary carries them; a name that ends in .gz or .br is the same file compressed.
#pragma once

#include "platform/base/embedded.hpp"

namespace assets {
std::span<const embedded::File> files();    // manifest.txt among them: name in assets/, name here, media type
}
