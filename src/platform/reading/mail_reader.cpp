// A letter as it was stored (.eml): the text that its sender wrote, without quotations, attachments and repeated parts.
#include "platform/reading/html_reader.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/document_builder.hpp"
#include "platform/reading/reading_error.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
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

bool begins_quotation(std::string_view line) {
    auto low = in_small_letters(line);
    auto has = [&](std::string_view words) { return low.find(words) != low.npos; };
    if (has("původní zpráva") || has("puvodni zprava") || has("original message") || has("přeposlaná zpráva") ||
        has("forwarded message"))
        return has("---");
    bool end = low.ends_with(':');
    return end && (has("napsal") || has(" wrote") || has("odesláno:")) &&
           (low.starts_with("dne ") || low.starts_with("on ") || has("<") || has("napsal"));
}

// Outlook's head of the letter below: Od: … Odesláno: … within three lines.
bool begins_quoted_head(const std::vector<std::string>& lines, std::size_t at) {
    auto begins = [&](std::size_t which, std::string_view words) {
        return which < lines.size() && in_small_letters(squeezed(lines[which])).starts_with(words);
    };
    if (!begins(at, "od: ") && !begins(at, "from: ")) return false;
    for (auto next = at + 1; next < at + 4; ++next)
        if (begins(next, "odesláno:") || begins(next, "sent:") || begins(next, "datum:") || begins(next, "date:") ||
            begins(next, "komu:") || begins(next, "to:"))
            return true;
    return false;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        auto to = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, to - from));
        if (lines.back().ends_with('\r')) lines.back().pop_back();
        from = to + 1;
    }
    return lines;
}

// What the sender wrote; a letter that only sends another one on is that other one.
std::string without_quotations(std::string_view text) {
    auto lines = lines_of(text);
    std::string own, rest;
    bool quoted = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        auto line = squeezed(lines[at]);
        if (!quoted && (begins_quotation(line) || begins_quoted_head(lines, at))) quoted = true;
        // „Dne … napsala“ may break over two lines
        if (!quoted && at + 1 < lines.size() && in_small_letters(line).starts_with("dne ") &&
            begins_quotation(line + ' ' + squeezed(lines[at + 1])))
            quoted = true;
        if (quoted) {
            std::string_view bare = lines[at];
            while (bare.starts_with('>') || bare.starts_with(' ')) bare.remove_prefix(1);
            rest += bare, rest += '\n';
        } else if (!line.starts_with('>')) own += lines[at], own += '\n';
    }
    return squeezed(own).size() >= 200 || squeezed(rest).size() < 400 ? own : own + rest;
}

// Tue, 13 Apr 2021 08:15:00 +0200: the day as the letter writes it.
std::string day_sent(std::string_view field) {
    static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
    auto words = text::parted(field, " ");
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
        auto month = std::ranges::find(months, in_small_letters(words[at + 1]).substr(0, 3));
        if (month == months.end() || words[at].empty() || words[at].size() > 2 || words[at + 2].size() != 4) continue;
        auto digits = [](const std::string& word) {
            return std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c); });
        };
        if (!digits(words[at]) || !digits(words[at + 2])) continue;
        auto day = std::stoi(words[at]);
        if (day < 1 || day > 31) continue;
        return fmt::format("{}-{:02}-{:02}", words[at + 2], month - months.begin() + 1, day);
    }
    return {};
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
    auto document = squeezed(text.plain).size() >= 40 || text.html.empty()
                        ? read_plain_text(without_quotations(text.plain))
                        : read_html(text.html);
    document.format = "eml";
    document.title = squeezed(decoded_words(head.field("subject")));
    document.sender = name_of_sender(head.field("from"));
    document.sent_on = day_sent(head.field("date"));
    return document;
}

}
