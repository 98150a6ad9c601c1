// How much of a long import goes into one transaction: as much as the last ones say can be done while somebody who
// saves beside it hardly notices.
#pragma once

#include "platform/db/database.hpp"

#include <algorithm>

namespace network {

class Pace {
public:
    using Watch = std::chrono::steady_clock;

    // So long a transaction may hold the lock; who waits for it has 50 ms in all.
    static constexpr auto hold = std::chrono::milliseconds{8};

    // Small things that are sent together may be many, and hold the lock a little longer.
    explicit Pace(db::Database& database, std::size_t most = 8, std::size_t most_ever = 200,
                  std::chrono::milliseconds holds = hold)
        : database_{database}, most_{most}, most_ever_{most_ever}, holds_{holds} {}

    std::size_t most() const { return most_; }

    // Does the work in a transaction; it says how many of the things it did.
    template <class Work>
    std::size_t step(Work work) {
        rest();
        Watch::time_point began;
        auto done = database_.in_write_transaction(
            [&](db::Session& session) {
                began = Watch::now();
                return std::size_t(work(session));
            },
            db::Durability::soon);    // an import that is torn off goes on from its last step on the disk
        took(done, Watch::now() - began);
        return done;
    }

    // Whether a step that began then has done enough for once: sending and committing take as long again.
    static bool enough(Watch::time_point began) { return Watch::now() - began > hold / 2; }

private:
    void rest() const;
    void took(std::size_t done, Watch::duration held);

    db::Database& database_;
    std::size_t most_, most_ever_;
    std::chrono::milliseconds holds_;
    Watch::time_point ended_{};
    Watch::duration held_{}, usual_{};    // the last one, and what they usually take for one thing
};

// Moves what was written into the database file, beside whoever writes: else the next one to commit does it all at
// once.
void settle_pages(db::Database&);

}
