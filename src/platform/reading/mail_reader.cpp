// A letter as it was stored (.eml): the text that its sender wrote, without quotations, attachments and repeated parts.
#include "platform/reading/html_reader.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/mail_quotations.hpp"
#include "platform/reading/reading_error.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace reading {

namespace {

constexpr int parts_deep_most = 8;

std::string in_small_letters(std::string_view text) {
    std::string out{text};
    for (auto& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string from_quoted_printable(std::string_view text, bool in_header) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto c = text[at];
        if (in_header && c == '_') out += ' ';
        else if (c != '=') out += c;
        else if (at + 2 < text.size() + 0 && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0)
            out += char(hex_digit(text[at + 1]) << 4 | hex_digit(text[at + 2])), at += 2;
        else if (auto end = text.find('\n', at);
                 end != text.npos && text::trimmed(text.substr(at + 1, end - at - 1)).empty())
            at = end;
    }
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out;
    unsigned bits = 0;
    int have = 0;
    for (auto c : text) {
        int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                    : c >= 'a' && c <= 'z' ? c - 'a' + 26
                    : c >= '0' && c <= '9' ? c - '0' + 52
                    : c == '+'             ? 62
                    : c == '/'             ? 63
                                           : -1;
        if (c == '=') break;
        if (value < 0) continue;
        bits = bits << 6 | unsigned(value), have += 6;
        if (have >= 8) have -= 8, out += char(bits >> have & 0xFF);
    }
    return out;
}

// RFC 2047: =?utf-8?Q?Z=C3=A1pis?=; blanks between two such words are none.
std::string decoded_words(std::string_view text) {
    std::string out, blanks;
    bool after_word = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("=?")) {
            auto charset_end = text.find('?', at + 2);
            auto begin = charset_end == text.npos ? text.npos : charset_end + 3;
            auto end = begin == text.npos || begin > text.size() ? text.npos : text.find("?=", begin);
            if (end != text.npos && charset_end + 2 < text.size()) {
                auto body = text.substr(begin, end - begin);
                auto kind = text[charset_end + 1];
                auto bytes = kind == 'B' || kind == 'b' ? from_base64(body) : from_quoted_printable(body, true);
                if (!after_word) out += blanks;
                blanks.clear();
                out += decoded(bytes, text.substr(at + 2, charset_end - at - 2));
                after_word = true, at = end + 2;
                continue;
            }
        }
        if (text[at] == ' ' || text[at] == '\t') blanks += ' ';
        else out += blanks, blanks.clear(), out += text[at], after_word = false;
        ++at;
    }
    return decoded(out);
}

struct MailPart {
    std::map<std::string, std::string, std::less<>> head{};
    std::string_view body{};

    std::string_view field(std::string_view name) const {
        auto found = head.find(name);
        return found == head.end() ? std::string_view{} : std::string_view{found->second};
    }
};

MailPart part_of(std::string_view bytes) {
    MailPart part;
    std::string* last = nullptr;
    while (!bytes.empty()) {
        auto end = std::min(bytes.find('\n'), bytes.size());
        auto line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if ((line.front() == ' ' || line.front() == '\t') && last) {
            if (last->size() < 64 * 1024) *last += ' ', *last += text::trimmed(line);
            continue;
        }
        auto colon = line.find(':');
        if (colon == line.npos) continue;
        auto [at, added] = part.head.try_emplace(in_small_letters(text::trimmed(line.substr(0, colon))),
                                                 text::trimmed(line.substr(colon + 1)));
        last = added ? &at->second : nullptr;
    }
    part.body = bytes;
    return part;
}

// charset, boundary: a parameter behind a semicolon.
std::string parameter(std::string_view field, std::string_view name) {
    auto low = in_small_letters(field);
    for (auto at = low.find(';'); at != low.npos; at = low.find(';', at + 1)) {
        auto from = low.find_first_not_of("; \t", at);
        if (from == low.npos || low.compare(from, name.size(), name) != 0) continue;
        auto sign = low.find_first_not_of(" \t", from + name.size());
        if (sign == low.npos || low[sign] != '=') continue;
        auto value = text::trimmed(field.substr(sign + 1));
        if (value.starts_with('"')) return std::string{value.substr(1, value.find('"', 1) - 1)};
        return std::string{value.substr(0, value.find_first_of("; \t"))};
    }
    return {};
}

std::vector<std::string_view> parts_between(std::string_view body, const std::string& boundary) {
    std::vector<std::string_view> parts;
    auto mark = "--" + boundary;
    std::size_t from = body.npos;
    for (auto at = body.find(mark); at != body.npos; at = body.find(mark, at + mark.size())) {
        if (at > 0 && body[at - 1] != '\n') continue;
        if (from != body.npos) parts.push_back(body.substr(from, at - from));
        auto line = body.find('\n', at);
        if (line == body.npos || body.substr(at + mark.size()).starts_with("--") || parts.size() > 200) return parts;
        from = line + 1;
    }
    if (from != body.npos) parts.push_back(body.substr(from));    // cut off on its way
    return parts;
}

struct MailText {
    std::string plain{}, html{};    // UTF-8
    bool encrypted = false;
};

void gather(std::string_view bytes, int deep, MailText& text) {
    if (deep > parts_deep_most) return;
    auto part = part_of(bytes);
    auto type = in_small_letters(part.field("content-type").substr(0, part.field("content-type").find(';')));
    if (type.starts_with("multipart/encrypted") || type.starts_with("application/pkcs7-mime") ||
        type.starts_with("application/x-pkcs7-mime"))
        text.encrypted = true;
    if (type.starts_with("multipart/")) {
        auto boundary = parameter(part.field("content-type"), "boundary");
        if (boundary.empty()) return;
        for (auto one : parts_between(part.body, boundary)) gather(one, deep + 1, text);
        return;
    }
    if (in_small_letters(part.field("content-disposition")).starts_with("attachment")) return;
    bool html = type.starts_with("text/html");
    if (!html && !type.empty() && !type.starts_with("text/plain")) return;
    auto encoding = in_small_letters(text::trimmed(part.field("content-transfer-encoding")));
    std::string body = encoding == "base64"             ? from_base64(part.body)
                       : encoding == "quoted-printable" ? from_quoted_printable(part.body, false)
                                                        : std::string{part.body};
    auto charset = parameter(part.field("content-type"), "charset");
    if (html) {
        if (text.html.empty()) text.html = decoded(body, charset);
        return;
    }
    if (!text.plain.empty()) return;
    auto plain = decoded(body, charset);
    if (in_small_letters(parameter(part.field("content-type"), "format")) ==
        "flowed") {    // RFC 3676: a blank at the end goes on
        std::string joined;
        for (std::size_t at = 0; at < plain.size(); ++at) {
            if (plain[at] == '\r') continue;
            bool soft = plain[at] == '\n' && joined.ends_with(' ') && !joined.ends_with("\n-- ") && joined != "-- ";
            if (!soft) joined += plain[at];
        }
        plain = std::move(joined);
    }
    text.plain = std::move(plain);
}

std::string name_of_sender(std::string_view field) {
    auto text = decoded_words(field);
    auto bracket = text.find('<');
    auto name = squeezed(std::string_view{text}.substr(0, bracket));
    std::erase(name, '"');
    if (!name.empty() || bracket == text.npos) return name;
    return text.substr(bracket + 1, text.find('>') - bracket - 1);
}

}

TextDocument read_mail(std::string_view bytes) {
    while (bytes.starts_with("From ") || bytes.starts_with('\n') || bytes.starts_with('\r'))
        bytes.remove_prefix(std::min(bytes.find('\n') + 1, bytes.size()));
    auto head = part_of(bytes);
    MailText text;
    gather(bytes, 0, text);
    if (squeezed(text.plain).empty() && squeezed(text.html).empty())
        throw ReadingError{text.encrypted ? Fault::encrypted : Fault::empty};
    bool plain = squeezed(text.plain).size() >= 40 || text.html.empty();
    auto written = plain ? without_quotations(text.plain) : LetterWritten{};
    auto document = plain ? read_plain_text(written.text) : read_html(text.html);
    auto said = [](const std::string& inner, const std::string& outer) { return inner.empty() ? outer : inner; };
    document.format = "eml";
    document.title = said(written.subject, squeezed(decoded_words(head.field("subject"))));
    document.sender = said(written.sender, name_of_sender(head.field("from")));
    document.sent_on = said(written.sent_on, day_sent(head.field("date")));
    return document;
}

}
