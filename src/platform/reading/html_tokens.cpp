#include "platform/reading/html_tokens.hpp"

#include "platform/reading/decoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace reading {

namespace {

struct Entity {
    std::string_view name;
    char32_t letter;
};

// Those of HTML 4 that Czech pages use; the rest come as numbers.
constexpr std::array html_entities = {
    Entity{"AElig", 0xC6},    Entity{"Aacute", 0xC1},  Entity{"Acirc", 0xC2},   Entity{"Agrave", 0xC0},
    Entity{"Auml", 0xC4},     Entity{"Ccaron", 0x10C}, Entity{"Ccedil", 0xC7},  Entity{"Dcaron", 0x10E},
    Entity{"Eacute", 0xC9},   Entity{"Ecaron", 0x11A}, Entity{"Euml", 0xCB},    Entity{"Iacute", 0xCD},
    Entity{"Lstrok", 0x141},  Entity{"Ncaron", 0x147}, Entity{"Oacute", 0xD3},  Entity{"Ocirc", 0xD4},
    Entity{"Odblac", 0x150},  Entity{"Ouml", 0xD6},    Entity{"Rcaron", 0x158}, Entity{"Scaron", 0x160},
    Entity{"Tcaron", 0x164},  Entity{"Uacute", 0xDA},  Entity{"Uring", 0x16E},  Entity{"Uuml", 0xDC},
    Entity{"Yacute", 0xDD},   Entity{"Zcaron", 0x17D}, Entity{"aacute", 0xE1},  Entity{"acirc", 0xE2},
    Entity{"aelig", 0xE6},    Entity{"agrave", 0xE0},  Entity{"amp", '&'},      Entity{"apos", '\''},
    Entity{"auml", 0xE4},     Entity{"bdquo", 0x201E}, Entity{"bull", 0x2022},  Entity{"ccaron", 0x10D},
    Entity{"ccedil", 0xE7},   Entity{"copy", 0xA9},    Entity{"dcaron", 0x10F}, Entity{"deg", 0xB0},
    Entity{"eacute", 0xE9},   Entity{"ecaron", 0x11B}, Entity{"emsp", ' '},     Entity{"ensp", ' '},
    Entity{"euml", 0xEB},     Entity{"euro", 0x20AC},  Entity{"frac12", 0xBD},  Entity{"gt", '>'},
    Entity{"hellip", 0x2026}, Entity{"iacute", 0xED},  Entity{"laquo", 0xAB},   Entity{"ldquo", 0x201C},
    Entity{"lsquo", 0x2018},  Entity{"lstrok", 0x142}, Entity{"lt", '<'},       Entity{"mdash", 0x2014},
    Entity{"middot", 0xB7},   Entity{"nbsp", 0xA0},    Entity{"ncaron", 0x148}, Entity{"ndash", 0x2013},
    Entity{"oacute", 0xF3},   Entity{"ocirc", 0xF4},   Entity{"odblac", 0x151}, Entity{"ouml", 0xF6},
    Entity{"para", 0xB6},     Entity{"quot", '"'},     Entity{"raquo", 0xBB},   Entity{"rarr", 0x2192},
    Entity{"rcaron", 0x159},  Entity{"rdquo", 0x201D}, Entity{"reg", 0xAE},     Entity{"rsquo", 0x2019},
    Entity{"sbquo", 0x201A},  Entity{"scaron", 0x161}, Entity{"sect", 0xA7},    Entity{"shy", 0xAD},
    Entity{"szlig", 0xDF},    Entity{"tcaron", 0x165}, Entity{"thinsp", ' '},   Entity{"times", 0xD7},
    Entity{"trade", 0x2122},  Entity{"uacute", 0xFA},  Entity{"uring", 0x16F},  Entity{"uuml", 0xFC},
    Entity{"yacute", 0xFD},   Entity{"zcaron", 0x17E}, Entity{"zwj", 0x200D},   Entity{"zwnj", 0x200C},
};

// The letter behind &, and how many characters it took; nought where it is only an &.
std::pair<char32_t, std::size_t> entity_at(std::string_view text) {
    std::size_t end = 1;
    if (text.starts_with("&#")) {
        bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
        auto begin = text.data() + (hex ? 3 : 2);
        unsigned value = 0;
        auto last = text.data() + std::min<std::size_t>(text.size(), 12);
        if (begin >= last) return {0, 0};
        auto [stop, error] = std::from_chars(begin, last, value, hex ? 16 : 10);
        if (error != std::errc{} || stop == begin) return {0, 0};
        end = std::size_t(stop - text.data());
        if (end < text.size() && text[end] == ';') ++end;
        if (value >= 0x80 && value < 0xA0) {    // meant as windows-1252, which agrees here
            std::size_t at = 0;
            auto letter = decoded(std::string(1, char(value)), "windows-1250");
            return {letter.empty() ? U' ' : next_character(letter, at), end};
        }
        return {value, end};
    }
    while (end < text.size() && end < 10 && std::isalnum(static_cast<unsigned char>(text[end]))) ++end;
    auto name = text.substr(1, end - 1);
    auto found = std::ranges::find(html_entities, name, &Entity::name);
    if (found == html_entities.end()) return {0, 0};
    if (end < text.size() && text[end] == ';') ++end;
    return {found->letter, end};
}

std::string small_letters(std::string_view text) {
    std::string out{text};
    for (auto& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

}

std::string with_entities_replaced(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '&')
            if (auto [letter, length] = entity_at(text.substr(at)); length > 0) {
                append_utf8(out, letter);
                at += length;
                continue;
            }
        out += text[at++];
    }
    return out;
}

std::string_view HtmlToken::attribute(std::string_view wanted) const {
    for (auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

bool HtmlTokens::next(HtmlToken& token) {
    while (!rest_.empty()) {
        token = {};
        if (!raw_end_.empty()) {    // nothing of a script is text
            auto end = rest_.find("</");
            while (end != rest_.npos && small_letters(rest_.substr(end + 2, raw_end_.size())) != raw_end_)
                end = rest_.find("</", end + 2);
            rest_.remove_prefix(std::min(end, rest_.size()));
            raw_end_.clear();
            continue;
        }
        if (rest_.front() != '<') {
            auto end = std::min(rest_.find('<'), rest_.size());
            token.words = with_entities_replaced(rest_.substr(0, end));
            rest_.remove_prefix(end);
            return true;
        }
        if (rest_.starts_with("<!--")) {
            // Word hides what only old browsers see behind <!--[if …]>, and shows the rest by <![if …]>
            auto end = rest_.find("-->", 4);
            rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 3);
            continue;
        }
        if (rest_.starts_with("<!") || rest_.starts_with("<?")) {
            auto end = rest_.find('>');
            rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
            continue;
        }
        if (tag(token)) return true;
        token.words = "<";
        rest_.remove_prefix(1);
        return true;
    }
    return false;
}

bool HtmlTokens::tag(HtmlToken& token) {
    auto at = std::size_t{1};
    token.kind = HtmlToken::opening;
    if (rest_.size() > 1 && rest_[1] == '/') token.kind = HtmlToken::closing, at = 2;
    auto from = at;
    while (at < rest_.size() && !is_blank(rest_[at]) && rest_[at] != '>' && rest_[at] != '/') ++at;
    if (at == from || !std::isalpha(static_cast<unsigned char>(rest_[from]))) {
        token.kind = HtmlToken::text;
        return false;
    }
    token.name = small_letters(rest_.substr(from, at - from));
    rest_.remove_prefix(at);
    attributes(token);
    if (token.kind == HtmlToken::opening &&
        (token.name == "script" || token.name == "style" || token.name == "textarea" || token.name == "noscript" ||
         token.name == "xml"))
        if (!token.closes_itself) raw_end_ = token.name;
    return true;
}

void HtmlTokens::attributes(HtmlToken& token) {
    while (!rest_.empty() && rest_.front() != '>') {
        if (is_blank(rest_.front()) || rest_.front() == '/') {
            token.closes_itself = rest_.front() == '/';
            rest_.remove_prefix(1);
            continue;
        }
        token.closes_itself = false;
        std::size_t at = 0;
        while (at < rest_.size() && !is_blank(rest_[at]) && rest_[at] != '=' && rest_[at] != '>' &&
               (rest_[at] != '/' || at == 0))
            ++at;
        auto key = small_letters(rest_.substr(0, at));
        rest_.remove_prefix(std::max<std::size_t>(at, 1));
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
        std::string value;
        if (!rest_.empty() && rest_.front() == '=') {
            rest_.remove_prefix(1);
            while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
            if (!rest_.empty() && (rest_.front() == '"' || rest_.front() == '\'')) {
                auto end = rest_.find(rest_.front(), 1);
                value = rest_.substr(1, end == rest_.npos ? rest_.npos : end - 1);
                rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
            } else {
                at = 0;
                while (at < rest_.size() && !is_blank(rest_[at]) && rest_[at] != '>') ++at;
                value = rest_.substr(0, at);
                rest_.remove_prefix(at);
            }
        }
        if (token.attributes.size() < 64) token.attributes.emplace_back(std::move(key), with_entities_replaced(value));
    }
    if (!rest_.empty()) rest_.remove_prefix(1);
}

}
