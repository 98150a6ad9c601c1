// Reads labels and compares them with the agenda.
#include "workgroups/minutes/minutes_numbering.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace workgroups {

std::string label_in_style(const std::string& style, std::int64_t n) {
    auto number = std::to_string(n);
    if (style == "ad") return "Ad " + number + ")";
    if (style == "slash") return number + "/";
    if (style == "number") return number + ".";
    return {};
}

std::optional<std::int64_t> number_of_label(const std::string& label) {
    auto first = label.find_first_of("0123456789");
    if (first == label.npos) return {};
    auto last = label.find_first_not_of("0123456789", first);
    auto digits = label.substr(first, last == label.npos ? label.npos : last - first);
    if (digits.size() > 4) return {};
    return std::stoll(digits);
}

namespace {

// How it is written, whatever its number: „Ad. #)“.
std::string spelling_of(const std::string& label) {
    std::string spelling;
    for (char c : text::trimmed(label)) {
        bool digit = c >= '0' && c <= '9';
        if (!digit) spelling += c;
        else if (!spelling.ends_with('#')) spelling += '#';
    }
    return spelling;
}

std::string nearest_style(const std::string& label) {
    auto spelling = spelling_of(label);
    if (spelling.starts_with("Ad") || spelling.starts_with("ad") || spelling.starts_with("AD")) return "ad";
    return spelling.ends_with('/') ? "slash" : "number";
}

// Words of four letters and more, by their beginnings: cases of one word are one.
std::set<std::string> telling_words(const std::string& text) {
    std::set<std::string> words;
    for (auto& word : search::words(text))
        if (word.folded.size() >= 4) words.insert(word.folded.substr(0, 6));
    return words;
}

// How well a heading fits an item: words that they share.
std::size_t shared_words(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::size_t(std::ranges::count_if(a, [&](auto& word) { return b.contains(word); }));
}

// The one item that shares most words with the heading, at least one of two; 0 where none or several do.
std::size_t item_meant(const std::string& heading, const std::vector<std::set<std::string>>& items) {
    auto words = telling_words(heading);
    std::size_t best = 0, most = 0;
    bool alone = true;
    for (std::size_t n = 0; n < items.size(); ++n) {
        auto shared = shared_words(words, items[n]);
        if (shared == 0 || shared < most) continue;
        alone = shared > most, most = shared, best = n + 1;
    }
    return alone ? best : 0;
}

std::string quoted_list(const std::set<std::string>& labels) {
    std::string list;
    for (auto& label : labels) list += (list.empty() ? "„" : ", „") + label + "“";
    return list;
}

}

std::optional<std::string> style_of_labels(const std::vector<std::string>& labels) {
    std::map<std::string, int> styles;
    for (auto& label : labels)
        if (number_of_label(label)) ++styles[nearest_style(label)];
    if (styles.empty()) return {};
    return std::ranges::max_element(styles, {}, [](auto& one) { return one.second; })->first;
}

std::vector<NumberingFinding> check_numbering(const std::vector<LabelledPart>& parts,
                                              const std::vector<std::string>& agenda) {
    std::vector<NumberingFinding> findings;
    std::map<std::int64_t, int> counts;
    std::map<std::string, std::set<std::string>> spellings;
    std::int64_t highest = 0;
    for (auto& part : parts)
        if (auto number = number_of_label(part.label)) {
            ++counts[*number], highest = std::max(highest, *number);
            spellings[spelling_of(part.label)].insert(part.label);
        }
    if (counts.empty()) return findings;
    auto size = std::int64_t(agenda.size());
    for (std::int64_t n = 1; n <= std::max(size, std::min(highest, size + 100)); ++n) {
        if (counts.contains(n)) continue;
        auto title = n <= size ? agenda[std::size_t(n - 1)] : "";
        findings.push_back({title.empty() ? "missing_alone" : "missing", {std::to_string(n), title}});
    }
    for (auto& [number, count] : counts)
        if (count > 1) findings.push_back({"twice", {std::to_string(number), std::to_string(count)}});
    if (spellings.size() > 1) {
        std::set<std::string> one_of_each;
        for (auto& [spelling, labels] : spellings) one_of_each.insert(*labels.begin());
        findings.push_back({"spellings", {std::to_string(spellings.size()), quoted_list(one_of_each)}});
    }
    std::vector<std::set<std::string>> items;
    for (auto& title : agenda) items.push_back(telling_words(title));
    for (auto& part : parts) {
        auto number = number_of_label(part.label);
        if (!number) continue;
        if (*number < 1 || *number > size) {
            if (size > 0) findings.push_back({"beyond", {part.label, std::to_string(size)}});
            continue;
        }
        auto item = std::size_t(*number - 1);
        auto meant = part.item ? std::size_t(*part.item) : item_meant(part.heading, items);
        if (meant == item + 1) continue;
        if (meant > 0 && meant <= agenda.size())
            findings.push_back({"is_item", {part.label, agenda[item], std::to_string(meant), agenda[meant - 1]}});
        else if (!part.heading.empty() && shared_words(telling_words(part.heading), items[item]) == 0)
            findings.push_back({"not_item", {part.label, agenda[item], part.heading}});
    }
    return findings;
}

}
