// Reads the tables of words and applies them.
#include "platform/search/language.hpp"

#include "platform/base/embedded.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>
#include <stdexcept>

namespace search {

namespace {

void add_once(std::vector<std::string>& list, std::string word) {
    if (std::ranges::find(list, word) == list.end()) list.push_back(std::move(word));
}

bool meet(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::ranges::any_of(some, [&](auto& each) { return std::ranges::find(others, each) != others.end(); });
}

// Calls do_with(left, right) for each line of a table.
void each_line(std::string_view table, auto do_with) {
    for (std::size_t number = 1; !table.empty(); ++number) {
        auto end = std::min(table.find('\n'), table.size());
        auto line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        auto middle = line.find(';');
        if (middle == 0 || middle == line.npos || middle + 1 == line.size())
            throw std::runtime_error{"table of search words, line " + std::to_string(number) + ": expected left;right"};
        do_with(line.substr(0, middle), line.substr(middle + 1));
    }
}

void each_part(std::string_view list, auto do_with) {
    while (!list.empty()) {
        auto end = std::min(list.find('|'), list.size());
        do_with(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

std::string_view carried(std::string_view name) {
    for (auto& file : platform::files())
        if (file.path == name) return file.bytes;
    throw std::runtime_error{"the binary does not carry " + std::string{name}};
}

}

Language::Language(Tables tables, std::string dictionary) : dictionary_{std::move(dictionary)} {
    read_stop_words(tables.stop_words);
    read_rules(tables.abbreviations, true);
    read_rules(tables.synonyms, false);
}

void Language::read_stop_words(std::string_view table) {
    each_line(table, [&](auto left, auto right) {
        if (right != "empty" && right != "weak")
            throw std::runtime_error{"table of stop words: expected empty or weak, not " + std::string{right}};
        each_part(left, [&](auto each) {
            for (auto& word : words(each)) standing_[word.folded] = right == "weak" ? Standing::weak : Standing::empty;
        });
    });
}

void Language::read_rules(std::string_view table, bool abbreviations) {
    each_line(table, [&](auto left, auto right) {
        Rule meant{.abbreviation = abbreviations};
        each_part(right, [&](auto phrase) { meant.means.push_back(analyse(phrase)); });
        each_part(left, [&](auto each) {
            auto said = analyse(each);
            if (said.empty()) return;
            auto rule = meant;
            if (abbreviations) longest_abbreviation_ = std::max(longest_abbreviation_, said.front().folded.size());
            rule.capitals = abbreviations && said.front().word.capitals && said.front().folded.size() > 1;
            for (auto& word : said) rule.says.push_back(word);
            rules_by_key_[said.front().folded].push_back(rules_.size());
            if (!abbreviations)
                for (auto& stem : said.front().stems) rules_by_key_["~" + stem].push_back(rules_.size());
            if (!abbreviations && said.size() == 1 && said.front().folded.size() > 4)
                everyday_words_.push_back(said.front().folded);
            rules_.push_back(std::move(rule));
        });
    });
}

Keys Language::keys(const Word& word) const {
    Keys keys{.folded = word.folded};
    for (auto& stem : stems(word.folded)) add_once(keys.stems, stem);
    for (auto& base : dictionary_[word.text].bases)
        if (base.size() > 2) add_once(keys.stems, stems(base).front());
    for (auto& stem : keys.stems) add_once(keys.roots, root(stem));
    return keys;
}

std::vector<Analysed> Language::analyse(std::string_view text) const {
    std::vector<Analysed> all;
    for (auto& word : words(text)) {
        Analysed analysed{keys(word), word};
        if (auto at = standing_.find(word.folded); at != standing_.end()) analysed.standing = at->second;
        all.push_back(std::move(analysed));
    }
    return all;
}

const Rule* Language::abbreviation(const Word& word) const {
    if (word.folded.size() > longest_abbreviation_) return nullptr;
    auto at = rules_by_key_.find(word.folded);
    if (at == rules_by_key_.end()) return nullptr;
    for (auto number : at->second)
        if (auto& rule = rules_[number];
            rule.abbreviation && rule.says.size() == 1 && (!rule.capitals || word.capitals))
            return &rule;
    return nullptr;
}

// Empty words may stand between those of the rule: "hlídání (pro) nemocného".
bool Language::begins_at(const Rule& rule, std::span<const Analysed> text, std::size_t at, std::size_t& count) const {
    auto here = at;
    for (std::size_t n = 0; n < rule.says.size(); ++n, ++here) {
        auto fits = [&](const Analysed& word) {
            return word.folded == rule.says[n].folded || (!rule.abbreviation && meet(word.stems, rule.says[n].stems));
        };
        while (n > 0 && here < text.size() && text[here].standing == Standing::empty && !fits(text[here])) ++here;
        if (here >= text.size() || !fits(text[here])) return false;
    }
    count = here - at;
    return true;
}

std::vector<Span> Language::rules_in(std::span<const Analysed> text) const {
    std::vector<Span> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::vector<std::size_t> candidates;
        auto look = [&](const std::string& key) {
            if (auto rules = rules_by_key_.find(key); rules != rules_by_key_.end())
                for (auto rule : rules->second)
                    if (std::ranges::find(candidates, rule) == candidates.end()) candidates.push_back(rule);
        };
        look(text[at].folded);
        for (auto& stem : text[at].stems) look("~" + stem);
        for (auto rule : candidates)
            if (std::size_t count = 0; begins_at(rules_[rule], text, at, count))
                found.push_back({&rules_[rule], at, count});
    }
    return found;
}

const Language& czech() {
    static const Language language{{.abbreviations = carried("platform/search/data/abbreviations.csv"),
                                    .synonyms = carried("platform/search/data/synonyms.csv"),
                                    .stop_words = carried("platform/search/data/stop_words.csv")}};
    return language;
}

std::vector<Analysed> analyse(std::string_view text) { return czech().analyse(text); }

}
