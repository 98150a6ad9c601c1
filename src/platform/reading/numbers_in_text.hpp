// Paragraphs of the act on social services, registration numbers of projects, money.
#pragma once

#include "platform/reading/letters.hpp"

#include <cstdint>

namespace reading {

struct ParagraphInText {
    std::string paragraph{};    // „§ 60a“
    std::size_t from = 0;
    bool other_act = false;    // of the municipal act, of the civil code
};

// „§ 39“, „§67“, „§§ 39 a 40“, „§ 44-46“, „§ 44-47 bez § 45“, „§ 37 odst. 3“.
std::vector<ParagraphInText> paragraphs_in(const Letters&);

// CZ.03.2.63/0.0/0.0/15_039/0008217; a prefix alone is none.
std::vector<std::string> registration_numbers_in(const Letters&);

// In Kč: 46 500 Kč, 150 000,- Kč, 44 659,9 tis. Kč, 4,2 mil. Kč.
std::vector<std::int64_t> amounts_in(const Letters&);

}
