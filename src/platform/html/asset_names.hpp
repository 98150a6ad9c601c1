// Under which names browsers find styles, scripts, icons and fonts; the real names carry a hash.
#pragma once

#include <string>
#include <string_view>

namespace html {

struct AssetNames {
    std::string style{"opora.css"};
    std::string script{"opora.js"};
    std::string icons{"icons.svg"};
    std::string font{"roboto-latin-wght-normal.woff2"};
    std::string favicon{"favicon.svg"};

    // manifest: lines of name in our source, name for browsers, media type, separated by tabs.
    static AssetNames from(std::string_view manifest);
};

inline const AssetNames without_hash;    // where no manifest is at hand, as in tests

}
