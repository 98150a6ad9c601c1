// Where Czech words may be parted at the end of a line.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace documents {

// Not for several threads at once.
class Hyphenation {
public:
    Hyphenation();    // the Czech patterns of Debian's hyphen-cs; without them no word is parted
    ~Hyphenation();
    Hyphenation(const Hyphenation&) = delete;
    Hyphenation& operator=(const Hyphenation&) = delete;

    // The text with soft hyphens in words of six letters and more, two letters at least before each and three behind.
    // Addresses, numbers and words with capitals inside stay whole.
    std::string soften(std::string_view text) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
