// Czech typography of plain text, as a careful typist would set it.
#pragma once

#include <string>
#include <string_view>

namespace html {

// Spaces that do not break after one-letter words, in dates, numbers, abbreviations and before units and dashes; a real
// dash in ranges, which no line ends after; „quotes“.  E-mail and web addresses and telephone numbers stay as they are.
// Doing it twice changes nothing.
std::string czech_typography(std::string_view);

}
