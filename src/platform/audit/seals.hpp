// The chain that makes tampering with the audit show: each seal holds a batch of rows and the seal before it.
#pragma once

#include "platform/audit/trail.hpp"

namespace audit {

// Seals the rows that no seal holds yet, per organisation, oldest first, at most `most` rows each time.  Returns how
// many rows were sealed.  Looking through years of rows takes long: whoever did so lately asks for those since.
std::int64_t seal(db::Database&, Instant now, std::int64_t most = 5000, Instant since = {});

struct Verdict {
    std::int64_t seals = 0;
    std::int64_t rows = 0;
    std::int64_t unsealed = 0;
    std::vector<std::string> broken{};    // chain and number of each seal that does not hold
};

// Computes every root again.
Verdict verify(db::Session&);

}
