// Bytes of a text that somebody handed us, as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reading {

// UTF-8 and UTF-16 by their marks, UTF-8 where it is, otherwise windows-1250 or ISO 8859-2, whichever gives Czech.
std::string decoded(std::string_view bytes);

// As a header or a page says; what is UTF-8 in spite of that stays so, an unknown name is guessed.
std::string decoded(std::string_view bytes, std::string_view charset);

void append_utf8(std::string&, char32_t);
char32_t next_character(std::string_view text, std::size_t& at);    // of valid UTF-8; what is not comes byte by byte

// Blanks of every kind, several as one, none at the ends; soft hyphens and marks without width left out.
std::string squeezed(std::string_view text);

}
