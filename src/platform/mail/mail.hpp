// Letters by e-mail: queued within the work that asks for them, sent later by the postman, so that none is lost and
// none goes out for a work that was undone.
#pragma once

#include "platform/db/session.hpp"
#include "platform/history/kept.hpp"

namespace mail {

struct Attachment {
    std::string name, type, bytes;    // type: text/calendar; method=REQUEST
};

struct Letter {
    std::string to;    // one address
    std::string to_name{};
    std::string subject;    // one line; line ends are taken out
    std::string text;       // plain text, UTF-8, lines parted by \n
    std::string kind;       // what for: invitation, password_reset, free_places…
    std::vector<Attachment> attachments{};
};

// Queues a letter within the work that asks for it: it goes out if and only if that work commits.
void send(db::Session& work, Instant now, Id<Organisation>, const Letter&);

// One address as mail takes it everywhere: ASCII, no quotes, a domain with a dot.
bool is_address(std::string_view);

}
