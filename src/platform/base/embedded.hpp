// Files that the binary carries: texts, migrations, styles, code lists.  tools/embed.py defines NAME::files() for each
// capability, which declares it in its face.
#pragma once

#include <span>
#include <string_view>

namespace embedded {

struct File {
    std::string_view path;    // below src/, such as network/texts/cs.po
    std::string_view bytes;
};

}

namespace platform {
std::span<const embedded::File> files();
}
