#include "platform/reading/names_in_text.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>
#include <cctype>

namespace reading {

namespace {

bool name_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string bare(std::string_view word) {
    std::string out;
    for (auto c : plain_small(word))
        if (name_letter(c) || (c >= '0' && c <= '9')) out += c;
    return out;
}

// A word with a point behind it or one that has no other meaning.
bool is_title(std::string_view word) {
    constexpr std::size_t longest = 16;
    if (word.size() > longest) return false;
    auto plain = bare(word);
    if (plain.empty()) return false;
    static const Words always = {"mba", "mpa", "mph", "phd",  "dis",  "csc",  "drsc", "llm",    "et",   "msc", "bsc",
                                 "ing", "mgr", "bc",  "judr", "mudr", "phdr", "rndr", "paeddr", "mvdr", "dba"};
    return words_of("titles").contains(plain) && (word.find('.') != word.npos || always.contains(plain));
}

bool is_particle(std::string_view low) {
    return low == "van" || low == "den" || low == "von" || low == "de" || low == "der" || low == "di" || low == "ml" ||
           low == "st" || low == "ml." || low == "st." || low == "al" || low == "da";
}

bool begins_with_capital(std::string_view word) {
    Letters letters{word};
    return letters.size() > 0 && letters.capital(0);
}

std::vector<std::string> words_apart(std::string_view text) { return text::parted(text, " "); }

bool is_initial(std::string_view word) {
    Letters letters{word};
    return letters.capital(0) && ((letters.size() == 2 && letters.low[1] == '.') ||
                                  (letters.size() == 3 && letters.low[2] == '.' && letters.low[1] == 'h'));
}

// Without brackets; what stood in them.
std::string without_brackets(std::string_view text, std::string& inside) {
    if (text.find_first_of("()[]") == text.npos) return squeezed(text);
    std::string out;
    int deep = 0;
    for (auto c : text) {
        if (c == '(' || c == '[') ++deep, inside += inside.empty() ? "" : ", ";
        else if (c == ')' || c == ']') deep = std::max(0, deep - 1);
        else (deep > 0 ? inside : out) += c;
    }
    return squeezed(out);
}

// „J.Novák“ is written in one; „Ing.Novák“ too.
std::string parted_points(std::string_view text) {
    if (text.find('.') == text.npos) return std::string{text};
    Letters letters{text};
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        out += letters.cut(i, i + 1);
        bool inside = letters.low[i] == '.' && i + 1 < letters.size() && name_letter(letters.plain[i + 1]) &&
                      letters.capital(i + 1);
        if (inside && !(i + 2 < letters.size() && letters.low[i + 2] == '.')) out += ' ';
    }
    return out;
}

struct NameTry {
    std::string name{};
    std::string rest{};    // role that follows without a sign
    bool titled = false, sure = false;
    int words = 0;
};

// The longest name at the beginning of a piece: capitals, initials and particles.
std::optional<NameTry> name_at_beginning(std::string_view piece) {
    NameTry found;
    auto words = words_apart(parted_points(piece));
    std::size_t at = 0;
    static const Words courtesy = {"pan",
                                   "pani",
                                   "p",
                                   "pi",
                                   "sl",
                                   "slecna",
                                   "panem",
                                   "pana",
                                   "panu",
                                   "predseda",
                                   "predsedkyne",
                                   "starosta",
                                   "starostka",
                                   "mistostarosta",
                                   "mistostarostka",
                                   "tajemnik",
                                   "tajemnice",
                                   "reditel",
                                   "reditelka",
                                   "inzenyr",
                                   "doktor",
                                   "doktorka",
                                   "clen",
                                   "clenka",
                                   "koordinator",
                                   "koordinatorka",
                                   "vedouci",
                                   "manazer",
                                   "manazerka",
                                   "za",
                                   "inz"};
    while (at < words.size() && (is_title(words[at]) || (courtesy.contains(bare(words[at])) && !is_initial(words[at]))))
        found.titled = found.titled || is_title(words[at]), ++at;
    bool known_first = false, surname_like = false;
    for (; at < words.size() && found.words < 6; ++at) {
        auto& word = words[at];
        auto low = plain_small(word);
        if (is_title(word)) {
            found.titled = true;
            continue;
        }
        if (is_particle(low) && found.words > 0) {
            found.name += ' ' + word;
            continue;
        }
        if (!begins_with_capital(word)) break;
        auto plain = bare(word);
        if (plain.empty() || word.find_first_of("0123456789") != word.npos ||
            word.find_first_of("\"@/:&+") != word.npos)
            break;
        if (words_of("not_a_name").contains(plain) && !found.titled && !known_first) return {};
        if (words_of("not_a_name").contains(plain)) break;
        if (word.size() > 2 && word.ends_with('.') && !is_initial(word)) {
            auto cut = word.substr(0, word.size() - 1);
            found.name += (found.name.empty() ? "" : " ") + cut, ++found.words;
            ++at;
            break;
        }
        known_first = known_first || words_of("first_names").contains(plain) || is_initial(word);
        surname_like = surname_like || plain.ends_with("ova") || plain.ends_with("ska") || plain.ends_with("cka");
        found.name += (found.name.empty() ? "" : " ") + word;
        ++found.words;
    }
    for (; at < words.size(); ++at)
        if (!is_title(words[at])) found.rest += (found.rest.empty() ? "" : " ") + words[at];
    while (found.name.ends_with('.') && !found.name.ends_with("ml.") && !found.name.ends_with("st.") && found.words > 1)
        found.name.pop_back();
    if (found.words == 0) return {};
    found.sure = found.titled || known_first || surname_like;
    return found;
}

// „za zřizovatele Ing. Bohdan Sluka“, „od 14 hodin i Jana Nová“: the person stands behind.
std::string without_group(const std::string& piece) {
    auto words = words_apart(piece);
    if (words.size() < 3) return piece;
    auto low = plain_small(words.front());
    if (low != "za" && low != "od" && low != "i" && low != "take" && low != "dale") return piece;
    std::size_t at = 1;
    while (at < words.size() && at < 5 && !begins_with_capital(words[at])) ++at;
    if (at == words.size() || at == 5) return piece;
    auto begins_name = [&](std::size_t i) {    // „za Charitu Jana Modrá“, „za Cheb Ing. Petr Král“
        return is_title(words[i]) || (begins_with_capital(words[i]) && begins_with_capital(words[i + 1]) &&
                                      words_of("first_names").contains(bare(words[i])));
    };
    for (auto name = at; name + 1 < words.size() && name < 6; ++name)
        if (begins_name(name)) {
            at = name;
            break;
        }
    return text::joined(std::vector<std::string>{words.begin() + std::ptrdiff_t(at), words.end()}, " ");
}

bool only_titles(std::string_view piece) {
    auto words = words_apart(piece);
    return !words.empty() && std::ranges::all_of(words, [](auto& word) { return is_title(word); });
}

// Behind a dash between blanks stands a role.
std::string before_dash(std::string_view piece, std::string& role) {
    Letters letters{piece};
    auto dash = letters.low.find(" - ");
    if (dash == std::string::npos) return std::string{piece};
    role = squeezed(letters.cut(dash + 3));
    auto before = squeezed(letters.cut(0, dash));
    auto name = name_at_beginning(role), other = name_at_beginning(before);
    bool behind = name && name->sure && name->words > 1 && !(other && other->sure && other->words > 1);
    if (behind) std::swap(before, role);    // „MPSV – Ing. Jana Nová“
    return before;
}

// „[Soňa Nová – omluvena, služební cesta], Petr Malý“: signs inside brackets part nothing.
std::vector<std::string> parted_outside_brackets(const std::string& line, char sign) {
    std::vector<std::string> parts(1);
    int deep = 0;
    for (auto c : line) {
        deep += c == '(' || c == '[' ? 1 : (c == ')' || c == ']') && deep > 0 ? -1 : 0;
        if (c == sign && deep == 0) parts.emplace_back();
        else parts.back() += c;
    }
    if (deep > 0) return text::parted(line, std::string(1, sign));    // one that nobody closed
    for (auto& part : parts) part = squeezed(part);
    std::erase(parts, "");
    return parts;
}

// „[Ing. Oleg Dub – omluven]“ is a person as well.
std::string without_outer_brackets(const std::string& part) {
    bool whole = (part.starts_with('[') && part.ends_with(']')) || (part.starts_with('(') && part.ends_with(')'));
    return whole && part.size() > 4 ? part.substr(1, part.size() - 2) : part;
}

std::vector<std::string> parts_at_commas(const std::string& line, bool& semicolons) {
    auto parts = parted_outside_brackets(line, ';');
    semicolons = parts.size() > 1;
    return semicolons ? parts : parted_outside_brackets(line, ',');
}

// „zkušenost zastupoval peer konzultant Čeněk Vavrla“, „ředitel lázní MVDr. Oto Sklenář“: the person stands behind.
std::string without_role_before(const std::string& piece) {
    auto words = words_apart(piece);
    if (words.size() < 3 || words.size() > 10 || begins_with_capital(words.front()) || is_title(words.front()))
        return piece;
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        bool begins = is_title(words[at]) ||
                      (words_of("first_names").contains(bare(words[at])) && begins_with_capital(words[at]));
        if (!begins || !begins_with_capital(words[at + 1])) continue;
        return text::joined(std::vector<std::string>{words.begin() + std::ptrdiff_t(at), words.end()}, " ");
    }
    return piece;
}

// „…, Kamil Ostružina a Jana Nová“
void part_at_and(std::vector<std::string>& parts) {
    std::vector<std::string> all;
    for (auto& part : parts) {
        Letters letters{part};
        auto at = letters.low.find(" a ");
        bool parts_people = at != std::string::npos && at + 3 < letters.size() &&
                            (letters.capital(at + 3) || letters.low.substr(at + 3).starts_with("dal") ||
                             without_role_before(letters.cut(at + 3)) != letters.cut(at + 3));
        if (!parts_people) {
            all.push_back(part);
            continue;
        }
        all.push_back(letters.cut(0, at)), all.push_back(letters.cut(at + 3));
    }
    parts = std::move(all);
}

// Where commas inside a part that semicolons made are followed by whole names, those are people too.
void part_at_people(std::vector<std::string>& parts) {
    std::vector<std::string> all;
    for (auto& part : parts) {
        bool first = true;
        for (auto& piece : text::parted(part, ",")) {
            std::string inside;
            auto name = name_at_beginning(without_group(without_brackets(piece, inside)));
            bool person = name && name->words > 1 && name->words < 5 && name->rest.empty() &&
                          (name->sure || piece.find(' ') != piece.npos);
            if (first || (person && !only_titles(piece))) all.push_back(piece);
            else all.back() += ", " + piece;
            first = false;
        }
    }
    parts = std::move(all);
}

void add(std::vector<PersonNamed>& people, const std::string& name, const std::string& role) {
    if (std::ranges::none_of(people, [&](auto& one) { return one.name == name; })) people.push_back({name, role});
}

bool is_town(const std::string& piece) { return words_of("towns").contains(piece); }

struct StateBefore {
    std::size_t length = 0;    // in bytes
    std::string text{};
};

// „omluvena Věra Krátká“, „host Jana Nová“: the word before a name.
StateBefore state_before(const std::string& part) {
    static const Pattern word{
        "^(?:dale |a |pozdeji |take |jeste |i )*((?:ne)?omluv[a-z]*|(?:ne)?pritom[a-z]*|host[a-z]*|prisl[aiy]|prisel|dorazil[aiy]?|pripojil[aiy]? se|prijel[aiy]?)(?:\\s+(?:se|jsou|je|byl[aiy]?))?\\s*:?\\s+(?=[a-z])"};
    Letters letters{part};
    auto found = word.in(letters.low);
    if (!found || found->to() >= letters.size() || !letters.capital(found->to())) return {};
    return {letters.cut(0, found->to()).size(), (*found)[1]};
}

// One line of a list; `by_line`: each line holds one person and what else is said of them.
void people_of_line(const std::string& line, bool by_line, std::vector<PersonNamed>& people) {
    bool semicolons = false;
    auto parts = parts_at_commas(line, semicolons);
    part_at_and(parts);
    bool first = true;
    if (semicolons) part_at_people(parts);
    std::string state;    // „…; omluvena Věra Krátká“
    for (auto& part : parts) {
        if (auto said = state_before(part); said.length > 0)
            state = said.text, part = squeezed(part.substr(said.length));
        std::string inside, behind;
        if (auto number = part.find_first_not_of("0123456789");
            number != part.npos && number > 0 && number < 4 && (part[number] == '.' || part[number] == ')'))
            part = squeezed(part.substr(number + 1));    // „1. Ing. Jana Nová“
        auto bare_part = without_role_before(without_group(without_brackets(without_outer_brackets(part), inside)));
        if (auto comma = bare_part.find(','); !semicolons && comma != bare_part.npos)
            behind = bare_part.substr(comma + 1), bare_part.resize(comma);
        if (semicolons) {    // commas inside: titles and a role
            auto comma = bare_part.find(',');
            if (comma != bare_part.npos) behind = bare_part.substr(comma + 1), bare_part.resize(comma);
        }
        std::string role;
        bare_part = before_dash(bare_part, role);
        if (auto colon = bare_part.rfind(": "); colon != bare_part.npos)
            bare_part = bare_part.substr(colon + 2);    // „za město: Jan Novák“
        if (role.empty()) role = squeezed(behind);
        if (!inside.empty()) role += (role.empty() ? "" : ", ") + inside;
        if (!state.empty()) role += (role.empty() ? "" : ", ") + state;
        if (only_titles(bare_part)) continue;
        auto name = name_at_beginning(bare_part);
        if (name && name->words == 1 && !first && is_town(bare_part)) name.reset();    // „Petr Král, Klatovy“
        bool person = name && (first || !by_line || name->titled) && (name->rest.empty() || name->sure);
        if (!person) {
            if (!people.empty() && !first)
                people.back().role += (people.back().role.empty() ? "" : ", ") + squeezed(part);
            continue;
        }
        if (!name->rest.empty()) role.insert(0, role.empty() ? name->rest : name->rest + ", ");
        add(people, name->name, role);
        first = false;
    }
}

}

std::vector<PersonNamed> people_in_list(std::string_view list) {
    auto lines = text::parted(list, "\n");
    // A line that ends with a comma goes on; so does one where a name was cut.
    std::vector<std::string> whole;
    for (auto& line : lines) {
        bool goes_on = !whole.empty() && (whole.back().ends_with(',') || whole.back().ends_with(';') ||
                                          (!begins_with_capital(line) && !is_title(line.substr(0, line.find(' ')))) ||
                                          line.starts_with('('));
        auto last_comma = whole.empty() ? std::string::npos : whole.back().rfind(',');
        if (!goes_on && last_comma != std::string::npos && whole.back().find(';') != std::string::npos) goes_on = true;
        if (goes_on) whole.back() += ' ' + line;
        else whole.push_back(line);
    }
    bool by_line = whole.size() > 1;
    if (by_line) {    // unless a line plainly names several
        for (auto& line : whole) {
            int sure = 0;
            for (auto& part : text::parted(line, ",")) {
                std::string inside;
                auto name = name_at_beginning(without_brackets(part, inside));
                sure += name && name->words > 1 && name->words < 4 && name->sure && name->rest.empty();
            }
            if (sure >= 3) by_line = false;
        }
    }
    std::vector<PersonNamed> people;
    for (auto& line : whole) people_of_line(line, by_line, people);
    // Single capitals among full names are organisations: „Barbora Jestřábníková, Iskérka“.
    auto several = std::ranges::count_if(people, [](auto& one) { return one.name.find(' ') != std::string::npos; });
    if (several * 2 > std::ptrdiff_t(people.size()))
        std::erase_if(people, [](auto& one) {
            auto plain = bare(one.name);
            return one.name.find(' ') == std::string::npos && !plain.ends_with("ova") && !plain.ends_with("ska") &&
                   !plain.ends_with("cka");
        });
    return people;
}

std::string without_titles(std::string_view text) {
    std::string inside, out;
    auto plain = without_brackets(text, inside);
    std::erase(plain, ',');
    for (auto& word : words_apart(parted_points(plain))) {
        auto low = bare(word);
        if (is_title(word) || low == "pan" || low == "pani" ||
            (low == "p" && word.ends_with('.') && out.empty() && words_apart(plain).size() > 2))
            continue;
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

std::optional<std::string> name_alone(std::string_view text) {
    auto name = name_at_beginning(squeezed(text));
    if (!name || !name->rest.empty()) return {};
    return name->name;
}

namespace {

std::vector<std::string> low_name_words(std::string_view name) {
    std::vector<std::string> words;
    std::string inside;
    for (auto& word : words_apart(parted_points(without_brackets(name, inside)))) {
        if (is_title(word)) continue;
        auto low = bare(word);
        if (low == "pan" || low == "pani" || low == "panem" || low == "pana" || low == "panu" || low == "ml" ||
            low == "st" || low.empty())
            continue;
        words.push_back(low);
    }
    return words;
}

}

bool same_person(std::string_view one, std::string_view other) {
    auto a = low_name_words(one), b = low_name_words(other);
    if (a.empty() || b.empty()) return false;
    auto sorted_a = a, sorted_b = b;
    std::ranges::sort(sorted_a), std::ranges::sort(sorted_b);
    if (sorted_a == sorted_b) return true;
    return a.back() == b.back() && a.size() > 1 && b.size() > 1 && a.front()[0] == b.front()[0] &&
           (a.front().size() == 1 || b.front().size() == 1);
}

bool may_be_form_of(std::string_view word, std::string_view name) {
    if (word == name) return true;
    if (name.size() == 3 && name.ends_with('a') && word.starts_with(name.substr(0, 2))) {    // Eva, Evu, Evě
        auto rest = word.substr(2);
        return rest == "u" || rest == "e" || rest == "y" || rest == "ou";
    }
    // -a, -ová and -ý change at their end; -ek, -ec and -el lose their e; h, k, ch and r soften
    auto stem = std::string{name};
    for (std::string_view ending : {"ova", "a", "e", "y", "i", "o"})
        if (stem.size() > ending.size() + 2 && stem.ends_with(ending)) {
            stem.resize(stem.size() - ending.size());
            if (ending == "ova") stem += "ov";
            break;
        }
    static constexpr std::string_view endings[] = {"",    "a",   "u",    "e",   "i",   "y",   "o",  "ou",
                                                   "ovi", "em",  "im",   "ym",  "eho", "emu", "ho", "mu",
                                                   "m",   "ove", "ovou", "ech", "ata", "ete", "ho"};
    auto fits = [&](std::string_view base) {
        if (base.size() < 2 || !word.starts_with(base)) return false;
        auto rest = word.substr(base.size());
        return std::ranges::find(endings, rest) != std::end(endings);
    };
    if (fits(stem)) return true;
    if (stem.size() > 3 && stem[stem.size() - 2] == 'e') {
        auto without = stem;
        without.erase(without.size() - 2, 1);
        if (fits(without)) return true;
    }
    if (stem.size() > 3) {
        auto soft = stem;
        auto last = soft.back();
        soft.pop_back();
        if (last == 'k' && fits(soft + "c")) return true;
        if (last == 'h' && fits(soft + "z")) return true;
    }
    return false;
}

std::optional<std::string> person_meant(std::string_view printed, const std::vector<std::string>& known) {
    auto words = low_name_words(printed);
    if (words.empty()) return {};
    std::optional<std::string> found;
    for (auto& person : known) {
        auto names = low_name_words(person);
        bool all = std::ranges::all_of(words, [&](auto& word) {
            if (word.size() == 1) return std::ranges::any_of(names, [&](auto& name) { return name[0] == word[0]; });
            return std::ranges::any_of(names, [&](auto& name) { return may_be_form_of(word, name); });
        });
        if (!all) continue;
        if (found) return {};    // two could be meant: a question for a person
        found = person;
    }
    return found;
}

}
