// Writes messages.
#include "platform/mail/mail_message.hpp"

#include "platform/base/utf8.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace mail {

namespace {

constexpr std::size_t line_most = 76;    // RFC 2047: of a line with encoded words; RFC 2045: of a body
constexpr std::size_t encoded_word_most = 75;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters of an address and of a token (RFC 5322 atext).
bool is_atom(char c) {
    return is_ascii_letter(c) || is_digit(c) ||
           std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
}

bool dotted_atoms(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != text.npos) return false;
    for (char c : text)
        if (c != '.' && !is_atom(c)) return false;
    return true;
}

bool is_domain(std::string_view domain) {
    if (domain.size() > 253 || domain.find('.') == domain.npos) return false;
    while (!domain.empty()) {
        auto end = domain.find('.');
        auto label = domain.substr(0, end);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
        for (char c : label)
            if (!is_ascii_letter(c) && !is_digit(c) && c != '-') return false;
        if (end == domain.npos) return true;
        domain.remove_prefix(end + 1);
    }
    return false;    // a dot at the end
}

// What is no UTF-8 is replaced byte by byte, so that no letter fails because of one bad byte.
std::string valid_utf8(std::string_view text) {
    std::string valid;
    while (true) {
        auto fault = utf8::first_fault(text);
        valid += text.substr(0, fault);
        if (fault == std::string_view::npos) return valid;
        valid += "\xEF\xBF\xBD";
        text.remove_prefix(fault + 1);
    }
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

bool plain(std::string_view text) {
    for (unsigned char c : text)
        if (c < ' ' || c > '~') return false;
    return text.find("=?") == text.npos;    // else it could pass for an encoded word
}

// =?UTF-8?B?…?= pieces of whole characters, each on a line of its own; `used` is what stands before the first.
std::string encoded_words(std::string_view text, std::size_t used) {
    constexpr std::string_view begin = "=?UTF-8?B?", end = "?=";
    std::string words;
    do {
        auto room = std::min(encoded_word_most, line_most - std::min(used, line_most - 24)) - begin.size() - end.size();
        auto length = std::min(text.size(), room / 4 * 3);
        while (length < text.size() && length > 0 && !begins_character(text[length])) --length;
        words += std::string{begin} + base64(text.substr(0, length)) + std::string{end};
        text.remove_prefix(length);
        if (!text.empty()) words += "\r\n ";
        used = 1;
    } while (!text.empty());
    return words;
}

// Plain words broken between lines where they are long; a word that no line takes is encoded.
std::string folded(std::string_view text, std::size_t used) {
    std::string lines;
    std::size_t on_line = used;
    while (!text.empty()) {
        auto end = std::min(text.find(' ', 1), text.size());
        if (on_line + end > line_most && on_line > 1 && text.front() == ' ') lines += "\r\n", on_line = 0;
        lines += text.substr(0, end);
        on_line += end;
        text.remove_prefix(end);
    }
    return lines;
}

bool has_long_word(std::string_view text, std::size_t most) {
    std::size_t length = 0;
    for (char c : text)
        if ((length = c == ' ' ? 0 : length + 1) > most) return true;
    return false;
}

std::string percent_encoded(char c) { return fmt::format("%{:02X}", static_cast<unsigned char>(c)); }

// Name and value; the value is made of what quotes may hold.
std::string in_quotes(std::string_view text) {
    std::string inside{"\""};
    for (char c : text) {
        if (c == '"' || c == '\\') inside += '\\';
        inside += c;
    }
    return inside + "\"";
}

std::string rfc_date(Instant moment) {
    auto day = std::chrono::floor<std::chrono::days>(moment);
    std::chrono::year_month_day date{day};
    std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(moment - day)};
    constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} +0000", weekdays[std::chrono::weekday{day}.c_encoding()],
                       unsigned(date.day()), months[unsigned(date.month()) - 1], int(date.year()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

// Lines parted by \n alone, without control characters.
std::string plain_lines(std::string_view text) {
    std::string lines;
    for (char c : valid_utf8(text))
        if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= ' ') {
            if (c != '\x7f') lines += c;
        }
    if (lines.empty() || lines.back() != '\n') lines += '\n';
    return lines;
}

std::string attachment_part(const Attachment& attachment) {
    auto type = safe_type(attachment.type);
    if (type.starts_with("text/") && type.find("charset") == type.npos) type += "; charset=UTF-8";
    return "Content-Type: " + type + "\r\n" + disposition_header(attachment.name) +
           "Content-Transfer-Encoding: base64\r\n\r\n" + base64_lines(attachment.bytes);
}

}

bool is_address(std::string_view address) {
    auto at = address.find('@');
    return address.size() <= 254 && at != address.npos && at <= 64 && dotted_atoms(address.substr(0, at)) &&
           is_domain(address.substr(at + 1));
}

std::optional<Mailbox> mailbox_from(std::string_view text) {
    auto open = text.find('<');
    if (open == text.npos) return is_address(text) ? std::optional{Mailbox{std::string{text}}} : std::nullopt;
    auto name = text.substr(0, open), address = text.substr(open + 1);
    if (address.empty() || address.back() != '>') return {};
    address.remove_suffix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!is_address(address)) return {};
    return Mailbox{std::string{address}, one_line(name, 200)};
}

std::string one_line(std::string_view text, std::size_t most) {
    std::string line;
    for (char c : valid_utf8(text)) {
        bool control = static_cast<unsigned char>(c) < ' ' || c == '\x7f';
        if (!control) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    if (line.size() > most) {
        while (most > 0 && !begins_character(line[most])) --most;
        line.resize(most);
    }
    while (line.ends_with(' ')) line.pop_back();
    return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

std::string text_header(std::string_view name, std::string_view text) {
    auto line = one_line(text, 900);
    auto used = name.size() + 2;
    bool as_it_is = plain(line) && !has_long_word(line, line_most - 1) &&
                    (line.empty() || line.find(' ') < line_most - used || line.size() < line_most - used);
    return std::string{name} + ": " + (as_it_is ? folded(line, used) : encoded_words(line, used)) + "\r\n";
}

std::string mailbox_header(std::string_view name, const Mailbox& mailbox) {
    auto header = std::string{name} + ":";
    auto shown = one_line(mailbox.name, 200);
    if (shown.empty())
        return header + (header.size() + mailbox.address.size() > line_most ? "\r\n " : " ") + mailbox.address + "\r\n";
    // What is longer than a line, or says more than ASCII can, is encoded; the address stands on a line of its own
    // then.
    auto written =
        plain(shown) && in_quotes(shown).size() < 60 ? in_quotes(shown) : encoded_words(shown, header.size() + 1);
    auto last = written.size() - (written.rfind('\n') == written.npos ? 0 : written.rfind('\n') + 1);
    bool fits = header.size() + last + mailbox.address.size() + 4 <= line_most;
    return header + " " + written + (fits ? " <" : "\r\n <") + mailbox.address + ">\r\n";
}

std::string disposition_header(std::string_view file_name) {
    auto name = one_line(file_name, 200);
    for (auto& c : name)
        if (c == '/' || c == '\\') c = '-';
    if (name.empty()) name = "priloha";
    std::string header = "Content-Disposition: attachment";
    if (plain(name) && in_quotes(name).size() < 60) return header + ";\r\n filename=" + in_quotes(name) + "\r\n";
    // RFC 2231: pieces of one value, of which the first says in which letters it is written.
    std::string piece = "UTF-8''";
    int number = 0;
    auto put = [&] { header += fmt::format(";\r\n filename*{}*={}", number++, piece), piece.clear(); };
    for (char c : name) {
        auto letter =
            is_ascii_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' ? std::string{c} : percent_encoded(c);
        if (piece.size() + letter.size() > 56) put();
        piece += letter;
    }
    put();
    return header + "\r\n";
}

std::string safe_type(std::string_view type) {
    constexpr auto unknown = "application/octet-stream";
    auto is_token = [](char c) {
        return is_ascii_letter(c) || is_digit(c) || std::string_view{"!#$&-^_.+"}.find(c) != std::string_view::npos;
    };
    auto token = [&](std::size_t& at) {
        auto begin = at;
        while (at < type.size() && is_token(type[at])) ++at;
        return at > begin;
    };
    auto sign = [&](std::size_t& at, std::string_view wanted) {
        bool there = type.substr(at, wanted.size()) == wanted;
        if (there) at += wanted.size();
        return there;
    };
    std::size_t at = 0;
    if (type.size() > 60 || !token(at) || !sign(at, "/") || !token(at)) return unknown;
    while (at < type.size())
        if (!sign(at, "; ") || !token(at) || !sign(at, "=") || !token(at)) return unknown;
    return std::string{type};
}

std::string quoted_printable(std::string_view text) {
    std::string body;
    std::size_t on_line = 0;
    auto put = [&](std::string_view piece) {
        if (on_line + piece.size() > line_most - 1) body += "=\r\n", on_line = 0;
        body += piece, on_line += piece.size();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '\n') {
            body += "\r\n", on_line = 0;
            continue;
        }
        bool before_end = at + 1 == text.size() || text[at + 1] == '\n';
        bool as_it_is = (c > ' ' && c <= '~' && c != '=') || ((c == ' ' || c == '\t') && !before_end);
        if (as_it_is) put({&text[at], 1});
        else put(fmt::format("={:02X}", static_cast<unsigned char>(c)));
    }
    return body;
}

std::string base64_lines(std::string_view bytes) {
    auto text = base64(bytes);
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += line_most) lines += text.substr(at, line_most) + "\r\n";
    return lines;
}

std::string message(const Envelope& envelope, const Letter& letter) {
    auto domain = envelope.from.address.substr(envelope.from.address.find('@') + 1);
    auto head = "Date: " + rfc_date(envelope.written_at) + "\r\n" + mailbox_header("From", envelope.from) +
                mailbox_header("To", {letter.to, letter.to_name}) + text_header("Subject", letter.subject) +
                "Message-ID: <" + envelope.id + "@" + domain + ">\r\n" +
                "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    auto text = "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
                quoted_printable(plain_lines(letter.text));
    if (letter.attachments.empty()) return head + text;
    // Quoted-printable and base64 hold no line that begins with =_ , so the border is never met inside.
    auto border = "=_" + envelope.id;
    auto whole =
        head + "Content-Type: multipart/mixed;\r\n boundary=\"" + border + "\"\r\n\r\n--" + border + "\r\n" + text;
    for (auto& attachment : letter.attachments) whole += "--" + border + "\r\n" + attachment_part(attachment);
    return whole + "--" + border + "--\r\n";
}

}
