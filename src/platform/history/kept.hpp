// What every record carries: whose it is, how long it stays, and who touched it when.
#pragma once

#include "platform/auth/user.hpp"

// The columns of the word {record} in migrations.
struct Kept {
    Id<Organisation> organisation_id{};     // who answers for the record
    std::string retention = "permanent";    // the class whose rule says when it goes
    std::int64_t version = 1;               // counts saves; a form sends back the one it was made from
    Instant created_at{};
    std::optional<Id<User>> created_by{};    // nobody for jobs and imports
    Instant changed_at{};
    std::optional<Id<User>> changed_by{};

    static void each_field(auto& kept, auto& visit) {
        visit("organisation_id", kept.organisation_id), visit("retention", kept.retention),
            visit("version", kept.version);
        visit("created_at", kept.created_at), visit("created_by", kept.created_by);
        visit("changed_at", kept.changed_at), visit("changed_by", kept.changed_by);
    }
};
