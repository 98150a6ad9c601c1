#include "workgroups/minutes_reading/people_by_shape.hpp"

#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>
#include <map>

namespace workgroups {

using namespace reading;

namespace {

// First names that begin with the same two letters.
const std::vector<std::string>& names_like(const std::string& low) {
    static const std::map<std::string, std::vector<std::string>> by_beginning = [] {
        std::map<std::string, std::vector<std::string>> all;
        for (auto& name : words_of("first_names")) all[name.substr(0, 2)].push_back(name);
        return all;
    }();
    static const std::vector<std::string> none;
    auto found = by_beginning.find(low.substr(0, 2));
    return found == by_beginning.end() ? none : found->second;
}

bool is_woman_by_name(const std::string& low) {
    return low.ends_with('a') || low.ends_with("ie") || low.ends_with("e");
}

// The first name of that sex whose form this is, the one most like it.
std::optional<std::string> first_name_of(const std::string& low, bool woman) {
    std::optional<std::string> best;
    std::size_t shared = 0;
    for (auto& name : names_like(low)) {
        if (is_woman_by_name(name) != woman || name.size() < 3 || !may_be_form_of(low, name)) continue;
        auto same = std::size_t(std::ranges::mismatch(low, name).in1 - low.begin());
        if (!best || same > shared || (same == shared && name.size() < best->size())) best = name, shared = same;
    }
    return best;
}

bool is_first_name_form(const std::string& low) {
    if (low.size() < 3) return false;
    if (words_of("first_names").contains(low)) return true;
    return std::ranges::any_of(names_like(low),
                               [&](auto& name) { return name.size() >= 3 && may_be_form_of(low, name); });
}

// The printed letters as far as they agree, then the rest of the known form.
std::string with_ending(const std::string& printed, const std::string& low_wanted) {
    Letters letters{printed};
    std::size_t same = 0;
    while (same < letters.size() && same < low_wanted.size() && letters.low[same] == low_wanted[same]) ++same;
    auto stem = letters.cut(0, same);
    if (stem.ends_with("ř") && printed.ends_with("ře")) stem.replace(stem.size() - 2, 2, "r");    // „Barboře“
    return stem + low_wanted.substr(same);
}

bool is_consonant(char c) { return std::string_view{"aeiouy"}.find(c) == std::string_view::npos; }

// „Jalovc“ is Jalovec, „Havlíčk“ Havlíček.
std::string with_vowel_before_end(std::string stem) {
    auto low = plain_small(stem);
    if (low.size() > 3 && (low.back() == 'k' || low.back() == 'c') && is_consonant(low[low.size() - 2]) &&
        low[low.size() - 2] != 'l' && low[low.size() - 2] != 'r')
        stem.insert(stem.size() - 1, "e");
    return stem;
}

std::string surname_of_man(const std::string& printed) {
    Letters letters{printed};
    auto& low = letters.low;
    auto without = [&](std::size_t count) { return letters.cut(0, letters.size() - count); };
    if (low.size() < 4) return printed;
    if (low.ends_with("eho") || low.ends_with("emu")) return without(3) + "ý";
    if (low.ends_with("iho") || low.ends_with("imu")) return without(3) + "í";
    if (low.ends_with("ovi")) return with_vowel_before_end(without(3));
    if (printed.ends_with("ým")) return without(2) + "ý";
    if (low.ends_with("em")) return with_vowel_before_end(without(2));
    if (low.ends_with("ce")) return without(2) + "ec";
    if (low.ends_with('a') || low.ends_with('u') || low.ends_with('e') || low.ends_with('i'))
        return with_vowel_before_end(without(1));
    return low.ends_with('y') ? without(1) + "a" : low.ends_with("ou") ? without(2) + "a" : printed;
}

struct Word {
    std::size_t from = 0, to = 0;
    std::string low{};
    bool capital = false, title = false, courtesy = false, initial = false;
};

bool is_courtesy(const std::string& low) {
    static const Words words = {"pan",    "pani",   "p",      "pi",      "pana",   "panu",     "panem",  "slecna",
                                "sestra", "sestre", "sestru", "inzenyr", "doktor", "doktorka", "panove", "manzele"};
    return words.contains(low);
}

std::vector<Word> words_in(const Letters& text) {
    static const Pattern word{"[A-Za-z]+(?:-[A-Z][a-z]+)*\\.?"};
    static const Words bare_titles = {"ing", "mgr", "bc", "judr", "mudr", "phdr", "rndr", "paeddr", "mvdr"};
    std::vector<Word> words;
    for (auto& found : word.all(text.plain)) {
        Word one{
            .from = found.from(), .to = found.to(), .low = text.low.substr(found.from(), found.to() - found.from())};
        bool dot = one.low.ends_with('.');
        if (dot) one.low.pop_back();
        one.capital = text.capital(one.from);
        one.title = words_of("titles").contains(one.low) && (dot || bare_titles.contains(one.low));
        one.courtesy = is_courtesy(one.low) && one.low.size() + dot >= 2;
        one.initial = dot && one.capital && (one.low.size() == 1 || one.low == "ch");
        if (dot && !one.title && !one.courtesy && !one.initial) --one.to;
        words.push_back(std::move(one));
    }
    return words;
}

class ShapeReader {
public:
    explicit ShapeReader(const Letters& text) : text_{text}, words_{words_in(text)} {}

    std::vector<PersonInText> read() {
        for (std::size_t at = 0; at < words_.size();) at = one(at);
        if (std::ranges::count_if(people_, is_whole) >= 2) take_rest_of_rows();
        return std::move(people_);
    }

private:
    bool beside(std::size_t left) const {
        auto between = text_.low.substr(words_[left].to, words_[left + 1].from - words_[left].to);
        return between == " " || (between.empty() && (words_[left].initial || words_[left].title));
    }

    bool may_be_name(std::size_t at) const {
        auto& word = words_[at];
        return word.capital && !word.title && !word.courtesy &&
               (word.initial || (word.low.size() > 1 && !words_of("not_a_name").contains(word.low)));
    }

    std::size_t one(std::size_t at) {
        bool titled = false, courtesy = false;
        auto begin = at;
        while (begin < words_.size() && (words_[begin].title || words_[begin].courtesy)) {
            titled = titled || words_[begin].title, courtesy = courtesy || words_[begin].courtesy;
            if (begin + 1 >= words_.size() || !beside(begin)) return begin + 1;
            ++begin;
        }
        auto end = begin;
        while (end < words_.size() && end - begin < 4 && may_be_name(end) && (end == begin || beside(end - 1))) ++end;
        if (end == begin) return std::max(begin, at + 1);
        return take(begin, end, titled, courtesy);
    }

    bool first(std::size_t at) const { return words_[at].initial || is_first_name_form(words_[at].low); }

    std::size_t take(std::size_t begin, std::size_t end, bool titled, bool courtesy) {
        auto count = end - begin;
        if (count == 1) {
            if ((titled || courtesy) && !words_[begin].initial) add(begin, end, {}, word(begin));
            return end;
        }
        std::size_t names = 2;
        if (count > 2 && first(begin) && first(begin + 1) && !is_surname(begin + 1))
            names = 3;    // Jan Křtitel Veverka
        if (first(begin)) add(begin, begin + names, words(begin, begin + names - 1), word(begin + names - 1));
        else if (count > 2 && first(begin + 1) && !first(begin + 2)) return begin + 1;    // „Nepřijela Jana Nová“
        else if (first(begin + 1)) add(begin, begin + 2, {}, words(begin, begin + 2));
        else if (titled) add(begin, begin + 2, {}, words(begin, begin + 2));
        else if (courtesy) add(begin, begin + 1, {}, word(begin));
        else return begin + 1;
        return begin + names;
    }

    static bool is_whole(const PersonInText& person) { return person.nominative.find(' ') != std::string::npos; }

    // „Gorazd Medovník, Jana Nová a Petr Malý“: who stands in a row of people is one of them, whatever their names.
    void take_rest_of_rows() {
        for (bool more = true; more;) {
            more = false;
            for (std::size_t at = 0; at + 1 < words_.size(); ++at)
                if (is_in_row(at)) add(at, at + 2, word(at), word(at + 1)), more = true;
            std::ranges::sort(people_, {}, &PersonInText::from);
        }
    }

    // Two capital words between signs of a list, beside somebody known.
    bool is_in_row(std::size_t at) const {
        auto plain_word = [&](std::size_t which) {
            auto& one = words_[which];
            return may_be_name(which) && !one.initial && one.low.size() > 2 && !is_place_or_body(one.low);
        };
        if (!plain_word(at) || !plain_word(at + 1) || !beside(at)) return false;
        auto from = words_[at].from, to = words_[at + 1].to;
        auto before = people_.end(), behind = people_.end();
        for (auto one = people_.begin(); one != people_.end(); ++one) {
            if (one->from < to && from < one->to) return false;
            if (one->to <= from && is_whole(*one)) before = one;
            if (one->from >= to && behind == people_.end() && is_whole(*one)) behind = one;
        }
        auto parted = [&](std::size_t left, std::size_t right) {
            auto between = text_.low.substr(left, right - left);
            return between == ", " || between == " a " || between == ", a ";
        };
        static const Pattern ends{"^\\s*(?:[,;.()]|$|a (?!s\\b)|-)"}, begins{"(?:^|[,;:(.-]\\s*|[a-z]\\s)$"};
        if (before != people_.end() && parted(before->to, from)) return ends.stands_in(text_.low.substr(to, 12));
        return behind != people_.end() && parted(to, behind->from) &&
               begins.stands_in(text_.plain.substr(0, from).substr(from > 12 ? from - 12 : 0));
    }

    static bool is_place_or_body(const std::string& low) {
        static const Words& bodies = words_of("not_a_name");
        static const Words towns = [] {
            Words all;
            for (auto& town : words_of("towns"))
                if (town.find(' ') == town.npos) all.insert(plain_small(town));
            return all;
        }();
        return bodies.contains(low) || towns.contains(low);
    }

    bool is_surname(std::size_t at) const { return words_[at].low.ends_with("ova"); }
    std::string word(std::size_t at) const { return words(at, at + 1); }
    std::string words(std::size_t from, std::size_t to) const {
        return text_.cut(words_[from].from, words_[to - 1].to);
    }

    void add(std::size_t begin, std::size_t end, const std::string& first, const std::string& surname) {
        PersonInText person{.from = words_[begin].from, .to = words_[end - 1].to};
        static const Pattern younger{"^ (?:ml|st)\\."};
        if (auto more = younger.in(text_.low.substr(person.to, 5))) person.to += more->to();
        person.printed = text_.cut(person.from, person.to);
        auto tail = text_.cut(words_[end - 1].to, person.to);
        person.nominative = (first.empty() ? surname : name_in_nominative(first, surname)) + tail;
        people_.push_back(std::move(person));
    }

    const Letters& text_;
    std::vector<Word> words_;
    std::vector<PersonInText> people_{};
};

}

std::string name_in_nominative(const std::string& first, const std::string& surname) {
    auto low = plain_small(first), low_surname = plain_small(surname);
    auto as_printed = first + ' ' + surname;
    if (low.size() < 3 || low.ends_with('.')) return as_printed;
    if (low_surname.ends_with("ova") || surname.ends_with("á")) return as_printed;
    if (low.ends_with("ie") && words_of("first_names").contains(low)) return as_printed;    // Marie is of no man
    auto woman = first_name_of(low, true);
    bool of_woman = low_surname.ends_with("ove") || low_surname.ends_with("ovou") || surname.ends_with("é") ||
                    (surname.ends_with("ou") && woman);
    if (of_woman && woman) {
        auto stem = Letters{surname};
        auto ending = low_surname.ends_with("ou") ? 2u : 1u;
        auto name = words_of("first_names").contains(low) && is_woman_by_name(low) ? first : with_ending(first, *woman);
        return name + ' ' + stem.cut(0, stem.size() - ending) + "á";
    }
    auto man = first_name_of(low, false);
    bool nominative = words_of("first_names").contains(low) && (!is_woman_by_name(low) || !man || *man == low);
    bool plain_woman = is_woman_by_name(low) && words_of("first_names").contains(low) && low_surname == surname;
    if (!man || nominative || plain_woman) return as_printed;
    return with_ending(first, *man) + ' ' + surname_of_man(surname);
}

std::vector<PersonInText> people_by_shape(const Letters& text) { return ShapeReader{text}.read(); }

}
