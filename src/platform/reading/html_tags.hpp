// What a tag says of the text inside it: whether it belongs to the page at all, and where blocks begin and end.
#pragma once

#include "platform/reading/html_tokens.hpp"

namespace reading {

bool is_void_tag(std::string_view name);      // nothing closes it: <br>, <img>
bool is_never_text(std::string_view name);    // <script>, <nav>, <footer>
bool is_block_tag(std::string_view name);
bool is_inline_tag(std::string_view name);    // <span>, <b>: of those that mark labels
bool is_heading_tag(std::string_view name);

bool is_page_furniture(const HtmlToken&);    // menus, crumbs and bars, by the words that pages call them with; hidden
bool numbers_by_hand(const HtmlToken&);      // where Word writes the marker of an item
// Whether a box beside the article lists facts: a list of terms, a table.  What stands behind its tag.
bool gives_facts(std::string_view rest);

}
