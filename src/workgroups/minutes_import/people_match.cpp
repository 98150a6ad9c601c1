// Compares names as people write them.
#include "workgroups/minutes_import/people_match.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

namespace {

// Small letters without accents; an initial without its point.
std::vector<std::string> words_of_name(const std::string& name) {
    auto plain = reading::plain_small(reading::without_titles(name));
    std::ranges::replace(plain, '.', ' ');
    auto words = text::parted(plain, " ");
    for (std::string_view beside : {"s", "se", "pan", "pani", "panem", "pana", "panu"})
        if (words.size() > 1 && words.front() == beside && name.find('.') != 1) words.erase(words.begin());
    return words;
}

// How well the words of a name fit those of a known one; 0: they do not.
enum Likeness { none, by_form, by_surname, by_initial, same };

bool is_initial(const std::string& word) { return word.size() == 1; }

bool fits_word(const std::string& word, const std::string& known) {
    return is_initial(word) ? known.starts_with(word) : word == known;
}

// Each word of the shorter one has a partner of its own in the longer one, in order or not.
bool all_fit(std::vector<std::string> words, std::vector<std::string> known, auto&& fits) {
    if (words.size() > known.size()) return false;
    for (auto& word : words) {
        auto partner = std::ranges::find_if(known, [&](auto& other) { return fits(word, other); });
        if (partner == known.end()) return false;
        known.erase(partner);
    }
    return true;
}

Likeness likeness(const std::vector<std::string>& words, const std::vector<std::string>& known) {
    if (words.empty() || known.empty()) return none;
    auto sorted = words, others = known;
    std::ranges::sort(sorted), std::ranges::sort(others);
    if (sorted == others) return same;
    bool has_initial = std::ranges::any_of(words, is_initial), all_initials = std::ranges::all_of(words, is_initial);
    if (all_initials) return none;
    // A surname alone: a first name says too little of anybody.
    auto is_surname = [&](const std::string& word) { return word != known.front() || known.size() == 1; };
    bool surname = std::ranges::any_of(words, [&](auto& word) {
        return std::ranges::any_of(known, [&](auto& other) { return word == other && is_surname(other); });
    });
    if (surname && all_fit(words, known, fits_word)) return has_initial ? by_initial : by_surname;
    // A known person whom the list has with an initial only.
    if (std::ranges::any_of(known, is_initial) && words.size() == known.size() && words.back() == known.back() &&
        words.front()[0] == known.front()[0])
        return by_initial;
    auto form = [](const std::string& word, const std::string& other) {
        return is_initial(word) ? other.starts_with(word) : reading::may_be_form_of(word, other);
    };
    bool surname_form = std::ranges::any_of(words, [&](auto& word) {
        return !is_initial(word) && std::ranges::any_of(known, [&](auto& other) {
            return is_surname(other) && reading::may_be_form_of(word, other);
        });
    });
    return surname_form && all_fit(words, known, form) ? by_form : none;
}

}

std::string PersonMatch::question() const {
    switch (fits) {
    case one: return {};
    case several: return "two_fit";
    case perhaps_two: return "one_or_two";
    case nobody: break;
    }
    return "nobody_fits";
}

bool perhaps_two_people(const std::string& printed) {
    auto words = words_of_name(printed);
    if (words.size() != 2 || std::ranges::any_of(words, is_initial)) return false;
    auto& first_names = reading::words_of("first_names");
    return std::ranges::none_of(words, [&](auto& word) { return first_names.contains(word); }) &&
           printed.find('-') == std::string::npos;
}

PersonMatch match_person(const std::string& printed, const std::vector<KnownPerson>& people) {
    auto words = words_of_name(printed);
    PersonMatch match;
    auto best = none;
    for (auto& person : people) {
        auto how = likeness(words, words_of_name(person.name));
        if (how == none || how < best) continue;
        if (how > best) match.candidates.clear(), best = how;
        if (std::ranges::find(match.candidates, person.id, &KnownPerson::id) == match.candidates.end())
            match.candidates.push_back(person);
    }
    if (match.candidates.size() == 1) {
        match.fits = PersonMatch::one, match.planner_id = match.candidates.front().id;
    } else if (match.candidates.size() > 1) {
        match.fits = PersonMatch::several;
    } else if (perhaps_two_people(printed)) {
        match.fits = PersonMatch::perhaps_two;
        for (auto& word : text::parted(printed, " "))
            for (auto& one : match_person(word, people).candidates)
                if (std::ranges::find(match.candidates, one.id, &KnownPerson::id) == match.candidates.end())
                    match.candidates.push_back(one);
    }
    return match;
}

}
