// Reads the manifest that tools/assets.mjs wrote.
#include "platform/html/asset_names.hpp"

namespace html {

AssetNames AssetNames::from(std::string_view manifest) {
    AssetNames names;
    auto line_of = [&](std::string& name) {
        for (auto rest = manifest; !rest.empty(); rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1))) {
            if (!rest.starts_with(name + '\t')) continue;
            auto real = rest.substr(name.size() + 1);
            name = real.substr(0, real.find('\t'));
            return;
        }
    };
    for (auto name : {&names.style, &names.script, &names.icons, &names.font, &names.favicon}) line_of(*name);
    return names;
}

}
