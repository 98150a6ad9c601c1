// A text without capitals and accents: what people type who have no time for háčky.
#pragma once

#include <string>
#include <string_view>

namespace i18n {

// „Pečovatelská SLUŽBA“ → „pecovatelska sluzba“; ß → ss, ł → l; Cyrillic only in lower case; spaces and dashes stay;
// a byte that is no UTF-8 becomes ?.
std::string fold(std::string_view);

}
