// A web page or what Word saved as one: the text of its main part, without menus, bars and footers.
#include "platform/reading/html_reader.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/html_blocks.hpp"
#include "platform/reading/html_controls.hpp"
#include "platform/reading/html_tags.hpp"

#include <algorithm>

namespace reading {

namespace {

class HtmlPage {
public:
    explicit HtmlPage(bool only_main) : only_main_{only_main} {}

    TextDocument read(std::string_view html) {
        HtmlTokens tokens{html};
        HtmlToken token;
        while (tokens.next(token)) {
            if (token.kind == HtmlToken::text) words(token.words);
            else if (token.kind == HtmlToken::opening) opens(token, tokens.rest());
            else closes(token.name);
        }
        auto& document = blocks_.finish();
        document.title = squeezed(title_);
        for (auto& line : text::parted(footer_, "\n"))
            if (auto text = squeezed(line); !text.empty()) document.footer.push_back(text);
        return std::move(document);
    }

private:
    struct Open {
        std::string name{};
        bool hides = false, marker = false, main = false;
    };

    // The part of the site that is left out, but says who it is.
    bool in_footer() const {
        return std::ranges::any_of(open_, [](auto& one) { return one.hides && one.name == "footer"; });
    }

    bool shown() const { return hidden_ == 0 && (!only_main_ || main_ > 0); }

    void words(const std::string& text) {
        if (in_title_) title_ += text;
        if (in_footer()) footer_ += text;
        if (!shown()) return;
        if (markers_ > 0) blocks_.words_of_marker(text);
        else blocks_.words(text);
    }

    void opens(const HtmlToken& tag, std::string_view rest) {
        if (tag.name == "title") in_title_ = true;
        bool main = tag.name == "main" || tag.name == "article" || tag.attribute("role") == "main";
        main_ += main;
        if (is_void_tag(tag.name)) return stands_alone(tag);
        if (tag.closes_itself && tag.name.find(':') != tag.name.npos) return;
        bool facts = tag.name == "aside" && gives_facts(rest);
        main_ += facts;
        bool hides = this->hides(tag);
        bool marker = !hides && numbers_by_hand(tag);
        if (!hides && is_inline_tag(tag.name)) blocks_.inline_begins();
        if (!hides && shown() && tag.name == "a") blocks_.link(tag.attribute("href"));
        open_.push_back({.name = tag.name, .hides = hides, .marker = marker, .main = main || facts});
        if (hides && shown()) blocks_.flush();
        hidden_ += hides, markers_ += marker;
        if (!hides && !marker && shown()) blocks_.opens(tag);
    }

    void stands_alone(const HtmlToken& tag) {
        if (tag.name == "br" && in_footer()) footer_ += '\n';
        if (!shown()) return;
        if (tag.name == "br") blocks_.line_break();
        if (tag.name == "input") blocks_.control(value_of_input(tag));
        if (tag.name == "hr") blocks_.rule();
    }

    bool hides(const HtmlToken& tag) const {
        bool of_article = tag.name == "aside" && main_ > 0;    // not of the site
        bool not_chosen = tag.name == "option" && !has_attribute(tag, "selected");
        return hidden_ > 0 || not_chosen || (is_never_text(tag.name) && !of_article) || is_page_furniture(tag) ||
               (tag.name == "header" && main_ == 0 && only_main_);
    }

    // What was left open inside closes with it, but no cell closes the page's own frame.
    void closes(const std::string& name) {
        if (name == "title") in_title_ = false;
        auto last = std::find_if(open_.rbegin(), open_.rend(), [&](auto& one) { return one.name == name; });
        if (last == open_.rend()) {
            if (name == "p" && shown()) blocks_.flush();
            return;
        }
        for (auto count = last - open_.rbegin() + 1; count > 0; --count) close_last();
    }

    void close_last() {
        auto one = std::move(open_.back());
        open_.pop_back();
        if (!one.hides && shown() && is_inline_tag(one.name)) blocks_.inline_ends();
        if (in_footer() && (one.hides || is_block_tag(one.name))) footer_ += '\n';
        hidden_ -= one.hides, markers_ -= one.marker;
        if (!one.hides && !one.marker && shown()) blocks_.closes(one.name);
        if (one.main) blocks_.flush(), --main_;
    }

    HtmlBlocks blocks_{};
    std::vector<Open> open_{};
    std::string title_{}, footer_{};
    int hidden_ = 0, main_ = 0, markers_ = 0;    // how many of these tags are open
    bool only_main_ = false, in_title_ = false;
};

std::string_view charset_of(std::string_view html) {
    auto head = html.substr(0, 4096);
    auto at = head.find("charset");
    if (at == head.npos) at = head.find("CHARSET");
    if (at == head.npos) at = head.find("encoding=");    // <?xml … encoding="…"?>
    if (at == head.npos) return {};
    auto from = head.find('=', at);
    if (from == head.npos || from > at + 12) return {};
    from = head.find_first_not_of(" =\"'", from);
    if (from == head.npos) return {};
    return head.substr(from, head.find_first_of("\"' ;>", from) - from);
}

}

// The main part where the page says which it is and has enough in it; otherwise all but menus and bars.
TextDocument read_html(std::string_view bytes) {
    auto html = decoded(bytes, charset_of(bytes));
    auto main = HtmlPage{true}.read(html);
    auto text = main.text();
    auto document = text.size() > 200 ? std::move(main) : HtmlPage{false}.read(html);
    DocumentBuilder out{"html"};
    for (auto& line : document.lines) out.line(std::move(line));
    auto whole = out.take();
    whole.title = std::move(document.title), whole.footer = std::move(document.footer);
    return whole;
}

}
