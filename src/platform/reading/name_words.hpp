// Words of names, and what stands around them: titles, initials, particles, brackets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

std::string bare_word(std::string_view word);    // its plain small letters and figures alone
bool is_title(std::string_view word);            // with a point behind it, or one that has no other meaning
bool is_initial(std::string_view word);          // J. or Ch.
bool begins_with_capital(std::string_view word);
bool is_first_name(std::string_view word);
bool looks_like_surname_of_woman(std::string_view bare);

std::vector<std::string> words_apart(std::string_view text);
std::string from_word(const std::vector<std::string>& words, std::size_t at);    // that one and all behind it
bool only_titles(std::string_view text);

// What stood in brackets goes behind what is inside already.
std::string without_brackets(std::string_view text, std::string& inside);
std::string parted_points(std::string_view text);    // „J.Novák“, „Ing.Novák“ are written in one

// „vedoucí, omluvena“
void add_with_comma(std::string& list, std::string_view more);

struct NameTry {
    std::string name{};
    std::string rest{};    // role that follows without a sign
    bool titled = false, sure = false;
    int words = 0;
};

// The words of a name without titles, brackets and „pan“.
std::vector<std::string> bare_name_words(std::string_view name);

// The longest name at the beginning of a piece: capitals, initials and particles.
std::optional<NameTry> name_at_beginning(std::string_view piece);

}
