// Reads Unicode letters one by one and says what each is without case and accents, so that „Pečovatelská“ and
// "PECOVATELSKA" are one word.
#pragma once

#include <string>
#include <string_view>

namespace search {

// What stands for a byte that is not UTF-8; never a letter.
constexpr char32_t broken = 0xFFFD;

// Takes the next character off the text, which must not be empty.
char32_t take(std::string_view& text);

bool is_letter(char32_t);
bool is_accent(char32_t);    // a combining mark, as some systems write „á“ in two characters
bool is_digit(char32_t);     // 0–9 only

char32_t lower(char32_t);
char32_t plain(char32_t);    // lower case without its accent: Ř → r; a letter of another script stays itself

void append(std::string& text, char32_t);

// All of a text in lower case without accents; everything that is no letter stays.
std::string fold(std::string_view);

}
