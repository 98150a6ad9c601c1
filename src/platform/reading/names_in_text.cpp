// Where a name begins, how far it goes, and what of it are titles.
#include "platform/reading/names_in_text.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/name_words.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>
#include <array>

namespace reading {

namespace {

bool is_particle(std::string_view low) {
    static constexpr std::array<std::string_view, 12> particles = {"van", "den", "von", "de",  "der", "di",
                                                                   "ml",  "st",  "ml.", "st.", "al",  "da"};
    return std::ranges::find(particles, low) != particles.end();
}

// Titles, „paní“, „ředitelka“ and their like before the name.
std::size_t past_address(const std::vector<std::string>& words, bool& titled) {
    auto& forms = words_of("forms_of_address");
    std::size_t at = 0;
    for (; at < words.size(); ++at) {
        bool title = is_title(words[at]);
        titled = titled || title;
        if (!title && !(forms.contains(bare_word(words[at])) && !is_initial(words[at]))) break;
    }
    return at;
}

void add_word(NameTry& name, std::string_view word) {
    if (!name.name.empty()) name.name += ' ';
    name.name += word, ++name.words;
}

// Takes the words of the name from here on; where they end, and nothing where the first ones are those of no name.
std::optional<std::size_t> take_name(const std::vector<std::string>& words, std::size_t at, NameTry& name) {
    bool known_first = false, surname_like = false;
    for (; at < words.size() && name.words < 6; ++at) {
        auto& word = words[at];
        if (is_title(word)) {
            name.titled = true;
            continue;
        }
        if (name.words > 0 && is_particle(plain_small(word))) {
            name.name += ' ' + word;
            continue;
        }
        if (!begins_with_capital(word) || word.find_first_of("0123456789\"@/:&+") != word.npos) break;
        auto bare = bare_word(word);
        if (bare.empty()) break;
        if (words_of("not_a_name").contains(bare)) {
            if (!name.titled && !known_first) return {};
            break;
        }
        if (word.size() > 2 && word.ends_with('.') && !is_initial(word)) {    // the name ends its sentence
            add_word(name, std::string_view{word}.substr(0, word.size() - 1));
            ++at;
            break;
        }
        known_first = known_first || words_of("first_names").contains(bare) || is_initial(word);
        surname_like = surname_like || looks_like_surname_of_woman(bare);
        add_word(name, word);
    }
    name.sure = name.titled || known_first || surname_like;
    return at;
}

// „pan“ in any case, and what tells father and son apart.
bool is_no_part_of_name(std::string_view bare) {
    static constexpr std::array<std::string_view, 8> words = {"", "pan", "pani", "panem", "pana", "panu", "ml", "st"};
    return std::ranges::find(words, bare) != words.end();
}

}

std::optional<NameTry> name_at_beginning(std::string_view piece) {
    NameTry found;
    auto words = words_apart(parted_points(piece));
    auto end = take_name(words, past_address(words, found.titled), found);
    if (!end || found.words == 0) return {};
    for (auto at = *end; at < words.size(); ++at)
        if (!is_title(words[at])) found.rest += (found.rest.empty() ? "" : " ") + words[at];
    while (found.name.ends_with('.') && !found.name.ends_with("ml.") && !found.name.ends_with("st.") && found.words > 1)
        found.name.pop_back();
    return found;
}

std::optional<std::string> name_alone(std::string_view text) {
    auto name = name_at_beginning(squeezed(text));
    if (!name || !name->rest.empty()) return {};
    return name->name;
}

std::string without_titles(std::string_view text) {
    std::string inside, out;
    auto plain = without_brackets(text, inside);
    std::erase(plain, ',');
    for (auto& word : words_apart(parted_points(plain))) {
        auto bare = bare_word(word);
        if (is_title(word) || bare == "pan" || bare == "pani" ||
            (bare == "p" && word.ends_with('.') && out.empty() && words_apart(plain).size() > 2))
            continue;
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

std::vector<std::string> bare_name_words(std::string_view name) {
    std::vector<std::string> words;
    std::string inside;
    for (auto& word : words_apart(parted_points(without_brackets(name, inside)))) {
        if (is_title(word)) continue;
        if (auto bare = bare_word(word); !is_no_part_of_name(bare)) words.push_back(bare);
    }
    return words;
}

}
