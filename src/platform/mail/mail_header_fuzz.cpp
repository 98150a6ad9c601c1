// Whatever is typed into a subject, a name or the name of a file: the header stays one header, ASCII, with short lines.
#include "platform/mail/mail_message.hpp"

#include <cstdlib>

namespace {

void one_header(std::string_view header) {
    if (!header.ends_with("\r\n")) std::abort();
    header.remove_suffix(2);
    std::size_t on_line = 0;
    for (std::size_t at = 0; at < header.size(); ++at) {
        auto c = static_cast<unsigned char>(header[at]);
        if (c == '\r') {
            // A line end is followed by the rest of the same header.
            if (at + 2 >= header.size() || header[at + 1] != '\n' || header[at + 2] != ' ') std::abort();
            at += 1, on_line = 0;
            continue;
        }
        if (c < ' ' || c > '~' || ++on_line > 78) std::abort();
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(bytes), size};
    one_header(mail::text_header("Subject", text));
    one_header(mail::mailbox_header("To", {"nekdo@obec.example", std::string{text}}));
    one_header(mail::disposition_header(text));
    one_header("Content-Type: " + mail::safe_type(text) + "\r\n");
    if (mail::is_address(text)) one_header("To: " + std::string{text}.substr(0, 70) + "\r\n");
    auto body = mail::quoted_printable(text);
    for (std::size_t at = 0, end; at < body.size(); at = end + 2) {
        end = std::min(body.find("\r\n", at), body.size());
        if (end - at > 76) std::abort();
    }
    return 0;
}
