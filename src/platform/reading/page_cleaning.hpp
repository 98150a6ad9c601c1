// A document without what pages add to it: page numbers, repeated heads and feet, words cut at ends of lines; and where
// it was plainly read from a scan, the letters that scanners mistake put right.
#pragma once

#include "platform/reading/text_document.hpp"

namespace reading {

struct CleanDocument {
    TextDocument document{};
    std::vector<std::size_t> origin{};    // of each line: which one it was
    bool scanned = false;
    std::vector<std::string> heads{};    // what stood on top of its pages, each once
};

CleanDocument cleaned(const TextDocument&);

// Lines that the end of a page parted: the one above goes on in the one below.
bool goes_over_page(const std::string& above, const std::string& below);

bool is_page_number(std::string_view line);        // „- 2 -“, „stránka 1 ze 4“, „Strana 2 (celkem 5)“
bool was_scanned(const TextDocument&);             // l2. 4. 2o19, Ma1inová: several times
std::string with_scan_mended(std::string_view);    // 12. 4. 2019, Malinová, Přítomni

}
