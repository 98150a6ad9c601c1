// Letters of a collection: to open it, to remind, to tell of a later deadline; and the links that they carry.
#pragma once

#include "network/collections/collection.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/texts.hpp"

namespace jobs {
class Workers;
}

namespace network {

// The words of letters are of one language; who asks is the region.
struct LetterWords {
    const i18n::Texts& texts;
    std::string public_url, region;
};

// Opens it and writes to everybody who has an e-mail; plans the reminders.
// Throws Conflict if it is open already.
void open_collection(const Author&, const Collection&, const LetterWords&);
// Writes to one recipient, if there is an e-mail.
bool send_to(const Author&, const Collection&, const CollectionRecipient&, const LetterWords&);
// A later day, or another one; open recipients are told, and links hold long enough.
void extend_collection(const Author&, const Collection&, Date deadline, const LetterWords&);
void close_collection(const Author&, const Collection&);
void reopen_collection(const Author&, const Collection&);

// The recipient whose link this is: while it holds, also to read after the deadline.
std::optional<CollectionRecipient> recipient_by_link(db::Session&, const std::string& token, Instant now);

// Days on which reminders go out, the earliest first; only those from today on.
std::vector<Date> reminder_days(const Collection&, Date from);
// Reminds who has not answered for that day, each in a transaction of its own and once; says how many.
std::int64_t remind(db::Database&, Instant now, Id<Collection>, Date for_day, const LetterWords&);

void know_collection_jobs(jobs::Workers&);

}
