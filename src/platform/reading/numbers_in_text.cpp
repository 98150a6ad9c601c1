#include "platform/reading/numbers_in_text.hpp"

#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace reading {

namespace {

// Behind a paragraph, which act it belongs to.
bool of_another_act(const Letters& text, std::size_t to) {
    static const Pattern other{
        "^[^.;$]{0,45}?(?:zakona o (?:obcich|krajich|uradech|pedagog|rodin|zamestnan|zdravot|verejn|spolcich|hlavnim)|obcanskeho zakoniku|zakoniku prace|skolskeho zakona|trestniho|spravniho radu|zakoniku|zakona c\\. ?(?!108/2006)\\d+/\\d+|z\\. ?c\\. ?(?!108/2006)\\d+/\\d+|vyhlasky|narizeni)"};
    return other.stands_in(text.low.substr(to, 90));
}

std::pair<int, std::string> number_and_letter(const std::string& text) {
    std::size_t digits = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits]))) ++digits;
    return {std::stoi(text.substr(0, digits)), text.substr(digits)};
}

}

std::vector<ParagraphInText> paragraphs_in(const Letters& text) {
    static const std::string one = "\\d{1,3}(?:[a-h](?![a-z]))?";
    static const std::string parts =
        "(?:\\s*odst\\.?\\s*\\d+(?:\\s*(?:,|a|az|-)\\s*\\d+(?!\\d))*)?(?:\\s*pism\\.?\\s*[a-z]\\)?)?";
    static const Pattern list{"(?:\\${1,2}|\\bpar(?:\\.|agraf[a-z]*))\\s*(" + one + parts +
                              "(?:\\s*(?:,|\\ba\\b|\\baz\\b|\\bi\\b|\\bnebo\\b|-)\\s*(?:\\$\\s*)?" + one +
                              "(?![\\d.]|\\s*(?:kc|%|let|lid|klient|sluz|osob|mist|luz|hod))" + parts + ")*)"};
    static const Pattern number{
        "(odst\\.?\\s*\\d+(?:\\s*(?:,|a|az|-)\\s*\\d+)*|pism\\.?\\s*[a-z]\\)?)|(-|\\baz\\b)?\\s*(?:\\$\\s*)?(" + one +
        ")"};
    static const Pattern without{"bez\\s*$"};
    std::vector<ParagraphInText> found;
    std::vector<std::string> excluded;
    for (auto& match : list.all(text.low)) {
        bool excludes = without.stands_in(
            text.low.substr(match.from() > 8 ? match.from() - 8 : 0, std::min<std::size_t>(match.from(), 8)));
        bool other = of_another_act(text, match.to());
        int before = 0;
        for (auto& part : number.all(match[1])) {
            if (!part.has(3)) continue;
            auto [value, letter] = number_and_letter(part[3]);
            if (value == 0) continue;
            if (part.has(2) && before > 0 && value > before && value - before <= 25)
                for (auto between = before + 1; between < value; ++between)
                    found.push_back({"§ " + std::to_string(between), match.from(), other});
            auto name = "§ " + std::to_string(value) + letter;
            if (excludes) excluded.push_back(name);
            else found.push_back({name, match.from(), other});
            before = value;
        }
    }
    std::erase_if(found,
                  [&](auto& one_found) { return std::ranges::find(excluded, one_found.paragraph) != excluded.end(); });
    return found;
}

std::vector<std::string> registration_numbers_in(const Letters& text) {
    static const Pattern number{
        "\\bcz\\s?\\.\\s?[\\do]{1,2}(?:\\s?\\.\\s?[\\doa-z]{1,3}){1,4}(?:\\s?/\\s?[\\doa-z]+(?:[._][\\doa-z]+)*){2,5}"};
    std::vector<std::string> numbers;
    for (auto& found : number.all(text.low)) {
        std::string one;
        for (auto i = found.from(); i < found.to(); ++i) {
            auto c = text.plain[i];
            if (c == ' ') continue;
            one += one.size() > 2 && (c == 'O' || c == 'o') ? '0'
                   : one.size() > 2 && c == 'l'             ? '1'
                                                            : char(std::toupper(static_cast<unsigned char>(c)));
        }
        if (std::ranges::find(numbers, one) == numbers.end()) numbers.push_back(one);
    }
    return numbers;
}

std::vector<std::int64_t> amounts_in(const Letters& text) {
    static const Pattern amount{
        "(?<![\\d,./])(\\d{1,3}(?:[ .]\\d{3})+|\\d+)(?:,(\\d{1,3}))?(?:,-+|,--)?\\s*(tis\\.?|tisic[a-z]*|mil\\.?|milion[a-z]*|mld\\.?|miliard[a-z]*)?\\s*(?:kc|korun)\\b"};
    std::vector<std::int64_t> amounts;
    for (auto& found : amount.all(text.low)) {
        auto digits = found[1];
        std::erase_if(digits, [](char c) { return c == ' ' || c == '.'; });
        if (digits.size() > 13) continue;
        auto value = std::stod(digits + (found.has(2) ? "." + found[2] : ""));
        if (found.has(3))
            value *= found[3].starts_with("t")                                        ? 1e3
                     : found[3].starts_with("mld") || found[3].starts_with("miliard") ? 1e9
                                                                                      : 1e6;
        amounts.push_back(std::llround(value));
    }
    return amounts;
}

}
