// Whatever bytes are a value, they stay a value: nothing of them becomes a tag, an attribute or an address that runs,
// and unescaped they are what was given.  The typography of any bytes can be done twice without changing anything more.
#include "platform/html/out.hpp"
#include "platform/html/typography.hpp"

#include <array>
#include <cctype>
#include <cstdlib>

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

// What stands between two markers, which a value cannot hold, as its < and > are escaped.
std::string_view between(std::string_view html, std::string_view before, std::string_view after) {
    auto from = html.find(before);
    must(from != html.npos);
    html.remove_prefix(from + before.size());
    auto to = html.find(after);
    must(to != html.npos);
    return html.substr(0, to);
}

// As a browser reads text and attributes; anything that could end them stops us.
std::string unescaped(std::string_view html) {
    constexpr std::array<std::pair<std::string_view, char>, 5> known{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
    std::string text;
    while (!html.empty()) {
        must(std::string_view{"<>\"'"}.find(html[0]) == std::string_view::npos);
        if (html[0] != '&') {
            text += html[0], html.remove_prefix(1);
            continue;
        }
        auto size = text.size();
        for (auto& [written, meant] : known)
            if (size == text.size() && html.starts_with(written)) text += meant, html.remove_prefix(written.size());
        must(text.size() == size + 1);
    }
    return text;
}

int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

// As a server reads a part of an address: only what needs no escape stands plainly.
std::string decoded(std::string_view part) {
    std::string text;
    for (std::size_t at = 0; at < part.size(); ++at) {
        if (part[at] != '%') {
            must(std::isalnum(static_cast<unsigned char>(part[at])) ||
                 std::string_view{"-._~"}.find(part[at]) != std::string_view::npos);
            text += part[at];
            continue;
        }
        must(at + 2 < part.size());
        auto high = digit(part[at + 1]), low = digit(part[at + 2]);
        must(high >= 0 && low >= 0);
        text += char(high * 16 + low);
        at += 2;
    }
    return text;
}

// Our own pages, or one of the four schemes that only open something.
bool harmless(std::string_view address) {
    if (address.starts_with("//")) return false;
    for (auto start : {"/", "?", "#", "https://", "http://", "mailto:", "tel:"}) {
        std::string_view wanted{start};
        bool same = address.size() >= wanted.size();
        for (std::size_t n = 0; same && n < wanted.size(); ++n)
            same = std::tolower(static_cast<unsigned char>(address[n])) == wanted[n];
        if (same) return true;
    }
    return false;
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    static const i18n::Texts texts{"cs", std::vector<std::filesystem::path>{}};
    std::string value{reinterpret_cast<const char*>(bytes), size};
    html::Out out{texts};
    out.put(R"(<p title="{}"><b>{}</b><a href="{}"><i class='{}'></i><a class="part" href="/sluzby/{}?q={}"></p>)",
            value, value, value, value, value, value);
    std::string page = out.html();

    must(unescaped(between(page, "<p title=\"", "\"><b>")) == value);
    // In text, and only there, words are set as Czech asks.
    bool words = value.find(' ') != value.npos;
    must(unescaped(between(page, "<b>", "</b>")) == (words ? html::czech_typography(value) : value));
    must(unescaped(between(page, "<i class='", "'></i>")) == value);
    auto path = between(page, "<a class=\"part\" href=\"/sluzby/", "\"></p>");
    auto question = path.find("?q=");
    must(decoded(path.substr(0, question)) == value);
    must(decoded(path.substr(question + 3)) == value);
    auto address = unescaped(between(page, "</b><a href=\"", "\"><i class="));
    must(address == "#refused" || (address == value && harmless(address)));
    for (unsigned char c : address) must(c > ' ' && c != '\\' && c != 0x7f);

    auto set = html::czech_typography(value);
    must(html::czech_typography(set) == set);
    return 0;
}
