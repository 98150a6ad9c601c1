// Lists of people: which lines and parts of lines are people, and what is said beside them.
#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/letters.hpp"
#include "platform/reading/name_words.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace reading {

namespace {

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
        return is_title(words[i]) ||
               (begins_with_capital(words[i]) && begins_with_capital(words[i + 1]) && is_first_name(words[i]));
    };
    for (auto name = at; name + 1 < words.size() && name < 6; ++name)
        if (begins_name(name)) return from_word(words, name);
    return from_word(words, at);
}

// „zkušenost zastupoval peer konzultant Čeněk Vavrla“, „ředitel lázní MVDr. Oto Sklenář“: the person stands behind.
std::string without_role_before(const std::string& piece) {
    auto words = words_apart(piece);
    if (words.size() < 3 || words.size() > 10 || begins_with_capital(words.front()) || is_title(words.front()))
        return piece;
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        bool begins = is_title(words[at]) || (is_first_name(words[at]) && begins_with_capital(words[at]));
        if (begins && begins_with_capital(words[at + 1])) return from_word(words, at);
    }
    return piece;
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

// „1. Ing. Jana Nová“
std::string without_number(const std::string& part) {
    auto end = part.find_first_not_of("0123456789");
    bool numbered = end != part.npos && end > 0 && end < 4 && (part[end] == '.' || part[end] == ')');
    return numbered ? squeezed(part.substr(end + 1)) : part;
}

// „…, Kamil Ostružina a Jana Nová“
std::vector<std::string> parted_at_and(const std::vector<std::string>& parts) {
    std::vector<std::string> all;
    for (auto& part : parts) {
        Letters letters{part};
        auto at = letters.low.find(" a ");
        auto behind = at != std::string::npos && at + 3 < letters.size() ? letters.cut(at + 3) : "";
        bool parts_people = !behind.empty() && (letters.capital(at + 3) || letters.low.substr(at + 3, 3) == "dal" ||
                                                without_role_before(behind) != behind);
        if (parts_people) all.push_back(letters.cut(0, at)), all.push_back(behind);
        else all.push_back(part);
    }
    return all;
}

// Where commas inside a part that semicolons made are followed by whole names, those are people too.
std::vector<std::string> parted_at_people(const std::vector<std::string>& parts) {
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
    return all;
}

std::vector<std::string> parts_of_line(const std::string& line) {
    auto parts = parted_outside_brackets(line, ';');
    if (parts.size() > 1) return parted_at_people(parted_at_and(parts));
    return parted_at_and(parted_outside_brackets(line, ','));
}

// „omluvena Věra Krátká“, „host Jana Nová“: takes the word before a name away.
std::optional<std::string> take_state(std::string& part) {
    static const Pattern word{
        "^(?:dale |a |pozdeji |take |jeste |i )*((?:ne)?omluv[a-z]*|(?:ne)?pritom[a-z]*|host[a-z]*|prisl[aiy]|prisel|dorazil[aiy]?|pripojil[aiy]? se|prijel[aiy]?)(?:\\s+(?:se|jsou|je|byl[aiy]?))?\\s*:?\\s+(?=[a-z])"};
    Letters letters{part};
    auto found = word.in(letters.low);
    if (!found || found->to() >= letters.size() || !letters.capital(found->to())) return {};
    part = squeezed(letters.cut(found->to()));
    return (*found)[1];
}

// What may be a name with what stands beside it: in brackets, behind a comma or a dash; „za město: Jan Novák“.
PersonNamed name_and_role(const std::string& part) {
    std::string inside, behind;
    PersonNamed one;
    auto bare = without_role_before(without_group(without_brackets(without_outer_brackets(part), inside)));
    if (auto comma = bare.find(','); comma != bare.npos) behind = bare.substr(comma + 1), bare.resize(comma);
    one.name = before_dash(bare, one.role);
    if (auto colon = one.name.rfind(": "); colon != one.name.npos) one.name = one.name.substr(colon + 2);
    if (one.role.empty()) one.role = squeezed(behind);
    add_with_comma(one.role, inside);
    return one;
}

// One line of a list; `by_line`: each line holds one person and what else is said of them.
void people_of_line(const std::string& line, bool by_line, std::vector<PersonNamed>& people) {
    bool first = true;
    std::string state;    // „…; omluvena Věra Krátká“
    for (auto& part : parts_of_line(line)) {
        if (auto said = take_state(part)) state = *said;
        part = without_number(part);
        auto [said_name, role] = name_and_role(part);
        add_with_comma(role, state);
        if (only_titles(said_name)) continue;
        auto name = name_at_beginning(said_name);
        if (name && name->words == 1 && !first && words_of("towns").contains(said_name))
            name.reset();    // „Petr Král, Klatovy“
        bool person = name && (first || !by_line || name->titled) && (name->rest.empty() || name->sure);
        if (!person) {
            if (!people.empty() && !first) add_with_comma(people.back().role, squeezed(part));
            continue;
        }
        add_with_comma(name->rest, role);
        if (std::ranges::none_of(people, [&](auto& one) { return one.name == name->name; }))
            people.push_back({name->name, name->rest});
        first = false;
    }
}

// A line that ends with a comma goes on; so does one where a name was cut.
std::vector<std::string> whole_lines(std::string_view list) {
    std::vector<std::string> whole;
    for (auto& line : text::parted(list, "\n")) {
        auto goes_on = [&](const std::string& above) {
            bool begins_name = begins_with_capital(line) || is_title(line.substr(0, line.find(' ')));
            bool of_parts = above.find(',') != above.npos && above.find(';') != above.npos;
            return above.ends_with(',') || above.ends_with(';') || !begins_name || line.starts_with('(') || of_parts;
        };
        if (!whole.empty() && goes_on(whole.back())) whole.back() += ' ' + line;
        else whole.push_back(line);
    }
    return whole;
}

bool names_several(const std::string& line) {
    int sure = 0;
    for (auto& part : text::parted(line, ",")) {
        std::string inside;
        auto name = name_at_beginning(without_brackets(part, inside));
        sure += name && name->words > 1 && name->words < 4 && name->sure && name->rest.empty();
    }
    return sure >= 3;
}

// Single capitals among full names are organisations: „Barbora Jestřábníková, Iskérka“.
void leave_organisations_out(std::vector<PersonNamed>& people) {
    auto single = [](auto& one) { return one.name.find(' ') == std::string::npos; };
    if (std::ranges::count_if(people, single) * 2 >= std::ptrdiff_t(people.size())) return;
    std::erase_if(people, [&](auto& one) { return single(one) && !looks_like_surname_of_woman(bare_word(one.name)); });
}

}

std::vector<PersonNamed> people_in_list(std::string_view list) {
    auto lines = whole_lines(list);
    bool by_line = lines.size() > 1 && std::ranges::none_of(lines, names_several);
    std::vector<PersonNamed> people;
    for (auto& line : lines) people_of_line(line, by_line, people);
    leave_organisations_out(people);
    return people;
}

}
