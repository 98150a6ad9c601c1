// An address that a page writes many times with other ends: checked and escaped once.
#pragma once

#include <string>
#include <string_view>

namespace html {

class PageAddress {
public:
    // As a whole address in a template: what leads elsewhere or nowhere becomes #refused.
    explicit PageAddress(std::string_view url);

    // The same with a value behind it, which is escaped for its place there.
    PageAddress with(std::string_view value) const;

    // As it stands in an attribute.
    std::string_view escaped() const { return escaped_; }

private:
    PageAddress() = default;

    std::string escaped_;
};

}
