// What of a letter its sender wrote, and what other letter it holds.
#pragma once

#include <string>
#include <string_view>

namespace reading {

struct LetterWritten {
    std::string text{};
    // Of the letter that the sender only sent on; empty where the letter is the sender's own.
    std::string sender{}, subject{}, sent_on{};
};

LetterWritten without_quotations(std::string_view text);

// Tue, 13 Apr 2021 08:15:00 +0200: the day as the letter writes it.
std::string day_sent(std::string_view field);

}
