// Reads gettext's .po files: the entries that a translator has finished.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace i18n {

struct PoEntry {
    std::string key;                   // msgid
    bool plural = false;               // has a msgid_plural
    std::vector<std::string> forms;    // one, or the plural forms in their order
};

// Leaves out the head, obsolete (#~), fuzzy and empty entries.  Throws std::runtime_error „FILE:LINE: what is wrong“.
std::vector<PoEntry> parse_po(std::string_view bytes, std::string_view file);

}
