#include "workgroups/minutes_reading/minutes_people_in_text.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

struct NameToken {
    std::size_t from, to;
    std::string low;
    bool initial;
};

std::vector<NameToken> capital_tokens(const Letters& text) {
    static const Pattern token{"[A-Z][a-z]?\\.(?=\\s?[A-Z])|[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)*"};
    std::vector<NameToken> tokens;
    for (auto& found : token.all(text.plain)) {
        auto low = text.low.substr(found.from(), found.to() - found.from());
        bool initial = low.ends_with('.');
        if (initial) low.pop_back();
        if (found.from() > 0 && text.plain[found.from() - 1] >= 'a' && text.plain[found.from() - 1] <= 'z') continue;
        tokens.push_back({found.from(), found.to(), low, initial});
    }
    return tokens;
}

std::string with_one_capital(const std::string& word) {
    Letters letters{word};
    if (letters.size() < 2 || !letters.capital(1)) return word;
    std::string out = letters.cut(0, 1);
    for (std::size_t i = 1; i < letters.size(); ++i) {
        auto one = letters.cut(i, i + 1);
        if (one.size() == 1 && one[0] >= 'A' && one[0] <= 'Z') one[0] = char(one[0] + 32);
        else if (one.size() == 2) {
            auto lead = static_cast<unsigned char>(one[0]), trail = static_cast<unsigned char>(one[1]);
            if (lead == 0xC3 && trail < 0x9F) one[1] = char(trail + 0x20);
            else if (lead == 0xC4 || lead == 0xC5) {
                bool odd = (lead == 0xC4 && trail >= 0xB9) ||
                           (lead == 0xC5 && (trail <= 0x88 || (trail >= 0xB9 && trail <= 0xBE)));
                if ((trail % 2 == 1) == odd) one[1] = char(trail + 1);
            }
        }
        out += one;
    }
    return out;
}

// The words of a known person that the tokens are forms of; empty where one of them is not.
std::vector<std::string> matched_words(const std::vector<NameToken>& tokens, std::size_t from, std::size_t to,
                                       const KnownPeople::Name& person) {
    std::vector<std::string> matched;
    bool whole = false;
    for (auto i = from; i < to; ++i) {
        auto found = std::ranges::find_if(person, [&](auto& word) {
            if (tokens[i].low.size() < 3 && !tokens[i].initial) return word.low == tokens[i].low;    // „Do příště …“
            return tokens[i].initial ? word.low.starts_with(tokens[i].low) : may_be_form_of(tokens[i].low, word.low);
        });
        if (found == person.end()) return {};
        if (!tokens[i].initial) whole = true;
        matched.push_back(with_one_capital(found->printed));
    }
    return whole ? matched : std::vector<std::string>{};
}

}

KnownPeople::KnownPeople(const std::vector<std::string>& names) {
    for (auto& name : names) {
        auto& words = names_.emplace_back();
        for (auto& word : text::parted(without_titles(name), " ")) words.push_back({word, plain_small(word)});
    }
}

std::vector<PersonInText> people_in_text(const Letters& text, const KnownPeople& known) {
    std::vector<PersonInText> people;
    auto tokens = capital_tokens(text);
    for (std::size_t at = 0; at < tokens.size();) {
        bool found = false;
        for (auto count = std::min<std::size_t>(4, tokens.size() - at); count > 0 && !found; --count) {
            bool together = true;
            for (auto i = at + 1; i < at + count; ++i) {
                auto between = text.low.substr(tokens[i - 1].to, tokens[i].from - tokens[i - 1].to);
                together = together && (between == " " || between.empty() || between == " van den " ||
                                        between == " von " || between == " de " || between == " van ");
            }
            if (!together) continue;
            for (auto& person : known.names()) {
                auto words = matched_words(tokens, at, at + count, person);
                if (words.empty()) continue;
                PersonInText one{.from = tokens[at].from,
                                 .to = tokens[at + count - 1].to,
                                 .printed = text.cut(tokens[at].from, tokens[at + count - 1].to)};
                for (auto i = at; i < at + count; ++i) {
                    if (!one.nominative.empty()) one.nominative += text.cut(tokens[i - 1].to, tokens[i].from);
                    bool same = tokens[i].initial || plain_small(words[i - at]) == tokens[i].low;
                    one.nominative += same ? text.cut(tokens[i].from, tokens[i].to) : words[i - at];
                }
                people.push_back(std::move(one));
                found = true;
                at += count;
                break;
            }
        }
        if (!found) ++at;
    }
    return people;
}

}
