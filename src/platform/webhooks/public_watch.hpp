// What strangers may read, compared with what they might read a moment ago: each difference is an event.  So nothing
// becomes an event that a stranger could not have seen, whoever saved it and by whichever way.
#pragma once

#include "platform/time/clock.hpp"
#include "platform/webhooks/webhook_delivery.hpp"

#include <functional>

namespace webhooks {

// A kind of record and the events that its coming, change and going are; empty: none.
struct RecordKind {
    std::string code;    // as one reads it in the event: service
    std::string created, changed, removed;
};

// A record as strangers may read it now.
struct PublicRecord {
    std::string kind;    // of a RecordKind
    Uuid id{};
    db::Bytes digest{};    // of all that may be read of it
    std::string path;      // /sluzby/dilna
    std::string api_path{};
};

// Whose place is secret: it becomes no event.  The one exception is the moment when it becomes secret, since those who
// know its address must read again.
inline db::Bytes hidden_digest() { return {0}; }
db::Bytes digest_of(std::string_view text);

// A capability's public records.
struct Watch {
    std::string code;
    std::vector<RecordKind> kinds;
    // Differs whenever records may have changed; cheap.
    std::function<std::string(db::Session&, Date)> stamp;
    std::function<std::vector<PublicRecord>(db::Session&, Date)> read;
};

struct Watches {
    std::vector<Watch> all{};
    std::vector<std::string> event_kinds() const;    // that one may subscribe to
};

// Writes what happened since it looked last; says how many events.  The first look, and the first after nobody had
// subscribed, only remembers.  Small steps: a server killed between them goes on where it was.
std::int64_t look(db::Database&, const Clock&, const Watch&, const std::string& public_url);

}
