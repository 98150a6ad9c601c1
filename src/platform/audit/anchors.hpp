// The public anchor of the audit: one root a day over the last seals of all chains.  The seals alone show that a row
// was changed, but not that somebody with the database in hand wrote all of it anew; a root that was noted elsewhere
// does.
#pragma once

#include "platform/audit/seals.hpp"

namespace audit {

struct Anchor {
    Id<Anchor> id{};
    Date day{};
    Instant made_at{};
    db::Bytes root{};
    db::Bytes previous_root{};

    static void each_field(auto& anchor, auto& visit) {
        visit("id", anchor.id), visit("day", anchor.day), visit("made_at", anchor.made_at);
        visit("root", anchor.root), visit("previous_root", anchor.previous_root);
    }
};

// Anchors the day before today in Prague, once, when the audit has any seal.  True if it did.
bool anchor(db::Database&, Instant now);

// Newest first.
std::vector<Anchor> anchors(db::Session&, std::int64_t most, std::int64_t skip);
std::optional<Anchor> anchor_of(db::Session&, Date day);

// Computes every root again from the seals; the days whose root is another, and those that do not follow each other.
std::vector<Date> broken_anchors(db::Session&);

// What contradicts a root that somebody noted elsewhere, "2026-11-28=3f2a …"; nothing if the audit still agrees.
// Throws std::invalid_argument, with a sentence, for what is no day and root.
std::optional<std::string> disagreement(db::Session&, std::string_view noted);

// 64 hexadecimal digits, in fours: to be read aloud and compared by eye.
std::string spelled(const db::Bytes& root);
// With or without spaces; nothing if it is not 32 bytes.
std::optional<db::Bytes> root_spelled(std::string_view);

}
