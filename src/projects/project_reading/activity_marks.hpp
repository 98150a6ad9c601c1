// Marks before activities: KA1, KA 02.1, "Aktivita č. 3:", "Krok 2 –", 2A, (1a), B.1), 2/1, a), ii), I.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace projects {

// What kind of mark it is; those of more parts come behind decimal_mark.
enum MarkKind { bullet_mark, letter_mark, roman_mark, word_mark, decimal_mark };

struct Mark {
    std::string no{};    // without its word and bracket
    int kind = bullet_mark;
    std::size_t text = 0;    // first token of the title
};

// The mark of an item as the program counts it.
std::optional<Mark> mark_of(std::string_view marker);
// The mark that a text begins with.
std::optional<Mark> written_mark(std::string_view text, const passages::Tokens&);
// Marks with their word inside a text, "KA1 … KA2 …", counting on from the number asked for.
struct MarkInText {
    std::string no{};
    passages::Span tokens{};
};
std::vector<MarkInText> marks_in_text(const passages::Tokens&, int next = 1);

bool begins_with_activity_word(const passages::Tokens&);

}
