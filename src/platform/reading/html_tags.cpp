#include "platform/reading/html_tags.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace reading {

namespace {

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::ranges::find(names, name) != names.end();
}

char small_letter(char sign) { return char(std::tolower(static_cast<unsigned char>(sign))); }

// Part of a set of tabs or of a list that unfolds: out of sight at first, but text of the page.
bool unfolds(const HtmlToken& tag) {
    if (tag.attribute("role") == "tabpanel") return true;
    std::string name{tag.attribute("class")};
    std::ranges::transform(name, name.begin(), small_letter);
    for (std::string_view word : {"tab-", "tabpanel", "accordion", "akordeon", "collapse", "panel", "rozbal", "toggle"})
        if (name.find(word) != name.npos) return true;
    return false;
}

bool has_hiding_style(std::string style) {
    std::erase(style, ' ');
    return style.find("display:none") != style.npos || style.find("mso-hide:all") != style.npos ||
           style.find("visibility:hidden") != style.npos;
}

// Of a class or an identifier.
bool names_furniture(std::string_view value) {
    static constexpr std::array<std::string_view, 26> words = {
        "cookie",     "cookies", "susenky", "cookiebar",       "consent",    "gdpr",        "menu",       "navigace",
        "navigation", "navbar",  "nav",     "drobecky",        "breadcrumb", "breadcrumbs", "paticka",    "footer",
        "sidebar",    "skip",    "sr-only", "visually-hidden", "share",      "sdileni",     "pagination", "strankovani",
        "search",     "hledani"};
    std::string word;
    for (std::size_t at = 0; at <= value.size(); ++at) {
        if (at < value.size() && value[at] != ' ' && value[at] != '_') word += small_letter(value[at]);
        else if (one_of(word, words) || word.find("cookie") != word.npos) return true;
        else word.clear();
    }
    return false;
}

}

bool is_void_tag(std::string_view name) {
    static constexpr std::array<std::string_view, 15> tags = {"area",  "base",   "br",    "col",  "embed",
                                                              "hr",    "img",    "input", "link", "meta",
                                                              "param", "source", "track", "wbr",  "frame"};
    return one_of(name, tags);
}

bool is_never_text(std::string_view name) {
    static constexpr std::array<std::string_view, 17> tags = {
        "script", "style",  "template", "noscript", "head",   "nav", "footer", "aside", "button",
        "svg",    "iframe", "object",   "xml",      "dialog", "del", "s",      "strike"};
    return one_of(name, tags);
}

bool is_block_tag(std::string_view name) {
    static constexpr std::array<std::string_view, 33> tags = {
        "p",        "div",    "section",    "article", "main",    "header", "address", "blockquote", "pre",
        "fieldset", "figure", "figcaption", "center",  "form",    "ul",     "ol",      "dl",         "li",
        "dt",       "dd",     "table",      "caption", "tr",      "td",     "th",      "thead",      "tbody",
        "tfoot",    "body",   "html",       "hr",      "details", "summary"};
    return one_of(name, tags);
}

bool is_inline_tag(std::string_view name) {
    static constexpr std::array<std::string_view, 6> tags = {"span", "b", "strong", "em", "label", "small"};
    return one_of(name, tags);
}

bool is_heading_tag(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_page_furniture(const HtmlToken& tag) {
    static constexpr std::array<std::string_view, 7> roles = {"navigation", "dialog",        "search", "contentinfo",
                                                              "banner",     "complementary", "menu"};
    if (one_of(tag.attribute("role"), roles)) return true;
    return std::ranges::any_of(tag.attributes, [&](auto& attribute) {
        auto& [name, value] = attribute;
        if (name == "class" || name == "id") return names_furniture(value);
        return (name == "hidden" || (name == "style" && has_hiding_style(value))) && !unfolds(tag);
    });
}

bool numbers_by_hand(const HtmlToken& tag) {
    auto style = tag.attribute("style");
    return style.find("mso-list:Ignore") != style.npos || style.find("mso-list: Ignore") != style.npos;
}

bool gives_facts(std::string_view rest) {
    auto box = rest.substr(0, std::min(rest.find("</aside"), rest.size()));
    return box.find("<dt") != box.npos || (box.find("<table") != box.npos && box.find("<td") != box.npos);
}

}
