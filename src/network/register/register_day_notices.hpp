// Planners learn what the register changed since yesterday, and once that it cannot be had.
#pragma once

#include "network/keeping.hpp"
#include "network/register/register_import.hpp"
#include "platform/i18n/texts.hpp"

namespace network {

// 3 nové, 12 změněných, 1 k rozhodnutí
std::string counts_in_words(const RegisterImport&, const i18n::Texts&);

void tell_of_day(const Author&, const RegisterImport&);
void tell_of_failed_day(const Author&, const std::string& error_key, const std::vector<std::string>& values);

}
