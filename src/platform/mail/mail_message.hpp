// A letter as it travels: headers and body by RFC 5322, 2045–2047 and 2231.  Whatever was typed, no line of a header is
// longer than mail allows, and nothing typed becomes a header of its own.
#pragma once

#include "platform/mail/mail.hpp"
#include "platform/time/instant.hpp"

namespace mail {

struct Mailbox {
    std::string address{};
    std::string name{};
};

// Opora <opora@kraj.example>, or the address alone; nothing if it is neither.
std::optional<Mailbox> mailbox_from(std::string_view);

struct Envelope {
    std::string id;    // what stands before the @ of the Message-ID: the same each time the letter is sent
    Instant written_at;
    Mailbox from;
};

// The whole message, lines ended by CRLF.  Dots at the beginning of lines are doubled by who sends it.
std::string message(const Envelope&, const Letter&);

// One header with its line end.  The text may be anything; control characters become spaces.
std::string text_header(std::string_view name, std::string_view text);
std::string mailbox_header(std::string_view name, const Mailbox&);
std::string disposition_header(std::string_view file_name);

// The type if it may stand in a header, else application/octet-stream.
std::string safe_type(std::string_view);

// Valid UTF-8 on one line, without control characters, not longer than so many bytes.
std::string one_line(std::string_view, std::size_t most);

std::string quoted_printable(std::string_view text);
std::string base64_lines(std::string_view bytes);

}
