// What the search knows of Czech: the forms of a word, its abbreviations, words that carry no meaning, and everyday
// words for what the law calls otherwise.
#pragma once

#include "platform/search/dictionary.hpp"
#include "platform/search/words.hpp"

#include <cstdint>
#include <span>

namespace search {

// By what a word is found.  Two words with a common stem are forms of one word, with a common root they are related.
struct Keys {
    std::string folded;
    std::vector<std::string> stems;
    std::vector<std::string> roots;
};

enum class Standing : std::uint8_t {
    full,     // a text must have it to be found
    weak,     // "služba", "pomoc": it helps a text rank, but need not be there
    empty,    // "pro", "kde", "hledám": not looked for while other words remain
};

struct Analysed : Keys {
    Word word;
    Standing standing = Standing::full;
};

// Words that mean other words: STD → sociálně terapeutické dílny; babička → senior.
struct Rule {
    std::vector<Keys> says;
    bool capitals = false;                       // in texts the abbreviation counts only in capitals: DS, PS
    bool abbreviation = false;                   // the same thing, written shorter; otherwise only near in meaning
    std::vector<std::vector<Analysed>> means;    // any of these phrases
};

struct Span {
    const Rule* rule;
    std::size_t first, count;    // which words of the text it covers
};

class Language {
public:
    // The tables are lines of "left;right", with # for remarks: abbreviations and synonyms with | between several
    // phrases, stop words with "empty" or "weak".  std::runtime_error names the line that is not so.
    struct Tables {
        std::string_view abbreviations, synonyms, stop_words;
    };

    explicit Language(Tables, std::string dictionary = "/usr/share/hunspell/cs_CZ");

    std::vector<Analysed> analyse(std::string_view text) const;
    const Rule* abbreviation(const Word&) const;    // as a text writes it; null when it is none
    std::vector<Span> rules_in(std::span<const Analysed>) const;

    // Rules whose first word reads like a mistyped one: the words themselves, folded.
    const std::vector<std::string>& everyday_words() const { return everyday_words_; }

    Keys keys(const Word&) const;
    bool spelled(const Word& word) const { return dictionary_[word.text].spelled; }
    bool has_dictionary() const { return dictionary_.present(); }

private:
    void read_stop_words(std::string_view);
    void read_rules(std::string_view, bool abbreviations);
    bool begins_at(const Rule&, std::span<const Analysed>, std::size_t at, std::size_t& count) const;

    Dictionary dictionary_;
    std::unordered_map<std::string, Standing> standing_;
    std::vector<Rule> rules_;
    std::unordered_map<std::string, std::vector<std::size_t>> rules_by_key_;
    std::vector<std::string> everyday_words_;
    std::size_t longest_abbreviation_ = 0;
};

// Czech with the tables the binary carries.
const Language& czech();

// The keys of a text's words, in order.
std::vector<Analysed> analyse(std::string_view text);

}
