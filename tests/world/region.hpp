// The tables of network in an empty database, and the demonstration region loaded once for all tests that only read it.
#pragma once

#include "network/network.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/transaction.hpp"
#include "tests/world/empty_database.hpp"

namespace world {

inline const Instant sample_now = *parse_instant("2026-11-24T08:00:00Z");
inline const Id<Organisation> regional_office{*Uuid::parse("019abcde-0000-7000-8000-000000000001")};

inline void migrate_network(db::Session& db) { db::migrate(db, {platform::files(), network::files()}); }

// Somebody of the regional office who may write; the source is kept at once.
inline history::Author author(db::Session& db, Instant now = sample_now, std::string kind = "person") {
    auto source = history::keep_source(db, now, {}, regional_office, kind, kind);
    return {db, now, {}, regional_office, source};
}

inline db::Session migrated_database() {
    auto db = empty_database();
    migrate_network(db);
    return db;
}

// The demonstration region, to be copied by tests that write.
inline const MadeOnce& made_region() {
    static const MadeOnce made{[](const std::string& url) {
        db::Session db{url};
        migrate_network(db);
        db::Transaction work{db, db::Intent::write};
        network::load_sample(author(work.session(), sample_now, "sample"));
        work.commit();
    }};
    return made;
}

// One for all tests that only read: what one of them writes stays in a transaction that it gives up.
inline db::Session& region() {
    static EmptyDatabase data{made_region()};
    static db::Session db{data.url()};
    return db;
}
}
