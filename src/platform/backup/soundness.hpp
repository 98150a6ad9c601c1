// Whether a database is whole: what `opora check` says, and what a copy must pass.
#pragma once

#include "platform/audit/seals.hpp"

namespace backup {

struct Soundness {
    std::vector<std::string> problems{};    // a sentence each
    audit::Verdict seals{};
};

// Integrity and foreign keys (SQLite; PostgreSQL answers for them itself), and the seals of the audit.
Soundness soundness_of(db::Session&);

}
