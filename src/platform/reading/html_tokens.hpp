// HTML cut into tags and texts as browsers do, without ever giving up: whatever comes is read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reading {

struct HtmlToken {
    enum Kind { text, opening, closing } kind = text;
    std::string name{};     // of a tag, small letters
    std::string words{};    // of a text, entities replaced
    std::vector<std::pair<std::string, std::string>> attributes{};
    bool closes_itself = false;

    std::string_view attribute(std::string_view name) const;
};

class HtmlTokens {
public:
    explicit HtmlTokens(std::string_view html) : rest_{html} {}
    bool next(HtmlToken&);    // false behind the last one
    std::string_view rest() const { return rest_; }

private:
    bool tag(HtmlToken&);
    void attributes(HtmlToken&);

    std::string_view rest_;
    std::string raw_end_{};    // inside <script> and their like: the tag that ends them
};

std::string with_entities_replaced(std::string_view);

}
