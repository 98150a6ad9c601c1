// Cuts a text into its words.
#include "platform/search/words.hpp"

#include "platform/search/fold.hpp"

namespace search {

namespace {

constexpr std::size_t longest_word_bytes = 64;
constexpr char32_t paragraph_sign = 0xA7, no_break_space = 0xA0;

bool in_word(char32_t letter) { return is_letter(letter) || is_digit(letter) || is_accent(letter); }

char32_t ahead(std::string_view text) { return text.empty() ? 0 : take(text); }

void skip_spaces(std::string_view& text) {
    for (auto next = ahead(text); next == ' ' || next == no_break_space; next = ahead(text)) take(text);
}

void add(Word& word, char32_t letter) {
    if (word.folded.size() >= longest_word_bytes) return;
    if (is_accent(letter)) return;
    word.capitals = word.capitals && letter != lower(letter);
    append(word.text, lower(letter));
    append(word.folded, plain(letter));
}

// The run of letters at the front.  Its number is how many letters it has.
std::size_t take_run(std::string_view& text, Word& word) {
    std::size_t letters = 0;
    for (auto rest = text; !rest.empty(); text = rest, ++letters) {
        auto letter = take(rest);
        if (!in_word(letter)) break;
        add(word, letter);
    }
    return letters;
}

// After one letter and its full stop: does another initial follow?  "o. p. s." yes, "varianta b. V Semilech" no.
bool another_initial(std::string_view rest, bool attached) {
    if (!is_letter(ahead(rest))) return false;
    take(rest);
    auto after = ahead(rest);
    return after == '.' || (attached && !in_word(after));
}

void take_initials(std::string_view& text, Word& word) {
    while (ahead(text) == '.') {
        auto rest = text.substr(1);
        auto attached = rest.size();
        skip_spaces(rest);
        if (!another_initial(rest, attached == rest.size())) return;
        add(word, take(rest));
        text = rest;
    }
}

void take_word(std::string_view& text, Word& word) {
    if (ahead(text) == paragraph_sign) {
        auto rest = text;
        take(rest);
        skip_spaces(rest);
        if (!is_digit(ahead(rest))) return void(take(text));
        add(word, paragraph_sign);
        text = rest;
        take_run(text, word);
        return;
    }
    bool letter = is_letter(ahead(text));
    if (take_run(text, word) != 1 || !letter) return;
    take_initials(text, word);
    if (ahead(text) == '-' && is_letter(ahead(text.substr(1)))) take(text), take_run(text, word);
}

}

std::vector<Word> words(std::string_view text) {
    std::vector<Word> found;
    found.reserve(text.size() / 7 + 1);
    while (!text.empty()) {
        auto next = ahead(text);
        if (!is_letter(next) && !is_digit(next) && next != paragraph_sign) {
            take(text);
            continue;
        }
        Word word{.capitals = true};
        take_word(text, word);
        if (!word.folded.empty()) found.push_back(std::move(word));
    }
    return found;
}

}
