// Looks who is typing.
#include "platform/drafts/draft_watch.hpp"

namespace drafts {

std::vector<Typing> typing_below(db::Session& db, const std::string& address, Instant since) {
    // NB: addresses of ours hold neither % nor _ where this is asked; ids and words of routes.
    return db.all<Typing>("SELECT person_id, people.name AS name, form FROM drafts JOIN people ON people.id = person_id"
                          " WHERE form LIKE $1 AND saved_at >= $2 ORDER BY people.name, form",
                          address + "%", since);
}

}
