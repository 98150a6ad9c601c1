// A text beside its likeness in plain small letters, one for each character: rules are written once for Czech with
// accents, without them and in capitals, and what they find is cut out of the text as it stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

struct Letters {
    explicit Letters(std::string_view source);

    std::string source{};
    std::string low{};                  // á is a, – is -, „ is ", nbsp is a blank; ~ for what has no likeness
    std::string plain{};                // the same with capitals
    std::vector<std::uint32_t> at{};    // where each begins in the source, and its end

    std::size_t size() const { return low.size(); }
    std::string cut(std::size_t from, std::size_t to) const { return source.substr(at[from], at[to] - at[from]); }
    std::string cut(std::size_t from) const { return cut(from, size()); }
    bool capital(std::size_t i) const { return plain[i] >= 'A' && plain[i] <= 'Z'; }
};

std::string plain_small(std::string_view text);     // Letters{text}.low
std::string only_letters(std::string_view text);    // letters and digits alone: „Z Á P I S“ is zapis

}
