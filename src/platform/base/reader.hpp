// Reads what people type piece by piece: digits, words, dashes.  Everything that parses Czech numbers and dates uses
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

// The same text without accents and capitals, with plain spaces, - for every dash and minus, and nothing at its ends.
// Longer texts than anybody types for a number or a date come back empty.
std::string simplified(std::string_view typed);

// Walks over a simplified text.  Cheap to copy, so that a reading that fails is simply dropped.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_{text} {}

    bool at_end() const { return rest_.empty(); }
    char next() const { return rest_.empty() ? '\0' : rest_.front(); }
    std::string_view rest() const { return rest_; }

    bool spaces();    // skips them; were there any?
    bool take(char);
    bool take(std::string_view);
    bool take_word(std::string_view);    // only if no letter follows
    bool dash();                         // - with any spaces around
    std::string_view word();             // a run of letters, may be empty
    std::string_view digits();           // a run of digits, may be empty

    // A run of so many digits as a number, or nothing and nothing is read.
    std::optional<int> number(std::size_t fewest, std::size_t most);

private:
    std::string_view rest_;
};
