// Whether two names mean one person: an initial for a first name, another order, another case.
#include "platform/reading/name_words.hpp"
#include "platform/reading/names_in_text.hpp"

#include <algorithm>

namespace reading {

namespace {

// Without the ending that changes: -a, -ová and -ý; of -ová its ov stays.
std::string stem_of(std::string_view name) {
    for (std::string_view ending : {"ova", "a", "e", "y", "i", "o"})
        if (name.size() > ending.size() + 2 && name.ends_with(ending))
            return std::string{name.substr(0, name.size() - ending.size())} + (ending == "ova" ? "ov" : "");
    return std::string{name};
}

bool is_stem_with_ending(std::string_view word, std::string_view stem) {
    static constexpr std::string_view endings[] = {"",    "a",   "u",    "e",   "i",   "y",   "o",  "ou",
                                                   "ovi", "em",  "im",   "ym",  "eho", "emu", "ho", "mu",
                                                   "m",   "ove", "ovou", "ech", "ata", "ete"};
    if (stem.size() < 2 || !word.starts_with(stem)) return false;
    return std::ranges::find(endings, word.substr(stem.size())) != std::end(endings);
}

// Eva, Evu, Evě: too short to lose its ending.
bool is_form_of_short_name(std::string_view word, std::string_view name) {
    if (!word.starts_with(name.substr(0, 2))) return false;
    auto ending = word.substr(2);
    return ending == "u" || ending == "e" || ending == "y" || ending == "ou";
}

}

bool same_person(std::string_view one, std::string_view other) {
    auto a = bare_name_words(one), b = bare_name_words(other);
    if (a.empty() || b.empty()) return false;
    bool initial = a.back() == b.back() && a.size() > 1 && b.size() > 1 && a.front()[0] == b.front()[0] &&
                   (a.front().size() == 1 || b.front().size() == 1);
    std::ranges::sort(a), std::ranges::sort(b);
    return initial || a == b;
}

bool may_be_form_of(std::string_view word, std::string_view name) {
    if (word == name) return true;
    if (name.size() == 3 && name.ends_with('a')) return is_form_of_short_name(word, name);
    auto stem = stem_of(name);
    if (is_stem_with_ending(word, stem)) return true;
    if (stem.size() < 4) return false;
    // -ek, -ec and -el lose their e; h and k soften
    auto last = stem.back();
    auto before = stem.substr(0, stem.size() - 1);
    if (before.ends_with('e') && is_stem_with_ending(word, before.substr(0, before.size() - 1) + last)) return true;
    return (last == 'k' && is_stem_with_ending(word, before + 'c')) ||
           (last == 'h' && is_stem_with_ending(word, before + 'z'));
}

std::optional<std::string> person_meant(std::string_view printed, const std::vector<std::string>& known) {
    auto words = bare_name_words(printed);
    if (words.empty()) return {};
    std::optional<std::string> found;
    for (auto& person : known) {
        auto names = bare_name_words(person);
        bool all = std::ranges::all_of(words, [&](auto& word) {
            return std::ranges::any_of(
                names, [&](auto& name) { return word.size() == 1 ? name[0] == word[0] : may_be_form_of(word, name); });
        });
        if (!all) continue;
        if (found) return {};    // two could be meant: a question for a person
        found = person;
    }
    return found;
}

}
