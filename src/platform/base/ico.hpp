// IČO, the number by which organisations in Czechia are told apart.
#pragma once

#include <string_view>

// 8 digits, the last one checks the others: weights 8 to 2, modulo 11.
bool is_ico(std::string_view ico);
